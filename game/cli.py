"""The commands: what may be written after `six-telegrams`, and where each is carried out."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from game.errors import Refused

DESCRIPTION = "Six Telegrams: Yan'an, 1941 to 1943. Moscow asks for your army; you answer."


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line and return the exit status: 0, 1 (not so) or 2 (wrong usage)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console without a letter shows a mark instead
    given = parser().parse_args(arguments)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    module = importlib.import_module(f"game.commands.{given.module}")
    try:
        status: int = module.run(given)
        sys.stdout.flush()
    except Refused as error:
        print(f"six-telegrams: {error}", file=sys.stderr)
        return error.status
    except BrokenPipeError:
        # whoever read our output has left; nothing more can be written there
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    return status


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    top = argparse.ArgumentParser(prog="six-telegrams", description=DESCRIPTION, allow_abbrev=False)
    top.set_defaults(
        module="play", text=False, campaign=None, seed=None, reading=None, chance=True, saves=None
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    _play(commands)
    _replay(commands)
    _check(commands)
    _hindcast(commands)
    _gallery(commands)
    _schema(commands)
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
    _assumptions(command)


def _replay(commands: Commands) -> None:
    command = _command(commands, "replay", "play a line of answers to its end and print it")
    command.add_argument(
        "line", metavar="LINE", help="answers: letters such as BBBBBB, ids with commas, or history"
    )
    _assumptions(command)
    command.add_argument("--json", action="store_true", help="every quantity by month, as JSON")


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


def _gallery(commands: Commands) -> None:
    command = _command(commands, "gallery", "draw every screen as a PNG, without a display")
    command.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go")
    command.add_argument("--campaign", type=Path, metavar="DIR", help="another campaign's folder")
    command.add_argument("--size", type=_size, default=(1280, 720), metavar="WxH", help="in pixels")
    command.add_argument(
        "--text", type=int, default=100, metavar="PERCENT", help="text size, 75 to 250"
    )
    command.add_argument("--only", metavar="WORD", help="screens whose name holds this word")


def _schema(commands: Commands) -> None:
    command = _command(commands, "schema", "write the JSON Schemas that editors use for completion")
    command.add_argument("folder", type=Path, metavar="DIR", help="where they go")


def _doctor(commands: Commands) -> None:
    _command(commands, "doctor", "tell what this machine has: display, sound, fonts, folders")


def _seed(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        message = f"{text!r} is not a whole number from 0 to 999999999999999999"
        raise argparse.ArgumentTypeError(message)
    return int(text)


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
