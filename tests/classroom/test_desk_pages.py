"""The teacher's page."""

from __future__ import annotations

from typing import get_args

from game.campaign.campaign import Campaign
from game.classroom import pages
from game.classroom.forms import teacher_request
from game.room.requests import (
    Count,
    End,
    Erase,
    Kick,
    Next,
    OpenVote,
    Send,
    TeacherRequest,
)
from game.room.ways import Way
from tests.classroom.html import Element, fields_of, read
from tests.classroom.lesson import Lesson
from tests.classroom.seen import HOSTILE, deciding, desk_of, table_of, view_of


def test_every_form_on_the_teachers_page_is_a_request(desks: dict[str, Element]) -> None:
    asked = {
        type(teacher_request(fields_of(form)))
        for page in desks.values()
        for form in page.all("form")
    }

    by_hand = {Count}
    tied = {Send}
    assert asked == {*get_args(TeacherRequest)} - by_hand - tied


def test_hands_are_typed_in_on_the_teachers_page_and_no_phone_votes(shipped: Campaign) -> None:
    lesson = deciding(shipped, Way.HANDS)

    sent = [fields_of(form) for form in read(desk_of(lesson)).all("form")]
    on_phone = [fields_of(form) for form in read(pages.phone_page(view_of(lesson, 0))).all("form")]

    counts = next(fields for fields in sent if ("do", "count") in fields)
    assert teacher_request(counts) is not None
    assert not any(("do", "vote") in fields for fields in on_phone)


def test_hands_that_were_typed_in_stand_there_to_be_changed(shipped: Campaign) -> None:
    lesson = deciding(shipped, Way.HANDS)
    on_table = table_of(lesson)
    asked = teacher_request([("do", "count"), (f"counts.{on_table[1]}", "17")])
    assert asked is not None

    lesson.teacher(asked)

    sent = [dict(fields_of(form)) for form in read(desk_of(lesson)).all("form")]
    counts = next(fields for fields in sent if fields["do"] == "count")
    assert counts[f"counts.{on_table[1]}"] == "17"
    assert counts[f"counts.{on_table[0]}"] == "0"


def test_tied_responses_are_each_offered_to_be_sent(shipped: Campaign) -> None:
    lesson = deciding(shipped, Way.SLIPS)
    on_table = table_of(lesson)
    counts = [("do", "count"), *((f"counts.{one}", "3") for one in on_table[:2])]
    asked = teacher_request(counts)
    assert asked is not None

    lesson.teacher(asked, Next(), Next())

    sent = [dict(fields_of(form)) for form in read(desk_of(lesson)).all("form")]
    assert [one["response"] for one in sent if one.get("do") == "send"] == on_table[:2]


def test_what_pupils_typed_stays_harmless_text_on_the_teachers_page(shipped: Campaign) -> None:
    lesson = Lesson.opened(shipped)
    lesson.comes(HOSTILE[:24], HOSTILE[26:], "Ann")
    lesson.teacher(*(Next() for _ in range(4)), OpenVote())
    lesson.votes(HOSTILE)
    lesson.teacher(Next())

    page = read(desk_of(lesson))

    assert [one.text for one in page.all("script")] == [""]
    assert page.all("img") == []
    assert "<script>alert(1)</script>" in page.text


def test_a_hundred_pupils_do_not_make_the_teachers_page_heavy(shipped: Campaign) -> None:
    few = len(desk_of(deciding(shipped, pupils=10)))
    many = len(desk_of(deciding(shipped, pupils=110)))

    assert many - few < 100 * 250


def test_the_pairing_code_and_what_cannot_be_undone_are_behind_a_second_touch(
    desks: dict[str, Element],
) -> None:
    page = desks["1-council desk"]
    grave = [
        form
        for form in page.all("form")
        if isinstance(teacher_request(fields_of(form)), Kick | Erase | End)
    ]

    assert len(grave) == 3
    assert all(form.is_inside("details") for form in grave)
    assert all(one.is_inside("details") for one in page.all("svg"))


def test_what_the_teacher_may_say_of_history_has_its_grade_behind_it(
    desks: dict[str, Element],
) -> None:
    sections = desks["1-record desk"].all("section")
    notes = next(one for one in sections if one.attributes.get("class") == "notes")
    (claim,) = notes.all("details")

    assert "after the railway offensive reported. Ask what counts as evidence" in notes.text
    assert [one.text for one in claim.all("h3")] == ["Who paid for railways reported"]


def test_the_teachers_page_says_what_the_next_step_does(desks: dict[str, Element]) -> None:
    nav = desks["1-decision-d-closed desk"].all("nav")[0]

    assert [one.text for one in nav.all("button")] == ["◂ To the council", "Show the count ▸"]
