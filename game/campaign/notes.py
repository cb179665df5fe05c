"""Which sentence of a note for the teacher is history: `[id]` behind it names its claim.

A note has no grade of its own. The claim has one: of the record of the same telegram, or what is
known now of one of its dispatches.
"""

from __future__ import annotations

import re

from game.campaign.scenario import Paragraph, Scenario
from game.campaign.words import Claim, Grade, Id, Prose

MARK = re.compile(r"\s*\[([^\[\]]*)\]?")
"""Stands behind what rests on a claim, and names it; one left open names all up to the end."""
OF_THE_RECORD = {
    "answered": "What was answered",
    "told": "As it is told",
    "documents": "What the documents have",
}
"""The claims that every record has, and their headings."""


def named_in(text: str) -> tuple[str, ...]:
    """Return the ids that a note names, in order, each once."""
    return tuple(dict.fromkeys(MARK.findall(text)))


def claims_of(scenario: Scenario) -> dict[str, Paragraph]:
    """Return what a note may rest on; where a dispatch and the record share an id, the record."""
    record = scenario.record
    news: dict[str, Paragraph] = {
        one.id: _under(Id(one.id), f"Of the news of {one.date}", one.now)
        for one in scenario.situation.dispatches
    }
    pieces: dict[str, Paragraph] = {one.id: one for one in (*record.weak, *record.paragraphs)}
    whole = {
        name: _under(Id(name), title, getattr(record, name))
        for name, title in OF_THE_RECORD.items()
    }
    return {**news, **pieces, **whole}


def _under(key: Id, title: str, claim: Claim) -> Paragraph:
    """Return a claim under a heading."""
    return Paragraph(
        id=key, title=Prose(title), text=claim.text, grade=claim.grade, sources=claim.sources
    )


def sentences(scenario: Scenario, text: str) -> tuple[tuple[str, Grade | None], ...]:
    """Return a note in pieces: words, and the grade of what they rest on, nothing for none."""
    claims, pieces = claims_of(scenario), MARK.split(text)
    grades = (*(claims[name].grade for name in pieces[1::2]), None)
    found = zip(pieces[::2], grades, strict=True)
    return tuple((words, grade) for words, grade in found if words)
