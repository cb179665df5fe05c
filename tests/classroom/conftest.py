"""Every page of a whole lesson, drawn and read once."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.classroom import pages
from game.room import door
from game.room.refusals import Code, Refused
from tests.classroom.html import Element, read
from tests.classroom.lesson import NAMES, Lesson, stages
from tests.classroom.seen import LINKS


@pytest.fixture(scope="session")
def lesson_pages(shipped: Campaign) -> dict[str, str]:
    """The teacher's page at every stage, and phones': all seats at first, later one by turns."""
    lesson = Lesson.opened(shipped)
    found: dict[str, str] = {}
    lesson.comes(*NAMES)
    for stage in stages(lesson):
        pupils = tuple(lesson.room.pupils.values())
        shown = pupils if stage[0] in "lc1" else pupils[len(found) % len(pupils) :][:1]
        for pupil in shown:
            view = door.phone(shipped, lesson.room, pupil.id, 0)
            html = pages.phone_page(view, secret="ABCDEFGHJK", keep="/room/KTMR/keep")
            found[f"{stage} {pupil.seat}"] = html
        desk = door.desk(shipped, lesson.room, 0)
        found[f"{stage} desk"] = pages.desk_page(desk, links=LINKS)
    return found


@pytest.fixture(scope="session")
def other_pages() -> dict[str, str]:
    """The pages that need no room."""
    return {
        "join": pages.join_page(code="KTMR", names=("Lamp", "Ferry", "Millet")),
        "join refused": pages.join_page(said=Refused(Code.NO_NAME)),
        "key": pages.key_page(),
        "key refused": pages.key_page(said="That is not the key."),
        "gone": pages.gone_page("KTMR"),
        "gone for good": pages.gone_page(),
        "privacy": pages.privacy_page(),
        "error": pages.error_page("There is no such page.", "Go back to the door."),
    }


@pytest.fixture(scope="session")
def trees(lesson_pages: dict[str, str], other_pages: dict[str, str]) -> dict[str, Element]:
    """All pages there are as a browser has them, by what they are."""
    return {name: read(html) for name, html in (lesson_pages | other_pages).items()}


@pytest.fixture(scope="session")
def phones(trees: dict[str, Element]) -> dict[str, Element]:
    """The pupils' pages among them: their names are a stage and a seat."""
    return {name: page for name, page in trees.items() if page.all("footer")}


@pytest.fixture(scope="session")
def desks(trees: dict[str, Element]) -> dict[str, Element]:
    """The teacher's pages among them."""
    return {name: page for name, page in trees.items() if name.endswith(" desk")}
