"""Why a quantity moved, as a graph to be drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.campaign.words import Grade, Month, ResponseId
from game.playthrough.chain import MOST_BETWEEN, MOST_CAUSES, Chain, Kind, chain
from game.playthrough.playthrough import begin, history
from game.playthrough.replay import play
from game.playthrough.why import explain, things
from game.simulation.why import Asked
from tests.exhaustive import examples

ASKED = Asked("base_people", Month(1941, 6), Month(1942, 12))
QUANTITIES = (
    "soviet_west", "north_estimate", "north", "era_men", "base_index", "trust", "united_front",
    "regulars", "supply", "prices", "losses_total", "rifles_per_man", "ne_rifles", "sweep_plan",
    "recovery", "ne_position",
)  # fmt: skip


@pytest.fixture(scope="module")
def graph(shipped: Campaign) -> Chain:
    """Why the bases shrank, on history's line."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    return chain(shipped, made, ASKED)


def test_it_leads_from_causes_on_the_left_to_the_quantity_on_the_right(graph: Chain) -> None:
    """Each arrow goes to a later layer."""
    layer = {one.id: one.layer for one in graph.nodes}

    assert graph.asked.id == "base_people"
    assert layer["order:recovery"] == layer["outside:sweep_plan"] == 0
    assert layer["sweeps"] == 1
    assert layer["people_overrun"] == 2
    assert all(layer[one.source] < layer[one.target] for one in graph.arrows)


def test_the_sweeps_take_people_by_way_of_what_they_overrun(graph: Chain) -> None:
    """As the historians have it; and rest and recovery wins people."""
    taken = {(one.source, one.target): one.amount for one in graph.arrows}

    assert taken["sweeps", "people_overrun"] < -10e6
    assert taken["order:recovery", "people_reach"] > 5e6


def test_a_quantity_says_how_it_stood_and_by_which_rule_it_moves(graph: Chain) -> None:
    """At both ends."""
    values, rule = graph.asked.values, graph.asked.rule

    assert values is not None
    assert (values.start, round(values.end / 1e6)) == (80e6, 50)
    assert rule is not None
    assert rule.title == "People in the base areas"


def test_an_arrow_has_a_grade_and_sources(graph: Chain) -> None:
    """Those of the rule by which it ends."""
    (arrow,) = [one for one in graph.into("people_overrun") if one.source == "sweeps"]

    assert (arrow.grade, arrow.sources) == (Grade.INFERRED, ("zhude_scale", "huang_bowen"))
    assert arrow.because.startswith("A sweep did not only kill")


def test_an_arrow_that_leaves_something_out_is_never_sure(shipped: Campaign) -> None:
    """The rule at its end may be documented; what lies between is not."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    found = chain(shipped, made, Asked("prices", Month(1942, 12), Month(1943, 12)))
    grades = {(one.source, one.target): one.grade for one in found.arrows}

    assert grades["price_growth", "prices"] is Grade.DOCUMENTED
    assert set(grades.values()) == {Grade.DOCUMENTED, Grade.INFERRED}


def test_an_arrow_into_what_only_adds_up_has_the_rule_of_its_part(shipped: Campaign) -> None:
    """Recruits join the men at home: so says the rule of these, not that of the army."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    found = chain(shipped, made, Asked("era_men", Month(1943, 7), Month(1945, 8)))
    (arrow,) = [one for one in found.into("era_men") if one.source == "era_recruits"]

    assert arrow.because.startswith("Recruits come, the dead, the sick")


def test_what_did_not_move_stands_alone(shipped: Campaign) -> None:
    """Without a cause."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    found = chain(shipped, made, Asked("ne_rifles", Month(1941, 6), Month(1942, 12)))

    assert [one.id for one in found.nodes] == ["ne_rifles"]
    assert found.arrows == ()


def test_two_commands_of_one_order_are_one_cause(changed: Callable[..., Campaign]) -> None:
    """And have one node."""
    halves = "- {order: gangs, size: 5, months: 6}\n        - {order: gangs, size: 5, months: 6}"
    town = changed("first-winter.yaml", "- {order: gangs, size: 10, months: 6}", halves)
    made = replace(begin(town, chance=False), line=(ResponseId("ten-gangs"),))
    found = chain(town, made, Asked("crest", Month(1900, 7), Month(1901, 8)))

    assert [one.id for one in found.nodes if one.kind is Kind.CAUSE] == ["order:gangs"]


@settings(max_examples=examples(25))
@given(
    st.sampled_from(QUANTITIES),
    st.tuples(*[st.integers(0, 5)] * 6),
    st.sampled_from(["record", "popular", "moscow"]),
    st.tuples(st.integers(0, 60), st.integers(0, 26)),
    st.one_of(st.none(), st.integers(0, 999)),
)
def test_what_flows_into_a_node_flows_out_of_it(
    shipped: Campaign,
    quantity: str,
    picks: tuple[int, ...],
    reading: str,
    span: tuple[int, int],
    seed: int | None,
) -> None:
    """On any line, and into the quantity flows its change; few enough boxes to take in."""
    made = begin(shipped, seed=seed or 1, chance=seed is not None, reading=reading)
    for pick in picks:
        offers = [one for one in play(shipped, made).offers if one.refusal is None]
        made = made.answer(offers[pick % len(offers)].response.id)
    first = shipped.model.first.plus(span[0])
    asked = Asked(quantity, first, first.plus(span[1]))
    found, graph = explain(shipped, made, asked), chain(shipped, made, asked)
    parts = sum(abs(one.amount) for one in found.parts) + abs(found.of_itself)
    near = 1e-6 * parts + 1e-9 * abs(found.start)  # numbers have no more digits

    assert graph.asked.amount == pytest.approx(found.change, abs=near)
    assert len(graph.nodes) <= MOST_CAUSES + MOST_BETWEEN + 2
    assert {one.id for one in graph.nodes[:-1] if one.kind is Kind.QUANTITY} <= things(
        shipped.model
    ).keys()
    for node in graph.nodes:
        flows = [
            sum(one.amount for one in arrows)
            for arrows in (graph.into(node.id), graph.out_of(node.id))
        ]
        ends = {0: flows[1:], 3: flows[:1]}.get(node.layer, flows)
        assert ends == pytest.approx([node.amount] * len(ends), abs=near)
