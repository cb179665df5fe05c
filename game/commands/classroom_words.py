"""What may be written after `six-telegrams classroom`."""

from __future__ import annotations

import argparse
from datetime import date

WAYS = ("each", "seat", "chair", "unanimous", "hands", "slips")
"""The ways to decide; a test compares them with the room's."""
MORE = """\
Chance is off unless you write --chance or --seed: every draw is then its expected value, so that
two groups which answer alike see the same, and what differs comes of their answers.

classroom list             the rooms that are kept on this computer
classroom delete CODE      delete a room with all that is in it; --all deletes every one

A room is one file. It survives Ctrl-C, a closed lid and a killed program: take it up again with
--resume CODE, or on another computer with --resume FILE. One program at a time hosts a room."""
"""What stands under the options."""


def add(command: argparse.ArgumentParser) -> None:
    """Add the words of the command, and of those that stand under it."""
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    command.epilog = MORE
    command.set_defaults(what="open", chance=None)
    command.add_argument("--chance", dest="chance", action="store_true", help="let chance play")
    usual = "listen there; without it on 8410, 8000 or 8080, whichever is free"
    command.add_argument("--port", type=_port, metavar="N", help=usual)
    quiet = "no window: the code, addresses and the teacher's link stand in the terminal"
    command.add_argument("--no-window", dest="window", action="store_false", help=quiet)
    command.add_argument("--name", default="", metavar="NAME", help="what the class is called")
    ways = f"how it decides at first: {', '.join(WAYS)} (each)"
    command.add_argument("--way", choices=WAYS, default="each", metavar="WAY", help=ways)
    later = "begin at telegram N; before it was answered what history answered"
    command.add_argument("--from", dest="first", type=_count, default=1, metavar="N", help=later)
    command.add_argument(
        "--resume", default="", metavar="CODE", help="take up a room again: its code, or its file"
    )
    gone = "the day after which the room is deleted when rooms are next opened: YYYY-MM-DD"
    command.add_argument("--delete-on", type=_day, metavar="DATE", help=gone)
    _under(command)


def _under(command: argparse.ArgumentParser) -> None:
    words = command.add_subparsers(title="words that may follow", metavar="WORD")
    says = "list the rooms that are kept on this computer"
    words.add_parser("list", help=says, description=says).set_defaults(what="list")
    says = "delete a room with all that is in it"
    delete = words.add_parser("delete", help=says, description=says)
    delete.set_defaults(what="delete")
    which = delete.add_mutually_exclusive_group(required=True)
    which.add_argument("code", nargs="?", default="", metavar="CODE", help="its code, or its file")
    which.add_argument("--all", action="store_true", help="every room that is kept")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        message = f"{text!r} is not a port; write a number from 1024 to 65535"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 100):
        message = f"{text!r} is not the number of a telegram; the first is 1"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a day; write for instance 2030-07-31"
        raise argparse.ArgumentTypeError(message) from None
