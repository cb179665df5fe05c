"""A paper over the screen: statements with their grade and sources, to read and put away."""

from __future__ import annotations

from collections.abc import Callable

from game.campaign.words import Claim, Grade, SourceId
from game.frozen import dataclass
from game.screens import styles
from game.screens.foot import Hint, foot, foot_height
from game.screens.frame import rule
from game.screens.screen import Close, Move, Office
from game.widgets.controls import (
    Press,
    Style,
    label,
    paper,
    ring,
    row_of_buttons,
    tag,
    tag_size,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.map.key import SIZE
from game.widgets.sheet import Draft, Drawing, Hand, Sheet, Spot
from game.widgets.typeset import Face
from game.words import wording

UNSAVED = "You can play on. Make room or free the folder, then save from the menu."


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as the overlay shows it."""

    title: str
    text: str
    grade: Grade | None = None
    sources: tuple[SourceId, ...] = ()
    link: str = ""
    """The name of the spot that leads further, if the statement can be asked about."""
    drawing: str = ""
    """An SVG picture at its left, as wide as a sample of the map's key."""


def told(title: str, claim: Claim) -> Told:
    """Return a claim under a title."""
    return Told(title, str(claim.text), claim.grade, claim.sources)


class OverlayScreen:
    """Some statements on one paper."""

    name = "overlay"
    over = True

    def __init__(self, office: Office, title: str, parts: tuple[Told, ...]) -> None:
        self.office = office
        self.title = title
        self.parts = parts
        self.hand = Hand(focus="close")  # it stands out, so Enter presses it

    def view(self, look: Look) -> Sheet:
        """Return the paper in the middle of a dark window."""
        return papered(Draft(look, self.hand), "overlay", self.presses(), self.words)

    def presses(self) -> list[Press]:
        """Return the buttons."""
        return [Press("close", "Close", "back", "close")]

    def words(self, draft: Draft, width: int) -> int:
        """Write every statement from the top down."""
        look, palette = draft.look, draft.look.palette
        y = write(draft, Rect(0, 0, width, 0), self.title, styles.heading(palette), role="heading")
        y += self.picture(draft, width, y)
        for part in self.parts:
            y += look.px(10)
            rule(draft, 0, y, width)
            y += look.px(10)
            y += self.part(draft, Rect(0, y, width, 0), part)
        return y

    def picture(self, draft: Draft, width: int, y: int) -> int:  # noqa: ARG002 - most have none
        """Draw what stands between the title and the statements; return its height."""
        return 0

    def part(self, draft: Draft, rect: Rect, part: Told) -> int:
        """Write one statement; one that leads further can be pressed. Return the height."""
        if part.drawing:
            return self.drawn(draft, rect, part)
        height = statement(draft, rect, self.office, part)
        if part.link:
            palette = draft.look.palette
            further = Style(Face.HEAD, 14, palette.red)
            line = Rect(rect.x, rect.y + height, rect.w, 0)
            height += write(draft, line, "→ why", further, role="")
            whole = Rect(rect.x, rect.y, rect.w, height)
            ring(draft, whole.inset(draft.look.px(2)), part.link)
            draft.spot(Spot(part.link, "button", f"Why: {part.title}", whole))
        return height

    def drawn(self, draft: Draft, rect: Rect, part: Told) -> int:
        """Write one statement beside its picture. Return the height."""
        look = draft.look
        wide, tall = (look.pt(side) for side in SIZE)
        draft.add(Drawing(Rect(rect.x, rect.y + look.px(2), wide, tall), part.drawing))
        height = statement(draft, rect.after(wide + look.px(14)), self.office, part)
        return max(height, tall + look.px(4))

    def act(self, spot: str) -> Move:  # noqa: ARG002 - there is one thing to do
        """Put the paper away."""
        return Close()

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False


def unsaved(office: Office, trouble: str) -> OverlayScreen:
    """Return the page that tells of a step that could not be kept."""
    return OverlayScreen(office, "This step is not saved", (Told("", trouble), Told("", UNSAVED)))


def papered(
    draft: Draft,
    name: str,
    presses: list[Press],
    words: Callable[[Draft, int], int],
    main: str = "close",
    hints: tuple[Hint, ...] = (),
) -> Sheet:
    """Return a paper in the middle of a dark window, no taller than it needs to be.

    Args:
        draft: what it is drawn on.
        name: of what scrolls.
        presses: the buttons.
        words: writes what stands on it, and returns how tall that is.
        main: the name of the button that leads on.
        hints: what the line of keys says besides.
    """
    look = draft.look
    whole, low = Rect(0, 0, *look.size), foot_height(look)
    sheet = middle(look, whole.top(whole.h - low))
    edge, gap = (look.px(30), look.px(24)), look.px(12)
    inside = sheet.inset(*edge)
    tall = row_of_buttons(draft.part(), inside, presses, main=main)
    needed = draft.height_of(words, inside.w, sheet.h) + tall + 2 * edge[1] + gap
    sheet = shortened(sheet, needed + look.px(18))
    paper(draft, sheet)
    inside = sheet.inset(*edge)
    draft.scroll(name, inside.top(inside.h - tall - gap), words)
    row_of_buttons(draft, inside, presses, main=main)
    foot(draft, whole.below(whole.h - low), hints)
    return draft.done()


def middle(look: Look, whole: Rect) -> Rect:
    """Return where a paper lies in the middle: as wide as reading needs, and no wider."""
    width = min(look.px(860) * max(look.text, 100) // 100, whole.w - look.px(32))
    height = whole.h - look.px(56)
    return Rect(whole.x + (whole.w - width) // 2, whole.y + look.px(28), width, height)


def shortened(sheet: Rect, needed: int) -> Rect:
    """Return a paper no taller than it needs to be, in the middle of where it lay."""
    height = min(needed, sheet.h)
    return Rect(sheet.x, sheet.y + (sheet.h - height) // 2, sheet.w, height)


def statement(
    draft: Draft, rect: Rect, office: Office, part: Told, size: float = styles.READING
) -> int:
    """Write one statement: title and grade, text (of a size), sources; return the height."""
    look, palette = draft.look, draft.look.palette
    y = rect.y
    if part.title:
        y += titled(draft, rect, part.title, part.grade)
    if part.text:
        y += write(draft, Rect(rect.x, y, rect.w, 0), part.text, styles.text(palette, size))
    if part.sources:
        line = "Sources: " + "; ".join(named(office, part.sources))
        y += look.px(3)
        y += write(draft, Rect(rect.x, y, rect.w, 0), line, styles.fine(palette), role="note")
    return y - rect.y


def titled(draft: Draft, rect: Rect, title: str, grade: Grade | None) -> int:
    """Write a small heading with its grade at the right, or below it where there is no room."""
    look, palette = draft.look, draft.look.palette
    head, mark = styles.subheading(palette), styles.grade(palette)
    height = look.fonts.height(head.face, head.px(look))
    if grade is None:
        return write(draft, rect, title, head, role="heading")
    wide, tall = tag_size(look, str(grade), mark)
    if width_of(look, title, head) + wide + look.px(10) <= rect.w:
        label(draft, rect.x, rect.y, title, head)
        tag(draft, rect.right, rect.y, str(grade), mark)
        total = max(height, tall) + look.px(2)
    else:
        height = write(draft, rect, title, head, role="")
        tag(draft, 0, rect.y + height, str(grade), mark, x=rect.x)
        total = height + tall + look.px(4)
    place = Rect(rect.x, rect.y, rect.w, total)
    draft.spot(Spot("", "heading", title, place, enabled=False, state=str(grade)))
    return total


def named(office: Office, keys: tuple[SourceId, ...]) -> list[str]:
    """Return sources as one cites them: author, title, year."""
    known = {one.id: one for one in office.campaign.sources}
    return [wording.source(known[key]) for key in keys if key in known]
