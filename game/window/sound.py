"""The door to sound: short sounds by name, an ambience and a musical bed that go round.

The game can be played without hearing anything. So a machine without a sound device, a file that
is missing or damaged and a volume of 0 are no errors: nothing is heard, and nothing else changes.
What cannot be heard is not loaded either. Music is long: it is read from its file while it sounds,
and as there is one such stream, a bed has to end before the next one comes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pygame

RATE = 22_050
"""Samples a second, as in the files: what need not be converted loops without a seam."""
BUFFER = 1024
"""Samples handed to the device at once, 46 milliseconds. Each time costs the processor the same,
also while nothing moves: with half as many that took twice as much."""
EFFECTS = "effects"
"""The channel of the short sounds."""
AMBIENCE, MUSIC = "ambience", "music"
"""The channels of what goes round."""
ROUNDS = (0, 1)
"""The two voices of the ambience: one comes while the other goes."""
VOICES = 16
"""Sounds that are heard at once beside the music, the ambience included."""
FADE = 1500
"""Milliseconds in which an ambience comes or goes."""
SWELL, ECHO = 4000, 2000
"""Milliseconds in which a bed comes, and in which it goes."""

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
"""Share of their channel for sounds that come often or carry far; the others have all of it."""


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


@dataclass(slots=True)
class _Turning:
    """An ambience, and the voice it has."""

    sound: pygame.mixer.Sound
    voice: pygame.mixer.Channel


class Sound:
    """What is heard, from the files of a folder. Silent until `mix` says otherwise."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._shares = dict.fromkeys((EFFECTS, AMBIENCE, MUSIC), 0.0)
        self._wanted: dict[str, str | None] = dict.fromkeys((AMBIENCE, MUSIC))
        self._turning: _Turning | None = None
        self._bed: str | None = None
        """The music that is heard; none while the last one goes."""
        self._is_open = False
        self._is_deaf = False
        self._short: dict[str, pygame.mixer.Sound | None] = {}

    def mix(self, shares: Mapping[str, float]) -> None:
        """Take over how loud each channel is, from 0 to 1; all at 0 let go of the device."""
        new = {name: max(0.0, min(shares.get(name, 0.0), 1.0)) for name in self._shares}
        if new == self._shares:
            return
        self._shares = new
        self._is_deaf = False  # there may be a device now
        if not any(new.values()):
            self._let_go()
            return
        for name, sound in self._short.items():
            if sound:
                sound.set_volume(self._loudness(name))
        self._tune_ambience()
        self._tune_music()

    def play(self, name: str) -> None:
        """Play the sound of that name once, beside whatever is heard already."""
        if not self._shares[EFFECTS] or not self._open():
            return
        if name not in self._short:
            self._short[name] = self._read(name, self._loudness(name))
        if sound := self._short[name]:
            sound.play()

    def around(self, channel: str, name: str | None) -> None:
        """Let a sound go round from now on in place of the channel's last one, or none."""
        if name == self._wanted[channel]:
            return
        self._wanted[channel] = name
        if channel == MUSIC:
            self.go_on()
        else:
            self._stop()
            self._start()

    def go_on(self) -> None:
        """Let the music that was asked for come once the last one has gone; ask now and then."""
        name, share = self._wanted[MUSIC], self._shares[MUSIC]
        if name == self._bed or not share or not self._open():
            return
        from pygame.mixer import music  # noqa: PLC0415 - loaded long ago

        if self._bed:
            music.fadeout(ECHO)
            self._bed = None
        if name and not music.get_busy():
            self._bed = name
            self._stream(name, share)

    def close(self) -> None:
        """Fall silent and let go of the device."""
        self._wanted = dict.fromkeys(self._wanted)
        self._let_go()

    def _loudness(self, name: str) -> float:
        return self._shares[EFFECTS] * LOUDNESS.get(name, 1.0)

    def _tune_ambience(self) -> None:
        """Let the ambience follow its volume: louder, quieter, off or on."""
        share = self._shares[AMBIENCE]
        if not share:
            self._turning = None
            for voice in self._voices() if self._is_open else ():
                voice.stop()  # also one that is still fading
        elif self._turning:
            self._turning.sound.set_volume(share)
        else:
            self._start()

    def _tune_music(self) -> None:
        """Let the music follow its volume: louder, quieter, off or on."""
        if self._is_open:
            from pygame.mixer import music  # noqa: PLC0415 - loaded long ago

            music.set_volume(self._shares[MUSIC])
            if not self._shares[MUSIC]:
                music.stop()
                self._bed = None
        self.go_on()

    def _voices(self) -> list[pygame.mixer.Channel]:
        import pygame  # noqa: PLC0415 - loaded long ago

        return [pygame.mixer.Channel(number) for number in ROUNDS]

    def _start(self) -> None:
        name, share = self._wanted[AMBIENCE], self._shares[AMBIENCE]
        if not name or not share or not self._open():
            return
        if sound := self._read(name, share):
            voices = self._voices()
            voice = min(voices, key=lambda one: one.get_volume() if one.get_busy() else -1.0)
            voice.stop()
            voice.play(sound, loops=-1, fade_ms=FADE)
            self._turning = _Turning(sound, voice)

    def _stop(self) -> None:
        turning, self._turning = self._turning, None
        if turning is None:
            return
        if turning.voice.get_volume():
            turning.voice.fadeout(FADE)
        else:
            turning.voice.stop()  # SDL lets nothing fade that has not begun to be heard

    def _stream(self, name: str, loudness: float) -> None:
        import pygame  # noqa: PLC0415 - loaded long ago

        with suppress(OSError, pygame.error):
            pygame.mixer.music.load(self.folder / f"{name}.wav")
            pygame.mixer.music.set_volume(loudness)
            pygame.mixer.music.play(loops=-1, fade_ms=SWELL)

    def _read(self, name: str, loudness: float) -> pygame.mixer.Sound | None:
        import pygame  # noqa: PLC0415 - who plays in the terminal does not wait for it

        try:
            sound = pygame.mixer.Sound(self.folder / f"{name}.wav")
        except (OSError, pygame.error):
            return None
        sound.set_volume(loudness)
        return sound

    def _open(self) -> bool:
        """Open the device unless it is open; return whether it is."""
        if self._is_open or self._is_deaf:
            return self._is_open
        import pygame  # noqa: PLC0415 - who plays in the terminal does not wait for it

        try:
            with quiet():
                pygame.mixer.init(RATE, -16, 1, BUFFER, allowedchanges=0)
            pygame.mixer.set_num_channels(VOICES)
            pygame.mixer.set_reserved(len(ROUNDS))
        except (pygame.error, NotImplementedError):  # the second: pygame was built without sound
            self._is_deaf = True
        else:
            self._is_open = True
        return self._is_open

    def _let_go(self) -> None:
        self._short.clear()
        self._turning = self._bed = None
        if self._is_open:
            import pygame  # noqa: PLC0415 - loaded long ago

            pygame.mixer.quit()
            self._is_open = False
