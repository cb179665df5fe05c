"""The one door: what each may see, and that nobody sees more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.classroom import PLAIN
from game.campaign.words import Prose
from game.playthrough.desk import Stage
from game.room.door import desk, knew, onward, phone, wall
from game.room.events import PupilId
from game.room.requests import (
    Ask,
    CastVote,
    ChooseWay,
    CloseVote,
    Count,
    Debrief,
    Next,
    Reveal,
    Send,
    ShowReason,
    SplitPoints,
)
from game.room.views import (
    ChroniclePage,
    ConsequencesPage,
    CouncilPage,
    DebriefPage,
    DecisionPage,
    DeskView,
    LobbyPage,
    Note,
    PhoneView,
    SituationPage,
    WallView,
)
from game.room.ways import Way
from tests.room.class_of import PRAY, WAIT, Session

CARDS = {"Ann": "The chest holds", "Ben": "The sluice is", "Cid": "The bell is"}
"""Words that stand on one private card only."""


def seen_by(lesson: Session, name: str) -> PhoneView:
    """Return what a pupil sees."""
    return phone(lesson.campaign, lesson.room, PupilId(name), 0)


def on_wall(lesson: Session) -> WallView:
    """Return what the projector shows."""
    return wall(lesson.campaign, lesson.room, 0)


def on_desk(lesson: Session) -> DeskView:
    """Return what the teacher sees."""
    return desk(lesson.campaign, lesson.room, 0)


def everywhere(town: Campaign) -> list[Session]:
    """Return rooms at every step of a lesson, with votes, reasons and points in them."""
    rooms = []
    events = Session(town)
    events.comes("Ann", "Ben", "Cid", "Dot")
    for _ in range(24):
        if events.room.round.is_open:
            for name in CARDS:
                events.pupil(name, CastVote(events.room.turn, WAIT, f"secret of {name}"))
                events.pupil(name, SplitPoints(events.room.turn, "crest", (50, 0, 0)))
        copy = Session(town)
        copy.events = list(events.events)
        rooms.append(copy)
        if events.room.debrief != 2:
            events.teacher(Next())
    return rooms


def test_no_phone_at_any_step_has_another_seats_card(town: Campaign) -> None:
    for lesson in everywhere(town):
        for name in CARDS:
            text = repr(seen_by(lesson, name))
            assert [one for one, words in CARDS.items() if words in text and one != name] == []


def test_no_phone_and_no_wall_at_any_step_has_a_reason_that_was_not_shown(town: Campaign) -> None:
    for lesson in everywhere(town):
        assert "secret of" not in repr(on_wall(lesson))
        for name in CARDS:
            found = repr(seen_by(lesson, name)).replace(f"secret of {name}", "")
            assert "secret of" not in found


def test_the_wall_at_no_step_has_a_private_card_or_a_digest(town: Campaign) -> None:
    for lesson in everywhere(town):
        text = repr(on_wall(lesson))
        assert [words for words in (*CARDS.values(), "digest-") if words in text] == []


def test_before_the_reveal_only_the_teacher_knows_how_the_voices_fell(deciding: Session) -> None:
    deciding.vote(Ann=WAIT, Ben=PRAY)
    deciding.teacher(CloseVote())
    pages = [seen_by(deciding, "Ann").page, on_wall(deciding).page]
    assert [one.fallen for one in pages if isinstance(one, DecisionPage)] == [None, None]
    assert on_desk(deciding).fallen is not None


def test_while_the_vote_is_open_not_even_the_teacher_knows(deciding: Session) -> None:
    deciding.pupil("Ann", CastVote(0, WAIT, "why"))
    assert (on_desk(deciding).fallen, on_desk(deciding).waiting) == (None, ())


def test_after_the_reveal_everybody_sees_the_tally(deciding: Session) -> None:
    deciding.vote(Ann=WAIT, Ben=PRAY, Cid=PRAY)
    deciding.teacher(Reveal())
    page = seen_by(deciding, "Dot").page
    assert isinstance(page, DecisionPage)
    assert page.fallen is not None
    assert [(one.id, many) for one, many in page.fallen.voices] == [(WAIT, 1), (PRAY, 2)]
    assert page.fallen.words == "Most voices were for it."


def test_a_pupil_finds_the_own_vote_reason_and_points(deciding: Session) -> None:
    deciding.pupil("Ben", CastVote(0, WAIT, "cheap"))
    deciding.pupil("Ben", SplitPoints(0, "crest", (10, 40, 0)))
    page = seen_by(deciding, "Ben").page
    assert isinstance(page, DecisionPage)
    assert (page.mine, page.reason, page.foresights[0].mine) == (WAIT, "cheap", (10, 40, 0))


def test_a_dispatch_that_has_not_reached_a_seat_is_not_on_its_phone(deciding: Session) -> None:
    lesson = Session(deciding.campaign)
    lesson.comes("Ann", "Ben", "Cid")
    lesson.teacher(Next())
    courier, chair = seen_by(lesson, "Cid").page, seen_by(lesson, "Ann").page
    assert isinstance(courier, SituationPage)
    assert isinstance(chair, SituationPage)
    assert (len(courier.slips), courier.unheard) == (1, 1)
    assert (len(chair.slips), chair.unheard) == (2, 0)


def test_a_seat_knows_its_card_at_its_telegram_and_not_in_the_lobby(lesson: Session) -> None:
    lesson.comes("Ann")
    before = seen_by(lesson, "Ann").me.card
    lesson.teacher(Next())
    assert (before, seen_by(lesson, "Ann").me.card) == ("", "The chest holds two million.")


def test_a_seat_without_a_card_for_a_telegram_has_none(town: Campaign) -> None:
    lesson = Session(town, before=(WAIT,))
    lesson.comes("Ann")
    lesson.teacher(Next())
    assert seen_by(lesson, "Ann").me.card == ""


def test_the_lobby_names_who_has_come_and_no_later_stage_does(lesson: Session) -> None:
    lesson.comes("Ann", "Ben")
    assert on_wall(lesson).names == (("The mayor", ("Ann",)), ("The engineer", ("Ben",)))
    assert isinstance(on_wall(lesson).page, LobbyPage)
    lesson.teacher(Next())
    assert on_wall(lesson).names == ()


def test_the_wall_counts_who_has_spoken_seat_by_seat(deciding: Session) -> None:
    deciding.vote(Ben=WAIT, Dot=WAIT)
    found = on_wall(deciding).shared
    assert (found.answered, found.present) == (2, 4)
    assert found.seats == (
        ("mayor", "The mayor", 1, 0),
        ("engineer", "The engineer", 2, 2),
        ("vestry", "The vestry", 1, 0),
    )


def test_a_shown_reason_names_the_seat_and_not_the_pupil(deciding: Session) -> None:
    deciding.pupil("Ben", CastVote(0, WAIT, "cheap"))
    deciding.teacher(ShowReason("Ben", on=True), Reveal())
    page = on_wall(deciding).page
    assert isinstance(page, DecisionPage)
    assert page.fallen is not None
    assert [(one.seat, one.letter, one.text) for one in page.fallen.reasons] == [
        ("The engineer", "A", "cheap")
    ]


def test_reasons_wait_in_the_order_of_the_responses_never_of_time(deciding: Session) -> None:
    deciding.pupil("Dot", CastVote(0, PRAY, "late but first"))
    deciding.pupil("Ben", CastVote(0, WAIT, "cheap"))
    deciding.teacher(CloseVote())
    assert [one.text for one in on_desk(deciding).waiting] == ["cheap", "late but first"]


def test_the_teacher_reads_what_to_say_at_a_stage(lesson: Session) -> None:
    assert on_desk(lesson).notes is None
    lesson.teacher(Next(), Next())
    assert on_desk(lesson).notes == Note((("Say telegram.", None),), ())


def test_what_a_note_says_of_history_stands_with_its_grade_and_its_claim(town: Campaign) -> None:
    note = replace(town.classroom.notes[0], telegram=Prose("They waited [answered]. Ask why."))
    lesson = Session(replace(town, classroom=replace(town.classroom, notes=(note,))))
    lesson.teacher(Next(), Next())
    found, then = on_desk(lesson).notes, town.scenarios[0].record.answered

    assert found is not None
    assert found.said == (("They waited", then.grade), (". Ask why.", None))
    assert [(one.title, one.text) for one in found.rests_on] == [("What was answered", then.text)]


def test_a_telegram_without_notes_has_none(town: Campaign) -> None:
    lesson = Session(town, before=(WAIT,))
    lesson.teacher(Next())
    assert on_desk(lesson).notes is None


def test_the_next_step_says_what_it_will_do(lesson: Session) -> None:
    lesson.comes("Ann")
    said = []
    while lesson.room.debrief != 2:
        lesson.vote(Ann=WAIT) if lesson.room.round.is_open else None
        said.append(on_desk(lesson).next_does)
        lesson.teacher(Next())
    assert said[:9] == [
        "To the situation",
        "To the telegram",
        "To the council",
        "To the decision",
        "Open the vote",
        "Close the vote",
        "Show the count",
        "Send the answer",
        "To the record",
    ]
    assert said[-4:] == [
        "To the chronicle",
        "What happened",
        "Why it happened",
        "What follows from it",
    ]
    assert on_desk(lesson).next_does == ""


def test_the_step_back_says_what_it_will_do(deciding: Session) -> None:
    deciding.vote(Ann=WAIT)
    deciding.teacher(Next(), Next(), Next())
    assert on_desk(deciding).back_does == "Take the answer back"
    deciding.teacher(Debrief())
    assert on_desk(deciding).back_does == "Leave the debrief"


def test_in_a_tie_the_next_step_does_nothing(deciding: Session) -> None:
    deciding.vote(Ben=WAIT, Cid=PRAY)
    deciding.teacher(Reveal())
    assert on_desk(deciding).next_does == ""


def test_an_asked_question_has_its_answer_and_effect(lesson: Session) -> None:
    lesson.teacher(*(Next() for _ in range(3)), Ask("how-long"))
    page = on_wall(lesson).page
    assert isinstance(page, CouncilPage)
    asked, other = page.exchanges
    assert asked.answer is not None
    assert asked.effects
    assert (other.answer, other.effects, page.left) == (None, (), 0)


def test_where_hands_are_raised_phones_are_told_so(deciding: Session) -> None:
    deciding.teacher(ChooseWay(Way.HANDS), Count({WAIT: 3}))
    page = seen_by(deciding, "Ben").page
    assert isinstance(page, DecisionPage)
    assert not page.by_phone


def test_a_closed_response_says_why(deciding: Session) -> None:
    page = seen_by(deciding, "Ben").page
    assert isinstance(page, DecisionPage)
    assert [bool(one.closed) for one in page.choices] == [False, True, False]


def test_what_came_stands_beside_the_points(deciding: Session) -> None:
    deciding.pupil("Ben", SplitPoints(0, "crest", (50, 0, 0)))
    deciding.pupil("Cid", SplitPoints(0, "crest", (0, 25, 25)))
    deciding.vote(Ann=WAIT)
    deciding.teacher(Reveal(), Send())
    page = seen_by(deciding, "Ben").page
    assert isinstance(page, ConsequencesPage)
    assert page.came[0].mine == (50, 0, 0)
    assert page.came[0].expected == (0.5, 0.25, 0.25)
    assert seen_by(deciding, "Dot").page.came[0].mine is None  # type: ignore[union-attr]


def test_a_class_without_points_expected_nothing(deciding: Session) -> None:
    deciding.vote(Ann=WAIT)
    deciding.teacher(Reveal(), Send())
    page = on_wall(deciding).page
    assert isinstance(page, ConsequencesPage)
    assert [one.expected for one in page.came] == [None]


def test_a_pupil_takes_home_what_was_known_said_and_sent(town: Campaign) -> None:
    lesson = next(one for one in everywhere(town) if one.room.desk.stage is Stage.CHRONICLE)
    page = seen_by(lesson, "Ben").page
    assert isinstance(page, ChroniclePage)
    first = page.kept[0]
    assert first.card == "The sluice is cracked."
    assert (first.mine, first.reason) == (first.sent, "secret of Ben")
    assert page.ending is not None
    assert page.axes
    silent = seen_by(lesson, "Dot").page
    assert isinstance(silent, ChroniclePage)
    assert (silent.kept[0].mine, silent.kept[0].reason) == (None, "")


def test_the_wall_keeps_nobodys_page(town: Campaign) -> None:
    lesson = next(one for one in everywhere(town) if one.room.desk.stage is Stage.CHRONICLE)
    page = on_wall(lesson).page
    assert isinstance(page, ChroniclePage)
    assert page.kept == ()


def test_an_unfinished_campaign_has_no_ending_yet(deciding: Session) -> None:
    from game.room.keeping import chronicle_page

    page = chronicle_page(deciding.campaign, deciding.room, None)
    assert (page.ending, page.axes) == (None, ())


def test_the_debrief_asks(deciding: Session) -> None:
    deciding.teacher(Debrief())
    page = on_wall(deciding).page
    assert isinstance(page, DebriefPage)
    assert (page.title, page.questions) == ("What happened", ("About what?",))


@pytest.mark.parametrize("names", [("Ann",), ("Ann", "Ben")])
def test_a_campaign_without_the_file_has_a_chair_and_a_council(
    harbour: Campaign, names: tuple[str, ...]
) -> None:
    lesson = Session(replace(harbour, classroom=PLAIN))
    lesson.comes(*names)
    titles = [title for title, _ in on_wall(lesson).names]
    assert titles == ["The chair", "The council"][: len(names)]


# --- what a wall may say besides ---


def test_cards_lie_side_by_side_only_once_the_telegram_is_answered(deciding: Session) -> None:
    campaign = deciding.campaign
    before = knew(campaign, deciding.room, 0)
    deciding.vote(Ann=WAIT)
    deciding.teacher(Next(), Next(), Next())

    assert before == ()
    assert [one.seat for one in knew(campaign, deciding.room, 0)] == [
        one.title for one in campaign.classroom.seats
    ]
    assert knew(campaign, deciding.room, 1) == ()


def test_the_wall_may_say_what_comes_next(deciding: Session) -> None:
    assert onward(deciding.campaign, deciding.room, 0) == "Close the vote"
