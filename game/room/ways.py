"""The ways in which a council decides, and what each makes of the voices it has heard.

Absent voices count as none: no way waits for them. A tie is broken by the chair, if the chair spoke
for one of the tied responses; otherwise the teacher sends one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from game.campaign.words import Id, ResponseId
from game.frozen import dataclass


class Way(StrEnum):
    """How a council comes to its answer."""

    EACH = "each"
    """One voice each; most voices decide."""
    SEAT = "seat"
    """One voice a seat: what most of those who share it say. A seat that is split has none."""
    CHAIR = "chair"
    """The chair decides after hearing everybody's advice."""
    UNANIMOUS = "unanimous"
    """Everybody who speaks must agree. When the time is up without it, the chair decides."""
    HANDS = "hands"
    """Raised hands, counted and typed in by the teacher."""
    SLIPS = "slips"
    """Paper slips, counted and typed in by the teacher."""


COUNTED_BY_HAND = (Way.HANDS, Way.SLIPS)
"""Ways in which the teacher types in the count."""

RULES = {
    Way.EACH: "One voice each. Most voices decide.",
    Way.SEAT: "One voice a seat: what most who share it say. A split seat has none.",
    Way.CHAIR: "All advise, the chair decides. Without a chair most voices decide.",
    Way.UNANIMOUS: "All who speak must agree. When time is up without it, the chair decides.",
    Way.HANDS: "Hands are raised, the teacher types in how many.",
    Way.SLIPS: "Paper slips are counted, the teacher types in how many.",
}
"""Each way in a sentence or two, for pupils and teachers."""
TIE_RULE = (
    "A tie is broken by the chair if the chair spoke for one of the tied; otherwise the teacher "
    "sends one of them. Whoever does not vote has no voice."
)
"""What holds in every way."""


class Because(StrEnum):
    """Why a count came out as it did."""

    MOST = "most"
    """It had the most voices."""
    CHAIR = "chair"
    """The chair decided."""
    CHAIR_BROKE_TIE = "chair-broke-tie"
    """Voices were tied; the chair's was for this one."""
    AGREED = "agreed"
    """Nobody spoke for anything else."""
    TIED = "tied"
    """Voices are tied and the chair does not settle it."""
    SPLIT = "split"
    """Not all agree, and there is no chair to decide."""
    SILENT = "silent"
    """Nobody has spoken."""


SO_COUNTED = {
    Because.MOST: "Most voices were for it.",
    Because.CHAIR: "The chair decided.",
    Because.CHAIR_BROKE_TIE: "Voices were tied; the chair's was for this one.",
    Because.AGREED: "Nobody spoke for anything else.",
    Because.TIED: "Voices are tied. The teacher sends one of the tied.",
    Because.SPLIT: "Not all agree, and no chair decides. The teacher sends one of these.",
    Because.SILENT: "Nobody has spoken. The teacher sends an answer.",
}
"""Why a count came out as it did, in a sentence."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one pupil said, and from which seat."""

    seat: Id
    response: ResponseId


@dataclass(frozen=True, slots=True)
class Count:
    """The voices counted: what they decide, or between which the teacher has to choose."""

    tally: tuple[tuple[ResponseId, int], ...]
    """Voices for each response on the table, in their order there."""
    decided: ResponseId | None
    tied: tuple[ResponseId, ...]
    """What may be sent when nothing is decided."""
    because: Because


def count(
    way: Way,
    table: tuple[ResponseId, ...],
    voices: tuple[Voice, ...],
    *,
    chair: Id | None,
    typed: Mapping[ResponseId, int] | None = None,
) -> Count:
    """Count the voices for the responses on the table.

    Args:
        way: how this council decides.
        table: the responses that may be sent; voices for others are not heard.
        voices: one for each pupil who spoke.
        chair: the seat that decides ties.
        typed: hands or slips; used in the ways that count by hand.
    """
    heard = tuple(one for one in voices if one.response in table)
    if way in COUNTED_BY_HAND:
        return _most(table, Counter({one: (typed or {}).get(one, 0) for one in table}), None)
    favoured = _favoured(tuple(one.response for one in heard if one.seat == chair))
    if way is Way.SEAT:
        return _most(table, _by_seat(heard), favoured)
    voted = Counter(one.response for one in heard)
    if way is Way.CHAIR and favoured is not None:
        return Count(_tally(table, voted), favoured, (), Because.CHAIR)
    if way is Way.UNANIMOUS:
        return _unanimous(table, voted, favoured)
    return _most(table, voted, favoured)


def _by_seat(voices: tuple[Voice, ...]) -> Counter[ResponseId]:
    """Return one voice for each seat that is not split."""
    seats = dict.fromkeys(one.seat for one in voices)
    said = (_favoured(tuple(one.response for one in voices if one.seat == seat)) for seat in seats)
    return Counter(one for one in said if one is not None)


def _favoured(said: tuple[ResponseId, ...]) -> ResponseId | None:
    """Return what most of those who share a seat say; nothing when they are split or silent."""
    ranked = Counter(said).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _tally(
    table: tuple[ResponseId, ...], voted: Counter[ResponseId]
) -> tuple[tuple[ResponseId, int], ...]:
    return tuple((one, voted[one]) for one in table)


def _most(
    table: tuple[ResponseId, ...], voted: Counter[ResponseId], favoured: ResponseId | None
) -> Count:
    """Return what most voices decide, the chair breaking a tie."""
    tally = _tally(table, voted)
    best = max(voted.values(), default=0)
    if best == 0:
        return Count(tally, None, table, Because.SILENT)
    first = tuple(one for one, voices in tally if voices == best)
    if len(first) == 1:
        return Count(tally, first[0], (), Because.MOST)
    if favoured in first:
        return Count(tally, favoured, (), Because.CHAIR_BROKE_TIE)
    return Count(tally, None, first, Because.TIED)


def _unanimous(
    table: tuple[ResponseId, ...], voted: Counter[ResponseId], favoured: ResponseId | None
) -> Count:
    """Return what all agree on, or what the chair decides when they do not."""
    tally = _tally(table, voted)
    spoken = tuple(one for one, voices in tally if voices)
    if not spoken:
        return Count(tally, None, table, Because.SILENT)
    if len(spoken) == 1:
        return Count(tally, spoken[0], (), Because.AGREED)
    if favoured is not None:
        return Count(tally, favoured, (), Because.CHAIR)
    return Count(tally, None, spoken, Because.SPLIT)
