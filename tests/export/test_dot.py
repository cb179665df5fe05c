"""The graph of causes."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.export.dot import _quoted, dot


def test_every_quantity_is_a_node_and_every_name_in_a_formula_an_arrow(harbour: Campaign) -> None:
    """Parameters and a stock's arrow to itself are left out."""
    lines = dot(harbour.model).splitlines()

    assert '  crest [label="the dike", shape=box];' in lines
    assert "  surge -> damage;" in lines
    assert "  gangs -> crest;" in lines
    assert not any("surge_spread" in line or "trust -> trust" in line for line in lines)


def test_a_title_with_quotation_marks_stays_one_label() -> None:
    """They are escaped."""
    assert _quoted('the "dike" \\') == '"the \\"dike\\" \\\\"'
