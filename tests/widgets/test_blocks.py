"""The C library is asked to give large blocks back; one that knows no such wish is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.widgets import blocks


class Library:
    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def mallopt(self, what: int, value: int) -> int:
        self.asked.append((what, value))
        return 1


def missing(_name: None) -> object:
    message = "no such library"
    raise OSError(message)


def test_blocks_larger_than_a_megabyte_are_given_back_and_some_smaller_ones_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = Library()
    monkeypatch.setattr(blocks, "CDLL", lambda _name: library)

    assert blocks.give_back_at_once.__wrapped__()
    assert library.asked == [(-1, 3 << 20), (-3, 1 << 20)]


@pytest.mark.parametrize("found", [lambda _name: object(), missing])
def test_a_library_without_the_switch_is_left_alone(
    found: Callable[[None], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "CDLL", found)

    assert not blocks.give_back_at_once.__wrapped__()
