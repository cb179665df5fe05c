"""Playthroughs side by side: where they part, how far apart they stand, and why.

Why is the difference of two explanations (`why.py`) that begin in one month with the same quiet
course. What it was at the start, what it did of itself and the causes add up to the difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.model import Order, ShownAs
from game.campaign.words import Month
from game.frozen import dataclass
from game.playthrough.playthrough import Playthrough
from game.playthrough.replay import Replay, play
from game.playthrough.why import ByChance, ByOrder, FromOutside, Origin, Part, parts_alone, things
from game.simulation.course import Course, Window
from game.simulation.why import Asked


@dataclass(frozen=True, slots=True)
class Stand:
    """Where every line stands after the months of one telegram."""

    turn: int
    """The telegram, from 0."""
    month: Month
    axes: tuple[tuple[float, ...], ...]
    """For each axis of the campaign its value on each line, as if it were summed up then."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Some playthroughs of one campaign, held side by side."""

    replays: tuple[Replay, ...]
    parting: int | None
    """The first telegram, from 0, that was not answered alike; none if all common ones were."""
    apart: Month | None
    """The first month in which any quantity differs."""
    stands: tuple[Stand, ...]
    """After each telegram that every line answers."""

    @property
    def is_fair(self) -> bool:
        """Return whether the lines differ by nothing but their answers."""
        first, *others = (one.playthrough for one in self.replays)
        return all(
            (one.seed, one.chance, one.reading) == (first.seed, first.chance, first.reading)
            for one in others
        )

    @property
    def is_one_line(self) -> bool:
        """Return whether it is one line under one luck, read in several ways."""
        first, *others = (one.playthrough for one in self.replays)
        return all(replace(one, reading=first.reading) == first for one in others)

    @property
    def last(self) -> Month:
        """Return the last month that every line has reached."""
        return min(one.course.last for one in self.replays)


def compare(campaign: Campaign, made: Sequence[Playthrough]) -> Comparison:
    """Return playthroughs side by side, each as far as it can be played."""
    replays = tuple(play(campaign, one) for one in made)
    turns = min(len(one.steps) for one in replays)
    stands = tuple(_stand(campaign, replays, turn) for turn in range(turns))
    answers = zip(*([step.response.id for step in one.steps] for one in replays), strict=False)
    parted = (turn for turn, given in enumerate(answers) if len(set(given)) > 1)
    return Comparison(replays, next(parted, None), _apart(replays), stands)


def _stand(campaign: Campaign, replays: Sequence[Replay], turn: int) -> Stand:
    if turn == len(campaign.scenarios) - 1:  # summed up as the chronicle does it
        ends = [[value for _, value in one.reached.axes] for one in replays if one.reached]
        return Stand(turn, campaign.outline.chronicle, tuple(zip(*ends, strict=True)))
    month = replays[0].steps[turn].window.last
    window = Window(campaign.model.first, month, month)
    courses = [_before_the_next(campaign, one.playthrough, turn) for one in replays]
    axes = (
        tuple(course.measure(axis.measure, window) for course in courses)
        for axis in campaign.outline.axes
    )
    return Stand(turn, month, tuple(axes))


def _before_the_next(campaign: Campaign, made: Playthrough, turn: int) -> Course:
    """Return the months up to the next telegram, of which no answer is ordered yet."""
    return play(campaign, replace(made, line=made.line[: turn + 1])).course


def _apart(replays: Sequence[Replay]) -> Month | None:
    rows = enumerate(zip(*(one.course.rows for one in replays), strict=False))
    number = next((number for number, row in rows if len(set(row)) > 1), None)
    return None if number is None else replays[0].course.first.plus(number)


def widest(campaign: Campaign, one: Course, other: Course, month: Month) -> str:
    """Return the indicator in which two courses stand furthest apart, on its own scale."""
    apart = {
        str(shown.quantity): abs(one.at(month, shown.quantity) - other.at(month, shown.quantity))
        / (shown.high - shown.low)
        for shown in campaign.outline.indicators
    }
    return max(apart, key=lambda name: apart[name])


# --- why ---


@dataclass(frozen=True, slots=True)
class Share:
    """What one cause did on each of two lines, in the unit of the quantity asked about."""

    origin: Origin
    one: float
    other: float

    @property
    def difference(self) -> float:
        """Return how much more it did on the other line."""
        return self.other - self.one


@dataclass(frozen=True, slots=True)
class Contrast:
    """Why a quantity stands otherwise on another line. The parts add up to the difference."""

    asked: Asked
    title: str
    unit: str
    shown_as: ShownAs
    ends: tuple[float, float]
    """The quantity in the last month, on either line."""
    start: float
    """How far apart it stood in the first month: nothing, where only the answers differ."""
    of_itself: float
    """How much more it moved of itself: nothing, where only the answers differ."""
    shares: tuple[Share, ...]
    """Those that differ, the greatest difference first."""

    @property
    def difference(self) -> float:
        """Return how much more there is of it on the other line."""
        return self.ends[1] - self.ends[0]


def contrast(
    campaign: Campaign, one: Playthrough, other: Playthrough, about: Asked | None = None
) -> Contrast:
    """Return why a quantity stands otherwise on `other` than on `one`.

    Args:
        campaign: the campaign.
        one: a playthrough that can be played.
        other: another.
        about: what is asked; without it the indicator furthest apart, from where they part on.

    Raises:
        NoValueError: when the model has no value on the way from the quiet course.
    """
    found = compare(campaign, (one, other))
    asked = about or question(campaign, found)
    (own, here), (own_there, there) = (parts_alone(campaign, made, asked) for made in (one, other))
    thing = things(campaign.model)[asked.quantity]
    starts, ends = (
        [replay.course.at(month, asked.quantity) for replay in found.replays]
        for month in (asked.first, asked.last)
    )
    shares = _shares(here, there)
    return Contrast(
        asked,
        str(thing.title),
        thing.unit,
        ShownAs.COUNT if isinstance(thing, Order) else thing.shown_as,
        (ends[0], ends[1]),
        starts[1] - starts[0],
        own_there - own,
        tuple(sorted(shares, key=lambda share: -abs(share.difference))),
    )


def question(campaign: Campaign, found: Comparison, quantity: str = "") -> Asked:
    """Return what to ask of the first two lines: from the last month in which they are alike.

    Args:
        campaign: the campaign.
        found: the lines.
        quantity: what is asked about; without it the indicator furthest apart at the end.
    """
    first, last = campaign.model.first, min(found.last, campaign.outline.chronicle)
    start = first if found.apart is None else max(first, min(found.apart, last).plus(-1))
    one, other = (replay.course for replay in found.replays[:2])
    return Asked(quantity or widest(campaign, one, other, last), start, last)


def _shares(here: Sequence[Part], there: Sequence[Part]) -> list[Share]:
    """Return what the causes of two explanations did, where that differs."""
    sums: dict[tuple[str, str, int], tuple[Origin, list[float]]] = {}
    for side, parts in enumerate((here, there)):
        for part in parts:
            _, amounts = sums.setdefault(_key(part.origin), (part.origin, [0.0, 0.0]))
            amounts[side] += part.amount
    found = (Share(origin, *amounts) for origin, amounts in sums.values())
    return [share for share in found if share.difference]


def _key(origin: Origin) -> tuple[str, str, int]:
    """Return the same for one cause on two lines: an order by the telegram it answers."""
    match origin:
        case ByOrder(turn, _, _, order):
            return "order", str(order.id), turn
        case FromOutside(series):
            return "outside", str(series.id), 0
        case ByChance(quantity):
            return "chance", quantity, 0
