"""The pictures themselves: what a key screen looks like, against one that was looked at and kept.

The kept ones are small: a quarter of the width, so that the smoothing of letters and the make of a
font library do not count. `pytest tests/screens/test_pictures.py --keep-pictures` keeps what is
drawn now; look at every changed picture before you commit it. So it is with the README's pictures,
which are kept large.
"""

from __future__ import annotations

import re
from pathlib import Path

import pygame
import pytest

from game.files.settings import Settings
from game.window.app import App
from tests.exhaustive import sampled
from tests.screens.player import PAINTER
from tests.screens.shown import gallery

pytestmark = pytest.mark.gallery
ROOT = Path(__file__).parents[2]
KEPT, LARGE = ROOT / "tests" / "pictures", ROOT / "assets" / "pictures"
SIZE, SMALL = (1280, 720), (320, 180)
AVERAGE = 3.0
"""How far the colours may lie off on average, of 255."""
PATCH = 20.0
"""How far they may lie off on average in any patch of 20 by 20: a missing word is seen."""
NAMES = (
    "title", "opening-1", "settings-seeing", "encyclopaedia", "telegram-1-1-situation",
    "telegram-1-2-telegram", "telegram-2-3-council-asked", "telegram-1-4-decision",
    "telegram-3-4-sending", "telegram-1-5-months", "telegram-4-5-ledger", "telegram-1-5-reasons",
    "telegram-5-6-record", "chronicle", "compare-stages", "one-change", "board", "wall-lobby",
    "wall-voting", "wall-counted",
    "wall-expected", "wall-debrief-1", "classroom-rooms",
)  # fmt: skip
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"!\[[^]]+\]\(assets/pictures/([\w-]+)\.jpg\)", README)
"""What the README shows."""
LOOKS = [(name, contrast) for name in NAMES for contrast in (False, True)]
STRONG = (
    "title",
    "telegram-1-1-situation",
    "telegram-1-4-decision",
    "telegram-1-5-months",
    "board",
)
"""What is looked at in the strong colours all day."""


def drawn(name: str, *, contrast: bool) -> pygame.Surface:
    """Return a scene as it is drawn, made small."""
    return pygame.transform.smoothscale(drawn_large(name, contrast=contrast), SMALL)


def drawn_large(name: str, *, contrast: bool = False) -> pygame.Surface:
    """Return a scene as it is drawn."""
    office, found = gallery()
    office.settings = Settings(contrast=contrast)
    surface = pygame.Surface(SIZE)
    App(dict(found)[name], office, PAINTER).draw(surface)
    return surface


def path_of(name: str, *, contrast: bool) -> Path:
    """Return where the kept picture lies."""
    return KEPT / f"{name}{'-contrast' * contrast}.png"


def apart(one: pygame.Surface, other: pygame.Surface) -> tuple[float, float]:
    """Return how far two pictures lie apart: on average, and in the patch that differs most."""
    left, right = (pygame.surfarray.array3d(picture).astype(float) for picture in (one, other))
    by_pixel = abs(left - right).mean(axis=2)
    patches = by_pixel.reshape(SMALL[0] // 20, 20, SMALL[1] // 20, 20).mean(axis=(1, 3))
    return float(patches.mean()), float(patches.max())


@pytest.mark.parametrize(
    ("name", "contrast"),
    sampled(LOOKS, [one for one in LOOKS if not one[1] or one[0] in STRONG]),
)
def test_a_screen_looks_as_it_did_when_it_was_looked_at(
    name: str, *, contrast: bool, pytestconfig: pytest.Config
) -> None:
    """In the plain colours and in the strong ones."""
    path, picture = path_of(name, contrast=contrast), drawn(name, contrast=contrast)
    if pytestconfig.getoption("--keep-pictures"):
        pygame.image.save(picture, str(path))
    average, patch = apart(picture, pygame.image.load(str(path)))

    assert average <= AVERAGE
    assert patch <= PATCH


@pytest.mark.parametrize("name", SHOWN)
def test_what_the_readme_shows_is_what_is_seen(name: str, pytestconfig: pytest.Config) -> None:
    path, picture = LARGE / f"{name}.jpg", drawn_large(name)
    if pytestconfig.getoption("--keep-pictures"):
        pygame.image.save(picture, str(path))
    kept = pygame.transform.smoothscale(pygame.image.load(str(path)), SMALL)
    average, patch = apart(pygame.transform.smoothscale(picture, SMALL), kept)

    assert average <= AVERAGE
    assert patch <= PATCH


def test_the_readme_shows_every_picture_that_is_kept_for_it() -> None:
    """And has at least one."""
    assert sorted(path.stem for path in LARGE.iterdir()) == sorted(SHOWN) != []


def test_two_screens_do_not_look_the_same() -> None:
    """The measure sees a difference where there is one."""
    ledger, months = (
        drawn(name, contrast=False) for name in ("telegram-4-5-ledger", "telegram-1-5-months")
    )
    assert apart(ledger, months)[1] > PATCH
    assert apart(ledger, ledger) == (0, 0)


def test_a_word_that_is_gone_is_seen() -> None:
    """On the title: the name of the game."""
    whole = drawn("title", contrast=False)
    torn = whole.copy()
    torn.fill((21, 17, 14), pygame.Rect(20, 35, 110, 30))

    assert apart(whole, torn)[1] > PATCH


def test_no_picture_is_kept_that_nobody_compares() -> None:
    """Renamed screens leave none behind."""
    assert {path.name for path in KEPT.iterdir()} == {
        path_of(name, contrast=contrast).name for name, contrast in LOOKS
    }
