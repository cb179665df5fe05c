"""Why a quantity moved, in sentences a pupil understands."""

from __future__ import annotations

from dataclasses import dataclass

from game import wording
from game.campaign.campaign import Campaign
from game.campaign.model import ShownAs
from game.campaign.words import Grade, Month, SourceId
from game.playthrough.playthrough import Playthrough
from game.playthrough.reasons import Assumed, Cause, Moved, Ordered, causes
from game.playthrough.replay import play
from game.playthrough.why import (
    ByChance,
    ByOrder,
    Explanation,
    FromOutside,
    Origin,
    Part,
    Weights,
    weights,
)
from game.simulation.course import Course, Window
from game.simulation.why import Asked

NAMED = 3
"""Things the first line names."""
TOLD = 8
"""Parts that have a sentence of their own; the others are summed up."""
SMALL = 0.01
"""A part below this share of all parts is summed up with the others."""


def signed(value: float, shown_as: ShownAs) -> str:
    """Return by how much something moved, as it is written for the player: `+12,000`."""
    size = _size(value, shown_as)
    if not shows(value, shown_as):
        return size
    return f"+{size}" if value > 0 else f"−{size}"


def shows(value: float, shown_as: ShownAs) -> bool:
    """Return whether a number is more than nothing, as it is written for the player."""
    return bool(_size(value, shown_as).split(" ")[0].strip("0.,"))


def _size(value: float, shown_as: ShownAs) -> str:
    if shown_as is ShownAs.PERCENT:  # of a share one says points, lest 4 % be taken of it
        return _points(abs(value) * 100)
    if shown_as is ShownAs.POINTS:
        return _points(abs(value))
    return wording.number(abs(value), shown_as)


def _points(value: float) -> str:
    text = f"{value:.0f}"
    return f"{text} point" if text == "1" else f"{text} points"


def summary(found: Explanation) -> str:
    """Return the first line: from where to where, and what did most."""
    start, end = (wording.number(one, found.shown_as) for one in (found.start, found.end))
    first, last = found.asked.first, found.asked.last
    came = (
        f"{found.title}: {start} in {wording.month(first)}, {end} in {wording.month(last)} "
        f"({signed(found.change, found.shown_as)})."
    )
    largest = _largest(found)
    if not largest:
        return f"{came} Nothing moved it."
    named = [f"{name} ({signed(amount, found.shown_as)})" for name, amount in largest]
    return f"{came} Above all: {_listed(named)}."


def _largest(found: Explanation) -> list[tuple[str, float]]:
    parts = [(_named(one.origin), one.amount) for one in found.parts]
    parts.append(("what would have come anyway", found.of_itself))
    parts.sort(key=lambda part: -abs(part[1]))
    floor = SMALL * sum(abs(amount) for _, amount in parts)
    return [
        (name, amount)
        for name, amount in parts[:NAMED]
        if abs(amount) > floor and shows(amount, found.shown_as)
    ]


def _named(origin: Origin) -> str:
    match origin:
        case ByOrder(turn, _, _, order):
            return f"your order “{order.title}” (telegram {turn + 1})"
        case FromOutside(series):
            return f"“{series.title}” outside"
        case ByChance(_, title):
            return f"luck in “{title}”"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def sentences(found: Explanation) -> list[tuple[str, str]]:
    """Return (by how much, sentence) for each part. The amounts add up to the change."""
    told = _told(found)
    lines = [(signed(one.amount, found.shown_as), sentence(one, found.asked.first)) for one in told]
    rest = found.parts[len(told) :]
    if rest:
        amount = signed(sum(one.amount for one in rest), found.shown_as)
        count = f"{len(rest)} smaller causes" if len(rest) > 1 else "One smaller cause"
        lines.append((amount, f"{count}, taken together."))
    return [*lines, (signed(found.of_itself, found.shown_as), of_itself(found.asked.first))]


def _told(found: Explanation) -> tuple[Part, ...]:
    floor = SMALL * sum(abs(one.amount) for one in found.parts)
    large = (one for one in found.parts[:TOLD] if abs(one.amount) >= floor)
    return tuple(one for one in large if shows(one.amount, found.shown_as))


def of_itself(first: Month) -> str:
    """Return what it means that something would have come anyway."""
    return (
        "Of itself: so it would have gone with none of your orders, a world outside that stands "
        f"still from {wording.month(first)}, and average luck."
    )


def sentence(part: Part, first: Month) -> str:
    """Return what one thing did, in one or two sentences, without the number."""
    way = _way(part)
    match part.origin:
        case ByOrder(turn, month, _, order):
            given = (
                f"Your order “{order.title}” (telegram {turn + 1}, {wording.month(month)}){way}."
            )
            old = " Given earlier, it still works or wears off."
            return given + (old if month < first else "")
        case FromOutside(series, start, end):
            ends = [wording.number(one, series.shown_as) for one in (start, end)]
            moved = f"from {ends[0]} to {ends[1]}" if ends[0] != ends[1] else "on the way"
            return f"No order of yours: “{series.title}” moved {moved}{way}."
        case ByChance(_, title):
            return f"Luck in “{title}”{way}."


def _way(part: Part) -> str:
    """Return the quantities between a thing and what it moved in the end."""
    between = [f"“{link.rule.title}”" for link in part.route[:-1]]
    return f", by way of {', then '.join(between)}" if between else ""


BY_ITSELF = "By itself"
CHANCE = "Chance"
"""What moved a quantity besides the things its rule names."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something a figure hangs on directly, and how far it moved the figure."""

    title: str
    text: str
    grade: Grade | None = None
    sources: tuple[SourceId, ...] = ()
    further: str = ""
    """The quantity that can be asked about next, if there is one."""


def reasons(
    campaign: Campaign, playthrough: Playthrough, window: Window, about: str
) -> tuple[Reason, ...]:
    """Return what a quantity hangs on: what moved it most comes first, assumptions come last."""
    course, model = play(campaign, playthrough).course, campaign.model
    found = causes(model, course, window, about, playthrough.reading)
    if not found:
        return ()
    weighed = weights(campaign, playthrough, Asked(about, window.first, window.last))
    style = wording.shown_as(campaign)[about]
    moving = [(_weight(one, weighed), one) for one in found if not isinstance(one, Assumed)]
    lines = [(amount, _reason(one, signed(amount, style))) for amount, one in moving]
    text = "Growth and decay of its own, and what is the same every month."
    besides = [(weighed.itself, BY_ITSELF, text)]
    besides.append((weighed.chance, CHANCE, "The luck drawn for these months."))
    lines += [
        (amount, Reason(f"{title}: {signed(amount, style)}", text))
        for amount, title, text in besides
        if shows(amount, style)
    ]
    lines.sort(key=lambda line: -abs(line[0]))
    assumed = (_reason(one) for one in found if isinstance(one, Assumed))
    return (_moved(course, window, about, style), *(line for _, line in lines), *assumed)


def _weight(one: Moved | Ordered, weighed: Weights) -> float:
    return weighed.quantities[str(one.order if isinstance(one, Ordered) else one.quantity)]


def _reason(one: Cause, amount: str = "") -> Reason:
    title, text, grade, sources = wording.cause(one)
    further = str(one.quantity) if isinstance(one, Moved) and one.because else ""
    return Reason(f"{title}: {amount}" if amount else title, text, grade, sources, further)


def _moved(course: Course, window: Window, about: str, style: ShownAs) -> Reason:
    """Return how far the figure itself moved."""
    start, end = (course.at(month, about) for month in (window.first, window.last))
    title = f"{wording.month(window.first)} to {wording.month(window.last)}"
    ends = f"{wording.number(start, style)} at the start, {wording.number(end, style)} at the end"
    return Reason(f"{title}: {signed(end - start, style)}", f"{ends}. It is made up of:")
