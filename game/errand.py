"""Something that takes seconds, done in a thread beside the game, so that the window lives on."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread
from typing import Generic, TypeVar

Done = TypeVar("Done")
Watch = Callable[[float], None]
"""Takes note of which share is done."""
NO_WAIT = 1.0
"""Seconds: whoever lets so much time pass at once waits for the whole."""
NAME = "errand"
"""Of each thread."""
_ONE_AT_A_TIME = Lock()
"""What is computed shares recordings of the model's months, which two threads would spoil."""


class Errand(Generic[Done]):
    """One thing to be computed or written, after those begun before it.

    It must touch nothing of the window, and wait for no other errand.
    """

    def __init__(self, do: Callable[[Watch], Done], *, lasting: bool = False) -> None:
        """Begin.

        Args:
            do: does it, and tells from time to time which share is done.
            lasting: whether it must be done even if the window is closed meanwhile.
        """
        self.share = 0.0
        """Which part is done, from 0 to 1."""
        self.result: Done | None = None
        self.error: Exception | None = None
        """Why there is no result."""
        self._do = do
        self._thread = Thread(target=self._run, name=NAME, daemon=not lasting)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether there is a result, or will be none."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Return when it is done."""
        self._thread.join()

    def pass_by(self, seconds: float) -> bool:
        """Let time pass; return whether it still goes on. It goes on by itself."""
        if seconds >= NO_WAIT:
            self.wait()
        return not self.is_done

    def _run(self) -> None:
        try:
            with _ONE_AT_A_TIME:
                self.result = self._do(self._watch)
        except Exception as error:  # a thread that ends silently would leave all waiting
            self.error = error
        self.share = 1.0

    def _watch(self, share: float) -> None:
        self.share = share


class Errands:
    """What is done for the player beside the game, and what there is to tell of it."""

    def __init__(self) -> None:
        self._under_way: list[tuple[str, Errand[str]]] = []
        self._told: dict[str, int] = {}

    def begin(self, what: str, do: Callable[[Watch], str]) -> str:
        """Begin something unless it is under way already; return a sentence about it.

        Args:
            what: what it is, as in `Keeping the chronicle`.
            do: does it and returns a sentence about what came of it.
        """
        if any(what == name for name, _ in self._under_way):
            return f"{what}: that is under way already."
        self._told[what] = 0
        self._under_way.append((what, Errand(do, lasting=True)))
        return f"{what}. You can go on meanwhile."

    @property
    def are_under_way(self) -> bool:
        """Whether there will be something to tell."""
        return bool(self._under_way)

    def news(self) -> str:
        """Return what has not been told yet: how far something is, or what came of it."""
        for what, errand in self._under_way:
            if errand.is_done:
                self._under_way.remove((what, errand))
                return errand.result or f"{what} came to nothing: {errand.error}"
            quarters = int(errand.share * 4)
            if quarters > self._told[what]:
                self._told[what] = quarters
                return f"{what}: {quarters * 25} %"
        return ""

    def finish(self) -> None:
        """Return when all is done: whoever closes the window loses nothing."""
        for _, errand in self._under_way:
            errand.wait()
