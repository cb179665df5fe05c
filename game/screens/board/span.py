"""A range of a figure: a quarter of the lines at a press, or typed from and to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.atlas.wish import Span
from game.campaign.model import ShownAs
from game.screens import styles
from game.screens.board.told import Measured, spanned
from game.screens.foot import foot, foot_height
from game.screens.overlay import middle, shortened
from game.screens.screen import Close, Move, Office, Stay, Tell
from game.widgets.controls import (
    Press,
    Style,
    label,
    paper,
    ring,
    row_of_buttons,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Group, Hand, Sheet, Spot
from game.widgets.typeset import Face
from game.words import wording

if TYPE_CHECKING:
    from game.atlas.board import Board

QUARTERS = ("The lowest quarter of the lines", "The second", "The third", "The highest")
LIST = Group("list", "Quarters of the lines")
LONGEST = 20
"""Characters of a number."""
NO_NUMBER = "{name}: that is no number."
UPSIDE_DOWN = "From is more than to: no line would be left."
EMPTY = "No line lies between these two."
MANY = 10_000
"""From here on a bare number is not meant in millions, even where millions are shown."""


def number_of(text: str, shown_as: ShownAs) -> float | None:
    """Return the number that was typed, as the figure is written; none if it is none.

    `1,010,000`, `1.01 million`, `45 %` and `45` for a share are all understood.
    """
    plain = text.casefold().replace("−", "-").replace(",", "").replace(" ", "")
    unit = next((one for one in ("million", "m", "%") if plain.endswith(one)), "")
    try:
        value = float(plain.removesuffix(unit))
    except ValueError:
        return None
    if not abs(value) < 1e300:  # neither endless nor no number at all
        return None
    if shown_as is ShownAs.PERCENT:
        return value / 100
    in_millions = shown_as is ShownAs.MILLIONS and abs(value) < MANY
    return value * 1e6 if unit in ("million", "m") or (in_millions and not unit) else value


class SpanScreen:
    """The range of one figure."""

    name = "span"
    over = True

    def __init__(
        self,
        office: Office,
        board: Board,
        asked: tuple[int, Measured],
        now: Span | None,
        take: Callable[[int, Span | None], None],
    ) -> None:
        self.office = office
        self.board = board
        self.figure, self.measured = asked
        self.take = take
        self.hand = Hand()
        ends = () if now is None else (now.low, now.high)
        shown = [wording.number(one, self.measured.shown_as) for one in ends] or ["", ""]
        self.typed = dict(zip(("from", "to"), shown, strict=True))
        """What stands in the two fields; an empty one sets no end."""
        self.is_typed = False
        """Whether anything was typed: what was not stays as exact as it is."""
        self.now = now

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return the paper in the middle of a dark window."""
        draft = Draft(look, self.hand)
        whole, low = Rect(0, 0, *look.size), foot_height(look)
        sheet = middle(look, Rect(0, 0, whole.w, whole.h - low))
        presses = [
            Press("any", "Any value"),
            Press("close", "Close", "back", "close"),
            Press("show", "Show these", "advance", "show these"),
        ]
        inner = sheet.inset(look.px(30), look.px(24))
        used = row_of_buttons(draft.part(), inner, presses, main="show") + look.px(12)
        needed = self.words(draft.part(), inner.w) + used + look.px(56)
        sheet = shortened(sheet, needed)
        paper(draft, sheet)
        inner = sheet.inset(look.px(30), look.px(24))
        draft.scroll("span", inner.top(inner.h - used), self.words)
        row_of_buttons(draft, inner, presses, main="show")
        foot(draft, Rect(0, whole.h - low, whole.w, low))
        return draft.done()

    def words(self, draft: Draft, width: int) -> int:
        """Write the quarters, and the fields for another range."""
        look, palette, line = draft.look, draft.look.palette, Rect(0, 0, width, 0)
        title = self.measured.title
        y = write(draft, line, title, styles.heading(palette), role="heading")
        said = f"Over all lines: {spanned(self.measured, self.board.ranged(self.figure))}."
        y += write(draft, line._replace(y=y), said, styles.intro(palette)) + look.px(8)
        for number, words in enumerate(QUARTERS):
            span = self.board.part(self.figure, number)
            y += self.quarter(
                draft,
                Rect(look.px(6), y, width - look.px(12), 0),
                number,
                words,
                spanned(self.measured, span),
            )
        y += look.px(8)
        for name, words in (("from", "From"), ("to", "To")):
            y += self.field(draft, Rect(look.px(6), y, width - look.px(12), 0), name, words)
        return y

    def quarter(self, draft: Draft, rect: Rect, number: int, words: str, value: str) -> int:
        """Write a quarter of the lines to press; return the height."""
        look, palette, name = draft.look, draft.look.palette, f"quarter:{number}"
        pad, text = look.px(8), f"{words}: {value}"
        inner = Rect(rect.x + pad, rect.y + pad, rect.w - 2 * pad, 0)
        high = write(draft, inner, text, styles.text(palette), role="")
        place = rect._replace(h=max(high + 2 * pad, look.px(39)))
        draft.add(Edge(place, palette.rule, max(look.px(1), 1)))
        ring(draft, place.inset(look.px(4)), name)
        key = str(number + 1)
        draft.spot(Spot(name, "option", text, place, key, "quarter", within=(LIST,)))
        return place.h + look.px(4)

    def field(self, draft: Draft, rect: Rect, name: str, words: str) -> int:
        """Draw a field with what is typed; return its height."""
        look, palette = draft.look, draft.look.palette
        style = Style(Face.HEAD, 16, palette.cream, 0.4)
        high = max(look.fonts.height(style.face, style.px(look)) + look.px(14), look.px(39))
        place, is_here = rect._replace(h=high), self.hand.focus == name
        draft.add(Fill(place, palette.night))
        draft.add(Edge(place, palette.gold if is_here else palette.dim, look.px(1)))
        shown = f"{words}: {self.typed[name]}" + "_" * is_here
        while width_of(look, shown, style) > place.w - look.px(20) and len(shown) > 1:
            shown = shown[1:]  # what is typed last is seen
        lower = look.fonts.height(style.face, style.px(look))
        label(draft, place.x + look.px(10), place.y + (high - lower) // 2, shown, style)
        ring(draft, place, name)
        draft.spot(Spot(name, "field", words, place, value=self.typed[name]))
        return high + look.px(6)

    def act(self, spot: str) -> Move:
        """Type, take a range, or leave."""
        word, _, rest = spot.partition(":")
        match word:
            case "typed" | "erased":
                here = self.typed.get(self.hand.focus, "")
                text = here + rest if word == "typed" else here[:-1]
                self.typed[self.hand.focus], self.is_typed = text[:LONGEST], True
                return Stay()
            case "quarter":
                return self.taken(self.board.part(self.figure, int(rest)))
            case "any":
                return self.taken(None)
            case "show":
                return self.shown()
            case "from" | "to":
                return Stay()
            case _:
                return Close()

    def taken(self, span: Span | None) -> Move:
        """Let a range hold and put the paper away."""
        self.take(self.figure, span)
        return Close()

    def shown(self) -> Move:
        """Let hold what stands in the fields, or say what is wrong with it."""
        if not self.is_typed:
            return self.taken(self.now)
        span, ends = self.board.ranged(self.figure), []
        for name, end in (("from", span.low), ("to", span.high)):
            text = self.typed[name].strip()
            found = number_of(text, self.measured.shown_as) if text else end
            if found is None:
                return Tell(NO_NUMBER.format(name=name.capitalize()))
            ends.append(found)
        asked = Span(self.figure, *ends)
        if asked.low > asked.high:
            return Tell(UPSIDE_DOWN)
        return self.taken(asked) if self.board.has(asked) else Tell(EMPTY)
