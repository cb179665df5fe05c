"""Settings: they take effect at once and are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.files.settings import CHOICES, INSTANT, PLACE, STEPS, SWITCHES, VOLUMES, Settings, kept_of
from game.frozen import dataclass
from game.screens.foot import MOVE, foot, foot_height
from game.screens.menu import tabs, titled
from game.screens.menus.keys import KeysScreen
from game.screens.screen import Close, Move, Office, Open, Stay
from game.speech.voices import NO_VOICE
from game.widgets.controls import (
    Press,
    Style,
    label,
    ring,
    row_of_buttons,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet, Spot
from game.widgets.typeset import Face


@dataclass(frozen=True, slots=True)
class Row:
    """A setting as it stands on a page: its field, what it is called, what it does."""

    name: str
    title: str
    says: str


PAGES = {
    "Seeing": (
        Row("text", "Text size", "75 to 250 %. Everything reflows or scrolls."),
        Row("spacing", "Line spacing", "The distance between lines of what one reads."),
        Row("face", "Reading face", "With serifs, without, or made for dyslexic readers."),
        Row("motion", "Motion", "Off: nothing flies, rises or types."),
        Row("contrast", "High contrast", "Stronger colours, darker ground."),
    ),
    "Hearing": (
        Row("volume", "Volume", "Of everything. Off means off: no sound is even loaded."),
        Row("effects", "Keys, paper, stamp", "What happens on the desk."),
        Row("ambience", "Surroundings", "Wind, a lamp, a receiver: where you are."),
        Row("music", "Music", "Quiet; it darkens with the figures on the desk."),
        Row("mute", "Mute", "Silence at once. The volumes are kept."),
        Row("background", "In the background", "On: heard also while another window is in front."),
        Row("captions", "Captions", "Sounds in words, along the lower edge."),
        Row("speech", "Speech", "The screen is read out."),
        Row("rate", "Rate of speech", "Words a minute. A screen reader keeps its own rate."),
    ),
    "Pace": (
        Row("speed", "Speed", "Of decoding, keying and the months."),
        Row(
            "reading",
            "Reading on by itself",
            "Words a minute. The game never chooses an answer for you.",
        ),
    ),
    "Window": (
        Row("fullscreen", "Full screen", "F11 does the same anywhere."),
        Row("borderless", "No frame", "A window without title and edges."),
    ),
}
"""The pages, in their order, and the settings on each."""


class SettingsScreen:
    """Pages of rows, each row with a lower and a higher button."""

    name = "settings"
    title = "Settings"
    over = False

    def __init__(self, office: Office, page: str = "Seeing") -> None:
        self.office = office
        self.hand = Hand()
        self.page = page

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def rows(self) -> tuple[Row, ...]:
        """Return the settings on the page that is open."""
        return PAGES[self.page]

    def presses(self) -> list[Press]:
        """Return the buttons below the settings."""
        return [
            Press("defaults", "As at first", "defaults", "as at first"),
            Press("keys", "Keys"),
            Press("close", "Done", "back", "done"),
        ]

    def turning(self, draft: Draft, rect: Rect) -> int:
        """Draw the pages one can turn to; return the height."""
        words = {f"page:{page}": page for page in PAGES}
        gap = draft.look.px(6)
        return gap + tabs(draft, rect.below(gap), words, f"page:{self.page}")

    def value(self, name: str) -> str:
        """Return what a setting stands at, in words."""
        value = getattr(self.office.settings, name)
        if name in SWITCHES:
            return "on" if value else "off"
        if name in CHOICES or name in ("reading", "rate"):
            return str(value)
        if name == "speed" and value >= INSTANT:
            return "at once"
        return "off" if not value and STEPS[name] is VOLUMES else f"{value} %"

    def view(self, look: Look) -> Sheet:
        """Return the rows in the dark."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        draft.add(Fill(whole, look.palette.night))
        inside = Rect(look.px(60), look.px(34), whole.w - look.px(120), whole.h - low - look.px(50))
        high = titled(draft, inside.x, inside.y, self.title)
        presses = self.presses()
        used = row_of_buttons(draft.part(), inside, presses, main="close")
        high += self.turning(draft, inside.below(high))
        room = inside.below(high + look.px(12))
        room = room._replace(h=room.h - used - look.px(14))
        draft.scroll(f"{self.name}-{self.page}", room, self.list)
        row_of_buttons(draft, inside, presses, main="close")
        foot(draft, Rect(0, whole.h - low, whole.w, low), (MOVE, ("change", "advance")))
        return draft.done()

    def list(self, draft: Draft, width: int) -> int:
        """Write every row of the page."""
        y = draft.look.px(4)
        for row in self.rows():
            with draft.group("setting", f"{row.title}. {self.says(row)}"):
                y += self.row(draft, Rect(draft.look.px(4), y, width - draft.look.px(8), 0), row)
            y += draft.look.px(8)
        return y

    def row(self, draft: Draft, rect: Rect, row: Row) -> int:
        """Draw one setting, its buttons beside it or below; return its height."""
        look, palette = draft.look, draft.look.palette
        pad, side, high = look.px(8), self.side(look), max(look.pt(26), look.px(38))
        inner = rect.inset(pad)._replace(h=0)
        room = inner.w - side - pad
        stacked = room < look.px(200)
        part = draft.part()
        height = self.words(part, inner if stacked else inner.left(room), row)
        low = height + pad if stacked else 0
        x = inner.x if stacked else inner.right - side
        total = (low + high if stacked else max(height, high)) + 2 * pad
        place = Rect(rect.x, rect.y, rect.w, total)
        draft.add(Fill(place, palette.wood), Edge(place, palette.line, 1))
        draft.add(*part.marks)
        self.control(draft, Rect(x, rect.y + pad + low, side, high), row)
        return total

    def words(self, draft: Draft, rect: Rect, row: Row) -> int:
        """Write what a setting is called and what it does; return the height."""
        palette = draft.look.palette
        head = Style(Face.HEAD, 17, palette.cream, 0.8)
        small = Style(Face.TEXT_ITALIC, 15, palette.muted)
        height = write(draft, rect, row.title, head, role="")
        return height + write(draft, rect.moved(0, height), self.says(row), small, role="")

    def says(self, row: Row) -> str:
        """Return what a setting does; of speech also with which voice, or that there is none."""
        if row.name != "speech":
            return row.says
        voice = self.office.voice.name
        return f"{row.says} The voice: {voice}." if voice else NO_VOICE

    def side(self, look: Look) -> int:
        """Return how wide the buttons with the value are."""
        value = Style(Face.HEAD_BOLD, 17, look.palette.gold)
        return width_of(look, "dyslexia", value) + 2 * look.pt(34) + look.px(36)

    def control(self, draft: Draft, rect: Rect, row: Row) -> None:
        """Draw lower, value, higher."""
        look, palette = draft.look, draft.look.palette
        value = self.value(row.name)
        wide = look.pt(34)
        style = Style(Face.HEAD_BOLD, 17, palette.gold)
        high = look.fonts.height(style.face, style.px(look))
        for sign, place, word in (
            ("−", rect.left(wide), "less"),
            ("+", rect.after(rect.w - wide), "more"),
        ):
            spot = f"{word}:{row.name}"
            lit = spot == draft.hand.hover
            draft.add(
                Fill(place, palette.line if lit else palette.night), Edge(place, palette.dim, 1)
            )
            label(
                draft,
                place.x + (wide - width_of(look, sign, style)) // 2,
                place.y + (place.h - high) // 2,
                sign,
                style,
            )
            ring(draft, place, spot)
            draft.spot(Spot(spot, "button", f"{row.title}, {word}", place, state=value))
        x = rect.x + (rect.w - width_of(look, value, style)) // 2
        label(draft, x, rect.y + (rect.h - high) // 2, value, style)

    def act(self, spot: str) -> Move:
        """Change a setting, go back to the first ones, or leave."""
        word, _, name = spot.partition(":")
        now = self.office.settings
        if word in ("more", "less"):
            self.office.change(changed(now, name, 1 if word == "more" else -1))
            return Stay()
        if word == "page":
            self.page = name
            return Stay()
        if word == "defaults":
            self.office.change(Settings(**kept_of(now, *PLACE, "keys")))
            return Stay()
        if word == "keys":
            return Open(KeysScreen(self.office))
        return Close()


def changed(now: Settings, name: str, by: int) -> Settings:
    """Return settings with one of them a step lower or higher."""
    value = getattr(now, name)
    new: dict[str, Any] = {
        name: not value if name in SWITCHES else _beside(name, value, by),
    }
    return replace(now, **new)


def _beside(name: str, value: Any, by: int) -> int | str:
    """Return the value that stands before or after one on offer."""
    if name not in CHOICES:
        return _step(STEPS[name], value, by)
    words = CHOICES[name]
    return words[min(max(words.index(value) + by, 0), len(words) - 1)]


def _step(steps: tuple[int, ...], now: int, by: int) -> int:
    """Return the next step up or down from where one is."""
    if by > 0:
        return next((one for one in steps if one > now), steps[-1])
    return next((one for one in reversed(steps) if one < now), steps[0])
