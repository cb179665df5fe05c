"""Problems of a campaign that show only when every line of it has been walked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from game.atlas.ground import EndlessError, StrandedError
from game.atlas.survey import Survey, Watch, survey
from game.campaign.campaign import Axis, Campaign, Ending, EpilogueLine, Happening, Indicator
from game.campaign.formula import Formula, Measure
from game.campaign.model import Equation, Model, Series, Stock
from game.campaign.scenario import Case, Council
from game.campaign.words import Grade, ResponseId
from game.scenarios import catalogue
from game.scenarios.problem import Kind, Mark, Problem, problem

Say: TypeAlias = Callable[..., Problem]
"""From a kind, a key path and the words of its templates to the problem."""
Asked: TypeAlias = "Formula | Measure | None"
Consequence: TypeAlias = "Case | Happening | Ending | EpilogueLine"
WIDEN = "widen its condition or narrow those before it, or take the case out"
LAST = "narrow the cases before it, or take it out and leave `when` out of the one before"
BRACE = re.compile(r"\{([a-z0-9_]+)\}")


def deep_problems(
    campaign: Campaign, mark: Callable[[str], Mark], watch: Watch
) -> tuple[Problem, ...]:
    """Walk every line under every reading and return what is wrong.

    Lines are walked with chance off; what none of them meets is looked for in some with chance on.

    Args:
        campaign: a campaign that has no other problem.
        mark: says where the value at a key path was written.
        watch: is told how far the walk is.
    """

    def say(kind: Kind, path: str, **words: object) -> Problem:
        return problem(kind, mark(path), **words)

    found = list(_without_evidence(campaign, say))
    try:
        found += _of_lines(campaign, survey(campaign, watch), say)
    except EndlessError as error:
        stocks = {str(one.id) for one in campaign.model.stocks}
        path = f"model.{'stocks' if error.quantity in stocks else 'equations'}.{error.quantity}"
        found.append(say(catalogue.NO_VALUE_ON_A_LINE, path, what=error))
    except StrandedError as error:
        path = f"{error.scenario.id}.decision.responses"
        found.append(say(catalogue.DEAD_END, path, what=error))
    return tuple(sorted(found, key=lambda one: (one.mark, one.code)))


def _of_lines(campaign: Campaign, all_lines: Survey, say: Say) -> Iterator[Problem]:
    yield from _cases(campaign, all_lines, say)
    yield from _happenings(campaign, all_lines, say)
    yield from _endings(campaign, all_lines, say)
    yield from _responses(campaign, all_lines, say)
    yield from _scales(campaign, all_lines, say)


def _cases(campaign: Campaign, all_lines: Survey, say: Say) -> Iterator[Problem]:
    shown = all_lines.met.cases
    for turn, scenario in enumerate(campaign.scenarios):
        for number, row in enumerate(scenario.consequences.ledger):
            for case in range(len(row.cases)):
                if not shown[turn, number, case]:
                    path = f"{scenario.id}.consequences.ledger.{row.id}.cases.{case + 1}"
                    cure = WIDEN if row.cases[case].when else LAST
                    words = {"name": row.id, "number": case + 1, "cure": cure}
                    yield say(catalogue.NEVER_SHOWN, path, **words)


def _happenings(campaign: Campaign, all_lines: Survey, say: Say) -> Iterator[Problem]:
    came = all_lines.met.happenings
    for one in campaign.outline.happenings:
        if not came[one.id]:
            yield say(catalogue.NEVER_COMES, f"campaign.happenings.{one.id}", name=one.id)


def _endings(campaign: Campaign, all_lines: Survey, say: Say) -> Iterator[Problem]:
    for ending in campaign.outline.endings:
        path, lines = f"campaign.endings.{ending.id}", all_lines.most_to(ending.id)
        if lines == 0 and not all_lines.lucky.endings[ending.id]:
            yield say(catalogue.NEVER_REACHED, path, name=ending.id)
        if lines == 1:
            yield say(catalogue.REACHED_ONCE, path, name=ending.id)
    told = all_lines.met.epilogue
    for line in campaign.outline.epilogue:
        if not told[line.id]:
            yield say(catalogue.NEVER_TOLD, f"campaign.epilogue.{line.id}", name=line.id)


def _responses(campaign: Campaign, all_lines: Survey, say: Say) -> Iterator[Problem]:
    given = all_lines.met.given
    for turn, scenario in enumerate(campaign.scenarios):
        for response in scenario.decision.responses:
            path = f"{scenario.id}.decision.responses.{response.id}"
            if not given[turn, response.id] or not _is_raised(scenario.council, response.id):
                yield say(catalogue.NEVER_OPEN, path, name=response.id)
    for one in all_lines.behind:
        path = f"{campaign.scenarios[one.turn].id}.decision.responses.{one.response}"
        yield say(catalogue.BEHIND, path, name=one.response, other=one.better)


def _is_raised(council: Council, response: ResponseId) -> bool:
    """Return whether a response can be on the table: raised by itself, or by a question."""
    return council.time_for > 0 or not any(response in one.opens for one in council.questions)


def _scales(campaign: Campaign, all_lines: Survey, say: Say) -> Iterator[Problem]:
    outline, counts = campaign.outline, all_lines.whole
    pairs: list[tuple[str, Indicator | Axis]] = [
        *((f"campaign.indicators.{one.id}", one) for one in outline.indicators),
        *((f"campaign.axes.{one.id}", one) for one in outline.axes),
    ]
    for (path, one), (least, most) in zip(pairs, [*counts.indicators, *counts.axes], strict=True):
        words = {"name": one.id, "least": f"{least:g}", "most": f"{most:g}"}
        scale = {"low": f"{one.low:g}", "high": f"{one.high:g}"}
        if least < one.low:
            yield say(catalogue.OFF_SCALE, f"{path}.low", **words, **scale)
        if most > one.high:
            yield say(catalogue.OFF_SCALE, f"{path}.high", **words, **scale)


def _without_evidence(campaign: Campaign, say: Say) -> Iterator[Problem]:
    """A consequence has a source, or hangs on a quantity that has one, or says it is invented."""
    for path, one, asked in _consequences(campaign):
        if one.grade is Grade.INVENTED or one.sources:
            continue
        names = {name for part in asked if part for name in part.names}
        names |= set(BRACE.findall(one.text))
        if not any(_has_source(campaign.model, name) for name in names):
            yield say(catalogue.NO_EVIDENCE, f"{path}.grade", name=_name_of(path))


def _name_of(path: str) -> str:
    """Return what a consequence is called, from its key path."""
    *_, row, cases, number = path.split(".")
    return f"case {number} of the row {row!r}" if cases == "cases" else repr(number)


def _consequences(campaign: Campaign) -> Iterator[tuple[str, Consequence, Sequence[Asked]]]:
    """Yield every consequence with its key path and what it hangs on."""
    for scenario in campaign.scenarios:
        for row in scenario.consequences.ledger:
            for number, case in enumerate(row.cases, 1):
                path = f"{scenario.id}.consequences.ledger.{row.id}.cases.{number}"
                yield path, case, (case.when, row.measure)
    for happening in campaign.outline.happenings:
        yield f"campaign.happenings.{happening.id}", happening, (happening.when,)
    before: list[Asked] = []
    for ending in campaign.outline.endings:
        before.append(ending.when)  # an ending hangs on those before it too: they did not hold
        yield f"campaign.endings.{ending.id}", ending, tuple(before)
    for line in campaign.outline.epilogue:
        yield f"campaign.epilogue.{line.id}", line, (line.when,)


def _has_source(model: Model, name: str) -> bool:
    computed: tuple[Equation | Stock, ...] = (*model.equations, *model.stocks)
    if any(one.id == name and one.sources for one in computed):
        return True
    series: tuple[Series, ...] = model.series
    return any(one.id == name and any(p.sources for p in one.points) for one in series)
