"""A window whose edge is dragged, watched by `bench --desk`: when does it show something again?

Every picture of the gallery is given another size once; those that took longest are then dragged
through many sizes, as a hand does it, and what counts is how long the last one takes the processor:
what else the machine does harms nobody.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from game.commands.bench_play import Script, Watch
    from game.screens.screen import Screen

Size = tuple[int, int]
Waits = tuple[float, float]
"""The processor's seconds from a new size to the first picture that has it, and to a sharp one."""
SIZES = 30
"""Which a storm has."""
STEP = (20, 10)
"""Pixels by which each is larger than the one before."""
STORMS = 3
"""Of each screen; the middle one counts."""
WORST = 2
"""Screens that are looked at again: of those that show something late, and that are sharp late."""
PATIENCE = 5.0
"""Seconds after which a picture that has not come will not come any more."""


def resizing(watch: Watch) -> Script:
    """Give every screen another size, then drag the slowest; note which takes most."""
    from game.commands.bench_play import is_still  # noqa: PLC0415 - it knows this module
    from game.window.gallery import scenes  # noqa: PLC0415 - the start is measured without it

    yield from watch.still()
    assert watch.app
    assert watch.pane
    large = watch.pane.size
    found: dict[str, Waits] = {}
    kept: dict[str, tuple[Screen, ...]] = {}
    for number, (name, screens) in enumerate(filter(is_still, scenes(watch.app.office))):
        yield from shown(watch, screens)
        size = large if number % 2 else _smaller(large, 1)
        found[name], kept[name] = (yield from sized(watch, size)), screens
    for name in slowest(found):
        yield from shown(watch, kept[name])
        found[name] = yield from stormed(watch, large)
    again = slowest(found)
    watch.told |= {
        point: {"screen": name, "seconds": found[name][number]}
        for number, point in enumerate(("first", "sharp"))
        for name in [max(again, key=lambda one: found[one][number])]
    }


def slowest(found: dict[str, Waits]) -> list[str]:
    """Return the screens that show something last, and those that are sharp last."""
    ranks = [sorted(found, key=lambda one: found[one][number])[-WORST:] for number in (0, 1)]
    return list(dict.fromkeys(name for rank in ranks for name in rank))


def shown(watch: Watch, screens: tuple[Screen, ...]) -> Script:
    """Show a screen and wait until it is seen."""
    assert watch.app
    watch.app.stack[:] = screens
    yield [pygame.Event(pygame.USEREVENT)]
    yield from watch.still()


def stormed(watch: Watch, large: Size) -> Generator[list[pygame.Event], None, Waits]:
    """Drag a window larger some times; return how long the last size of a storm takes.

    Each ends at a size that was not seen yet: some screens keep more than one.
    """
    assert watch.pane
    waits: list[Waits] = []
    for number in range(1, STORMS + 1):
        for left in range(SIZES, 0, -1):
            watch.pane.size = _smaller(large, left)
            yield []
        waits.append((yield from sized(watch, (large[0] - number, large[1] - number))))
        yield from watch.still()
    first, sharp = (sorted(one[number] for one in waits)[STORMS // 2] for number in (0, 1))
    return first, sharp


def sized(watch: Watch, size: Size) -> Generator[list[pygame.Event], None, Waits]:
    """Give a window a size; return what it takes until that is seen, and until it is sharp."""
    assert watch.app
    assert watch.pane
    begin, first = time.process_time(), 0.0
    patience = time.time() + PATIENCE
    watch.pane.size = size
    while time.time() < patience:
        yield []
        seen = watch.app.canvas.seen
        if watch.spent[-1] < begin or seen is None or seen.size != size:
            continue
        first = first or watch.spent[-1]
        if not watch.app.canvas.waits:
            break
    return (first or time.process_time()) - begin, watch.spent[-1] - begin


def _smaller(large: Size, steps: int) -> Size:
    return large[0] - steps * STEP[0], large[1] - steps * STEP[1]
