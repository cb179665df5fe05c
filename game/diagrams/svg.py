"""A picture as SVG: the back end for pages, and for pictures that stand alone."""

from __future__ import annotations

from collections.abc import Mapping

from game.diagrams.marks import Area, Field, Line, Mark, Picture, Point, Tone, Words

FACES = "&quot;PT Sans&quot;,&quot;Noto Sans&quot;,Arial,sans-serif"
PAPER: Mapping[Tone, str] = {
    Tone.INK: "#1d1713", Tone.FAINT: "#5f5138", Tone.GRID: "#d3c7ab", Tone.RAIL: "#e6dcc4",
    Tone.MINE: "#a8281e", Tone.GHOST: "#1d1713", Tone.BAND: "#ecc5b8", Tone.GAIN: "#55682c",
    Tone.LOSS: "#a8281e", Tone.BOX: "#1d1713", Tone.OWN: "#a8281e", Tone.ON_BOX: "#f3e7c9",
    Tone.PAPER: "#fffaf0", Tone.DARK: "#000000", Tone.QUIET: "#ffffff",
}  # fmt: skip
"""Colours on a light ground; in grey the marks differ by darkness, dashes and notches."""
NIGHT: Mapping[Tone, str] = {
    Tone.INK: "#f3e7c9", Tone.FAINT: "#cdbb92", Tone.GRID: "#4a3d30", Tone.RAIL: "#3a2f26",
    Tone.MINE: "#ff7466", Tone.GHOST: "#f3e7c9", Tone.BAND: "#6b3129", Tone.GAIN: "#a3bf66",
    Tone.LOSS: "#ff7466", Tone.BOX: "#3a2f26", Tone.OWN: "#a8281e", Tone.ON_BOX: "#f3e7c9",
    Tone.PAPER: "#1d1713", Tone.DARK: "#000000", Tone.QUIET: "#ffffff",
}  # fmt: skip
"""Colours on a dark ground."""
PRINTED: Mapping[Tone, str] = {
    **PAPER, Tone.BOX: "#e9e0ca", Tone.OWN: "#dc9a8d", Tone.ON_BOX: "#1d1713",
}  # fmt: skip
"""Colours in print: no box that drinks ink; one's own are darker in grey, too."""


def svg(picture: Picture, colours: Mapping[Tone, str] = PAPER) -> str:
    """Return a picture that stands alone, with its ground, its title and what it shows in words."""
    styled = "".join(_rule(tone, colour) for tone, colour in colours.items())
    size = f'width="{_n(picture.width)}pt" height="{_n(picture.height)}pt"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {_box(picture)} role="img">'
    told = f"<title>{_escaped(picture.title)}</title><desc>{_escaped(picture.alt)}</desc>"
    ground = Field(0, 0, picture.width, picture.height, Tone.PAPER)
    return f"{head}{told}<style>{styled}</style>{_drawn((ground, *picture.marks))}</svg>\n"


def inline(picture: Picture, name: str) -> str:
    """Return a picture for a page whose style sheet has the colours; `name` is its own there."""
    ids = f'aria-labelledby="{name}-title {name}-desc"'
    told = (
        f'<title id="{name}-title">{_escaped(picture.title)}</title>'
        f'<desc id="{name}-desc">{_escaped(picture.alt)}</desc>'
    )
    return f'<svg {_box(picture)} role="img" {ids}>{told}{_drawn(picture.marks)}</svg>'


def bare(picture: Picture, colours: Mapping[Tone, str] = PAPER) -> str:
    """Return the shapes of a picture without its words, each with its colour as an attribute."""
    drawn = "".join(_painted(one, colours) for one in picture.marks if not isinstance(one, Words))
    return f'<svg xmlns="http://www.w3.org/2000/svg" {_box(picture)}>{drawn}</svg>'


def _escaped(text: str) -> str:
    """Return words as they stand in a file."""
    from html import escape  # noqa: PLC0415 - half a megabyte; a window has no words in a file

    return escape(text)


def sheet(colours: Mapping[Tone, str]) -> str:
    """Return the colours as the custom properties of a style sheet."""
    return "".join(f"--d-{tone}:{colour};" for tone, colour in colours.items())


def rules() -> str:
    """Return the rules of a style sheet by which `inline` pictures take those colours."""
    return "".join(_rule(tone, f"var(--d-{tone})") for tone in Tone)


def _rule(tone: Tone, colour: str) -> str:
    return f".f-{tone}{{fill:{colour}}}.s-{tone}{{stroke:{colour};fill:none}}"


def _box(picture: Picture) -> str:
    faces = f'font-family="{FACES}"'
    return f'viewBox="0 0 {_n(picture.width)} {_n(picture.height)}" {faces}'


def _drawn(marks: tuple[Mark, ...]) -> str:
    return "".join(map(_mark, marks))


def _mark(mark: Mark) -> str:
    match mark:
        case Words():
            weight = ' font-weight="700"' if mark.bold else ""
            anchor = f' text-anchor="{mark.anchor}"' if mark.anchor != "start" else ""
            where = f'x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(mark.size)}"'
            return (
                f'<text class="f-{mark.tone}" {where}{anchor}{weight}>{_escaped(mark.text)}</text>'
            )
        case Line():
            return f'<path class="s-{mark.tone}" {_shape(mark)}/>'
        case Area():
            return f'<path class="f-{mark.tone}" {_shape(mark)}/>'
        case Field():
            ground = f'<rect class="f-{mark.tone}" {_shape(mark)}/>'
            line = f'<rect class="s-{mark.edge}" stroke-width="0.6" {_shape(mark)}/>'
            return ground + (line if mark.edge else "")


def _painted(mark: Line | Area | Field, colours: Mapping[Tone, str]) -> str:
    colour = colours[mark.tone]
    match mark:
        case Line():
            return f'<path fill="none" stroke="{colour}" {_shape(mark)}/>'
        case Area():
            return f'<path fill="{colour}" {_shape(mark)}/>'
        case Field():
            edge = f' stroke="{colours[mark.edge]}" stroke-width="0.6"' if mark.edge else ""
            return f'<rect fill="{colour}"{edge} {_shape(mark)}/>'


def _shape(mark: Line | Area | Field) -> str:
    match mark:
        case Line():
            dash = f' stroke-dasharray="{_n(mark.dash)}"' if mark.dash else ""
            return f'd="{_path(mark.points)}" stroke-width="{_n(mark.width)}"{dash}'
        case Area():
            return f'd="{_path(mark.points)}Z"'
        case Field():
            size = f'width="{_n(mark.width)}" height="{_n(mark.height)}"'
            return f'x="{_n(mark.x)}" y="{_n(mark.y)}" {size}'


def _path(points: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """Return a length with at most one decimal."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
