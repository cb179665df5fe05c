"""`bench --desk`: what it prints and refuses, not how fast it is."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import count
from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from game.cli import main
from game.commands import bench_bare, bench_desk, bench_play
from game.commands.bench_desk import Figure, output, table
from game.commands.bench_keys import _into_the_queue, sender
from game.commands.bench_play import Sent, Watch, is_still, press
from game.commands.bench_walk import onto, walk
from game.errors import Refused

GOOD: dict[str, dict[str, Any]] = {
    "start": {"first": 0.1, "ready": 0.2, "whole": 0.4},
    "memory": {"most": 80e6, "all": 130e6, "size": [1920, 1080]},
    "still": {"cpu": 0.002, "screen": "title", "screens": 3},
    "keys": {"how": "sent", "waits": [0.01, 0.02, 0.03]},
    "sizes": {
        "first": {"screen": "compare-map", "seconds": 0.08},
        "sharp": {"screen": "record", "seconds": 0.15},
    },
    "board": {"taken": [0.004, 0.005, 0.006], "slices": [0.002, 0.003]},
    **{mode: {"cpu": 0.1, "frames": 60} for mode in ("flight", "months", "telegram")},
}
"""What the game tells on a good day."""


@pytest.fixture
def good(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, Any]]:
    """A day of measuring that the test may spoil."""
    told = {mode: dict(found) for mode, found in GOOD.items()}
    bare = {"first": 0.2, "driver": "x11", "most": 150e6, "cpu": 0.9, "began": 0.0}
    monkeypatch.setattr(bench_desk, "played", lambda mode, _size: {"began": 0.0, **told[mode]})
    monkeypatch.setattr(bench_desk, "bare", lambda _mode, _size: bare)
    monkeypatch.setattr(bench_desk, "output", lambda _command: "0.05")
    return told


def test_every_promise_is_measured_and_held(
    good: dict[str, dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["bench", "--desk"])
    out = capsys.readouterr().out

    assert good
    assert status == 0
    assert "missed" not in out
    assert len(out.splitlines()) == 1 + bench_desk.FIGURES
    for promise in ("at most 1.0 x", "at most 1.5 x", "under 0.50 %", "under 40 %", "under 50 ms"):
        assert promise in out


@pytest.mark.parametrize(
    ("mode", "worse", "line"),
    [
        ("start", {"ready": 0.31}, "start to title ready for input"),
        ("memory", {"most": 260e6}, "memory at 1920 x 1080"),
        ("still", {"cpu": 0.006}, "processor, nothing moves"),
        ("flight", {"cpu": 0.5}, "processor, the camera flies"),
        ("sizes", {"first": {"screen": "title", "seconds": 0.11}}, "another size to a first"),
        ("sizes", {"sharp": {"screen": "title", "seconds": 0.21}}, "another size to a sharp"),
        ("board", {"taken": [0.017] * 9}, "the board is dragged"),
        ("board", {"slices": [0.011] * 9}, "the board is dragged"),
        ("keys", {"waits": [0.06] * 9}, "key to picture, 95th percentile"),
    ],
)
def test_a_promise_that_is_missed_is_named_and_is_the_exit_status(
    good: dict[str, dict[str, Any]],
    capsys: pytest.CaptureFixture[str],
    mode: str,
    worse: dict[str, Any],
    line: str,
) -> None:
    good[mode] |= worse

    status = main(["bench", "--desk"])
    missed = [one for one in capsys.readouterr().out.splitlines() if one.endswith("missed")]

    assert status == 1
    assert missed[0].startswith(line)


def test_what_belongs_to_the_model_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--desk", "--draws", "5", "--reading", "record"]) == 2
    assert "--draws, --reading" in capsys.readouterr().err


def test_without_a_display_nothing_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--desk"]) == 1
    assert bench_desk.NO_DISPLAY in capsys.readouterr().err


def test_a_system_that_does_not_tell_breaks_no_promise() -> None:
    figure = Figure("memory", None, "MB", None, most=100)

    assert figure.is_held is None
    assert list(table([figure]))[1].split() == ["memory", "-", "under", "100", "MB"]


def test_a_process_that_fails_is_quoted() -> None:
    with pytest.raises(Refused, match="nothing can be measured: no luck"):
        output([sys.executable, "-c", "raise SystemExit('no luck')"])


@pytest.mark.exhaustive
def test_a_real_start_goes_from_picture_to_input_to_map() -> None:
    found = bench_desk.played("start", (1024, 640))

    assert found["began"] < found["first"] < found["ready"] < found["whole"]


# --- a bare window ---


def test_a_bare_window_is_watched_drawn_and_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[int] = []
    monkeypatch.setattr(bench_bare, "SECONDS", 0.01)
    monkeypatch.setattr("pygame.event.wait", waited.append)
    pygame.display.init()
    pygame.display.set_mode((64, 64))

    shares = [bench_bare.cpu(busy=busy) for busy in (True, False)]
    pygame.display.quit()

    assert min(shares) >= 0
    assert set(waited) == {500}


def test_memory_is_told_where_the_system_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    def hidden(*_what: object, **_how: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("builtins.open", hidden)

    assert bench_bare.most() is None


# --- keys ---


def test_without_x_keys_are_put_into_the_queue_down_and_up() -> None:
    pygame.display.init()
    pane = pygame.Window("keys", (64, 64))
    how, send = sender(pane)
    pygame.event.clear()

    send("tab")
    kinds = [one.type for one in pygame.event.get() if getattr(one, "key", 0) == pygame.K_TAB]
    pygame.display.quit()

    assert (how, send) == ("put into pygame's queue", _into_the_queue)
    assert kinds == [pygame.KEYDOWN, pygame.KEYUP]


def test_where_x_cannot_be_spoken_to_keys_are_put_into_the_queue(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def silent(_window: int) -> Callable[[str], None]:
        raise OSError

    monkeypatch.setattr("pygame.display.get_driver", lambda: "x11")
    monkeypatch.setattr("game.commands.bench_keys._through_x", silent)

    assert sender(SimpleNamespace(handle=1))[1] is _into_the_queue  # type: ignore[arg-type]


def test_a_key_that_is_sent_notes_when() -> None:
    names: list[str] = []
    sent, before = Sent(names.append, "tab"), time.time()

    sent()

    assert names == ["tab"]
    assert sent.when >= before


# --- the player that is measured ---


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Somebody who watches and does nothing."""
    for module, name in ((pygame.event, "get"), (pygame, "Window")):
        monkeypatch.setattr(module, name, getattr(module, name))  # put back at the end
    return Watch(lambda _: iter(()))  # type: ignore[arg-type,return-value]


def seated(watch: Watch, name: str, focus: str = "") -> None:
    """Let a screen be the top one, and something on it have the focus."""
    top = SimpleNamespace(name=name, hand=SimpleNamespace(focus=focus))
    watch.app = SimpleNamespace(top=top, waits=False)  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("screen", "keys"),
    [
        ("council", ["1", "2", "return"]),
        ("decision", ["1", "return"]),
        ("telegram", ["return", "return"]),
    ],
)
def test_the_walk_presses_what_leads_on(watch: Watch, screen: str, keys: list[str]) -> None:
    seated(watch, screen)

    assert list(walk(watch))[9 : 9 + len(keys)] == keys


def test_the_walk_ends_at_the_record(watch: Watch) -> None:
    seated(watch, "record")

    assert len(list(walk(watch))) == 9


def test_the_focus_is_led_onto_a_spot_and_the_spot_pressed(watch: Watch) -> None:
    seated(watch, "title", "new")

    assert list(onto(watch, "new")) == ["tab", "return"]
    assert set(onto(watch, "nowhere")) == {"tab"}


def test_a_player_with_nothing_left_to_do_leaves(watch: Watch) -> None:
    pygame.display.init()
    kinds = [one.type for one in watch.get()]
    pygame.display.quit()

    assert kinds[-1] == pygame.QUIT


def test_a_picture_is_noted_when_it_is_seen(watch: Watch) -> None:
    pygame.display.init()
    pane = pygame.Window("seen", (64, 64))
    pane.get_surface()

    pane.flip()
    pygame.display.quit()

    assert watch.pane is pane
    assert len(watch.pictures) == 1


def ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the bench a clock of its own: a loaded machine changes nothing."""
    ticks = count(step=0.001)
    clock = SimpleNamespace(time=lambda: next(ticks), process_time=lambda: 0.0)
    monkeypatch.setattr("game.commands.bench_play.time", clock)
    monkeypatch.setattr("pygame.key.key_code", lambda _: pygame.K_TAB)


def test_the_processor_is_looked_at_for_a_while(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticking(monkeypatch)

    assert not any(watch.cpu(0.02))
    assert watch.told == {"cpu": 0.0, "frames": 0.0}


def test_of_flights_only_the_way_counts_and_each_leads_to_the_next(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticking(monkeypatch)
    monkeypatch.setattr("game.commands.bench_play.SECONDS", 0.05)
    flight = SimpleNamespace(share=1.0)
    canvas = SimpleNamespace(waits=False)
    monkeypatch.setattr(
        watch, "app", SimpleNamespace(top=SimpleNamespace(flight=flight), canvas=canvas)
    )
    watch.pictures.append(-1.0)

    presses = 0
    for events in bench_play.flying(watch):
        presses += bool(events)
        flight.share = 0.1 if events else min(flight.share + 0.3, 1.0)
        watch.pictures += [-1.0] * (flight.share < 1)

    assert presses > 2
    assert 100 < watch.told["frames"] < 1000


def test_every_mode_begins_at_the_title_or_a_stage_there_is_or_at_the_board() -> None:
    from game.playthrough.desk import Stage

    stages = {stage for _, stage in bench_play.SCRIPTS.values() if stage}

    assert stages <= {"board", *(str(one) for one in Stage)}


@pytest.mark.parametrize(
    ("name", "stands"),
    [
        ("title", True),
        ("telegram-1-5-ledger", True),
        ("telegram-1-5-months", False),
        ("telegram-2-5-ledger", False),
    ],
)
def test_of_the_gallery_what_moves_and_what_repeats_is_left_out(name: str, *, stands: bool) -> None:
    assert is_still((name, ())) is stands


def test_a_key_goes_down_and_up() -> None:
    pygame.display.init()
    events = press("tab")
    pygame.display.quit()

    assert [(one.type, one.key) for one in events] == [
        (pygame.KEYDOWN, pygame.K_TAB),
        (pygame.KEYUP, pygame.K_TAB),
    ]


@pytest.mark.exhaustive
def test_the_board_is_really_dragged_and_every_picture_timed() -> None:
    found = bench_desk.played("board", (1280, 720))

    assert len(found["taken"]) == bench_play.DRAGS
    assert min(found["slices"]) > 0
