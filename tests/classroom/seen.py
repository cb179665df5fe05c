"""A class at its first vote, and what a pupil or the teacher sees of it."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.classroom import pages
from game.classroom.pages import Links
from game.room import door
from game.room.events import PupilId
from game.room.pupils import table
from game.room.requests import Next, OpenVote
from game.room.views import PhoneView
from game.room.ways import Way
from tests.classroom.lesson import NAMES, Lesson

LINKS = Links(join="192.168.4.21:8410", pairing="http://192.168.4.21:8410/teacher/SECRETSECRET")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e{{ 7 * 7 }}"


def deciding(campaign: Campaign, way: Way = Way.EACH, pupils: int = 14) -> Lesson:
    """Return a class whose vote on the first telegram is open."""
    lesson = Lesson.opened(campaign, way)
    lesson.comes(*(f"{NAMES[n % len(NAMES)]} {n}" for n in range(pupils)))
    lesson.teacher(*(Next() for _ in range(4)), OpenVote())
    return lesson


def view_of(lesson: Lesson, number: int) -> PhoneView:
    """Return what a pupil sees."""
    return door.phone(lesson.campaign, lesson.room, PupilId(f"p{number}"), 0)


def table_of(lesson: Lesson) -> list[str]:
    """Return the responses that may be chosen."""
    return list(table(lesson.campaign, lesson.room))


def desk_of(lesson: Lesson) -> str:
    """Return the teacher's page."""
    return pages.desk_page(door.desk(lesson.campaign, lesson.room, 0), links=LINKS)
