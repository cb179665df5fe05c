"""From what was asked for to what is done, and to the exit status."""

from __future__ import annotations

import importlib
import io
import os
import sys
from typing import TYPE_CHECKING

from game.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace

ALONE = {
    "module": "play", "text": False, "campaign": None, "saves": None, "seed": None, "reading": None,
    "chance": True, "code": "",
}  # fmt: skip
"""What is asked for when no word follows `six-telegrams`."""
FIND_IT = "`six-telegrams check DIR --deep` finds the formula"
WITHOUT_NUMPY = "this needs numpy; install it with: pip install 'six-telegrams[ensemble]'"


def carry_out(given: Namespace) -> int:
    """Carry out a command and return the exit status: 0, 1 (not so) or 2 (wrong usage)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console without a letter shows a mark instead
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        module = importlib.import_module(f"game.commands.{given.module}")
        status: int = module.run(given)
        sys.stdout.flush()
    except Refused as error:
        return _told(str(error), error.status)
    except ValueError as error:
        return _without_value(error)
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        return _told(WITHOUT_NUMPY)
    except OSError as error:
        if error.filename is not None:
            raise
        return _unwritten(error)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    return status


def _told(message: str, status: int = 1) -> int:
    """Say what is not so and return the exit status."""
    print(f"six-telegrams: {message}", file=sys.stderr)
    return status


def _without_value(error: ValueError) -> int:
    """Say where a model has no value and return the exit status; what is our own fault goes on."""
    from game.simulation.arithmetic import NoValueError  # noqa: PLC0415 - the window does not wait

    if not isinstance(error, NoValueError):
        raise error
    return _told(f"{error}; {FIND_IT}")


def _unwritten(error: OSError) -> int:
    """Say that what we print cannot be written: the disk is full, or gone."""
    # what is still to be printed, at the end at the latest, must not fail again
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):  # whoever read our output has left
        return 0
    return _told(f"the output cannot be written: {error.strerror}")
