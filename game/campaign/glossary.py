"""Which entries of the encyclopaedia a text names, and where in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from game.campaign.campaign import Campaign, Entry
from game.campaign.words import Id
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A place in a text that names something the encyclopaedia has."""

    start: int
    end: int
    """Where the word after it begins: the first letter that is no longer part of it."""
    entry: Id


class Glossary:
    """The words that lead to an entry. Longer names win over shorter ones inside them."""

    def __init__(self, campaign: Campaign) -> None:
        self.entries = {one.id: one for one in campaign.encyclopaedia}
        self._words: dict[str, Id] = {}
        for entry in campaign.encyclopaedia:
            for word in words_of(entry):
                self._words.setdefault(word, entry.id)
        longest = sorted(self._words, key=lambda word: (-len(word), word))
        choices = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest)
        self._pattern = re.compile(rf"(?<![\w-])(?:{choices})(?!\w)") if choices else None
        self.named = lru_cache(maxsize=2048)(self._named)  # a page is read at every picture of it
        """Return what a text names: each entry once, where it is named first."""

    def _named(self, text: str) -> tuple[Named, ...]:
        if self._pattern is None:
            return ()
        found: dict[Id, Named] = {}
        for match in self._pattern.finditer(text):
            entry = self._words[re.sub(r"\s", " ", match.group())]
            found.setdefault(entry, Named(match.start(), match.end(), entry))
        return tuple(found.values())


def words_of(entry: Entry) -> Iterator[str]:
    """Yield the words that name an entry: its title and its other names.

    What stands in brackets in a title is a name of its own. A name that begins with a small
    letter may also begin a sentence.
    """
    outside, _, inside = str(entry.title).partition(" (")
    yield from filter(None, (outside, inside.removesuffix(")")))
    for name in map(str, entry.names):
        yield from dict.fromkeys((name, name[:1].upper() + name[1:]))
