"""The door to sound never gets in the game's way: no device, no file, no volume are no errors."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pygame
import pytest

from game.files.settings import CHANNELS
from game.window.sound import AMBIENCE, EFFECTS, LOUDNESS, MUSIC, ROUNDS, VOICES, Sound
from tests.window.conftest import FOLDER, HALF, ROOT, busy, is_open

OTHER = {"ambience": ("wind", "sea"), "music": ("music-calm", "music-grave")}
"""Two sounds of each kind that goes round."""
EACH = pytest.mark.parametrize("channel", [AMBIENCE, MUSIC])


def loudness(sound: Sound, name: str) -> float:
    """Return how loud a short sound is that was played."""
    short = sound._short[name]
    assert short is not None
    return short.get_volume()


def test_the_channels_are_those_that_can_be_set() -> None:
    assert (EFFECTS, AMBIENCE, MUSIC) == CHANNELS


def test_every_loudness_is_that_of_a_sound_and_no_more_than_all() -> None:
    assert {f"{name}.wav" for name in LOUDNESS} <= {path.name for path in FOLDER.iterdir()}
    assert all(0 < share <= 1 for share in LOUDNESS.values())


# --- off means off ---


def test_importing_the_door_and_staying_silent_loads_no_pygame() -> None:
    program = (
        "import sys; from pathlib import Path; from game.window.sound import Sound; "
        "sound = Sound(Path('assets/sounds')); sound.mix({'music': 0}); sound.play('press'); "
        "sound.around('ambience', 'wind'); sound.close(); sys.exit('pygame' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


@pytest.mark.usefixtures("sound")
def test_nothing_is_open_before_the_first_sound() -> None:
    assert not is_open()


@pytest.mark.parametrize("shares", [{}, dict.fromkeys(HALF, 0.0), dict.fromkeys(HALF, -1.0)])
def test_without_a_volume_nothing_is_opened_and_nothing_read(
    sound: Sound, read: list[str], shares: dict[str, float]
) -> None:
    sound.mix(shares)
    sound.play("press")
    sound.around("ambience", "wind")
    sound.around("music", "music-calm")

    assert not is_open()
    assert read == []


def test_all_volumes_at_0_let_go_of_the_device(sound: Sound) -> None:
    sound.around("ambience", "wind")
    sound.mix({})

    assert not is_open()


@EACH
def test_a_channel_that_is_off_is_not_read(sound: Sound, read: list[str], channel: str) -> None:
    sound.mix(HALF | {channel: 0.0})
    sound.around(channel, OTHER[channel][0])

    assert read == []
    assert not is_open()


def test_effects_that_are_off_are_not_read(sound: Sound, read: list[str]) -> None:
    sound.mix(HALF | {"effects": 0.0})
    sound.play("stamp")

    assert read == []


@EACH
def test_a_channel_that_is_turned_off_is_silent_at_once_also_while_it_fades(
    sound: Sound, channel: str
) -> None:
    sound.play("press")
    for name in OTHER[channel]:
        sound.around(channel, name)

    sound.mix(HALF | {channel: 0.0})

    assert busy(channel) == 0
    assert is_open()


@EACH
def test_a_fading_sound_is_cut_when_its_channel_is_turned_off(sound: Sound, channel: str) -> None:
    sound.around(channel, OTHER[channel][0])
    until(lambda: is_heard(channel))
    sound.around(channel, None)

    sound.mix(HALF | {channel: 0.0})

    assert busy(channel) == 0


@EACH
def test_what_goes_round_comes_back_with_the_volume(sound: Sound, channel: str) -> None:
    sound.around(channel, OTHER[channel][0])
    sound.mix(HALF | {channel: 0.0})

    sound.mix(HALF)

    assert busy(channel) == 1


# --- playing ---


def test_the_first_sound_opens_the_device(sound: Sound) -> None:
    sound.play("press")

    assert is_open()
    assert pygame.mixer.get_busy()


def test_a_short_sound_is_read_once(sound: Sound, read: list[str]) -> None:
    sound.play("press")
    sound.play("press")

    assert read == ["press"]


def test_a_new_volume_holds_for_sounds_that_are_loaded(sound: Sound) -> None:
    sound.play("stamp")
    sound.mix(HALF | {"effects": 0.2})

    assert loudness(sound, "stamp") == pytest.approx(0.2, abs=0.01)


def test_sounds_that_come_often_are_quieter(sound: Sound) -> None:
    sound.play("type-1")

    assert loudness(sound, "type-1") == pytest.approx(0.5 * LOUDNESS["type-1"], abs=0.01)


def test_a_volume_stays_within_its_bounds(sound: Sound) -> None:
    sound.mix({"effects": 2.5})
    sound.play("stamp")

    assert loudness(sound, "stamp") == pytest.approx(1.0)


# --- going round ---


@EACH
def test_what_goes_round_begins_once_however_often_it_is_asked_for(
    sound: Sound, channel: str
) -> None:
    for _ in range(3):
        sound.around(channel, OTHER[channel][0])
    sound.mix(HALF | {channel: 0.8})

    assert busy(channel) == 1


@EACH
def test_what_goes_round_has_the_volume_of_its_channel(sound: Sound, channel: str) -> None:
    sound.around(channel, OTHER[channel][0])
    sound.mix(HALF | {channel: 0.25})

    assert volume(sound, channel) == pytest.approx(0.25, abs=0.01)


def test_the_next_ambience_comes_while_the_last_one_goes(sound: Sound) -> None:
    sound.around("ambience", "wind")
    until(lambda: is_heard("ambience"))

    sound.around("ambience", "sea")

    assert busy("ambience") == 2


def test_an_ambience_that_has_hardly_begun_gives_way_at_once(sound: Sound) -> None:
    sound.around("ambience", "wind")
    sound.around("ambience", "sea")

    assert busy("ambience") == 1


def test_the_next_bed_comes_when_the_last_one_has_gone(
    sound: Sound, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.window.sound.ECHO", 40)
    sound.around("music", "music-calm")
    until(lambda: is_heard("music"))
    sound.around("music", "music-grave")
    sound.go_on()
    while_it_fades = list(read)
    until(lambda: not busy("music"))

    sound.go_on()

    assert while_it_fades == ["music-calm"]
    assert read == ["music-calm", "music-grave"]
    assert busy("music") == 1


def test_a_bed_that_is_asked_for_again_while_it_fades_comes_back(
    sound: Sound, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.window.sound.ECHO", 40)
    sound.around("music", "music-calm")
    until(lambda: is_heard("music"))
    sound.around("music", "music-grave")
    sound.around("music", "music-calm")
    until(lambda: not busy("music"))

    sound.go_on()

    assert read == ["music-calm", "music-calm"]


def test_music_is_never_held_in_memory(
    sound: Sound, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.mixer.music, "load", lambda _: None)
    monkeypatch.setattr(pygame.mixer.music, "play", lambda **_: None)

    sound.around("music", "music-calm")

    assert read == []


def volume(sound: Sound, channel: str) -> float:
    """Return how loud something is that goes round."""
    if channel == MUSIC:
        return pygame.mixer.music.get_volume()
    assert sound._turning
    return sound._turning.sound.get_volume()


def is_heard(channel: str) -> bool:
    """Return whether a voice of what goes round has become loud enough to be heard."""
    if channel == MUSIC:
        return pygame.mixer.music.get_pos() > 0
    voices = map(pygame.mixer.Channel, ROUNDS)
    return any(one.get_busy() and one.get_volume() > 0 for one in voices)


def until(reached: Callable[[], bool]) -> None:
    """Look again and again, for five seconds at most, until the device has played so far."""
    looks = 0
    while not reached():
        looks += 1
        assert looks < 500
        pygame.time.wait(10)


@EACH
def test_nothing_lets_the_last_one_fade(
    sound: Sound, monkeypatch: pytest.MonkeyPatch, channel: str
) -> None:
    monkeypatch.setattr("game.window.sound.FADE", 20)
    monkeypatch.setattr("game.window.sound.ECHO", 20)
    sound.around(channel, OTHER[channel][0])
    until(lambda: is_heard(channel))
    sound.around(channel, None)

    until(lambda: not busy(channel))


def test_many_sounds_at_once_leave_what_goes_round_alone(sound: Sound) -> None:
    sound.around("ambience", "wind")
    sound.around("music", "music-calm")
    for _ in range(3 * VOICES):
        sound.play("paper")

    assert (busy("ambience"), busy("music")) == (1, 1)
    assert sound._turning
    assert sound._turning.sound.get_num_channels() == 1
