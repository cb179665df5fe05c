"""Settings: they take effect at once and are kept."""

from __future__ import annotations

from dataclasses import replace

from game.screens.foot import foot, foot_height
from game.screens.menu import titled
from game.screens.screen import Close, Move, Office, Stay
from game.settings import TEXT_SIZES, VOLUMES, Settings
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


class SettingsScreen:
    """A list of rows, each with a lower and a higher button."""

    name = "settings"
    over = False

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hand = Hand()

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def rows(self) -> tuple[tuple[str, str, str, str], ...]:
        """Return (name, title, value in words, what it does) of every setting."""
        now = self.office.settings
        return (
            ("text", "Text size", f"{now.text} %", "75 to 250 %. Everything reflows or scrolls."),
            ("volume", "Sound", "off" if not now.volume else f"{now.volume} %", "Off means off."),
            ("motion", "Motion", _on(on=now.motion), "Off: nothing flies, rises or types."),
            ("contrast", "High contrast", _on(on=now.contrast), "Stronger colours, darker ground."),
            ("fullscreen", "Full screen", _on(on=now.fullscreen), "F11 does the same anywhere."),
        )

    def view(self, look: Look) -> Sheet:
        """Return the rows in the dark."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        draft.add(Fill(whole, look.palette.night))
        inside = Rect(look.px(60), look.px(34), whole.w - look.px(120), whole.h - low - look.px(50))
        high = titled(draft, inside.x, inside.y, "Settings")
        presses = [
            Press("defaults", "As at first", "d", "D as at first"),
            Press("close", "Done", "escape", "Esc done"),
        ]
        used = row_of_buttons(draft.part(), inside, presses, main="close")
        room = Rect(
            inside.x, inside.y + high + look.px(10), inside.w, inside.h - high - used - look.px(24)
        )
        draft.scroll("settings", room, self.list)
        row_of_buttons(draft, inside, presses, main="close")
        foot(draft, Rect(0, whole.h - low, whole.w, low), ("Arrows move", "Enter change"))
        return draft.done()

    def list(self, draft: Draft, width: int) -> int:
        """Write every row."""
        y = draft.look.px(4)
        for row in self.rows():
            y += self.row(draft, Rect(draft.look.px(4), y, width - draft.look.px(8), 0), row)
            y += draft.look.px(8)
        return y

    def row(self, draft: Draft, rect: Rect, row: tuple[str, str, str, str]) -> int:
        """Draw one setting, its buttons beside it or below; return its height."""
        look, palette = draft.look, draft.look.palette
        name, title, value, says = row
        pad, side, high = look.px(12), self.side(look), max(look.pt(26), look.px(38))
        inner = rect.inset(pad)._replace(h=0)
        room = inner.w - side - pad
        stacked = room < look.px(200)
        part = draft.part()
        height = self.words(part, inner if stacked else inner.left(room), title, says)
        low = height + pad if stacked else 0
        x = inner.x if stacked else inner.right - side
        total = (low + high if stacked else max(height, high)) + 2 * pad
        place = Rect(rect.x, rect.y, rect.w, total)
        draft.add(Fill(place, palette.wood), Edge(place, palette.line, 1))
        draft.add(*part.marks)
        self.control(draft, Rect(x, rect.y + pad + low, side, high), (name, title, value))
        return total

    def words(self, draft: Draft, rect: Rect, title: str, says: str) -> int:
        """Write what a setting is called and what it does; return the height."""
        palette = draft.look.palette
        head = Style(Face.HEAD, 17, palette.cream, 0.8)
        small = Style(Face.TEXT_ITALIC, 15, palette.muted)
        height = write(draft, rect, title, head, role="")
        return height + write(draft, rect.moved(0, height), says, small, role="")

    def side(self, look: Look) -> int:
        """Return how wide the buttons with the value are."""
        value = Style(Face.HEAD_BOLD, 17, look.palette.gold)
        return width_of(look, "250 %", value) + 2 * look.pt(34) + look.px(36)

    def control(self, draft: Draft, rect: Rect, row: tuple[str, str, str]) -> None:
        """Draw lower, value, higher."""
        look, palette = draft.look, draft.look.palette
        name, title, value = row
        wide = look.pt(34)
        style = Style(Face.HEAD_BOLD, 17, palette.gold)
        high = look.fonts.height(style.face, style.px(look))
        for sign, place, word in (
            ("−", rect.left(wide), "less"),
            ("+", rect.after(rect.w - wide), "more"),
        ):
            spot = f"{word}:{name}"
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
            draft.spot(Spot(spot, "button", f"{title}: {value}, {word}", place, state=value))
        x = rect.x + (rect.w - width_of(look, value, style)) // 2
        label(draft, x, rect.y + (rect.h - high) // 2, value, style)

    def act(self, spot: str) -> Move:
        """Change a setting, go back to the first ones, or leave."""
        word, _, name = spot.partition(":")
        now = self.office.settings
        if word in ("more", "less"):
            self.office.change(changed(now, name, 1 if word == "more" else -1))
            return Stay()
        if word == "defaults":
            self.office.change(Settings(width=now.width, height=now.height))
            return Stay()
        return Close()


def changed(now: Settings, name: str, by: int) -> Settings:
    """Return settings with one of them a step lower or higher."""
    match name:
        case "text":
            return replace(now, text=_step(TEXT_SIZES, now.text, by))
        case "volume":
            return replace(now, volume=_step(VOLUMES, now.volume, by))
        case "motion":
            return replace(now, motion=not now.motion)
        case "contrast":
            return replace(now, contrast=not now.contrast)
        case _:
            return replace(now, fullscreen=not now.fullscreen)


def _step(steps: tuple[int, ...], now: int, by: int) -> int:
    """Return the next step up or down from where one is."""
    if by > 0:
        return next((one for one in steps if one > now), steps[-1])
    return next((one for one in reversed(steps) if one < now), steps[0])


def _on(*, on: bool) -> str:
    return "on" if on else "off"
