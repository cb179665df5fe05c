"""How simulated pupils are: what they speak for, how sure they are, how long they take."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from game.frozen import dataclass
from game.room.pupils import POINTS
from game.simulation.chance import draw, key_of, uniform

STEP = 5
"""Points are spread in lots of so many, as the buttons of a phone do."""


class Temper(StrEnum):
    """What kind of pupil it is."""

    STEADY = "steady"
    """Argues as the seat would, in good time."""
    EAGER = "eager"
    """Votes first and for anything."""
    DOUBTER = "doubter"
    """Speaks against what the seat leans to, late."""
    STRAGGLER = "straggler"
    """Votes when nearly all others have."""
    DROP_OUT = "drop-out"
    """Loses the connection before voting, and comes back."""
    SILENT = "silent"
    """Reads, and does not vote."""


MIX = (
    (Temper.STEADY, 0.5),
    (Temper.EAGER, 0.15),
    (Temper.DOUBTER, 0.12),
    (Temper.STRAGGLER, 0.1),
    (Temper.DROP_OUT, 0.08),
    (Temper.SILENT, 0.05),
)
"""Shares of a class; they sum to 1."""
PATIENCE = {
    Temper.STEADY: (0.2, 0.6),
    Temper.EAGER: (0.0, 0.1),
    Temper.DOUBTER: (0.5, 0.9),
    Temper.STRAGGLER: (0.9, 1.3),
    Temper.DROP_OUT: (0.4, 0.8),
    Temper.SILENT: (0.0, 0.0),
}
"""Between which shares of the time that a vote takes somebody votes."""
REASONS = (
    "It is the least we can do and still be asked again.",
    "Everything else costs people who are not in this room.",
    "A promise costs nothing today.",
    "What we lose now we do not get back.",
    "First find out whether it is true.",
)
"""What simulated pupils give as reasons, when they do."""


@dataclass(frozen=True, slots=True)
class Nature:
    """One simulated pupil."""

    number: int
    temper: Temper
    seed: int
    """Of the class: the same one gives the same class."""

    def draw(self, what: str, turn: int) -> float:
        """Return a number from 0 to 1 that is always the same for this pupil, thing and turn."""
        return uniform(draw(self.seed, key_of(f"{what} {self.number}"), turn))

    def waits(self, turn: int) -> float:
        """Return when it votes, as a share of the time that a vote takes."""
        first, last = PATIENCE[self.temper]
        return first + (last - first) * self.draw("waits", turn)

    def speaks_for(self, table: Sequence[str], leans: Sequence[str], turn: int) -> str:
        """Return the response it votes for, out of those on the table."""
        wanted = [one for one in table if one in leans]
        others = [one for one in table if one not in leans]
        against = self.temper is Temper.DOUBTER or self.draw("turns", turn) < 0.2
        pool = table if self.temper is Temper.EAGER else (others if against else wanted) or table
        return pool[int(self.draw("speaks", turn) * len(pool))]

    def spreads(self, answers: int, turn: int, place: int) -> tuple[int, ...]:
        """Return 50 points over so many answers: most on one, some beside it."""
        points = [0] * answers
        best = int(self.draw(f"best {place}", turn) * answers)
        for lot in range(POINTS // STEP):
            aside = self.draw(f"lot {place} {lot}", turn)
            at = best if aside < 0.6 else int(self.draw(f"at {place} {lot}", turn) * answers)
            points[at] += STEP
        return tuple(points)

    def reason(self, turn: int) -> str:
        """Return a reason, or nothing: half of a class gives none."""
        which = self.draw("reason", turn)
        return REASONS[int(which * 2 * len(REASONS))] if which < 0.5 else ""


def class_of(count: int, seed: int) -> tuple[Nature, ...]:
    """Return a class: the same number and seed give the same class."""
    return tuple(Nature(number, _temper(seed, number), seed) for number in range(count))


def _temper(seed: int, number: int) -> Temper:
    """Return what kind the pupil of a number is. The first is steady: somebody has the chair."""
    drawn = uniform(draw(seed, key_of("temper"), number)) if number else 0.0
    for temper, share in MIX:
        drawn -= share
        if drawn < 0:
            return temper
    return MIX[-1][0]
