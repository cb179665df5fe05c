"""What comes of what the teacher asks: events, or why not."""

from __future__ import annotations

from collections.abc import Mapping

from game.campaign.campaign import Campaign
from game.campaign.classroom import DebriefStep
from game.campaign.words import Id, ResponseId
from game.playthrough.desk import OF_A_SCENARIO, Stage, questions_left, scenario_of
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
    Locked,
    Muted,
    PupilId,
    ReasonShown,
    Removed,
    Renamed,
    Reseated,
    Revealed,
    Turned,
    VoteClosed,
    VoteOpened,
    WayChosen,
    Withdrawn,
)
from game.room.once import once
from game.room.pupils import table
from game.room.refusals import Code, Refused
from game.room.requests import (
    AddTime,
    Ask,
    Back,
    ChooseWay,
    CloseVote,
    Count,
    Debrief,
    End,
    Erase,
    Kick,
    Lock,
    Mute,
    Next,
    OpenVote,
    PauseClock,
    Rename,
    Reseat,
    Reveal,
    Send,
    ShowReason,
    StartClock,
    TeacherRequest,
)
from game.room.room import Room
from game.room.seating import chair_of, tidy, tidy_name
from game.room.ways import COUNTED_BY_HAND, Voice, Way
from game.room.ways import Count as Counting
from game.room.ways import count as counted

Outcome = tuple[AnyEvent, ...] | Refused
"""Events, none when all is so already, or why not."""

BEFORE = {
    Stage.SITUATION: Stage.OPENING,
    Stage.TELEGRAM: Stage.SITUATION,
    Stage.COUNCIL: Stage.TELEGRAM,
    Stage.DECISION: Stage.COUNCIL,
    Stage.RECORD: Stage.CONSEQUENCES,
    Stage.CHRONICLE: Stage.RECORD,
}
"""From a stage to the one before it, where going back takes nothing back."""


def of_teacher(campaign: Campaign, room: Room, request: TeacherRequest, at: int) -> Outcome:
    """Return what happens when the teacher asks for something at a moment in milliseconds."""
    match request:
        case StartClock() | PauseClock() | AddTime():
            return _clock(room, request, at)
        case Kick() | Erase() | Rename() | Reseat() | ShowReason():
            return _about_pupil(campaign, room, request)
        case Lock(on):
            return () if room.locked == on else (Locked(on),)
        case Mute(on):
            return () if room.muted == on else (Muted(on),)
        case _ if room.ended:
            return Refused(Code.ENDED)
        case Next() | Back() | Debrief() | End() | Ask():
            return _walked(campaign, room, request)
        case OpenVote() | CloseVote() | Reveal() | Send() | Count() | ChooseWay():
            return _decided(campaign, room, request)


def counting(campaign: Campaign, room: Room, turn: int | None = None) -> Counting:
    """Return the count of the voices on a telegram, of the one on the table if none is named."""
    return _counting(campaign, room, room.turn if turn is None else turn)


@once
def _counting(campaign: Campaign, room: Room, number: int) -> Counting:
    now = room.round_of(number)
    voices = tuple(Voice(one.seat, one.response) for one in now.votes.values())
    answered = number < len(room.desk.playthrough.line)
    responses = campaign.scenarios[number].decision.responses
    offered = tuple(one.id for one in responses) if answered else table(campaign, room)
    return counted(room.way_of(number), offered, voices, chair=chair_of(campaign), typed=now.typed)


def _clock(room: Room, request: StartClock | PauseClock | AddTime, at: int) -> Outcome:
    clock = room.clock
    new = _new_clock(clock, request, at)
    return () if new == clock else (ClockSet(new.left, new.since),)


def _new_clock(clock: Clock, request: StartClock | PauseClock | AddTime, at: int) -> Clock:
    match request:
        case StartClock(None):
            return clock.started(at)
        case StartClock(seconds):
            return STOPPED.more((seconds or 0) * 1000, at).started(at)
        case PauseClock():
            return clock.paused(at)
        case AddTime(seconds):
            return clock.more(seconds * 1000, at)


def _about_pupil(
    campaign: Campaign, room: Room, request: Kick | Erase | Rename | Reseat | ShowReason
) -> Outcome:
    pupil = room.pupils.get(PupilId(request.pupil))
    if pupil is None:
        return Refused(Code.NO_PUPIL)
    match request:
        case Kick():
            return (Removed(pupil.id),)
        case Erase():
            return (Erased(pupil.id),)
        case Rename(_, wanted):
            others = (one.name for one in room.pupils.values() if one.id != pupil.id)
            name = tidy_name(wanted, others)
            return (Renamed(pupil.id, name),) if tidy(wanted, 1) else Refused(Code.NO_NAME)
        case Reseat(_, seat):
            known = any(one.id == seat for one in campaign.classroom.seats)
            return (Reseated(pupil.id, Id(seat)),) if known else Refused(Code.NO_SEAT)
        case ShowReason(_, on):
            return () if (pupil.id in room.round.shown) == on else (ReasonShown(pupil.id, on),)


def _walked(campaign: Campaign, room: Room, request: Next | Back | Debrief | End | Ask) -> Outcome:
    match request:
        case Next():
            return _onward(campaign, room)
        case Back():
            return _back(room)
        case Debrief():
            return () if room.debrief is not None else (Debriefed(0),)
        case End():
            return (Ended(),)
        case Ask(question):
            return _asked(campaign, room, Id(question))


def _onward(campaign: Campaign, room: Room) -> Outcome:
    """Return what `next` does: one thing at a time, so that a remote control suffices."""
    if room.debrief is not None:
        last = room.debrief == len(DebriefStep) - 1
        return Refused(Code.LAST) if last else (Debriefed(room.debrief + 1),)
    match room.desk.stage:
        case Stage.OPENING:
            return (Turned(Stage.SITUATION),)
        case Stage.DECISION:
            return _onward_at_decision(campaign, room)
        case Stage.RECORD:
            over = len(room.desk.playthrough.line) == len(campaign.scenarios)
            return (Turned(Stage.CHRONICLE if over else Stage.SITUATION),)
        case Stage.CHRONICLE:
            return (Debriefed(0),)
        case stage:
            return (Turned(OF_A_SCENARIO[OF_A_SCENARIO.index(stage) + 1]),)


def _onward_at_decision(campaign: Campaign, room: Room) -> Outcome:
    now = room.round
    if now.revealed:
        return _sent(campaign, room, None)
    if now.is_open:
        return (VoteClosed(),)
    return _revealed(room) if now.was_open else (VoteOpened(),)


def _back(room: Room) -> Outcome:
    """Return what `back` does; from the consequences the answer is taken back."""
    if room.debrief is not None:
        return (Debriefed(room.debrief - 1 if room.debrief else None),)
    stage = room.desk.stage
    if stage is Stage.CONSEQUENCES:
        return (Withdrawn(),)
    answered = len(room.desk.playthrough.line) - len(room.opened.before)
    if stage is Stage.SITUATION and answered:
        return (Turned(Stage.RECORD),)
    return (Turned(BEFORE[stage]),) if stage in BEFORE else Refused(Code.FIRST)


def _asked(campaign: Campaign, room: Room, question: Id) -> Outcome:
    known = {one.id for one in scenario_of(campaign, room.desk).council.questions}
    if room.desk.stage is not Stage.COUNCIL or question not in known - {*room.desk.noted.asked}:
        return Refused(Code.NO_QUESTION)
    left = questions_left(campaign, room.desk) > 0
    return (Asked(question),) if left else Refused(Code.NO_TIME)


def _decided(
    campaign: Campaign,
    room: Room,
    request: OpenVote | CloseVote | Reveal | Send | Count | ChooseWay,
) -> Outcome:
    if isinstance(request, ChooseWay):
        return () if room.way is request.way else (WayChosen(request.way),)
    if room.desk.stage is not Stage.DECISION:
        return Refused(Code.NOT_AT_DECISION)
    match request:
        case OpenVote():
            return () if room.round.is_open else (VoteOpened(),)
        case CloseVote():
            return (VoteClosed(),) if room.round.is_open else Refused(Code.NOT_OPEN)
        case Reveal():
            return () if room.round.revealed else _revealed(room)
        case Count(counts):
            return _typed(campaign, room, counts)
        case Send(response):
            return _sent(campaign, room, response)


def _revealed(room: Room) -> Outcome:
    if room.way in COUNTED_BY_HAND and room.round.typed is None:
        return Refused(Code.NOT_COUNTED)
    return (Revealed(),) if room.round.was_open else Refused(Code.NOT_OPEN)


def _typed(campaign: Campaign, room: Room, counts: Mapping[str, int]) -> Outcome:
    if room.way not in COUNTED_BY_HAND:
        return Refused(Code.NOT_BY_HAND)
    on_table = table(campaign, room)
    if not {*counts} <= {*on_table}:
        return Refused(Code.NOT_ON_TABLE)
    full = {one: counts.get(one, 0) for one in on_table}
    opening: tuple[AnyEvent, ...] = () if room.round.was_open else (VoteOpened(),)
    return (*opening, Counted(full))


def _sent(campaign: Campaign, room: Room, wanted: str | None) -> Outcome:
    """Return the answer going out: the one decided, or one of those that are tied."""
    if not room.round.revealed:
        return Refused(Code.NOT_REVEALED)
    found = counting(campaign, room)
    if found.decided is not None:
        decided = wanted in (None, found.decided)
        return (Answered(found.decided),) if decided else Refused(Code.NOT_DECIDED_SO)
    if wanted is None or wanted not in found.tied:
        return Refused(Code.TIED)
    return (Answered(ResponseId(wanted)),)


def time_is_up(room: Room, now: int) -> bool:
    """Return whether the vote has to close by itself: unanimity has a limit of time."""
    running = room.clock.is_running and room.round.is_open
    return running and room.way is Way.UNANIMOUS and room.clock.left_at(now) == 0
