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
    "chance": True,
}  # fmt: skip
"""What is asked for when no word follows `six-telegrams`."""
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
        print(f"six-telegrams: {error}", file=sys.stderr)
        return error.status
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        print(f"six-telegrams: {WITHOUT_NUMPY}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # whoever read our output has left; nothing more can be written there
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    return status
