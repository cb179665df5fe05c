"""A lesson as xAPI statements, one for each choice, for those with a learning platform.

Ids are stable: made of campaign, scenario and response, and of the room's code and the pupil's
number, never of a name. The same lesson gives the same statements with the same ids.
Source: Experience API 1.0.3, part two (statements).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from uuid import UUID, uuid5

from game.campaign.campaign import Campaign
from game.campaign.scenario import Response, Scenario
from game.classroom.report.table import numbered
from game.playthrough.replay import play
from game.room.debrief import played
from game.room.room import Room, Vote
from game.room.seating import tidy

HOME = "urn:six-telegrams"
"""Names of things begin so; nothing is reached under it."""
SPACE = UUID("6b1d5a2e-3f04-5c1b-9d55-0f1c0a9d2c41")
"""From which the ids of statements derive."""
VERB = {"id": "http://adlnet.gov/expapi/verbs/responded", "display": {"en": "responded"}}
CHOICE = "http://adlnet.gov/expapi/activities/cmi.interaction"

Json = dict[str, object]


def statements(campaign: Campaign, room: Room, when: Sequence[str] = ()) -> tuple[Json, ...]:
    """Return one statement for each choice of each pupil.

    Args:
        campaign: what was played.
        room: the lesson.
        when: the moment at which each telegram was answered, as ISO 8601; may be left out.
    """
    numbers, found = numbered(room), []
    for place, turn in enumerate(played(room)):
        stamp = when[place] if place < len(when) else ""
        found += [
            _statement(campaign, room, turn, (numbers[pupil], vote), stamp)
            for pupil, vote in room.round_of(turn).votes.items()
        ]
    return tuple(found)


def as_json(campaign: Campaign, rooms: Sequence[Room]) -> str:
    """Return the statements of some lessons as one JSON file."""
    listed = [one for room in rooms for one in statements(campaign, room)]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def _statement(
    campaign: Campaign, room: Room, turn: int, said: tuple[int, Vote], stamp: str
) -> Json:
    number, vote = said
    step = play(campaign, room.desk.playthrough).steps[turn]
    activity = f"{HOME}:{campaign.outline.id}:{step.scenario.id}"
    actor = f"{room.opened.code}-{number}"
    body: Json = {
        "id": str(uuid5(SPACE, f"{activity}:{actor}")),
        "actor": {"objectType": "Agent", "account": {"homePage": HOME, "name": actor}},
        "verb": VERB,
        "object": {"objectType": "Activity", "id": activity, "definition": _asked(step.scenario)},
        "result": {"response": vote.response},
        "context": {
            "registration": str(uuid5(SPACE, room.opened.code)),
            "extensions": {
                f"{HOME}:seat": vote.seat,
                f"{HOME}:sent": step.response.id,
                f"{HOME}:way": room.way_of(turn).value,
            },
        },
    }
    return body | ({"timestamp": stamp} if stamp else {})


def _asked(scenario: Scenario) -> Json:
    """Return what was to be chosen, and out of what."""
    return {
        "type": CHOICE,
        "interactionType": "choice",
        "name": {"en": str(scenario.title)},
        "description": {"en": str(scenario.decision.ask)},
        "choices": [_choice(one) for one in scenario.decision.responses],
    }


def _choice(response: Response) -> Json:
    return {"id": response.id, "description": {"en": tidy(response.title, 80)}}
