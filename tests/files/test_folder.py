"""Reading a folder makes very much that stays: nothing is looked through for garbage meanwhile."""

from __future__ import annotations

import subprocess
import sys

from tests.whole import HARBOUR

READ = """
import gc, sys
from pathlib import Path
from game.files.folder import read_folder
from game.files.garbage import put_out_of_reach
if sys.argv[2] == "frozen":
    put_out_of_reach()
def looks():
    return sum(one["collections"] for one in gc.get_stats())
frozen, before = gc.get_freeze_count() > 0, looks()
found = read_folder(Path(sys.argv[1]))
after = looks()
print(after == before, gc.isenabled(), (gc.get_freeze_count() > 0) == frozen, found.problems)
"""


def told(how: str) -> str:
    """Return what a process says that has read a campaign."""
    command = [sys.executable, "-c", READ, str(HARBOUR), how]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_what_was_read_is_not_looked_through_while_reading_nor_at_the_next_moment() -> None:
    assert told("as usual") == "True True True ()"


def test_what_others_have_put_out_of_reach_stays_there() -> None:
    assert told("frozen").split()[1:] == ["True", "True", "()"]
