"""The maps of some lines in one month, side by side, and the months to choose from."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.words import Month, PlaceId
from game.playthrough.parting import Comparison
from game.playthrough.playthrough import Playthrough
from game.playthrough.theatre import places_near
from game.screens import styles
from game.screens.cartography import camera_on, layers_of, told
from game.screens.frame import inks_of
from game.screens.menu import tabs
from game.widgets.controls import Press, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.map.scene import Scene
from game.widgets.sheet import Chart, Draft, Fill, Spot
from game.words import wording

LEAST = 300
"""Pixels a map is wide at least, at 720 lines; with less, maps stand one below another."""


def months(campaign: Campaign, found: Comparison) -> tuple[Month, Month]:
    """Return the first and the last month that every line has a map of."""
    first = max(one.course.first for one in found.replays)
    return first, min(campaign.outline.chronicle, found.last)


def maps(
    draft: Draft,
    width: int,
    y: int,
    campaign: Campaign,
    lines: tuple[tuple[str, ...], Comparison, Month],
) -> int:
    """Draw the maps below `y`; return where they end.

    Args:
        draft: what is drawn on.
        width: how wide it is.
        y: where to begin.
        campaign: the campaign.
        lines: what the lines are called, the lines, and the month.
    """
    names, found, month = lines
    look = draft.look
    y = _choice(draft, width, y, campaign, (found, month))
    count, gap = len(names), look.px(16)
    beside = (width - gap * (count - 1)) // count >= look.px(LEAST)
    wide = (width - gap * (count - 1)) // count if beside else width
    row = y
    for number, (name, one) in enumerate(zip(names, found.replays, strict=True)):
        x = number * (wide + gap) if beside else 0
        top = row if beside else y
        high = write(draft, Rect(x, top, wide, 0), name, styles.subheading(look.palette))
        place = Rect(x, top + high, wide, wide * 3 // 4)
        _map(draft, place, campaign, one.playthrough, month)
        y = max(y, place.bottom) + (0 if beside else gap)
    return y


def _choice(
    draft: Draft, width: int, y: int, campaign: Campaign, what: tuple[Comparison, Month]
) -> int:
    """Write which month is seen, and the buttons, the telegrams and the strip that choose one."""
    (found, month), look = what, draft.look
    first, last = months(campaign, found)
    inner = Rect(look.px(6), y, width - look.px(12), 0)
    presses = [
        Press("month:-1", "A month back", "month-back", "month before", month > first),
        Press("month:1", "A month on", "month-on", "month after", month < last),
    ]
    high = row_of_buttons(draft.part(), inner, presses, main="")
    row_of_buttons(draft, inner._replace(h=high), presses, main="")
    said = f"{wording.month(month)}, as it was."
    style = styles.bold(look.palette)
    used = look.fonts.height(style.face, style.px(look))
    y += max(high, write(draft, Rect(0, y + (high - used) // 2, width // 2, 0), said, style))
    y += look.px(6)
    whens = [one.month for one in campaign.scenarios if first <= one.month <= last]
    words = {f"when:{one}": wording.month(one) for one in dict.fromkeys([first, *whens, last])}
    y += tabs(draft, inner._replace(y=y), words, f"when:{month}", keyed=False) + look.px(4)
    _strip(draft, inner._replace(y=y, h=look.px(8)), month.since(first), last.since(first))
    return y + look.px(16)


def _strip(draft: Draft, rect: Rect, at: int, of: int) -> None:
    """Draw how far the month lies between the first and the last one."""
    palette = draft.look.palette
    done = rect.left(rect.w * at // max(of, 1))
    draft.add(Fill(rect, palette.line), Fill(done, palette.red))


def _map(draft: Draft, rect: Rect, campaign: Campaign, made: Playthrough, month: Month) -> None:
    """Draw the theatre of the telegram that was answered last, as it was on one line."""
    places = theatre(campaign, month)
    look = draft.look
    camera = camera_on(campaign, places, rect.w / rect.h, (0.0, 0.0, 0.0, 0.0))
    layers = layers_of(campaign, made, month, truth=True, near=places)
    draft.add(Chart(rect, Scene(camera, layers, look.pt(13), inks=inks_of(look), is_alive=True)))
    said = told(campaign, made, places, month, truth=True)
    draft.spot(Spot("", "picture", said, rect, enabled=False))


def theatre(campaign: Campaign, month: Month) -> tuple[PlaceId, ...]:
    """Return the places that the telegram before a month, or else the first one, is about."""
    before = [one for one in campaign.scenarios if one.month <= month]
    return places_near((before or list(campaign.scenarios[:1]))[-1])
