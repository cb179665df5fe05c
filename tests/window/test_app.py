"""The app: a stack of screens."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import begin
from game.screens.captions import STAYS
from game.screens.menus.settings import SettingsScreen
from game.screens.screen import Close, Office, Open, Quit, Reset, Show, Stay, Turn
from game.window.app import App
from game.window.gallery import office_in_memory
from game.window.painting import painter

BRUSH = painter()


@pytest.fixture
def office(harbour: Campaign) -> Office:
    """An office without files."""
    return office_in_memory(harbour)


@pytest.fixture
def app(office: Office) -> App:
    """An app that shows the title."""
    return App([office.title()], office, BRUSH)


# --- the stack of screens ---


def test_a_screen_opens_on_another_and_closes(app: App, office: Office) -> None:
    title, page = app.top, SettingsScreen(office)

    app.carry_out(Open(page))
    opened = app.top
    app.carry_out(Close())

    assert opened is page
    assert app.top is title


def test_a_screen_takes_the_place_of_another(app: App, office: Office) -> None:
    page = SettingsScreen(office)

    app.carry_out(Show(page))

    assert app.stack == [page]


def test_a_reset_leaves_one_screen(app: App, office: Office) -> None:
    app.carry_out(Open(SettingsScreen(office)))
    page = SettingsScreen(office)

    app.carry_out(Reset(page))

    assert app.stack == [page]


def test_staying_changes_nothing(app: App) -> None:
    before = list(app.stack)

    app.carry_out(Stay())

    assert app.stack == before


def test_a_turn_of_the_desk_is_kept_and_shown_alone(
    app: App, office: Office, harbour: Campaign
) -> None:
    kept: list[Desk] = []

    def keep(one: Desk) -> str:
        kept.append(one)
        return ""

    desk = Desk(begin(harbour, chance=False), Stage.COUNCIL)
    office.keep = keep

    app.carry_out(Turn(desk))
    before = list(kept)
    app.settle()
    app.settle()

    assert (before, kept) == ([], [desk])
    assert [screen.name for screen in app.stack] == ["council"]


def test_a_turn_that_cannot_be_kept_says_so_above_the_stage(
    app: App, office: Office, harbour: Campaign
) -> None:
    office.keep = lambda _: "The disk says: full."

    app.carry_out(Turn(Desk(begin(harbour, chance=False), Stage.COUNCIL)))

    assert app.settle()
    assert [screen.name for screen in app.stack] == ["council", "overlay"]


def test_a_turn_is_kept_before_the_next_press_is_answered(
    app: App, office: Office, harbour: Campaign
) -> None:
    kept: list[Desk] = []

    def keep(one: Desk) -> str:
        kept.append(one)
        return ""

    office.keep = keep
    desk = Desk(begin(harbour, chance=False), Stage.COUNCIL)
    app.carry_out(Turn(desk))

    app.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode=""), (1280, 720))

    assert kept == [desk]


@pytest.mark.parametrize("end", [Quit(), None])
def test_nothing_remains_when_the_player_leaves(app: App, end: Quit | None) -> None:
    if end:
        app.carry_out(end)
    else:
        app.handle(pygame.Event(pygame.QUIT), (1280, 720))

    assert app.is_over()


# --- captions ---


@pytest.mark.parametrize(("captions", "seen"), [(True, True), (False, False)])
def test_a_caption_that_goes_while_nothing_moves_is_a_change_if_captions_are_wanted(
    app: App, office: Office, *, captions: bool, seen: bool
) -> None:
    office.settings = Settings(captions=captions)
    office.sound("paper")

    assert app.rest(STAYS) is seen
    assert office.captions.line == ""
