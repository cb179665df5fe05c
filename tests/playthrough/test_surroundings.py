"""What is heard around a desk: the ambience its campaign chose, music in the mood of the month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.soundscape import SILENT, Ambience
from game.campaign.words import ResponseId
from game.playthrough.desk import OF_A_SCENARIO, Desk, Stage
from game.playthrough.playthrough import begin
from game.playthrough.surroundings import Mood, Surroundings, around_desk, at_title
from game.scenarios.problem import Problem


def desk(campaign: Campaign, stage: Stage, *line: str) -> Desk:
    """Return a desk after some answers, without luck."""
    made = replace(begin(campaign, chance=False), line=tuple(map(ResponseId, line)))
    return Desk(made, stage)


def mood(campaign: Campaign, stage: Stage, *line: str, passed: bool = True) -> Mood:
    """Return the mood there."""
    return around_desk(campaign, desk(campaign, stage, *line), passed=passed).mood


def ambience(campaign: Campaign, stage: Stage, *line: str, page: int = 0) -> Ambience:
    """Return the ambience there."""
    return around_desk(campaign, desk(campaign, stage, *line), page=page).ambience


# --- the ambience ---


def test_the_title_has_the_ambience_of_the_campaign(harbour: Campaign) -> None:
    assert at_title(harbour) == Surroundings(Ambience.SEA, Mood.CALM)


def test_a_stage_has_the_ambience_that_the_campaign_gives_it(harbour: Campaign) -> None:
    assert ambience(harbour, Stage.SITUATION) is Ambience.SEA


def test_a_stage_that_nobody_names_is_silent(harbour: Campaign) -> None:
    assert ambience(harbour, Stage.COUNCIL) is Ambience.SILENCE


def test_what_a_scenario_says_goes_before_the_campaign(harbour: Campaign) -> None:
    assert ambience(harbour, Stage.COUNCIL, "wait") is Ambience.WIND
    assert ambience(harbour, Stage.SITUATION, "wait") is Ambience.SEA


def test_the_opening_and_the_chronicle_have_their_own(shipped: Campaign) -> None:
    answers = [one.decision.responses[0].id for one in shipped.scenarios]

    assert ambience(shipped, Stage.OPENING, page=1) is Ambience.CAVE
    assert ambience(shipped, Stage.CHRONICLE, *answers) is Ambience.NIGHT


def test_a_page_of_the_opening_may_have_its_own(shipped: Campaign) -> None:
    pages = [str(one.id) for one in shipped.outline.opening]

    assert ambience(shipped, Stage.OPENING, page=pages.index("moscow")) is Ambience.TELEPRINTER


def test_an_opening_without_pages_has_an_ambience_too(harbour: Campaign) -> None:
    bare = replace(harbour, outline=replace(harbour.outline, opening=()))

    assert ambience(bare, Stage.OPENING) is Ambience.WIND


@pytest.mark.parametrize("stage", OF_A_SCENARIO)
def test_every_stage_of_a_telegram_can_be_named(
    changed: Callable[..., Campaign], stage: Stage
) -> None:
    line = ("wait",) if stage in (Stage.CONSEQUENCES, Stage.RECORD) else ()
    view = "view: [town-hall, lighthouse]"
    campaign = changed("first-winter.yaml", view, f"{view}\naround: {{{stage}: night}}")

    assert ambience(campaign, stage, *line) is Ambience.NIGHT


def test_a_campaign_that_says_nothing_is_silent_and_calm(harbour: Campaign) -> None:
    bare = replace(harbour, outline=replace(harbour.outline, sound=SILENT))

    assert at_title(bare) == around_desk(bare, desk(bare, Stage.SITUATION)) == Surroundings()


def test_silence_has_no_sound_and_every_mood_has_a_bed() -> None:
    assert Surroundings().names == ("music-calm",)
    assert Surroundings(Ambience.CAVE, Mood.GRAVE).names == ("cave", "music-grave")


# --- the mood ---


def test_the_music_is_calm_when_no_rule_holds(harbour: Campaign) -> None:
    assert mood(harbour, Stage.SITUATION, "ten-gangs") is Mood.CALM


def test_the_music_is_strained_when_its_rule_holds(harbour: Campaign) -> None:
    assert mood(harbour, Stage.SITUATION) is Mood.STRAINED


def test_the_music_is_grave_when_both_rules_hold(harbour: Campaign) -> None:
    assert mood(harbour, Stage.RECORD, "wait", "wait") is Mood.GRAVE


@pytest.mark.parametrize(("passed", "heard"), [(False, Mood.STRAINED), (True, Mood.CALM)])
def test_the_music_tells_nothing_of_months_that_have_not_passed(
    harbour: Campaign, heard: Mood, *, passed: bool
) -> None:
    assert mood(harbour, Stage.CONSEQUENCES, "ten-gangs", passed=passed) is heard


def test_the_chronicle_has_the_mood_of_its_month(harbour: Campaign) -> None:
    assert mood(harbour, Stage.CHRONICLE, "wait", "wait") is Mood.GRAVE
    assert mood(harbour, Stage.CHRONICLE, "ten-gangs", "pray") is Mood.CALM


def test_a_rule_without_a_value_does_not_hold(changed: Callable[..., Campaign]) -> None:
    campaign = changed("campaign.yaml", "grave: crest < 290", "grave: 1 / (crest - crest)")

    assert mood(campaign, Stage.SITUATION, "ten-gangs") is Mood.CALM


def test_the_shipped_campaign_is_strained_in_summer_1941_and_grave_in_autumn(
    shipped: Campaign,
) -> None:
    first = shipped.scenarios[0].decision.responses[0].id

    assert mood(shipped, Stage.SITUATION) is Mood.STRAINED
    assert mood(shipped, Stage.SITUATION, first) is Mood.GRAVE


# --- mistakes ---


def test_a_rule_that_names_nothing_is_told_once(mistaken: Callable[..., list[Problem]]) -> None:
    found = mistaken("campaign.yaml", "grave: crest < 290", "grave: crust < 290")

    assert [one.code for one in found] == ["S012"]


def test_an_ambience_that_nobody_made_is_named_with_those_there_are(
    mistaken: Callable[..., list[Problem]],
) -> None:
    found = mistaken("campaign.yaml", "title: sea", "title: seas")

    assert [one.code for one in found] == ["S006"]
    assert all(str(one) in found[0].fix for one in Ambience)
