"""What every screen of a campaign has around it: top bar, map, figures, line of keys."""

from __future__ import annotations

from enum import StrEnum

from game.campaign.campaign import Indicator
from game.campaign.scenario import Wanted
from game.campaign.words import Month, PlaceId
from game.frozen import dataclass
from game.playthrough.desk import OF_A_SCENARIO, Desk, Stage, replay_of
from game.playthrough.ghost import ghost_of
from game.screens import styles
from game.screens.cartography import camera_on, layers_of, places_told, told
from game.screens.flight import Flight, camera_at
from game.screens.foot import NOWHERE, foot_height
from game.screens.screen import Office
from game.widgets.controls import label, width_of
from game.widgets.geometry import Rect
from game.widgets.look import Color, Look
from game.widgets.map.camera import Camera
from game.widgets.map.colours import PLAIN, STARK, Inks
from game.widgets.map.layers import Layers
from game.widgets.map.scene import Scene
from game.widgets.sheet import Chart, Draft, Edge, Fade, Fill, Group, Sheet, Spot
from game.words import wording

BANNER = Group("banner", "Top of the window")
FIGURES = Group("figures", "Figures on the desk")
BEFORE = (Stage.SITUATION, Stage.TELEGRAM, Stage.COUNCIL, Stage.DECISION)


@dataclass(frozen=True, slots=True)
class Areas:
    """How a window is divided."""

    bar: Rect
    map: Rect
    panel: Rect
    """The dark column beside the map."""
    foot: Rect
    """The line of keys."""


def areas(look: Look) -> Areas:
    """Divide the window: the panel grows with the text until it takes the map's place."""
    width, height = look.size
    bar = max(
        look.px(44), look.fonts.height(styles.bar(look.palette).face, look.pt(14)) + look.px(16)
    )
    foot = foot_height(look)
    middle = Rect(0, bar, width, height - bar - foot)
    panel = round(480 * look.scale * max(look.text / 100, 1) ** 0.8)
    panel = min(max(panel, width * 3 // 8), width)
    if width - panel < look.px(300):
        panel = width
    return Areas(
        Rect(0, 0, width, bar),
        middle.left(width - panel),
        middle.after(width - panel),
        Rect(0, height - foot, width, foot),
    )


def top_bar(draft: Draft, rect: Rect, office: Office, desk: Desk, when: str) -> None:
    """Draw the game's name, the telegram and date, and the stages one can turn to."""
    look, palette = draft.look, draft.look.palette
    draft.add(Fill(rect, palette.night))
    draft.add(Fill(Rect(rect.x, rect.bottom - look.px(3), rect.w, look.px(3)), palette.red))
    left = rect.x + look.px(20)
    right = _stages(draft, rect, desk)
    scenarios = len(office.campaign.scenarios)
    whole = where = f"Telegram {min(desk.turn + 1, scenarios)} of {scenarios}  ·  {when}"
    title = str(office.campaign.outline.title)
    brand, bar = styles.brand(palette), styles.bar(palette)
    wide = width_of(look, title, brand) + look.px(26)
    if left + wide + width_of(look, where, bar) < right:
        label(draft, left, _middle(look, rect, brand.px(look)), title, brand)
        left += wide
    if left + width_of(look, where, bar) > right:
        where = f"{desk.turn + 1}/{scenarios}  ·  {when}"
    if left + width_of(look, where, bar) > right:
        where = when
    label(draft, left, _middle(look, rect, bar.px(look)), where, bar)
    draft.spot(Spot("", "heading", whole, rect, enabled=False, within=(BANNER,)))


def _middle(look: Look, rect: Rect, px: int) -> int:
    return rect.y + (rect.h - look.px(3) - round(px * 1.3)) // 2


def _stages(draft: Draft, rect: Rect, desk: Desk) -> int:
    """Draw the stages from the right, or only the present one; return where they begin."""
    look, palette = draft.look, draft.look.palette
    gap = look.px(18)
    style = styles.stage(palette, here=False)
    widths = [width_of(look, str(one), style) for one in OF_A_SCENARIO]
    shown = list(OF_A_SCENARIO)
    if sum(widths) + gap * len(widths) > rect.w * 0.52:
        shown = [one for one in shown if one is desk.stage]
    widths = [
        width_of(look, str(one), styles.stage(palette, here=one is desk.stage)) for one in shown
    ]
    x = begin = rect.right - look.px(20) - sum(widths) - gap * (len(shown) - 1)
    for one, width in zip(shown, widths, strict=True):
        here = one is desk.stage
        style = styles.stage(palette, here=here)
        y = _middle(look, rect, style.px(look))
        label(draft, x, y, str(one), style)
        tall = look.fonts.height(style.face, style.px(look))
        if here:
            draft.add(Fill(Rect(x, y + tall, width, look.px(2)), palette.gold))
        if can_turn(desk, one):
            place = Rect(x, rect.y, width, rect.h - look.px(3))
            back = f"Back to the {one}"
            draft.spot(Spot(f"stage:{one}", "button", back, place, within=(BANNER,)))
        x += width + gap
    return begin - gap


def can_turn(desk: Desk, stage: Stage) -> bool:
    """Return whether the player may turn to a stage from where they are."""
    if stage is desk.stage:
        return False
    if desk.stage in BEFORE:
        return stage in BEFORE and BEFORE.index(stage) < BEFORE.index(desk.stage)
    return {stage, desk.stage} == {Stage.CONSEQUENCES, Stage.RECORD} and stage is Stage.CONSEQUENCES


def menu_spots(draft: Draft) -> None:
    """Add the keys that work everywhere: key of the map, notebook, menu."""
    draft.spot(Spot("key", "button", "Key of the map", NOWHERE, "key", "key of the map"))
    draft.spot(
        Spot("notebook", "button", "Encyclopaedia", NOWHERE, "encyclopaedia", "encyclopaedia")
    )
    draft.spot(Spot("menu", "button", "Menu", NOWHERE, "back", "menu"))


@dataclass(frozen=True, slots=True)
class Sight:
    """What the map shows."""

    places: tuple[PlaceId, ...]
    month: Month
    truth: bool = False
    dim: float = 0.0
    gone: float = 0.0
    """The share of the month that has passed, from 0 to 1."""
    covered: float = 0.0
    """The share of the map, from below, that other things will cover."""
    is_alive: bool = False
    """Whether months pass on it."""
    foot: int | None = None
    """Pixels at its lower edge that figures cover; none when they are its own, of its width."""
    is_second: bool = False
    """Whether another map beside it is the one that tells what moves."""


def inks_of(look: Look) -> Inks:
    """Return what the map is printed with: more contrast where the player wants it."""
    return STARK if look.stark else PLAIN


def chart(
    draft: Draft, rect: Rect, office: Office, desk: Desk, sight: Sight, flight: Flight
) -> None:
    """Draw the map with the camera on its way."""
    if rect.w < 8 or rect.h < 8:
        return
    look = draft.look
    aspect = rect.w / rect.h
    shown = figures_height(look, office, rect) if sight.foot is None else sight.foot
    low = max(min(look.px(70) / rect.h, 0.2), min(shown / rect.h, 0.6), sight.covered)

    def held(places: tuple[PlaceId, ...]) -> Camera:
        return camera_on(office.campaign, places, aspect, (0.0, 0.0, 0.0, low))

    foot = max(round(rect.h * sight.covered), shown)
    inks, there, layers = inks_of(look), held(sight.places), _layers(office, desk, sight)
    scene = Scene(there, layers, look.pt(13), sight.dim, foot, inks, sight.is_alive)
    if look.motion and flight.share < 1:
        start = camera_at(flight.start, held)
        draft.add(Chart(rect, scene, scene, start).flown(flight.share))
    else:
        draft.add(Chart(rect, scene))
    draft.spot(Spot("", "picture", _said(office, desk, sight), rect, enabled=False))


def _said(office: Office, desk: Desk, sight: Sight) -> str:
    """Return what the map shows, in words."""
    if sight.is_second:
        return f"Second map: {places_told(office.campaign, sight.places)}."
    return told(office.campaign, desk.playthrough, sight.places, sight.month, truth=sight.truth)


def _layers(office: Office, desk: Desk, sight: Sight) -> Layers:
    """Return what lies on the map."""
    return layers_of(
        office.campaign,
        desk.playthrough,
        sight.month,
        truth=sight.truth,
        near=sight.places,
        gone=sight.gone,
    )


def lone(draft: Draft, office: Office, desk: Desk, sight: Sight) -> Sheet:
    """Return a sheet with nothing but the map, in the whole window."""
    whole = Rect(0, 0, *draft.look.size)
    chart(draft, whole, office, desk, sight, Flight(sight.places, sight.places, share=1.0))
    return draft.done()


def figures(
    draft: Draft, rect: Rect, office: Office, desk: Desk, month: Month, come: float = 1.0
) -> None:
    """Draw the indicators along the lower edge of the map, in as many rows as they need.

    `come` is how far their bars have moved from where they stood the month before.
    """
    look = draft.look
    inner, gap = rect.inset(look.px(10), look.px(12)), look.px(6)
    rows, tall = _figures(look, office, rect), _figure_height(look)
    for number, row in enumerate(rows):
        x, y = inner.x, inner.bottom - (len(rows) - number) * (tall + gap) + gap
        for indicator, width in row:
            _figure(draft, Rect(x, y, width, tall), office, desk, (indicator, month, come))
            x += width + gap


def figures_height(look: Look, office: Office, rect: Rect) -> int:
    """Return how many pixels of the map the indicators cover at its lower edge."""
    rows = _figures(look, office, rect)
    return len(rows) * (_figure_height(look) + look.px(6)) + look.px(12) if rows else 0


def _figure_height(look: Look) -> int:
    style = styles.figure(look.palette)
    return look.fonts.height(style.face, style.px(look)) + look.px(26)


def _figures(look: Look, office: Office, rect: Rect) -> list[list[tuple[Indicator, int]]]:
    """Return the indicators in rows, each with its width; none where there is no room for them."""
    inner, gap = rect.inset(look.px(10), look.px(12)), look.px(6)
    if inner.w < look.px(160):
        return []
    rows = _rows(look, office.campaign.outline.indicators, inner.w, gap)
    return [] if len(rows) * (_figure_height(look) + gap) > inner.h * 2 // 3 else rows


def _rows(
    look: Look, indicators: tuple[Indicator, ...], room: int, gap: int
) -> list[list[tuple[Indicator, int]]]:
    """Share the indicators out: in one row if they fit, else in rows of equal columns."""
    name, value = styles.figure(look.palette), styles.value(look.palette)
    figure = width_of(look, "000k", value) + look.px(22)
    needs = [width_of(look, str(one.title), name) + figure for one in indicators]
    spare = room - sum(needs) - gap * (len(needs) - 1)
    if spare >= 0:
        more = spare // len(needs)
        return [[(one, need + more) for one, need in zip(indicators, needs, strict=True)]]
    count = max((room + gap) // (max(needs) + gap), 1)
    count = -(-len(indicators) // -(-len(indicators) // count))
    width = (room - gap * (count - 1)) // count
    starts = range(0, len(indicators), count)
    return [[(one, width) for one in indicators[n : n + count]] for n in starts]


def _figure(
    draft: Draft, rect: Rect, office: Office, desk: Desk, shown: tuple[Indicator, Month, float]
) -> None:
    indicator, month, come = shown
    look, palette = draft.look, draft.look.palette
    course = replay_of(office.campaign, desk).course
    value = course.at(month, indicator.quantity)
    text = wording.number(value, wording.shown_as(office.campaign)[str(indicator.quantity)])
    short = wording.brief(text)
    draft.add(Fill(rect, palette.night, 235))
    pad = look.px(8)
    name, figure = styles.figure(palette), styles.value(palette)
    label(draft, rect.x + pad, rect.y + look.px(5), str(indicator.title), name)
    width = width_of(look, short, figure)
    label(draft, rect.right - pad - width, rect.y + look.px(5), short, figure)
    before = course.at(month.plus(-1), indicator.quantity) if come < 1 else value
    there = documented(office, desk, indicator, month)
    rail = Rect(rect.x + pad, rect.bottom - look.px(15), rect.w - 2 * pad, look.px(8))
    share = _share(indicator, before + (value - before) * come)
    standing = standing_of(indicator, _share(indicator, value))
    bar(draft, rail, share, tone(look, standing), notch=NOTCHES[standing])
    said = f"{indicator.title}: {text}. {standing}{indicator.meaning}"
    if there is not None:
        _tick(draft, rail, _share(indicator, there))
        path = wording.number(there, wording.shown_as(office.campaign)[str(indicator.quantity)])
        said = f"{said} On the documented path: {path}."
    draft.spot(Spot("", "bar", said, rect, enabled=False, value=text, within=(FIGURES,)))


def _share(indicator: Indicator, value: float) -> float:
    """Return where a value lies on an indicator's bar, from 0 to 1."""
    return min(max((value - indicator.low) / (indicator.high - indicator.low), 0), 1)


def documented(office: Office, desk: Desk, indicator: Indicator, month: Month) -> float | None:
    """Return a figure on the documented path; none before the first record has told of it.

    While months pass it is not told either: it would name the answer of the record to come.
    """
    if not desk.playthrough.line or desk.stage is Stage.CONSEQUENCES:
        return None
    return ghost_of(office.campaign, desk.playthrough).course.at(month, indicator.quantity)


def _tick(draft: Draft, rail: Rect, share: float) -> None:
    """Mark a place on a bar: light with a dark edge, so that it shows on bar and rail alike."""
    look = draft.look
    wide, out = max(look.px(3), 2), look.px(4)
    x = min(max(rail.x + round(rail.w * share) - wide // 2, rail.x), rail.right - wide)
    mark = Rect(x, rail.y - out, wide, rail.h + 2 * out)
    draft.add(Fill(mark.inset(-look.px(1), 0), look.palette.night), Fill(mark, look.palette.cream))


class Standing(StrEnum):
    """How a figure stands, as a reader hears it."""

    BADLY = "It stands badly. "
    POORLY = "It could stand better. "
    WELL = "It stands well. "
    NEITHER = ""


NOTCHES = {Standing.BADLY: 6, Standing.POORLY: 16, Standing.WELL: 0, Standing.NEITHER: 0}
"""How far apart a bar is notched, in pixels at 720 lines: what stands badly is seen without red."""


def standing_of(indicator: Indicator, share: float) -> Standing:
    """Return how an indicator stands at a share of its scale."""
    good = share if indicator.wanted is Wanted.MORE else 1 - share
    if indicator.wanted is Wanted.NEITHER:
        return Standing.NEITHER
    if good < 0.34:
        return Standing.BADLY
    return Standing.POORLY if good < 0.5 else Standing.WELL


def tone(look: Look, standing: Standing) -> Color:
    """Return the colour of a bar; its notches and its figure tell the same."""
    palette = look.palette
    return {
        Standing.BADLY: palette.bright_red,
        Standing.POORLY: palette.ochre,
        Standing.WELL: palette.muted,
        Standing.NEITHER: palette.slate,
    }[standing]


def bar(draft: Draft, rail: Rect, share: float, color: Color, *, notch: int = 0) -> None:
    """Draw a bar in its rail, filled to a share, with notches so many pixels apart."""
    look, palette = draft.look, draft.look.palette
    draft.add(Fill(rail, palette.night), Edge(rail, palette.dim, 1))
    filled = rail.inset(1).left(round((rail.w - 2) * share))
    draft.add(Fill(filled, color))
    if notch:
        gap = max(look.px(2), 1)
        for x in range(filled.x + look.px(notch), filled.right, look.px(notch) + gap):
            draft.add(Fill(Rect(x, filled.y, gap, filled.h), palette.night))


def backdrop(draft: Draft, rect: Rect) -> None:
    """Draw the dark wood of a panel."""
    draft.add(Fill(rect, draft.look.palette.wood))
    edge = Rect(rect.x, rect.y, draft.look.px(14), rect.h)
    draft.add(Fade(edge, draft.look.palette.night, 200, 0, across=True))


def rule(draft: Draft, x: int, y: int, width: int) -> None:
    """Draw a thin line on paper."""
    draft.add(Fill(Rect(x, y, width, 1), draft.look.palette.rule))
