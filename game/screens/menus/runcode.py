"""The run code of what is played: in letters to read out, and as a square for telephones."""

from __future__ import annotations

from functools import lru_cache

from game.chronicle.qr import MODULE, qr
from game.diagrams.marks import Picture
from game.playthrough.code import code_of
from game.playthrough.desk import Desk
from game.screens import styles
from game.screens.overlay import OverlayScreen
from game.screens.screen import Move, Office, Tell
from game.widgets.controls import (
    Press,
    Style,
    label,
    ring,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Color
from game.widgets.plot import on_paper, plot
from game.widgets.sheet import Draft, Spot
from game.widgets.typeset import Face
from game.words.codewords import ABOUT_CODE, NO_ROOM, spelled


def run_code(office: Office, desk: Desk) -> str:
    """Return the run code of a desk, or nothing where it has none."""
    return code_of(office.campaign, desk.playthrough) or ""


@lru_cache(maxsize=4)
def square(code: str) -> Picture:
    """Return the square of a code, which is asked for with every picture of a screen."""
    return qr(code)


def draw_square(draft: Draft, at: tuple[int, int], code: str, most: int) -> int:
    """Draw the square of a code, up to `most` pixels wide; return how wide it came out.

    Its small squares are whole pixels: between parts of pixels telephones see seams.
    """
    picture = square(code)
    many = round(picture.width / MODULE)
    side = max(most // many, 1) * many
    scale = side / picture.width
    draft.add(*plot(picture, at, scale, on_paper(draft.look.palette), draft.look.fonts))
    return side


def letters(draft: Draft, rect: Rect, code: str, size: float, color: Color) -> int:
    """Write a code large, group by group; return the height."""
    look = draft.look
    style = Style(Face.HEAD_BOLD, size, color, 3.0)
    high = look.fonts.height(style.face, style.px(look))
    x, y = rect.x, rect.y
    groups = code.split("-")
    for number, group in enumerate(groups, 1):
        text = group + "-" * (number < len(groups))
        if x > rect.x and x + width_of(look, text, style) > rect.right:
            x, y = rect.x, y + high
        x += label(draft, x, y, text, style) + style.gap(look)
    return y + high - rect.y


def badge(draft: Draft, rect: Rect, code: str) -> int:
    """Draw a code with its square, to be pressed for more; return the height."""
    look, palette = draft.look, draft.look.palette
    if not code:
        return write(draft, rect, NO_ROOM, styles.note_on_dark(palette))
    side = draw_square(draft, (rect.x, rect.y), code, look.px(100))
    inside = rect.after(side + look.px(18))
    small = Style(Face.HEAD, 13, palette.muted, 0.8, upper=True)
    y = rect.y + write(draft, inside, "Run code", small, role="")
    y += letters(draft, inside._replace(y=y), code, 27, palette.cream)
    place = rect._replace(h=max(y - rect.y, side))
    ring(draft, place.inset(look.px(2)), "run-code")
    draft.spot(
        Spot("run-code", "button", f"Run code: {spelled(code)}", place, "run-code", "run code")
    )
    return place.h


class RunCodeScreen(OverlayScreen):
    """The code on a paper, as large as a class needs it."""

    name = "run-code"

    def __init__(self, office: Office, desk: Desk) -> None:
        super().__init__(office, "Run code", ())
        self.code = run_code(office, desk)

    def presses(self) -> list[Press]:
        """Return the buttons; a code that there is can be copied."""
        copy = Press("copy", "Copy", "copy", "copy")
        return [*super().presses(), *([copy] if self.code else [])]

    def words(self, draft: Draft, width: int) -> int:
        """Write the code, draw its square, and say what it is for."""
        look, palette = draft.look, draft.look.palette
        y = write(draft, Rect(0, 0, width, 0), self.title, styles.heading(palette), role="heading")
        if not self.code:
            return y + write(draft, Rect(0, y, width, 0), NO_ROOM, styles.text(palette))
        y += look.px(8)
        high = letters(draft, Rect(0, y, width, 0), self.code, 56, palette.ink)
        said = spelled(self.code)
        draft.spot(Spot("", "text", said, Rect(0, y, width, high), enabled=False))
        y += high + look.px(8)
        side = draw_square(draft, (0, y), self.code, min(look.px(280), width))
        alt = square(self.code).alt
        draft.spot(Spot("", "picture", alt, Rect(0, y, side, side), enabled=False))
        y += side + look.px(10)
        return y + write(draft, Rect(0, y, width, 0), ABOUT_CODE, styles.text(palette))

    def act(self, spot: str) -> Move:
        """Copy the code, or put the paper away."""
        return Tell(self.office.copy(self.code)) if spot == "copy" else super().act(spot)
