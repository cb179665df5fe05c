"""Play a line of answers: what followed each of them, and where it led."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from game.campaign.campaign import Axis, Campaign, Ending, EpilogueLine, Happening
from game.campaign.scenario import Case, Estimate, LedgerRow, Response, Scenario, Wanted
from game.campaign.words import Month, ResponseId
from game.frozen import dataclass
from game.playthrough.playthrough import Playthrough
from game.playthrough.refusals import ClosedResponse, Refusal, TooManyAnswers, UnknownResponse
from game.simulation.chance import Luck
from game.simulation.course import Course, Window
from game.simulation.resolve import Machine, State, machine, ordered, resolve


@dataclass(frozen=True, slots=True)
class Happened:
    """A dispatch of the months between, and when it came."""

    month: Month
    happening: Happening


@dataclass(frozen=True, slots=True)
class Entered:
    """A row of the ledger as it turned out."""

    row: LedgerRow
    value: float
    sign: int
    """1 for a gain, -1 for a loss, 0 for neither."""
    case: Case


@dataclass(frozen=True, slots=True)
class Step:
    """One telegram answered."""

    scenario: Scenario
    response: Response
    window: Window
    happened: tuple[Happened, ...]
    ledger: tuple[Entered, ...]
    fingerprint: str
    """Of the state it led to."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Where a whole campaign led."""

    ending: Ending
    axes: tuple[tuple[Axis, float], ...]
    epilogue: tuple[EpilogueLine, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A response on the table, and why it is closed if it is."""

    response: Response
    refusal: ClosedResponse | None


@dataclass(frozen=True, slots=True)
class Replay:
    """A playthrough played as far as it goes."""

    playthrough: Playthrough
    course: Course
    """From the first month to the present one."""
    steps: tuple[Step, ...]
    offers: tuple[Offer, ...]
    """What may be answered next; empty at the end."""
    reached: Reached | None
    """Set when every telegram is answered."""
    stopped: Refusal | None
    """Why it could not be played to the end of its line."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Where a line of answers stands: the months computed so far and the state they led to."""

    course: Course
    state: State
    fired: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Stood:
    """A line as far as it could be played."""

    table: _Table
    steps: tuple[Step, ...]
    stopped: Refusal | None
    """Why no further; none when every answer was carried out."""


@lru_cache(maxsize=256)
def play(campaign: Campaign, playthrough: Playthrough) -> Replay:
    """Play the answers of `playthrough` as far as it can be done. Never raises for an answer."""
    most, line = len(campaign.scenarios), playthrough.line
    stood = come_to(campaign, replace(playthrough, line=line[:most]))
    too_many = TooManyAnswers(len(line), most) if len(line) > most else None
    return _replay(campaign, playthrough, stood, stood.stopped or too_many)


@lru_cache(maxsize=256)
def come_to(campaign: Campaign, playthrough: Playthrough) -> Stood:
    """Return where the answers of `playthrough`, which are not too many, lead.

    Each goes on from where those before it led: whoever answers waits for the next months alone,
    and lines that begin alike are played together as far as they are alike.
    """
    engine = machine(campaign.model, playthrough.reading)
    luck = Luck(playthrough.seed, playthrough.chance)
    if not playthrough.line:
        return Stood(_opened(campaign, engine, luck), (), None)
    *before, given = playthrough.line
    stood = come_to(campaign, replace(playthrough, line=tuple(before)))
    if stood.stopped:
        return stood
    found = _chosen(campaign, stood.table, len(before), given)
    if not isinstance(found, Response):
        return replace(stood, stopped=found)
    step, table = _answered(campaign, engine, luck, stood.table, (len(before), found))
    return Stood(table, (*stood.steps, step), None)


def offers(campaign: Campaign, course: Course, turn: int) -> tuple[Offer, ...]:
    """Return every response to telegram `turn`, closed ones with their reason."""
    scenario = campaign.scenarios[turn]
    return tuple(
        Offer(response, _closed(response, course, scenario.month, turn))
        for response in scenario.decision.responses
    )


def window_of(campaign: Campaign, turn: int) -> Window:
    """Return the months between telegram `turn` and the next, or the chronicle."""
    chronicle = campaign.outline.chronicle
    later = campaign.scenarios[turn + 1 : turn + 2]
    return Window(campaign.scenarios[turn].month, later[0].month if later else chronicle, chronicle)


def estimate(replay: Replay, step: Step, asked: Estimate) -> float:
    """Return what came of the thing the player was asked to foresee."""
    return replay.course.measure(asked.measure, step.window)


def came_of(asked: Estimate, value: float) -> int:
    """Return the number of the answer to an estimate that came true, from 0."""
    answers = enumerate(asked.answers)
    return next(n for n, one in answers if one.below is None or value < one.below)


def _opened(campaign: Campaign, engine: Machine, luck: Luck) -> _Table:
    """Run the months before the first telegram, and the month in which it comes."""
    first = campaign.scenarios[0].month
    before, state = resolve(engine, engine.begin(), first, luck)
    present, _ = resolve(engine, state, first.plus(1), luck)
    return _Table(before.joined(present) if before.rows else present, state)


def _chosen(
    campaign: Campaign, table: _Table, turn: int, given: ResponseId
) -> Response | UnknownResponse | ClosedResponse:
    for offer in offers(campaign, table.course, turn):
        if offer.response.id == given:
            return offer.refusal or offer.response
    known = tuple(one.id for one in campaign.scenarios[turn].decision.responses)
    return UnknownResponse(given, turn, known)


def _closed(response: Response, course: Course, month: Month, turn: int) -> ClosedResponse | None:
    for requirement in response.requires:
        if not course.formula(requirement.that, month):
            return ClosedResponse(response.id, turn, requirement)
    return None


def _answered(
    campaign: Campaign, engine: Machine, luck: Luck, table: _Table, answer: tuple[int, Response]
) -> tuple[Step, _Table]:
    """Carry out one answer and run to the next telegram, or after the last to the model's end."""
    turn, response = answer
    window = window_of(campaign, turn)
    last = turn == len(campaign.scenarios) - 1
    until = campaign.model.last.plus(1) if last else window.last
    state = ordered(engine, table.state, response.commands)
    course, state = resolve(engine, state, until, luck)
    if not last:
        present, _ = resolve(engine, state, until.plus(1), luck)
        course = course.joined(present)
    past = table.course.rows[: window.first.since(table.course.first)]
    whole = Course(course.names, table.course.first, past + course.rows)
    happened = tuple(_happened(campaign, whole, window, table.fired))
    ledger = tuple(
        _entered(whole, window, row) for row in campaign.scenarios[turn].consequences.ledger
    )
    fired = table.fired | {str(one.happening.id) for one in happened}
    step = Step(campaign.scenarios[turn], response, window, happened, ledger, state.fingerprint())
    return step, _Table(whole, state, fired)


def _happened(
    campaign: Campaign, course: Course, window: Window, fired: frozenset[str]
) -> list[Happened]:
    """Return the dispatches of the months after the decision, in the order of time."""
    months = [window.first.plus(n) for n in range(1, window.last.since(window.first) + 1)]
    found = []
    for happening in campaign.outline.happenings:
        month = None if happening.id in fired else _due(happening, course, months)
        if month is not None:
            found.append(Happened(month, happening))
    return sorted(found, key=lambda one: one.month)


def _due(happening: Happening, course: Course, months: list[Month]) -> Month | None:
    """Return the first of `months` in which a dispatch comes, if it does."""
    if happening.when is None:
        return happening.month if happening.month in months else None
    for month in months:
        if happening.month is not None and month < happening.month:
            continue
        if course.formula(happening.when, month):
            return month
    return None


def _entered(course: Course, window: Window, row: LedgerRow) -> Entered:
    value = course.measure(row.measure, window)
    case = next(
        one
        for one in row.cases
        if one.when is None or course.measure(one.when, window, value=value)
    )
    return Entered(row, value, sign_of(value, row), case)


def sign_of(value: float, row: LedgerRow) -> int:
    """Return whether a measure is a gain (1), a loss (-1) or neither (0)."""
    if abs(value) <= row.even or row.wanted is Wanted.NEITHER:
        return 0
    return (1 if value > 0 else -1) * (1 if row.wanted is Wanted.MORE else -1)


def _reached(campaign: Campaign, course: Course) -> Reached:
    outline = campaign.outline
    window = Window(course.first, course.last, outline.chronicle)

    def holds(one: Ending | EpilogueLine) -> bool:
        return one.when is None or bool(course.measure(one.when, window))

    return Reached(
        next(one for one in outline.endings if holds(one)),
        tuple((axis, course.measure(axis.measure, window)) for axis in outline.axes),
        tuple(one for one in outline.epilogue if holds(one)),
    )


def _replay(
    campaign: Campaign, playthrough: Playthrough, stood: Stood, stopped: Refusal | None
) -> Replay:
    course, steps = stood.table.course, stood.steps
    over = len(steps) == len(campaign.scenarios)
    return Replay(
        playthrough,
        course,
        steps,
        () if over else offers(campaign, course, len(steps)),
        _reached(campaign, course) if over else None,
        stopped,
    )
