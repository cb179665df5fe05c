"""The words beside the board, and what the reader wishes to see of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from game.atlas.board import Answers, Board, Wish, numbers_of, wished
from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.playthrough.playthrough import history
from game.screens import styles
from game.screens.boardtold import (
    beside,
    endings,
    letters,
    rows,
    stands,
    summary,
    told,
    turned,
)
from game.screens.weft import Marked
from game.widgets.controls import Style, height_of, ring, width_of, write
from game.widgets.geometry import Rect
from game.widgets.look import Color, Palette
from game.widgets.loom import Pattern
from game.widgets.sheet import Draft, Edge, Fill, Spot
from game.widgets.typeset import Face

OTHERS = 12
"""Other lines played here that are drawn at most: the newest."""
POINT = "Point at a strand to see where it leads; click to open it."


@lru_cache(maxsize=8)
def pattern_of(board: Board, wish: Wish) -> Pattern:
    """Return the strands that are wished for; the same pattern for the same wish."""
    return Pattern(board.places, wished(board, wish))


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines that stand out."""

    history: Answers
    yours: Answers
    others: tuple[Answers, ...]


class BoardWords:
    """What is told and wished beside the board."""

    def __init__(
        self,
        campaign: Campaign,
        yours: tuple[ResponseId, ...],
        others: tuple[tuple[ResponseId, ...], ...],
    ) -> None:
        self.campaign = campaign
        known = tuple(numbers_of(campaign, one) for one in others[:OTHERS])
        self.lines = Lines(
            numbers_of(campaign, history(campaign)), numbers_of(campaign, yours), known
        )
        free = (None,) * len(campaign.scenarios), (None,) * len(campaign.outline.axes)
        self.wish = Wish(None, *free)
        self.touched: int | None = None
        """The strand under the mouse."""

    @property
    def yours(self) -> Answers:
        """Your own line as far as it goes, or else history's."""
        return self.lines.yours or self.lines.history

    def pattern(self, board: Board) -> Pattern:
        """Return the strands that are wished for."""
        return pattern_of(board, self.wish)

    def summary(self, board: Board) -> str:
        """Return how many lines there are and are seen."""
        return summary(board, self.pattern(board).chosen)

    def marked(self, board: Board, palette: Palette) -> tuple[Marked, ...]:
        """Return the lines that stand out, the last one on top."""
        lines = self.lines
        found = [Marked(one, palette.gold, 2) for one in lines.others]
        found.append(Marked(lines.history, palette.cream, 4, (palette.cream, palette.ink)))
        if lines.yours:
            letters_on = (palette.red, palette.cream)
            found.append(Marked(lines.yours, palette.bright_red, 4, letters_on))
        if self.touched is not None:
            touched = board.strands[self.touched].answers
            found.append(Marked(touched, palette.slate, 3))
        return tuple(found)

    def turn(self, name: str, board: Board) -> None:
        """Wish for the next choice of something."""
        self.touched = None
        if name == "beside":
            self.wish = replace(self.wish, beside=None if self.wish.beside else self.yours)
        elif name == "all":
            free = (None,) * len(self.wish.answers), (None,) * len(self.wish.parts)
            self.wish = Wish(None, *free)
        else:
            self.wish = turned(self.campaign, board, self.wish, name)

    # --- on the sheet ---

    def write(self, draft: Draft, width: int, board: Board) -> int:
        """Write everything from the top down; return the height."""
        y = self.text(draft, width, 0, self.summary(board))
        y = self.legend(draft, width, y)
        y = self.card(draft, width, y, board)
        y = self.own(draft, width, y, board)
        y = self.wishes(draft, width, y, board)
        y = self.head(draft, width, y, "Where they end")
        for line in endings(self.campaign, board, self.pattern(board).chosen):
            y = self.text(draft, width, y, line)
        return y

    def legend(self, draft: Draft, width: int, y: int) -> int:
        """Write what each colour is."""
        palette, lines = draft.look.palette, self.lines
        rows: list[tuple[Color, str]] = [(palette.cream, f"History {letters(lines.history)}")]
        if lines.yours:
            rows.append((palette.bright_red, f"Yours {letters(lines.yours)}"))
        if lines.others:
            rows.append((palette.gold, f"{len(lines.others)} other played here"))
        for color, words in rows:
            style = Style(Face.HEAD, 14, palette.cream, 0.6, upper=True)
            dash = draft.look.px(18)
            high = height_of(draft.look, words, style, width - dash * 2)
            draft.add(Fill(Rect(0, y + high // 2 - 2, dash, draft.look.px(4)), color))
            place = Rect(dash + draft.look.px(10), y, width - dash - draft.look.px(10), 0)
            y += write(draft, place, words, style)
        return y

    def card(self, draft: Draft, width: int, y: int, board: Board) -> int:
        """Write about the strand under the mouse on a piece of paper."""
        look, palette = draft.look, draft.look.palette
        words = POINT if self.touched is None else told(self.campaign, board, self.touched)
        pad, style = look.px(12), styles.text(palette)
        y += look.px(10)
        high = height_of(look, words, style, width - 2 * pad) + 2 * pad
        draft.add(Fill(Rect(0, y, width, high), palette.paper))
        write(draft, Rect(pad, y + pad, width - 2 * pad, 0), words, style)
        return y + high

    def own(self, draft: Draft, width: int, y: int, board: Board) -> int:
        """Write where your line stands, and which lines differ from it in one answer."""
        number = board.number(self.yours)
        whose = "Your line" if self.lines.yours else "History's line"
        if number is None:
            return y
        y = self.head(draft, width, y, f"{whose} among all")
        for line in stands(self.campaign, board, board.strands[number].axes):
            y = self.text(draft, width, y, line)
        y = self.row(draft, width, y, (f"line:{number}", f"Open {whose.lower()}", ""))
        y = self.head(draft, width, y, "Different in one answer")
        for other, words in beside(self.campaign, board, self.yours):
            y = self.row(draft, width, y, (f"line:{other}", words, ""))
        return y

    def wishes(self, draft: Draft, width: int, y: int, board: Board) -> int:
        """Write what of the board is wished for; pressing goes to the next choice."""
        y = self.head(draft, width, y, "Only these lines")
        one = "yes" if self.wish.beside else "no"
        found = [
            *rows(self.campaign, board, self.wish),
            ("beside", "Only one answer away", one),
        ]
        for name, title, value in found:
            y = self.row(draft, width, y, (f"wish:{name}", title, value))
        return self.row(draft, width, y, ("wish:all", "Show all again", ""))

    def row(self, draft: Draft, width: int, y: int, what: tuple[str, str, str]) -> int:
        """Write something that can be pressed: its name, its words, and how it stands."""
        name, words, value = what
        look, palette = draft.look, draft.look.palette
        pad, style = look.px(8), Style(Face.HEAD, 14, palette.muted, 0.4)
        bold = Style(Face.HEAD_BOLD, 14, palette.cream, 0.4)
        room = width - 2 * pad
        y += look.px(4)
        first = height_of(look, words, style, room)
        is_short = width_of(look, words, style) + width_of(look, value, bold) + pad <= room
        second = height_of(look, value, bold, room) if value and not is_short else 0
        high = max(first + second + pad, look.px(39))
        place, at = Rect(0, y, width, high), y + (high - first - second) // 2
        hot = name == draft.hand.hover
        draft.add(Fill(place, palette.line if hot else palette.wood), Edge(place, palette.line))
        write(draft, Rect(pad, at, room, 0), words, style, role="")
        if value:
            down = first if second else 0
            align = "left" if second else "right"
            write(draft, Rect(pad, at + down, room, 0), value, bold, align=align, role="")
        ring(draft, place.inset(look.px(4)), name)
        draft.spot(Spot(name, "button", words, place, value=value))
        return y + high

    def head(self, draft: Draft, width: int, y: int, title: str) -> int:
        """Write a small heading; return where it ends."""
        y += draft.look.px(14)
        style = styles.gold(draft.look.palette)
        return y + write(draft, Rect(0, y, width, 0), title, style, role="heading")

    def text(self, draft: Draft, width: int, y: int, words: str) -> int:
        """Write a text; return where it ends."""
        style = styles.note_on_dark(draft.look.palette)
        return y + write(draft, Rect(0, y, width, 0), words, style)
