"""Run codes in the window: shown, copied, typed, pasted, put right and opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.playthrough.code import code_of
from game.playthrough.desk import Desk, Stage
from game.screens.menus.entry import EntryScreen, opened
from game.screens.menus.runcode import RunCodeScreen
from game.screens.screen import Stay
from game.window import clipboard
from game.window.gallery import desk_at
from tests.screens.player import Player, office, seated


def code(campaign: Campaign, turn: int, stage: Stage) -> str:
    """Return the run code at a stage."""
    text = code_of(campaign, desk_at(campaign, turn, stage).playthrough)
    assert text is not None
    return text


def whole(campaign: Campaign) -> str:
    """Return the code of a whole line."""
    return code(campaign, len(campaign.scenarios) - 1, Stage.CHRONICLE)


def swapped(text: str) -> str:
    """Return a code with two characters of its second group swapped."""
    return text[:5] + text[6] + text[5] + text[7:]


def typing(campaign: Campaign, text: str) -> Player:
    """Return a player who has typed something under Type a code."""
    player = Player(office(campaign)).click("entry")
    return player.press(*text.lower())


def test_a_code_typed_from_the_title_opens_its_chronicle(harbour: Campaign) -> None:
    player = typing(harbour, whole(harbour).replace("-", "")).press("return")

    assert player.top.name == "chronicle"
    assert player.desk.playthrough == desk_at(harbour, 1, Stage.CHRONICLE).playthrough


def test_a_code_of_half_a_campaign_opens_at_the_next_situation(harbour: Campaign) -> None:
    player = typing(harbour, code(harbour, 1, Stage.SITUATION)).press("return")

    assert player.top.name == "situation"
    assert player.desk.turn == 1


def test_what_is_typed_stands_in_groups_of_four(harbour: Campaign) -> None:
    assert typing(harbour, "8et38w").spot("code").value == "8ET3-8W"


def test_a_character_is_taken_back_over_the_hyphen(harbour: Campaign) -> None:
    player = typing(harbour, "8et38").press("backspace", "backspace")

    assert player.spot("code").value == "8ET"


def test_a_slip_is_told_and_taken_over_by_one_key(harbour: Campaign) -> None:
    right = whole(harbour)
    player = typing(harbour, swapped(right))
    told = player.text
    player.press("return")

    assert f"did you mean {right.casefold()}?" in told
    assert player.spot("code").value == right
    assert player.press("return").top.name == "chronicle"


def test_a_strange_character_is_told_at_once(harbour: Campaign) -> None:
    assert "no code has the character 'o'" in typing(harbour, "8eo").text


def test_half_a_code_opens_nothing_and_says_why_when_asked(harbour: Campaign) -> None:
    player = typing(harbour, "8et3")
    before = player.text
    player.press("return")

    assert "more characters at least" in before
    assert player.top.name == "entry"
    assert "characters are wrong, missing or swapped" in player.text


def test_nothing_typed_says_nothing_and_opens_nothing(harbour: Campaign) -> None:
    player = typing(harbour, "").press("return")

    assert player.top.name == "entry"
    assert "is no run code" not in player.text


def test_a_click_into_the_field_only_leads_there(harbour: Campaign) -> None:
    player = typing(harbour, whole(harbour)).press("tab").click("code")

    assert (player.top.name, player.top.hand.focus) == ("entry", "code")


def test_escape_leads_back_to_the_title(harbour: Campaign) -> None:
    assert typing(harbour, "8et3").press("escape").top.name == "title"


def test_a_code_is_pasted_by_key(harbour: Campaign) -> None:
    player = typing(harbour, "")
    player.office.pasted = lambda: f"  {whole(harbour)}\n"

    assert player.press("ctrl+v", "return").top.name == "chronicle"


def test_an_empty_clipboard_is_said(harbour: Campaign) -> None:
    assert typing(harbour, "").click("paste").app.notice.text == "The clipboard holds no text."


def test_a_code_of_another_version_says_so_before_it_opens(
    harbour: Campaign, changed: Callable[..., Campaign]
) -> None:
    other = changed("campaign.yaml", "version: 1", "version: 2")
    player = typing(other, whole(harbour)).press("return")
    told = player.text
    player.press("escape")

    assert "the campaign has changed since this code" in told
    assert "it was made with version 1 of the campaign; this is version 2." in told
    assert player.top.name == "chronicle"


def test_a_code_whose_answer_is_gone_stops_there_and_says_so(
    harbour: Campaign, changed: Callable[..., Campaign]
) -> None:
    given = desk_at(harbour, 1, Stage.CHRONICLE).playthrough.line[1]
    other = changed("second-winter.yaml", f"    {given}:\n", "    hope:\n")
    player = typing(other, whole(harbour)).press("return")

    assert "it plays up to telegram 2 and stops there" in player.text
    assert player.press("escape").top.name == "situation"


def test_what_is_no_code_leads_nowhere(harbour: Campaign) -> None:
    assert opened(office(harbour), "8ET3") == Stay()


# --- showing ---


@pytest.mark.parametrize("way", ["shift+r", "menu"])
def test_the_code_is_shown_at_any_stage(harbour: Campaign, way: str) -> None:
    player = seated(harbour, 1, Stage.SITUATION)
    {"shift+r": lambda: player.press(way), "menu": lambda: player.press("f10").click("run-code")}[
        way
    ]()

    assert player.top.name == "run-code"
    shown = code(harbour, 1, Stage.SITUATION).casefold()
    assert shown in player.text.replace("- ", "-")


def test_without_a_campaign_there_is_no_code_to_show(harbour: Campaign) -> None:
    player = Player(office(harbour)).press("shift+r")

    assert player.app.notice.text == "No campaign lies open."


def test_the_code_on_the_chronicle_opens_large_and_is_copied(harbour: Campaign) -> None:
    copied: list[str] = []
    player = seated(harbour, 1, Stage.CHRONICLE)

    def copying(text: str) -> str:
        copied.append(text)
        return "Copied."

    player.office.copy = copying
    player.click("run-code").press("ctrl+c")

    assert copied == [whole(harbour)]
    assert player.press("escape").top.name == "chronicle"


def test_a_playthrough_without_room_in_a_code_says_so(harbour: Campaign) -> None:
    made = replace(desk_at(harbour, 1, Stage.CHRONICLE).playthrough, seed=10**18, chance=True)
    player = Player(office(harbour), RunCodeScreen(office(harbour), Desk(made, Stage.CHRONICLE)))

    assert "has no run code" in player.text
    assert "copy" not in player.names


def test_a_code_is_read_out_character_by_character(harbour: Campaign) -> None:
    spelled = " ".join(whole(harbour)[:4])

    assert spelled in seated(harbour, 1, Stage.CHRONICLE).spot("run-code").label


# --- the clipboard ---


def test_without_a_window_nothing_is_copied_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(*_: object) -> None:
        message = "no video"
        raise pygame.error(message)

    monkeypatch.setattr("pygame.scrap.put_text", none)
    monkeypatch.setattr("pygame.scrap.get_text", none)

    assert clipboard.copy("8ET3") == "It could not be copied: no video."
    assert clipboard.pasted() == ""


def test_what_is_copied_can_be_pasted() -> None:
    pygame.display.init()

    assert clipboard.copy("8ET3-8WCK") == "Copied: 8ET3-8WCK"
    assert clipboard.pasted() == "8ET3-8WCK"


def test_the_entry_keeps_still(harbour: Campaign) -> None:
    assert EntryScreen(office(harbour)).update(1.0) is False
