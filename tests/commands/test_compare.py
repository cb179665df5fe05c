"""`compare` and `one-change` on the command line."""

from __future__ import annotations

import json
import sys
from unittest.mock import Mock

import pytest

from game.chronicle import ranges
from game.cli import main
from game.simulation.arithmetic import NoValueError
from tests.whole import HARBOUR

TOWN = ["--campaign", str(HARBOUR), "--no-chance"]
THREE = ["compare", "wait,wait", "ten-gangs,wait", "ten-gangs,pray", *TOWN]


def test_compare_tells_where_lines_part_by_how_much_and_why(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The telegram is marked; each line stands beside the first; the causes follow."""
    assert main(THREE) == 0
    said = capsys.readouterr().out

    assert "They part at telegram 1" in said
    assert said.count("<- here they part") == 1
    assert "Safety: 292 | 592 (+300) | 592 (+300)" in said
    assert "Why 1 and 2 differ. the dike" in said
    assert "+300  The order “gangs on the dike” at telegram 1" in said
    assert "3 ends as: " in said


def test_until_they_part_no_axis_differs(capsys: pytest.CaptureFixture[str]) -> None:
    """One line says so."""
    assert main(["compare", "wait,wait", "wait,pray", *TOWN]) == 0
    said = capsys.readouterr().out

    assert "   all: A. Wait\n   October 1901: no axis differs\n" in said


def test_compare_as_json_adds_up(capsys: pytest.CaptureFixture[str]) -> None:
    """For programs: every stage, axis, row of the ledger and part."""
    assert main([*THREE, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)

    assert (found["parting"], found["only_answers_differ"]) == (1, True)
    assert [one["line"] for one in found["why"]] == [2, 3]
    for one in found["why"]:
        parts = sum(part["difference"] for part in one["parts"])
        whole = one["start"] + one["of_itself"] + parts
        assert whole == pytest.approx(one["difference"], rel=0.01)
    stage = found["stages"][0]
    assert len(stage["axes"]["safety"]["values"]) == 3
    assert all(len(row["values"]) == 3 for row in stage["ledger"].values())


def test_the_same_line_can_be_read_under_every_reading(capsys: pytest.CaptureFixture[str]) -> None:
    """And one line under one other."""
    assert main(["compare", "wait,wait", "--readings", "--json", *TOWN]) == 0
    every = json.loads(capsys.readouterr().out)
    assert main(["compare", "wait,wait", "wait,wait@fisherman", "--json", *TOWN]) == 0
    two = json.loads(capsys.readouterr().out)

    assert [one["reading"] for one in every["lines"]] == ["engineer", "fisherman"]
    assert every["stages"] == two["stages"]
    assert (two["parting"], two["only_answers_differ"]) == (None, False)


def test_letters_beside_a_run_code_meet_its_luck(capsys: pytest.CaptureFixture[str]) -> None:
    """Otherwise two lines of one class would differ by their weather too."""
    town = TOWN[:2]
    main(["replay", "ten-gangs,wait", "--seed", "41", "--reading", "fisherman", "--json", *town])
    code = json.loads(capsys.readouterr().out)["code"]
    assert main(["compare", "wait,wait", code, "--json", *town]) == 0
    found = json.loads(capsys.readouterr().out)

    assert [(one["seed"], one["reading"]) for one in found["lines"]] == [(41, "fisherman")] * 2
    assert found["only_answers_differ"]


def test_another_quantity_can_be_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    """By its name in the model."""
    assert main([*THREE, "--quantity", "purse", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)

    assert {one["quantity"] for one in found["why"]} == {"purse"}


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        (["wait,wait"], 2, "give 2 to 4 lines"),
        (["wait"] * 5, 2, "there are 5"),
        (["wait", "wait@gull"], 2, "no reading 'gull'"),
        (["wait", "ten-gangs", "--quantity", "purrse"], 2, "near it are: purse"),
        (["wait", "wait,wait,wait"], 1, "3 answers were given"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_reason(
    capsys: pytest.CaptureFixture[str], given: list[str], status: int, said: str
) -> None:
    """Wrong usage is 2, a line that cannot be played 1."""
    assert main(["compare", *given, *TOWN]) == status
    assert said in capsys.readouterr().err


def test_one_change_ranks_and_marks(capsys: pytest.CaptureFixture[str]) -> None:
    """Each axis has its sentence and its rows; what is closed stands apart."""
    assert main(["one-change", "wait,ten-gangs", "--draws", "20", *TOWN]) == 0
    said = capsys.readouterr().out

    assert "Safety: answer 1 mattered most" in said or "Safety: answer 2 mattered most" in said
    assert "holds: direction" in said
    assert "Cannot be played with the other answers as they are:" in said


def test_a_row_is_told_apart_where_the_ranges_do_not_overlap(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """From one in twenty to nineteen in twenty of the draws."""
    assert main(["one-change", "wait,wait", "--draws", "20", "--json", *TOWN]) == 0
    found = json.loads(capsys.readouterr().out)
    rows = [row for axis in found["axes"].values() for row in axis["rows"]]

    assert found["draws"] == 20
    for row in rows:
        (low, high), (lower, higher) = row["ranges"]
        assert row["ranges_overlap"] == (low <= higher and lower <= high)
    assert any(row["told"] == "told apart" for row in rows)
    assert all(row["ranges_overlap"] for row in rows if row["told"] != "told apart")


def test_one_change_agrees_with_compare(capsys: pytest.CaptureFixture[str]) -> None:
    """On every axis of every row."""
    main(["one-change", "wait,wait", "--draws", "0", "--json", *TOWN])
    table = json.loads(capsys.readouterr().out)
    for axis, ranked in table["axes"].items():
        sizes = [abs(row["effect"]) for row in ranked["rows"]]
        assert sizes == sorted(sizes, reverse=True)
        for row in ranked["rows"]:
            main(["compare", "wait,wait", ",".join(row["line"]), "--json", *TOWN])
            found = json.loads(capsys.readouterr().out)
            assert found["stages"][-1]["axes"][axis]["differences"][1] == row["effect"]


def test_one_change_asks_for_a_whole_line(capsys: pytest.CaptureFixture[str]) -> None:
    """And for one that can be played."""
    assert main(["one-change", "wait", *TOWN]) == 1
    assert "answers 1 of 2 telegrams" in capsys.readouterr().err
    assert main(["one-change", "wait,gull", *TOWN]) == 1
    assert "no response 'gull'" in capsys.readouterr().err


def test_without_draws_the_rows_tell_only_what_holds(capsys: pytest.CaptureFixture[str]) -> None:
    """Of a line after which nothing is closed, too."""
    assert main(["one-change", "wait,wait", "--draws", "0", *TOWN]) == 0
    said = capsys.readouterr().out

    assert "holds: direction and place\n" in said
    assert "draws" not in said


@pytest.mark.exhaustive
def test_a_line_after_which_nothing_is_closed_has_no_such_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """History's of the shipped campaign."""
    assert main(["one-change", "history", "--draws", "0", "--no-chance"]) == 0

    assert "Cannot be played" not in capsys.readouterr().out


def test_where_the_model_has_no_value_on_the_way_nothing_is_compared(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with `why`."""
    none = Mock(side_effect=NoValueError("no value there"))
    monkeypatch.setattr("game.commands.compare.contrast", none)

    assert main(THREE) == 1
    assert "no value there" in capsys.readouterr().err


def test_without_numpy_the_table_has_no_ranges(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All else stands."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    monkeypatch.delitem(sys.modules, "game.chronicle.draws", raising=False)
    for name in [one for one in sys.modules if one.startswith("game.atlas")]:
        monkeypatch.delitem(sys.modules, name)

    assert main(["one-change", "wait,wait", "--json", *TOWN]) == 0
    assert json.loads(capsys.readouterr().out)["draws"] == 0


def test_another_missing_module_is_not_hidden(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only numpy may be missing."""

    def missing(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(ranges, "import_module", missing)
    with pytest.raises(ModuleNotFoundError):
        main(["one-change", "wait,wait", *TOWN])
