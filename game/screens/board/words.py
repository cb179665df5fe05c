"""The words beside the board, and what the reader wishes to see of it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from game.atlas.answers import Answers, numbers_of
from game.atlas.wish import Span, Wish
from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.frozen import dataclass
from game.playthrough.playthrough import history
from game.screens import styles
from game.screens.board.told import (
    changes,
    ending,
    in_short,
    letters,
    nearest,
    next_door,
    rows,
    stands,
    summary,
    told,
)
from game.screens.board.weft import Marked
from game.widgets.controls import Style, height_of, ring, width_of, write
from game.widgets.geometry import Rect
from game.widgets.look import Color, Palette
from game.widgets.sheet import Draft, Edge, Fill, Spot
from game.widgets.typeset import Face

if TYPE_CHECKING:
    from game.atlas.board import Board, Near
    from game.atlas.shading import Pattern

OTHERS = 12
"""Other lines played here that are drawn at most: the newest."""
POINT = (
    "Point at a strand to see where it leads; click to open it. Once the board is taller or wider, "
    "drag it."
)
EXPLAINED = "The fewest other answers that lead there: 4 C is answer C to telegram 4."
ROWS = 3
"""Lines of letters that a card has room for at least: so what is below stays where it is."""
LINES = "{many:,} lines"


@lru_cache(maxsize=8)
def pattern_of(board: Board, wish: Wish) -> Pattern:
    """Return the strands that are wished for; the same pattern for the same wish."""
    return board.wished(wish)


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
        self.wish = Wish(answers=(None,) * len(campaign.scenarios))
        self.touched: int | None = None
        """The strand under the mouse."""

    @property
    def yours(self) -> Answers:
        """Your own line as far as it goes, or else history's."""
        return self.lines.yours or self.lines.history

    @property
    def whole_lines(self) -> tuple[Answers, ...]:
        """Every line that stands out and goes to the end."""
        all_of_them = (self.lines.yours, self.lines.history, *self.lines.others)
        count = len(self.campaign.scenarios)
        return tuple(dict.fromkeys(one for one in all_of_them if len(one) == count))

    def pattern(self, board: Board) -> Pattern:
        """Return the strands that are wished for."""
        return pattern_of(board, self.wish)

    def summary(self, board: Board) -> str:
        """Return how many lines there are and are seen."""
        return summary(board, self.pattern(board))

    def marked(self, board: Board, palette: Palette) -> tuple[Marked, ...]:
        """Return the lines that stand out, the last one on top."""
        lines = self.lines
        found = [Marked(one, palette.gold, 2) for one in lines.others]
        found.append(Marked(lines.history, palette.cream, 4, (palette.cream, palette.ink)))
        if lines.yours:
            letters_on = (palette.red, palette.cream)
            found.append(Marked(lines.yours, palette.bright_red, 4, letters_on))
        if self.touched is not None:
            found.append(Marked(board.answers(self.touched), palette.slate, 3))
        return tuple(found)

    def turn(self, name: str) -> None:
        """Wish for lines beside one's own or not, or for all again."""
        self.touched = None
        if name == "beside":
            self.wish = replace(self.wish, beside=None if self.wish.beside else self.yours)
        else:
            self.wish = Wish(answers=(None,) * len(self.wish.answers))

    def answered(self, turn: int, given: int | None) -> None:
        """Wish for an answer to a telegram, or for any."""
        answers = self.wish.answers
        self.wish = replace(self.wish, answers=(*answers[:turn], given, *answers[turn + 1 :]))

    def ended(self, given: int | None) -> None:
        """Wish for an ending, or for any."""
        self.wish = replace(self.wish, ending=given)

    def spanned(self, figure: int, span: Span | None) -> None:
        """Wish for a range of a figure, or for any value of it."""
        self.wish = replace(self.wish, spans=self.wish.spanned(figure, span))

    # --- on the sheet ---

    def write_top(self, draft: Draft, width: int, board: Board, *, is_drawn: bool = True) -> int:
        """Write what each colour is and what the mouse is on; return the height."""
        y = self.text(draft, width, 0, self.summary(board))
        return self.card(draft, width, self.legend(draft, width, y), board) if is_drawn else y

    def write(self, draft: Draft, width: int, y: int, board: Board, *, has_strip: bool) -> int:
        """Write everything else from `y` down; return the height."""
        number = board.number(self.yours)
        if number is not None:
            if not has_strip:
                y = self.among_all(draft, width, y, board, number)
            y = self.otherwise(draft, width, y, board, number)
        y = self.wishes(draft, width, y)
        return y if number is None else self.next_door(draft, width, y, board)

    def legend(self, draft: Draft, width: int, y: int) -> int:
        """Write what each colour is."""
        palette, lines = draft.look.palette, self.lines
        found: list[tuple[Color, str]] = [(palette.cream, f"History {letters(lines.history)}")]
        if lines.yours:
            found.append((palette.bright_red, f"Yours {letters(lines.yours)}"))
        if lines.others:
            found.append((palette.gold, f"{len(lines.others)} other played here"))
        for color, words in found:
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
        words = POINT
        if self.touched is not None:
            words = told(self.campaign, board, self.touched, self.yours)
        pad, style = look.px(12), styles.text(palette)
        y += look.px(10)
        high = height_of(look, words, style, width - 2 * pad)
        high = max(high, ROWS * look.fonts.height(style.face, style.px(look))) + 2 * pad
        draft.add(Fill(Rect(0, y, width, high), palette.paper))
        write(draft, Rect(pad, y + pad, width - 2 * pad, 0), words, style)
        return y + high

    @property
    def whose(self) -> str:
        """Whose line it is that others are held against."""
        return "Your line" if self.lines.yours else "History's line"

    def among_all(self, draft: Draft, width: int, y: int, board: Board, number: int) -> int:
        """Write where your line stands on each axis, where no strip below the strands does."""
        y = self.head(draft, width, y, f"{self.whose} among all")
        axes = range(len(self.campaign.outline.axes))
        for line in stands(self.campaign, board, [board.value(one, number) for one in axes]):
            y = self.text(draft, width, y, line)
        return y

    def otherwise(self, draft: Draft, width: int, y: int, board: Board, number: int) -> int:
        """Write how your line ends, and for every other ending the nearest line to it."""
        y = self.head(draft, width, y, "What would have to be different")
        y = self.text(draft, width, y, EXPLAINED)
        own = ending(self.campaign, board.ending(number))
        y = self.row(draft, width, y, (f"line:{number}", f"{self.whose}: {own}", ""))
        for place, near in enumerate(nearest(board, self.yours), 1):
            y = self.near(draft, width, y, board, near, str(place) if place < 10 else "")
        return y

    def near(self, draft: Draft, width: int, y: int, board: Board, near: Near, key: str) -> int:
        """Write one ending with the answers that lead there."""
        answers = board.answers(near.number)
        title, many = ending(self.campaign, near.ending), LINES.format(many=near.lines)
        what = f"near:{near.number}", title, in_short(near.turns, answers)
        said = f"{title}, {many}. {changes(near.turns, answers, self.yours)}"
        return self.row(draft, width, y, what, key=key, said=said)

    def next_door(self, draft: Draft, width: int, y: int, board: Board) -> int:
        """Write which lines differ from yours in one answer."""
        y = self.head(draft, width, y, "Different in one answer")
        for other, words in next_door(self.campaign, board, self.yours):
            y = self.row(draft, width, y, (f"line:{other}", words, ""))
        return y

    def wishes(self, draft: Draft, width: int, y: int) -> int:
        """Write what of the board is wished for."""
        y = self.head(draft, width, y, "Only these lines")
        one = "yes" if self.wish.beside else "no"
        found = [
            *rows(self.campaign, self.wish),
            ("span", "A range of a figure …", ""),
            ("beside", "Only one answer away", one),
        ]
        for name, title, value in found:
            y = self.row(draft, width, y, (f"wish:{name}", title, value))
        return self.row(draft, width, y, ("wish:all", "Show all again", ""))

    def row(
        self,
        draft: Draft,
        width: int,
        y: int,
        what: tuple[str, str, str],
        *,
        key: str = "",
        said: str = "",
    ) -> int:
        """Write something that can be pressed: its name, its words, and how it stands.

        A number that presses it stands before the words; `said` is what a reader hears instead.
        """
        name, words, value = what
        look, palette = draft.look, draft.look.palette
        pad, style = look.px(8), Style(Face.HEAD, 14, palette.muted, 0.4)
        bold = Style(Face.HEAD_BOLD, 14, palette.cream, 0.4)
        room, shown = width - 2 * pad, f"{key}. {words}" if key else words
        y += look.px(4)
        first = height_of(look, shown, style, room)
        is_short = width_of(look, shown, style) + width_of(look, value, bold) + pad <= room
        second = height_of(look, value, bold, room) if value and not is_short else 0
        high = max(first + second + pad, look.px(39))
        place, at = Rect(0, y, width, high), y + (high - first - second) // 2
        hot = name == draft.hand.hover
        draft.add(Fill(place, palette.line if hot else palette.wood), Edge(place, palette.line))
        write(draft, Rect(pad, at, room, 0), shown, style, role="")
        if value:
            down, align = (first, "left") if second else (0, "right")
            write(draft, Rect(pad, at + down, room, 0), value, bold, align=align, role="")
        ring(draft, place.inset(look.px(4)), name)
        hint = "another ending" if key else ""
        draft.spot(Spot(name, "button", said or words, place, key, hint, value=value))
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
