"""Woodcut busts: a person put together from words, and the SVG text that shows them.

    svg(Portrait(face="broad", hat="soft-cap", eyes="smiling", age="old"), frame="radio")

Nothing here reads a file or needs a display: `pygame.image.load_sized_svg` makes pixels of the
text. A new person is a new choice of words; a new word needs a place in its `Literal`
(`portrait_words.py`) and marks in the table of its feature. The picture is 320 by 372, so 160:186,
and holds from 72 pixels wide up.
"""

from __future__ import annotations

from game.widgets.portrait_cuts import (
    INK,
    NIGHT,
    OCHRE,
    PAPER,
    SHADE,
    Drawing,
    Fill,
    Line,
    Point,
    moved,
    path_of,
    render,
    scaled,
)
from game.widgets.portrait_dress import COATS, HOLDS, SHOULDERS
from game.widgets.portrait_ground import BORDERS, GROUNDS, Frame
from game.widgets.portrait_hair import HAIR, HATS, TEMPLES
from game.widgets.portrait_parts import (
    AGES,
    BEARDS,
    BROWS,
    CHEEK_LIGHT,
    EAR_LIT,
    EAR_SHADED,
    EYE_WHITE,
    EYES,
    FACES,
    GLASSES,
    MARKS,
    MODELLING,
    MOUTHS,
    NECK,
    NOSES,
    SHADOW_EDGE,
    contour,
)
from game.widgets.portrait_words import Portrait

SIZE = (320, 372)
"""Width and height of the block the picture is cut in."""
HEAD_SCALE = 1.07
"""The head as it is drawn, against the head on its shoulders: large, to be known at 72 pixels."""
HEAD_SINKS = 18.0
"""How far the head is set down into the collar."""
NAPE: Point = (160.0, 262.0)
"""What stays in place when a head is stretched or shoulders are broadened."""
BEHIND_THE_HEAD = frozenset({"hoe"})
ON_THE_HEAD = frozenset({"pipe", "cigarette", "pencil"})


def svg(portrait: Portrait, *, frame: Frame = "here") -> str:
    """Return the picture of `portrait` as SVG text.

    The ground tells how the person takes part: "here" in the room, by "radio", by "courier"; for
    somebody "absent" the chair stands empty.
    """
    bust = "" if frame == "absent" else _bust(portrait)
    width, height = SIZE
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"{render(GROUNDS[frame])}{bust}{render(BORDERS[frame])}</svg>"
    )


def _bust(portrait: Portrait) -> str:
    wide = FACES[portrait.face].stretch[0]
    body = render((Line(NIGHT, SHOULDERS, 9.0), *NECK, *COATS[portrait.coat]))
    body = scaled(body, about=NAPE, scale=(0.45 + 0.55 * wide, 1))
    held = render(HOLDS[portrait.hold])
    if portrait.hold in BEHIND_THE_HEAD:
        return held + body + _head(portrait)
    if portrait.hold in ON_THE_HEAD:
        return body + _head(portrait, held)
    return body + _head(portrait) + held


def _head(portrait: Portrait, held: str = "") -> str:
    """Return the head on its neck, with what is `held` by lip or ear."""
    face_and_beard = (
        *_skin(portrait),
        *NOSES[portrait.nose],
        *AGES[portrait.age],
        *MOUTHS[portrait.mouth],
        *BEARDS[portrait.beard],
    )
    above = (
        *MARKS[portrait.mark],
        *_hair(portrait),
        *GLASSES[portrait.glasses],
        *HATS[portrait.hat],
    )
    head = render(face_and_beard) + _eyes(portrait) + render(above) + held
    wide, high = FACES[portrait.face].stretch
    head = scaled(head, about=NAPE, scale=(wide * HEAD_SCALE, high * HEAD_SCALE))
    return moved(head, by=(0, HEAD_SINKS))


def _skin(portrait: Portrait) -> Drawing:
    outline = contour(FACES[portrait.face])
    face = path_of(outline)
    far_side = outline[8 : len(outline) // 2 + 4]  # from beside the crown down to the chin
    return (
        Line(NIGHT, face, 7.0),
        *EAR_LIT,
        *EAR_SHADED,
        Fill(PAPER, face),
        Fill(SHADE, path_of([*SHADOW_EDGE, *far_side])),
        Fill(OCHRE, CHEEK_LIGHT),
        *MODELLING,
        Line(INK, face, 1.6),
    )


def _eyes(portrait: Portrait) -> str:
    """Return brows and eyes: the far pair mirrored, a little larger, and in the shade."""
    brow, eye = render(BROWS[portrait.brows]), render(EYES[portrait.eyes])
    white = EYE_WHITE[portrait.eyes]
    lit, dim = render((Fill(PAPER, white),)) + eye, render((Fill(OCHRE, white),)) + eye
    return (
        moved(lit, by=(125, 153))
        + moved(dim, by=(185, 153), scale=(-1.04, 1))
        + moved(brow, by=(124, 134))
        + moved(brow, by=(186, 134), scale=(-1.04, 1))
    )


def _hair(portrait: Portrait) -> Drawing:
    """Return the hair that shows, with a cut around it that parts dark hair from dark ground."""
    if portrait.hat != "none":
        return () if portrait.hair == "shaven" else TEMPLES
    hair = HAIR[portrait.hair]
    return (*(Line(SHADE, mark.path, 4.4) for mark in hair if isinstance(mark, Fill)), *hair)
