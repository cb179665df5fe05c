"""What is found out once of the very same things."""

from __future__ import annotations

from game.room import once as module
from game.room.once import once


class Counted:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def __call__(self, first: str, second: str) -> str:
        self.asked.append((first, second))
        return first + second


def fresh(text: str) -> str:
    """Return a text that is another one, though it says the same."""
    return "".join(list(text))


def test_the_very_same_things_are_looked_into_once() -> None:
    counted = Counted()
    find = once(counted.__call__)
    one, two = fresh("one"), fresh("two")

    assert [find(one, two), find(one, two)] == ["onetwo", "onetwo"]
    assert len(counted.asked) == 1


def test_other_things_are_looked_into_although_they_say_the_same() -> None:
    counted = Counted()
    find = once(counted.__call__)

    for _ in range(3):
        find(fresh("one"), "two")

    assert len(counted.asked) == 3


def test_what_was_found_is_forgotten_when_there_is_much_of_it() -> None:
    """Else every room that ever was would stay in memory."""
    counted = Counted()
    find = once(counted.__call__)
    first = fresh("first")
    others = [fresh("other") for _ in range(module.MOST)]

    for one in (first, *others, first):
        find(one, "")

    assert counted.asked.count(("first", "")) == 2
