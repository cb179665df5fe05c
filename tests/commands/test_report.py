"""`report`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.cli import main
from game.files.paths import saves as folder
from game.files.saves import Saves
from tests.chronicle.conftest import desk_of
from tests.commands.test_replay import HARBOUR
from tests.conftest import exchange


def reported(what: str, out: Path, *more: str) -> int:
    """Carry out the command on the harbour."""
    few = () if "--draws" in more else ("--draws", "5")
    return main(["report", what, "--out", str(out), "--campaign", HARBOUR, *few, *more])


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("c.html", b"<!DOCTYPE html>"), ("c.pdf", b"%PDF-"), ("c.csv", b"\xef\xbb\xbfrun_code"),
     ("c.json", b"{"), ("C.HTML", b"<!DOCTYPE html>")],
)  # fmt: skip
def test_the_ending_of_the_file_says_what_is_written(
    name: str, beginning: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the command tells where."""
    assert reported("history", tmp_path / name) == 0
    assert (tmp_path / name).read_bytes().startswith(beginning)
    assert f"Written: {tmp_path / name}" in capsys.readouterr().out


def test_csv_comes_as_three_files(tmp_path: Path) -> None:
    """Decisions, months, codebook."""
    reported("AB", tmp_path / "c.csv")
    names = {one.name for one in tmp_path.glob("*.csv")}
    assert names == {"c.csv", "c-months.csv", "c-codebook.csv"}


@pytest.mark.parametrize(
    ("name", "figure", "beginning"),
    [("f.svg", "outcome-bars", b"<svg "), ("f.png", "telegram-1-why", b"\x89PNG")],
)
def test_any_figure_comes_as_a_picture(
    name: str, figure: str, beginning: bytes, tmp_path: Path
) -> None:
    """Drawn by itself, with its title."""
    assert reported("AB", tmp_path / name, "--figure", figure) == 0
    assert (tmp_path / name).read_bytes().startswith(beginning)


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("AB", "c.txt"), 2, ".pdf, .html, .csv, .json, .png, .svg"),
        (("AB", "c.png"), 2, "--figure NAME goes with"),
        (("AB", "c.pdf", "--figure", "outcome-bars"), 2, "--figure NAME goes with"),
        (("AB", "c.svg", "--figure", "nix"), 2, "there are: outcome-bars, curve-"),
        (("A!", "c.html"), 2, "nor is there a save of that name in"),
        (("nowhere.json", "c.html"), 1, "is no save: it cannot be read"),
        (("a/b", "c.html"), 1, "is no save"),
        (("wait,nix", "c.html"), 1, "the line stops:"),
        (("AB", "c.html", "--reading", "nix"), 2, "no reading 'nix'"),
    ],
)
def test_what_cannot_be_had_is_told_with_what_would_do(
    words: tuple[str, ...],
    status: int,
    says: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And nothing is written."""
    what, name, *more = words

    assert reported(what, tmp_path / name, *more) == status
    assert says in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_a_file_that_is_there_is_written_over_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not even one of three."""
    (tmp_path / "c-months.csv").write_text("mine")

    assert reported("AB", tmp_path / "c.csv") == 1
    assert "--force writes over it" in capsys.readouterr().err
    assert [one.name for one in tmp_path.glob("*.csv")] == ["c-months.csv"]
    assert reported("AB", tmp_path / "c.csv", "--force") == 0
    assert (tmp_path / "c-months.csv").read_text(encoding="utf-8") != "mine"


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("")

    assert reported("AB", tmp_path / "file" / "c.html") == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_save_is_named_by_its_file_or_by_its_name(harbour: Campaign, tmp_path: Path) -> None:
    """With the estimates that were made."""
    path = Saves(folder()).write(harbour, desk_of(harbour), "evening")

    assert reported("evening", tmp_path / "a.html") == 0
    assert reported(str(path), tmp_path / "b.html") == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert "What you foresaw" in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_a_save_of_another_campaign_is_refused(
    harbour_folder: Path, harbour: Campaign, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """It belongs elsewhere."""
    path = Saves(tmp_path).write(harbour, desk_of(harbour), "other")
    exchange(harbour_folder, "campaign.yaml", "id: harbour", "id: elsewhere")
    words = ["report", str(path), "--out", str(tmp_path / "c.html"), "--campaign"]

    assert main([*words, str(harbour_folder)]) == 1
    assert "It belongs to the campaign" in capsys.readouterr().err


def test_a_save_has_its_own_seed(
    harbour: Campaign, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An option beside it would be a lie."""
    path = Saves(tmp_path).write(harbour, desk_of(harbour), "evening")

    assert reported(str(path), tmp_path / "c.html", "--seed", "3") == 2
    assert "a save has its own seed" in capsys.readouterr().err


def test_a_save_without_an_answer_has_no_chronicle_yet(
    harbour: Campaign, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason is told."""
    path = Saves(tmp_path).write(harbour, desk_of(harbour, 0), "early")

    assert reported(str(path), tmp_path / "c.html") == 1
    assert "nothing has been answered yet" in capsys.readouterr().err


def test_seed_and_chance_are_those_of_the_command_line(tmp_path: Path) -> None:
    """They stand in the facts."""
    reported("AB", tmp_path / "a.html", "--seed", "7")
    reported("AB", tmp_path / "b.html", "--no-chance", "--draws", "0")

    assert "on, seed 7" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "off: every month as expected" in (tmp_path / "b.html").read_text(encoding="utf-8")


def test_without_numpy_it_says_that_there_are_no_bands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And writes the rest."""
    monkeypatch.delitem(sys.modules, "game.chronicle.draws", raising=False)
    monkeypatch.delitem(sys.modules, "game.atlas.spread", raising=False)
    monkeypatch.setitem(sys.modules, "numpy", None)

    assert reported("AB", tmp_path / "c.html") == 0
    assert "without numpy no bands are drawn" in capsys.readouterr().err
