"""The door to sound: short sounds by name, and one ambience that goes round.

The game can be played without hearing anything. So a machine without a sound device, a file that
is missing and a volume of 0 are no errors: nothing is heard, and nothing else changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pygame

RATE = 22_050
"""Samples a second, as in the files: what need not be converted loops without a seam."""
BUFFER = 512
"""Samples handed to the device at once, 23 milliseconds."""
FADE = 1500
"""Milliseconds in which an ambience comes or goes."""

LOUDNESS = {
    "type-1": 0.5,
    "type-2": 0.5,
    "type-3": 0.5,
    "morse-dot": 0.3,
    "morse-dash": 0.3,
    "dispatch": 0.6,
    "month": 0.6,
    "press": 0.4,
}
"""Share of the volume for sounds that come often or carry far; the others have all of it."""


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the sound system's own chatter about a missing card off the terminal."""
    try:
        kept = os.dup(2)
    except OSError:  # there is no standard error to keep quiet
        yield
        return
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a descriptor is needed, not a path
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


class Sound:
    """What is heard, from the files of a folder. Silent until `volume` says otherwise."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._share = 0.0
        self._around: str | None = None
        self._is_open = False
        self._is_deaf = False
        self._sounds: dict[str, pygame.mixer.Sound | None] = {}

    def volume(self, percent: int) -> None:
        """Take over a volume from 0 to 100; 0 lets go of the device."""
        share = max(0, min(percent, 100)) / 100
        if share == self._share:
            return
        self._share = share
        self._is_deaf = False  # there may be a device now
        if not share:
            self._let_go()
            return
        for name, sound in self._sounds.items():
            if sound:
                sound.set_volume(share * LOUDNESS.get(name, 1.0))
        if not self._is_open:
            self._surround()

    def play(self, name: str) -> None:
        """Play the sound of that name once, beside whatever is heard already."""
        if sound := self._sound(name):
            sound.play()

    def ambience(self, name: str | None) -> None:
        """Let a sound go round from now on in place of the last one, or none."""
        if name == self._around:
            return
        self._quieten()
        self._around = name
        self._surround()

    def close(self) -> None:
        """Fall silent and let go of the device."""
        self._around = None
        self._let_go()

    def _surround(self) -> None:
        if self._around and (sound := self._sound(self._around)):
            sound.play(loops=-1, fade_ms=FADE)

    def _quieten(self) -> None:
        if self._around and (sound := self._sounds.get(self._around)):
            sound.fadeout(FADE)

    def _sound(self, name: str) -> pygame.mixer.Sound | None:
        """Return a sound that can be played now."""
        if not self._open():
            return None
        if name not in self._sounds:
            self._sounds[name] = self._read(name)
        return self._sounds[name]

    def _read(self, name: str) -> pygame.mixer.Sound | None:
        import pygame  # noqa: PLC0415 - who plays in the terminal does not wait for it

        try:
            sound = pygame.mixer.Sound(self.folder / f"{name}.wav")
        except (OSError, pygame.error):
            return None
        sound.set_volume(self._share * LOUDNESS.get(name, 1.0))
        return sound

    def _open(self) -> bool:
        """Open the device unless it is open; return whether it is."""
        if self._is_open or self._is_deaf or not self._share:
            return self._is_open
        import pygame  # noqa: PLC0415 - who plays in the terminal does not wait for it

        try:
            with quiet():
                pygame.mixer.init(RATE, -16, 1, BUFFER, allowedchanges=0)
        except (pygame.error, NotImplementedError):  # the second: pygame was built without sound
            self._is_deaf = True
        else:
            self._is_open = True
        return self._is_open

    def _let_go(self) -> None:
        self._sounds.clear()
        if self._is_open:
            import pygame  # noqa: PLC0415 - loaded long ago

            pygame.mixer.quit()
            self._is_open = False
