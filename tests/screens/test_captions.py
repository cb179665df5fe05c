"""Captions: what is heard, in words, in a strip of its own."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.captions import LONGEST, STAYS, Captions, strip_of
from game.screens.menus.settings import SettingsScreen
from game.widgets.geometry import Rect
from game.widgets.sheet import Clipped, Ink, Op, Tilted
from tests.screens.player import Player, office, seated, written

CAPTIONED = Settings(captions=True)


def line(player: Player) -> str:
    """Return what a reader hears of the captions."""
    return "".join(spot.label for spot in player.sheet.spots if spot.role == "caption")


def strip(player: Player) -> Rect:
    """Return where captions stand."""
    return strip_of(player.app.look(player.size))


def reach(mark: Op) -> int:
    """Return how far down a text reaches, cut off where it is cut off."""
    match mark:
        case Clipped(rect, marks) | Tilted(rect, _, marks):
            return min(rect.bottom, max(map(reach, marks), default=0))
        case Ink(rect):
            return rect.bottom
        case _:
            return 0


# --- the line ---


def test_a_sound_is_in_the_line_and_goes_after_a_while() -> None:
    captions = Captions()
    captions.hear("paper")
    at_first = captions.line

    gone = captions.pass_by(STAYS)

    assert (at_first, captions.line) == ("[paper]", "")
    assert gone


def test_the_line_stays_as_long_as_the_sound_is_heard_again() -> None:
    captions = Captions()
    for _ in range(5):
        captions.hear("type-1")
        captions.pass_by(STAYS * 0.6)

    assert captions.line == "[typewriter]"


def test_time_that_takes_no_caption_away_changes_nothing() -> None:
    captions = Captions()
    captions.hear("stamp")

    assert not captions.pass_by(STAYS / 2)


def test_a_sound_that_tells_nothing_is_not_in_the_line() -> None:
    captions = Captions()
    captions.hear("press")

    assert captions.line == ""


def test_the_oldest_goes_when_the_line_is_full() -> None:
    captions = Captions()
    for name in ("radio-room", "month", "stamp"):
        captions.hear(name)

    assert captions.line == "[a clock ticks] [a stamp]"
    assert len(captions.line) <= LONGEST


# --- on the screen ---


def test_without_the_setting_there_is_no_strip(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM).wait(1)

    assert line(player) == ""
    assert player.sheet.size == player.size
    assert "typewriter" not in player.text


def test_what_is_heard_is_written_and_read_out(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM, CAPTIONED).wait(0.2)

    assert "[typewriter]" in line(player)
    assert "[typewriter]" in player.text


def test_captions_are_shown_whatever_the_volume(harbour: Campaign) -> None:
    given = Settings(captions=True, volume=0, mute=True)
    player = seated(harbour, 0, Stage.TELEGRAM, given).wait(0.2)

    assert "[typewriter]" in line(player)


def test_a_place_and_its_music_are_written_once_when_they_begin(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION, CAPTIONED).wait(0.1)
    at_first = line(player)

    player.wait(STAYS)

    assert at_first == "[waves] [strained music]"
    assert line(player) == ""


def test_only_what_is_new_is_written_when_the_place_changes(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION, CAPTIONED).wait(STAYS + 1)

    player.press("return").wait(0.2)

    assert "music" not in line(player)


@pytest.mark.parametrize("size", [(640, 400), (1024, 640), (1920, 1080)])
@pytest.mark.parametrize("text", [75, 100, 200, 250])
def test_captions_cover_nothing(harbour: Campaign, size: tuple[int, int], text: int) -> None:
    given = Settings(captions=True, text=text)
    player = seated(harbour, 0, Stage.DECISION, given).resize(*size).wait(STAYS + 1)
    player.office.captions.hear("paper")
    place, sheet = strip(player), player.sheet
    below = [one for one in sheet.marks if reach(one) > place.y]

    assert sheet.size == size
    assert place.bottom == size[1]
    assert [one.text for one in written(tuple(below))] == ["[paper]"]
    assert [one.name for one in sheet.spots if one.rect.meets(place) and not one.scroll] == [""]


@pytest.mark.parametrize("text", [75, 100, 200, 250])
def test_the_longest_line_fits_into_a_small_window(harbour: Campaign, text: int) -> None:
    player = seated(harbour, 0, Stage.DECISION, Settings(captions=True, text=text))
    player.resize(1024, 640)
    for name in ("radio-room", "music-strained"):
        player.office.captions.hear(name)
    inks = [one for one in written(player.sheet.marks) if one.text.startswith("[")]

    assert [len(one.text) for one in inks] == [LONGEST]
    assert all(one.rect.common(strip(player)) == one.rect for one in inks)


def test_a_press_above_the_strip_is_felt_where_it_is_seen(harbour: Campaign) -> None:
    at = office(harbour, CAPTIONED)
    player = Player(at, SettingsScreen(at)).click("page:Hearing").click("less:captions")

    assert not player.office.settings.captions
    assert player.spot("more:captions").state == "off"


def test_what_lies_on_a_dimmed_screen_has_captions_too(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION, CAPTIONED).press("escape")
    player.office.sound("paper")

    assert player.top.name == "pause"
    assert "[paper]" in line(player)
