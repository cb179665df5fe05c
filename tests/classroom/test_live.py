"""What each viewer was shown, and what has changed since."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.classroom import live, pages
from game.classroom.keeper import Keeper
from game.classroom.live import Live, Sheet
from game.room import door
from game.room.events import PupilId
from game.room.pupils import join, of_pupil
from game.room.refusals import Refused
from game.room.requests import (
    Back,
    CastVote,
    CloseVote,
    End,
    Erase,
    Kick,
    Lock,
    Mute,
    Next,
    OpenVote,
    PupilRequest,
    Rename,
    Reseat,
    Reveal,
    Send,
    ShowReason,
    SplitPoints,
    StartClock,
    StepOut,
    TeacherRequest,
)
from game.room.room import Room
from game.room.teacher import Outcome, of_teacher
from tests.classroom.served import room_file
from tests.exhaustive import examples

PUPILS = tuple(PupilId(f"p{number}") for number in range(3))
BY_TEACHER: tuple[TeacherRequest, ...] = (
    *(Next(),) * 6, OpenVote(), CloseVote(), Reveal(), Send(), Send("wait"), Back(), StartClock(60),
    Mute(on=True), Lock(on=True), Kick("p2"), Erase("p2"), Rename("p1", "Other"),
    Reseat("p1", "mayor"), ShowReason("p0", on=True), ShowReason("p1", on=True), End(),
)  # fmt: skip
BY_PUPIL: tuple[PupilRequest, ...] = (
    *(CastVote(turn, one, "why") for turn in (0, 1) for one in ("wait", "pray")),
    SplitPoints(0, "crest-by-spring", (50, 0, 0)), StepOut(out=True),
)  # fmt: skip
STEPS = st.lists(
    st.one_of(
        st.sampled_from(BY_TEACHER),
        st.tuples(st.sampled_from(PUPILS), st.sampled_from(BY_PUPIL)),
        st.sampled_from(PUPILS),
    ),
    max_size=40,
)
Step = TeacherRequest | tuple[PupilId, PupilRequest] | PupilId


def judge(campaign: Campaign, step: Step) -> Callable[[Room], Outcome]:
    """Return what a step asks: of the teacher, of a pupil, or to come in."""

    def judged(room: Room) -> Outcome:
        if isinstance(step, str):
            came = join(campaign, room, step, step, "")
            there = isinstance(came, Refused) or step in room.pupils
            return () if there else (came,)  # type: ignore[return-value]
        if isinstance(step, tuple):
            return of_pupil(campaign, room, *step)
        return of_teacher(campaign, room, step, 0)

    return judged


@settings(max_examples=examples(25))  # each draws some hundred pages
@given(steps=STEPS)
def test_the_short_way_to_a_page_shows_what_the_long_way_shows(
    harbour: Campaign, steps: list[Step]
) -> None:
    """Whatever happens: where only the count is drawn anew, nothing else had changed."""

    async def walk(folder: Path) -> None:
        file = room_file(harbour, folder)
        keeper = Keeper(harbour, file, file.entries(), lambda: 0)
        shown = Live(keeper)
        for step in ("p0", "p1", *steps):
            await keeper.ask(judge(harbour, PupilId(step) if isinstance(step, str) else step))
            for one in keeper.room.pupils:
                shown.update(one, -1)
                whole = pages.phone_parts(door.phone(harbour, keeper.room, one, 0))
                assert shown.update(one, -1).parts == whole, step
        await keeper.close()

    with TemporaryDirectory() as folder:
        asyncio.run(walk(Path(folder)))


def test_a_sheet_tells_what_is_not_as_it_was() -> None:
    sheet = Sheet(-1, {})
    sheet.turn({"top": "a", "count": "1"}, 4)
    sheet.turn({"top": "a", "count": "2"}, 6)
    sheet.turn({"count": "2"}, 7)

    assert sheet.since(-1) == {"top": "a", "count": "2"}
    assert sheet.since(4) == {"count": "2"}
    assert sheet.since(6) == {}
    assert sheet.since(99) == {"top": "a", "count": "2"}


class Watched:
    """A keeper, what watches it, and somebody who has a page open."""

    def __init__(self, campaign: Campaign, folder: Path) -> None:
        file = room_file(campaign, folder)
        self.campaign = campaign
        self.keeper = Keeper(campaign, file, file.entries(), lambda: 0)
        self.live = Live(self.keeper)

    async def tells(self, *steps: Step) -> bool:
        """Let something happen; return whether whoever waits is woken by the last of it."""
        with self.live.watching(PUPILS[0]) as watcher:
            for one in steps:
                watcher._change.clear()
                assert await self.keeper.ask(judge(self.campaign, one)) is None
                for _ in range(5):
                    await asyncio.sleep(0)
            return watcher._change.is_set()


def voting(campaign: Campaign, folder: Path, script: Callable[[Watched], Awaitable[None]]) -> None:
    """Run a script with two pupils whose vote is open."""

    async def whole() -> None:
        room = Watched(campaign, folder)
        assert await room.tells(*PUPILS[:2], *(Next(),) * 4, OpenVote())
        await script(room)
        await room.keeper.close()

    asyncio.run(whole())


VOTES: tuple[Step, ...] = tuple((one, CastVote(0, "wait", "")) for one in PUPILS[:2])


def test_voices_are_collected_and_the_last_of_all_is_told_at_once(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(room: Watched) -> None:
        monkeypatch.setattr(live, "BETWEEN", 1e6)
        assert not await room.tells(VOTES[0])
        assert await room.tells(VOTES[1])
        changed = PUPILS[0], CastVote(0, "pray", "")
        assert not await room.tells(changed), "nobody has waited for this one"

    voting(harbour, tmp_path, script)


def test_a_step_of_the_teacher_waits_for_no_voices(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(room: Watched) -> None:
        monkeypatch.setattr(live, "BETWEEN", 1e6)
        assert await room.tells(VOTES[0], CloseVote())

    voting(harbour, tmp_path, script)


def test_whoever_took_long_to_tell_listens_before_telling_again(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(room: Watched) -> None:
        monkeypatch.setattr(live, "BETWEEN", 0.0)
        room.live._rest(asyncio.get_running_loop().time() - 1e6)
        assert not await room.tells(VOTES[0])

    voting(harbour, tmp_path, script)
