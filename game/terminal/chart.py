"""The map in words: how far everything lies, what stands where, what is on the march."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt

from game.campaign.campaign import Campaign
from game.campaign.geography import LonLat
from game.campaign.words import Month, PlaceId
from game.playthrough.desk import Desk, Stage, replay_of, scenario_of
from game.playthrough.theatre import Theatre, places_near, theatre
from game.terminal.figures import month_of
from game.terminal.paper import Passage, passage
from game.words import mapwords, wording

RADIUS = 6371
"""Of the earth, in kilometres."""
WINDS = (
    "north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest",
)  # fmt: skip


def chart(campaign: Campaign, desk: Desk, month: Month | None = None) -> tuple[Passage, ...]:
    """Return what the map shows in a month, and what its signs mean."""
    when = month or month_of(campaign, desk)
    course = replay_of(campaign, desk).course
    truth = desk.stage in (Stage.RECORD, Stage.CHRONICLE)
    shown = theatre(campaign.geography, course, when)
    found = (
        passage(f"The map in words, {wording.month(when)}", *_places(campaign, desk)),
        passage(mapwords.FRONT, _listed(mapwords.passed_by_front(campaign.geography, shown))),
        passage("Areas", *_areas(shown)),
        passage("Railways and other lines", *_lines(campaign, shown)),
        passage("On the march", *_columns(shown)),
        passage(
            "Threats as they were, and as they were believed" if truth else "Threats as believed",
            *_threats(shown, truth=truth),
        ),
        passage("What the signs of the map mean", *_key(campaign)),
    )
    return tuple(one for one in found if len(one.lines) > 1)


def _places(campaign: Campaign, desk: Desk) -> list[str]:
    """Return each place the camera holds, with its way from home."""
    outline = campaign.outline
    keys = [page.place for page in outline.opening]
    if desk.stage is not Stage.OPENING:
        scenario = scenario_of(campaign, desk)
        passing = desk.stage is Stage.CONSEQUENCES
        views = (*places_near(scenario), *scenario.far) if passing else scenario.view
        keys = [*views, *(one.place for one in scenario.situation.dispatches)]
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


def _areas(shown: Theatre) -> list[str]:
    """Return the areas in two paragraphs: fixed ones, and those that shrink and grow."""
    fixed = [str(one.area.name) for one in shown.spreads if one.area.size is None]
    grown = [f"{one.area.name} {one.share * 100:.0f} %" for one in shown.spreads if one.area.size]
    lines = [_listed(fixed), _listed(grown, "Share of their full extent: ")]
    return [line for line in lines if line]


def _lines(campaign: Campaign, shown: Theatre) -> list[str]:
    """Return each line once by its name, those that are torn up together."""
    cut = [one for one in shown.torn if one.amount >= 1]
    broken = {line.id for one in cut for line in one.lines}
    whole = [str(one.name) for one in campaign.geography.lines if one.id not in broken]
    told = [
        _listed(
            [str(line.name) for line in one.lines],
            f"Torn up this month, {one.amount:,.0f} km in all: ",
        )
        for one in cut
    ]
    return [line for line in (*told, _listed(whole, "Whole: ")) if line]


def _listed(names: list[str], before: str = "") -> str:
    """Return names in one paragraph, each once; nothing for none."""
    return f"  {before}{'; '.join(dict.fromkeys(names))}." if names else ""


def _columns(shown: Theatre) -> list[str]:
    return [
        f"  {one.column.name}: {one.men:,.0f}, {one.share * 100:.0f} % of the way."
        for one in shown.marches
    ]


def _threats(shown: Theatre, *, truth: bool) -> list[str]:
    """Return how wide each arrow is; in the record also how wide it was believed to be."""
    lines = []
    for one in shown.dangers:
        name = one.threat.name or one.threat.id.replace("-", " ")
        believed = f"{one.believed * 100:.0f} of 100"
        if truth and one.threat.truth:
            lines.append(f"  {name}: {one.true * 100:.0f} of 100; believed: {believed}.")
        else:
            lines.append(f"  {name}: {believed}.")
    return lines


def _key(campaign: Campaign) -> list[str]:
    return [f"  {one.title}: {one.looks} {one.text}".rstrip() for one in mapwords.key(campaign)]
