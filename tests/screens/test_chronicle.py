"""The chronicle on the screen: its curves, and keeping it as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.chronicle.kept import folder, keep
from game.files.settings import Settings
from game.playthrough.desk import Desk, Stage
from game.screens.stages.chronicle import ChronicleScreen
from game.widgets.sheet import Clipped, Drawing
from game.window.gallery import desk_at
from game.window.office import office_on_disk
from game.window.sound import Sound
from tests.screens.player import Player, office, pressed


def over(campaign: Campaign) -> Desk:
    """Return the desk at the end of a campaign."""
    return desk_at(campaign, len(campaign.scenarios) - 1, Stage.CHRONICLE)


def at_chronicle(campaign: Campaign, told: list[Desk] | None = None) -> Player:
    """Return a player at the end of a campaign, whose chronicles go into a list."""
    room = office(campaign)
    desk = over(campaign)

    def keeping(one: Desk) -> str:
        (told if told is not None else []).append(one)
        return "Chronicle kept: there"

    room.chronicle = keeping
    return Player(room, ChronicleScreen(room, desk))


@pytest.mark.parametrize("way", ["key", "button"])
def test_the_chronicle_is_kept_by_key_and_by_button(harbour: Campaign, way: str) -> None:
    kept_desks: list[Desk] = []
    player = at_chronicle(harbour, kept_desks)

    {"key": lambda: player.press("shift+s"), "button": lambda: player.click("keep")}[way]()

    assert [one.stage for one in kept_desks] == [Stage.CHRONICLE]
    assert player.top.name == "chronicle"
    assert "Chronicle kept: there" in player.app.notice.text


def test_the_curves_open_and_close(harbour: Campaign) -> None:
    player = at_chronicle(harbour)

    read = player.press("shift+c").text
    opened = player.top.name
    player.press("escape")

    assert opened == "curves"
    assert "your line" in read
    assert player.top.name == "chronicle"


def test_every_curve_is_drawn_and_told(harbour: Campaign) -> None:
    player = at_chronicle(harbour).press("shift+c")
    pictures = [spot for spot in player.sheet.spots if spot.role == "picture"]
    *_, paper = (mark for mark in player.sheet.marks if isinstance(mark, Clipped))

    assert pictures
    assert all("Your line: from" in spot.label for spot in pictures)
    assert sum(isinstance(one, Drawing) for one in paper.marks) == len(pictures)


def test_every_axis_is_told_beside_history(harbour: Campaign) -> None:
    player = at_chronicle(harbour)
    bars = [spot.label for spot in player.sheet.spots if spot.role == "bar"]

    assert len(bars) == len(harbour.outline.axes)
    assert all("; history " in one for one in bars)


# --- files ---


def test_page_and_paper_are_kept_beside_the_saves(harbour: Campaign) -> None:
    desk = over(harbour)
    said = keep(harbour, desk)
    files = sorted(one.suffix for one in folder().iterdir())

    assert files == [".html", ".pdf"]
    assert str(folder()) in said


def test_a_chronicle_that_is_there_is_not_written_over(harbour: Campaign) -> None:
    desk = over(harbour)
    keep(harbour, desk)
    keep(harbour, desk)

    assert len(list(folder().glob("*-2.*"))) == 2


def test_they_go_to_the_documents_where_there_is_such_a_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    documents = tmp_path_factory.mktemp("documents")
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: documents)

    assert folder() == documents / "six-telegrams"


def test_a_disk_that_is_full_is_told(harbour: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.chronicle.kept.write_whole", full)
    said = keep(harbour, over(harbour))

    assert said == "The chronicle could not be kept: No space left on device."


def test_the_chronicle_is_kept_while_the_game_goes_on(harbour: Campaign, tmp_path: Path) -> None:
    """How far it is, and where it lies then, is told in the line over the screen."""
    room = office_on_disk(harbour, Settings(), Sound(tmp_path), tmp_path)
    player = Player(room, ChronicleScreen(room, over(harbour)))
    player.app.handle(pressed("shift+s"), player.size)  # what comes next tells how far it is
    first = player.app.notice.text
    room.errands.finish()
    player.app.rest(0.01)

    assert first == "Keeping the chronicle. You can go on meanwhile."
    assert player.app.notice.text.startswith("Chronicle kept: ")
    assert sorted(one.suffix for one in folder().iterdir()) == [".html", ".pdf"]
