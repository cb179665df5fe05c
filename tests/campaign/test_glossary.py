"""Which entries of the encyclopaedia a text names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.glossary import Glossary, words_of


@pytest.fixture
def glossary(harbour: Campaign) -> Glossary:
    """Return the glossary of the harbour."""
    return Glossary(harbour)


def named(glossary: Glossary, text: str) -> list[tuple[str, str]]:
    """Return the words found, each with its entry."""
    return [(text[one.start : one.end], str(one.entry)) for one in glossary.named(text)]


def test_a_title_leads_to_its_entry(glossary: Glossary) -> None:
    """As it is written."""
    assert named(glossary, "Ask Anna Vos, or nobody.") == [("Anna Vos", "mayor")]


def test_another_name_leads_there_too_and_may_begin_a_sentence(glossary: Glossary) -> None:
    """With a capital or without."""
    assert named(glossary, "Dikes hold.") == [("Dikes", "dike")]
    assert named(glossary, "All dikes hold.") == [("dikes", "dike")]


def test_a_part_of_another_word_is_no_name(glossary: Glossary) -> None:
    """Neither before nor behind it."""
    assert named(glossary, "The dikeside and half-dikes and dikes2") == []


def test_an_entry_is_marked_once_in_a_text(glossary: Glossary) -> None:
    """Where it is named first."""
    assert named(glossary, "The dike is one of many dikes.")[1:] == []


def test_a_name_may_be_broken_between_two_lines(glossary: Glossary) -> None:
    """Whatever white space stands in it."""
    assert named(glossary, "It was Anna\nVos.") == [("Anna\nVos", "mayor")]


def test_the_longer_name_wins(changed: Callable[..., Campaign]) -> None:
    """The mayor's dike is hers, not the one by the sea."""
    campaign = changed("encyclopaedia.yaml", "title: Anna Vos", "title: Sea wall of Anna Vos")
    assert named(Glossary(campaign), "The Sea wall of Anna Vos stands.") == [
        ("Sea wall of Anna Vos", "mayor")
    ]


def test_what_stands_in_brackets_in_a_title_is_a_name_of_its_own(harbour: Campaign) -> None:
    """As with the old name of a town."""
    entry = replace(harbour.encyclopaedia[0], title=type(harbour.encyclopaedia[0].title)("A (B)"))
    assert list(words_of(entry))[:2] == ["A", "B"]


def test_a_campaign_without_entries_has_no_words(harbour: Campaign) -> None:
    """And no text names any."""
    assert Glossary(replace(harbour, encyclopaedia=())).named("The dike") == ()
