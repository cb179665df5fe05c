"""`export`."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli import main

HARBOUR = str(Path(__file__).parents[1] / "campaigns" / "harbour")


@pytest.mark.parametrize(
    ("format_", "beginning"),
    [
        ("xmile", "<?xml"),
        ("twee", ":: StoryTitle"),
        ("dot", "digraph causes {"),
        ("page", "# The model of"),
    ],
)
def test_each_format_is_printed_or_written(
    format_: str, beginning: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same text."""
    path = tmp_path / "export.txt"

    assert main(["export", format_, "--campaign", HARBOUR]) == 0
    printed = capsys.readouterr().out
    assert main(["export", format_, "--campaign", HARBOUR, "--out", str(path)]) == 0

    assert printed.startswith(beginning)
    assert path.read_text(encoding="utf-8") == printed


def test_the_orders_of_a_line_stand_in_its_model(capsys: pytest.CaptureFixture[str]) -> None:
    """And others in another's."""
    texts = []
    for line in ("history", "BA"):
        main(["export", "xmile", "--line", line, "--campaign", HARBOUR])
        texts.append(capsys.readouterr().out)

    assert texts[0] != texts[1]
    assert "STEP(" in texts[1]


def test_a_line_that_cannot_be_played_has_no_model(capsys: pytest.CaptureFixture[str]) -> None:
    """The reason is told."""
    line = "raise,nonsense"

    assert main(["export", "xmile", "--line", line, "--campaign", HARBOUR]) == 1
    assert "the line stops:" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder, for instance."""
    assert main(["export", "dot", "--campaign", HARBOUR, "--out", str(tmp_path)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_page_that_is_there_keeps_its_words(tmp_path: Path) -> None:
    """And its blocks are made anew."""
    path = tmp_path / "MODEL.md"
    path.write_text("Mine.\n<!-- from the model: orders -->\nold\n<!-- end -->\n", "utf-8")

    assert main(["export", "page", "--campaign", HARBOUR, "--out", str(path)]) == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith("Mine.\n")
    assert "old" not in text
    assert "gangs on the dike" in text


@pytest.mark.parametrize(
    ("there", "why"),
    [
        (b"<!-- from the model: causes -->\n<!-- end -->\n", "no block 'causes'; write one of: "),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_page_that_cannot_be_made_anew_is_left_alone(
    there: bytes, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says why."""
    path = tmp_path / "MODEL.md"
    path.write_bytes(there)

    assert main(["export", "page", "--campaign", HARBOUR, "--out", str(path)]) == 1
    assert why in capsys.readouterr().err
    assert path.read_bytes() == there


def test_a_folder_is_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named, with the system's own reason."""
    assert main(["export", "page", "--campaign", HARBOUR, "--out", str(tmp_path)]) == 1
    assert "cannot be made anew: Is a directory" in capsys.readouterr().err
