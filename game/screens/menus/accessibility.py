"""Accessibility: what makes the game readable and playable, on one page and one key."""

from __future__ import annotations

from game.screens import styles
from game.screens.menus.settings import PAGES, Row, SettingsScreen
from game.screens.screen import Move, Office, Open
from game.widgets.controls import Press, write
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft

ESSENTIALS = (
    "text",
    "spacing",
    "face",
    "contrast",
    "motion",
    "speed",
    "reading",
    "speech",
    "captions",
    "volume",
)
"""The settings on the page, by name, in their order."""
ALWAYS = (
    "Always so: no colour tells anything alone, no sound does, nothing is timed, and everything "
    "can be done with the keyboard, the mouse or a pad. The game also runs in a terminal: "
    "six-telegrams play --text."
)


class AccessibilityScreen(SettingsScreen):
    """The essentials of the settings, without pages to turn."""

    name = "accessibility"
    title = "Accessibility"

    def __init__(self, office: Office) -> None:
        super().__init__(office)

    def rows(self) -> tuple[Row, ...]:
        """Return the essentials, from whatever page they stand on."""
        known = {row.name: row for rows in PAGES.values() for row in rows}
        return tuple(known[name] for name in ESSENTIALS)

    def presses(self) -> list[Press]:
        """Return the buttons below: the other settings and the keys are one press away."""
        first, *others = super().presses()
        return [first, Press("settings", "All settings"), *others]

    def turning(self, draft: Draft, rect: Rect) -> int:  # noqa: ARG002 - there is one page
        """Draw no pages to turn to."""
        return 0

    def list(self, draft: Draft, width: int) -> int:
        """Write every row, then what needs no setting."""
        look = draft.look
        y = super().list(draft, width) + look.px(6)
        note = styles.note_on_dark(look.palette)
        return y + write(draft, Rect(look.px(4), y, width - look.px(8), 0), ALWAYS, note)

    def act(self, spot: str) -> Move:
        """Open all settings, or do what the settings do."""
        return Open(SettingsScreen(self.office)) if spot == "settings" else super().act(spot)
