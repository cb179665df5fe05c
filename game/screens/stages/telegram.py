"""The telegram: buff paper, typewriter, decoded group by group. A reconstruction, and marked so."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from game.campaign.scenario import CameAs
from game.screens import styles
from game.screens.overlay import OverlayScreen, Told, told
from game.screens.screen import Move, Open, Stay
from game.screens.stages.stage import StageScreen
from game.widgets.controls import (
    Press,
    Style,
    button_size,
    label,
    lines_of,
    row_of_buttons,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Ink, Shadow, Sheet, Spot, Tilted, moved
from game.widgets.typeset import Face
from game.words import wording

PACE = 75.0
"""Letters decoded in a second; a group of cipher comes with one click."""
TILT = 0.9
"""Degrees the paper lies turned."""


class TelegramScreen(StageScreen):
    """The second stage."""

    name = "telegram"
    shown = 0.0
    """Letters decoded so far."""

    @property
    def carried(self) -> wording.Carried:
        """The words that go with the way it came."""
        return wording.CARRIED[self.scenario.telegram.came_as]

    @property
    def letters(self) -> int:
        """How many letters the telegram has."""
        return sum(len(one) + 1 for one in self.scenario.telegram.paragraphs)

    @property
    def decoded(self) -> int:
        """Letters that can be read: they come in groups."""
        return int(self.shown) // wording.GROUP * wording.GROUP

    @property
    def steps(self) -> object:
        """How far the letters have come."""
        return self.decoded, self.shown >= self.letters

    def update(self, seconds: float) -> bool:
        """Let the camera fly and the letters come, a few at a time."""
        flying = super().update(seconds)
        if self.shown >= self.letters or self.at_once:
            return flying
        before = int(self.shown)
        self.shown += seconds * PACE * self.office.settings.speed / 100
        clicks = int(self.shown) // wording.GROUP
        if self.shown >= self.letters:
            self.office.sound("stamp")
        elif clicks != before // wording.GROUP:
            self.office.sound(f"type-{clicks % 3 + 1}")
        return True

    def view(self, look: Look) -> Sheet:
        """Return the telegram beside the map."""
        draft, parts = self.begin(look, str(self.scenario.when))
        margin = look.px(20)
        inside = parts.panel.inset(margin)
        presses = [Press("how", "How we know", "more", "how we know")]
        whole = self.at_once or self.shown >= self.letters
        presses.append(
            Press("next", "To the council", "advance", "to the council")
            if whole
            else Press("skip", self.carried.opening, "advance", self.carried.opening.lower())
        )
        tall = button_size(look, presses[0])[1]
        rows = 1 if sum(button_size(look, one)[0] for one in presses) + margin < inside.w else 2
        sheet = Rect(inside.x, inside.y, inside.w, inside.h - (tall + margin) * rows)
        self.lay(draft, sheet, whole=whole)
        row_of_buttons(draft, inside, presses, main=presses[-1].name)
        self.finish(draft, parts)
        return draft.done()

    def lay(self, draft: Draft, sheet: Rect, *, whole: bool) -> None:
        """Lay the paper down: tilted when it fits, flat and scrolling when it does not."""
        look = draft.look
        inner = sheet.inset(look.px(24), look.px(22))
        words = self.fitting(draft, inner, whole=whole)
        if words is not None:
            part = draft.part()
            part.add(Shadow(sheet, look.px(14)), Fill(sheet, look.palette.paper))
            part.add(*(moved(one, inner.x, inner.y) for one in words.marks))
            if whole:
                self.stamp(part, sheet)
            tilt = TILT if look.motion else 0.0
            draft.add(Tilted(sheet, tilt, tuple(part.marks), is_growing=not whole))
            for spot in words.spots:
                draft.spot(replace(spot, rect=spot.rect.moved(inner.x, inner.y)))
            return
        draft.add(Shadow(sheet, look.px(14)), Fill(sheet, look.palette.paper))
        draft.scroll("telegram", inner, lambda part, width: self.words(part, width, whole=whole))

    def fitting(self, draft: Draft, room: Rect, *, whole: bool) -> Draft | None:
        """Return the words in the largest type in which they fit, if they fit in any."""
        for height in (17.5, 16.5, 15.5):
            part = draft.part()
            if self.words(part, room.w, whole=whole, height=height) <= room.h:
                return part
        return None

    def words(self, draft: Draft, width: int, *, whole: bool, height: float = 17.5) -> int:
        """Write header and text from the top down; return the height."""
        look, palette = draft.look, draft.look.palette
        telegram = self.scenario.telegram
        number = f"№ {self.desk.turn + 1}"
        head = styles.subheading(palette)
        label(draft, width - width_of(look, number, head), 0, number, head)
        room = width - width_of(look, number, head) - look.px(10)
        heading = f"{self.carried.kind} · {telegram.sender}"
        y = write(draft, Rect(0, 0, room, 0), heading, head, role="heading") + look.px(6)
        draft.add(Fill(Rect(0, y, width, look.px(2)), palette.ink))
        y += look.px(8)
        for line in filter(None, (f"Received {telegram.received}", wording.length_of(telegram))):
            y += write(draft, Rect(0, y, width, 0), line, styles.header(palette))
        y += write(draft, Rect(0, y, width, 0), "Reconstruction", styles.small(palette))
        y += look.px(8)
        left = self.letters if whole else self.decoded
        is_cipher = telegram.came_as is CameAs.CIPHER
        for paragraph in telegram.paragraphs:
            y += typed(
                draft, Rect(0, y, width, 0), str(paragraph), (left, height), is_cipher=is_cipher
            )
            left -= len(paragraph) + 1
            y += look.px(9)
        return y

    def stamp(self, draft: Draft, sheet: Rect) -> None:
        """Press the stamp on the paper that can be read."""
        look, stamp = draft.look, self.carried.stamp
        style = Style(Face.HEAD_BOLD, 15, look.palette.red, spacing=1.6, upper=True)
        width, tall = width_of(look, stamp, style) + look.px(22), look.pt(15) + look.px(16)
        place = Rect(
            sheet.right - width - look.px(22), sheet.bottom - tall - look.px(18), width, tall
        )
        part = draft.part()
        part.add(Edge(place, look.palette.red, look.px(3)))
        high = look.fonts.height(style.face, style.px(look))
        label(part, place.x + look.px(11), place.y + (tall - high) // 2, stamp, style)
        draft.add(Tilted(place, 6.5, tuple(part.marks)))

    def act(self, spot: str) -> Move:
        """Decode at once, tell how it is known, or go on."""
        match spot:
            case "skip":
                self.shown = self.letters
                self.office.sound("stamp")
                return Stay()
            case "next":
                return self.onward()
            case "how":
                return Open(OverlayScreen(self.office, "How we know", self.claims()))
            case _:
                return self.common(spot)

    def claims(self) -> tuple[Told, ...]:
        """Return what is known about date, way and words."""
        telegram = self.scenario.telegram
        return (
            told("The date", telegram.dating),
            told("The way it came", telegram.channel),
            told("What was asked", telegram.asked),
        )


def typed(
    draft: Draft, rect: Rect, text: str, set_in: tuple[int, float], *, is_cipher: bool
) -> int:
    """Write a paragraph of which some letters are decoded; return how tall it is.

    The rest stands there in the figures it came in, or is not there yet.
    """
    look = draft.look
    left, height = set_in
    style = styles.typed(look.palette, height)
    px, leading = style.px(look), look.fonts.height(style.face, style.px(look))
    lines = lines_of(look, text, style, rect.w)
    for number, line in enumerate(lines):
        shown = line[: max(left, 0)]
        left -= len(line) + 1
        width = look.fonts.width(shown, style.face, px, 0)
        place = Rect(rect.x, rect.y + number * leading, width, leading)
        if shown:
            draft.add(Ink(place, shown, look.fonts.face(style.face), px, style.color))
        if is_cipher and shown != line:
            gap = look.fonts.width(" ", style.face, px, 0) if shown else 0
            rest = Rect(place.right + gap, place.y, rect.w - width - gap, leading)
            figures(draft, rest, line[len(shown) :], px)
    tall = len(lines) * leading
    draft.spot(Spot("", "text", text, Rect(rect.x, rect.y, rect.w, tall), enabled=False))
    return tall


def figures(draft: Draft, rect: Rect, text: str, px: int) -> None:
    """Write letters that are not decoded: as many groups of figures as find room."""
    fonts = draft.look.fonts
    groups = enciphered(text).split(" ")
    while groups and fonts.width(" ".join(groups), Face.TYPED, px, 0) > rect.w:
        groups.pop()
    line = " ".join(groups)
    if line:
        width = fonts.width(line, Face.TYPED, px, 0)
        place = Rect(rect.x, rect.y, width, rect.h)
        draft.add(Ink(place, line, Face.TYPED, px, draft.look.palette.faded))


@lru_cache(maxsize=512)
def enciphered(text: str) -> str:
    """Return a text in groups of figures. They only look like a cipher: nothing can be read out."""
    key = (
        "0918273645"  # the figures of a group hang on how far it is to the end, so they stand still
    )
    letters = [key[(ord(one) * 7 + (len(text) - n) * 3) % 10] for n, one in enumerate(text)]
    groups = ["".join(letters[n : n + wording.GROUP]) for n in range(0, len(text), wording.GROUP)]
    return " ".join(groups)
