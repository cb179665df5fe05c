"""Back and forward through what was said."""

from __future__ import annotations

from itertools import count

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.inputs import ROLL
from game.screens.menus.backlog import LONGEST, BacklogScreen
from game.window.gallery import desk_at
from tests.screens.player import Player, office, seated, written

LARGE = Settings(text=250)
STAGES = list(Stage)


@pytest.fixture
def player(shipped: Campaign) -> Player:
    """Somebody who looks back from the third telegram's record."""
    at = office(shipped)
    return Player(at, BacklogScreen(at, desk_at(shipped, 2, Stage.RECORD)))


def screen(player: Player) -> BacklogScreen:
    """Return the backlog that is open."""
    assert isinstance(player.top, BacklogScreen)
    return player.top


# --- in and out ---


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("key", ["b", "pageup"])
def test_it_opens_at_every_stage_and_closes_again(
    harbour: Campaign, stage: Stage, key: str
) -> None:
    player = seated(harbour, 1, stage).press("home")
    before = player.top

    opened = player.press(key).top.name
    closed = player.press("b").top

    assert opened == "backlog"
    assert closed is before


def test_it_opens_from_what_lies_on_a_stage(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "b")

    assert player.top.name == "backlog"
    assert player.press("escape").top.name == "foresight"


def test_before_a_campaign_there_is_nothing_to_look_back_on(harbour: Campaign) -> None:
    assert Player(office(harbour)).press("b", "pageup").top.name == "title"


def test_a_page_up_scrolls_first(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD, LARGE).press("end", "pageup")

    assert player.top.name == "record"
    assert player.press("home", "pageup").top.name == "backlog"


def test_the_wheel_beside_the_text_leads_back(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)

    assert player.scroll(1, (20, 300)).top.name == "backlog"


def test_the_wheel_on_the_text_stops_at_its_beginning(harbour: Campaign) -> None:
    """A roll that arrives there must not run on into another page."""
    player = seated(harbour, 0, Stage.RECORD, LARGE)
    player.app.inputs.clock = lambda: 0
    part = player.sheet.scrolls[0]
    at = part.rect.x + 9, part.rect.y + 9

    player.scroll(-1, at).scroll(5, at).scroll(5, at)

    assert player.top.name == "record"


def test_a_wheel_that_begins_to_roll_at_the_beginning_of_the_text_leads_back(
    harbour: Campaign,
) -> None:
    player = seated(harbour, 0, Stage.RECORD, LARGE)
    player.app.inputs.clock = count(step=ROLL).__next__
    part = player.sheet.scrolls[0]
    at = part.rect.x + 9, part.rect.y + 9
    assert player.scroll(-1, at).scroll(5, at).top.name == "record"

    player.scroll(1, at)

    assert player.top.name == "backlog"


def test_the_wheel_on_a_list_beside_the_text_never_leads_back(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.COUNCIL, LARGE).resize(1024, 640)
    parts = [part for part in player.sheet.scrolls if part.most]
    narrow = min(parts, key=lambda part: part.rect.w)
    assert len(parts) == 2

    player.scroll(1, (narrow.rect.x + 9, narrow.rect.y + 9))

    assert player.top.name == "council"


def test_months_to_come_are_not_told(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.CONSEQUENCES).press("b")
    months = len(screen(player).chapter.lines)
    player.press("b", "return", "return", "b")

    assert months < len(screen(player).chapter.lines)


def test_without_motion_the_months_that_have_passed_are_told(shipped: Campaign) -> None:
    still = seated(shipped, 0, Stage.CONSEQUENCES, Settings(motion=False)).press("b")
    passed = seated(shipped, 0, Stage.CONSEQUENCES).press("return").press("b")

    assert screen(still).chapter == screen(passed).chapter


def test_pages_of_the_opening_to_come_are_not_told(shipped: Campaign) -> None:
    player = Player(office(shipped)).press("return", "return", "b")

    assert len(screen(player).chapter.lines) == 2


# --- back and forward ---


def test_it_opens_at_its_end(player: Player) -> None:
    (part,) = player.sheet.scrolls

    assert player.press("down").top.hand.offsets[part.name] == part.most


def test_pages_lead_back_to_the_beginning_of_everything(player: Player) -> None:
    player.press(*["pageup"] * 80)

    assert screen(player).page == 0
    assert player.top.hand.offsets["said-0"] == 0
    assert player.press("pageup").top.name == "backlog"


def test_the_wheel_leads_back_and_forward_and_out(player: Player) -> None:
    part = player.sheet.scrolls[0].rect
    at = part.x + 9, part.y + 9

    player.scroll(500, at).scroll(1, at)
    back = screen(player).page
    player.scroll(-500, at).scroll(-1, at).scroll(-500, at)
    player.app.stack.insert(0, player.office.title())
    player.scroll(-1, at)

    assert back == 2
    assert player.top.name == "title"


def test_a_chapter_turned_back_to_is_open_at_its_end(player: Player) -> None:
    player.press("home", "pageup")
    (part,) = player.sheet.scrolls

    assert part.name == "said-2"
    assert player.press("down").top.hand.offsets[part.name] == part.most


def test_numbers_turn_to_a_chapter(player: Player) -> None:
    assert "cut the railways" in player.press("2").text
    assert "before the first telegram" in player.press("1").text


def test_ones_own_answers_are_set_apart(player: Player) -> None:
    player.press("2")
    answer = next(one for one in screen(player).chapter.lines if one.who == "You answered")
    inks = {ink.text: ink.face for ink in written(player.sheet.marks)}

    assert any(text.startswith("→ YOU ANSWERED") for text in inks)
    assert {face for text, face in inks.items() if len(text) > 9 and text in answer.text} == {
        "PTSerif-Bold"
    }


def test_every_line_can_be_read_out(player: Player) -> None:
    labels = {spot.label for spot in player.sheet.spots}

    assert [one for one in screen(player).chapter.lines if one.text not in labels] == []


# --- finding words ---


def test_words_are_found_in_all_chapters(player: Player) -> None:
    player.press("ctrl+f", *"dimitrov")
    heads = [one.who for one in screen(player).chapter.lines]

    assert len(heads) > 1
    assert f"{len(heads)} lines with: dimitrov" in player.text
    assert {who.partition(" · ")[0] for who in heads} > {"1"}


def test_while_typing_no_letter_is_a_command(player: Player) -> None:
    player.click("find").press("e", "s", "h", "1", " ", "?")

    assert player.top.name == "backlog"
    assert screen(player).wanted == "esh1 ?"


def test_while_typing_other_keys_are_still_commands(player: Player) -> None:
    assert player.click("find").press("f1").top.name == "help"


def test_a_key_without_a_name_writes_what_it_writes(player: Player) -> None:
    player.click("find").event(pygame.Event(pygame.KEYDOWN, key=0, mod=0, unicode="é"))

    assert screen(player).wanted == "é"


def test_what_was_typed_is_taken_back_letter_by_letter(player: Player) -> None:
    player.click("find").press("a", "b", "backspace")

    assert screen(player).wanted == "a"


def test_no_more_is_typed_than_there_is_room_for(player: Player) -> None:
    player.click("find").press(*["x"] * (LONGEST + 5))

    assert screen(player).wanted == "x" * LONGEST
    assert "0 lines with" in player.text


def test_one_line_is_one_line(player: Player) -> None:
    player.click("find").press(*"radiogram from")

    assert screen(player).chapter.title.startswith("3 lines")
    screen(player).chapters = screen(player).chapters[:2]
    assert screen(player).chapter.title.startswith("1 line with")


def test_escape_leaves_the_field_and_then_the_page(player: Player) -> None:
    player.app.stack.insert(0, player.office.title())
    player.click("find").press("a", "escape")
    left = screen(player).wanted, player.top.hand.focus

    assert left == ("", "")
    assert player.press("escape").top.name == "title"


def test_a_chapter_is_turned_to_from_what_was_found(player: Player) -> None:
    player.click("find").press("x").click("chapter:1")

    assert screen(player).wanted == ""
    assert screen(player).page == 1
