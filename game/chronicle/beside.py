"""Several lines in one picture: a figure's curves with the month in which they part."""

from __future__ import annotations

from collections.abc import Sequence

from game.campaign.campaign import Campaign, Indicator
from game.chronicle.chronicle import Table
from game.chronicle.figures import drawn_line, last_of, writer, years_of
from game.diagrams.values import Curve, Curves, Tick, axis
from game.playthrough.parting import Comparison
from game.playthrough.why import things
from game.words import wording

DASHES = (4.0, 1.6, 9.0)
"""How long the dashes are of the second, third and fourth line."""
PARTING = "here they part"


def curves_beside(
    campaign: Campaign, found: Comparison, names: Sequence[str]
) -> tuple[Curves, ...]:
    """Return a diagram for each figure of the desk, those that lie furthest apart first.

    Args:
        campaign: the campaign.
        found: the lines.
        names: what each is called.
    """
    return tuple(_curves(campaign, found, names, one) for one in furthest(campaign, found))


def in_numbers(campaign: Campaign, found: Comparison, names: Sequence[str], number: int) -> Table:
    """Return every month of the figure of that number among `furthest`, on each line."""
    quantity = str(furthest(campaign, found)[number].quantity)
    style, first = wording.shown_as(campaign)[quantity], campaign.model.first
    last = min(last_of(campaign, one) for one in found.replays)
    months = [first.plus(count) for count in range(last.since(first) + 1)]
    rows = tuple(
        (
            wording.month(month),
            *(wording.number(one.course.at(month, quantity), style) for one in found.replays),
        )
        for month in months
    )
    return Table("The same in numbers, month by month", ("Month", *names), rows)


def furthest(campaign: Campaign, found: Comparison) -> tuple[Indicator, ...]:
    """Return the figures of the desk, those in which the lines lie furthest apart first."""
    return tuple(sorted(campaign.outline.indicators, key=lambda one: -_apart(found, one)))


def _apart(found: Comparison, shown: Indicator) -> float:
    """Return how far the lines lie apart at most in any month, as a share of the scale."""
    curves = [one.course.curve(str(shown.quantity)) for one in found.replays]
    spans: list[float] = [max(values) - min(values) for values in zip(*curves, strict=False)]
    return float(max(spans) / (shown.high - shown.low))


def _curves(
    campaign: Campaign, found: Comparison, names: Sequence[str], shown: Indicator
) -> Curves:
    quantity, first = str(shown.quantity), campaign.model.first
    style = wording.shown_as(campaign)[quantity]
    last = min(last_of(campaign, one) for one in found.replays)
    lines = [drawn_line(one.course, quantity, last, style) for one in found.replays]
    curves = tuple(
        Curve(name, *line, ghost=number > 0, dash=DASHES[(number - 1) % len(DASHES)])
        for number, (name, line) in enumerate(zip(names, lines, strict=True))
    )
    scale = axis(tuple(y for one in curves for _, y in one.points), writer(style))
    unit = things(campaign.model)[quantity].unit
    across, events = years_of(first, last), _events(campaign, found)
    return Curves(str(shown.title), unit, across, scale, curves, events=events)


def _events(campaign: Campaign, found: Comparison) -> tuple[Tick, ...]:
    """Return the telegram at which the lines part, or none."""
    if found.parting is None:
        return ()
    month = campaign.scenarios[found.parting].month
    return (Tick(float(month.since(campaign.model.first)), PARTING),)
