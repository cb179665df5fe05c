"""The orders of a line without playing it."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.playthrough.playthrough import history
from game.playthrough.schedule import answers, schedule
from game.simulation.resolve import machine


def test_a_line_is_answered_telegram_by_telegram(harbour: Campaign) -> None:
    """As far as it goes."""
    line = history(harbour)

    found = answers(harbour, line[:1])

    assert [(scenario.id, response.id) for scenario, response in found] == [
        (harbour.scenarios[0].id, line[0])
    ]


def test_every_command_gets_its_months(harbour: Campaign) -> None:
    """Counted from the month of its telegram."""
    scenario = harbour.scenarios[0]
    engine = machine(harbour.model, "engineer")
    response = next(one for one in scenario.decision.responses if one.commands)

    found = schedule(harbour, engine, (ResponseId(response.id),))

    assert [(one.first, one.end, one.size) for one in found] == [
        (
            scenario.month.plus(command.after),
            scenario.month.plus(command.after + command.months),
            command.size,
        )
        for command in response.commands
    ]
