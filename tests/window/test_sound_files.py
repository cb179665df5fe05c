"""The sound files: as loud as they should be, without a click, and written by a script."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
import wave
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.campaign.soundscape import Ambience
from game.playthrough.surroundings import Mood, Surroundings
from game.screens.captions import LONGEST
from game.window.sound import RATE
from game.words import wording

ROOT = Path(__file__).resolve().parents[1].parent
FOLDER = ROOT / "assets" / "sounds"
AMBIENCES = tuple(str(one) for one in Ambience if one is not Ambience.SILENCE)
BEDS = tuple(Surroundings(mood=one).bed for one in Mood)
LONG = (*AMBIENCES, *BEDS)
NAMES = tuple(sorted(path.stem for path in FOLDER.iterdir()))
SHORT = tuple(name for name in NAMES if name not in LONG)
CALL = re.compile(r'\bsound\(f?"([a-z0-9-]+)(\{?)[^"]*"\)')
NEAR_A_SEAM = RATE // 100
"""Samples before and after a seam in which a click would be heard: a hundredth of a second."""
each_short = pytest.mark.parametrize("name", SHORT)
each_plain = pytest.mark.parametrize("name", [*SHORT, *BEDS])
each_long = pytest.mark.parametrize("name", LONG)
each_ambience = pytest.mark.parametrize("name", AMBIENCES)
each_bed = pytest.mark.parametrize("name", BEDS)


@pytest.fixture(autouse=True, scope="module")
def _mixer() -> Iterator[None]:
    """What reads the files, as in the game, on a device that swallows what it is given."""
    pygame.mixer.quit()
    pygame.mixer.init(RATE, -16, 1, 512, allowedchanges=0)
    yield
    pygame.mixer.quit()


Samples = npt.NDArray[np.int32]


@cache
def samples(name: str) -> Samples:
    """Return a file as it is heard."""
    raw = pygame.mixer.Sound(FOLDER / f"{name}.wav").get_raw()
    return np.frombuffer(raw, np.int16).astype(np.int32)


def decibels(level: float) -> float:
    """Return a level under full scale."""
    return 20 * math.log10(level / 32_768)


def mean(of: Samples) -> float:
    """Return the root mean square."""
    return math.sqrt(np.square(of, dtype=np.float64).mean())


def highest(of: Samples) -> int:
    """Return the value farthest from 0."""
    return int(np.abs(of).max())


def steps(of: Samples) -> Samples:
    """Return how far each sample lies from the one before."""
    return np.diff(of)


def test_every_ambience_and_every_mood_has_its_file() -> None:
    assert set(LONG) <= set(NAMES)


@each_plain
def test_a_short_file_and_a_bed_are_mono_with_22050_samples_of_16_bits_a_second(name: str) -> None:
    with wave.open(str(FOLDER / f"{name}.wav")) as file:
        form = file.getparams()

    assert (form.nchannels, form.framerate, form.sampwidth, form.comptype) == (1, RATE, 2, "NONE")
    assert form.nframes > 0


@each_ambience
def test_an_ambience_is_mono_with_22050_samples_of_4_bits_a_second(name: str) -> None:
    head = (FOLDER / f"{name}.wav").read_bytes()[:60]
    kind, channels = head[20], head[22]
    rate, bits = int.from_bytes(head[24:28], "little"), head[34]

    assert (kind, channels, rate, bits) == (0x11, 1, RATE, 4)


@each_bed
def test_a_bed_that_streams_goes_round_without_a_gap(name: str, tmp_path: Path) -> None:
    out = tmp_path / "heard"
    program = (
        "import pygame, sys\n"
        f"pygame.mixer.init({RATE}, -16, 1, 1024, allowedchanges=0)\n"
        "pygame.mixer.music.load(sys.argv[1])\n"
        "pygame.mixer.music.set_volume(1.0)\n"
        "pygame.mixer.music.play(loops=-1)\n"
        "while open(sys.argv[2], 'rb').seek(0, 2) < int(sys.argv[3]): pygame.time.wait(10)\n"
    )
    disk = {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(out), "SDL_DISKAUDIODELAY": "1"}
    once = samples(name)
    size = 2 * (len(once) + RATE)
    given = [str(FOLDER / f"{name}.wav"), str(out), str(size)]
    subprocess.run(
        [sys.executable, "-c", program, *given], env=os.environ | disk, check=True, timeout=60
    )

    heard = np.frombuffer(out.read_bytes()[:size], np.int16).astype(np.int32)
    silence = int(np.flatnonzero(heard)[0]) - int(np.flatnonzero(once)[0])
    wanted = np.resize(once, len(heard) - silence)
    assert 0 <= silence < RATE // 2
    assert highest(heard[silence:] - wanted) <= 1


@each_ambience
def test_every_sample_of_an_ambience_is_heard(name: str) -> None:
    """None is filled up or cut off: either would be a gap in the round."""
    head = (FOLDER / f"{name}.wav").read_bytes()[:60]

    assert len(samples(name)) == int.from_bytes(head[48:52], "little")


@each_short
def test_a_short_sound_peaks_at_6_decibels_under_full_scale(name: str) -> None:
    assert decibels(highest(samples(name))) == pytest.approx(-6, abs=0.5)


@each_short
def test_a_short_sound_begins_and_ends_without_a_click(name: str) -> None:
    whole = samples(name)

    assert max(abs(whole[0]), abs(whole[-1])) < 33  # a thousandth of full scale


@each_long
def test_what_goes_round_is_far_quieter_than_what_happens(name: str) -> None:
    whole = samples(name)

    assert -34 < decibels(mean(whole)) < -22
    assert decibels(highest(whole)) < -6


@each_long
def test_what_goes_round_lies_around_silence(name: str) -> None:
    """A constant part would click whenever the sound is turned on or off."""
    whole = samples(name)

    assert abs(sum(whole) / len(whole)) < 3


@each_long
def test_the_end_leads_into_the_beginning(name: str) -> None:
    whole = samples(name)

    assert abs(whole[0] - whole[-1]) <= max(2 * mean(steps(whole)), 8)


@each_long
def test_there_is_no_click_at_the_seam(name: str) -> None:
    """A click is a burst of treble: a change of steps that stands out from those around it."""
    whole = samples(name)
    around = steps(steps(np.concatenate([whole[-NEAR_A_SEAM:], whole[:NEAR_A_SEAM]])))
    seam = around[NEAR_A_SEAM - 3 : NEAR_A_SEAM + 1]

    assert highest(seam) <= max(4 * mean(around), 8)


@each_ambience
def test_blocks_follow_one_another_without_a_click(name: str) -> None:
    """Each block of a file begins anew; where it does nothing may be heard."""
    changes = steps(steps(samples(name)))
    ends = np.arange(1017, len(changes), 1017)
    at_blocks = np.concatenate([changes[ends - back] for back in range(3)])

    assert mean(at_blocks) < 2 * mean(changes)


@pytest.mark.parametrize(("name", "seconds"), [("morse-dot", 0.060), ("morse-dash", 0.180)])
def test_a_dash_is_three_dots_long(name: str, seconds: float) -> None:
    assert len(samples(name)) / RATE == pytest.approx(seconds)


def test_all_sounds_together_are_smaller_than_8_megabytes() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 8_000_000


def test_the_script_writes_the_same_files_byte_for_byte(tmp_path: Path) -> None:
    """The short ones; those that go round take a minute, so `.ci/run` builds them all."""
    script, names = ROOT / "assets" / "build_sounds.py", SHORT
    subprocess.run([sys.executable, str(script), str(tmp_path), *names], check=True)

    built = {path.stem: path.read_bytes() for path in tmp_path.iterdir()}
    assert built == {name: (FOLDER / f"{name}.wav").read_bytes() for name in names}


def test_the_script_knows_every_file_and_no_other(tmp_path: Path) -> None:
    script = ROOT / "assets" / "build_sounds.py"
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path), "trumpet"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    known = done.stderr.partition("there are: ")[2].strip().split(", ")

    assert done.returncode == 2
    assert sorted(known) == list(NAMES)


def test_every_sound_is_in_the_list_of_assets_and_no_other() -> None:
    rows = (ROOT / "assets" / "README.md").read_text(encoding="utf-8")

    assert sorted(re.findall(r"`([a-z0-9-]+)\.wav`", rows)) == list(NAMES)


def test_every_sound_that_the_game_asks_for_exists() -> None:
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "game").rglob("*.py"))
    asked = {found for text in texts for found in CALL.findall(text)}

    there = {(name, "") for name in NAMES} | {("type-", "{")}
    assert ("stamp", "") in asked
    assert asked <= there


# --- captions ---


def test_every_sound_that_tells_something_has_a_caption() -> None:
    assert [name for name in NAMES if not wording.caption(name)] == ["press"]


def test_variants_of_a_sound_have_one_caption() -> None:
    assert len({wording.caption(f"type-{number}") for number in (1, 2, 3)}) == 1
    assert wording.caption("morse-dot") == wording.caption("morse-dash") == "[telegraph key]"


def test_every_caption_belongs_to_a_sound() -> None:
    assert {f"[{words}]" for words in wording.CAPTIONS.values()} == {
        wording.caption(name) for name in NAMES if name != "press"
    }


@pytest.mark.parametrize("ambience", AMBIENCES)
@pytest.mark.parametrize("bed", BEDS)
def test_place_and_music_have_room_in_one_line(ambience: str, bed: str) -> None:
    """They often begin together."""
    assert len(f"{wording.caption(ambience)} {wording.caption(bed)}") <= LONGEST
