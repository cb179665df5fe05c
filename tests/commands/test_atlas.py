"""`atlas`."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from game.atlas.walk import walk
from game.campaign.campaign import Campaign
from game.cli import main
from game.commands import atlas
from tests.conftest import exchange

HARBOUR = str(Path(__file__).parents[1] / "campaigns" / "harbour")


def made(*words: str) -> int:
    """Carry out the command on the harbour."""
    return main(["atlas", *words, "--campaign", HARBOUR])


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_line_has_its_row(harbour: Campaign, tmp_path: Path) -> None:
    """In the order of the walk, with the ending it comes to."""
    path = tmp_path / "atlas.csv"

    assert made("--out", str(path)) == 0

    walked = list(walk(harbour))
    assert [one["answers"] for one in table(path)] == [",".join(one.line) for one in walked]
    assert [one["ending"] for one in table(path)] == [one.ending for one in walked]


def test_without_a_file_the_table_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """What is told on the way goes to the error stream."""
    assert made("--sample", "2", "--draws", "5", "--processes", "1") == 0

    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 3
    assert err == "2 lines written\n"


def test_a_sample_larger_than_the_campaign_is_all_of_it(harbour: Campaign, tmp_path: Path) -> None:
    """No line comes twice."""
    path = tmp_path / "atlas.csv"

    made("--sample", "999", "--out", str(path))

    assert len(table(path)) == sum(1 for _ in walk(harbour))


@pytest.mark.parametrize("cut", [0, 40, 400, 900])
def test_an_atlas_broken_off_goes_on_to_the_same_file(tmp_path: Path, cut: int) -> None:
    """Even if it was cut off in the middle of a row."""
    whole, part = tmp_path / "whole.csv", tmp_path / "part.csv"
    words = ("--draws", "6", "--processes", "1", "--out")
    made(*words, str(whole))
    part.write_bytes(whole.read_bytes()[:cut])

    assert made(*words, str(part)) == 0
    assert made(*words, str(part)) == 0  # nothing is left to do

    assert part.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize(
    "words",
    [("--draws", "7"), ("--draws", "6", "--seed", "2"), ("--draws", "6", "--sample", "2"), ()],
)
@pytest.mark.parametrize("rest", [b"", b"broken off"])
def test_another_atlas_is_not_gone_on_with(
    tmp_path: Path, words: tuple[str, ...], rest: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is left as it is, even where its last row is not whole."""
    path = tmp_path / "atlas.csv"
    made("--draws", "6", "--processes", "1", "--out", str(path))
    path.write_bytes(path.read_bytes() + rest)
    before = path.read_bytes()
    capsys.readouterr()

    assert made(*words, "--processes", "1", "--out", str(path)) == 1

    assert "not the beginning of this atlas" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"dear diary", b"dear diary\n", b"\xff\xfe\x00\n\n", b"line,answers,version,other\n"],
)
def test_a_file_that_is_no_atlas_is_left_as_it_is(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a line end or without."""
    path = tmp_path / "diary.txt"
    path.write_bytes(content)

    assert made("--out", str(path)) == 1

    assert "not the beginning of this atlas" in capsys.readouterr().err
    assert path.read_bytes() == content


def test_an_atlas_of_another_version_is_not_gone_on_with(
    tmp_path: Path, harbour_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The campaign was changed since."""
    path = tmp_path / "atlas.csv"
    made("--out", str(path))
    exchange(harbour_folder, "campaign.yaml", "version: 1", "version: 2")

    assert main(["atlas", "--campaign", str(harbour_folder), "--out", str(path)]) == 1

    assert "not the beginning of this atlas" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_a_full_disk_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A device is not read back: it may have no end."""
    assert made("--out", "/dev/full") == 1
    assert "/dev/full cannot be written: No space left on device" in capsys.readouterr().err


@pytest.mark.exhaustive
def test_several_processes_write_what_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the same order."""
    monkeypatch.setattr(atlas, "DRAWN", 6)  # a line at a time
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"

    made("--draws", "6", "--processes", "1", "--out", str(one))
    made("--draws", "6", "--processes", "2", "--out", str(two))

    assert two.read_bytes() == one.read_bytes()


def test_breaking_off_leaves_whole_rows_and_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C while the second line is computed."""
    path, compute, calls = tmp_path / "atlas.csv", atlas.compute, []

    def interrupted(task: atlas.Task) -> atlas.Rows:
        calls.append(task)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return compute(task)

    monkeypatch.setattr(atlas, "DRAWN", 6)
    monkeypatch.setattr(atlas, "compute", interrupted)

    assert made("--draws", "6", "--processes", "1", "--out", str(path)) == 130

    assert len(table(path)) == 1
    assert path.read_bytes().endswith(b"\n")
    assert "goes on with" in capsys.readouterr().err


def test_a_folder_cannot_be_written_as_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason is told."""
    assert made("--out", str(tmp_path)) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_number_of_draws_is_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    """And more than none."""
    with pytest.raises(SystemExit):
        made("--draws", "many")
    assert "not a whole number" in capsys.readouterr().err
