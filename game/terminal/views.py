"""What lies open where the player sits, and the line that names what can be done there."""

from __future__ import annotations

from game.playthrough.desk import scenario_of
from game.terminal import decision, stages
from game.terminal.briefing import put_aside, title, when
from game.terminal.paper import Passage, laid, passage
from game.terminal.sitting import (
    AtShelf,
    AtStage,
    AtTitle,
    Confirming,
    Foreseeing,
    Keyed,
    Scene,
    Slipped,
)


def view(scene: Scene) -> list[str]:
    """Return the lines of what lies open."""
    desk, page = scene.sitting.desk, scene.sitting.page
    if isinstance(scene.sitting.place, AtStage) and desk:
        found = stages.book(scene.campaign, desk, scene.paper)
        return list(found[stages.opened(found, page)].lines)
    return laid(_passages(scene), scene.paper)


def _passages(scene: Scene) -> list[Passage]:
    match scene.sitting.place:
        case AtTitle(saves, aside):
            return title(scene.campaign, saves, aside)
        case Foreseeing() as place:
            return [_foreseeing(scene, place)]
        case Confirming(response):
            return decision.ready(scene.campaign, response)
        case AtShelf() as place:
            return shelf(place)
        case Keyed() | AtStage() | Slipped():
            return []


def _foreseeing(scene: Scene, place: Foreseeing) -> Passage:
    if place.answer is not None:
        return decision.sureness()
    estimates = scenario_of(scene.campaign, place.draft).decision.estimates
    return decision.estimate(estimates[place.number], place.number + 1, len(estimates))


def shelf(place: AtShelf) -> list[Passage]:
    """Return the list of saves, or the question whether one is really to go."""
    if place.doomed:
        return [passage(f"Delete {place.doomed.title}, saved {when(place.doomed)}?")]
    lines = [
        f"  {number}. {one.title}, {when(one)}, {'automatic' if one.automatic else 'yours'}"
        for number, one in enumerate(place.saves, 1)
    ]
    found = passage("The saves, newest first", *lines) if lines else passage("There are no saves.")
    return [found, *put_aside(place.aside)]


def choices(scene: Scene) -> str:
    """Return the line that names what can be done."""
    match scene.sitting.place:
        case AtTitle(saves):
            first = "continue" if saves else "new campaign"
            return f"A number chooses; Enter: {first}. code and a run code opens it. ?: help."
        case AtStage():
            desk = scene.sitting.desk
            assert desk is not None, "a stage lies on a desk"
            return stages.choices(scene.campaign, desk, scene.sitting.page, scene.paper)
        case Foreseeing(answer=None):
            return "A number answers. Enter: skip this one. b: back to the responses. ?: help."
        case Foreseeing():
            return "A number answers; Enter: likely. b: another answer. ?: help."
        case Confirming():
            return "y: send it. b: think again. ?: help."
        case Keyed():
            return "Enter: the months pass. ?: help."
        case AtShelf(doomed=None):
            return "A number loads; d and a number deletes. b: back. ?: help."
        case Slipped(meant):
            return f"y: take {meant}. b: back. ?: help."
        case AtShelf():
            return "y: delete it. b: keep it. ?: help."
