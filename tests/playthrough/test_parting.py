"""Lines side by side: where they part, how far apart they stand, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id, Month, ResponseId
from game.playthrough.parting import compare, contrast, question
from game.playthrough.playthrough import Playthrough, begin, history
from game.playthrough.replay import play
from game.simulation.why import Asked
from tests.exhaustive import sampled

WAIT, GANGS, PRAY = map(ResponseId, ("wait", "ten-gangs", "pray"))


def made(campaign: Campaign, *line: ResponseId, seed: int = 1) -> Playthrough:
    """Return a playthrough with chance."""
    return replace(begin(campaign, seed=seed), line=line)


def other(campaign: Campaign, turn: int, place: int = 0) -> Playthrough:
    """Return history with another answer to one telegram."""
    line = list(history(campaign))
    others = [one.id for one in campaign.scenarios[turn].decision.responses]
    others.remove(line[turn])
    line[turn] = others[place]
    return made(campaign, *line)


def test_lines_part_at_the_first_telegram_that_they_answer_otherwise(shipped: Campaign) -> None:
    """And until its month every figure is the same, under the same luck."""
    found = compare(shipped, (made(shipped, *history(shipped)), other(shipped, 2)))
    before, after = found.stands[1], found.stands[-1]

    assert found.parting == 2
    assert found.apart is not None
    assert found.apart >= shipped.scenarios[2].month
    assert all(len(set(values)) == 1 for values in before.axes)
    assert any(len(set(values)) == 2 for values in after.axes)


def test_the_last_stand_is_where_the_campaign_is_summed_up(shipped: Campaign) -> None:
    """The same figures as in the chronicle."""
    lines = (made(shipped, *history(shipped)), other(shipped, 0))
    last = compare(shipped, lines).stands[-1]

    for number, line in enumerate(lines):
        reached = play(shipped, line).reached
        assert reached is not None
        assert [axis[number] for axis in last.axes] == [value for _, value in reached.axes]


def test_a_stand_on_the_way_sums_up_to_its_month(shipped: Campaign) -> None:
    """Of a total what has come together so far."""
    line = made(shipped, *history(shipped))
    stand = compare(shipped, (line, other(shipped, 5))).stands[0]
    course = play(shipped, line).course
    places = [str(one.id) for one in shipped.outline.axes]
    months = stand.month.since(course.first)

    lost = stand.axes[places.index("lives")][0]
    assert lost == pytest.approx(sum(course.curve("villagers_lost")[:months]))


def test_the_same_line_twice_parts_nowhere(harbour: Campaign) -> None:
    """Neither in answers nor in figures, and nothing is to be explained."""
    line = made(harbour, *history(harbour))
    found = compare(harbour, (line, line))

    assert (found.parting, found.apart, found.is_fair) == (None, None, True)
    assert contrast(harbour, line, line).shares == ()


def test_a_line_that_is_shorter_is_compared_as_far_as_it_goes(harbour: Campaign) -> None:
    """Its last month is the last that both have."""
    found = compare(harbour, (made(harbour, GANGS), made(harbour, GANGS, WAIT)))

    assert (found.parting, len(found.stands)) == (None, 1)
    assert found.last == found.replays[0].course.last


def test_another_seed_or_reading_is_not_only_another_answer(harbour: Campaign) -> None:
    """So that nobody takes luck for judgement."""
    line = made(harbour, WAIT)

    assert not compare(harbour, (line, made(harbour, WAIT, seed=2))).is_fair
    assert not compare(harbour, (line, replace(line, reading=Id("fisherman")))).is_fair


@pytest.mark.parametrize("turn", sampled(range(6), [0, 3]))
def test_the_parts_add_up_to_the_difference(shipped: Campaign, turn: int) -> None:
    """Within one per cent of it, wherever the lines part."""
    found = contrast(shipped, made(shipped, *history(shipped)), other(shipped, turn, 1))
    whole = found.start + found.of_itself + sum(one.difference for one in found.shares)

    assert found.difference != 0
    assert whole == pytest.approx(found.difference, rel=0.01)
    assert (found.start, found.of_itself) == (0, 0)


def test_they_add_up_under_other_luck_and_another_reading_too(shipped: Campaign) -> None:
    """What was otherwise at the start and of itself is counted then."""
    line = made(shipped, *history(shipped))
    apart = replace(other(shipped, 1), reading=Id("moscow"), seed=7)
    asked = Asked("era_men", Month(1941, 9), Month(1944, 1))
    found = contrast(shipped, line, apart, asked)
    whole = found.start + found.of_itself + sum(one.difference for one in found.shares)

    assert found.start != 0
    assert whole == pytest.approx(found.difference, rel=0.01)


def test_the_greatest_difference_comes_first(shipped: Campaign) -> None:
    """And what makes none is left out."""
    found = contrast(shipped, made(shipped, *history(shipped)), other(shipped, 1))
    sizes = [abs(one.difference) for one in found.shares]

    assert sizes == sorted(sizes, reverse=True)
    assert all(sizes)


def test_one_asks_of_the_figure_that_stands_furthest_apart(harbour: Campaign) -> None:
    """From the month before the first that differs."""
    found = compare(harbour, (made(harbour, WAIT, WAIT), made(harbour, GANGS, WAIT)))
    asked = question(harbour, found)

    assert asked.quantity == "crest"
    assert found.apart is not None
    assert asked.first == found.apart.plus(-1)
    assert question(harbour, found, "purse").quantity == "purse"
