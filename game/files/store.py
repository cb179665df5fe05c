"""The door to the player's files: written whole or not at all, and never deleted when damaged."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

POSIX = os.name == "posix"
"""Whether folders can be opened like files."""


def write_whole(path: Path, text: str | bytes) -> None:
    """Write `text` to `path` so that after a crash either the old or the new file is there.

    What is no file, such as a terminal or a pipe, is written to and stays what it is.

    Raises:
        OSError: when the disk is full or the folder cannot be written.
    """
    data = text.encode("utf-8") if isinstance(text, str) else text
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(data)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def set_aside(path: Path) -> Path:
    """Move a file that cannot be used to the folder `set-aside` beside it; return its new place.

    Raises:
        OSError: when it cannot be moved.
    """
    folder = path.parent / "set-aside"
    folder.mkdir(exist_ok=True)
    place = folder / path.name
    number = 1
    while os.path.lexists(place):
        number += 1
        place = folder / f"{path.stem}-{number}{path.suffix}"
    path.rename(place)
    return place


def _settle(folder: Path) -> None:
    """Ask the disk to keep the folder's new names, where the system can do that."""
    if not POSIX:
        return
    with suppress(OSError):  # some network disks refuse; the file itself is safe
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
