"""The model held against the record: history's answers, chance off, point by point."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.model import Equation, Model, Point, Record, ShownAs, Stock
from game.campaign.words import Grade, QuantityId
from game.frozen import dataclass
from game.playthrough.playthrough import begin, history
from game.playthrough.replay import play
from game.simulation.course import Course

MOST_ERROR = 0.08
"""The mean error that is allowed over all counted points, as a share of the record."""
MOST_ERROR_LEFT_OUT = 0.12
"""The same over the points that were left out of the fit."""
COUNTED = (Grade.DOCUMENTED, Grade.REPORTED)
"""Grades whose points count; our own estimates count only as ranges that are shown."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One figure of the record and what the model has in its month."""

    quantity: QuantityId
    title: str
    shown_as: ShownAs
    unit: str
    point: Point
    model: float
    fitted_to: bool
    """Whether it was used to fit; no rival figure (`use: false`) was."""

    @property
    def is_counted(self) -> bool:
        """Return whether the point takes part in the mean error."""
        return self.point.use and self.point.grade in COUNTED

    @property
    def is_left_out(self) -> bool:
        """Return whether the point is used, but was left out of the fit."""
        return self.point.use and not self.fitted_to

    @property
    def is_inside(self) -> bool:
        """Return whether the model lies inside the point's range."""
        return self.point.low <= self.model <= self.point.high

    @property
    def is_single(self) -> bool:
        """Return whether the sources give one figure without a range, which no model can hit."""
        return self.point.low == self.point.high

    @property
    def is_met(self) -> bool:
        """Return whether the model answers to the point: inside its range, or near a single figure.

        A single figure is held to the error that is allowed on the average of all.
        """
        near = self.error is not None and abs(self.error) <= MOST_ERROR
        return self.is_inside or (self.is_single and near)

    @property
    def error(self) -> float | None:
        """Return how far the model lies off, as a share of the record; a record of 0 has none."""
        value = self.point.value
        return (self.model - value) / abs(value) if value else None


@dataclass(frozen=True, slots=True)
class Hindcast:
    """The whole table and what it comes to."""

    reading: str
    points: tuple[Checked, ...]
    parameters: int
    """How many parameters were fitted."""

    @property
    def counted(self) -> tuple[Checked, ...]:
        """Return the points that take part in the mean error."""
        return tuple(one for one in self.points if one.is_counted)

    @property
    def left_out(self) -> tuple[Checked, ...]:
        """Return those of them that were left out of the fit."""
        return tuple(one for one in self.counted if one.is_left_out)

    @property
    def fitted_to(self) -> tuple[Checked, ...]:
        """Return every point the parameters were fitted to, of whatever grade."""
        return tuple(one for one in self.points if one.fitted_to)

    @property
    def single(self) -> tuple[Checked, ...]:
        """Return the counted points that are one figure without a range."""
        return tuple(one for one in self.counted if one.is_single)

    @property
    def missed(self) -> tuple[Checked, ...]:
        """Return the counted points that the model does not answer to."""
        return tuple(one for one in self.counted if not one.is_met)

    @property
    def error(self) -> float:
        """Return the mean absolute error over the counted points, as a share of the record."""
        return mean_error(self.counted)

    @property
    def error_left_out(self) -> float:
        """Return the same over those left out of the fit."""
        return mean_error(self.left_out)

    @property
    def is_met(self) -> bool:
        """Return whether the model answers to the record."""
        near = self.error <= MOST_ERROR and self.error_left_out <= MOST_ERROR_LEFT_OUT
        return near and not self.missed


def mean_error(points: tuple[Checked, ...]) -> float:
    """Return the mean absolute error of some points, as a share of the record; of none it is 0."""
    errors = [abs(one.error) for one in points if one.error is not None]
    return sum(errors) / len(errors) if errors else 0.0


def hindcast(campaign: Campaign, reading: str | None = None) -> Hindcast:
    """Return the model's course under history's answers, held against the record.

    Raises:
        UnknownReadingError: when the model has no such reading.
    """
    start = begin(campaign, chance=False, reading=reading)
    course = play(campaign, replace(start, line=history(campaign))).course
    points = [
        one
        for record in campaign.model.record
        for one in _series(record, course, _thing(campaign.model, record.id))
    ]
    fitted = sum(one.fitted for one in campaign.model.parameters)
    return Hindcast(start.reading, tuple(points), fitted)


def _thing(model: Model, quantity: str) -> Equation | Stock:
    things: tuple[Equation | Stock, ...] = (*model.equations, *model.stocks)
    return next(one for one in things if one.id == quantity)


def _series(record: Record, course: Course, thing: Equation | Stock) -> list[Checked]:
    """Return the points of a quantity by date.

    The 2nd, 5th, 8th ... of the used ones were left out of the fit. Points outside the months of
    the model cannot be held against it and are not returned.
    """
    checked, number = [], 0
    for point in sorted(record.points, key=lambda one: (one.month, not one.use)):
        number += point.use
        if course.first <= point.month <= course.last:
            fitted_to = point.use and number % 3 != 2
            model = course.at(point.month, record.id)
            row = (record.id, thing.title, thing.shown_as, record.unit, point, model, fitted_to)
            checked.append(Checked(*row))
    return checked
