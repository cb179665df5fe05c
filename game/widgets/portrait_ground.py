"""The ground and border of a portrait: they tell how the person takes part."""

# ruff: noqa: E501 - a path is one word: broken over lines it could not be pasted into a drawing program

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal

from game.widgets.portrait_cuts import (
    DARK,
    INK,
    NIGHT,
    OCHRE,
    PAPER,
    SHADE,
    WOOD,
    Cuts,
    Drawing,
    Fill,
    Hatch,
    Line,
    Point,
    uneven,
)

Frame = Literal["here", "radio", "courier", "absent"]
"""In the room, by radio, by courier letter, or an empty chair."""


def _slanted(colour: str, first: int, last: int, step: int, width: float) -> Cuts:
    """Return slanted cuts from `first` to `last` along the upper edge, reaching the lower one."""
    strokes = []
    for n, x in enumerate(range(first, last, step)):
        top, foot = -6 + 40 * uneven(n), 378 - 50 * uneven(n + 17)
        lean = 34 + 8 * uneven(n + 5)
        bend = f"{x - lean / 2 + 3:.0f},186"
        depth = width * (0.6 + 0.6 * uneven(n + 3))
        strokes.append(f"{x},{top:.0f} {bend} {x - lean:.0f},{foot:.0f} {depth:.1f}")
    return Cuts(colour, "; ".join(strokes))


RADIO_NIGHT = "#100d0b"
"""Darker than night: the waves carry the light."""
_BLOCK = "M0,0 L320,0 L320,372 L0,372Z"
_PLAIN: Drawing = (
    Fill(NIGHT, _BLOCK),
    _slanted(DARK, 6, 170, 15, 4.0),
    _slanted(WOOD, 170, 370, 12, 4.4),
)


def _waves(centre: Point, radii: range) -> Drawing:
    """Return radio waves going out from `centre` to the lower left, every third one brighter."""
    return tuple(
        Line(OCHRE if n % 3 == 0 else SHADE, _arc(centre, radius), 1.4 + 1.2 * uneven(n))
        for n, radius in enumerate(radii)
    )


def _arc(centre: Point, radius: float) -> str:
    """Return the arc from below `centre` round to the upper left of it."""
    turns = [math.radians(angle) for angle in range(104, 206, 6)]
    corners = (
        f"{centre[0] + radius * math.cos(t):.1f},{centre[1] + radius * math.sin(t):.1f}"
        for t in turns
    )
    return "M" + "L".join(corners)


_CHAIR: Drawing = (
    Fill(DARK, "M0,300 L320,280 L320,372 L0,372Z"),
    Fill(NIGHT, "M120,352 L300,300 L320,306 L320,330 L200,372 L110,372Z"),
    Cuts(WOOD, "0,322 100,316 200,308 2.4; 0,346 40,343 84,340 2.4; 220,296 270,292 320,288 2; 0,302 160,291 320,281 2.6"),
    Fill(WOOD, "M220,206 L232,208 L236,330 L226,332Z M128,236 L138,236 L140,318 L130,318Z"),
    Fill(OCHRE, "M94,56 L110,52 L112,226 L98,228Z"),
    Fill(SHADE, "M204,50 L220,54 L222,222 L206,222Z"),
    Fill(NIGHT, "M109,54 L112,54 L114,226 L110,226Z"),
    Fill(PAPER, "M90,66 C130,46 184,44 224,60 L224,86 C184,70 130,72 92,92Z"),
    Fill(SHADE, "M176,50 C194,51 210,55 224,60 L224,86 C210,80 194,77 178,76Z"),
    Cuts(INK, "98,76 128,62 168,60 1.8; 104,84 130,72 160,70 1.4; 186,60 202,63 218,70 1.6"),
    Fill(OCHRE, "M110,112 C136,102 180,102 206,110 L206,130 C180,122 136,122 110,132Z M110,158 C136,150 180,150 206,156 L206,174 C180,168 136,168 110,178Z"),
    Fill(WOOD, "M174,105 C186,106 198,108 206,110 L206,130 C196,127 186,126 174,125Z M174,151 C186,152 198,154 206,156 L206,174 C196,171 186,170 174,170Z"),
    Cuts(INK, "116,122 136,114 164,114 1.6; 116,168 136,160 164,160 1.6"),
    Fill(PAPER, "M98,212 L212,206 L246,244 L84,252Z"),
    Fill(SHADE, "M170,208 L212,206 L246,244 L184,248Z"),
    Fill(OCHRE, "M84,252 L246,244 L246,258 L86,266Z"),
    Fill(WOOD, "M184,247 L246,244 L246,258 L186,261Z"),
    Cuts(INK, "104,222 130,220 160,219 1.8; 98,234 126,232 150,232 1.8; 108,244 134,242 164,241 1.6"),
    Fill(OCHRE, "M88,265 L104,264 L102,356 L90,356Z"),
    Fill(WOOD, "M226,259 L242,258 L246,344 L234,346Z"),
    Fill(SHADE, "M103,300 L233,290 L233,300 L103,310Z"),
    Cuts(INK, "96,270 99,310 98,350 1.8"),
    Cuts(OCHRE, "230,262 234,300 237,342 1.6; 216,58 220,130 220,204 1.6"),
)  # fmt: skip
"""A chair lit from the left: somebody used to sit here."""


GROUNDS: Mapping[Frame, Drawing] = {
    "here": _PLAIN,
    "radio": (
        Fill(RADIO_NIGHT, _BLOCK),
        *_waves((282, 58), range(24, 330, 20)),
        Line(
            OCHRE,
            "M282,62 L264,330 M282,62 L300,330 M277,130 L287,130 M273,190 L291,190 M269,250 L295,250 M277,130 L291,190 M287,130 L273,190 M273,190 L295,250 M291,190 L269,250",
            2.4,
        ),
        Fill(PAPER, "M276,56 C276,48 288,48 288,56 C288,64 276,64 276,56Z"),
    ),
    "courier": (
        Fill(NIGHT, _BLOCK),
        _slanted(DARK, 6, 370, 15, 4.0),
        Fill(
            DARK,
            "M0,232 L34,178 L52,196 L96,132 L128,172 L190,120 L226,176 L262,136 L320,206 L320,372 L0,372Z",
        ),
        Cuts(SHADE, "34,178 20,206 2,230 3; 96,132 80,156 54,194 3.4; 262,136 246,152 228,176 3"),
        Hatch(WOOD, "M96,132 L128,172 L112,260 L70,260Z", 64, 7, 1.8),
        Hatch(WOOD, "M262,136 L320,206 L320,300 L270,260Z", 60, 8, 2),
        Hatch(WOOD, "M34,178 L52,196 L50,260 L22,260Z", 64, 7, 1.6),
        Fill(
            OCHRE,
            "M0,330 C40,318 66,304 44,290 C22,278 14,270 36,258 C52,250 58,246 52,238 L57,238 C66,246 62,254 48,262 C34,270 38,276 58,286 C88,304 60,330 0,352Z",
        ),
        Fill(PAPER, "M242,36 L300,26 L308,66 L250,76Z"),
        Line(INK, "M242,36 L277,56 L300,26 M250,76 L270,53 M308,66 L282,50", 1.8),
        Fill(INK, "M273,56 C273,50 282,50 282,56 C282,62 273,62 273,56Z"),
    ),
    "absent": (*_PLAIN, *_CHAIR),
}

_DOUBLE = "M7,7 L313,7 L313,365 L7,365Z"


def _dashes() -> Drawing:
    """Return a border of short cuts, like stitches."""
    level = [f"{x},{y} {x + 7},{y} {x + 14},{y} 3" for x in range(12, 300, 22) for y in (9, 363)]
    upright = [f"{x},{y} {x},{y + 7} {x},{y + 14} 3" for y in range(14, 350, 22) for x in (9, 311)]
    return (Cuts(OCHRE, "; ".join(level + upright)),)


BORDERS: Mapping[Frame, Drawing] = {
    "here": (),
    "radio": (Line(OCHRE, _DOUBLE, 2.0), Line(OCHRE, "M13,13 L307,13 L307,359 L13,359Z", 1.2)),
    "courier": _dashes(),
    "absent": (),
}
