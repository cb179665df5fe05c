"""A person of the cast as a woodcut."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

from game.campaign.cast import Person
from game.campaign.scenario import Frame
from game.widgets.portrait import Portrait, svg


@lru_cache(maxsize=128)
def _cut(parts: tuple[tuple[str, str], ...], frame: Frame) -> str:
    # the forms were checked against the painter's own when the campaign was read
    return svg(Portrait(**cast("Any", dict(parts))), frame=frame.value)


def woodcut(person: Person, frame: Frame = Frame.HERE) -> str:
    """Return somebody's woodcut as SVG, in the frame of how they are present."""
    return _cut(tuple(person.portrait.items()), frame)
