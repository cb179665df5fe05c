"""The cover: the title as far as it is known before the campaign is."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.menus.cover import cover
from game.screens.menus.title import TitleScreen, tape
from game.screens.screen import ShelfRow
from game.screens.styles import look_of
from game.widgets.sheet import Sheet, Spot
from game.window.gallery import MemoryShelf, desk_at
from game.window.painting import painter
from game.window.play import front
from tests.screens.player import office

BRUSH = painter()
SIZE = (1280, 720)


def seen(*, has_saves: bool) -> Sheet:
    """Return the cover of the shipped campaign."""
    return cover(look_of(Settings(), BRUSH.fonts, SIZE), front(has_saves=has_saves))


def pressable(sheet: Sheet) -> list[Spot]:
    """Return what can be pressed."""
    return [one for one in sheet.spots if one.enabled]


def test_the_cover_says_what_the_shipped_campaign_says(shipped: Campaign) -> None:
    outline, known = shipped.outline, front(has_saves=False)

    assert (known.title, known.subtitle) == (str(outline.title), str(outline.subtitle))
    assert known.tape == tape(shipped)


def test_everything_stands_on_the_cover_where_it_stands_on_the_title(shipped: Campaign) -> None:
    title = TitleScreen(office(shipped)).view(look_of(Settings(), BRUSH.fonts, SIZE))

    assert pressable(seen(has_saves=False)) == pressable(title)


def test_with_saves_the_cover_begins_with_going_on() -> None:
    names = [one.name for one in pressable(seen(has_saves=True))]

    assert names[:3] == ["continue", "new", "load"]


@pytest.mark.parametrize("size", [(1024, 640), SIZE, (1366, 768), (1920, 1080), (3840, 2160)])
def test_after_a_campaign_that_was_played_to_its_end_the_whole_menu_is_seen(
    shipped: Campaign, size: tuple[int, int]
) -> None:
    """There is a row more then; nothing scrolls, and nothing has moved since the cover."""
    over = desk_at(shipped, 5, Stage.CHRONICLE)
    row = ShelfRow("one", "over", "today", automatic=True, desk=over, fingerprints=())
    at = office(shipped)
    at.shelf = MemoryShelf((row,))
    look = look_of(Settings(), BRUSH.fonts, size)

    title = TitleScreen(at).view(look)
    before = pressable(cover(look, front(has_saves=True)))

    assert "board" in [one.name for one in pressable(title)]
    assert [part.most for part in title.scrolls] == [0]
    assert pressable(title)[: len(before) - 1] == before[:-1]
