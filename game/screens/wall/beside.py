"""Several classes side by side on the wall: what the report says of them, and no pupil."""

from __future__ import annotations

from game.chronicle.chronicle import Figure, Part, Section, Statement, Table, Words
from game.classroom.report.rooms import rooms_of
from game.room import views
from game.room.debrief import played
from game.room.told import cited
from game.screens import styles
from game.screens.screen import Office
from game.screens.wall.pages import AsidePage, papers
from game.screens.wall.view import Shown
from game.widgets.controls import Press, Style, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Sheet, Spot
from game.widgets.typeset import Face

MOST = 3
"""Other classes that a wall has room for: those that played last."""
NARROW = 130
"""So wide is a column at least, at letters of the usual size; else rows are told in lines."""


class BesideScreen(AsidePage):
    """This class beside earlier ones of the same campaign, in what it answered itself.

    What others answered later it may still have before it, history's answers too.
    """

    name = "beside"

    def __init__(self, office: Office, shown: Shown) -> None:
        super().__init__(office, shown)
        others = office.classes.beside(shown.campaign, shown.room)
        rooms = (*others[-MOST:], shown.room)
        self.told = rooms_of(shown.campaign, rooms, played(shown.room))

    def view(self, look: Look) -> Sheet:
        """Return the page of the report as one reads it from the back row."""
        return self.page(look, [Press("next", "Back", "advance", "back")], self.words)

    def words(self, draft: Draft, width: int) -> int:
        """Write the title and section after section; return the height."""
        look, palette = draft.look, draft.look.palette
        large, y = styles.large(palette), 0
        y += write(draft, Rect(0, 0, width, 0), "Class beside class", large, role="heading")
        for one in self.told.sections:
            y += look.px(12)
            y += self.section(draft, Rect(0, y, width, 0), one)
        return y

    def section(self, draft: Draft, rect: Rect, one: Section) -> int:
        """Write a heading and what stands under it; return the height."""
        gold = styles.gold(draft.look.palette)
        y = rect.y + write(draft, rect, one.title, gold, role="heading")
        for part in one.parts:
            y += self.part(draft, rect._replace(y=y), part) + draft.look.px(6)
        return y - rect.y

    def part(self, draft: Draft, rect: Rect, part: Part) -> int:
        """Write a paragraph, a table or a statement; return the height."""
        match part:
            case Words(text):
                return write(draft, rect, text, Style(Face.TEXT, 21, draft.look.palette.cream))
            case Table():
                return table(draft, rect, part)
            case Statement():
                sources = cited(self.shown.campaign, part.sources)
                one = views.Statement(part.title, part.text, part.grade, sources)
                return papers(draft, rect, (one,))
            case Figure():
                return write(draft, rect, part.diagram.alt, styles.on_dark(draft.look.palette))


def table(draft: Draft, rect: Rect, one: Table) -> int:
    """Write a table in columns, or row by row in lines where they are too narrow."""
    look, muted = draft.look, styles.note_on_dark(draft.look.palette)
    y = rect.y + write(draft, rect, one.caption, muted, role="note")
    columns = rect.columns(len(one.head), look.px(14))
    in_lines = columns[0].w < look.px(NARROW) * look.text // 100
    for row in (one.head,) * (not in_lines) + one.rows:
        draft.add(Fill(Rect(rect.x, y, rect.w, 1), look.palette.line))
        place = rect._replace(y=y + look.px(4))
        high = lines(draft, place, one.head, row) if in_lines else cells(draft, columns, place, row)
        said = "; ".join(f"{name}: {cell}" for name, cell in zip(one.head, row, strict=True))
        if row is not one.head:
            draft.spot(Spot("", "text", said, place._replace(h=high), enabled=False))
        y = place.y + high + look.px(4)
    return y - rect.y


def cells(draft: Draft, columns: tuple[Rect, ...], place: Rect, row: tuple[str, ...]) -> int:
    """Write a row, the first cell in strong letters; return the height."""
    first, other = _styles(draft)
    set_in = (first, *(other for _ in row[1:]))
    return max(
        write(draft, one._replace(y=place.y), cell, style, role="")
        for one, cell, style in zip(columns, row, set_in, strict=True)
    )


def lines(draft: Draft, place: Rect, head: tuple[str, ...], row: tuple[str, ...]) -> int:
    """Write a row as lines, each cell behind its name; return the height."""
    first, other = _styles(draft)
    y = place.y + write(draft, place, row[0], first, role="")
    for name, cell in zip(head[1:], row[1:], strict=True):
        y += write(draft, place._replace(y=y), f"{name}: {cell}", other, role="")
    return y - place.y


def _styles(draft: Draft) -> tuple[Style, Style]:
    """Return how what a row is about is set, and what it says."""
    palette = draft.look.palette
    return Style(Face.HEAD, 18, palette.cream, 0.2), Style(Face.TEXT, 19, palette.cream)
