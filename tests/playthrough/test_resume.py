"""Old playthroughs in a campaign that has changed since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.playthrough.desk import Desk, Guess, Notes, Stage
from game.playthrough.playthrough import begin
from game.playthrough.refusals import TooManyAnswers, UnknownResponse
from game.playthrough.replay import play
from game.playthrough.resume import Differs, OtherCampaign, OtherReading, resume

WAIT, GANGS, PRAY = map(ResponseId, ("wait", "ten-gangs", "pray"))
Change = Callable[..., Campaign]


def made(campaign: Campaign, *line: ResponseId, stage: Stage = Stage.RECORD) -> Desk:
    """Return a desk with some answers given."""
    return Desk(replace(begin(campaign, chance=False), line=line), stage)


def fingerprints(campaign: Campaign, desk: Desk) -> tuple[str, ...]:
    """Return what a save keeps of the states."""
    return tuple(step.fingerprint for step in play(campaign, desk.playthrough).steps)


def test_an_unchanged_campaign_goes_on_without_a_word(harbour: Campaign) -> None:
    """The usual case."""
    desk = made(harbour, GANGS, WAIT)
    resumed = resume(harbour, desk, fingerprints(harbour, desk))

    assert resumed.desk == desk
    assert resumed.notices == ()


def test_an_option_inserted_changes_nothing(harbour: Campaign, changed: Change) -> None:
    """Answers are kept by their ids, not by their letters."""
    desk = made(harbour, PRAY)
    twice = (
        "    pray:\n      title: Dance\n      mark: D\n"
        "      order: x\n      cost: x\n      reply: x\n"
    )
    twice += "      backing: {text: x, grade: invented}\n      commands: []\n    pray:\n"
    text = twice.replace("    pray:\n", "    dance:\n", 1)
    campaign = changed("first-winter.yaml", "    pray:\n", text)

    resumed = resume(campaign, desk, fingerprints(harbour, desk))

    assert (resumed.desk, resumed.notices) == (desk, ())


def test_an_option_renamed_stops_the_line_there(harbour: Campaign, changed: Change) -> None:
    """What was before it is kept, and the player sits before the same telegram."""
    campaign = changed("second-winter.yaml", "    pray:\n", "    hope:\n")
    resumed = resume(campaign, made(harbour, GANGS, PRAY))

    assert resumed.desk == made(harbour, GANGS, stage=Stage.SITUATION)
    assert resumed.notices == (UnknownResponse("pray", 1, (WAIT, GANGS, ResponseId("hope"))),)


def test_an_option_removed_stops_the_line_there(harbour: Campaign, changed: Change) -> None:
    """As one renamed."""
    text = "    wait:\n      title: Wait\n"
    campaign = changed("first-winter.yaml", text, text.replace("wait", "stay"))
    resumed = resume(campaign, made(harbour, WAIT, PRAY))

    assert resumed.desk == made(harbour, stage=Stage.SITUATION)
    assert [type(one) for one in resumed.notices] == [UnknownResponse]


def test_a_campaign_that_lost_a_telegram_keeps_what_fits(
    harbour: Campaign, changed: Change
) -> None:
    """The rest of the line is dropped, with the reason."""
    campaign = changed("campaign.yaml", "[first-winter, second-winter]", "[first-winter]")
    resumed = resume(campaign, made(harbour, WAIT, PRAY, stage=Stage.CHRONICLE))

    assert resumed.desk == made(harbour, WAIT, stage=Stage.CHRONICLE)
    assert resumed.notices == (TooManyAnswers(2, 1),)


def test_another_model_is_noticed_at_the_first_turn_that_differs(
    harbour: Campaign, changed: Change
) -> None:
    """By the fingerprints of the states."""
    desk = made(harbour, WAIT, GANGS)
    campaign = changed("second-winter.yaml", "size: 10, after: 1", "size: 11, after: 1")

    assert resume(campaign, desk, fingerprints(harbour, desk)).notices == (Differs(1),)


def test_another_campaigns_save_is_left_alone(harbour: Campaign) -> None:
    """It is named, not forced."""
    desk = made(harbour)
    other = replace(desk, playthrough=replace(desk.playthrough, campaign=Id("mountain")))

    resumed = resume(harbour, other)

    assert resumed.desk is None
    assert resumed.notices == (OtherCampaign("mountain", "harbour"),)


def test_an_unknown_reading_gives_way_to_the_first(harbour: Campaign) -> None:
    """And the player is told."""
    desk = made(harbour, WAIT)
    other = replace(desk, playthrough=replace(desk.playthrough, reading=Id("poet")))

    resumed = resume(harbour, other)

    assert resumed.desk == desk
    assert resumed.notices == (OtherReading("poet", "engineer"),)


def test_a_new_version_is_taken_over(harbour: Campaign, changed: Change) -> None:
    """The next save says which campaign it was."""
    campaign = changed("campaign.yaml", "version: 1", "version: 2")
    resumed = resume(campaign, made(harbour, WAIT))

    assert resumed.desk is not None
    assert resumed.desk.playthrough.version == 2


@pytest.mark.parametrize(
    ("line", "stage", "seated"),
    [
        ((), Stage.OPENING, Stage.OPENING),
        ((), Stage.COUNCIL, Stage.COUNCIL),
        ((), Stage.RECORD, Stage.SITUATION),
        ((), Stage.CHRONICLE, Stage.SITUATION),
        ((WAIT,), Stage.OPENING, Stage.SITUATION),
        ((WAIT,), Stage.DECISION, Stage.DECISION),
        ((WAIT,), Stage.CONSEQUENCES, Stage.CONSEQUENCES),
        ((WAIT,), Stage.CHRONICLE, Stage.SITUATION),
        ((WAIT, PRAY), Stage.COUNCIL, Stage.CHRONICLE),
        ((WAIT, PRAY), Stage.RECORD, Stage.RECORD),
        ((GANGS, GANGS), Stage.RECORD, Stage.SITUATION),
    ],
)
def test_the_player_sits_at_a_stage_that_exists(
    harbour: Campaign, line: tuple[ResponseId, ...], stage: Stage, seated: Stage
) -> None:
    """Whatever the save says."""
    resumed = resume(harbour, made(harbour, *line, stage=stage))

    assert resumed.desk is not None
    assert resumed.desk.stage is seated


def test_notes_on_things_that_are_gone_are_dropped(harbour: Campaign) -> None:
    """A question renamed, an estimate with fewer answers, a telegram not reached."""
    known = Notes((Id("how-long"),), (Guess(Id("crest"), 2, 50),))
    odd = Notes(
        (Id("how-deep"), Id("how-long")),
        (Guess(Id("crest"), 3, 50), Guess(Id("trust"), 0, 50), Guess(Id("crest"), 2, 50)),
    )
    desk = replace(made(harbour, WAIT), notes=(odd, known, known, known))

    resumed = resume(harbour, desk)

    assert resumed.desk is not None
    assert resumed.desk.notes == (known, known)
