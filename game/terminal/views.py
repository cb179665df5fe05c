"""What lies open where the player sits, and the line that names what can be done there."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.files.remembered import Kept, name_of
from game.files.saves import Save
from game.playthrough.coverage import Seen, coverage, seen_at
from game.playthrough.desk import scenario_of
from game.playthrough.glance import glance
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
from game.words.shelfwords import seen_so_far, told


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
            return shelf(scene.campaign, place)
        case Keyed() | AtStage() | Slipped():
            return []


def _foreseeing(scene: Scene, place: Foreseeing) -> Passage:
    if place.answer is not None:
        return decision.sureness()
    estimates = scenario_of(scene.campaign, place.draft).decision.estimates
    return decision.estimate(estimates[place.number], place.number + 1, len(estimates))


def shelf(campaign: Campaign, place: AtShelf) -> list[Passage]:
    """Return the list of saves, or the question whether one is really to go."""
    if place.doomed:
        return [passage(f"Delete {place.doomed.title}, saved {when(place.doomed)}?")]
    lines = [
        f"  {number}. {_told(campaign, place.kept, one)}"
        for number, one in enumerate(place.saves, 1)
    ]
    found = passage("The saves, newest first", *lines) if lines else passage("There are no saves.")
    seen = place.kept.seen.get(campaign.outline.id, Seen())
    for one in place.saves:
        seen |= seen_at(campaign, one.desk)
    return [found, passage(seen_so_far(coverage(campaign, seen))), *put_aside(place.aside)]


def _told(campaign: Campaign, kept: Kept, save: Save) -> str:
    """Return a save in one line."""
    name = name_of(kept.names, save.desk.playthrough)
    kind = "automatic" if save.automatic else "yours"
    more = told(campaign, glance(campaign, save.desk, save.fingerprints))
    return ", ".join(filter(None, (name, save.title, when(save), kind, more)))


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
            return "A number loads; d 1 deletes, name 1 WORDS names. b: back. ?: help."
        case Slipped(meant):
            return f"y: take {meant}. b: back. ?: help."
        case AtShelf():
            return "y: delete it. b: keep it. ?: help."
