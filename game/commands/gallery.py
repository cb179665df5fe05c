"""`gallery`: every screen as a PNG, without a display, from a fixed playthrough."""

from __future__ import annotations

from argparse import Namespace

import pygame

from game.commands.campaigns import load
from game.errors import Refused
from game.files.settings import BOUNDS, FACES, Settings
from game.screens.screen import Office
from game.window.app import App
from game.window.gallery import office_in_memory, scenes
from game.window.painting import painter


def _check(given: Namespace) -> None:
    """Refuse what no setting can be."""
    for name, words in (("text", "text size"), ("spacing", "line spacing")):
        value, (low, high) = getattr(given, name), BOUNDS[name]
        if not low <= value <= high:
            message = f"{words} {value} lies outside {low} to {high}"
            raise Refused(message, 2)
    if given.face not in FACES:
        message = f"no face {given.face!r}; there are: {', '.join(FACES)}"
        raise Refused(message, 2)


def run(given: Namespace) -> int:
    """Draw the pictures and name each."""
    _check(given)
    settings = Settings(
        text=given.text,
        spacing=given.spacing,
        face=given.face,
        contrast=given.theme == "contrast",
    )
    office = office_in_memory(load(given.campaign), settings)
    try:
        drawn = _drawn(given, office)
    except (OSError, pygame.error) as error:
        message = f"{given.folder} cannot be written: {error}"
        raise Refused(message) from None
    if not drawn:
        known = ", ".join(sorted({name.split("-")[-1] for name, _ in scenes(office)}))
        message = f"no screen's name holds {given.only!r}; names end in: {known}"
        raise Refused(message, 2)
    return 0


def _drawn(given: Namespace, office: Office) -> int:
    """Draw the pictures asked for and return how many they are."""
    brush, drawn = painter(), 0
    given.folder.mkdir(parents=True, exist_ok=True)
    for name, screens in scenes(office):
        if given.only and given.only not in name:
            continue
        drawn += 1
        surface = pygame.Surface(given.size)
        App(screens, office, brush).draw(surface)
        pygame.image.save(surface, str(given.folder / f"{name}.png"))
        print(name)
    return drawn
