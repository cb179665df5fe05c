"""Sounds that are missing or spoilt, and devices that are not there: nothing is heard."""

from __future__ import annotations

import random  # noqa: TID251 - it only picks which bytes of a file are spoilt
from pathlib import Path

import pygame
import pytest

from game.window.sound import Sound
from tests.window.conftest import FOLDER, HALF, busy, is_open


def test_a_missing_file_is_silent(sound: Sound) -> None:
    sound.play("trumpet")
    sound.around("ambience", "forest")
    sound.around("music", "music-merry")
    sound.mix(HALF | {"ambience": 0.8})
    sound.around("ambience", None)

    assert not pygame.mixer.get_busy()
    assert not busy("music")


@pytest.mark.parametrize("bytes_kept", [0, 3, 11, 30, 47])
@pytest.mark.parametrize("name", ["press", "wind"])
def test_a_file_that_breaks_off_in_its_head_is_silent(
    sound: Sound, tmp_path: Path, name: str, bytes_kept: int
) -> None:
    whole = (FOLDER / f"{name}.wav").read_bytes()[: min(bytes_kept, 43)]
    (tmp_path / f"{name}.wav").write_bytes(whole)
    sound.folder = tmp_path
    sound.play(name)
    sound.around("ambience", name)

    assert not pygame.mixer.get_busy()


@pytest.mark.parametrize(
    ("file", "channel"),
    [("press.wav", "ambience"), ("wind.wav", "ambience"), ("music-calm.wav", "music")],
)
def test_a_spoilt_file_ends_nothing(sound: Sound, tmp_path: Path, file: str, channel: str) -> None:
    whole = (FOLDER / file).read_bytes()
    luck = random.Random(7)
    sound.folder = tmp_path
    for _ in range(40):
        spoilt = bytearray(whole[:6000])
        for _ in range(6):
            spoilt[luck.randrange(80)] = luck.randrange(256)
        (tmp_path / file).write_bytes(spoilt)
        sound.around(channel, file.partition(".")[0])
        sound.around(channel, None)
        sound.mix(HALF | {channel: 0.0})
        sound.mix(HALF)

    sound.close()

    assert not is_open()


def test_without_a_device_everything_is_silent(
    sound: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "impossible")
    sound.play("press")
    sound.around("ambience", "wind")
    sound.mix(dict.fromkeys(HALF, 0.9))
    sound.mix(HALF | {"ambience": 0.0})
    sound.close()

    assert not is_open()


def test_a_device_that_comes_later_is_found_when_the_volume_changes(
    sound: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "impossible")
    sound.play("press")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sound.mix(HALF | {"effects": 0.9})
    sound.play("press")

    assert is_open()


def test_a_missing_device_is_not_asked_for_again_at_the_same_volume(
    sound: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "impossible")
    sound.play("press")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sound.mix(dict(HALF))
    sound.play("press")

    assert not is_open()


def test_closing_lets_go_of_the_device_however_often(sound: Sound) -> None:
    sound.around("ambience", "wind")
    sound.close()
    sound.close()

    assert not is_open()


def test_a_sound_after_closing_opens_the_device_again(sound: Sound) -> None:
    sound.around("ambience", "wind")
    sound.close()
    sound.play("press")

    assert is_open()
    assert busy("ambience") == 0
