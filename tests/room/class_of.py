"""A small class around the harbour's table, and a room that takes requests one after another."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.classroom import (
    Classroom,
    DebriefQuestion,
    DebriefStep,
    Seat,
    SeatCard,
    SpeakerNotes,
)
from game.campaign.scenario import Frame
from game.campaign.words import DispatchId, Grade, Id, PersonId, Prose, ResponseId
from game.room.events import AnyEvent, Opened, PupilId
from game.room.pupils import join, of_pupil
from game.room.refusals import Refused
from game.room.requests import CastVote, PupilRequest, TeacherRequest
from game.room.room import Room, folded
from game.room.teacher import of_teacher
from game.room.ways import Way

WAIT, GANGS, PRAY = map(ResponseId, ("wait", "ten-gangs", "pray"))
MAYOR, ENGINEER, VESTRY = map(Id, ("mayor", "engineer", "vestry"))


def _seat(name: Id, knows: str, *, chair: bool = False, pupils: int = 1) -> Seat:
    return Seat(
        id=name,
        title=Prose(f"The {name}"),
        person=None if name == VESTRY else PersonId(name),
        frame=Frame.COURIER if name == VESTRY else Frame.HERE,
        chair=chair,
        from_pupils=pupils,
        task=Prose(f"Speak for the {name}."),
        interest=Prose(f"What the {name} is after."),
        grade=Grade.INVENTED,
        cards=(
            SeatCard(
                id=Id("first-winter"),
                text=Prose(knows),
                grade=Grade.INFERRED,
                unheard=(DispatchId("whale"),) if name == VESTRY else (),
            ),
        ),
    )


NOTES = SpeakerNotes(
    id=Id("first-winter"),
    situation=Prose("Say situation."),
    telegram=Prose("Say telegram."),
    council=Prose("Say council."),
    decision=Prose("Say decision."),
    consequences=Prose("Say consequences."),
    record=Prose("Say record."),
)
QUESTIONS = (
    *(DebriefQuestion(id=Id(step), step=step, ask=Prose(f"About {step}?")) for step in DebriefStep),
    DebriefQuestion(
        id=Id("gangs-or-prayer"),
        step=DebriefStep.WHY,
        ask=Prose("Gangs or prayer?"),
        about=(Id("first-winter"),),
        between=(WAIT, PRAY),
    ),
    DebriefQuestion(
        id=Id("second"),
        step=DebriefStep.WHY,
        ask=Prose("And a year later?"),
        about=(Id("second-winter"),),
    ),
)


def with_class(campaign: Campaign) -> Campaign:
    """Return the harbour with three seats, notes and questions."""
    classroom = Classroom(
        seats=(
            _seat(MAYOR, "The chest holds two million.", chair=True),
            _seat(ENGINEER, "The sluice is cracked."),
            _seat(VESTRY, "The bell is pawned.", pupils=3),
        ),
        code_names=(Prose("Lamp"), Prose("Rope")),
        notes=(NOTES,),
        questions=QUESTIONS,
    )
    return replace(campaign, classroom=classroom)


class Session:
    """A room that takes requests; it keeps what happened."""

    def __init__(
        self, campaign: Campaign, way: Way = Way.EACH, before: tuple[ResponseId, ...] = ()
    ) -> None:
        """Open a room without chance, decided by one voice each unless another way is named."""
        self.campaign = campaign
        self.events: list[AnyEvent] = [
            Opened(
                code="KTMR",
                name="8b",
                campaign=campaign.outline.id,
                version=campaign.outline.version,
                seed=1,
                chance=False,
                reading=campaign.model.readings[0].id,
                way=way,
                before=before,
            )
        ]

    @property
    def room(self) -> Room:
        """Return the room folded from all that happened."""
        return folded(self.events)

    def happened(self, outcome: AnyEvent | tuple[AnyEvent, ...] | Refused) -> None:
        """Note what came of something that must not be refused."""
        assert not isinstance(outcome, Refused), outcome
        self.events.extend(outcome if isinstance(outcome, tuple) else (outcome,))

    def comes(self, *names: str) -> None:
        """Let pupils come in; each is known by the name they first asked for."""
        for name in names:
            self.happened(join(self.campaign, self.room, name, PupilId(name), f"digest-{name}"))

    def teacher(self, *requests: TeacherRequest, at: int = 0) -> None:
        """Do what the teacher asks."""
        for one in requests:
            self.happened(of_teacher(self.campaign, self.room, one, at))

    def refused(self, request: TeacherRequest) -> Refused:
        """Return why the teacher does not get something."""
        outcome = of_teacher(self.campaign, self.room, request, 0)
        assert isinstance(outcome, Refused), outcome
        return outcome

    def pupil(self, name: str, request: PupilRequest) -> None:
        """Do what a pupil asks."""
        self.happened(of_pupil(self.campaign, self.room, PupilId(name), request))

    def turned_down(self, name: str, request: PupilRequest) -> Refused:
        """Return why a pupil does not get something."""
        outcome = of_pupil(self.campaign, self.room, PupilId(name), request)
        assert isinstance(outcome, Refused), outcome
        return outcome

    def vote(self, **voices: ResponseId) -> None:
        """Let pupils speak for responses."""
        for name, response in voices.items():
            self.pupil(name, CastVote(self.room.turn, response))
