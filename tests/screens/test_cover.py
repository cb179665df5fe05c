"""The cover: the title as far as it is known before the campaign is."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.screens.cover import cover
from game.screens.styles import look_of
from game.screens.title import TitleScreen, tape
from game.widgets.sheet import Sheet, Spot
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
