"""Every kind of mistake has an example: a small change of the harbour, and what is said of it.

A folder of `tests/broken/` holds the changed files and `expect.txt`, one line a problem.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.files.folder import read_folder
from game.scenarios import catalogue, nodes
from game.scenarios.nodes import LARGEST
from game.scenarios.problem import Problem

BROKEN = Path(__file__).parents[1] / "broken"
EXAMPLES = sorted(path.name for path in BROKEN.iterdir())


def places(problems: tuple[Problem, ...] | list[Problem], folder: Path) -> list[str]:
    """Return problems as `expect.txt` writes them."""
    return [
        f"{Path(one.mark.file).relative_to(folder)}:{one.mark.line}:{one.mark.column} {one.code}"
        for one in problems
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_mistake_is_found_in_its_place(name: str, harbour_folder: Path) -> None:
    """And nothing else is."""
    shutil.copytree(BROKEN / name, harbour_folder, dirs_exist_ok=True)
    found = read_folder(harbour_folder)
    expected = (BROKEN / name / "expect.txt").read_text(encoding="utf-8").splitlines()

    assert found.campaign is None
    assert places(found.problems, harbour_folder) == expected
    assert {one.code for one in found.problems} == {name[:4]}
    assert all(one.what and one.fix for one in found.problems)


def unreadable(folder: Path) -> None:
    """A folder in the place of a file."""
    (folder / "cast.yaml").unlink()
    (folder / "cast.yaml").mkdir()


def outside(folder: Path) -> None:
    """A link out of the folder."""
    shutil.move(folder / "cast.yaml", folder.parent / "cast.yaml")
    (folder / "cast.yaml").symlink_to(folder.parent / "cast.yaml")


def too_large(folder: Path) -> None:
    """A comment of two megabytes."""
    (folder / "cast.yaml").write_bytes(b"#" * (LARGEST + 1))


def too_many(folder: Path) -> None:
    """A list of very many lists."""
    (folder / "cast.yaml").write_bytes(b"[" + b"[],\n" * 3_000 + b"]")


MADE: dict[str, Callable[[Path], None]] = {
    "F002": unreadable,
    "F003": outside,
    "F004": too_large,
    "Y006": too_many,
}
"""Examples that no folder can hold."""


@pytest.mark.parametrize("code", MADE)
def test_the_mistake_of_a_file_is_found(
    code: str, harbour_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that are none, lead elsewhere or are too much."""
    monkeypatch.setattr(nodes, "MOST_VALUES", 2_000)
    MADE[code](harbour_folder)

    assert [one.code for one in read_folder(harbour_folder).problems] == [code]


def test_every_code_has_an_example() -> None:
    """And every example a code."""
    codes = [kind.code for kind in catalogue.EVERY_KIND]
    codes = [code for code in codes if not code.startswith("D")]  # tests/atlas/test_deep.py
    codes.remove("H002")  # tests/commands/test_check.py

    assert sorted(codes) == sorted([*(name[:4] for name in EXAMPLES), *MADE])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_a_problem(harbour_folder: Path) -> None:
    """Not a traceback."""
    (harbour_folder / "cast.yaml").chmod(0)

    assert [one.code for one in read_folder(harbour_folder).problems] == ["F002"]


def test_a_folder_that_is_none_is_a_problem(tmp_path: Path) -> None:
    """Of the folder itself."""
    found = read_folder(tmp_path / "nowhere")

    assert [(one.code, one.mark.file) for one in found.problems] == [
        ("F002", str(tmp_path / "nowhere"))
    ]
    assert "No such file" in found.problems[0].what


def test_a_link_in_a_circle_is_a_problem(harbour_folder: Path) -> None:
    """It leads nowhere."""
    (harbour_folder / "cast.yaml").unlink()
    (harbour_folder / "cast.yaml").symlink_to("cast.yaml")

    assert [one.code for one in read_folder(harbour_folder).problems] == ["F002"]


def test_a_file_nobody_asked_for_does_no_harm(harbour_folder: Path) -> None:
    """Notes may lie in the folder."""
    (harbour_folder / "notes.yaml").mkdir()
    (harbour_folder / "draft.yaml").write_bytes(b"\xff")

    assert read_folder(harbour_folder).problems == ()
