"""The rooms of this machine as a window opens them: a real host, on a port of its own."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id
from game.classroom import rooms
from game.classroom.opening import Hosted, Wanted
from game.classroom.rooms import NO_BROWSER, OPENS, RoomsOnDisk, today
from game.room.requests import Count, Next, Reveal, TeacherRequest
from game.room.ways import Way
from game.window.classgallery import wanted
from tests.screens.player import Player, office


class Windowed(webbrowser.BackgroundBrowser):
    """A browser with a window of its own that is not really there."""

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        """Open nothing."""
        return bool(url)


@pytest.fixture
def classes(tmp_path: Path) -> Iterator[RoomsOnDisk]:
    """Rooms in a folder of their own."""
    found = RoomsOnDisk(tmp_path / "rooms", port=0)
    yield found
    found.close()


def opened(classes: RoomsOnDisk, campaign: Campaign, wish: Wanted | None = None) -> Hosted:
    """Open a room."""
    found = classes.open(campaign, wish or wanted(campaign))
    assert isinstance(found, Hosted), found
    return found


def test_a_room_is_opened_and_taken_up_where_it_was(
    classes: RoomsOnDisk, harbour: Campaign
) -> None:
    first = opened(classes, harbour)
    first.hosting.ask(Next())
    stage, code = first.hosting.room.desk.stage, first.hosting.room.opened.code
    first.close()
    (kept,) = classes.kept()
    again = classes.resume(harbour, kept.key)

    assert (kept.code, kept.name, kept.answered, kept.why) == (code, "Class 10b", 0, "")
    assert isinstance(again, Hosted)
    assert again.hosting.room.desk.stage is stage


def test_a_room_that_is_open_cannot_be_taken_up_or_deleted(
    classes: RoomsOnDisk, harbour: Campaign
) -> None:
    opened(classes, harbour)
    (kept,) = classes.kept()

    assert kept.why
    assert str(classes.resume(harbour, kept.key)).startswith("The room cannot be opened")
    assert classes.delete(kept.key).startswith("It could not be deleted")


def test_a_deleted_room_is_gone(classes: RoomsOnDisk, harbour: Campaign) -> None:
    opened(classes, harbour).close()
    (kept,) = classes.kept()

    assert classes.delete(kept.key) == ""
    assert classes.kept() == ()
    assert list(classes.folder.iterdir()) == []


def test_a_key_leads_to_no_file_outside_the_folder(
    classes: RoomsOnDisk, harbour: Campaign, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.room"
    outside.write_text("kept", encoding="utf-8")
    classes.delete("../outside.room")

    assert outside.exists()
    assert isinstance(classes.resume(harbour, "../outside.room"), str)


def test_a_room_past_its_day_is_gone_when_rooms_are_listed(
    classes: RoomsOnDisk, harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(classes, harbour, replace(wanted(harbour), days=1)).close()
    assert len(classes.kept()) == 1
    later = today() + timedelta(days=2)
    monkeypatch.setattr(rooms, "today", lambda: later)

    assert classes.kept() == ()


def test_the_newest_room_comes_first(classes: RoomsOnDisk, harbour: Campaign) -> None:
    for name in ("9a", "10b"):
        opened(classes, harbour, wanted(harbour, name=name)).close()

    assert [one.name for one in classes.kept()] == ["10b", "9a"]


def answered(classes: RoomsOnDisk, campaign: Campaign, name: str) -> Hosted:
    """Open a room whose class answers the first telegram by raising hands."""
    made = opened(classes, campaign, wanted(campaign, Way.HANDS, name=name))
    first = campaign.scenarios[0].decision.responses[0].id
    asked: list[TeacherRequest] = [*[Next()] * 5, Count({first: 7}), Reveal(), Next()]
    for request in asked:
        assert made.hosting.ask(request) is None
    return made


def test_only_other_classes_that_answered_this_campaign_stand_beside_one(
    classes: RoomsOnDisk, harbour: Campaign
) -> None:
    outline = replace(harbour.outline, id=Id("another"))
    answered(classes, replace(harbour, outline=outline), "another campaign").close()
    opened(classes, harbour, wanted(harbour, name="no answer")).close()
    answered(classes, harbour, "9a").close()
    answered(classes, harbour, "still open")
    here = answered(classes, harbour, "10b").hosting.room

    assert [one.opened.name for one in classes.beside(harbour, here)] == ["9a"]


def test_a_damaged_file_says_why(classes: RoomsOnDisk) -> None:
    classes.folder.mkdir(parents=True)
    (classes.folder / "ABCD.room").write_bytes(b"no room at all")
    (kept,) = classes.kept()

    assert kept.code == "ABCD"
    assert kept.why


def test_the_wall_follows_a_real_host(classes: RoomsOnDisk, harbour: Campaign) -> None:
    at = office(harbour)
    at.classes = classes
    player = Player(at).press("shift+p", "return")
    assert player.top.name == "wall"
    player.press("pagedown", "pagedown")
    assert "the situation" in player.text
    player.press("ctrl+q", "ctrl+q")

    assert player.app.is_over()
    assert [one.why for one in classes.kept()] == [""]


@pytest.mark.parametrize(
    ("browser", "said"),
    [
        (Windowed("true"), OPENS),
        (webbrowser.GenericBrowser("true"), NO_BROWSER),
    ],
)
def test_the_teachers_page_opens_only_in_a_window_of_its_own(
    classes: RoomsOnDisk,
    harbour: Campaign,
    monkeypatch: pytest.MonkeyPatch,
    *,
    browser: webbrowser.BaseBrowser,
    said: str,
) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: browser)

    assert classes.browse(opened(classes, harbour).hosting) == said


def test_without_any_browser_that_is_said(
    classes: RoomsOnDisk, harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> webbrowser.BaseBrowser:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)

    assert classes.browse(opened(classes, harbour).hosting) == NO_BROWSER
