"""`check`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli import main
from game.scenarios.problem import Problem
from tests.conftest import exchange


def test_a_sound_campaign_has_no_problems(
    harbour_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 0."""
    assert main(["check", str(harbour_folder)]) == 0
    assert capsys.readouterr().out == f"{harbour_folder}: no problems\n"


def test_every_problem_is_printed_with_its_place(
    mistaken: Callable[..., list[Problem]],
    harbour_folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit status 1."""
    problems = mistaken("cast.yaml", "post: mayor", "post: ''", "sources.yaml", "year:", "yeer:")

    assert main(["check", str(harbour_folder)]) == 1
    assert capsys.readouterr().out == (
        f"{problems[0]}\n{problems[1]}\n{harbour_folder}: 2 problems\n"
    )


def test_problems_can_be_had_as_json(
    mistaken: Callable[..., list[Problem]],
    harbour_folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """For editors and other programs."""
    mistaken("cast.yaml", "post: mayor", "post: ''")
    status = main(["check", str(harbour_folder), "--json"])
    (problem,) = json.loads(capsys.readouterr().out)

    assert status == 1
    assert (problem["line"], problem["column"], problem["code"]) == (5, 9, "S004")
    assert set(problem) == {"file", "line", "column", "code", "what", "fix"}


def test_a_folder_that_is_none_is_one_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Named."""
    assert main(["check", str(tmp_path / "no")]) == 1
    assert "F002 cannot be read: No such file" in capsys.readouterr().out


def test_a_deep_check_walks_every_line_and_tells_so_on_the_error_stream(
    harbour_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it finds is printed like other problems."""
    assert main(["check", "--deep", str(harbour_folder)]) == 1
    printed = capsys.readouterr()

    assert "campaign.yaml:24:11: D008 'crest' runs from 272 to 641; its scale" in printed.out
    assert printed.err == "every line walked\n"


def test_a_deep_check_of_a_campaign_with_mistakes_lists_these(
    mistaken: Callable[..., list[Problem]],
    harbour_folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No line can be walked yet."""
    mistaken("cast.yaml", "post: mayor", "post: ''")

    assert main(["check", "--deep", str(harbour_folder)]) == 1
    printed = capsys.readouterr()
    assert "S004" in printed.out
    assert "D0" not in printed.out
    assert printed.err == ""


def test_letters_that_no_face_has_are_pointed_at(
    harbour_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They would be empty boxes on the screen."""
    exchange(
        harbour_folder,
        *("map.yaml", "name: Town Hall", "name: Αθήνα"),
        *("map.yaml", "name: Quay", "name: Łódź Йошкар-Ола"),
        *("cast.yaml", "  post: mayor\n", "  post: mayor\n  chinese: 龘\n"),
    )
    status = main(["check", str(harbour_folder)])
    said = capsys.readouterr().out.splitlines()

    assert status == 1
    assert said[0].endswith("cast.yaml:6:12: H002 no face of the game has: 龘")
    assert said[2].endswith("map.yaml:3:21: H002 no face of the game has: Α ή α θ ν")
    assert said[-1].endswith(": 2 problems")


def test_a_text_of_many_strange_letters_lists_the_first_twelve(
    harbour_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest is three dots."""
    exchange(harbour_folder, "map.yaml", "name: Quay", "name: αβγδεζηθικλμνξο")
    main(["check", str(harbour_folder)])

    assert "no face of the game has: α β γ δ ε ζ η θ ι κ λ μ ...\n" in capsys.readouterr().out
