"""Numbers, refusals and consequences in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.campaign.campaign import Campaign, Source
from game.campaign.model import ShownAs
from game.campaign.words import Id, Month, Prose, ResponseId, SourceId
from game.playthrough.desk import Guess
from game.playthrough.ghost import strayed
from game.playthrough.playthrough import begin
from game.playthrough.reasons import causes
from game.playthrough.refusals import (
    ClosedResponse,
    NotRaised,
    RuledOut,
    TooManyAnswers,
    UnknownResponse,
)
from game.playthrough.replay import Replay, play
from game.playthrough.resume import Differs, Notice, OtherCampaign, OtherReading
from game.words import wording

WAIT, GANGS, PRAY = map(ResponseId, ("wait", "ten-gangs", "pray"))


@pytest.fixture(scope="module")
def done(harbour: Campaign) -> Replay:
    """Ten gangs, without chance."""
    return play(harbour, replace(begin(harbour, chance=False), line=(GANGS,)))


@pytest.mark.parametrize(
    ("value", "shown_as", "text"),
    [
        (12.4, ShownAs.POINTS, "12"),
        (-12.4, ShownAs.POINTS, "−12"),
        (-0.4, ShownAs.POINTS, "0"),
        (7, ShownAs.COUNT, "7"),
        (304_817, ShownAs.COUNT, "305,000"),
        (-304_817, ShownAs.COUNT, "−305,000"),
        (999_999, ShownAs.COUNT, "1,000,000"),
        (0, ShownAs.COUNT, "0"),
        (1_234_000, ShownAs.MILLIONS, "1.2 million"),
        (9_960_000, ShownAs.MILLIONS, "10 million"),
        (44_400_000, ShownAs.MILLIONS, "44 million"),
        (-40_000, ShownAs.MILLIONS, "0.0 million"),
        (0.256, ShownAs.PERCENT, "26 %"),
        (-0.256, ShownAs.PERCENT, "−26 %"),
        (2.25, ShownAs.ONE_DECIMAL, "2.2"),
    ],
)
def test_a_number_is_written_for_the_player(value: float, shown_as: ShownAs, text: str) -> None:
    """With a true minus sign, and no false precision."""
    assert wording.number(value, shown_as) == text


@given(st.floats(-1e12, 1e12), st.sampled_from(ShownAs))
def test_any_number_can_be_written(value: float, shown_as: ShownAs) -> None:
    """And nought has no sign."""
    text = wording.number(value, shown_as)

    assert text
    assert not text.startswith("−0 ")


def test_a_month_is_written_in_words() -> None:
    """As on the top bar."""
    assert wording.month(Month(1941, 7)) == "July 1941"
    assert wording.date_of("early November") == "Early November"


def test_every_gain_has_a_sign() -> None:
    """Colour alone would not do."""
    assert [wording.sign(one) for one in (1, -1, 0)] == ["+", "−", "="]


def test_words_in_braces_are_filled_in(harbour: Campaign, done: Replay) -> None:
    """With the values of the month."""
    step = done.steps[0]
    ice = step.happened[0]

    assert wording.case(harbour, done.course, step, step.ledger[0]) == (
        "The dike is 294 centimetres higher and stands at 592."
    )
    assert wording.happened(harbour, done.course, ice) == (
        "The harbour is closed by ice. The dike stands at 496 centimetres."
    )
    assert wording.filled(harbour, done.course, "{gangs} gangs", Month(1900, 11)) == "10 gangs"


def test_every_refusal_has_a_sentence(harbour: Campaign, done: Replay) -> None:
    """For every front end."""
    scenario = harbour.scenarios[0]
    requirement = scenario.decision.responses[1].requires[0]
    question = scenario.council.questions[1]
    said = [
        wording.refusal(harbour, done.course, why)
        for why in (
            UnknownResponse("levee", 1, (WAIT, GANGS)),
            ClosedResponse(GANGS, 1, requirement),
            TooManyAnswers(3, 2),
            NotRaised(GANGS, (question,)),
            RuledOut(GANGS, question),
        )
    ]

    assert said == [
        "telegram 2 has no response 'levee'; it has: wait, ten-gangs.",
        "The purse holds 1.0 million crowns; that is too little.",
        "3 answers were given; the campaign has 2 telegrams.",
        "Nobody at the council has raised this. A question might.",
        "The council has ruled it out: Is the whale real?",
    ]


@pytest.mark.parametrize(
    ("text", "short"), [("305,000", "305k"), ("1.2 million", "1.2M"), ("12", "12")]
)
def test_a_number_is_cut_short_for_small_fields(text: str, short: str) -> None:
    """Thousands and millions."""
    assert wording.brief(text) == short


@pytest.mark.parametrize(
    ("months", "text"),
    [
        (0, "No months"),
        (1, "One month"),
        (12, "Twelve months"),
        (13, "13 months"),
        (24, "Two years"),
        (25, "Two years and one month"),
        (29, "Two years and five months"),
        (200, "16 years and eight months"),
    ],
)
def test_a_span_is_written_in_words(months: int, text: str) -> None:
    """Long ones too."""
    assert wording.span(months) == text


def test_a_source_is_cited_with_what_is_known_of_it() -> None:
    """Author and year may be missing."""
    whole = Source(
        id=SourceId("a"), author=Prose("B"), title=Prose("C"), year="1945", seen=Prose("D")
    )

    assert wording.source(whole) == "B, C, 1945"
    assert wording.source(replace(whole, author=None, year=None)) == "C"


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [(2, "It came so (592)."), (0, "It came otherwise: Higher (592).")],
)
def test_what_was_foreseen_is_held_against_what_came(
    harbour: Campaign, answer: int, verdict: str
) -> None:
    """In one sentence."""
    estimate = harbour.scenarios[0].decision.estimates[0]

    assert wording.foreseen(estimate, Guess(Id("crest"), answer, 60), 592.0).endswith(verdict)


def test_every_cause_has_a_sentence(harbour: Campaign, done: Replay) -> None:
    """With its evidence."""
    found = causes(
        harbour.model, done.course, done.steps[0].window, "crest", harbour.model.readings[0].id
    )
    meaning = "How much one gang raises the dike in a month."
    said = [wording.cause(one)[:2] for one in found]

    assert said == [
        (
            "Your order: gangs on the dike",
            "60 gangs in all. One gang of forty men works on the dike for a month.",
        ),
        (
            "wet houses",
            "0 at the start, 0 at the end. What comes over the dike runs into the cellars.",
        ),
        (
            "An assumption",
            f"{meaning} Taken as 5 (cm a month); 3 to 8 can be defended.",
        ),
    ]


@pytest.mark.parametrize(("value", "text"), [(0.125, "0.125"), (12345.6, "12,346"), (0, "0")])
def test_a_plain_number_is_as_short_as_can_be(value: float, text: str) -> None:
    """For parameters."""
    assert wording.plain(value) == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ((WAIT,), "So far you have answered as history did."),
        ((GANGS,), "Your answer differs from history. On the whole the figures stand 52 in 100"),
        ((GANGS, WAIT), "2 of your 2 answers differ from history. On the whole the figures stand"),
        ((GANGS, PRAY), "1 of your 2 answers differs from history. On the whole the figures"),
    ],
)
def test_the_distance_from_history_is_told(
    harbour: Campaign, line: tuple[ResponseId, ...], text: str
) -> None:
    """In one or two sentences."""
    made = replace(begin(harbour, chance=False), line=line)

    assert wording.strayed(strayed(harbour, made)).startswith(text)


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (OtherCampaign("hill", "harbour"), "It belongs to the campaign 'hill'; this one is"),
        (OtherReading("poet", "engineer"), "It rests on the reading 'poet', which is no longer"),
        (Differs(1), "From telegram 2 on the same answers lead elsewhere"),
        (TooManyAnswers(3, 2), "It plays up to telegram 2 and stops there. 3 answers were given"),
        (UnknownResponse("x", 0, (WAIT,)), "It plays up to telegram 1 and stops there. Telegram"),
    ],
)
def test_every_notice_has_a_sentence(harbour: Campaign, one: Notice, text: str) -> None:
    """On what the player should know of an old save."""
    assert wording.notice(harbour, one, None).startswith(text)


def test_what_was_set_aside_is_named_with_its_place() -> None:
    """And that it was not deleted."""
    assert wording.set_aside("a.json", "it is not whole", "/tmp/a") == (
        "a.json is not a save: it is not whole. It was not deleted; it lies at /tmp/a."
    )


def test_an_answer_at_the_council_says_what_it_changes(harbour: Campaign) -> None:
    """What it opens, closes, puts in doubt."""
    scenario = harbour.scenarios[0]
    said = [wording.effects(harbour, scenario, one) for one in scenario.council.questions]

    assert said == [
        ("On the table now: Ten gangs.",),
        ("Off the table: Pray.", "This puts in doubt: Quay, the end of September."),
    ]
