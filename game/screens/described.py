"""Pictures in words, for those who hear the game: the map, and the woodcuts of the cast."""

from __future__ import annotations

from functools import lru_cache
from math import cos, radians

from game.campaign.campaign import Campaign
from game.campaign.cast import Person
from game.campaign.geography import AreaKind, Geography, LonLat
from game.campaign.words import Month, PlaceId
from game.playthrough.playthrough import Playthrough
from game.playthrough.replay import play
from game.screens.cartography import KM_PER_CUT, LEAST_ARROW
from game.simulation.course import Course

WIDTHS = ((0.34, "thin"), (0.67, "broad"), (9.0, "very broad"))
"""Up to which share an arrow is called so."""
FEATURES = {
    "face": "{} face",
    "hair": "{} hair",
    "hat": "{}",
    "glasses": "{} glasses",
    "beard": "{}",
    "coat": "{}",
    "hold": "holding: {}",
}
"""The parts of a woodcut that are told, in their order."""


@lru_cache(maxsize=64)
def map_in_words(
    campaign: Campaign,
    playthrough: Playthrough,
    places: tuple[PlaceId, ...],
    month: Month,
    truth: bool,  # noqa: FBT001 - a part of the cache's key
) -> str:
    """Return what the map shows in a month: where it looks, and what moves on it."""
    geography, course = campaign.geography, play(campaign, playthrough).course
    names = {one.id: str(one.name) for one in geography.places}
    parts = (
        "Map: " + ", ".join(names[one] for one in places),
        _bases(geography, course, month),
        _threats(geography, course, month, truth=truth),
        _cuts(geography, course, month),
        _columns(geography, course, month),
    )
    return ". ".join(filter(None, parts)) + "."


def _bases(geography: Geography, course: Course, month: Month) -> str:
    """Return how many bases there are, and between which two sizes: all by name would be a list."""
    held = {
        str(area.name): round(min(max(course.formula(area.size, month), 0.0), 1.0) * 100)
        for area in geography.areas
        if area.size and area.kind is AreaKind.BASE
    }
    if not held:
        return ""
    least, most = min(held, key=lambda one: held[one]), max(held, key=lambda one: held[one])
    bases = f"{len(held)} areas" if len(held) > 1 else least
    size = f"{held[most]} %" if held[most] == held[least] else ""
    return f"Hatched green: {bases}, " + (
        f"at {size} of the full size"
        if size
        else f"from {held[least]} % of the full size ({least}) to {held[most]} % ({most})"
    )


def _threats(geography: Geography, course: Course, month: Month, *, truth: bool) -> str:
    """Return where the arrows point and how broad they are."""
    arrows = []
    for threat in geography.threats:
        formula = threat.truth if truth and threat.truth else threat.width
        width = min(course.formula(formula, month), 1.0)
        if width >= LEAST_ARROW:
            word = next(word for most, word in WIDTHS if width < most)
            ends = nearest(geography, threat.points[0]), nearest(geography, threat.points[-1])
            arrows.append(f"from {ends[0]} towards {ends[1]}, {word}")
    head = "Arrows, as it was" if truth else "Arrows of what is feared"
    return f"{head}: " + "; ".join(arrows) if arrows else ""


def _cuts(geography: Geography, course: Course, month: Month) -> str:
    """Return the lines that are cut."""
    cut = [
        str(line.name)
        for line in geography.lines
        if line.cut_by and round(course.at(month, line.cut_by) / KM_PER_CUT)
    ]
    return "Cut in places: " + ", ".join(cut) if cut else ""


def _columns(geography: Geography, course: Course, month: Month) -> str:
    """Return who is on the march."""
    names = [str(one.name) for one in geography.columns if course.at(month, one.men) >= 1]
    return "On the march: " + ", ".join(names) if names else ""


def nearest(geography: Geography, at: LonLat) -> str:
    """Return the name of the place that lies nearest."""

    def far(place: LonLat) -> float:
        east = (place[0] - at[0]) * cos(radians(at[1]))
        return float(east**2 + (place[1] - at[1]) ** 2)

    return str(min(geography.places, key=lambda one: far(one.at)).name)


def portrait_in_words(person: Person) -> str:
    """Return what a woodcut shows."""
    told = [
        form.format(person.portrait[part].replace("-", " "))
        for part, form in FEATURES.items()
        if person.portrait.get(part, "none") != "none"
    ]
    return f"Woodcut of {person.name}" + (": " + ", ".join(told) if told else "") + "."
