"""Every line that differs from a whole one in exactly one answer, and what that answer moved.

Each line is played under the same luck as the one it is held against, and under every reading of
the campaign: what holds under all of them does not hang on what is disputed.
"""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Axis, Campaign
from game.campaign.words import Id, ResponseId
from game.frozen import dataclass
from game.playthrough.playthrough import Playthrough
from game.playthrough.refusals import Refusal
from game.playthrough.replay import play

SAME = 1e-9
"""An effect below this share of its axis is none."""

Values = tuple[float, ...]
"""One for each axis of the campaign."""


@dataclass(frozen=True, slots=True)
class Change:
    """A line with one other answer."""

    turn: int
    """The telegram answered otherwise, from 0."""
    response: ResponseId
    instead_of: ResponseId
    """The answer of the line it is held against."""
    playthrough: Playthrough
    stopped: Refusal | None
    """Why it cannot be played to its end: an answer given later is closed after this one."""
    effects: tuple[Values | None, ...]
    """Under each reading how far it ends from the line it is held against; none if it does not."""


@dataclass(frozen=True, slots=True)
class Row:
    """A change in the order of one axis."""

    change: Change
    effect: float
    """On that axis under the reading of the playthrough, in the axis's unit."""
    by_reading: tuple[float | None, ...]
    """The same under every reading of the table."""
    sign_holds: bool
    """Whether it goes the same way under every reading."""
    order_holds: bool
    """Whether it comes before the next row under every reading; the last one does."""


@dataclass(frozen=True, slots=True)
class OneChange:
    """The table of a whole playthrough."""

    playthrough: Playthrough
    readings: tuple[Id, ...]
    """The playthrough's own first."""
    ends: tuple[Values | None, ...]
    """Under each reading where the playthrough itself ends, if it can be played there."""
    changes: tuple[Change, ...]
    """By telegram and response; those that cannot be played too."""

    @property
    def closed(self) -> tuple[Change, ...]:
        """Return the changes after which a later answer is closed."""
        return tuple(one for one in self.changes if one.effects[0] is None)

    def ranked(self, axis: Axis, number: int) -> tuple[Row, ...]:
        """Return the changes by their effect on an axis, the greatest first.

        Args:
            axis: the axis.
            number: its place among the axes of the campaign.
        """
        least = SAME * (axis.high - axis.low)
        columns = [
            (one, one.effects[0][number], tuple(_on(number, values) for values in one.effects))
            for one in self.changes
            if one.effects[0] is not None
        ]
        columns.sort(key=lambda column: -abs(column[1]))
        after = [moved for _, _, moved in columns[1:]] + [()]
        return tuple(
            Row(change, effect, moved, _sign_holds(moved, least), _comes_first(moved, later))
            for (change, effect, moved), later in zip(columns, after, strict=False)
        )

    def weightiest(self, axis: Axis, number: int) -> tuple[int | None, ...]:
        """Return under each reading the telegram whose other answers move an axis most.

        None where nothing moves it, or the playthrough cannot be played.
        """
        found = []
        for column in range(len(self.readings)):
            moved = [
                (abs(values[number]), -one.turn)
                for one in self.changes
                if (values := one.effects[column]) is not None
            ]
            most = max(moved, default=(0.0, 0))
            found.append(-most[1] if most[0] > SAME * (axis.high - axis.low) else None)
        return tuple(found)


def one_change(campaign: Campaign, made: Playthrough) -> OneChange:
    """Return the table of a playthrough that answers every telegram."""
    readings = dict.fromkeys([made.reading, *(one.id for one in campaign.model.readings)])
    bases = [replace(made, reading=reading) for reading in readings]
    ends = tuple(_ends(campaign, one) for one in bases)
    changes = tuple(
        _change(campaign, bases, ends, (turn, response.id))
        for turn, scenario in enumerate(campaign.scenarios)
        for response in scenario.decision.responses
        if response.id != made.line[turn]
    )
    return OneChange(made, tuple(readings), ends, changes)


def _change(
    campaign: Campaign,
    bases: list[Playthrough],
    ends: tuple[Values | None, ...],
    answer: tuple[int, ResponseId],
) -> Change:
    turn, response = answer
    line = bases[0].line
    other = (*line[:turn], response, *line[turn + 1 :])
    lines = [replace(one, line=other) for one in bases]
    effects = (_apart(end, _ends(campaign, one)) for end, one in zip(ends, lines, strict=True))
    stopped = play(campaign, lines[0]).stopped
    return Change(turn, response, line[turn], lines[0], stopped, tuple(effects))


def _ends(campaign: Campaign, made: Playthrough) -> Values | None:
    reached = play(campaign, made).reached
    return None if reached is None else tuple(value for _, value in reached.axes)


def _apart(one: Values | None, other: Values | None) -> Values | None:
    if one is None or other is None:
        return None
    return tuple(there - here for here, there in zip(one, other, strict=True))


def _sign_holds(moved: tuple[float | None, ...], least: float) -> bool:
    signs = {None if one is None else (one > least) - (one < -least) for one in moved}
    return len(signs) == 1 and signs != {0}


def _comes_first(moved: tuple[float | None, ...], later: tuple[float | None, ...]) -> bool:
    """Return whether a row moves no less than the next one, if there is one, everywhere."""
    return all(
        one is not None and other is not None and abs(one) >= abs(other)
        for one, other in zip(moved, later, strict=False)
    )


def _on(number: int, values: Values | None) -> float | None:
    return None if values is None else values[number]
