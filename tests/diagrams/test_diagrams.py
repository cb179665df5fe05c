"""Diagrams: values that tell themselves in words, and one layout that survives odd numbers."""

from __future__ import annotations

import re
from itertools import pairwise
from math import inf, isfinite, nan
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.diagrams.layout import laid, on_a_page
from game.diagrams.letters import measured, wrapped
from game.diagrams.marks import Area, Field, Line, Mark, Picture, Tone, Words
from game.diagrams.svg import NIGHT, PAPER, bare, inline, svg
from game.diagrams.values import (
    Arrow,
    Axis,
    Band,
    Bar,
    Bars,
    Box,
    Curve,
    Curves,
    Diagram,
    Dot,
    Graph,
    Tick,
    axis,
)

ANY = st.floats()
POINTS = st.lists(st.tuples(ANY, ANY), max_size=12).map(tuple)
WORDS = st.text(max_size=30)
WIDTHS = st.floats(min_value=200, max_value=1200)


def plotted(
    points: tuple[tuple[float, float], ...], width: float = 380, text: str = "Men"
) -> Picture:
    """Return curves, a band and dots through some points."""
    xs, ys = tuple(x for x, _ in points), tuple(y for _, y in points)
    return laid(
        Curves(
            text,
            text,
            axis(xs, "{:g}".format),
            axis(ys, "{:g}".format),
            (Curve(text, points, "it runs"), Curve("history", points, "so", ghost=True)),
            (Band("draws", points, points[::-1], "wide"),),
            tuple(Dot(one, one[1], one[0], "a dot") for one in points),
            events=(Tick(xs[0], "1"),) if xs else (),
        ),
        width,
    )


def numbers(mark: Mark) -> list[float]:
    """Return every length of a mark."""
    match mark:
        case Line(points, _, width, dash):
            return [*(n for point in points for n in point), width, dash]
        case Area(points):
            return [n for point in points for n in point]
        case Field(x, y, width, height):
            return [x, y, width, height]
        case Words(x, y, _, size):
            return [x, y, size]


def upright(picture: Picture) -> tuple[float, float]:
    """Return the highest and the lowest point of any mark."""
    ys = [y for one in picture.marks if isinstance(one, Line | Area) for _, y in one.points]
    return min(ys), max(ys)


GRAPH = Graph(
    "Why",
    (Box("a", 0, "Your order", "Raids", "+3", own=True), Box("b", 3, "Men", "1 → 4")),
    (Arrow("a", "b", 3.0, "+3"),),
)
BARS = Bars("Where it led", (Bar("Army", "610,000", 0.4, "1,030,000", 0.7, worse=True),))


@example(((nan, 0.0),), 200.0)
@given(POINTS, WIDTHS)
def test_curves_of_any_numbers_come_out_as_finite_lengths_inside_the_picture(
    points: tuple[tuple[float, float], ...], width: float
) -> None:
    """No number at all, one, none that is a number, huge ones."""
    picture = plotted(points, width)

    assert all(isfinite(n) for mark in picture.marks for n in numbers(mark))
    assert upright(picture)[0] >= 0
    assert upright(picture)[1] <= picture.height


@given(st.lists(ANY, max_size=9).map(tuple))
def test_a_scale_is_finite_and_holds_what_can_be_held(values: tuple[float, ...]) -> None:
    """Its low end lies below its high one, and it has between two and some ticks."""
    found = axis(values, str)

    assert isfinite(found.low)
    assert isfinite(found.high)
    assert found.low < found.high
    assert 2 <= len(found.ticks) <= 10
    assert all(0 <= found.share(one) <= 1 for one in values if isfinite(one))


@given(ANY, ANY, WORDS)
def test_bars_of_any_share_stay_in_their_rail(share: float, ghost: float, text: str) -> None:
    """Nor does any text push them out."""
    row = Bar(text, text, share, text, ghost, worse=True, spread=(ghost, share))
    picture = laid(Bars(text, (row,)), 300)
    fields = [one for one in picture.marks if isinstance(one, Field)]

    assert all(0 <= one.width <= 300 for one in fields)
    assert all(isfinite(n) for mark in picture.marks for n in numbers(mark))


@given(ANY, WIDTHS)
def test_an_arrow_of_any_size_is_drawn(amount: float, width: float) -> None:
    """Even one of no number: hair-thin."""
    graph = Graph("Why", GRAPH.boxes, (Arrow("a", "b", amount, "so much"),))
    picture = laid(graph, width)

    assert all(isfinite(n) for mark in picture.marks for n in numbers(mark))
    assert picture.width >= width


@pytest.mark.parametrize(
    "diagram", [Graph("Why", (), ()), Bars("None", ()), GRAPH, BARS], ids=lambda one: one.title
)
def test_a_diagram_without_parts_is_still_a_picture(diagram: Diagram) -> None:
    """Empty or not."""
    picture = on_a_page(diagram)

    assert picture.height >= 1
    assert picture.alt.startswith(diagram.title)


@given(WORDS, POINTS)
def test_svg_is_well_formed_whatever_the_words(
    text: str, points: tuple[tuple[float, float], ...]
) -> None:
    """Marks of mark-up are words as any others."""
    clean = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd]", "", text)
    picture = plotted(points, text=f"{clean}<&\"'>")

    for drawn in (svg(picture), svg(picture, NIGHT), inline(picture, "one"), bare(picture)):
        ET.fromstring(drawn)  # our own text, no stranger's


def test_no_svg_draws_what_is_no_number() -> None:
    """A browser would draw nothing at all."""
    drawn = svg(plotted(((0.0, nan), (1.0, inf), (2.0, 3.0), (3.0, -inf), (4.0, 5.0))))

    assert "nan" not in drawn
    assert "inf" not in drawn


def test_a_gap_in_a_curve_stays_a_gap() -> None:
    """Nobody draws through what is not known."""
    curve = Curve("x", ((0.0, 1.0), (1.0, 2.0), (2.0, nan), (3.0, 1.0), (4.0, 2.0)), "x")
    whole = Curves("T", "u", axis((0, 4), str), axis((0, 2), str), (curve,))
    mine = [one for one in laid(whole, 380).marks if isinstance(one, Line)]
    drawn = [one for one in mine if one.tone is Tone.MINE and len(one.points) == 2]

    assert len(drawn) == 3  # two pieces, and the sample of the legend


def test_history_is_told_from_mine_without_colour() -> None:
    """It runs in dashes."""
    lines = [one for one in plotted(((0.0, 1.0), (1.0, 2.0))).marks if isinstance(one, Line)]

    assert all(one.dash for one in lines if one.tone is Tone.GHOST and len(one.points) > 1
               and one.width == 1.5)  # fmt: skip
    assert not any(one.dash for one in lines if one.tone is Tone.MINE)


def test_a_bar_that_stands_worse_is_notched() -> None:
    """And one that does not is whole."""
    better = Bars("x", (Bar("Army", "1", 0.5, "2", 0.4),))
    notches = [
        sum(isinstance(one, Line) and one.tone is Tone.RAIL for one in on_a_page(two).marks)
        for two in (BARS, better)
    ]

    assert notches[0] > 5
    assert notches[1] == 0


def test_every_part_of_a_diagram_is_told_in_its_words() -> None:
    """Curves, bands, dots, bars, boxes, arrows."""
    told = plotted(((0.0, 1.0), (1.0, 2.0))).alt

    assert "Men: it runs. History: so. Draws: wide." in told
    assert "a dot; a dot." in told
    assert BARS.alt == "Where it led. Army: 610,000; history 1,030,000; worse than history."
    assert GRAPH.alt == "Why. Your order, Raids, +3 → Men, 1 → 4: +3."


def test_a_box_without_an_arrow_is_told_too() -> None:
    """A figure that nothing moved."""
    assert Graph("Why", (Box("a", 3, "Men", "1 → 1"),), ()).alt == "Why. Men, 1 → 1."


def test_boxes_do_not_lie_on_one_another() -> None:
    """Nor outside the picture."""
    boxes = tuple(Box(str(n), n % 4, "A quantity", "a rather long name", "+1") for n in range(9))
    picture = on_a_page(Graph("Why", boxes, ()))
    rows = sorted((one.x, one.y, one.height) for one in picture.parts)

    assert all(a[0] < b[0] or a[1] + a[2] < b[1] for a, b in pairwise(rows))
    assert all(one.y + one.height <= picture.height for one in picture.parts)


def test_words_are_broken_where_they_fit() -> None:
    """One that is longer than the room stands alone."""
    room = measured("two words", 10)

    assert wrapped("two words more", room, 10, measured, bold=False) == ["two words", "more"]
    assert wrapped("a extraordinarily b", 5, 10, measured, bold=False)[1] == "extraordinarily"
    assert wrapped("", 5, 10, measured, bold=False) == []


def test_chinese_is_as_wide_as_high() -> None:
    """And bold letters are wider than others."""
    assert measured("延安", 10) > measured("ая", 10) > measured("il", 10)
    assert measured("men", 10, bold=True) > measured("men", 10)


def test_what_lies_beyond_a_scale_lies_on_its_end() -> None:
    """A band that shoots up does not leave the paper."""
    scale = Axis(0.0, 10.0, ())
    assert [scale.share(one) for one in (-5.0, 5.0, 50.0)] == [0.0, 0.5, 1.0]


@pytest.mark.parametrize("colours", [PAPER, NIGHT], ids=["paper", "night"])
def test_words_and_lines_stand_out_from_their_ground(colours: dict[Tone, str]) -> None:
    """Words by 4.5 to 1 at least, graphics by 3 to 1."""
    ground = colours[Tone.PAPER]
    words = [(colours[Tone.INK], ground), (colours[Tone.FAINT], ground)]
    words += [(colours[Tone.ON_BOX], colours[one]) for one in (Tone.BOX, Tone.OWN)]
    lines = [(colours[one], ground) for one in (Tone.MINE, Tone.GHOST, Tone.GAIN, Tone.LOSS)]
    lines += [(colours[one], colours[Tone.BAND]) for one in (Tone.MINE, Tone.GHOST)]

    assert [pair for pair in words if contrast(*pair) < 4.5] == []
    assert [pair for pair in lines if contrast(*pair) < 3] == []


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG reckons it."""
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
