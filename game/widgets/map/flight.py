"""Frames between two cameras: pictures at hand, stretched; quick, a little soft, never blank."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil, floor
from typing import NamedTuple

import pygame

from game.widgets.blocks import LARGE
from game.widgets.map.camera import Camera, View, fit
from game.widgets.map.clipping import overlaps
from game.widgets.map.colours import Inks

SHARPER = 1.25
"""A second picture is laid over the first where it is at least so many times finer."""

SHARE = 0.3
"""A picture is laid over a coarser one where it fills more than this of the view."""

_FEATHER, _RISE = (80, 45), (0, 128, 255, 255)
"""Columns and rows a picture is divided into; how solid the outer ones are, of 255.

Few: as a flight begins the edges go soft at once, and that is seen.
"""

_PIXELS = LARGE // 4 - 4096
"""Of a band: it is smaller than a block that is asked of the system on its own."""

WIDER = 3.0
"""How many times as wide the picture below a flight is where a globe has no corners."""


def reach(camera: Camera, size: tuple[int, int]) -> Camera:
    """The camera that holds all that one may pass over, for a picture of this size."""
    globe = camera.globe
    if not globe.corners:
        return replace(camera, width=camera.width * WIDER)
    return fit(globe.project_all(globe.corners), size[0] / size[1], margin=0.05, globe=globe)


def wide(camera: Camera, size: tuple[int, int]) -> View:
    """The view of all that one may pass over, at half a size, for flights in pictures of that size.

    It lies under everything a flight shows and is seen while the camera is fastest.
    """
    half = _half(size)
    return View(reach(camera, half), half)


def halved(view: View) -> View:
    """The same view at half its size."""
    return View(view.camera, _half(view.size))


def _half(size: tuple[int, int]) -> tuple[int, int]:
    return max(size[0] // 2, 1), max(size[1] // 2, 1)


def share(source: View, view: View) -> float:
    """How much of a view the picture of another one covers, from 0 to 1."""
    a, b = view.extent(), source.extent()
    if not overlaps(a, b):
        return 0.0
    shared = (min(a[2], b[2]) - max(a[0], b[0])) * (min(a[3], b[3]) - max(a[1], b[1]))
    return shared / ((a[2] - a[0]) * (a[3] - a[1]))


def helpful(cameras: Iterable[Camera], view: View, beside: Camera) -> list[Camera]:
    """Of the cameras finer than `beside`, those that share enough with the view, finest first.

    A small share is not worth it: a picture is made smaller as slowly whatever comes out.
    """
    finer = sorted(
        (one for one in cameras if one.width * SHARPER <= beside.width), key=lambda one: one.width
    )
    return [one for one in finer if share(View(one, view.size), view) > SHARE]


class Span(NamedTuple):
    """Some pixels in a row of one picture, and where they go in another."""

    start: int
    pixels: int
    at: int
    length: int


def stretched(
    source: pygame.Surface, source_view: View, target: pygame.Surface, target_view: View
) -> None:
    """Draw what two views share from the picture of one into the picture of the other.

    Nothing is drawn outside the clip. It goes band by band: none is so large that its memory would
    be asked of the system, and given back, at every picture of a flight.
    """
    ratio = target_view.scale / source_view.scale
    west, _, _, north = source_view.extent()
    corner, clip = target_view.pixel((west, north)), target.get_clip()
    columns = _span((clip.left, clip.right), source.width, ratio, corner[0])
    rows = _span((clip.top, clip.bottom), source.height, ratio, corner[1])
    if columns.pixels < 1 or rows.pixels < 1:
        return
    for part in _parted(columns, (clip.left, clip.right), ratio, corner[0]):
        for band in _bands(rows, ratio, corner[1], most=max(_PIXELS // part.length, 1)):
            cut = source.subsurface((part.start, band.start, part.pixels, band.pixels))
            _put(cut, target, pygame.Rect(part.at, band.at, part.length, band.length))


def _put(cut: pygame.Surface, target: pygame.Surface, place: pygame.Rect) -> None:
    """Stretch a piece into its place: at once where it fits there, by way of a copy at the rim."""
    if target.get_clip().contains(place) and cut.get_masks() == target.get_masks():
        pygame.transform.smoothscale(cut, place.size, target.subsurface(place))
    else:
        target.blit(pygame.transform.smoothscale(cut, place.size), place)


def _parted(columns: Span, seen: tuple[int, int], ratio: float, origin: float) -> Iterator[Span]:
    """Divide columns of a source into those that reach over a rim, and what lies between them."""
    start, end = columns.start, columns.start + columns.pixels
    left, right, shared = start, end, int(_grows(columns.pixels, ratio))
    while left < right and _laid(left, right, ratio, origin).at < seen[0]:
        left += 1
    while left < right and sum(_laid(left, right, ratio, origin)[2:]) > seen[1]:
        right -= 1
    if left + shared >= right - shared:
        yield columns
        return
    if left > start:
        yield _laid(start, left + shared, ratio, origin)
    if right < end:
        yield _laid(right - shared, end, ratio, origin)
    yield _laid(left, right, ratio, origin)


def _span(seen: tuple[int, int], limit: int, ratio: float, origin: float) -> Span:
    """The pixels of a source that cover a row of a target.

    Args:
        seen: where the row begins and ends.
        limit: how many pixels the source has.
        ratio: pixels of the target to one of the source.
        origin: where the source begins in the target.
    """
    start = max(floor((seen[0] - origin) / ratio - 0.5), 0)
    return _laid(start, min(ceil((seen[1] - origin) / ratio + 0.5), limit), ratio, origin)


def _laid(start: int, end: int, ratio: float, origin: float) -> Span:
    """Where pixels of a source go.

    `smoothscale` enlarges them from the middle of the first to that of the last; what it makes
    smaller reaches from edge to edge.
    """
    rim = 0.5 if _grows(end - start, ratio) else 0.0
    at = round(origin + (start + rim) * ratio)
    return Span(start, end - start, at, max(round(origin + (end - rim) * ratio) - at, 1))


def _grows(count: int, ratio: float) -> bool:
    """Whether so many pixels are enlarged, by one at least."""
    return (count - 1) * ratio >= count


def _bands(rows: Span, ratio: float, origin: float, *, most: int) -> Iterator[Span]:
    """Divide rows of a source into bands of at most so many rows, there and in the target."""
    end, shared = rows.start + rows.pixels, int(_grows(rows.pixels, ratio))
    step = max(int(most / max(ratio, 1.0)), 2)
    for start in range(rows.start, max(end - shared, rows.start + 1), step):
        yield _laid(start, min(start + step + shared, end), ratio, origin)


def melted(
    plate: pygame.Surface, view: View, wide: pygame.Surface, wide_view: View
) -> Generator[None, None, pygame.Surface]:
    """Copy a picture so that its edges go over into the wide one: it lies on it without a seam."""
    yield
    size = plate.get_size()
    below = pygame.Surface(size)
    stretched(wide, wide_view, below, view)
    step = max(_PIXELS // size[0], 1)
    rims = list(_rims(size, min(step, size[1])))
    for top in range(0, size[1], step):
        yield
        band = pygame.Surface((size[0], min(step, size[1] - top)), pygame.SRCALPHA)
        band.blit(plate, (0, -top))
        for rim, left, upper in rims:
            band.blit(rim, (left, upper - top), special_flags=pygame.BLEND_RGBA_MULT)
        below.blit(band, (0, top))
    return below


def _rims(size: tuple[int, int], piece: int) -> Iterator[tuple[pygame.Surface, int, int]]:
    """How solid the edges of a picture are, and where each piece of them lies.

    An edge looks the same all along: a piece of it, so many pixels long, is there once.
    """
    for across in (True, False):
        rising = _rising(size, piece, across=across)
        falling = pygame.transform.flip(rising, flip_x=across, flip_y=not across)
        far = size[0] - falling.width if across else size[1] - falling.height
        for start in range(0, size[1] if across else size[0], piece):
            yield rising, *((0, start) if across else (start, 0))
            yield falling, *((far, start) if across else (start, far))


def _rising(size: tuple[int, int], piece: int, *, across: bool) -> pygame.Surface:
    """White that comes out of nothing to the right, or downwards: a piece of a picture's edge."""
    steps = pygame.Surface((len(_RISE), 1) if across else (1, len(_RISE)), pygame.SRCALPHA)
    for step, alpha in enumerate(_RISE):
        steps.set_at((step, 0) if across else (0, step), (255, 255, 255, alpha))
    deep = max(size[0 if across else 1] * len(_RISE) // _FEATHER[0 if across else 1], 1)
    return pygame.transform.smoothscale(steps, (deep, piece) if across else (piece, deep))


Seen = tuple[pygame.Surface, View]
"""A picture, and what is seen in it."""


def laid(target: pygame.Surface, view: View, pictures: Sequence[Seen], inks: Inks) -> None:
    """Fill a picture with others, each where no finer one lies.

    Args:
        target: what is filled, inside its clip.
        view: what is to be seen in it.
        pictures: the finest first.
        inks: what is beyond all of them is sea.
    """
    whole = target.get_clip()
    bare = [whole]
    for picture, its in pictures:
        inner = covered(its, view)
        for part in [one.clip(inner) for one in bare if one.colliderect(inner)]:
            target.set_clip(part)
            stretched(picture, its, target, view)
        bare = [strip for one in bare for strip in _around(one, one.clip(inner))]
    target.set_clip(whole)
    for part in bare:
        target.fill(inks.sea, part)


def covered(source: View, view: View) -> pygame.Rect:
    """The pixels of a view that a picture of another one covers."""
    west, south, east, north = source.extent()
    (left, top), (right, bottom) = view.pixel((west, north)), view.pixel((east, south))
    rim = max(view.scale / source.scale, 1.0)
    corner = ceil(left + rim), ceil(top + rim)
    size = floor(right - rim) - corner[0], floor(bottom - rim) - corner[1]
    return pygame.Rect(corner, (max(size[0], 0), max(size[1], 0)))


def _around(whole: pygame.Rect, inner: pygame.Rect) -> Iterator[pygame.Rect]:
    """The strips of a rectangle around another one in it."""
    if not (inner.width and inner.height):
        yield whole
        return
    left, top, right, bottom = inner.left, inner.top, inner.right, inner.bottom
    for strip in (
        pygame.Rect(whole.left, whole.top, whole.width, top - whole.top),
        pygame.Rect(whole.left, bottom, whole.width, whole.bottom - bottom),
        pygame.Rect(whole.left, top, left - whole.left, bottom - top),
        pygame.Rect(right, top, whole.right - right, bottom - top),
    ):
        if strip.width and strip.height:
            yield strip


def drawn_out(target: pygame.Surface, known: pygame.Rect, inks: Inks) -> None:
    """Draw the edges of what is known out to the rim of a picture; of nothing there is bare sea.

    Land that ends somewhere would be a coast that there is not.
    """
    whole = target.get_rect()
    known = known.clip(whole)
    if not (known.width and known.height):
        target.fill(inks.sea)
        return
    left, right, top, bottom = known.left, known.right, known.top, known.bottom
    for edge, place in (
        ((left, top, 1, known.height), (0, top, left, known.height)),
        ((right - 1, top, 1, known.height), (right, top, whole.width - right, known.height)),
        ((0, top, whole.width, 1), (0, 0, whole.width, top)),
        ((0, bottom - 1, whole.width, 1), (0, bottom, whole.width, whole.height - bottom)),
    ):
        if place[2] and place[3]:
            drawn = pygame.transform.scale(target.subsurface(edge), place[2:])
            target.blit(drawn, place[:2])
