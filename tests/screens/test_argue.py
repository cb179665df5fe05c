"""Arguing with the model on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import ParameterId
from game.chronicle.chronicle import Chronicle
from game.chronicle.kept import folder, keep_note
from game.chronicle.revisionnote import note
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.playthrough.revision import Revision, argue, parameter_of
from game.screens.argue.argue import MOST, NOT_FOUND, NOTHING, ArgueScreen
from game.screens.argue.form import SAME, WANTED, ArgueFormScreen, number_in
from game.screens.stages.chronicle import ChronicleScreen
from game.screens.stages.record import RecordScreen
from game.window.gallery import desk_at
from game.window.office import office_on_disk
from game.window.sound import Sound
from tests.screens.player import Player, office

CREST = ParameterId("crest_at_first")


def at_chronicle(campaign: Campaign) -> Player:
    """Return a player at the end of a campaign."""
    room = office(campaign)
    desk = desk_at(campaign, len(campaign.scenarios) - 1, Stage.CHRONICLE)
    return Player(room, ChronicleScreen(room, desk))


def arguing(campaign: Campaign) -> tuple[Player, ArgueScreen]:
    """Return a player who argues, and their screen."""
    player = at_chronicle(campaign).press("shift+m")
    assert isinstance(player.top, ArgueScreen)
    return player, player.top


def typed(player: Player, field: str, text: str) -> Player:
    """Write a text in a field, in place of what stands there."""
    player.click(field)
    assert isinstance(player.top, ArgueFormScreen)
    player.top.written[field] = ""
    player.app.carry_out(player.top.act(f"typed:{text}"))
    return player


def changed(campaign: Campaign, value: str) -> tuple[Player, ArgueScreen]:
    """Return a player who has changed the first height of the dike."""
    player, screen = arguing(campaign)
    player.press("ctrl+f", *"crest at", "return")
    for field, text in (("value", value), ("because", "So it was."), ("source", "The book")):
        typed(player, field, text)
    player.press("return")
    return player, screen


# --- the numbers ---


@pytest.mark.parametrize("stage", [Stage.CHRONICLE, Stage.RECORD])
def test_one_key_leads_there_and_back(harbour: Campaign, stage: Stage) -> None:
    room = office(harbour)
    kind = ChronicleScreen if stage is Stage.CHRONICLE else RecordScreen
    player = Player(room, kind(room, desk_at(harbour, len(harbour.scenarios) - 1, stage)))
    before = player.top.name
    there = player.press("shift+m").top.name
    player.press("escape")

    assert (there, player.top.name) == ("argue", before)


def test_a_number_is_told_with_unit_range_grade_and_source(harbour: Campaign) -> None:
    player, _ = arguing(harbour)
    player.click("sector:1")

    assert "crest at first: 300 cm" in player.text
    assert "the authors would defend 280 to 320." in player.text
    assert "documented" in player.text
    assert "sources:" in player.text


def test_words_find_numbers_of_every_sector(harbour: Campaign) -> None:
    player, screen = arguing(harbour)
    player.press("ctrl+f", *"gang")

    assert [one.id for one in screen.shown()] == ["cm_a_gang"]


def test_enter_takes_the_first_number_that_was_found(harbour: Campaign) -> None:
    player, _ = arguing(harbour)
    player.press("ctrl+f", *"gang", "return")

    assert isinstance(player.top, ArgueFormScreen)
    assert player.top.parameter.id == "cm_a_gang"


def test_of_many_numbers_a_dozen_is_listed_and_more_when_asked(shipped: Campaign) -> None:
    player, screen = arguing(shipped)
    first = [one for one in player.names if one.startswith("number:")]
    player.click("more")
    then = [one for one in player.names if one.startswith("number:")]

    assert len(first) == MOST
    assert len(then) == min(2 * MOST, len(screen.shown()))


def test_words_that_no_number_has_are_told_and_can_be_taken_back(harbour: Campaign) -> None:
    player, screen = arguing(harbour)
    player.press("ctrl+f", *"moon")
    none = player.text
    player.press("backspace", "escape")

    assert NOT_FOUND.casefold() in none
    assert screen.wanted == ""
    assert player.top is screen


def test_a_sector_ends_the_search(harbour: Campaign) -> None:
    player, screen = arguing(harbour)
    player.press("ctrl+f", *"gang").click("sector:0")

    assert screen.wanted == ""


def test_a_number_that_is_none_opens_nothing(harbour: Campaign) -> None:
    player, screen = arguing(harbour)
    player.app.carry_out(screen.act("number:moon"))

    assert player.top is screen


@pytest.mark.parametrize("page", ["2", "3"])
def test_without_a_change_the_other_pages_say_so(harbour: Campaign, page: str) -> None:
    player, _ = arguing(harbour)

    assert NOTHING.casefold() in player.press(page).text


# --- the form ---


def test_nothing_is_taken_over_without_a_reason_and_a_source(harbour: Campaign) -> None:
    player, screen = arguing(harbour)
    player.click("sector:1").click(f"number:{CREST}")
    told = []
    for field, text in (("value", "310"), ("because", "So it was."), ("source", "The book")):
        typed(player, field, text).press("return")
        told.append(player.app.notice.text)

    assert told[:2] == [WANTED["because"], WANTED["source"]]
    assert [(one.value, one.because, one.source) for one in screen.revisions] == [
        (310.0, "So it was.", "The book")
    ]


@pytest.mark.parametrize(("written", "says"), [("much", WANTED["value"]), ("300", SAME)])
def test_a_number_that_is_none_or_the_same_is_not_taken(
    harbour: Campaign, written: str, says: str
) -> None:
    player, screen = changed(harbour, written)

    assert player.app.notice.text == says
    assert player.top is not screen


def test_beyond_the_range_is_said_before_it_is_taken(harbour: Campaign) -> None:
    player, _ = arguing(harbour)
    player.click("sector:1").click(f"number:{CREST}")
    within = player.text
    beyond = typed(player, "value", "400").text

    assert "within the range of the authors" in within
    assert "400 cm: beyond the range of the authors" in beyond


def test_the_number_can_be_stepped_and_set_back(harbour: Campaign) -> None:
    player, _ = arguing(harbour)
    player.click("sector:1").click(f"number:{CREST}")
    form = player.top
    assert isinstance(form, ArgueFormScreen)
    values = []
    for button in ("more", "less", "less", "was"):
        player.click(button)
        values.append(form.value)

    assert values == [304, 300, 296, 300]


def test_a_step_from_what_is_no_number_begins_at_the_old_one(harbour: Campaign) -> None:
    player, _ = arguing(harbour)
    player.click("sector:1").click(f"number:{CREST}")
    form = typed(player, "value", "?").click("more").top
    assert isinstance(form, ArgueFormScreen)

    assert form.value == 304


def test_a_text_can_be_pasted_and_erased_where_the_hand_is(harbour: Campaign) -> None:
    player, _ = arguing(harbour)
    player.office.pasted = lambda: "A  long\nstory"
    player.click("sector:1").click(f"number:{CREST}").click("because")
    form = player.press("ctrl+v", "backspace").top
    assert isinstance(form, ArgueFormScreen)
    player.click("more").press("ctrl+v")

    assert form.written["because"] == "A long stor"
    assert form.written["source"] == ""


def test_the_form_can_be_left(harbour: Campaign) -> None:
    player, screen = arguing(harbour)
    player.click("sector:1").click(f"number:{CREST}").press("escape")

    assert player.top is screen
    assert screen.revisions == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        ("1,700", 1700.0),
        ("-1,250,000.5", -1250000.5),
        ("1e3", 1000.0),
        ("1,2,3", None),
        ("nan", None),
        ("", None),
    ],
)
def test_numbers_are_read_with_a_point_or_a_comma(text: str, value: float | None) -> None:
    assert number_in(text) == value


def test_a_number_that_the_authors_fixed_has_no_scale(harbour: Campaign) -> None:
    first = harbour.model.parameters[0]
    fixed = replace(first, low=first.value, high=first.value)
    room = office(harbour)
    player = Player(room, ArgueFormScreen(room, fixed, fixed.value, None, lambda _: None))

    assert not [spot for spot in player.sheet.spots if spot.role == "bar"]


# --- what comes of it ---


def test_what_comes_of_it_is_seen_at_once(harbour: Campaign) -> None:
    player, screen = changed(harbour, "400")
    pictures = [spot for spot in player.sheet.spots if spot.role == "picture"]

    assert player.top is screen
    assert "the model met 1 and meets 0 as argued" in player.text
    assert "ending: " in player.text
    assert len(pictures) == len(harbour.outline.indicators)
    assert "as argued: " in player.text


def test_a_change_can_be_changed_and_taken_back(harbour: Campaign) -> None:
    player, screen = changed(harbour, "310")
    player.press("2").click(f"number:{CREST}")
    typed(player, "value", "320").press("return", "2")
    values = [one.value for one in screen.revisions]
    player.click(f"undo:{CREST}")

    assert values == [320.0]
    assert screen.revisions == ()
    assert screen.argued is None


def test_a_row_of_the_list_tells_of_the_change(harbour: Campaign) -> None:
    player, _ = changed(harbour, "310")

    assert "crest at first: 300 cm, you say 310" in player.press("1").text


def test_both_lines_stand_side_by_side(harbour: Campaign) -> None:
    player, _ = changed(harbour, "400")
    player.press("shift+d")

    assert player.top.name == "compare"
    assert "as it was / as argued" in player.text


def test_a_model_without_a_value_is_told(shipped: Campaign) -> None:
    player, screen = arguing(shipped)
    screen.take((Revision(ParameterId("german_reach"), 0.0, "so", "there"),))
    player.press("3")

    assert "with these changes the model has no value in" in player.text
    assert "keep" not in player.names


# --- the note ---


def note_of(campaign: Campaign) -> Chronicle:
    """Return a note."""
    made = desk_at(campaign, len(campaign.scenarios) - 1, Stage.CHRONICLE).playthrough
    return note(argue(campaign, made, [Revision(CREST, 310, "so", "there")]))


def test_the_note_is_kept_and_its_place_told(harbour: Campaign, tmp_path: Path) -> None:
    room = office_on_disk(harbour, Settings(), Sound(tmp_path), tmp_path)
    desk = desk_at(harbour, len(harbour.scenarios) - 1, Stage.CHRONICLE)
    screen = ArgueScreen(room, desk.playthrough)
    screen.take((Revision(CREST, 310, "so", "there"),))
    player = Player(room, screen).press("shift+s")

    assert player.app.notice.text.startswith("Note kept: ")
    assert [one.suffix for one in sorted(folder().glob("revision-*"))] == [".html", ".md"]


def test_a_note_that_is_there_is_not_written_over(harbour: Campaign, tmp_path: Path) -> None:
    for _ in range(2):
        keep_note(note_of(harbour), "revision", tmp_path)

    assert sorted(one.name for one in tmp_path.glob("*.md")) == ["revision-2.md", "revision.md"]


def test_a_note_that_cannot_be_written_is_told(harbour: Campaign, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert "could not be kept" in keep_note(note_of(harbour), "revision", tmp_path / "file")


def test_an_office_without_a_place_says_so(harbour: Campaign) -> None:
    assert office(harbour).note(note_of(harbour), "revision") == "There is no place for notes here."


def test_a_parameter_of_that_name_is_one(harbour: Campaign) -> None:
    assert parameter_of(harbour, "moon") is None


def test_what_is_typed_is_seen_at_once(harbour: Campaign) -> None:
    player, _ = arguing(harbour)
    player.press("ctrl+f", *"crest at", "return").click("because")
    surface = pygame.Surface(player.size)
    player.app.draw(surface)

    player.press("a")

    assert player.app.draw(surface)
