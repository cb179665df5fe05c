"""Colours that are seen: contrast by WCAG, and what the colour-blind make of them."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.campaign.campaign import Campaign
from game.campaign.scenario import Wanted
from game.playthrough.desk import Stage
from game.screens.frame import NOTCHES, Standing, standing_of, tone
from game.widgets.look import PLAIN, STARK, Color, Palette
from game.widgets.map.colours import PLAIN as PRINTED
from game.widgets.map.colours import STARK as PRINTED_STARK
from game.widgets.map.colours import Inks
from game.widgets.sheet import Edge, Fill, Stroke
from game.words import wording
from tests.screens.player import seated
from tests.screens.test_eye import contrast

TEXT, GRAPHIC = 4.5, 3.0
"""The least contrast of text, and of what has a meaning without being text (WCAG AA)."""
PALETTES = pytest.mark.parametrize("palette", [PLAIN, STARK], ids=["plain", "stark"])
WRITTEN = {
    "paper": ("ink", "faded", "red"),
    "shade": ("ink", "faded"),
    "night": ("cream", "muted", "dim", "gold"),
    "wood": ("cream", "muted", "dim", "gold"),
    "line": ("cream", "muted"),
    "red": ("cream",),
    "moss": ("cream",),
    "faded": ("cream",),
}
"""On each ground, the colours in which something is written."""
DRAWN = {
    "paper": ("ink", "red", "faded", "moss"),
    "night": ("dim", "gold", "cream", "bright_red", "ochre", "muted", "slate"),
    "wood": ("dim", "gold", "cream", "bright_red", "ochre"),
    "red": ("cream",),
}
"""On each ground, the colours of edges, bars, signs and rings that mean something."""


def pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return ground and colour of every pair."""
    return [(ground, color) for ground, colors in table.items() for color in colors]


@PALETTES
@pytest.mark.parametrize(("ground", "color"), pairs(WRITTEN))
def test_what_is_written_stands_out(palette: Palette, ground: str, color: str) -> None:
    assert contrast(getattr(palette, color), getattr(palette, ground)) >= TEXT


@PALETTES
@pytest.mark.parametrize(("ground", "color"), pairs(DRAWN))
def test_what_is_drawn_stands_out(palette: Palette, ground: str, color: str) -> None:
    assert contrast(getattr(palette, color), getattr(palette, ground)) >= GRAPHIC


@PALETTES
@pytest.mark.parametrize("ground", ["paper", "shade", "night", "wood", "line"])
def test_the_ring_of_the_focus_stands_out_on_every_ground(palette: Palette, ground: str) -> None:
    """It has two colours: one of them does."""
    under = getattr(palette, ground)

    assert max(contrast(one, under) for one in (palette.gold, palette.ink)) >= GRAPHIC


@pytest.mark.parametrize("inks", [PRINTED, PRINTED_STARK], ids=["plain", "stark"])
@pytest.mark.parametrize("name", ["ink", "red", "moss", "slate", "muted"])
def test_lines_and_signs_on_the_map_stand_out_from_the_land(name: str, inks: Inks) -> None:
    """Ochre arrows have a rim of ink; their own colour need not."""
    assert contrast(rgb(getattr(inks, name)), rgb(inks.land)) >= GRAPHIC


def rgb(text: str) -> Color:
    """Return a colour from its six digits."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


# --- the colour-blind ---

Matrix = tuple[tuple[float, float, float], ...]
PROTANOPIA: Matrix = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA: Matrix = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
"""Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light."""
APART = 20.0
"""The least distance in CIELAB of two colours that are told apart at a glance."""
MEANING = {
    "the signs of the ledger": ("moss", "red", "faded"),
    "the bars of the desk": ("bright_red", "ochre", "muted", "slate"),
    "the bars of the chronicle": ("bright_red", "ochre", "cream"),
}
"""The colours that tell something, side by side."""


def linear(color: Color) -> list[float]:
    """Return a colour as linear light."""
    shares = [value / 255 for value in color]
    return [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]


def seen_with(color: Color, matrix: Matrix) -> list[float]:
    """Return the linear light that somebody colour-blind makes of a colour."""
    light = linear(color)
    mixed = (sum(a * b for a, b in zip(row, light, strict=True)) for row in matrix)
    return [min(max(one, 0.0), 1.0) for one in mixed]


def lab(light: list[float]) -> tuple[float, float, float]:
    """Return linear light in CIELAB, under daylight (D65)."""
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: Color, other: Color, matrix: Matrix) -> float:
    """Return how far apart two colours are for somebody colour-blind."""
    first, second = (lab(seen_with(color, matrix)) for color in (one, other))
    return float(sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5)


def test_the_simulation_leaves_grey_grey_and_takes_red_from_green() -> None:
    grey = (120, 120, 120)
    red, green = (200, 60, 60), (97, 112, 40)

    assert distance(grey, (130, 120, 110), DEUTERANOPIA) < APART
    assert lab(seen_with(grey, PROTANOPIA))[1:] == pytest.approx((0, 0), abs=0.5)
    assert distance(red, green, DEUTERANOPIA) < distance(red, (60, 60, 200), DEUTERANOPIA) / 2


SIGNED = {("moss", "red"), ("moss", "faded"), ("red", "faded"), ("bright_red", "ochre")}
"""Pairs too near to one another for somebody: the ledger has +, - and = besides, bars notches."""


def test_colours_with_a_meaning_are_told_apart_or_have_a_sign() -> None:
    near = {
        pair
        for names in MEANING.values()
        for pair in combinations(names, 2)
        for palette in (PLAIN, STARK)
        for matrix in (PROTANOPIA, DEUTERANOPIA)
        if distance(getattr(palette, pair[0]), getattr(palette, pair[1]), matrix) < APART
    }

    assert near == SIGNED


def test_gain_loss_and_neither_have_signs_of_their_own() -> None:
    assert len({wording.sign(gain) for gain in (1, 0, -1)}) == 3


def test_how_a_figure_stands_is_seen_without_its_colour(harbour: Campaign) -> None:
    at = seated(harbour, 0, Stage.SITUATION)
    look = at.app.look(at.size)
    colors = {one: tone(look, one) for one in Standing}

    assert len(set(colors.values())) == len(Standing)
    assert len({NOTCHES[one] for one in (Standing.BADLY, Standing.POORLY, Standing.WELL)}) == 3


def test_a_bar_that_stands_badly_is_notched_and_says_so(shipped: Campaign) -> None:
    player = seated(shipped, 1, Stage.SITUATION)
    bars = [one for one in player.sheet.spots if one.role == "bar"]
    palette = player.app.look(player.size).palette
    worst = next(one for one in bars if "It stands badly." in one.label)
    best = next(one for one in bars if "It stands well." in one.label)

    notches = [
        one
        for one in player.sheet.marks
        if isinstance(one, Fill) and one.color == palette.night and one.rect.w <= 2
    ]

    assert len([one for one in notches if one.rect.meets(worst.rect)]) > 2
    assert [one for one in notches if one.rect.meets(best.rect)] == []


@pytest.mark.parametrize(
    ("share", "standing"), [(0.1, Standing.BADLY), (0.4, Standing.POORLY), (0.9, Standing.WELL)]
)
def test_a_figure_stands_as_far_up_its_scale_as_is_wanted(
    shipped: Campaign, share: float, standing: Standing
) -> None:
    by_wish = {one.wanted: one for one in shipped.outline.indicators}

    assert standing_of(by_wish[Wanted.MORE], share) is standing
    assert standing_of(by_wish[Wanted.LESS], 1 - share) is standing


def test_a_month_gone_by_is_crossed_out_and_the_one_that_passes_is_framed(
    harbour: Campaign,
) -> None:
    player = seated(harbour, 0, Stage.CONSEQUENCES).wait(1)
    palette = player.app.look(player.size).palette
    inside = [mark for part in player.sheet.marks for mark in getattr(part, "marks", ())]

    assert [one for one in inside if isinstance(one, Stroke) and one.color == palette.red]
    assert [one for one in inside if isinstance(one, Edge) and one.color == palette.red]
