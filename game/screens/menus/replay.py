"""Answer a telegram again: the answers given, to choose from. The old playthrough stays."""

from __future__ import annotations

from game.playthrough.desk import Desk, again, replay_of
from game.playthrough.replay import Step
from game.screens import styles
from game.screens.frame import rule
from game.screens.overlay import OverlayScreen
from game.screens.screen import Close, Leaf, Move, Office, Tell, Turn
from game.widgets.controls import ring, write
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft, Group, Spot

NOTHING = "No telegram is answered yet."
INTRO = (
    "Which telegram? You sit at its decision again, knowing what you had asked. It begins another "
    "playthrough; the saves of the present one stay."
)
LIST = Group("list", "Telegrams answered")


def answering_again(office: Office, desk: Desk, turn: int | None = None) -> Move:
    """Open the list with one of the telegrams in hand, the last one unless it is named."""
    answered = len(desk.playthrough.line)
    if not answered:
        return Tell(NOTHING)
    return Leaf(ReplayScreen(office, desk, answered - 1 if turn is None else turn))


class ReplayScreen(OverlayScreen):
    """The answers given, each a way back."""

    name = "replay"

    def __init__(self, office: Office, desk: Desk, turn: int) -> None:
        super().__init__(office, "Answer again", ())
        self.desk = desk
        self.hand.focus = f"turn:{turn}"

    def words(self, draft: Draft, width: int) -> int:
        """Write a row for each telegram that was answered."""
        look, palette = draft.look, draft.look.palette
        y = write(draft, Rect(0, 0, width, 0), self.title, styles.heading(palette), role="heading")
        y += write(draft, Rect(0, y, width, 0), INTRO, styles.intro(palette)) + look.px(6)
        for turn, step in enumerate(replay_of(self.office.campaign, self.desk).steps):
            rule(draft, 0, y, width)
            y += self.row(draft, Rect(0, y + look.px(6), width, 0), turn, step) + look.px(12)
        return y

    def row(self, draft: Draft, rect: Rect, turn: int, step: Step) -> int:
        """Write one telegram with its answer; return the height."""
        look, palette = draft.look, draft.look.palette
        name, inner = f"turn:{turn}", rect.inset(look.px(8), 0)
        title = f"{turn + 1}. {step.scenario.title}, {step.scenario.when}"
        answer = f"{step.response.title}."
        y = inner.y + look.px(4)
        y += write(draft, inner._replace(y=y), title, styles.subheading(palette), role="")
        y += write(draft, inner._replace(y=y), answer, styles.text(palette), role="")
        place = rect._replace(h=max(y - rect.y + look.px(4), look.px(40)))
        ring(draft, place.inset(look.px(4)), name)
        said = f"{title}. Your answer: {answer}"
        number = str(turn + 1) if turn < 9 else ""
        draft.spot(Spot(name, "button", said, place, number, "choose", within=(LIST,)))
        return place.h

    def act(self, spot: str) -> Move:
        """Sit down at a decision again, or put the paper away."""
        word, _, which = spot.partition(":")
        return Turn(again(self.desk, int(which))) if word == "turn" else Close()
