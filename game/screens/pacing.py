"""Going on without a press: skipping to the next choice, or reading on by itself.

Neither ever chooses anything: both stop where there is something to choose.
"""

from __future__ import annotations

from enum import StrEnum

from game.screens.bindings import pressable
from game.screens.screen import Screen
from game.widgets.sheet import Clipped, Ink, Op, Sheet, Tilted

STEP = 0.15
"""Seconds between two steps of skipping."""
HOLD = 0.35
"""Seconds a key must be held before it skips: Ctrl is also the beginning of other keys."""
LEAST = 1.5
"""Seconds that anything stays when the game reads on by itself."""
ONWARD = {
    "opening": ("next",),
    "situation": ("next",),
    "telegram": ("skip", "next"),
    "council": ("next",),
    "sending": ("next",),
    "consequences": ("skip", "ledger", "next"),
    "record": ("next",),
}
"""The screens that lead on without a choice, and what leads on there."""
CHOICES = ("council", "decision", "foresight", "chronicle")
"""The screens on which the player is told why the game does not go on."""


class Mode(StrEnum):
    """How the game goes on."""

    ASKED = ""
    """When the player presses something."""
    SKIP = "skip"
    AUTO = "auto"


class Pace:
    """How the game goes on now, and when it takes its next step."""

    def __init__(self) -> None:
        self.mode = Mode.ASKED
        self._left = 0.0
        self._held = 0.0
        """Seconds for which the key that skips has been held."""

    def begin(self, mode: Mode, seconds: float = STEP) -> None:
        """Go on in another way; the first step comes after some seconds."""
        self.mode, self._left = mode, seconds

    def wait(self, seconds: float) -> None:
        """Let the next step come some seconds from now."""
        self._left = seconds

    def hold(self, seconds: float, *, held: bool) -> None:
        """Take note of whether the key that skips is held: long enough, and it skips."""
        was_skipping = self._held >= HOLD
        self._held = self._held + seconds if held else 0.0
        if was_skipping and not held:
            self.begin(Mode.ASKED)
        elif not was_skipping and self._held >= HOLD:
            self.begin(Mode.SKIP, 0.0)

    def is_due(self, seconds: float) -> bool:
        """Let time pass; return whether a step is due."""
        self._left -= seconds
        return self.mode is not Mode.ASKED and self._left <= 0


def has_choice(screen: Screen, sheet: Sheet) -> bool:
    """Return whether there is something to choose: an answer, or a question there is time for."""
    if screen.name != "council":
        return screen.name not in ONWARD
    return any(one.name.startswith("ask:") and not one.state for one in pressable(sheet))


def leads_on(screen: Screen, sheet: Sheet, mode: Mode) -> str:
    """Return the spot that leads on, or nothing where the player must choose."""
    names = [one.name for one in pressable(sheet)]
    if mode is Mode.AUTO and screen.name == "council":
        voices = [one for one in pressable(sheet) if one.name.startswith("voice:")]
        spoken = next((n for n, one in enumerate(voices) if one.state), len(voices))
        if spoken + 1 < len(voices):
            return voices[spoken + 1].name
    if has_choice(screen, sheet):
        return ""
    return next((one for one in ONWARD[screen.name] if one in names), "")


def reading_time(sheet: Sheet, words_a_minute: int) -> float:
    """Return how many seconds it takes to read what is seen of the text."""
    widest = max(sheet.scrolls, key=lambda one: one.rect.w, default=None)
    papers = [
        one
        for one in sheet.marks
        if isinstance(one, Tilted)
        or (isinstance(one, Clipped) and widest and one.rect == widest.rect)
    ]
    words = sum(_words(one.marks, one) for one in papers)
    return max(words * 60 / words_a_minute, LEAST)


def _words(marks: tuple[Op, ...], paper: Clipped | Tilted) -> int:
    """Return how many words are seen on a paper."""
    count = 0
    for mark in marks:
        if isinstance(mark, Ink) and paper.rect.meets(mark.rect):
            count += len(mark.text.split())
        elif isinstance(mark, Clipped | Tilted):
            count += _words(mark.marks, mark)
    return count
