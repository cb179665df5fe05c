"""Why a quantity moved, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.model import Between, Point, Series, ShownAs
from game.campaign.words import Grade, Month, Prose, QuantityId, ResponseId
from game.playthrough.chain import Kind, Node, chain
from game.playthrough.playthrough import Playthrough, begin, history
from game.playthrough.why import ByChance, Explanation, FromOutside, explain
from game.simulation.why import Asked
from game.words import explaining
from game.words.explaining import box, of_itself, ran_of, sentence, sentences, signed, summary

START, END = Month(1900, 7), Month(1901, 8)


def line(campaign: Campaign, *answers: str, seed: int | None = None) -> Playthrough:
    """A line of the harbour; without a seed there is no chance."""
    made = begin(campaign, seed=seed or 1, chance=seed is not None)
    return replace(made, line=tuple(map(ResponseId, answers)))


def why(
    campaign: Campaign,
    made: Playthrough,
    quantity: str,
    first: Month = START,
    last: Month = END,
) -> Explanation:
    """Ask."""
    return explain(campaign, made, Asked(quantity, first, last))


def said(campaign: Campaign, found: Explanation) -> str:
    """Return all sentences in one text."""
    return "\n".join(f"{amount} {text}" for amount, text in sentences(campaign, found))


@pytest.mark.parametrize(
    ("value", "shown_as", "text"),
    [
        (12345, ShownAs.COUNT, "+12,300"),
        (-0.4, ShownAs.COUNT, "0"),
        (-3_100_000, ShownAs.MILLIONS, "−3.1 million"),
        (0.044, ShownAs.PERCENT, "+4.4 points"),
        (-0.25, ShownAs.PERCENT, "−25 points"),
        (4.36, ShownAs.POINTS, "+4.4 points"),
        (0.04, ShownAs.POINTS, "0.0 points"),
        (-12.4, ShownAs.POINTS, "−12 points"),
        (1.25, ShownAs.ONE_DECIMAL, "+1.2"),
    ],
)
def test_a_change_has_its_sign_and_no_more_figures_than_it_deserves(
    value: float, shown_as: ShownAs, text: str
) -> None:
    """Of a share one says points, lest four per cent be taken of it."""
    assert signed(value, shown_as) == text


def test_days_are_days_and_no_points() -> None:
    """The unit is said where the figure alone would mislead."""
    assert signed(-9.7, ShownAs.POINTS, "days") == "−9.7 days"
    assert signed(0.25, ShownAs.PERCENT, "share") == "+25 points"


def test_a_way_ends_before_the_one_door_through_which_all_comes(shipped: Campaign) -> None:
    """All losses are killed and wounded; who they were is what tells one way from another."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    found = why(shipped, made, "losses_total", Month(1941, 6), Month(1945, 8))

    assert "“Killed and wounded regulars”" not in sentences(shipped, found)[0][1]


def test_the_first_line_says_from_where_to_where_and_what_did_most(harbour: Campaign) -> None:
    """In one breath."""
    assert summary(why(harbour, line(harbour, "ten-gangs"), "crest")) == (
        "the dike: 300 in July 1900, 594 in August 1901 (+294). Above all: your order “gangs on "
        "the dike” (telegram 1) (+300) and what was under way already (−6)."
    )


def test_what_did_not_move_has_one_line(harbour: Campaign) -> None:
    """And no causes."""
    found = why(harbour, line(harbour, "wait"), "purse", START, START)

    assert summary(found).endswith("Nothing moved it.")
    assert sentences(harbour, found) == []


def test_the_rows_add_up_to_the_change(shipped: Campaign) -> None:
    """As they are printed, but for rounding."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    found = why(shipped, made, "era_men", Month(1941, 6), Month(1942, 12))
    amounts = [
        float(amount.replace("−", "-").replace(",", "")) for amount, _ in sentences(shipped, found)
    ]
    assert sum(amounts) == pytest.approx(found.change, abs=300)


def test_causes_that_pull_against_each_other_are_said_to(shipped: Campaign) -> None:
    """Else a pupil wonders at tens of thousands behind a few."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    found = why(shipped, made, "era_men", Month(1941, 6), Month(1942, 12))

    assert summary(found).endswith(explaining.AGAINST)


def test_the_commands_of_one_order_are_told_as_one(shipped: Campaign) -> None:
    """With what each telegram's answer did."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    found = why(shipped, made, "trust", Month(1942, 6), Month(1943, 7))
    (row,) = [text for _, text in sentences(shipped, found) if "“A plain no”" in text]

    assert "Your orders “A plain no” (telegram 1: +0.6 points, telegram 4: −2.5 points, t" in row
    assert row.endswith(explaining.EARLIER)


def test_an_order_of_the_months_asked_about_is_not_called_old(harbour: Campaign) -> None:
    """It has its telegram and its month."""
    text = said(harbour, why(harbour, line(harbour, "ten-gangs"), "crest"))

    assert "Your order “gangs on the dike” (telegram 1, October 1900)" in text
    assert explaining.EARLIER not in text


def test_a_way_is_told_by_its_last_stops_and_without_what_only_adds_up(shipped: Campaign) -> None:
    """Nobody needs to hear that the army's men at home belong to the army."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    found = why(shipped, made, "era_men", Month(1941, 6), Month(1942, 12))
    (row,) = [text for _, text in sentences(shipped, found) if "Japanese troops in North" in text]

    assert row.endswith(
        "by way of “Garrisons' hold on the countryside”, then “Recruits of the Eighth Route Army”."
    )


def test_luck_is_named_by_what_it_was_drawn_for(harbour: Campaign) -> None:
    """Storms and wild water."""
    found = why(harbour, line(harbour, "wait", seed=5), "surge", Month(1900, 8), Month(1901, 1))
    lucky = [one for one in found.bundles if isinstance(one.origin, ByChance)]

    assert sentence(lucky[0], found).startswith("Luck: “")
    assert "luck in “" in summary(found)


def test_what_comes_of_itself_is_told_with_what_it_came_through(harbour: Campaign) -> None:
    """The sea wears the dike down, ordered or not."""
    found = why(harbour, line(harbour, "wait"), "crest")

    worn = signed(found.of_itself, found.shown_as)
    said = of_itself(harbour, found)
    assert said.endswith(f"and average luck. It came through {explaining.OWN} ({worn}).")


def test_what_did_not_come_of_itself_came_through_nothing(harbour: Campaign) -> None:
    """The water stands as it stood."""
    found = why(harbour, line(harbour, "wait"), "surge")

    assert of_itself(harbour, found).endswith("and average luck.")


def test_small_causes_are_summed_up(shipped: Campaign) -> None:
    """One, or many."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    many = why(shipped, made, "trust", Month(1941, 6), Month(1942, 12))
    parts = replace(many.parts[0], amount=-20.0), replace(many.parts[-1], amount=0.06)

    assert "smaller causes, taken together." in said(shipped, many)
    assert "+0.1 points A smaller cause." in said(shipped, replace(many, parts=parts))


def outside(*values: float, shown_as: ShownAs = ShownAs.COUNT) -> str:
    """Say how a series of kilometres ran from July 1900 on."""
    point = Point(month=START, value=1, low=1, high=1, grade=Grade.INVENTED)
    series = Series(
        id=QuantityId("front"),
        title=Prose("the front"),
        unit="km",
        shown_as=shown_as,
        between=Between.STEP,
        points=(point,),
    )
    return ran_of(series, values, START)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ((5, 5, 5), "stayed at 5 km"),
        ((600, 310, 70), "fell from 600 to 70 km"),
        ((70, 100, 310), "rose from 70 to 310 km"),
        ((600, 36, 149), "fell from 600 to 36 km (August 1900), then rose to 149"),
        ((36, 36, 10, 36), "fell from 36 to 10 km (September 1900), then rose to 36"),
        ((5, 9, 4), "rose from 5 to 9 km (August 1900), then fell to 4"),
        ((4, 9, 4), "rose from 4 to 9 km (August 1900), then fell to 4"),
        ((5, 9, 1, 6), "swung between 1 and 9 km"),
        ((0, 0.3, 0.6), "rose from 0 to 1"),
        ((0, 1), "came"),
        ((1, 1, 0), "ended"),
        ((0, 1, 0), "came and went"),
        ((1, 0, 1), "stopped for a while"),
    ],
)
def test_a_series_is_told_by_its_ends_and_its_turn(values: tuple[float, ...], text: str) -> None:
    """With the unit where a number needs one."""
    assert outside(*values) == text


def test_a_share_needs_no_unit() -> None:
    """Its sign says it."""
    assert outside(0.1, 3.0, shown_as=ShownAs.PERCENT) == "rose from 10 % to 300 %"


def test_every_node_of_a_graph_has_two_lines(shipped: Campaign, harbour: Campaign) -> None:
    """What it is, and which or how it moved."""
    made = replace(begin(shipped, chance=False), line=history(shipped))
    asked = Asked("united_front", Month(1941, 6), Month(1942, 12))
    lines = [box(one) for one in chain(shipped, made, asked).nodes]
    assert lines[0] == ("Not by your order", "What Chongqing itself adds to the tension")
    assert lines[1] == ("Of itself", explaining.ANYWAY)
    assert lines[-1] == ("United front", "36 → 46")

    stormy = chain(harbour, line(harbour, "ten-gangs", seed=5), Asked("purse", START, END))
    headings = {box(one)[0] for one in stormy.nodes}
    assert {"Your order", "the purse"} <= headings
    assert box(Node("rest", Kind.REST, 0, 1.0)) == ("All else", "smaller causes")


def test_luck_has_its_node(harbour: Campaign) -> None:
    """By the name of what it was drawn for."""
    graph = chain(
        harbour,
        line(harbour, "wait", seed=5),
        Asked("surge", Month(1900, 8), Month(1901, 1)),
    )
    assert ("Luck", "the highest water of the month") in {box(one) for one in graph.nodes}


def test_every_title_of_the_shipped_series_can_be_said_to_run(shipped: Campaign) -> None:
    """As the subject of a sentence: no question, no clause of its own."""
    titles = [str(one.title) for one in shipped.model.series]
    assert not [title for title in titles if title.startswith("Whether")]


def test_the_values_of_a_series_are_those_of_the_months_asked_about(harbour: Campaign) -> None:
    """From the first to the last."""
    found = why(harbour, line(harbour, "wait"), "surge", Month(1900, 7), Month(1901, 1))
    (tide,) = [
        one.origin
        for one in found.bundles
        if isinstance(one.origin, FromOutside) and one.origin.series.id == "tide"
    ]
    assert (len(tide.values), tide.values[0], tide.values[-1]) == (7, 220, 280)
