"""A run code while it is being typed, and the place at the desk that it leads to."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.marks import ALPHABET
from game.frozen import dataclass
from game.playthrough.code import (
    MOST_ANSWERS,
    SHORTEST,
    Decoded,
    ElsewhereMade,
    NoCode,
    OtherForm,
    read_code,
)
from game.playthrough.desk import Desk, Stage
from game.playthrough.letters import BETWEEN, GROUP, LONGEST, Mistyped, Strange
from game.playthrough.resume import Resumed, resume


@dataclass(frozen=True, slots=True)
class Unfinished:
    """So far it may become a code; nothing shows that it will not."""

    more: int
    """Characters that are missing at least."""


def tidied(text: str) -> str:
    """Return what was typed as codes are written: in capitals, four together, no longer than one.

    Characters that no code has stay, so that whoever typed them sees them.
    """
    plain = "".join(one for one in text.upper() if one not in BETWEEN and one.isprintable())
    short = plain[:LONGEST]
    return "-".join(short[at : at + GROUP] for at in range(0, len(short), GROUP))


def standing(campaign: Campaign, text: str) -> Decoded | NoCode | Unfinished:
    """Return what a text being typed stands for so far.

    A slip is told only when the code that was meant leads to where it says it leads: half a code is
    often one character away from some other code, which nobody meant.
    """
    found = read_code(campaign, text)
    if isinstance(found, Decoded | Strange | OtherForm | ElsewhereMade):
        return found
    return found if _is_sure(campaign, found) else Unfinished(max(_least(text) - _many(text), 0))


def seat(campaign: Campaign, found: Decoded) -> Resumed:
    """Return the desk a code leads to: the chronicle of a whole line, or the next situation."""
    return resume(campaign, Desk(found.playthrough, Stage.CHRONICLE))


def _is_sure(campaign: Campaign, slip: Mistyped) -> bool:
    """Return whether what was meant is a code that holds in every respect."""
    meant = read_code(campaign, slip.meant) if slip.meant else None
    return isinstance(meant, Decoded) and not meant.remarks


def _many(text: str) -> int:
    return sum(one not in BETWEEN for one in text)


def _least(text: str) -> int:
    """Return the characters that a code has at least; the first one tells how many answers."""
    first = next((one for one in text.upper() if one not in BETWEEN), ALPHABET[0])
    return SHORTEST + min(ALPHABET.index(first), MOST_ANSWERS)
