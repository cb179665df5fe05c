"""What each viewer was shown, and what has changed since."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.classroom import pages
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

PUPILS = tuple(PupilId(f"p{number}") for number in range(3))
BY_TEACHER: tuple[TeacherRequest, ...] = (
    *(Next(),) * 6, OpenVote(), CloseVote(), Reveal(), Send(), Send("wait"), Back(), StartClock(60),
    Mute(on=True), Lock(on=True), Kick("p2"), Rename("p1", "Other"), Reseat("p1", "mayor"),
    ShowReason("p0", on=True), ShowReason("p1", on=True), End(),
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


@settings(max_examples=25)  # each draws some hundred pages
@given(steps=STEPS)
def test_the_short_way_to_a_page_shows_what_the_long_way_shows(
    harbour: Campaign, steps: list[Step]
) -> None:
    """Whatever happens: where only the count is drawn anew, nothing else had changed."""

    async def walk(folder: Path) -> None:
        file = room_file(harbour, folder)
        keeper = Keeper(harbour, file, file.entries(), lambda: 0)
        live = Live(keeper)
        for step in ("p0", "p1", *steps):
            await keeper.ask(judge(harbour, PupilId(step) if isinstance(step, str) else step))
            for one in keeper.room.pupils:
                live.update(one, -1)
                whole = pages.phone_parts(door.phone(harbour, keeper.room, one, 0))
                assert live.update(one, -1).parts == whole, step
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
