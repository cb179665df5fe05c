"""The real terminal: letters it lacks, input that ends, pipes that break."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.terminal import streams
from game.terminal.paper import Paper


@pytest.mark.parametrize(
    ("text", "plain"),
    [("−5", b"-5"), ("Café №5", b"Cafe No.5"), ("毛", b"?"), ("\ud800", b"?"), ("a…", b"a...")],
)
def test_letters_a_terminal_lacks_are_written_plainly(text: str, plain: bytes) -> None:
    assert text.encode("ascii", "plainly") == plain


def test_only_writing_is_made_plain() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", "plainly")


def test_a_pipe_has_no_end_of_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", io.StringIO())

    assert streams.paper() == Paper()


def game(harbour: Path, saves: Path, typed: bytes, **more: str) -> tuple[int, bytes, bytes]:
    """Play in a process of its own."""
    command = [sys.executable, "-m", "game", "play", "--text", "--campaign", str(harbour)]
    done = subprocess.run(
        [*command, "--saves", str(saves), "--seed", "3", "--no-chance"],
        input=typed,
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env={**os.environ, **more},
    )
    return done.returncode, done.stdout, done.stderr


def test_a_terminal_of_ascii_letters_and_broken_input_is_no_reason_to_stop(
    harbour_folder: Path, tmp_path: Path
) -> None:
    typed = b"\n\n\n\n\n1\n\ny\n\na\n\xff\xfe\nw 1\n"
    status, out, err = game(harbour_folder, tmp_path / "s", typed, PYTHONIOENCODING="ascii")

    assert (status, err) == (0, b"")
    assert b"1. - loss: The dike" in out
    assert b"six-telegrams play --text --campaign" in out
    assert len(list((tmp_path / "s").glob("auto-*.json"))) == 2


def test_the_terminal_needs_no_pygame(harbour_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "pygame.py").write_text("raise SystemExit('pygame was opened')", encoding="utf-8")
    status, out, _ = game(harbour_folder, tmp_path / "s", b"\n", PYTHONPATH=str(tmp_path))

    assert status == 0
    assert b"Before the first telegram" in out
