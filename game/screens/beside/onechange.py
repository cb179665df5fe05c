"""One answer changed: every such line, ranked axis by axis; a row leads to both, or into play."""

from __future__ import annotations

from dataclasses import replace

from game.chronicle import comparing
from game.chronicle.ranges import Ranges, ranges
from game.errand import Errand, Watch
from game.playthrough.desk import Desk, Stage
from game.playthrough.onechange import Change, OneChange, Row, one_change
from game.screens import styles
from game.screens.beside.compare import CompareScreen, beside_other
from game.screens.foot import MOVE, foot, foot_height
from game.screens.menu import tabs
from game.screens.screen import Close, Move, Office, Open, Stay, Turn
from game.widgets.controls import Press, Style, label, ring, row_of_buttons, width_of, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet, Spot
from game.widgets.typeset import Face

DRAWS = 100
"""Of each line: few enough that nobody waits."""
INTRO = (
    "Each row is your line with one other answer, under the same luck. Press it to see both side "
    "by side, or play on from there; what you have saved stays."
)
HOLDS = (
    "What holds under every reading is written below a row: the direction, and that it comes "
    "before the next row (place)."
)
PLAY = "Play from here"
PLAYING = "Every line with one other answer is being played, under every reading."
DRAWING = "its draws are under way"


class OneChangeScreen:
    """A table for each axis."""

    name = "one-change"
    over = False

    def __init__(self, office: Office, desk: Desk) -> None:
        self.office = office
        self.desk = desk
        self.hand = Hand()
        self.axis = 0
        """The number of the axis by which the rows are ranked."""
        self.found: OneChange | None = None
        """The table, once every line is played."""
        self.drawn: Ranges | None = None
        """Its ranges, once they are drawn; none without numpy."""
        self.errand: Errand[None] = Errand(self._play)

    def _play(self, watch: Watch) -> None:
        """Play every line, then draw them; each takes a second."""
        campaign, made = self.office.campaign, self.desk.playthrough
        self.found = one_change(campaign, made)
        watch(0.5)
        lines = [made.line, *(one.playthrough.line for one in self.found.changes)]
        self.drawn = ranges(campaign, made, lines, DRAWS)

    def update(self, seconds: float) -> bool:
        """Watch the lines being played; that goes on by itself."""
        return self.errand.pass_by(seconds)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change, as far as the lines are played."""
        return self.found.changes if self.found else ()

    def view(self, look: Look) -> Sheet:
        """Return the table in the dark."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        draft.add(Fill(whole, look.palette.night))
        inside = Rect(0, 0, whole.w, whole.h - low).inset(look.px(40), look.px(20))
        presses = [Press("close", "Close", "back", "close")]
        used = row_of_buttons(draft.part(), inside, presses, main="close")
        room = inside._replace(h=inside.h - used - look.px(14))
        draft.scroll("one-change", room, self.words, rows=True)
        row_of_buttons(draft, inside, presses, main="close")
        foot(draft, Rect(0, whole.h - low, whole.w, low), (MOVE, ("side by side", "advance")))
        return draft.done()

    def words(self, draft: Draft, width: int) -> int:
        """Write the axes, what mattered most on one, and its rows."""
        look, palette = draft.look, draft.look.palette
        axes = self.office.campaign.outline.axes
        y = write(
            draft, Rect(0, 0, width, 0), "One answer changed", styles.large(palette), role="heading"
        )
        remarks = styles.note_on_dark(palette)
        y += write(draft, Rect(0, y, width, 0), f"{INTRO} {HOLDS}", remarks) + look.px(8)
        words = {f"axis:{number}": str(axis.title) for number, axis in enumerate(axes)}
        place = Rect(look.px(6), y, width - look.px(12), 0)
        y += tabs(draft, place, words, f"axis:{self.axis}") + look.px(12)
        if self.found is None:
            return y + write(draft, Rect(0, y, width, 0), self.waiting(), styles.on_dark(palette))
        said = comparing.mattered(self.office.campaign, self.found, axes[self.axis], self.axis)
        y += write(draft, Rect(0, y, width, 0), said, styles.on_dark(palette)) + look.px(8)
        with draft.group("list", "Lines with one other answer"):
            for row in self.found.ranked(axes[self.axis], self.axis):
                y += self.row(draft, Rect(look.px(6), y, width - look.px(12), 0), row) + look.px(6)
        return y + self.closed(draft, Rect(0, y, width, 0), self.found)

    def waiting(self) -> str:
        """Return what is said until there is a table."""
        trouble = self.errand.error
        return PLAYING if trouble is None else f"The table cannot be made: {trouble}"

    def row(self, draft: Draft, rect: Rect, row: Row) -> int:
        """Draw one line and the button that plays it; return the height."""
        look, palette = draft.look, draft.look.palette
        number, pad = self.changes.index(row.change), look.px(10)
        name, small = f"row:{number}", Style(Face.HEAD, 13, palette.muted, 0.8, upper=True)
        part, side = draft.part(), width_of(look, PLAY, small) + 2 * pad
        stacked = rect.w - side < look.px(420)
        left = rect if stacked else rect.left(rect.w - side - look.px(6))
        head, marks = self.told(row)
        inner = Rect(left.x + pad, left.y + pad, left.w - 2 * pad, 0)
        high = write(part, inner, head, Style(Face.HEAD, 16, palette.cream, 0.5), role="")
        high += write(part, inner.moved(0, high), marks, styles.note_on_dark(palette), role="")
        place = left._replace(h=max(high + 2 * pad, look.px(42)))
        lit = name in (draft.hand.focus, draft.hand.hover)
        draft.add(Fill(place, palette.line if lit else palette.wood), Edge(place, palette.line, 1))
        draft.add(*part.marks)
        ring(draft, place.inset(look.px(4)), name)
        draft.spot(Spot(name, "button", f"{head}. {marks}", place))
        tall = look.fonts.height(small.face, small.px(look)) + 2 * pad
        beside = Rect(rect.right - side, rect.y, side, place.h)
        below = Rect(rect.x, place.bottom + look.px(2), min(side, rect.w), max(tall, look.px(42)))
        self.play(draft, below if stacked else beside, row.change, small)
        return (below.bottom if stacked else place.bottom) - rect.y

    def play(self, draft: Draft, rect: Rect, change: Change, style: Style) -> None:
        """Draw the button that plays on from a changed answer."""
        look, palette = draft.look, draft.look.palette
        name = f"play:{self.changes.index(change)}"
        hot = name == draft.hand.hover
        draft.add(Fill(rect, palette.line if hot else palette.night), Edge(rect, palette.line, 1))
        wide, high = width_of(look, PLAY, style), look.fonts.height(style.face, style.px(look))
        label(draft, rect.x + (rect.w - wide) // 2, rect.y + (rect.h - high) // 2, PLAY, style)
        ring(draft, rect.inset(look.px(4)), name)
        said = f"{PLAY}: {comparing.changed(self.office.campaign, change)}"
        draft.spot(Spot(name, "button", said, rect))

    def told(self, row: Row) -> tuple[str, str]:
        """Return the two lines of a row: what was changed and its effect, and what holds."""
        axis = self.office.campaign.outline.axes[self.axis]
        effect = comparing.signed(row.effect, axis.shown_as)
        head = f"{effect}: {comparing.changed(self.office.campaign, row.change)}"
        marks = f"Under every reading: {comparing.holds(row)}"
        if self.drawn is None:
            return head, marks if self.errand.is_done else f"{marks}; {DRAWING}"
        line = self.changes.index(row.change) + 1
        return head, f"{marks}; {comparing.told_apart(self.drawn, line, self.axis, row.effect)}"

    def closed(self, draft: Draft, rect: Rect, found: OneChange) -> int:
        """Name the changes after which a later answer is closed; return the height."""
        if not found.closed:
            return 0
        campaign = self.office.campaign
        listed = "; ".join(comparing.changed(campaign, one) for one in found.closed)
        said = f"After these a later answer of yours is closed: {listed}."
        return write(draft, rect, said, styles.note_on_dark(draft.look.palette))

    def act(self, spot: str) -> Move:
        """Rank by another axis, hold two lines side by side, play one, or close."""
        kind, _, number = spot.partition(":")
        match kind:
            case "axis":
                self.axis = int(number)
                return Stay()
            case "row":
                other = self.changes[int(number)].playthrough
                lines = beside_other(self.office.campaign, self.desk.playthrough, other)
                return Open(CompareScreen(self.office, lines))
            case "play":
                return Turn(fork(self.desk, self.changes[int(number)]))
            case _:
                return Close()


def fork(desk: Desk, change: Change) -> Desk:
    """Return the desk on which a changed answer has just been sent; its months are to come.

    What was asked at the council of that telegram stays; what was foreseen belonged to the answer.
    """
    notes = desk.notes[: change.turn + 1]
    if len(notes) > change.turn:
        notes = (*notes[:-1], replace(notes[-1], guesses=()))
    made = desk.playthrough.fork(change.turn, change.response)
    return Desk(made, Stage.CONSEQUENCES, notes)
