"""A whole line beside another one in plain lines, and which single answer mattered most."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.chronicle import comparing
from game.playthrough.onechange import one_change
from game.playthrough.parting import Comparison, compare, contrast
from game.playthrough.playthrough import Playthrough, history, letters
from game.simulation.arithmetic import NoValueError
from game.terminal.paper import Passage, passage
from game.words import wording

BEST = 3
"""Rows that are named for each axis."""
NAMES = "yours", "the other"
NO_LINE = "Write differ, differ and a whole line of letters such as {}, or differ one."


def differ(campaign: Campaign, made: Playthrough, given: str) -> list[Passage]:
    """Return what was asked: beside history, beside another line, or one answer changed."""
    if given.casefold() == "one":
        return _one(campaign, made)
    line = _lettered(campaign, given.upper()) if given else history(campaign)
    if line is None:
        example = letters(campaign, history(campaign))
        return [passage(NO_LINE.format(example))]
    return _beside(campaign, made, replace(made, line=line))


def _lettered(campaign: Campaign, given: str) -> tuple[ResponseId, ...] | None:
    """Return a whole line by its letters, if it is one."""
    found = [
        {chr(ord("A") + place): one.id for place, one in enumerate(scenario.decision.responses)}
        for scenario in campaign.scenarios
    ]
    if len(given) != len(found) or any(
        letter not in known for letter, known in zip(given, found, strict=True)
    ):
        return None
    return tuple(known[letter] for letter, known in zip(given, found, strict=True))


def _beside(campaign: Campaign, made: Playthrough, other: Playthrough) -> list[Passage]:
    found = compare(campaign, (made, other))
    stopped = found.replays[1].stopped
    if stopped is not None:
        why = wording.refusal(campaign, found.replays[1].course, stopped)
        return [passage(f"{comparing.name(campaign, other)} cannot be played: {why}")]
    names = [comparing.name(campaign, one) for one in (made, other)]
    head = passage(f"Yours: {names[0]}. The other: {names[1]}.", comparing.parting(campaign, found))
    stages = [_stage(campaign, found, turn) for turn in range(len(found.stands))]
    return [head, *stages, _why(campaign, made, other)]


def _stage(campaign: Campaign, found: Comparison, turn: int) -> Passage:
    stand, scenario = found.stands[turn], campaign.scenarios[turn]
    answers = [comparing.answer(one.steps[turn]) for one in found.replays]
    mark = " Here they part." if turn == found.parting else ""
    given = (
        [f"  both: {answers[0]}"]
        if answers[0] == answers[1]
        else [f"  {name}: {text}" for name, text in zip(NAMES, answers, strict=True)]
    )
    axes = [
        f"  {axis.title}: {', '.join(map(' '.join, zip(NAMES, told, strict=True)))}"
        for axis, values in zip(campaign.outline.axes, stand.axes, strict=True)
        if comparing.differs(axis, values)
        for told in [comparing.beside(axis, values)]
    ]
    when = wording.month(stand.month)
    until = f"  {when}:" if axes else f"  {when}: no axis differs."
    return passage(f"{turn + 1}. {scenario.title}.{mark}", *given, until, *axes)


def _why(campaign: Campaign, made: Playthrough, other: Playthrough) -> Passage:
    try:
        found = contrast(campaign, made, other)
    except NoValueError as error:
        return passage(str(error))
    causes = comparing.causes(found, NAMES)
    summed = comparing.summary(found, NAMES)
    return passage(f"Why. {summed}", *(f"  {amount}: {text}" for amount, text in causes))


def _one(campaign: Campaign, made: Playthrough) -> list[Passage]:
    """Return for each axis which answer mattered most, and the greatest single changes."""
    found = one_change(campaign, made)
    return [
        passage(
            comparing.mattered(campaign, found, axis, number),
            *(
                f"  {comparing.signed(row.effect, axis.shown_as)}: "
                f"{comparing.changed(campaign, row.change)}. "
                f"Under every reading: {comparing.holds(row)}."
                for row in found.ranked(axis, number)[:BEST]
            ),
        )
        for number, axis in enumerate(campaign.outline.axes)
    ]
