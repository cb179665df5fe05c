"""`classroom`: a room for a class from the terminal; the rooms kept, and deleting them."""

from __future__ import annotations

import gc
import io
import os
import signal
import socket
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from game.classroom.store import RoomFile, rooms_folder
from game.cli import main
from game.commands import classroom, classroom_words
from game.commands.classroom_told import square
from game.errors import Refused
from game.room.events import Opened, PupilId, Removed, Renamed
from game.room.ways import Way
from tests.classroom.events import KEY, at, beginning, joined
from tests.exhaustive import sampled

ROOT = Path(__file__).parents[2]
HARBOUR = ROOT / "tests" / "campaigns" / "harbour"


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that has started ends at once, as if somebody had pressed Ctrl-C."""
    monkeypatch.setattr(classroom.Ended, "wait", lambda _: None)


def hosted(*words: str) -> int:
    """Host the harbour without a window, on a port that the system picks."""
    base = ["classroom", "--no-window", "--campaign", str(HARBOUR)]
    return main([*base, *words])


def kept(name: str = "KTMR", *, delete_on: str | None = None) -> Path:
    """Return the file of a room with two pupils."""
    first, *rest = at(beginning(delete_on=delete_on), joined("Ann"), joined("Ben"))
    file = RoomFile.create(rooms_folder() / f"{name}.room", first, KEY)
    file.add(rest)
    file.close()
    return file.path


def opened_rooms() -> list[Opened]:
    """Return how every kept room began."""
    events = []
    for path in sorted(rooms_folder().glob("*.room")):
        file = RoomFile.open(path)
        events.append(file.entries()[0].event)
        file.close()
    return [one for one in events if isinstance(one, Opened)]


def test_a_teacher_is_told_all_that_a_class_needs(capsys: pytest.CaptureFixture[str]) -> None:
    status = hosted("--name", "7b")
    out = capsys.readouterr().out
    (room,) = opened_rooms()

    assert status == 0
    assert f"Room {room.code}: 7b, " in out
    assert "/teacher/" in out
    assert "Not for the wall" in out
    assert "Ctrl-C closes the room." in out
    assert f"six-telegrams classroom --resume {room.code}" in out
    assert max(map(len, out.splitlines())) < 200


def test_without_a_network_it_says_what_would_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.classroom.host.addresses.addresses", lambda *_: ())
    hosted()

    assert "This computer is in no network, so no phone finds it." in capsys.readouterr().out


def test_the_address_is_drawn_as_a_square_where_the_terminal_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert any("█" in one for one in square("http://192.168.4.21:8410/?code=KTMR"))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    assert square("http://192.168.4.21:8410/?code=KTMR") == []


def test_chance_is_off_for_a_class_unless_it_is_asked_for() -> None:
    hosted()

    assert (opened_rooms()[0].chance, opened_rooms()[0].seed) == (False, 1)


@pytest.mark.parametrize(
    ("words", "chance", "seed"),
    [
        (("--seed", "7"), True, 7),
        (("--seed", "7", "--no-chance"), False, 7),
        (("--chance", "--seed", "9"), True, 9),
    ],
)
def test_a_seed_asks_for_chance(words: tuple[str, ...], chance: bool, seed: int) -> None:
    hosted(*words)

    assert (opened_rooms()[0].chance, opened_rooms()[0].seed) == (chance, seed)


def test_chance_alone_draws_a_seed() -> None:
    hosted("--chance")

    assert opened_rooms()[0].chance
    assert 0 <= opened_rooms()[0].seed < 10_000


def test_a_room_begins_as_it_is_wished() -> None:
    day = classroom.today() + timedelta(days=30)
    words = ("--way", "chair", "--from", "2", "--reading", "fisherman", "--delete-on", str(day))
    hosted(*words)
    (room,) = opened_rooms()

    assert (room.way, room.before, room.reading) == (Way.CHAIR, ("wait",), "fisherman")
    assert room.delete_on == str(day)
    assert room.name == f"Lesson of {classroom.today()}"


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("--from", "3"), "--from 3: the campaign has 2 telegrams"),
        (("--delete-on", "2020-01-01"), "that day is over"),
        (("--reading", "prophet"), "no reading 'prophet'"),
    ],
)
def test_a_room_that_cannot_be_had_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], what: str
) -> None:
    assert hosted(*words) == 2
    assert what in capsys.readouterr().err
    assert opened_rooms() == []


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "0"),
        ("--from", "x"),
        ("--port", "0"),
        ("--port", "70000"),
        ("--way", "lots"),
        ("--delete-on", "tomorrow"),
        ("delete",),
        ("delete", "KTMR", "--all"),
        ("dance",),
    ],
)
def test_what_is_mistyped_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as left:
        hosted(*words)

    assert left.value.code == 2
    assert "usage: six-telegrams classroom" in capsys.readouterr().err


def test_the_ways_that_can_be_typed_are_those_there_are() -> None:
    assert tuple(Way) == classroom_words.WAYS


def test_a_room_is_taken_up_again_by_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    kept()

    assert hosted("--resume", "ktmr") == 0
    out = capsys.readouterr().out
    assert "Room KTMR: 7b" in out
    assert "Taken up again with 2 pupils in their seats." in out


def test_a_room_is_taken_up_again_by_its_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    there = kept().rename(tmp_path / "from-the-other-laptop.room")

    assert hosted("--resume", str(there)) == 0
    assert "Room KTMR: 7b" in capsys.readouterr().out


@pytest.mark.parametrize("what", ["BBBB", "nowhere.room"])
def test_a_room_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str], what: str) -> None:
    assert hosted("--resume", what) == 1
    assert "there is no such room; `six-telegrams classroom list`" in capsys.readouterr().err


def test_a_room_of_another_campaign_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    kept()

    assert main(["classroom", "--no-window", "--resume", "KTMR"]) == 1
    assert "it plays the campaign 'harbour'" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said_with_what_would_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with socket.create_server(("", 0)) as other:
        port = other.getsockname()[1]

        assert hosted("--port", str(port)) == 1
    assert f"port {port} is taken by another program" in capsys.readouterr().err
    assert opened_rooms() == []


def test_rooms_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    kept(delete_on="2999-12-31")
    (rooms_folder() / "AAAA.room").write_text("no room")

    assert main(["classroom", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("AAAA  ")
    assert "take up a copy" in lines[1]
    assert lines[2].split()[0] == "KTMR"
    assert lines[2].split()[3:] == ["2", "0", "2999-12-31", "7b"]


def test_where_no_room_is_kept_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classroom", "list"]) == 0
    assert main(["classroom", "delete", "--all"]) == 0
    assert capsys.readouterr().out.count("No rooms are kept in ") == 2


def test_a_room_is_deleted_by_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    path, other = kept(), kept("BCDF")

    assert main(["classroom", "delete", "ktmr"]) == 0
    assert (path.exists(), other.exists()) == (False, True)
    assert "Deleted: " in capsys.readouterr().out


def test_all_rooms_are_deleted_but_one_that_is_being_hosted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path, other = kept(), kept("BCDF")
    file = RoomFile.open(other)

    assert main(["classroom", "delete", "--all"]) == 1
    assert (path.exists(), other.exists()) == (False, True)
    assert "another program hosts this room" in capsys.readouterr().out
    file.close()


@pytest.mark.parametrize("whom", ["ANN", "ann"])
def test_one_pupil_is_erased_by_name_or_id(capsys: pytest.CaptureFixture[str], whom: str) -> None:
    path = kept()

    assert main(["classroom", "erase", "ktmr", whom]) == 0
    assert (b"Ann" in path.read_bytes(), b"Ben" in path.read_bytes()) == (False, True)
    assert f"Erased from {path}: name, key and reasons." in capsys.readouterr().out


def test_somebody_who_was_sent_out_can_be_erased_too(capsys: pytest.CaptureFixture[str]) -> None:
    path = kept()
    file = RoomFile.open(path)
    file.add(at(Removed(PupilId("ann"))))
    file.close()

    assert main(["classroom", "erase", "KTMR", "Ann"]) == 0
    assert b"Ann" not in path.read_bytes()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("KTMR", "Zoe"), "no pupil 'Zoe' in this room; it has: Ann, Ben"),
        (("KTMR", ""), "no pupil '' in this room"),
        (("KTMR", "Cid"), "2 pupils of this room had the name 'Cid'; name one: ann (seat council)"),
        (("BBBB", "Ann"), "there is no such room"),
    ],
)
def test_whom_nobody_knows_is_not_erased(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    path = kept()
    file = RoomFile.open(path)
    file.add(at(*(Renamed(PupilId(one), "Cid") for one in ("ann", "ben"))))
    file.close()

    assert main(["classroom", "erase", *words]) == 1
    assert said in capsys.readouterr().err
    assert b"Ann" in path.read_bytes()


def test_from_a_room_that_is_hosted_one_is_erased_on_the_teachers_page(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = RoomFile.open(kept())

    assert main(["classroom", "erase", "KTMR", "Ann"]) == 1
    assert "while it is hosted, erase on the teacher's page" in capsys.readouterr().err
    file.close()


@pytest.mark.parametrize("what", ["BBBB", "README.md"])
def test_only_a_room_is_deleted(capsys: pytest.CaptureFixture[str], what: str) -> None:
    assert main(["classroom", "delete", what]) == 1
    assert f"no room {what!r}" in capsys.readouterr().err


def test_rooms_past_their_day_are_deleted_at_the_start_and_that_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    past, today = kept("BCDF", delete_on="2020-01-01"), kept(delete_on=str(classroom.today()))
    hosted()

    assert (past.exists(), today.exists()) == (False, True)
    out = capsys.readouterr().out
    assert "The day to delete these rooms has gone by:" in out
    assert f"Deleted: {past}" in out


@pytest.mark.skipif(os.name != "posix", reason="the system has no such signals")
@pytest.mark.parametrize("number", sampled([signal.SIGINT, signal.SIGTERM], [signal.SIGINT]))
def test_a_host_that_is_asked_to_end_closes_its_room(number: int) -> None:
    words = ["-m", "game", "classroom", "--no-window", "--campaign", str(HARBOUR)]
    with subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        while "Ctrl-C" not in child.stdout.readline():
            pass
        child.send_signal(number)
        rest = child.stdout.read()

    assert child.returncode == 0
    assert "Closed. The room is kept" in rest
    assert [one.suffix for one in rooms_folder().iterdir()] == [".room"]


def test_without_a_display_the_room_is_hosted_all_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        message = "there is no display"
        raise Refused(message)

    monkeypatch.setattr("game.window.play.class_in_window", refuse)

    assert main(["classroom", "--campaign", str(HARBOUR)]) == 0
    assert "No window: there is no display" in capsys.readouterr().out


def test_with_a_display_the_wall_is_shown_until_its_window_closes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[object] = []

    def show(*given: object) -> int:
        shown.append(given[1])
        return 0

    monkeypatch.setattr("game.window.play.class_in_window", show)

    assert main(["classroom", "--campaign", str(HARBOUR)]) == 0
    assert shown == ["engineer"]


def test_where_few_files_may_be_open_it_says_what_would_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hosted()
    assert "ulimit" not in capsys.readouterr().out

    monkeypatch.setattr("game.commands.classroom_told.connections", lambda _: 156)
    hosted()
    out = capsys.readouterr().out
    assert "places for 156 connections" in out
    assert "ulimit -n 4096" in out


def test_while_a_class_is_hosted_garbage_is_looked_for_seldom() -> None:
    before = gc.get_threshold()
    with classroom.garbage_seldom():
        assert gc.get_threshold() != before
        assert gc.get_freeze_count()

    assert gc.get_threshold() == before
