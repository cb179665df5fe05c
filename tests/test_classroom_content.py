"""What the shipped campaign promises a class: papers that differ, no hindsight, a debrief."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

import pytest

from game.campaign.campaign import Campaign
from game.campaign.classroom import DebriefStep, LessonPlan, Seat, SeatCard
from game.campaign.notes import claims_of, named_in
from game.campaign.scenario import Frame, Scenario
from game.campaign.words import Grade
from game.scenarios.fields import texts_of
from game.scenarios.walk import texts

FIGURE = re.compile(r"\d[\d,]*\d")
SENTENCE = re.compile(r"(?<=[.?:])\s+")
SHARED = 7
"""Words in a row that two texts have in common only if one repeats the other."""
AWAY = ("peng-dehuai", "nie-rongzhen", "zhou-enlai", "village-head")
"""Seats of people who were not in Yan'an when the six telegrams were answered."""


def cards(campaign: Campaign) -> Iterator[tuple[Scenario, Seat, SeatCard]]:
    """Yield every private card, with its seat and its telegram."""
    for scenario in campaign.scenarios:
        for seat in campaign.classroom.seats:
            card = seat.card(scenario.id)
            if card is not None:
                yield scenario, seat, card


def rows_of_words(text: str) -> set[tuple[str, ...]]:
    """Return every row of so many words in a text."""
    words = re.findall(r"[\w']+", text.casefold())
    return {tuple(words[n : n + SHARED]) for n in range(len(words) - SHARED + 1)}


def test_ten_seats_have_a_card_for_each_telegram(shipped: Campaign) -> None:
    seats = [seat.id for _, seat, _ in cards(shipped)]

    assert len(shipped.classroom.seats) == 10
    assert {seats.count(one.id) for one in shipped.classroom.seats} == {6}


def test_three_pupils_have_a_chair_a_doubter_and_the_one_who_asks(shipped: Campaign) -> None:
    small = [one.id for one in shipped.classroom.seats if one.from_pupils <= 3]

    assert small == ["mao", "zhu-de", "liaison"]


def test_seats_are_filled_in_the_order_of_writing(shipped: Campaign) -> None:
    sizes = [one.from_pupils for one in shipped.classroom.seats]

    assert sizes == list(range(1, 11))


def test_every_response_has_somebody_who_leans_to_it(shipped: Campaign) -> None:
    leaning = {
        scenario.id: {
            lean for one, _, card in cards(shipped) if one is scenario for lean in card.leans
        }
        for scenario in shipped.scenarios
    }

    assert leaning == {
        one.id: {each.id for each in one.decision.responses} for one in shipped.scenarios
    }


def test_every_card_leans_somewhere_and_the_council_is_never_of_one_mind(shipped: Campaign) -> None:
    assert all(card.leans for _, _, card in cards(shipped))
    for scenario in shipped.scenarios:
        first = {card.leans[0] for one, _, card in cards(shipped) if one is scenario}
        assert len(first) >= 4, scenario.id


def test_no_card_repeats_what_everybody_reads(shipped: Campaign) -> None:
    for scenario, seat, card in cards(shipped):
        read = [one.text for one in scenario.situation.dispatches]
        read += scenario.telegram.paragraphs
        public = set(chain.from_iterable(map(rows_of_words, read)))
        assert not rows_of_words(card.text) & public, (scenario.id, seat.id)


def test_no_two_cards_say_the_same(shipped: Campaign) -> None:
    rows = [row for _, _, card in cards(shipped) for row in rows_of_words(card.text)]

    assert len(rows) == len(set(rows))


def test_no_card_knows_a_later_year(shipped: Campaign) -> None:
    for scenario, seat, card in cards(shipped):
        years = [int(year) for year in re.findall(r"\b(1[89]\d\d)\b", card.text)]
        assert all(year <= scenario.month.year for year in years), (scenario.id, seat.id)


def test_cards_speak_to_whoever_sits_there(shipped: Campaign) -> None:
    for scenario, seat, card in cards(shipped):
        assert re.search(r"\byou(rs?)?\b", card.text, re.IGNORECASE), (scenario.id, seat.id)


def test_the_invented_seat_says_so_to_everybody(shipped: Campaign) -> None:
    (seat,) = (one for one in shipped.classroom.seats if one.id == "village-head")

    assert "invented" in seat.title
    assert {card.grade for card in seat.cards} == {Grade.INVENTED}


def test_nobody_sits_in_the_cave_who_was_not_in_yanan(shipped: Campaign) -> None:
    here = {
        seat.id for scenario, seat, _ in cards(shipped) if seat.frame_at(scenario.id) is Frame.HERE
    }

    assert not here & set(AWAY)


def test_a_seat_is_present_as_its_person_is_in_the_council(shipped: Campaign) -> None:
    for scenario, seat, _ in cards(shipped):
        person, frame = seat.person_at(scenario.id), seat.frame_at(scenario.id)
        heard = {one.frame for one in scenario.council.speeches if one.id == person}
        assert heard <= {frame}, (scenario.id, seat.id)


def test_the_liaison_is_who_was_there(shipped: Campaign) -> None:
    """Vladimirov came in May 1942."""
    (seat,) = (one for one in shipped.classroom.seats if one.id == "liaison")
    people = [seat.person_at(one.id) for one in shipped.scenarios]

    assert people == ["ivanov"] * 2 + ["vladimirov"] * 4


def test_every_dispatch_reaches_the_chair_and_most_reach_everyone(shipped: Campaign) -> None:
    for scenario, seat, card in cards(shipped):
        assert not (seat.chair and card.unheard)
        assert len(card.unheard) < len(scenario.situation.dispatches)
    unheard = sum(len(card.unheard) for _, _, card in cards(shipped))
    dispatches = sum(len(one.situation.dispatches) for one in shipped.scenarios)

    assert 0 < unheard < dispatches * len(shipped.classroom.seats) / 5


@pytest.mark.parametrize("step", DebriefStep)
def test_every_telegram_has_a_question_at_every_step(shipped: Campaign, step: DebriefStep) -> None:
    asked = [one.about for one in shipped.classroom.questions if one.step is step]

    for scenario in shipped.scenarios:
        assert any(scenario.id in about for about in asked), scenario.id


def test_every_telegram_has_questions_for_a_class_that_was_split(shipped: Campaign) -> None:
    for scenario in shipped.scenarios:
        split = [
            one for one in shipped.classroom.questions if one.between and scenario.id in one.about
        ]
        assert len(split) >= 2, scenario.id
        assert all(len(one.between) >= 2 for one in split)


def test_whatever_a_class_was_split_over_there_is_a_question(shipped: Campaign) -> None:
    """About this telegram, so that no class is asked about a choice that it did not have."""
    for scenario in shipped.scenarios:
        asked = [one for one in shipped.classroom.questions if scenario.id in one.about]
        named = {response for one in asked for response in one.between}
        assert {one.id for one in scenario.decision.responses} <= named, scenario.id


def test_there_are_questions_for_the_whole_campaign_at_every_step(shipped: Campaign) -> None:
    whole = {one.step for one in shipped.classroom.questions if not one.about}

    assert whole == set(DebriefStep)


def test_a_class_of_one_telegram_is_asked_enough_at_every_step(shipped: Campaign) -> None:
    """Without the questions that compare several, or that need points."""
    for scenario in shipped.scenarios:
        for step in DebriefStep:
            asked = [
                one
                for one in shipped.classroom.questions
                if one.step is step
                and (not one.about or scenario.id in one.about)
                and one.from_answers < 2
                and not one.forecasts
            ]
            assert len(asked) >= 2, (scenario.id, step)


def test_whoever_begins_later_is_told_of_every_telegram_before(shipped: Campaign) -> None:
    told = [one.id for one in shipped.classroom.earlier]

    assert told == [one.id for one in shipped.scenarios[:-1]]


def test_every_ledger_names_the_villages_first_of_those_who_paid(shipped: Campaign) -> None:
    first = shipped.classroom.paid[0]

    assert first == "villagers_lost"
    for scenario in shipped.scenarios:
        assert first in [one.about for one in scenario.consequences.ledger], scenario.id


def test_the_figures_of_the_notes_stand_in_the_scenario(shipped: Campaign) -> None:
    """There they have a grade and a source."""
    told = texts(shipped)
    for note in shipped.classroom.notes:
        graded = " ".join(text for key, text in told.items() if key.startswith(f"{note.id}."))
        said = " ".join(text for _, text in texts_of(note))
        assert set(FIGURE.findall(said)) <= set(FIGURE.findall(graded)), note.id


def test_the_figures_of_what_a_note_calls_history_stand_in_the_claim(shipped: Campaign) -> None:
    """The news tells what was known; with the claim it is what the note may say."""
    for scenario, note in zip(shipped.scenarios, shipped.classroom.notes, strict=True):
        claims = claims_of(scenario)
        news: dict[str, str] = {one.id: one.text for one in scenario.situation.dispatches}
        for said in SENTENCE.split(" ".join(text for _, text in texts_of(note))):
            told = " ".join(claims[one].text + news.get(one, "") for one in named_in(said))
            figures = set(FIGURE.findall(said)) if told else set()
            assert figures <= set(FIGURE.findall(told)), said


def test_nobody_is_said_to_have_died_without_a_claim(shipped: Campaign) -> None:
    spoken = [
        said
        for note in shipped.classroom.notes
        for _, text in texts_of(note)
        for said in SENTENCE.split(text)
        if re.search(r"\b(killed|died|starved)\b", said)
    ]

    assert len(spoken) >= 5
    assert [said for said in spoken if not named_in(said)] == []


def test_every_record_has_a_note_that_rests_on_it(shipped: Campaign) -> None:
    assert all(named_in(note.record) for note in shipped.classroom.notes)


def test_the_notes_name_the_human_cost_and_the_way_out_of_a_role(shipped: Campaign) -> None:
    for note in shipped.classroom.notes:
        stages = (note.situation, note.telegram, note.council, note.decision)
        told = " ".join((*stages, note.consequences, note.record))
        assert re.search(r"villag|civilian|women", note.record), note.id
        assert re.search(r"\b[Ss]tep(ping)? out|\bout of role|\brole", told), note.id


@pytest.mark.parametrize(
    ("name", "minutes", "played"), [("45", 45, 1), ("60", 60, 2), ("90", 90, 3)]
)
def test_there_is_a_lesson_of_each_usual_length(
    shipped: Campaign, name: str, minutes: int, played: int
) -> None:
    plan = plan_of(shipped, f"{name}-minutes")

    assert (plan.lasts, len(plan.telegrams)) == (minutes, played)
    assert plan.title.startswith(name)


def plan_of(campaign: Campaign, name: str) -> LessonPlan:
    """Return a lesson plan by its id."""
    return next(one for one in campaign.classroom.plans if one.id == name)


def test_a_lesson_begins_with_the_content_note_and_ends_with_the_debrief(shipped: Campaign) -> None:
    for plan in shipped.classroom.plans:
        names = [one.id for one in plan.phases]
        ended = [one.debrief for one in plan.phases]
        assert names[:2] == ["content-note", "seats"]
        assert names[-3:] == [str(step) for step in DebriefStep]
        assert ended == sorted(ended)


def test_a_lesson_reads_talks_votes_and_looks_at_the_months_for_each_telegram(
    shipped: Campaign,
) -> None:
    for plan in shipped.classroom.plans:
        names = [one.id.split("-")[0] for one in plan.phases]
        for part in ("reading", "deliberation", "vote", "consequences"):
            assert names.count(part) == len(plan.telegrams)


def test_code_names_can_be_read_out_loud_and_are_nobodys(shipped: Campaign) -> None:
    names = shipped.classroom.code_names
    people = {word for one in shipped.cast for word in str(one.name).split()}

    assert len(names) >= 60
    assert all(re.fullmatch(r"[A-Z][a-z]{3,9}", name) for name in names)
    assert not people & set(names)


def test_the_common_mistakes_are_answered_from_documents(shipped: Campaign) -> None:
    found = shipped.classroom.misconceptions

    assert len(found) == 5
    assert {one.grade for one in found} == {Grade.DOCUMENTED}
