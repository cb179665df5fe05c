"""What comes of what pupils ask: events, or why not."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.playthrough.desk import Desk, Stage, cards, scenario_of
from game.room.events import AnyEvent, Joined, PupilId, Split, SteppedOut, Voted
from game.room.once import once
from game.room.refusals import Code, Refused
from game.room.requests import (
    LONGEST_REASON,
    CastVote,
    PupilRequest,
    SplitPoints,
    StepOut,
)
from game.room.room import Room
from game.room.seating import MOST_PUPILS, next_seat, tidy, tidy_name

POINTS = 50
"""What every pupil spreads over the answers to an estimate."""


def join(
    campaign: Campaign, room: Room, wanted: str, pupil: PupilId, digest: str
) -> Joined | Refused:
    """Return the joining of somebody under the name they want, or one as near as can be.

    Args:
        campaign: what is played.
        room: the room they come into.
        wanted: the name, as it was typed.
        pupil: a new name for them within the room.
        digest: of the secret with which they will come back.
    """
    name = tidy_name(wanted, (one.name for one in room.pupils.values()))
    if room.ended:
        return Refused(Code.ENDED)
    if room.locked:
        return Refused(Code.LOCKED)
    if len(room.pupils) >= MOST_PUPILS:
        return Refused(Code.FULL)
    if not tidy(wanted, 1):
        return Refused(Code.NO_NAME)
    return Joined(pupil, digest, name, next_seat(campaign, room).id)


def of_pupil(
    campaign: Campaign, room: Room, pupil: PupilId, request: PupilRequest
) -> tuple[AnyEvent, ...] | Refused:
    """Return what happens when a pupil asks for something. The same again is no event."""
    if pupil not in room.pupils:
        return Refused(Code.NO_PUPIL)
    if room.ended:
        return Refused(Code.ENDED)
    match request:
        case CastVote():
            return _voted(campaign, room, pupil, request)
        case SplitPoints():
            return _split(campaign, room, pupil, request)
        case StepOut(out):
            return () if room.pupils[pupil].out == out else (SteppedOut(pupil, out),)


def table(campaign: Campaign, room: Room) -> tuple[ResponseId, ...]:
    """Return the responses that may be sent now."""
    return _table(campaign, room.desk)


@once
def _table(campaign: Campaign, desk: Desk) -> tuple[ResponseId, ...]:
    return tuple(one.offer_id for one in cards(campaign, desk) if one.refusal is None)


def _voted(
    campaign: Campaign, room: Room, pupil: PupilId, request: CastVote
) -> tuple[AnyEvent, ...] | Refused:
    if request.turn != room.turn:
        return Refused(Code.LATE)
    if room.desk.stage is not Stage.DECISION or not room.round.is_open:
        return Refused(Code.NOT_OPEN)
    response = ResponseId(request.response)
    if response not in table(campaign, room):
        return Refused(Code.NOT_ON_TABLE)
    reason = "" if room.muted else tidy(request.reason, LONGEST_REASON)
    before = room.round.votes.get(pupil)
    if before and (before.response, before.reason) == (response, reason):
        return ()
    return (Voted(pupil, room.turn, response, reason),)


def _split(
    campaign: Campaign, room: Room, pupil: PupilId, request: SplitPoints
) -> tuple[AnyEvent, ...] | Refused:
    if request.turn != room.turn or room.desk.stage is not Stage.DECISION:
        return Refused(Code.LATE)
    if room.round.revealed:  # whoever knows the answer foresees otherwise
        return Refused(Code.SHOWN)
    asked = scenario_of(campaign, room.desk).decision.estimates
    found = next((one for one in asked if one.id == request.estimate), None)
    if found is None:
        return Refused(Code.NO_ESTIMATE)
    if len(request.points) != len(found.answers) or sum(request.points) != POINTS:
        return Refused(Code.POINTS)
    if room.round.points.get((pupil, found.id)) == request.points:
        return ()
    return (Split(pupil, room.turn, Id(found.id), request.points),)
