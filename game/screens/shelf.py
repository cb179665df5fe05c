"""The shelf: every save, newest first; what was set aside is named with its reason."""

from __future__ import annotations

from game import wording
from game.playthrough.resume import Resumed, resume
from game.screens import styles
from game.screens.foot import MOVE, foot, foot_height
from game.screens.menu import titled
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Close, Move, Office, Open, ShelfRow, Stay, Turn
from game.widgets.controls import Press, Style, label, ring, row_of_buttons, width_of, write
from game.widgets.geometry import Rect
from game.widgets.look import Look, Palette
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
        """The key of the save that a second press of Delete removes."""

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
        presses = [Press("close", "Back", "back", "back")]
        used = row_of_buttons(draft.part(), inside, presses, main="close")
        room = Rect(
            inside.x, inside.y + high + look.px(10), inside.w, inside.h - high - used - look.px(24)
        )
        draft.scroll("shelf", room, self.list)
        row_of_buttons(draft, inside, presses, main="close")
        foot(draft, Rect(0, whole.h - low, whole.w, low), (MOVE, ("load", "advance")))
        return draft.done()

    def list(self, draft: Draft, width: int) -> int:
        """Write a row for each save, then what was set aside."""
        look, palette = draft.look, draft.look.palette
        y = look.px(4)
        if not self.rows:
            y += write(
                draft, Rect(0, y, width, 0), "There are no saves yet.", styles.note_on_dark(palette)
            )
        for row in self.rows:
            with draft.group("list", "Saves"):
                y += self.row(draft, Rect(look.px(4), y, width - look.px(8), 0), row)
            y += look.px(6)
        for sentence in self.aside:
            y += look.px(8)
            y += write(draft, Rect(0, y, width, 0), sentence, styles.note_on_dark(palette))
        return y

    def row(self, draft: Draft, rect: Rect, row: ShelfRow) -> int:
        """Draw one save; return its height."""
        look, palette = draft.look, draft.look.palette
        pad, name = look.px(10), f"row:{row.key}"
        words = f"{row.when} · {'automatic' if row.automatic else 'yours'}"
        part = draft.part()
        side = width_of(look, "Really delete", _small(palette)) + 2 * pad
        left = rect.left(rect.w - side - look.px(6))
        inner = Rect(left.x + pad, left.y + pad, left.w - 2 * pad, 0)
        tall = max(self.words(part, inner, row.title, words) + 2 * pad, look.px(38))
        place = left._replace(h=tall)
        lit = name in (draft.hand.focus, draft.hand.hover)
        draft.add(Fill(place, palette.line if lit else palette.wood), Edge(place, palette.line, 1))
        draft.add(*part.marks)
        ring(draft, place.inset(look.px(4)), name)
        draft.spot(Spot(name, "button", f"Load {row.title}, {words}", place))
        self.bin(draft, Rect(rect.right - side, rect.y, side, place.h), row)
        return place.h

    def words(self, draft: Draft, rect: Rect, title: str, words: str) -> int:
        """Write what a save is called and when it was made; return the height."""
        look, palette = draft.look, draft.look.palette
        head = Style(Face.HEAD, 16, palette.cream, 0.5)
        small = Style(Face.HEAD, 13, palette.muted, 0.4)
        height = write(draft, rect, title, head, role="")
        wide = width_of(look, words, small)
        if width_of(look, title, head) + wide + look.px(10) < rect.w:
            label(draft, rect.right - wide, rect.y + look.px(3), words, small)
            return height
        return height + write(draft, rect.moved(0, height), words, small, role="")

    def bin(self, draft: Draft, rect: Rect, row: ShelfRow) -> None:
        """Draw the button that deletes a save; the first press only asks."""
        look, palette = draft.look, draft.look.palette
        name, doomed = f"delete:{row.key}", self.doomed == row.key
        here = draft.hand.focus in (name, f"row:{row.key}")
        word, style = "Really delete" if doomed else "Delete", _small(palette)
        hot = doomed or name == draft.hand.hover
        draft.add(Fill(rect, palette.red if hot else palette.night), Edge(rect, palette.line, 1))
        x = rect.x + (rect.w - width_of(look, word, style)) // 2
        high = look.fonts.height(style.face, style.px(look))
        label(draft, x, rect.y + (rect.h - high) // 2, word, style)
        ring(draft, rect.inset(look.px(4)), name)
        key, hint = ("delete", "delete") if here else ("", "")
        draft.spot(Spot(name, "button", f"{word} {row.title}, {row.when}", rect, key, hint))

    def act(self, spot: str) -> Move:
        """Load a save, delete one after a second press, or go back."""
        kind, _, which = spot.partition(":")
        row = next((one for one in self.rows if one.key == which), None)
        if kind == "row" and row:
            return resumed(self.office, row)
        if kind == "delete" and row:
            return self.delete(row)
        return Close()

    def delete(self, row: ShelfRow) -> Move:
        """Ask once, then delete a save."""
        if self.doomed != row.key:
            self.doomed = row.key
            return Stay()
        self.office.shelf.remove(row)
        self.rows, self.doomed, self.hand.focus = self.office.shelf.rows(), "", ""
        return Stay()


def _small(palette: Palette) -> Style:
    """How the word on the button that deletes is set."""
    return Style(Face.HEAD, 13, palette.muted, 0.8, upper=True)


def resumed(office: Office, row: ShelfRow) -> Move:
    """Return the move that takes up a save, with a word about what has changed since."""
    return taken_up(office, resume(office.campaign, row.desk, row.fingerprints), "save")


def taken_up(office: Office, found: Resumed, what: str, remarks: tuple[str, ...] = ()) -> Move:
    """Return the move to where a save or a code leads, with remarks and a word about changes."""
    lines = tuple(
        Told("", one)
        for one in (
            *remarks,
            *(wording.notice(office.campaign, one, found.desk) for one in found.notices),
        )
    )
    if found.desk is None:
        return Open(OverlayScreen(office, f"This {what} cannot be played here", lines))
    if not lines:
        return Turn(found.desk)
    title = f"The campaign has changed since this {what}"
    return Open(NoticeScreen(office, title, lines, Turn(found.desk)))


class NoticeScreen(OverlayScreen):
    """Something the player should know before going on."""

    name = "notice"

    def __init__(self, office: Office, title: str, lines: tuple[Told, ...], onward: Move) -> None:
        super().__init__(office, title, lines)
        self.onward = onward

    def act(self, spot: str) -> Move:
        """Go on."""
        return self.onward if spot == "close" else Stay()
