"""The kit on paper: whole, from the campaign, and with the outcomes that the screen has."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import pytest

from game.campaign.campaign import Campaign
from game.campaign.classroom import PLAIN
from game.chronicle.chronicle import Chronicle, Table, Words
from game.chronicle.kept import fonts
from game.chronicle.page import page
from game.chronicle.sheets import PaperSize
from game.classroom.kit.cards import ballots, consequences, forecasts, private, roles
from game.classroom.kit.kit import File, Order, kinds, kit
from game.classroom.kit.outcomes import opening, outcomes
from game.classroom.kit.slips import Slip
from game.classroom.kit.texts import key, notice, plans, sheet
from game.classroom.notice import NOTICE
from game.classroom.pages import privacy_page
from game.punctuation import printed
from game.room.door import wall
from game.room.requests import Count, Next, Reveal, Send
from game.room.room import folded
from game.room.views import ConsequencesPage
from tests.classroom.html import read
from tests.exhaustive import sampled
from tests.room.class_of import GANGS, PRAY, WAIT, Session, with_class


@pytest.fixture(scope="session")
def town(harbour: Campaign) -> Campaign:
    """The harbour with three seats."""
    return with_class(harbour)


def on_screen(campaign: Campaign, turn: int, response: str) -> ConsequencesPage:
    """Return what the wall shows after paper slips were counted and typed in."""
    lesson = Session(campaign)
    lesson.events = [opening(campaign, turn)]
    while not lesson.room.round.is_open:
        lesson.teacher(Next())
    lesson.teacher(Count({response: 17}), Reveal(), Send())
    found = wall(campaign, folded(lesson.events), 0).page
    assert isinstance(found, ConsequencesPage)
    return found


@pytest.mark.parametrize("turn", range(6))
def test_typed_in_slips_give_what_the_cards_say(shipped: Campaign, turn: int) -> None:
    table = {one.response: one.page for one in outcomes(shipped, turn)}
    raised = {one for q in shipped.scenarios[turn].council.questions for one in q.opens}
    free = [one for one in table if one not in raised]
    assert {one: on_screen(shipped, turn, one) for one in free} == {one: table[one] for one in free}


def test_a_response_that_cannot_be_sent_has_no_card(town: Campaign) -> None:
    assert [one.response for one in outcomes(town, 0)] == [WAIT, GANGS, PRAY]
    poor = [one.response for one in outcomes(town, 1)]
    assert set(poor) <= {WAIT, GANGS, PRAY}


def text(slip: Slip) -> str:
    """Return all words of a slip."""
    return " ".join((slip.head, slip.under, *(f"{a} {b}" for a, b in slip.paragraphs), slip.foot))


def test_each_seat_has_a_role_card(town: Campaign) -> None:
    found = list(roles(town, town.classroom.seats))
    assert [one.head for one in found] == ["The mayor", "The engineer", "The vestry"]
    assert found[2].under == "By courier"
    assert "step out of the role" in text(found[0])


def test_a_private_card_has_its_grade_and_what_was_not_heard(town: Campaign) -> None:
    mayor, _, vestry = private(town, town.classroom.seats, 0)
    assert "inferred" in mayor.foot
    assert "Has not reached you:" not in text(mayor)
    assert "Has not reached you:" in text(vestry)


def test_seats_that_a_small_class_leaves_empty_get_no_card(town: Campaign) -> None:
    assert len(list(private(town, town.classroom.seats[:2], 0))) == 2


def test_every_pupil_has_a_ballot_with_every_response(town: Campaign) -> None:
    found = list(ballots(town, 0, 5))
    assert len(found) == 5
    assert [b for a, b in found[0].paragraphs if a == "☐"] == ["A. Wait", "B. Ten gangs", "C. Pray"]


def test_every_pupil_has_a_forecast(town: Campaign) -> None:
    found = list(forecasts(town, 0, 3))
    assert len(found) == 3
    assert "50 points" in found[0].under


def test_a_consequence_card_signs_its_rows_without_colour(town: Campaign) -> None:
    first = next(consequences(town, 0))
    assert first.head == "1A. Wait"
    assert any(bold.startswith(("+ gain", "− loss", "= neither")) for bold, _ in first.paragraphs)


def test_a_later_card_says_that_history_came_before(town: Campaign) -> None:
    assert "after history's earlier answers" in next(consequences(town, 1)).foot


def parts(found: Chronicle) -> str:
    """Return a document as its page."""
    return page(found)


def test_the_sheet_of_a_telegram_is_labelled_a_reconstruction(town: Campaign) -> None:
    assert "RECONSTRUCTION" in parts(sheet(town, 0))


def test_no_sheet_for_pupils_has_an_answer_of_the_council_or_the_record(shipped: Campaign) -> None:
    for turn, scenario in enumerate(shipped.scenarios):
        shown = parts(sheet(shipped, turn))
        hidden = [str(one.answer) for one in scenario.council.questions]
        assert [one for one in (*hidden, str(scenario.record.answered.text)) if one in shown] == []


def test_a_response_that_a_question_opens_says_so(town: Campaign) -> None:
    rows = next(
        one for one in sheet(town, 0).all_parts() if isinstance(one, Table) and one.head[0] == ""
    ).rows
    assert [row[3] for row in rows] == ["", "after question 1", ""]


def test_the_key_has_what_the_teacher_needs(town: Campaign) -> None:
    shown = parts(key(town, (0,)))
    wanted = ("Say telegram.", "Gangs or prayer?", "A tie is broken by the chair", "Who pays")
    assert [one for one in wanted if one not in shown] == []


def test_what_the_key_says_of_history_has_its_grade_behind_it(shipped: Campaign) -> None:
    assert "after the railway offensive (reported). Ask what counts" in page(key(shipped, (0,)))


def test_the_key_leaves_out_questions_about_telegrams_that_are_not_played(town: Campaign) -> None:
    assert "And a year later?" not in parts(key(town, (0,)))
    assert "And a year later?" in parts(key(town, (0, 1)))


def test_the_lesson_plans_keep_the_clock(shipped: Campaign) -> None:
    found = plans(shipped)
    ends = [
        int(one.rows[-1][0].split("-")[1]) for one in found.all_parts() if isinstance(one, Table)
    ]
    assert ends == [one.minutes for one in shipped.classroom.plans]


def test_a_campaign_without_a_classroom_file_has_a_kit(harbour: Campaign) -> None:
    plain = replace(harbour, classroom=PLAIN)
    assert Words("The campaign has none.") in [*plans(plain).all_parts()]
    assert list(private(plain, PLAIN.seats, 0)) == []


@lru_cache(maxsize=2)
def made(town: Campaign, size: PaperSize) -> tuple[File, ...]:
    """Return the kit of two telegrams for a dozen pupils; to make it takes long."""
    return tuple(kit(town, Order((0, 1), 12, size), fonts()))


SIZES = sampled(["A4", "Letter"], ["Letter"])
"""The lower one all day: on it a page is full sooner."""


@pytest.mark.parametrize("size", SIZES)
def test_every_file_is_a_pdf_on_the_paper_that_was_asked_for(
    town: Campaign, size: PaperSize
) -> None:
    wide = {"A4": b"595.28", "Letter": b"612"}[size]
    assert made(town, size)[0].name == "0-read-me-first.pdf"
    contents = [one.content for one in made(town, size)]
    assert all(one.startswith(b"%PDF") and wide in one for one in contents)


def test_every_file_has_a_name_of_its_own(town: Campaign) -> None:
    names = [one.name for one in made(town, "Letter")]
    assert len(names) == len({*names})
    assert [one for one in names if one.startswith("6-")] == ["6-ballots-1.pdf", "6-ballots-2.pdf"]


def sheets_of(content: bytes) -> int:
    """Return how many sheets a file has."""
    return len(re.findall(rb"/Type /Page\b(?!s)", content))


@pytest.mark.parametrize("size", SIZES)
def test_what_to_print_and_the_privacy_notice_are_a_page_each(
    town: Campaign, size: PaperSize
) -> None:
    """Files of several telegrams share a row, so more of them make it no longer."""
    first, *_, last = made(town, size)
    assert (sheets_of(first.content), sheets_of(last.content)) == (1, 1)
    assert last.name == "9-privacy-notice.pdf"


def test_files_of_several_telegrams_share_a_row(town: Campaign) -> None:
    _, *rest = made(town, "Letter")
    named = [row[0] for row in kinds(rest)]
    assert "6-ballots-1.pdf to 2.pdf" in named
    assert "1-lesson-plans.pdf" in named
    assert len(named) == len({*named}) < len(rest)


def test_the_notice_on_paper_says_what_the_phones_say(town: Campaign) -> None:
    phone = read(privacy_page()).text
    paper = read(parts(notice(town))).text
    assert [one for pair in NOTICE for one in pair if one not in phone] == []
    assert [one for pair in NOTICE for one in pair if printed(one) not in paper] == []


def test_the_key_says_who_pays_after_each_response_the_villages_first(shipped: Campaign) -> None:
    found = key(shipped, (0,))
    tables = [one for one in found.all_parts() if isinstance(one, Table)]
    rows = next(one for one in tables if one.head[1] == "Who pays").rows
    assert len(rows) == len(shipped.scenarios[0].decision.responses)
    assert all(text.index("people of the bases") < text.index("regulars") for _, text in rows)


def test_the_key_to_one_telegram_has_no_question_that_compares(shipped: Campaign) -> None:
    compares = [str(one.ask) for one in shipped.classroom.questions if one.from_answers > 1]
    assert compares
    assert [one for one in compares if one in parts(key(shipped, (0,)))] == []


def test_each_answer_of_a_forecast_has_a_line_to_write_on(town: Campaign) -> None:
    lines = [words for _, words in next(iter(forecasts(town, 0, 1))).paragraphs]
    assert [one for one in lines if one.startswith("____ ")] == [
        "____ Below 300",
        "____ From 300 to 400",
        "____ Higher",
    ]
