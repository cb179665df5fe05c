"""What an eye would catch on the pictures, measured: every scene, window size and text size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pytest

from game.files.settings import Settings
from game.keymap import BY_NAME, COMMANDS, NUMBERS, Device, called
from game.screens import bindings, styles
from game.screens.captions import above
from game.screens.foot import hinted
from game.screens.screen import Office
from game.widgets.geometry import Rect
from game.widgets.look import PLAIN, STARK, Color, Look, Palette
from game.widgets.sheet import PRESSED, READ, Clipped, Fade, Fill, Hand, Ink, Op, Sheet, Tilted
from game.widgets.tree import groups, leaves, tree_of
from game.window.app import App
from game.window.gallery import Scene
from tests.exhaustive import sampled
from tests.screens.player import PAINTER, foot_of, seen
from tests.screens.shown import gallery

pytestmark = pytest.mark.gallery
SIZES = ((1024, 640), (1280, 720), (1920, 1080), (3840, 2160))
TEXTS = (75, 100, 150, 200, 250)
SMALLEST, USUAL, WIDE, LARGEST = SIZES
LOOKS = sampled(
    [(size, text) for size in SIZES for text in TEXTS],
    [],
)
"""All day none of them: the usual window is looked at for its colours and with a pad in hand, a
small one by other readers, a yet smaller one where captions take a strip of it."""
READERS = [
    Settings(text=75, face="dyslexia", spacing=200),
    Settings(text=100, face="dyslexia", spacing=130),
    Settings(text=100, face="sans", spacing=200),
    Settings(text=150, face="dyslexia"),
    Settings(text=200, face="sans"),
    Settings(text=250, face="dyslexia", spacing=200),
]
"""How others read: another face, lines further apart."""
OTHERS = sampled(
    [(settings, size) for settings in READERS for size in SIZES[:3]],
    [(READERS[-1], SMALLEST)],
)
TELEGRAMS = (2, 5)
"""The two whose screens are looked at; the pages beside the stages are looked at too."""
LEAST_BUTTON = 38
"""Pixels a button is high at 720 lines."""
LEAST_LINE = 21
"""Pixels a line in a list or in the line of keys is high that can be pressed."""
CONTRAST, LARGE_CONTRAST, LARGE = 4.5, 3.0, 40
"""The least contrast of text and of large text, and from how many pixels on it is large."""
SOLID = 200
"""The alpha from which on a ground counts as the one that text stands on."""
CALLED = {called(given).casefold() for one in COMMANDS for given in one.inputs} - {"back"}
"""How keys are called that a hint must not name: the map may give the command to another."""
LINES = ("entry", "also", "menu", "notebook", "key", "close", "before", "after", "wall")
"""What may be as low as a line: rows of a list, links, keys in the last line."""


def looked_at() -> tuple[Office, list[Scene]]:
    """Return an office and the scenes to look at."""
    office, found = gallery()
    kept = tuple(f"telegram-{number}" for number in TELEGRAMS)
    return office, [
        one for one in found if not one[0].startswith("telegram-") or one[0].startswith(kept)
    ]


@dataclass(frozen=True, slots=True)
class Picture:
    """A scene as it comes out."""

    name: str
    look: Look
    sheet: Sheet

    @property
    def window(self) -> Rect:
        """The rectangle of the window."""
        return Rect(0, 0, *self.sheet.size)


def pictures(
    size: tuple[int, int], settings: Settings, device: Device = Device.KEYS
) -> Iterator[Picture]:
    """Yield every scene as it comes out."""
    office, found = looked_at()
    office.settings = settings
    for name, screens in found:
        app = App(screens[-1:], office, PAINTER)
        app.inputs.device = device
        look = app.look(size)
        yield Picture(name, look, screens[-1].view(look))


def texts_cut_off(picture: Picture) -> Iterator[object]:
    """Yield lines that are wider than where they are seen, or beyond the window."""
    window = picture.window
    for ink, clip in seen(picture.sheet.marks, window):
        rect = ink.rect
        beside = rect.x < clip.x - 1 or rect.right > clip.right + 1
        beyond = clip == window and (rect.y < 0 or rect.bottom > window.bottom + 2)
        if beside or beyond:
            yield ink.text, rect, clip


def lines_on_one_another(picture: Picture) -> Iterator[object]:
    """Yield pairs of lines whose letters meet."""
    inks = seen(picture.sheet.marks, picture.window)
    found = [(ink, ink.rect.common(clip)) for ink, clip in inks]
    bodies = [(letters(rect), ink.text) for ink, rect in found if rect.w and rect.h]
    by_height = sorted(bodies, key=lambda one: one[0].y)
    for number, (one, text) in enumerate(by_height):
        for other, beside in by_height[number + 1 :]:
            if other.y >= one.bottom:
                break
            if one.meets(other):
                yield text, beside


def letters(rect: Rect) -> Rect:
    """Return where the letters of a line are, without the space between lines."""
    return Rect(rect.x + 1, rect.y + rect.h // 6, max(rect.w - 2, 1), max(rect.h - rect.h // 3, 1))


def scrolled_parts_too_low_to_read(picture: Picture) -> Iterator[object]:
    """Yield parts with room for fewer than three lines, set as close as they can be."""
    look = picture.look
    style = styles.text(look.palette)
    three = 3 * look.fonts.body(look.fonts.face(style.face), style.px(look))
    yield from (part for part in picture.sheet.scrolls if part.rect.h < min(three, part.height))


def stops_that_tab_misses(picture: Picture) -> Iterator[object]:
    """Yield what can be pressed with the mouse alone."""
    sheet = picture.sheet
    hand, found = Hand(), set()
    for _ in sheet.spots:
        bindings.step(hand, sheet, 1)
        found.add(hand.focus)
    yield from {spot.name for spot in bindings.pressable(sheet)} - found


def buttons_without_a_label(picture: Picture) -> Iterator[object]:
    """Yield what a reader could not read out."""
    sheet = picture.sheet
    for spot in bindings.pressable(sheet):
        if not spot.label.strip() or spot.role not in PRESSED:
            yield spot


def spots_that_a_voice_cannot_tell(picture: Picture) -> Iterator[object]:
    """Yield spots without a role that is known, without a name, or with an id for a name."""
    for spot in picture.sheet.spots:
        if spot.role not in (*PRESSED, *READ) or not spot.label.strip():
            yield spot
        if bool(spot.name) != (spot.role in PRESSED):
            yield spot


def pictures_without_a_title(picture: Picture) -> Iterator[object]:
    """Yield the name of a screen of which one would not hear what it is."""
    if not any(spot.role == "heading" for spot in picture.sheet.spots):
        yield picture.name


def groups_without_a_name(picture: Picture) -> Iterator[object]:
    """Yield groups that nobody could tell apart, and lists of nothing."""
    for group in groups(tree_of(picture.sheet)):
        pressed = group.role in ("figures", "banner") or any(one.name for one in leaves(group))
        if not group.label.strip() or not pressed:
            yield group


def buttons_outside_the_window(picture: Picture) -> Iterator[object]:
    """Yield what lies where no mouse can go."""
    sheet = picture.sheet
    for spot in bindings.pressable(sheet):
        if not spot.scroll and spot.rect.common(picture.window) != spot.rect:
            yield spot.name, spot.rect


def buttons_too_low_to_hit(picture: Picture) -> Iterator[object]:
    """Yield what is lower than a finger or an unsteady hand needs."""
    sheet = picture.sheet
    for spot in bindings.pressable(sheet):
        line = spot.name.partition(":")[0] in LINES
        least = (LEAST_LINE if line else LEAST_BUTTON) * picture.look.scale
        if spot.rect.w and spot.rect.h < int(least):
            yield spot.name, spot.rect


def keys_that_are_not_named(picture: Picture) -> Iterator[object]:
    """Yield what the line of keys should say about Enter and Esc, and does not."""
    sheet = picture.sheet
    foot = foot_of(picture.look, sheet)
    if not foot:
        yield "nothing at all"
    for spot in bindings.pressable(sheet):
        if spot.key in ("advance", "back"):
            hint = hinted(picture.look, (spot.hint, spot.key)).upper()
            if hint not in foot:
                yield hint, foot


def keys_that_are_no_commands(picture: Picture) -> Iterator[object]:
    """Yield spots whose key is no command and no number, or whose hint names a key itself."""
    for spot in bindings.pressable(picture.sheet):
        if spot.key and spot.key not in (*BY_NAME, *NUMBERS):
            yield spot
        if spot.hint.partition(" ")[0].casefold() in CALLED:
            yield spot


def keys_with_two_meanings(picture: Picture) -> Iterator[object]:
    """Yield keys that are bound to two things."""
    sheet = picture.sheet
    bound: dict[str, str] = {}
    for spot in bindings.pressable(sheet):
        if spot.key and bound.setdefault(spot.key, spot.name) != spot.name:
            yield spot.key, bound[spot.key], spot.name


Check = Callable[[Picture], Iterator[object]]
CHECKS: tuple[Check, ...] = (
    texts_cut_off,
    lines_on_one_another,
    scrolled_parts_too_low_to_read,
    stops_that_tab_misses,
    buttons_without_a_label,
    spots_that_a_voice_cannot_tell,
    pictures_without_a_title,
    groups_without_a_name,
    buttons_outside_the_window,
    buttons_too_low_to_hit,
    keys_that_are_not_named,
    keys_that_are_no_commands,
    keys_with_two_meanings,
)


@pytest.mark.parametrize(
    ("size", "text"), sampled([(SMALLEST, 200), (SMALLEST, 250)], [(SMALLEST, 250)])
)
def test_nothing_is_lost_where_captions_take_a_strip_of_a_small_window(
    size: tuple[int, int], text: int
) -> None:
    window = App((), gallery()[0], PAINTER).look(size)
    left = above(replace(window, text=text)).size

    assert left[1] < size[1]
    assert faults_of(pictures(left, Settings(text=text))) == []


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_no_picture_has_a_fault_that_an_eye_would_catch(size: tuple[int, int], text: int) -> None:
    assert faults_of(pictures(size, Settings(text=text))) == []


@pytest.mark.parametrize(("settings", "size"), OTHERS)
def test_no_picture_has_a_fault_for_other_readers(
    settings: Settings, size: tuple[int, int]
) -> None:
    assert faults_of(pictures(size, settings)) == []


@pytest.mark.parametrize("device", sampled([Device.PAD, Device.PLAYSTATION], [Device.PAD]))
def test_no_picture_has_a_fault_with_a_pad_in_hand(device: Device) -> None:
    assert faults_of(pictures((1280, 720), Settings(text=150), device)) == []


def faults_of(found: Iterable[Picture], checks: Sequence[Check] = CHECKS) -> list[object]:
    """Return what an eye would catch, with the check that caught it."""
    return [
        (check.__name__, picture.name, fault)
        for picture in found
        for check in checks
        for fault in check(picture)
    ]


# --- colours ---


def texts_that_fade_into_their_ground(picture: Picture) -> Iterator[object]:
    """Yield lines whose contrast is too low for their size."""
    for ink, ground in grounds(picture.sheet.marks, [], picture.window):
        reached = contrast(ink.color, ground)
        if reached < (LARGE_CONTRAST if ink.px >= LARGE else CONTRAST):
            yield ink.text, ink.px, ink.color, ground, round(reached, 2)


COLOURS: list[tuple[Palette, tuple[Check, ...]]] = [
    (PLAIN, (*CHECKS, texts_that_fade_into_their_ground)),
    (STARK, (texts_that_fade_into_their_ground,)),
    (STARK, CHECKS),
]
"""What is looked for in which colours; they move nothing, so all day in the usual ones most."""


@pytest.mark.parametrize(("palette", "checks"), sampled(COLOURS, COLOURS[:2]))
def test_text_stands_out_from_its_ground_in_pictures_without_a_fault(
    palette: Palette, checks: tuple[Check, ...]
) -> None:
    found = list(pictures(USUAL, Settings(contrast=palette is STARK)))

    assert found[0].look.palette is palette
    assert faults_of(found, checks) == []


def grounds(
    marks: tuple[Op, ...], below: list[tuple[Rect, Color]], clip: Rect
) -> Iterator[tuple[Ink, Color]]:
    """Yield every line of text that is seen with the colour it stands on, where it is one."""
    for mark in marks:
        match mark:
            case Fill(rect, color, alpha) if alpha >= SOLID:
                below.append((rect, color))
            case Fade(rect, color, first, last):
                below.append((faded_to_solid(rect, first, last, across=mark.across), color))
            case Clipped(rect, inside):
                yield from grounds(inside, below, clip.common(rect))
            case Tilted(_, _, inside):
                yield from grounds(inside, below, clip)
            case Ink(rect):
                shown = rect.common(clip)
                under = (color for one, color in reversed(below) if shown.common(one) == shown)
                ground = next(under, None) if shown.w and shown.h else None
                if ground is not None:
                    yield mark, ground
            case _:
                pass


def faded_to_solid(rect: Rect, first: int, last: int, *, across: bool) -> Rect:
    """Return the part of a fading ground that is nearly of one colour."""
    if not across or first < SOLID:
        return Rect(0, 0, 0, 0)
    return rect.left(round(rect.w * (first - SOLID) / (first - last)))


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    """Return how bright a colour is, from 0 to 1."""
    shares = [value / 255 for value in color]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_measured_as_it_should_be() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
