"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from game.files.store import set_aside, write_whole


def names(folder: Path) -> list[str]:
    """Return what is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_into_a_new_folder(tmp_path: Path) -> None:
    """With the line ends it was given."""
    path = tmp_path / "new" / "deep" / "a.json"
    write_whole(path, "yes\nя\n")

    assert path.read_bytes() == "yes\nя\n".encode()
    assert names(path.parent) == ["a.json"]


def test_a_crash_before_the_renaming_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing else."""
    path = tmp_path / "a.json"
    write_whole(path, "old")

    def crash(_self: Path, _target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, "new")

    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.json"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error is the caller's to tell."""
    path = tmp_path / "a.json"
    write_whole(path, "old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, "new")

    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.json"]


def test_a_folder_that_cannot_be_settled_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file itself is safe."""
    sync = os.fsync

    def files_only(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise PermissionError
        sync(handle)

    monkeypatch.setattr(os, "fsync", files_only)
    write_whole(tmp_path / "a.json", "new")

    assert (tmp_path / "a.json").read_bytes() == b"new"


def test_other_systems_have_no_folders_to_settle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the renaming is all."""
    monkeypatch.setattr("game.files.store.POSIX", False)
    write_whole(tmp_path / "a.json", "new")

    assert (tmp_path / "a.json").read_text() == "new"


def test_a_file_is_set_aside_beside_others_of_its_name(tmp_path: Path) -> None:
    """Nothing is written over, not even a broken link."""
    places = []
    for text in ("one", "two", "three"):
        (tmp_path / "a.json").write_text(text)
        places.append(set_aside(tmp_path / "a.json"))
    (tmp_path / "set-aside" / "b.json").symlink_to("nowhere")
    (tmp_path / "b.json").write_text("four")
    places.append(set_aside(tmp_path / "b.json"))

    assert [one.name for one in places] == ["a.json", "a-2.json", "a-3.json", "b-2.json"]
    assert [one.read_text() for one in places] == ["one", "two", "three", "four"]


@pytest.mark.skipif(os.name != "posix", reason="only there can a pipe stand in a folder")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """So is a terminal, or the place where everything is thrown away."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    write_whole(path, "yes\n")

    assert os.read(reader, 100) == b"yes\n"
    assert names(tmp_path) == ["pipe"]
    assert stat.S_ISFIFO(path.stat().st_mode)
    os.close(reader)
