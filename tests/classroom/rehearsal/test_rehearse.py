"""A whole lesson with simulated pupils and a simulated teacher, over a real socket."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.classroom.host import Host, begun
from game.classroom.opening import Wanted
from game.classroom.rehearsal.phone import NotLetInError, Room, Seen
from game.classroom.rehearsal.rehearse import leanings, simulated
from game.classroom.rehearsal.teacher import Teacher
from game.classroom.rehearsal.temper import Nature, Temper, class_of
from game.room.requests import Lock
from game.room.ways import Way
from tests.room.class_of import with_class

SECONDS = 0.1
"""How long a vote takes: nobody here looks on."""


@pytest.fixture
def host(harbour: Campaign, tmp_path: Path) -> Iterator[Host]:
    """A host in a thread of its own."""
    town = with_class(harbour)
    reading = town.model.readings[0].id
    wanted = Wanted(name="x", way=Way.EACH, before=(), seed=1, chance=False, reading=reading)
    made = Host(town, begun(town, tmp_path, wanted))
    made.start(0, "127.0.0.1")
    yield made
    made.stop()


def place(host: Host) -> Room:
    """Return where simulated pupils go."""
    url = f"http://127.0.0.1:{host.port}"
    return Room(url, host.room.opened.code, leanings(host.campaign), SECONDS)


async def rehearsed(
    host: Host, natures: tuple[Nature, ...], patience: float = 30.0
) -> tuple[Seen, list[str]]:
    """Go through a lesson; return what was seen and the steps that were told."""
    seen, steps = Seen(), list[str]()
    key = host.teacher_url.rsplit("/", 1)[-1]
    async with simulated(place(host), natures, ["Lamp", "Rope"], seen):
        await Teacher(place(host).url, key, patience).lesson(steps.append)
    return seen, steps


def test_a_lesson_goes_from_the_lobby_to_its_end(host: Host) -> None:
    natures = tuple(Nature(number, Temper.EAGER, 1) for number in range(5))
    seen, steps = asyncio.run(rehearsed(host, natures))
    assert host.room.ended
    assert len(host.room.desk.playthrough.line) == 2
    assert [len(one.votes) for one in host.room.rounds] == [5, 5]
    assert seen.refused == 0
    assert steps[-1] == "Debrief"


def test_names_are_used_again_when_there_are_more_pupils(host: Host) -> None:
    asyncio.run(rehearsed(host, tuple(Nature(number, Temper.EAGER, 1) for number in range(3))))
    assert [one.name for one in host.room.pupils.values()] == ["Lamp", "Rope", "Lamp 2"]


def test_whoever_drops_out_comes_back_and_votes(host: Host) -> None:
    natures = (Nature(0, Temper.DROP_OUT, 1), Nature(1, Temper.EAGER, 1))
    seen, _ = asyncio.run(rehearsed(host, natures))
    assert seen.lost >= 1
    assert len(host.room.pupils) == 2


@pytest.mark.exhaustive  # the teacher waits for them as long as a vote may take
def test_the_silent_do_not_vote(host: Host) -> None:
    natures = (Nature(0, Temper.EAGER, 1), Nature(1, Temper.SILENT, 1))
    asyncio.run(rehearsed(host, natures, patience=2.0))
    assert [len(one.votes) for one in host.room.rounds] == [1, 1]


def test_a_class_that_is_not_let_in_is_told_so(host: Host) -> None:
    host.ask(Lock(on=True))
    with pytest.raises(NotLetInError, match="was not let in"):
        asyncio.run(rehearsed(host, class_of(1, 1)))


def test_seats_lean_to_what_their_cards_say(shipped: Campaign) -> None:
    found = leanings(shipped)
    many = len(shipped.classroom.seats) * len(shipped.scenarios)
    assert len(found) == many
