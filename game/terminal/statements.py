"""Statements as plain lines: title with grade, text, sources."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.scenario import Dispatch
from game.campaign.words import Claim, Grade, PersonId, SourceId
from game.terminal.paper import Passage, passage
from game.words import wording


def statement(
    campaign: Campaign, title: str, text: str, grade: Grade | None, sources: tuple[SourceId, ...]
) -> Passage:
    """Return one statement with its evidence."""
    head = title if grade is None else f"{title} ({grade})"
    return passage(head, f"  {text}", cited(campaign, sources))


def claimed(campaign: Campaign, title: str, claim: Claim) -> Passage:
    """Return a claim under a title."""
    return statement(campaign, title, claim.text, claim.grade, claim.sources)


def cited(campaign: Campaign, sources: tuple[SourceId, ...]) -> str:
    """Return the line that names the sources; empty when there are none."""
    known = {one.id: one for one in campaign.sources}
    named = "; ".join(wording.source(known[key]) for key in sources)
    return f"  Sources: {named}." if named else ""


def whence(campaign: Campaign, dispatch: Dispatch) -> str:
    """Return where a dispatch is from and its date."""
    return f"{place(campaign, dispatch.place)}, {dispatch.date}"


def place(campaign: Campaign, key: str) -> str:
    """Return a place's name."""
    return next(one.name for one in campaign.geography.places if one.id == key)


def name(campaign: Campaign, key: PersonId) -> str:
    """Return a person's name."""
    return next(one.name for one in campaign.cast if one.id == key)


def counted(many: int, word: str) -> str:
    """Return `one question`, `two questions`."""
    words = ("no", "one", "two", "three", "four", "five", "six")
    number = words[many] if many < len(words) else str(many)
    return f"{number} {word}" + ("" if many == 1 else "s")
