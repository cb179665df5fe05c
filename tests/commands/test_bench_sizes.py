"""`bench --desk`: a window that is given other sizes, and when its pictures came."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from game.commands.bench_sizes import sized, slowest


def test_whoever_shows_something_late_or_is_sharp_late_is_looked_at_again() -> None:
    found = {"a": (0.1, 0.9), "b": (0.2, 0.3), "c": (0.3, 0.2), "d": (0.01, 0.8), "e": (0.0, 0.0)}

    assert slowest(found) == ["b", "c", "d", "a"]


def test_a_size_is_seen_with_its_first_picture_and_sharp_with_its_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter((5.0, 99.0))
    monkeypatch.setattr("game.commands.bench_sizes.time.process_time", lambda: next(clock))
    canvas = SimpleNamespace(seen=SimpleNamespace(size=(1, 1)), waits=True)
    watch: Any = SimpleNamespace(
        app=SimpleNamespace(canvas=canvas), pane=SimpleNamespace(size=(1, 1)), spent=[4.0]
    )
    waited = sized(watch, (20, 10))

    next(waited)  # the old picture still
    next(waited)
    watch.spent.append(5.25)
    canvas.seen = SimpleNamespace(size=(20, 10))
    next(waited)
    watch.spent.append(5.5)
    canvas.waits = False
    with pytest.raises(StopIteration) as end:
        next(waited)

    assert watch.pane.size == (20, 10)
    assert end.value.value == (0.25, 0.5)
