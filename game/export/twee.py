"""The story as Twee 3, for Twine and its kin: stages are passages, responses are links.

What follows from an answer is computed by the model, which no such file can hold: the consequences
name the rows of the ledger only.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator

from game.campaign.campaign import Campaign
from game.campaign.scenario import Response, Scenario
from game.campaign.words import Id

SPACE = uuid.UUID("6b0f5a5e-5c1d-5f0a-9a55-3d0c7a4f7b10")
"""The stories of this game derive their numbers from it."""
LAST = "endings"
"""The name of the last passage."""


def twee(campaign: Campaign) -> str:
    """Return the story."""
    scenarios, outline = campaign.scenarios, campaign.outline
    onward = [f"{one.id} situation" for one in scenarios[1:]] + [LAST]
    story = {
        "ifid": str(uuid.uuid5(SPACE, outline.id)).upper(),
        "format": "Harlowe",
        "format-version": "3.3.9",
        "start": "opening",
    }
    passages = [
        _passage("StoryTitle", outline.title),
        _passage("StoryData", json.dumps(story, indent=1)),
        _passage(
            "opening",
            outline.content_note,
            *(f"{one.title}\n\n{one.text}" for one in outline.opening),
            f"[[{scenarios[0].title}->{scenarios[0].id} situation]]",
        ),
    ]
    for scenario, further in zip(scenarios, onward, strict=True):
        passages += _stages(campaign, scenario, further)
    passages.append(_passage(LAST, *(f"- {one.title}" for one in outline.endings)))
    return "\n".join(passages)


def _stages(campaign: Campaign, scenario: Scenario, further: str) -> Iterator[str]:
    names = {one.id: one.name for one in campaign.cast}
    slips = (f"{one.date} ({one.standing}): {one.text}" for one in scenario.situation.dispatches)
    yield _stage(scenario, "situation", "telegram", scenario.situation.intro, *slips)
    yield _stage(
        scenario, "telegram", "council", scenario.telegram.received, *scenario.telegram.paragraphs
    )
    council = scenario.council
    said = (f"{names[one.id]}: {one.text}" for one in council.speeches)
    asked = (f"{one.ask}\n{names[one.to]}: {one.answer}" for one in council.questions)
    yield _stage(scenario, "council", "decision", *said, *asked)
    links = (f"[[{one.title}->{_name(scenario, one.id)}]]" for one in scenario.decision.responses)
    yield _passage(_name(scenario, "decision"), scenario.decision.ask, *links)
    for response in scenario.decision.responses:
        yield _answer(scenario, response)
    record = scenario.record
    told = (record.answered.text, record.told.text, record.documents.text)
    on = f"[[Go on->{further}]]"
    yield _passage(_name(scenario, "record"), *told, *(one.text for one in record.paragraphs), on)


def _answer(scenario: Scenario, response: Response) -> str:
    """Return the passage of one response: its order, its reply, what the ledger will tell."""
    rows = (f"- {row.title}" for row in scenario.consequences.ledger)
    parts = (response.order, response.cost, response.reply, "\n".join(rows))
    on = f"[[The record->{_name(scenario, 'record')}]]"
    return _passage(_name(scenario, response.id), *parts, on)


def _stage(scenario: Scenario, stage: str, following: str, *texts: str) -> str:
    on = f"[[Go on->{_name(scenario, following)}]]"
    return _passage(_name(scenario, stage), scenario.title, *texts, on)


def _name(scenario: Scenario, part: str | Id) -> str:
    return f"{scenario.id} {part}"


def _passage(name: str, *texts: str) -> str:
    """Return a passage; no line of its texts may look like the head of another."""
    body = "\n\n".join(texts).replace("\n::", "\n\\::")
    return f":: {name}\n{body}\n"
