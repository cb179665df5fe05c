"""What was said so far: all that was read, nothing that was not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.playthrough.desk import OF_A_SCENARIO, Desk, Guess, Notes, Stage, step_of
from game.playthrough.playthrough import begin
from game.window.gallery import desk_at
from game.words.backlog import ALL, Chapter, Line, Seen, chapters

BEFORE = OF_A_SCENARIO[:4]


def at(campaign: Campaign, stage: Stage, *line: str, notes: tuple[Notes, ...] = ()) -> Desk:
    """Return a desk after some answers."""
    made = begin(campaign, chance=False)
    for one in line:
        made = made.answer(ResponseId(one))
    return Desk(made, stage, notes)


def lines(found: tuple[Chapter, ...]) -> list[Line]:
    """Return every line of every chapter."""
    return [line for one in found for line in one.lines]


def told(campaign: Campaign, desk: Desk, seen: Seen = ALL) -> str:
    """Return all of it as one text."""
    return "\n".join(f"{one.who}: {one.text}" for one in lines(chapters(campaign, desk, seen)))


def test_there_is_a_chapter_for_each_telegram_reached(harbour: Campaign) -> None:
    found = chapters(harbour, at(harbour, Stage.CHRONICLE, "wait", "wait"))

    assert [one.short for one in found] == ["Opening", "1", "2", "Chronicle"]


@pytest.mark.parametrize(("stage", "many"), [(one, n) for n, one in enumerate(BEFORE, 1)])
def test_a_stage_is_told_with_those_before_it_and_no_other(
    harbour: Campaign, stage: Stage, many: int
) -> None:
    scenario = harbour.scenarios[0]
    texts = (
        scenario.situation.dispatches[0].text,
        scenario.telegram.paragraphs[0],
        scenario.council.speeches[0].text,
        scenario.decision.ask,
    )

    text = told(harbour, at(harbour, stage))

    assert [one in text for one in texts] == [n < many for n in range(4)]


def test_the_players_own_words_are_marked(harbour: Campaign) -> None:
    estimate = harbour.scenarios[0].decision.estimates[0]
    notes = Notes((Id("how-long"),), (Guess(estimate.id, 1, 90),))

    found = chapters(harbour, at(harbour, Stage.CONSEQUENCES, "wait", notes=(notes,)))
    own = {one.who: one.text for one in lines(found) if one.own}

    response = harbour.scenarios[0].decision.responses[0]
    asked = harbour.scenarios[0].council.questions[0]
    assert list(own.values()) == [
        str(asked.ask),
        f"{response.title}. {response.order}",
        f"{estimate.ask} {estimate.answers[1].text}, 90 in 100.",
        str(response.reply),
    ]


def test_an_answer_of_the_council_stands_only_where_it_was_asked_for(harbour: Campaign) -> None:
    question = harbour.scenarios[0].council.questions[0]
    asked = at(harbour, Stage.DECISION, notes=(Notes((question.id,)),))

    assert question.answer in told(harbour, asked)
    assert "On the table now: Ten gangs." in told(harbour, asked)
    assert question.answer not in told(harbour, replace(asked, notes=()))


def test_an_estimate_that_no_longer_exists_is_left_out(harbour: Campaign) -> None:
    notes = Notes((), (Guess(Id("gone"), 0, 50),))

    found = told(harbour, at(harbour, Stage.CONSEQUENCES, "wait", notes=(notes,)))

    assert "You foresaw" not in found


def test_months_to_come_and_a_closed_ledger_are_not_told(shipped: Campaign) -> None:
    desk = desk_at(shipped, 0, Stage.CONSEQUENCES)
    step = step_of(shipped, desk)
    first, last = step.happened[0], step.happened[-1]

    early = told(shipped, desk, Seen(month=first.month, ledger=False))
    late = told(shipped, desk, Seen(month=step.window.last, ledger=False))
    whole = told(shipped, desk)

    assert first.month < last.month
    assert str(first.happening.title) in early
    assert str(last.happening.title) not in early
    assert str(last.happening.title) in late
    assert str(step.ledger[0].row.title) not in late
    assert str(step.ledger[0].row.title) in whole


def test_pages_of_the_opening_to_come_are_not_told(shipped: Campaign) -> None:
    pages = shipped.outline.opening
    desk = at(shipped, Stage.OPENING)

    text = told(shipped, desk, Seen(page=1))

    assert [str(one.text) in text for one in pages] == [True, True, *[False] * (len(pages) - 2)]
    assert str(pages[-1].text) in told(shipped, desk)


def test_a_campaign_without_an_opening_begins_with_the_first_telegram(harbour: Campaign) -> None:
    bare = replace(harbour, outline=replace(harbour.outline, opening=()))

    assert [one.short for one in chapters(bare, at(bare, Stage.SITUATION))] == ["1"]


@pytest.mark.parametrize("turn", range(6))
@pytest.mark.parametrize("stage", BEFORE)
def test_nothing_of_the_record_is_told_before_the_answer(
    shipped: Campaign, turn: int, stage: Stage
) -> None:
    record = shipped.scenarios[turn].record
    claims = [record.answered.text, record.told.text, record.documents.text]
    claims += [one.text for one in (*record.paragraphs, *record.weak)]

    text = told(shipped, desk_at(shipped, turn, stage))

    assert [one for one in claims if str(one) in text] == []


def test_at_the_end_the_record_and_the_ending_are_told(shipped: Campaign) -> None:
    text = told(shipped, desk_at(shipped, 5, Stage.CHRONICLE))

    assert [one.id for one in shipped.scenarios if str(one.record.told.text) not in text] == []
    assert any(str(one.title) in text for one in shipped.outline.endings)


def test_every_claim_about_history_bears_its_grade(shipped: Campaign) -> None:
    found = chapters(shipped, desk_at(shipped, 5, Stage.RECORD))
    record = shipped.scenarios[0].record

    grades = {one.text: one.grade for one in lines(found)}

    assert grades[str(record.told.text)] is record.told.grade
    assert grades[str(shipped.outline.opening[0].text)] is shipped.outline.opening[0].grade
