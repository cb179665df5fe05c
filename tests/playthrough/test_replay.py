"""A line of answers played: what followed, what was refused, where it led."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.campaign.words import Month, ResponseId
from game.playthrough.playthrough import Playthrough, begin, history
from game.playthrough.refusals import ClosedResponse, TooManyAnswers, UnknownResponse
from game.playthrough.replay import Replay, come_to, estimate, offers, play, sign_of

WAIT, GANGS, PRAY = map(ResponseId, ("wait", "ten-gangs", "pray"))
LINES = st.lists(st.sampled_from([WAIT, GANGS, PRAY, ResponseId("levee")]), max_size=4)
SEEDS = st.integers(0, 10**18)


def played(campaign: Campaign, *line: ResponseId, seed: int = 1, chance: bool = False) -> Replay:
    """Return a line of answers, played."""
    return play(campaign, replace(begin(campaign, seed=seed, chance=chance), line=line))


def test_nothing_answered_leaves_the_first_telegram_open(harbour: Campaign) -> None:
    """The months before it are computed, and the month in which it comes."""
    replay = played(harbour)

    assert replay.steps == ()
    assert replay.reached is None
    assert [offer.response.id for offer in replay.offers] == [WAIT, GANGS, PRAY]
    assert replay.course.last == Month(1900, 10)


def test_an_answer_runs_to_the_month_of_the_next_telegram(harbour: Campaign) -> None:
    """Which can be looked at, without orders of its own yet."""
    replay = played(harbour, GANGS)

    assert replay.course.last == Month(1901, 10)
    assert replay.course.curve("gangs")[3:10] == (10, 10, 10, 10, 10, 10, 0)
    assert replay.steps[0].window.first == Month(1900, 10)


def test_the_last_answer_runs_to_the_end_of_the_model(harbour: Campaign) -> None:
    """The chronicle lies inside it."""
    replay = played(harbour, WAIT, PRAY)

    assert replay.course.last == Month(1902, 12)
    assert replay.offers == ()
    assert replay.steps[-1].window.last == Month(1902, 6)


@given(LINES, SEEDS)
def test_a_line_played_twice_is_the_same(
    harbour: Campaign, line: list[ResponseId], seed: int
) -> None:
    """Also when nothing is remembered from the first time."""
    first = played(harbour, *line, seed=seed, chance=True)
    play.cache_clear()
    come_to.cache_clear()

    assert played(harbour, *line, seed=seed, chance=True) == first


@given(SEEDS, st.sampled_from([WAIT, GANGS, PRAY]), st.sampled_from([WAIT, GANGS, PRAY]))
def test_a_fork_shares_the_weather_and_the_months_before_it(
    harbour: Campaign, seed: int, first: ResponseId, second: ResponseId
) -> None:
    """Two lines differ by the choice alone, and only after it."""
    one = played(harbour, WAIT, first, seed=seed, chance=True)
    other = play(harbour, one.playthrough.fork(1, second))

    assert other.course.curve("surge")[:28] == one.course.curve("surge")[:28]
    assert other.course.rows[:15] == one.course.rows[:15]
    assert other.steps[:1] == one.steps[:1]


@given(LINES, SEEDS)
def test_a_line_plays_as_far_as_it_can_and_says_why_it_stops(
    harbour: Campaign, line: list[ResponseId], seed: int
) -> None:
    """Never raises, whatever the answers."""
    replay = played(harbour, *line, seed=seed, chance=True)

    assert [step.response.id for step in replay.steps] == line[: len(replay.steps)]
    assert (replay.stopped is None) == (len(replay.steps) == len(line))
    assert (replay.reached is not None) == (len(replay.steps) == 2)


def test_an_unknown_answer_is_refused_with_the_known_ones(harbour: Campaign) -> None:
    """So that a save of a changed campaign can be explained."""
    replay = played(harbour, WAIT, ResponseId("levee"))

    assert replay.stopped == UnknownResponse("levee", 1, (WAIT, GANGS, PRAY))


def test_an_answer_that_the_state_forbids_is_refused(harbour: Campaign) -> None:
    """Ten gangs twice is more than the purse holds."""
    replay = played(harbour, GANGS, GANGS)
    requirement = harbour.scenarios[1].decision.responses[1].requires[0]

    assert replay.stopped == ClosedResponse(GANGS, 1, requirement)
    assert replay.offers[1].refusal == replay.stopped
    assert replay.offers[0].refusal is None


def test_more_answers_than_telegrams_are_refused(harbour: Campaign) -> None:
    """What could be played was."""
    replay = played(harbour, WAIT, WAIT, WAIT)

    assert replay.stopped == TooManyAnswers(3, 2)
    assert replay.reached is not None


def test_asking_for_offers_changes_nothing(harbour: Campaign) -> None:
    """List before you leap."""
    replay = played(harbour, GANGS)

    assert offers(harbour, replay.course, 1) == replay.offers


def test_the_ledger_measures_the_months_gone_by(harbour: Campaign) -> None:
    """With its sign and the words it deserves."""
    (dike, houses, worst) = played(harbour, GANGS).steps[0].ledger

    assert dike.value == pytest.approx(294)
    assert (dike.sign, dike.case.text[:11]) == (1, "The dike is")
    assert (houses.value, houses.sign) == (0, 0)
    assert (worst.sign, worst.row.id) == (0, "months")


@pytest.mark.parametrize(
    ("value", "row", "sign"), [(6, 0, 1), (-6, 0, -1), (5, 0, 0), (3, 1, -1), (-3, 1, 1), (9, 2, 0)]
)
def test_a_change_is_a_gain_by_what_is_wanted(
    harbour: Campaign, value: float, row: int, sign: int
) -> None:
    """More dike, fewer wet houses; the worst month is neither; small changes are none."""
    assert sign_of(value, harbour.scenarios[0].consequences.ledger[row]) == sign


def test_a_dispatch_comes_once_by_the_calendar(harbour: Campaign) -> None:
    """Ice in February."""
    first, second = played(harbour, WAIT, WAIT).steps

    assert [(str(one.month), one.happening.id) for one in first.happened] == [("1901-02", "ice")]
    assert [one.happening.id for one in second.happened] == ["over-the-dike"]


def test_a_dispatch_comes_when_the_model_says_so(harbour: Campaign) -> None:
    """And not before its month: levies make people sour long before September."""
    steps = played(harbour, WAIT, GANGS, seed=1, chance=True).steps

    assert [one.happening.id for one in steps[0].happened] == ["ice", "over-the-dike"]
    assert [(str(one.month), one.happening.id) for one in steps[1].happened] == [
        ("1902-06", "strike")
    ]


def test_a_dispatch_with_month_and_condition_waits_for_its_month(
    changed: Callable[..., Campaign],
) -> None:
    """The condition holds from the start here."""
    campaign = changed("campaign.yaml", "when: trust < 45", "when: trust < 200")

    assert [str(one.month) for one in played(campaign, WAIT).steps[0].happened] == [
        "1901-02",
        "1901-09",
    ]


def test_the_first_ending_that_holds_is_reached(harbour: Campaign) -> None:
    """Three lines, three endings."""
    endings = [
        done.reached.ending.id
        for done in (
            played(harbour, WAIT, WAIT, chance=True),
            played(harbour, GANGS, WAIT),
            played(harbour, WAIT, WAIT),
        )
        if done.reached
    ]

    assert endings == ["drowned", "proud", "plain"]


def test_an_ending_comes_with_its_axes_and_epilogue(harbour: Campaign) -> None:
    """Sentences about the years after are chosen by the state."""
    rich, poor = played(harbour, WAIT, WAIT).reached, played(harbour, GANGS, WAIT).reached

    assert rich is not None
    assert poor is not None
    assert [axis.id for axis, _ in rich.axes] == ["safety", "thrift"]
    assert [one.id for one in rich.epilogue] == ["later", "rich"]
    assert [one.id for one in poor.epilogue] == ["later"]


def test_what_was_foreseen_can_be_held_against_what_came(harbour: Campaign) -> None:
    """The estimate's own measure over the same months."""
    replay = played(harbour, GANGS)
    asked = harbour.scenarios[0].decision.estimates[0]

    assert estimate(replay, replay.steps[0], asked) == pytest.approx(592.5)


def test_history_is_one_answer_a_telegram(harbour: Campaign) -> None:
    """As far as one asks."""
    assert history(harbour) == (WAIT, PRAY)
    assert history(harbour, 1) == (WAIT,)


def test_a_playthrough_is_its_answers(harbour: Campaign) -> None:
    """Answering adds one, a fork takes the rest away."""
    start = begin(harbour, seed=5, reading="fisherman")

    assert start.answer(WAIT).answer(PRAY).fork(0, GANGS) == start.answer(GANGS)
    assert isinstance(start, Playthrough)
    assert (start.seed, start.reading, start.version) == (5, "fisherman", 1)


def test_a_campaign_may_begin_in_the_models_second_month(
    changed: Callable[..., Campaign],
) -> None:
    """There is one month before it then."""
    campaign = changed("first-winter.yaml", "month: 1900-10", "month: 1900-08")

    assert played(campaign).course.months() == (Month(1900, 7), Month(1900, 8))
