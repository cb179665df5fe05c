"""Lines and faces."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from game.files.settings import FACES
from game.widgets.geometry import Rect
from game.widgets.sheet import Ink
from game.widgets.typeset import INSTEAD, Face, Fonts, Run
from game.window.painting import painter
from tests.exhaustive import examples

words = st.text("abcdefgh WMil.,-Яжё毛泽東·→", min_size=1, max_size=12).map(
    lambda word: word.replace(" ", "")
)
texts = st.lists(words.filter(bool), min_size=1, max_size=30).map(" ".join)
faces = st.sampled_from([Face.TEXT, Face.HEAD, Face.TYPED, Face.TEXT_ITALIC])
shared = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(80)
)


@shared
@given(texts, faces, st.integers(9, 40), st.integers(30, 700), st.integers(0, 4))
def test_no_line_is_wider_than_asked_for(
    fonts: Fonts, text: str, face: Face, px: int, width: int, spacing: int
) -> None:
    lines = fonts.wrap(text, face, px, width, spacing)

    assert all(fonts.width(line, face, px, spacing) <= width or len(line) == 1 for line in lines)


@shared
@given(texts, faces, st.integers(9, 40), st.integers(30, 700))
def test_every_letter_is_kept_in_order(
    fonts: Fonts, text: str, face: Face, px: int, width: int
) -> None:
    lines = fonts.wrap(text, face, px, width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@shared
@given(texts, faces, st.integers(9, 40))
def test_words_that_fit_are_not_broken(fonts: Fonts, text: str, face: Face, px: int) -> None:
    widest = max(fonts.width(word, face, px) for word in text.split())

    lines = fonts.wrap(text, face, px, widest)

    assert " ".join(lines).split() == text.split()


@shared
@given(texts, faces, st.integers(9, 40), st.integers(60, 700))
def test_a_line_ends_only_where_the_next_word_has_no_room(
    fonts: Fonts, text: str, face: Face, px: int, width: int
) -> None:
    assume(all(fonts.width(word, face, px) <= width for word in text.split()))

    lines = fonts.wrap(text, face, px, width)

    for line, after in pairwise(lines):
        assert fonts.width(f"{line} {after.split()[0]}", face, px) > width


def test_a_word_wider_than_the_line_is_broken(fonts: Fonts) -> None:
    lines = fonts.wrap("a Donaudampfschifffahrt b", Face.TEXT, 20, 80)

    assert len(lines) > 3
    assert lines[0] == "a"
    assert lines[-1].endswith("b")


# --- as the player reads ---


def white(text: str, face: Face, px: int) -> Ink:
    """Return a line to be drawn."""
    return Ink(Rect(0, 0, 0, 0), text, face, px, (255, 255, 255))


@pytest.mark.parametrize("reading", FACES)
@pytest.mark.parametrize("face", [Face.TEXT, Face.TEXT_BOLD, Face.TEXT_ITALIC, Face.TYPED])
def test_a_chosen_face_is_measured_as_it_is_drawn(fonts: Fonts, reading: str, face: Face) -> None:
    chosen = fonts.read_in(reading, 100)
    text = "Yan'an — Жуков 毛"

    drawn = painter()._rendered(white(text, chosen.face(face), 24))

    assert drawn.get_width() == chosen.width(text, face, 24)
    assert drawn.get_bounding_rect().right <= chosen.width(text, face, 24) + 2


@pytest.mark.parametrize("reading", FACES)
def test_no_letter_of_a_chosen_face_is_cut_off(fonts: Fonts, reading: str) -> None:
    face = fonts.read_in(reading, 100).face(Face.TEXT)
    picture = painter()._rendered(white("ÅÉgjpqy", face, 40))

    seen = picture.get_bounding_rect()

    assert seen.top > 0
    assert seen.bottom < picture.get_height()


def test_a_face_without_serifs_takes_the_place_of_reading_text_only(fonts: Fonts) -> None:
    chosen = fonts.read_in("sans", 100)

    assert chosen.face(Face.TEXT) is Face.SANS
    assert chosen.face(Face.TYPED) is Face.TYPED
    assert chosen.face(Face.HEAD) is Face.HEAD


def test_a_face_for_dyslexic_readers_sets_the_telegram_too(fonts: Fonts) -> None:
    chosen = fonts.read_in("dyslexia", 100)

    assert chosen.face(Face.TYPED) is Face.CLEAR
    assert chosen.face(Face.TEXT_ITALIC) is Face.CLEAR_ITALIC
    assert fonts.face(Face.TYPED) is Face.TYPED


def test_lines_that_are_read_stand_further_apart_and_labels_do_not(fonts: Fonts) -> None:
    wide = fonts.read_in("serif", 200)

    assert wide.height(Face.TEXT, 20) == 2 * fonts.height(Face.TEXT, 20)
    assert wide.height(Face.HEAD, 20) == fonts.height(Face.HEAD, 20)


def test_every_choice_in_the_settings_has_its_faces() -> None:
    assert set(INSTEAD) == set(FACES)


def test_a_line_break_in_a_text_is_kept(fonts: Fonts) -> None:
    assert fonts.wrap("one\n\ntwo", Face.TEXT, 16, 500) == ("one", "", "two")


def test_nothing_is_one_empty_line(fonts: Fonts) -> None:
    assert fonts.wrap("", Face.TEXT, 16, 500) == ("",)


def test_each_character_is_set_in_a_face_that_has_it(fonts: Fonts) -> None:
    assert fonts.runs("Mao 毛 Мао", Face.HEAD) == (
        Run("Mao ", Face.HEAD),
        Run("毛", Face.HAN_HEAD),
        Run(" Мао", Face.HEAD),
    )


@pytest.mark.parametrize("face", [one for one in Face if one is not Face.SYMBOLS])
def test_every_face_can_set_what_the_texts_need(fonts: Fonts, face: Face) -> None:
    needed = "Yan'an—“„”é½№ Жуков 毛泽东 → · − × ★"

    runs = fonts.runs(needed, face)

    assert [run for run in runs for one in run.text if not fonts.has(run.face, one)] == []


def test_a_character_that_no_face_has_stays_in_its_own(fonts: Fonts) -> None:
    assert fonts.runs("\U0001f600", Face.TEXT) == (Run("\U0001f600", Face.TEXT),)
    assert not fonts.has(Face.TEXT, "\U0001f600")
    assert not fonts.has(Face.TEXT, "\x00")


@pytest.mark.parametrize("face", list(Face))
def test_a_face_has_the_characters_from_the_first_to_the_last_of_each_span(
    fonts: Fonts, face: Face
) -> None:
    coverage = json.loads((fonts.folder / "coverage.json").read_text(encoding="utf-8"))
    spans = next(spans for name, spans in coverage.items() if Path(name).stem == face)
    within = {code for first, last in spans for code in (first, last)}
    beyond = {code for first, last in spans for code in (first - 1, last + 1)}

    assert all(fonts.has(face, chr(code)) for code in within)
    assert not any(fonts.has(face, chr(code)) for code in beyond - within)


@pytest.mark.parametrize("spacing", [0, 1, 3])
@pytest.mark.parametrize("text", ["AVATAR To", "№ 毛 Жуков", "fi ffi · —"])
def test_a_line_is_drawn_as_wide_as_it_is_measured(fonts: Fonts, text: str, spacing: int) -> None:
    brush = painter()
    width = fonts.width(text, Face.HEAD, 24, spacing)

    nowhere, white = Rect(0, 0, 0, 0), (255, 255, 255)

    drawn = brush._rendered(Ink(nowhere, text, Face.HEAD, 24, white, spacing))
    wider = brush._rendered(Ink(nowhere, f"{text}|", Face.HEAD, 24, white, spacing))

    assert drawn.get_width() == width
    assert drawn.get_bounding_rect().right <= width
    assert wider.get_bounding_rect().right > width


def test_spacing_is_added_after_each_letter(fonts: Fonts) -> None:
    letters = sum(fonts.width(one, Face.HEAD, 20) for one in "abc")

    assert fonts.width("abc", Face.HEAD, 20, 5) == letters + 15
