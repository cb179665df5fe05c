"""Who is told what: nothing of one seat, pupil or teacher reaches a phone that it is not for."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.campaign.classroom import Seat
from game.playthrough.desk import Stage
from game.room.pupils import table
from game.room.requests import (
    End,
    Mute,
    Next,
    OpenVote,
    Reveal,
    Send,
    ShowReason,
    TeacherRequest,
)
from game.room.teacher import counting
from tests.classroom.events import KEY
from tests.classroom.served import CODE, Phone, Served, Wire, served

ROOM = f"/room/{CODE}"
TO_THE_VOTE = (Next(), Next(), Next(), Next(), OpenVote())


async def everything(host: Served, phones: list[Phone], wires: Iterable[Wire]) -> None:
    """Let every phone look at all it can reach, and every socket take what it is sent."""
    host.watch.seconds += 10  # nobody hurries
    for one in phones:
        await one.get(ROOM)
    curious = phones[host.keeper.changes % len(phones)]
    for path in (f"{ROOM}/parts?have=-1", f"{ROOM}/keep", "/", f"{ROOM}?said=tied", "/teacher"):
        await curious.get(path)
    for wire in wires:
        await wire.ask(type="ping")


async def walked(host: Served, phones: list[Phone]) -> None:
    """Walk a room through its whole campaign; everybody votes, with a reason of their own."""
    campaign = host.keeper.campaign
    for turn in range(len(campaign.scenarios)):
        await host.ask(Next(), Next(), Next(), Next(), OpenVote())
        on_table = table(campaign, host.keeper.room)
        for number, one in enumerate(phones):
            wanted = on_table[number % len(on_table)]
            reason = f"secret-reason-{turn}-{number}-"
            await one.do(do="vote", turn=str(turn), response=wanted, reason=reason)
        shown = [ShowReason(one, on=True) for one in [*host.keeper.room.pupils][:4] if turn == 0]
        await host.ask(Next(), *shown, Reveal())
        found = counting(campaign, host.keeper.room)
        await host.ask(Send(None if found.decided else found.tied[0]), Next())
    await host.ask(Next(), Next(), Next(), Next(), End())
    assert host.keeper.room.desk.stage is Stage.CHRONICLE


@dataclass(frozen=True)
class Told:
    """All that one pupil was told in a lesson, and what must not be told to anybody else."""

    number: int
    pupil: str
    seat: Seat
    secret: str
    words: str

    @property
    def own(self) -> tuple[str, ...]:
        """Return what is this pupil's alone: name, id, secret, and every reason."""
        reasons = tuple(f"secret-reason-{turn}-{self.number}-" for turn in range(1, 6))
        return (self.pupil, self.secret, f"Pupil{self.number}X", *reasons)

    @property
    def cards(self) -> frozenset[str]:
        """Return what this seat alone knows or is after."""
        return frozenset(map(spaced, (self.seat.interest, *(one.text for one in self.seat.cards))))


def spaced(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def plain(told: list[str]) -> str:
    """Return all somebody was told, as a person would read it."""
    return spaced(html.unescape(" ".join(told)))


@pytest.fixture(scope="module")
def lesson(shipped: Campaign, tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    """A whole lesson with twelve pupils: every stage, page, poll and socket."""

    async def script(host: Served) -> list[Told]:
        phones = [await host.phone(f"Pupil{number}X") for number in range(12)]
        wires = [await one.live() for one in phones]
        real = host.ask

        async def watched(*requests: TeacherRequest) -> None:
            for one in requests:
                await real(one)
                await everything(host, phones, wires)

        host.ask = watched  # type: ignore[method-assign]
        await walked(host, phones)
        seats = {one.id: one for one in shipped.classroom.seats}
        pupils = enumerate(zip(host.keeper.room.pupils.values(), phones, strict=True))
        return [
            Told(number, one.id, seats[one.seat], phone.secret, plain(phone.told))
            for number, (one, phone) in pupils
        ]

    return served(shipped, tmp_path_factory.mktemp("lesson"), script)


def test_in_this_lesson_every_seat_is_filled(shipped: Campaign, lesson: list[Told]) -> None:
    assert {one.seat.id for one in lesson} == {one.id for one in shipped.classroom.seats}


def test_every_phone_is_told_all_its_own_cards(lesson: list[Told]) -> None:
    for one in lesson:
        assert {card for card in one.cards if card not in one.words} == set()


def test_no_phone_is_ever_told_the_card_of_another_seat(lesson: list[Told]) -> None:
    cards = frozenset().union(*(one.cards for one in lesson))
    for one in lesson:
        assert {card for card in cards - one.cards if card in one.words} == set()


def test_no_phone_is_ever_told_who_another_is_or_what_they_wrote(lesson: list[Told]) -> None:
    """But for the reasons on the first telegram, which the teacher let everybody see."""
    for one in lesson:
        others = [word for other in lesson if other is not one for word in other.own]
        assert [word for word in others if word in one.words] == []


def test_a_reason_that_was_shown_is_told_to_all_without_a_name(lesson: list[Told]) -> None:
    assert all("secret-reason-0-3-" in one.words for one in lesson)


def test_no_phone_is_ever_told_the_teachers_key(lesson: list[Told]) -> None:
    assert not any(KEY in one.words for one in lesson)


def test_the_count_is_secret_until_it_is_revealed(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        ann = await host.phone("Ann")
        ben = await host.phone("Ben")
        await host.ask(*TO_THE_VOTE)
        before = await (await ann.get(ROOM)).text()
        await ben.do(do="vote", turn="0", response="pray", reason="Because of the whale.")
        after = await (await ann.get(ROOM)).text()

        changed = [
            (one, other)
            for one, other in zip(before.splitlines(), after.splitlines(), strict=True)
            if one != other
        ]
        assert [bool(re.search(r"of <b>2</b>|data-version", one)) for one, _ in changed] == [
            True,
            True,
        ]

    served(harbour, tmp_path, lesson)


def test_reasons_are_not_taken_while_they_are_muted(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> list[str]:
        ann = await host.phone("Ann")
        await host.ask(*TO_THE_VOTE, Mute(on=True))
        await ann.do(do="vote", turn="0", response="wait", reason="Rude.")
        return [one.reason for one in host.keeper.room.round.votes.values()]

    assert served(harbour, tmp_path, lesson) == [""]


def test_names_and_reasons_are_words_and_nothing_else(harbour: Campaign, tmp_path: Path) -> None:
    """Whatever somebody typed comes back escaped, to the pupil and to the teacher."""
    script = "<script>alert(1)</script>"

    async def lesson(host: Served) -> tuple[str, str]:
        ann, desk = await host.phone(script), await host.teacher()
        await host.ask(*TO_THE_VOTE)
        await ann.do(do="vote", turn="0", response="wait", reason=f"{script}\x00\u202e'\"")
        await host.ask(Next())
        return (
            await (await ann.get(ROOM)).text(),
            await (await desk.get("/teacher/room")).text(),
        )

    for text in served(harbour, tmp_path, lesson):
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert" in text
        assert "\x00" not in text
        assert "\u202e" not in text
