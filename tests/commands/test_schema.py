"""`schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import main
from game.scenarios.schema import KINDS


def test_a_schema_is_written_for_each_kind_of_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And its place is printed."""
    assert main(["schema", str(tmp_path / "new")]) == 0
    places = [Path(line) for line in capsys.readouterr().out.splitlines()]

    assert sorted(place.stem for place in places) == sorted(KINDS)
    assert all(json.loads(place.read_text(encoding="utf-8"))["$defs"] for place in places)


def test_a_folder_that_cannot_be_written_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the reason."""
    (tmp_path / "file").write_text("")

    assert main(["schema", str(tmp_path / "file")]) == 1
    assert "cannot be written" in capsys.readouterr().err
