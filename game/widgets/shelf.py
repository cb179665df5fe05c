"""Pictures kept for as long as there is room; those used last stay longest."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

import pygame

Key = TypeVar("Key", bound=Hashable)


class Shelf(Generic[Key]):
    """A few pictures by what they show, up to a number of bytes.

    The last one put there stays even when it alone is larger than the room.
    """

    def __init__(self, room: int = 0) -> None:
        self.room = room
        """In bytes; it may change with the window."""
        self._kept: dict[Key, pygame.Surface] = {}
        self._held = 0

    def get(self, key: Key) -> pygame.Surface | None:
        """The picture kept under a key, which is now the one used last; None if there is none."""
        picture = self._kept.pop(key, None)
        if picture is not None:
            self._kept[key] = picture
        return picture

    def put(self, key: Key, picture: pygame.Surface) -> pygame.Surface:
        """Keep a picture, drop the longest unused ones if it gets too full, give it back."""
        self.drop(key)
        self.make_room(bytes_of(picture))
        self._kept[key] = picture
        self._held += bytes_of(picture)
        return picture

    def make_room(self, coming: int) -> None:
        """Drop the longest unused pictures until so many more bytes fit beside the rest."""
        while self._kept and self._held + coming > self.room:
            self.drop(next(iter(self._kept)))

    def drop(self, key: Key) -> None:
        """Let go of a picture, if it is there."""
        picture = self._kept.pop(key, None)
        self._held -= bytes_of(picture) if picture else 0

    def __iter__(self) -> Iterator[Key]:
        return iter(self._kept)


def bytes_of(picture: pygame.Surface) -> int:
    """What a picture takes, in bytes."""
    return picture.get_pitch() * picture.get_height()
