"""The board: every line as a faint strand, history in cream, yours in red, others' in gold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.campaign.words import ResponseId
from game.playthrough.desk import Desk
from game.playthrough.playthrough import Playthrough, begin, history
from game.screens import styles
from game.screens.board import axisstrip, weft
from game.screens.board.ask import asking, is_over, may_tell
from game.screens.board.line import LineScreen
from game.screens.board.parts import Parts, parts_of
from game.screens.board.picks import picks
from game.screens.board.told import ending
from game.screens.board.view import TALLEST, WIDEST, Kept, View
from game.screens.board.walking import work_on
from game.screens.board.words import BoardWords
from game.screens.foot import NOWHERE, SCROLL, foot
from game.screens.screen import Close, Move, Office, Open, Stay
from game.widgets.controls import (
    Press,
    button,
    button_size,
    label,
    lines_of,
    ring,
    row_of_buttons,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Hand, Scroll, Sheet, Spot, Strands

if TYPE_CHECKING:
    from game.atlas.board import Board

STRIDE = 0.25
"""How far one press goes sideways, in windows."""


class BoardScreen:
    """All lines, and what can be asked about them."""

    name = "board"

    def __init__(
        self, office: Office, made: Playthrough | None = None, *, asks: bool = False
    ) -> None:
        self.office = office
        self.made = made or begin(office.campaign, reading=office.reading)
        self.hand = Hand()
        self.asks = asks
        """Whether it first asks if it may show how all ends."""
        self.words = BoardWords(office.campaign, self.made.line, others_of(office, self.made))
        self.work = work_on(office.campaign, self.made.reading, self.words.whole_lines)
        self.seen = View(self.hand)
        self._top, self._panel, self._strip, self._ends = Kept(), Kept(), Kept(), Kept()

    @property
    def over(self) -> bool:
        """The question lies on whatever led here."""
        return self.asks

    def update(self, seconds: float) -> bool:
        """Watch the walk; it goes on by itself."""
        return self.work.errand.pass_by(seconds)

    # --- what is seen ---

    def view(self, look: Look) -> Sheet:
        """Return the board with its words at the right, or only the words in large letters."""
        if self.asks:
            return asking(look, self.hand)
        draft, board = Draft(look, self.hand), self.work.board
        axes = len(self.office.campaign.outline.axes)
        parts = parts_of(look, axes, has_board=board is not None)
        draft.add(Fill(Rect(0, 0, *look.size), look.palette.night))
        if board is not None and parts.is_drawn:
            self.strands(draft, parts.strands, board)
            self.columns(draft, parts.head)
            self.ends(draft, parts.ends, board)
            self.strip(draft, parts.strip, board)
        self.panel(draft, parts)
        foot(draft, parts.foot, (SCROLL,))
        return draft.done()

    def panel(self, draft: Draft, parts: Parts) -> None:
        """Write the words, or lay them down as they were: while the board moves they do not."""
        hand, words = self.hand, self.words
        key = parts, self.office.settings, draft.look.named(["closer", "back"])
        key_of_top = key, self.work.board, words.wish, words.touched
        top = self._top.lay(draft, key_of_top, lambda part: self.write_top(part, parts))
        key_of_rest = (
            (key, self.work.board, words.wish, None if parts.is_pinned else words.touched),
            (self.work.errand.share, self.seen.tall, self.seen.wide, top),
            (hand.focus, hand.hover, hand.offsets.get("words")),
        )
        self._panel.lay(draft, key_of_rest, lambda part: self.write_rest(part, parts, top))

    def write_top(self, draft: Draft, parts: Parts) -> int:
        """Write the title, and what changes with the mouse; return the height."""
        rect, board, part = parts.panel, self.work.board, draft.part()
        top = write(draft, rect, "Every line", styles.large(draft.look.palette), role="heading")
        if board is None or not parts.is_pinned:
            return top
        high = self.words.write_top(part, rect.w, board)
        draft.lay(part, rect.x, rect.y + top)
        return top + high

    def write_rest(self, draft: Draft, parts: Parts, top: int) -> int:
        """Write all other words and the buttons from `top` on; return the height."""
        look, rect = draft.look, parts.panel.below(top)
        close = Press("close", "Close", "back", "close")
        used = row_of_buttons(draft.part(), rect, [close], main="close")

        def fill(part: Draft, width: int) -> int:
            return self.write(part, width, parts)

        draft.scroll("words", rect.top(rect.h - used - look.px(12)), fill)
        if parts.is_drawn:
            room = rect.w - button_size(look, close)[0] - look.px(16)
            self.zooms(draft, Rect(rect.x, rect.bottom - used, room, used))
        row_of_buttons(draft, rect, [close], main="close")
        return rect.h

    def zooms(self, draft: Draft, rect: Rect) -> None:
        """Draw the four buttons that bring the board closer or farther, either way."""
        seen = self.seen
        presses = (
            (Press("closer", "↕ +", "closer", "taller", seen.tall < TALLEST), "Taller"),
            (Press("farther", "↕ −", "farther", "lower", seen.tall > 1), "Lower"),
            (Press("wider", "↔ +", "wider", "wider", seen.wide < WIDEST), "Wider"),
            (Press("narrower", "↔ −", "narrower", "narrower", seen.wide > 1), "Narrower"),
        )
        for (press, said), place in zip(presses, rect.columns(4, draft.look.px(6)), strict=True):
            part = draft.part()
            button(part, place, press)
            draft.add(*part.marks)
            draft.spot(replace(part.spots[0], label=said))

    def write(self, draft: Draft, width: int, parts: Parts) -> int:
        """Write what there is to tell: of the walk, and then of the board."""
        board, words = self.work.board, self.words
        if board is None:
            told = self.work.trouble or f"Walking every line: {self.work.errand.share:.0%}"
            return write(draft, Rect(0, 0, width, 0), told, styles.on_dark(draft.look.palette))
        y = 0
        if not parts.is_pinned:
            y = words.write_top(draft, width, board, is_drawn=parts.is_drawn)
        return words.write(draft, width, y, board, has_strip=parts.strip.w > 0)

    def ends(self, draft: Draft, rect: Rect, board: Board) -> None:
        """Name what the bundles of strands end in, as far as there is room."""
        words, sight = self.words, self.sight(board)
        touched = None if words.touched is None else board.ending(words.touched)

        def title(number: int) -> str:
            return ending(self.office.campaign, number)

        def fill(part: Draft) -> int:
            weft.ends(part, sight, rect, title, touched)
            return rect.h

        where = rect, sight.rect, sight.whole, sight.at[1]
        self._ends.lay(draft, (where, self.office.settings, words.wish, board, touched), fill)

    def strip(self, draft: Draft, rect: Rect, board: Board) -> None:
        """Draw how all lines lie on each axis, if there is room."""
        words, hand = self.words, self.hand

        def fill(part: Draft) -> int:
            axisstrip.strip(part, rect, words, board)
            return rect.h

        key = rect, self.office.settings, words.wish, board, hand.focus, hand.hover
        if rect.w:
            self._strip.lay(draft, key, fill)
            axisstrip.ticks(draft, rect, words, board)

    def sight(self, board: Board) -> weft.Sight:
        """Return what is seen of the board."""
        seen = self.seen
        return weft.Sight(board, self.words.pattern(board), seen.rect, seen.whole, seen.at)

    def strands(self, draft: Draft, place: Rect, board: Board) -> None:
        """Draw the strands with the marked lines over them."""
        seen, look = self.seen, draft.look
        seen.rect = place
        if seen.tall > 1:
            draft.scrolls.append(Scroll("strands", place, seen.whole[1]))
        weft.draw(draft, self.sight(board), self.words.marked(board, look.palette))
        ring(draft, place.inset(look.px(8)), "strands")
        said = f"All lines as strands. {self.words.summary(board)}"
        draft.spot(Spot("strands", "button", said, place, scroll="strands" * (seen.tall > 1)))
        if seen.wide > 1:
            for name, words in (("leftward", "Left"), ("rightward", "Right")):
                draft.spot(Spot(name, "button", words, NOWHERE, name, "sideways"))

    def columns(self, draft: Draft, rect: Rect) -> None:
        """Write when each telegram came, or its number where there is no room."""
        look, style, seen = draft.look, styles.bar(draft.look.palette), self.seen
        scenarios = self.office.campaign.scenarios
        room = seen.whole[0] // len(scenarios) - look.px(8)
        names = [lines_of(look, str(one.when).partition(",")[0], style, room) for one in scenarios]
        widest = max(
            look.fonts.width(one, style.face, style.px(look), style.gap(look))
            for lines in names
            for one in lines
        )
        if widest > room or max(map(len, names)) > 2:
            names = [(str(number),) for number in range(1, len(names) + 1)]
        high = look.fonts.height(style.face, style.px(look))
        for number, lines in enumerate(names, 1):
            x = rect.x - seen.at[0] + number * seen.whole[0] // len(names)
            if rect.x <= x <= rect.right:
                for up, one in enumerate(reversed(lines), 1):
                    wide = width_of(look, one, style)
                    y = rect.bottom - look.px(4) - up * high
                    left = min(max(x - wide // 2, rect.x), rect.right - wide)
                    label(draft, left, y, one, style)

    # --- what is done ---

    def touch(self, sheet: Sheet, point: tuple[int, int]) -> None:
        """Take note of the strand under the mouse."""
        mark = next((one for one in sheet.marks if isinstance(one, Strands)), None)
        is_on = mark is not None and mark.rect.has(point)
        self.seen.anchor = point if is_on else None
        if mark is not None and is_on:
            self.words.touched = weft.touched(mark, point)

    def drag(self, across: int, down: int) -> None:
        """Move along with what is dragged."""
        self.seen.move(-across, -down)

    @property
    def dragged(self) -> str:
        """The name of the spot that can be dragged: once there is more than is seen."""
        return "strands" if self.seen.wide > 1 or self.seen.tall > 1 else ""

    def act(self, spot: str) -> Move:
        """Show it, come closer, move along, open a line, wish for something, or leave."""
        board, seen = self.work.board, self.seen
        match spot.partition(":"):
            case ("close", _, _):
                return Close()
            case ("show", _, _):
                self.asks, self.office.peeks = False, True
            case ("closer" | "farther", _, _):
                seen.zoom(seen.wide, seen.tall * 2 if spot == "closer" else seen.tall // 2)
            case ("wider" | "narrower", _, _):
                seen.zoom(seen.wide * 2 if spot == "wider" else seen.wide // 2, seen.tall)
            case ("leftward" | "rightward", _, _):
                step = round(seen.rect.w * STRIDE)
                seen.move(step if spot == "rightward" else -step, 0)
            case (word, _, which) if board is not None:
                return self.told_of(board, word, which)
            case _:
                pass
        return Stay()

    def told_of(self, board: Board, word: str, which: str) -> Move:
        """Open a line, or ask what is wished for."""
        match word:
            case "strands":
                return self.opened(board, self.words.touched)
            case "line" | "near":
                return self.opened(board, int(which))
            case "axis":
                return picks(self.office, board, self.words, f"span.{which}")
            case "wish":
                return picks(self.office, board, self.words, which)
            case _:
                return Stay()

    def opened(self, board: Board, number: int | None) -> Move:
        """Open a line."""
        answers = self.words.yours if number is None else board.answers(number)
        if len(answers) < len(self.office.campaign.scenarios):
            return Stay()
        return Open(LineScreen(self.office, self.made, board, answers))


def board_of(office: Office, desk: Desk) -> BoardScreen:
    """Return the board as it opens from a desk: with a question before it would tell too much."""
    asks = not (is_over(office, desk) or may_tell(office))
    return BoardScreen(office, desk.playthrough, asks=asks)


def others_of(office: Office, made: Playthrough) -> tuple[tuple[ResponseId, ...], ...]:
    """Return the other lines that were played here, as the saves have them."""
    lines = (row.desk.playthrough.line for row in office.shelf.rows())
    found = dict.fromkeys(one for one in lines if one and one != made.line)
    return tuple(one for one in found if one != history(office.campaign, len(one)))
