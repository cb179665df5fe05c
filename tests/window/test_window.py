"""The game in a real window: played with real keys and a real mouse, and killed once.

The autosaves tell how far the game is. Where to click is asked of the same screen, drawn here.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import pytest

from game.campaign.campaign import Campaign
from game.campaign.soundscape import Ambience
from game.files.saves import read
from game.files.settings import Settings, load
from game.playthrough.desk import OF_A_SCENARIO, Desk, Stage, cards
from game.playthrough.surroundings import Mood, Surroundings
from game.screens.flow import screen_for
from game.window.display import LOST
from game.window.gallery import office_in_memory
from game.window.office import office_on_disk
from game.window.sound import Sound
from tests.screens.player import Player
from tests.whole import HARBOUR

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds after which something that should have come will not come any more."""
LOOK_AGAIN = 0.03
"""Seconds between two looks."""
PRESS_AGAIN = 1.5
"""Seconds after which keys are pressed once more, should the first have come too early."""


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    """Return what a program sees: a home of its own, no sound, and no display but a given one."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("SDL_")}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        kept.pop(name, None)
    home = {"HOME": tmp_path, "XDG_DATA_HOME": tmp_path / "share", "XDG_CONFIG_HOME": tmp_path}
    return kept | {name: str(path) for name, path in home.items()} | {
        "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": str(ROOT), **more,
    }  # fmt: skip


class Server(NamedTuple):
    """An X server."""

    name: str
    """What DISPLAY must be."""
    process: subprocess.Popen[bytes]


@pytest.fixture
def display() -> Iterator[Server]:
    """An X server of our own on a display that is free."""
    missing = [one for one in ("Xvfb", "xdotool") if shutil.which(one) is None]
    if missing:
        why = f"{' and '.join(missing)} not installed"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(why)
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1700x1000x24", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "the X server did not start"
    yield Server(f":{number}", server)
    server.terminate()
    server.wait(PATIENCE)


class Game:
    """The program, its window and its saves."""

    def __init__(self, campaign: Campaign, tmp_path: Path, display: str) -> None:
        self.campaign = campaign
        self.saves = tmp_path / "saves"
        self.said = tmp_path / "said.txt"
        self.size = (1280, 720)
        self.env = environment(tmp_path, DISPLAY=display)
        with self.said.open("a", encoding="utf-8") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "game", "play", "--saves", str(self.saves)],
                env=self.env, cwd=tmp_path, stdout=said, stderr=said,
            )  # fmt: skip
        self.window = ""
        self.until(lambda: bool(self.window), self.look_for_the_window, every=LOOK_AGAIN)
        self.tool("windowfocus", "--sync", self.window)

    def look_for_the_window(self) -> None:
        """Find the window of the program, if it is there already."""
        found = self.tool("search", "--onlyvisible", "--pid", str(self.process.pid), check=False)
        self.window = found.strip()

    def tool(self, *words: str, check: bool = True) -> str:
        """Let xdotool do something."""
        done = subprocess.run(
            ["xdotool", *words], env=self.env, check=check, timeout=PATIENCE, capture_output=True
        )
        return done.stdout.decode()

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        self.tool("key", "--delay", "40", *keys)

    def click(self, player: Player, spot: str) -> None:
        """Click where a spot is on the screen that a player sees."""
        x, y = player.resize(*self.size)._point(spot)
        self.tool("mousemove", "--window", self.window, str(x), str(y), "click", "1")

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self.tool("windowsize", "--sync", self.window, str(width), str(height))
        self.size = (width, height)

    def files(self) -> list[Path]:
        """Return the autosaves, oldest first."""
        return sorted(self.saves.glob("auto-*.json"))

    def desk(self) -> Desk | None:
        """Return the desk that was saved last."""
        files = self.files()
        return read(files[-1]).desk if files else None

    def player(self) -> Player:
        """Return somebody who sees the stage of the last save."""
        at, desk = office_in_memory(self.campaign), self.desk()
        player = Player(at, screen_for(at, desk) if desk else None)
        return player.wait(3)

    def until(
        self,
        reached: Callable[[], bool],
        again: Callable[[], object],
        every: float = PRESS_AGAIN,
    ) -> None:
        """Do something until something is reached; fail when the game ends before that."""
        end, next_time = monotonic() + PATIENCE, 0.0
        while not reached():
            assert monotonic() < end, f"still at {self.desk()}; it said: {self.words()}"
            if monotonic() > next_time:
                again()
                next_time = monotonic() + every
            try:
                self.process.wait(LOOK_AGAIN)
            except subprocess.TimeoutExpired:
                continue
            pytest.fail(f"the game ended: {self.words()}")

    def words(self) -> str:
        """Return what the program has printed."""
        return self.said.read_text(encoding="utf-8")

    def begin(self) -> None:
        """Click on a new campaign."""
        self.until(lambda: bool(self.files()), lambda: self.click(self.player(), "new"))

    def onward(self) -> None:
        """Go from one stage to the next."""
        before = self.desk()
        self.until(lambda: self.moved_from(before), lambda: self.go(before))

    def moved_from(self, before: Desk | None) -> bool:
        """Return whether the last save is of another stage or telegram."""
        now = self.desk()
        assert now
        assert before
        return (now.stage, now.playthrough.line) != (before.stage, before.playthrough.line)

    def go(self, desk: Desk | None) -> None:
        """Do what leads on from a stage: with the mouse on two of them, with keys on the others."""
        assert desk
        match desk.stage:
            case Stage.SITUATION | Stage.COUNCIL:
                self.click(self.player(), "next")
            case Stage.DECISION:
                offered = cards(self.campaign, desk)
                number = next(n for n, one in enumerate(offered, 1) if one.refusal is None)
                self.press(str(number), "Return", "k", "Return", "Return")
            case Stage.OPENING:
                self.press(*len(self.campaign.outline.opening) * ["Return"])
            case Stage.TELEGRAM:
                self.press("Return", "Return")
            case Stage.CONSEQUENCES:
                self.press("Return", "Return", "Return")
            case _:
                self.press("Return")


@pytest.fixture
def start(shipped: Campaign, tmp_path: Path, display: Server) -> Iterator[Callable[[], Game]]:
    """Start the game; whatever still runs at the end is ended."""
    games: list[Game] = []

    def begin() -> Game:
        games.append(Game(shipped, tmp_path, display.name))
        return games[-1]

    yield begin
    for game in games:
        game.process.kill()
        game.process.wait(PATIENCE)


@pytest.mark.exhaustive
@pytest.mark.window
def test_the_campaign_is_played_in_a_real_window(start: Callable[[], Game], tmp_path: Path) -> None:
    game = start()
    game.begin()
    while (desk := game.desk()) and desk.stage is not Stage.CHRONICLE:
        if desk.stage is Stage.RECORD and len(desk.playthrough.line) == 1:
            game.resize(1500, 900)
        game.onward()

    game.press("Escape", "Left", "Return")
    status = game.process.wait(PATIENCE)

    assert desk
    assert len(desk.playthrough.line) == len(game.campaign.scenarios)
    assert status == 0
    assert game.words() == ""
    settings = json.loads((tmp_path / "six-telegrams" / "settings.json").read_text("utf-8"))
    assert (settings["width"], settings["height"]) == (1500, 900)


@pytest.mark.exhaustive
@pytest.mark.window
def test_a_game_killed_in_the_middle_of_the_months_goes_on_there(
    start: Callable[[], Game],
) -> None:
    game = start()
    game.begin()
    while (desk := game.desk()) and desk.stage is not Stage.CONSEQUENCES:
        game.onward()
    game.process.send_signal(signal.SIGKILL)
    game.process.wait(PATIENCE)
    before = game.files()

    again = start()
    again.until(lambda: len(again.files()) > len(before), lambda: again.press("Return"))

    assert again.desk() == desk


@pytest.mark.window
def test_a_game_whose_display_is_lost_ends_with_a_sentence_and_keeps_its_saves(
    start: Callable[[], Game], display: Server
) -> None:
    game = start()
    game.begin()
    game.onward()
    before = game.desk()

    display.process.kill()
    status = game.process.wait(PATIENCE)

    after = game.desk()
    assert (status, game.words().strip()) == (1, f"six-telegrams: {LOST}")
    assert before
    assert after
    # on a slow machine a key that was pressed twice may have led one stage further meanwhile
    assert after.playthrough == before.playthrough
    assert OF_A_SCENARIO.index(after.stage) >= OF_A_SCENARIO.index(before.stage)


@pytest.mark.window
def test_a_system_that_shuts_down_ends_the_wall_of_a_class_with_one_word(
    display: Server, tmp_path: Path
) -> None:
    words = ["-m", "game", "classroom", "--campaign", str(HARBOUR)]
    env = environment(tmp_path, DISPLAY=display.name)
    with subprocess.Popen(
        [sys.executable, *words], env=env, cwd=tmp_path, stdout=subprocess.PIPE, text=True
    ) as child:
        look = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(child.pid)]
        try:
            subprocess.run(look, env=env, check=True, timeout=PATIENCE, capture_output=True)
            child.send_signal(signal.SIGTERM)
            said, _ = child.communicate(timeout=PATIENCE)
            status = child.returncode
        finally:
            child.kill()

    assert status == 0
    assert "Closed. The room is kept" in said
    (folder,) = tmp_path.glob("share/*/rooms")
    assert [one.suffix for one in folder.iterdir()] == [".room"]


# --- without a window ---


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_one_line_names_the_terminal(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "game", "play"],
        env=environment(tmp_path), cwd=tmp_path, capture_output=True, timeout=PATIENCE, check=False,
    )  # fmt: skip

    said = done.stderr.decode()

    assert done.returncode == 1
    assert said.count("\n") == 1
    assert "six-telegrams play --text" in said
    assert done.stdout == b""


def test_settings_are_kept_at_once(harbour: Campaign, tmp_path: Path) -> None:
    office = office_on_disk(harbour, Settings(), Sound(tmp_path), tmp_path)

    office.change(Settings(text=150, volume=0))

    assert load(kept_at(tmp_path)).text == 150


def test_the_size_of_the_window_is_not_written_while_it_is_dragged(
    harbour: Campaign, tmp_path: Path
) -> None:
    office = office_on_disk(harbour, Settings(), Sound(tmp_path), tmp_path)

    office.change(Settings(width=1500))

    assert office.settings.width == 1500
    assert not kept_at(tmp_path).exists()


def test_sound_falls_silent_behind_another_window_and_comes_back(
    harbour: Campaign, tmp_path: Path
) -> None:
    sound = Sound(tmp_path)
    office = office_on_disk(harbour, Settings(volume=100, effects=50), sound, tmp_path)
    loud = [sound._shares["effects"]]

    for is_front in (False, True):
        office.front(is_front)
        loud.append(sound._shares["effects"])

    assert loud == [0.5, 0.0, 0.5]


def test_settings_changed_behind_another_window_are_heard_only_in_front(
    harbour: Campaign, tmp_path: Path
) -> None:
    sound = Sound(tmp_path)
    office = office_on_disk(harbour, Settings(), sound, tmp_path)

    office.front(False)
    office.change(Settings(volume=100))
    behind = sound._shares["effects"]
    office.front(True)

    assert (behind, sound._shares["effects"]) == (0.0, 1.0)


@pytest.mark.parametrize(("ambience", "wanted"), [(Ambience.SILENCE, None), (Ambience.SEA, "sea")])
def test_what_goes_round_is_asked_of_the_door_to_sound(
    harbour: Campaign, tmp_path: Path, ambience: Ambience, wanted: str | None
) -> None:
    sound = Sound(tmp_path)
    office = office_on_disk(harbour, Settings(mute=True), sound, tmp_path)

    office.around(Surroundings(ambience, Mood.GRAVE))

    assert sound._wanted == {"ambience": wanted, "music": "music-grave"}


def test_the_door_to_sound_is_asked_to_go_on(harbour: Campaign, tmp_path: Path) -> None:
    sound = Sound(tmp_path)
    office = office_on_disk(harbour, Settings(mute=True), sound, tmp_path)

    assert office.go_on == sound.go_on


def kept_at(tmp_path: Path) -> Path:
    """Return where the settings of a test are."""
    from game.files.settings import file

    assert file().is_relative_to(tmp_path)
    return file()
