"""Problems of a campaign that show only when every line of it has been walked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from game.atlas.ground import EndlessError
from game.atlas.survey import Survey, Watch, survey
from game.campaign.campaign import Axis, Campaign, Ending, EpilogueLine, Happening, Indicator
from game.campaign.formula import Formula, Measure, names_in
from game.campaign.model import Equation, Model, Series, Stock
from game.campaign.scenario import Case, Council
from game.campaign.words import Grade, ResponseId
from game.scenarios import catalogue
from game.scenarios.problem import Kind, Mark, Problem, problem

Say: TypeAlias = Callable[..., Problem]
"""From a kind, a key path and the words of its templates to the problem."""
Asked: TypeAlias = "Formula | Measure | None"
Consequence: TypeAlias = "Case | Happening | Ending | EpilogueLine"
BRACE = re.compile(r"\{([a-z0-9_]+)\}")


def deep_problems(
    campaign: Campaign, mark: Callable[[str], Mark], watch: Watch
) -> tuple[Problem, ...]:
    """Walk every line under every reading, chance off, and return what is wrong.

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
    return tuple(sorted(found, key=lambda one: (one.mark, one.code)))


def _of_lines(campaign: Campaign, all_lines: Survey, say: Say) -> Iterator[Problem]:
    yield from _cases(campaign, all_lines, say)
    yield from _happenings(campaign, all_lines, say)
    yield from _endings(campaign, all_lines, say)
    yield from _responses(campaign, all_lines, say)
    yield from _scales(campaign, all_lines, say)


def _cases(campaign: Campaign, all_lines: Survey, say: Say) -> Iterator[Problem]:
    shown = all_lines.whole.cases
    for turn, scenario in enumerate(campaign.scenarios):
        for number, row in enumerate(scenario.consequences.ledger):
            for case, one in enumerate(row.cases):
                if not shown[turn, number, case] and not _by_luck(campaign.model, one.when):
                    path = f"{scenario.id}.consequences.ledger.{row.id}.cases.{case + 1}"
                    yield say(catalogue.NEVER_SHOWN, path, name=row.id, number=case + 1)


def _happenings(campaign: Campaign, all_lines: Survey, say: Say) -> Iterator[Problem]:
    came = all_lines.whole.happenings
    for one in campaign.outline.happenings:
        if not came[one.id] and not _by_luck(campaign.model, one.when):
            yield say(catalogue.NEVER_COMES, f"campaign.happenings.{one.id}", name=one.id)


def _by_luck(model: Model, asked: Asked) -> bool:
    """Return whether a condition hangs on a stroke of luck, which no line without chance shows.

    That is so if it names a quantity whose formula asks `chance()`, or one made directly of such.
    """
    if asked is None:
        return False
    formulas = {str(one.id): one.equals for one in model.equations}
    struck = {name for name, formula in formulas.items() if "chance(" in formula.text}
    near = {name for name, formula in formulas.items() if struck & names_in(formula.tree).keys()}
    return bool((struck | near) & names_in(asked.tree).keys())


def _endings(campaign: Campaign, all_lines: Survey, say: Say) -> Iterator[Problem]:
    for ending in campaign.outline.endings:
        path, lines = f"campaign.endings.{ending.id}", all_lines.most_to(ending.id)
        if lines == 0:
            yield say(catalogue.NEVER_REACHED, path, name=ending.id)
        if lines == 1:
            yield say(catalogue.REACHED_ONCE, path, name=ending.id)
    for line in campaign.outline.epilogue:
        if not all_lines.whole.epilogue[line.id]:
            yield say(catalogue.NEVER_TOLD, f"campaign.epilogue.{line.id}", name=line.id)


def _responses(campaign: Campaign, all_lines: Survey, say: Say) -> Iterator[Problem]:
    for turn, scenario in enumerate(campaign.scenarios):
        for response in scenario.decision.responses:
            path = f"{scenario.id}.decision.responses.{response.id}"
            given = all_lines.whole.given[turn, response.id]
            if not given or not _is_raised(scenario.council, response.id):
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
        names = {name for part in asked if part for name in names_in(part.tree)}
        names |= set(BRACE.findall(one.text))
        if not any(_has_source(campaign.model, name) for name in names):
            yield say(catalogue.NO_EVIDENCE, f"{path}.grade", name=path.rpartition(".")[2])


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
