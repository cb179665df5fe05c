"""The door to the system's clipboard. Where there is none, nothing is copied and that is said."""

from __future__ import annotations

import pygame

LONGEST = 10_000
"""Characters of what was copied elsewhere that count."""


def copy(text: str) -> str:
    """Put a text on the clipboard; return a sentence about it."""
    try:
        pygame.scrap.put_text(text)
    except pygame.error as error:
        return f"It could not be copied: {error}."
    return f"Copied: {text}"


def pasted() -> str:
    """Return the text that is on the clipboard, or nothing."""
    try:
        return pygame.scrap.get_text()[:LONGEST]
    except pygame.error:
        return ""
