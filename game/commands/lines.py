"""Which playthrough a command line names: by a line of answers, or by a run code."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.commands.campaigns import reading_of
from game.errors import Refused
from game.playthrough.code import Decoded, Remark, read_code
from game.playthrough.letters import BETWEEN
from game.playthrough.playthrough import Playthrough, begin, history
from game.words import codewords

SHORT = 7
"""Characters of a line in whose place nobody can have meant a run code."""


def playthrough_of(campaign: Campaign, named: str, given: Namespace) -> Playthrough:
    """Return the playthrough that a line or a run code names; options stand above a code.

    What has changed since a code was made is said on the error stream.

    Raises:
        Refused: when it is neither a line of the campaign nor a run code of it.
    """
    return with_remarks(campaign, named, given)[0]


def with_remarks(
    campaign: Campaign, named: str, given: Namespace
) -> tuple[Playthrough, tuple[Remark, ...]]:
    """Return the same, and for a run code what has changed since it was made.

    Raises:
        Refused: when it is neither a line of the campaign nor a run code of it.
    """
    text = named.strip()
    if not is_code(campaign, text):
        seed = 1 if given.seed is None else given.seed
        start = begin(campaign, seed=seed, chance=given.chance, reading=reading_of(campaign, given))
        return replace(start, line=line_of(campaign, text)), ()
    found = decoded(campaign, text)
    for one in found.remarks:
        print(codewords.remark(campaign, one), file=sys.stderr)
    return _overruled(campaign, found.playthrough, given), found.remarks


def is_overruled(given: Namespace) -> bool:
    """Return whether options put other luck or another reading in place of a run code's own."""
    return given.seed is not None or not given.chance or given.reading is not None


def decoded(campaign: Campaign, text: str) -> Decoded:
    """Return what a run code stands for.

    Raises:
        Refused: when it is none of this campaign.
    """
    found = read_code(campaign, text)
    if isinstance(found, Decoded):
        return found
    message = codewords.no_code(campaign, text, found)
    raise Refused(message, 2)


def is_code(campaign: Campaign, text: str) -> bool:
    """Return whether a text can only be a run code: too long for letters, and no ids."""
    if "," in text or any(text == one.id for one in campaign.scenarios[0].decision.responses):
        return False
    plain = "".join(one for one in text if one not in BETWEEN)
    return len(plain) > max(len(campaign.scenarios), SHORT) and plain.isalnum()


def _overruled(campaign: Campaign, made: Playthrough, given: Namespace) -> Playthrough:
    if given.seed is not None:
        made = replace(made, seed=given.seed, chance=True)
    if not given.chance:
        made = replace(made, chance=False)
    if given.reading is not None:
        made = replace(made, reading=begin(campaign, reading=reading_of(campaign, given)).reading)
    return made


def line_of(campaign: Campaign, text: str) -> tuple[ResponseId, ...]:
    """Return the answers that `text` names: `history`, letters, or ids with commas.

    Raises:
        Refused: when a letter stands for no response.
    """
    if text == "history":
        return history(campaign)
    if "," in text or any(text == one.id for one in campaign.scenarios[0].decision.responses):
        return tuple(ResponseId(one.strip()) for one in text.split(","))
    if not text.isascii() or not text.isalpha():
        message = (
            f"{text!r} is not a line; write letters such as CEADCB, ids with commas, or history"
        )
        raise Refused(message, 2)
    return tuple(_lettered(campaign, turn, letter) for turn, letter in enumerate(text.upper()))


def _lettered(campaign: Campaign, turn: int, letter: str) -> ResponseId:
    if turn >= len(campaign.scenarios):
        message = f"answer {turn + 1} is one too many: the campaign has {turn} telegrams"
        raise Refused(message, 2)
    responses = campaign.scenarios[turn].decision.responses
    number = ord(letter) - ord("A")
    if number >= len(responses):
        last = chr(ord("A") + len(responses) - 1)
        message = f"telegram {turn + 1} has no response {letter}; it has A to {last}"
        raise Refused(message, 2)
    return responses[number].id
