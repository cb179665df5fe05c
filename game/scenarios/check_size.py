"""How many, how much, how long: counts, bounds, letters, coordinates, the last of several cases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from game.campaign.campaign import Happening, Outline
from game.campaign.geography import Area, Column, Front, Geography, Line, Place, Threat
from game.campaign.scenario import Decision, Estimate, LedgerRow
from game.scenarios import catalogue
from game.scenarios.bounds import COUNTS, LATITUDE, LENGTHS, LONGITUDE, NUMBERS
from game.scenarios.findings import Findings
from game.scenarios.problem import Problem
from game.scenarios.scalars import last

DRAWN = {
    Place: "at",
    Line: "points",
    Front: "points",
    Area: "outline",
    Threat: "points",
    Column: "route",
    Geography: "middle",
}
"""From a class to its field of coordinates."""
DEGREES = (("degrees east, the first,", LONGITUDE), ("degrees north, the second,", LATITUDE))


def size_problems(findings: Findings) -> Iterator[Problem]:
    """Yield every part that has too much or too little of something."""
    yield from _counts(findings)
    yield from _numbers(findings)
    yield from _lengths(findings)
    for path, part in findings.parts_of(*DRAWN):
        field = DRAWN[type(part)]
        yield from _coordinates(findings, f"{path}.{field}", getattr(part, field) or ())
    yield from _choices(findings)


def _counts(findings: Findings) -> Iterator[Problem]:
    for (kind, field), (fewest, most) in COUNTS.items():
        for path, part in findings.parts_of(kind):
            count = len(getattr(part, field))
            words = {"name": field, "count": count, "fewest": fewest, "most": most}
            if count < fewest:
                more = fewest - count
                yield findings.say(catalogue.TOO_FEW, f"{path}.{field}", **words, more=more)
            elif most is not None and count > most:
                more = count - most
                yield findings.say(catalogue.TOO_MANY_THINGS, f"{path}.{field}", **words, more=more)


def _lengths(findings: Findings) -> Iterator[Problem]:
    for part, field, path, text in findings.texts_of(*{kind for kind, _ in LENGTHS}):
        most = LENGTHS.get((type(part), field))
        if most is not None and len(text) > most:
            words = {"name": field, "count": len(text), "most": most}
            yield findings.say(catalogue.TOO_LONG, path, **words)


def _numbers(findings: Findings) -> Iterator[Problem]:
    for (kind, field), (low, high) in NUMBERS.items():
        for path, part in findings.parts_of(kind):
            value = getattr(part, field)
            if not low <= value <= high:
                yield _beyond(findings, f"{path}.{field}", value, (low, high))


def _beyond(
    findings: Findings, path: str, value: float, bounds: tuple[float, float], name: str = ""
) -> Problem:
    low, high = bounds
    words = {"value": f"{value:g}", "low": f"{low:g}", "high": f"{high:g}"}
    return findings.say(catalogue.OUT_OF_BOUNDS, path, name=name or last(path), **words)


def _coordinates(findings: Findings, path: str, value: Any) -> Iterator[Problem]:
    """Check every pair of degrees in a point, a line or several strokes."""
    if value and isinstance(value[0], float):
        (west, east), (south, north) = LONGITUDE, LATITUDE
        if west <= value[0] <= east and south <= value[1] <= north:  # nearly all
            return
        for number, (degrees, (name, (low, high))) in enumerate(
            zip(value, DEGREES, strict=True), 1
        ):
            if not low <= degrees <= high:
                yield _beyond(findings, f"{path}.{number}", degrees, (low, high), name)
        return
    for number, inner in enumerate(value, 1):
        yield from _coordinates(findings, f"{path}.{number}", inner)


def _choices(findings: Findings) -> Iterator[Problem]:
    """Check that something is always said, and that history gave one answer."""
    for path, part in findings.parts_of(LedgerRow, Outline):
        field = "cases" if isinstance(part, LedgerRow) else "endings"
        cases = getattr(part, field)
        if cases and cases[-1].when is not None:
            yield findings.say(catalogue.LAST_CASE, f"{path}.{field}", name=field)
    for path, part in findings.parts_of(Decision):
        count = sum(one.historical for one in part.responses)
        if count != 1:
            yield findings.say(catalogue.HISTORICAL, f"{path}.responses", count=count)
    for path, part in findings.parts_of(Estimate):
        yield from _answers(findings, f"{path}.answers", part)
    for path, part in findings.parts_of(Happening):
        if part.month is None and part.when is None:
            yield findings.say(catalogue.NEVER, path, name=last(path))


def _answers(findings: Findings, path: str, estimate: Estimate) -> Iterator[Problem]:
    """The bounds of the answers rise, and the last one has none."""
    bounds = [one.below for one in estimate.answers]
    if bounds and bounds[-1] is not None:
        yield findings.say(catalogue.LAST_CASE, path, name="answers")
    inner = bounds[:-1]
    for number, (before, here) in enumerate(pairwise(inner), 2):
        if before is None or here is None or here <= before:
            words = {"given": _or_none(here), "before": _or_none(before)}
            yield findings.say(catalogue.DESCENDING, f"{path}.{number}", **words)


def _or_none(bound: float | None) -> str:
    return "no `below`" if bound is None else f"{bound:g}"
