"""`doctor` names the voice, or says what to install."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import metadata

import pytest

from game.cli import main
from game.commands import doctor
from game.speech.voices import NO_VOICE, PROGRAMS, Mouth, Spoken


def line(capsys: pytest.CaptureFixture[str], head: str) -> str:
    """Return what the doctor says about something."""
    main(["doctor"])
    return next(one for one in capsys.readouterr().out.splitlines() if one[4:].startswith(head))


def test_the_voices_are_named_the_best_first(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> Iterator[Mouth]:
        yield from (Spoken(one) for one in PROGRAMS["linux"][:2])

    monkeypatch.setattr(doctor, "mouths", found)

    assert "spd-say; also espeak-ng; turn speech on" in line(capsys, "voice")


def test_without_a_voice_it_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "mouths", lambda: iter(()))

    assert NO_VOICE in line(capsys, "voice")


@pytest.mark.parametrize(
    ("platform", "said"), [("linux", "Orca is told"), ("win32", "used on Linux only")]
)
def test_accesskit_is_named_where_it_is_installed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, platform: str, said: str
) -> None:
    monkeypatch.setattr(metadata, "version", lambda _name: "0.7.0")
    monkeypatch.setattr(sys, "platform", platform)

    assert f"AccessKit 0.7.0; {said}" in line(capsys, "reader")


def test_without_accesskit_it_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def version(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", version)

    assert "six-telegrams[a11y]" in line(capsys, "reader")
