"""The reply as it is keyed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.words.morse import CODE, keyed


@pytest.mark.parametrize(
    ("text", "signals"),
    [
        ("SOS", ("...", "---", "...")),
        ("ten men.", ("-", ".", "-.", "", "--", ".", "-.", ".-.-.-")),
        ("", ()),
        ("é\n", ("", "")),
    ],
)
def test_a_text_is_keyed_letter_by_letter(text: str, signals: tuple[str, ...]) -> None:
    """What has no signal is silent."""
    assert keyed(text) == signals


@given(st.text())
def test_every_letter_is_dots_and_dashes(text: str) -> None:
    """Nothing else is keyed."""
    assert set("".join(keyed(text))) <= {".", "-"}


def test_no_two_signs_sound_the_same() -> None:
    """Otherwise Moscow could not read it."""
    assert len(set(CODE.values())) == len(CODE)
