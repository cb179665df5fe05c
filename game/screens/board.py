"""The board: every line as a faint strand, history in cream, yours in red, others' in gold."""

from __future__ import annotations

from game.atlas.board import Board
from game.campaign.words import ResponseId
from game.playthrough.playthrough import Playthrough, begin, history
from game.screens import styles
from game.screens.boardwords import BoardWords
from game.screens.foot import SCROLL, foot, foot_height
from game.screens.line import LineScreen
from game.screens.screen import Close, Move, Office, Open, Stay
from game.screens.walking import work_on
from game.screens.weft import Sight, draw, nearest
from game.widgets.controls import Press, label, ring, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Hand, Scroll, Sheet, Spot, Strands

CLOSEST = 16
"""How many times as tall as its window the board can be drawn."""
NO_WAIT = 1.0
"""Seconds: whoever lets so much time pass at once waits for the whole board."""


class BoardScreen:
    """All lines, and what can be asked about them."""

    name = "board"
    over = False

    def __init__(self, office: Office, made: Playthrough | None = None) -> None:
        self.office = office
        self.made = made or begin(office.campaign, reading=office.reading)
        self.hand = Hand()
        self.work = work_on(office.campaign, self.made.reading)
        self.words = BoardWords(office.campaign, self.made.line, others_of(office, self.made))
        self.zoom = 1
        self._kept: tuple[object, Draft] | None = None
        """The words as they were written last, and on what they rest."""
        self.seen = 0
        """Pixels of the board that were seen last, from above to below."""

    def update(self, seconds: float) -> bool:
        """Watch the walk; it goes on by itself."""
        if seconds >= NO_WAIT:
            self.work.wait()
        return not self.work.is_done

    def view(self, look: Look) -> Sheet:
        """Return the board with its words at the right, or only the words in large letters."""
        draft, palette = Draft(look, self.hand), look.palette
        whole, low = Rect(0, 0, *look.size), foot_height(look)
        draft.add(Fill(whole, palette.night))
        inside = Rect(0, 0, whole.w, whole.h - low).inset(look.px(24), look.px(14))
        wide = min(round(look.px(360) * max(look.text / 100, 1) ** 0.8), inside.w)
        wide = wide if inside.w - wide > look.px(420) else inside.w
        board = self.work.board
        is_drawn = board is not None and wide < inside.w
        if board is not None and is_drawn:
            self.strands(draft, inside.left(inside.w - wide - look.px(20)), board)
        self.kept_panel(draft, inside.after(inside.w - wide), is_drawn=is_drawn)
        foot(draft, Rect(0, whole.h - low, whole.w, low), (SCROLL,))
        return draft.done()

    def kept_panel(self, draft: Draft, rect: Rect, *, is_drawn: bool) -> None:
        """Write the words, or lay them down as they were: while the board moves they do not."""
        hand, words, look = self.hand, self.words, draft.look
        key = (
            (look.size, self.office.settings, look.named(["closer", "back"])),
            (rect, is_drawn, self.zoom, self.work.board, self.work.share),
            (hand.focus, hand.hover, hand.offsets.get("words"), words.wish, words.touched),
        )
        if self._kept is None or self._kept[0] != key:
            part = draft.part()
            self.panel(part, rect, is_drawn=is_drawn)
            self._kept = key, part
        part = self._kept[1]
        draft.add(*part.marks)
        draft.spots += part.spots
        draft.scrolls += part.scrolls

    def panel(self, draft: Draft, rect: Rect, *, is_drawn: bool) -> None:
        """Write the title, all words and the buttons."""
        look = draft.look
        zooms = [
            Press("farther", "Farther", "farther", "farther", self.zoom > 1),
            Press("closer", "Closer", "closer", "closer", self.zoom < CLOSEST),
        ]
        close = Press("close", "Close", "back", "close")
        used = row_of_buttons(draft, rect, [*(zooms if is_drawn else []), close], main="close")
        top = write(draft, rect, "Every line", styles.large(look.palette), role="heading")
        draft.scroll("words", rect.below(top).top(rect.h - top - used - look.px(12)), self.write)

    def write(self, draft: Draft, width: int) -> int:
        """Write what there is to tell: of the walk, and then of the board."""
        if self.work.board is not None:
            return self.words.write(draft, width, self.work.board)
        told = self.work.trouble or f"Walking every line: {self.work.share:.0%}"
        return write(draft, Rect(0, 0, width, 0), told, styles.on_dark(draft.look.palette))

    def strands(self, draft: Draft, rect: Rect, board: Board) -> None:
        """Draw the strands under the names of their columns."""
        look = draft.look
        head = look.fonts.height(styles.bar(look.palette).face, look.pt(14)) + look.px(12)
        place = rect.below(head)
        self.seen, height = place.h, place.h * self.zoom
        top = min(self.hand.offsets.get("strands", 0), height - place.h)
        if self.zoom > 1:
            draft.scrolls.append(Scroll("strands", place, height))
        sight = Sight(board, self.words.pattern(board), place, height, top)
        draw(draft, sight, self.words.marked(board, look.palette))
        self.columns(draft, rect.top(head))
        ring(draft, place.inset(look.px(8)), "strands")
        said = f"All lines as strands. {self.words.summary(board)}"
        draft.spot(
            Spot("strands", "button", said, place, scroll="strands" if self.zoom > 1 else "")
        )

    def columns(self, draft: Draft, rect: Rect) -> None:
        """Write when each telegram came, or its number where there is no room."""
        look, style = draft.look, styles.bar(draft.look.palette)
        scenarios = self.office.campaign.scenarios
        room = rect.w // len(scenarios)
        names = [str(one.when).partition(",")[0] for one in scenarios]
        px, gap = style.px(look), style.gap(look)
        widths = [look.fonts.width(one.upper(), style.face, px, gap) for one in names]
        if max(widths) > room - look.px(8):
            names = [str(number) for number in range(1, len(names) + 1)]
            widths = [look.fonts.width(one, style.face, px, gap) for one in names]
        for number, (name, wide) in enumerate(zip(names, widths, strict=True), 1):
            x = min(rect.x + number * rect.w // len(names) - wide // 2, rect.right - wide)
            label(draft, x, rect.y, name, style)

    def touch(self, sheet: Sheet, point: tuple[int, int]) -> None:
        """Take note of the strand under the mouse."""
        board = self.work.board
        mark = next((one for one in sheet.marks if isinstance(one, Strands)), None)
        if board is None or mark is None or not mark.rect.has(point):
            return
        self.words.touched = nearest(mark, point)

    def act(self, spot: str) -> Move:
        """Go closer, choose, open a line, or leave."""
        board = self.work.board
        match spot.partition(":"):
            case ("close", _, _):
                return Close()
            case ("closer" | "farther", _, _):
                self.zoomed(self.zoom * 2 if spot == "closer" else self.zoom // 2)
            case ("strands", _, _) if board is not None:
                return self.opened(board, self.words.touched)
            case ("line", _, number) if board is not None:
                return self.opened(board, int(number))
            case ("wish", _, name) if board is not None:
                self.words.turn(name, board)
            case _:
                pass
        return Stay()

    def zoomed(self, zoom: int) -> None:
        """Draw the board taller or lower; what was seen in the middle stays there."""
        before, self.zoom = self.zoom, min(max(zoom, 1), CLOSEST)
        middle = self.hand.offsets.get("strands", 0) + self.seen / 2
        top = round(middle * self.zoom / before - self.seen / 2)
        self.hand.offsets["strands"] = max(top, 0)

    def opened(self, board: Board, number: int | None) -> Move:
        """Open a line."""
        answers = self.words.yours if number is None else board.strands[number].answers
        if len(answers) < len(self.office.campaign.scenarios):
            return Stay()
        return Open(LineScreen(self.office, self.made, board, answers))


def others_of(office: Office, made: Playthrough) -> tuple[tuple[ResponseId, ...], ...]:
    """Return the other lines that were played here, as the saves have them."""
    lines = (row.desk.playthrough.line for row in office.shelf.rows())
    found = dict.fromkeys(one for one in lines if one and one != made.line)
    return tuple(one for one in found if one != history(office.campaign, len(one)))
