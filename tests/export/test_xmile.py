"""The model of a line in PySD: every quantity, every month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypedDict
from xml.etree import ElementTree as ET

import pytest

from game.atlas.walk import walk
from game.campaign.campaign import Campaign
from game.campaign.formula import formula
from game.campaign.model import Equation, Model, Parameter, Point, Reading, Series, Stock
from game.campaign.words import (
    Grade,
    Id,
    Month,
    ParameterId,
    Prose,
    QuantityId,
    ResponseId,
)
from game.export.names import names_of
from game.export.xmile import NAMESPACE, units_of, xmile
from game.playthrough.playthrough import history
from game.playthrough.schedule import answers, schedule
from game.simulation.chance import Luck
from game.simulation.resolve import State, machine, resolve
from tests.export.conftest import Run

QUIET = pytest.mark.filterwarnings("ignore::DeprecationWarning")
CLOSE = 1e-6
"""The greatest difference allowed, as a share of the value."""
FIRST = Month(1900, 1)


class Row(TypedDict):
    """What equations and stocks have in common."""

    title: Prose
    unit: str
    because: Prose
    grade: Grade


ROW = Row(title=Prose("t"), unit="u", because=Prose("b"), grade=Grade.INVENTED)


def marching(campaign: Campaign) -> tuple[ResponseId, ...]:
    """Return the first line that sends columns both to Mongolia and to South Manchuria."""
    wanted = {"mongolia_force", "manchuria_force"}
    return next(
        walked.line
        for walked in walk(campaign)
        if wanted <= {c.order for _, one in answers(campaign, walked.line) for c in one.commands}
    )


def differences(campaign: Campaign, line: tuple[ResponseId, ...], run: Run) -> dict[str, float]:
    """Return for each quantity the greatest difference between PySD's months and ours."""
    model, reading = campaign.model, campaign.model.readings[0].id
    engine = machine(model, reading)
    state = State(model.first, engine.begin().stocks, schedule(campaign, engine, line))
    course, _ = resolve(engine, state, model.last.plus(1), Luck(1, on=False))
    names = names_of(model)
    theirs = run(xmile(campaign, line, reading), [names[name] for name in course.names])
    return {
        name: max(
            abs(ours - other) / max(abs(ours), abs(other), 1e-12)
            for ours, other in zip(course.curve(name), theirs[names[name]], strict=True)
        )
        for name in course.names
    }


@QUIET
@pytest.mark.parametrize("line_of", [history, marching])
def test_pysd_runs_a_line_to_the_same_numbers(
    shipped: Campaign, line_of: Callable[[Campaign], tuple[ResponseId, ...]], run_in_pysd: Run
) -> None:
    """History's, and one with columns on the march."""
    line = line_of(shipped)

    found = differences(shipped, line, run_in_pysd)

    assert {name: one for name, one in found.items() if one >= CLOSE} == {}
    assert found.keys() >= {str(one.id) for one in shipped.model.equations}


@QUIET
def test_pysd_runs_a_model_of_steps_and_storms(harbour: Campaign, run_in_pysd: Run) -> None:
    """Steps of a series, `when`, `clamp`, and a storm that comes with its chance."""
    found = differences(harbour, history(harbour), run_in_pysd)

    assert max(found.values()) < CLOSE


FORMULAS = {
    "number": "0.000000125 + 3 * mode",
    "nested": "min(mode, 4, max(1, mode, 2), 5)",
    "power": "2 ** mode ** 0.5 - -mode",
    "functions": "exp(0 - mode / 9) + log(mode + 2) + sqrt(mode + 1) + abs(3 - mode)",
    "truth": "(mode > 3) + 2 * (mode == 2 or mode != 4 and not mode >= 6)",
    "guarded": "when(mode > 0 and 6 / mode >= 2 and mode < 9, 1, 0)",
    "guarded_or": "when(mode <= 0 or 6 / mode < 2, 1, 0)",
    "numeric": "when(mode - 3, mode, 0 - 1)",
    "lazy": "when(mode == 0, 7, 7 / mode)",
    "luck": "noise(mode) + chance(mode / 4) + clamp(mode, 2, 5)",
    "notable": "mode",
    "time": "notable + 1",
    "final_time": "time + time_step",
    "time_step": "1.5",
    "net_mode": "0 - mode",
    "a__b": "4",
    "a_b": "a__b + 1",
}
"""Formulas by the name of their quantity: some names mean something to PySD."""


MOON = Series(
    id=QuantityId("moon"),
    title=Prose("t"),
    unit="u",
    points=(Point(month=FIRST, value=28.0, low=28.0, high=28.0, grade=Grade.INVENTED),),
)
PULSE = Parameter(
    id=ParameterId("pulse"),
    value=1.0,
    unit="u",
    low=0.0,
    high=2.0,
    meaning=Prose("m"),
    grade=Grade.INVENTED,
)


def model_of_formulas() -> Model:
    """Return a model that counts months in `mode` and says much about it."""
    mode = Stock(id=QuantityId("mode"), starts=formula("0"), change=formula("pulse"), **ROW)
    return Model(
        first=FIRST,
        last=FIRST.plus(9),
        units=("u",),
        parameters=(PULSE,),
        series=(MOON,),
        orders=(),
        equations=tuple(
            Equation(id=QuantityId(name), equals=formula(text, luck=True), **ROW)
            for name, text in FORMULAS.items()
        ),
        stocks=(mode,),
        readings=(Reading(id=Id("r"), title=Prose("t"), text=Prose("t")),),
    )


@QUIET
def test_every_word_of_the_language_means_the_same_in_pysd(
    harbour: Campaign, run_in_pysd: Run
) -> None:
    """Whatever the quantities are called."""
    campaign = replace(harbour, model=model_of_formulas())

    found = differences(campaign, (), run_in_pysd)

    assert {name: one for name, one in found.items() if one >= CLOSE} == {}


def test_the_file_is_xmile_with_units_and_documentation(harbour: Campaign) -> None:
    """Version 1.0, Euler's method, steps of a month; stocks may be negative."""
    root = ET.fromstring(xmile(harbour, history(harbour), "engineer"))
    space = {"x": NAMESPACE}

    assert root.tag == f"{{{NAMESPACE}}}xmile"
    assert root.get("version") == "1.0"
    specs = root.find("x:sim_specs", space)
    assert specs is not None
    assert [specs.findtext(f"x:{name}", None, space) for name in ("start", "stop", "dt")] == [
        "0",
        "29",
        "1",
    ]
    stock = root.find(".//x:stock[@name='crest']", space)
    assert stock is not None
    assert stock.findtext("x:inflow", None, space) == "net_crest"
    assert stock.find("x:non_negative", space) is None
    assert stock.findtext("x:units", None, space) == "cm"
    assert "the dike." in str(stock.findtext("x:doc", None, space))


def test_a_reading_writes_its_own_parameters(harbour: Campaign) -> None:
    """The fisherman knows more storms."""
    texts = [xmile(harbour, (), reading) for reading in ("engineer", "fisherman")]

    assert '"storm_chance"><eqn>0.2<' in texts[0]
    assert '"storm_chance"><eqn>0.4<' in texts[1]


@pytest.mark.parametrize(
    ("unit", "written"),
    [("men", "men"), ("rounds a rifle", "rounds/rifle"), ("a month", "1/month")],
)
def test_units_are_written_as_formulas(unit: str, written: str) -> None:
    """`a` stands for a stroke."""
    assert units_of(unit) == written
