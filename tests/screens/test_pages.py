"""The pages beside the stages: title, opening, menu, settings, encyclopaedia."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.cast import Person
from game.files.settings import CHANNELS, CHOICES, PLACE, STEPS, SWITCHES, TEXT_SIZES, Settings
from game.playthrough.desk import Stage
from game.screens.menus.encyclopaedia import EncyclopaediaScreen
from game.screens.menus.settings import PAGES, SettingsScreen
from game.screens.menus.title import tape
from game.screens.stages.foresight import ForesightScreen
from game.screens.stages.opening import OpeningScreen
from game.screens.woodcut import forms, woodcut
from game.widgets.sheet import Fill
from tests.screens.player import Player, office, seated, written


def settings(campaign: Campaign, given: Settings | None = None) -> Player:
    """Return a player at the settings."""
    at = office(campaign, given)
    return Player(at, SettingsScreen(at))


def book(campaign: Campaign, entry: str = "") -> Player:
    """Return a player with the encyclopaedia open."""
    at = office(campaign)
    return Player(at, EncyclopaediaScreen(at, entry))


# --- the title ---


@pytest.mark.parametrize(("spot", "screen"), [("notebook", "encyclopaedia"), ("settings",) * 2])
def test_the_title_opens_a_page_and_the_page_closes(player: Player, spot: str, screen: str) -> None:
    player.click(spot)
    opened = player.top.name

    player.press("escape")

    assert opened == screen
    assert player.top.name == "title"


def test_the_title_leads_out(player: Player) -> None:
    assert player.click("quit").app.is_over()


def test_the_tape_names_who_asks_and_who_is_asked(
    shipped: Campaign, harbour: Campaign, changed: Callable[..., Campaign]
) -> None:
    asked = changed("campaign.yaml", "home: town-hall", "home: town-hall\nasker: the ministry")

    assert "MOSCOW — YAN'AN    STOP    1/6" in tape(shipped)
    assert "    TOWN HALL    STOP    1/2" in tape(harbour)
    assert "THE MINISTRY — TOWN HALL" in tape(asked)


def test_a_new_campaign_begins_with_the_opening(player: Player) -> None:
    assert player.press("return").top.name == "opening"


# --- the opening ---


def test_the_opening_turns_its_pages_both_ways(shipped: Campaign) -> None:
    player = Player(office(shipped)).press("return", "return", "return", "backspace")

    assert isinstance(player.top, OpeningScreen)
    assert player.top.page == 1
    assert str(shipped.outline.opening[1].title).casefold() in player.text


def test_the_opening_can_be_skipped(shipped: Campaign) -> None:
    assert Player(office(shipped)).press("return", "k").top.name == "situation"


def test_the_content_note_stands_on_the_first_page(harbour: Campaign) -> None:
    assert "a town may drown in this game." in Player(office(harbour)).press("return").text


@pytest.mark.parametrize(("key", "screen"), [("escape", "pause"), ("e", "encyclopaedia")])
def test_menu_and_encyclopaedia_open_from_the_opening(
    player: Player, key: str, screen: str
) -> None:
    assert player.press("return", key).top.name == screen


# --- the menu ---


def test_where_the_words_of_the_menu_stand_nothing_shines_through(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("escape")
    night = player.app.look(player.size).palette.night
    fills = [one for one in player.sheet.marks if isinstance(one, Fill) and one.alpha < 255]
    veils = [one for one in fills if one.color == night]
    dark = veils[-1].rect
    words = [spot.rect for spot in player.sheet.spots if spot.within and spot.enabled]

    assert veils[-1].alpha > veils[-2].alpha
    assert len(words) > 8
    assert all(dark.common(rect) == rect for rect in words)


@pytest.mark.parametrize(
    ("spot", "screen"),
    [
        ("load", "shelf"),
        ("notebook", "encyclopaedia"),
        ("settings", "settings"),
        ("title", "title"),
        ("close", "situation"),
    ],
)
def test_the_menu_leads_where_it_says(harbour: Campaign, spot: str, screen: str) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("escape").click(spot)

    assert player.top.name == screen


def test_the_menu_leads_out(harbour: Campaign) -> None:
    assert seated(harbour, 0, Stage.SITUATION).press("escape").click("quit").app.is_over()


def test_the_stage_is_seen_dimly_under_the_menu(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)
    beneath = player.sheet.marks

    player.press("escape")

    assert player.sheet.marks[: len(beneath)] == beneath


def test_what_lies_under_the_menu_cannot_be_pressed(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("escape")

    assert "slip:whale" not in player.names


# --- the settings ---


def test_larger_text_is_seen_at_once(harbour: Campaign) -> None:
    player = settings(harbour)
    before = max(ink.px for ink in written(player.sheet.marks))

    player.click("more:text")

    assert player.office.settings.text == 115
    assert max(ink.px for ink in written(player.sheet.marks)) > before


def test_text_size_stops_at_both_ends(harbour: Campaign) -> None:
    largest = settings(harbour, Settings(text=TEXT_SIZES[-1])).click("more:text")
    smallest = settings(harbour, Settings(text=TEXT_SIZES[0])).click("less:text")

    assert largest.office.settings.text == 250
    assert smallest.office.settings.text == 75


def test_sound_can_be_turned_off(harbour: Campaign) -> None:
    player = settings(harbour, Settings(volume=10)).click("page:Hearing").click("less:volume")

    assert player.office.settings.volume == 0
    assert player.spot("more:volume").state == "off"


def test_every_setting_stands_on_one_page() -> None:
    """The window's size is set by dragging it, and the keys have a page of their own."""
    shown = [row.name for rows in PAGES.values() for row in rows]

    assert sorted(shown) == sorted({one.name for one in fields(Settings)} - {*PLACE, "keys"})


def test_a_number_turns_to_a_page(harbour: Campaign) -> None:
    player = settings(harbour).press("2")

    assert player.spot("page:Hearing").state == "open"
    assert "more:captions" in player.names
    assert "more:text" not in player.names


@pytest.mark.parametrize("name", CHANNELS)
def test_each_channel_has_a_volume_of_its_own(harbour: Campaign, name: str) -> None:
    before = Settings()
    player = settings(harbour, before).press("2").tab_to(f"less:{name}").press("return")

    changed = {
        one.name
        for one in fields(Settings)
        if getattr(player.office.settings, one.name) != getattr(before, one.name)
    }

    assert changed == {name}
    assert getattr(player.office.settings, name) == getattr(before, name) - 10


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720)])
@pytest.mark.parametrize("text", [100, 200])
def test_every_button_of_the_last_setting_is_seen_when_the_focus_is_on_it(
    harbour: Campaign, size: tuple[int, int], text: int
) -> None:
    player = settings(harbour, Settings(text=text)).resize(*size).press("2")

    player.tab_to("more:captions")

    spot = player.spot("more:captions")
    part = next(one for one in player.sheet.scrolls if one.name == spot.scroll)
    assert spot.rect.common(part.rect) == spot.rect


@pytest.mark.parametrize("name", [*STEPS, *CHOICES])
def test_every_value_on_offer_is_reached_and_the_ends_hold(harbour: Campaign, name: str) -> None:
    player, steps = settings(harbour), STEPS.get(name) or CHOICES[name]
    player.click(f"page:{page_of(name)}").tab_to(f"less:{name}").press(*["return"] * len(steps))
    low = getattr(player.office.settings, name)

    player.tab_to(f"more:{name}")
    met = [getattr(player.press("return").office.settings, name) for _ in steps]

    assert low == steps[0]
    assert met == [*steps[1:], steps[-1]]


def page_of(name: str) -> str:
    """Return the page a setting stands on."""
    return next(page for page, rows in PAGES.items() if name in {row.name for row in rows})


def test_speed_and_face_are_told_in_words(harbour: Campaign) -> None:
    given = Settings(speed=1000, face="dyslexia")

    player = settings(harbour, given)
    face = player.spot("more:face").state
    speed = player.click("page:Pace").spot("more:speed").state

    assert (face, speed) == ("dyslexia", "at once")


@pytest.mark.parametrize("name", SWITCHES)
def test_a_switch_goes_over_and_back(harbour: Campaign, name: str) -> None:
    player = settings(harbour).click(f"page:{page_of(name)}")
    first = getattr(player.office.settings, name)

    over = getattr(player.click(f"more:{name}").office.settings, name)
    back = getattr(player.click(f"less:{name}").office.settings, name)

    assert over is not first
    assert back is first


def test_high_contrast_is_seen_at_once(harbour: Campaign) -> None:
    player = settings(harbour)
    before = {ink.color for ink in written(player.sheet.marks)}

    player.click("more:contrast")

    assert {ink.color for ink in written(player.sheet.marks)} != before


def test_settings_go_back_to_the_first_ones_but_the_window_keeps_its_size(
    harbour: Campaign,
) -> None:
    given = Settings(
        text=200, volume=0, motion=False, contrast=True, width=1600, height=900, left=5
    )

    player = settings(harbour, given).press("d")

    assert player.office.settings == Settings(width=1600, height=900, left=5)


def test_settings_are_changed_with_keys(harbour: Campaign) -> None:
    player = settings(harbour).tab_to("more:text").press("return", "return")

    assert player.office.settings.text == 130


# --- the encyclopaedia ---


def test_an_entry_is_read_with_its_evidence(harbour: Campaign) -> None:
    player = book(harbour, "dike")

    assert "a wall of earth between the town and the sea." in player.text
    assert "it was begun in 1640." in player.text
    assert "invented" in player.text


def test_a_link_leads_to_another_entry(harbour: Campaign) -> None:
    player = book(harbour, "dike").click("also:mayor")

    assert "the mayor." in player.text
    assert "born 1851" in player.text


def test_a_number_turns_to_a_shelf(harbour: Campaign) -> None:
    player = book(harbour, "dike").press("1")

    assert "entry:mayor" in player.names
    assert "entry:dike" not in player.names


def test_a_shelf_without_entries_says_so(harbour: Campaign) -> None:
    player = book(harbour).press("3")

    assert not [name for name in player.names if name.startswith("entry:")]
    assert "nothing stands on this shelf." in player.text


def test_an_entry_is_chosen_from_the_list(shipped: Campaign) -> None:
    player = book(shipped)
    other = next(name for name in player.names[8:] if name.startswith("entry:"))

    player.click(other)

    assert isinstance(player.top, EncyclopaediaScreen)
    assert player.top.entry is not None
    assert f"entry:{player.top.entry.id}" == other


def test_the_encyclopaedia_opens_on_the_map_and_gives_it_back(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "e", "escape")

    assert player.top.name == "decision"
    assert player.spot("card:wait").state == "chosen"


# --- reading order ---


@pytest.mark.parametrize("page", ["shelf", "settings"])
def test_tab_reaches_what_a_page_is_about_before_its_way_out(harbour: Campaign, page: str) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("escape")
    player.office.shelf.write(player.desk)

    player.click("load" if page == "shelf" else page).press("tab")

    assert player.top.hand.focus not in ("close", "defaults")


def test_tab_reaches_the_answers_to_an_estimate_first(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "tab")

    assert isinstance(player.top, ForesightScreen)
    assert player.top.hand.focus == "answer:0"


# --- woodcuts ---


def test_a_form_that_nobody_can_cut_is_left_out(harbour: Campaign) -> None:
    person: Person = harbour.cast[0]
    plain = replace(person, portrait={"coat": "tunic"})
    strange = replace(person, portrait={"coat": "tunic", "hair": "beehive", "wings": "two"})

    assert woodcut(strange) == woodcut(plain)


def test_every_form_of_the_shipped_cast_can_be_cut(shipped: Campaign) -> None:
    asked = {pair for person in shipped.cast for pair in person.portrait.items()}

    assert asked <= {(part, form) for part, all_of_it in forms().items() for form in all_of_it}
