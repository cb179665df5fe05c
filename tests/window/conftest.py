"""Doors to sound for tests: to a device that swallows what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.window.sound import MUSIC, ROUNDS, Sound

ROOT = Path(__file__).resolve().parents[1].parent
FOLDER = ROOT / "assets" / "sounds"
HALF = {"effects": 0.5, "ambience": 0.5, "music": 0.5}


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sound]:
    """Return a door without a volume, to a device that swallows what it is given."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    monkeypatch.setattr(
        "game.window.sound.BUFFER", 64
    )  # a device is let go after its last two buffers
    pygame.mixer.quit()
    yield Sound(FOLDER)
    pygame.mixer.quit()


@pytest.fixture
def sound(silent: Sound) -> Sound:
    silent.mix(HALF)
    return silent


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read."""
    names: list[str] = []
    loaded: Callable[[Path], pygame.mixer.Sound] = pygame.mixer.Sound

    def load(path: Path) -> pygame.mixer.Sound:
        names.append(path.stem)
        return loaded(path)

    def stream(path: Path) -> None:
        names.append(path.stem)
        streamed(path)

    streamed: Callable[[Path], None] = pygame.mixer.music.load
    monkeypatch.setattr(pygame.mixer, "Sound", load)
    monkeypatch.setattr(pygame.mixer.music, "load", stream)
    return names


def is_open() -> bool:
    return pygame.mixer.get_init() is not None


def busy(channel: str) -> int:
    """Return how many voices of what goes round are heard."""
    if channel == MUSIC:
        return int(pygame.mixer.music.get_busy())
    return sum(pygame.mixer.Channel(number).get_busy() for number in ROUNDS)
