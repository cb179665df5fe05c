"""Letters that no face of the game has: on the screen they would be empty boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.scenarios import catalogue
from game.scenarios.fields import texts_of
from game.scenarios.findings import Findings
from game.scenarios.problem import Problem

NAMES = ("chinese", "russian")
"""Fields with a name in other letters."""
SHOWN = 12
"""Letters that a message lists at most."""


def letter_problems(findings: Findings, has: Callable[[str], bool]) -> Iterator[Problem]:
    """Yield every text with letters that cannot be drawn.

    Args:
        findings: what was read.
        has: says whether a letter can be drawn.
    """
    known: dict[str, bool] = {"\n": True}
    for path, part in findings.parts_of(*findings.parts):
        names = ((name, getattr(part, name, None) or "") for name in NAMES)
        for name, text in (*texts_of(part), *names):
            for letter in set(text) - known.keys():
                known[letter] = has(letter)
            missing = sorted({letter for letter in text if not known[letter]})
            if missing:
                letters = " ".join(missing[:SHOWN]) + (" ..." if len(missing) > SHOWN else "")
                yield findings.say(catalogue.NO_LETTER, f"{path}.{name}", letters=letters)
