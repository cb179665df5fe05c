"""A person of the cast as a woodcut."""

from __future__ import annotations

import typing
from functools import lru_cache
from typing import Any

from game.campaign.cast import Person
from game.campaign.scenario import Frame
from game.widgets.portrait import svg
from game.widgets.portrait_words import Portrait


@lru_cache(maxsize=1)
def forms() -> dict[str, tuple[str, ...]]:
    """Return the parts of a portrait and the forms each can take."""
    return {name: typing.get_args(kind) for name, kind in typing.get_type_hints(Portrait).items()}


@lru_cache(maxsize=128)
def _cut(parts: tuple[tuple[str, str], ...], frame: Frame) -> str:
    # a campaign may ask for forms that only another version of the game can cut: they are left out
    known: dict[str, Any] = {part: form for part, form in parts if form in forms().get(part, ())}
    return svg(Portrait(**known), frame=frame.value)


def woodcut(person: Person, frame: Frame = Frame.HERE) -> str:
    """Return somebody's woodcut as SVG, in the frame of how they are present."""
    return _cut(tuple(person.portrait.items()), frame)
