"""The shelf: playthroughs, newest first; what was set aside is named with its reason."""

from __future__ import annotations

from game.files.remembered import LONGEST
from game.playthrough.coverage import Coverage, coverage
from game.playthrough.glance import Glance, glance
from game.playthrough.resume import Resumed, resume
from game.screens import styles
from game.screens.beside.compare import CompareScreen
from game.screens.beside.picking import Named, PickScreen
from game.screens.foot import MOVE
from game.screens.menu import in_the_dark, tabs, titled
from game.screens.menus.covered import covered
from game.screens.menus.shelfrow import FILTERS, belonging, shown, thumbnail
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Close, Move, Office, Open, ShelfRow, Show, Stay, Tell, Turn
from game.widgets.controls import Press, Style, label, ring, row_of_buttons, width_of, write
from game.widgets.geometry import Rect
from game.widgets.look import Look, Palette
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet, Spot
from game.widgets.typeset import Face
from game.words import wording
from game.words.shelfwords import told

MOST = 20
"""Rows shown at first, and as many more each time older ones are asked for."""


class ShelfScreen:
    """A list to load from."""

    name = "shelf"
    over = False

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hand = Hand()
        self.rows = office.shelf.rows()
        self.aside = office.shelf.aside()
        self.filter = "filter:playthroughs"
        self.most = MOST
        """Rows that are shown: each is played anew."""
        self.doomed = ""
        """The key of the save that a second press of Delete removes."""
        self.naming = ""
        """The key of the save that is given a name."""
        self.typed = ""
        """The name so far."""
        self._facts: dict[str, Glance] = {}
        self._covered: Coverage | None = None

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    @property
    def shown(self) -> tuple[ShelfRow, ...]:
        """The rows that are seen."""
        return shown(self.rows, self.filter)

    def facts(self, row: ShelfRow) -> Glance:
        """Return what is known of a row, found out once."""
        if row.key not in self._facts:
            self._facts[row.key] = glance(self.office.campaign, row.desk, row.fingerprints)
        return self._facts[row.key]

    def told(self, row: ShelfRow) -> str:
        """Return the ending of a row, its code, and what has changed since."""
        return told(self.office.campaign, self.facts(row))

    @property
    def coverage(self) -> Coverage:
        """How much was seen, found out once."""
        if self._covered is None:
            self._covered = coverage(self.office.campaign, self.office.shelf.seen())
        return self._covered

    def view(self, look: Look) -> Sheet:
        """Return the list in the dark."""
        presses = [Press("close", "Back", "back", "back")]
        if self.rows:
            presses.insert(0, Press("compare", "Side by side", "compare", "side by side"))
        load = ("load", "advance")
        return in_the_dark(Draft(look, self.hand), "shelf", presses, self.list, MOVE, load)

    def list(self, draft: Draft, width: int) -> int:
        """Write what was seen so far, a row for each playthrough, then what was set aside."""
        look, palette = draft.look, draft.look.palette
        y = titled(draft, 0, 0, "Load") + look.px(6)
        y += covered(draft, Rect(0, y, width, 0), self.coverage) + look.px(12)
        if len(self.rows) > 1:
            y += tabs(draft, Rect(0, y, width, 0), FILTERS, self.filter) + look.px(10)
        if not self.shown:
            none = "There are none of these." if self.rows else "There are no saves yet."
            y += write(draft, Rect(0, y, width, 0), none, styles.note_on_dark(palette))
        for row in self.shown[: self.most]:
            with draft.group("list", "Saves"):
                y += self.row(draft, Rect(look.px(4), y, width - look.px(8), 0), row)
            y += look.px(6)
        y += self.older(draft, Rect(look.px(4), y, width - look.px(8), 0))
        for sentence in self.aside:
            y += look.px(8)
            y += write(draft, Rect(0, y, width, 0), sentence, styles.note_on_dark(palette))
        return y

    def older(self, draft: Draft, rect: Rect) -> int:
        """Draw the button that shows older ones, if there are any; return its height."""
        many = len(self.shown)
        if many <= self.most:
            return 0
        press = [Press("older", f"Older: {many - self.most} more")]
        high = row_of_buttons(draft.part(), rect, press, main="")
        return row_of_buttons(draft, rect._replace(h=high), press, main="")

    def row(self, draft: Draft, rect: Rect, row: ShelfRow) -> int:
        """Draw one save; return its height."""
        look, palette = draft.look, draft.look.palette
        pad, name, facts = look.px(10), f"row:{row.key}", self.facts(row)
        part = draft.part()
        side = width_of(look, "Keep the name", _small(palette)) + 2 * pad
        left = rect.left(rect.w - side - look.px(6))
        picture = look.px(90)
        inner = Rect(left.x + pad, left.y + pad, left.w - picture - 3 * pad, 0)
        tall = max(self.words(part, inner, row) + 2 * pad, look.px(82))
        place = left._replace(h=tall)
        lit = name in (draft.hand.focus, draft.hand.hover)
        draft.add(Fill(place, palette.line if lit else palette.wood), Edge(place, palette.line, 1))
        if self.naming == row.key:
            self.field(draft, place)
        else:
            draft.add(*part.marks)
            thumbnail(draft, Rect(inner.right + pad, inner.y, picture, tall - 2 * pad), facts)
            ring(draft, place.inset(look.px(4)), name)
            draft.spot(Spot(name, "button", f"Load {self.said(row)}", place))
        self.tools(draft, Rect(rect.right - side, rect.y, side, place.h), row)
        return place.h

    def said(self, row: ShelfRow) -> str:
        """Return all that a row tells, for a voice."""
        facts, kind = self.facts(row), "automatic" if row.automatic else "yours"
        given = f"{facts.answers.seen} of {facts.answers.of} answers"
        return ", ".join(filter(None, (row.name, row.title, row.when, kind, given, self.told(row))))

    def words(self, draft: Draft, rect: Rect, row: ShelfRow) -> int:
        """Write what a save is called and where it stands; return the height."""
        palette = draft.look.palette
        head = Style(Face.HEAD, 16, palette.cream, 0.5)
        small = Style(Face.HEAD, 13, palette.muted, 0.4)
        kind = "automatic" if row.automatic else "yours"
        height = write(draft, rect, row.name or row.title, head, role="")
        where = f"{row.title} · " if row.name else ""
        for line in (f"{where}{row.when} · {kind}", self.told(row)):
            height += write(draft, rect.moved(0, height), line, small, role="") if line else 0
        return height

    def tools(self, draft: Draft, rect: Rect, row: ShelfRow) -> None:
        """Draw the buttons that name and delete a save; the first press of Delete only asks."""
        look = draft.look
        half = (rect.h - look.px(4)) // 2
        above, below = rect._replace(h=half), Rect(rect.x, rect.bottom - half, rect.w, half)
        here, doomed = f"row:{row.key}", self.doomed == row.key
        name = f"name:{row.key}"
        key = "rename" if draft.hand.focus in (here, name) else ""
        press = Press(name, "Name", key, "name it" if key else "")
        if self.naming == row.key:
            press = Press("called:", "Keep the name", "advance", "keep the name")
        self.tool(draft, above, press)
        name = f"delete:{row.key}"
        key = "delete" if draft.hand.focus in (name, here) else ""
        word = "Really delete" if doomed else "Delete"
        self.tool(draft, below, Press(name, word, key, "delete" if key else ""), hot=doomed)

    def tool(self, draft: Draft, rect: Rect, press: Press, *, hot: bool = False) -> None:
        """Draw a small button."""
        look, palette = draft.look, draft.look.palette
        style = _small(palette)
        hot = hot or press.name == draft.hand.hover
        draft.add(Fill(rect, palette.red if hot else palette.night), Edge(rect, palette.line, 1))
        x = rect.x + (rect.w - width_of(look, press.label, style)) // 2
        high = look.fonts.height(style.face, style.px(look))
        label(draft, x, rect.y + (rect.h - high) // 2, press.label, style)
        ring(draft, rect.inset(look.px(4)), press.name)
        draft.spot(Spot(press.name, "button", press.label, rect, press.key, press.hint))

    def field(self, draft: Draft, rect: Rect) -> None:
        """Draw the field for a name."""
        look, palette = draft.look, draft.look.palette
        style = Style(Face.HEAD, 20, palette.cream, 0.4)
        draft.add(Fill(rect, palette.night), Edge(rect, palette.gold, look.px(1)))
        words = f"{self.typed}_"
        while width_of(look, words, style) > rect.w - look.px(24) and len(words) > 1:
            words = words[1:]  # what is typed last is seen
        high = look.fonts.height(style.face, style.px(look))
        label(draft, rect.x + look.px(12), rect.y + (rect.h - high) // 2, words, style)
        ring(draft, rect.inset(look.px(4)), "called")
        draft.spot(Spot("called", "field", "Its name", rect, value=self.typed))

    def act(self, spot: str) -> Move:
        """Load, name or delete a save, show others, or go back."""
        kind, _, which = spot.partition(":")
        row = next((one for one in self.rows if one.key == which), None)
        if kind == "filter":
            self.filter, self.most = spot, MOST
        elif kind == "older":
            self.most += MOST
        elif kind == "compare":
            return Open(PickScreen(self.office, (), self.beside))
        elif kind == "row" and row:
            return resumed(self.office, row)
        elif kind == "delete" and row:
            return self.delete(row)
        elif kind in ("name", "called", "typed", "erased"):
            return self.name_it(kind, which)
        elif self.naming:
            self.naming, self.hand.focus = "", f"row:{self.naming}"
        else:
            return Close()
        return Stay()

    def beside(self, lines: tuple[Named, ...]) -> Move:
        """Show the lines side by side that were chosen."""
        return Show(CompareScreen(self.office, lines))

    def name_it(self, kind: str, which: str) -> Move:
        """Begin to give a name, write at it, or keep it."""
        row = next((one for one in self.rows if one.key == self.naming), None)
        if kind == "name":
            self.naming, self.hand.focus = which, "called"
            self.typed = next((one.name for one in self.rows if one.key == which), "")
        elif kind == "typed":
            self.typed = (self.typed + which)[:LONGEST]
        elif kind == "erased":
            self.typed = self.typed[:-1]
        elif row:
            trouble = self.office.shelf.rename(row, self.typed.strip())
            self.rows, self.naming = self.office.shelf.rows(), ""
            self.hand.focus = f"row:{row.key}"
            return Tell(trouble) if trouble else Stay()
        return Stay()

    def delete(self, row: ShelfRow) -> Move:
        """Ask once, then delete a save, or a playthrough with the saves on the way to it."""
        if self.doomed != row.key:
            self.doomed = row.key
            return Stay()
        whole = self.filter in ("filter:playthroughs", "filter:over")
        doomed = belonging(self.rows, row) if whole else (row,)
        troubles = [*filter(None, map(self.office.shelf.remove, doomed))]
        self.rows, self.doomed, self.hand.focus = self.office.shelf.rows(), "", ""
        return Tell(troubles[0]) if troubles else Stay()


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
