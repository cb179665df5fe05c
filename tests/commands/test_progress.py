"""How far a long command is."""

from __future__ import annotations

import io

import pytest

from game.commands.progress import Progress, _span


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        """Say that somebody looks on."""
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_time_left_follows_from_the_pace() -> None:
    """What was done before the start says nothing of it."""
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, clock)

    progress.tell("1 line", 0.5)
    clock.now = 10.0
    progress.tell("2 lines", 0.6)
    progress.end("2 lines written")

    assert stream.getvalue().startswith("\r2 lines, 60%, about 40 s left")
    assert stream.getvalue().endswith("\n")


def test_a_file_gets_a_line_now_and_then() -> None:
    """Not one for every step."""
    stream, clock = io.StringIO(), Clock()
    progress = Progress(stream, clock)

    for second in range(25):
        clock.now = second
        progress.tell(f"{second} lines", 0.0)
    progress.end("done")

    assert stream.getvalue().splitlines() == ["10 lines, 0%", "20 lines, 0%", "done"]


@pytest.mark.parametrize(
    ("seconds", "words"), [(5, "5 s"), (89, "89 s"), (300, "5 min"), (9000, "2.5 h")]
)
def test_a_span_is_told_in_fitting_units(seconds: float, words: str) -> None:
    """Nobody counts seconds of an hour."""
    assert _span(seconds) == words
