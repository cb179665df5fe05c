"""Pictures kept for as long as there is room; those used last stay longest."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

import pygame

Key = TypeVar("Key", bound=Hashable)


class Shelf(Generic[Key]):
    """A few pictures by what they show, up to a number of bytes, but always room for `least`."""

    def __init__(self, room: int, least: int = 2) -> None:
        self._room = room
        self._least = least
        self._kept: dict[Key, pygame.Surface] = {}

    def get(self, key: Key) -> pygame.Surface | None:
        """The picture kept under a key, which is now the one used last; None if there is none."""
        picture = self._kept.pop(key, None)
        if picture is not None:
            self._kept[key] = picture
        return picture

    def put(self, key: Key, picture: pygame.Surface) -> pygame.Surface:
        """Keep a picture, drop the longest unused ones if it gets too full, give it back."""
        self._kept[key] = picture
        while len(self._kept) > self._least and self.bytes > self._room:
            del self._kept[next(iter(self._kept))]
        return picture

    def __iter__(self) -> Iterator[Key]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def bytes(self) -> int:
        """What all pictures together take, in bytes."""
        return sum(kept.get_pitch() * kept.get_height() for kept in self._kept.values())
