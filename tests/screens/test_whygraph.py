"""The graph of why: boxes that hold their words, arrows from edge to edge."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Month
from game.chronicle.figures import THIN, drawable
from game.diagrams.graph import STEPS, THINNEST
from game.diagrams.marks import Line, Part, Tone
from game.files.settings import Settings
from game.playthrough.chain import Chain, chain
from game.playthrough.desk import Stage
from game.playthrough.playthrough import begin, history
from game.screens.screen import Close
from game.screens.stages import whygraph
from game.simulation.why import Asked
from game.widgets.look import Look
from game.widgets.sheet import Draft, Drawing, Hand
from game.window.app import App
from game.window.gallery import office_in_memory
from tests.screens.player import PAINTER, seated


def graph_of(campaign: Campaign, quantity: str = "era_men") -> Chain:
    """Return why a quantity moved on history's line in the first months."""
    made = replace(begin(campaign, chance=False), line=history(campaign))
    return drawable(chain(campaign, made, Asked(quantity, Month(1941, 7), Month(1942, 5))))


def look_at(campaign: Campaign, text: int = 100, size: tuple[int, int] = (1280, 720)) -> Look:
    """Return how things look in a window."""
    office = office_in_memory(campaign)
    office.settings = Settings(text=text)
    return App((), office, PAINTER).look(size)


def placed_in(campaign: Campaign, chain: Chain) -> dict[str, Part]:
    """Return every box on a paper of 800 pixels."""
    return {one.name: one for one in whygraph.picture_of(look_at(campaign), chain, 800).parts}


def meets(a: Part, b: Part) -> bool:
    """Return whether two boxes lie on one another."""
    beside = a.x + a.width <= b.x or b.x + b.width <= a.x
    return not beside and a.y < b.y + b.height and b.y < a.y + a.height


def arrows_of(campaign: Campaign, found: Chain) -> list[Line]:
    """Return the bends of the arrows, in their order; signs are shorter lines."""
    marks = whygraph.picture_of(look_at(campaign), found, 800).marks
    return [one for one in marks if isinstance(one, Line) and len(one.points) == STEPS + 1]


@pytest.mark.parametrize("quantity", ["era_men", "trust", "base_people", "tension", "north"])
def test_no_two_boxes_of_a_graph_lie_on_one_another(shipped: Campaign, quantity: str) -> None:
    """And all lie inside the width."""
    found = graph_of(shipped, quantity)
    placed = list(placed_in(shipped, found).values())
    width = 800 / whygraph.scale_of(look_at(shipped))

    assert not [(a, b) for a, b in combinations(placed, 2) if meets(a, b)]
    assert all(one.x >= 0 and one.x + one.width <= width + 0.1 for one in placed)


def test_the_figure_asked_about_stands_at_the_right(shipped: Campaign) -> None:
    """And the causes at the left."""
    found = graph_of(shipped)
    placed = placed_in(shipped, found)

    assert placed["era_men"].x == max(one.x for one in placed.values())
    assert all(
        placed[one.source].x + placed[one.source].width <= placed[one.target].x
        for one in found.arrows
    )


def test_every_arrow_is_drawn_with_its_sign(shipped: Campaign) -> None:
    """A disc for each, with a bar; one that lifts has two bars."""
    found = graph_of(shipped)
    marks = whygraph.picture_of(look_at(shipped), found, 800).marks
    bars = [one for one in marks if isinstance(one, Line) and len(one.points) == 2]
    lifting = sum(one.amount > 0 for one in found.arrows)

    assert len(arrows_of(shipped, found)) == len(found.arrows)
    assert len(bars) == len(found.arrows) + lifting
    assert sum(one.tone is Tone.GAIN for one in bars) == 2 * lifting


def test_the_widest_arrow_carries_most(shipped: Campaign) -> None:
    """And none is thinner than can be seen."""
    found = graph_of(shipped)
    widths = [one.width for one in arrows_of(shipped, found)]

    assert widths.index(max(widths)) == max(
        range(len(found.arrows)), key=lambda n: abs(found.arrows[n].amount)
    )
    assert min(widths) >= THINNEST


def test_hairs_are_left_out(shipped: Campaign) -> None:
    """What carries less than a twenty-fifth of the widest."""
    amounts = [abs(one.amount) for one in graph_of(shipped).arrows]
    assert min(amounts) >= THIN * max(amounts)


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
