"""`hindcast`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import main
from tests.conftest import exchange
from tests.whole import HARBOUR

POINT = "{month: 1901-01, value: 300, low: 290, high: 310, grade: documented, sources: [tide-book]}"
FIGURES = f"""{POINT}
      - {{month: 1901-06, value: 290, low: 280, high: 300, grade: inferred}}
      - {{month: 1901-02, value: 600, low: 590, high: 610, grade: reported, sources: [tide-book],
         use: false, note: Another book.}}
      - {{month: 1902-01, value: 290, low: 280, high: 300, grade: reported, sources: [tide-book]}}
  damage:
    unit: houses
    points:
      - {{month: 1901-06, value: 0, low: 0, high: 1, grade: inferred}}"""


@pytest.fixture
def recorded(harbour_folder: Path) -> Path:
    """The harbour with more figures: a rival, an estimate of the authors, one of nought."""
    exchange(harbour_folder, "model.yaml", POINT, FIGURES)
    return harbour_folder


def test_each_point_stands_in_a_row_with_its_range_and_its_error(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By date, under the quantity's name; a record of nought has no error in per cent."""
    assert main(["hindcast", "--campaign", str(recorded)]) == 0
    text = capsys.readouterr().out
    start = text.index("crest: the dike, cm")
    rows = [line.split() for line in text[start:].splitlines()[1:7]]

    assert rows[0][:6] == ["1901-01", "300", "290", "310", "documented", "297"]
    assert rows[0][6:] == ["-1.0", "%", "inside", "fitted"]
    assert rows[1][0] == "1901-02"
    assert rows[1][-2:] == ["OUTSIDE", "rival"]
    assert rows[2][-2:] == ["left", "out"]
    assert rows[4] == ["damage:", "wet", "houses,", "houses"]
    assert rows[5][6:] == ["-", "inside", "fitted"]


def test_the_sums_tell_errors_points_and_parameters(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Estimates and rivals are not in the mean."""
    main(["hindcast", "--campaign", str(recorded)])
    text = " ".join(capsys.readouterr().out.split())

    assert "points of the record 5, of them 4 used" in text
    assert (
        "used points that have a range: inside it 4 of 4 of these, documented or reported 2 of 2"
        in text
    )
    assert "over 2 points; 8 % is the most" in text
    assert "left out of the fit 0.0 % over 0 points; 12 % is the most" in text
    assert "parameters fitted 1, to 3 points" in text


@pytest.mark.parametrize(
    ("figure", "word", "status"), [(297, "inside", 0), (299, "near", 0), (400, "FAR", 1)]
)
def test_a_single_figure_is_judged_by_its_error(
    harbour_folder: Path,
    capsys: pytest.CaptureFixture[str],
    figure: int,
    word: str,
    status: int,
) -> None:
    """No model can lie inside a range that has no width."""
    single = f"value: {figure}, low: {figure}, high: {figure}"
    exchange(harbour_folder, "model.yaml", "value: 300, low: 290, high: 310", single)

    assert main(["hindcast", "--campaign", str(harbour_folder)]) == status
    lines = capsys.readouterr().out.splitlines()
    row = next(line for line in lines if line.startswith("  1901-01"))
    assert row.split()[-2] == word
    near = next(line for line in lines if line.startswith("single figures"))
    assert near.split()[-7:] == [str(1 - status), "of", "1;", "8", "%", "is", "near"]


def test_a_line_is_never_wider_than_a_hundred_letters(capsys: pytest.CaptureFixture[str]) -> None:
    """Of the shipped campaign's table."""
    main(["hindcast"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 100


def test_a_miss_is_named_and_is_exit_status_one(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A documented point outside its range."""
    exchange(
        recorded, "model.yaml", "value: 300, low: 290, high: 310", "value: 309, low: 300, high: 310"
    )

    assert main(["hindcast", "--campaign", str(recorded)]) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "The model does not answer to the record. Missed: crest 1901-01."


def test_an_error_too_great_is_exit_status_one_without_a_miss(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wide range does not excuse it."""
    exchange(
        recorded, "model.yaml", "value: 300, low: 290, high: 310", "value: 400, low: 200, high: 410"
    )

    assert main(["hindcast", "--campaign", str(recorded)]) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "The model does not answer to the record."


def test_the_table_can_be_had_as_json(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every field of every point."""
    assert main(["hindcast", "--json", "--campaign", str(recorded)]) == 0
    table = json.loads(capsys.readouterr().out)

    assert (table["reading"], table["met"], table["parameters_fitted"]) == ("engineer", True, 1)
    assert (table["counted"], table["inside"], table["points_fitted_to"]) == (2, 2, 3)
    first = table["points"][0]
    assert (first["quantity"], first["month"], first["record"]) == ("crest", "1901-01", 300)
    assert first["used_for_fit"] is True
    assert first["error"] == pytest.approx(table["points"][0]["model"] / 300 - 1)
    assert table["points"][-1]["error"] is None


def test_a_reading_can_be_held_against_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    """And one that is none is wrong usage."""
    assert main(["hindcast", "--reading", "fisherman", "--campaign", str(HARBOUR)]) == 0
    assert "reading fisherman" in capsys.readouterr().out
    assert main(["hindcast", "--reading", "gull", "--campaign", str(HARBOUR)]) == 2


def test_a_campaign_without_a_record_does_not_answer_to_one(
    harbour_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What holds of no figure at all holds of nothing."""
    exchange(harbour_folder, "model.yaml", POINT, POINT.replace("}", ", use: false}"))
    status = main(["hindcast", "--campaign", str(harbour_folder)])

    assert status == 1
    assert "no documented or reported figure in `record`" in capsys.readouterr().err
