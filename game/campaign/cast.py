"""The people of a campaign."""

from __future__ import annotations

from game.campaign.words import Grade, PersonId, Prose, SourceId
from game.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who speaks, sends or is spoken of."""

    id: PersonId
    name: Prose
    """As the game writes it."""
    chinese: str | None = None
    """The name in Chinese characters."""
    russian: str | None = None
    """The name in Cyrillic letters."""
    born: int | None = None
    """The year of birth."""
    post: Prose
    """What they do, in two to five words: `commander-in-chief`."""
    outlook: Prose
    """What they stand for, in one or two sentences."""
    grade: Grade
    """How sure we are of the outlook."""
    sources: tuple[SourceId, ...] = ()
    portrait: dict[str, str]
    """Parts of the woodcut: `hair: brushed-back`, `coat: padded-jacket`."""
