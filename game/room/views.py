"""What somebody in a room may see, as plain values that any page or screen can draw.

Everything that leaves a room is one of these; `door.py` alone makes them.
"""

from __future__ import annotations

from game.campaign.words import SOURCED, Grade, Id, ResponseId
from game.frozen import dataclass
from game.playthrough.desk import Stage
from game.room.events import PupilId
from game.room.ways import Way


@dataclass(frozen=True, slots=True)
class Fact:
    """What happened in this room; without a grade, for grades are of claims about history."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A heading, what is said, and how sure that is."""

    title: str
    text: str
    grade: Grade
    sources: tuple[str, ...] = ()
    """As one cites them."""

    def __post_init__(self) -> None:
        """Refuse a grade that needs a source where none is named, as for a class's own vote."""
        assert self.sources or self.grade not in SOURCED, f"{self.title}: {self.grade} by nothing"


@dataclass(frozen=True, slots=True)
class Slip:
    """A dispatch as it could be judged on its day."""

    date: str
    place: str
    standing: str
    text: str


@dataclass(frozen=True, slots=True)
class LobbyPage:
    """Before the first telegram."""

    content_note: str
    pages: tuple[Statement, ...]
    """What everybody should know before."""
    earlier: tuple[Fact | Statement, ...]
    """What history answered at the telegrams before the first one of this class."""


@dataclass(frozen=True, slots=True)
class SituationPage:
    """The news, as far as it has reached this seat."""

    intro: str
    slips: tuple[Slip, ...]
    unheard: int
    """How many of the dispatches have not reached this seat."""
    earlier: tuple[Fact | Statement, ...]
    """What history answered before, at the first telegram of a class that begins later."""


@dataclass(frozen=True, slots=True)
class TelegramPage:
    """The telegram on the table."""

    header: tuple[tuple[str, str], ...]
    """Labels and what stands behind them."""
    paragraphs: tuple[str, ...]
    asked: Statement


@dataclass(frozen=True, slots=True)
class Spoken:
    """One voice of the council."""

    who: str
    how: str
    """`by radio`, or nothing for those in the room."""
    text: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question to the council, and the answer if it was asked."""

    id: Id
    ask: str
    to: str
    answer: str | None
    grade: Grade
    effects: tuple[str, ...]
    """What the answer changes, in sentences."""


@dataclass(frozen=True, slots=True)
class CouncilPage:
    """What was said at the council."""

    spoken: tuple[Spoken, ...]
    exchanges: tuple[Exchange, ...]
    left: int
    """Questions there is still time for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A response on the table."""

    id: ResponseId
    letter: str
    title: str
    order: str
    cost: str
    closed: str | None
    """Why it cannot be chosen, if it cannot."""


@dataclass(frozen=True, slots=True)
class Foresight:
    """An estimate over which points are spread."""

    id: Id
    ask: str
    answers: tuple[str, ...]
    mine: tuple[int, ...] | None
    """This pupil's points; nothing when none were given."""


@dataclass(frozen=True, slots=True)
class Because:
    """A reason that the teacher let everybody see; from a seat, never from a name."""

    seat: str
    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Fallen:
    """How the voices fell, once they are revealed."""

    voices: tuple[tuple[Choice, int], ...]
    decided: ResponseId | None
    tied: tuple[ResponseId, ...]
    words: str
    """What the count means, in a sentence."""
    reasons: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """The responses, the vote, and the points."""

    ask: str
    rule: str
    """How this council decides."""
    choices: tuple[Choice, ...]
    is_open: bool
    by_phone: bool
    """Whether voices come from the phones, and not from raised hands or slips."""
    mine: ResponseId | None
    reason: str
    foresights: tuple[Foresight, ...]
    """Nothing any more once the count is shown."""
    fallen: Fallen | None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A row of the ledger."""

    title: str
    sign: int
    """1 for a gain, -1 for a loss, 0 for neither."""
    text: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Came:
    """What came of an estimate, beside what was expected."""

    ask: str
    answers: tuple[str, ...]
    came: int
    """The number of the answer that came true."""
    mine: tuple[int, ...] | None
    expected: tuple[float, ...] | None
    """How the room spread its points on average; nothing when nobody did."""


@dataclass(frozen=True, slots=True)
class ConsequencesPage:
    """What followed."""

    sent: Choice
    reply: str
    later: str
    """How much time passed, in words."""
    dispatches: tuple[Statement, ...]
    ledger: tuple[LedgerLine, ...]
    came: tuple[Came, ...]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """What is documented."""

    answered: Statement
    told: Statement
    documents: Statement
    paragraphs: tuple[Statement, ...]
    weak: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """One telegram as a pupil remembers it."""

    title: str
    when: str
    card: str
    """What this seat alone knew; empty for nothing."""
    card_grade: str
    """How sure that is; empty without a card."""
    mine: str | None
    """The response this pupil spoke for."""
    reason: str
    sent: str
    history: str
    history_grade: str
    """How sure that is."""
    came: tuple[Came, ...]


@dataclass(frozen=True, slots=True)
class ChroniclePage:
    """Where it led: for a pupil, a page to keep."""

    ending: Statement | None
    """Nothing while telegrams are unanswered."""
    axes: tuple[tuple[str, str, str], ...]
    """For each axis its title, where this room got to, and history."""
    kept: tuple[Kept, ...]
    code: str | None
    """The run code, with which the campaign can be opened at this end at home."""


@dataclass(frozen=True, slots=True)
class DebriefPage:
    """A step of the debrief."""

    step: int
    title: str
    facts: tuple[Fact | Statement, ...]
    """What the questions are about, as far as it can be said: of the class, never of a pupil."""
    questions: tuple[str, ...]


Page = (
    LobbyPage | SituationPage | TelegramPage | CouncilPage | DecisionPage | ConsequencesPage
    | RecordPage | ChroniclePage | DebriefPage
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shared:
    """What holds for everybody in the room, and what the wall may show."""

    code: str
    name: str
    campaign: str
    stage: Stage
    turn: int
    turns: int
    title: str
    """Of the telegram on the table."""
    when: str
    clock_left: int
    """Milliseconds, as of the moment asked about."""
    clock_running: bool
    locked: bool
    muted: bool
    is_open: bool
    was_open: bool
    """Whether voices were taken in this round, now or before."""
    revealed: bool
    answered: int
    """How many have spoken in this round."""
    present: int
    """How many are in the room."""
    seats: tuple[tuple[Id, str, int, int], ...]
    """For each filled seat its id and title, how many sit there, how many of them have spoken."""
    debrief: int | None
    ended: bool


@dataclass(frozen=True, slots=True)
class Me:
    """A pupil's own card: nobody else's view has it."""

    pupil: PupilId
    name: str
    seat: str
    how: str
    """How this seat is present: `by radio`, or nothing."""
    task: str
    interest: str
    card: str
    """What this seat alone knows at this telegram; empty outside one."""
    grade: Grade
    out: bool


@dataclass(frozen=True, slots=True)
class PhoneView:
    """What one pupil sees."""

    shared: Shared
    me: Me
    page: Page


@dataclass(frozen=True, slots=True)
class WallView:
    """What the projector shows: nothing private."""

    shared: Shared
    page: Page
    names: tuple[tuple[str, tuple[str, ...]], ...]
    """In the lobby, who has come: for each seat its title and names. Empty later."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A pupil as the teacher sees them: where they sit, never how fast they are."""

    id: PupilId
    name: str
    seat: Id
    seat_title: str
    out: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reason that waits to be shown, or is shown."""

    pupil: PupilId
    seat: str
    letter: str
    text: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Note:
    """What the teacher may say now, and what of it is history."""

    said: tuple[tuple[str, Grade | None], ...]
    """The words in pieces, each with the grade of what it rests on; none for what is no claim."""
    rests_on: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class DeskView:
    """What the teacher sees: the wall, and the controls beside it."""

    shared: Shared
    page: Page
    notes: Note | None
    """What the teacher may say now; nothing where the campaign has no notes."""
    next_does: str
    """What the next step would do, in two to five words; empty when there is none."""
    back_does: str
    way: Way
    """How the council decides now."""
    seats: tuple[tuple[Id, str], ...]
    """Every seat there is, id and title: a pupil may be given any."""
    typed: tuple[tuple[ResponseId, int], ...]
    """Hands or slips as they were typed in for this round; empty when none were."""
    pupils: tuple[Listed, ...]
    waiting: tuple[Waiting, ...]
    """Reasons given in this round, once the vote is closed."""
    fallen: Fallen | None
    """How the voices fell, once the vote is closed: before everybody else sees it."""
