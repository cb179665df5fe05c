"""The revision note: what somebody changed in the model and why, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game import wording
from game.campaign.campaign import Campaign
from game.playthrough.playthrough import Playthrough
from game.playthrough.replay import Replay, play
from game.playthrough.revision import (
    ARGUED,
    Revision,
    is_within,
    parameter_of,
    revised,
    value_of,
)


def note(campaign: Campaign, made: Playthrough, revisions: Sequence[Revision]) -> str:
    """Return the note on some revisions, as Markdown, for a whole line of answers."""
    argued = revised(campaign, made.reading, revisions)
    before, after = play(campaign, made), play(argued, replace(made, reading=ARGUED))
    luck = f"Seed {made.seed}." if made.chance else "Chance is off."
    rests = f"Answers: {', '.join(made.line)}. Reading: {made.reading}. {luck}"
    lines = [
        f"# A revision of {campaign.outline.title}",
        "",
        f"{rests} Version {made.version} of the campaign, whose files are as they were.",
        "",
        "## What is changed",
        "",
    ]
    for one in revisions:
        lines += [*_changed(campaign, made.reading, one), ""]
    return "\n".join([*lines, "## What comes of it", "", *_compared(before, after)]) + "\n"


def _changed(campaign: Campaign, reading: str, one: Revision) -> list[str]:
    """Return a parameter with its old and its new value, the reason and the source."""
    parameter = parameter_of(campaign, one.parameter)
    assert parameter is not None, "only parameters of the model are revised"
    was = value_of(campaign, reading, parameter)
    where = "Within" if is_within(parameter, one.value) else "Beyond"
    change = f"`{parameter.id}` ({parameter.unit}): {one.value:g} instead of {was:g}"
    span = f"{where} the range of the authors, {parameter.low:g} to {parameter.high:g}"
    return [
        f"- {change}. {span}.",
        f"  - What it is: {parameter.meaning}",
        f"  - Because: {one.because}",
        f"  - Source: {one.source}",
    ]


def _compared(before: Replay, after: Replay) -> list[str]:
    """Return ending and axes side by side, as far as both lines come to an end."""
    if before.reached is None or after.reached is None:
        far = f"{len(before.steps)} answers before, {len(after.steps)} after"
        return [f"One of the two lines stops on the way: {far}."]
    rows = zip(before.reached.axes, after.reached.axes, strict=True)
    shown = [
        f"| {axis.title} | {wording.number(old, axis.shown_as)} | "
        f"{wording.number(new, axis.shown_as)} |"
        for (axis, old), (_, new) in rows
    ]
    endings = f"| Ending | {before.reached.ending.title} | {after.reached.ending.title} |"
    return ["| | as it was | as argued |", "| --- | --- | --- |", endings, *shown]
