"""What has happened in a room. A room is folded from these and from nothing else.

They are written to disk one by one, so a field keeps its name and meaning for ever.
"""

from __future__ import annotations

from typing import NewType

import msgspec

from game.campaign.words import Id, ResponseId
from game.playthrough.desk import Stage
from game.room.ways import Way

PupilId = NewType("PupilId", str)
"""Names a pupil within a room; it opens nothing."""


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that has happened."""


class Opened(Event, frozen=True, tag="opened", kw_only=True):
    """The room was opened, for one playthrough of one campaign."""

    code: str
    """Four letters by which pupils find it."""
    name: str
    """What the teacher calls it: a class, a group."""
    campaign: Id
    version: int
    seed: int
    chance: bool
    reading: Id
    way: Way
    before: tuple[ResponseId, ...] = ()
    """Answers that count as given: a lesson may begin at a later telegram."""
    delete_on: str | None = None
    """The day after which it is to be deleted, `YYYY-MM-DD`."""


class Joined(Event, frozen=True, tag="joined"):
    """A pupil came in and was given a seat."""

    pupil: PupilId
    digest: str
    """Of the secret with which this pupil comes back; the secret itself is nowhere."""
    name: str
    seat: Id


class Renamed(Event, frozen=True, tag="renamed"):
    """The teacher gave a pupil another name."""

    pupil: PupilId
    name: str


class Reseated(Event, frozen=True, tag="reseated"):
    """The teacher gave a pupil another seat."""

    pupil: PupilId
    seat: Id


class Removed(Event, frozen=True, tag="removed"):
    """The teacher sent a pupil out. What was voted in earlier rounds stays counted."""

    pupil: PupilId


class Erased(Event, frozen=True, tag="erased"):
    """The teacher erased a pupil: no event before this one still says who it was."""

    pupil: PupilId


class SteppedOut(Event, frozen=True, tag="stepped-out"):
    """A pupil stepped out of the role, or back into it."""

    pupil: PupilId
    out: bool


class Locked(Event, frozen=True, tag="locked"):
    """Nobody new may come in, or they may again."""

    on: bool


class Muted(Event, frozen=True, tag="muted"):
    """Reasons are no longer taken, or they are again."""

    on: bool


class WayChosen(Event, frozen=True, tag="way-chosen"):
    """The council decides in another way from now on."""

    way: Way


class Turned(Event, frozen=True, tag="turned"):
    """The class went on, or back, to a stage of the telegram on the table."""

    stage: Stage


class Asked(Event, frozen=True, tag="asked"):
    """The council heard the answer to a question."""

    question: Id


class ClockSet(Event, frozen=True, tag="clock-set"):
    """The clock was set, started, paused: it now shows this."""

    left: int
    """Milliseconds."""
    since: int | None
    """The moment from which it runs, in milliseconds since 1970; nothing when it stands still."""


class VoteOpened(Event, frozen=True, tag="vote-opened"):
    """Voices are taken. What was said before in this round stays, and may be changed."""


class VoteClosed(Event, frozen=True, tag="vote-closed"):
    """No more voices are taken."""


class Voted(Event, frozen=True, tag="voted"):
    """A pupil spoke for a response. A later voice of the same pupil replaces it."""

    pupil: PupilId
    turn: int
    response: ResponseId
    reason: str


class Split(Event, frozen=True, tag="split"):
    """A pupil spread points over the outcomes of an estimate."""

    pupil: PupilId
    turn: int
    estimate: Id
    points: tuple[int, ...]
    """One number for each answer, from the lowest."""


class Counted(Event, frozen=True, tag="counted"):
    """The teacher typed in how many hands were raised, or slips found, for each response."""

    counts: dict[ResponseId, int]


class ReasonShown(Event, frozen=True, tag="reason-shown"):
    """The teacher let everybody see a pupil's reason, or took it away again."""

    pupil: PupilId
    on: bool


class Revealed(Event, frozen=True, tag="revealed"):
    """Everybody may see how the voices fell."""


class Answered(Event, frozen=True, tag="answered"):
    """The answer went out; the months pass."""

    response: ResponseId


class Withdrawn(Event, frozen=True, tag="withdrawn"):
    """The last answer was taken back; the council decides again."""


class Debriefed(Event, frozen=True, tag="debriefed"):
    """The debrief came to a step, or was left."""

    step: int | None
    """Counted from 0 in the order of the steps; nothing when the class goes back to the table."""


class Ended(Event, frozen=True, tag="ended"):
    """The lesson is over. Nothing is taken any more; pages to keep stay open."""


AnyEvent = (
    Opened | Joined | Renamed | Reseated | Removed | Erased | SteppedOut | Locked | Muted
    | WayChosen | Turned | Asked | ClockSet | VoteOpened | VoteClosed | Voted | Split | Counted
    | ReasonShown | Revealed | Answered | Withdrawn | Debriefed | Ended
)  # fmt: skip
"""Everything that can happen."""
