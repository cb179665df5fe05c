"""Paper: passages of text, wrapped to a width and parted into pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from game.frozen import dataclass

WIDEST = 80
"""Columns that are pleasant to read."""
NARROWEST = 20
LOWEST = 8
"""Lines a page has at least, where pages have an end."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The room there is: columns, and lines a page (0 for a page without end)."""

    width: int = WIDEST
    height: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that belong together; an empty line follows. Leading spaces of a line are kept."""

    lines: tuple[str, ...]


def passage(*lines: str) -> Passage:
    """Return a passage of the lines that are not empty."""
    return Passage(tuple(line for line in lines if line.strip()))


def fit(columns: int | None, lines: int | None) -> Paper:
    """Return the paper for a terminal of a size; none or nought where the size is not known."""
    width = min(max(columns or WIDEST, NARROWEST), WIDEST)
    return Paper(width, max(lines - 3, LOWEST) if lines else 0)


def laid(passages: Iterable[Passage], paper: Paper) -> list[str]:
    """Return passages as lines of the paper's width, an empty one after each passage."""
    lines = []
    for one in passages:
        lines += _wrapped(one, paper.width)
        lines.append("")
    return lines


def pages(passages: Iterable[Passage], paper: Paper) -> list[list[str]]:
    """Return passages as pages; one that is longer than a page has it for itself."""
    found: list[list[str]] = [[]]
    for one in passages:
        lines = [*_wrapped(one, paper.width), ""]
        if paper.height and found[-1] and len(found[-1]) + len(lines) > paper.height:
            found.append([])
        found[-1] += lines
    return found


def _wrapped(one: Passage, width: int) -> list[str]:
    return [part for line in one.lines for part in wrap(line, width)]


def wrap(text: str, width: int) -> list[str]:
    """Return a paragraph as lines no wider than `width`, all with its leading spaces."""
    indent = " " * min(len(text) - len(text.lstrip(" ")), width // 2, width - 2)
    room = width - len(indent)
    lines, line = [], ""
    for word in (part for whole in text.split() for part in _cut(whole, room)):
        if line and columns(line) + 1 + columns(word) > room:
            lines.append(indent + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, indent + line]


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: Chinese characters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _cut(word: str, room: int) -> list[str]:
    """Cut a word that is wider than the room."""
    if columns(word) <= room:
        return [word]
    parts = [""]
    for character in word:
        if columns(parts[-1] + character) > room:
            parts.append("")
        parts[-1] += character
    return parts
