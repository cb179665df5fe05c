"""Every line of a campaign, walked in a thread beside the game, once in a session."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from threading import Thread

from game.atlas.board import Board, gathered, laid
from game.campaign.campaign import Campaign

NO_NUMPY = (
    "The board computes many lines at once and needs numpy, which is not installed. "
    "Get it with: pip install 'six-telegrams[ensemble]'"
)
AT_ONCE = 1024
"""Lines that are computed at once: a quarter of the fastest number, in half the memory."""


class Work:
    """The walk of all lines under one reading, and the board it comes to."""

    def __init__(self, campaign: Campaign, reading: str) -> None:
        self.campaign = campaign
        self.reading = reading
        self.share = 0.0
        """Which part of the lines was walked."""
        self.board: Board | None = None
        self.trouble = ""
        """Why there will be no board; empty while there may be one."""
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether there is a board, or will be none."""
        return self.board is not None or bool(self.trouble)

    def wait(self) -> None:
        """Return when it is done."""
        self._thread.join()

    def _run(self) -> None:
        try:
            walk = import_module("game.atlas.walk").walk  # whoever plays needs no numpy
            walked = walk(self.campaign, self.reading, most=AT_ONCE)
            strands, lines = gathered(self.campaign, walked, self._watch)
            self.board = laid(self.campaign.outline.axes, strands, lines)
        except Exception as error:  # a thread that ends silently would leave all waiting
            missing = isinstance(error, ModuleNotFoundError) and error.name == "numpy"
            self.trouble = NO_NUMPY if missing else f"The lines cannot be walked: {error}"

    def _watch(self, share: float) -> None:
        self.share = share


@lru_cache(maxsize=4)
def work_on(campaign: Campaign, reading: str) -> Work:
    """Return the work on all lines, begun when it is first asked for."""
    return Work(campaign, reading)
