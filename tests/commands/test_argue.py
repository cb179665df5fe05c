"""`argue`."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli import main

HARBOUR = Path(__file__).parents[1] / "campaigns" / "harbour"
WHY = ("--because", "The old men say so.", "--source", "Tavern, 1899")


def argued(*words: str) -> int:
    """Carry out the command on the harbour without chance."""
    return main(["argue", *words, "--no-chance", "--campaign", str(HARBOUR)])


def test_the_note_holds_the_change_its_reason_and_what_comes_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = argued("--set", "crest_at_first=310", *WHY)
    text = capsys.readouterr().out

    assert status == 0
    assert "310 instead of 300 (cm). Within the range of the authors, 280 to 320." in text
    assert "Because: The old men say so." in text
    assert "Source: Tavern, 1899" in text
    assert "| Ending | " in text


def test_a_value_beyond_the_range_is_played_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    argued("--set", "crest_at_first=400", *WHY)

    assert "Beyond the range of the authors, 280 to 320." in capsys.readouterr().out


def test_the_figures_differ(capsys: pytest.CaptureFixture[str]) -> None:
    argued("--set", "crest_at_first=400", *WHY)
    rows = [one.split(" | ") for one in capsys.readouterr().out.splitlines() if one[:2] == "| "]

    assert any(was != now.rstrip(" |") for _, was, now in (one for one in rows if len(one) == 3))


def test_a_line_that_stops_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    status = argued("--set", "crest_at_first=310", *WHY, "--line", "wait")

    assert status == 0
    assert "As argued the line goes as far as answer 1." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ("--set", "crest_at_first=1", "--set", "storm_chance=1", *WHY),
            "2 changes, 1 reasons and",
        ),
        (("--set", "crest_at_first=1"), "1 changes, 0 reasons and 0 sources"),
        (("--set", "crest_at_first=1", *WHY, "--out", "note.txt"), "can be written: .md, .html"),
        (("--set", "moon=1", *WHY), "no parameter 'moon'; there are: crest_at_first"),
        (("--set", "crest_at_first", *WHY), "'' is no number"),
        (("--set", "crest_at_first=nan", *WHY), "'nan' is no number"),
        (
            ("--set", "crest_at_first=1", "--because", " ", "--source", "x"),
            "an argument needs a reason and a source",
        ),
    ],
)
def test_what_cannot_be_argued_is_refused(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    assert argued(*words) == 2
    assert says in capsys.readouterr().err


def test_the_note_goes_into_a_new_file_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "note.md"
    words = ("--set", "crest_at_first=310", *WHY, "--out", str(out))
    first, second = argued(*words), argued(*words)

    assert (first, second) == (0, 1)
    assert out.read_text(encoding="utf-8").startswith("# The Dike: a revision")
    assert "is there already" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    words = ("--set", "crest_at_first=310", *WHY, "--out", str(tmp_path / "file" / "note.md"))

    assert argued(*words) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_each_change_has_its_own_reason_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    other = ("--because", "It blew.", "--source", "My window")
    status = argued("--set", "crest_at_first=310", *WHY, "--set", "storm_chance=0.9", *other)
    text = capsys.readouterr().out

    assert status == 0
    assert text.index("Tavern, 1899") < text.index("Storm chance") < text.index("It blew.")
    assert "Source: My window" in text


def test_the_note_says_whether_the_record_still_holds(capsys: pytest.CaptureFixture[str]) -> None:
    argued("--set", "crest_at_first=400", *WHY)
    text = capsys.readouterr().out

    assert "the model met 1 and meets 0 as argued" in text
    assert "The model no longer answers to the record." in text


@pytest.mark.parametrize(("name", "begins"), [("n.html", b"<!DOCTYPE"), ("n.pdf", b"%PDF")])
def test_the_note_can_be_a_page_or_on_paper(tmp_path: Path, name: str, begins: bytes) -> None:
    out = tmp_path / name

    assert argued("--set", "crest_at_first=310", *WHY, "--out", str(out)) == 0
    assert out.read_bytes().startswith(begins)


def test_a_number_without_which_nothing_can_be_reckoned_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["argue", "--set", "german_reach=0", *WHY])

    assert status == 1
    assert "with these changes the model has no value in" in capsys.readouterr().err
