"""A whole lesson, stage by stage: what every page is drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.playthrough.desk import Stage
from game.room.events import AnyEvent, Opened, PupilId
from game.room.pupils import POINTS, join, of_pupil, table
from game.room.refusals import Refused
from game.room.requests import (
    Ask,
    CastVote,
    Next,
    OpenVote,
    PupilRequest,
    Send,
    ShowReason,
    SplitPoints,
    StartClock,
    TeacherRequest,
)
from game.room.room import Room, fold, folded
from game.room.teacher import counting, of_teacher
from game.room.ways import Way

NAMES = ("Lamp", "Ferry", "Millet", "Courier", "Loess", "Cave", "Lantern")


@dataclass
class Lesson:
    """A room that takes requests one after another."""

    campaign: Campaign
    room: Room

    @classmethod
    def opened(
        cls,
        campaign: Campaign,
        way: Way = Way.EACH,
        name: str = "8b",
        before: tuple[ResponseId, ...] = (),
    ) -> Lesson:
        """Return a room with nobody in it."""
        event = Opened(
            code="KTMR",
            name=name,
            campaign=campaign.outline.id,
            version=campaign.outline.version,
            seed=1,
            chance=False,
            reading=campaign.model.readings[0].id,
            way=way,
            before=before,
        )
        return cls(campaign, folded((event,)))

    def _happened(self, outcome: AnyEvent | tuple[AnyEvent, ...] | Refused) -> None:
        assert not isinstance(outcome, Refused), outcome
        for event in outcome if isinstance(outcome, tuple) else (outcome,):
            self.room = fold(self.room, event)

    def comes(self, *names: str) -> None:
        """Let pupils come in; their ids are numbers from 0."""
        for name in names:
            key = PupilId(f"p{len(self.room.pupils)}")
            self._happened(join(self.campaign, self.room, name, key, f"digest-{key}"))

    def pupil(self, number: int, request: PupilRequest) -> None:
        """Do what a pupil asks."""
        self._happened(of_pupil(self.campaign, self.room, PupilId(f"p{number}"), request))

    def teacher(self, *requests: TeacherRequest) -> None:
        """Do what the teacher asks."""
        for one in requests:
            self._happened(of_teacher(self.campaign, self.room, one, 0))

    def votes(self, reason: str = "The harvest is not in.") -> None:
        """Let everybody vote and spread points; most are for the first response on the table."""
        on_table = table(self.campaign, self.room)
        for number in range(len(self.room.pupils)):
            wanted = on_table[0 if number % 3 else min(1, len(on_table) - 1)]
            self.pupil(number, CastVote(self.room.turn, wanted, reason if number % 2 else ""))
        for asked in self.campaign.scenarios[self.room.turn].decision.estimates:
            points = (POINTS, *(0 for _ in asked.answers[1:]))
            self.pupil(0, SplitPoints(self.room.turn, asked.id, points))

    def wanted(self) -> ResponseId | None:
        """Return what the teacher has to send when nothing is decided."""
        found = counting(self.campaign, self.room)
        return None if found.decided else found.tied[0]


def stages(lesson: Lesson, reason: str = "The harvest is not in.") -> Iterator[str]:
    """Walk a room through the whole campaign; say at each stop where it is."""
    yield "lobby"
    for turn in range(len(lesson.campaign.scenarios)):
        for stop in chain(_up_to_the_vote(lesson), _from_the_vote_on(lesson, reason)):
            yield f"{turn + 1}-{stop}"
    lesson.teacher(Next())
    assert lesson.room.desk.stage is Stage.CHRONICLE
    yield "chronicle"
    for step in range(3):
        lesson.teacher(Next())
        yield f"debrief-{step + 1}"


def _up_to_the_vote(lesson: Lesson) -> Iterator[str]:
    lesson.teacher(Next())
    yield "situation"
    lesson.teacher(Next())
    yield "telegram"
    lesson.teacher(Next())
    questions = lesson.campaign.scenarios[lesson.room.turn].council.questions
    lesson.teacher(*(Ask(one.id) for one in questions[:1]))
    yield "council"
    lesson.teacher(Next(), StartClock(102))
    yield "decision-a-before"


def _from_the_vote_on(lesson: Lesson, reason: str) -> Iterator[str]:
    lesson.teacher(OpenVote())
    yield "decision-b-open"
    lesson.votes(reason)
    yield "decision-c-voted"
    lesson.teacher(Next())
    yield "decision-d-closed"
    lesson.teacher(*(ShowReason(key, on=True) for key in lesson.room.round.votes))
    lesson.teacher(Next())
    yield "decision-e-revealed"
    lesson.teacher(Send(lesson.wanted()))
    yield "consequences"
    lesson.teacher(Next())
    yield "record"
