"""What the wall asks before something that cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.room.refusals import Refused
from game.room.requests import Back, End
from game.screens.question import QuestionScreen
from game.screens.screen import Move, Tell

if TYPE_CHECKING:
    from game.screens.wall.wall import WallScreen

WITHDRAWING = "The class decides this telegram again. Its voices stay as they were."
ENDING = "Nothing is taken any more. The pages on the phones stay open to be kept."
LEAVING = (
    "The phones lose the room. It is kept on this computer as it is and can be taken up again, "
    "from the page Classroom."
)


def told(refused: Refused) -> Tell:
    """Return what a room says when it does not do something: words without names."""
    return Tell(f"{refused.message} {refused.fix}")


def withdrawing(wall: WallScreen) -> QuestionScreen:
    """Return the question whether the last answer is taken back."""
    title, yes = "Take the answer back?", "Take it back"
    return QuestionScreen(wall.office, title, WITHDRAWING, yes, lambda: wall.ask(Back()))


def ending(wall: WallScreen) -> QuestionScreen:
    """Return the question whether the lesson ends."""
    title, yes = "End the lesson?", "End it"
    return QuestionScreen(wall.office, title, ENDING, yes, lambda: wall.ask(End()))


class LeaveScreen(QuestionScreen):
    """Asks once whether hosting is to end."""

    def __init__(self, wall: WallScreen, move: Move) -> None:
        title, yes = "End hosting?", "End hosting"
        super().__init__(wall.office, title, LEAVING, yes, lambda: wall.ended(move))
        self.wall = wall

    def act(self, spot: str) -> Move:
        """End it, or go on hosting."""
        self.wall.is_leaving = False
        return super().act(spot)
