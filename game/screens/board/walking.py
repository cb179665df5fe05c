"""Every line of a campaign, walked beside the game, once in a session."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from game.atlas.answers import WALKED, Answers, beside, lines_at_most
from game.campaign.campaign import Campaign
from game.errand import Errand, Watch

if TYPE_CHECKING:
    from game.atlas.board import Board

NO_NUMPY = (
    "The board computes many lines at once and needs numpy, which is not installed. "
    "Get it with: pip install 'six-telegrams[ensemble]'"
)


class Work:
    """The walk of all lines under one reading, and the board it comes to."""

    def __init__(self, campaign: Campaign, reading: str, wanted: tuple[Answers, ...] = ()) -> None:
        self.campaign = campaign
        self.reading = reading
        self.wanted = wanted
        """Lines that must be there with those beside them, even if only a sample is."""
        self.errand: Errand[Board] = Errand(self._walk)

    @property
    def board(self) -> Board | None:
        """The board, once it is there."""
        return self.errand.result

    @property
    def trouble(self) -> str:
        """Why there will be no board; empty while there may be one."""
        error = self.errand.error
        missing = isinstance(error, ModuleNotFoundError) and error.name == "numpy"
        return NO_NUMPY if missing else f"The lines cannot be walked: {error}" if error else ""

    def _walk(self, watch: Watch) -> Board:
        walked = import_module("game.atlas.ends")  # whoever plays needs no numpy
        boards = import_module("game.atlas.board")
        ends = walked.ends(self.campaign, self.reading, watch)
        if ends.is_drawn:
            ring = [other for one in self.wanted for other in (one, *beside(self.campaign, one))]
            ends = ends.joined(walked.along(self.campaign, self.reading, ring))
        board: Board = boards.laid(self.campaign, ends)
        return board


def work_on(campaign: Campaign, reading: str, wanted: tuple[Answers, ...] = ()) -> Work:
    """Return the work on all lines, begun when it is first asked for."""
    return _work_on(campaign, reading, wanted if lines_at_most(campaign) > WALKED else ())


@lru_cache(maxsize=4)
def _work_on(campaign: Campaign, reading: str, wanted: tuple[Answers, ...]) -> Work:
    return Work(campaign, reading, wanted)
