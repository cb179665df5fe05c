"""Lines side by side, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.chronicle import comparing
from game.chronicle.ranges import Ranges
from game.playthrough.onechange import OneChange, one_change
from game.playthrough.parting import compare, contrast
from game.playthrough.playthrough import begin, history
from tests.exhaustive import sampled

ONE, OTHER = ((0.0, 10.0),), ((8.0, 20.0),)


def drawn(higher: float, other: tuple[tuple[float, float], ...] = OTHER) -> Ranges:
    """Return the draws of two lines on one axis."""
    return Ranges(100, (ONE, other), ((0.5,), (higher,)))


@pytest.mark.parametrize(
    ("ranges", "effect", "said"),
    [
        (drawn(0.98), 5.0, "ranges overlap; this way in 98 of 100 draws"),
        (drawn(0.98), -5.0, comparing.CANNOT_TELL),
        (drawn(0.02), -5.0, "ranges overlap; this way in 98 of 100 draws"),
        (drawn(0.6), 5.0, comparing.CANNOT_TELL),
        (drawn(1.0), 0.0, comparing.CANNOT_TELL),
        (drawn(1.0, ((11.0, 20.0),)), 5.0, "told apart"),
        (drawn(0.0, ((-9.0, -1.0),)), -5.0, "told apart"),
    ],
)
def test_the_draws_tell_apart_or_show_a_way_or_cannot_tell(
    ranges: Ranges, effect: float, said: str
) -> None:
    """A way that fewer than nineteen draws in twenty go is none."""
    assert comparing.told_apart(ranges, 1, 0, effect) == said


@pytest.fixture(scope="module")
def found(shipped: Campaign) -> OneChange:
    """History's line with one answer changed, in every way; to play them all takes long."""
    return one_change(shipped, replace(begin(shipped), line=history(shipped)))


def test_the_answer_that_mattered_most_is_named_with_the_readings_against_it(
    shipped: Campaign, found: OneChange
) -> None:
    """By their titles."""
    told = [
        comparing.mattered(shipped, found, axis, number)
        for number, axis in enumerate(shipped.outline.axes)
    ]

    assert any(one.endswith("mattered most, under every reading.") for one in told)
    assert any("but not under the reading “Moscow's complaint”" in one for one in told)


def test_an_axis_that_no_answer_moves_says_so(shipped: Campaign, found: OneChange) -> None:
    """There is nothing to rank."""
    still = replace(found, changes=())

    said = comparing.mattered(shipped, still, shipped.outline.axes[0], 0)
    assert said.endswith("no other single answer moves it.")


def test_a_line_is_called_by_its_letters(harbour: Campaign) -> None:
    """And history by its name too."""
    start = begin(harbour)

    assert comparing.name(harbour, start) == "no answer yet"
    assert comparing.name(harbour, start.answer(ResponseId("ten-gangs"))) == "B"
    assert "history" in comparing.name(harbour, replace(start, line=history(harbour)))


def test_lines_that_answer_alike_and_rest_on_the_same_part_nowhere(harbour: Campaign) -> None:
    """Three short sentences say so."""
    line = replace(begin(harbour), line=history(harbour))
    said = comparing.parting(harbour, compare(harbour, (line, line)))

    assert said.startswith("They answer alike")
    assert comparing.NEVER_APART in said
    found = contrast(harbour, line, line)
    assert comparing.summary(found, ("a", "b")).startswith("No figure differs in June 1902: ")
    assert comparing.causes(found, ("a", "b")) == []


@pytest.mark.parametrize("name", sampled(["harbour", "shipped"], ["harbour"]))
def test_luck_and_other_ground_are_causes_too(name: str, request: pytest.FixtureRequest) -> None:
    """When the seeds and the readings differ."""
    campaign: Campaign = request.getfixturevalue(name)
    line = replace(begin(campaign), line=history(campaign))
    other = replace(line, seed=9, reading=campaign.model.readings[-1].id)
    told = [text for _, text in comparing.causes(contrast(campaign, line, other), ("a", "b"))]

    assert any(text.startswith("Luck in") for text in told)


@pytest.mark.parametrize(
    ("sign", "order", "said"),
    [
        (True, True, "direction and place"),
        (True, False, "direction"),
        (False, True, "place"),
        (False, False, "neither"),
    ],
)
def test_what_holds_is_named(harbour: Campaign, *, sign: bool, order: bool, said: str) -> None:
    """Nothing is left to a colour or a sign."""
    found = one_change(harbour, replace(begin(harbour), line=history(harbour)))
    row = found.ranked(harbour.outline.axes[0], 0)[0]

    assert comparing.holds(replace(row, sign_holds=sign, order_holds=order)) == said
