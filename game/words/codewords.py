"""What is said of run codes: what is wrong with one, and what has changed since it was made."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.marks import mark_of
from game.playthrough.code import (
    ElsewhereMade,
    LeadsElsewhere,
    NoCode,
    OtherForm,
    OtherVersion,
    Remark,
    UnknownMark,
    UnknownReading,
)
from game.playthrough.entry import Unfinished
from game.playthrough.letters import Mistyped, Strange
from game.playthrough.refusals import TooManyAnswers

SHOWN = 60
"""Characters of what was given that are said back."""


def no_code(campaign: Campaign, given: str, why: NoCode) -> str:
    """Return why a text is no run code of this campaign, and what would do."""
    text = repr(given if len(given) <= SHOWN else given[:SHOWN] + "…")
    match why:
        case Strange(character, place):
            return (
                f"{text} is no run code: no code has the character {character!r} (the "
                f"{place}. of it). There are 2 to 9 and the letters without I, L and O."
            )
        case Mistyped(""):
            return (
                f"{text} is no run code: characters are wrong, missing or swapped, and it does "
                "not show which. Read it out again."
            )
        case Mistyped(meant):
            return f"{text} is no run code: it has a slip. Did you mean {meant}?"
        case OtherForm():
            return f"{text} is a run code of another form; a newer game may read it."
        case ElsewhereMade():
            return (
                f"{text} is a run code of another campaign than {campaign.outline.id!r}; "
                "open it in that one."
            )


def remark(campaign: Campaign, one: Remark) -> str:
    """Return what the player should know about a code that is not quite of today."""
    match one:
        case UnknownMark(turn, mark):
            known = campaign.scenarios[turn].decision.responses
            listed = ", ".join(f"{mark_of(known)} {known.title}" for known in known)
            return (
                f"It plays up to telegram {turn + 1} and stops there: no response has the mark "
                f"{mark} any more. There are: {listed}."
            )
        case UnknownReading(used):
            return f"It rests on a reading that is no longer there; {used!r} stands in."
        case OtherVersion(made, here):
            return f"It was made with version {made} of the campaign; this is version {here}."
        case LeadsElsewhere():
            return "The same answers lead elsewhere today: the campaign has changed since."
        case TooManyAnswers(given, scenarios):
            return (
                f"It has {given} answers or more; the campaign has {scenarios} telegrams. "
                "The rest is left out."
            )


def so_far(one: Unfinished) -> str:
    """Return what is said of a code that is being typed."""
    if one.more:
        return f"{one.more} more character{'s' * (one.more > 1)} at least."
    return "Not a code yet: characters are missing, or there is a slip. Enter tells more."


def spelled(code: str) -> str:
    """Return a code as it is read out loud, character by character."""
    return ", ".join(" ".join(group) for group in code.split("-"))


NO_ROOM = "This playthrough has no run code: its answers and its seed are too long for one."
ABOUT_CODE = (
    "Read it out, write it on the board, or let a telephone read the square. Typed on the title "
    "under Type a code, it opens this playthrough: the answers, the reading, the luck."
)
