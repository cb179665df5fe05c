"""Texts, buttons, bars, papers: what screens put on a sheet."""

from __future__ import annotations

from game.frozen import dataclass
from game.widgets.geometry import Rect
from game.widgets.look import Color, Look
from game.widgets.sheet import Draft, Edge, Fill, Ink, Shadow, Spot
from game.widgets.typeset import Face


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: face, height at 1280 by 720, colour, extra space between letters."""

    face: Face
    height: float
    color: Color
    spacing: float = 0.0
    upper: bool = False

    def px(self, look: Look) -> int:
        """Return the height in pixels."""
        return look.pt(self.height)

    def gap(self, look: Look) -> int:
        """Return the letter spacing in pixels."""
        return round(self.spacing * look.scale * look.text / 100)


def lines_of(look: Look, text: str, style: Style, width: int) -> tuple[str, ...]:
    """Return a text broken into lines."""
    shown = text.upper() if style.upper else text
    return look.fonts.wrap(shown, style.face, style.px(look), max(width, 1), style.gap(look))


def height_of(look: Look, text: str, style: Style, width: int) -> int:
    """Return how tall a text is in a given width."""
    count = len(lines_of(look, text, style, width))
    return count * look.fonts.height(style.face, style.px(look))


def width_of(look: Look, text: str, style: Style) -> int:
    """Return how wide a text is on one line."""
    shown = text.upper() if style.upper else text
    return look.fonts.width(shown, style.face, style.px(look), style.gap(look))


def write(
    draft: Draft,
    rect: Rect,
    text: str,
    style: Style,
    *,
    align: str = "left",
    role: str = "text",
) -> int:
    """Write a text into the width of `rect` and return the height it took."""
    look = draft.look
    px, gap = style.px(look), style.gap(look)
    leading = look.fonts.height(style.face, px)
    lines = lines_of(look, text, style, rect.w)
    for number, line in enumerate(lines):
        width = look.fonts.width(line, style.face, px, gap)
        x = rect.x + {"left": 0, "center": (rect.w - width) // 2, "right": rect.w - width}[align]
        place = Rect(x, rect.y + number * leading, width, leading)
        if line:
            draft.add(Ink(place, line, look.fonts.face(style.face), px, style.color, gap))
    height = len(lines) * leading
    if role:
        draft.spot(Spot("", role, text, Rect(rect.x, rect.y, rect.w, height), enabled=False))
    return height


def label(draft: Draft, x: int, y: int, text: str, style: Style) -> int:
    """Write one line without a meaning of its own and return its width."""
    look = draft.look
    shown = text.upper() if style.upper else text
    px, gap = style.px(look), style.gap(look)
    width = look.fonts.width(shown, style.face, px, gap)
    place = Rect(x, y, width, look.fonts.height(style.face, px))
    draft.add(Ink(place, shown, look.fonts.face(style.face), px, style.color, gap))
    return width


def tag(draft: Draft, right: int, y: int, text: str, style: Style, *, x: int | None = None) -> Rect:
    """Draw a small framed word, its right edge at `right` (or its left edge at `x`)."""
    look = draft.look
    width = width_of(look, text, style) + look.px(12)
    height = look.fonts.height(style.face, style.px(look)) + look.px(4)
    place = Rect(right - width if x is None else x, y, width, height)
    draft.add(Edge(place, style.color, max(look.px(1), 1)))
    label(draft, place.x + look.px(6), place.y + look.px(2), text, style)
    return place


def tag_size(look: Look, text: str, style: Style) -> tuple[int, int]:
    """Return how large a framed word comes out."""
    height = look.fonts.height(style.face, style.px(look)) + look.px(4)
    return width_of(look, text, style) + look.px(12), height


def paper(draft: Draft, rect: Rect) -> None:
    """Lay down a sheet of paper with its shadow."""
    draft.add(Shadow(rect, draft.look.px(14)), Fill(rect, draft.look.palette.paper))


def ring(draft: Draft, rect: Rect, name: str) -> None:
    """Draw the focus ring if the hand is on `name`."""
    if name and name == draft.hand.focus:
        look = draft.look
        wide = max(look.px(2), 2)
        ringed = rect.inset(-look.px(4))
        # gold is seen on dark, ink on paper
        draft.add(Edge(ringed.inset(-wide), look.palette.ink, wide))
        draft.add(Edge(ringed, look.palette.gold, wide))


@dataclass(frozen=True, slots=True)
class Press:
    """What a button is called, how it is pressed, and what the line of keys says."""

    name: str
    label: str
    key: str = ""
    hint: str = ""
    enabled: bool = True


def button_size(look: Look, press: Press) -> tuple[int, int]:
    """Return how large a button comes out."""
    style = button_style(look, main=True)
    height = max(look.fonts.height(style.face, style.px(look)) + look.px(18), look.px(42))
    return width_of(look, press.label, style) + look.px(44), height


def button_style(look: Look, *, main: bool) -> Style:
    """Return how a button's word is set."""
    return Style(
        Face.HEAD, 16, look.palette.cream if main else look.palette.muted, spacing=1.6, upper=True
    )


def button(draft: Draft, rect: Rect, press: Press, *, main: bool = False) -> None:
    """Draw a button: red when it is the one thing to press, framed otherwise."""
    look, palette = draft.look, draft.look.palette
    style = button_style(look, main=main)
    if main:
        draft.add(Fill(rect, palette.red))
        if press.name == draft.hand.hover:
            draft.add(Edge(rect, palette.cream, max(look.px(2), 2)))
    else:
        hot = press.name == draft.hand.hover
        draft.add(Fill(rect, palette.line if hot else palette.night, 230))
        draft.add(Edge(rect, palette.dim, max(look.px(1), 1)))
    height = look.fonts.height(style.face, style.px(look))
    width = width_of(look, press.label, style)
    label(
        draft, rect.x + (rect.w - width) // 2, rect.y + (rect.h - height) // 2, press.label, style
    )
    ring(draft, rect, press.name)
    draft.spot(Spot(press.name, "button", press.label, rect, press.key, press.hint, press.enabled))


def row_of_buttons(draft: Draft, rect: Rect, presses: list[Press], *, main: str) -> int:
    """Draw buttons from the right, wrapping upwards when they do not fit; return the height."""
    look = draft.look
    gap = look.px(12)
    rows: list[list[tuple[Press, int]]] = [[]]
    used = 0
    tall = 0
    for press in reversed(presses):
        width, tall = button_size(look, press)
        width = min(width, rect.w)
        if rows[-1] and used + gap + width > rect.w:
            rows.append([])
            used = 0
        used += width + (gap if rows[-1] else 0)
        rows[-1].append((press, width))
    for number, row in reversed(tuple(enumerate(rows))):  # as one reads them, so the focus goes
        x = rect.right - sum(width for _, width in row) - gap * (len(row) - 1)
        y = rect.bottom - (number + 1) * tall - number * gap
        for press, width in reversed(row):
            button(draft, Rect(x, y, width, tall), press, main=press.name == main)
            x += width + gap
    return len(rows) * tall + (len(rows) - 1) * gap
