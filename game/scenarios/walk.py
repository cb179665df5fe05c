"""Every part of a campaign with its key path: `telegram-1.situation.dispatches.minsk`."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from game.campaign.campaign import Campaign
from game.campaign.classroom import PLAIN
from game.campaign.words import Prose
from game.scenarios.fields import texts_of


def files_of(campaign: Campaign) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a campaign file by file, under the file's name."""
    yield "campaign", campaign.outline
    yield "model", campaign.model
    yield "map", campaign.geography
    for name, parts in (
        ("cast", campaign.cast),
        ("encyclopaedia", campaign.encyclopaedia),
        ("sources", campaign.sources),
    ):
        for part in parts:
            yield f"{name}.{part.id}", part
    for scenario in campaign.scenarios:
        yield str(scenario.id), scenario
    if campaign.classroom != PLAIN:
        yield "classroom", campaign.classroom


def walk(part: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield `part` and every dataclass inside it, with key paths."""
    yield path, part
    for field in dataclasses.fields(part):
        yield from _inside(getattr(part, field.name), f"{path}.{field.name}")


def _inside(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from walk(value, path)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _inside(item, f"{path}.{getattr(item, 'id', number + 1)}")


def parts_of(campaign: Campaign) -> Iterator[tuple[str, Any]]:
    """Yield every dataclass of a campaign with its key path."""
    for path, part in files_of(campaign):
        yield from walk(part, path)


def texts(campaign: Campaign) -> dict[str, Prose]:
    """Return every text for the player under its stable key, for translators.

    A key is made of ids and field names; it changes only when an id is renamed or the paragraphs of
    a telegram are put in another order.
    """
    found: dict[str, Prose] = {}
    for path, part in parts_of(campaign):
        found |= {f"{path}.{name}": Prose(text) for name, text in texts_of(part)}
    return found
