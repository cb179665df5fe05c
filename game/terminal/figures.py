"""The figures on the desk in words: what they say, what moved, and how it truly was."""

from __future__ import annotations

from game.campaign.campaign import Campaign, Indicator
from game.campaign.words import Month
from game.playthrough.desk import AFTER_THE_ANSWER, Desk, Stage, replay_of, scenario_of, step_of
from game.playthrough.ghost import ghost_of
from game.terminal.paper import Passage, passage
from game.words import wording


def month_of(campaign: Campaign, desk: Desk) -> Month:
    """Return the month the desk shows."""
    if desk.stage is Stage.OPENING:
        return campaign.model.first
    if desk.stage is Stage.CHRONICLE:
        return campaign.outline.chronicle
    if desk.stage in AFTER_THE_ANSWER:
        return step_of(campaign, desk).window.last
    return scenario_of(campaign, desk).month


def figures(campaign: Campaign, desk: Desk, month: Month | None = None) -> Passage:
    """Return one line an indicator."""
    when = month or month_of(campaign, desk)
    heading = f"The figures on the desk, {wording.month(when)}"
    lines = (f"  {one.title}: {value(campaign, desk, one, when)}" for one in _all(campaign))
    return passage(heading, *lines)


def explained(campaign: Campaign, desk: Desk, month: Month) -> Passage:
    """Return every indicator with its meaning and its scale."""
    lines = [f"The figures on the desk, {wording.month(month)}"]
    for one in _all(campaign):
        shown = wording.shown_as(campaign)[one.quantity]
        scale = f"{wording.number(one.low, shown)} to {wording.number(one.high, shown)}"
        lines.append(f"  {one.title}: {value(campaign, desk, one, month)}. {one.meaning}")
        lines.append(f"    Its scale: {scale}.{_beside(campaign, desk, one, month)}")
    return passage(*lines)


def moved(campaign: Campaign, desk: Desk, month: Month) -> tuple[str, ...]:
    """Return a line for each indicator that is another than the month before."""
    lines = []
    for one in _all(campaign):
        before, now = (value(campaign, desk, one, month.plus(step)) for step in (-1, 0))
        if before != now:
            lines.append(f"  {one.title}: {now}, was {before}.")
    return tuple(lines) or ("  No figure on the desk has moved.",)


def truly(campaign: Campaign, desk: Desk) -> Passage:
    """Return every indicator as it was believed, as it was, and as it stands by the record."""
    month = month_of(campaign, desk)
    lines = (
        f"  {one.title}: {value(campaign, desk, one, month)}.{_beside(campaign, desk, one, month)}"
        for one in _all(campaign)
    )
    return passage(f"The figures beside the documented path, {wording.month(month)}", *lines)


def value(campaign: Campaign, desk: Desk, one: Indicator, month: Month) -> str:
    """Return an indicator's figure in a month."""
    course = replay_of(campaign, desk).course
    return wording.number(course.at(month, one.quantity), wording.shown_as(campaign)[one.quantity])


def _beside(campaign: Campaign, desk: Desk, one: Indicator, month: Month) -> str:
    """Return the truth where it may be told, and the documented path where it runs along."""
    words = ""
    if one.truth and desk.stage in (Stage.RECORD, Stage.CHRONICLE):
        true = replay_of(campaign, desk).course.at(month, one.truth)
        words = f" In truth: {wording.number(true, wording.shown_as(campaign)[one.truth])}."
    if desk.playthrough.line and desk.stage is not Stage.CONSEQUENCES:
        there = ghost_of(campaign, desk.playthrough).course.at(month, one.quantity)
        shown = wording.shown_as(campaign)[one.quantity]
        words += f" On the documented path: {wording.number(there, shown)}."
    return words


def _all(campaign: Campaign) -> tuple[Indicator, ...]:
    return campaign.outline.indicators
