"""One telegram and all that belongs to it: six stages, in the order they are played."""

from __future__ import annotations

from enum import StrEnum

from game.campaign.formula import Formula, Measure
from game.campaign.model import ShownAs
from game.campaign.soundscape import NOTHING_AROUND, Around
from game.campaign.words import (
    Claim,
    DispatchId,
    Grade,
    Id,
    Month,
    OrderId,
    PersonId,
    PlaceId,
    Prose,
    QuantityId,
    ResponseId,
    SourceId,
)
from game.frozen import dataclass


class Standing(StrEnum):
    """How a dispatch could be judged on the day it came."""

    KNOWN = "known"
    """Nobody doubted it."""
    RUMOURED = "rumoured"
    """It was talked of."""
    UNCONFIRMED = "unconfirmed"
    """One side said so."""
    BELIEVED = "believed"
    """It was taken for true, and was not."""


class Truth(StrEnum):
    """How a dispatch stands up now."""

    SO = "so"
    """It was so."""
    PARTLY = "partly"
    """It was so in part."""
    NOT_SO = "not-so"
    """It was not so."""
    UNKNOWN = "unknown"
    """Nobody knows to this day."""


class Frame(StrEnum):
    """How somebody is present at the council."""

    HERE = "here"
    """In the room."""
    RADIO = "radio"
    """Heard by radio."""
    COURIER = "courier"
    """By a letter that a courier brought."""
    ABSENT = "absent"
    """Not heard at all; spoken of by others."""


class Wanted(StrEnum):
    """Which way a change counts as a gain."""

    MORE = "more"
    """A rise is a gain."""
    LESS = "less"
    """A fall is a gain."""
    NEITHER = "neither"
    """It is no matter of gain or loss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One piece of news as it reached the council."""

    id: DispatchId
    place: PlaceId
    """Where it is from, or about: the map shows it."""
    date: Prose
    """As it is written on the slip: `3 July 1900`, `early November`."""
    standing: Standing
    """How it could be judged then."""
    text: Prose
    """Two or three sentences in the words of the day, without hindsight."""
    grade: Grade
    """How sure we are that this was known or believed there and then."""
    sources: tuple[SourceId, ...] = ()
    truth: Truth
    """How it stands up now; shown in the record stage."""
    now: Claim
    """What is known today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The first stage."""

    intro: Prose
    """One line under the heading."""
    dispatches: tuple[Dispatch, ...]


class CameAs(StrEnum):
    """How a telegram came: it decides what the paper looks like and how the reply goes out."""

    CIPHER = "cipher"
    """A radiogram in groups of cipher, decoded letter by letter; the reply is keyed in Morse."""
    WIRE = "wire"
    """A telegram in plain words; the reply is keyed in Morse."""
    LETTER = "letter"
    """A letter; the reply is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telegram:
    """The second stage: a reconstruction, never a quotation."""

    received: Prose
    """The date or season, as the header shows it."""
    dating: Claim
    """How well the date is known."""
    sender: Prose
    """For the header: who is said to have written."""
    channel: Claim
    """By which way it came and how well that is known."""
    paragraphs: tuple[Prose, ...]
    """The reconstructed words, without quotation marks."""
    asked: Claim
    """What was asked, as far as it is known."""
    came_as: CameAs = CameAs.CIPHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One voice of the council. The id is the person's."""

    id: PersonId
    frame: Frame = Frame.HERE
    text: Prose
    """What they say, in the first person, without quotation marks."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()
    note: Prose
    """Why we let them say this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something the player may ask, if there is time."""

    id: Id
    to: PersonId
    ask: Prose
    """The question in the player's words."""
    answer: Prose
    """What is said, as far as it can be known."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()
    opens: tuple[ResponseId, ...] = ()
    """Responses that are on the table only after this was asked."""
    closes: tuple[ResponseId, ...] = ()
    """Responses that the answer shows to be impossible."""
    corrects: tuple[DispatchId, ...] = ()
    """Dispatches that the answer puts in doubt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """The third stage."""

    time_for: int = 2
    """How many questions there is time for."""
    speeches: tuple[Speech, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A condition on the state of things without which a response is closed."""

    that: Formula
    """Of quantities of the month of decision."""
    otherwise: Prose
    """What the player is told when it does not hold. May name quantities in braces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What a response sets in motion in the model."""

    order: OrderId
    size: float
    """How much, in the order's unit."""
    after: int = 0
    """Months from the decision to the start."""
    months: int = 1
    """How long it lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer the player may give."""

    id: ResponseId
    title: Prose
    """Two to four words."""
    order: Prose
    """What is ordered, in one or two sentences."""
    cost: Prose
    """What it costs at once, in one sentence."""
    backed_by: tuple[PersonId, ...] = ()
    """Who argued for it, or could have."""
    backing: Claim
    """How that is known."""
    reply: Prose
    """The reply as it goes out: short, reconstructed, no quotation marks."""
    commands: tuple[Command, ...]
    mark: str | None = None
    """The character that stands for it in run codes; needed where two ids give the same one."""
    requires: tuple[Requirement, ...] = ()
    historical: bool = False
    """Whether this is what was answered, as far as it is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """One answer to an estimate."""

    text: Prose
    """The answer in words."""
    below: float | None = None
    """The measure lies under this; left out for the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What the player is asked to foresee before sending."""

    id: Id
    ask: Prose
    """The question."""
    measure: Measure
    """What it is held against when the months have passed."""
    shown_as: ShownAs
    answers: tuple[Bin, ...]
    """From the lowest to the highest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The fourth stage."""

    ask: Prose
    """The heading over the cards."""
    estimates: tuple[Estimate, ...]
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Words for a row of the ledger, if a condition holds."""

    when: Measure | None = None
    """Of `value` and of measures; left out for the last case."""
    text: Prose
    """May name `{value}` and any quantity in braces."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One consequence: a measure of the months gone by, and the words it deserves."""

    id: Id
    title: Prose
    """Two or three words."""
    about: QuantityId
    """The quantity whose causes are shown when the player asks why."""
    measure: Measure
    """A number out of the months gone by, such as `change(people)`."""
    shown_as: ShownAs
    wanted: Wanted
    """Which way it counts as a gain."""
    even: float = 0.0
    """A measure no further from zero than this counts as no change."""
    cases: tuple[Case, ...]
    """The first that holds is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """The fifth stage."""

    ledger: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A piece of the record."""

    id: Id
    title: Prose
    """The heading."""
    text: Prose
    """Two to six sentences."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordStage:
    """The sixth stage: the story as it is told beside what the documents have."""

    answered: Claim
    """What was answered in history, and how that is known."""
    told: Claim
    """The story as it is told."""
    documents: Claim
    """What the documents have."""
    paragraphs: tuple[Paragraph, ...]
    """What happened, why, and what came of it."""
    weak: tuple[Paragraph, ...]
    """Which parts of the story are weak, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One telegram, in one file."""

    id: Id
    title: Prose
    """The heading."""
    when: Prose
    """The date or season, for the top of the screen."""
    month: Month
    """The month in which the decision takes effect."""
    view: tuple[PlaceId, ...]
    """The camera holds all these places."""
    near: tuple[PlaceId, ...] = ()
    """While the consequences are watched it goes to these; without them it stays."""
    far: tuple[PlaceId, ...] = ()
    """A second, narrow map holds these meanwhile: a theatre that the first one leaves out."""
    situation: Situation
    telegram: Telegram
    council: Council
    decision: Decision
    consequences: Consequences
    record: RecordStage
    around: Around = NOTHING_AROUND
    """What is heard at this telegram's stages, where it differs from the campaign's."""
