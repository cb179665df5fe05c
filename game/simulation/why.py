"""Why a quantity moved: its change over some months shared among everything that came from outside.

In words. Beside what happened we set a quiet course: none of the player's orders is ever given,
the outside world is at rest from the first month asked about, and luck is what one must expect. At
rest means: what is done month by month (sweeps, payments, landings) is not done, and what is a
condition (the season, the men of a garrison) stays as it was; the model says which is which by
`quiet`. How the quantity moves there is what it would have done *of itself*. Then everything that
came from outside (each command of each answer, each series of the record, each draw of luck) is
turned up together, slowly, from nothing to what it was. At every small turn of the knob we ask how
much of the movement each of them causes, and add that up. Nobody is counted twice, nothing is left
over:

    change = of itself + orders + outside world + chance

In formulas. Let F(u) be the change of the quantity as a function of all inputs u, through the
whole model with its feedback. The share of input i is the path integral

    (u_i - r_i) * integral over s from 0 to 1 of dF/du_i (r + s * (u - r)),

with r the quiet inputs: the Aumann-Shapley value, also called integrated gradients. The shares add
up to F(u) - F(r) (the fundamental theorem of calculus along the path), what does nothing gets
nothing, equals get equal shares, and no unit and no order of events in the reckoning matters. It
is defined for products, feedback and delays alike. A draw is an input that goes from its expected
value to what was drawn; a jump it makes belongs to whatever moved the condition that tipped.

The integral is taken in steps of s. In each step the slopes are not those at a point but those of
the chords of every formula (`secants.py`), handed back through the months (`backwards.py`). They
make every step add up exactly, across kinks and jumps too. A step is halved until halving moves no
share by more than `FINE` of all shares, or `DEEPEST` times.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from game.campaign.words import Month
from game.frozen import dataclass
from game.simulation.arithmetic import NoValueError, clamp
from game.simulation.backwards import Draws, Past, Stretch, formulas_in_order, handed_back
from game.simulation.chance import Luck
from game.simulation.resolve import Active, Machine, resolve
from game.simulation.secants import draws_in

FINE = 0.002
"""A share counts as settled when halving a step moves it by less than this part of all shares."""
FEWEST = 2
"""Steps that are always taken and halved, so that a bend is not overlooked."""
DEEPEST = 4
"""How often a step may be halved after that."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: how a quantity came from its value in `first` to that in `last`."""

    quantity: str
    first: Month
    last: Month


@dataclass(frozen=True, slots=True)
class Shares:
    """The answer, in the quantity's unit."""

    change: float
    of_itself: float
    """What would have happened anyway."""
    orders: tuple[float, ...]
    """One for each command given."""
    series: tuple[float, ...]
    """One for each series of the model."""
    luck: tuple[float, ...]
    """One for each draw of the program's list."""

    def total(self) -> float:
        """Return the sum of all parts: it is the change."""
        return self.of_itself + sum(self.orders) + sum(self.series) + sum(self.luck)


@dataclass(frozen=True, slots=True)
class Faded(Luck):
    """Luck on the way from what must be expected (0) to what was drawn (1)."""

    share: float = 1.0

    def noise(self, key: int, month: int) -> Callable[[float], float]:
        """Return a part of the draw."""
        drawn, share = Luck.noise(self, key, month), self.share
        return lambda deviation: share * drawn(deviation)

    def chance(self, key: int, month: int) -> Callable[[float], float]:
        """Return a mean of what must be expected and of the draw."""
        drawn, share = Luck.chance(self, key, month), self.share
        return lambda odds: (1 - share) * clamp(odds, 0.0, 1.0) + share * drawn(odds)


@dataclass(frozen=True, eq=False)
class Inquiry:
    """A question put to one line of play."""

    engine: Machine
    given: tuple[Active, ...]
    """Every command of the line."""
    luck: Luck
    asked: Asked

    @cached_property
    def stretch(self) -> Stretch:
        """The months asked about."""
        begins, asked = self.engine.model.first, self.asked
        first = asked.first.since(begins)
        ordered = (one.first.since(begins) for one in self.given)
        since = 0 if self.luck.on else min(first, *ordered, first)
        return Stretch(first, asked.last.since(begins), self.engine.names[asked.quantity], since)

    @cached_property
    def real(self) -> Past:
        """What happened."""
        return self.past(1.0)

    @cached_property
    def rest(self) -> Past:
        """The quiet course."""
        return self.past(0.0)

    def moved(self, past: Past | None = None) -> float:
        """Return the change asked about, on another course or on the real one."""
        rows, stretch = (past or self.real).rows, self.stretch
        return rows[stretch.last][stretch.column] - rows[stretch.first][stretch.column]

    def past(self, share: float) -> Past:
        """Return the course with a share (0 to 1) of everything that came from outside.

        Raises:
            NoValueError: when the model has no value there.
        """
        engine, until = self.engine, self.asked.last.plus(1)
        given = tuple(replace(one, size=share * one.size) for one in self.given)
        faded = replace(engine, series=self._outside(share))
        try:
            state = replace(engine.begin(), active=given)
            course, _ = resolve(faded, state, until, self._luck(share))
        except (ArithmeticError, ValueError) as error:
            message = f"the model has no value without what came from outside: {error}"
            raise NoValueError(message) from error
        months = range(len(course.rows))
        return Past(course.rows, tuple(self.draws(share, month) for month in months))

    def draws(self, share: float, month: int) -> Draws:
        """Return the draws of a month with a share of all luck."""
        luck = self._luck(share)
        return [getattr(luck, kind)(key, month) for kind, key in self.engine.program.lucky]

    def _luck(self, share: float) -> Luck:
        return Faded(self.luck.seed, self.luck.on, share) if self.luck.on else self.luck

    def lucky(self) -> tuple[str, ...]:
        """Return the quantity to whose formula each draw of the program's list belongs."""
        known = formulas_in_order(self.engine.model)
        return tuple(name for name, tree, _ in known for _ in range(draws_in(tree)))

    @cached_property
    def quiet(self) -> tuple[float, ...]:
        """What each series is from the first month asked about on when the world is at rest."""
        held = self.engine.series[self.stretch.first]
        series = self.engine.model.series
        return tuple(
            value if one.quiet is None else one.quiet
            for one, value in zip(series, held, strict=True)
        )

    def _outside(self, share: float) -> tuple[tuple[float, ...], ...]:
        """Return the series: at rest from the first month asked about, but for a share."""
        table, start, still = self.engine.series, self.stretch.first, self.quiet
        moved = (
            tuple(
                (1 - share) * rest + share * value for rest, value in zip(still, row, strict=True)
            )
            for row in table[start:]
        )
        return (*table[:start], *moved)

    def months_of(self, command: Active) -> range:
        """Return the months up to the last one asked about in which a command is carried out."""
        begins = self.engine.model.first
        last = min(command.end.since(begins) - 1, self.stretch.last)
        return range(command.first.since(begins), last + 1)


Point = tuple[float, Past]
"""How far everything is turned up, and the course there."""
Turn = tuple[Point, Point]
"""A step of the knob: from where to where."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The shares, and the steps of the knob over which they were added up."""

    shares: Shares
    turns: tuple[Turn, ...]


def shares(inquiry: Inquiry) -> Shares:
    """Return how the change is shared.

    Raises:
        NoValueError: when the quiet course, or one on the way from it, has no value.
    """
    return reckoned(inquiry).shares


def reckoned(inquiry: Inquiry) -> Reckoning:
    """Return how the change is shared, with the steps that it took.

    Raises:
        NoValueError: when the quiet course, or one on the way from it, has no value.
    """
    marks = [number / FEWEST for number in range(1, FEWEST)]
    between: list[Point] = [(mark, inquiry.past(mark)) for mark in marks]
    turns = list(pairwise([(0.0, inquiry.rest), *between, (1.0, inquiry.real)]))
    steps = [_step(inquiry, *turn) for turn in turns]
    allowed = FINE * sum(map(abs, _summed(steps)))
    settled = [
        _settled(inquiry, turn, step, allowed, DEEPEST)
        for turn, step in zip(turns, steps, strict=True)
    ]
    parts = _summed([found for found, _ in settled])
    orders, series = len(inquiry.given), len(inquiry.engine.model.series)
    found = Shares(
        inquiry.moved(),
        inquiry.moved(inquiry.rest),
        tuple(parts[:orders]),
        tuple(parts[orders : orders + series]),
        tuple(parts[orders + series :]),
    )
    return Reckoning(found, tuple(turn for _, taken in settled for turn in taken))


def _settled(
    inquiry: Inquiry, turn: Turn, parts: list[float], allowed: float, deeper: int
) -> tuple[list[float], list[Turn]]:
    """Return the shares of a step, halved until they no longer move, and the steps taken."""
    low, high = turn
    share = (low[0] + high[0]) / 2
    middle = share, inquiry.past(share)
    halves = [(low, middle), (middle, high)]
    finer = [_step(inquiry, *half) for half in halves]
    whole = _summed(finer)
    apart = max((abs(one - other) for one, other in zip(parts, whole, strict=True)), default=0.0)
    if apart <= allowed or not deeper:
        return whole, halves
    further = [
        _settled(inquiry, half, part, allowed, deeper - 1)
        for half, part in zip(halves, finer, strict=True)
    ]
    return _summed([found for found, _ in further]), [one for _, taken in further for one in taken]


def _summed(lists: list[list[float]]) -> list[float]:
    return [sum(column) for column in zip(*lists, strict=True)]


def _step(inquiry: Inquiry, low: Point, high: Point) -> list[float]:
    """Return the shares of one step: of every command, every series, every draw."""
    engine, stretch = inquiry.engine, inquiry.stretch
    worth, passed = handed_back(engine, low[1], high[1], stretch)
    columns = [engine.names[str(one.id)] for one in engine.model.orders]
    turned = high[0] - low[0]
    orders = [
        one.size
        * turned
        * sum(worth[month][columns[one.order]] for month in inquiry.months_of(one))
        for one in inquiry.given
    ]
    places = [engine.names[str(one.id)] for one in engine.model.series]
    series = [
        sum(
            worth[month][place] * (high[1].rows[month][place] - low[1].rows[month][place])
            for month in range(stretch.first, stretch.last + 1)
        )
        for place in places
    ]
    luck = [0.0] * len(engine.program.lucky)
    for one in passed:
        for number, did in zip(one.secant.draws, one.luck, strict=True):
            luck[number] += one.worth * did
    return [*orders, *series, *luck]
