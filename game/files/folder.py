"""The door to a campaign's folder: its files as bytes, or why they cannot be had."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import get_args

from game.files.garbage import uncollected
from game.files.paths import assets
from game.scenarios import catalogue
from game.scenarios.fields import fields_of
from game.scenarios.nodes import LARGEST
from game.scenarios.problem import Mark, Problem, problem
from game.scenarios.read import Reading, read
from game.widgets.portrait_words import Portrait

EVERYWHERE = ("PTSerif-Regular", "NotoSerifSC-Regular", "NotoSerifSC-More", "Symbols")
"""Faces in which a letter is looked for, whatever the style of a text."""
ENDINGS = (".yaml", ".yml")
"""The second is read for nothing but to say that it should be the first."""


def read_folder(folder: Path) -> Reading:
    """Read the campaign in `folder`."""
    try:
        names = sorted(one for one in folder.iterdir() if one.suffix in ENDINGS)
        home = folder.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        return Reading(None, (_unreadable(folder, error),))
    with uncollected():
        return read({path.name: _bytes(path, home) for path in names}, str(folder), forms())


@lru_cache(maxsize=1)
def forms() -> dict[str, tuple[str, ...]]:
    """Return the parts of a portrait that can be drawn, and the forms of each."""
    return {part: get_args(words) for part, words in fields_of(Portrait).items()}


def can_be_drawn() -> Callable[[str], bool]:
    """Return the function that says whether the game's faces have a letter."""
    coverage = json.loads((assets() / "fonts" / "coverage.json").read_text(encoding="utf-8"))
    spans = [span for name in EVERYWHERE for span in coverage[f"{name}.ttf"]]
    return lambda letter: any(first <= ord(letter) <= last for first, last in spans)


def _bytes(path: Path, home: Path) -> bytes | Problem:
    mark = Mark(str(path))
    try:
        if path.is_symlink() and home not in path.resolve(strict=True).parents:
            return problem(catalogue.OUTSIDE, mark, name=path.name)
        if not path.is_file():
            return problem(catalogue.NOT_READABLE, mark, why="not a plain file")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)  # one more than allowed, so that more is noticed
    except (OSError, RuntimeError) as error:
        return _unreadable(path, error)


def _unreadable(path: Path, error: Exception) -> Problem:
    why = getattr(error, "strerror", None) or str(error)
    return problem(catalogue.NOT_READABLE, Mark(str(path)), why=why)
