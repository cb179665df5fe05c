"""An ordered set of scenarios with one model, cast, map, encyclopaedia and list of sources."""

from __future__ import annotations

from enum import StrEnum

from game.campaign.cast import Person
from game.campaign.classroom import PLAIN, Classroom
from game.campaign.formula import Formula, Measure
from game.campaign.geography import Geography
from game.campaign.model import Model, ShownAs
from game.campaign.scenario import Scenario, Wanted
from game.campaign.soundscape import SILENT, Ambience, Soundscape
from game.campaign.words import (
    Grade,
    Id,
    Month,
    PersonId,
    PlaceId,
    Prose,
    QuantityId,
    SourceId,
)
from game.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A work or page that statements rest on."""

    id: SourceId
    author: Prose | None = None
    """Who wrote it."""
    title: Prose
    """The title of the work or page."""
    year: str | None = None
    """When it came out."""
    seen: Prose
    """What of it was seen, and how strong it is."""


class EntryKind(StrEnum):
    """Shelves of the encyclopaedia."""

    PERSON = "person"
    """On the shelf of people; may name one of the cast."""
    PLACE = "place"
    """On the shelf of places; may name one of the map."""
    UNIT = "unit"
    """Armies, offices, companies."""
    EVENT = "event"
    """What happened once."""
    TERM = "term"
    """Words, measures, ideas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the encyclopaedia: one sentence first, more on request."""

    id: Id
    title: Prose
    """The headword."""
    kind: EntryKind
    chinese: str | None = None
    """The name in simplified Chinese."""
    russian: str | None = None
    """The name in Cyrillic letters."""
    names: tuple[Prose, ...] = ()
    """Other words by which texts name it: short names, plurals. Each leads to the entry."""
    first: Prose
    """One sentence that suffices."""
    more: Prose | None = None
    """What is shown on request."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()
    person: PersonId | None = None
    place: PlaceId | None = None
    also: tuple[Id, ...] = ()
    """Entries worth reading next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A figure on the desk: what the council thinks it knows."""

    id: Id
    title: Prose
    """Two or three words."""
    quantity: QuantityId
    """What is shown while playing: it may be an estimate."""
    truth: QuantityId | None = None
    """What it was an estimate of; shown in the record stage."""
    low: float
    """The left end of the bar."""
    high: float
    """The right end."""
    wanted: Wanted
    meaning: Prose
    """What it measures, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A dispatch that comes in the months between: by the calendar, or when the model says so."""

    id: Id
    month: Month | None = None
    """It comes in this month ..."""
    when: Formula | None = None
    """... or in the first month in which this holds (and, with `month`, not before it)."""
    place: PlaceId
    title: Prose
    """The heading."""
    text: Prose
    """May name quantities in braces."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One of the measures by which an ending is told."""

    id: Id
    title: Prose
    """Two or three words."""
    measure: Measure
    """Over all months; for instance `end(people)`."""
    shown_as: ShownAs
    low: float
    """The left end of the bar."""
    high: float
    """The right end."""
    wanted: Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Where a playthrough led, in a title and two sentences."""

    id: Id
    title: Prose
    """The heading."""
    when: Measure | None = None
    """The first ending that holds is the one; left out for the last."""
    text: Prose
    """Two sentences. May name quantities in braces."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EpilogueLine:
    """A sentence about the years after, chosen by the state."""

    id: Id
    title: Prose
    """The heading."""
    when: Measure | None = None
    """It is shown if this holds; left out, it is always shown."""
    text: Prose
    """One to three sentences. May name quantities in braces."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A page before the first telegram."""

    id: Id
    title: Prose
    """The heading."""
    place: PlaceId
    text: Prose
    """What stands on the page."""
    grade: Grade
    sources: tuple[SourceId, ...] = ()
    ambience: Ambience | None = None
    """What is heard on this page, if not what is heard on the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The file `campaign.yaml`: how the parts of a campaign belong together."""

    id: Id
    version: int
    """Raised when a change makes an old line mean something else."""
    title: Prose
    """The name of the campaign."""
    subtitle: Prose
    """The line under it on the title screen."""
    content_note: Prose
    """What the player should know before: what is shown, and what is a reconstruction."""
    scenarios: tuple[Id, ...]
    """The scenario files in the order of play, without `.yaml`."""
    chronicle: Month
    """The month in which the campaign is summed up."""
    home: PlaceId
    """Where the player sits."""
    asker: Prose | None = None
    """Who asks and is answered, in a word or two: `Moscow`, `the ministry`."""
    theatre: tuple[PlaceId, ...]
    """Places the title screen's map holds."""
    opening: tuple[Opening, ...]
    indicators: tuple[Indicator, ...]
    happenings: tuple[Happening, ...]
    axes: tuple[Axis, ...]
    endings: tuple[Ending, ...]
    epilogue: tuple[EpilogueLine, ...]
    sound: Soundscape = SILENT
    """What is heard besides what happens."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Campaign:
    """A whole campaign, read and checked. Equal only to itself, as its model is."""

    outline: Outline
    scenarios: tuple[Scenario, ...]
    model: Model
    cast: tuple[Person, ...]
    geography: Geography
    encyclopaedia: tuple[Entry, ...]
    sources: tuple[Source, ...]
    classroom: Classroom = PLAIN

    def __repr__(self) -> str:
        """Return its name: printed whole it would drown every message about it."""
        return f"Campaign({self.outline.id!r}, version={self.outline.version})"
