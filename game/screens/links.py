"""Words that the encyclopaedia explains: marked in every text, with a card, and a way to the entry.

A finished sheet is read once more: what its texts name is underlined, and what the hand is on has
its sentence beside it. So every text has its links, whichever screen wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Protocol, runtime_checkable

from game.campaign.campaign import Campaign, Entry
from game.campaign.glossary import Glossary
from game.campaign.words import Id
from game.frozen import dataclass
from game.screens import styles
from game.screens.overlay import titled
from game.screens.screen import Screen
from game.widgets.controls import paper, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Clipped, Draft, Edge, Fill, Hand, Ink, Op, Sheet, Spot, Tilted
from game.widgets.typeset import Face

READ = (Face.TEXT, Face.TEXT_BOLD, Face.TEXT_ITALIC, Face.TYPED)
"""The faces of texts; what is set in others is a label, a button or a heading."""
CITES = "Sources: "
"""How a line begins that only says where something is from."""
QUIET = 120
"""The alpha of the line under a word that the hand is not on."""


@runtime_checkable
class Explains(Protocol):
    """A screen on which an entry lies open: it does not lead to itself."""

    entry: Entry | None


class Links:
    """The links of a campaign's texts."""

    def __init__(self, campaign: Campaign) -> None:
        self.campaign = campaign
        self.glossary = Glossary(campaign)

    def linked(self, screen: Screen, sheet: Sheet, look: Look) -> Sheet:
        """Return a screen's sheet with its links, and the card of the one the hand is on."""
        entry = screen.entry if isinstance(screen, Explains) else None
        reader = _Reader(self.glossary, look, screen.hand, str(entry.id) if entry else "")
        marks = reader.marked(sheet.marks)
        names = {one.rect: one.name for one in sheet.scrolls}
        spots = [replace(one, scroll=names.get(window, "")) for one, window in reader.found]
        linked = replace(sheet, marks=marks, spots=(*sheet.spots, *spots))
        here = _seen(linked, screen.hand)
        return (
            _with_card(linked, look, here, self.glossary.entries[Id(here.about)])
            if here
            else linked
        )


@lru_cache(maxsize=1)
def links_of(campaign: Campaign) -> Links:
    """Return the links of a campaign's texts, made once."""
    return Links(campaign)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a paragraph, and where its first letter stands in it."""

    ink: Ink
    start: int


class _Reader:
    """Goes through a sheet's texts and notes what they name."""

    def __init__(self, glossary: Glossary, look: Look, hand: Hand, but: str) -> None:
        self.glossary, self.look, self.hand, self.but = glossary, look, hand, but
        self.found: list[tuple[Spot, Rect]] = []
        """Each link, and the rectangle through which it is seen."""
        self.count = 0

    def marked(self, marks: tuple[Op, ...], window: Rect | None = None) -> tuple[Op, ...]:
        """Return marks with a line under each word that has an entry."""
        window = window or Rect(0, 0, *self.look.size)
        done: list[Op] = []
        for is_text, run in groupby(marks, lambda one: isinstance(one, Ink) and one.face in READ):
            together = list(run)
            if not is_text:
                done += (self.inside(mark, window) for mark in together)
                continue
            done += together
            for lines in paragraphs([mark for mark in together if isinstance(mark, Ink)]):
                done += self.words(lines, window)
        return tuple(done)

    def inside(self, mark: Op, window: Rect) -> Op:
        """Return a mark with its own texts marked."""
        match mark:
            case Clipped(rect, marks):
                return Clipped(rect, self.marked(marks, rect))
            case Tilted():
                return replace(mark, marks=self.marked(mark.marks, window))
            case _:
                return mark

    def words(self, lines: list[_Line], window: Rect) -> Iterator[Op]:
        """Yield the lines under the words of one paragraph, and note where they can be pressed."""
        text = " ".join(line.ink.text for line in lines)
        if text.startswith(CITES):
            return
        for named in self.glossary.named(text):
            if named.entry == self.but:
                continue
            self.count += 1
            entry = self.glossary.entries[named.entry]
            name = f"word:{self.count}:{entry.id}"
            for line in lines:
                rect = self.part(line, named.start, named.end)
                if rect.w > 0:
                    yield self.under(rect, line.ink, name)
                    label = f"{entry.title}. {entry.first}"
                    spot = Spot(name, "link", label, rect, about=str(entry.id))
                    self.found.append((spot, window))

    def part(self, line: _Line, start: int, end: int) -> Rect:
        """Return where letters of a paragraph stand in one of its lines; narrow if nowhere."""
        ink, fonts = line.ink, self.look.fonts
        first, last = max(start - line.start, 0), min(end - line.start, len(ink.text))
        if last <= first:
            return Rect(ink.rect.x, ink.rect.y, 0, 0)
        before, upto = (
            fonts.width(ink.text[:count], ink.face, ink.px, ink.spacing) for count in (first, last)
        )
        return Rect(ink.rect.x + before, ink.rect.y, upto - before, ink.rect.h)

    def under(self, rect: Rect, ink: Ink, name: str) -> Op:
        """Return the line under a word: strong while the hand is on it."""
        look = self.look
        here = name in (self.hand.focus, self.hand.hover)
        thick = max(look.px(2 if here else 1), 1)
        y = rect.y + round(ink.rect.h * 0.86)
        color = look.palette.ochre if here else ink.color
        return Fill(Rect(rect.x, y, rect.w, thick), color, 255 if here else QUIET)


def paragraphs(inks: list[Ink]) -> Iterator[list[_Line]]:
    """Yield lines that belong together: set alike, one right below the other."""
    lines: list[_Line] = []
    for ink in inks:
        before = lines[-1].ink if lines else None
        if before and not _goes_on(before, ink):
            yield lines
            lines = []
        start = lines[-1].start + len(lines[-1].ink.text) + 1 if lines else 0
        lines.append(_Line(ink, start))
    if lines:
        yield lines


def _goes_on(before: Ink, ink: Ink) -> bool:
    alike = (before.face, before.px, before.color) == (ink.face, ink.px, ink.color)
    return alike and ink.rect.x == before.rect.x and ink.rect.y == before.rect.bottom


def _seen(sheet: Sheet, hand: Hand) -> Spot | None:
    """Return the link that the hand is on and that is in sight: the mouse comes first."""
    windows = {one.name: one.rect for one in sheet.scrolls}
    whole = Rect(0, 0, *sheet.size)
    for name in filter(None, (hand.hover, hand.focus)):
        for spot in sheet.spots:
            is_here = spot.role == "link" and spot.name == name
            if is_here and spot.rect.meets(windows.get(spot.scroll, whole)):
                return spot
    return None


def _with_card(sheet: Sheet, look: Look, spot: Spot, entry: Entry) -> Sheet:
    """Return a sheet with one sentence about a word laid below it, or above where it is low."""
    draft = Draft(look, Hand())
    pad, gap = look.px(14), look.px(6)
    width = min(look.px(400) * max(look.text, 100) // 100, look.size[0] - look.px(24))
    inner = width - 2 * pad
    height = _words(draft.part(), Rect(0, 0, inner, 0), entry) + 2 * look.px(10)
    x = min(max(spot.rect.x - pad, look.px(12)), look.size[0] - width - look.px(12))
    below = spot.rect.bottom + gap
    y = below if below + height <= look.size[1] else max(spot.rect.y - gap - height, 0)
    card = Rect(x, y, width, height)
    paper(draft, card)
    draft.add(Edge(card, look.palette.ochre, max(look.px(2), 1)))
    _words(draft, Rect(x + pad, y + look.px(10), inner, 0), entry)
    spots = (replace(one, enabled=False) for one in draft.spots)
    return replace(sheet, marks=(*sheet.marks, *draft.marks), spots=(*sheet.spots, *spots))


def _words(draft: Draft, rect: Rect, entry: Entry) -> int:
    """Write what a card says; return its height."""
    look, palette = draft.look, draft.look.palette
    y = rect.y + titled(draft, rect, str(entry.title), entry.grade)
    y += write(draft, Rect(rect.x, y, rect.w, 0), str(entry.first), styles.text(palette))
    how = f"Click or {look.named(['advance'])}: the whole entry"
    y += look.px(4)
    y += write(draft, Rect(rect.x, y, rect.w, 0), how, styles.small(palette), role="")
    return y - rect.y
