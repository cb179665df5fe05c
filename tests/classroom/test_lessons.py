"""Whole lessons, over the network: by sockets, by polls, by plain forms; and who is told what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.room.requests import (
    Debrief,
    End,
    Erase,
    Kick,
    Lock,
    Next,
    OpenVote,
    Reveal,
    ShowReason,
    TeacherRequest,
)
from game.room.teacher import counting
from tests.classroom.events import KEY
from tests.classroom.served import CODE, Served, served

ROOM = f"/room/{CODE}"
TO_THE_VOTE = (Next(), Next(), Next(), Next(), OpenVote())


def test_a_lesson_over_sockets(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        ann, ben = [await (await host.phone(name)).live() for name in ("Ann", "Ben")]
        desk = await (await host.teacher()).live("/teacher/room")
        for _ in range(4):
            assert (await desk.ask(type="next"))["ok"]
        await ann.shows('id="h-decision')
        assert not (await ann.ask(type="vote", turn=0, response="wait"))["ok"]
        assert (await desk.ask(type="open-vote"))["ok"]
        assert (await ann.ask(type="vote", turn=0, response="wait", reason="Cold."))["ok"]
        assert (await ben.ask(type="vote", turn=0, response="wait"))["ok"]
        await desk.shows(">2</b> of <b>2<", "count")
        for wanted in ("close-vote", "reveal", "send"):
            assert (await desk.ask(type=wanted))["ok"]
        await ann.shows('id="h-consequences')
        await ben.shows('id="h-consequences')

    served(harbour, tmp_path, lesson)


def test_a_lesson_over_polls(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        ann, desk = await host.phone("Ann"), await host.teacher()
        first = await ann.parts(-1)
        await desk.post("/teacher/room", {"do": "next"})
        second = await ann.parts(first["version"])

        assert set(second["parts"]) < set(first["parts"])
        assert second["version"] == first["version"] + 1
        assert 'id="h-situation' in second["parts"]["stage"]
        assert second["clock"] == {"left": 0, "running": False}

    served(harbour, tmp_path, lesson)


def test_a_lesson_over_plain_forms(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        ann, desk = await host.phone("Ann"), await host.teacher()
        for _ in range(5):
            await desk.post("/teacher/room", {"do": "next"})
        voted = await ann.do(do="vote", turn="0", response="wait", reason="Cold.")
        assert (voted.status, voted.headers["Location"]) == (303, ROOM)
        for wanted in ("close-vote", "reveal", "send"):
            sent = await desk.post("/teacher/room", {"do": wanted})
            assert sent.headers["Location"] == "/teacher/room"
        page = await (await ann.get(ROOM)).text()
        assert 'id="h-consequences' in page

        late = await ann.do(do="vote", turn="0", response="wait")
        assert late.headers["Location"] == f"{ROOM}?said=not-open"
        said = await (await ann.get(late.headers["Location"])).text()
        assert "No vote is open." in said

    served(harbour, tmp_path, lesson)


def test_a_late_pupil_gets_a_seat_at_the_stage_on_the_table(
    harbour: Campaign, tmp_path: Path
) -> None:
    async def lesson(host: Served) -> None:
        await host.phone("Ann")
        await host.ask(*TO_THE_VOTE)
        late = await (await host.phone("Late")).live()
        await late.shows('id="h-decision')
        assert (await late.ask(type="vote", turn=0, response="wait"))["ok"]

    served(harbour, tmp_path, lesson)


def test_a_phone_that_was_away_is_shown_all_there_is_now(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        ann = await host.phone("Ann")
        wire = await ann.live()
        await wire.message()
        await wire.socket.close()
        await host.ask(Next(), Next())
        again = await ann.live()
        await again.message()

        assert again.parts.keys() == wire.parts.keys()
        assert 'id="h-telegram' in again.parts["stage"]

    served(harbour, tmp_path, lesson)


def test_a_reload_is_the_same_seat_without_asking(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        ann = await host.phone("Ann")
        door, again = await ann.get("/"), await ann.join("Ann")

        assert [one.headers["Location"] for one in (door, again)] == [ROOM, ROOM]
        assert len(host.keeper.room.pupils) == 1

    served(harbour, tmp_path, lesson)


def test_another_phone_takes_the_same_seat_with_the_secret(
    harbour: Campaign, tmp_path: Path
) -> None:
    async def lesson(host: Served) -> None:
        ann, other = await host.phone("Ann"), await host.phone()
        shown = re.findall(r">(\w{5}-\w{5})<", await (await ann.get(ROOM)).text())
        back = await other.post("/return", {"code": CODE.lower(), "secret": shown[0].lower()})

        assert back.headers["Location"] == ROOM
        assert "<bdi>Ann</bdi>" in await (await other.get(ROOM)).text()

    served(harbour, tmp_path, lesson)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"code": CODE, "secret": "22222-22222"}, 403),
        ({"code": "BBBB", "secret": "22222-22222"}, 403),
        ({}, 403),
    ],
)
def test_a_wrong_secret_is_no_seat(
    harbour: Campaign, tmp_path: Path, fields: dict[str, str], status: int
) -> None:
    async def lesson(host: Served) -> int:
        await host.phone("Ann")
        return (await (await host.phone()).post("/return", fields)).status

    assert served(harbour, tmp_path, lesson) == status


def test_two_tabs_of_one_pupil_see_the_same_vote(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        ann = await host.phone("Ann")
        first, second = await ann.live(), await ann.live()
        await host.ask(*TO_THE_VOTE)
        await first.ask(type="vote", turn=0, response="wait")
        await second.shows(">1</b> of <b>1<", "count")
        await second.ask(type="vote", turn=0, response="pray")

        votes = host.keeper.room.round.votes.values()
        assert [one.response for one in votes] == ["pray"]

    served(harbour, tmp_path, lesson)


def test_a_vote_that_comes_twice_is_one_event(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        ann = await (await host.phone("Ann")).live()
        await host.ask(*TO_THE_VOTE)
        for _ in range(2):
            assert (await ann.ask(type="vote", turn=0, response="wait"))["ok"]
        before = host.keeper.changes
        assert (await ann.ask(type="vote", turn=0, response="wait"))["ok"]

        assert host.keeper.changes == before

    served(harbour, tmp_path, lesson)


def test_whoever_is_erased_is_out_and_what_they_said_leaves_every_page(
    harbour: Campaign, tmp_path: Path
) -> None:
    reason = "my uncle laid that line"

    async def lesson(host: Served) -> None:
        ann, ben = await host.phone("Ann"), await host.phone("Ben")
        await host.ask(*[Next()] * 5)
        await ben.do(do="vote", turn="0", response="pray", reason=reason)
        pupil = next(one.id for one in host.keeper.room.pupils.values() if one.name == "Ben")
        await host.ask(ShowReason(pupil, on=True), Reveal())
        before = reason in await (await ann.get(ROOM)).text()
        version = (await ann.parts(-1))["version"]
        await host.ask(Erase(pupil))
        changed = (await ann.parts(version))["parts"]

        assert before
        assert changed
        assert reason not in await (await ann.get(ROOM)).text()
        assert (await ben.get(ROOM)).status == 401
        assert sum(many for _, many in counting(harbour, host.keeper.room).tally) == 1

    served(harbour, tmp_path, lesson)


def test_whoever_is_sent_out_is_out_on_every_tab(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        ann = await host.phone("Ann")
        wires = [await ann.live(), await ann.live()]
        for one in wires:
            await one.message()
        await host.ask(Kick(*host.keeper.room.pupils))

        assert [await one.ended() for one in wires] == [4001, 4001]
        assert await (await ann.live()).ended() == 4001
        assert (await ann.get(f"{ROOM}/parts")).status == 401
        assert (await ann.get(ROOM)).status == 401
        assert (await ann.do(do="step-out", out="true")).status == 401
        assert (await ann.get(f"{ROOM}/keep")).status == 401
        assert (await ann.join("Ann")).status == 303

    served(harbour, tmp_path, lesson)


@pytest.mark.parametrize(
    ("request_", "words"),
    [(Lock(on=True), "The room is locked."), (End(), "The lesson is over.")],
)
def test_a_room_that_takes_nobody_says_so_at_the_door(
    harbour: Campaign, tmp_path: Path, request_: TeacherRequest, words: str
) -> None:
    async def lesson(host: Served) -> tuple[int, str]:
        await host.ask(request_)
        found = await (await host.phone()).join("Ann")
        return found.status, await found.text()

    status, text = served(harbour, tmp_path, lesson)

    assert status == 409
    assert words in text


@pytest.mark.parametrize("code", ["BBBB", "", "K", "KTMRKTMR", "ＫＴＭＲ"])
def test_a_wrong_code_keeps_the_name_and_says_what_would_do(
    harbour: Campaign, tmp_path: Path, code: str
) -> None:
    async def lesson(host: Served) -> tuple[int, str]:
        found = await (await host.phone()).post("/join", {"code": code, "name": "Ann"})
        return found.status, await found.text()

    status, text = served(harbour, tmp_path, lesson)

    assert status == 404
    assert "No room here has this code." in text
    assert 'value="Ann"' in text


def test_the_door_offers_code_names_that_nobody_has(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> str:
        await host.phone("gull")
        return await (await (await host.phone()).get(f"/?code={CODE}")).text()

    text = served(harbour, tmp_path, lesson)

    assert "Tern" in text
    assert "Gull" not in text
    assert f'value="{CODE}"' in text


def test_without_a_cookie_the_room_leads_to_the_door(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        phone = await host.phone()

        assert (await phone.get(ROOM)).headers["Location"] == f"/?code={CODE}"
        assert (await phone.get("/room/BBBB")).status == 404
        assert "What is kept" in await (await phone.get("/privacy")).text()

    served(harbour, tmp_path, lesson)


def test_the_page_to_keep_is_one_file(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        ann = await host.phone("Ann")
        await host.ask(Debrief(), End())
        found = await ann.get(f"{ROOM}/keep")

        assert found.headers["Content-Disposition"].startswith("attachment")
        assert found.headers["Cache-Control"] == "no-store"

    served(harbour, tmp_path, lesson)


def test_the_key_in_a_link_leaves_the_address_at_once(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        desk = await host.phone()
        found = await desk.get(f"/teacher/{KEY}")

        assert (found.status, found.headers["Location"]) == (303, "/teacher/room")
        cookie = found.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert (await desk.get("/teacher")).headers["Location"] == "/teacher/room"
        assert "192.168.4.21:8410" in await (await desk.get("/teacher/room")).text()
        assert (await desk.get("/teacher/room?said=no-time")).status == 200

    served(harbour, tmp_path, lesson)


@pytest.mark.parametrize("key", ["", "T" * 25, "T" * 27, "t" * 25 + "u", "é"])
def test_without_the_key_nothing_of_the_teachers_is_done(
    harbour: Campaign, tmp_path: Path, key: str
) -> None:
    async def lesson(host: Served) -> None:
        ann = await host.phone("Ann")
        assert (await ann.post("/teacher", {"key": key})).status == 403
        assert (await ann.get(f"/teacher/{key or 'X'}")).status == 403
        before = host.keeper.changes
        assert (await ann.post("/teacher/room", {"do": "next"})).status == 401
        assert (await ann.get("/teacher/room/parts")).status == 401
        assert (await ann.get("/teacher/room")).headers["Location"] == "/teacher"
        assert "key" in await (await ann.get("/teacher")).text()
        assert await (await ann.live("/teacher/room")).ended() == 4001
        as_pupil = await (await ann.live()).ask(type="next")
        assert as_pupil["code"] == "malformed"

        assert host.keeper.changes == before

    served(harbour, tmp_path, lesson)


def test_a_pupil_cannot_speak_for_another(harbour: Campaign, tmp_path: Path) -> None:
    async def lesson(host: Served) -> None:
        ann, _ = await host.phone("Ann"), await host.phone("Ben")
        await host.ask(*TO_THE_VOTE)
        ben = [*host.keeper.room.pupils][1]
        wire = await ann.live()
        answer = await wire.ask(type="vote", turn=0, response="wait", pupil=ben)

        assert answer["code"] == "malformed"
        assert ben not in host.keeper.room.round.votes

    served(harbour, tmp_path, lesson)
