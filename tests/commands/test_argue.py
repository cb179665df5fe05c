"""`argue`."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import ParameterId
from game.cli import main
from game.playthrough.revision import ARGUED, Revision, parameter_of, revised, value_of

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
    assert "- `crest_at_first` (cm): 310 instead of 300. Within the range of the authors" in text
    assert "Because: The old men say so." in text
    assert "Source: Tavern, 1899" in text
    assert "| Ending | " in text


def test_a_value_beyond_the_range_is_played_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    argued("--set", "crest_at_first=400", *WHY)

    assert "Beyond the range of the authors, 280 to 320." in capsys.readouterr().out


def test_the_figures_differ(capsys: pytest.CaptureFixture[str]) -> None:
    argued("--set", "crest_at_first=400", *WHY)
    rows = [one.split(" | ") for one in capsys.readouterr().out.splitlines() if one[:2] == "| "]

    assert any(was != now.rstrip(" |") for _, was, now in rows[3:])


def test_a_line_that_stops_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    status = argued("--set", "crest_at_first=310", *WHY, "--line", "wait")

    assert status == 0
    assert "One of the two lines stops on the way: 1 answers before" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
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
    assert out.read_text(encoding="utf-8").startswith("# A revision of ")
    assert "is there already" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    words = ("--set", "crest_at_first=310", *WHY, "--out", str(tmp_path / "file" / "note.md"))

    assert argued(*words) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_the_campaign_stays_as_it_was(harbour: Campaign) -> None:
    name = ParameterId("storm_chance")
    parameter = parameter_of(harbour, name)
    assert parameter is not None
    argued_once = revised(harbour, "fisherman", [Revision(name, 0.9, "so", "there")])
    twice = revised(argued_once, "fisherman", [Revision(name, 0.8, "so", "there")])

    assert ARGUED not in [one.id for one in harbour.model.readings]
    assert value_of(argued_once, ARGUED, parameter) == 0.9
    assert value_of(twice, ARGUED, parameter) == 0.8
    assert value_of(harbour, "fisherman", parameter) == 0.4
