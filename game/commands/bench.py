"""`bench`: how fast the model runs, as ratios taken in one run on one machine.

Times alone say little: machines differ, and so does what else they do. Each figure is therefore
set beside a plain Python loop over the same equations and beside PySD running the exported model.
"""

from __future__ import annotations

import tempfile
import time
import tracemalloc
import warnings
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from game.atlas.spread import spreads
from game.atlas.walk import walk
from game.campaign.campaign import Campaign
from game.commands.campaigns import load, reading_of
from game.commands.replay import line_of
from game.errors import Refused
from game.export.xmile import xmile
from game.playthrough.playthrough import Playthrough, begin
from game.playthrough.replay import play
from game.playthrough.schedule import schedule
from game.simulation.chance import Luck
from game.simulation.draws import Draws, Lot
from game.simulation.plainly import plainly
from game.simulation.resolve import Machine, State, machine, resolve, sizes_of

LEAST = 0.5
"""Seconds for which a thing is repeated; the fastest time counts."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Something measured."""

    title: str
    seconds: float
    runs: int = 1
    """Playthroughs computed in that time."""

    @property
    def rate(self) -> float:
        """Playthroughs a second."""
        return self.runs / self.seconds


def run(given: Namespace) -> int:
    """Measure and print."""
    if given.times is not None:
        message = "--times belongs to --desk"
        raise Refused(message, 2)
    campaign = load(given.campaign)
    reading = reading_of(campaign, given)
    start = begin(campaign, chance=False, reading=reading)
    made = replace(start, line=line_of(campaign, given.line))
    if play(campaign, made).stopped:
        message = "that line cannot be played to its end; `six-telegrams replay` tells why"
        raise Refused(message)
    engine = machine(campaign.model, reading)
    plain, pysd = _plain(campaign, engine, made), _pysd(campaign, made)
    print(f"{'':46}{'seconds':>12}{'runs a s':>12}{'x plain':>10}{'x PySD':>10}")
    for one in (plain, pysd, *_ours(campaign, engine, made, given.draws)):
        if one is not None:
            print(_row(one, plain, pysd))
    print(_memory(campaign, made, given.draws))
    if pysd is None:
        print("PySD is not installed: pip install 'six-telegrams[test]'")
    return 0


def _row(one: Timed, plain: Timed, pysd: Timed | None) -> str:
    beside = [one.rate / plain.rate, one.rate / pysd.rate if pysd else None]
    ratios = "".join(f"{'' if ratio is None else format(ratio, ',.1f'):>10}" for ratio in beside)
    return f"{one.title:46}{one.seconds:12.5f}{one.rate:12,.1f}{ratios}"


def _ours(campaign: Campaign, engine: Machine, made: Playthrough, draws: int) -> tuple[Timed, ...]:
    model = campaign.model
    state = State(model.first, engine.begin().stocks, schedule(campaign, engine, made.line))
    after, still = model.last.plus(1), Luck(1, on=False)
    lot = Lot(draws)
    counted = [0]

    def every_line() -> None:
        counted[0] = sum(1 for _ in walk(campaign, made.reading))

    walked = _time("", every_line, once=True)
    return (
        _time("the model, one playthrough", lambda: resolve(engine, state, after, still)),
        _time("the same with chance", lambda: resolve(engine, state, after, Luck(1))),
        _time("with ledger, dispatches and ending", lambda: _replayed(campaign, made)),
        Timed(f"every line ({counted[0]:,})", walked.seconds, counted[0]),
        _draws(engine, state, made.reading, lot),
        _time(
            f"the same with axes, endings and spread ({draws:,})",
            lambda: spreads(campaign, [made.line], made.reading, lot, _indicators(campaign)),
            once=True,
            runs=draws,
        ),
    )


def _replayed(campaign: Campaign, made: Playthrough) -> None:
    play.__wrapped__(campaign, made)  # without its memory of earlier playthroughs


def _draws(engine: Machine, state: State, reading: str, lot: Lot) -> Timed:
    """Time the months of many draws, parameters and luck drawn."""
    sizes, months = sizes_of(engine, state.active), len(engine.series)

    def drawn() -> None:
        draws = Draws(engine, lot, reading)
        for number in range(months):
            draws.month(number, [sizes(number)], ())

    return _time(f"{lot.count:,} draws of the line", drawn, once=True, runs=lot.count)


def _indicators(campaign: Campaign) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.quantity for one in campaign.outline.indicators))


def _plain(campaign: Campaign, engine: Machine, made: Playthrough) -> Timed:
    active = schedule(campaign, engine, made.line)
    return _time("a plain Python loop over the equations", lambda: plainly(engine, active))


def _pysd(campaign: Campaign, made: Playthrough) -> Timed | None:
    """Time PySD on the exported model, without its translation; none if it is not there."""
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")  # what it makes of its own libraries is not ours to mend
        try:
            import pysd  # noqa: PLC0415 - only who measures has it
        except ModuleNotFoundError:
            return None
        path = Path(folder, "line.xmile")
        path.write_text(xmile(campaign, made.line, made.reading), encoding="utf-8")
        model = pysd.read_xmile(str(path))
        return _time("PySD on the exported model", model.run)


def _memory(campaign: Campaign, made: Playthrough, draws: int) -> str:
    """Measure once more, counting what is allocated: that takes its own time."""
    tracemalloc.start()
    spreads(campaign, [made.line], made.reading, Lot(draws), _indicators(campaign))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return f"memory of the {draws:,} draws: {most / 1e6:,.0f} MB at most"


def _time(title: str, work: Callable[[], object], *, once: bool = False, runs: int = 1) -> Timed:
    """Return the shortest time that `work` took."""
    work_done, shortest = 0.0, float("inf")
    while True:
        start = time.perf_counter()
        work()
        taken = time.perf_counter() - start
        shortest, work_done = min(shortest, taken), work_done + taken
        if once or work_done >= LEAST:
            return Timed(title, shortest, runs)
