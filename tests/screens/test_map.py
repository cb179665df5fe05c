"""The map on the screens: it moves with the months, can be read out, and has a key."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Month, PlaceId, ResponseId
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.playthrough.playthrough import Playthrough, begin
from game.screens.cartography import LEAST_ARROW, layers_of
from game.screens.stages.consequences import STEPS, ConsequencesScreen
from game.widgets.map.colours import PLAIN, STARK
from game.widgets.map.layers import Layers
from game.words import mapwords
from tests.screens.player import Player, chart, drawings, seated

MASSED = ("mass-and-strike",)
"""An answer of the shipped campaign after which much is torn up."""


def line_of(campaign: Campaign, *answers: str) -> Playthrough:
    """Return a playthrough with these answers, without luck."""
    made = begin(campaign, chance=False)
    return replace(made, line=tuple(ResponseId(one) for one in answers))


def shown(
    campaign: Campaign, month: Month, *answers: str, truth: bool = False, gone: float = 0.0
) -> Layers:
    """Return the layers of a month after some answers."""
    return layers_of(campaign, line_of(campaign, *answers), month, truth=truth, gone=gone)


def fronts(layers: Layers) -> list[object]:
    """Return the strokes of the front."""
    return [one.points for one in layers.lines if one.kind == "front"]


# --- what is on it ---


def test_the_front_moves_with_the_months(shipped: Campaign) -> None:
    three = [fronts(shown(shipped, Month(1941, number))) for number in (7, 8, 9)]

    assert three[0] != three[1] != three[2]


def test_the_front_moves_within_a_month(shipped: Campaign) -> None:
    july = Month(1941, 7)

    assert fronts(shown(shipped, july, gone=0.5)) != fronts(shown(shipped, july))


def test_the_more_is_torn_up_the_more_cuts_there_are(shipped: Campaign) -> None:
    august = Month(1941, 8)
    few, many = (
        [one for one in shown(shipped, august, answer).marks if one.kind == "cut"]
        for answer in ("raids-and-reports", *MASSED)
    )

    assert 0 < len(few) < len(many)
    assert set(few) <= set(many)


def test_base_areas_shrink_with_the_people_in_them(shipped: Campaign) -> None:
    before, after = (
        {one.label: one.strength for one in shown(shipped, month).areas if one.kind == "grown"}
        for month in (Month(1941, 6), Month(1941, 10))
    )

    assert after["Taihang"] < before["Taihang"]


def test_a_column_has_its_number_and_the_way_behind_it(shipped: Campaign) -> None:
    answers = ("mass-and-strike", "one-network", "arms-first", "night-columns")
    september, october = (
        shown(shipped, month, *answers) for month in (Month(1942, 9), Month(1942, 10))
    )
    (first,) = [one for one in september.marks if one.kind == "column"]
    (later,) = [one for one in october.marks if one.kind == "column"]

    assert first.label == "To Mongolia: 6,000"
    assert later.latitude > first.latitude
    assert [one.kind for one in september.lines].count("march") == 1


def test_before_the_record_an_arrow_shows_what_is_believed(shipped: Campaign) -> None:
    arrows = shown(shipped, Month(1941, 9), "raids-and-reports").arrows

    assert arrows[0].width > 0.5
    assert arrows[0].outline == 0.0


def test_in_the_record_an_arrow_shows_what_was_so_inside_what_was_believed(
    shipped: Campaign,
) -> None:
    before, after = (
        shown(shipped, Month(1941, 9), "raids-and-reports", truth=truth).arrows[0]
        for truth in (False, True)
    )

    assert after.outline == before.width
    assert after.width < before.width


def test_where_nobody_knows_better_the_record_shows_the_same_arrow(harbour: Campaign) -> None:
    threats = tuple(replace(one, truth=None) for one in harbour.geography.threats)
    geography = replace(harbour.geography, threats=threats)
    campaign = replace(harbour, geography=geography)
    before, after = (
        layers_of(campaign, begin(campaign, chance=False), Month(1900, 11), truth=truth).arrows
        for truth in (False, True)
    )

    assert before == after != ()


def test_a_threat_that_is_gone_is_not_drawn(shipped: Campaign) -> None:
    arrows = shown(shipped, Month(1941, 7)).arrows

    assert len(arrows) == 3
    assert all(max(one.width, one.outline) >= LEAST_ARROW for one in arrows)


def test_names_keep_clear_of_the_same_places_in_every_month_of_a_scenario(
    shipped: Campaign,
) -> None:
    clear = {shown(shipped, Month(1941, number)).clear for number in (7, 8, 9)}

    assert len(clear) == 1


def test_home_and_the_places_at_hand_are_named_first(shipped: Campaign) -> None:
    made, near = begin(shipped, chance=False), (PlaceId("minsk"),)
    layers = layers_of(shipped, made, Month(1941, 7), truth=False, near=near)
    ranks = {one.name: one.rank for one in layers.places}

    assert (ranks["Yan'an"], ranks["Minsk"], ranks["Kiev"]) == (1, 1, 2)


# --- while the months pass ---


def months(campaign: Campaign) -> Player:
    """Return a player before whom the months pass."""
    return seated(campaign, 0, Stage.CONSEQUENCES)


def test_the_map_moves_a_few_times_in_each_month(shipped: Campaign) -> None:
    player = months(shipped)
    screen = cast("ConsequencesScreen", player.top)
    layers = set()
    for step in range(100):
        screen.passed = step / 100
        layers.add(chart(player).scene.layers)

    assert len(layers) == STEPS


def test_when_all_months_have_passed_the_map_shows_the_last(shipped: Campaign) -> None:
    player = months(shipped)
    screen = cast("ConsequencesScreen", player.top)
    screen.passed = screen.length + 0.4
    over = chart(player).scene
    screen.passed = float(screen.length)

    assert chart(player).scene == over


def test_with_the_words_hidden_the_map_does_not_run_ahead_of_the_months(
    shipped: Campaign,
) -> None:
    player = months(shipped)
    cast("ConsequencesScreen", player.top).flight.land()
    before = chart(player).scene.layers

    player.press("h")

    assert chart(player).scene.layers == before


# --- for those who cannot see it ---


def test_the_map_is_read_out_with_its_places_and_what_moves(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.SITUATION)
    (said,) = [spot.label for spot in player.sheet.spots if spot.role == "picture"]

    assert said.startswith("Map: Yan'an, Moscow, Minsk, Baotou, Changchun, Tokyo. ")
    assert "areas, from" in said
    assert "The Kwantung Army toward Chita, broad; " in said


# --- the key ---


def test_a_press_opens_the_key_of_the_map(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("g")

    assert "the key of the map" in player.text
    assert "it keeps the sea out" in player.text
    assert player.press("escape").top.name == "situation"


@pytest.mark.parametrize("stage", [Stage.OPENING, Stage.COUNCIL, Stage.DECISION, Stage.RECORD])
def test_the_key_is_at_hand_wherever_the_map_is(harbour: Campaign, stage: Stage) -> None:
    player = seated(harbour, 0, stage).press("g")

    assert "the key of the map" in player.text


def test_every_sign_has_a_picture_in_the_key(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.SITUATION).press("g")
    pictures = [one.svg for one in drawings(player.sheet.marks)]
    rows = mapwords.key(shipped)

    assert len(set(pictures)) == len(pictures) == len(rows)


def test_high_contrast_is_on_the_map_too(harbour: Campaign) -> None:
    plain, stark = (
        chart(seated(harbour, 0, Stage.SITUATION, Settings(contrast=contrast)))
        for contrast in (False, True)
    )

    assert (plain.scene.inks, stark.scene.inks) == (PLAIN, STARK)
