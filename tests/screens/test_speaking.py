"""The game heard: what the voice is told, key by key."""

from __future__ import annotations

import re

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.playthrough.playthrough import history
from game.screens.menus.settings import SettingsScreen
from game.screens.speaking import BEGINNING, END, NOTHING, OFF
from game.speech.voices import NO_VOICE
from tests.screens.player import Player, campaign_by_keys, office, seated

WORDS = (
    "Speech is on. Tab moves on, Enter presses, J reads on, F2 says it again, O reads the whole "
)
GREETING = f"{WORDS}screen, Control is silence, V turns speech off."


class Recorder:
    """A voice that takes note."""

    name = "recorder"

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.is_busy = False

    def say(self, text: str, rate: int, *, cut: bool = True) -> None:
        self.heard.append(text if cut else f"then: {text}")
        self.rate = rate

    def hush(self) -> None:
        self.heard.append("(silence)")

    def since(self) -> list[str]:
        """Return what was heard since this was last asked."""
        heard, self.heard = self.heard, []
        return heard


def listener(player: Player) -> tuple[Player, Recorder]:
    """Return a player who hears, and the voice."""
    voice = Recorder()
    player.office.voice = voice
    player.press("v")
    voice.since()
    return player, voice


@pytest.fixture
def still(harbour: Campaign) -> Player:
    """Somebody before the title, with motion off."""
    return Player(office(harbour, Settings(motion=False)))


SCENARIO = (
    (
        "v",
        f"{GREETING} The Dike. A harbour town, two winters. Menu: 8. Enter: New campaign.",
    ),
    (
        "return",
        (
            "Telegram 1 of 2, Before the first telegram. 1 of 1. The town, invented. The town lies "
            "low. Every winter the sea asks for it. A town may drown in this game. All of it is "
            "invented. Chance is off: what happens is what was to be expected. Enter: The first "
            "telegram."
        ),
    ),
    (
        "return",
        (
            "Telegram 1 of 2, October 1900. The situation. What is known by the first of October. "
            "Dispatches: 2. Enter: Read the telegram."
        ),
    ),
    (
        "tab",
        (
            "Dispatches. Lighthouse, 28 September 1900, known: The keeper has marked the highest "
            "water of the year on his door. button, 1 of 2."
        ),
    ),
    (
        "j",
        (
            "Quay, the end of September, rumoured: A whale is said to lie on the sand; old people "
            "read a flood out of it. button, 2 of 2."
        ),
    ),
    ("return", "Enter: Read the telegram."),
    (
        "return",
        (
            "Telegram 1 of 2, October 1900. Radiogram, The ministry of water. Received 1 October "
            "1900. Cipher groups 11. Reconstruction. The sea will be high this winter. Raise your "
            "dike. Enter: To the council."
        ),
    ),
    (
        "return",
        (
            "Telegram 1 of 2, October 1900. Anna Vos, invented. We have little money and much sea. "
            "Time for one question. The council: 2. Questions: 2. Enter: Next voice."
        ),
    ),
    (
        "1",
        (
            "How long would it take? Pieter Loon, invented. Six months with ten gangs. On the "
            "table now: Ten gangs. Time for no questions."
        ),
    ),
    ("2", "Ask Anna Vos: Is the whale real? button, no time left, 2 of 2."),
    ("return", "Give me ten gangs. Enter: Decide."),
    ("return", "Telegram 1 of 2, October 1900. What do you answer? Answers: 3."),
    ("return", NOTHING),
    (
        "3",
        (
            "C. Pray. The bells are rung. It costs a new rope. Nobody argued for it. choice, "
            "chosen, 3 of 3. Enter: Send this answer."
        ),
    ),
    (
        "1",
        "A. Wait. Nothing is done. It costs nothing. Backed by Anna Vos. choice, chosen, 1 of 3.",
    ),
    (
        "return",
        (
            "Before you send: what will follow? Your answer: Wait. Estimate 1 of 1. Where will the "
            "dike stand in a year? How sure are you? Answers: 3. How sure: 3."
        ),
    ),
    ("2", "From 300 to 400, choice, chosen, 2 of 3. Enter: Note it down."),
    (
        "return",
        (
            "The reply: Wait. This is what goes out. It cannot be called back. Nothing is done. "
            "Reconstruction. We shall see what the winter brings. Enter: Send it."
        ),
    ),
    ("return", "Keying. Enter: The months pass."),
    (
        "return",
        (
            "Telegram 1 of 2, October 1901. October 1901. Lighthouse, February 1901, invented. Ice "
            "in the harbour. The harbour is closed by ice. The dike stands at 296 centimetres. "
            "Enter: The ledger."
        ),
    ),
    (
        "return",
        (
            "Twelve months later. You answered: Wait. What you foresaw. Where will the dike stand "
            "in a year? You said, 70 in 100: From 300 to 400. It came otherwise: Below 300 (292). "
            "Ledger: 3. Enter: The record."
        ),
    ),
)
"""A scenario by keyboard alone: each key, and what is heard after it."""


def test_a_scenario_can_be_played_by_ear(still: Player) -> None:
    voice = Recorder()
    still.office.voice = voice
    heard = []
    for key, _ in SCENARIO:
        still.press(key)
        heard.append((key, " ".join(voice.since())))

    assert tuple(heard) == SCENARIO


@pytest.mark.exhaustive
def test_the_shipped_campaign_is_heard_to_its_end(shipped: Campaign) -> None:
    """Every telegram is told, and nothing is that no voice can read."""
    player, voice = listener(Player(office(shipped, Settings(motion=False, text=150))))

    campaign_by_keys(player, history(shipped))
    said = voice.since()

    assert player.desk.stage is Stage.CHRONICLE
    told = {number for text in said for number in re.findall(r"Telegram (\d) of 6", text)}
    assert told == set("123456")
    assert not [text for text in said if not text.strip() or re.search(r"[{}<>_|]", text)]


def test_what_time_brings_is_said_after_what_is_being_said(harbour: Campaign) -> None:
    player, voice = listener(seated(harbour, 0, Stage.CONSEQUENCES))

    player.wait(1.0)

    assert voice.since() == ["then: November 1900."]


def test_what_a_key_brings_cuts_what_is_being_said(player: Player) -> None:
    player, voice = listener(player)

    assert (player.press("tab"), voice.since()) == (player, ["Menu. New campaign, button, 1 of 8."])


def test_it_is_said_again(player: Player) -> None:
    player, voice = listener(player.press("tab"))
    player.press("tab")
    voice.since()

    player.press("f2", "f2")

    assert voice.since() == ["Type a code, button, 3 of 8."] * 2


def test_the_whole_screen_is_read(player: Player) -> None:
    player, voice = listener(player)

    player.press("o")

    assert "Load, button, not now, 2 of 8. Type a code, button, 3 of 8." in voice.since()[0]


def test_reading_on_goes_through_everything_to_the_end(player: Player) -> None:
    player, voice = listener(player)
    player.press(*"jjjjjjjjj")

    assert voice.since() == [
        "Menu. New campaign, button, 1 of 8.",
        "Load, button, not now, 2 of 8.",
        "Menu. Type a code, button, 3 of 8.",
        "Classroom, button, 4 of 8.",
        "Encyclopaedia, button, 5 of 8.",
        "Settings, button, 6 of 8.",
        "Accessibility, button, 7 of 8.",
        "Quit, button, 8 of 8.",
        END,
    ]


def test_reading_back_comes_to_what_cannot_be_pressed_and_to_the_beginning(player: Player) -> None:
    player, voice = listener(player.press("tab"))

    player.press(*"uuu")

    assert voice.since() == ["A harbour town, two winters.", "The Dike.", BEGINNING]
    assert player.top.hand.focus == ""


def test_reading_on_scrolls_to_what_is_read(harbour: Campaign) -> None:
    player, voice = listener(seated(harbour, 0, Stage.RECORD).resize(1024, 400))

    player.press(*"jjjjjjj")

    assert voice.since()
    assert player.top.hand.offsets["record"] > 0


def test_control_is_silence(player: Player) -> None:
    player, voice = listener(player)

    player.press("lctrl")

    assert voice.since() == ["(silence)"]


def test_another_window_in_front_is_silence(player: Player) -> None:
    player, voice = listener(player)

    player.event(pygame.Event(pygame.WINDOWFOCUSLOST))

    assert voice.since() == ["(silence)"]


def test_speech_may_go_on_in_the_background(harbour: Campaign) -> None:
    player, voice = listener(Player(office(harbour, Settings(background=True))))

    player.event(pygame.Event(pygame.WINDOWFOCUSLOST))

    assert voice.since() == []


def test_speech_that_is_turned_off_says_so_and_nothing_more(player: Player) -> None:
    player, voice = listener(player)

    player.press("v", "tab", "tab")

    assert voice.since() == [OFF]


def test_speech_that_is_on_from_the_start_says_so(harbour: Campaign) -> None:
    player = Player(office(harbour, Settings(speech=True)))
    player.office.voice = voice = Recorder()

    player.wait(0.1)

    assert voice.since()[0].startswith(GREETING)


def test_the_rate_is_the_one_that_is_set(harbour: Campaign) -> None:
    _, voice = listener(Player(office(harbour, Settings(rate=300))))

    assert voice.rate == 300


def test_without_a_voice_the_key_says_so_in_plain_words(player: Player) -> None:
    player.press("v")

    assert not player.office.settings.speech
    assert player.sheet.spots[-1].label == NO_VOICE


def test_asking_the_voice_while_speech_is_off_tells_how_to_turn_it_on(player: Player) -> None:
    player.office.voice = Recorder()

    player.press("j")

    assert "turned on in the settings" in player.sheet.spots[-1].label


def test_without_a_voice_asking_for_it_tells_that_there_is_none(player: Player) -> None:
    assert player.press("o").sheet.spots[-1].label == NO_VOICE


def test_the_setting_names_the_voice(harbour: Campaign) -> None:
    at = office(harbour)
    at.voice = Recorder()

    assert "the voice: recorder." in Player(at, SettingsScreen(at, "Hearing")).text


def test_the_setting_tells_that_there_is_no_voice(harbour: Campaign) -> None:
    at = office(harbour)

    assert "no voice was found" in Player(at, SettingsScreen(at, "Hearing")).text


def test_a_setting_is_heard_with_what_it_does_and_then_as_it_changes(harbour: Campaign) -> None:
    at = office(harbour)
    player, voice = listener(Player(at, SettingsScreen(at, "Hearing")))

    player.tab_to("less:volume").press("return")

    assert voice.since()[-2:] == [
        (
            "Volume. Of everything. Off means off: no sound is even loaded. "
            "Volume, less, button, 60 per cent."
        ),
        "50 per cent.",
    ]


def test_words_that_are_typed_are_written_and_heard(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD, Settings(speech=True)).press("b")
    player.office.voice = voice = Recorder()
    player.press("ctrl+f", "i", "c", "e")

    assert voice.heard[0] == "Find words, field to write in."
    assert [one.partition(" ")[0] for one in voice.heard[1:]] == ["i.", "ic.", "ice."]


def test_what_the_mouse_presses_cuts_too(player: Player) -> None:
    player, voice = listener(player)

    player.click("settings")

    assert voice.since()[0].startswith("Settings.")


def test_reading_on_by_itself_waits_for_the_voice(harbour: Campaign) -> None:
    player, voice = listener(seated(harbour, 0, Stage.SITUATION, Settings(reading=400)))
    voice.is_busy = True
    player.press("a").wait(15, step=0.5)
    waited = player.top.name

    voice.is_busy = False
    player.wait(15, step=0.5)

    assert (waited, player.top.name == "situation") == ("situation", False)


def test_a_reply_that_is_keyed_is_not_told_letter_by_letter(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "2", "return")
    player, voice = listener(player)
    player.press("return").wait(0.5)

    assert player.top.name == "sending"
    assert voice.since() == ["Keying. Enter: Send at once."]
