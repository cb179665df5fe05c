"""Who sits where, and what they are called."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.room.events import PupilId, Removed, Reseated
from game.room.requests import LONGEST_NAME
from game.room.seating import chair_of, seat_of, seats_filled, tidy, tidy_name
from tests.room.class_of import ENGINEER, MAYOR, VESTRY, Session


def seats(lesson: Session) -> list[str]:
    """Return who sits where, in the order they came."""
    return [one.seat for one in lesson.room.pupils.values()]


def test_the_first_to_come_is_the_chair(lesson: Session) -> None:
    lesson.comes("Ann", "Ben")
    assert seats(lesson) == [MAYOR, ENGINEER]


def test_a_seat_for_larger_classes_is_filled_when_the_class_is_large_enough(
    lesson: Session,
) -> None:
    lesson.comes("Ann", "Ben", "Cid")
    assert seats(lesson) == [MAYOR, ENGINEER, VESTRY]


def test_seats_are_shared_evenly_and_the_chair_is_not(lesson: Session) -> None:
    lesson.comes(*(f"Pupil {number}" for number in range(9)))
    assert [seats(lesson).count(one) for one in (MAYOR, ENGINEER, VESTRY)] == [1, 4, 4]


def test_whoever_comes_next_is_the_chair_when_the_chair_has_gone(lesson: Session) -> None:
    lesson.comes("Ann", "Ben", "Cid")
    lesson.happened(Removed(PupilId("Ann")))
    lesson.comes("Dot")
    assert lesson.room.pupils[PupilId("Dot")].seat == MAYOR


def test_a_class_where_only_the_chair_is_open_shares_it(town: Campaign) -> None:
    alone = replace(town, classroom=replace(town.classroom, seats=town.classroom.seats[:1]))
    lesson = Session(alone)
    lesson.comes("Ann", "Ben")
    assert seats(lesson) == [MAYOR, MAYOR]


def test_a_seat_that_the_campaign_no_longer_has_is_its_first(town: Campaign) -> None:
    lesson = Session(town)
    lesson.comes("Ann")
    lesson.happened(Reseated(PupilId("Ann"), chair_of(town)))
    pupil = replace(lesson.room.pupils[PupilId("Ann")], seat=ENGINEER)
    fewer = replace(town, classroom=replace(town.classroom, seats=town.classroom.seats[:1]))
    assert seat_of(fewer, pupil).id == MAYOR


def test_a_small_class_fills_fewer_seats(town: Campaign) -> None:
    assert [len(seats_filled(town, many)) for many in (1, 2, 3)] == [2, 2, 3]


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert tidy_name("Wei", ["wei", "Wei 2"]) == "Wei 3"


def test_a_long_name_that_is_taken_still_fits() -> None:
    name = "W" * LONGEST_NAME
    assert tidy_name(name, [name]) == f"{name[:-2]} 2"


def test_marks_that_turn_text_around_are_taken_out() -> None:
    assert tidy("a\u202eb\x00\n  c\u200b", 24) == "ab c"


def test_chinese_and_cyrillic_names_stay() -> None:
    assert [tidy(one, 24) for one in ("王明", "Димитров")] == ["王明", "Димитров"]


@given(st.text(), st.lists(st.text(max_size=30), max_size=4))
def test_whatever_is_typed_a_name_fits_and_is_nobody_elses(text: str, taken: list[str]) -> None:
    name = tidy_name(text, taken)
    assert len(name) <= LONGEST_NAME
    assert name.casefold() not in {one.casefold() for one in taken}
