"""The data: one row for each decision, one for each month and quantity, and what they mean."""

from __future__ import annotations

import csv
import json
from math import isfinite
from typing import Any

import pytest

from game.campaign.campaign import Campaign
from game.chronicle.codebook import codebook
from game.chronicle.drawn import drawn
from game.chronicle.tables import as_json, csv_files
from game.playthrough.code import code_of
from game.playthrough.desk import Desk, replay_of
from tests.chronicle.conftest import desk_of


@pytest.fixture(scope="module")
def tables(harbour: Campaign) -> dict[str, list[dict[str, str]]]:
    """The three tables of the harbour, read as a spreadsheet reads them."""
    desk = desk_of(harbour)
    files = csv_files(harbour, desk, drawn(harbour, desk.playthrough, 20))
    return {name: list(csv.DictReader(text[1:].splitlines())) for name, text in files.items()}


def test_a_spreadsheet_sees_that_it_is_unicode(harbour: Campaign) -> None:
    """Each file begins with the mark."""
    assert all(text[0] == "\ufeff" for text in csv_files(harbour, desk_of(harbour), None).values())


def test_there_is_one_row_for_each_decision(
    harbour: Campaign, tables: dict[str, list[dict[str, str]]]
) -> None:
    """With what was foreseen and what came."""
    rows = tables[""]

    assert [one["scenario"] for one in rows] == [one.id for one in harbour.scenarios]
    code = code_of(harbour, desk_of(harbour).playthrough)

    assert {one["run_code"] for one in rows} == {code}
    assert all(one["confidence_1"] == "70" and one["said_1"] == "1" for one in rows)
    assert all(isfinite(float(one["value_1"])) for one in rows)


def test_there_is_one_row_for_each_month_and_quantity(
    harbour: Campaign, tables: dict[str, list[dict[str, str]]]
) -> None:
    """None twice; with a band where it was drawn."""
    course = replay_of(harbour, desk_of(harbour)).course
    rows = tables["-months"]

    assert len(rows) == len(course.rows) * len(course.names)
    assert len({(one["month"], one["quantity"]) for one in rows}) == len(rows)
    assert any(float(one["low"]) < float(one["high"]) for one in rows if one["low"])


def test_every_column_and_every_quantity_is_in_the_codebook(
    tables: dict[str, list[dict[str, str]]],
) -> None:
    """And nothing else is."""
    book = {(one["table"], one["name"]) for one in tables["-codebook"]}
    columns = {("decisions", name) for name in tables[""][0]}
    columns |= {("months", name) for name in tables["-months"][0]}
    columns |= {("quantities", one["quantity"]) for one in tables["-months"]}

    assert book == columns


def test_every_entry_of_the_codebook_means_something(shipped: Campaign) -> None:
    """Every quantity has its unit, and a rule has its grade."""
    entries = list(codebook(shipped))
    quantities = [one for one in entries if one.table == "quantities"]

    assert all(one.meaning for one in entries)
    assert all(one.unit for one in quantities)
    assert sum(bool(one.grade) for one in quantities) > 80


def test_the_json_has_the_same_rows(harbour: Campaign) -> None:
    """And where it led, with its grade."""
    desk = desk_of(harbour)
    body: Any = json.loads(as_json(harbour, desk, None))

    assert len(body["decisions"]) == 2
    assert body["ending"]["grade"]
    assert body["months"][0].keys() == {"month", "quantity", "value", "history", "low", "high"}
    assert body["draws"] == 0


def test_a_campaign_that_is_not_over_has_no_ending(harbour: Campaign) -> None:
    """Nor estimates that nobody made."""
    made = desk_of(harbour, 1).playthrough
    body: Any = json.loads(as_json(harbour, Desk(made), None))

    assert body["ending"] is None
    assert body["decisions"][0]["said_1"] is None
    assert body["decisions"][0]["asked"] == ""
