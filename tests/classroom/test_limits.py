"""How much one address may ask for."""

from __future__ import annotations

import pytest

from game.classroom import limits
from game.classroom.limits import Bucket, Door, Kind, Limits


class Watch:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_bucket_gives_what_it_holds_and_refills_with_time() -> None:
    watch = Watch()
    bucket = Bucket(2, 0.5, watch)

    assert [bucket.take() for _ in range(3)] == [True, True, False]
    watch.seconds = 1.9
    assert not bucket.take()
    watch.seconds = 2.0
    assert bucket.take()


def test_a_bucket_never_holds_more_than_at_first() -> None:
    watch = Watch()
    bucket = Bucket(2, 1, watch)
    watch.seconds = 1000.0

    assert [bucket.take() for _ in range(3)] == [True, True, False]


def test_asking_whether_there_is_one_takes_none() -> None:
    known = Limits(Watch())

    assert all(known.has("10.0.0.1", Kind.GUESS) for _ in range(1000))


def test_a_hall_of_five_hundred_gets_in_behind_one_address_at_once() -> None:
    known = Limits(Watch())
    page_with_its_parts = 10

    assert all(known.take("10.0.0.1", Kind.JOIN) for _ in range(500))
    assert all(known.take("10.0.0.1", Kind.REQUEST) for _ in range(500 * page_with_its_parts))


def test_a_flood_from_one_address_leaves_the_others_alone() -> None:
    known = Limits(Watch())
    taken = sum(known.take("10.0.0.1", Kind.GUESS) for _ in range(1000))

    assert taken == 60
    assert known.take("10.0.0.2", Kind.GUESS)


def test_only_so_many_addresses_are_remembered() -> None:
    known = Limits(Watch())
    for number in range(limits.MOST_KNOWN + 50):
        known.take(str(number), Kind.REQUEST)

    assert len(known._buckets) == limits.MOST_KNOWN


@pytest.mark.parametrize(("most", "each"), [(3, 99), (99, 3)])
def test_connections_are_counted_in_all_and_from_each_address(most: int, each: int) -> None:
    door = Door(most, each)

    assert [door.enter("10.0.0.1") for _ in range(4)] == [True, True, True, False]
    door.leave("10.0.0.1")
    assert door.enter("10.0.0.1")


def test_a_full_door_opens_when_all_have_left() -> None:
    door = Door(2, 2)
    for _ in range(2):
        door.enter("10.0.0.1")
    for _ in range(2):
        door.leave("10.0.0.1")

    assert door.inside == 0
    assert door.enter("10.0.0.2")
