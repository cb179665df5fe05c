"""A diagram on a sheet."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.diagrams.layout import laid
from game.diagrams.marks import Picture, Tone, Words
from game.files.paths import assets
from game.widgets.look import PLAIN, STARK, Palette
from game.widgets.plot import measure, on_paper, on_wood, plot
from game.widgets.sheet import Drawing, Ink
from game.widgets.typeset import Fonts
from tests.diagrams.test_diagrams import BARS, GRAPH, contrast

FONTS = Fonts(assets() / "fonts")


def inks(picture: Picture, scale: float, at: tuple[int, int] = (0, 0)) -> list[Ink]:
    """Return the words of a picture as they are written."""
    marks = plot(picture, at, scale, on_wood(PLAIN), FONTS)
    return [one for one in marks if isinstance(one, Ink)]


@pytest.mark.parametrize("scale", [0.8, 1.32, 4.0])
def test_every_word_of_a_picture_is_written_inside_it(scale: float) -> None:
    """Shapes are one drawing; each word is ink of its own."""
    picture = laid(BARS, 400, measure(FONTS, scale))
    drawing, *_ = plot(picture, (50, 60), scale, on_wood(PLAIN), FONTS)
    written = inks(picture, scale, (50, 60))
    right = 51 + picture.width * scale

    assert isinstance(drawing, Drawing)
    assert [one.text for one in written] == [
        one.text for one in picture.marks if isinstance(one, Words)
    ]
    assert all(one.rect.x >= 50 and one.rect.right <= right for one in written)


def test_no_two_words_of_a_bar_lie_on_one_another() -> None:
    """Name, value and history stand side by side."""
    picture = laid(BARS, 400, measure(FONTS, 2.0))
    places = sorted((one.rect.x, one.rect.right) for one in inks(picture, 2.0))

    assert all(a[1] <= b[0] for a, b in pairwise(places))


def test_words_of_a_box_stay_inside_it() -> None:
    """As wide as the faces really are."""
    picture = laid(GRAPH, 500, measure(FONTS, 1.5))
    boxes = [(one.x * 1.5, (one.x + one.width) * 1.5) for one in picture.parts]
    places = [(one.rect.x, one.rect.right) for one in inks(picture, 1.5)]

    assert all(any(a <= x and end <= b for a, b in boxes) for x, end in places)


@pytest.mark.parametrize("palette", [PLAIN, STARK], ids=["plain", "stark"])
def test_words_and_lines_stand_out_from_wood_and_paper(palette: Palette) -> None:
    """Words by 4.5 to 1 at least, graphics by 3 to 1."""
    for colours in (on_wood(palette), on_paper(palette)):
        named = {tone: "#{:02x}{:02x}{:02x}".format(*one) for tone, one in colours.items()}
        words = [contrast(named[one], named[Tone.PAPER]) for one in (Tone.INK, Tone.FAINT)]
        words += [contrast(named[Tone.ON_BOX], named[one]) for one in (Tone.BOX, Tone.OWN)]
        drawn = (Tone.MINE, Tone.GHOST, Tone.GAIN, Tone.LOSS)
        lines = [contrast(named[one], named[Tone.PAPER]) for one in drawn]

        assert min(words) >= 4.5
        assert min(lines) >= 3
