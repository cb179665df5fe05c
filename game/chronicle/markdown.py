"""A chronicle as Markdown: what a note in a mail, a wiki or a forum is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.chronicle.chronicle import Chronicle, Figure, Part, Section, Statement, Table, Words
from game.chronicle.page import used

SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
"""What Markdown would take for a sign."""


def markdown(chronicle: Chronicle) -> str:
    """Return the whole file; a figure stands in words and numbers."""
    return "\n".join(_lines(chronicle)).rstrip() + "\n"


def _lines(chronicle: Chronicle) -> Iterator[str]:
    yield f"# {_plain(chronicle.title)}"
    yield from ("", _plain(chronicle.subtitle), "", f"*{_plain(chronicle.note)}*", "")
    yield from (f"- {_plain(name)}: {_plain(value)}" for name, value in chronicle.facts)
    for section in chronicle.sections:
        yield from _section(chronicle, section, 2)
    if chronicle.sources:
        yield from ("", "## Sources", "")
    for number, one in enumerate(chronicle.sources, 1):
        yield f"{number}. {_plain(one.text)}. {_plain(one.seen)} {used(one)}"


def _section(chronicle: Chronicle, section: Section, level: int) -> Iterator[str]:
    yield from ("", f"{'#' * level} {_plain(section.title)}")
    for part in section.parts:
        yield ""
        yield from _part(chronicle, part)
    for one in section.sections:
        yield from _section(chronicle, one, level + 1)


def _part(chronicle: Chronicle, part: Part) -> Iterator[str]:
    match part:
        case Words(text):
            yield _plain(text)
        case Statement():
            sign = f"{part.sign} " if part.sign else ""
            yield f"**{sign}{_plain(part.title)}** ({part.grade})"
            yield from ("", _plain(part.text) + _numbers(chronicle, part))
        case Table():
            yield from _table(part)
        case Figure():
            yield f"**{_plain(part.diagram.title)}** ({part.grade})"
            yield from (
                "",
                _plain(f"{part.diagram.alt} {part.caption}") + _numbers(chronicle, part),
            )
            yield from ("", *_table(part.numbers)) if part.numbers else ()


def _table(table: Table) -> Iterator[str]:
    yield from (f"{_plain(table.caption)}:", "")
    for row in (table.head, ("---",) * len(table.head), *table.rows):
        yield f"| {' | '.join(cell if cell == '---' else _plain(cell) for cell in row)} |"


def _numbers(chronicle: Chronicle, part: Statement | Figure) -> str:
    numbers = chronicle.numbers(part.sources)
    return f" (sources: {', '.join(map(str, numbers))})" if numbers else ""


def _plain(text: str) -> str:
    """Return a text in one line, in which nothing is taken for a sign of Markdown."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
