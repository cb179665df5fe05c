"""Pictures in words."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.words import PlaceId
from game.playthrough.playthrough import begin
from game.screens.cartography import told
from game.screens.described import portrait_in_words
from game.words.mapwords import nearest


def said(campaign: Campaign, *, turn: int = 0) -> str:
    """Return what is said of the map as it lies when a telegram comes."""
    scenario = campaign.scenarios[turn]
    made = begin(campaign, chance=False)
    return told(campaign, made, scenario.view, scenario.month, truth=False)


def test_a_map_is_told_with_the_names_of_its_places(harbour: Campaign) -> None:
    names = {one.id: str(one.name) for one in harbour.geography.places}
    places = harbour.scenarios[0].view

    assert said(harbour).startswith("Map: " + ", ".join(names[one] for one in places))


def test_a_map_is_told_without_the_ids_of_its_places(shipped: Campaign) -> None:
    ids = {str(one.id) for one in shipped.geography.places if "-" in one.id}

    assert [one for one in ids if one in said(shipped)] == []


def test_a_map_tells_of_bases_arrows_and_cuts(shipped: Campaign) -> None:
    words = said(shipped)

    assert "Hatched green: 21 areas, from 55 % of the full size (Jidong) to 75 %" in words
    assert "Arrows of what is feared: The Kwantung Army toward Chita, broad" in words
    assert "Torn up: " in words


def test_the_nearest_place_is_the_one_that_lies_nearest(shipped: Campaign) -> None:
    place = next(one for one in shipped.geography.places if one.id == PlaceId("harbin"))

    assert nearest(shipped.geography, (place.at[0] + 0.1, place.at[1])) == "Harbin"


def test_a_woodcut_is_told_by_what_it_shows(shipped: Campaign) -> None:
    mao = next(one for one in shipped.cast if str(one.name) == "Mao Zedong")

    assert portrait_in_words(mao) == (
        "Woodcut of Mao Zedong: round face, brushed back hair, padded jacket, holding: cigarette."
    )


def test_a_woodcut_without_features_is_told_by_its_name(harbour: Campaign) -> None:
    person = replace(harbour.cast[0], portrait={})

    assert portrait_in_words(person) == f"Woodcut of {person.name}."
