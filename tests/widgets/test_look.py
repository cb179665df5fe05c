"""Sizes and palettes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.widgets.look import PLAIN, STARK, Look


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 720), 1), ((1920, 1080), 1.5), ((3840, 2160), 3), ((1280, 2000), 1), ((9000, 720), 1)],
)
def test_everything_grows_with_the_shorter_side(
    look: Look, size: tuple[int, int], scale: float
) -> None:
    assert replace(look, size=size).scale == scale


def test_text_grows_with_the_window_and_with_the_setting(look: Look) -> None:
    assert look.pt(20) == 20
    assert replace(look, size=(2560, 1440)).pt(20) == 40
    assert replace(look, text=250).pt(20) == 50


def test_lengths_do_not_grow_with_the_text(look: Look) -> None:
    assert replace(look, text=250).px(20) == look.px(20) == 20


def test_nothing_is_thinner_than_a_pixel_and_no_letter_smaller_than_nine(look: Look) -> None:
    tiny = replace(look, size=(64, 40), text=75)

    assert tiny.px(1) == 1
    assert tiny.pt(12) == 9


def test_the_palette_is_a_setting(look: Look) -> None:
    assert look.palette is PLAIN
    assert replace(look, stark=True).palette is STARK
