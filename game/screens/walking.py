"""Work that takes seconds, done in a thread beside the game: first of all the walk of all lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from threading import Lock, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from game.atlas.answers import WALKED, Answers, beside, lines_at_most
from game.campaign.campaign import Campaign

if TYPE_CHECKING:
    from game.atlas.board import Board

NO_NUMPY = (
    "The board computes many lines at once and needs numpy, which is not installed. "
    "Get it with: pip install 'six-telegrams[ensemble]'"
)
NO_WAIT = 1.0
"""Seconds: whoever lets so much time pass at once waits for all of it."""
Found = TypeVar("Found")
_ONE_AT_A_TIME = Lock()
"""What is computed shares recordings of the model's months, which two threads would spoil."""


class Task(Generic[Found]):
    """Something computed in steps, each of which is better than the one before."""

    def __init__(self, steps: Callable[[], Iterator[Found]]) -> None:
        self.found: Found | None = None
        """What there is so far."""
        self.trouble: Exception | None = None
        """Why there will be no more."""
        self._steps = steps
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether nothing more will come."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Return when it is done."""
        self._thread.join()

    def _run(self) -> None:
        try:
            with _ONE_AT_A_TIME:
                for found in self._steps():
                    self.found = found
        except Exception as error:  # a thread that ends silently would leave all waiting
            self.trouble = error


class Work:
    """The walk of all lines under one reading, and the board it comes to."""

    def __init__(self, campaign: Campaign, reading: str, wanted: tuple[Answers, ...] = ()) -> None:
        self.campaign = campaign
        self.reading = reading
        self.wanted = wanted
        """Lines that must be there with those beside them, even if only a sample is."""
        self.share = 0.0
        """Which part of the lines was walked."""
        self._task = Task(self._steps)

    @property
    def board(self) -> Board | None:
        """The board, once it is there."""
        return self._task.found

    @property
    def trouble(self) -> str:
        """Why there will be no board; empty while there may be one."""
        error = self._task.trouble
        missing = isinstance(error, ModuleNotFoundError) and error.name == "numpy"
        return NO_NUMPY if missing else f"The lines cannot be walked: {error}" if error else ""

    @property
    def is_done(self) -> bool:
        """Whether there is a board, or will be none."""
        return self._task.is_done

    def wait(self) -> None:
        """Return when it is done."""
        self._task.wait()

    def _steps(self) -> Iterator[Board]:
        walked = import_module("game.atlas.ends")  # whoever plays needs no numpy
        boards = import_module("game.atlas.board")
        ends = walked.ends(self.campaign, self.reading, self._watch)
        if ends.is_drawn:
            ring = [other for one in self.wanted for other in (one, *beside(self.campaign, one))]
            ends = ends.joined(walked.along(self.campaign, self.reading, ring))
        yield boards.laid(self.campaign, ends)

    def _watch(self, share: float) -> None:
        self.share = share


def work_on(campaign: Campaign, reading: str, wanted: tuple[Answers, ...] = ()) -> Work:
    """Return the work on all lines, begun when it is first asked for."""
    return _work_on(campaign, reading, wanted if lines_at_most(campaign) > WALKED else ())


@lru_cache(maxsize=4)
def _work_on(campaign: Campaign, reading: str, wanted: tuple[Answers, ...]) -> Work:
    return Work(campaign, reading, wanted)
