"""Before the board shows how all ends, to somebody who has not come to any end yet: may it?"""

from __future__ import annotations

from game.playthrough.desk import Desk, Stage
from game.screens import styles
from game.screens.foot import foot, foot_height
from game.screens.overlay import middle, shortened
from game.screens.screen import Office
from game.widgets.controls import Press, paper, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Hand, Sheet

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
    draft, whole, low = Draft(look, hand), Rect(0, 0, *look.size), foot_height(look)
    draft.add(Fill(whole, look.palette.night))
    sheet = middle(look, whole.top(whole.h - low))
    presses = [
        Press("close", "Not yet", "back", "not yet"),
        Press("show", "Show it", "advance", "show it"),
    ]
    inner = sheet.inset(look.px(30), look.px(24))
    used = row_of_buttons(draft.part(), inner, presses, main="close") + look.px(16)
    sheet = shortened(sheet, draft.height_of(_words, inner.w, sheet.h) + used + look.px(50))
    paper(draft, sheet)
    inner = sheet.inset(look.px(30), look.px(24))
    draft.scroll("question", inner.top(inner.h - used), _words)
    row_of_buttons(draft, inner, presses, main="close")
    foot(draft, whole.below(whole.h - low))
    return draft.done()


def _words(draft: Draft, width: int) -> int:
    palette, line = draft.look.palette, Rect(0, 0, width, 0)
    y = write(draft, line, TITLE, styles.heading(palette), role="heading")
    return y + write(draft, line._replace(y=y), QUESTION, styles.text(palette))
