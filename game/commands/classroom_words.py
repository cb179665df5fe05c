"""What may be written after `six-telegrams classroom`."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Words = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

WAYS = ("each", "seat", "chair", "unanimous", "hands", "slips")
"""The ways to decide; a test compares them with the room's."""
MORE = """\
Chance is off unless you write --chance or --seed: every draw is then its expected value, so that
two groups which answer alike see the same, and what differs comes of their answers.

classroom list             the rooms that are kept on this computer
classroom delete CODE      delete a room with all that is in it; --all deletes every one
classroom erase CODE NAME  take one pupil's name, key and reasons out of a room; counts stay
classroom report CODE      the teacher's report: a page, paper, a table, or xAPI statements
classroom handouts CODE    a page to keep for every pupil
classroom kit              role cards, ballots, plans: the lesson on paper
classroom rehearse         a class of simulated pupils, to rehearse with

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
    _erase(words)
    _report(words)
    _handouts(words)
    _kit(words)
    _rehearse(words)


def _erase(words: Words) -> None:
    says = "erase one pupil from a room: name, key and reasons go, votes stay counted, of nobody"
    erase = words.add_parser("erase", help=says, description=says)
    erase.set_defaults(what="erase")
    erase.add_argument("room", metavar="ROOM", help="its code, or its file")
    whom = "the name, also of somebody who was sent out, or the id where several had it"
    erase.add_argument("pupil", metavar="PUPIL", help=whom)


def _report(words: Words) -> None:
    says = "write the teacher's report on a lesson; several rooms are held side by side"
    report = words.add_parser("report", help=says, description=says)
    report.set_defaults(what="report")
    report.add_argument("rooms", nargs="+", metavar="ROOM", help="its code, or its file")
    kinds = ".html and .pdf to read, .csv with a codebook, .json for xAPI statements"
    report.add_argument("--out", type=Path, required=True, metavar="FILE", help=kinds)
    names = "name pupils and give their reasons; without it only seats are named"
    report.add_argument("--names", action="store_true", help=names)
    _campaign_and_force(report)


def _handouts(words: Words) -> None:
    says = "write a page to keep for every pupil of a lesson"
    handouts = words.add_parser("handouts", help=says, description=says)
    handouts.set_defaults(what="handouts")
    handouts.add_argument("room", metavar="ROOM", help="its code, or its file")
    handouts.add_argument("--out", type=Path, required=True, metavar="FILE.pdf", help="the file")
    _campaign_and_force(handouts)


def _kit(words: Words) -> None:
    says = "write all that a lesson on paper needs, as files to print"
    kit = words.add_parser("kit", help=says, description=says)
    kit.set_defaults(what="kit")
    kit.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder")
    sizes = "a4 or letter (a4)"
    kit.add_argument("--paper", type=_paper, default="A4", metavar="SIZE", help=sizes)
    kit.add_argument("--pupils", type=_pupils, default=30, metavar="N", help="for so many (30)")
    which = "only these, with commas: 1,4; without it all"
    kit.add_argument("--telegrams", type=_counts, default=(), metavar="LIST", help=which)
    _campaign_and_force(kit)


def _rehearse(words: Words) -> None:
    says = "open a room that fills with simulated pupils; nothing of it is kept"
    rehearse = words.add_parser("rehearse", help=says, description=says)
    rehearse.set_defaults(what="rehearse")
    many = "how many (30)"
    rehearse.add_argument("--pupils", type=_pupils, default=30, metavar="N", help=many)
    long = "how many seconds their votes take (20)"
    rehearse.add_argument("--seconds", type=_seconds, default=20.0, metavar="S", help=long)
    alone = "no window and a simulated teacher: the whole lesson goes by, and is told"
    rehearse.add_argument("--alone", action="store_true", help=alone)
    rehearse.add_argument("--port", type=_port, metavar="N", help="listen there")
    which = "another class of pupils for each number (1)"
    rehearse.add_argument("--class", dest="seed", type=_number, default=1, metavar="N", help=which)
    rehearse.add_argument("--campaign", type=Path, metavar="DIR", help="another campaign")


def _campaign_and_force(command: argparse.ArgumentParser) -> None:
    command.add_argument("--campaign", type=Path, metavar="DIR", help="another campaign")
    command.add_argument("--force", action="store_true", help="write over files that are there")


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


def _counts(text: str) -> tuple[int, ...]:
    return tuple(_count(one.strip()) for one in text.split(","))


def _pupils(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= 500):
        message = f"{text!r} is not a number of pupils; write 1 to 500"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        message = f"{text!r} is not a whole number"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _seconds(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0.1 <= found <= 600:
        message = f"{text!r} is not a number of seconds; write 0.1 to 600"
        raise argparse.ArgumentTypeError(message)
    return found


def _paper(text: str) -> str:
    sizes = {"a4": "A4", "letter": "Letter"}
    if text.lower() not in sizes:
        message = f"{text!r} is no paper; write a4 or letter"
        raise argparse.ArgumentTypeError(message)
    return sizes[text.lower()]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a day; write for instance 2030-07-31"
        raise argparse.ArgumentTypeError(message) from None
