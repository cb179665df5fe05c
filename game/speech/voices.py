"""The door to voices: the player's own screen reader, or whatever on this machine can speak.

Nothing here makes the game wait: a thread of its own speaks. A machine without a voice is no error.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, Protocol

from game.frozen import dataclass

if TYPE_CHECKING:
    import subprocess

NORMAL = 180
"""Words a minute at which voices speak by themselves."""
NO_VOICE = (
    "No voice was found on this machine. Install espeak-ng or speech-dispatcher, or the game's "
    "part for screen readers: pip install 'six-telegrams[speech]'."
)
FAILED = 1
"""The status from which on a program has not spoken."""


class Mouth(Protocol):
    """Something that can speak, one text at a time."""

    name: str

    def begin(self, text: str, rate: int) -> None:
        """Begin to speak, at so many words a minute."""
        ...

    def is_speaking(self) -> bool:
        """Return whether it still speaks."""
        ...

    def has_failed(self) -> bool:
        """Return whether the last text could not be spoken."""
        ...

    def stop(self) -> None:
        """Fall silent at once."""
        ...


@dataclass(frozen=True, slots=True)
class Program:
    """A program that speaks what it is given and ends."""

    name: str
    words: Callable[[str, int], list[str]]
    """The command line for a text and a rate in words a minute."""
    stop: tuple[str, ...] = ()
    """A command that silences what it left to another program."""
    by_line: bool = True
    """Whether the text stands in the command line; if not, it is written to the program."""


def _spd(text: str, rate: int) -> list[str]:
    """Return the line for Speech Dispatcher, whose rate goes from -100 to 100."""
    share = max(-100, min(round((rate - NORMAL) / 2.7), 100))
    return ["spd-say", "--wait", "--application-name", "six-telegrams", "--language", "en",
            "--rate", str(share), "--", text]  # fmt: skip


SAPI = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; $voice.Rate = {rate}; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)
"""Speaks what it reads; the rate goes from -10 to 10."""


def _sapi(_text: str, rate: int) -> list[str]:
    share = max(-10, min(round((rate - NORMAL) / 27), 10))
    command = SAPI.format(rate=share)
    return ["powershell", "-NoProfile", "-NonInteractive", "-Command", command]


def _espeak(name: str) -> Callable[[str, int], list[str]]:
    return lambda _text, rate: [name, "-v", "en", "-s", str(rate), "--stdin"]


PROGRAMS = {
    "linux": (
        Program("spd-say", _spd, ("spd-say", "--stop")),
        Program("espeak-ng", _espeak("espeak-ng"), by_line=False),
        Program("espeak", _espeak("espeak"), by_line=False),
    ),
    "darwin": (
        Program("say", lambda _text, rate: ["say", "-r", str(rate), "-f", "-"], by_line=False),
    ),
    "win32": (Program("powershell", _sapi, by_line=False),),
}
"""What may be able to speak on each system, the best first."""


class Spoken:
    """A program that speaks, started anew for each text."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.name = program.name
        self._process: subprocess.Popen[bytes] | None = None
        self._has_failed = False

    def begin(self, text: str, rate: int) -> None:
        """Start the program."""
        import subprocess  # noqa: PLC0415 - half a megabyte, and most games are silent

        self._has_failed = False
        # a window of its own would cover the game on Windows
        flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        try:
            self._process = subprocess.Popen(
                self.program.words(text, rate),
                stdin=subprocess.DEVNULL if self.program.by_line else subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=flags,
            )
        except OSError:
            self._has_failed = True
            return
        if self._process.stdin:
            _write(self._process.stdin, text)

    def is_speaking(self) -> bool:
        """Return whether the program still runs."""
        if self._process is None or self._process.poll() is None:
            return self._process is not None
        self._has_failed = self._process.returncode >= FAILED
        self._process = None
        return False

    def has_failed(self) -> bool:
        """Return whether the program said that it could not."""
        return self._has_failed

    def stop(self) -> None:
        """End the program, and what it left to another."""
        import subprocess  # noqa: PLC0415 - as above

        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        if self.program.stop:
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(self.program.stop, check=False, timeout=2, capture_output=True)


def _write(pipe: IO[bytes], text: str) -> None:
    with suppress(OSError):  # it has ended already: its status tells
        pipe.write(text.encode() + b"\n")
        pipe.close()


class ScreenReader:
    """The player's own screen reader, or the system's voice, by way of prismatoid."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend
        self.name = str(backend.name)
        self._has_failed = False
        self._cuts = False
        """Whether the next text must cut the last one: the reader cannot be silenced otherwise."""

    def begin(self, text: str, rate: int) -> None:  # noqa: ARG002 - the reader's own rate counts
        """Hand a text over; where there is a braille display it goes there too."""
        cuts, self._cuts = self._cuts, False
        try:
            self._backend.output(text, interrupt=cuts)
        except Exception:  # whatever goes wrong there, another voice is tried
            self._has_failed = True

    def is_speaking(self) -> bool:
        """Return whether it still speaks; a reader that cannot tell counts as done."""
        try:
            return bool(self._backend.speaking)
        except Exception:  # as above
            return False

    def has_failed(self) -> bool:
        """Return whether it refused the last text."""
        return self._has_failed

    def stop(self) -> None:
        """Fall silent, or at least with the next text."""
        try:
            self._backend.stop()
        except Exception:  # not every reader can
            self._cuts = True


def screen_reader() -> ScreenReader | None:
    """Return what prismatoid finds, if it is installed and finds anything."""
    try:
        import prism  # noqa: PLC0415 - an extra that few have

        context = prism.Context()
        reader = ScreenReader(context.acquire_best())
    except Exception:  # missing, or nothing to speak with: both are no errors
        return None
    _CONTEXTS.append(context)
    return reader


_CONTEXTS: list[object] = []
"""What must live as long as the voices it gave."""


def programs(platform: str = sys.platform) -> Iterator[Program]:
    """Yield the programs of this machine that can speak, the best first."""
    for program in PROGRAMS.get(platform, ()):
        if shutil.which(program.name):
            yield program


def mouths() -> Iterator[Mouth]:
    """Yield everything that can speak here, the best first."""
    if reader := screen_reader():
        yield reader
    for program in programs():
        yield Spoken(program)
