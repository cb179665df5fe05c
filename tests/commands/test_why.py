"""`why` and `hindcast` on the command line."""

from __future__ import annotations

import json

import pytest

from game.cli import main
from tests.conftest import HARBOUR

TOWN = ["--campaign", str(HARBOUR)]
ASKED = ["why", "crest", "--line", "ten-gangs", *TOWN, "--no-chance"]


def test_why_says_what_moved_a_quantity(capsys: pytest.CaptureFixture[str]) -> None:
    """The sum first, then each cause, then the rule."""
    assert main(ASKED) == 0

    said = capsys.readouterr().out
    assert "gangs on the dike" in said
    assert "The rule of" in said


def test_why_as_json_adds_up(capsys: pytest.CaptureFixture[str]) -> None:
    """For programs."""
    assert main([*ASKED, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)


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
