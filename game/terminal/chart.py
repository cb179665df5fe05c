"""The map in words: how far everything lies, what stands where, what is on the march."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt

from game import wording
from game.campaign.campaign import Campaign
from game.campaign.geography import LonLat
from game.campaign.words import Month, PlaceId
from game.playthrough.desk import Desk, Stage, replay_of, scenario_of
from game.simulation.course import Course
from game.terminal.figures import month_of
from game.terminal.paper import Passage, passage

RADIUS = 6371
"""Of the earth, in kilometres."""
WINDS = (
    "north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest",
)  # fmt: skip


def chart(campaign: Campaign, desk: Desk, month: Month | None = None) -> tuple[Passage, ...]:
    """Return what the map shows in a month."""
    when = month or month_of(campaign, desk)
    course = replay_of(campaign, desk).course
    truth = desk.stage in (Stage.RECORD, Stage.CHRONICLE)
    found = (
        passage(f"The map in words, {wording.month(when)}", *_places(campaign, desk)),
        passage("Areas", *_areas(campaign, course, when)),
        passage("Railways and other lines", *_lines(campaign, course, when)),
        passage("On the march", *_columns(campaign, course, when)),
        passage(
            "A threat as it was" if truth else "A threat as it is feared",
            *_threats(campaign, course, when, truth=truth),
        ),
    )
    return tuple(one for one in found if len(one.lines) > 1)


def _places(campaign: Campaign, desk: Desk) -> list[str]:
    """Return each place the camera holds, with its way from home."""
    outline = campaign.outline
    keys = [page.place for page in outline.opening]
    if desk.stage is not Stage.OPENING:
        scenario = scenario_of(campaign, desk)
        keys = [*scenario.view, *(one.place for one in scenario.situation.dispatches)]
    return [_way(campaign, key) for key in dict.fromkeys(keys)]


def _way(campaign: Campaign, key: PlaceId) -> str:
    places = {one.id: one for one in campaign.geography.places}
    here, home = places[key], places[campaign.outline.home]
    modern = f" (today {here.modern})" if here.modern else ""
    if here.id == home.id:
        return f"  {here.name}{modern}: here."
    return f"  {here.name}{modern}: {way(home.at, here.at)} of {home.name}."


def way(start: LonLat, end: LonLat) -> str:
    """Return distance and direction between two points: `640 km northeast`."""
    (x, y), (u, v) = (tuple(map(radians, point)) for point in (start, end))
    half = sin((v - y) / 2) ** 2 + cos(y) * cos(v) * sin((u - x) / 2) ** 2
    far = 2 * RADIUS * asin(sqrt(min(half, 1.0)))
    turn = atan2(sin(u - x) * cos(v), cos(y) * sin(v) - sin(y) * cos(v) * cos(u - x))
    wind = WINDS[round(degrees(turn) / 45) % 8]
    return f"{round(far, -1 if far >= 100 else 0):,.0f} km {wind}"


def _areas(campaign: Campaign, course: Course, month: Month) -> list[str]:
    """Return the areas in two paragraphs: fixed ones, and those that shrink and grow."""
    fixed, grown = [], []
    for one in campaign.geography.areas:
        if one.size is None:
            fixed.append(str(one.name))
        else:
            size = min(max(course.formula(one.size, month), 0.0), 1.0)
            grown.append(f"{one.name} {size * 100:.0f} %")
    lines = [_listed(fixed), _listed(grown, "Share of their full extent: ")]
    return [line for line in lines if line]


def _lines(campaign: Campaign, course: Course, month: Month) -> list[str]:
    """Return each line once by its name, those that are torn up together."""
    names: dict[str | None, list[str]] = {}
    for one in campaign.geography.lines:
        torn = one.cut_by if one.cut_by and course.at(month, one.cut_by) >= 1 else None
        names.setdefault(torn, []).append(str(one.name))
    return [_listed(listed, _torn(course, month, key)) for key, listed in names.items()]


def _torn(course: Course, month: Month, quantity: str | None) -> str:
    if quantity is None:
        return "Whole: "
    return f"Torn up this month, {course.at(month, quantity):,.0f} km in all: "


def _listed(names: list[str], before: str = "") -> str:
    """Return names in one paragraph, each once; nothing for none."""
    return f"  {before}{'; '.join(dict.fromkeys(names))}." if names else ""


def _columns(campaign: Campaign, course: Course, month: Month) -> list[str]:
    lines = []
    for one in campaign.geography.columns:
        men = course.at(month, one.men)
        if men >= 1:
            gone = min(max(course.formula(one.progress, month), 0.0), 1.0) * 100
            lines.append(f"  {one.name}: {men:,.0f}, {gone:.0f} % of the way.")
    return lines


def _threats(campaign: Campaign, course: Course, month: Month, *, truth: bool) -> list[str]:
    lines = []
    for one in campaign.geography.threats:
        formula = one.truth if truth and one.truth else one.width
        width = min(max(course.formula(formula, month), 0.0), 1.0) * 100
        lines.append(f"  {one.id.replace('-', ' ')}: {width:.0f} of 100.")
    return lines
