"""Portraits that cannot be drawn are found when a campaign is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.files.folder import read_folder
from tests.conftest import exchange


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("hair: brushed-back", "hair: bun", "S006"),
        ("hair: brushed-back", "hare: bun", "S002"),
    ],
)
def test_a_form_the_painter_does_not_know_is_refused_where_it_stands(
    harbour_folder: Path, old: str, new: str, code: str
) -> None:
    """With the forms it does know."""
    exchange(harbour_folder, "cast.yaml", old, new)

    (found,) = read_folder(harbour_folder).problems
    assert (found.code, found.mark.line) == (code, 8)
    assert "brushed-back" in found.fix or "hair" in found.fix
