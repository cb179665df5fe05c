"""Reading a folder makes very much that stays: nothing is looked through for garbage meanwhile."""

from __future__ import annotations

import subprocess
import sys

from game.commands.campaigns import load
from tests.whole import HARBOUR

HAD = """
import gc, sys
from pathlib import Path
from game.files.copies import find, key_of, place
from game.files.folder import read_folder
from game.files.garbage import put_out_of_reach
folder = Path(sys.argv[1])
if sys.argv[3] == "frozen":
    put_out_of_reach()
if sys.argv[3] == "never":
    gc.disable()
def looks():
    return sum(one["collections"] for one in gc.get_stats())
key, _ = key_of(folder), place()
frozen, before = gc.get_freeze_count() > 0, looks()
found = find(key) if sys.argv[2] == "copy" else read_folder(folder).campaign
after = looks()
print(after == before, gc.isenabled(), (gc.get_freeze_count() > 0) == frozen, found.outline.id)
"""


def told(source: str, how: str) -> str:
    """Return what a process says that has got a campaign from its files or from its copy."""
    command = [sys.executable, "-c", HAD, str(HARBOUR), source, how]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_what_was_read_is_not_looked_through_while_reading_nor_at_the_next_moment() -> None:
    assert told("files", "as usual") == "True True True harbour"


def test_what_others_have_put_out_of_reach_stays_there() -> None:
    assert told("files", "frozen").split()[1:] == ["True", "True", "harbour"]


def test_who_never_looks_for_garbage_goes_on_like_that() -> None:
    """As a window does until its first picture."""
    assert told("files", "never") == "True False True harbour"


def test_nor_is_what_was_made_of_a_copy() -> None:
    load(HARBOUR)

    assert told("copy", "as usual") == "True True True harbour"
