"""The teacher's report: true to the lesson, and silent about pupils unless asked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.classroom import PLAIN
from game.campaign.words import QuantityId
from game.chronicle.chronicle import Chronicle, Statement, Table, Words
from game.chronicle.kept import fonts
from game.chronicle.page import page
from game.chronicle.paper import paper
from game.classroom.report.report import report_of
from game.room.requests import ChooseWay, Count, Reveal, Send, SplitPoints
from game.room.ways import Way
from tests.classroom.lesson import NAMES, Lesson, stages
from tests.classroom.report.conftest import answered, to_the_vote
from tests.room.class_of import PRAY, WAIT, Session


def report(lesson: Session, *, names: bool = False) -> Chronicle:
    """Return the report on a lesson."""
    return report_of(lesson.campaign, lesson.room, names=names)


def words(found: Chronicle) -> str:
    """Return every paragraph."""
    return "\n".join(one.text for one in found.all_parts() if isinstance(one, Words))


def table(found: Chronicle, caption: str) -> Table:
    """Return the first table whose caption begins so."""
    tables = (one for one in found.all_parts() if isinstance(one, Table))
    return next(one for one in tables if one.caption.startswith(caption))


def test_the_answers_stand_beside_history(played: Session) -> None:
    rows = table(report(played), "What the class answered").rows
    assert [row[1] for row in rows] == ["A. Wait", "A. Wait"]
    grades = [one.record.answered.grade for one in played.campaign.scenarios]
    assert rows[0][2] == f"the same ({grades[0]})"
    assert rows[1][2].startswith("C. ")
    assert rows[1][2].endswith(f" ({grades[1]})")


def test_it_says_where_to_begin(played: Session) -> None:
    assert "most split over telegram 1, The first winter" in words(report(played))


def test_a_class_of_one_mind_is_asked_what_would_have_split_it(town: Campaign) -> None:
    lesson = Session(town)
    lesson.comes("Ann", "Ben")
    answered(lesson, Ann=WAIT, Ben=WAIT)
    assert "of one mind throughout" in words(report(lesson))


def test_a_class_that_leaned_one_way_was_of_two_minds(town: Campaign) -> None:
    lesson = Session(town)
    lesson.comes(*(f"P{number}" for number in range(9)))
    answered(lesson, **{f"P{number}": PRAY if number == 8 else WAIT for number in range(9)})
    assert "of two minds" in words(report(lesson))


@pytest.mark.parametrize(
    ("way", "voices", "said"),
    [
        (Way.EACH, {"Ann": WAIT, "Ben": WAIT, "Cid": PRAY}, "One voice more than for C, Pray."),
        (Way.EACH, {"Ann": WAIT, "Ben": WAIT}, "Nobody spoke for anything else."),
        (Way.EACH, {"Ann": WAIT, "Ben": PRAY}, "As many voices were for C, Pray."),
        (Way.CHAIR, {"Ann": WAIT, "Ben": PRAY, "Cid": PRAY}, "More voices were for C, Pray."),
    ],
)
def test_it_says_how_near_another_answer_was(
    town: Campaign, way: Way, voices: dict[str, str], said: str
) -> None:
    lesson = Session(town, way=way)
    lesson.comes("Ann", "Ben", "Cid")
    answered(lesson, **voices)
    assert said in words(report(lesson))


def test_each_seat_is_told_and_no_pupil_is(played: Session) -> None:
    text = page(report(played))
    assert "The engineer" in text
    assert [name for name in ("Ann", "Ben", "Cid", "Dot") if name in text] == []


def test_pupils_are_named_where_that_is_asked_for(played: Session) -> None:
    rows = table(report(played, names=True), "What each pupil").rows
    assert rows[0] == ("Ann", "The mayor", "A", "A")
    assert rows[3] == ("Dot", "The engineer", "C", "–")


def test_only_reasons_that_the_class_saw_are_told(played: Session) -> None:
    text = page(report(played))
    assert "the chest is empty" in text
    assert "HYPERLINK" not in text


def test_what_the_class_expected_stands_beside_what_came(played: Session) -> None:
    rows = table(report(played), "Expected").rows
    assert len(rows) == 1
    assert rows[0][2] == "Below 300 (80%)"


def test_a_lesson_without_points_says_so(town: Campaign) -> None:
    lesson = Session(town)
    lesson.comes("Ann")
    answered(lesson, Ann=WAIT)
    assert "Nobody spread points" in words(report(lesson))


def test_hands_have_no_seats_and_the_report_says_so(town: Campaign) -> None:
    lesson = Session(town)
    to_the_vote(lesson)
    lesson.teacher(ChooseWay(Way.HANDS), Count({WAIT: 20, PRAY: 3}), Reveal(), Send())
    assert "counted by hand" in words(report(lesson))


def test_the_cards_of_the_telegram_to_begin_with_stand_side_by_side(played: Session) -> None:
    """And of no other: the rest is in the teacher's key."""
    found = report(played)
    texts = [one.text for one in found.all_parts() if isinstance(one, Statement)]
    inside = [inner.id for one in found.sections for inner in one.sections]
    assert [one for one in inside if one.endswith(("-knew", "-record"))] == [
        "telegram-1-knew",
        "telegram-1-record",
    ]
    assert {"The chest holds two million.", "The sluice is cracked.", "The bell is pawned."} <= {
        *texts
    }


def test_an_unfinished_lesson_has_a_report_without_an_ending(town: Campaign) -> None:
    lesson = Session(town)
    lesson.comes("Ann")
    answered(lesson, Ann=WAIT)
    assert "ending" not in [one.id for one in report(lesson).sections]


def test_a_lesson_that_began_later_says_who_answered_before(town: Campaign) -> None:
    lesson = Session(town, before=(WAIT,))
    lesson.comes("Ann")
    answered(lesson, Ann=WAIT)
    assert "began at telegram 2" in words(report(lesson))


def test_nothing_answered_is_said(town: Campaign) -> None:
    assert "Nothing was answered yet." in words(report(Session(town)))


def test_a_campaign_without_a_classroom_file_has_a_report(harbour: Campaign) -> None:
    lesson = Session(replace(harbour, classroom=PLAIN))
    lesson.comes("Ann")
    answered(lesson, Ann=WAIT)
    said = words(report(lesson))
    assert "No seat knew anything" in said
    assert "The campaign names none." in said


def test_every_section_has_an_id_of_its_own(played: Session) -> None:
    sections = report(played).sections
    ids = [one.id for one in (*sections, *(inner for one in sections for inner in one.sections))]
    assert len(ids) == len({*ids})


def test_a_name_that_is_markup_stays_words(town: Campaign) -> None:
    lesson = Session(town)
    lesson.comes("<b>x</b>")
    answered(lesson, **{"<b>x</b>": WAIT})
    assert "<b>" not in page(report(lesson, names=True))


def test_it_is_set_on_paper(played: Session) -> None:
    assert paper(report(played), fonts()).startswith(b"%PDF")


def test_the_human_cost_is_named(played: Session) -> None:
    """On the first page."""
    room = replace(played.campaign.classroom, paid=(QuantityId("crest"),))
    first = report_of(replace(played.campaign, classroom=room), played.room).sections[0]
    (paid,) = first.sections
    told = [one for one in paid.parts if isinstance(one, Statement)]
    assert [one.title[:2] for one in told] == ["1.", "2."]


def test_the_first_question_is_about_the_telegram_that_split_the_class(played: Session) -> None:
    first = [one.text for one in report(played).sections[0].parts if isinstance(one, Words)]
    assert "Ask: Gangs or prayer?" in first


def test_what_the_class_expected_least_stands_on_the_first_page(town: Campaign) -> None:
    lesson = Session(town)
    lesson.comes("Ann")
    to_the_vote(lesson)
    lesson.pupil("Ann", SplitPoints(0, "crest", (0, 0, 50)))
    answered(lesson, Ann=WAIT)
    assert "The class had put 0% of its points on it." in words(report(lesson))


def test_voices_stand_with_the_seats_they_came_from(played: Session) -> None:
    rows = table(report(played), "How the voices fell").rows
    assert rows[0][:2] == ("A. Wait", "2")
    assert "The engineer" in rows[0][2]


def test_six_telegrams_and_a_class_of_28_make_a_report_that_is_read(shipped: Campaign) -> None:
    lesson = Lesson.opened(shipped)
    lesson.comes(*(f"{name}{number}" for number in range(4) for name in NAMES))
    assert [*stages(lesson)]
    sheets = paper(report_of(shipped, lesson.room), fonts())
    assert 8 <= len(re.findall(rb"/Type /Page\b(?!s)", sheets)) <= 16


def test_every_column_of_every_table_has_a_name(played: Session) -> None:
    tables = [one for one in report(played, names=True).all_parts() if isinstance(one, Table)]
    assert tables
    assert [one.caption for one in tables if not all(one.head)] == []
