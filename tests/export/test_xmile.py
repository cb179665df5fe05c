"""The model of a line in PySD: every quantity, every month."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypedDict
from xml.etree import ElementTree as ET

import pytest

from game.campaign.campaign import Campaign
from game.campaign.formula import formula
from game.campaign.model import Equation, Model, Parameter, Point, Reading, Series, Stock
from game.campaign.scenario import Response
from game.campaign.words import (
    Grade,
    Id,
    Month,
    OrderId,
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
from game.simulation.course import Course
from game.simulation.resolve import State, machine, resolve, sizes_of
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


def covering(campaign: Campaign) -> list[tuple[ResponseId, ...]]:
    """Return lines that together give every order that any answer gives, several at a time."""
    left = every_order(campaign)
    lines: list[tuple[ResponseId, ...]] = []
    while left:
        line: list[ResponseId] = []
        for scenario in campaign.scenarios:
            best = max(scenario.decision.responses, key=lambda one: len(left & ordered_by(one)))
            left -= ordered_by(best)
            line.append(best.id)
        lines.append(tuple(line))
    return lines


def every_order(campaign: Campaign) -> set[OrderId]:
    """Return the orders that answers give."""
    responses = [one for scenario in campaign.scenarios for one in scenario.decision.responses]
    return {order for one in responses for order in ordered_by(one)}


def ordered_by(response: Response) -> set[OrderId]:
    """Return the orders that a response gives."""
    return {one.order for one in response.commands}


def varied(campaign: Campaign) -> list[tuple[ResponseId, ...]]:
    """Return lines with all kinds of answers, whether they could be played or not."""
    choices = [[one.id for one in scenario.decision.responses] for scenario in campaign.scenarios]
    return [
        tuple(some[(turn * number + number) % len(some)] for turn, some in enumerate(choices))
        for number in range(15)
    ]


def course_of(campaign: Campaign, line: tuple[ResponseId, ...], reading: str) -> Course:
    """Return what we compute, chance off."""
    model = campaign.model
    engine = machine(model, reading)
    state = State(model.first, engine.begin().stocks, schedule(campaign, engine, line))
    return resolve(engine, state, model.last.plus(1), Luck(1, on=False))[0]


def differences(
    campaign: Campaign, line: tuple[ResponseId, ...], reading: str, run: Run
) -> dict[str, float]:
    """Return for each quantity the greatest difference between PySD's months and ours."""
    course, names = course_of(campaign, line, reading), names_of(campaign.model)
    theirs = run(xmile(campaign, line, reading), [names[name] for name in course.names])
    return {
        name: max(
            abs(ours - other) / max(abs(ours), abs(other), 1e-12)
            for ours, other in zip(course.curve(name), theirs[names[name]], strict=True)
        )
        for name in course.names
    }


@QUIET
@pytest.mark.exhaustive
@pytest.mark.parametrize(("number", "reading"), [(0, "record"), (1, "moscow"), (2, "popular")])
def test_pysd_runs_a_line_to_the_same_numbers(
    shipped: Campaign, number: int, reading: str, run_in_pysd: Run
) -> None:
    """History's, and two that give orders of every kind: columns on each march, and all at once."""
    line = [history(shipped), *covering(shipped)][number]

    found = differences(shipped, line, reading, run_in_pysd)

    assert {name: one for name, one in found.items() if one >= CLOSE} == {}
    assert found.keys() >= {str(one.id) for one in shipped.model.equations}


def test_the_lines_given_to_pysd_give_every_order(shipped: Campaign) -> None:
    """Some begin late, and some overlap."""
    lines = covering(shipped)
    commands = [
        one for line in lines for _, answer in answers(shipped, line) for one in answer.commands
    ]

    assert len(lines) == 2
    assert {one.order for one in commands} == every_order(shipped)
    assert any(one.after for one in commands)


STEP = re.compile(r"(-?) ?STEP\(([-0-9.e]+), (\d+)\)")


def test_the_steps_of_every_order_are_its_sizes_month_by_month(shipped: Campaign) -> None:
    """On lines from all over the campaign: two lines' files differ in nothing else."""
    model, reading = shipped.model, shipped.model.readings[0].id
    engine, space, names = machine(model, reading), {"x": NAMESPACE}, names_of(model)
    for line in varied(shipped):
        sizes = sizes_of(engine, schedule(shipped, engine, line))
        root = ET.fromstring(xmile(shipped, line, reading))
        rows = [sizes(month) for month in range(len(engine.series))]
        for column, order in enumerate(model.orders):
            name = names[str(order.id)]
            text = str(root.findtext(f".//x:aux[@name='{name}']/x:eqn", None, space))
            steps = [(float(f"{sign}{size}"), int(at)) for sign, size, at in STEP.findall(text)]
            up = [sum(size for size, at in steps if month >= at) for month in range(len(rows))]
            assert up == pytest.approx([row[column] for row in rows], abs=1e-9), (line, name)


def test_two_lines_differ_in_their_orders_alone(shipped: Campaign) -> None:
    """And two readings in their parameters."""
    lines = [history(shipped), covering(shipped)[0]]
    first, second = (elements(xmile(shipped, line, "record")) for line in lines)
    third = elements(xmile(shipped, lines[0], "moscow"))

    orders = {str(one.id) for one in shipped.model.orders} | {"the_delay"}
    parameters = {str(one.id) for one in shipped.model.parameters}
    assert {name for name in first if first[name] != second[name]} <= orders
    assert {name for name in first if first[name] != third[name]} <= parameters
    assert first.keys() == second.keys() == third.keys()


def elements(text: str) -> dict[str, str]:
    """Return the variables of a file by their names."""
    root = ET.fromstring(text)
    return {
        str(one.get("name")): ET.tostring(one).decode() for one in root.iter() if one.get("name")
    }


@pytest.mark.exhaustive
@QUIET
def test_pysd_runs_a_model_of_steps_and_storms(harbour: Campaign, run_in_pysd: Run) -> None:
    """Steps of a series, `when`, `clamp`, and a storm that comes with its chance."""
    found = differences(harbour, history(harbour), "engineer", run_in_pysd)

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


@pytest.mark.exhaustive
@QUIET
def test_every_word_of_the_language_means_the_same_in_pysd(
    harbour: Campaign, run_in_pysd: Run
) -> None:
    """Whatever the quantities are called."""
    campaign = replace(harbour, model=model_of_formulas())

    found = differences(campaign, (), "r", run_in_pysd)

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
    pipes = [
        [one.text for one in stock.findall(f"x:{end}", space)] for end in ("inflow", "outflow")
    ]
    assert pipes == [["into_crest"], ["out_of_crest"]]
    assert root.find(".//x:flow[@name='into_crest']", space) is not None
    assert stock.find("x:non_negative", space) is None
    assert stock.findtext("x:units", None, space) == "cm"
    assert "the dike." in str(stock.findtext("x:doc", None, space))


def test_what_is_known_of_a_quantity_stands_in_its_documentation(harbour: Campaign) -> None:
    """Why, how sure, and the sources in words, so that the file needs no other."""
    found = elements(xmile(harbour, history(harbour), "fisherman"))

    assert "A storm piles the water up. [Inferred]" in found["surge"]
    assert "[Documented: The harbour master, The book of tides, 1899]" in found["storm"]
    assert "Read from the record. [" in found["tide"]
    assert "This reading sets it, else 0.2: Two winters in living memory" in found["storm_chance"]


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
