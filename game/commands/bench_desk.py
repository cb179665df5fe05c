"""`bench --desk`: what the window costs, each figure beside a bare window of the same run.

Each is measured in a process of its own that plays the game for a while (`bench_play`), and again
in one that only opens a window with default pygame-ce (`bench_bare`). The starts of both take
turns, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from game.commands.progress import Progress
from game.errors import Refused
from game.frozen import dataclass

HERE = Path(__file__).resolve()
TIMES = 7
"""Starts of each kind, unless another number is asked for."""
LONGEST = 600.0
"""Seconds after which a process that should have ended will not end any more."""
FIGURES = 24
"""As many are measured."""
SMALL, LARGE = (1920, 1080), (3840, 2160)
PLAY = """
from game.commands.bench_play import played
from game.start import main
played(main)
"""
READ = """
import time
from game.files.folder import read_folder
from game.files.paths import campaign
begin = time.perf_counter()
read_folder(campaign())
print(time.perf_counter() - begin)
"""
LOAD = """
import time
from game.commands.campaigns import load
begin = time.perf_counter()
load(None)
print(time.perf_counter() - begin)
"""
WIDE = 66
"""Letters of a title."""
NO_DISPLAY = "there is no display to open a window on; bench --desk needs one"


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured."""

    title: str
    value: float | None
    """In its unit; none when this system does not tell."""
    unit: str
    bare: float | None = None
    """The same of the bare window, if that has such a thing."""
    most: float | None = None
    """The goal: the greatest value, in the unit."""
    most_ratio: float | None = None
    """The goal: the greatest ratio to the bare window."""

    @property
    def ratio(self) -> float | None:
        """How many times the bare window's figure it is."""
        return self.value / self.bare if self.value is not None and self.bare else None

    @property
    def is_held(self) -> bool | None:
        """Whether it keeps to its goal; none when it has none or was not measured."""
        if self.value is not None and self.most is not None:
            return self.value < self.most
        if self.ratio is not None and self.most_ratio is not None:
            return self.ratio <= self.most_ratio
        return None

    def goal(self) -> str:
        """Return the goal in words."""
        if self.most is not None:
            return f"under {shown(self.most, self.unit)}"
        return "" if self.most_ratio is None else f"at most {self.most_ratio} x"


def shown(value: float | None, unit: str) -> str:
    """Return a value with its unit; shares of a core in per cent."""
    if value is None:
        return "-"
    match unit:
        case "s" | "ms":
            return f"{value:.3f} s" if unit == "s" else f"{value:.0f} ms"
        case "MB":
            return f"{value:.0f} MB"
        case _:
            return f"{value:.2f} %" if value < 1 else f"{value:.0f} %"


def table(figures: list[Figure]) -> Iterator[str]:
    """Yield the lines of a table."""
    yield f"{'':{WIDE}}{'game':>10}{'bare':>10}{'x bare':>8}  goal"
    for one in figures:
        ratio = "" if one.ratio is None else f"{one.ratio:.2f}"
        verdict = {None: "", True: "held", False: "missed"}[one.is_held]
        value, bare = shown(one.value, one.unit), shown(one.bare, one.unit)
        bare = "" if one.bare is None else bare
        line = f"{one.title:{WIDE}}{value:>10}{bare:>10}{ratio:>8}  {one.goal():14} {verdict}"
        yield line.rstrip()


def run(given: Namespace) -> int:
    """Measure and print; return 1 if a goal is missed."""
    foreign = {"--line": given.line != "history", "--draws": given.draws != 100_000}
    foreign |= {"--reading": given.reading is not None, "--campaign": given.campaign is not None}
    if wrong := [option for option, is_given in foreign.items() if is_given]:
        message = f"{', '.join(wrong)} belongs to the bench of the model; leave it out with --desk"
        raise Refused(message, 2)
    if bare("first", SMALL)["driver"] in {"offscreen", "dummy"}:
        raise Refused(NO_DISPLAY)
    progress = Progress(sys.stderr)
    figures: list[Figure] = []
    for part in (starts(TIMES), reading(), memory(), processor(), board(), sizes(), keys()):
        for figure in part:
            figures.append(figure)
            progress.tell(figure.title, len(figures) / FIGURES)
    progress.end("measured")
    print("\n".join(table(figures)))
    return 1 if any(one.is_held is False for one in figures) else 0


def starts(times: int) -> Iterator[Figure]:
    """Yield how long it takes from the start of a process to its pictures."""
    played("start", SMALL)  # the first start of all writes bytecode
    taken: dict[str, list[float]] = {}
    for _ in range(times):
        for name, found in (("bare", bare("first", SMALL)), ("game", played("start", SMALL))):
            for point in ("first", "ready", "whole"):
                if point in found:
                    taken.setdefault(f"{name} {point}", []).append(found[point] - found["began"])
    bare_times = taken["bare first"]
    for point, words, most in (
        ("first", "start to first picture", 1.0),
        ("ready", "start to title ready for input", 1.5),
        ("whole", "start to title with its map", None),
    ):
        mine = taken[f"game {point}"]
        for how, of in (("best", min), ("median", median)):
            title = f"{words}, {how} of {times}"
            yield Figure(title, of(mine), "s", of(bare_times), most_ratio=most)


def reading() -> Iterator[Figure]:
    """Yield how long it takes to have the shipped campaign, from its copy and from its files."""
    for code, words in (
        (LOAD, "campaign, a later start"),
        (READ, "campaign read and checked anew"),
    ):
        output([sys.executable, "-c", code])
        taken = [float(output([sys.executable, "-c", code])) * 1000 for _ in range(TIMES)]
        for how, of in (("best", min), ("median", median)):
            yield Figure(f"{words}, {how} of {TIMES}", of(taken), "ms", most=100)


def memory() -> Iterator[Figure]:
    """Yield the most memory the game takes on a walk, and once all lines are computed."""
    for size, most in ((SMALL, 100), (LARGE, 250)):
        found, other = played("memory", size), bare("memory", size)
        width, height = found["size"]
        title, bare_most = f"memory at {width} x {height}, the most", megabytes(other["most"])
        yield Figure(f"{title} on a walk", megabytes(found["most"]), "MB", bare_most, most=most)
        yield Figure(f"{title} with every line", megabytes(found["all"]), "MB", bare_most)


def megabytes(count: float | None) -> float | None:
    """Return bytes as megabytes."""
    return None if count is None else count / 1e6


def processor() -> Iterator[Figure]:
    """Yield the share of a core that still and moving screens take."""
    waits = bare("still", SMALL)["cpu"] * 100
    found = played("still", SMALL)
    title = f"processor, nothing moves, most of {found['screens']} ({found['screen']})"
    yield Figure(title, found["cpu"] * 100, "%", waits, most=0.5)
    draws = bare("busy", SMALL)["cpu"] * 100
    for screen, words in (
        ("flight", "the camera flies"),
        ("months", "months pass"),
        ("telegram", "a telegram comes"),
    ):
        found = played(screen, SMALL)
        title = f"processor, {words} ({found['frames']:.0f} pictures a second)"
        yield Figure(title, found["cpu"] * 100, "%", draws, most=40)


def board() -> Iterator[Figure]:
    """Yield the processor's time for a picture and for a slice while the board is dragged."""
    drawn = bare("busy", SMALL)["cpu"] * 1000 / 60
    found = played("board", SMALL)
    title = "the board is dragged, processor, 95th percentile of {many} {what}"
    for name, what, most, beside in (
        ("taken", "pictures", 16, drawn),
        ("slices", "slices", 10, None),
    ):
        times = [one * 1000 for one in found[name]]
        said = title.format(many=len(times), what=what)
        yield Figure(said, quantiles(times, n=20)[-1], "ms", beside, most=most)


def sizes() -> Iterator[Figure]:
    """Yield what the pictures of a window whose edge was dragged take: the slowest screen's."""
    found = played("sizes", SMALL)
    for point, words, most in (("first", "first", 100), ("sharp", "sharp", 200)):
        title = f"another size to a {words} picture, processor ({found[point]['screen']})"
        yield Figure(title, found[point]["seconds"] * 1000, "ms", most=most)


def keys() -> Iterator[Figure]:
    """Yield how long it takes from a key to the picture that answers it."""
    found = played("keys", SMALL)
    waits = sorted(one * 1000 for one in found["waits"])
    title = f"key to picture, 95th percentile of {len(waits)} {found['how']}"
    yield Figure(title, quantiles(waits, n=20)[-1], "ms", most=50)
    yield Figure("key to picture, median", median(waits), "ms")


def bare(mode: str, size: tuple[int, int]) -> dict[str, Any]:
    """Return what a bare window tells."""
    return told([sys.executable, str(HERE.with_name("bench_bare.py")), mode, *map(str, size)])


def played(mode: str, size: tuple[int, int]) -> dict[str, Any]:
    """Return what the game tells."""
    return told([sys.executable, "-c", PLAY, mode, *map(str, size)])


def told(command: list[str]) -> dict[str, Any]:
    """Return what a process tells, and when it began."""
    began = time.time()
    found: dict[str, Any] = json.loads(output(command).splitlines()[-1])
    return {"began": began, **found}


def output(command: list[str]) -> str:
    """Return what a process prints.

    Raises:
        Refused: when it fails; the message has its last words.
    """
    paths = [str(HERE.parents[2]), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        "SDL_AUDIODRIVER": "dummy",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed game has its bytecode
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it says nothing"])[-1]
        message = f"nothing can be measured: {last}"
        raise Refused(message)
    return done.stdout
