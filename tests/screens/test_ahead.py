"""What will soon be needed is made while nobody waits."""

from __future__ import annotations

import subprocess
import sys

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.playthrough.desk import Stage
from game.screens.ahead import MODULES, Ahead, following, pieces
from game.screens.links import links_of
from game.screens.woodcut import _cut
from game.widgets.sheet import Drawing
from tests.screens.player import Player, office, seated

LOADED = """
import importlib, sys
of_others = set(sys.modules)  # what watches the tests loads things of its own
import game.window.play, game.window.app, game.window.office, game.window.sound, game.speech.voice
before = set(sys.modules)
for name in {modules!r}:
    importlib.import_module(name)
late = {{"fpdf", "qrcodegen", "numpy", "networkx", "pysd", "prism", "accesskit", "PIL"}}
late |= {{"hashlib", "hmac", "secrets", "ssl", "yaml", "game.files.folder", "game.room"}}
late |= {{"subprocess", "html", "statistics", "decimal"}}
print(sorted(late & set(sys.modules) - of_others), sorted(set({modules!r}) & before))
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


# --- what follows a screen ---


def rest_of(ahead: Ahead, player: Player) -> int:
    """Make all that is left while a screen rests; return how many pieces it was."""
    count = 0
    while ahead.step(player.top, player.app.look(player.size)):
        count += 1
    return count


def test_while_a_screen_rests_the_next_one_is_laid_out(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM)
    player.wait(60)
    here = player.sheet
    rest_of(Ahead(player.app.office, player.app.canvas.painter), player)
    fonts = player.app.canvas.painter.fonts
    before = fonts._wrapped.cache_info().misses

    there = player.press("return").sheet

    assert player.top.name == "council"
    assert there != here
    assert fonts._wrapped.cache_info().misses == before


def test_what_was_made_for_a_screen_is_not_made_again_while_it_rests(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM)
    ahead = Ahead(player.app.office, player.app.canvas.painter)

    assert rest_of(ahead, player) > len(MODULES)
    assert rest_of(ahead, player) == 0


def test_the_portraits_of_the_council_are_drawn_before_it_is_seen(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM)
    painter = player.app.canvas.painter
    painter.paint(pygame.Surface(player.size), player.sheet)
    rest_of(Ahead(player.app.office, painter), player)
    council = player.press("return", "return").sheet
    monkeypatch.delattr(pygame.image, "load_sized_svg")

    drawings = [one for one in council.marks if isinstance(one, Drawing)]
    for one in drawings:
        painter.know(one)

    assert len(drawings) > 1


@pytest.mark.parametrize(
    ("stage", "names"),
    [
        (Stage.OPENING, ["situation"]),
        (Stage.SITUATION, ["telegram"]),
        (Stage.CONSEQUENCES, ["record"]),
        (Stage.RECORD, ["situation"]),
        (Stage.DECISION, []),
    ],
)
def test_what_follows_is_what_the_desk_leads_to(
    harbour: Campaign, stage: Stage, names: list[str]
) -> None:
    player = seated(harbour, 0, stage)

    assert [one.name for one in following(player.app.office, player.top)] == names


def test_the_title_is_followed_by_the_opening_and_the_encyclopaedia(harbour: Campaign) -> None:
    at = office(harbour)

    names = [one.name for one in following(at, at.title())]

    assert names == ["encyclopaedia", "opening"]


def test_nothing_is_made_for_what_follows_the_last_record(harbour: Campaign) -> None:
    """The chronicle takes long to make: nobody may wait for it who did not ask for it."""
    player = seated(harbour, len(harbour.scenarios) - 1, Stage.RECORD)

    assert list(following(player.app.office, player.top)) == []


def test_a_page_over_a_stage_leads_to_no_other_screen(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).press("escape")

    assert player.top.name == "pause"
    assert list(following(player.app.office, player.top)) == []
