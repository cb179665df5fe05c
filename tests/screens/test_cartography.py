"""The map of any campaign: where it stands upright, how close one may go, what lies on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import PlaceId, ResponseId
from game.playthrough.playthrough import begin
from game.screens.cartography import camera_on, globe_of, layers_of
from game.widgets.map.layers import Layers
from game.window.painting import coasts

WHOLE = (0.0, 0.0, 0.0, 0.0)
ROAD = """\
    cut_by: gangs
  road:
    name: Road
    kind: road
    points:
      - [[3.0, 52.0], [3.1, 52.1]]
    cut_by: crest
"""
"""Nobody works on the dike; the road is cut by a quantity of 280, in eights."""


def layers(campaign: Campaign, *line: str) -> Layers:
    """Return what lies on the map in the last month of a line."""
    made = replace(begin(campaign, chance=False), line=tuple(map(ResponseId, line)))
    return layers_of(campaign, made, campaign.outline.chronicle, truth=False)


def is_inside(x: float, y: float, ring: Sequence[Sequence[float]]) -> bool:
    """Return whether a point lies inside a ring (a ray to the east crosses it an odd time)."""
    legs = zip(ring, [*ring[1:], ring[0]], strict=True)
    crossed = (
        (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a for (a, b), (c, d) in legs
    )
    return sum(crossed) % 2 == 1


def test_a_campaign_that_says_nothing_stands_upright_in_the_middle_of_its_places(
    harbour: Campaign,
) -> None:
    globe = globe_of(harbour)

    assert globe.middle == pytest.approx((4.4, 52.15))
    assert globe.coast == "world"


def test_a_campaign_may_say_where_it_stands_upright(shipped: Campaign) -> None:
    globe = globe_of(shipped)

    assert globe.middle == (88.0, 47.5)
    assert globe.coast == "eurasia"


def test_the_camera_goes_as_close_as_the_theatre_is_wide(
    harbour: Campaign, shipped: Campaign
) -> None:
    town = camera_on(harbour, (PlaceId("town-hall"),), 16 / 9, WHOLE)
    seat = camera_on(shipped, (shipped.outline.home,), 16 / 9, WHOLE)

    assert 30 < town.width < 60
    assert seat.width == pytest.approx(1700)


@pytest.mark.parametrize("name", ["world", "eurasia"])
def test_the_coastlines_that_can_be_chosen_are_there(name: str) -> None:
    land, lakes = coasts(name)

    assert len(list(land)) > 300
    assert len(list(lakes)) == 12


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [
        (-100, 38),
        (6.65, 52.45),
        (109.5, 36.6),
        (36.8, -1.3),
        (133.9, -23.7),
        (-76, -12),
        (-173, 66),
    ],
)
def test_the_worlds_coast_has_land_on_every_continent(longitude: float, latitude: float) -> None:
    land, _ = coasts("world")

    assert sum(is_inside(longitude, latitude, list(ring)) for ring in land) == 1


def test_each_quantity_cuts_its_own_lines(changed: Callable[..., Campaign]) -> None:
    campaign = changed("map.yaml", "    cut_by: damage\n", ROAD)
    cuts = [mark for mark in layers(campaign, "wait", "wait").marks if mark.kind == "cut"]

    assert len(cuts) == 35
    assert all(mark.longitude < 3.2 for mark in cuts)


def test_rivers_borders_and_lakes_can_be_drawn(changed: Callable[..., Campaign]) -> None:
    campaign = changed(
        "map.yaml", "kind: wall", "kind: river", "map.yaml", "kind: base", "kind: water"
    )
    drawn = layers(campaign)

    assert drawn.lines[0].kind == "coast"
    assert (drawn.areas[0].label, drawn.areas[0].tone) == ("The polder", "slate")
