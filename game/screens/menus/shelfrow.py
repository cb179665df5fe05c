"""A playthrough on the shelf: what is known of it at a glance."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from game.chronicle.figures import share_of
from game.playthrough.desk import Stage
from game.playthrough.glance import Glance, on_the_way
from game.playthrough.playthrough import continues
from game.screens.menus.covered import boxes
from game.screens.screen import ShelfRow
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft, Edge, Fill

FILTERS = {
    "filter:playthroughs": "Playthroughs",
    "filter:over": "Finished",
    "filter:yours": "Yours",
    "filter:every": "Every save",
}


def playthroughs(rows: Iterable[ShelfRow]) -> tuple[ShelfRow, ...]:
    """Return the rows without the automatic saves on the way to one that is shown."""
    kept: list[ShelfRow] = []
    all_rows = tuple(rows)
    passed = set(on_the_way(one.desk.playthrough for one in all_rows))
    for row in all_rows:
        made = row.desk.playthrough
        if not row.automatic or made not in passed:
            kept.append(row)
            passed.add(made)  # an older save of the same is shown once
    return tuple(kept)


@lru_cache(maxsize=4)  # a list of years is not gone through for every picture
def shown(rows: tuple[ShelfRow, ...], which: str) -> tuple[ShelfRow, ...]:
    """Return the rows that a filter lets through."""
    match which:
        case "filter:over":
            return tuple(one for one in playthroughs(rows) if one.desk.stage is Stage.CHRONICLE)
        case "filter:yours":
            return tuple(one for one in rows if not one.automatic)
        case "filter:every":
            return rows
        case _:
            return playthroughs(rows)


def belonging(rows: tuple[ShelfRow, ...], row: ShelfRow) -> tuple[ShelfRow, ...]:
    """Return a row and the automatic saves on the way to it that lead to no other one."""
    others = [one for one in playthroughs(rows) if one is not row]
    return (
        row,
        *(
            one
            for one in rows
            if one is not row
            and one.automatic
            and continues(one.desk.playthrough, row.desk.playthrough)
            and not any(continues(one.desk.playthrough, other.desk.playthrough) for other in others)
        ),
    )


def thumbnail(draft: Draft, rect: Rect, facts: Glance) -> None:
    """Draw a bar for each axis of one that is over, or a box for each answer given."""
    look, palette = draft.look, draft.look.palette
    if facts.reached is None:
        boxes(draft, Rect(rect.x, rect.y, look.px(10), look.px(10)), facts.answers)
        return
    step = min(look.px(10), rect.h // max(len(facts.reached.axes), 1))
    high = max(step * 6 // 10, 2)
    for number, (axis, value) in enumerate(facts.reached.axes):
        rail = Rect(rect.x, rect.y + number * step, rect.w, high)
        filled = rail.left(round(rail.w * share_of(axis, value)))
        draft.add(Fill(rail, palette.night), Fill(filled, palette.ochre))
        draft.add(Edge(rail, palette.dim, max(look.px(1), 1)))
