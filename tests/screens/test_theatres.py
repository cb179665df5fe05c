"""While months pass there are two maps: the theatre close by, and the one it leaves out."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import PlaceId
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.playthrough.theatre import places_near
from game.screens.flight import Start
from game.screens.flow import screen_for
from game.screens.stages.theatres import LEAST
from game.widgets.map.ground import Ground
from game.widgets.sheet import Chart
from game.window.gallery import desk_at
from game.window.painting import painter
from tests.screens.player import Player, office, seated

MOST_SLICES = 500
"""More than both maps take, if no work is done twice."""


def charts(player: Player) -> list[Chart]:
    """Return the maps on the screen, the one that tells what moves first."""
    return [mark for mark in player.sheet.marks if isinstance(mark, Chart)]


def in_months(campaign: Campaign, come_from: Start = ()) -> Player:
    """Return a player before whom months pass, with a painter that has painted nothing."""
    at, desk = office(campaign), desk_at(campaign, 0, Stage.CONSEQUENCES)
    return Player(at, screen_for(at, desk, come_from), brush=painter())


def told(player: Player) -> list[str]:
    """Return what is read out for the maps."""
    return [spot.label for spot in player.sheet.spots if spot.role == "picture"]


def test_while_months_pass_the_other_theatre_is_seen_beside(shipped: Campaign) -> None:
    near, far = charts(seated(shipped, 0, Stage.CONSEQUENCES))

    assert far.rect.right < near.rect.x
    assert far.rect.w < near.rect.w / 2
    assert far.rect.h == near.rect.h


@pytest.mark.parametrize(
    "stage", [Stage.SITUATION, Stage.TELEGRAM, Stage.COUNCIL, Stage.DECISION, Stage.RECORD]
)
def test_every_other_stage_has_one_map(shipped: Campaign, stage: Stage) -> None:
    assert len(charts(seated(shipped, 0, stage))) == 1


def test_a_telegram_without_a_second_theatre_has_one_map(harbour: Campaign) -> None:
    assert len(charts(seated(harbour, 0, Stage.CONSEQUENCES))) == 1


def test_a_map_too_narrow_for_two_shows_the_near_theatre_alone(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.CONSEQUENCES, Settings(text=200))

    (near,) = charts(player)

    assert near.rect.w < LEAST * player.sheet.size[1] / 720


def test_only_the_near_map_tells_what_moves(shipped: Campaign) -> None:
    near, far = told(seated(shipped, 0, Stage.CONSEQUENCES))

    assert near.startswith("Map: Yan'an, Baotou, Changchun, Nanjing. The front passes near: ")
    assert far == "Second map: Leningrad, Moscow, Stalingrad, Minsk."


def test_the_front_is_told_by_the_places_it_passes_from_end_to_end(shipped: Campaign) -> None:
    near, _ = told(seated(shipped, 3, Stage.CONSEQUENCES))
    front = near.partition("The front passes near: ")[2].partition(".")[0].split(", ")

    assert front.index("Rzhev") < front.index("Voronezh") < front.index("Stalingrad")


def test_without_places_near_the_camera_stays(shipped: Campaign) -> None:
    one = shipped.scenarios[0]

    assert places_near(replace(one, near=())) == one.view
    assert places_near(replace(one, near=(PlaceId("yanan"),))) == ("yanan",)


def test_the_words_hidden_the_near_theatre_fills_the_window(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.CONSEQUENCES).press("h")

    (near,) = charts(player)

    assert (near.rect.w, near.rect.h) == player.sheet.size


def test_while_the_camera_flies_both_maps_become_ready_and_stay_so(shipped: Campaign) -> None:
    player = in_months(shipped, shipped.scenarios[0].view)
    brush, sheet = player.app.canvas.painter, player.sheet
    slices = next(count for count in range(MOST_SLICES) if brush.prepare(sheet))

    assert slices
    assert brush.is_ready(sheet)
    player.wait(0.1)
    assert brush.is_ready(player.sheet)


def test_while_months_pass_no_ground_is_drawn_anew(
    shipped: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = in_months(shipped)
    surface = pygame.Surface((1280, 720))
    player.app.draw(surface)
    monkeypatch.delattr(Ground, "drawn")

    drawn = 0
    for _ in range(120):
        player.app.update(1 / 60)
        drawn += player.app.draw(surface) is not None

    assert drawn
