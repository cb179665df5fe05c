"""The camera flies from where it is, comes down when told to, and the key names what it shows."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.campaign.geography import Sign
from game.campaign.words import PlaceId
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.flight import DEEPEST, Broken, Flight, flight_to
from game.screens.frame import areas
from game.screens.mapkey import SAMPLES, key_of_the_map
from game.screens.styles import look_of
from game.widgets.map.camera import Camera
from game.widgets.map.paint import EARLY, WINDOWS
from tests.screens.player import PAINTER, Player, chart, office, seated

HERE, THERE, BEYOND = ((PlaceId(one),) for one in ("here", "there", "beyond"))
SPOTS: dict[tuple[PlaceId, ...], float] = {HERE: 0.0, THERE: 1000.0, BEYOND: 5000.0}


def cameras(places: tuple[PlaceId, ...]) -> Camera:
    """Return a camera on one of three spots in a row."""
    return Camera(SPOTS[places], 0.0, 500.0)


def test_a_flight_to_where_the_camera_is_takes_no_time() -> None:
    assert not flight_to(HERE, HERE, cameras).update(0.1)
    assert not flight_to((), HERE, cameras).update(0.1)


def test_a_longer_way_takes_longer() -> None:
    near, far = (flight_to(HERE, goal, cameras) for goal in (THERE, BEYOND))

    assert near.seconds < far.seconds


def test_a_flight_ends_at_its_goal() -> None:
    flight = flight_to(HERE, THERE, cameras)
    while flight.update(0.1):
        pass

    assert flight.camera(cameras) == cameras(THERE)
    assert flight.broken() == THERE


def test_a_flight_broken_off_goes_on_from_where_it_is() -> None:
    first = flight_to(HERE, THERE, cameras)
    first.update(first.seconds / 2)

    second = flight_to(first.broken(), BEYOND, cameras)

    assert second.camera(cameras) == first.camera(cameras)


def test_of_many_flights_broken_off_only_the_last_are_remembered() -> None:
    flight = Flight(HERE, THERE, share=0.5)
    for _ in range(DEEPEST + 3):
        flight = Flight(flight.broken(), BEYOND, share=0.5)

    assert isinstance(flight.start, Broken)
    assert flight.start.depth <= DEEPEST


def test_a_key_that_does_nothing_brings_the_camera_down(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.SITUATION)
    screen = player.press("tab").top
    assert hasattr(screen, "flight")
    screen.flight = Flight((shipped.outline.home,), screen.flight.goal)
    assert chart(player).goal is not None

    player.press("z")

    assert chart(player).goal is None


def test_a_click_beside_everything_brings_the_camera_down(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.SITUATION).press("tab", "tab").wait(0.1)
    flies = chart(player).goal is not None

    player.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 300), button=1))

    assert flies
    assert chart(player).goal is None


def test_a_key_that_does_something_lets_the_camera_fly_on(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.SITUATION)
    screen = player.top
    assert hasattr(screen, "flight")
    screen.flight = Flight((shipped.outline.home,), screen.flight.goal)

    player.press("g", "escape")

    assert chart(player).goal is not None


def test_a_page_turned_in_flight_begins_a_flight_of_its_own(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.OPENING)
    first = chart(player)

    player.press("return").wait(0.1)

    assert chart(player).goal not in (None, first.goal)
    assert chart(player).goal != chart(player).scene


# --- the key of the map ---


@pytest.mark.parametrize("stage", [Stage.OPENING, Stage.SITUATION, Stage.DECISION, Stage.RECORD])
def test_the_key_of_the_map_opens_and_closes(harbour: Campaign, stage: Stage) -> None:
    player = seated(harbour, 0, stage).press("g")
    opened = player.text

    player.press("escape")

    assert "the key of the map" in opened
    assert "it keeps the sea out" in opened
    assert "the key of the map" not in player.text


def test_the_key_that_opens_the_key_of_the_map_also_closes_it(harbour: Campaign) -> None:
    player = Player(office(harbour)).press("g")
    opened = player.top.name

    player.press("g")

    assert (opened, player.top.name) == ("key", "title")


def test_every_sign_is_drawn_in_the_key() -> None:
    assert set(SAMPLES) == set(Sign)


def test_the_key_is_printed_as_the_map_is(harbour: Campaign) -> None:
    plain, stark = (
        [mark for mark in Player(at, key_of_the_map(at)).sheet.marks if "svg" in repr(mark)]
        for at in (office(harbour), office(harbour, Settings(contrast=True)))
    )

    assert plain
    assert plain != stark


@pytest.mark.parametrize(
    "size", [(1024, 640), (1024, 768), (1280, 800), (1920, 1080), (1920, 1200), (3840, 2160)]
)
@pytest.mark.parametrize("text", [75, 100, 150])
def test_in_a_window_of_any_usual_shape_there_is_room_to_fly_early(
    size: tuple[int, int], text: int
) -> None:
    place = areas(look_of(Settings(text=text), PAINTER.fonts, size)).map

    assert EARLY * place.w * place.h <= WINDOWS * size[0] * size[1]
