"""Chronicles of the harbour and of the shipped campaign, with and without draws."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.chronicle.chronicle import Chronicle
from game.chronicle.contents import chronicle_of
from game.chronicle.drawn import drawn
from game.playthrough.desk import Desk, Guess, Notes, Stage
from game.playthrough.playthrough import begin
from game.window.gallery import line_of


def desk_of(campaign: Campaign, answers: int | None = None) -> Desk:
    """Return a campaign played against history, everything asked and foreseen."""
    line = line_of(campaign, len(campaign.scenarios) if answers is None else answers)
    notes = tuple(
        Notes(
            tuple(one.id for one in scenario.council.questions[:2]),
            tuple(Guess(one.id, 0, 70) for one in scenario.decision.estimates),
        )
        for scenario in campaign.scenarios
    )
    return Desk(replace(begin(campaign), line=line), Stage.CHRONICLE, notes)


@pytest.fixture(scope="session")
def of_harbour(harbour: Campaign) -> Chronicle:
    """The harbour with draws."""
    desk = desk_of(harbour)
    return chronicle_of(harbour, desk, drawn(harbour, desk.playthrough, 50))


@pytest.fixture(scope="session")
def of_shipped(shipped: Campaign) -> Chronicle:
    """The shipped campaign with draws."""
    desk = desk_of(shipped)
    return chronicle_of(shipped, desk, drawn(shipped, desk.playthrough, 50))
