"""What comes of an argument: the record, where the line leads, its curves and its ledger."""

from __future__ import annotations

from game.chronicle import comparing, revisionnote
from game.chronicle.beside import curves_beside
from game.chronicle.revisionnote import NAMES, NO_ROW, NOW, WAS
from game.diagrams.layout import laid
from game.playthrough.revision import Argued, called
from game.screens import styles
from game.screens.curves import scale_of
from game.screens.frame import rule
from game.widgets.controls import write
from game.widgets.geometry import Rect
from game.widgets.plot import measure, on_paper, plot
from game.widgets.sheet import Draft, Spot


def ends(draft: Draft, width: int, y: int, argued: Argued) -> int:
    """Write all that came of an argument below `y`; return where it ends."""
    y = _changed(draft, width, y, argued)
    y = _told(draft, width, y, "Does the record still hold?", revisionnote.held(argued))
    y = _told(draft, width, y, "Where it led", revisionnote.stopped(argued))
    for title, was, now in revisionnote.ends(argued):
        alike = f"{title}: {now}, as it was" if was == now else f"{title}: {now} instead of {was}"
        y += _line(draft, width, y, f"{alike}.", is_apart=was != now)
    y = figures(draft, width, _told(draft, width, y, "Month by month", ()), argued)
    return _ledger(draft, width, _told(draft, width, y, "Rows of the ledger", ()), argued)


def _changed(draft: Draft, width: int, y: int, argued: Argued) -> int:
    reading = argued.found.replays[0].playthrough.reading
    lines = [
        f"{called(one.parameter)}: {revisionnote.change(argued.campaign, reading, one)}"
        for one in argued.revisions
    ]
    return _told(draft, width, y, "What is changed", lines)


def _told(draft: Draft, width: int, y: int, title: str, lines: list[str] | tuple[str, ...]) -> int:
    """Write a heading and sentences under it; return where they end."""
    look, palette = draft.look, draft.look.palette
    y += look.px(12)
    rule(draft, 0, y, width)
    y += look.px(6)
    y += write(draft, Rect(0, y, width, 0), title, styles.subheading(palette), role="heading")
    for line in lines:
        y += _line(draft, width, y, line)
    return y


def _line(draft: Draft, width: int, y: int, text: str, *, is_apart: bool = False) -> int:
    """Write one sentence, with weight if something differs; return its height."""
    palette = draft.look.palette
    style = styles.bold(palette) if is_apart else styles.text(palette)
    return write(draft, Rect(0, y, width, 0), text, style) + draft.look.px(3)


def figures(draft: Draft, width: int, y: int, argued: Argued) -> int:
    """Draw every figure of the desk, as it was and as argued; return where they end."""
    look, scale = draft.look, scale_of(draft.look)
    head = styles.subheading(look.palette)
    for diagram in curves_beside(argued.campaign, argued.found, NAMES):
        y += look.px(8)
        y += write(draft, Rect(0, y, width, 0), diagram.title, head, role="heading")
        picture = laid(diagram, width / scale, measure(look.fonts, scale))
        draft.add(*plot(picture, (0, y), scale, on_paper(look.palette), look.fonts))
        place = Rect(0, y, width, round(picture.height * scale))
        draft.spot(Spot("", "picture", picture.alt, place, enabled=False))
        y = place.bottom
    return y


def _ledger(draft: Draft, width: int, y: int, argued: Argued) -> int:
    """Write each row that reads otherwise, telegram by telegram."""
    campaign, found = argued.campaign, argued.found
    turns = range(min(len(one.steps) for one in found.replays))
    rows = [(turn, row) for turn in turns for row in comparing.rows_apart(campaign, found, turn)]
    if not rows:
        return y + _line(draft, width, y, NO_ROW)
    for turn, row in rows:
        y += _line(draft, width, y, f"Telegram {turn + 1}. {row.title}", is_apart=True)
        for name, text in zip((WAS, NOW), row.told, strict=True):
            y += _line(draft, width, y, f"{name}: {text}")
    return y
