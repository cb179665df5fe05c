"""What is tested all day, and what only before a change is handed in.

A test marked `exhaustive` runs in `.ci/run` alone: it goes through all that a test beside it goes
through in part. So do the further examples of a property, each of which takes long.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from typing import Any

import pytest

SHARE = 3
"""How many times fewer examples of a property are tried all day; each day tries others."""


def sampled(cases: Iterable[Any], all_day: Collection[Any]) -> list[Any]:
    """Return the cases of a test, those marked `exhaustive` that are not among `all_day`.

    A case that is a tuple is one of several arguments.
    """
    found = list(cases)
    assert all(one in found for one in all_day), "a case that is no case would never run"
    return [
        one if one in all_day else pytest.param(*_parts(one), marks=pytest.mark.exhaustive)
        for one in found
    ]


def _parts(case: Any) -> tuple[Any, ...]:
    return case if isinstance(case, tuple) else (case,)


def examples(most: int) -> int:
    """Return how many examples of a property to try: `most` in `.ci/run`, fewer all day."""
    return most if os.environ.get("CI") == "true" else -(-most // SHARE)
