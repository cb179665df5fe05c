"""Small models made in a line, to ask questions whose answers are known."""

from __future__ import annotations

from game.campaign.formula import formula
from game.campaign.model import (
    Between,
    Equation,
    Model,
    Order,
    Parameter,
    Point,
    Reading,
    Series,
    Stock,
)
from game.campaign.words import (
    Grade,
    Id,
    Month,
    OrderId,
    ParameterId,
    Prose,
    QuantityId,
    SourceId,
)
from game.simulation.chance import Luck
from game.simulation.resolve import Active, machine
from game.simulation.why import Asked, Inquiry

FIRST, LAST = Month(1900, 1), Month(1901, 12)
WORDS = Prose("Words.")


def equation(name: str, equals: str) -> Equation:
    """Return an equation."""
    return Equation(
        id=QuantityId(name),
        title=WORDS,
        unit="things",
        equals=formula(equals, luck=True),
        because=WORDS,
        grade=Grade.INVENTED,
    )


def stock(name: str, starts: str, change: str) -> Stock:
    """Return a stock."""
    return Stock(
        id=QuantityId(name),
        title=WORDS,
        unit="things",
        starts=formula(starts),
        change=formula(change, luck=True),
        because=WORDS,
        grade=Grade.INVENTED,
    )


def series(name: str, *values: float, quiet: float | None = None) -> Series:
    """Return a series with a value for each month from the first on; the last one holds."""
    points = tuple(
        Point(month=FIRST.plus(n), value=v, low=v, high=v, grade=Grade.INVENTED, sources=_BOOK)
        for n, v in enumerate(values)
    )
    kind = QuantityId(name)
    return Series(
        id=kind, title=WORDS, unit="things", between=Between.LINEAR, quiet=quiet, points=points
    )


_BOOK = (SourceId("book"),)


def toy(
    *parts: Equation | Stock | Series, orders: tuple[str, ...] = (), **parameters: float
) -> Model:
    """Return a model of two years, from January 1900 on, with one reading."""
    return Model(
        first=FIRST,
        last=LAST,
        units=("things",),
        parameters=tuple(
            Parameter(
                id=ParameterId(name),
                value=value,
                unit="things",
                low=value,
                high=value,
                meaning=WORDS,
                grade=Grade.INVENTED,
            )
            for name, value in parameters.items()
        ),
        series=tuple(one for one in parts if isinstance(one, Series)),
        orders=tuple(
            Order(id=OrderId(name), title=WORDS, unit="things", meaning=WORDS) for name in orders
        ),
        equations=tuple(one for one in parts if isinstance(one, Equation)),
        stocks=tuple(one for one in parts if isinstance(one, Stock)),
        readings=(Reading(id=Id("plain"), title=WORDS, text=WORDS),),
    )


def order(column: int, size: float, first: int, months: int = 1) -> Active:
    """Return a command given in month `first`, counted from 0."""
    return Active(column, FIRST.plus(first), FIRST.plus(first + months), size)


def ask(
    model: Model,
    quantity: str,
    months: tuple[int, int],
    *given: Active,
    seed: int | None = None,
) -> Inquiry:
    """Return a question about the months counted from 0; without a seed there is no chance."""
    asked = Asked(quantity, FIRST.plus(months[0]), FIRST.plus(months[1]))
    return Inquiry(machine(model, "plain"), given, Luck(seed or 0, on=seed is not None), asked)
