"""What will soon be needed is made while nobody waits."""

from __future__ import annotations

import subprocess
import sys

from game.campaign.campaign import Campaign
from game.screens.ahead import MODULES, pieces
from game.screens.links import links_of
from game.screens.woodcut import _cut

LOADED = """
import importlib, sys
import game.window, game.app, game.office, game.sound, game.speech.voice
before = set(sys.modules)
for name in {modules!r}:
    importlib.import_module(name)
late = {{"fpdf", "segno", "numpy", "networkx", "pysd", "prism", "accesskit", "PIL"}}
print(sorted(late & set(sys.modules)), sorted(set({modules!r}) & before))
"""


def test_neither_the_start_nor_what_is_made_ahead_loads_what_only_few_need() -> None:
    """And what is made ahead is not loaded by the start itself."""
    ask = LOADED.format(modules=MODULES)
    found = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)

    assert found.stdout.splitlines()[-1] == "[] []"


def test_links_and_portraits_are_there_before_they_are_asked_for(harbour: Campaign) -> None:
    links_of.cache_clear()
    _cut.cache_clear()

    made = len(list(pieces(harbour)))

    assert made == len(MODULES) + 1 + len(harbour.cast)
    assert links_of.cache_info().currsize == 1
    assert _cut.cache_info().currsize > 0


def test_all_is_made_in_small_pieces(harbour: Campaign) -> None:
    """Nothing is made before it is asked for a piece."""
    links_of.cache_clear()
    work = pieces(harbour)

    for _ in MODULES:
        next(work)

    assert links_of.cache_info().currsize == 0
