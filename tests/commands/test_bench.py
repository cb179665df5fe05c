"""`bench`: what it prints, not how fast it is."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli import main
from game.commands import bench
from game.commands.goals import Figures, Timed, goals, told

HARBOUR = str(Path(__file__).parents[1] / "campaigns" / "harbour")
MEGABYTE = 10**6
GOOD = Figures(
    plain=Timed("plain", 0.01),
    playthrough=Timed("one", 0.001),
    lucky=Timed("lucky", 0.002),
    replayed=Timed("replayed", 0.004),
    lines=Timed("lines", 2.0, 29_178),
    draws=Timed("draws", 2.0, 100_000),
    spread=Timed("spread", 2.5, 100_000),
    memory_of_lines=(50 * MEGABYTE, 52 * MEGABYTE),
    memory_of_draws=200 * MEGABYTE,
    pysd=Timed("pysd", 0.1),
    pysd_few=Timed("pysd few", 0.05),
)
"""What a good day would measure."""
SLOW = Timed("slow", 99.0)


def benched(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Measure the harbour once each."""
    monkeypatch.setattr(bench, "LEAST", 0.0)
    monkeypatch.setattr(bench, "ROUNDS", 1)
    return main(["bench", "--campaign", HARBOUR, "--draws", "50", *words])


@pytest.mark.exhaustive
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_figure_stands_beside_a_plain_loop_and_pysd(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As ratios; the goals are the shipped campaign's and are not told of another."""
    assert benched(monkeypatch) == 0

    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split()[-6:] == ["x", "plain", "x", "PySD", "x", "few"]
    assert rows[0].startswith("a plain Python loop")
    assert rows[0].split()[-3] == "1.0"
    assert rows[1].startswith("PySD on the exported model")
    assert rows[1].split()[-2] == "1.0"
    assert rows[2].startswith("PySD, indicators only")
    assert rows[2].split()[-1] == "1.0"
    assert rows[-3].startswith("memory of the draws: ")
    assert len(rows) == 12


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


@pytest.mark.parametrize(("figures", "status"), [(GOOD, 0), (replace(GOOD, draws=SLOW), 1)])
def test_a_goal_that_is_missed_shows_and_is_the_exit_status(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    figures: Figures,
    status: int,
) -> None:
    """For the shipped campaign, with the draws that the goals speak of."""
    monkeypatch.setattr(bench, "_measured", lambda *_: figures)

    assert main(["bench"]) == status

    assert ("MISSED" in capsys.readouterr().out) == bool(status)


@pytest.mark.parametrize(
    ("figures", "missed"),
    [
        (GOOD, []),
        (replace(GOOD, pysd=None, pysd_few=None), []),
        (replace(GOOD, replayed=SLOW), ["one playthrough in 5 ms"]),
        (replace(GOOD, lines=SLOW), ["every line in 5 s, on one core"]),
        (replace(GOOD, memory_of_draws=2 * 10**9), ["100,000 draws of a line within 1 GB"]),
        (
            replace(GOOD, memory_of_lines=(50 * MEGABYTE, 60 * MEGABYTE)),
            ["memory that does not grow with the lines"],
        ),
        (replace(GOOD, playthrough=SLOW), ["one playthrough at 45 times PySD's rate"]),
        (replace(GOOD, draws=SLOW), ["draws of a line at 2,500 times PySD's rate"]),
        (replace(GOOD, spread=SLOW), ["draws with spread at 2,500 times PySD's rate"]),
    ],
)
def test_each_goal_is_missed_by_its_own_figure(figures: Figures, missed: list[str]) -> None:
    """Where PySD is not there, nothing is promised of it."""
    assert [one.promise for one in goals(figures) if not one.held] == missed


def test_without_pysd_there_is_no_column_for_it() -> None:
    """Only the plain loop stands beside."""
    row = told(replace(GOOD, pysd=None, pysd_few=None)).splitlines()[1]

    assert row.split()[-3:] == ["0.01000", "100.0", "1.0"]
