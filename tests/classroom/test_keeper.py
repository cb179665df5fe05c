"""The keeper: on disk first, then it has happened; together what comes together."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id
from game.classroom.keeper import Keeper, Outcome
from game.classroom.store import Entry, RoomFile, RoomFileError
from game.room.events import (
    AnyEvent,
    Erased,
    Joined,
    Locked,
    Muted,
    PupilId,
    ReasonShown,
    Revealed,
    Voted,
    VoteOpened,
)
from game.room.refusals import Code, Refused
from game.room.requests import Lock
from game.room.room import Room, Vote, folded
from game.room.teacher import of_teacher
from tests.classroom.served import room_file
from tests.room.class_of import PRAY

COUNCIL = Id("council")


class Disk:
    """A room's file on a disk that a test holds up, or fills."""

    def __init__(self, file: RoomFile) -> None:
        self.file = file
        self.batches: list[int] = []
        self.go = threading.Event()
        self.go.set()
        self.busy = threading.Event()
        self.is_full = False
        self.settled = 0

    def add(self, entries: Sequence[Entry]) -> None:
        self.busy.set()
        self.go.wait(10)
        if self.is_full:
            message = "KTMR.room: cannot be written"
            raise RoomFileError(message)
        self.batches.append(len(entries))
        self.file.add(entries)

    def entries(self) -> tuple[Entry, ...]:
        return self.file.entries()

    def settle(self) -> None:
        self.file.settle()
        self.settled += 1

    def close(self) -> None:
        self.file.close()


def kept(
    campaign: Campaign, folder: Path, script: Callable[[Keeper, Disk], Awaitable[None]]
) -> None:
    """Run a script with a keeper."""

    async def whole() -> None:
        disk = Disk(room_file(campaign, folder))
        keeper = Keeper(campaign, disk, disk.file.entries(), lambda: 7)  # type: ignore[arg-type]
        try:
            async with asyncio.timeout(20):
                await script(keeper, disk)
        finally:
            disk.go.set()
            await keeper.close()

    asyncio.run(whole())


def locks(keeper: Keeper, *, on: bool = True) -> Callable[[Room], Outcome]:
    """Return what a teacher who locks the room asks."""
    return lambda room: of_teacher(keeper.campaign, room, Lock(on), 0)


async def writing(disk: Disk) -> None:
    """Wait until the disk has something to write."""
    while not disk.busy.is_set():
        await asyncio.sleep(0)


def test_nothing_has_happened_before_it_is_on_disk(harbour: Campaign, tmp_path: Path) -> None:
    async def script(keeper: Keeper, disk: Disk) -> None:
        disk.go.clear()
        asked = asyncio.ensure_future(keeper.ask(locks(keeper)))
        await writing(disk)
        before = keeper.room
        assert not before.locked
        assert not asked.done()
        disk.go.set()
        assert await asked is None
        assert keeper.room.locked
        assert disk.file.entries()[-1] == Entry(7, Locked(True))

    kept(harbour, tmp_path, script)


def test_what_comes_while_the_disk_is_busy_is_written_in_one_commit(
    harbour: Campaign, tmp_path: Path
) -> None:
    async def script(keeper: Keeper, disk: Disk) -> None:
        told: list[int] = []
        keeper.listener = lambda events: told.append(len(events))
        disk.go.clear()
        first = asyncio.ensure_future(keeper.ask(locks(keeper)))
        await writing(disk)
        rest = [
            asyncio.ensure_future(keeper.ask(locks(keeper, on=number % 2 == 1)))
            for number in range(100)
        ]
        await asyncio.sleep(0)
        disk.go.set()
        assert {*await asyncio.gather(first, *rest)} == {None}
        assert disk.batches == told == [1, 100]
        assert keeper.changes == 102

    kept(harbour, tmp_path, script)


def test_a_request_is_judged_by_what_is_still_being_written(
    harbour: Campaign, tmp_path: Path
) -> None:
    """And told of only with it: what is so already may not be on disk yet."""

    async def script(keeper: Keeper, disk: Disk) -> None:
        disk.go.clear()
        first = asyncio.ensure_future(keeper.ask(locks(keeper)))
        await writing(disk)
        same = asyncio.ensure_future(keeper.ask(locks(keeper)))
        await asyncio.sleep(0)
        assert not same.done()
        disk.go.set()
        assert {*await asyncio.gather(first, same)} == {None}
        assert disk.batches == [1]

    kept(harbour, tmp_path, script)


def test_what_is_so_already_is_answered_at_once(harbour: Campaign, tmp_path: Path) -> None:
    async def script(keeper: Keeper, disk: Disk) -> None:
        assert await keeper.ask(locks(keeper, on=False)) is None
        assert disk.batches == []

    kept(harbour, tmp_path, script)


def test_a_refusal_writes_nothing(harbour: Campaign, tmp_path: Path) -> None:
    async def script(keeper: Keeper, disk: Disk) -> None:
        refused = Refused(Code.TIED)
        assert await keeper.ask(lambda _: refused) is refused
        assert disk.batches == []

    kept(harbour, tmp_path, script)


def test_what_a_full_disk_does_not_take_has_not_happened(
    harbour: Campaign, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Nor has what was judged by it; and when there is room again, all goes on."""

    async def script(keeper: Keeper, disk: Disk) -> None:
        disk.is_full = True
        disk.go.clear()
        first = asyncio.ensure_future(keeper.ask(locks(keeper)))
        await writing(disk)
        second = asyncio.ensure_future(keeper.ask(lambda _: (Muted(True),)))
        await asyncio.sleep(0)
        disk.go.set()
        refused = Refused(Code.NOT_KEPT)
        assert {*await asyncio.gather(first, second)} == {refused}
        assert (keeper.room.locked, keeper.room.muted, keeper.changes) == (False, False, 1)

        disk.is_full = False
        assert await keeper.ask(locks(keeper)) is None
        assert (keeper.room.locked, keeper.room.muted) == (True, False)

    kept(harbour, tmp_path, script)

    assert "KTMR.room: cannot be written" in caplog.text


def test_whoever_leaves_before_the_answer_has_asked_all_the_same(
    harbour: Campaign, tmp_path: Path
) -> None:
    async def script(keeper: Keeper, disk: Disk) -> None:
        happened: asyncio.Future[tuple[AnyEvent, ...]] = asyncio.Future()
        keeper.listener = happened.set_result
        disk.go.clear()
        asked = asyncio.ensure_future(keeper.ask(locks(keeper)))
        await writing(disk)
        asked.cancel()
        disk.go.set()
        assert await happened == (Locked(True),)

    kept(harbour, tmp_path, script)


def test_closing_waits_for_what_is_being_written(harbour: Campaign, tmp_path: Path) -> None:
    async def script(keeper: Keeper, _: Disk) -> None:
        asyncio.ensure_future(keeper.ask(locks(keeper)))  # noqa: RUF006 - closing waits for it
        await asyncio.sleep(0)

    kept(harbour, tmp_path, script)
    file = room_file(harbour, tmp_path)

    assert file.entries()[-1].event == Locked(True)
    file.close()


@pytest.mark.parametrize(("quiet", "settled"), [(0.0, True), (1e6, False)])
def test_the_journal_is_folded_into_the_file_once_it_stays_quiet(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: float, settled: bool
) -> None:
    monkeypatch.setattr("game.classroom.keeper.QUIET", quiet)

    async def script(keeper: Keeper, disk: Disk) -> None:
        for on in (True, False, True):
            await keeper.ask(locks(keeper, on=on))
        keeper._disk.submit(lambda: None).result()
        while keeper._settling is not None and settled:
            await asyncio.sleep(0)
        keeper._disk.submit(lambda: None).result()
        assert (disk.settled > 0) == settled

    kept(harbour, tmp_path, script)


def test_of_somebody_erased_the_room_says_no_more_and_what_waits_happens(
    harbour: Campaign, tmp_path: Path
) -> None:
    """Also what was asked while the file was written anew."""

    async def script(keeper: Keeper, disk: Disk) -> None:
        ann, ben = PupilId("ann"), PupilId("ben")
        come = (Joined(ann, "a", "Ann", COUNCIL), Joined(ben, "b", "Ben", COUNCIL))
        await keeper.ask(lambda _: (*come, VoteOpened(), Voted(ann, 0, PRAY, "because")))
        await keeper.ask(lambda _: (Revealed(), ReasonShown(ann, on=True)))
        disk.go.clear()
        disk.busy.clear()
        erased = asyncio.ensure_future(keeper.ask(lambda _: (Erased(ann),)))
        await writing(disk)
        asked = asyncio.ensure_future(keeper.ask(locks(keeper)))
        await asyncio.sleep(0)
        disk.go.set()
        assert {*await asyncio.gather(erased, asked)} == {None}
        room = keeper.room
        assert ({*room.pupils}, room.locked) == ({ben}, True)
        assert room.round.votes[ann] == Vote(COUNCIL, PRAY, "")
        assert room == folded(one.event for one in disk.file.entries())

    kept(harbour, tmp_path, script)
