"""What a form asks for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.classroom.forms import (
    LONGEST_FIELD,
    MOST_FIELDS,
    joining,
    pupil_request,
    returning,
    teacher_request,
)
from game.room.requests import (
    AddTime,
    CastVote,
    Count,
    Kick,
    Lock,
    Next,
    SplitPoints,
    StartClock,
    StepOut,
)

TEXTS = st.text(max_size=40)


def test_a_vote_is_read_with_its_reason() -> None:
    asked = {"do": "vote", "turn": "2", "response": "refuse", "reason": "Hunger."}

    assert pupil_request(asked) == CastVote(2, "refuse", "Hunger.")


def test_points_are_read_in_their_order() -> None:
    asked = [("do", "split"), ("turn", "0"), ("estimate", "e"), ("points", "30"), ("points", "20")]

    assert pupil_request(asked) == SplitPoints(0, "e", (30, 20))


def test_true_and_false_are_read() -> None:
    assert pupil_request({"do": "step-out", "out": "true"}) == StepOut(out=True)
    assert teacher_request({"do": "lock", "on": "false"}) == Lock(on=False)


def test_counts_are_read_by_response_and_an_empty_field_is_none() -> None:
    asked = {"do": "count", "counts.a": "12", "counts.b.c": ""}

    assert teacher_request(asked) == Count({"a": 12, "b.c": 0})


def test_minutes_are_seconds_to_the_room() -> None:
    assert teacher_request({"do": "start-clock", "minutes": "3"}) == StartClock(180)
    assert teacher_request({"do": "start-clock"}) == StartClock()
    assert teacher_request({"do": "add-time", "seconds": "-60"}) == AddTime(-60)


def test_a_pupil_cannot_ask_what_only_a_teacher_may() -> None:
    assert teacher_request({"do": "next"}) == Next()
    assert pupil_request({"do": "next"}) is None
    assert pupil_request({"do": "kick", "pupil": "p1"}) is None
    assert teacher_request({"do": "kick", "pupil": "p1"}) == Kick("p1")


def test_a_number_that_is_none_is_no_request() -> None:
    assert pupil_request({"do": "vote", "turn": "two", "response": "refuse"}) is None
    assert teacher_request({"do": "count", "counts.a": "many"}) is None


def test_more_fields_than_any_form_has_are_not_read() -> None:
    many = [("do", "split"), ("turn", "0"), ("estimate", "e")] + [("points", "1")] * MOST_FIELDS

    assert pupil_request(many) is None


def test_a_field_that_is_far_too_long_is_cut_before_anything_looks_at_it() -> None:
    asked = {"do": "vote", "turn": "1" * 10 * LONGEST_FIELD, "response": "a"}

    assert pupil_request(asked) is None


@given(st.lists(st.tuples(TEXTS | st.sampled_from(["do", "turn", "points", "counts.a"]), TEXTS)))
def test_whatever_is_sent_is_a_request_or_nothing(fields: list[tuple[str, str]]) -> None:
    asked = pupil_request(fields), teacher_request(fields)

    assert all(one is None or type(one).__module__ == "game.room.requests" for one in asked)


def test_a_typed_name_goes_before_an_offered_one() -> None:
    assert joining({"code": "ktmr", "offered": "Lamp", "name": " "}).name == "Lamp"
    assert joining({"code": "ktmr", "offered": "Lamp", "name": "Ann"}).name == "Ann"


def test_codes_and_keys_are_read_however_they_are_typed() -> None:
    assert joining({"code": " kt-mr "}).code == "KTMR"
    assert returning({"code": "ktmr", "secret": "abcde-fghjk "}).secret == "ABCDEFGHJK"
