"""Arguing with the model: a reading of one's own beside the others, and what it does to a line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ParameterId
from game.playthrough.playthrough import Playthrough, begin, history
from game.playthrough.revision import (
    ARGUED,
    ELSEWHERE,
    Revision,
    argue,
    by_sector,
    called,
    is_within,
    parameter_of,
    revised,
    value_of,
    with_revision,
    with_words,
    without,
)
from game.simulation.arithmetic import NoValueError

CREST, STORM = ParameterId("crest_at_first"), ParameterId("storm_chance")


def of(parameter: ParameterId, value: float) -> Revision:
    """Return a change with a reason and a source."""
    return Revision(parameter, value, "so", "there")


def whole(campaign: Campaign) -> Playthrough:
    """Return history's line without chance."""
    return replace(begin(campaign, chance=False), line=history(campaign))


def test_the_campaign_stays_as_it_was(harbour: Campaign) -> None:
    parameter = parameter_of(harbour, STORM)
    assert parameter is not None
    argued_once = revised(harbour, "fisherman", [of(STORM, 0.9)])
    twice = revised(argued_once, "fisherman", [of(STORM, 0.8)])

    assert ARGUED not in [one.id for one in harbour.model.readings]
    assert value_of(argued_once, ARGUED, parameter) == 0.9
    assert value_of(twice, ARGUED, parameter) == 0.8
    assert value_of(harbour, "fisherman", parameter) == 0.4


def test_the_line_as_it_was_is_that_of_the_campaign(harbour: Campaign) -> None:
    made = whole(harbour)
    before = argue(harbour, made, [of(CREST, 400)]).found.replays[0]

    assert before.course.rows == argue(harbour, made, [of(CREST, 300)]).found.replays[1].course.rows


def test_points_of_the_record_that_are_lost_are_named(harbour: Campaign) -> None:
    argued = argue(harbour, whole(harbour), [of(CREST, 400)])

    assert [one.quantity for one in argued.lost] == ["crest"]
    assert argued.won == ()
    assert [table.is_met for table in argued.record] == [True, False]


def test_points_of_the_record_that_are_won_are_named(harbour: Campaign) -> None:
    wrong = revised(harbour, "engineer", [of(CREST, 400)])
    believed = replace(wrong.model.readings[-1], id=Id("wrong"))
    model = replace(wrong.model, readings=(believed, *wrong.model.readings))
    made = replace(whole(harbour), reading=believed.id)
    argued = argue(replace(wrong, model=model), made, [of(CREST, 300)])

    assert [one.quantity for one in argued.won] == ["crest"]
    assert argued.lost == ()


def test_a_number_without_which_nothing_can_be_reckoned_is_refused(shipped: Campaign) -> None:
    with pytest.raises(NoValueError):
        argue(shipped, whole(shipped), [of(ParameterId("german_reach"), 0)])


def test_another_change_of_one_number_takes_the_place_of_the_first() -> None:
    first, second, other = of(CREST, 310), of(CREST, 320), of(STORM, 0.3)

    assert with_revision((first, other), second) == (second, other)
    assert with_revision((first,), other) == (first, other)
    assert without((first, other), CREST) == (other,)


def test_a_number_is_called_by_its_name_in_words() -> None:
    assert called(CREST) == "Crest at first"


@pytest.mark.parametrize(("value", "within"), [(280, True), (320, True), (279, False)])
def test_a_range_holds_its_ends(harbour: Campaign, value: float, within: bool) -> None:
    parameter = parameter_of(harbour, CREST)

    assert parameter is not None
    assert is_within(parameter, value) == within


def test_every_number_stands_in_exactly_one_sector(shipped: Campaign) -> None:
    listed = [one.id for _, found in by_sector(shipped.model) for one in found]

    assert sorted(listed) == sorted(one.id for one in shipped.model.parameters)


def test_numbers_that_no_sector_names_stand_at_the_end(harbour: Campaign) -> None:
    bare = replace(harbour.model, sectors=harbour.model.sectors[:1])
    titles = [title for title, _ in by_sector(bare)]

    assert titles == ["The sea", ELSEWHERE]


def test_numbers_are_found_by_words_of_their_name_or_meaning(harbour: Campaign) -> None:
    model = harbour.model

    assert [one.id for one in with_words(model, "DIKE gang")] == ["cm_a_gang"]
    assert [one.id for one in with_words(model, "crest at")] == ["crest_at_first"]
    assert with_words(model, "moon") == ()
