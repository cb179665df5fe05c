"""What a note for the teacher rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.notes import claims_of, named_in, sentences
from game.campaign.scenario import Scenario
from game.campaign.words import DispatchId


@pytest.fixture
def winter(harbour: Campaign) -> Scenario:
    """The first telegram of the harbour."""
    return harbour.scenarios[0]


def test_a_note_names_each_claim_once_in_its_order() -> None:
    text = "He is dead [news], as told [told]. Read it again [news]."

    assert named_in(text) == ("news", "told")


def test_words_that_rest_on_nothing_have_no_grade(winter: Scenario) -> None:
    assert sentences(winter, "Ask who is for it.") == (("Ask who is for it.", None),)


def test_the_grade_stands_where_the_claim_is_named(winter: Scenario) -> None:
    grade = winter.record.told.grade

    assert sentences(winter, "So it is told [told]: ask.") == (
        ("So it is told", grade),
        (": ask.", None),
    )


def test_a_dispatch_counts_by_what_is_known_of_it_now(winter: Scenario) -> None:
    dispatch = winter.situation.dispatches[0]
    found = claims_of(winter)[dispatch.id]

    assert (found.text, found.grade) == (dispatch.now.text, dispatch.now.grade)


def test_the_record_goes_before_a_dispatch_of_the_same_name(winter: Scenario) -> None:
    dispatch, weak = winter.situation.dispatches[0], winter.record.weak[0]
    news = replace(winter.situation, dispatches=(replace(dispatch, id=DispatchId(weak.id)),))

    assert claims_of(replace(winter, situation=news))[weak.id] == weak
