"""The commands: what may be written after `six-telegrams`, and where each is carried out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from game.commands import classroom_words
from game.commands.carrying import ALONE, carry_out

if TYPE_CHECKING:
    from game.campaign.words import Month

DESCRIPTION = "Six Telegrams: somebody far away asks; you answer, and see what follows."


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line and return the exit status: 0, 1 (not so) or 2 (wrong usage)."""
    return carry_out(parser().parse_args(arguments))


@lru_cache(maxsize=1)
def parser() -> argparse.ArgumentParser:
    """Return the parser of every command; whoever gives several in one process makes it once."""
    top = argparse.ArgumentParser(prog="six-telegrams", description=DESCRIPTION, allow_abbrev=False)
    top.set_defaults(**ALONE)
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    _play(commands)
    _replay(commands)
    _compare(commands)
    _one_change(commands)
    _argue(commands)
    _check(commands)
    _hindcast(commands)
    _report(commands)
    _why(commands)
    _atlas(commands)
    _bench(commands)
    _export(commands)
    _gallery(commands)
    _schema(commands)
    _classroom(commands)
    _doctor(commands)
    return top


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001


def _command(commands: Commands, name: str, says: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=says, description=says, allow_abbrev=False)
    command.set_defaults(module=name)
    return command


def _assumptions(command: argparse.ArgumentParser) -> None:
    """Add what a playthrough rests on."""
    command.add_argument(
        "--campaign",
        type=Path,
        metavar="DIR",
        help="another campaign's folder than the shipped one",
    )
    command.add_argument(
        "--seed", type=_seed, metavar="N", help="the number all chance derives from"
    )
    command.add_argument(
        "--reading", metavar="R", help="the set of assumptions about what is disputed"
    )
    command.add_argument(
        "--no-chance", dest="chance", action="store_false", help="expected values instead of chance"
    )


def _play(commands: Commands) -> None:
    command = _command(commands, "play", "play, in a window or with --text in the terminal")
    command.add_argument("--text", action="store_true", help="play in the terminal")
    command.add_argument("--saves", type=Path, metavar="DIR", help="keep saves in another folder")
    command.add_argument("--code", default="", metavar="CODE", help="open this run code at once")
    _assumptions(command)


def _replay(commands: Commands) -> None:
    command = _command(commands, "replay", "play a line of answers to its end and print it")
    command.add_argument(
        "line",
        metavar="LINE",
        help="a run code, or answers: letters such as CEADCB, ids with commas, or history",
    )
    _assumptions(command)
    command.add_argument("--json", action="store_true", help="every quantity by month, as JSON")


def _compare(commands: Commands) -> None:
    says = "hold two to four lines side by side: where they part, by how much, and why"
    command = _command(commands, "compare", says)
    command.add_argument(
        "lines",
        nargs="+",
        metavar="LINE",
        help="as `replay` takes them, each with @READING behind it if wished",
    )
    command.add_argument(
        "--readings", action="store_true", help="each line under every reading of the campaign"
    )
    whose = "why this one differs; else the figure of the desk that stands furthest apart"
    command.add_argument("--quantity", metavar="Q", help=whose)
    _assumptions(command)
    command.add_argument("--json", action="store_true", help="every axis, row and part, as JSON")


def _one_change(commands: Commands) -> None:
    says = "rank every line that differs from one in a single answer, axis by axis"
    command = _command(commands, "one-change", says)
    command.set_defaults(module="one_change")
    command.add_argument("line", metavar="LINE", help="a whole line, as `replay` takes it")
    draws = "draws of each line, to tell which the model can tell apart; 0 for none (default 300)"
    command.add_argument("--draws", type=_draws, default=300, metavar="N", help=draws)
    _assumptions(command)
    command.add_argument("--json", action="store_true", help="every row and range, as JSON")


def _argue(commands: Commands) -> None:
    command = _command(commands, "argue", "change the model, with a reason, and compare")
    what = "a parameter of the model and its value; again for the next, each with the two below"
    command.add_argument("--set", action="append", required=True, metavar="NAME=VALUE", help=what)
    command.add_argument("--because", action="append", metavar="TEXT", help="the reason for it")
    where = "where that can be read"
    command.add_argument("--source", action="append", metavar="TEXT", help=where)
    command.add_argument(
        "--line", default="history", metavar="L", help="answers, as for replay; else history's"
    )
    command.add_argument("--out", type=Path, metavar="FILE", help="a new .md, .html or .pdf")
    _assumptions(command)


def _report(commands: Commands) -> None:
    command = _command(commands, "report", "write the chronicle of a playthrough to a file")
    whose = "a save's file or name, or answers as `replay` takes them"
    command.add_argument("what", metavar="SAVE-OR-LINE", help=whose)
    kinds = "what is written: .pdf, .html, .csv, .json; .png or .svg with --figure"
    command.add_argument("--out", type=Path, required=True, metavar="FILE", help=kinds)
    command.add_argument(
        "--figure", metavar="NAME", help="only this figure; a wrong name lists all"
    )
    draws = "draws of the line, for its bands; 0 for none (default 1000)"
    command.add_argument("--draws", type=_draws, default=1000, metavar="N", help=draws)
    command.add_argument("--force", action="store_true", help="write over files that are there")
    command.add_argument("--saves", type=Path, metavar="DIR", help="another folder of saves")
    _assumptions(command)


def _check(commands: Commands) -> None:
    command = _command(commands, "check", "list every problem of a campaign")
    command.add_argument(
        "folder", nargs="?", type=Path, metavar="DIR", help="the campaign's folder"
    )
    command.add_argument(
        "--deep", action="store_true", help="walk every line: what is never reached, and more"
    )
    command.add_argument("--json", action="store_true", help="print the problems as JSON")


def _hindcast(commands: Commands) -> None:
    command = _command(commands, "hindcast", "hold the model against the record, point by point")
    command.add_argument("--campaign", type=Path, metavar="DIR", help="another campaign's folder")
    command.add_argument(
        "--reading", metavar="R", help="the set of assumptions about what is disputed"
    )
    command.add_argument("--json", action="store_true", help="print the table as JSON")


def _atlas(commands: Commands) -> None:
    command = _command(commands, "atlas", "write a table of every line of play and where it leads")
    command.add_argument(
        "--draws", type=_count, default=0, metavar="N", help="draws of each line, for its spread"
    )
    command.add_argument("--out", type=Path, metavar="FILE", help="a CSV file; it can be resumed")
    command.add_argument("--sample", type=_count, metavar="M", help="only M lines, evenly spread")
    command.add_argument("--processes", type=_count, metavar="P", help="as many as there are cores")
    command.add_argument("--seed", type=_seed, metavar="N", help="of the first draw")
    command.add_argument("--reading", metavar="R", help="the set of assumptions")
    command.add_argument("--campaign", type=Path, metavar="DIR", help="another campaign's folder")


def _bench(commands: Commands) -> None:
    command = _command(
        commands,
        "bench",
        "measure how fast the model runs, with --desk the window, with --class a host",
    )
    command.add_argument("--line", default="history", metavar="L", help="the answers")
    command.add_argument(
        "--draws", type=_count, default=100_000, metavar="N", help="draws of that line"
    )
    command.add_argument("--reading", metavar="R", help="the set of assumptions")
    command.add_argument("--campaign", type=Path, metavar="DIR", help="another campaign's folder")
    command.add_argument(
        "--desk",
        dest="module",
        action="store_const",
        const="bench_desk",
        help="start, memory, processor and keys of the window, beside a bare one; takes minutes",
    )
    command.add_argument(
        "--class",
        dest="module",
        action="store_const",
        const="bench_class",
        help="how soon 40, 200 and 500 phones show what a class did, beside a bare server",
    )


def _export(commands: Commands) -> None:
    command = _command(commands, "export", "write the campaign in the formats of other tools")
    command.add_argument(
        "format",
        choices=("xmile", "twee", "dot", "page"),
        help="the model of a line, the story, the graph of causes, or the page about the model",
    )
    command.add_argument("--line", default="history", metavar="L", help="for xmile: the answers")
    command.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="instead of printing it; a page there keeps its words",
    )
    command.add_argument("--reading", metavar="R", help="for xmile: the set of assumptions")
    command.add_argument("--campaign", type=Path, metavar="DIR", help="another campaign's folder")


METHOD = """\
How the change is shared. Beside your line the game plays a quiet one: none of your orders, nothing
done from outside (no sweeps, no payments, no landings), all else outside as it stood in the first
month, average luck. What the quantity does there it does of itself. Then orders, world and luck are
turned up together in small steps, from nothing to what they were, and at each step every cause is
given what it moved just then. These shares and what came of itself add up to the change.

What a share means. It is not what would be missing without the cause. Where causes multiply (a
sweep hurts less where the small war has been learned), they divide between them what only both
could do. Where things feed back (fewer men raise fewer recruits), a cause answers for all that
followed. Two large shares may cancel: both were at work. For what would have been without an order,
replay the line without it and compare."""
"""What `why` does, and what its numbers mean."""


def _why(commands: Commands) -> None:
    command = _command(commands, "why", "tell why a quantity moved: orders, the world, chance")
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    command.epilog = METHOD
    command.add_argument("quantity", metavar="QUANTITY", help="its name in the model")
    command.add_argument(
        "--line",
        default="history",
        metavar="L",
        help="answers, as for replay; history's if not given",
    )
    command.add_argument(
        "--from", dest="first", type=_month, metavar="YYYY-MM", help="else that of the last answer"
    )
    command.add_argument(
        "--to", dest="last", type=_month, metavar="YYYY-MM", help="else where its months end"
    )
    _assumptions(command)
    command.add_argument(
        "--json", action="store_true", help="every part and arrow, and the graph, as JSON"
    )


def _gallery(commands: Commands) -> None:
    command = _command(commands, "gallery", "draw every screen as a PNG, without a display")
    command.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go")
    command.add_argument("--campaign", type=Path, metavar="DIR", help="another campaign's folder")
    command.add_argument("--size", type=_size, default=(1280, 720), metavar="WxH", help="in pixels")
    command.add_argument(
        "--text", type=int, default=100, metavar="PERCENT", help="text size, 75 to 250"
    )
    command.add_argument(
        "--spacing", type=int, default=100, metavar="PERCENT", help="line spacing, 100 to 200"
    )
    command.add_argument("--face", default="serif", help="of what is read: serif, sans, dyslexia")
    command.add_argument(
        "--theme",
        choices=("plain", "contrast"),
        default="plain",
        help="the usual colours, or those of high contrast",
    )
    command.add_argument("--only", metavar="WORD", help="screens whose name holds this word")


def _schema(commands: Commands) -> None:
    command = _command(commands, "schema", "write the JSON Schemas that editors use for completion")
    command.add_argument("folder", type=Path, metavar="DIR", help="where they go")


def _doctor(commands: Commands) -> None:
    _command(commands, "doctor", "tell what this machine has: display, sound, fonts, folders")


def _classroom(commands: Commands) -> None:
    says = "open a room for a class: pupils come in with their phones and decide together"
    command = _command(commands, "classroom", says)
    _assumptions(command)
    classroom_words.add(command)


def _seed(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        message = f"{text!r} is not a whole number from 0 to 999999999999999999"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= 10_000_000):
        message = f"{text!r} is not a whole number from 1 to 10000000"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _draws(text: str) -> int:
    return 0 if text == "0" else _count(text)


def _month(text: str) -> Month:
    year, dash, number = text.partition("-")
    digits = year.isascii() and year.isdigit() and number.isascii() and number.isdigit()
    if not (dash and digits and len(year) == 4 and len(number) == 2 and 1 <= int(number) <= 12):
        message = f"{text!r} is not a month; write for instance 1900-07"
        raise argparse.ArgumentTypeError(message)
    from game.campaign.words import Month  # noqa: PLC0415 - few commands ask for one

    return Month(int(year), int(number))


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    if not (cross and width.isdigit() and height.isdigit()):
        message = f"{text!r} is not a size; write for instance 1280x720"
        raise argparse.ArgumentTypeError(message)
    size = int(width), int(height)
    if not (640 <= size[0] <= 7680 and 400 <= size[1] <= 4320):
        message = f"{text!r} lies outside 640x400 to 7680x4320"
        raise argparse.ArgumentTypeError(message)
    return size
