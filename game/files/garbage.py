"""Looking for garbage: what stays is put out of its reach, and what was just made counts as old."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

SOMETHING_IS_OUT = Event()
"""Whether anything was put out of reach. Python can be asked too, and counts all that lies there:
in a large program that takes longer than to read a campaign."""


def put_out_of_reach() -> None:
    """Let all that is there now never be looked through again."""
    SOMETHING_IS_OUT.set()
    gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no garbage be looked for: what is made meanwhile is much, and all of it is in use.

    Afterwards it counts as old, so that it is not looked through at the very next moment.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            if not SOMETHING_IS_OUT.is_set():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
