"""Measures taken up month by month."""

from __future__ import annotations

import numpy as np
import pytest

from game.atlas.tally import Tally, at_levels
from game.campaign.campaign import Campaign
from game.campaign.formula import measure
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
        tally.take(number, {name: np.full((2, 3), value) for name in tally.names})

    for text in texts:
        expected = course.measure(measure(text), window)
        assert tally.measure(measure(text)) == pytest.approx(np.full((2, 3), expected))


def test_levels_are_those_of_numpy() -> None:
    """Between two draws the figure lies between them."""
    rows = np.random.default_rng(1).normal(size=(3, 101))
    levels = [0.0, 0.05, 0.333, 0.5, 1.0]

    assert np.allclose(at_levels(rows, levels), np.quantile(rows, levels, axis=1).T)
