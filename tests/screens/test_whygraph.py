"""The graph of why: boxes that hold their words, arrows from edge to edge."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest

from game.app import App
from game.campaign.campaign import Campaign
from game.campaign.words import Month
from game.gallery import office_in_memory
from game.playthrough.chain import Chain, chain
from game.playthrough.desk import Stage
from game.playthrough.playthrough import begin, history
from game.screens import whygraph
from game.screens.screen import Close
from game.settings import Settings
from game.simulation.why import Asked
from game.widgets.look import Look
from game.widgets.sheet import Draft, Drawing, Hand
from tests.screens.player import PAINTER, seated


def graph_of(campaign: Campaign, quantity: str = "era_men") -> Chain:
    """Return why a quantity moved on history's line in the first months."""
    made = replace(begin(campaign, chance=False), line=history(campaign))
    return whygraph.drawn(chain(campaign, made, Asked(quantity, Month(1941, 7), Month(1942, 5))))


def look_at(campaign: Campaign, text: int = 100, size: tuple[int, int] = (1280, 720)) -> Look:
    """Return how things look in a window."""
    office = office_in_memory(campaign)
    office.settings = Settings(text=text)
    return App((), office, PAINTER).look(size)


@pytest.mark.parametrize("quantity", ["era_men", "trust", "base_people", "tension", "north"])
def test_no_two_boxes_of_a_graph_lie_on_one_another(shipped: Campaign, quantity: str) -> None:
    """And all lie inside the width."""
    placed = whygraph.placed_in(look_at(shipped), graph_of(shipped, quantity), 800)

    assert not [(a, b) for a, b in combinations(placed, 2) if a.rect.meets(b.rect)]
    assert all(one.rect.x >= 0 and one.rect.right <= 800 for one in placed)


def test_the_figure_asked_about_stands_at_the_right(shipped: Campaign) -> None:
    """And the causes at the left."""
    found = graph_of(shipped)
    placed = {one.node.id: one.rect for one in whygraph.placed_in(look_at(shipped), found, 800)}

    assert placed["era_men"].right == max(rect.right for rect in placed.values())
    assert all(placed[one.source].right <= placed[one.target].x for one in found.arrows)


def test_every_arrow_is_drawn_with_its_sign(shipped: Campaign) -> None:
    """A disc for each, with a bar; one that lifts has two bars."""
    look, found = look_at(shipped), graph_of(shipped)
    picture = whygraph.arrows_as_svg(look, found, whygraph.placed_in(look, found, 800), 800)

    assert picture.count("<circle") == len(found.arrows)
    assert len(re.findall(r"H[\d.]+M[\d.]+ [\d.]+V", picture)) == sum(
        one.amount > 0 for one in found.arrows
    )


def test_an_arrow_is_as_wide_as_what_it_carries(shipped: Campaign) -> None:
    """None is thinner than can be seen, and the wide ones lie below the others."""
    look, found = look_at(shipped), graph_of(shipped)
    picture = whygraph.arrows_as_svg(look, found, whygraph.placed_in(look, found, 800), 800)
    widths = [
        float(one)
        for one in re.findall(r'fill="none" stroke="#\w+" stroke-width="([\d.]+)"', picture)
    ]

    amounts = sorted((abs(one.amount) for one in found.arrows), reverse=True)
    thinnest = look.px(1.5)
    expected = [max(look.px(whygraph.WIDEST) * one / amounts[0], thinnest) for one in amounts]

    assert widths == pytest.approx(expected, abs=0.06)
    assert min(widths) >= thinnest


def test_hairs_are_left_out(shipped: Campaign) -> None:
    """What carries less than a twenty-fifth of the widest."""
    amounts = [abs(one.amount) for one in graph_of(shipped).arrows]
    assert min(amounts) >= whygraph.THIN * max(amounts)


def test_a_paper_too_narrow_for_its_words_shows_no_graph(shipped: Campaign) -> None:
    """The statements below tell the same."""
    found = graph_of(shipped)

    assert whygraph.fits(look_at(shipped), found, 800)
    assert not whygraph.fits(look_at(shipped), found, 300)
    assert not whygraph.fits(look_at(shipped, text=250), found, 800)
    assert not whygraph.fits(look_at(shipped), replace(found, arrows=()), 800)


def test_a_quantity_between_can_be_asked_about_and_a_cause_cannot(shipped: Campaign) -> None:
    """Each box is read out."""
    found = graph_of(shipped)
    draft = Draft(look_at(shipped), Hand())
    height = whygraph.graph(draft, 800, 40, found)
    between = [one for one in found.nodes if one.layer in (1, 2)]

    assert [spot.name for spot in draft.spots if spot.role == "button"] == [
        f"why:{one.id}" for one in between
    ]
    assert len(draft.spots) == len(found.nodes)
    assert all(spot.rect.y >= 40 and spot.rect.bottom <= 40 + height for spot in draft.spots)
    assert any(isinstance(mark, Drawing) for mark in draft.marks)


def test_a_row_of_the_ledger_opens_the_graph_and_a_box_the_next_one(shipped: Campaign) -> None:
    """Esc goes back step by step."""
    player = seated(shipped, 0, Stage.CONSEQUENCES, Settings(motion=False))
    player.press("return")
    row = next(name for name in player.names if name.startswith("why:"))
    player.click(row)
    first = player.top
    box = next(name for name in player.names if name.startswith("why:"))
    player.click(box)

    assert player.top.name == "reasons"
    assert player.top is not first
    assert isinstance(player.top.act("close"), Close)
