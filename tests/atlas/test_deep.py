"""What shows only when every line is walked, found in a harbour that was spoilt for it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.atlas.deep import deep_problems
from game.atlas.survey import survey
from game.campaign.campaign import Campaign
from game.commands.check import problems_of
from game.files.paths import campaign as shipped_campaign
from game.scenarios import catalogue
from game.scenarios.problem import Mark
from tests.atlas.halves import halves
from tests.conftest import exchange
from tests.exhaustive import sampled
from tests.whole import HARBOUR

SHUT = "      requires:\n        - {that: purse < 0, otherwise: No.}"
SPOILT = {
    "D001": ("first-winter.yaml", "- when: value < -5\n", "- when: value < -5000\n"),
    "D002": ("campaign.yaml", "when: damage > 0\n    place", "when: crest > 9000\n    place"),
    "D003": ("campaign.yaml", "at_chronicle(purse) > 1500000", "at_chronicle(purse) > 90000000"),
    "D004": ("first-winter.yaml", "that: purse > 1000000", "that: purse > 1000000000"),
    "D005": ("campaign.yaml", "when: end(crest) >= 420 and", "when: end(crest) >= 9420 and"),
    "D006": ("campaign.yaml", "when: end(crest) >= 420 and", "when: end(crest) >= 737 and"),
    "D007": (
        "first-winter.yaml",
        "      commands:\n        - {order: gangs, size: 0.5}\n",
        "      commands:\n        - {order: levy, size: -90000, months: 9}\n",
    ),
    "D008": ("campaign.yaml", "high: 4000000\n    wanted", "high: 2100000\n    wanted"),
    "D009": (
        "first-winter.yaml",
        "and stands at {crest}.\n          grade: invented",
        "and stands at {crest}.\n          grade: inferred",
    ),
    "D010": ("model.yaml", "equals: purse * 1.1", "equals: purse * 1.1 / (10 - gangs)"),
    "D011": (
        *("second-winter.yaml", "commands: []", f"commands: []\n{SHUT}"),
        *("second-winter.yaml", "historical: true", f"historical: true\n{SHUT}"),
        *("second-winter.yaml", "that: purse > 1000000 and", "that: purse < 0 and"),
    ),
}
"""A small change a code: the file, what stands there, and what spoils it, once or more."""
POINTED_AT = {
    "D001": "when: value < -5000",
    "D002": "over-the-dike:",
    "D003": "rich:",
    "D004": "ten-gangs:",
    "D005": "proud:",
    "D006": "proud:",
    "D007": "pray:",
    "D008": "2100000",
    "D009": "inferred",
    "D010": "purse_told:",
    "D011": "wait:",
}
"""What stands where the problem is said to be."""


@pytest.fixture(scope="module")
def _few_seeds() -> Iterator[None]:
    """Lines are walked under fewer seeds: the harbour has little luck, and many checks here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.atlas.survey.SEEDS", range(1, 257))
        yield


@pytest.fixture(scope="module")
def before(_few_seeds: None) -> set[tuple[str, str]]:
    """What a deep check says of the harbour as it is: (code, message)."""
    return {(one.code, one.what) for one in problems_of(HARBOUR, deep=True)}


@pytest.fixture
def spoilt(
    harbour_folder: Path, _few_seeds: None, request: pytest.FixtureRequest
) -> Iterator[Path]:
    """The harbour with one change."""
    exchange(harbour_folder, *SPOILT[request.param])
    yield harbour_folder
    shutil.rmtree(harbour_folder)


@pytest.mark.parametrize(("spoilt", "code"), [(c, c) for c in SPOILT], indirect=["spoilt"])
def test_a_change_that_spoils_a_line_is_found_where_it_was_written(
    spoilt: Path, code: str, before: set[tuple[str, str]]
) -> None:
    """With a message that was not there before, to the line and the column."""
    new = [
        one
        for one in problems_of(spoilt, deep=True)
        if one.code == code and (code, one.what) not in before
    ]
    texts = [Path(one.mark.file).read_text(encoding="utf-8").splitlines() for one in new]
    pairs = zip(new, texts, strict=True)
    marked = [text[one.mark.line - 1][one.mark.column - 1 :] for one, text in pairs]
    assert any(line.startswith(POINTED_AT[code]) for line in marked), marked


def test_every_deep_code_has_such_a_change() -> None:
    """So that no code is only a promise."""
    deep = {kind.code for kind in catalogue.EVERY_KIND if kind.code.startswith("D")}
    assert deep == set(SPOILT)


@pytest.mark.exhaustive
def test_the_shipped_campaign_has_no_such_problem() -> None:
    """Every text is reached, every response is worth choosing, every figure fits its bar."""
    assert problems_of(shipped_campaign(), deep=True) == ()


@pytest.mark.parametrize("part", sampled([0, 1], [1]))
def test_no_half_of_its_lines_has_a_problem_that_no_other_line_would_cure(
    shipped: Campaign, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure off its bar stays off it; a text that a half does not reach, the other may."""
    monkeypatch.setattr("game.atlas.survey.SEEDS", range(0))
    half = list(halves(shipped))[part]
    half = replace(half, model=replace(half.model, readings=half.model.readings[:1]))
    found = deep_problems(half, lambda path: Mark(path, 1, 1), lambda *_: None)

    assert [one for one in found if one.code in ("D008", "D009", "D010", "D011")] == []


def test_a_survey_tells_which_reading_is_walked_and_how_far_it_is(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over all readings together."""
    monkeypatch.setattr("game.atlas.survey.OFTEN", 2)
    monkeypatch.setattr("game.atlas.survey.SEEDS", range(0))
    told: list[tuple[str, float]] = []
    survey(harbour, lambda words, part: told.append((words, part)))
    parts = [part for _, part in told]

    assert [words for words, _ in told] == [
        f"{reading.id}: {lines} lines walked"
        for reading in harbour.model.readings
        for lines in (2, 4, 6, 8)
    ]
    assert parts == sorted(parts)
    assert 0 < parts[0] < parts[-1] <= 1


def test_a_case_without_evidence_is_named_by_its_row(harbour_folder: Path) -> None:
    """A number alone would say nothing."""
    exchange(harbour_folder, *SPOILT["D009"])
    said = {one.what for one in problems_of(harbour_folder, deep=True) if one.code == "D009"}

    assert any(one.startswith("case 1 of the row 'dike' has no source") for one in said), said
