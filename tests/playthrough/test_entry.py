"""A run code while it is being typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.playthrough.code import Decoded, code_of
from game.playthrough.desk import Stage
from game.playthrough.entry import Unfinished, seat, standing, tidied
from game.playthrough.letters import Mistyped, Strange
from game.playthrough.playthrough import begin

WAIT = ResponseId("wait")


def code(campaign: Campaign, *line: ResponseId, chance: bool = False) -> str:
    """Return the code of some answers."""
    text = code_of(campaign, replace(begin(campaign, seed=7, chance=chance), line=line))
    assert text is not None
    return text


def slipped(text: str) -> str:
    """Return a code whose third character is another one."""
    return text[:2] + ("3" if text[2] == "2" else "2") + text[3:]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", ""),
        ("8et3", "8ET3"),
        ("8et38", "8ET3-8"),
        (" 8e-t3.8wck\n", "8ET3-8WCK"),
        ("8o\x00", "8O"),
        ("2" * 50, "-".join(["2222"] * 7) + "-22"),
    ],
)
def test_what_is_typed_is_written_as_codes_are(typed: str, shown: str) -> None:
    assert tidied(typed) == shown


def test_nothing_is_the_beginning_of_a_code(harbour: Campaign) -> None:
    assert standing(harbour, "") == Unfinished(10)


def test_every_beginning_of_a_code_is_unfinished(harbour: Campaign) -> None:
    whole = code(harbour, WAIT, WAIT)
    found = [standing(harbour, whole[:count]) for count in range(1, len(whole))]

    assert [one for one in found if not isinstance(one, Unfinished)] == []


def test_a_half_code_says_how_much_is_missing_at_least(harbour: Campaign) -> None:
    assert standing(harbour, code(harbour, WAIT, WAIT)[:5]) == Unfinished(8)


def test_a_code_with_a_seed_may_be_longer_than_the_shortest(harbour: Campaign) -> None:
    assert standing(harbour, code(harbour, WAIT, chance=True)[:-1]) == Unfinished(0)


def test_a_whole_code_stands_for_its_playthrough(harbour: Campaign) -> None:
    found = standing(harbour, code(harbour, WAIT))

    assert isinstance(found, Decoded)
    assert found.playthrough.line == (WAIT,)


def test_a_character_that_no_code_has_is_told_at_once(harbour: Campaign) -> None:
    assert standing(harbour, "8O") == Strange("O", 2)


def test_a_slip_is_told_with_what_was_meant(harbour: Campaign) -> None:
    whole = code(harbour, WAIT, WAIT)
    swapped = whole[:5] + whole[6] + whole[5] + whole[7:]

    assert standing(harbour, swapped) == Mistyped(whole)


def test_a_slip_with_a_doubtful_cure_is_not_told(
    harbour: Campaign, changed: Callable[..., Campaign]
) -> None:
    whole = code(harbour, WAIT, WAIT)
    other = changed("campaign.yaml", "version: 1", "version: 2")
    swapped = whole[:5] + whole[6] + whole[5] + whole[7:]

    assert standing(other, swapped) == Unfinished(0)


def test_many_answers_are_counted_as_many_as_a_code_has(harbour: Campaign) -> None:
    assert standing(harbour, "Z") == Unfinished(24)


@pytest.mark.parametrize(
    ("answers", "stage"), [(0, Stage.SITUATION), (1, Stage.SITUATION), (2, Stage.CHRONICLE)]
)
def test_a_code_leads_to_the_next_situation_or_to_the_chronicle(
    harbour: Campaign, answers: int, stage: Stage
) -> None:
    found = standing(harbour, code(harbour, *(WAIT,) * answers))
    assert isinstance(found, Decoded)
    led = seat(harbour, found)

    assert led.desk is not None
    assert led.desk.stage is stage
    assert len(led.desk.playthrough.line) == answers
