"""A diagram on a sheet: its shapes as one drawing, its words as ink."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.diagrams.letters import Measure
from game.diagrams.marks import Field, Picture, Tone, Words
from game.diagrams.svg import bare
from game.widgets.geometry import Rect
from game.widgets.look import Color, Palette
from game.widgets.sheet import Drawing, Fill, Ink, Op
from game.widgets.typeset import Face, Fonts

Colours = Mapping[Tone, Color]
GROUNDS = (Tone.BOX, Tone.OWN)
"""What words are written on: it lies over every other shape, and has sharp edges."""
RISE = 1.02
"""How far above its base line an ink's upper edge lies, in letters."""


def on_wood(p: Palette) -> Colours:
    """Return the colours of a diagram on the dark."""
    return {
        Tone.INK: p.cream, Tone.FAINT: p.muted, Tone.GRID: p.line, Tone.RAIL: p.night,
        Tone.MINE: p.bright_red, Tone.GHOST: p.cream, Tone.BAND: p.line, Tone.GAIN: p.ochre,
        Tone.LOSS: p.bright_red, Tone.BOX: p.night, Tone.OWN: p.red, Tone.ON_BOX: p.cream,
        Tone.PAPER: p.wood, Tone.DARK: (0, 0, 0), Tone.QUIET: (255, 255, 255),
    }  # fmt: skip


def on_paper(p: Palette) -> Colours:
    """Return the colours of a diagram on paper."""
    return {
        Tone.INK: p.ink, Tone.FAINT: p.faded, Tone.GRID: p.rule, Tone.RAIL: p.shade,
        Tone.MINE: p.red, Tone.GHOST: p.ink, Tone.BAND: p.shade, Tone.GAIN: p.moss,
        Tone.LOSS: p.red, Tone.BOX: p.night, Tone.OWN: p.red, Tone.ON_BOX: p.cream,
        Tone.PAPER: p.paper, Tone.DARK: (0, 0, 0), Tone.QUIET: (255, 255, 255),
    }  # fmt: skip


def measure(fonts: Fonts, scale: float) -> Measure:
    """Return how wide words are in the faces of a sheet, at so many pixels a point."""

    def measured(text: str, size: float, *, bold: bool = False) -> float:
        return fonts.width(text, _face(bold=bold), _px(size, scale)) / scale

    return measured


def plot(
    picture: Picture, at: tuple[int, int], scale: float, colours: Colours, fonts: Fonts
) -> tuple[Op, ...]:
    """Return a picture as things to be drawn.

    Args:
        picture: a diagram laid out.
        at: the pixel of its upper left corner.
        scale: pixels a point.
        colours: what each tone is here.
        fonts: the faces of the sheet.
    """
    named = {tone: "#{:02x}{:02x}{:02x}".format(*colour) for tone, colour in colours.items()}
    whole = Rect(*at, max(round(picture.width * scale), 1), max(round(picture.height * scale), 1))
    grounds = [one for one in picture.marks if isinstance(one, Field) and one.tone in GROUNDS]
    shapes = replace(picture, marks=tuple(one for one in picture.marks if one not in grounds))
    fills = (_fill(one, at, scale, colours) for one in grounds)
    words = (one for one in picture.marks if isinstance(one, Words))
    inks = (_ink(one, at, scale, colours, fonts) for one in words)
    return (Drawing(whole, bare(shapes, named)), *fills, *inks)


def _fill(ground: Field, at: tuple[int, int], scale: float, colours: Colours) -> Fill:
    left, top = round(at[0] + ground.x * scale), round(at[1] + ground.y * scale)
    size = (round(ground.width * scale), round(ground.height * scale))
    return Fill(Rect(left, top, *size), colours[ground.tone])


def _ink(word: Words, at: tuple[int, int], scale: float, colours: Colours, fonts: Fonts) -> Ink:
    face, px = _face(bold=word.bold), _px(word.size, scale)
    wide = fonts.width(word.text, face, px)
    back = {"start": 0.0, "middle": wide / 2, "end": wide}[word.anchor]
    left = round(at[0] + word.x * scale - back)
    top = round(at[1] + word.y * scale - px * RISE)
    place = Rect(left, top, wide, fonts.body(face, px))
    return Ink(place, word.text, fonts.face(face), px, colours[word.tone])


def _face(*, bold: bool) -> Face:
    return Face.HEAD_BOLD if bold else Face.HEAD


def _px(size: float, scale: float) -> int:
    return max(round(size * scale), 8)
