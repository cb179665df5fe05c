"""What the keys do wherever one is."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.everywhere import NO_CAMPAIGN, NO_SAVE
from game.screens.menus.encyclopaedia import EncyclopaediaScreen
from game.screens.menus.settings import SettingsScreen
from game.screens.notice import STAYS
from game.widgets.sheet import Chart, Fill
from game.window.gallery import MemoryShelf
from tests.screens.player import Player, chart, office, seated

STAGES = list(Stage)
LARGE = Settings(text=250)


def names(player: Player) -> list[str]:
    """Return what lies on one another."""
    return [one.name for one in player.app.stack]


# --- pages ---


@pytest.mark.parametrize("key", ["return", "space"])
@pytest.mark.parametrize("page", ["f1", "?"])
def test_a_paper_that_can_only_be_closed_is_closed_with_what_leads_on(
    harbour: Campaign, page: str, key: str
) -> None:
    """Its one button stands out in red, and nobody looks for another key."""
    player = seated(harbour, 0, Stage.RECORD).press(page)
    assert names(player) == ["record", player.top.name]

    player.press(key)

    assert names(player) == ["record"]


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("f1", "help"),
        ("e", "encyclopaedia"),
        ("shift+a", "accessibility"),
        ("f10", "pause"),
    ],
)
@pytest.mark.parametrize("stage", STAGES)
def test_a_page_opens_at_every_stage_and_the_same_key_closes_it(
    harbour: Campaign, stage: Stage, key: str, page: str
) -> None:
    player = seated(harbour, 1, stage)
    before = names(player)

    opened = names(player.press(key))
    closed = names(player.press(key))

    assert opened == [*before, page]
    assert closed == before


@pytest.mark.parametrize(
    ("key", "page"), [("f1", "help"), ("e", "encyclopaedia"), ("shift+a", "accessibility")]
)
def test_a_page_opens_on_another_page(harbour: Campaign, key: str, page: str) -> None:
    at = office(harbour)

    assert Player(at, SettingsScreen(at)).press(key).top.name == page


def test_a_page_that_is_open_below_is_gone_back_to(player: Player) -> None:
    player.press("e", "f1", "e")

    assert names(player) == ["title", "encyclopaedia"]


def test_the_menu_needs_a_campaign(player: Player) -> None:
    assert names(player.press("f10")) == ["title"]


def test_help_names_every_key_as_it_is_set(harbour: Campaign) -> None:
    text = seated(harbour, 0, Stage.SITUATION).press("f1").text

    assert "enter, space; pad a: go on, or press what has the focus." in text
    assert "page up, wheel up; pad lb: a page up" in text


def test_help_is_in_the_menu(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("escape")

    assert player.click("help").top.name == "help"


def test_the_game_is_left_from_everywhere(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "ctrl+q")

    assert player.app.is_over()


def test_full_screen_is_a_setting(player: Player) -> None:
    assert player.press("f").office.settings.fullscreen
    assert not player.press("alt+return").office.settings.fullscreen


# --- saves ---


def test_a_quick_save_is_written_and_told(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).press("f5")

    assert "saved as save-1." in player.text
    assert player.office.shelf.rows()[0].desk.stage is Stage.COUNCIL


def test_a_quick_load_takes_up_the_newest_save_of_ones_own(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).press("f5", "return", "f9")

    assert player.top.name == "council"


def test_an_autosave_is_not_quickly_loaded(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).press("f5")
    row = player.office.shelf.rows()[0]
    player.office.shelf = MemoryShelf((type(row)("auto", "", "", True, row.desk, ()),))

    assert NO_SAVE.casefold() in player.press("return", "f9").text


def test_without_a_campaign_nothing_is_saved(player: Player) -> None:
    assert NO_CAMPAIGN.casefold() in player.press("f5").text
    assert player.office.shelf.rows() == ()


# --- notices ---


def test_a_notice_goes_by_itself(player: Player) -> None:
    player.press("f9")
    still_there = player.wait(STAYS - 0.5).text

    player.wait(1)

    assert NO_SAVE.casefold() in still_there
    assert NO_SAVE.casefold() not in player.text


def test_a_notice_goes_also_while_nothing_moves(player: Player) -> None:
    player.press("f9")

    still_there = player.app.rest(0.1)
    gone = player.app.rest(STAYS)

    assert (still_there, gone) == (False, True)
    assert not player.app.rest(STAYS)


def test_a_notice_is_read_out_and_cannot_be_pressed(player: Player) -> None:
    player.press("f9")

    assert player.sheet.spots[-1].role == "notice"
    assert player.sheet.spots[-1].label == NO_SAVE
    assert NO_SAVE not in player.names


# --- pictures ---


def test_a_picture_is_kept_of_what_is_seen_without_the_notice_about_it(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).wait(3)
    kept: list[pygame.Surface] = []

    def keep(surface: pygame.Surface) -> str:
        kept.append(surface)
        return "Picture kept: here"

    player.office.picture = keep
    player.press("s", "s")

    assert [one.get_size() for one in kept] == [(1280, 720)] * 2
    assert pygame.image.tobytes(kept[0], "RGB") == pygame.image.tobytes(kept[1], "RGB")
    assert "picture kept: here" in player.text


# --- the map alone ---


@pytest.mark.parametrize("stage", [one for one in STAGES if one is not Stage.CHRONICLE])
def test_the_words_are_hidden_and_the_map_fills_the_window(harbour: Campaign, stage: Stage) -> None:
    player = seated(harbour, 0, stage).press("h")

    assert [type(one) for one in player.sheet.marks] == [Chart]
    assert chart(player).rect[2:] == (1280, 720)
    assert player.names == []


@pytest.mark.parametrize("key", ["h", "return", "escape", "1"])
def test_any_key_only_brings_the_words_back(harbour: Campaign, key: str) -> None:
    player = seated(harbour, 0, Stage.COUNCIL)
    before = player.sheet

    player.press("h", key)

    assert player.sheet == before


def test_a_click_only_brings_the_words_back(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)
    point = player._point("next")
    player.press("h")

    player.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=point, button=1))

    assert player.top.name == "situation"
    assert "next" in player.names


def test_the_middle_button_hides_the_words(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)

    player.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(9, 9), button=2))

    assert player.names == []


def test_a_page_without_a_picture_says_so(harbour: Campaign) -> None:
    at = office(harbour)

    assert "no picture behind this page" in Player(at, SettingsScreen(at)).press("h").text


# --- more about a thing ---


def test_more_about_a_person_is_in_the_encyclopaedia(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.COUNCIL).tab_to("voice:0").press("?")
    screen = player.top

    assert isinstance(screen, EncyclopaediaScreen)
    assert screen.entry is not None
    assert screen.entry.person == shipped.scenarios[0].council.speeches[0].id


def test_more_about_what_has_no_entry_is_what_a_reader_hears(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).press("1").tab_to("ask:how-long").press("i")

    assert player.top.name == "overlay"
    assert "it is: asked." in player.text
    assert player.press("escape").top.name == "council"


def test_more_without_a_focus_says_what_to_do(harbour: Campaign) -> None:
    assert "nothing has the focus yet" in seated(harbour, 0, Stage.COUNCIL).press("?").text


# --- the wheel and the pages ---


def test_the_wheel_at_the_end_of_the_text_under_the_mouse_stops(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD, LARGE)
    part = next(one for one in player.sheet.scrolls if one.most)
    player.app.inputs.clock = lambda: 0
    at = part.rect.x + 9, part.rect.y + 9

    player.scroll(-1, at).scroll(3, at).scroll(3, at)

    assert player.top.name == "record"


def test_a_wheel_that_rolls_sideways_does_nothing(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)
    before = player.sheet

    player.scroll(0)

    assert player.sheet == before


def test_the_stage_below_is_dimmed_also_under_a_page_opened_by_its_key(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("f1")

    assert any(isinstance(one, Fill) and one.alpha == 205 for one in player.sheet.marks)
