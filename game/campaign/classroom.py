"""What a class needs besides the campaign: seats with private cards, notes, questions, plans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.campaign.scenario import Frame
from game.campaign.words import (
    DispatchId,
    Grade,
    Id,
    PersonId,
    Prose,
    ResponseId,
    SourceId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCard:
    """What one seat alone knows at one telegram. The id is the scenario's."""

    id: Id
    text: Prose
    """One to three sentences, spoken to whoever sits there."""
    grade: Grade
    """How sure we are that this person knew or thought it."""
    sources: tuple[SourceId, ...] = ()
    unheard: tuple[DispatchId, ...] = ()
    """Dispatches of the situation that have not reached this seat."""
    leans: tuple[ResponseId, ...] = ()
    """Responses that this person would argue for; simulated pupils lean the same way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A role at the council table. Several pupils may share one."""

    id: Id
    title: Prose
    """As everybody sees it: `Zhu De`, `The staff`."""
    person: PersonId | None = None
    """Whose chair it is; left out when it is nobody's in particular."""
    frame: Frame = Frame.HERE
    """How this seat is present: others may be heard by radio or courier only."""
    chair: bool = False
    """Whether this seat decides when the chair decides. One seat is the chair."""
    from_pupils: int = 1
    """The seat is filled only in a class of at least this size."""
    task: Prose
    """What everybody knows that this seat has to do."""
    interest: Prose
    """What it is after, for this seat alone."""
    grade: Grade
    """How sure we are of the interest."""
    sources: tuple[SourceId, ...] = ()
    cards: tuple[SeatCard, ...] = ()


class DebriefStep(StrEnum):
    """The three steps of a debrief, in their order."""

    WHAT = "what"
    """What happened."""
    WHY = "why"
    """Why it happened."""
    SO_WHAT = "so-what"
    """What follows for us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefQuestion:
    """A question to talk over afterwards."""

    id: Id
    step: DebriefStep
    ask: Prose
    """The question."""
    about: tuple[Id, ...] = ()
    """The scenarios it belongs to; left out, it belongs to the whole campaign."""
    between: tuple[ResponseId, ...] = ()
    """It is worth asking where the class was split over these responses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """Something that is often believed and does not hold."""

    id: Id
    told: Prose
    """What is believed, as people say it."""
    answer: Prose
    """What to say to it."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerNotes:
    """What the teacher may say at each stage of one telegram. The id is the scenario's."""

    id: Id
    situation: Prose
    telegram: Prose
    council: Prose
    decision: Prose
    consequences: Prose
    record: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A piece of a lesson."""

    id: Id
    title: Prose
    """Two to five words."""
    minutes: int
    text: Prose
    """What the teacher does and what the class does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonPlan:
    """A lesson, minute by minute; its debrief is part of the clock."""

    id: Id
    title: Prose
    """For instance `45 minutes: one telegram`."""
    aim: Prose
    """What pupils can do afterwards."""
    telegrams: tuple[Id, ...]
    """The scenarios that are played."""
    phases: tuple[Phase, ...]

    @property
    def minutes(self) -> int:
        """Return how long the lesson is."""
        return sum(one.minutes for one in self.phases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Classroom:
    """The file `classroom.yaml`."""

    seats: tuple[Seat, ...]
    code_names: tuple[Prose, ...]
    """Names of the day for pupils who do not wish to give one."""
    notes: tuple[SpeakerNotes, ...] = ()
    questions: tuple[DebriefQuestion, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    plans: tuple[LessonPlan, ...] = ()


PLAIN = Classroom(
    seats=(
        Seat(
            id=Id("chair"),
            title=Prose("The chair"),
            chair=True,
            task=Prose("Bring the council to one answer and sign it."),
            interest=Prose("An answer that you can stand by."),
            grade=Grade.INVENTED,
        ),
        Seat(
            id=Id("council"),
            title=Prose("The council"),
            from_pupils=2,
            task=Prose("Say what you would answer, and why."),
            interest=Prose("The best answer that can be had."),
            grade=Grade.INVENTED,
        ),
    ),
    code_names=tuple(Prose(f"Delegate {number}") for number in range(1, 41)),
)
"""For a campaign without the file: a chair and a council, who know the same."""
