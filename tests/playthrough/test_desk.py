"""Where the player sits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.playthrough.desk import (
    OF_A_SCENARIO,
    Card,
    Desk,
    Guess,
    Notes,
    Stage,
    again,
    ask,
    cards,
    foresee,
    forward,
    questions_left,
    scenario_of,
    send,
    step_of,
    turned_to,
)
from game.playthrough.playthrough import begin
from game.playthrough.refusals import NotRaised, RuledOut

WAIT, GANGS, PRAY = map(ResponseId, ("wait", "ten-gangs", "pray"))


@pytest.fixture
def desk(harbour: Campaign) -> Desk:
    """A new game, without chance."""
    return Desk(begin(harbour, chance=False))


def at(desk: Desk, stage: Stage) -> Desk:
    """Return the desk at a stage."""
    return replace(desk, stage=stage)


def walked(campaign: Campaign, desk: Desk) -> list[tuple[Stage, int]]:
    """Return every stage on the way to the chronicle; `wait` is answered to each telegram."""
    seen = [(desk.stage, desk.turn)]
    while desk.stage is not Stage.CHRONICLE:
        desk = forward(
            campaign, send(campaign, desk, WAIT) if forward(campaign, desk) == desk else desk
        )
        seen.append((desk.stage, desk.turn))
    return seen


def test_the_stages_come_in_their_order(harbour: Campaign, desk: Desk) -> None:
    """Six for each telegram, between the opening and the chronicle."""
    stages = [stage for stage in OF_A_SCENARIO if stage is not Stage.CONSEQUENCES]

    assert walked(harbour, desk) == [
        (Stage.OPENING, 0),
        *[(stage, 0) for stage in stages],
        *[(stage, 1) for stage in stages],
        (Stage.CHRONICLE, 1),
    ]


def test_nothing_moves_at_the_end(harbour: Campaign, desk: Desk) -> None:
    """There is no stage after the chronicle."""
    assert forward(harbour, at(desk, Stage.CHRONICLE)) == at(desk, Stage.CHRONICLE)


def test_one_may_turn_back_before_the_answer(desk: Desk) -> None:
    """But not ahead of what was reached, and not behind an answer."""
    council = at(desk, Stage.COUNCIL)
    record = at(replace(desk, playthrough=desk.playthrough.answer(WAIT)), Stage.RECORD)

    assert turned_to(council, Stage.SITUATION).stage is Stage.SITUATION
    assert turned_to(council, Stage.DECISION) == council
    assert turned_to(record, Stage.CONSEQUENCES).stage is Stage.CONSEQUENCES
    assert turned_to(record, Stage.DECISION) == record
    assert turned_to(council, Stage.RECORD) == council


def test_there_is_time_for_as_many_questions_as_the_council_says(
    harbour: Campaign, desk: Desk
) -> None:
    """One, here; an unknown question costs nothing."""
    council = at(desk, Stage.COUNCIL)
    once = ask(harbour, council, Id("how-long"))

    assert ask(harbour, council, Id("how-deep")) == council
    assert (questions_left(harbour, council), questions_left(harbour, once)) == (1, 0)
    assert once.noted == Notes((Id("how-long"),))
    assert ask(harbour, once, Id("how-long")) == once
    assert ask(harbour, once, Id("how-sure")) == once


def test_there_is_no_time_left_when_the_council_was_shortened(
    harbour: Campaign, desk: Desk
) -> None:
    """A save of a changed campaign may have asked more than there is time for now."""
    asked = replace(desk, notes=(Notes((Id("x"), Id("y"), Id("z"))),))

    assert ask(harbour, asked, Id("how-long")) == asked


def test_the_last_estimate_on_a_thing_counts(desk: Desk) -> None:
    """One may change one's mind."""
    low, high = Guess(Id("crest"), 0, 60), Guess(Id("crest"), 2, 90)

    assert foresee(foresee(desk, low), high).noted.guesses == (high,)


def test_what_nobody_raised_is_closed_until_it_is_asked_for(harbour: Campaign, desk: Desk) -> None:
    """A question opens it."""
    questions = harbour.scenarios[0].council.questions
    council = at(desk, Stage.COUNCIL)

    assert cards(harbour, council) == (
        Card("A", WAIT, None),
        Card("B", GANGS, NotRaised(GANGS, questions[:1])),
        Card("C", PRAY, None),
    )
    assert cards(harbour, ask(harbour, council, Id("how-long")))[1] == Card("B", GANGS, None)


def test_an_answer_at_the_council_may_rule_a_response_out(harbour: Campaign, desk: Desk) -> None:
    """The whale is not real, so nobody prays."""
    asked = ask(harbour, at(desk, Stage.COUNCIL), Id("how-sure"))
    question = harbour.scenarios[0].council.questions[1]

    assert cards(harbour, asked)[2] == Card("C", PRAY, RuledOut(PRAY, question))


def test_only_an_open_answer_is_sent_and_only_at_the_decision(
    harbour: Campaign, desk: Desk
) -> None:
    """Anything else leaves the desk as it is."""
    decision = at(desk, Stage.DECISION)
    sent = send(harbour, decision, WAIT)

    assert send(harbour, at(desk, Stage.COUNCIL), WAIT) == at(desk, Stage.COUNCIL)
    assert send(harbour, decision, GANGS) == decision
    assert send(harbour, decision, ResponseId("levee")) == decision
    assert (sent.stage, sent.turn, sent.playthrough.line) == (Stage.CONSEQUENCES, 0, (WAIT,))
    assert step_of(harbour, sent).response.id == WAIT
    assert scenario_of(harbour, sent) == harbour.scenarios[0]


def test_notes_stay_with_their_telegram(harbour: Campaign, desk: Desk) -> None:
    """A telegram without notes leaves an empty place."""
    second = replace(desk, stage=Stage.COUNCIL, playthrough=desk.playthrough.answer(WAIT))

    asked = ask(harbour, second, Id("how-long"))

    assert asked.notes == (Notes(), Notes((Id("how-long"),)))
    assert second.noted == Notes()


def test_a_desk_at_the_end_shows_the_last_telegram(
    changed: Callable[..., Campaign], desk: Desk
) -> None:
    """Also when the campaign has become shorter."""
    campaign = changed("campaign.yaml", "[first-winter, second-winter]", "[first-winter]")
    answered = replace(desk, playthrough=desk.playthrough.answer(WAIT).answer(PRAY))

    assert scenario_of(campaign, at(answered, Stage.RECORD)) == campaign.scenarios[0]


def test_a_telegram_answered_again_keeps_what_was_asked_and_drops_the_estimates(
    harbour: Campaign,
) -> None:
    """And the notes of later telegrams."""
    made = replace(begin(harbour, chance=False), line=(ResponseId("wait"), ResponseId("wait")))
    noted = Notes((Id("how-long"),), (Guess(Id("winter"), 0, 70),))
    desk = Desk(made, Stage.CHRONICLE, (noted, noted))

    assert again(desk, 0) == Desk(
        replace(made, line=()), Stage.DECISION, (replace(noted, guesses=()),)
    )


def test_a_telegram_answered_again_has_notes_even_if_none_were_made(harbour: Campaign) -> None:
    """A save of another program may lack them."""
    made = replace(begin(harbour, chance=False), line=(ResponseId("wait"), ResponseId("wait")))

    assert again(Desk(made, Stage.CHRONICLE), 1).notes == (Notes(), Notes())


@pytest.mark.parametrize("turn", [-1, 1])
def test_a_telegram_that_is_not_answered_cannot_be_answered_again(
    harbour: Campaign, turn: int
) -> None:
    """The desk stays as it is."""
    made = replace(begin(harbour, chance=False), line=(ResponseId("wait"),))
    desk = Desk(made, Stage.RECORD)

    assert again(desk, turn) is desk
