"""What pupils and teachers may ask of a room. It comes over the network, so sizes are bounded."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from game.room.ways import Way

LONGEST_NAME = 24
LONGEST_REASON = 140
Key = Annotated[str, Meta(min_length=1, max_length=80)]
"""An id of something, as it comes from outside."""
Typed = Annotated[str, Meta(max_length=400)]
"""Words somebody typed; they are tidied before they count."""
Many = Annotated[int, Meta(ge=0, le=999)]
"""A number of hands, slips or points."""


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something asked of a room."""


class CastVote(Request, frozen=True, tag="vote"):
    """Speak for a response, with a reason if wished."""

    turn: Many
    response: Key
    reason: Typed = ""


class SplitPoints(Request, frozen=True, tag="split"):
    """Spread 50 points over the answers to an estimate."""

    turn: Many
    estimate: Key
    points: Annotated[tuple[Many, ...], Meta(max_length=12)]


class StepOut(Request, frozen=True, tag="step-out"):
    """Step out of the role, or back in."""

    out: bool


PupilRequest = CastVote | SplitPoints | StepOut
"""All that a pupil may ask."""


class Next(Request, frozen=True, tag="next"):
    """Go on: to the next stage, and at the decision from opening the vote to sending the answer."""


class Back(Request, frozen=True, tag="back"):
    """Go back one stage; after an answer, take it back."""


class OpenVote(Request, frozen=True, tag="open-vote"):
    """Take voices, again if need be."""


class CloseVote(Request, frozen=True, tag="close-vote"):
    """Take no more voices."""


class Reveal(Request, frozen=True, tag="reveal"):
    """Let everybody see how the voices fell."""


class Send(Request, frozen=True, tag="send"):
    """Send the answer: what was decided, or in a tie one of those that may be sent."""

    response: Key | None = None


class Count(Request, frozen=True, tag="count"):
    """Type in hands or slips."""

    counts: dict[Key, Many]


class Ask(Request, frozen=True, tag="ask"):
    """Put a question to the council."""

    question: Key


class ChooseWay(Request, frozen=True, tag="way"):
    """Decide in another way."""

    way: Way


class StartClock(Request, frozen=True, tag="start-clock"):
    """Let the clock run; with seconds, set it first."""

    seconds: Annotated[int, Meta(ge=0, le=10800)] | None = None


class PauseClock(Request, frozen=True, tag="pause-clock"):
    """Hold the clock."""


class AddTime(Request, frozen=True, tag="add-time"):
    """Add seconds to the clock, or take them away."""

    seconds: Annotated[int, Meta(ge=-10800, le=10800)]


class Kick(Request, frozen=True, tag="kick"):
    """Send a pupil out."""

    pupil: Key


class Erase(Request, frozen=True, tag="erase"):
    """Send a pupil out and let nothing that is kept be tied to them any more."""

    pupil: Key


class Rename(Request, frozen=True, tag="rename"):
    """Give a pupil another name."""

    pupil: Key
    name: Typed


class Reseat(Request, frozen=True, tag="reseat"):
    """Give a pupil another seat."""

    pupil: Key
    seat: Key


class Lock(Request, frozen=True, tag="lock"):
    """Let nobody new in, or do again."""

    on: bool


class Mute(Request, frozen=True, tag="mute"):
    """Take no reasons, or do again."""

    on: bool


class ShowReason(Request, frozen=True, tag="show-reason"):
    """Let everybody see a pupil's reason, or take it away."""

    pupil: Key
    on: bool


class Debrief(Request, frozen=True, tag="debrief"):
    """Go to the debrief; the lesson may be shorter than the campaign."""


class End(Request, frozen=True, tag="end"):
    """End the lesson."""


TeacherRequest = (
    Next | Back | OpenVote | CloseVote | Reveal | Send | Count | Ask | ChooseWay | StartClock
    | PauseClock | AddTime | Kick | Erase | Rename | Reseat | Lock | Mute | ShowReason | Debrief
    | End
)  # fmt: skip
"""All that a teacher may ask."""
