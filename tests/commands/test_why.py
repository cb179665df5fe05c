"""`why` and `hindcast` on the command line."""

from __future__ import annotations

import json

import pytest

from game.cli import main
from tests.whole import HARBOUR

TOWN = ["--campaign", str(HARBOUR)]
NO_TIME = ["--from", "1900-08", "--to", "1900-08"]
ASKED = ["why", "crest", "--line", "ten-gangs", *TOWN, "--no-chance"]


def test_why_says_what_moved_a_quantity(capsys: pytest.CaptureFixture[str]) -> None:
    """The sum first, then each cause, then the rule."""
    assert main(ASKED) == 0

    said = capsys.readouterr().out
    assert "gangs on the dike" in said
    assert "The rule of" in said


@pytest.mark.parametrize("quantity", ["crest", "surge", "purse", "tide", "gangs"])
def test_why_as_json_adds_up(capsys: pytest.CaptureFixture[str], quantity: str) -> None:
    """For programs: the parts, the arrows, and what flows into each node of the graph."""
    months = ["--from", "1900-08", "--to", "1901-01", "--seed", "5"]
    assert main(["why", quantity, "--line", "ten-gangs", *TOWN, *months, "--json"]) == 0

    found = json.loads(capsys.readouterr().out)
    change = pytest.approx(found["change"], abs=1e-4)
    assert found["of_itself"] + sum(one["amount"] for one in found["parts"]) == change
    assert sum(one["amount"] for one in found["arrows"]) == change
    arrows = found["chain"]["arrows"]
    assert sum(one["amount"] for one in arrows if one["to"] == quantity) == change
    assert {one["from"] for one in arrows} < {one["id"] for one in found["chain"]["nodes"]}


def test_what_did_not_move_has_no_causes(capsys: pytest.CaptureFixture[str]) -> None:
    """One line, and the rule."""
    assert main(["why", "purse", "--line", "wait", *TOWN, "--no-chance", *NO_TIME]) == 0
    said = capsys.readouterr().out
    assert "Nothing moved it." in said
    assert "directly" not in said


def test_a_line_that_cannot_be_played_is_no_question(capsys: pytest.CaptureFixture[str]) -> None:
    """The refusal is the one of a replay."""
    assert main(["why", "purse", "--line", "wait,wait,wait", *TOWN]) == 1
    assert "3 answers were given" in capsys.readouterr().err


def test_the_method_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """In the help of the command."""
    with pytest.raises(SystemExit):
        main(["why", "--help"])
    assert "What a share means." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["why", "crests", "--line", "wait", *TOWN], "crest"),
        (["why", "crest", "--line", "wait", *TOWN, "--from", "1890-01"], "1890-01"),
        (
            ["why", "crest", "--line", "wait", *TOWN, "--from", "1901-05", "--to", "1901-01"],
            "comes before",
        ),
        (["why", "crest", "--line", "ten-gangs,nothing", *TOWN], "nothing"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """With what would do."""
    assert main(arguments) in (1, 2)

    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error


def test_the_hindcast_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """Point by point, and what it comes to."""
    assert main(["hindcast", *TOWN]) == 0
    assert "The model answers to the record." in capsys.readouterr().out


def test_the_hindcast_as_json_has_every_point(capsys: pytest.CaptureFixture[str]) -> None:
    """For programs."""
    assert main(["hindcast", *TOWN, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["points"]) == 1
