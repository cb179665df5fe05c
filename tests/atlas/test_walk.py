"""Every line of a campaign, walked: the same as each of them played by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import pytest

from game.atlas import walk as walking
from game.atlas.answers import lines_at_most
from game.atlas.ground import EndlessError, StrandedError
from game.atlas.walk import Walked, roam, walk
from game.campaign.campaign import Campaign
from game.playthrough.playthrough import begin
from game.playthrough.refusals import ClosedResponse
from game.playthrough.replay import Replay, play
from game.simulation.chance import Luck
from game.simulation.resolve import UnknownReadingError
from tests.atlas.halves import halves

WEATHER = """stocks:
  weather:
    title: the weather
    unit: points
    starts: 50
    change: noise(1)
    because: It changes.
    grade: invented
"""
"""A stock that hangs on luck alone, not on what is answered."""


def replayed(campaign: Campaign, walked: Walked, reading: str, luck: Luck) -> Replay:
    """Play a walked line by itself."""
    start = begin(campaign, seed=luck.seed, chance=luck.on, reading=reading)
    return play.__wrapped__(campaign, replace(start, line=walked.line))


def assert_same(campaign: Campaign, walked: Walked, alone: Replay) -> None:
    """Compare all that a walk tells with the line played by itself."""
    assert alone.reached is not None
    assert walked.ending == alone.reached.ending.id
    assert walked.epilogue == tuple(one.id for one in alone.reached.epilogue)
    assert walked.axes == pytest.approx([value for _, value in alone.reached.axes], rel=1e-9)
    for answer, step in zip(walked.answers, alone.steps, strict=True):
        assert set(answer.happened) == {one.happening.id for one in step.happened}
        assert answer.cases == tuple(one.row.cases.index(one.case) for one in step.ledger)
    first, last = campaign.scenarios[0].month, campaign.outline.chronicle
    months = range(last.since(first) + 1)
    for one, least, most in zip(
        campaign.outline.indicators, walked.least, walked.most, strict=True
    ):
        curve = [alone.course.at(first.plus(month), one.quantity) for month in months]
        assert least <= min(curve) * (1 + 1e-9)
        assert most >= max(curve) * (1 - 1e-9)


@pytest.mark.parametrize("luck", [Luck(1, on=False), Luck(1), Luck(7)])
@pytest.mark.parametrize("reading", ["engineer", "fisherman"])
def test_a_walk_tells_of_each_line_what_playing_it_tells(
    harbour: Campaign, reading: str, luck: Luck
) -> None:
    """Under every reading, with and without chance."""
    for one in walk(harbour, reading, luck):
        assert_same(harbour, one, replayed(harbour, one, reading, luck))


@pytest.mark.exhaustive
@pytest.mark.parametrize("reading", ["record", "popular", "moscow"])
def test_lines_of_the_shipped_campaign_are_walked_as_they_are_played(
    shipped: Campaign, reading: str
) -> None:
    """A sample, evenly spread over either half of the responses."""
    luck = Luck(3, on=reading == "popular")
    for half in halves(shipped):
        for one in islice(walk(half, reading, luck), 17, None, 101):
            assert_same(half, one, replayed(half, one, reading, luck))


def test_lines_come_once_each_in_the_order_of_the_responses(harbour: Campaign) -> None:
    """And only those that can be played."""
    assert ["".join(word[0] for word in one.line) for one in walk(harbour)] == [
        "ww", "wt", "wp", "tw", "tp", "pw", "pt", "pp"
    ]  # fmt: skip
    assert lines_at_most(harbour) == 9


def test_a_response_that_the_state_forbids_is_told_as_closed(harbour: Campaign) -> None:
    """At the telegram where it is, on every line that meets it."""
    closed = {one.line[0]: one.answers[1].closed for one in walk(harbour)}
    assert closed == {"wait": (), "ten-gangs": ("ten-gangs",), "pray": ()}

    line = ("ten-gangs", "ten-gangs")
    alone = play(harbour, replace(begin(harbour, chance=False), line=line))  # type: ignore[arg-type]
    assert isinstance(alone.stopped, ClosedResponse)


def test_lines_with_the_same_beginning_share_it(harbour: Campaign) -> None:
    """Prefixes are computed once, and kept once."""
    lines = list(walk(harbour))
    assert lines[0].answers[0] is lines[1].answers[0] is lines[2].answers[0]


def test_the_size_of_a_batch_changes_nothing(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line is the same in whatever company it is computed."""
    together = list(walk(harbour, luck=Luck(5)))
    monkeypatch.setattr(walking, "MOST", 1)

    assert list(walk(harbour, luck=Luck(5))) == together


def test_what_hangs_on_luck_alone_is_the_same_for_all_lines(
    changed: Callable[..., Campaign],
) -> None:
    """It need not be kept once a line."""
    town = changed(
        *("model.yaml", "stocks:\n", WEATHER),
        *("model.yaml", "tide, winter,", "weather, tide, winter,"),
        *("campaign.yaml", "when: damage > 0", "when: weather > 40 and damage > 0"),
    )
    for one in walk(town, "engineer", Luck(2)):
        assert_same(town, one, replayed(town, one, "engineer", Luck(2)))


def test_a_line_that_roams_has_the_weather_of_its_seed(harbour: Campaign) -> None:
    """It can be played again from seed and answers alone."""
    seeds = range(10, 40)
    lines = list(roam(harbour, "fisherman", seeds))

    assert len({one.line for one in lines}) > 4
    for seed, one in zip(seeds, lines, strict=True):
        assert_same(harbour, one, replayed(harbour, one, "fisherman", Luck(seed)))


def test_roaming_in_several_batches_is_the_same(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seed decides, not the company."""
    whole = list(roam(harbour, "engineer", range(9)))
    monkeypatch.setattr(walking, "MOST", 4)

    assert list(roam(harbour, "engineer", range(9))) == whole


def test_the_reading_of_a_walk_must_be_one_of_the_model(harbour: Campaign) -> None:
    """As when a line is played."""
    with pytest.raises(UnknownReadingError):
        next(walk(harbour, "nobody"))


def test_a_quantity_without_a_finite_value_is_named_with_the_line(
    changed: Callable[..., Campaign],
) -> None:
    """So that its author can play it."""
    town = changed("model.yaml", "equals: purse * 1.1", "equals: purse * 1.1 / (10 - gangs)")

    with pytest.raises(EndlessError, match=r"purse_told has no finite .* answers: ten-gangs") as it:
        list(walk(town))
    assert it.value.quantity == "purse_told"


def test_quantities_too_great_to_be_added_up_are_no_fault(
    changed: Callable[..., Campaign],
) -> None:
    """Each of them by itself is finite."""
    town = changed(
        *("model.yaml", "equals: purse * 1.1", "equals: exp(709.7)"),
        *("model.yaml", "equals: tide + 80", "equals: exp(709.7) + 80"),
    )
    assert list(walk(town))


def test_a_line_on_which_everything_is_closed_is_told(changed: Callable[..., Campaign]) -> None:
    """With the answers that lead there."""
    shut = "      requires:\n        - {that: crest > 400, otherwise: No.}"
    town = changed(
        *("second-winter.yaml", "commands: []", f"commands: []\n{shut}"),
        *("second-winter.yaml", "historical: true", f"historical: true\n{shut}"),
        *("second-winter.yaml", "that: purse > 1000000 and", "that: crest > 400 and"),
    )
    with pytest.raises(StrandedError, match="every response is closed after the answers: wait"):
        list(walk(town))
