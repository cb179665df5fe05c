"""A room: the desk that a class shares, who sits where, and every round of voices.

A room is a frozen value folded from its events, whenever and wherever that is done. So a host that
dies, or moves to another machine with the file, has the same room again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import reduce
from types import MappingProxyType
from typing import TypeVar

from game.campaign.words import Id, ResponseId
from game.frozen import dataclass
from game.playthrough.desk import Desk, Notes, Stage, with_notes
from game.playthrough.playthrough import Playthrough
from game.room.clock import STOPPED, Clock
from game.room.events import (
    Answered,
    AnyEvent,
    Asked,
    ClockSet,
    Counted,
    Debriefed,
    Ended,
    Erased,
    Joined,
    Locked,
    Muted,
    Opened,
    PupilId,
    ReasonShown,
    Removed,
    Renamed,
    Reseated,
    Revealed,
    Split,
    SteppedOut,
    Turned,
    VoteClosed,
    Voted,
    VoteOpened,
    WayChosen,
    Withdrawn,
)
from game.room.ways import Way


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody in the room."""

    id: PupilId
    digest: str
    """Of the secret with which they come back."""
    name: str
    seat: Id
    out: bool = False
    """Whether they stepped out of the role for a while."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What a pupil said, and from which seat they said it."""

    seat: Id
    response: ResponseId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """The voices on one telegram."""

    way: Way | None = None
    """How it was decided; nothing while the room's way still holds."""
    is_open: bool = False
    was_open: bool = False
    revealed: bool = False
    votes: Mapping[PupilId, Vote] = field(default_factory=lambda: MappingProxyType({}))
    points: Mapping[tuple[PupilId, Id], tuple[int, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """How a pupil spread 50 points over the answers to an estimate."""
    typed: Mapping[ResponseId, int] | None = None
    """Hands or slips, as typed in."""
    shown: frozenset[PupilId] = frozenset()
    """Whose reasons everybody may see."""


Key = TypeVar("Key")
Value = TypeVar("Value")
RoundEvent = VoteOpened | VoteClosed | Voted | Split | Counted | ReasonShown | Revealed
"""What happens to the round on the table."""
PupilEvent = Joined | Renamed | Reseated | SteppedOut | Removed | Erased
"""What is about one pupil."""
DeskEvent = Turned | Asked | Answered | Withdrawn
"""What moves the desk that the class shares."""
EMPTY = Round()
"""A round in which nothing has been said."""


@dataclass(frozen=True, slots=True)
class Room:
    """One class session."""

    opened: Opened
    desk: Desk
    way: Way
    pupils: Mapping[PupilId, Pupil] = field(default_factory=lambda: MappingProxyType({}))
    rounds: tuple[Round, ...] = ()
    """One for each telegram that was voted on so far, from the campaign's first."""
    clock: Clock = STOPPED
    locked: bool = False
    muted: bool = False
    debrief: int | None = None
    """The step of the debrief that is shown, from 0; nothing outside it."""
    ended: bool = False

    @property
    def turn(self) -> int:
        """Return the number of the telegram on the table, from 0."""
        return self.desk.turn

    @property
    def round(self) -> Round:
        """Return the voices on the telegram on the table."""
        return self.round_of(self.turn)

    def round_of(self, turn: int) -> Round:
        """Return the voices on a telegram."""
        return self.rounds[turn] if turn < len(self.rounds) else EMPTY

    def way_of(self, turn: int) -> Way:
        """Return how a telegram was, or is being, decided."""
        return self.round_of(turn).way or self.way


def opened(event: Opened) -> Room:
    """Return the room that was opened, with nobody in it."""
    playthrough = Playthrough(
        campaign=event.campaign,
        version=event.version,
        line=event.before,
        seed=event.seed,
        chance=event.chance,
        reading=event.reading,
    )
    return Room(event, Desk(playthrough), event.way)


def folded(events: Iterable[AnyEvent]) -> Room:
    """Return the room that events lead to. The first has to open it."""
    first, *rest = events
    if not isinstance(first, Opened):
        message = f"a room begins with being opened, not with {first!r}"
        raise ValueError(message)  # noqa: TRY004 - the value is wrong: the file is not a room's
    return reduce(fold, rest, opened(first))


def fold(room: Room, event: AnyEvent) -> Room:
    """Return the room after an event."""
    if isinstance(event, RoundEvent):
        return _with_round(room, _folded_round(room.round, room.pupils, event))
    if isinstance(event, PupilEvent):
        return _with_pupils(room, event)
    if isinstance(event, DeskEvent):
        return _with_desk(room, event)
    match event:
        case Opened():
            return opened(event)
        case Locked(on):
            return replace(room, locked=on)
        case Muted(on):
            return replace(room, muted=on)
        case WayChosen(way):
            return replace(room, way=way)
        case ClockSet(left, since):
            return replace(room, clock=Clock(left, since))
        case Debriefed(step):
            return replace(room, debrief=step)
        case Ended():
            return replace(_closed(room), ended=True)


def _with_pupils(room: Room, event: PupilEvent) -> Room:
    """Return the room after something that is about one pupil."""
    match event:
        case Joined(pupil, digest, name, seat):
            return _with_pupil(room, Pupil(pupil, digest, name, seat))
        case Renamed(pupil, name):
            return _with_pupil(room, replace(room.pupils[pupil], name=name))
        case Reseated(pupil, seat):
            return _with_pupil(room, replace(room.pupils[pupil], seat=seat))
        case SteppedOut(pupil, out):
            return _with_pupil(room, replace(room.pupils[pupil], out=out))
        case Removed(pupil) | Erased(pupil):
            return _without_pupil(room, pupil)


def _with_desk(room: Room, event: DeskEvent) -> Room:
    """Return the room after something that moves the desk."""
    match event:
        case Turned(stage):
            return replace(_closed(room), desk=replace(room.desk, stage=stage))
        case Asked(question):
            return replace(room, desk=_asked(room.desk, question))
        case Answered(response):
            return _answered(room, response)
        case Withdrawn():
            return _withdrawn(room)


def _folded_round(now: Round, pupils: Mapping[PupilId, Pupil], event: RoundEvent) -> Round:
    """Return the round on the table after an event of it."""
    match event:
        case VoteOpened():
            return replace(now, is_open=True, was_open=True, revealed=False, typed=None)
        case VoteClosed():
            return replace(now, is_open=False)
        case Voted(pupil, _, response, reason):
            vote = Vote(pupils[pupil].seat, response, reason)
            return replace(now, votes=_with(now.votes, pupil, vote), shown=now.shown - {pupil})
        case Split(pupil, _, estimate, points):
            return replace(now, points=_with(now.points, (pupil, estimate), points))
        case Counted(counts):
            return replace(now, typed=MappingProxyType(dict(counts)))
        case ReasonShown(pupil, on):
            return replace(now, shown=now.shown | {pupil} if on else now.shown - {pupil})
        case Revealed():
            return replace(now, is_open=False, revealed=True)


def _with(before: Mapping[Key, Value], key: Key, value: Value) -> Mapping[Key, Value]:
    """Return a mapping with one more in it. Joined so it is copied whole and not key by key."""
    return MappingProxyType(MappingProxyType(before) | {key: value})


def _with_pupil(room: Room, pupil: Pupil) -> Room:
    return replace(room, pupils=_with(room.pupils, pupil.id, pupil))


def _without_pupil(room: Room, gone: PupilId) -> Room:
    """Return the room without somebody; their voice goes only where it is still being taken."""
    rest = {key: one for key, one in room.pupils.items() if key != gone}
    left = replace(room, pupils=MappingProxyType(rest))
    now = room.round
    if now.revealed or gone not in now.votes:
        return left
    votes = {key: one for key, one in now.votes.items() if key != gone}
    return _with_round(left, replace(now, votes=MappingProxyType(votes), shown=now.shown - {gone}))


def _with_round(room: Room, now: Round) -> Room:
    kept = (*room.rounds, *(EMPTY,) * (room.turn + 1 - len(room.rounds)))
    return replace(room, rounds=(*kept[: room.turn], now, *kept[room.turn + 1 :]))


def _closed(room: Room) -> Room:
    """Return the room with no voices being taken and the clock standing still at nothing."""
    still = replace(room, clock=STOPPED)
    return _with_round(still, replace(room.round, is_open=False)) if room.round.is_open else still


def _asked(desk: Desk, question: Id) -> Desk:
    return with_notes(desk, Notes((*desk.noted.asked, question), desk.noted.guesses))


def _answered(room: Room, response: ResponseId) -> Room:
    """Return the room after the answer went out; the way in which it was found is written down."""
    settled = _with_round(_closed(room), replace(room.round, is_open=False, way=room.way))
    desk = replace(
        with_notes(room.desk, room.desk.noted),
        playthrough=room.desk.playthrough.answer(response),
        stage=Stage.CONSEQUENCES,
    )
    return replace(settled, desk=desk)


def _withdrawn(room: Room) -> Room:
    """Return the room back at the last decision, its voices as they were."""
    made = room.desk.playthrough
    desk = replace(room.desk, playthrough=replace(made, line=made.line[:-1]), stage=Stage.DECISION)
    again = replace(room, desk=desk)
    return _with_round(again, replace(again.round, way=None))
