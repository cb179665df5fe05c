"""The atlas as a table."""

from __future__ import annotations

import pytest

from game.atlas.spread import spreads
from game.atlas.table import Basis, header, passed, row
from game.atlas.walk import walk
from game.campaign.campaign import Campaign
from game.playthrough.playthrough import letters
from game.simulation.draws import Lot


@pytest.mark.parametrize("draws", [0, 8])
def test_a_row_has_a_cell_for_every_column(harbour: Campaign, draws: int) -> None:
    """With and without draws."""
    basis = Basis("engineer", draws)
    walked = next(walk(harbour))
    drawn = spreads(harbour, [walked.line], "engineer", Lot(draws))[0] if draws else None

    cells = dict(zip(header(harbour, basis), row(harbour, basis, walked, drawn), strict=True))

    assert cells["answers"] == ",".join(walked.line)
    assert cells["ending"] == walked.ending
    axis = harbour.outline.axes[0].id
    assert float(cells[axis]) == pytest.approx(walked.axes[0])
    assert (f"{axis}_p50" in cells) == bool(draws)


def test_letters_stand_for_responses(harbour: Campaign) -> None:
    """A is the first."""
    line = tuple(one.decision.responses[1].id for one in harbour.scenarios)

    assert letters(harbour, line) == "B" * len(line)


def test_a_walk_passes_from_none_to_all(harbour: Campaign) -> None:
    """In even steps where nothing is closed."""
    parts = [passed(harbour, one.line) for one in walk(harbour)]

    assert parts == sorted(set(parts))
    assert parts[0] == 0.0
    assert 0.5 < parts[-1] < 1.0
