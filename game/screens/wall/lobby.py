"""The lobby: how to come in, in letters for the back row, and who has come."""

from __future__ import annotations

from dataclasses import replace

from game.screens import styles
from game.screens.menus.runcode import draw_square
from game.screens.wall.view import WallPage, bar, fitted
from game.widgets.controls import (
    Press,
    Style,
    height_of,
    label,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Group, Hand, Sheet, Spot, moved
from game.widgets.typeset import Face

PRIVACY = "No account, no app. A nickname is enough; it never leaves this room."
UNREACHED = (
    "No page on the phone? Phone and computer must be in the same network. If this computer asks "
    "whether the game may be reached, allow it. Guest networks often keep devices apart: then open "
    "a hotspot on one phone and bring this computer and the others into it."
)
NO_NETWORK = (
    "This computer is in no network, so no phone finds it. Join one or open a hotspot; or play "
    "without phones: raised hands and paper slips count as well."
)
SIZES = (17.0, 15.0, 13.0)
"""How high names may be set; where they do not fit even in the last, the seats are counted."""
LARGE = 130
"""From this size of text on, in per cent, everything stands in one column."""
SEATS = Group("figures", "Who has come")


class LobbyScreen(WallPage):
    """Before the first telegram of a class."""

    name = "lobby"
    margins = (40, 22)

    def where(self, draft: Draft, rect: Rect) -> None:
        """Draw the bar over the page."""
        title = str(self.shown.campaign.outline.title)
        bar(draft, rect, title, f"Classroom · Lobby · {self.shown.view.shared.name}")

    def view(self, look: Look) -> Sheet:
        """Return the way in and the seats over what leads on."""
        presses = [Press("next", "Before you begin", "advance", "before you begin")]
        return self.laid(look, presses, self.drawn)

    def drawn(self, draft: Draft, room: Rect) -> None:
        """Draw the way in at the left and the seats at the right, or below one another."""
        look = draft.look
        if look.text > LARGE:
            draft.scroll("lobby", room, self.both)
            return
        left, right = room.columns(2, look.px(50))
        draft.scroll("joining", left, self.joining)
        size = self.size_of_names(look, right)
        draft.scroll("seats", right, lambda part, width: self.seats(part, width, size))

    def both(self, draft: Draft, width: int) -> int:
        """Write the way in, and under it who has come; return the height."""
        high = self.joining(draft, width) + draft.look.px(24)
        part = draft.part()
        below = self.seats(part, width, SIZES[0])
        draft.add(*(moved(one, 0, high) for one in part.marks))
        for spot in part.spots:
            draft.spot(replace(spot, rect=spot.rect.moved(0, high)))
        return high + below

    # --- the way in ---

    def joining(self, draft: Draft, width: int) -> int:
        """Write address, code and square; return the height."""
        look, palette = draft.look, draft.look.palette
        small = Style(Face.HEAD, 21, palette.muted, 1.0, upper=True)
        if not self.shown.address:
            return self.unreached(draft, width)
        y = write(draft, Rect(0, 0, width, 0), "Go to", small)
        style = Style(Face.HEAD, 0, palette.cream, 0.6)
        address = fitted(look, self.shown.address, style, width, look.px(44))
        y += write(draft, Rect(0, y, width, 0), self.shown.address, address) + look.px(2)
        y += write(draft, Rect(0, y, width, 0), "and enter", small)
        y += self.code(draft, Rect(0, y, width, 0)) + look.px(8)
        return y + self.square(draft, Rect(0, y, width, 0))

    def code(self, draft: Draft, rect: Rect) -> int:
        """Write the code in letters for the back row; return the height."""
        look = draft.look
        code = self.shown.view.shared.code
        style = Style(Face.HEAD_BOLD, 0, look.palette.cream, 12 * 100 / look.text)
        style = fitted(look, code, style, rect.w, look.px(140))
        high = look.fonts.height(style.face, style.px(look)) * 9 // 10
        label(draft, rect.x, rect.y - high // 12, code, style)
        said = f"Code: {' '.join(code)}"
        draft.spot(Spot("", "heading", said, rect._replace(h=high), enabled=False))
        return high

    def square(self, draft: Draft, rect: Rect) -> int:
        """Draw the square, and beside it or below what else is to be said; return the height."""
        look = draft.look
        side = draw_square(draft, (rect.x, rect.y), self.shown.link, min(look.px(262), rect.w))
        said = f"A square for telephones that leads to {self.shown.address}"
        place = Rect(rect.x, rect.y, side, side)
        draft.spot(Spot("", "picture", said, place, enabled=False))
        beside = rect.after(side + look.px(22))
        if beside.w < look.px(180) * max(look.text, 100) // 100:
            below = rect.moved(0, side + look.px(12))
            return side + look.px(12) + self.remarks(draft, below)
        return max(side, self.remarks(draft, beside))

    def remarks(self, draft: Draft, rect: Rect) -> int:
        """Write what is private, other addresses, and what to do when no page comes."""
        look, palette = draft.look, draft.look.palette
        privacy = Style(Face.TEXT_ITALIC, 18, palette.muted)
        small = Style(Face.HEAD, 13, palette.dim, 0.3)
        y = rect.y + write(draft, rect, PRIVACY, privacy) + look.px(8)
        others = "; ".join(f"{one.url} ({one.note})" for one in self.shown.addresses[1:])
        lines = (f"Or: {others}" if others else "", UNREACHED)
        for line in filter(None, lines):
            y += write(draft, rect._replace(y=y), line, small, role="note") + look.px(6)
        return y - rect.y

    def unreached(self, draft: Draft, width: int) -> int:
        """Write what to do where no phone finds the computer; return the height."""
        high = self.code(draft, Rect(0, 0, width, 0)) + draft.look.px(12)
        style = styles.on_dark(draft.look.palette)
        return high + write(draft, Rect(0, high, width, 0), NO_NETWORK, style)

    # --- who has come ---

    def size_of_names(self, look: Look, rect: Rect) -> float:
        """Return how high the names are set: the largest in which all fit, or 0 for none."""
        fits = (one for one in SIZES if self.seats(Draft(look, Hand()), rect.w, one) <= rect.h)
        return next(fits, 0.0)

    def seats(self, draft: Draft, width: int, size: float) -> int:
        """Write how many there are, and a row for each seat; return the height."""
        look, palette = draft.look, draft.look.palette
        head = Style(Face.HEAD, 25, palette.cream, 1.0, upper=True)
        shared = self.shown.view.shared
        lock = " · locked" if shared.locked else ""
        line = f"{shared.present} in the room{lock}"
        y = write(draft, Rect(0, 0, width, 0), line, head, role="heading") + look.px(8)
        names = dict(self.shown.view.names)
        for _, title, sitting, _ in shared.seats:
            draft.add(Fill(Rect(0, y, width, 1), palette.line))
            y += look.px(7)
            y += self.seat(draft, Rect(0, y, width, 0), (title, sitting, names[title]), size)
            y += look.px(7)
        if not shared.seats:
            none = "Nobody has come in yet."
            y += write(draft, Rect(0, y, width, 0), none, styles.note_on_dark(palette))
        return y

    def seat(
        self, draft: Draft, rect: Rect, row: tuple[str, int, tuple[str, ...]], size: float
    ) -> int:
        """Write a seat, how many sit there, and their names at the right; return the height."""
        look, palette = draft.look, draft.look.palette
        title, sitting, names = row
        head = Style(Face.HEAD, 20, palette.cream, 0.4)
        text = f"{title} · {sitting}"
        side = width_of(look, text, head) + look.px(4)
        narrow = side > rect.w * 64 // 100
        room = rect if narrow or not size else rect.left(side)
        high = write(draft, room, text, head, role="")
        said = text
        if size:
            style, line = Style(Face.TEXT_ITALIC, size, palette.muted), ", ".join(names)
            place = rect.moved(0, high) if narrow else rect.after(side + look.px(10))
            under = height_of(look, line, style, place.w)
            write(draft, place, line, style, align="right", role="")
            high = high + under if narrow else max(high, under)
            said = f"{text}: {line}"
        spot = Spot("", "text", said, rect._replace(h=high), enabled=False, within=(SEATS,))
        draft.spot(spot)
        return high
