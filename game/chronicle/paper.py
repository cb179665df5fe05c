"""A chronicle as a PDF: A4, the game's own faces, an outline, numbers on the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.chronicle.chronicle import (
    Chronicle,
    Figure,
    Part,
    Section,
    Statement,
    Table,
    Words,
)
from game.chronicle.page import SAID, used
from game.chronicle.qr import qr
from game.chronicle.sheets import FAINT, HEAD, INK, MONO, SANS, SERIF, PaperSize, Sheets
from game.diagrams.layout import on_a_page
from game.diagrams.values import Graph

CHART, GRAPH = 350.0, 487.0
"""How wide curves and graphs are on paper."""
QR = 84.0


def paper(
    chronicle: Chronicle,
    fonts: Path,
    size: PaperSize = "A4",
    watch: Callable[[float], None] = lambda _: None,
) -> bytes:
    """Return the whole file.

    Args:
        chronicle: what is set.
        fonts: the folder with the game's faces.
        size: of the sheets.
        watch: is told from time to time which share is set.
    """
    sheets = Sheets(fonts, chronicle.title, size)
    links = [int(sheets.add_link()) for _ in chronicle.sources]
    _head(sheets, chronicle)
    for number, section in enumerate(chronicle.sections, 1):
        _section(sheets, chronicle, links, section, 0)
        watch(number / (len(chronicle.sections) + 1))
    if chronicle.sources:
        sheets.heading("Sources", 0)
    for number, (one, link) in enumerate(zip(chronicle.sources, links, strict=True), 1):
        sheets.set_link(link, y=sheets.get_y(), page=sheets.page)
        sheets.paragraph(f"{number}. {one.text}. {one.seen} {used(one)}", size=9.5)
    return sheets.written()


def _head(sheets: Sheets, chronicle: Chronicle) -> None:
    """Write title, note, facts and run code."""
    sheets.set_font(HEAD, "", 26)
    sheets.set_text_color(*INK)
    sheets.multi_cell(sheets.epw, 32, chronicle.title, align="L", new_x="LMARGIN", new_y="NEXT")
    sheets.paragraph(chronicle.subtitle)
    sheets.paragraph(chronicle.note, "I")
    sheets.ln(4)
    for name, value in chronicle.facts:
        sheets.piece(f"{name}: ", SANS, "B", 10)
        sheets.piece(value, SERIF, "", 10.5)
        sheets.ln(15)
    if chronicle.code:
        sheets.picture(qr(chronicle.code), QR)
        sheets.piece("Run code: ", SERIF, "", 10.5)
        sheets.piece(chronicle.code, MONO, "", 13)
        sheets.piece("  Typed in, it plays this again.", SERIF, "I", 9.5, FAINT)
        sheets.ln(18)


def _section(
    sheets: Sheets, chronicle: Chronicle, links: list[int], section: Section, level: int
) -> None:
    first = section.parts[0] if section.parts else None
    below = _height(first) if isinstance(first, Figure) else 0.0
    sheets.heading(section.title, min(level, 2), below)
    for part in section.parts:
        _part(sheets, chronicle, links, part)
    for one in section.sections:
        _section(sheets, chronicle, links, one, level + 1)


def _width(figure: Figure) -> float:
    """Return how wide a figure is on paper, in points."""
    return GRAPH if isinstance(figure.diagram, Graph) else CHART


def _height(figure: Figure) -> float:
    """Return how tall a figure is on paper, in points."""
    picture = on_a_page(figure.diagram)
    return picture.height * _width(figure) / picture.width


def _part(sheets: Sheets, chronicle: Chronicle, links: list[int], part: Part) -> None:
    match part:
        case Words(text):
            sheets.paragraph(text)
        case Table():
            sheets.rows(part.caption, part.head, part.rows)
        case Statement():
            sign = f"{part.sign} {SAID[part.sign]}: " if part.sign else ""
            named = _linked(chronicle, links, part)
            sheets.statement(f"{sign}{part.title}", str(part.grade), part.text, named)
        case Figure():
            sheets.picture(on_a_page(part.diagram), _width(part))
            named = _linked(chronicle, links, part)
            sheets.statement(part.diagram.title, str(part.grade), part.caption, named)


def _linked(
    chronicle: Chronicle, links: list[int], part: Statement | Figure
) -> list[tuple[int, int]]:
    """Return the numbers of a part's sources with their links."""
    return [(number, links[number - 1]) for number in chronicle.numbers(part.sources)]
