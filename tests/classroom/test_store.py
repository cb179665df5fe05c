"""Rooms on disk."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.campaign.words import Id
from game.classroom import store
from game.classroom.store import InUseError, RoomFile, RoomFileError
from game.room.events import AnyEvent, Erased, Joined, Locked, PupilId, Renamed, Voted
from tests.classroom.events import KEY, at, beginning, joined
from tests.room.class_of import PRAY

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from game.classroom.store import Entry, RoomFile
from game.room.events import AnyEvent, Erased, Joined, Locked, PupilId, Renamed, Voted
file = RoomFile.open(Path(sys.argv[1]))
for number in range(1, 10_000):
    file.add([Entry(number, Locked(True)), Entry(number, Locked(False))])
    print(number, flush=True)
"""


def made(folder: Path, *, delete_on: str | None = None) -> Path:
    """Return the closed file of a room in which two have come in."""
    first, *rest = at(beginning(delete_on=delete_on), joined("Ann"), joined("Ben"))
    file = RoomFile.create(folder / "KTMR.room", first, KEY)
    file.add(rest)
    file.close()
    return file.path


def test_what_was_added_is_read_again(tmp_path: Path) -> None:
    file = RoomFile.open(made(tmp_path))

    assert file.entries() == at(beginning(), joined("Ann"), joined("Ben"))
    assert file.key == KEY
    file.close()


@pytest.mark.skipif(os.name != "posix", reason="the system has no such permissions")
def test_nobody_else_on_the_machine_may_read_a_room(tmp_path: Path) -> None:
    file = RoomFile.create(tmp_path / "rooms" / "KTMR.room", at(beginning())[0], KEY)
    modes = {stat.S_IMODE(one.stat().st_mode) for one in file.path.parent.iterdir()}
    file.close()

    assert modes == {0o600}
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


def test_a_file_that_is_there_is_not_begun_again(tmp_path: Path) -> None:
    path = made(tmp_path)

    with pytest.raises(RoomFileError, match="there is such a room already; take it up again"):
        RoomFile.create(path, at(beginning())[0], KEY)


def test_two_hosts_do_not_write_one_room(tmp_path: Path) -> None:
    file = RoomFile.open(made(tmp_path))

    with pytest.raises(InUseError, match="another program hosts this room; close it there first"):
        RoomFile.open(file.path)
    file.close()

    RoomFile.open(file.path).close()


def test_a_host_that_is_killed_while_writing_loses_nothing_it_has_told(tmp_path: Path) -> None:
    path = made(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _ in range(40)]
        writer.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        told += writer.stdout.readlines()
    file = RoomFile.open(path)
    kept = [one.event for one in file.entries()[3:]]
    file.close()

    assert len(kept) >= 2 * int(told[-1])
    assert kept == [Locked(True), Locked(False)] * (len(kept) // 2)


def test_a_copy_of_the_file_alone_is_whole_in_a_quiet_moment(tmp_path: Path) -> None:
    file = RoomFile.open(made(tmp_path))
    file.add(at(Locked(True)))
    file.settle()
    copy = Path(shutil.copy(file.path, tmp_path / "copy.room"))
    file.close()
    copied = RoomFile.open(copy)

    assert [one.event for one in copied.entries()][-1] == Locked(True)
    copied.close()


@pytest.mark.parametrize("kept", [0, 10, 99, 2000, 5000])
def test_a_file_cut_short_is_named_with_what_would_do(tmp_path: Path, kept: int) -> None:
    path = made(tmp_path)
    path.write_bytes(path.read_bytes()[:kept])

    with pytest.raises(RoomFileError, match=r"KTMR\.room: .+; (name another|take up a copy)"):
        RoomFile.open(path)


def test_what_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "KTMR.room"
    path.write_text("Dear diary" * 500)

    with pytest.raises(RoomFileError, match="damaged or no room"):
        RoomFile.open(path)


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "KTMR.room"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (link TEXT)")
    other.close()
    before = path.read_bytes()

    with pytest.raises(RoomFileError, match="no room of this game"):
        RoomFile.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("PRAGMA user_version = 2", "its format is 2, this game reads 1"),
        ("DELETE FROM events WHERE number = 2", "event 2 cannot be read"),
        ("DELETE FROM events WHERE number = 1", "event 1 cannot be read"),
        ("UPDATE events SET json = '{' WHERE number = 3", "event 3 cannot be read"),
        ("UPDATE events SET at = 'noon' WHERE number = 3", "event 3 cannot be read"),
        ("UPDATE events SET json = x'00' WHERE number = 3", "event 3 cannot be read"),
        (
            """UPDATE events SET json = '{"type":"danced"}' WHERE number = 3""",
            "event 3 cannot be read",
        ),
        (
            "UPDATE events SET json = (SELECT json FROM events WHERE number = 1) WHERE number = 2",
            "a room is opened once",
        ),
        (
            "UPDATE events SET json = (SELECT json FROM events WHERE number = 2) WHERE number = 1",
            "a room is opened once",
        ),
        ("DROP TABLE events", "damaged or no room"),
        ("DELETE FROM secrets", "the teacher's key is missing"),
        ("DROP TABLE secrets", "damaged or no room"),
    ],
)
def test_a_changed_file_is_refused_with_the_place(tmp_path: Path, change: str, what: str) -> None:
    path = made(tmp_path)
    database = sqlite3.connect(path)
    database.execute(change)
    database.commit()
    database.close()

    with pytest.raises(RoomFileError, match=what):
        whole(path)


def whole(path: Path) -> None:
    """Read all that a host needs of a file."""
    file = RoomFile.open(path)
    try:
        _ = file.entries(), file.key
    finally:
        file.close()


def test_a_page_of_zeros_in_the_middle_is_damage(tmp_path: Path) -> None:
    path = made(tmp_path)
    whole_file = path.read_bytes()
    path.write_bytes(whole_file[:4096] + bytes(4096) + whole_file[8192:])

    with pytest.raises(RoomFileError, match="damaged"):
        whole(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RoomFileError, match="there is no such room"):
        RoomFile.open(tmp_path / "KTMR.room")


def test_a_room_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "rooms").write_text("a file where the folder should be")

    with pytest.raises(RoomFileError, match="cannot be written"):
        RoomFile.create(tmp_path / "rooms" / "KTMR.room", at(beginning())[0], KEY)


def test_a_full_disk_keeps_nothing_of_what_could_not_be_added(tmp_path: Path) -> None:
    file = RoomFile.open(made(tmp_path))
    file._database.execute("PRAGMA max_page_count = 1")
    many = at(*(joined("N" * 24) for _ in range(500)))

    with pytest.raises(RoomFileError, match="make room on the disk"):
        file.add(many)
    assert len(file.entries()) == 3
    file.close()


def everything(folder: Path) -> bytes:
    """Return all bytes of all files in a folder."""
    return b"".join(one.read_bytes() for one in sorted(folder.iterdir()))


SAID = (b"Xanthippe", b"Zenobia", b"7d41c0ffee", b"my uncle laid that line")
"""Two names, a key's digest and a reason of one pupil."""


def spoken(folder: Path, many: int) -> RoomFile:
    """Return the open file of a room in which one pupil among others was renamed and voted."""
    first, name, second, key, why = beginning(), *(one.decode() for one in SAID)
    pupil = PupilId("xanthippe")
    events: list[AnyEvent] = [joined(f"Pupil {number}") for number in range(many)]
    own: list[AnyEvent] = [
        joined(name, digest=key),
        Renamed(pupil, second),
        Voted(pupil, 0, PRAY, why),
    ]
    file = RoomFile.create(folder / "KTMR.room", at(first)[0], KEY)
    file.add(at(*events[: many // 2], *own, *events[many // 2 :]))
    return file


@pytest.mark.parametrize("many", [0, 3, 400])
def test_of_somebody_erased_no_byte_is_left_in_any_file(tmp_path: Path, many: int) -> None:
    file = spoken(tmp_path, many)
    file.settle()
    assert [one for one in SAID if one not in everything(tmp_path)] == []
    file.add(at(Erased(PupilId("xanthippe"))))
    left = [one for one in SAID if one in everything(tmp_path)]
    file.close()

    assert (left, [one for one in SAID if one in everything(tmp_path)]) == ([], [])


@given(
    st.lists(st.sampled_from(("Ann", "Ben", "Cid", "Dot")), min_size=1, max_size=30),
    st.text("abcdefgh", min_size=6, max_size=24),
)
def test_whatever_was_said_before_and_after_nothing_is_left_of_one_pupil(
    tmp_path_factory: pytest.TempPathFactory, others: list[str], reason: str
) -> None:
    folder, pupil = tmp_path_factory.mktemp("room"), PupilId("eve")
    said: list[AnyEvent] = [Joined(pupil, f"key {reason}", "Eve Unlike-Any", Id("council"))]
    said += [Voted(pupil, 0, PRAY, f"because {reason}{one}") for one in others]
    file = RoomFile.create(folder / "KTMR.room", at(beginning())[0], KEY)
    for event in (*said, *map(joined, others)):
        file.add(at(event))
    file.add(at(Erased(pupil)))
    found, votes = everything(folder), [one.event for one in file.entries()]
    file.close()

    assert b"Unlike-Any" not in found
    assert reason.encode() not in found
    assert sum(isinstance(one, Voted) for one in votes) == len(others)


def test_what_the_disk_cannot_clean_now_is_cleaned_the_next_time(tmp_path: Path) -> None:
    file = spoken(tmp_path, 3)
    reading = file._database.execute("SELECT number FROM events")
    reading.fetchone()  # as long as somebody reads, nothing is written anew
    file.add(at(Erased(PupilId("xanthippe"))))
    before = file.has_traces
    reading.close()
    file.close()
    again = RoomFile.open(file.path)
    after = again.has_traces
    again.close()

    assert (before, after) == (True, False)
    assert [one for one in SAID if one in everything(tmp_path)] == []


def test_rooms_are_listed_with_what_cannot_be_read(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / "AAAA.room").write_text("no room at all, but long enough to be looked at" * 100)
    hosted = RoomFile.create(tmp_path / "ZZZZ.room", at(beginning())[0], KEY)
    found = store.listed(tmp_path)
    hosted.close()

    assert [one.path.stem for one in found] == ["AAAA", "KTMR", "ZZZZ"]
    assert [one.room and one.room.opened for one in found] == [None, beginning(), None]
    assert [one.last for one in found] == [0, 3000, 0]
    assert "damaged or no room" in found[0].why
    assert found[2].why == "is being hosted now"


def test_a_room_with_a_broken_event_is_listed_with_the_reason(tmp_path: Path) -> None:
    database = sqlite3.connect(made(tmp_path))
    database.execute("DELETE FROM events WHERE number = 2")
    database.commit()
    database.close()

    assert "event 2 cannot be read" in store.listed(tmp_path)[0].why


def test_where_no_room_was_ever_opened_none_is_listed(tmp_path: Path) -> None:
    assert store.listed(tmp_path / "nowhere") == ()


def test_a_room_is_deleted_with_all_that_stands_beside_it(tmp_path: Path) -> None:
    path = made(tmp_path)
    for end in store.BESIDE[:2]:
        path.with_name(path.name + end).write_bytes(b"")
    store.delete(path)

    assert [*tmp_path.iterdir()] == []


def test_a_damaged_file_can_be_deleted(tmp_path: Path) -> None:
    path = made(tmp_path)
    path.write_bytes(b"x" * 9000)
    store.delete(path)

    assert not path.exists()


def test_a_room_that_is_being_hosted_is_not_deleted(tmp_path: Path) -> None:
    file = RoomFile.open(made(tmp_path))

    with pytest.raises(InUseError):
        store.delete(file.path)
    file.close()
    assert file.path.exists()


@pytest.mark.parametrize(("day", "gone"), [("2026-03-01", 0), ("2026-03-02", 1)])
def test_a_room_is_past_the_day_after_its_date(tmp_path: Path, day: str, gone: int) -> None:
    made(tmp_path, delete_on="2026-03-01")
    rooms = store.listed(tmp_path)

    assert len(store.past(rooms, date.fromisoformat(day))) == gone


def test_a_room_without_a_date_stays(tmp_path: Path) -> None:
    made(tmp_path)

    assert store.past(store.listed(tmp_path), date(2999, 1, 1)) == ()


@pytest.mark.parametrize(
    ("wanted", "path"),
    [("ktmr", "rooms/KTMR.room"), (" KTMR ", "rooms/KTMR.room"), ("a/x.room", "a/x.room")],
)
def test_a_room_is_named_by_code_or_file(wanted: str, path: str) -> None:
    assert store.named(Path("rooms"), wanted) == Path(path)


def test_rooms_live_with_the_players_own_files() -> None:
    assert store.rooms_folder().parts[-2:] == ("six-telegrams", "rooms")
