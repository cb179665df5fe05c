"""Rings as path data, cut into stretches: a cell of a picture has those whole that pass it.

No leg is written that leads from a point to itself: to draw one takes as long as twenty others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from game.widgets.map import svg
from game.widgets.map.camera import Box
from game.widgets.map.clipping import Point, bounds, overlaps

LEGS = 24
"""Of a stretch."""
THIRD = 3
"""Of so many points one is enough for a broad soft line."""


class Stretch(NamedTuple):
    """Some legs of a run, one after the other. Points are path data without the first letter."""

    box: Box
    """Around all of it, in pixels."""
    points: str
    """All but the last."""
    soft: str
    """Every third of these."""
    first: str
    last: str


class Run(NamedTuple):
    """A part of a ring where a line is drawn, or a single point without one."""

    stretches: list[Stretch]
    end: str
    """Its last point, unless the next run begins there."""


class Ring(NamedTuple):
    """A ring in runs."""

    box: Box
    runs: list[Run]


class Paths(NamedTuple):
    """Path data of some rings."""

    area: str
    edge: str
    soft: str
    """The edge for a broad soft line."""


def ring_of(runs: Sequence[Sequence[Point]]) -> Ring:
    """Return a ring from its runs in pixels."""
    left, top, right, bottom = zip(*map(bounds, runs), strict=True)
    words = [svg.body(run).split("L") for run in runs]
    ends = [
        "" if own[-1] == after[0] and len(own) > 1 else own[-1]
        for own, after in zip(words, [*words[1:], words[0]], strict=True)
    ]
    cut = [list(_stretches(*one)) for one in zip(runs, words, strict=True)]
    return Ring((min(left), min(top), max(right), max(bottom)), [*map(Run, cut, ends)])


def _stretches(run: Sequence[Point], words: Sequence[str]) -> Iterator[Stretch]:
    for first in range(0, len(run) - 1, LEGS):
        last = min(first + LEGS, len(run) - 1)
        own, box = words[first:last], bounds(run[first : last + 1])
        yield Stretch(box, "L".join(own), "L".join(own[::THIRD]), own[0], words[last])


def passing(rings: Iterable[Ring], cell: Box) -> Paths:
    """Return what shows of some rings in a cell, in pixels.

    A stretch that does not meet the cell lies wholly on one side of it, and so does the straight
    line between its ends: of that nothing is seen. The area needs it to be closed; the edge goes
    without: to draw it takes the longer the farther apart its legs in a row of pixels are.
    """
    area: list[str] = []
    edge: list[str] = []
    soft: list[str] = []
    for ring in rings:
        if overlaps(ring.box, cell):
            whole: list[str] = []
            for run in ring.runs:
                seen = [(overlaps(one.box, cell), one) for one in run.stretches]
                whole += [one.points if near else one.first for near, one in seen]
                whole += [run.end] if run.end else []
                for row in _in_a_row(seen):
                    edge.append("L".join([*(one.points for one in row), row[-1].last]))
                    soft.append("L".join([*(one.soft for one in row), row[-1].last]))
            area.append(f"{'L'.join(whole)}Z")
    return Paths(*("".join([f"M{one}" for one in data]) for data in (area, edge, soft)))


def _in_a_row(run: Iterable[tuple[bool, Stretch]]) -> Iterator[list[Stretch]]:
    """Yield the stretches that are near, those together that follow one another."""
    for is_near, group in groupby(run, itemgetter(0)):
        if is_near:
            yield [one for _, one in group]
