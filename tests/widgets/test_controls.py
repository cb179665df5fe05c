"""Texts and buttons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.widgets.controls import (
    Press,
    Style,
    button,
    button_size,
    height_of,
    label,
    ring,
    row_of_buttons,
    tag,
    tag_size,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import PLAIN, Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Ink
from game.widgets.typeset import Face

STYLE = Style(Face.TEXT, 16, (0, 0, 0))
TEXT = "Six times Moscow asked, and six times somebody had to answer."
PRESSES = [Press("one", "Think again"), Press("two", "Look back"), Press("three", "Send it")]


def inks(draft: Draft) -> list[Ink]:
    """Return the lines of text."""
    return [mark for mark in draft.marks if isinstance(mark, Ink)]


@pytest.fixture
def draft(look: Look) -> Draft:
    """An empty draft."""
    return Draft(look, Hand())


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_a_text_stays_in_its_width_and_takes_the_height_it_says(draft: Draft, align: str) -> None:
    room = Rect(40, 30, 170, 0)

    height = write(draft, room, TEXT, STYLE, align=align)

    assert height == height_of(draft.look, TEXT, STYLE, room.w)
    assert all(room.x <= one.rect.x and one.rect.right <= room.right for one in inks(draft))
    assert inks(draft)[-1].rect.bottom == room.y + height


def test_a_text_is_one_spot_with_all_its_words(draft: Draft) -> None:
    write(draft, Rect(0, 0, 100, 0), TEXT, STYLE, role="heading")

    assert [(spot.role, spot.label, spot.enabled) for spot in draft.spots] == [
        ("heading", TEXT, False)
    ]


def test_a_text_without_a_role_is_no_spot(draft: Draft) -> None:
    write(draft, Rect(0, 0, 100, 0), TEXT, STYLE, role="")

    assert draft.spots == []


def test_capitals_are_measured_as_capitals(look: Look) -> None:
    loud = replace(STYLE, upper=True)

    assert width_of(look, TEXT, loud) == width_of(look, TEXT.upper(), STYLE)


def test_a_label_takes_the_width_it_says(draft: Draft) -> None:
    width = label(draft, 5, 6, "Yan'an", STYLE)

    assert width == width_of(draft.look, "Yan'an", STYLE)
    assert inks(draft)[0].rect[:3] == (5, 6, width)


def test_a_tag_ends_where_it_is_told_and_is_as_large_as_it_says(draft: Draft) -> None:
    place = tag(draft, 300, 10, "documented", STYLE)

    assert place.right == 300
    assert place[2:] == tag_size(draft.look, "documented", STYLE)
    assert inks(draft)[0].rect.common(place) == inks(draft)[0].rect


def test_a_tag_can_begin_where_it_is_told(draft: Draft) -> None:
    assert tag(draft, 0, 10, "documented", STYLE, x=77).x == 77


@pytest.mark.parametrize("text", [75, 100, 250])
def test_a_button_holds_its_word(look: Look, text: int) -> None:
    draft = Draft(replace(look, text=text), Hand())
    size = button_size(draft.look, PRESSES[0])

    button(draft, Rect(10, 10, *size), PRESSES[0], main=True)

    assert inks(draft)[0].rect.common(Rect(10, 10, *size)) == inks(draft)[0].rect
    assert size[1] >= 42


def test_a_button_under_the_mouse_is_lit(look: Look) -> None:
    cold, hot = Draft(look, Hand()), Draft(look, Hand(hover="one"))
    for draft in (cold, hot):
        button(draft, Rect(0, 0, 100, 40), PRESSES[0])

    assert cold.marks[0] != hot.marks[0]


def test_a_button_says_its_key_and_what_it_is_for(draft: Draft) -> None:
    button(draft, Rect(0, 0, 100, 40), Press("send", "Send it", "return", "Enter send"))

    spot = draft.spots[0]

    assert (spot.name, spot.label, spot.key, spot.hint) == (
        "send", "Send it", "return", "Enter send",
    )  # fmt: skip


@pytest.mark.parametrize("width", [1200, 420, 260, 190])
@pytest.mark.parametrize("main", ["one", "three"])
def test_a_row_of_buttons_wraps_upwards_and_none_lies_on_another(
    draft: Draft, width: int, main: str
) -> None:
    room = Rect(30, 100, width, 400)

    height = row_of_buttons(draft, room, PRESSES, main=main)
    places = [spot.rect for spot in draft.spots]

    assert min(place.y for place in places) == room.bottom - height
    assert max(place.bottom for place in places) == room.bottom
    assert all(room.x <= place.x and place.right <= room.right for place in places)
    assert not [1 for n, one in enumerate(places) if any(map(one.meets, places[n + 1 :]))]


def test_the_last_of_a_row_stands_at_the_right(draft: Draft) -> None:
    row_of_buttons(draft, Rect(0, 0, 1200, 60), PRESSES, main="three")

    places = {spot.name: spot.rect for spot in draft.spots}

    assert places["three"].right == 1200
    assert places["one"].right < places["two"].x < places["three"].x


def test_only_the_focus_has_a_ring(look: Look) -> None:
    draft = Draft(look, Hand(focus="one"))

    ring(draft, Rect(10, 10, 20, 20), "other")
    ring(draft, Rect(10, 10, 20, 20), "")
    before = list(draft.marks)
    ring(draft, Rect(10, 10, 20, 20), "one")

    assert before == []
    assert isinstance(draft.marks[0], Edge)
    assert draft.marks[0].rect.common(Rect(10, 10, 20, 20)) == Rect(10, 10, 20, 20)


def test_a_red_button_is_the_one_to_press(draft: Draft) -> None:
    row_of_buttons(draft, Rect(0, 0, 1200, 60), PRESSES, main="three")

    red = [one.rect for one in draft.marks if isinstance(one, Fill) and one.color == PLAIN.red]

    assert red == [next(spot.rect for spot in draft.spots if spot.name == "three")]
