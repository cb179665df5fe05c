"""Why a quantity moved: the parts add up, and each goes to what caused it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.campaign.words import Month, ResponseId
from game.playthrough.playthrough import Playthrough, begin, history
from game.playthrough.replay import play
from game.playthrough.why import ByChance, ByOrder, Explanation, FromOutside, explain
from game.simulation.why import Asked
from tests.exhaustive import sampled

QUANTITIES = ("crest", "purse", "trust", "damage", "surge", "purse_told")
LINES = (("wait", "wait"), ("ten-gangs", "wait"), ("pray", "wait"))


def why(campaign: Campaign, made: Playthrough, quantity: str, *months: Month) -> Explanation:
    """Ask over some months, or over the window of the last answer."""
    window = play(campaign, made).steps[-1].window
    first, last = months or (window.first, window.last)
    return explain(campaign, made, Asked(quantity, first, last))


def line(campaign: Campaign, *answers: str, seed: int = 1, chance: bool = False) -> Playthrough:
    """A playthrough of some answers."""
    made = begin(campaign, seed=seed, chance=chance)
    return replace(made, line=tuple(map(ResponseId, answers)))


def total(found: Explanation) -> float:
    """What would have come anyway and everything that came from outside."""
    return found.of_itself + sum(one.amount for one in found.parts)


@given(
    st.sampled_from(QUANTITIES),
    st.sampled_from(["wait", "ten-gangs", "pray"]),
    st.integers(0, 10**6),
    st.booleans(),
    st.tuples(st.integers(0, 20), st.integers(0, 24)),
)
def test_the_parts_add_up_to_the_change(
    harbour: Campaign, quantity: str, answer: str, seed: int, chance: bool, span: tuple[int, int]
) -> None:
    """Within a hundredth, whatever is asked, with luck and without."""
    made = line(harbour, answer, seed=seed, chance=chance)
    start = harbour.model.first.plus(span[0])
    last = min(start.plus(span[1]), play(harbour, made).course.last)
    start = min(start, last)
    found = why(harbour, made, quantity, start, last)
    size = max(abs(found.change), abs(found.of_itself), *(abs(p.amount) for p in found.parts), 1e-9)

    assert total(found) == pytest.approx(found.change, abs=0.01 * size)
    weighed = sum(found.weights.quantities.values()) + found.weights.itself + found.weights.chance
    assert weighed == pytest.approx(found.change, abs=0.01 * size)


@pytest.mark.parametrize(
    ("first", "quantity"),
    sampled(
        enumerate(["era_men", "trust", "tension", "base_index", "north_estimate"]),
        [(0, "era_men"), (4, "north_estimate")],
    ),
)
def test_the_parts_add_up_in_the_shipped_campaign(
    shipped: Campaign, first: int, quantity: str
) -> None:
    """For the figures of the desk over every telegram, each on history's line or one of two."""
    others = [replace(begin(shipped, chance=False), line=history(shipped))]
    answers = [one.decision.responses for one in shipped.scenarios]
    others += [
        replace(others[0], line=tuple(few[n % len(few)].id for few in answers)) for n in (0, 2)
    ]
    for number, made in enumerate(others, first):
        for step in play(shipped, made).steps[number % len(others) :: len(others)]:
            found = why(shipped, made, quantity, step.window.first, step.window.last)
            size = max(abs(found.change), abs(found.of_itself))
            assert total(found) == pytest.approx(found.change, abs=0.01 * size)


def test_an_order_that_was_not_given_is_no_cause(harbour: Campaign) -> None:
    """Who waits has ordered nothing."""
    found = why(harbour, line(harbour, "wait"), "crest")
    assert not [one for one in found.parts if isinstance(one.origin, ByOrder)]


def test_what_an_order_did_to_a_sum_is_exactly_what_it_put_in(harbour: Campaign) -> None:
    """Ten gangs for six months raise the dike by five centimetres each."""
    first, last = Month(1900, 7), Month(1901, 8)
    dry = line(harbour, "ten-gangs")
    found = why(harbour, dry, "crest", first, last)
    gangs = next(one for one in found.parts if isinstance(one.origin, ByOrder))

    assert gangs.amount == pytest.approx(10 * 6 * 5, rel=0.1)


def test_luck_is_a_cause_only_when_it_is_on(harbour: Campaign) -> None:
    """And then it has its own part."""
    off = why(harbour, line(harbour, "wait"), "surge")
    on = why(harbour, line(harbour, "wait", seed=5, chance=True), "surge")

    assert not [one for one in off.parts if isinstance(one.origin, ByChance)]
    assert [one for one in on.parts if isinstance(one.origin, ByChance)]


def test_the_world_outside_is_a_cause(harbour: Campaign) -> None:
    """The tide moves the surge."""
    found = why(harbour, line(harbour, "wait"), "surge", Month(1900, 7), Month(1901, 1))
    series = {
        str(one.origin.series.id) for one in found.parts if isinstance(one.origin, FromOutside)
    }
    assert "tide" in series


def test_two_orders_that_do_the_same_get_the_same(changed: Callable[..., Campaign]) -> None:
    """Splitting a command in two halves splits its part in two halves."""
    halves = "- {order: gangs, size: 5, months: 6}\n        - {order: gangs, size: 5, months: 6}"
    town = changed("first-winter.yaml", "- {order: gangs, size: 10, months: 6}", halves)
    found = why(town, line(town, "ten-gangs"), "crest")
    gangs = [
        one.amount
        for one in found.parts
        if isinstance(one.origin, ByOrder) and one.origin.order.id == "gangs"
    ]
    assert len(gangs) in (1, 2)
    assert gangs[0] == pytest.approx(gangs[-1])


@pytest.mark.parametrize("made", LINES)
def test_the_same_question_has_the_same_answer(harbour: Campaign, made: tuple[str, str]) -> None:
    """To the last digit."""
    explain.cache_clear()
    first = why(harbour, line(harbour, made[0]), "purse")
    explain.cache_clear()
    again = why(harbour, line(harbour, made[0]), "purse")

    assert [one.amount for one in first.parts] == [one.amount for one in again.parts]


def test_a_rounding_error_is_no_cause(shipped: Campaign) -> None:
    """After the war the west stands still, but for the twelfth place behind the point."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    found = explain(shipped, made, Asked("soviet_west", Month(1945, 5), Month(1945, 6)))

    assert found.change == pytest.approx(0, abs=1e-10)
    assert (found.parts, found.of_itself) == ((), 0)
    assert not any(found.accounts.quantities.values())
