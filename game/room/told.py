"""Pieces of a campaign as they are told in a room: names, claims, sources."""

from __future__ import annotations

from game.campaign.campaign import Campaign, Opening
from game.campaign.scenario import Paragraph, Response, Scenario
from game.campaign.words import Claim, PersonId, PlaceId, SourceId
from game.room.views import Choice, Statement
from game.words import wording


def person(campaign: Campaign, key: PersonId) -> str:
    """Return a person's name."""
    return next(one.name for one in campaign.cast if one.id == key)


def place(campaign: Campaign, key: PlaceId) -> str:
    """Return a place's name."""
    return next(one.name for one in campaign.geography.places if one.id == key)


def cited(campaign: Campaign, sources: tuple[SourceId, ...]) -> tuple[str, ...]:
    """Return sources as one cites them."""
    known = {one.id: one for one in campaign.sources}
    return tuple(wording.source(known[key]) for key in sources)


def stated(campaign: Campaign, one: Opening | Paragraph) -> Statement:
    """Return a paragraph with its evidence."""
    return Statement(one.title, one.text, one.grade, cited(campaign, one.sources))


def claimed(campaign: Campaign, title: str, claim: Claim) -> Statement:
    """Return a claim under a heading."""
    return Statement(title, claim.text, claim.grade, cited(campaign, claim.sources))


def choice(scenario: Scenario, response: Response, closed: str | None = None) -> Choice:
    """Return a response with its letter."""
    letter = chr(ord("A") + scenario.decision.responses.index(response))
    return Choice(response.id, letter, response.title, response.order, response.cost, closed)
