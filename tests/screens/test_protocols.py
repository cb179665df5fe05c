"""What a screen is taken for: by the names of what it has; so none may bear one by chance."""

from __future__ import annotations

import inspect
from itertools import product

import pytest

from game.campaign.campaign import Campaign
from game.screens.screen import (
    AtDesk,
    Dragged,
    Following,
    Heard,
    Holding,
    Pictured,
    Reader,
    Remote,
    Screen,
    Stepping,
    Touched,
)
from game.window.gallery import scenes
from tests.screens.player import office

KINDS = (
    AtDesk, Stepping, Heard, Reader, Touched, Dragged, Pictured, Following, Holding, Remote,
)  # fmt: skip
"""What screens can be besides screens."""


def shape(kind: type, name: str) -> object:
    """Return what a name stands for in a class: a property, or a method with what it is given."""
    member = inspect.getattr_static(kind, name, None)
    return list(inspect.signature(member).parameters) if callable(member) else type(member)


def by_chance(kind: type, one: type[Screen]) -> list[str]:
    """Return the names that a screen shares with a protocol and means otherwise."""
    names = [name for name in vars(kind) if name[0] != "_"]
    if not all(hasattr(one, name) for name in names):
        return []
    return [name for name in names if shape(kind, name) != shape(one, name)]


@pytest.mark.gallery
def test_no_screen_is_taken_for_what_it_is_not(harbour: Campaign) -> None:
    screens = {type(one) for _, shown in scenes(office(harbour)) for one in shown}

    found = {
        f"{one.__name__}.{name} is no {kind.__name__}"
        for kind, one in product(KINDS, screens)
        for name in by_chance(kind, one)
    }

    assert found == set()
