"""Letters that survive being read out loud: a check that finds a slip, and most often its place.

A code is a row of numbers from 0 to 30, written with 31 characters. The last two are chosen so that
two sums over the row, the plain one and the one weighted with the places from 1, are multiples of
31. As 31 is prime, one wrong character and two swapped ones always disturb a sum (this is the
shortest Reed-Solomon code: Reed and Solomon 1960), and one wrong character can be put right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from game.campaign.marks import ALPHABET, BASE
from game.frozen import dataclass

CHECKS = 2
"""Numbers of a row that only check it."""
LONGEST = BASE - 1
"""Numbers in a row with its checks; in a longer one two places would weigh the same."""
GROUP = 4
"""Characters written together."""
BETWEEN = " -.\t\n\u2010\u2011\u2013"
"""What may stand between characters and means nothing."""


@dataclass(frozen=True, slots=True)
class Strange:
    """A character that no code has."""

    character: str
    place: int
    """Counted from 1, without what stands between characters."""


@dataclass(frozen=True, slots=True)
class Mistyped:
    """The characters do not belong together; what was meant, as far as it can be told."""

    meant: str
    """Another code, one character or one swap away; empty when there is more than one."""


def checked(numbers: Sequence[int]) -> tuple[int, ...]:
    """Return the numbers with two more, which check them.

    Raises:
        ValueError: when there are more than a row holds.
    """
    count = len(numbers) + CHECKS
    if count > LONGEST:
        message = f"a code has at most {LONGEST} characters"
        raise ValueError(message)
    plain, weighted = sums(numbers)
    before = (weighted - plain * count) % BASE  # both sums have to end at 0
    return (*numbers, before, (-plain - before) % BASE)


def sums(numbers: Iterable[int]) -> tuple[int, int]:
    """Return the plain sum and the one weighted with the places, both modulo 31."""
    row = list(numbers)
    return sum(row) % BASE, sum(place * one for place, one in enumerate(row, 1)) % BASE


def written(numbers: Iterable[int]) -> str:
    """Return numbers in characters, four together."""
    text = "".join(ALPHABET[one] for one in numbers)
    return "-".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))


def read(text: str) -> tuple[int, ...] | Strange | Mistyped:
    """Return the numbers of a code without its checks, or what is wrong with it."""
    characters = [one for one in text.upper() if one not in BETWEEN]
    for place, character in enumerate(characters, 1):
        if character not in ALPHABET:
            return Strange(character, place)
    numbers = tuple(map(ALPHABET.index, characters))
    if len(numbers) <= CHECKS or len(numbers) > LONGEST:
        return Mistyped("")
    return numbers[:-CHECKS] if sums(numbers) == (0, 0) else Mistyped(_meant(numbers))


def _meant(numbers: tuple[int, ...]) -> str:
    """Return the only sound code that is one wrong character or one swap of neighbours away."""
    plain, weighted = sums(numbers)
    near = _put_right(numbers, plain, weighted) if plain else _swapped_back(numbers, weighted)
    return written(near[0]) if len(near) == 1 else ""


def _put_right(numbers: tuple[int, ...], plain: int, weighted: int) -> list[tuple[int, ...]]:
    """Return the row with the one number changed that disturbs both sums, if there is one."""
    place = weighted * pow(plain, -1, BASE) % BASE
    if not 1 <= place <= len(numbers):
        return []
    right = (numbers[place - 1] - plain) % BASE
    return [(*numbers[: place - 1], right, *numbers[place:])]


def _swapped_back(numbers: tuple[int, ...], weighted: int) -> list[tuple[int, ...]]:
    """Return every row with two neighbours swapped that would be sound."""
    found = []
    for at, (one, other) in enumerate(pairwise(numbers)):
        if (one - other + weighted) % BASE == 0:
            found.append((*numbers[:at], other, one, *numbers[at + 2 :]))
    return found
