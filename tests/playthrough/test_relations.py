"""What more of a thing must do to the others, on every line and under every reading.

Each line is run twice: as it was answered, and with more of one thing. The signs are those of the
dossier's documented causes; the sizes at the end those of its effects. What is a trifle may go the
other way: a smaller army loses fewer men later, and Moscow's money feeds a few more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.campaign.words import Month
from game.playthrough.playthrough import begin, history
from game.simulation.course import Course
from tests.exhaustive import examples, sampled
from tests.playthrough.lines import Line, line_as, line_of

TRIFLE = 1e-4
"""Of the largest value a quantity has."""
PICKS = st.tuples(*[st.integers(0, 5)] * 6)
READINGS = st.sampled_from(["record", "popular", "moscow"])
STRENGTH = st.floats(0.05, 1)

Signs = dict[str, int]
"""From a quantity to 1 where it must not be less, and -1 where it must not be more. `total:` looks
at the sum of all months up to one."""


@dataclass(frozen=True)
class Ordered:
    """An order given once more: its largest size, its longest duration."""

    size: float
    months: int
    signs: Signs


RAIDED: Signs = {
    "rail_cut": 1, "rail_traffic": -1, "provocation": 1, "reprisals": 1, "sweeps": 1,
    "total:villagers_lost": 1, "base_people": -1, "militia": -1, "era_toll": 1, "era_men": -1,
    "trust": 1, "north": -1,
}  # fmt: skip
SENT: Signs = {
    "era_home": -1, "border_gap": 1, "tension": 1, "united_front": -1, "blockade_men": 1,
    "prices": 1, "hu_struck": 1, "base_people": -1, "provocation": 1, "total:villagers_lost": 1,
    "trust": 1,
}  # fmt: skip
ORDERED = {
    "raid_teams": Ordered(3, 6, RAIDED),
    "offensive": Ordered(
        90, 2, RAIDED | {
            "reinforcements": 1, "garrison_density": 1, "strongpoints": 1, "adaptation": -1,
            "tension": -1,
        },
    ),
    "mongolia_force": Ordered(15000, 1, SENT | {"mongolia_arrived": 1, "mongolia_lost": 1}),
    "manchuria_force": Ordered(15000, 1, SENT | {"manchuria_men": 1, "manchuria_lost": 1}),
    "wall_force": Ordered(9000, 1, SENT | {"wall_men": 1, "wall_lost": 1, "ne_delay": -1}),
    "wall_post": Ordered(
        500, 20, {
            "era_home": -1, "base_people": -1, "wall_men": 1, "wall_lost": 1, "provocation": 1,
            "ne_delay": -1, "trust": 1,
        },
    ),
    "south_force": Ordered(
        9000, 1, {"era_home": -1, "south_men": 1, "tension": 1, "hu_struck": 1, "supply": -1}
    ),
    "small_parties": Ordered(
        100, 10, {"mongolia_lost": 1, "soviet_rifles": 1, "cadres_ne": 1, "trust": 1}
    ),
    "cadres": Ordered(200, 20, {"cadres_ne": 1, "ne_cadres": 1, "ne_delay": -1, "base_people": -1}),
    "recovery": Ordered(
        0.5, 12, {
            "adaptation": 1, "farming": 1, "supply": 1, "prices": -1, "base_people": 1,
            "total:villagers_lost": -1,
        },
    ),
    "intelligence_work": Ordered(1, 12, {"intelligence": 1, "trust": 1, "money_moscow": 1}),
    "refusal": Ordered(
        1, 1, {
            "trust": -1, "money_moscow": -1, "supply": -1, "ne_rifles": -1, "comintern_weight": 1,
        },
    ),
    "evasion": Ordered(1, 1, {"trust": -1, "money_moscow": -1}),
    "quarrel": Ordered(1, 1, {"trust": -1, "money_moscow": -1, "comintern_weight": -1}),
    "bargain": Ordered(1, 1, {"trust": -1, "intelligence": 1}),
    "lean_chongqing": Ordered(
        1, 8, {
            "tension": -1, "blockade_men": -1, "prices": -1, "supply": 1, "hu_struck": -1,
            "comintern_weight": 1,
        },
    ),
    "proclaim": Ordered(1, 4, {"tension": 1, "provocation": 1, "total:villagers_lost": 1}),
    "airlift": Ordered(1, 1, {"trust": -1, "tension": 1}),
}  # fmt: skip
"""What more of an order must do."""

HELD: Signs = {"garrison_density": 1, "strongpoints": 1, "base_people": -1, "era_men": -1}
OUTSIDE: dict[str, Signs] = {
    "sweep_plan": {
        "sweeps": 1, "total:villagers_lost": 1, "base_people": -1, "people_reach": -1,
        "era_men": -1, "militia": -1, "rifles": -1,
    },
    "ncaa_men": HELD | {"rifles": -1, "reprisals": 1},
    "puppet_men": HELD,
    "moscow_grants": {"money_moscow": 1, "supply": 1, "era_men": 1, "prices": -1},
    "blockade_posts": {"blockade_men": 1, "supply": -1, "prices": 1, "era_men": -1},
    "inflation_outside": {"prices": 1},
    "german_distance": {"soviet_west": 1, "north": -1, "north_feared": -1, "north_rumour": -1},
    "kwantung_men": {"north_feared": 1, "north_rumour": 1},
    "fareast_seen": {"north": -1, "north_feared": -1},
    "kmt_lift": {"ne_kmt": 1, "ne_position": -1, "ne_ccp": -1},
    "arms_passed": {"ne_rifles": 1, "ne_ccp": 1},
}  # fmt: skip
"""What more of a series of the record must do."""

ASSUMED: dict[str, Signs] = {
    "trust_start": {"trust": 1, "money_moscow": 1, "supply": 1, "era_men": 1, "ne_rifles": 1},
    "trust_rest": {"trust": 1, "money_moscow": 1, "ne_rifles": 1, "ne_delay": -1},
    "tension_rest": {"tension": 1, "supply": -1, "prices": 1, "hu_struck": 1},
    "reprisals_per_100km": {"reprisals": 1, "total:villagers_lost": 1, "base_people": -1},
    "reinforced_per_regiment": {"reinforcements": 1, "garrison_density": 1, "base_people": -1},
    "toll_regiment": {"era_men": -1},
    "overrun_per_sweep": {"base_people": -1, "era_men": -1, "militia": -1},
    "adaptation_push": {"adaptation": 1, "base_people": 1},
    "supply_farm": {"supply": 1, "prices": -1, "era_men": 1},
    "leave_hunger": {"era_men": -1},
    "steppe_crowd": {"mongolia_lost": 1, "mongolia_arrived": -1},
    "belt_wear": {"wall_men": -1, "ne_delay": 1},
    "refusal_cost": {"trust": -1},
    "battle_trust": {"trust": 1},
    "raid_grip": {"north": -1},
    "weight_oil": {"north": -1},
    "weight_fareast": {"north": 1},
    "attack_pace": {"attack_risk": 1, "soviet_west": -1},
    "arms_scale": {"ne_rifles": 1, "ne_ccp": 1},
}
"""What more of an assumption must do."""


@pytest.fixture
def historical(shipped: Campaign) -> Line:
    """History's line, under the default reading."""
    return line_as(shipped, replace(begin(shipped), line=history(shipped)))


def curve(course: Course, quantity: str) -> Sequence[float]:
    """Return a quantity month by month, or its sum so far."""
    kind, _, name = quantity.rpartition(":")
    return list(accumulate(course.curve(name))) if kind else course.curve(name)


def opposed(before: Course, after: Course, signs: Signs) -> list[str]:
    """Return what went the wrong way, and when."""
    found = []
    for quantity, sign in signs.items():
        pairs = list(zip(curve(before, quantity), curve(after, quantity), strict=True))
        trifle = TRIFLE * max(max(map(abs, pair)) for pair in pairs)
        wrong = [n for n, (low, high) in enumerate(pairs) if sign * (high - low) < -trifle]
        found += [f"{quantity} in {before.first.plus(wrong[0])}"] if wrong else []
    return found


@pytest.mark.parametrize("order", sampled(ORDERED, [*ORDERED][::3]))
@settings(max_examples=examples(9))
@given(PICKS, READINGS, STRENGTH, st.sampled_from([0, 3, 11, 13, 15, 24]))
def test_more_of_an_order(
    shipped: Campaign, order: str, picks: tuple[int, ...], reading: str, strength: float, after: int
) -> None:
    """Raids, men, words: given once more, beside all that is answered."""
    line, more = line_of(shipped, picks, reading), ORDERED[order]
    months = 1 + round(strength * (more.months - 1))
    command = line.order(order, strength * more.size, Month(1941, 7).plus(after), months)

    assert opposed(line.run(), line.run(command), more.signs) == []


@pytest.mark.parametrize("series", sampled(OUTSIDE, [*OUTSIDE][::3]))
@settings(max_examples=examples(9))
@given(PICKS, READINGS, STRENGTH)
def test_more_from_outside(
    shipped: Campaign, series: str, picks: tuple[int, ...], reading: str, strength: float
) -> None:
    """Sweeps, garrisons, money, a blockade."""
    line = line_of(shipped, picks, reading)
    more = line.with_series(series, lambda value, _: value * (1 + strength / 2))

    assert opposed(line.run(), more.run(), OUTSIDE[series]) == []


@pytest.mark.parametrize("assumed", sampled(ASSUMED, [*ASSUMED][::3]))
@settings(max_examples=examples(9))
@given(PICKS, READINGS, STRENGTH)
def test_more_of_what_is_assumed(
    shipped: Campaign, assumed: str, picks: tuple[int, ...], reading: str, strength: float
) -> None:
    """Whoever argues for another figure knows what follows."""
    line = line_of(shipped, picks, reading)
    more = line.with_parameter(assumed, 1 + strength / 4)

    assert opposed(line.run(), more.run(), ASSUMED[assumed]) == []


PRESSED = st.tuples(st.integers(0, 30), st.integers(1, 20), st.floats(0.1, 4))
"""A blockade is tightened: when it begins, how long it lasts, points of tension a month."""


@settings(max_examples=examples(20))
@given(PICKS, READINGS, PRESSED)
def test_an_earlier_a_longer_and_a_harder_blockade_starves(
    shipped: Campaign, picks: tuple[int, ...], reading: str, pressed: tuple[int, int, float]
) -> None:
    """It closes the roads, empties the stores and drives prices up; in the end it may strike."""
    begins, lasts, harder = pressed
    first = Month(1941, 6).plus(begins)
    line = line_of(shipped, picks, reading)
    more = line.with_series(
        "kmt_pressure", lambda value, month: value + harder * (0 <= month.since(first) < lasts)
    )
    signs = {
        "tension": 1, "united_front": -1, "blockade_men": 1, "supply": -1, "prices": 1,
        "hu_struck": 1,
    }  # fmt: skip

    loose, tight = line.run(), more.run()
    left = [course.at(Month(1945, 8), "era_men") for course in (loose, tight)]

    assert opposed(loose, tight, signs) == []
    assert left[1] <= left[0] * (1 + TRIFLE)


@settings(max_examples=examples(20))
@given(PICKS, READINGS, st.integers(1, 12))
def test_a_blockade_line_that_stands_months_earlier_starves(
    shipped: Campaign, picks: tuple[int, ...], reading: str, months: int
) -> None:
    """As long as more men stand there than in history, there is no more to eat and none cheaper."""
    line = line_of(shipped, picks, reading)
    model = line.engine.model
    column = [str(one.id) for one in model.series].index("blockade_posts")
    posts = {model.first.plus(n): row[column] for n, row in enumerate(line.engine.series)}
    more = line.with_series(
        "blockade_posts", lambda value, month: max(value, posts.get(month.plus(months), value))
    )
    signs = {"blockade_men": 1, "supply": -1, "prices": 1, "era_men": -1}

    assert opposed(line.run(), more.run(), signs) == []


@settings(max_examples=examples(20))
@given(PICKS, READINGS, st.floats(10, 90))
def test_an_open_attack_is_paid_in_cartridges(
    shipped: Campaign, picks: tuple[int, ...], reading: str, regiments: float
) -> None:
    """What it wins back is a small part of what it fires."""
    line, month = line_of(shipped, picks, reading), Month(1942, 6)
    attack = line.order("offensive", regiments, month)
    kept, left = (course.at(month.plus(1), "rounds") for course in (line.run(), line.run(attack)))
    assert left < kept


@settings(max_examples=examples(20))
@given(PICKS, READINGS, st.floats(0, 1))
def test_trust_weighs_little_before_1945_and_somewhat_then(
    shipped: Campaign, picks: tuple[int, ...], reading: str, times: float
) -> None:
    """Armies and bases hardly feel it; the gate to the Northeast by three weeks at the most."""
    line = line_of(shipped, picks, reading)
    less = line.with_parameter("trust_start", times).with_parameter("trust_rest", times)
    trusted, mistrusted = line.run(), less.run()
    eve = Month(1944, 12)

    for quantity in ("era_men", "base_people", "n4a_men"):
        one, other = (course.at(eve, quantity) for course in (trusted, mistrusted))
        assert other == pytest.approx(one, rel=0.03)
    delays = [course.at(Month(1945, 8), "ne_delay") for course in (trusted, mistrusted)]
    assert abs(delays[1] - delays[0]) < 21
    rifles = [course.at(Month(1945, 11), "ne_rifles") for course in (trusted, mistrusted)]
    assert rifles[0] * 0.6 < rifles[1] <= rifles[0]


def test_a_railway_campaign_like_that_of_1940_costs_what_that_cost(historical: Line) -> None:
    """Tens of thousands of men and millions of people, for three points in Tokyo at the most."""
    attack = historical.order("offensive", 105, Month(1941, 7), 3)
    quiet, fought = historical.run(), historical.run(attack)

    def moved(quantity: str, month: Month) -> float:
        return fought.at(month, quantity) - quiet.at(month, quantity)

    for month in (Month(1941, 7), Month(1941, 8), Month(1941, 9)):
        assert -3 < moved("north", month) < -1
    assert 20_000 < moved("losses_total", Month(1942, 6)) < 37_000  # 17,000, and 20,000 gassed
    assert fought.at(Month(1942, 12), "base_people") < 45e6
    assert 900_000 < fought.at(Month(1945, 8), "regulars") < 1_100_000


def test_of_two_divisions_sent_to_mongolia_half_never_arrive(historical: Line) -> None:
    """Those who do come back with the Red Army."""
    march = historical.order("mongolia_force", 13_000, Month(1942, 8))
    sent = historical.run(march)

    assert 5_000 < sent.at(Month(1945, 8), "mongolia_lost") < 12_000
    assert 3_000 < sent.at(Month(1945, 8), "mongolia_arrived") < 8_000


def test_of_the_regulars_sent_to_manchuria_few_are_left_within_a_year(historical: Line) -> None:
    """Partisans had been there before them."""
    march = historical.order("manchuria_force", 8_000, Month(1942, 6))
    sent = historical.run(march)

    assert sent.at(Month(1943, 6), "manchuria_lost") > 0.75 * 8_000


def test_without_a_force_at_the_wall_the_gate_opens_weeks_later(historical: Line) -> None:
    """And the depots are emptier; the war in the Northeast is delayed, not lost."""
    posted = historical.order("wall_post", 0, Month(1941, 6)).order
    given_up = tuple(one for one in historical.given if one.order != posted)
    nobody = Line(historical.engine, given_up).with_parameter("wall_start", 0)
    held, open_gate = historical.run(), nobody.run()
    delay = open_gate.at(Month(1945, 8), "ne_delay") - held.at(Month(1945, 8), "ne_delay")
    rifles = held.at(Month(1945, 11), "ne_rifles") - open_gate.at(Month(1945, 11), "ne_rifles")

    assert 10 < delay < 21
    assert 10_000 < rifles < 30_000
    assert open_gate.at(Month(1948, 10), "ne_eve") > 0.9 * held.at(Month(1948, 10), "ne_eve")


@settings(max_examples=examples(20))
@given(PICKS, st.sampled_from(["record", "moscow"]), st.floats(0, 3))
def test_no_raid_moves_tokyo_by_more_than_a_few_points(
    shipped: Campaign, picks: tuple[int, ...], reading: str, effort: float
) -> None:
    """Small parties, however many, in the summer in which Tokyo chose."""
    line = line_of(shipped, picks, reading)
    raids = line.order("raid_teams", effort, Month(1941, 7), 3)
    quiet, raided = line.run(), line.run(raids)
    apart = [
        one - other
        for one, other in zip(quiet.curve("north")[:8], raided.curve("north")[:8], strict=True)
    ]

    assert min(apart) >= 0
    assert max(apart) < 3
