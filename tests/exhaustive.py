"""What is tested all day, and what only before a change is handed in.

A test marked `exhaustive` runs in `.ci/run` alone: it goes through all that a test beside it goes
through in part. So do the further examples of a property, each of which takes long: they are tried
with `--hypothesis-profile thorough`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import hypothesis
import pytest

DAILY, THOROUGH = "daily", "thorough"
"""The profiles: as many examples as a day has time for, and as many as a change needs."""
SHARE = 6
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
    """Return how many examples of a property to try: `most` thoroughly, fewer all day."""
    is_thorough = hypothesis.settings.get_current_profile_name() == THOROUGH
    return most if is_thorough else few(most)


def few(most: int) -> int:
    """Return how many of so many examples are tried all day."""
    return -(-most // SHARE)
