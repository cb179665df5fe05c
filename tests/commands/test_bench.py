"""`bench`: what it prints, not how fast it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.cli import main
from game.commands import bench

HARBOUR = str(Path(__file__).parents[1] / "campaigns" / "harbour")


def benched(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Measure the harbour once each."""
    monkeypatch.setattr(bench, "LEAST", 0.0)
    return main(["bench", "--campaign", HARBOUR, "--draws", "50", *words])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_figure_stands_beside_a_plain_loop_and_pysd(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As ratios."""
    assert benched(monkeypatch) == 0

    head, *rows, memory = capsys.readouterr().out.splitlines()
    assert head.split()[-4:] == ["x", "plain", "x", "PySD"]
    assert rows[0].startswith("a plain Python loop")
    assert rows[0].split()[-2] == "1.0"
    assert rows[1].startswith("PySD")
    assert rows[1].split()[-1] == "1.0"
    assert len(rows) == 8
    assert memory.startswith("memory of the 50 draws: ")


def test_without_pysd_the_rest_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And it is told what is missing."""
    monkeypatch.setitem(sys.modules, "pysd", None)

    assert benched(monkeypatch) == 0

    assert "PySD is not installed" in capsys.readouterr().out


def test_a_line_that_cannot_be_played_is_not_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`replay` tells why."""
    assert benched(monkeypatch, "--line", "raise,nonsense") == 1
    assert "cannot be played" in capsys.readouterr().err
