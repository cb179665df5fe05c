"""What can speak on a machine: programs, or a screen reader; neither is no error."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from game.speech import voices
from game.speech.voices import PROGRAMS, Program, ScreenReader, Spoken, mouths, programs

EVERY = [program for found in PROGRAMS.values() for program in found]


def python(code: str, *, by_line: bool = False) -> Spoken:
    """Return a mouth that runs some Python in place of a voice."""
    return Spoken(
        Program("python", lambda text, rate: [sys.executable, "-c", code, text, str(rate)],
                by_line=by_line)
    )  # fmt: skip


def spoken(mouth: Spoken) -> Spoken:
    """Wait until the program of a mouth has ended."""
    assert mouth._process is not None
    mouth._process.wait(20)
    return mouth


# --- programs ---


@pytest.mark.parametrize("program", EVERY, ids=lambda one: one.name)
def test_a_program_is_called_by_its_name(program: Program) -> None:
    assert program.words("Hello.", 180)[0] == program.name


@pytest.mark.parametrize("program", EVERY, ids=lambda one: one.name)
def test_a_program_speaks_faster_when_it_is_told_to(program: Program) -> None:
    assert program.words("Hello.", 100) != program.words("Hello.", 430)


def test_a_text_that_looks_like_an_option_is_none() -> None:
    words = PROGRAMS["linux"][0].words("--help", 180)

    assert words[words.index("--") + 1 :] == ["--help"]


@pytest.mark.parametrize(("rate", "share"), [(180, "0"), (10_000, "100"), (0, "-67")])
def test_speech_dispatcher_counts_from_minus_to_plus_a_hundred(rate: int, share: str) -> None:
    words = PROGRAMS["linux"][0].words("Hello.", rate)

    assert words[words.index("--rate") + 1] == share


def test_only_programs_that_are_installed_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "espeak-ng" else None)

    assert [one.name for one in programs("linux")] == ["espeak-ng"]


def test_a_system_that_is_not_known_has_no_programs() -> None:
    assert list(programs("plan9")) == []


def test_a_program_gets_the_text_and_the_rate(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    code = (
        f"import json, sys; json.dump([sys.argv[1:], sys.stdin.read()], open({str(told)!r}, 'w'))"
    )
    mouth = python(code)

    mouth.begin("Чжу Дэ, at 5 %", 210)
    spoken(mouth)

    assert json.loads(told.read_text()) == [["Чжу Дэ, at 5 %", "210"], "Чжу Дэ, at 5 %\n"]


def test_a_program_speaks_until_it_ends() -> None:
    mouth = python("input()", by_line=False)
    mouth.begin("Hello.", 180)
    spoken(mouth)

    assert (mouth.is_speaking(), mouth.has_failed()) == (False, False)


def test_a_program_that_still_runs_is_speaking_and_can_be_stopped() -> None:
    mouth = python("import threading; threading.Event().wait(60)")
    mouth.begin("Hello.", 180)
    process = mouth._process
    assert mouth.is_speaking()
    assert process is not None

    mouth.stop()

    assert (mouth.is_speaking(), mouth.has_failed(), process.poll() is None) == (
        False,
        False,
        False,
    )


def test_a_program_that_ends_badly_has_failed() -> None:
    mouth = python("raise SystemExit(3)")
    mouth.begin("Hello.", 180)
    spoken(mouth)

    assert (mouth.is_speaking(), mouth.has_failed()) == (False, True)


def test_a_program_that_is_gone_has_failed() -> None:
    mouth = Spoken(Program("gone", lambda _text, _rate: ["/no/such/voice"]))

    mouth.begin("Hello.", 180)

    assert (mouth.is_speaking(), mouth.has_failed()) == (False, True)


def test_stopping_also_stops_what_was_left_to_another_program(tmp_path: Path) -> None:
    trace = tmp_path / "stopped"
    code = f"open({str(trace)!r}, 'w').close()"
    waits = [sys.executable, "-c", "import threading; threading.Event().wait(60)"]
    mouth = Spoken(Program("both", lambda _text, _rate: waits, (sys.executable, "-c", code)))
    mouth.begin("Hello.", 180)

    mouth.stop()

    assert trace.exists()


def test_stopping_what_is_silent_does_nothing() -> None:
    python("").stop()


# --- a screen reader ---


class Backend:
    """A screen reader that takes note, and can do only what is listed."""

    name = "Orca"

    def __init__(self, *able: str) -> None:
        self.able = able
        self.heard: list[object] = []

    def output(self, text: str, *, interrupt: bool) -> None:
        self.do("output", text, interrupt)

    def stop(self) -> None:
        self.do("stop")

    @property
    def speaking(self) -> bool:
        self.do("speaking")
        return True

    def do(self, what: str, *more: object) -> None:
        if what not in self.able:
            raise RuntimeError(what)
        self.heard.append((what, *more))


def test_a_screen_reader_is_given_the_text() -> None:
    backend = Backend("output")

    ScreenReader(backend).begin("Hello.", 180)

    assert backend.heard == [("output", "Hello.", False)]


def test_a_screen_reader_that_cannot_be_silenced_is_cut_by_the_next_text() -> None:
    backend = Backend("output")
    reader = ScreenReader(backend)

    reader.stop()
    reader.begin("Hello.", 180)
    reader.begin("More.", 180)

    assert backend.heard == [("output", "Hello.", True), ("output", "More.", False)]


def test_a_screen_reader_that_refuses_a_text_has_failed() -> None:
    reader = ScreenReader(Backend())

    reader.begin("Hello.", 180)

    assert reader.has_failed()


def test_a_screen_reader_tells_whether_it_speaks() -> None:
    assert ScreenReader(Backend("speaking")).is_speaking()


def test_a_screen_reader_that_cannot_tell_counts_as_silent() -> None:
    assert not ScreenReader(Backend()).is_speaking()


def with_prism(monkeypatch: pytest.MonkeyPatch, backend: Backend | None) -> None:
    """Let prismatoid be installed, with a screen reader running or not."""

    def acquire_best() -> Backend:
        if backend is None:
            message = "Invalid or unsupported backend"
            raise ValueError(message)
        return backend

    prism = ModuleType("prism")
    prism.Context = lambda: SimpleNamespace(acquire_best=acquire_best)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "prism", prism)


def test_a_screen_reader_comes_before_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    with_prism(monkeypatch, Backend("output"))
    monkeypatch.setattr(voices, "programs", lambda: iter(PROGRAMS["darwin"]))

    assert [one.name for one in mouths()] == ["Orca", "say"]


def test_without_a_screen_reader_a_program_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    with_prism(monkeypatch, None)
    monkeypatch.setattr(voices, "programs", lambda: iter(PROGRAMS["darwin"]))

    assert [one.name for one in mouths()] == ["say"]


def test_without_prismatoid_a_program_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prism", None)
    monkeypatch.setattr(voices, "programs", lambda: iter(PROGRAMS["darwin"]))

    assert [one.name for one in mouths()] == ["say"]
