"""Measures taken up month by month."""

from __future__ import annotations

import numpy as np
import pytest

from game.atlas.tally import Tally, at_levels
from game.campaign.campaign import Campaign
from game.campaign.formula import measure
from game.simulation.arrays import Floats
from game.simulation.course import Course, Window


def test_a_tally_reads_what_a_course_does(harbour: Campaign) -> None:
    """Every window function, over all months."""
    texts = ["end(q)", "q + start(q)", "change(q)", "total(q)", "most(q)", "least(q)"]
    texts += ["at_chronicle(q)"]
    months = harbour.model.last.since(harbour.model.first) + 1
    values = np.sin(np.arange(months)) + 2
    course = Course({"q": 0}, harbour.model.first, tuple((float(v),) for v in values))
    window = Window(course.first, course.last, harbour.outline.chronicle)

    tally = Tally(harbour, (), [measure(text) for text in texts])
    for number, value in enumerate(values):
        tally.take(number, {name: np.full((2, 3), value) for name in tally.names(number)})

    for text in texts:
        expected = course.measure(measure(text), window)
        assert tally.measure(measure(text)) == pytest.approx(np.full((2, 3), expected))


def test_only_months_that_count_are_asked_for(harbour: Campaign) -> None:
    """A quantity followed is asked for in each, the end of another at the end."""
    wanted = [measure("start(first)"), measure("end(last)"), measure("total(some)")]
    tally = Tally(harbour, ("always",), wanted)

    asked = [set(tally.names(number)) for number in (0, 1, tally.end)]

    few = {"first", "last", "some", "always"}
    assert [names & few for names in asked] == [
        {"first", "some", "always"},
        {"some", "always"},
        {"last", "always"},
    ]


def test_levels_are_those_of_numpy() -> None:
    """Between two draws the figure lies between them."""
    rows = np.random.default_rng(1).normal(size=(3, 101))
    levels = [0.0, 0.05, 0.333, 0.5, 1.0]

    assert np.allclose(at_levels(rows, levels), np.quantile(rows, levels, axis=1).T)


@pytest.mark.parametrize(
    "values",
    [
        np.random.default_rng(2).normal(size=6000),
        np.r_[np.zeros(5000), np.arange(1000.0), 1e12],
        np.full(6000, 3.5),
        np.r_[np.arange(5999.0), 1e-320],
        np.r_[0.0, np.full(5999, 1e-320)],
    ],
    ids=["bell", "far out", "all the same", "even", "too close"],
)
def test_levels_of_many_values_are_exact(values: Floats) -> None:
    """Counting first only spares the sorting."""
    levels = [0.0, 0.05, 0.25, 0.5, 0.95, 1.0]
    ordered = np.sort(values)
    places = np.array(levels) * (len(values) - 1)
    low = ordered[np.floor(places).astype(int)]
    high = ordered[np.ceil(places).astype(int)]

    found = at_levels(values[None, :], levels)[0]

    assert ((low <= found) & (found <= high)).all()
    assert np.allclose(found, low + (high - low) * (places % 1), rtol=1e-15)
