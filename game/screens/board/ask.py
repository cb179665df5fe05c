"""Before the board shows how all ends, to somebody who has not come to any end yet: may it?"""

from __future__ import annotations

from game.playthrough.desk import Desk, Stage
from game.screens import styles
from game.screens.overlay import papered
from game.screens.screen import Office
from game.widgets.controls import Press, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Hand, Sheet

TITLE = "How it all ends"
QUESTION = (
    "The board shows where every line of this campaign ends, and what history answered to every "
    "telegram. You have not finished it yet: the board would tell you what is to come. What you "
    "play stays as it is either way."
)


def is_over(office: Office, desk: Desk) -> bool:
    """Return whether a campaign is played so far that the board tells nothing that is to come."""
    is_whole = len(desk.playthrough.line) == len(office.campaign.scenarios)
    return is_whole and desk.stage in (Stage.RECORD, Stage.CHRONICLE)


def may_tell(office: Office) -> bool:
    """Return whether the player has finished the campaign once, or wants to know all the same."""
    return office.peeks or bool(office.shelf.seen().endings)


def asking(look: Look, hand: Hand) -> Sheet:
    """Return the question on a paper."""
    presses = [
        Press("close", "Not yet", "back", "not yet"),
        Press("show", "Show it", "advance", "show it"),
    ]
    return papered(Draft(look, hand), "question", presses, _words, main="show")


def _words(draft: Draft, width: int) -> int:
    palette, line = draft.look.palette, Rect(0, 0, width, 0)
    y = write(draft, line, TITLE, styles.heading(palette), role="heading")
    return y + write(draft, line._replace(y=y), QUESTION, styles.text(palette))
