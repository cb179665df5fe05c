"""The map in words, for every front end: what its signs mean, and what moves on it."""

from __future__ import annotations

from math import cos, inf, radians

from game.campaign.campaign import Campaign
from game.campaign.geography import AreaKind, Geography, LineKind, LonLat, Sign, Threat
from game.frozen import dataclass
from game.playthrough.strokes import apart
from game.playthrough.theatre import Danger, Spread, Theatre, Torn

SIGNS = {
    Sign.HOME: ("Where you sit", "A red star."),
    Sign.PLACE: ("Town", "A dot."),
    Sign.RAILWAY: ("Railway", "A plain line."),
    Sign.BROAD_RAILWAY: ("Broad-gauge railway", "A double line with sleepers."),
    Sign.ROAD: ("Road", "Short dashes."),
    Sign.WALL: ("Wall", "A line with battlements."),
    Sign.RIVER: ("River", "A thin rough line."),
    Sign.BORDER: ("Border", "Dashes and dots."),
    Sign.FRONT: ("Front line", "A thick red line."),
    Sign.STATE: ("State", "Wide hatching inside a dashed border."),
    Sign.BASE: ("Base area", "Close green hatching inside a whole border."),
    Sign.BLOCKADE: ("Blockade", "Crossed hatching inside a dashed border."),
    Sign.WATER: ("Water", "Blue hatching inside a whole border."),
    Sign.CUT: ("Line torn up", "Two red bars across a line."),
    Sign.COLUMN: ("On the march", "A red flag with a number, and the way behind it."),
    Sign.THREAT: ("Threat", "An ochre arrow, the wider the greater the threat."),
}
"""From a sign of the map to its name in general words and how it looks."""
FRONT = "The front passes near"
CLOSE = 1.1
"""Degrees of latitude, 120 km, within which the front passes near a place (assumed)."""
WIDTHS = ((0.03, ""), (0.34, "thin"), (0.67, "broad"), (1.0, "very broad"))
"""Up to which share an arrow is called so; the first is none."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A row of the map's key."""

    sign: Sign
    title: str
    looks: str
    """How the sign looks."""
    text: str
    """What it means in this campaign; empty where the campaign says nothing about it."""


def key(campaign: Campaign) -> tuple[KeyRow, ...]:
    """Return the key of a campaign's map: a row for every sign that the map can show."""
    own = {one.id: one for one in campaign.geography.key}
    rows = []
    for sign in signs(campaign.geography):
        title, looks = SIGNS[sign]
        said = own.get(sign)
        title, text = (str(said.title), str(said.text)) if said else (title, "")
        rows.append(KeyRow(sign, title, looks, text))
    return tuple(rows)


def map_told(geography: Geography, shown: Theatre, *, truth: bool) -> str:
    """Return in a few sentences what moves on the map in a month, for who cannot see it."""
    parts = (
        ", ".join(passed_by_front(geography, shown)),
        _held(shown.spreads),
        _feared(geography, shown.dangers, truth=truth),
        "; ".join(f"{_lines(one)} {_places(len(one.cuts))}" for one in shown.torn if one.cuts),
        "; ".join(f"{one.column.name}, {one.men:,.0f}" for one in shown.marches),
    )
    heads = (FRONT, "Hatched green", _arrows(truth=truth), "Torn up", "On the march")
    return " ".join(f"{head}: {part}." for head, part in zip(heads, parts, strict=True) if part)


def passed_by_front(geography: Geography, shown: Theatre) -> list[str]:
    """Return the names of places near the front, from one end of it to the other."""
    points = list(enumerate(point for stroke in shown.front for point in stroke))
    passed = []
    for place in geography.places:
        # most lie too far north or south, which is soon known
        near = [(number, one) for number, one in points if abs(one[1] - place.at[1]) <= CLOSE]
        ways = ((apart(place.at, one), number) for number, one in near)
        away, number = min(ways, default=(inf, 0))
        if away <= CLOSE:
            passed.append((number, str(place.name)))
    return [name for _, name in sorted(passed)]


def _held(spreads: tuple[Spread, ...]) -> str:
    """Return how many areas there are, and between which two sizes: all by name would be a list."""
    held = {
        str(one.area.name): round(one.share * 100)
        for one in spreads
        if one.area.size and one.area.kind is AreaKind.BASE
    }
    if not held:
        return ""
    least, most = min(held, key=lambda one: held[one]), max(held, key=lambda one: held[one])
    areas = f"{len(held)} areas" if len(held) > 1 else least
    if held[least] == held[most]:
        return f"{areas}, at {held[most]} % of the full size"
    return f"{areas}, from {held[least]} % of the full size ({least}) to {held[most]} % ({most})"


def _arrows(*, truth: bool) -> str:
    return "Arrows, as it was" if truth else "Arrows of what is feared"


def _feared(geography: Geography, dangers: tuple[Danger, ...], *, truth: bool) -> str:
    """Return where the arrows point and how broad they are."""
    told = []
    for one in dangers:
        width = one.true if truth else one.believed
        word = next(word for most, word in WIDTHS if width <= most)
        told.append(f"{one.threat.name or _way(geography, one.threat)}, {word}" if word else "")
    return "; ".join(filter(None, told))


def _way(geography: Geography, threat: Threat) -> str:
    """Return where an arrow without a name leads."""
    start, end = (nearest(geography, threat.points[at]) for at in (0, -1))
    return f"from {start} towards {end}"


def _lines(torn: Torn) -> str:
    """Return the lines that are cut together: one by its name, many by their number."""
    return str(torn.lines[0].name) if len(torn.lines) == 1 else f"the {len(torn.lines)} lines"


def _places(count: int) -> str:
    return "in one place" if count == 1 else f"in {count} places"


def nearest(geography: Geography, at: LonLat) -> str:
    """Return the name of the place that lies nearest."""

    def far(place: LonLat) -> float:
        east = (place[0] - at[0]) * cos(radians(at[1]))
        return float(east**2 + (place[1] - at[1]) ** 2)

    return str(min(geography.places, key=lambda one: far(one.at)).name)


def signs(geography: Geography) -> tuple[Sign, ...]:
    """Return the signs that a map can show, in the order of the key."""
    lines = {one.kind for one in geography.lines}
    areas = {one.kind for one in geography.areas}
    there = {
        *(Sign(str(kind)) for kind in (*LineKind, *AreaKind) if kind in lines | areas),
        *((Sign.HOME, Sign.PLACE) if geography.places else ()),
        *((Sign.FRONT,) if geography.fronts else ()),
        *((Sign.CUT,) if any(one.cut_by for one in geography.lines) else ()),
        *((Sign.COLUMN,) if geography.columns else ()),
        *((Sign.THREAT,) if geography.threats else ()),
    }
    return tuple(sign for sign in Sign if sign in there)
