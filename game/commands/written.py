"""Files that a command writes: all of them or none, and never over others unasked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from game.errors import Refused
from game.files.store import write_whole


def write_all(files: Mapping[Path, str | bytes], *, force: bool) -> None:
    """Write every file, or none where one is there already and must not be written over.

    Raises:
        Refused: when one is there, or cannot be written.
    """
    there = [str(path) for path in files if path.exists()]
    if there and not force:
        message = f"{', '.join(there)}: there already; --force writes over it"
        raise Refused(message)
    for path, content in files.items():
        try:
            write_whole(path, content)
        except OSError as error:
            message = f"{path} cannot be written: {error.strerror}; name another place with --out"
            raise Refused(message) from None
