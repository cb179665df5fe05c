"""The page on which a room is opened, taken up, or deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.classroom.opening import NO_CLASSES, NoClasses
from game.playthrough.playthrough import history
from game.room.ways import Way
from game.screens.menus.classroom import CLASS
from game.screens.menus.title import TitleScreen
from game.window.classgallery import KEPT, ClassesInMemory
from tests.screens.player import Player, office


@pytest.fixture
def classes() -> ClassesInMemory:
    """The rooms of two earlier lessons."""
    return ClassesInMemory(list(KEPT))


@pytest.fixture
def teacher(harbour: Campaign, classes: ClassesInMemory) -> Player:
    """Somebody before the page Classroom."""
    at = replace(office(harbour), classes=classes)
    return Player(at, TitleScreen(at)).press("shift+p")


def test_two_keys_lead_from_the_title_to_an_open_room(
    teacher: Player, classes: ClassesInMemory
) -> None:
    teacher.press("return")

    assert teacher.top.name == "wall"
    opened = classes.hosts[0].room.opened
    assert (opened.name, opened.way, opened.before) == (CLASS, Way.EACH, ())


def test_the_menu_of_the_title_leads_there_too(harbour: Campaign) -> None:
    assert Player(office(harbour)).click("classroom").top.name == "classroom"


def test_the_class_may_have_a_name(teacher: Player, classes: ClassesInMemory) -> None:
    teacher.press(*"10bx", "backspace", "return")

    assert classes.hosts[0].room.opened.name == "10b"


def test_a_name_is_not_longer_than_a_line(teacher: Player, classes: ClassesInMemory) -> None:
    teacher.press(*"a" * 60, "return")

    assert len(classes.hosts[0].room.opened.name) == 40


def test_the_way_of_deciding_is_chosen(teacher: Player, classes: ClassesInMemory) -> None:
    teacher.click("way").click("way").click("open")

    assert classes.hosts[0].room.way is Way.CHAIR


def test_every_way_can_be_chosen_and_the_first_comes_again(teacher: Player) -> None:
    seen = [teacher.click("way").spot("way").value for _ in Way]

    assert len(set(seen)) == len(Way)
    assert seen[-1] == "One voice each"


def test_a_lesson_may_begin_at_a_later_telegram(
    teacher: Player, classes: ClassesInMemory, harbour: Campaign
) -> None:
    teacher.click("turn").click("open")

    room = classes.hosts[0].room
    assert room.opened.before == history(harbour, 1)
    assert room.turn == 1


def test_what_goes_wrong_is_told_and_the_page_stays(
    teacher: Player, classes: ClassesInMemory
) -> None:
    classes.trouble = "The port is taken."
    teacher.press("return")

    assert teacher.app.notice.text == "The port is taken."
    assert teacher.top.name == "classroom"


def test_an_earlier_room_is_taken_up(teacher: Player, classes: ClassesInMemory) -> None:
    teacher.click("resume:b")

    assert teacher.top.name == "wall"
    assert classes.hosts[0].room.opened.name == KEPT[1].name


def test_an_earlier_room_is_deleted_after_a_question(
    teacher: Player, classes: ClassesInMemory
) -> None:
    teacher.click("delete:a").press("return")
    assert len(classes.rooms) == 2
    teacher.click("delete:a").click("yes")

    assert [one.key for one in classes.rooms] == ["b"]
    assert "resume:a" not in teacher.names
    assert teacher.top.name == "classroom"


def test_a_room_that_cannot_be_deleted_is_named(teacher: Player, classes: ClassesInMemory) -> None:
    classes.trouble = "It is in use."
    teacher.click("delete:a").click("yes")

    assert teacher.app.notice.text == "It is in use."


def test_a_room_that_cannot_be_read_says_why(harbour: Campaign) -> None:
    damaged = replace(KEPT[0], why="It is damaged.")
    at = replace(office(harbour), classes=ClassesInMemory([damaged]))

    assert "it is damaged." in Player(at).press("shift+p").text


def test_a_room_may_go_by_itself(teacher: Player) -> None:
    first = teacher.spot("days").value
    teacher.click("days")

    assert first.startswith("Until you delete it")
    assert "30 days" in teacher.spot("days").value


def test_luck_plays_a_part_only_if_it_is_wanted(teacher: Player, classes: ClassesInMemory) -> None:
    teacher.press("return")
    teacher.press("ctrl+q").click("yes")
    Player(teacher.office).press("shift+p").click("chance").click("open")

    assert [one.room.opened.chance for one in classes.hosts] == [False, True]


def test_a_class_plays_under_the_reading_that_was_chosen(
    teacher: Player, classes: ClassesInMemory, harbour: Campaign
) -> None:
    readings = harbour.model.readings
    first = teacher.spot("reading").value
    teacher.click("reading").click("open")

    assert first == str(readings[0].title)
    assert classes.hosts[-1].room.opened.reading == readings[1].id


def test_one_goes_back_to_the_title(teacher: Player) -> None:
    assert teacher.press("escape").top.name == "title"


def test_where_no_room_can_be_opened_that_is_said(harbour: Campaign) -> None:
    at = replace(office(harbour), classes=NoClasses())
    teacher = Player(at, TitleScreen(at)).press("shift+p", "return")

    assert teacher.app.notice.text == NO_CLASSES
    assert [at.classes.resume(harbour, ""), at.classes.delete("")] == [NO_CLASSES] * 2
