"""Keys, mouse and wheel: the same way on every screen."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.bindings import spot_at, step
from game.screens.menus.encyclopaedia import EncyclopaediaScreen
from game.screens.menus.settings import SettingsScreen
from game.widgets.geometry import Rect
from game.widgets.sheet import Edge, Hand, Scroll, Sheet, Spot
from game.window.gallery import office_in_memory
from tests.screens.beside import at_chronicle
from tests.screens.player import Player, seated, seen

LARGE = Settings(text=250)
WHOLE = Rect(0, 0, 1024, 640)
STAGES = [one for one in Stage if one not in (Stage.OPENING, Stage.CHRONICLE)]


def part(player: Player, name: str) -> Scroll:
    """Return a scrolled part."""
    return next(one for one in player.sheet.scrolls if one.name == name)


def offset(player: Player, name: str) -> int:
    """Return how far a part is scrolled."""
    return player.top.hand.offsets.get(name, 0)


def test_tab_goes_once_round_everything_that_can_be_pressed(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1")
    names = list(dict.fromkeys(player.names))
    assert len(names) < len(player.names)

    visited = [player.press("tab").top.hand.focus for _ in range(len(names) + 1)]

    assert sorted(visited[:-1]) == sorted(names)
    assert visited[-1] == visited[0]


@pytest.mark.parametrize(
    ("stage", "before", "first"),
    [
        (Stage.COUNCIL, (), "voice:0"),
        (Stage.DECISION, (), "card:wait"),
        (Stage.CONSEQUENCES, ("return", "return"), "why:dike"),
        (Stage.RECORD, (), "sources"),
    ],
)
def test_tab_begins_with_what_a_stage_is_about(
    harbour: Campaign, stage: Stage, before: tuple[str, ...], first: str
) -> None:
    """The line of keys says so; the ways back at the top of the window come last."""
    player = seated(harbour, 0, stage).press(*before)

    assert player.press("tab").top.hand.focus == first


def test_tab_goes_along_buttons_as_they_stand(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES).press("p")

    assert [player.press("tab").top.hand.focus for _ in range(3)] == ["pause", "step", "skip"]


def test_the_stages_one_can_turn_to_come_as_they_stand(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION)
    stages = [name for name in player.names if name.startswith("stage:")]

    assert stages[:3] == ["stage:situation", "stage:telegram", "stage:council"]


def test_shift_tab_goes_the_other_way(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).press("tab", "tab", "shift+tab")

    assert player.top.hand.focus == "voice:0"


def test_left_from_nothing_goes_to_the_last(player: Player) -> None:
    assert player.press("left").top.hand.focus == player.names[-1]


def test_right_and_down_move_the_focus_where_nothing_scrolls(player: Player) -> None:
    player.press("right", "down")

    assert player.top.hand.focus == player.names[1]


def test_down_leads_on_from_what_is_lit_at_first(player: Player) -> None:
    """Enter presses the first row already; who wants the second must not press twice."""
    assert player.press("down").top.hand.focus == player.names[1]


def test_up_leads_from_what_is_lit_at_first_to_the_last(player: Player) -> None:
    assert player.press("up").top.hand.focus == player.names[-1]


def test_down_begins_with_the_first_where_none_is_lit(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL)

    assert player.press("down").top.hand.focus == "voice:0"


def test_down_goes_from_setting_to_setting_also_where_they_scroll(harbour: Campaign) -> None:
    """The line of keys says that the arrows move, and they do so down to the last row."""
    at = office_in_memory(harbour)
    player = Player(at, SettingsScreen(at), size=(1024, 640)).tab_to("more:text")

    rows = [player.press("down").top.hand.focus for _ in range(2)]

    assert rows == ["more:spacing", "more:face"]
    assert player.press("up", "left").top.hand.focus == "less:spacing"


def test_down_goes_from_entry_to_entry_and_shows_them(shipped: Campaign) -> None:
    at = office_in_memory(shipped)
    player = Player(at, EncyclopaediaScreen(at))
    entries = [name for name in player.names if name.startswith("entry:")]
    player.tab_to(entries[0])

    gone = [player.press("down").top.hand.focus for _ in entries[1:]]

    assert gone == entries[1:]
    assert player.spot(gone[-1]).rect.bottom <= part(player, "list-person").rect.bottom


def test_down_goes_from_row_to_row_of_a_menu_that_scrolls(harbour: Campaign) -> None:
    """Letters of 250 % must not turn a menu into a page."""
    player = Player(office_in_memory(harbour, LARGE), size=(1024, 640))
    assert max(one.most for one in player.sheet.scrolls) > 0

    assert player.press("down").top.hand.focus == player.names[1]


def test_down_goes_from_a_card_to_the_one_below_it_also_if_one_is_raised(
    shipped: Campaign,
) -> None:
    """Three stand side by side in a window of this size."""
    player = seated(shipped, 0, Stage.DECISION, LARGE).resize(1024, 640)
    cards = [name for name in player.names if name.startswith("card:")]
    beside = [name for name in cards if player.spot(name).rect.y == player.spot(cards[0]).rect.y]
    player.press("2").tab_to(cards[0])

    gone = [player.press("down").top.hand.focus for _ in range(9)]

    assert next(one for one in gone if one != cards[0]) == cards[len(beside)]


def test_where_lines_side_by_side_scroll_the_line_of_keys_says_so(shipped: Campaign) -> None:
    player = at_chronicle(shipped).press("shift+d")
    assert player.sheet.scrolls[0].most > 0

    assert "up down scroll" in player.foot.casefold()
    assert "arrows move" not in player.foot.casefold()


def test_down_first_shows_the_rest_of_a_row_that_is_taller_than_its_part(
    shipped: Campaign,
) -> None:
    player = seated(shipped, 0, Stage.DECISION, LARGE).resize(1024, 640).press("tab")
    focus = player.top.hand.focus
    card = player.spot(focus).rect
    assert card.bottom > part(player, "cards").rect.bottom

    player.press("down")

    assert player.top.hand.focus == focus
    assert player.spot(focus).rect.y < card.y


def test_coming_up_to_a_setting_shows_its_words_above_its_buttons(harbour: Campaign) -> None:
    at = office_in_memory(harbour, LARGE)
    player = Player(at, SettingsScreen(at), size=(1024, 640)).tab_to("more:contrast")

    player.press("up", "up", "up")

    assert player.top.hand.focus == "more:spacing"
    words = [one for one in seen(player.sheet.marks, WHOLE) if one[0].text == "Line spacing"]
    assert [ink for ink, clip in words if ink.rect.y >= clip.y]


def test_the_focus_has_a_ring(player: Player) -> None:
    player.press("tab")
    gold = player.app.look(player.size).palette.gold

    assert [mark for mark in player.sheet.marks if isinstance(mark, Edge)] == []
    assert [mark for mark in rings(player) if mark.color == gold]


def rings(player: Player) -> list[Edge]:
    """Return the frames inside scrolled parts."""
    return [
        one
        for mark in player.sheet.marks
        for one in getattr(mark, "marks", ())
        if isinstance(one, Edge)
    ]


@pytest.mark.parametrize("key", ["return", "kp_enter", "space"])
def test_enter_and_space_press_what_has_the_focus(player: Player, key: str) -> None:
    assert player.tab_to("settings").press(key).top.name == "settings"


def test_enter_without_a_focus_presses_the_red_button(harbour: Campaign) -> None:
    assert seated(harbour, 0, Stage.SITUATION).press("return").top.name == "telegram"


def test_a_key_of_the_number_pad_is_as_good_as_a_number(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).press("kp_2")

    assert player.desk.noted.asked == ("how-sure",)


@pytest.mark.parametrize("stage", STAGES)
def test_escape_opens_the_menu_on_every_stage(harbour: Campaign, stage: Stage) -> None:
    player = seated(harbour, 0, stage).press("escape")

    assert player.top.name == "pause"
    assert player.press("escape").desk.stage is stage


@pytest.mark.parametrize("stage", STAGES)
def test_the_right_button_opens_the_menu_on_every_stage(harbour: Campaign, stage: Stage) -> None:
    player = seated(harbour, 0, stage)

    player.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(300, 300), button=3))

    assert player.top.name == "pause"


@pytest.mark.parametrize("stage", STAGES)
def test_the_menu_and_the_encyclopaedia_are_clicked_in_the_line_of_keys(
    harbour: Campaign, stage: Stage
) -> None:
    assert seated(harbour, 0, stage).click("menu").top.name == "pause"
    assert seated(harbour, 0, stage).click("notebook").top.name == "encyclopaedia"


def test_a_click_beside_everything_does_nothing(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)

    player.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(300, 300), button=1))

    assert player.top.name == "situation"


def test_what_is_scrolled_out_of_sight_cannot_be_clicked(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.SITUATION, LARGE).resize(1024, 640)
    hidden = player.spot(last_slip(shipped)).rect

    assert hidden.y > part(player, "slips").rect.bottom
    assert spot_at(player.sheet, (hidden.x + 5, hidden.y + 5)) is None


def test_the_wheel_scrolls_the_part_under_the_mouse(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.COUNCIL, LARGE).resize(1024, 640)
    spoken, questions = player.sheet.scrolls

    player.scroll(-1, (questions.rect.x + 5, questions.rect.y + 5))

    assert offset(player, questions.name) > 0
    assert offset(player, spoken.name) == 0


def test_the_wheel_stops_at_both_ends(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD, LARGE)

    low = offset(player.scroll(-500), "record")
    high = offset(player.scroll(900), "record")

    assert (low, high) == (part(player, "record").most, 0)


def test_a_turn_of_the_wheel_goes_as_far_in_every_window(harbour: Campaign) -> None:
    small = seated(harbour, 0, Stage.RECORD, LARGE).scroll(-1)
    large = seated(harbour, 0, Stage.RECORD, LARGE).resize(3840, 2160).scroll(-1)

    assert offset(large, "record") == 3 * offset(small, "record")


def test_arrows_and_pages_scroll(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD, LARGE)

    line = offset(player.press("down"), "record")
    page = offset(player.press("pagedown"), "record")
    back = offset(player.press("pageup", "up"), "record")
    end = offset(player.press("end"), "record")

    assert 0 < line < page < end == part(player, "record").most
    assert back == 0
    assert offset(player.press("home"), "record") == 0


def test_pages_turn_the_text_and_not_the_list_beside_it(shipped: Campaign) -> None:
    at = office_in_memory(shipped, LARGE)
    player = Player(at, EncyclopaediaScreen(at), size=(1024, 640))
    titles, page = player.sheet.scrolls

    player.press("pagedown")

    assert offset(player, page.name) > 0
    assert offset(player, titles.name) == 0


def last_slip(campaign: Campaign) -> str:
    """Return the name of the last dispatch of the first telegram."""
    return f"slip:{campaign.scenarios[0].situation.dispatches[-1].id}"


def test_tab_brings_what_it_reaches_into_sight(shipped: Campaign) -> None:
    last = last_slip(shipped)
    player = seated(shipped, 0, Stage.SITUATION, LARGE).tab_to(last)

    shown = part(player, "slips").rect

    assert shown.y <= player.spot(last).rect.y < shown.bottom


def test_tab_shows_the_beginning_of_what_is_taller_than_its_part() -> None:
    hand, page = Hand(), Rect(0, 0, 100, 50)
    tall = Spot("tall", "button", "Tall", Rect(0, 80, 100, 90), scroll="page")

    step(hand, Sheet((100, 100), (), (tall,), (Scroll("page", page, 200),)), 1)

    assert hand.offsets["page"] == 80


def test_on_a_sheet_without_anything_to_press_nothing_happens() -> None:
    hand = Hand()

    step(hand, Sheet((100, 100), (), (), ()), 1)

    assert hand.focus == ""


def test_a_resized_window_keeps_its_place_in_the_text(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD, LARGE).press("end")

    player.resize(1920, 1080)

    assert part(player, "record").most > 0
    assert player.press("up").top.hand.offsets["record"] < part(player, "record").most


def test_the_mouse_lights_what_it_is_on(harbour: Campaign) -> None:
    at = office_in_memory(harbour)
    player = Player(at, SettingsScreen(at))
    before = player.sheet

    player.hover("more:text")

    assert player.sheet.marks != before.marks
    assert player.top.hand.focus == ""
