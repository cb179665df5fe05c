"""What was said so far: everything the player has read, with their own words among it.

It is computed from the desk, so that a save taken up again has it too. Nothing stands here that
the player cannot have seen yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.campaign.campaign import Campaign, Opening
from game.campaign.scenario import Paragraph, Question, Scenario
from game.campaign.words import Claim, Grade, Month, PersonId
from game.frozen import dataclass
from game.playthrough.desk import OF_A_SCENARIO, Desk, Guess, Notes, Stage, replay_of
from game.playthrough.replay import Replay, Step
from game.words import wording


@dataclass(frozen=True, slots=True)
class Seen:
    """How far into its stage the player has read, where a stage is not read at once."""

    page: int | None = None
    """The last page of the opening, from 0; none for all."""
    month: Month | None = None
    """The last month that has passed; none for all."""
    ledger: bool = True
    """Whether the ledger has been opened."""


ALL = Seen()


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was said, read or chosen."""

    who: str
    """Who said it, or where it stands."""
    text: str
    grade: Grade | None = None
    own: bool = False
    """Whether it is the player's own."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What belongs to one telegram, or stands before the first or after the last."""

    title: str
    short: str
    """The title in a word or a number."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Turn:
    """A telegram as far as it was played."""

    campaign: Campaign
    replay: Replay
    scenario: Scenario
    notes: Notes
    step: Step | None
    """What came of the answer, once it is sent."""
    seen: Seen


def chapters(campaign: Campaign, desk: Desk, seen: Seen = ALL) -> tuple[Chapter, ...]:
    """Return what was said, a chapter for each telegram reached."""
    first = Chapter("Before the first telegram", "Opening", tuple(_opening(campaign, desk, seen)))
    found = [first] if first.lines else []
    if desk.stage is not Stage.OPENING:
        found += [_chapter(campaign, desk, turn, seen) for turn in range(desk.turn + 1)]
    if desk.stage is Stage.CHRONICLE:
        found.append(Chapter("The chronicle", "Chronicle", tuple(_ending(campaign, desk))))
    return tuple(found)


def _opening(campaign: Campaign, desk: Desk, seen: Seen) -> Iterator[Line]:
    pages: tuple[Opening, ...] = campaign.outline.opening
    if desk.stage is Stage.OPENING and seen.page is not None:
        pages = pages[: seen.page + 1]
    return (Line(str(one.title), str(one.text), one.grade) for one in pages)


def _chapter(campaign: Campaign, desk: Desk, turn: int, seen: Seen) -> Chapter:
    scenario, replay = campaign.scenarios[turn], replay_of(campaign, desk)
    here = turn == desk.turn
    stage = desk.stage if here and desk.stage in OF_A_SCENARIO else Stage.RECORD
    notes = desk.notes[turn] if turn < len(desk.notes) else Notes()
    step = replay.steps[turn] if turn < len(replay.steps) else None
    played = _Turn(campaign, replay, scenario, notes, step, seen if here else ALL)
    reached = OF_A_SCENARIO[: OF_A_SCENARIO.index(stage) + 1]
    lines = tuple(line for one in reached for line in SAID[one](played))
    return Chapter(f"Telegram {turn + 1}: {scenario.title}", str(turn + 1), lines)


def _situation(turn: _Turn) -> Iterator[Line]:
    situation = turn.scenario.situation
    yield Line(wording.date_of(str(turn.scenario.when)), str(situation.intro))
    for one in situation.dispatches:
        where = _place(turn.campaign, one.place)
        yield Line(f"{where}, {one.date}: {one.standing}", str(one.text))


def _telegram(turn: _Turn) -> Iterator[Line]:
    telegram = turn.scenario.telegram
    head = f"Radiogram from {telegram.sender}, {telegram.received}. Reconstruction"
    yield Line(head, "\n".join(map(str, telegram.paragraphs)))


def _council(turn: _Turn) -> Iterator[Line]:
    for one in turn.scenario.council.speeches:
        who = ", ".join(filter(None, (_name(turn.campaign, one.id), wording.PRESENT[one.frame])))
        yield Line(who, str(one.text), one.grade)
    asked = {one.id: one for one in turn.scenario.council.questions}
    for key in turn.notes.asked:
        yield from _answered(turn, asked[key])


def _answered(turn: _Turn, question: Question) -> Iterator[Line]:
    who = _name(turn.campaign, question.to)
    yield Line(f"You asked {who}", str(question.ask), own=True)
    changes = wording.effects(turn.campaign, turn.scenario, question)
    yield Line(who, "\n".join((str(question.answer), *changes)), question.grade)


def _decision(turn: _Turn) -> Iterator[Line]:
    yield Line("The decision", str(turn.scenario.decision.ask))
    if turn.step is None:
        return
    response = turn.step.response
    yield Line("You answered", f"{response.title}. {response.order}", own=True)
    for guess in turn.notes.guesses:
        yield from _foreseen(turn, guess)
    yield Line("Your reply, as it was keyed. Reconstruction", str(response.reply), own=True)


def _foreseen(turn: _Turn, guess: Guess) -> Iterator[Line]:
    for one in turn.scenario.decision.estimates:
        if one.id == guess.estimate:
            said = one.answers[min(guess.answer, len(one.answers) - 1)].text
            yield Line("You foresaw", f"{one.ask} {said}, {guess.confidence} in 100.", own=True)


def _consequences(turn: _Turn) -> Iterator[Line]:
    step = turn.step
    assert step is not None, "the consequences follow an answer"
    course, until = turn.replay.course, turn.seen.month
    for one in step.happened:
        if until is None or one.month <= until:
            where = f"{_place(turn.campaign, one.happening.place)}, {wording.month(one.month)}"
            text = wording.happened(turn.campaign, course, one)
            yield Line(f"{where}: {one.happening.title}", text, one.happening.grade)
    for row in step.ledger if turn.seen.ledger else ():
        text = wording.case(turn.campaign, course, step, row)
        yield Line(f"{wording.sign(row.sign)} {row.row.title}", text, row.case.grade)


def _record(turn: _Turn) -> Iterator[Line]:
    record = turn.scenario.record
    claims: tuple[tuple[str, Claim | Paragraph], ...] = (
        ("What was answered in history", record.answered),
        ("As it is told", record.told),
        ("What the documents have", record.documents),
        *((str(one.title), one) for one in (*record.paragraphs, *record.weak)),
    )
    for who, one in claims:
        yield Line(who, str(one.text), one.grade)


def _ending(campaign: Campaign, desk: Desk) -> Iterator[Line]:
    replay = replay_of(campaign, desk)
    assert replay.reached is not None, "the chronicle follows the last answer"
    ending, course = replay.reached.ending, replay.course
    text = wording.filled(campaign, course, ending.text, campaign.outline.chronicle)
    yield Line(str(ending.title), text, ending.grade)
    for one in replay.reached.epilogue:
        years = wording.filled(campaign, course, one.text, course.last)
        yield Line(str(one.title), years, one.grade)


SAID: dict[Stage, Callable[[_Turn], Iterator[Line]]] = {
    Stage.SITUATION: _situation,
    Stage.TELEGRAM: _telegram,
    Stage.COUNCIL: _council,
    Stage.DECISION: _decision,
    Stage.CONSEQUENCES: _consequences,
    Stage.RECORD: _record,
}
"""What each stage says, in the order in which it is read."""


def _place(campaign: Campaign, key: str) -> str:
    return next(str(one.name) for one in campaign.geography.places if one.id == key)


def _name(campaign: Campaign, key: PersonId) -> str:
    return next(str(one.name) for one in campaign.cast if one.id == key)
