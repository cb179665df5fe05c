"""Every text that a scenario holds for the player is written somewhere in a thorough play."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.playthrough.desk import replay_of
from game.playthrough.playthrough import history
from game.playthrough.replay import Replay
from game.scenarios.walk import texts
from game.terminal.paper import Paper
from tests.terminal.typist import Thorough

LINES = [("wait", "wait"), ("ten-gangs", "wait"), ("pray", "ten-gangs"), ("wait", "pray")]

ELSEWHERE = re.compile(
    r"model\.(?!readings)"  # the model's sentences are shown by `w`, as far as a row hangs on them
    r"|model\.readings\..*(overrides|because)"  # only numbers of the reading are used
    r"|map\.columns\."  # shown while somebody is on the march
    r"|encyclopaedia\.[^.]+\.names\."  # how other texts call it: these words lead to the entry
    r"|classroom\."  # shown to a class, its teacher, and on paper
    r"|.*\.requires\."  # shown when the response is closed by the state of things
)
"""Texts that a play need not meet."""


def met(key: str, done: Replay, asked: set[tuple[str, str]]) -> bool:
    """Return whether a text belongs to what happened in this play."""
    scenario, *rest = key.split(".")
    step = next((one for one in done.steps if one.scenario.id == scenario), None)
    match scenario, *rest:
        case "model", "readings", name, *_:
            return name == done.playthrough.reading
        case "campaign", "happenings", name, _:
            return any(name == one.happening.id for part in done.steps for one in part.happened)
        case "campaign", "endings", name, _:
            return done.reached is not None and name == done.reached.ending.id
        case "campaign", "epilogue", name, _:
            return done.reached is not None and name in [one.id for one in done.reached.epilogue]
        case _, "council", "questions", name, "answer":
            return (scenario, name) in asked
        case _, "consequences", "ledger", row, "cases", number, _ if step:
            entered = next(one for one in step.ledger if one.row.id == row)
            return entered.row.cases.index(entered.case) + 1 == int(number)
        case _, "decision", "responses", name, "reply" if step:
            return step.response.id == name
    return True


def missing(campaign: Campaign, typist: Thorough) -> dict[str, str]:
    """Return the texts that were not written, by their keys."""
    done = replay_of(campaign, typist.desk)
    notes = zip(campaign.scenarios, typist.desk.notes, strict=False)
    asked = {(str(one.id), str(name)) for one, note in notes for name in note.asked}
    expected = {
        key: text
        for key, text in texts(campaign).items()
        if not ELSEWHERE.match(key) and met(key, done, asked)
    }
    transcript = typist.text.casefold()
    return {key: text for key, text in expected.items() if not written(text, transcript)}


def written(text: str, transcript: str) -> bool:
    """Return whether a text was written: its parts between the quantities, in the same order."""
    plain = " ".join(text.rstrip(".").split())
    if "{" not in plain:
        return plain.casefold() in transcript
    pattern = re.sub(r"\\\{[a-z0-9_]+\\\}", r"\\S+( million| %)?", re.escape(plain.casefold()))
    return re.search(pattern, transcript) is not None


@pytest.mark.parametrize("line", LINES, ids="/".join)
@pytest.mark.parametrize("paper", [Paper(), Paper(60, 16)], ids=["endless", "pages"])
def test_a_thorough_play_of_the_harbour_misses_nothing(
    harbour: Campaign, tmp_path: Path, line: tuple[str, ...], paper: Paper
) -> None:
    typist = Thorough(harbour, tmp_path, line, paper).play()

    assert typist.desk.playthrough.line == line
    assert missing(harbour, typist) == {}


def test_the_test_would_notice_a_missing_text(harbour: Campaign, tmp_path: Path) -> None:
    typist = Thorough(harbour, tmp_path, ("wait", "wait")).play()
    told = str(harbour.scenarios[0].record.told.text)
    typist.written = [line for line in typist.written if told not in line]

    assert list(missing(harbour, typist)) == [
        f"{one.id}.record.told.text" for one in harbour.scenarios if one.record.told.text == told
    ]


@pytest.mark.exhaustive
def test_the_shipped_campaign_plays_from_the_title_to_the_chronicle(
    shipped: Campaign, tmp_path: Path
) -> None:
    typist = Thorough(shipped, tmp_path, history(shipped)).play()

    assert typist.desk.playthrough.line == history(shipped)
    assert typist.status == 0
    assert missing(shipped, typist) == {}
