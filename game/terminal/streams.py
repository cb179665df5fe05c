"""The real terminal: its size, its keyboard, and letters it cannot write."""

from __future__ import annotations

import codecs
import io
import shutil
import sys
import unicodedata

from game.terminal.loop import Ends
from game.terminal.paper import Paper, fit

PLAIN = {
    "−": "-", "–": "-", "—": "-", "·": ".", "…": "...", "×": "x", "№": "No.",
    "’": "'", "‘": "'", "“": '"', "”": '"', "→": "->", "°": " degrees", "\u00a0": " ",
}  # fmt: skip
"""What stands for a sign that the terminal's letters do not have."""


def plainly(error: UnicodeError) -> tuple[str, int]:
    """Return plain letters for those that cannot be written; a question mark where none is."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(map(_plain, lost)), error.end


def _plain(letter: str) -> str:
    if letter in PLAIN:
        return PLAIN[letter]
    bare = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return bare or "?"


codecs.register_error("plainly", plainly)


def forgiving() -> None:
    """Let no letter stop the game, whatever the terminal's letters are."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="plainly")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def ends() -> Ends:
    """Return the ends of the terminal this process runs in."""
    return Ends(read, print, paper)


def read(prompt: str) -> str:
    """Ask with a prompt and return a line.

    Raises:
        EOFError: when there are no more lines.
    """
    print(prompt, end="", flush=True)
    line = sys.stdin.readline() if sys.stdin else ""
    if not line:
        raise EOFError
    return line


def paper() -> Paper:
    """Return the room there is; a pipe has no end of page."""
    if not sys.stdout.isatty():
        return Paper()
    size = shutil.get_terminal_size((0, 0))
    return fit(size.columns, size.lines)
