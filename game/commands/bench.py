"""`bench`: how fast the model runs, as ratios taken in one run on one machine.

Times alone say little: machines differ, and so does what else they do. Each figure is therefore
set beside a plain Python loop over the same equations and beside PySD running the exported model,
both warm: nothing is read, translated or compiled while the clock runs. All are measured in turn,
several times; of each the fastest time counts. Seconds are those of the processor.
"""

from __future__ import annotations

import sys
import tempfile
import time
import tracemalloc
import warnings
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from game.atlas.spread import spreads
from game.atlas.walk import walk
from game.campaign.campaign import Campaign
from game.commands.campaigns import load, reading_of
from game.commands.goals import Figures, Timed, goals, told
from game.commands.lines import line_of
from game.errors import Refused
from game.export.names import names_of
from game.export.xmile import xmile
from game.frozen import dataclass
from game.playthrough.playthrough import Playthrough, begin
from game.playthrough.replay import play
from game.playthrough.schedule import schedule
from game.simulation.chance import Luck
from game.simulation.draws import Draws, Look, Lot
from game.simulation.plainly import by_python, plainly
from game.simulation.resolve import Machine, State, machine, resolve, sizes_of

LEAST = 0.3
"""Seconds for which a short thing is repeated in a round; the fastest time counts."""
ROUNDS = 3
"""How often all is measured in turn, so that what else the machine does harms nobody alone."""
CLOCK = 1e-7
"""Seconds: nothing takes less than the clock can tell."""
PROMISED = 100_000
"""The draws that the goals speak of."""

Jobs: TypeAlias = "dict[str, Job]"


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be timed, under its name in `Figures`."""

    title: str
    work: Callable[[], object]
    runs: int = 1
    """Playthroughs it computes."""


def run(given: Namespace) -> int:
    """Measure and print. The goals are those of the shipped campaign."""
    campaign = load(given.campaign)
    reading = reading_of(campaign, given)
    start = begin(campaign, chance=False, reading=reading)
    made = replace(start, line=line_of(campaign, given.line))
    if play(campaign, made).stopped:
        message = "that line cannot be played to its end; `six-telegrams replay` tells why"
        raise Refused(message)
    figures = _measured(campaign, made, Lot(given.draws))
    print(told(figures))
    if figures.pysd is None:
        print("PySD is not installed: pip install 'six-telegrams[test]'")
    if given.campaign is not None or given.draws < PROMISED:
        return 0
    found = goals(figures)
    print(*("", *found), sep="\n")
    return 0 if all(one.held for one in found) else 1


def _measured(campaign: Campaign, made: Playthrough, lot: Lot) -> Figures:
    jobs = _jobs(campaign, made, lot) | _rival_jobs(campaign, made)
    times = _timed(jobs)
    timed = {name: Timed(one.title, times[name], one.runs) for name, one in jobs.items()}
    return Figures(
        **timed,
        memory_of_lines=_memory_of_lines(campaign, made.reading),
        memory_of_draws=_memory_of_draws(campaign, made, lot),
    )


def _jobs(campaign: Campaign, made: Playthrough, lot: Lot) -> Jobs:
    engine = machine(campaign.model, made.reading)
    active = schedule(campaign, engine, made.line)
    state = State(campaign.model.first, engine.begin().stocks, active)
    after, still = campaign.model.last.plus(1), Luck(1, on=False)
    lines = sum(1 for _ in walk(campaign, made.reading))
    draws = f"{lot.count:,} draws of the line"
    shown = _indicators(campaign)
    return {
        "plain": Job("a plain Python loop", lambda: plainly(engine, active, by_python)),
        "playthrough": Job("one playthrough", lambda: resolve(engine, state, after, still)),
        "lucky": Job("the same with chance", lambda: resolve(engine, state, after, Luck(1))),
        "replayed": Job("with ledger, dispatches, ending", lambda: _replayed(campaign, made)),
        "lines": Job(
            f"every line ({lines:,})",
            lambda: sum(1 for _ in walk(campaign, made.reading)),
            lines,
        ),
        "draws": Job(draws, lambda: _drawn(engine, state, made.reading, lot), lot.count),
        "spread": Job(
            "the same with axes, endings and spread",
            lambda: spreads(campaign, [made.line], made.reading, lot, shown),
            lot.count,
        ),
    }


def _timed(jobs: Jobs) -> dict[str, float]:
    """Return the shortest time of each job, in seconds of the processor."""
    best = dict.fromkeys(jobs, float("inf"))
    for number in range(ROUNDS):
        for name, job in jobs.items():
            print(f"round {number + 1} of {ROUNDS}: {job.title}", file=sys.stderr)
            best[name] = min(best[name], _fastest(job.work))
    return best


def _fastest(work: Callable[[], object]) -> float:
    taken: list[float] = []
    while sum(taken) < LEAST or not taken:
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return max(min(taken), CLOCK)


def _replayed(campaign: Campaign, made: Playthrough) -> None:
    play.__wrapped__(campaign, made)  # without its memory of earlier playthroughs


def _drawn(engine: Machine, state: State, reading: str, lot: Lot) -> None:
    """Compute the months of many draws, parameters and luck drawn; every quantity at the end."""
    sizes, last = sizes_of(engine, state.active), len(engine.series) - 1
    looks = [Look(number, [sizes(number)]) for number in range(last)]
    looks.append(Look(last, [sizes(last)], tuple(engine.names)))
    for _ in Draws(engine, lot, reading).run(looks):
        pass


def _indicators(campaign: Campaign) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.quantity for one in campaign.outline.indicators))


def _rival_jobs(campaign: Campaign, made: Playthrough) -> Jobs:
    """Return PySD's runs of the exported model, read and translated; none if it is not there."""
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")  # what it makes of its own libraries is not ours to mend
        try:
            import pysd  # noqa: PLC0415 - only who measures has it
        except ModuleNotFoundError:
            return {}
        path = Path(folder, "line.xmile")
        path.write_text(xmile(campaign, made.line, made.reading), encoding="utf-8")
        rival = pysd.read_xmile(str(path))
    names = names_of(campaign.model)
    shown = [names[one] for one in _indicators(campaign)]
    return {
        "pysd": Job("PySD on the exported model", lambda: _quiet(rival.run)),
        "pysd_few": Job("PySD, indicators only", lambda: _quiet(rival.run, shown)),
    }


def _quiet(run: Callable[..., object], names: list[str] | None = None) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        run(return_columns=names)


def _memory_of_draws(campaign: Campaign, made: Playthrough, lot: Lot) -> int:
    """Return the most memory that draws took, in bytes. To count it takes its own time."""
    tracemalloc.start()
    spreads(campaign, [made.line], made.reading, lot, _indicators(campaign))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def _memory_of_lines(campaign: Campaign, reading: str) -> tuple[int, int]:
    """Return the most memory that a walk took, up to the middle and up to the end, in bytes."""
    lines = sum(1 for _ in walk(campaign, reading))
    tracemalloc.start()
    half = 0
    for number, _ in enumerate(walk(campaign, reading), 1):
        if number == lines // 2:
            _, half = tracemalloc.get_traced_memory()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return half, most
