"""Copies of campaigns that were read before: none is stale, none is trusted unseen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.commands.campaigns import load
from game.files import copies
from game.scenarios.plain import plain
from tests.conftest import exchange

ROOT = Path(__file__).parents[2]


def kept(folder: Path) -> list[Path]:
    """Return the copies there are after a campaign was loaded."""
    load(folder)
    return sorted(copies.place().glob("*.json"))


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever reads a campaign's files fail."""

    def refuse(folder: Path) -> None:
        raise AssertionError(folder)

    monkeypatch.setattr("game.files.folder.read_folder", refuse)


def test_a_later_start_takes_the_copy_and_gets_the_same_campaign(
    harbour: Campaign, harbour_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(harbour_folder)
    forbid_reading(monkeypatch)

    assert plain(load(harbour_folder)) == plain(harbour)


def test_a_changed_file_is_read_anew(harbour_folder: Path) -> None:
    before = load(harbour_folder)
    exchange(harbour_folder, "campaign.yaml", str(before.outline.title), "Another Dike")

    assert str(load(harbour_folder).outline.title) == "Another Dike"


def test_a_file_more_is_noticed(harbour_folder: Path) -> None:
    before = copies.key_of(harbour_folder)
    (harbour_folder / "more.yaml").write_text("id: more\n", encoding="utf-8")

    assert copies.key_of(harbour_folder) != before


def test_a_changed_reader_takes_no_older_copy(
    harbour_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = copies.key_of(harbour_folder)
    monkeypatch.setattr(copies, "_readers", lambda: [b"another"])

    assert copies.key_of(harbour_folder) != before


def test_where_the_game_has_no_source_nothing_is_kept(
    harbour_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "_readers", list)

    assert kept(harbour_folder) == []


@pytest.mark.parametrize("text", ["", "[]", "\x00", "0" * 32 + "\n[1]"])
def test_a_damaged_copy_is_as_good_as_none(harbour_folder: Path, text: str) -> None:
    (copy,) = kept(harbour_folder)
    whole = copy.read_text(encoding="utf-8")
    copy.write_text(text, encoding="utf-8")

    load(harbour_folder)

    assert copy.read_text(encoding="utf-8") == whole


def test_a_copy_that_holds_something_else_is_as_good_as_none(harbour_folder: Path) -> None:
    (copy,) = kept(harbour_folder)
    text = '[["dike"]]'
    copy.write_text(f"{copies._hash(text.encode())}\n{text}", encoding="utf-8")

    assert copies.find(copies.key_of(harbour_folder)) is None


def test_files_that_changed_while_they_were_read_are_not_kept(
    harbour: Campaign, harbour_folder: Path
) -> None:
    copies.keep("another key", harbour_folder, harbour)

    assert not copies.place().exists()


def test_a_disk_that_cannot_be_written_stops_nothing(
    harbour_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _text: str) -> None:
        raise OSError

    monkeypatch.setattr(copies, "write_whole", full)

    assert load(harbour_folder).outline.title
    assert not copies.place().exists()


def test_a_link_among_the_files_is_left_to_the_reader(harbour_folder: Path) -> None:
    (harbour_folder / "link.yaml").symlink_to(harbour_folder / "campaign.yaml")

    assert copies.key_of(harbour_folder) is None
    assert copies.find(None) is None


def test_only_the_newest_copies_stay(harbour_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "KEPT", 1)
    (first,) = kept(harbour_folder)
    exchange(harbour_folder, "campaign.yaml", "id:", "# another\nid:")

    (second,) = kept(harbour_folder)

    assert second != first


def test_a_campaign_with_problems_is_not_kept(harbour_folder: Path) -> None:
    exchange(harbour_folder, "campaign.yaml", "version:", "versions:")

    with pytest.raises(Exception, match="cannot be played"):
        load(harbour_folder)

    assert not copies.place().exists()


def test_a_copy_depends_on_every_part_of_the_game_that_reads() -> None:
    code = (
        "import sys, game.files.folder\n"
        "print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('game')))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()

    readers = {str(path) for pattern in copies.READERS for path in (ROOT / "game").glob(pattern)}
    others = {Path(one).relative_to(ROOT / "game").as_posix() for one in set(loaded) - readers}

    assert others <= {
        "__init__.py",
        "files/__init__.py",
        "files/garbage.py",
        "files/paths.py",
        "widgets/__init__.py",
    }
