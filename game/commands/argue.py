"""`argue`: change a parameter of the model with a reason and a source, and see what comes of it."""

from __future__ import annotations

from argparse import Namespace
from math import isfinite

from game.campaign.campaign import Campaign
from game.commands.campaigns import load
from game.commands.lines import playthrough_of
from game.errors import Refused
from game.playthrough.replay import play
from game.playthrough.revision import Revision, parameter_of
from game.revisionnote import note
from game.store import write_whole


def run(given: Namespace) -> int:
    """Write or print the note; return 1 if the line stops on its way."""
    campaign = load(given.campaign)
    made = playthrough_of(campaign, given.line, given)
    revisions = [_revision(campaign, given, one) for one in given.set]
    text = note(campaign, made, revisions)
    if given.out is None:
        print(text, end="")
    else:
        _write(given, text)
    return 1 if play(campaign, made).stopped else 0


def _revision(campaign: Campaign, given: Namespace, text: str) -> Revision:
    """Return what `NAME=VALUE` asks for.

    Raises:
        Refused: when it names no parameter or no number, or when reason or source is empty.
    """
    name, _, number = text.partition("=")
    parameter = parameter_of(campaign, name.strip())
    if parameter is None:
        known = ", ".join(one.id for one in campaign.model.parameters)
        message = f"no parameter {name.strip()!r}; there are: {known}"
        raise Refused(message, 2)
    try:
        value = float(number)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        message = f"{number!r} is no number; write for instance {parameter.id}={parameter.value:g}"
        raise Refused(message, 2)
    because, source = " ".join(given.because.split()), " ".join(given.source.split())
    if not because or not source:
        message = "an argument needs a reason and a source: --because TEXT --source TEXT"
        raise Refused(message, 2)
    return Revision(parameter.id, value, because, source)


def _write(given: Namespace, text: str) -> None:
    """Write the note to a new file.

    Raises:
        Refused: when something is there already, or it cannot be written.
    """
    if given.out.exists():
        message = f"{given.out} is there already; choose another name"
        raise Refused(message)
    try:
        write_whole(given.out, text)
    except OSError as error:
        message = f"{given.out} cannot be written: {error.strerror or error}"
        raise Refused(message) from error
