"""What a class needs besides the campaign: seats with private cards, notes, questions, plans."""

from __future__ import annotations

from enum import StrEnum

from game.campaign.scenario import Frame
from game.campaign.words import (
    DispatchId,
    Grade,
    Id,
    PersonId,
    Prose,
    QuantityId,
    ResponseId,
    SourceId,
)
from game.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCard:
    """What one seat alone knows at one telegram. The id is the scenario's."""

    id: Id
    person: PersonId | None = None
    """Who sits here at this telegram, if not the person of the seat."""
    frame: Frame | None = None
    """How this seat is present at this telegram, if not as the seat says."""
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

    def card(self, scenario: Id) -> SeatCard | None:
        """Return what this seat alone knows at one telegram, if it knows anything of its own."""
        return next((one for one in self.cards if one.id == scenario), None)

    def person_at(self, scenario: Id) -> PersonId | None:
        """Return whose chair it is at one telegram."""
        card = self.card(scenario)
        return card.person if card and card.person else self.person

    def frame_at(self, scenario: Id) -> Frame:
        """Return how this seat is present at one telegram."""
        card = self.card(scenario)
        return card.frame if card and card.frame else self.frame


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
    from_answers: int = 0
    """It is asked only once the class has answered so many telegrams: 2 for one that compares."""
    forecasts: bool = False
    """Whether it is about the points of a class; it is asked only where some were spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What happened at one telegram, for a class that begins after it. The id is the scenario's."""

    id: Id
    text: Prose
    """Asked, answered, and what was known of it when the next one came: two to four sentences."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()


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
    """While the dispatches are read."""
    telegram: Prose
    """When the telegram has been decoded."""
    council: Prose
    """While the council speaks."""
    decision: Prose
    """Before and during the vote."""
    consequences: Prose
    """While the months pass and the ledger is read."""
    record: Prose
    """When history's own answer is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A piece of a lesson."""

    id: Id
    title: Prose
    """Two to five words."""
    minutes: int
    """How long it takes."""
    debrief: bool = False
    """Whether it is a part of the debrief, outside all roles."""
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
    lasts: int
    """Minutes from bell to bell; those of the phases add up to it."""
    phases: tuple[Phase, ...]

    @property
    def minutes(self) -> int:
        """Return how long its phases take together."""
        return sum(one.minutes for one in self.phases)

    @property
    def debrief(self) -> int:
        """Return how many of these minutes are reserved for the debrief."""
        return sum(one.minutes for one in self.phases if one.debrief)


@dataclass(frozen=True, slots=True, kw_only=True)
class Classroom:
    """The file `classroom.yaml`."""

    seats: tuple[Seat, ...]
    code_names: tuple[Prose, ...]
    """Names of the day for pupils who do not wish to give one."""
    notes: tuple[SpeakerNotes, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    paid: tuple[QuantityId, ...] = ()
    """Whose figures are the human cost: rows of a ledger about these are named in the debrief."""
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
