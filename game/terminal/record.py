"""The record in plain lines: as it is told, what the documents have, known then and known now."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.scenario import Dispatch, Paragraph, Scenario
from game.playthrough.desk import Desk, scenario_of
from game.playthrough.ghost import strayed
from game.terminal.briefing import heading
from game.terminal.figures import truly
from game.terminal.paper import Passage, passage
from game.terminal.statements import claimed, statement, whence
from game.words import wording


def record(campaign: Campaign, desk: Desk) -> list[list[Passage]]:
    """Return the record, a group for each of its parts."""
    scenario = scenario_of(campaign, desk)
    found = scenario.record
    return [
        [
            heading(campaign, desk, "The record"),
            passage(wording.strayed(strayed(campaign, desk.playthrough))),
            claimed(campaign, "What was answered", found.answered),
            passage("Two tellings"),
            claimed(campaign, "As it is told", found.told),
            claimed(campaign, "What the documents have", found.documents),
        ],
        [passage("What happened"), *_told(campaign, found.paragraphs)],
        [passage("Known then, known now"), *_then_and_now(campaign, scenario)],
        [passage("Who stood for what, and how that is known"), *_backings(campaign, scenario)],
        [passage("Where the story is weak"), *_told(campaign, found.weak)],
        [truly(campaign, desk)],
    ]


def _told(campaign: Campaign, paragraphs: tuple[Paragraph, ...]) -> list[Passage]:
    return [statement(campaign, one.title, one.text, one.grade, one.sources) for one in paragraphs]


def _then_and_now(campaign: Campaign, scenario: Scenario) -> list[Passage]:
    return [
        part
        for one in scenario.situation.dispatches
        for part in (_then(campaign, one), _now(campaign, one))
    ]


def _then(campaign: Campaign, one: Dispatch) -> Passage:
    head = f"{whence(campaign, one)}, {one.standing} then"
    return statement(campaign, head, one.text, one.grade, one.sources)


def _now(campaign: Campaign, one: Dispatch) -> Passage:
    text = f"{wording.TRUTHS[one.truth]} {one.now.text}"
    return statement(campaign, "Now", text, one.now.grade, one.now.sources)


def _backings(campaign: Campaign, scenario: Scenario) -> list[Passage]:
    return [
        claimed(
            campaign, f"{one.title}, as in history" if one.historical else one.title, one.backing
        )
        for one in scenario.decision.responses
    ]
