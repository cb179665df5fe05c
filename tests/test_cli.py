"""The command line itself."""

from __future__ import annotations

import importlib
import io
import sys
from argparse import Namespace
from types import SimpleNamespace

import pytest

from game.cli import main, parser

COMMANDS = ("check", "doctor", "gallery", "play", "replay", "schema")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 0."""
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])

    assert left.value.code == 0
    assert f"six-telegrams {command}" in capsys.readouterr().out


def test_a_size_is_two_numbers() -> None:
    """In pixels."""
    assert parser().parse_args(["gallery", "x", "--size", "1024x640"]).size == (1024, 640)


@pytest.mark.parametrize(
    "words",
    [
        ["lunch"],
        ["replay"],
        ["replay", "A", "--seed", "-1"],
        ["replay", "A", "--seed", "٣"],
        ["replay", "A", "--seed", "9" * 19],
        ["gallery", "x", "--size", "1280"],
        ["gallery", "x", "--size", "1x1"],
        ["gallery", "x", "--size", "²x²"],
        ["check", "a", "b"],
    ],
)
def test_wrong_usage_is_told_from_a_thing_that_is_not_so(words: list[str]) -> None:
    """Exit status 2."""
    with pytest.raises(SystemExit) as left:
        main(words)

    assert left.value.code == 2


def test_without_a_command_the_game_opens() -> None:
    """In a window."""
    given = parser().parse_args([])

    assert (given.module, given.text, given.chance) == ("play", False, True)


def carried_out(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    """Carry out a command that ends with `error`."""

    def run(_given: Namespace) -> int:
        raise error

    monkeypatch.setattr(importlib, "import_module", lambda _name: SimpleNamespace(run=run))
    return main(["check"])


def test_ctrl_c_ends_a_command_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit status 130, as shells expect."""
    assert carried_out(monkeypatch, KeyboardInterrupt()) == 130


def test_a_reader_that_has_left_is_no_error(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """`six-telegrams check | head -1`."""
    monkeypatch.setattr("game.commands.carrying.os.dup2", lambda _new, _old: None)
    with capfd.disabled():
        monkeypatch.setattr(sys, "stdout", SimpleNamespace(fileno=lambda: 1, flush=lambda: None))

        assert carried_out(monkeypatch, BrokenPipeError()) == 0


def test_a_full_disk_is_told(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """`six-telegrams check > /dev/full`; a fault that names a file is not about the output."""
    monkeypatch.setattr("game.commands.carrying.os.dup2", lambda _new, _old: None)
    with capfd.disabled():
        monkeypatch.setattr(sys, "stdout", SimpleNamespace(fileno=lambda: 1, flush=lambda: None))
        said = io.StringIO()
        monkeypatch.setattr(sys, "stderr", said)

        assert carried_out(monkeypatch, OSError(28, "No space left on device")) == 1
        with pytest.raises(FileNotFoundError):
            carried_out(monkeypatch, FileNotFoundError(2, "No such file", "lost.txt"))

    assert "the output cannot be written: No space left on device" in said.getvalue()
