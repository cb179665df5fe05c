"""What was seen of a campaign, counted."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.playthrough.coverage import Coverage, Seen, Share, coverage, seen_at
from game.playthrough.desk import Desk, Stage
from game.playthrough.glance import glance, on_the_way
from game.playthrough.playthrough import begin, continues
from game.playthrough.resume import Differs, OtherCampaign

WAIT, GANGS = ResponseId("wait"), ResponseId("ten-gangs")


def desk(campaign: Campaign, *line: ResponseId, stage: Stage = Stage.SITUATION) -> Desk:
    """Return a desk of the harbour after some answers."""
    return Desk(replace(begin(campaign, chance=False), line=line), stage)


def of_another(campaign: Campaign) -> Desk:
    """Return a desk of another campaign."""
    here = desk(campaign, WAIT)
    return replace(here, playthrough=replace(here.playthrough, campaign=Id("mountain")))


def test_answers_count_once_they_are_given(harbour: Campaign) -> None:
    assert seen_at(harbour, desk(harbour, WAIT)) == Seen(frozenset({"first-winter/wait"}))


def test_an_ending_counts_once_its_chronicle_was_read(harbour: Campaign) -> None:
    before = seen_at(harbour, desk(harbour, WAIT, WAIT, stage=Stage.RECORD))
    after = seen_at(harbour, desk(harbour, WAIT, WAIT, stage=Stage.CHRONICLE))

    assert before.endings == frozenset()
    assert len(after.endings) == 1


def test_another_campaigns_save_has_seen_nothing_of_this_one(harbour: Campaign) -> None:
    assert seen_at(harbour, of_another(harbour)) == Seen()


def test_what_was_seen_twice_counts_once(harbour: Campaign) -> None:
    first, second = (seen_at(harbour, desk(harbour, one, WAIT)) for one in (WAIT, GANGS))

    assert len((first | second | first).answers) == 3


def test_only_what_the_campaign_has_today_is_counted(harbour: Campaign) -> None:
    seen = Seen(frozenset({"first-winter/wait", "first-winter/gone"}), frozenset({"gone"}))
    found = coverage(harbour, seen)
    many = [len(one.decision.responses) for one in harbour.scenarios]

    assert found == Coverage(
        Share(0, len(harbour.outline.endings)), (Share(1, many[0]), Share(0, many[1]))
    )
    assert found.answers_in_all == Share(1, sum(many))


def test_a_glance_at_one_that_is_over_tells_its_code_and_its_ending(harbour: Campaign) -> None:
    found = glance(harbour, desk(harbour, WAIT, WAIT, stage=Stage.CHRONICLE))

    assert found.reached is not None
    assert found.answers == Share(2, 2)
    assert len(found.code) > 10


def test_a_glance_before_the_chronicle_gives_no_ending_away(harbour: Campaign) -> None:
    assert glance(harbour, desk(harbour, WAIT, WAIT, stage=Stage.RECORD)).reached is None


def test_a_glance_tells_what_has_changed(harbour: Campaign) -> None:
    assert glance(harbour, desk(harbour, WAIT), ("other",)).notices == (Differs(0),)


def test_a_glance_at_another_campaigns_save_tells_so(harbour: Campaign) -> None:
    found = glance(harbour, of_another(harbour))

    assert found.desk is None
    assert found.notices == (OtherCampaign("mountain", "harbour"),)


def test_a_playthrough_is_on_the_way_to_one_that_goes_on_from_it(harbour: Campaign) -> None:
    start, on, other = (
        desk(harbour, *line).playthrough for line in ((WAIT,), (WAIT, GANGS), (GANGS, GANGS))
    )

    assert start in on_the_way([start, on])
    assert on not in on_the_way([start, on, other])


def test_the_same_answers_with_other_luck_are_another_playthrough(harbour: Campaign) -> None:
    made = desk(harbour, WAIT).playthrough

    assert continues(made, made)
    assert not continues(made, replace(made, seed=2, chance=True))


def test_a_save_that_stops_on_the_way_shows_no_code(harbour: Campaign) -> None:
    found = glance(harbour, desk(harbour, WAIT, ResponseId("swim")))

    assert found.answers == Share(1, 2)
    assert found.code == ""
