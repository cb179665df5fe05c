"""What an eye would catch on the pictures, measured: every scene, window size and text size."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest

from game.app import App
from game.campaign.campaign import Campaign
from game.folder import read_folder
from game.gallery import Scene, office_in_memory, scenes
from game.paths import campaign as shipped_campaign
from game.playthrough.desk import Stage
from game.screens import bindings, styles
from game.screens.screen import Office, Screen
from game.settings import Settings
from game.widgets.geometry import Rect
from game.widgets.look import PLAIN, STARK, Color, Palette
from game.widgets.sheet import Chart, Clipped, Fade, Fill, Hand, Ink, Op, Sheet, Spot, Tilted
from tests.screens.player import PAINTER, Player, foot_of, seated, seen, written

SIZES = ((1024, 640), (1280, 720), (1920, 1080), (3840, 2160))
TEXTS = (75, 100, 150, 200, 250)
LOOKS = [(size, text) for size in SIZES for text in TEXTS]
TELEGRAMS = (2, 5)
"""The two whose screens are looked at; the pages beside the stages are looked at too."""
LEAST_BUTTON = 38
"""Pixels a button is high at 720 lines."""
LEAST_LINE = 24
"""Pixels a line in a list or in the line of keys is high that can be pressed."""
LINES = ("entry", "also", "menu", "notebook", "close")
"""What may be as low as a line: rows of a list, links, keys in the last line."""


@lru_cache(maxsize=1)
def gallery() -> tuple[Office, tuple[Scene, ...]]:
    """Return an office and the scenes to look at, made once."""
    campaign = read_folder(shipped_campaign()).campaign
    assert campaign is not None
    office = office_in_memory(campaign)
    kept = tuple(f"telegram-{number}" for number in TELEGRAMS)
    all_of_them = scenes(office)
    return office, tuple(
        one for one in all_of_them if not one[0].startswith("telegram-") or one[0].startswith(kept)
    )


@lru_cache(maxsize=2)
def drawn(size: tuple[int, int], text: int) -> tuple[tuple[str, App, Screen, Sheet], ...]:
    """Return every scene as it comes out."""
    office, found = gallery()
    office.settings = Settings(text=text)
    return tuple(
        (name, (app := App(screens[-1:], office, PAINTER)), screens[-1], screens[-1].view(app.look(size)))
        for name, screens in found
    )


def whole(sheet: Sheet) -> Rect:
    """Return the rectangle of the window."""
    return Rect(0, 0, *sheet.size)


# --- text ---


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_no_text_is_cut_off(size: tuple[int, int], text: int) -> None:
    assert [
        (name, ink.text, ink.rect, clip)
        for name, _, _, sheet in drawn(size, text)
        for ink, clip in seen(sheet.marks, whole(sheet))
        if is_cut(ink.rect, clip, whole(sheet))
    ] == []


def is_cut(rect: Rect, clip: Rect, window: Rect) -> bool:
    """Return whether text reaches beyond where it is seen; a scrolled part may hide it below."""
    beside = rect.x < clip.x - 1 or rect.right > clip.right + 1
    return beside or (clip == window and (rect.y < 0 or rect.bottom > window.bottom + 2))


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_no_line_lies_on_another(size: tuple[int, int], text: int) -> None:
    assert [
        (name, *pair) for name, _, _, sheet in drawn(size, text) for pair in overlaps(sheet)
    ] == []


def overlaps(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield lines that lie on one another."""
    bodies = sorted(
        ((body(ink, rect), ink.text) for ink, clip in seen(sheet.marks, whole(sheet))
         if (rect := ink.rect.common(clip)).w and rect.h),
        key=lambda one: one[0].y,
    )  # fmt: skip
    for number, (one, text) in enumerate(bodies):
        for other, beside in bodies[number + 1 :]:
            if other.y >= one.bottom:
                break
            if one.meets(other):
                yield text, beside


def body(ink: Ink, rect: Rect) -> Rect:
    """Return where the letters of a line are, without the space between lines."""
    return Rect(rect.x + 1, rect.y + rect.h // 6, max(rect.w - 2, 1), max(rect.h - rect.h // 3, 1))


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_what_scrolls_shows_three_lines_or_all_of_it(size: tuple[int, int], text: int) -> None:
    assert [
        (name, part)
        for name, app, _, sheet in drawn(size, text)
        for part in sheet.scrolls
        if part.rect.h < min(3 * line_height(app, size), part.height)
    ] == []


def line_height(app: App, size: tuple[int, int]) -> int:
    """Return the distance between two lines of reading text."""
    look = app.look(size)
    style = styles.text(look.palette)
    return look.fonts.height(style.face, style.px(look))


# --- what can be pressed ---


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_tab_reaches_everything_that_can_be_pressed(size: tuple[int, int], text: int) -> None:
    assert [
        (name, missed)
        for name, _, _, sheet in drawn(size, text)
        if (missed := {spot.name for spot in bindings.pressable(sheet)} - reached(sheet))
    ] == []


def reached(sheet: Sheet) -> set[str]:
    """Return what Tab goes to."""
    hand, found = Hand(), set()
    for _ in sheet.spots:
        bindings.step(hand, sheet, 1)
        found.add(hand.focus)
    return found


@pytest.mark.parametrize("text", TEXTS)
def test_everything_that_can_be_pressed_has_a_label(text: int) -> None:
    assert [
        (name, spot.name)
        for name, _, _, sheet in drawn((1280, 720), text)
        for spot in bindings.pressable(sheet)
        if not spot.label.strip() or spot.role != "button"
    ] == []


@pytest.mark.parametrize("text", TEXTS)
def test_what_can_be_pressed_is_large_enough_to_hit(text: int) -> None:
    assert [
        (name, spot.name, spot.rect)
        for name, _, _, sheet in drawn((1280, 720), text)
        for spot in bindings.pressable(sheet)
        if spot.rect.w and spot.rect.h < least(spot)
    ] == []


def least(spot: Spot) -> int:
    """Return how high something must be at 720 lines."""
    return LEAST_LINE if spot.name.partition(":")[0] in LINES else LEAST_BUTTON


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_what_can_be_pressed_lies_in_the_window(size: tuple[int, int], text: int) -> None:
    assert [
        (name, spot.name, spot.rect)
        for name, _, _, sheet in drawn(size, text)
        for spot in bindings.pressable(sheet)
        if not spot.scroll and spot.rect.common(whole(sheet)) != spot.rect
    ] == []


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_every_screen_names_the_keys_for_going_on_and_back(
    size: tuple[int, int], text: int
) -> None:
    assert [
        (name, foot_of(app, sheet), hint)
        for name, app, _, sheet in drawn(size, text)
        for hint in ("", *hints(sheet))
        if hint.casefold() not in foot_of(app, sheet).casefold() or not foot_of(app, sheet)
    ] == []


def hints(sheet: Sheet) -> list[str]:
    """Return what the line of keys says about Enter and Esc."""
    keys = ("return", "escape")
    return [spot.hint for spot in bindings.pressable(sheet) if spot.key in keys]


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_every_key_but_the_numbers_has_one_meaning(size: tuple[int, int], text: int) -> None:
    for name, _, _, sheet in drawn(size, text):
        bound = {(spot.key, spot.name) for spot in bindings.pressable(sheet) if spot.key}

        assert len({key for key, _ in bound}) == len(bound), name


# --- colours ---


@pytest.mark.parametrize("palette", [PLAIN, STARK])
def test_text_stands_out_from_its_ground(palette: Palette) -> None:
    office, found = gallery()
    office.settings = Settings(contrast=palette is STARK)
    look = App((), office, PAINTER).look((1280, 720))

    assert {
        (ink.text, ink.color, ground, round(contrast(ink.color, ground), 2))
        for _, screens in found
        for ink, ground in grounds(screens[-1].view(look).marks, [])
        if contrast(ink.color, ground) < 4.5
    } == set()


def grounds(
    marks: tuple[Op, ...], below: list[tuple[Rect, Color]]
) -> Iterator[tuple[Ink, Color]]:
    """Yield every line of text with the colour it stands on, where that is one colour."""
    for mark in marks:
        match mark:
            case Fill(rect, color, alpha) if alpha >= 200:
                below.append((rect, color))
            case Fade(rect, color):
                below.append((rect, color))
            case Clipped(_, inside) | Tilted(_, _, inside):
                yield from grounds(inside, below)
            case Ink(rect) if under := [color for one, color in below if rect.common(one) == rect]:
                yield mark, under[-1]
            case _:
                pass


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


# --- hindsight ---

BEFORE = (Stage.SITUATION, Stage.TELEGRAM, Stage.COUNCIL, Stage.DECISION)


def record_of(campaign: Campaign, turn: int) -> list[str]:
    """Return every text of a telegram's record."""
    scenario = campaign.scenarios[turn]
    record = scenario.record
    claims = (record.answered, record.told, record.documents)
    known_now = (one.now for one in scenario.situation.dispatches)
    return [
        *(str(one.text) for one in (*claims, *known_now)),
        *(str(one.text) for one in (*record.paragraphs, *record.weak)),
    ]


@pytest.mark.parametrize("turn", range(6))
@pytest.mark.parametrize("stage", BEFORE)
def test_nothing_of_the_record_is_told_before_the_answer(
    shipped: Campaign, turn: int, stage: Stage
) -> None:
    player = seated(shipped, turn, stage, Settings(motion=False))
    told = told_by(player)

    assert [text for text in record_of(shipped, turn) if text.casefold() in told] == []


def told_by(player: Player) -> str:
    """Return all that a screen shows or reads out, with everything on it pressed that only tells."""
    texts = [player.text]
    for name in [one for one in player.names if one.startswith(("slip:", "voice:", "ask:"))]:
        player.top.act(name)
        texts.append(player.text)
    labels = " ".join(spot.label for spot in player.sheet.spots)
    return " ".join((*texts, labels.casefold()))


def test_the_record_itself_does_tell_it(shipped: Campaign) -> None:
    told = told_by(seated(shipped, 0, Stage.RECORD))

    assert [text for text in record_of(shipped, 0) if text.casefold() not in told] == []
