"""A voice that never makes anyone wait: a thread of its own speaks one text after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from threading import Condition, Thread
from typing import Protocol

from game.speech.voices import Mouth, mouths

LOOK = 0.03
"""Seconds between two looks whether a text has been spoken."""
PATIENCE = 2.0
"""Seconds for which the first look for a voice, or the last word, is waited for."""


class Voice(Protocol):
    """What the game speaks with."""

    @property
    def name(self) -> str:
        """What it is called; empty when this machine cannot speak."""
        ...

    @property
    def is_busy(self) -> bool:
        """Whether something is still being said."""
        ...

    def say(self, text: str, rate: int, *, cut: bool = True) -> None:
        """Say a text, in place of what is being said or after it."""
        ...

    def hush(self) -> None:
        """Fall silent."""
        ...


class NoVoice:
    """Nothing speaks."""

    name = ""
    is_busy = False

    def say(self, text: str, rate: int, *, cut: bool = True) -> None:
        """Say nothing."""

    def hush(self) -> None:
        """Be silent already."""


class Speaking:
    """The best voice there is. Nothing is looked for before it is needed."""

    def __init__(self, find: Callable[[], Iterator[Mouth]] = mouths) -> None:
        self._find = find
        self._changed = Condition()
        self._texts: deque[tuple[str, int]] = deque()
        self._cut = False
        self._ends = False
        self._busy = False
        self._name: str | None = None
        """None as long as no voice has been looked for."""
        self._thread: Thread | None = None

    @property
    def name(self) -> str:
        """What the voice is called; the first time it is looked for."""
        self._start()
        with self._changed:
            self._changed.wait_for(lambda: self._name is not None, PATIENCE)
            return self._name or ""

    @property
    def is_busy(self) -> bool:
        """Whether something is still being said."""
        with self._changed:
            return self._busy or bool(self._texts)

    def say(self, text: str, rate: int, *, cut: bool = True) -> None:
        """Say a text at so many words a minute, in place of what is being said or after it."""
        self._start()
        with self._changed:
            if self._name == "" or self._ends:
                return
            if cut:
                self._silence()
            self._texts.append((text, rate))
            self._changed.notify_all()

    def hush(self) -> None:
        """Fall silent."""
        with self._changed:
            self._silence()
            self._changed.notify_all()

    def close(self) -> None:
        """Fall silent for good."""
        with self._changed:
            self._ends = True
            self._silence()
            self._changed.notify_all()
        if self._thread:
            self._thread.join(PATIENCE)

    def _silence(self) -> None:
        self._texts.clear()
        self._cut = True

    def _start(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, name="voice", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        """Look for a voice and speak with it until the end."""
        found = self._find()
        mouth = self._next(found)
        last = ("", 0)
        while mouth and (given := self._wait(mouth)):
            text, rate, cut = given
            if cut:
                mouth.stop()
            elif mouth.has_failed():
                mouth = self._next(found)
                text, rate = last
            if mouth and text:
                last = text, rate
                mouth.begin(text, rate)
        if mouth:
            mouth.stop()
        with self._changed:
            self._texts.clear()

    def _next(self, found: Iterator[Mouth]) -> Mouth | None:
        """Take up the next voice there is."""
        mouth = next(found, None)
        with self._changed:
            self._name = mouth.name if mouth else ""
            self._busy = False
            self._changed.notify_all()
        return mouth

    def _wait(self, mouth: Mouth) -> tuple[str, int, bool] | None:
        """Wait until there is something to do; return it, or none at the end.

        It is the next text (empty if there is none yet), its rate, and whether the last is cut.
        """
        while True:
            speaks = mouth.is_speaking()
            with self._changed:
                self._busy = speaks
                if self._ends:
                    return None
                if not self._cut and mouth.has_failed():
                    return "", 0, False
                if self._cut or (self._texts and not speaks):
                    text, rate = self._texts.popleft() if self._texts else ("", 0)
                    cut, self._cut = self._cut, False
                    self._busy = bool(text)
                    return text, rate, cut
                self._changed.wait(LOOK if speaks else None)
