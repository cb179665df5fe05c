"""Skipping, reading on by itself, and how fast things come."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import INSTANT, READING, SPEEDS, Settings, at_once
from game.playthrough.desk import Stage
from game.screens.pacing import HOLD, LEAST, STEP, Mode, reading_time
from game.screens.stages.consequences import ConsequencesScreen
from game.screens.stages.council import CouncilScreen
from game.screens.stages.sending import SendingScreen
from game.screens.stages.telegram import TelegramScreen
from game.widgets.sheet import Clipped, Ink, Tilted
from tests.screens.player import Player, office, pressed, seated

AT_ONCE = Settings(speed=INSTANT)


def mode(player: Player) -> Mode:
    """Return how the game goes on."""
    return player.app.pace.mode


# --- skipping ---


def test_skipping_leads_to_the_council_where_there_is_something_to_ask(harbour: Campaign) -> None:
    player = Player(office(harbour)).press("return", "k").wait(4)

    assert player.top.name == "council"
    assert player.desk.noted.asked == ()
    assert "here is something to choose." in player.text
    assert mode(player) is Mode.ASKED


def test_skipping_leads_to_the_decision_where_nothing_can_be_asked(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).press("1", "k").wait(5)

    assert player.top.name == "decision"
    assert player.desk.playthrough.line == ()


def test_skipping_leads_over_the_months_to_the_next_council(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES).press("k").wait(6)

    assert player.top.name == "council"
    assert player.desk.turn == 1


def test_skipping_ends_with_the_campaign(harbour: Campaign) -> None:
    player = seated(harbour, 1, Stage.RECORD).press("k").wait(3)

    assert player.top.name == "chronicle"
    assert mode(player) is Mode.ASKED


def test_skipping_keys_the_reply_at_once_but_sends_none(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "k")
    unsent = player.press("k").wait(2).top.name

    player.press("return", "k").wait(2)

    assert unsent == "sending"
    assert player.desk.playthrough.line == ("wait",)


def test_a_sign_skips_as_well_as_the_letter(harbour: Campaign) -> None:
    assert mode(seated(harbour, 0, Stage.SITUATION).press(">")) is Mode.SKIP


@pytest.mark.parametrize("stage", [Stage.COUNCIL, Stage.DECISION, Stage.CHRONICLE])
def test_where_there_is_something_to_choose_nothing_is_skipped(
    harbour: Campaign, stage: Stage
) -> None:
    player = seated(harbour, 1, stage).press("k")

    assert "here is something to choose." in player.text
    assert mode(player) is Mode.ASKED


def test_nothing_leads_on_from_the_title(player: Player) -> None:
    assert "nothing leads on from here by itself." in player.press("k").text


def test_any_key_stops_skipping_and_does_nothing_else(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("k", "return").wait(2)

    assert player.top.name == "situation"


def test_the_same_key_stops_skipping(harbour: Campaign) -> None:
    assert seated(harbour, 0, Stage.SITUATION).press("k", "k").wait(2).top.name == "situation"


def test_a_click_stops_skipping_and_does_nothing_else(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)
    point = player._point("next")
    player.press("k")

    player.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=point, button=1)).wait(2)

    assert player.top.name == "situation"


def test_another_page_stops_skipping(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("k", "e").wait(2)

    assert player.top.name == "encyclopaedia"
    assert mode(player) is Mode.ASKED


def test_while_skipping_the_screen_says_so_and_how_to_stop(harbour: Campaign) -> None:
    assert "skipping. k: stop" in seated(harbour, 0, Stage.SITUATION).press("k").text


# --- held ---


def test_holding_ctrl_skips_until_it_is_let_go(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("lctrl").wait(HOLD + 0.1)
    skipping = mode(player)

    player.event(pressed("lctrl", pygame.KEYUP)).wait(0.1)

    assert skipping is Mode.SKIP
    assert mode(player) is Mode.ASKED


def test_ctrl_pressed_for_a_moment_does_not_skip(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("lctrl").wait(HOLD / 2)

    player.event(pressed("lctrl", pygame.KEYUP)).wait(3)

    assert player.top.name == "situation"


def test_ctrl_as_a_part_of_other_keys_does_not_skip(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("lctrl", "ctrl+f").wait(3)

    assert player.top.name == "situation"


def test_ctrl_skips_again_when_everything_was_let_go(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("lctrl", "ctrl+f")
    player.event(pressed("f", pygame.KEYUP)).event(pressed("lctrl", pygame.KEYUP))

    assert mode(player.press("lctrl").wait(HOLD + 0.1)) is Mode.SKIP


def test_a_window_that_is_left_holds_nothing(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("lctrl")

    player.event(pygame.Event(pygame.WINDOWFOCUSLOST)).wait(3)

    assert player.top.name == "situation"


def test_ctrl_held_stops_where_there_is_something_to_choose(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("lctrl").wait(20)

    assert player.top.name == "council"
    assert mode(player) is Mode.ASKED


def test_a_trigger_held_skips(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)
    trigger = pygame.CONTROLLER_AXIS_TRIGGERRIGHT

    player.event(
        pygame.Event(pygame.CONTROLLERAXISMOTION, axis=trigger, value=32767, instance_id=0)
    )

    assert mode(player.wait(HOLD + 0.1)) is Mode.SKIP


# --- reading on by itself ---


def test_a_page_stays_as_long_as_it_takes_to_read(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).wait(3).press("a")
    seconds = reading_time(player.sheet, player.office.settings.reading)

    early = player.wait(seconds - 0.3).top.name
    late = player.wait(0.5).top.name

    assert (early, late) == ("situation", "telegram")


def test_reading_on_waits_until_the_telegram_is_decoded(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.TELEGRAM).press("a")
    screen = player.top
    assert isinstance(screen, TelegramScreen)

    for _ in range(400):
        player.app.update(0.05)

    assert screen.shown >= screen.letters


def test_reading_on_turns_the_pages_of_a_long_text(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD, Settings(text=250)).wait(3).press("a").wait(30)

    assert player.top.hand.offsets["record"] > 0


def test_reading_on_hears_one_voice_after_the_other_and_then_stops(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).wait(3).press("a")
    many = len(harbour.scenarios[0].council.speeches)
    screen = player.top
    assert isinstance(screen, CouncilScreen)

    player.wait(LEAST * 2 * many + 6)

    assert screen.speaker == many - 1
    assert player.top is screen
    assert mode(player) is Mode.ASKED
    assert player.desk.noted.asked == ()


def test_reading_on_lets_the_months_pass_and_opens_the_ledger(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES).press("a")
    screen = player.top
    assert isinstance(screen, ConsequencesScreen)

    player.wait(screen.length * 0.8 + 8)

    assert screen.ledger


def test_reading_on_never_chooses_an_answer(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "a").wait(60)

    assert player.top.name == "decision"
    assert player.desk.playthrough.line == ()


def test_a_press_gives_the_reader_the_whole_time_again(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).wait(3).press("a")
    seconds = reading_time(player.sheet, player.office.settings.reading)

    player.wait(seconds - 0.3).press("tab").wait(seconds - 0.3)

    assert player.top.name == "situation"
    assert mode(player) is Mode.AUTO


def test_the_same_key_stops_it(harbour: Campaign) -> None:
    assert mode(seated(harbour, 0, Stage.SITUATION).press("a", "a")) is Mode.ASKED


def test_reading_on_says_so_and_how_to_stop(harbour: Campaign) -> None:
    assert "reading on. a: stop" in seated(harbour, 0, Stage.SITUATION).press("a").text


def test_reading_on_goes_on_while_nothing_moves(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).wait(3).press("a")

    assert not player.app.rest(0.1)
    assert player.app.rest(100)
    assert player.top.name == "telegram"


def test_a_step_on_the_last_frame_of_a_flight_is_followed_by_another_frame(
    harbour: Campaign,
) -> None:
    """Else the new screen would stand still until the next step."""
    player = seated(harbour, 0, Stage.SITUATION).wait(3).press("a")

    assert player.app.update(100)
    assert player.top.name == "telegram"


# --- how long reading takes ---


def test_twice_the_words_a_minute_halve_the_time(shipped: Campaign) -> None:
    sheet = seated(shipped, 0, Stage.SITUATION).sheet

    assert reading_time(sheet, 100) == pytest.approx(2 * reading_time(sheet, 200))


def test_only_what_is_seen_is_read(shipped: Campaign) -> None:
    whole = seated(shipped, 0, Stage.RECORD, Settings(text=75)).sheet
    part = seated(shipped, 0, Stage.RECORD, Settings(text=250)).sheet

    assert reading_time(part, 200) < reading_time(whole, 200)


def test_a_tilted_paper_is_read_too(shipped: Campaign) -> None:
    sheet = seated(shipped, 0, Stage.TELEGRAM, Settings(motion=False)).sheet
    paper = next(one for one in sheet.marks if isinstance(one, Tilted))
    words = sum(
        len(one.text.split())
        for part in (paper, *(one for one in paper.marks if isinstance(one, Tilted | Clipped)))
        for one in part.marks
        if isinstance(one, Ink)
    )

    assert reading_time(sheet, 60) == pytest.approx(words)


def test_what_has_few_words_stays_long_enough_to_be_seen(player: Player) -> None:
    assert reading_time(player.sheet, 100_000) == LEAST


# --- speed ---


def letters_after(campaign: Campaign, speed: int) -> float:
    """Return how many letters are decoded after a second."""
    player = seated(campaign, 0, Stage.TELEGRAM, Settings(speed=speed)).wait(1)
    assert isinstance(player.top, TelegramScreen)
    return player.top.shown


def test_decoding_follows_the_speed(shipped: Campaign) -> None:
    assert letters_after(shipped, 200) == pytest.approx(4 * letters_after(shipped, 50))


def test_months_follow_the_speed(shipped: Campaign) -> None:
    passed = []
    for speed in (50, 100):
        player = seated(shipped, 0, Stage.CONSEQUENCES, Settings(speed=speed)).wait(1)
        assert isinstance(player.top, ConsequencesScreen)
        passed.append(player.top.passed)

    assert passed[1] == pytest.approx(2 * passed[0])


def test_keying_follows_the_speed(harbour: Campaign) -> None:
    keyed = []
    for speed in (50, 100):
        player = seated(harbour, 0, Stage.DECISION, Settings(speed=speed))
        player.press("1", "return", "k", "return").wait(0.5)
        assert isinstance(player.top, SendingScreen)
        keyed.append(player.top.keyed)

    assert keyed[1] == pytest.approx(2 * keyed[0])


def test_at_once_nothing_is_waited_for(harbour: Campaign) -> None:
    telegram = seated(harbour, 0, Stage.TELEGRAM, AT_ONCE)
    months = seated(harbour, 0, Stage.CONSEQUENCES, AT_ONCE)
    sending = seated(harbour, 0, Stage.DECISION, AT_ONCE).press("1", "return", "k", "return")

    assert "raise your dike." in telegram.text
    assert telegram.press("return").top.name == "council"
    assert "ledger" in months.names
    assert sending.press("return").top.name == "consequences"


def test_at_once_is_what_no_motion_is_too() -> None:
    assert at_once(Settings(motion=False))
    assert at_once(AT_ONCE)
    assert not at_once(Settings())


def test_the_speeds_on_offer_are_in_order() -> None:
    assert list(SPEEDS) == sorted(SPEEDS)
    assert SPEEDS[-1] == INSTANT
    assert list(READING) == sorted(READING)
    assert STEP < HOLD
