"""The gallery: every screen of a campaign, from a fixed playthrough."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.playthrough.playthrough import history
from game.playthrough.replay import play
from game.window.gallery import MemoryShelf, desk_at, line_of, office_in_memory, scenes
from tests.screens.shown import gallery

pytestmark = pytest.mark.gallery


def test_every_screen_of_every_telegram_is_shown() -> None:
    shown = {screen.name for _, screens in gallery()[1] for screen in screens}

    assert shown >= {
        "title", "shelf", "settings", "pause", "encyclopaedia", "opening", "situation",
        "telegram", "overlay", "council", "decision", "foresight", "sending", "consequences",
        "reasons", "record", "chronicle",
    }  # fmt: skip


def test_each_picture_has_a_name_of_its_own(shipped: Campaign) -> None:
    names = [name for name, _ in gallery()[1]]

    assert len(set(names)) == len(names)
    assert all(any(name.startswith(one.id) for name in names) for one in shipped.scenarios)


def test_every_page_of_the_opening_is_shown(shipped: Campaign) -> None:
    names = [name for name, _ in gallery()[1]]
    pages = len(shipped.outline.opening)

    assert [name for name in names if name.startswith("opening-")] == [
        f"opening-{page}" for page in range(1, pages + 1)
    ]


def test_the_gallery_shows_the_same_every_time(harbour: Campaign) -> None:
    from game.window.app import App
    from game.window.painting import painter

    office, brush = office_in_memory(harbour), painter()

    first, second = (
        [App(screens, office, brush).sheet((1280, 720)) for _, screens in scenes(office)]
        for _ in range(2)
    )

    assert first == second


def test_its_line_leaves_history_wherever_that_can_be_done(shipped: Campaign) -> None:
    line = line_of(shipped, len(shipped.scenarios))

    assert all(one != other for one, other in zip(line, history(shipped), strict=True))


def test_its_line_can_be_played(shipped: Campaign) -> None:
    made = desk_at(shipped, len(shipped.scenarios) - 1, Stage.CHRONICLE).playthrough

    assert play(shipped, made).stopped is None


def test_an_office_in_memory_takes_over_settings_and_saves(harbour: Campaign) -> None:
    office = office_in_memory(harbour)

    office.change(Settings(text=150))
    office.shelf.write(desk_at(harbour, 0, Stage.COUNCIL))
    row = office.shelf.rows()[0]
    office.shelf.remove(row)

    assert office.settings.text == 150
    assert row.desk.stage is Stage.COUNCIL
    assert office.shelf.rows() == ()
    assert MemoryShelf().aside() == ()
