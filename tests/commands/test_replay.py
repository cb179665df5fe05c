"""`replay`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from tests.conftest import exchange

HARBOUR = str(Path(__file__).parents[1] / "campaigns" / "harbour")


def replayed(*words: str) -> int:
    """Carry out the command on the harbour."""
    return main(["replay", *words, "--campaign", HARBOUR])


def as_json(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """Return what the command prints as JSON."""
    replayed(*words, "--json")
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("history", ["wait", "pray"]),
        ("AB", ["wait", "ten-gangs"]),
        ("ca", ["pray", "wait"]),
        ("wait, pray", ["wait", "pray"]),
        ("wait", ["wait"]),
        ("B", ["ten-gangs"]),
    ],
)
def test_a_line_is_letters_or_ids_or_history(
    capsys: pytest.CaptureFixture[str], text: str, line: list[str]
) -> None:
    """One answer for each telegram, as far as it goes."""
    assert as_json(capsys, text)["line"] == line


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("AX", "telegram 2 has no response X; it has A to C"),
        ("AAA", "answer 3 is one too many: the campaign has 2 telegrams"),
        ("1.5", "is not a line; write letters such as CEADCB"),
        ("", "is not a line"),
        ("é", "is not a line"),
    ],
)
def test_what_is_no_line_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], text: str, what: str
) -> None:
    """Exit status 2, with what would do."""
    assert replayed(text) == 2
    assert what in capsys.readouterr().err


def test_a_replay_is_printed_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Steps, ledger, ending, epilogue, all braces filled in."""
    status = replayed("history", "--no-chance")
    out = capsys.readouterr().out

    assert status == 0
    assert "1. The first winter: Wait" in out
    assert "   1901-02  Ice in the harbour" in out
    assert "   − The dike: The sea took" in out
    assert "   Later: The town is still there." in out
    assert "{" not in out


def test_a_line_that_cannot_be_played_says_where_it_stops(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit status 1."""
    assert replayed("BB") == 1
    assert "Played up to answer 1: The purse holds" in capsys.readouterr().out


def test_as_json_every_quantity_is_there_by_month(capsys: pytest.CaptureFixture[str]) -> None:
    """And the ending, axes, events and ledger."""
    found = as_json(capsys, "history", "--seed", "4", "--reading", "fisherman")

    assert (found["seed"], found["reading"], found["stopped"]) == (4, "fisherman", None)
    assert len(found["months"]) == len(found["quantities"]["crest"]) == 30
    assert found["months"][0] == "1900-07"
    assert set(found["axes"]) == {"safety", "thrift"}
    assert [step["from"] for step in found["steps"]] == ["1900-10", "1901-10"]
    assert found["steps"][0]["ledger"][0].keys() == {"row", "value", "sign", "grade"}


def test_a_run_code_is_printed_and_plays_the_same_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With its seed and its reading."""
    first = as_json(capsys, "BA", "--seed", "12", "--reading", "fisherman")
    code = first["code"].lower().replace("-", "")

    assert as_json(capsys, code) == first


def test_options_stand_above_a_run_code(capsys: pytest.CaptureFixture[str]) -> None:
    code = as_json(capsys, "BA", "--seed", "12", "--reading", "fisherman")["code"]
    asked = ("--seed", "4", "--reading", "engineer")

    assert as_json(capsys, code, *asked) == as_json(capsys, "BA", *asked)
    assert as_json(capsys, code, "--no-chance")["seed"] is None


def test_a_run_code_with_a_slip_is_wrong_usage_and_told_from_a_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = as_json(capsys, "BA")["code"]

    assert replayed("9" + code[1:]) == 2
    assert f"Did you mean {code}?" in capsys.readouterr().err


def test_a_run_code_of_a_changed_campaign_plays_as_far_as_it_can_and_says_why(
    harbour_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = as_json(capsys, "BC")["code"]
    exchange(harbour_folder, "second-winter.yaml", "    pray:\n", "    hope:\n")
    status = main(["replay", code, "--campaign", str(harbour_folder)])
    said = capsys.readouterr()

    assert status == 1
    assert "It plays up to telegram 2 and stops there" in said.err
    assert "1. The first winter: Ten gangs" in said.out
    assert "Played up to answer 1, not as the code was made: It plays up to" in said.out


def test_what_a_run_code_lost_stands_in_the_json(
    harbour_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = as_json(capsys, "BC")["code"]
    exchange(harbour_folder, "second-winter.yaml", "    pray:\n", "    hope:\n")
    status = main(["replay", code, "--json", "--campaign", str(harbour_folder)])
    found = json.loads(capsys.readouterr().out)

    assert status == 1
    assert found["stopped"] == "UnknownMark"


def test_a_run_code_that_leads_elsewhere_today_is_not_what_was_asked_for(
    harbour_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With another seed it was not asked for either."""
    code = as_json(capsys, "BC")["code"]
    exchange(harbour_folder, "model.yaml", "value: 300", "value: 305")
    where = ("--campaign", str(harbour_folder))
    plain, overruled = main(["replay", code, *where]), main(["replay", code, "--seed", "4", *where])

    assert (plain, overruled) == (1, 0)
    assert "lead elsewhere today" in capsys.readouterr().out


def test_a_run_code_of_another_version_that_leads_there_still_is_what_was_asked_for(
    harbour_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = as_json(capsys, "BC")["code"]
    exchange(harbour_folder, "campaign.yaml", "version: 1", "version: 2")

    assert main(["replay", code, "--campaign", str(harbour_folder)]) == 0
    assert "It was made with version 1" in capsys.readouterr().err


def test_a_replay_that_stops_has_no_ending(capsys: pytest.CaptureFixture[str]) -> None:
    """And says why in one word."""
    found = as_json(capsys, "BB", "--no-chance")

    assert (found["seed"], found["ending"], found["axes"]) == (None, None, None)
    assert found["stopped"] == "ClosedResponse"


def test_the_same_command_prints_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    """Twice."""
    replayed("BA", "--json")
    first = capsys.readouterr().out
    replayed("BA", "--json")

    assert capsys.readouterr().out == first


def test_an_unknown_reading_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """With the known ones."""
    assert replayed("A", "--reading", "poet") == 2
    assert "no reading 'poet'; write one of: engineer, fisherman" in capsys.readouterr().err


def test_a_broken_campaign_cannot_be_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its problems are listed."""
    assert main(["replay", "A", "--campaign", str(tmp_path)]) == 1
    assert "F001 no file 'campaign.yaml'" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("BA",), ("BA", "--no-chance")])
def test_a_line_on_which_the_model_has_no_value_says_so_and_how_to_find_it(
    harbour_folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    """Not with a traceback."""
    exchange(harbour_folder, "model.yaml", "equals: purse * 1.1", "equals: purse / (10 - gangs)")
    status = main(["replay", *words, "--campaign", str(harbour_folder)])
    said = capsys.readouterr().err

    assert status == 1
    assert "the model has no value in 1900-10" in said
    assert "check DIR --deep" in said


def test_a_quantity_that_grows_beyond_every_bound_is_no_value(
    harbour_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody can be shown infinity."""
    huge = "change: gangs * 1000000000000000 * purse ** 20 + levy"
    exchange(harbour_folder, "model.yaml", "change: levy", huge)
    status = main(["replay", "BA", "--campaign", str(harbour_folder)])

    assert status == 1
    assert "the model has no value" in capsys.readouterr().err
