"""The shelf: every save, newest first; what was set aside is named with its reason."""

from __future__ import annotations

from game import wording
from game.playthrough.resume import resume
from game.screens import styles
from game.screens.frame import foot, foot_height
from game.screens.menu import titled
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Close, Move, Office, Open, ShelfRow, Stay, Turn
from game.widgets.controls import Press, Style, label, ring, row_of_buttons, width_of, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet, Spot
from game.widgets.typeset import Face


class ShelfScreen:
    """A list to load from."""

    name = "shelf"
    over = False

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hand = Hand()
        self.rows = office.shelf.rows()
        self.aside = office.shelf.aside()
        self.doomed = ""
        """The save that a second press of Delete removes."""

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return the list in the dark."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        draft.add(Fill(whole, look.palette.night))
        inside = Rect(look.px(60), look.px(34), whole.w - look.px(120), whole.h - low - look.px(50))
        high = titled(draft, inside.x, inside.y, "Load")
        presses = [Press("close", "Back", "escape", "Esc back")]
        if self.chosen():
            word = "Really delete" if self.doomed == self.hand.focus else "Delete"
            presses.insert(0, Press("delete", word, "delete", "Del delete"))
        used = row_of_buttons(draft, inside, presses, main="close")
        room = Rect(
            inside.x, inside.y + high + look.px(10), inside.w, inside.h - high - used - look.px(24)
        )
        draft.scroll("shelf", room, self.list)
        foot(draft, Rect(0, whole.h - low, whole.w, low), ("Arrows move", "Enter load"))
        return draft.done()

    def chosen(self) -> ShelfRow | None:
        """Return the save under the focus."""
        return next((row for row in self.rows if f"row:{row.key}" == self.hand.focus), None)

    def list(self, draft: Draft, width: int) -> int:
        """Write a row for each save, then what was set aside."""
        look, palette = draft.look, draft.look.palette
        y = look.px(4)
        if not self.rows:
            y += write(
                draft, Rect(0, y, width, 0), "There are no saves yet.", styles.note_on_dark(palette)
            )
        for row in self.rows:
            y += self.row(draft, Rect(look.px(4), y, width - look.px(8), 0), row) + look.px(6)
        for sentence in self.aside:
            y += look.px(8)
            y += write(draft, Rect(0, y, width, 0), sentence, styles.note_on_dark(palette))
        return y

    def row(self, draft: Draft, rect: Rect, row: ShelfRow) -> int:
        """Draw one save; return its height."""
        look, palette = draft.look, draft.look.palette
        title, small = (
            Style(Face.HEAD, 16, palette.cream, 0.5),
            Style(Face.HEAD, 13, palette.muted, 0.4),
        )
        pad = look.px(10)
        name = f"row:{row.key}"
        kind = "automatic" if row.automatic else "yours"
        words = f"{row.when} · {kind}"
        inner = rect.inset(pad, 0)
        part = draft.part()
        beside = width_of(look, row.title, title) + width_of(look, words, small) + pad < inner.w
        height = write(part, Rect(inner.x, rect.y + pad, inner.w, 0), row.title, title, role="")
        if beside:
            label(
                part,
                inner.right - width_of(look, words, small),
                rect.y + pad + look.px(3),
                words,
                small,
            )
        else:
            height += write(
                part, Rect(inner.x, rect.y + pad + height, inner.w, 0), words, small, role=""
            )
        place = Rect(rect.x, rect.y, rect.w, height + 2 * pad)
        lit = name in (draft.hand.focus, draft.hand.hover)
        draft.add(Fill(place, palette.line if lit else palette.wood), Edge(place, palette.line, 1))
        draft.add(*part.marks)
        ring(draft, place.inset(look.px(4)), name)
        draft.spot(Spot(name, "button", f"Load {row.title}, {words}", place))
        return place.h

    def act(self, spot: str) -> Move:
        """Load a save, delete one after a second press, or go back."""
        kind, _, which = spot.partition(":")
        if kind == "row":
            return resumed(self.office, next(row for row in self.rows if row.key == which))
        if kind == "delete":
            return self.delete()
        return Close()

    def delete(self) -> Move:
        """Ask once, then delete the save under the focus."""
        row = self.chosen()
        if row is None:
            return Stay()
        if self.doomed != self.hand.focus:
            self.doomed = self.hand.focus
            return Stay()
        self.office.shelf.remove(row)
        self.rows, self.doomed, self.hand.focus = self.office.shelf.rows(), "", ""
        return Stay()


def resumed(office: Office, row: ShelfRow) -> Move:
    """Return the move that takes up a save, with a word about what has changed since."""
    found = resume(office.campaign, row.desk, row.fingerprints)
    if found.desk is None:
        lines = tuple(Told("", wording.notice(office.campaign, one)) for one in found.notices)
        return Open(OverlayScreen(office, "This save cannot be played here", lines))
    if not found.notices:
        return Turn(found.desk)
    lines = tuple(Told("", wording.notice(office.campaign, one)) for one in found.notices)
    return Open(NoticeScreen(office, lines, Turn(found.desk)))


class NoticeScreen(OverlayScreen):
    """Something the player should know before going on."""

    name = "notice"

    def __init__(self, office: Office, lines: tuple[Told, ...], onward: Move) -> None:
        super().__init__(office, "The campaign has changed since this save", lines)
        self.onward = onward

    def act(self, spot: str) -> Move:
        """Go on."""
        return self.onward if spot == "close" else Stay()
