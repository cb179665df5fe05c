"""A chronicle as one page of HTML: nothing is loaded from anywhere, and nothing needs a script."""

from __future__ import annotations

import html

from game.chronicle.chronicle import (
    Chronicle,
    Cited,
    Figure,
    Part,
    Section,
    Statement,
    Table,
    Words,
)
from game.chronicle.qr import qr
from game.chronicle.style import style
from game.diagrams.layout import on_a_page
from game.diagrams.svg import inline
from game.diagrams.values import Graph
from game.punctuation import printed

STACKED = 4
"""A table of so many columns or more is read row by row on a telephone."""


def page(chronicle: Chronicle) -> str:
    """Return the whole file."""
    title = _set(chronicle.title)
    sections = "".join(_section(chronicle, one, 2) for one in chronicle.sections)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style()}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#start">Skip to the chronicle</a>\n'
        f"{_head(chronicle)}{_contents(chronicle)}"
        f'<main id="start">\n{sections}{_sources(chronicle.sources)}</main>\n{_foot()}'
        "</body>\n</html>\n"
    )


def _set(text: str) -> str:
    """Return words as they stand in the file, with a printer's signs."""
    return html.escape(printed(text))


def _head(chronicle: Chronicle) -> str:
    facts = "".join(
        f"<dt>{_set(name)}</dt><dd>{_set(value)}</dd>" for name, value in chronicle.facts
    )
    return (
        f"<header>\n<h1>{_set(chronicle.title)}</h1>\n<p>{_set(chronicle.subtitle)}</p>\n"
        f'<p class="note">{_set(chronicle.note)}</p>\n<dl>{facts}</dl>\n'
        f"{_code(chronicle.code)}</header>\n"
    )


def _code(code: str) -> str:
    if not code:
        return ""
    drawn = inline(qr(code), "run-code")
    words = f'Run code: <span class="code">{_set(code)}</span>. Typed in, it plays this again.'
    return f'<figure class="qr">{drawn}<figcaption>{words}</figcaption></figure>\n'


def _contents(chronicle: Chronicle) -> str:
    entries = [(one.id, one.title) for one in chronicle.sections]
    entries += [("sources", "Sources")] if chronicle.sources else []
    links = "".join(f'<li><a href="#{name}">{_set(title)}</a></li>' for name, title in entries)
    return f'<nav aria-label="Contents"><ol>{links}</ol></nav>\n'


def _section(chronicle: Chronicle, section: Section, level: int) -> str:
    tag = f"h{min(level, 4)}"
    parts = "".join(_part(chronicle, one, level + 1) for one in section.parts)
    inside = "".join(_section(chronicle, one, level + 1) for one in section.sections)
    head = f"<{tag}>{_set(section.title)}</{tag}>\n"
    return f'<section id="{section.id}">\n{head}{parts}{inside}</section>\n'


def _part(chronicle: Chronicle, part: Part, level: int) -> str:
    match part:
        case Words(text):
            return f"<p>{_set(text)}</p>\n"
        case Statement():
            return _statement(chronicle, part, level)
        case Table():
            return _table(part)
        case Figure():
            return _figure(chronicle, part)


SAID = {"+": "gain", "−": "loss", "=": "neither gain nor loss"}


def _statement(chronicle: Chronicle, part: Statement, level: int) -> str:
    tag = f"h{min(level, 5)}"
    sign = ""
    if part.sign:
        said = SAID[part.sign]
        sign = f'<span class="sign" role="img" aria-label="{said}">{part.sign}</span>'
    grade = f'<span class="grade">{part.grade}</span>'
    return (
        f'<div class="statement"><{tag}>{sign}{_set(part.title)} {grade}</{tag}>\n'
        f"<p>{_set(part.text)}{_numbers(chronicle, part)}</p></div>\n"
    )


def _numbers(chronicle: Chronicle, part: Statement | Figure) -> str:
    """Return the numbers of a part's sources, each a link to the list."""
    numbers = chronicle.numbers(part.sources)
    if not numbers:
        return ""
    links = ", ".join(f'<a href="#source-{one}">{one}</a>' for one in numbers)
    word = "Source" if len(numbers) == 1 else "Sources"
    return f' <span class="sources">{word}: {links}</span>'


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{_set(one)}</th>' for one in table.head)
    rows = "".join(f"<tr>{_row(table.head, row)}</tr>\n" for row in table.rows)
    stacked = ' class="stack"' if len(table.head) >= STACKED else ""
    return (
        f"<table{stacked}><caption>{_set(table.caption)}</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n"
    )


def _row(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    cells = "".join(
        f'<td data-head="{_set(name)}">{_set(cell)}</td>'
        for name, cell in zip(head[1:], row[1:], strict=True)
    )
    return f'<th scope="row">{_set(row[0])}</th>{cells}'


def _figure(chronicle: Chronicle, figure: Figure) -> str:
    drawn = inline(on_a_page(figure.diagram), figure.id)
    title = _set(figure.diagram.title)
    kind = ""
    if isinstance(figure.diagram, Graph):  # four columns: on a telephone one moves it sideways
        kind = ' class="graph"'
        drawn = f'<div class="wide" tabindex="0" role="group" aria-label="{title}">{drawn}</div>'
    grade = f'<span class="grade">{figure.grade}</span>'
    words = (
        f"<strong>{title}</strong> {grade}<br>{_set(figure.caption)}{_numbers(chronicle, figure)}"
    )
    return (
        f'<figure id="{figure.id}"{kind}>{drawn}<figcaption>{words}</figcaption>'
        f"{_in_words(figure)}</figure>\n"
    )


def _in_words(figure: Figure) -> str:
    """Return what a figure shows, in words and numbers, folded away until it is wanted."""
    table = _table(figure.numbers) if figure.numbers else ""
    return (
        "<details><summary>In words and numbers</summary>\n"
        f"<p>{_set(figure.diagram.alt)}</p>{table}</details>"
    )


def _sources(sources: tuple[Cited, ...]) -> str:
    if not sources:
        return ""
    items = "".join(
        f'<li id="source-{number}">{_set(one.text)}. {_set(one.seen)} '
        f'<span class="sources">{_set(used(one))}</span></li>\n'
        for number, one in enumerate(sources, 1)
    )
    return f'<section id="sources">\n<h2>Sources</h2>\n<ol>\n{items}</ol>\n</section>\n'


def used(one: Cited) -> str:
    """Return what rests on a source here: `Statements here: 3 documented, 1 reported.`."""
    listed = ", ".join(f"{count} {grade}" for grade, count in one.uses)
    return f"Statements here: {listed}."


def _foot() -> str:
    words = (
        "Made by the game Six Telegrams. Everything after an answer is computed by its model and "
        "carries a grade; the model is a reading of the record, not the record."
    )
    return f"<footer><p>{words}</p></footer>\n"
