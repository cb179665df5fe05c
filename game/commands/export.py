"""`export`: the campaign in the formats of other tools."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from game.campaign.campaign import Campaign
from game.commands.campaigns import load, reading_of
from game.commands.lines import line_of
from game.errors import Refused
from game.export.dot import dot
from game.export.twee import twee
from game.export.xmile import xmile
from game.files.store import write_whole
from game.playthrough.playthrough import begin
from game.playthrough.replay import play
from game.words import modelpage, wording


def run(given: Namespace) -> int:
    """Write the export to a file, or print it."""
    text = _text(load(given.campaign), given)
    if given.out is None:
        print(text, end="")
        return 0
    try:
        write_whole(given.out, text)
    except OSError as error:
        message = f"{given.out} cannot be written: {error.strerror}"
        raise Refused(message) from None
    return 0


def _text(campaign: Campaign, given: Namespace) -> str:
    match given.format:
        case "xmile":
            return _xmile(campaign, given)
        case "dot":
            return dot(campaign.model)
        case "page":
            return _page(campaign, given.out)
        case _:
            return twee(campaign)


def _page(campaign: Campaign, out: Path | None) -> str:
    """Return the page about the model; one that is there keeps its words and gets new blocks.

    Raises:
        Refused: when the page that is there cannot be read, or has a mark of no block.
    """
    if out is None or not out.exists():
        return modelpage.page(campaign)
    try:
        return modelpage.filled(out.read_text(encoding="utf-8"), campaign)
    except OSError as error:
        why = str(error.strerror)
    except UnicodeDecodeError:
        why = "it is not UTF-8"
    except modelpage.UnknownBlockError as error:
        why = str(error)
    message = f"{out} cannot be made anew: {why}"
    raise Refused(message)


def _xmile(campaign: Campaign, given: Namespace) -> str:
    """Return the model of a line.

    Raises:
        Refused: when the line cannot be played to its end.
    """
    reading = reading_of(campaign, given)
    start = begin(campaign, chance=False, reading=reading)
    done = play(campaign, replace(start, line=line_of(campaign, given.line)))
    if done.stopped:
        message = f"the line stops: {wording.refusal(campaign, done.course, done.stopped)}"
        raise Refused(message)
    return xmile(campaign, done.playthrough.line, reading)
