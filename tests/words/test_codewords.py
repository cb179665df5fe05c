"""What is said of run codes."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id
from game.playthrough.code import (
    ElsewhereMade,
    LeadsElsewhere,
    NoCode,
    OtherForm,
    OtherVersion,
    Remark,
    UnknownMark,
    UnknownReading,
)
from game.playthrough.letters import Mistyped, Strange
from game.playthrough.refusals import TooManyAnswers
from game.words.codewords import no_code, remark


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Strange("O", 4), "no code has the character 'O' (the 4. of it). There are 2 to 9 and"),
        (Mistyped(""), "characters are wrong, missing or swapped"),
        (Mistyped("23-4"), "Did you mean 23-4?"),
        (OtherForm(), "a newer game may read it"),
        (ElsewhereMade(), "of another campaign than 'harbour'"),
    ],
)
def test_a_text_that_is_no_code_is_said_back_with_a_reason(
    harbour: Campaign, why: NoCode, words: str
) -> None:
    said = no_code(harbour, "abc", why)

    assert said.startswith("'abc' is ")
    assert words in said


def test_a_long_text_is_not_said_back_whole(harbour: Campaign) -> None:
    assert len(no_code(harbour, "A" * 10_000, Mistyped(""))) < 250


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (UnknownMark(1, "D"), "plays up to telegram 2 and stops there: no response has the mark D"),
        (UnknownMark(1, "D"), "3 Wait"),
        (UnknownReading(Id("engineer")), "'engineer' stands in"),
        (OtherVersion(1, 3), "made with version 1 of the campaign; this is version 3"),
        (LeadsElsewhere(), "lead elsewhere today"),
        (TooManyAnswers(4, 2), "the campaign has 2 telegrams"),
    ],
)
def test_what_has_changed_since_a_code_was_made_is_said(
    harbour: Campaign, one: Remark, words: str
) -> None:
    assert words in remark(harbour, one)
