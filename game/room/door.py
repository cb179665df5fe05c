"""The one door by which the state of a room leaves it: for a phone, for the wall, for the teacher.

A view has what that viewer may know and nothing else. Whoever wants to show a room asks here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.classroom import DebriefStep
from game.campaign.notes import claims_of, named_in, sentences
from game.campaign.words import Id
from game.playthrough.desk import Stage, scenario_of
from game.room.debrief import TITLES
from game.room.events import (
    Answered,
    AnyEvent,
    Debriefed,
    PupilId,
    Revealed,
    Turned,
    VoteClosed,
    VoteOpened,
    Withdrawn,
)
from game.room.lesson import Known, known
from game.room.once import once
from game.room.pages import card_of, fallen, page
from game.room.refusals import Refused
from game.room.requests import Back, Next
from game.room.room import Pupil, Room
from game.room.seating import seat_of
from game.room.teacher import of_teacher
from game.room.told import choice, stated
from game.room.views import DeskView, Listed, Me, Note, PhoneView, Shared, Waiting, WallView
from game.words import wording

STAGES = {
    Stage.OPENING: "the lobby",
    Stage.SITUATION: "the situation",
    Stage.TELEGRAM: "the telegram",
    Stage.COUNCIL: "the council",
    Stage.DECISION: "the decision",
    Stage.CONSEQUENCES: "the consequences",
    Stage.RECORD: "the record",
    Stage.CHRONICLE: "the chronicle",
}
"""The stages, as one says where to go."""
STEPS: dict[type[AnyEvent], str] = {
    VoteOpened: "Open the vote",
    VoteClosed: "Close the vote",
    Revealed: "Show the count",
    Answered: "Send the answer",
    Withdrawn: "Take the answer back",
}
"""What else a step forward or back may do, in a few words."""


def phone(campaign: Campaign, room: Room, pupil: PupilId, now: int) -> PhoneView:
    """Return what a pupil may see at a moment in milliseconds."""
    found = room.pupils[pupil]
    common, me = shared(campaign, room, now), _me(campaign, room, found)
    return PhoneView(common, me, page(campaign, room, found))


def wall(campaign: Campaign, room: Room, now: int) -> WallView:
    """Return what the projector may show at a moment in milliseconds."""
    lobby = room.desk.stage is Stage.OPENING and room.debrief is None
    names = _names(campaign, room) if lobby else ()
    return WallView(shared(campaign, room, now), page(campaign, room, None), names)


def desk(campaign: Campaign, room: Room, now: int) -> DeskView:
    """Return what the teacher may see at a moment in milliseconds."""
    closed = room.desk.stage is Stage.DECISION and room.round.was_open and not room.round.is_open
    return DeskView(
        shared=shared(campaign, room, now),
        page=page(campaign, room, None),
        notes=_notes(campaign, room),
        next_does=onward(campaign, room, now),
        back_does=_does(of_teacher(campaign, room, Back(), now)),
        way=room.way,
        seats=tuple((one.id, one.title) for one in campaign.classroom.seats),
        typed=tuple((room.round.typed or {}).items()),
        pupils=_sitting(campaign, room.pupils),
        waiting=_waiting(campaign, room) if closed else (),
        fallen=fallen(campaign, room) if closed else None,
    )


def onward(campaign: Campaign, room: Room, now: int) -> str:
    """Return what the next step would do, in a few words; nothing where it would do nothing."""
    return _does(of_teacher(campaign, room, Next(), now))


def knew(campaign: Campaign, room: Room, turn: int) -> tuple[Known, ...]:
    """Return who knew what at a telegram: nothing before its answer, for then it is secret."""
    return known(campaign, turn) if turn < len(room.desk.playthrough.line) else ()


@once
def shared(campaign: Campaign, room: Room, now: int) -> Shared:
    """Return what everybody may know."""
    return replace(_shared(campaign, room), clock_left=room.clock.left_at(now))


@once
def _shared(campaign: Campaign, room: Room) -> Shared:
    """Return what everybody may know, but for the time that is left."""
    scenario, made = scenario_of(campaign, room.desk), room.round
    spoken = made.votes.keys() & room.pupils.keys()
    return Shared(
        code=room.opened.code,
        name=room.opened.name,
        campaign=campaign.outline.title,
        stage=room.desk.stage,
        turn=room.turn,
        turns=len(campaign.scenarios),
        title=scenario.title,
        when=wording.date_of(scenario.when),
        clock_left=0,
        clock_running=room.clock.is_running,
        locked=room.locked,
        muted=room.muted,
        is_open=made.is_open,
        was_open=made.was_open,
        revealed=made.revealed,
        answered=len(spoken),
        present=len(room.pupils),
        seats=_seats(campaign, room, spoken),
        debrief=room.debrief,
        ended=room.ended,
    )


def _seats(
    campaign: Campaign, room: Room, spoken: set[PupilId]
) -> tuple[tuple[Id, str, int, int], ...]:
    sitting = Counter(one.seat for one in room.pupils.values())
    heard = Counter(room.pupils[one].seat for one in spoken)
    return tuple(
        (one.id, one.title, sitting[one.id], heard[one.id])
        for one in campaign.classroom.seats
        if sitting[one.id]
    )


def _names(campaign: Campaign, room: Room) -> tuple[tuple[str, tuple[str, ...]], ...]:
    pupils = room.pupils.values()
    return tuple(
        (seat.title, tuple(one.name for one in pupils if one.seat == seat.id))
        for seat in campaign.classroom.seats
        if any(one.seat == seat.id for one in pupils)
    )


def _me(campaign: Campaign, room: Room, pupil: Pupil) -> Me:
    seat = seat_of(campaign, pupil)
    at_telegram = room.desk.stage not in (Stage.OPENING, Stage.CHRONICLE) and room.debrief is None
    card = card_of(seat, scenario_of(campaign, room.desk).id) if at_telegram else None
    return Me(
        pupil=pupil.id,
        name=pupil.name,
        seat=seat.title,
        how=wording.PRESENT[seat.frame],
        task=seat.task,
        interest=seat.interest,
        card=card.text if card else "",
        grade=card.grade if card else seat.grade,
        out=pupil.out,
    )


@once
def _sitting(campaign: Campaign, pupils: Mapping[PupilId, Pupil]) -> tuple[Listed, ...]:
    return tuple(_listed(campaign, one) for one in pupils.values())


def _listed(campaign: Campaign, pupil: Pupil) -> Listed:
    return Listed(pupil.id, pupil.name, pupil.seat, seat_of(campaign, pupil).title, pupil.out)


def _waiting(campaign: Campaign, room: Room) -> tuple[Waiting, ...]:
    """Return the reasons of this round in the order of the responses: never in that of time."""
    scenario, now = scenario_of(campaign, room.desk), room.round
    letters = {one.id: choice(scenario, one).letter for one in scenario.decision.responses}
    titles = {one.id: one.title for one in campaign.classroom.seats}
    given = (
        Waiting(
            key, titles.get(vote.seat, ""), letters[vote.response], vote.reason, key in now.shown
        )
        for key, vote in now.votes.items()
        if vote.reason
    )
    return tuple(sorted(given, key=lambda one: (one.letter, one.seat, one.text)))


def _notes(campaign: Campaign, room: Room) -> Note | None:
    """Return what the teacher may say at this stage; nothing where the campaign has no notes."""
    scenario = scenario_of(campaign, room.desk)
    found = next((one for one in campaign.classroom.notes if one.id == scenario.id), None)
    outside = room.desk.stage in (Stage.OPENING, Stage.CHRONICLE) or room.debrief is not None
    if found is None or outside:
        return None
    text, claims = str(getattr(found, room.desk.stage.value)), claims_of(scenario)
    rests = tuple(stated(campaign, claims[name]) for name in named_in(text))
    return Note(sentences(scenario, text), rests)


def _does(outcome: tuple[AnyEvent, ...] | Refused) -> str:
    """Return what a step would do, in a few words; nothing where it would do nothing."""
    if isinstance(outcome, Refused) or not outcome:
        return ""
    event = outcome[-1]
    if isinstance(event, Turned):
        return f"To {STAGES[event.stage]}"
    if isinstance(event, Debriefed):
        steps = tuple(DebriefStep)
        return "Leave the debrief" if event.step is None else TITLES[steps[event.step]]
    return STEPS[type(event)]
