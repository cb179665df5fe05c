"""The map in words, for every front end: what its signs mean, and what moves on it."""

from __future__ import annotations

from dataclasses import dataclass

from game.campaign.campaign import Campaign
from game.campaign.geography import AreaKind, Geography, LineKind, Sign
from game.playthrough.theatre import Theatre

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


def map_told(shown: Theatre, *, truth: bool) -> str:
    """Return in a few sentences what moves on the map in a month, for who cannot see it."""
    areas = [one.share * 100 for one in shown.spreads if one.area.size]
    torn = [f"{one.amount:,.0f} km of line torn up in the month" for one in shown.torn if one.cuts]
    marching = [f"{one.column.name}: {one.men:,.0f} on the march" for one in shown.marches]
    widths = [(one.threat, one.true if truth else one.believed) for one in shown.dangers]
    threats = [f"{one.name or 'threat'}: {width * 100:.0f} of 100" for one, width in widths]
    extent = f"areas at {min(areas):.0f} to {max(areas):.0f} per cent" if areas else ""
    return "; ".join(part for part in (extent, *torn, *marching, *threats) if part)


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
