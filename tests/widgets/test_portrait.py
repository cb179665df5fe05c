"""Portraits: every word can be drawn, in every frame."""

from __future__ import annotations

import re
import typing
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from io import BytesIO
from itertools import combinations
from typing import Any
from xml.etree import ElementTree as ET

import pygame
import pytest

from game.widgets import portrait_dress, portrait_ground, portrait_hair, portrait_parts
from game.widgets.portrait import SIZE, svg
from game.widgets.portrait_cuts import (
    DARK,
    INK,
    NIGHT,
    OCHRE,
    PAPER,
    SHADE,
    WOOD,
    Cuts,
    Hatch,
    flatten,
    render,
)
from game.widgets.portrait_ground import Frame
from game.widgets.portrait_words import Portrait

WORDS: dict[str, tuple[str, ...]] = {
    name: typing.get_args(word) for name, word in typing.get_type_hints(Portrait).items()
}
TABLES: dict[str, Mapping[str, object]] = {
    "face": portrait_parts.FACES,
    "hair": portrait_hair.HAIR,
    "hat": portrait_hair.HATS,
    "brows": portrait_parts.BROWS,
    "eyes": portrait_parts.EYES,
    "nose": portrait_parts.NOSES,
    "mouth": portrait_parts.MOUTHS,
    "beard": portrait_parts.BEARDS,
    "glasses": portrait_parts.GLASSES,
    "mark": portrait_parts.MARKS,
    "age": portrait_parts.AGES,
    "coat": portrait_dress.COATS,
    "hold": portrait_dress.HOLDS,
}
FRAMES: tuple[Frame, ...] = typing.get_args(Frame)
CASES = [(field, word) for field, words in WORDS.items() for word in words]


def with_word(field: str, word: str) -> Portrait:
    changes: dict[str, Any] = {field: word}
    return replace(Portrait(), **changes)


@cache
def pixels(text: str, size: tuple[int, int] = (160, 186)) -> bytes:
    surface = pygame.image.load_sized_svg(BytesIO(text.encode()), size)
    return pygame.image.tobytes(surface, "RGB")


def test_every_field_has_a_table_with_exactly_its_words() -> None:
    """A word without marks would fail in the game, marks without a word would never be seen."""
    assert {field: set(table) for field, table in TABLES.items()} == {
        field: set(words) for field, words in WORDS.items()
    }


def test_every_pair_of_lids_has_an_eye_between_them() -> None:
    """The white of the eye is kept apart from its lids, since the far one lies in the shade."""
    assert set(portrait_parts.EYE_WHITE) == set(portrait_parts.EYES)


def test_every_frame_has_a_ground_and_a_border() -> None:
    """A frame is both."""
    assert set(portrait_ground.GROUNDS) == set(portrait_ground.BORDERS) == set(FRAMES)


def test_every_field_has_a_default_among_its_words() -> None:
    """An author writes only what is special about a person."""
    default = Portrait()
    assert all(getattr(default, f.name) in WORDS[f.name] for f in fields(Portrait))


@pytest.mark.parametrize(("field", "word"), CASES)
def test_each_word_makes_xml_that_becomes_a_picture(field: str, word: str) -> None:
    """The text is well formed, and pygame shows light skin on dark ground."""
    text = svg(with_word(field, word))
    picture = pixels(text)

    assert ET.fromstring(text).tag.endswith("svg")
    assert max(picture) > 200
    assert min(picture) < 40


@pytest.mark.parametrize("field", sorted(WORDS))
def test_two_words_for_one_feature_look_different(field: str) -> None:
    """Otherwise one of them would be a promise without a picture."""
    looks = {word: pixels(svg(with_word(field, word))) for word in WORDS[field]}
    alike = [(a, b) for a, b in combinations(looks, 2) if looks[a] == looks[b]]

    assert alike == []


def test_each_frame_looks_different() -> None:
    """One sees at once who is in the room, who speaks from afar and who is missing."""
    assert len({pixels(svg(Portrait(), frame=frame)) for frame in FRAMES}) == len(FRAMES)


def test_the_empty_chair_is_the_same_for_everybody() -> None:
    """Nothing of the person is left in the picture."""
    absent = {svg(with_word(field, word), frame="absent") for field, word in CASES}
    assert len(absent) == 1


def test_the_same_words_give_the_same_picture() -> None:
    """The unevenness of the hand is fixed: pictures can be cached and compared."""
    assert svg(Portrait(hair="curly")) == svg(Portrait(hair="curly"))


def test_hair_does_not_show_through_a_hat() -> None:
    """Below a hat all hair is temples."""
    assert svg(Portrait(hat="soft-cap", hair="wavy")) == svg(Portrait(hat="soft-cap"))


def test_a_shaven_head_has_no_temples_under_its_hat() -> None:
    """The cap is all there is."""
    assert svg(Portrait(hat="soft-cap", hair="shaven")) != svg(Portrait(hat="soft-cap"))


@pytest.mark.parametrize("frame", FRAMES)
def test_a_picture_uses_the_colours_of_the_block_alone(frame: Frame) -> None:
    """A woodcut has few inks: no red in it, so that red can frame the speaker."""
    root = ET.fromstring(svg(Portrait(mark="blind-eye"), frame=frame))
    used = {e.get(name) for e in root.iter() for name in ("fill", "stroke")} - {None, "none"}

    assert used <= {INK, NIGHT, DARK, WOOD, SHADE, OCHRE, PAPER, portrait_ground.RADIO_NIGHT}


@pytest.mark.parametrize("width", [72, 160, 700])
def test_a_picture_can_be_small_and_large(width: int) -> None:
    """From the row of advisers on a phone to a full page."""
    height = round(width * SIZE[1] / SIZE[0])
    assert len(set(pixels(svg(Portrait()), (width, height)))) > 20


def test_a_picture_has_the_proportions_of_its_frame() -> None:
    """160 to 186, as the screens leave room for it."""
    assert SIZE[0] * 186 == SIZE[1] * 160


@pytest.mark.parametrize(
    "mark", [Cuts(INK, "0,0 5,5 10,0 2"), Hatch(INK, "M0,0 L90,0 L90,90 L0,90Z", 0, 9, 2)]
)
def test_no_stroke_of_the_knife_is_closed_once_more(mark: Cuts | Hatch) -> None:
    """It ends where it began, and a leg from there to there takes long to draw."""
    strokes = re.findall(r"M([\d.,-]+)Q\S+ \S+Q\S+ ([\d.,-]+)", render((mark,)))

    assert strokes
    assert all(first == last for first, last in strokes)
    assert "Z" not in render((mark,))


def test_a_curve_is_flattened_along_its_course() -> None:
    """Hatching follows these corners: they start, bend and end where the curve does."""
    (outline,) = flatten("M0,0 Q10,0 10,10Z", steps=2)
    assert outline == [(0.0, 0.0), (7.5, 2.5), (10.0, 10.0)]
