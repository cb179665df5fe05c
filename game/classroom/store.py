"""Rooms on disk: one SQLite file each, to which events are only ever added.

An open room holds its file's lock as long as the program lives, so that no second host writes to
it. What was added survives a killed program and a pulled plug. In a quiet moment the journal is
folded into the file: then a copy of the one file has everything.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec
import platformdirs

from game.files.paths import APP
from game.frozen import dataclass
from game.room.erasing import unnamed
from game.room.events import AnyEvent, Erased, Opened, PupilId
from game.room.room import Room, folded

ENDING = ".room"
BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it is open, or after a crash."""
MARK = 0x36544C47
"""Tells our files from other programs' databases."""
FORMAT = 1
TABLES = (
    "CREATE TABLE events (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL)",
    "CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
)
TRACES = "traces"
"""A row of this name says that somebody was erased and the file not yet written anew."""
FOLD = "PRAGMA wal_checkpoint(TRUNCATE)"
"""Folds the journal into the file and cuts it to nothing."""
A_COPY = "take up a copy of it, if there is one, or open a new room"
"""What would do where a file is damaged."""
CODE = re.compile(r"[A-Z]{4}\Z")


class RoomFileError(ValueError):
    """A room's file cannot be used; the message names it and says what would do."""


class InUseError(RoomFileError):
    """Another program holds the file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as it was written down."""

    at: int
    """When, in milliseconds since 1970."""
    event: AnyEvent


@dataclass(frozen=True, slots=True)
class Found:
    """A room's file in the folder, as far as it can be read."""

    path: Path
    room: Room | None = None
    """As it was left; nothing where that cannot be read now."""
    last: int = 0
    """When something last happened in it, in milliseconds since 1970."""
    why: str = ""
    """Why it cannot be read."""


def rooms_folder() -> Path:
    """Return where rooms belong on this system."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "rooms"


class RoomFile:
    """The open file of one room. Whoever has it is its only writer."""

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        self.path = path
        self._database = database

    @classmethod
    def create(cls, path: Path, entry: Entry, key: str) -> RoomFile:
        """Begin the file of a new room with its first event and the teacher's key.

        Raises:
            RoomFileError: when there is such a file already, or none can be written.
        """
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if path.exists():
                message = f"{path}: there is such a room already; take it up again or delete it"
                raise RoomFileError(message)
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except OSError as error:
            message = f"{path}: cannot be written ({error.strerror}); is the disk full or locked?"
            raise RoomFileError(message) from error
        try:
            made = cls(path, _held(_connected(path)))
            made._begin(entry, key)
        except sqlite3.Error as error:
            raise _wrong(path, error) from error
        return made

    @classmethod
    def open(cls, path: Path) -> RoomFile:
        """Open the file of a room, to go on with it.

        Raises:
            RoomFileError: when it is damaged, no room's, another version's, or in use.
        """
        if not path.is_file():
            message = f"{path}: there is no such room; `six-telegrams classroom list` names all"
            raise RoomFileError(message)
        database: sqlite3.Connection | None = None
        try:
            database = _connected(path)
            _refuse_foreign(path, database)
            return cls(path, _held(database))
        except (sqlite3.Error, RoomFileError) as error:
            if database is not None:
                database.close()
            raise _wrong(path, error) from error

    def entries(self) -> tuple[Entry, ...]:
        """Return all that has happened, from the opening on.

        Raises:
            RoomFileError: when a part of it cannot be read.
        """
        try:
            rows = self._database.execute("SELECT number, at, json FROM events ORDER BY number")
            return tuple(_entry(self.path, at, row) for at, row in enumerate(rows, 1))
        except sqlite3.Error as error:
            raise _wrong(self.path, error) from error

    @property
    def key(self) -> str:
        """Return the teacher's key.

        Raises:
            RoomFileError: when it is missing.
        """
        try:
            found = self._database.execute("SELECT value FROM secrets WHERE name = 'teacher'")
            row = found.fetchone()
        except sqlite3.Error as error:
            raise _wrong(self.path, error) from error
        if row is None or not isinstance(row[0], str):
            message = f"{self.path}: the teacher's key is missing; {A_COPY}"
            raise RoomFileError(message)
        return row[0]

    def add(self, entries: Sequence[Entry]) -> None:
        """Add events, all or none; when this returns they are on disk.

        Whoever is erased among them is in no earlier event any more, in the same commit.

        Raises:
            RoomFileError: when they could not be written. Nothing of them is kept.
        """
        gone = [one.event.pupil for one in entries if isinstance(one.event, Erased)]
        rows = [(one.at, msgspec.json.encode(one.event).decode()) for one in entries]
        try:
            with self._database:
                self._database.execute("BEGIN IMMEDIATE")
                self._database.executemany("INSERT INTO events (at, json) VALUES (?, ?)", rows)
                for pupil in gone:
                    self._erase(pupil)
        except sqlite3.Error as error:
            raise _wrong(self.path, error) from error
        if gone:
            self.settle()

    def settle(self) -> None:
        """Fold the journal into the file, so that a copy of the file alone is whole.

        Where somebody was erased it is written anew as well, so that no blank part of it still has
        what stood there. If the disk cannot do that now, the next time does it.
        """
        with suppress(sqlite3.Error):  # what was added is safe in the journal beside it
            self._database.execute(FOLD).fetchall()
            if self.has_traces:
                self._database.execute("VACUUM")
                self._database.execute("DELETE FROM secrets WHERE name = ?", (TRACES,))
                self._database.execute(FOLD).fetchall()

    @property
    def has_traces(self) -> bool:
        """Return whether blank parts of the file may still have what was erased."""
        found = self._database.execute("SELECT 1 FROM secrets WHERE name = ?", (TRACES,))
        return found.fetchone() is not None

    def _erase(self, pupil: PupilId) -> None:
        """Take a pupil's name, key and reasons out of all that is written."""
        rows = self._database.execute("SELECT number, json FROM events").fetchall()
        new = [
            (msgspec.json.encode(unnamed(msgspec.json.decode(text, type=AnyEvent), pupil)), number)
            for number, text in rows
            if pupil in text
        ]
        self._database.executemany("UPDATE events SET json = CAST(? AS TEXT) WHERE number = ?", new)
        self._database.execute("INSERT OR REPLACE INTO secrets VALUES (?, '')", (TRACES,))

    def close(self) -> None:
        """Close the file; another host may open it now."""
        self.settle()
        self._database.close()

    def _begin(self, entry: Entry, key: str) -> None:
        """Write the whole beginning at once: a crash leaves a room or an empty file."""
        with self._database as database:
            database.execute("BEGIN IMMEDIATE")
            database.execute(f"PRAGMA application_id = {MARK}")
            database.execute(f"PRAGMA user_version = {FORMAT}")
            for table in TABLES:
                database.execute(table)
            database.execute("INSERT INTO secrets VALUES ('teacher', ?)", (key,))
            row = (entry.at, msgspec.json.encode(entry.event).decode())
            database.execute("INSERT INTO events (at, json) VALUES (?, ?)", row)


def named(folder: Path, wanted: str) -> Path:
    """Return the file that a code, or a file's own name, means."""
    code = wanted.strip().upper()
    return folder / f"{code}{ENDING}" if CODE.match(code) else Path(wanted)


def listed(folder: Path) -> tuple[Found, ...]:
    """Return the rooms in a folder, by code."""
    paths = sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []
    return tuple(map(_found, paths))


def delete(path: Path) -> None:
    """Delete a room's file with all that stands beside it.

    Raises:
        InUseError: when a host has it open.
        OSError: when it cannot be deleted.
    """
    try:
        RoomFile.open(path).close()
    except InUseError:
        raise
    except RoomFileError:
        pass  # a damaged file is deleted as well
    for one in (*(path.with_name(path.name + end) for end in BESIDE), path):
        one.unlink(missing_ok=True)


def room_of(path: Path, entries: tuple[Entry, ...]) -> Room:
    """Return the room that a file's events lead to.

    Raises:
        RoomFileError: when there are none, or they do not fit together.
    """
    if not entries:
        message = f"{path}: nothing was kept in it; delete it and open a new room"
        raise RoomFileError(message)
    try:
        return folded(one.event for one in entries)
    except LookupError as error:
        message = f"{path}: its events do not fit together ({error!r}); {A_COPY}"
        raise RoomFileError(message) from error


def past(rooms: Iterable[Found], today: date) -> tuple[Found, ...]:
    """Return the rooms whose day of deletion has gone by."""
    return tuple(
        one
        for one in rooms
        if one.room and (one.room.opened.delete_on or "9999") < today.isoformat()
    )


def _connected(path: Path) -> sqlite3.Connection:
    """Open the database; it waits for no lock, and one thread after another may use it."""
    link = path.resolve().as_uri() + "?mode=rw"
    database = sqlite3.connect(
        link, uri=True, timeout=0, isolation_level=None, check_same_thread=False
    )
    database.execute("PRAGMA locking_mode = EXCLUSIVE")
    return database


def _held(database: sqlite3.Connection) -> sqlite3.Connection:
    """Take the lock and keep it; from now on every commit waits for the disk."""
    database.execute("PRAGMA journal_mode = WAL").fetchall()
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA secure_delete = ON")
    database.execute("BEGIN IMMEDIATE")
    database.execute("COMMIT")
    return database


def _refuse_foreign(path: Path, database: sqlite3.Connection) -> None:
    """Refuse what is no whole room of ours, before anything is written to it."""
    mark = database.execute("PRAGMA application_id").fetchone()[0]
    form = database.execute("PRAGMA user_version").fetchone()[0]
    if mark != MARK:
        message = f"{path}: no room of this game; name another file"
        raise RoomFileError(message)
    if form != FORMAT:
        message = f"{path}: its format is {form}, this game reads {FORMAT}; install a newer game"
        raise RoomFileError(message)
    faults = database.execute("PRAGMA quick_check(1)").fetchone()[0]
    if faults != "ok":
        message = f"{path}: damaged ({faults}); {A_COPY}"
        raise RoomFileError(message)


def _wrong(path: Path, error: Exception) -> RoomFileError:
    """Return what is wrong with a file, in words."""
    if isinstance(error, RoomFileError):
        return error
    text = str(error)
    if "locked" in text or "busy" in text:
        return InUseError(f"{path}: another program hosts this room; close it there first")
    if "full" in text or "readonly" in text or "unable to open" in text or "I/O" in text:
        return RoomFileError(f"{path}: cannot be written ({text}); make room on the disk")
    return RoomFileError(f"{path}: damaged or no room ({text}); {A_COPY}")


def _entry(path: Path, expected: int, row: tuple[object, object, object]) -> Entry:
    number, at, text = row
    try:
        if number != expected or not isinstance(at, int) or not isinstance(text, str):
            message = "a row is missing"
            raise ValueError(message)  # noqa: TRY301 - the file is wrong, not the caller
        event = msgspec.json.decode(text, type=AnyEvent)
        if isinstance(event, Opened) != (expected == 1):
            message = "a room is opened once, at its beginning"
            raise ValueError(message)  # noqa: TRY301 - as above
    except ValueError as error:
        message = f"{path}: event {expected} cannot be read ({error}); {A_COPY}"
        raise RoomFileError(message) from error
    return Entry(at, event)


def _found(path: Path) -> Found:
    """Return what a file says of itself; one that is being hosted tells nothing."""
    try:
        file = RoomFile.open(path)
    except InUseError:
        return Found(path, why="is being hosted now")
    except RoomFileError as error:
        return Found(path, why=str(error))
    try:
        entries = file.entries()
        return Found(path, room_of(path, entries), entries[-1].at)
    except RoomFileError as error:
        return Found(path, why=str(error))
    finally:
        file.close()
