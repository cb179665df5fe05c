"""What outlives the saves, in a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.files.remembered import LARGEST, LONGEST, NAME, Kept, Remembered, name_of
from game.playthrough.coverage import Seen
from game.playthrough.playthrough import Playthrough, begin

SEEN = Seen(frozenset({"first-winter/wait"}), frozenset({"peace"}))


def made(campaign: Campaign, *line: str) -> Playthrough:
    """Return a playthrough of the harbour."""
    return replace(begin(campaign, chance=False), line=tuple(map(ResponseId, line)))


def test_without_a_file_nothing_is_kept(tmp_path: Path) -> None:
    assert Remembered(tmp_path).read() == Kept()


def test_what_was_seen_is_added_to_what_was_seen_before(tmp_path: Path) -> None:
    kept = Remembered(tmp_path)
    kept.note("harbour", SEEN)
    kept.note("harbour", Seen(frozenset({"first-winter/pray"})))

    assert Remembered(tmp_path).read().seen == {
        "harbour": SEEN | Seen(frozenset({"first-winter/pray"}))
    }


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    kept = Remembered(tmp_path)
    kept.note("harbour", SEEN)
    (tmp_path / NAME).touch()
    before = (tmp_path / NAME).stat().st_ino
    kept.note("harbour", SEEN)

    assert (tmp_path / NAME).stat().st_ino == before


def test_a_name_goes_with_the_playthrough_as_it_goes_on(harbour: Campaign, tmp_path: Path) -> None:
    Remembered(tmp_path).name(made(harbour, "wait"), "Patience")
    names = Remembered(tmp_path).read().names

    assert name_of(names, made(harbour, "wait", "pray")) == "Patience"
    assert name_of(names, made(harbour, "pray")) == ""


def test_a_name_is_taken_away_by_an_empty_one(harbour: Campaign, tmp_path: Path) -> None:
    kept = Remembered(tmp_path)
    kept.name(made(harbour), "Patience")
    kept.name(made(harbour), "")

    assert kept.read().names == {}


def test_playthroughs_with_other_luck_have_names_of_their_own(
    harbour: Campaign, tmp_path: Path
) -> None:
    kept = Remembered(tmp_path)
    kept.name(replace(made(harbour), seed=3, chance=True), "Lucky")

    assert name_of(kept.read().names, made(harbour)) == ""


def test_a_name_is_kept_no_longer_than_it_may_be(harbour: Campaign, tmp_path: Path) -> None:
    kept = Remembered(tmp_path)
    kept.name(made(harbour), "é" * 99)

    assert list(kept.read().names.values()) == ["é" * LONGEST]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"kind": "six-telegrams save"}',
        '{"kind": "six-telegrams shelf", "format": 2}',
        '{"kind": "six-telegrams shelf", "format": 1}',
        '{"kind": "six-telegrams shelf", "format": 1, "names": {}, "seen": {"harbour": []}}',
        '{"kind": "six-telegrams shelf", "format": 1, "names": [], "seen": {}}',
        '{"kind": "six-telegrams shelf", "format": 1, "names": {}, "seen": 3}',
        "\ud800",
        "[" * 100_000,
        " " * (LARGEST + 1),
    ],
    ids=range(11),
)
def test_a_damaged_file_is_set_aside_with_a_reason(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_bytes(text.encode("utf-8", "surrogatepass"))
    kept = Remembered(tmp_path)

    assert kept.read() == Kept()
    assert [one.startswith("shelf.kept could not be read (") for one in kept.trouble] == [True]
    assert (tmp_path / "set-aside" / NAME).exists()
    assert not (tmp_path / NAME).exists()


def test_a_damaged_file_that_cannot_be_moved_stays_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "held by another program")

    monkeypatch.setattr("game.files.remembered.set_aside", refuse)
    (tmp_path / NAME).write_text("{")
    kept = Remembered(tmp_path)
    kept.read()

    assert str(tmp_path / NAME) in kept.trouble[0]


def test_a_file_that_cannot_be_opened_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    kept = Remembered(tmp_path)

    assert kept.read() == Kept()
    assert kept.trouble == []
