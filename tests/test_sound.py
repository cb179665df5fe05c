"""Sounds are valid and come from the script; the door to them never gets in the game's way."""

from __future__ import annotations

import math
import re
import subprocess
import sys
import wave
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.sound import LOUDNESS, RATE, Sound

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "sounds"
NAMES = (
    "card",
    "dispatch",
    "month",
    "morse-dash",
    "morse-dot",
    "paper",
    "press",
    "stamp",
    "type-1",
    "type-2",
    "type-3",
    "wind",
)
SHORT = tuple(name for name in NAMES if name != "wind")
CALL = re.compile(r'\b(?:sound|sound\.play|ambience)\(f?"([a-z0-9-]+)(\{?)[^"]*"\)')


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sound]:
    """Return a door without a volume, to a device that swallows what it is given."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    pygame.mixer.quit()
    yield Sound(FOLDER)
    pygame.mixer.quit()


@pytest.fixture
def sound(silent: Sound) -> Sound:
    silent.volume(60)
    return silent


def is_open() -> bool:
    return pygame.mixer.get_init() is not None


def samples(name: str) -> array[int]:
    with wave.open(str(FOLDER / f"{name}.wav")) as file:
        read = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        read.byteswap()
    return read


def decibels(level: float) -> float:
    return 20 * math.log10(level / 32_768)


def mean(of: array[int]) -> float:
    return math.sqrt(math.fsum(one * one for one in of) / len(of))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_mono_with_22050_samples_of_16_bits_a_second(name: str) -> None:
    with wave.open(str(FOLDER / f"{name}.wav")) as file:
        form = file.getparams()

    assert (form.nchannels, form.framerate, form.sampwidth, form.comptype) == (1, RATE, 2, "NONE")
    assert form.nframes > 0


@pytest.mark.parametrize("name", SHORT)
def test_a_short_sound_peaks_at_6_decibels_under_full_scale(name: str) -> None:
    assert decibels(max(map(abs, samples(name)))) == pytest.approx(-6, abs=0.5)


@pytest.mark.parametrize("name", SHORT)
def test_a_short_sound_begins_and_ends_without_a_click(name: str) -> None:
    whole = samples(name)

    assert max(abs(whole[0]), abs(whole[-1])) < 33  # a thousandth of full scale


def test_the_wind_is_far_quieter_than_what_happens() -> None:
    assert decibels(mean(samples("wind"))) == pytest.approx(-26, abs=0.5)


def test_the_winds_end_leads_into_its_beginning() -> None:
    whole = samples("wind")
    steps = array("i", (after - before for before, after in pairwise(whole)))

    assert abs(whole[0] - whole[-1]) < 3 * math.sqrt(sum(one * one for one in steps) / len(steps))


@pytest.mark.parametrize(("name", "seconds"), [("morse-dot", 0.060), ("morse-dash", 0.180)])
def test_a_dash_is_three_dots_long(name: str, seconds: float) -> None:
    assert len(samples(name)) / RATE == pytest.approx(seconds)


def test_all_sounds_together_are_smaller_than_900_kilobytes() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 900_000


def test_the_script_writes_the_same_files_byte_for_byte(tmp_path: Path) -> None:
    script = ROOT / "assets" / "build_sounds.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True)

    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert built == {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert sorted(built) == [f"{name}.wav" for name in NAMES]


def test_every_sound_is_in_the_list_of_assets() -> None:
    rows = (ROOT / "assets" / "README.md").read_text(encoding="utf-8")

    assert [name for name in NAMES if f"`{name}.wav`" not in rows] == []


def test_every_sound_that_the_game_asks_for_exists() -> None:
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "game").rglob("*.py"))
    asked = {found for text in texts for found in CALL.findall(text)}

    there = {(name, "") for name in NAMES} | {("type-", "{"), ("morse-", "{")}
    assert asked <= there


def test_every_loudness_is_that_of_a_sound_and_no_more_than_all() -> None:
    assert set(LOUDNESS) <= set(NAMES)
    assert all(0 < share <= 1 for share in LOUDNESS.values())


def test_importing_the_door_and_staying_silent_loads_no_pygame() -> None:
    program = (
        "import sys; from pathlib import Path; from game.sound import Sound; "
        "sound = Sound(Path('assets/sounds')); sound.volume(0); sound.play('press'); "
        "sound.ambience('wind'); sound.close(); sys.exit('pygame' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


@pytest.mark.usefixtures("sound")
def test_nothing_is_open_before_the_first_sound() -> None:
    assert not is_open()


def test_the_first_sound_opens_the_device(sound: Sound) -> None:
    sound.play("press")

    assert is_open()
    assert pygame.mixer.get_busy()


def test_without_a_volume_nothing_is_opened(silent: Sound) -> None:
    silent.play("press")
    silent.ambience("wind")

    assert not is_open()


def test_volume_0_opens_nothing(sound: Sound) -> None:
    sound.volume(0)
    sound.play("press")
    sound.ambience("wind")

    assert not is_open()


def test_volume_0_lets_go_of_the_device(sound: Sound) -> None:
    sound.ambience("wind")
    sound.volume(0)

    assert not is_open()


def test_the_ambience_comes_back_with_the_volume(sound: Sound) -> None:
    sound.ambience("wind")
    sound.volume(0)
    sound.volume(30)

    assert pygame.mixer.get_busy()


def test_the_ambience_begins_once_however_often_it_is_asked_for(sound: Sound) -> None:
    sound.ambience("wind")
    sound.ambience("wind")
    sound.volume(80)

    wind = sound._sounds["wind"]
    assert wind is not None
    assert wind.get_num_channels() == 1


def test_no_ambience_lets_the_last_one_fade(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.sound.FADE", 20)
    sound.ambience("wind")
    sound.ambience(None)
    pygame.time.wait(300)

    assert not pygame.mixer.get_busy()


def test_a_new_volume_holds_for_sounds_that_are_loaded(sound: Sound) -> None:
    sound.play("stamp")
    sound.volume(20)

    stamp = sound._sounds["stamp"]
    assert stamp is not None
    assert stamp.get_volume() == pytest.approx(0.2, abs=0.01)


def test_sounds_that_come_often_are_quieter(sound: Sound) -> None:
    sound.play("type-1")

    key = sound._sounds["type-1"]
    assert key is not None
    assert key.get_volume() == pytest.approx(0.6 * LOUDNESS["type-1"], abs=0.01)


@pytest.mark.parametrize(("given", "heard"), [(250, 1.0), (100, 1.0)])
def test_a_volume_stays_within_its_bounds(sound: Sound, given: int, heard: float) -> None:
    sound.volume(given)
    sound.play("stamp")

    stamp = sound._sounds["stamp"]
    assert stamp is not None
    assert stamp.get_volume() == pytest.approx(heard)


def test_a_negative_volume_is_silence(sound: Sound) -> None:
    sound.volume(-5)
    sound.play("stamp")

    assert not is_open()


def test_many_sounds_at_once_leave_the_ambience_alone(sound: Sound) -> None:
    sound.ambience("wind")
    for _ in range(50):
        sound.play("paper")

    wind = sound._sounds["wind"]
    assert wind is not None
    assert wind.get_num_channels() == 1


def test_a_missing_file_is_silent(sound: Sound) -> None:
    sound.play("trumpet")
    sound.ambience("sea")
    sound.volume(80)
    sound.ambience(None)

    assert not pygame.mixer.get_busy()


def test_a_damaged_file_is_silent(sound: Sound, tmp_path: Path) -> None:
    (tmp_path / "press.wav").write_bytes(b"RIFF, but not quite")
    sound.folder = tmp_path
    sound.play("press")

    assert not pygame.mixer.get_busy()


def test_without_a_device_everything_is_silent(
    sound: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "impossible")
    sound.play("press")
    sound.ambience("wind")
    sound.volume(90)
    sound.close()

    assert not is_open()


def test_a_device_that_comes_later_is_found_when_the_volume_changes(
    sound: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "impossible")
    sound.play("press")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sound.volume(90)
    sound.play("press")

    assert is_open()


def test_a_missing_device_is_not_asked_for_again_at_the_same_volume(
    sound: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "impossible")
    sound.play("press")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sound.volume(60)
    sound.play("press")

    assert not is_open()


def test_closing_lets_go_of_the_device_however_often(sound: Sound) -> None:
    sound.ambience("wind")
    sound.close()
    sound.close()

    assert not is_open()


def test_a_sound_after_closing_opens_the_device_again(sound: Sound) -> None:
    sound.ambience("wind")
    sound.close()
    sound.play("press")

    assert is_open()
    assert sound._sounds.keys() == {"press"}
