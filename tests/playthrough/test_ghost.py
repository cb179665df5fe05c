"""The documented path beside the one played."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Month, ResponseId
from game.playthrough.ghost import ghost_of, strayed
from game.playthrough.playthrough import Playthrough, begin, history

WAIT, GANGS, PRAY = map(ResponseId, ("wait", "ten-gangs", "pray"))


def made(campaign: Campaign, *line: ResponseId) -> Playthrough:
    """Return a playthrough without chance."""
    return replace(begin(campaign, chance=False), line=line)


def test_the_ghost_has_answered_as_often(harbour: Campaign) -> None:
    """With history's answers."""
    assert ghost_of(harbour, made(harbour, GANGS)).playthrough.line == (WAIT,)


def test_history_has_not_strayed_from_itself(harbour: Campaign) -> None:
    """Neither in answers nor in figures."""
    far = strayed(harbour, made(harbour, *history(harbour)))

    assert (far.answers, far.given, far.share) == (0, 2, 0)


def test_a_playthrough_without_answers_has_not_strayed(harbour: Campaign) -> None:
    """There is nothing to compare yet."""
    assert strayed(harbour, made(harbour)).share == 0


def test_the_distance_is_a_share_of_each_indicators_scale(harbour: Campaign) -> None:
    """300 of 400 centimetres, 900,000 of 4,000,000 crowns told with a tenth more."""
    far = strayed(harbour, made(harbour, GANGS))

    assert (far.answers, far.given, far.widest.id) == (1, 1, "crest")
    assert far.share == pytest.approx((300 / 400 + (1_200_000 - 180_000) * 1.1 / 4_000_000) / 2)
    assert far.here - far.there == pytest.approx(300)


def test_one_may_look_at_any_month(harbour: Campaign) -> None:
    """Three months after the answer 150 centimetres are done."""
    far = strayed(harbour, made(harbour, GANGS), Month(1901, 1))

    assert far.here - far.there == pytest.approx(150)
