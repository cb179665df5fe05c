"""What a class sees of its room wherever it is: how to join, the clock, how many have spoken.

And what is the same on all pages that only a class has.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import inf

from game.campaign.campaign import Campaign
from game.classroom.hosting import Address, Hosting
from game.frozen import dataclass
from game.room import door
from game.room.room import Room
from game.room.views import WallView
from game.screens import styles
from game.screens.foot import foot
from game.screens.frame import BANNER, areas, menu_spots
from game.screens.menus.runcode import draw_square
from game.screens.screen import Move, Office, Stay
from game.widgets.controls import (
    Press,
    Style,
    height_of,
    label,
    paper,
    row_of_buttons,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Hand, Sheet, Spot, moved
from game.widgets.typeset import Face

ON, BACK = "on", "back"
"""What the keys of a presenter do, in the line of keys."""


def moment_of(hosting: Hosting) -> tuple[int, int]:
    """Return what changes whenever there is something else to see: the room, the seconds left.

    A clock that stands has -1 of them.
    """
    clock = hosting.room.clock
    left = -(-clock.left_at(hosting.now()) // 1000) if clock.is_running else -1
    return hosting.changes, left


def due_of(hosting: Hosting) -> float:
    """Return after how many seconds the clock shows another figure; endless while it stands."""
    clock = hosting.room.clock
    left = clock.left_at(hosting.now())
    return ((left - 1) % 1000 + 2) / 1000 if clock.is_running else inf


@dataclass(frozen=True, slots=True)
class Shown:
    """A room as its wall shows it: taken once for every change."""

    campaign: Campaign
    room: Room
    view: WallView
    onward: str
    """What the next step would do; nothing where it would do nothing."""
    addresses: tuple[Address, ...]

    @property
    def address(self) -> str:
        """The likely address as one types it, or nothing."""
        return self.addresses[0].url if self.addresses else ""

    @property
    def link(self) -> str:
        """The address with the code in it, for the square."""
        return f"{self.address}/?code={self.view.shared.code}" if self.address else ""

    @property
    def clock(self) -> str:
        """The time that is left as minutes and seconds; nothing while no clock is set."""
        shared = self.view.shared
        if not shared.clock_left and not shared.clock_running:
            return ""
        minutes, seconds = divmod(-(-shared.clock_left // 1000), 60)
        return f"{minutes:02}:{seconds:02}"

    @property
    def standing(self) -> str:
        """How many are in the room, or have voted in it."""
        shared = self.view.shared
        if shared.is_open:
            return f"{shared.answered} of {shared.present} have voted"
        return f"{shared.present} in the room"


def shown_of(hosting: Hosting) -> Shown:
    """Return what a wall may show now."""
    campaign, room, now = hosting.campaign, hosting.room, hosting.now()
    view, onward = door.wall(campaign, room, now), door.onward(campaign, room, now)
    return Shown(campaign, room, view, onward, hosting.addresses)


class WallPage:
    """The part of a page that is the same on all that only a class has."""

    name = "wall-page"
    over = False
    margins = (60, 26)
    """Left and right, above and below."""

    def __init__(self, office: Office, shown: Shown) -> None:
        self.office = office
        self.shown = shown
        self.hand = Hand()

    def take(self, shown: Shown) -> None:
        """Show the room as it is now."""
        self.shown = shown

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def act(self, spot: str) -> Move:  # noqa: ARG002 - the wall does all there is to do
        """Nothing is pressed here but what the wall answers to."""
        return Stay()

    def where(self, draft: Draft, rect: Rect) -> None:
        """Draw the bar over the page."""
        title = str(self.shown.campaign.outline.title)
        bar(draft, rect, title, f"Classroom · {self.shown.view.shared.name}")

    def keys(self, draft: Draft) -> None:
        """Name the keys that only this page has: none."""

    def laid(
        self, look: Look, presses: list[Press], drawn: Callable[[Draft, Rect], object]
    ) -> Sheet:
        """Return what is drawn in the dark over buttons, the last of which is the main one."""
        draft, parts = Draft(look, self.hand), areas(look)
        draft.add(Fill(Rect(0, 0, *look.size), look.palette.wood))
        self.where(draft, parts.bar)
        whole = Rect(0, parts.bar.h, look.size[0], parts.foot.y - parts.bar.h)
        inside, main = whole.inset(*map(look.px, self.margins)), presses[-1].name
        used = row_of_buttons(draft.part(), inside, presses, main=main) + look.px(14)
        drawn(draft, inside._replace(h=inside.h - used))
        row_of_buttons(draft, inside, presses, main=main)
        self.keys(draft)
        menu_spots(draft)
        foot(draft, parts.foot, ((ON, "later"), (BACK, "earlier")))
        return draft.done()


def bare(address: str) -> str:
    """Return an address without what every browser adds by itself."""
    return address.removeprefix("http://")


def fitted(look: Look, text: str, style: Style, width: int, most: int) -> Style:
    """Return a style in which a text fits a width, up to so many pixels high."""
    px = most
    set_in = _of_height(look, style, px)
    while px > 12 and width_of(look, text, set_in) > width:
        px = px * 19 // 20
        set_in = _of_height(look, style, px)
    return set_in


def _of_height(look: Look, style: Style, px: int) -> Style:
    """Return a style as high as so many pixels, whatever size of text is set."""
    return replace(style, height=px * 100 / (look.scale * look.text))


def strip_height(look: Look) -> int:
    """Return how tall the strip with code and clock is."""
    style = _strip_style(look)
    return look.fonts.height(style.face, style.px(look)) + look.px(10)


def _strip_style(look: Look) -> Style:
    return Style(Face.HEAD_BOLD, 15, look.palette.cream, 1.0)


def under_strip(look: Look) -> Look:
    """Return the look of the window that remains under the strip."""
    size = (look.size[0], look.size[1] - strip_height(look))
    return replace(look, size=size, whole=look.whole or look.size)


def stripped(sheet: Sheet, look: Look, shown: Shown) -> Sheet:
    """Return a sheet laid out `under_strip` with the strip over it."""
    high = strip_height(look)
    draft = Draft(look, Hand())
    _strip(draft, Rect(0, 0, look.size[0], high), shown)
    marks = (*draft.marks, *(moved(one, 0, high) for one in sheet.marks))
    spots = tuple(
        replace(one, rect=one.rect.moved(0, high)) if one.rect.w else one for one in sheet.spots
    )
    scrolls = tuple(replace(one, rect=one.rect.moved(0, high)) for one in sheet.scrolls)
    return Sheet(look.size, marks, (*draft.spots, *spots), scrolls, sheet.focus)


def _strip(draft: Draft, rect: Rect, shown: Shown) -> None:
    """Draw code and address at the left, clock and count at the right, as far as there is room."""
    look, palette = draft.look, draft.look.palette
    style = _strip_style(look)
    draft.add(Fill(rect, palette.red))
    y = rect.y + (rect.h - look.fonts.height(style.face, style.px(look))) // 2
    x, right = rect.x + look.px(20), rect.right - look.px(20)
    code, gap = shown.view.shared.code, look.px(24)
    told = [f"Code {code}"]
    for text in (shown.clock, shown.standing):
        wide = width_of(look, text, style)
        if text and right - wide - gap > x + width_of(look, code, style):
            label(draft, right - wide, y, text, style)
            right -= wide + gap
            told.append(text)
    for text in (f"Join at {bare(shown.address)}   ·   {code}", f"Code {code}", code):
        if x + width_of(look, text, style) <= right:
            label(draft, x, y, text, style)
            break
    told.insert(1, f"join at {bare(shown.address)}")
    said = ", ".join(told)
    draft.spot(Spot("", "text", said, rect, enabled=False, within=(BANNER,)))


def bar(draft: Draft, rect: Rect, title: str, where: str) -> None:
    """Draw the bar over a page of the class: the game's name, and where one is."""
    look, palette = draft.look, draft.look.palette
    draft.add(Fill(rect, palette.night))
    draft.add(Fill(Rect(rect.x, rect.bottom - look.px(3), rect.w, look.px(3)), palette.red))
    x, brand, small = rect.x + look.px(20), styles.brand(palette), styles.bar(palette)
    room = rect.right - look.px(20)
    for text, style in ((title, brand), (where, small)):
        if x + width_of(look, text, style) <= room:
            high = look.fonts.height(style.face, style.px(look))
            y = rect.y + (rect.h - look.px(3) - high) // 2
            x += label(draft, x, y, text, style) + look.px(26)
    draft.spot(Spot("", "heading", f"{title}. {where}", rect, enabled=False, within=(BANNER,)))


def join_paper(draft: Draft, rect: Rect, shown: Shown) -> None:
    """Draw a paper on which those who come late read how to join."""
    look, palette = draft.look, draft.look.palette
    inner = rect.inset(look.px(18), look.px(14))
    head = Style(Face.HEAD, 16, palette.ink, 0.6, upper=True)
    address = fitted(look, bare(shown.address), Style(Face.HEAD, 18, palette.ink), inner.w, 200)
    address = min(address, Style(Face.HEAD, 18, palette.ink), key=lambda one: one.height)
    code = Style(Face.HEAD_BOLD, 0, palette.red, 4.0)
    code = fitted(look, shown.view.shared.code, code, inner.w, look.px(44))
    texts = ((("Join at", head), (bare(shown.address), address)), ((shown.view.shared.code, code),))
    high = sum(height_of(look, text, style, inner.w) for part in texts for text, style in part)
    side = min(inner.w, inner.h - high - look.px(14))
    if side < look.px(90) or not shown.link:
        side = 0
    paper(draft, rect._replace(h=high + side + look.px(42)))
    y = inner.y
    for text, style in texts[0]:
        y += write(draft, Rect(inner.x, y, inner.w, 0), text, style, align="center")
    if side:
        part = draft.part()
        wide = draw_square(part, (0, 0), shown.link, side)
        x = inner.x + (inner.w - wide) // 2
        draft.add(*(moved(one, x, y + look.px(7)) for one in part.marks))
        said = f"A square for telephones that leads to {bare(shown.address)}"
        draft.spot(Spot("", "picture", said, Rect(x, y, wide, wide), enabled=False))
        y += side + look.px(14)
    write(draft, Rect(inner.x, y, inner.w, 0), *texts[1][0], align="center")
