"""What a quantity hangs on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Grade, ResponseId
from game.playthrough.playthrough import begin
from game.playthrough.reasons import Assumed, Moved, Ordered, causes, rule_of
from game.playthrough.replay import play


@pytest.mark.parametrize(
    ("quantity", "because", "grade"),
    [
        ("surge", "A storm piles the water up.", Grade.INFERRED),
        ("crest", "Gangs raise it; the sea wears it down.", Grade.INFERRED),
        ("tide", "It is read from the record; no answer changes it.", None),
        ("gangs", "One gang of forty men works on the dike for a month.", None),
        ("cm_a_gang", "How much one gang raises the dike in a month.", None),
    ],
)
def test_every_name_of_the_model_has_a_sentence(
    harbour: Campaign, quantity: str, because: str, grade: Grade | None
) -> None:
    """Of history, or of what it means."""
    rule = rule_of(harbour.model, quantity)

    assert (rule.because, rule.grade) == (because, grade)


def test_orders_come_first_then_what_moved_then_assumptions(harbour: Campaign) -> None:
    """As the player asks why the dike is higher."""
    line = (ResponseId("ten-gangs"),)
    done = play(harbour, replace(begin(harbour, chance=False), line=line))
    order, damage, assumed = causes(
        harbour.model, done.course, done.steps[0].window, "crest", harbour.model.readings[0].id
    )

    assert order == Ordered(
        "gangs on the dike",
        60.0,
        "gangs",
        "One gang of forty men works on the dike for a month.",
        "gangs",
    )
    assert isinstance(damage, Moved)
    assert (damage.title, damage.start) == ("wet houses", 0)
    assert isinstance(assumed, Assumed)
    assert (assumed.value, assumed.low, assumed.high) == (5, 3, 8)


def test_an_order_that_was_not_given_is_no_reason(harbour: Campaign) -> None:
    """Nor does anything stand behind a series."""
    done = play(harbour, replace(begin(harbour, chance=False), line=(ResponseId("wait"),)))
    window = done.steps[0].window

    found = causes(harbour.model, done.course, window, "crest", harbour.model.readings[0].id)

    assert [type(one) for one in found] == [Moved, Assumed]
    assert causes(harbour.model, done.course, window, "tide", harbour.model.readings[0].id) == ()


def test_a_series_behind_a_quantity_has_moved_without_a_sentence(harbour: Campaign) -> None:
    """It is the record itself."""
    done = play(harbour, replace(begin(harbour, chance=False), line=(ResponseId("wait"),)))
    tide = causes(
        harbour.model, done.course, done.steps[0].window, "surge", harbour.model.readings[0].id
    )[0]

    assert isinstance(tide, Moved)
    assert (tide.title, tide.because, tide.grade) == ("the highest usual water", "", None)
