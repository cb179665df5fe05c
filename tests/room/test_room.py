"""A room folded from its events, in any order in which a class may cause them."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from game.campaign.campaign import Campaign
from game.playthrough.desk import Stage
from game.playthrough.replay import play
from game.room.calibration import calibration
from game.room.erasing import unnamed
from game.room.events import AnyEvent, Locked, PupilId
from game.room.lesson import decided
from game.room.pupils import join, of_pupil
from game.room.refusals import Refused
from game.room.requests import (
    AddTime,
    Ask,
    Back,
    CastVote,
    ChooseWay,
    CloseVote,
    Count,
    Debrief,
    Erase,
    Kick,
    Lock,
    Mute,
    Next,
    OpenVote,
    PauseClock,
    PupilRequest,
    Reseat,
    Reveal,
    Send,
    SplitPoints,
    StartClock,
    StepOut,
    TeacherRequest,
)
from game.room.room import Room, fold, folded, opened
from game.room.teacher import counting, of_teacher
from game.room.ways import Way
from tests.exhaustive import examples
from tests.room.class_of import GANGS, PRAY, VESTRY, WAIT, Session, with_class
from tests.whole import HARBOUR, whole

NAMES = tuple(map(PupilId, ("ann", "ben", "cid", "dot", "eve")))
RESPONSES = st.sampled_from((WAIT, GANGS, PRAY))
PUPIL_REQUESTS: st.SearchStrategy[PupilRequest] = st.one_of(
    st.builds(CastVote, st.integers(0, 2), RESPONSES, st.text(max_size=8)),
    st.builds(
        SplitPoints,
        st.integers(0, 2),
        st.just("crest"),
        st.sampled_from(((50, 0, 0), (20, 20, 10), (1, 2, 3))),
    ),
    st.builds(StepOut, st.booleans()),
)
TEACHER_REQUESTS: st.SearchStrategy[TeacherRequest] = st.one_of(
    st.sampled_from((Next(), Next(), Next(), Back(), OpenVote(), CloseVote(), Reveal(), Debrief())),
    st.builds(Send, st.none() | RESPONSES),
    st.builds(Count, st.dictionaries(RESPONSES, st.integers(0, 40), max_size=3)),
    st.builds(Ask, st.sampled_from(("how-long", "how-sure"))),
    st.builds(ChooseWay, st.sampled_from(Way)),
    st.builds(StartClock, st.none() | st.integers(0, 600)),
    st.builds(AddTime, st.integers(-90, 90)),
    st.just(PauseClock()),
    st.builds(Kick, st.sampled_from(NAMES)),
    st.builds(Reseat, st.sampled_from(NAMES), st.just(VESTRY)),
    st.builds(Lock, st.booleans()),
    st.builds(Mute, st.booleans()),
)


class Lessons(RuleBasedStateMachine):
    """A class that joins, votes, drops out, and a teacher who presses anything."""

    town: Campaign
    room: Room
    written: list[bytes]

    @initialize(way=st.sampled_from(Way))
    def opens(self, way: Way) -> None:
        """Open a room."""
        self.town = town()
        first = Session(self.town, way=way).events[0]
        self.written = [msgspec.json.encode(first)]
        self.room = folded([first])

    def happened(self, outcome: AnyEvent | tuple[AnyEvent, ...] | Refused) -> None:
        """Write down and fold what came of a request."""
        if isinstance(outcome, Refused):
            return
        for event in outcome if isinstance(outcome, tuple) else (outcome,):
            self.written.append(msgspec.json.encode(event))
            self.room = fold(self.room, event)

    def counts(self) -> list[object]:
        """Return all that a report counts of the telegrams that were answered."""
        found = decided(self.town, self.room)
        told = [(one.voices, one.seats, one.torn, one.why) for one in found]
        return [*told, calibration(self.town, self.room)]

    @rule(name=st.sampled_from(NAMES))
    def is_erased(self, name: PupilId) -> None:
        """Somebody is erased: what is written is written anew, and nothing counts otherwise."""
        before = self.counts()
        self.happened(of_teacher(self.town, self.room, Erase(name), 0))
        if name not in self.room.pupils:
            events = [msgspec.json.decode(one, type=AnyEvent) for one in self.written]
            self.written = [msgspec.json.encode(unnamed(one, name)) for one in events]
            self.room = folded(unnamed(one, name) for one in events)
        assert self.counts() == before

    @rule(name=st.sampled_from(NAMES))
    def comes(self, name: PupilId) -> None:
        """Somebody comes in, who is not there yet."""
        if name not in self.room.pupils:
            self.happened(join(self.town, self.room, name, name, "digest"))

    @rule(name=st.sampled_from(NAMES), asked=PUPIL_REQUESTS)
    def pupil_asks(self, name: PupilId, asked: PupilRequest) -> None:
        """Somebody asks for something, whether they are there or not."""
        self.happened(of_pupil(self.town, self.room, name, asked))

    @rule(asked=TEACHER_REQUESTS, at=st.integers(0, 10**6))
    def teacher_asks(self, asked: TeacherRequest, at: int) -> None:
        """The teacher presses something."""
        self.happened(of_teacher(self.town, self.room, asked, at))

    @invariant()
    def a_host_that_died_has_the_same_room_again(self) -> None:
        """The room is what its written events say."""
        again = folded(msgspec.json.decode(one, type=AnyEvent) for one in self.written)
        assert again == self.room

    @invariant()
    def whatever_was_sent_can_be_played(self) -> None:
        """No way of pressing buttons sends a closed response."""
        assert play(self.town, self.room.desk.playthrough).stopped is None

    @invariant()
    def nobody_is_counted_twice(self) -> None:
        """There are no more voices than have spoken."""
        now = self.room.round
        if self.room.way_of(self.room.turn) in (Way.EACH, Way.CHAIR, Way.UNANIMOUS):
            voices = sum(many for _, many in counting(self.town, self.room).tally)
            assert voices <= len(now.votes)

    @invariant()
    def voices_are_taken_at_the_decision_only(self) -> None:
        """No vote is open anywhere else."""
        assert not self.room.round.is_open or self.room.desk.stage is Stage.DECISION


@cache
def town() -> Campaign:
    """Return the one campaign of all runs."""
    return with_class(whole(HARBOUR))


TestLessons = Lessons.TestCase
TestLessons.settings = settings(max_examples=examples(40), stateful_step_count=40)


def test_what_does_not_begin_with_an_opening_is_no_room() -> None:
    with pytest.raises(ValueError, match="begins with being opened"):
        folded([Locked(on=True)])


def test_opening_again_is_a_new_room(lesson: Session) -> None:
    lesson.comes("Ann")
    first = lesson.events[0]
    assert fold(lesson.room, first) == opened(first)  # type: ignore[arg-type]


def test_a_room_is_the_same_from_a_file_of_letters(deciding: Session) -> None:
    deciding.vote(Ann=WAIT, Ben=PRAY)
    letters = [msgspec.json.encode(one) for one in deciding.events]
    assert folded(msgspec.json.decode(one, type=AnyEvent) for one in letters) == deciding.room
