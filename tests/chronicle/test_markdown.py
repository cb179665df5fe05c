"""A chronicle as Markdown."""

from __future__ import annotations

from dataclasses import replace

from game.chronicle.chronicle import Chronicle, Figure, Statement, Table
from game.chronicle.markdown import markdown


def test_every_title_stands_in_it(of_harbour: Chronicle) -> None:
    text = markdown(of_harbour).replace("\\", "")

    assert all(f" {one.title}\n" in text for one in of_harbour.sections)
    assert all(f" {one.title}\n" in text for part in of_harbour.sections for one in part.sections)


def test_every_row_has_as_many_cells_as_its_head(of_harbour: Chronicle) -> None:
    tables = [one for one in of_harbour.all_parts() if isinstance(one, Table)]
    tables += [
        one.numbers for one in of_harbour.all_parts() if isinstance(one, Figure) and one.numbers
    ]
    rows = [one for one in markdown(of_harbour).splitlines() if one.startswith("|")]

    assert len(rows) == sum(len(one.rows) + 2 for one in tables)


def test_statements_have_their_sign_grade_and_sources(of_harbour: Chronicle) -> None:
    statements = [one for one in of_harbour.all_parts() if isinstance(one, Statement)]
    signed = next(one for one in statements if one.sign)
    text = markdown(of_harbour)

    assert f"**{signed.sign} {signed.title}** ({signed.grade})" in text
    assert "(sources: 1)" in text
    assert "## Sources" in text


def test_without_sources_there_is_no_list_of_them(of_harbour: Chronicle) -> None:
    assert "Sources" not in markdown(replace(of_harbour, sources=(), sections=()))
