"""Sockets and polls: what they answer to nonsense, to haste, to many tabs, and at the end."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.classroom import channel, live
from game.classroom.limits import MOST_LIVE_EACH_PUPIL, Patience
from game.room.requests import AddTime, Back, Kick, Next, StartClock
from tests.classroom.served import CODE, Phone, Served, served

ROOM = f"/room/{CODE}"


def handshake(host: Served, phone: Phone) -> bytes:
    """Return what a browser sends to open a socket."""
    lines = (
        f"GET {ROOM}/live HTTP/1.1",
        f"Host: {host.base.removeprefix('http://')}",
        f"Origin: {host.base}",
        f"Cookie: pupil-{CODE}={phone.secret}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def test_a_socket_shows_everything_first_and_then_what_changes(
    harbour: Campaign, tmp_path: Path
) -> None:
    async def script(host: Served) -> None:
        wire = await (await host.phone("Ann")).live()
        first = await wire.message()
        await host.ask(Next())
        second = await wire.message()

        assert {"top", "me", "stage", "count"} <= first["parts"].keys()
        assert second["version"] == first["version"] + 1
        assert "count" not in second["parts"]

    served(harbour, tmp_path, script)


def test_the_clock_is_told_when_it_is_set(harbour: Campaign, tmp_path: Path) -> None:
    async def script(host: Served) -> None:
        wire = await (await host.phone("Ann")).live()
        await wire.message()
        await host.ask(StartClock(60))
        host.watch.seconds += 10
        told = await wire.message()
        assert told["clock"]["running"]
        await host.ask(AddTime(30))
        assert (await wire.message())["clock"] == {"left": 80_000, "running": True}

    served(harbour, tmp_path, script)


def test_a_ping_is_answered(harbour: Campaign, tmp_path: Path) -> None:
    async def script(host: Served) -> dict[str, object]:
        return await (await (await host.phone("Ann")).live()).ask(type="ping")

    assert served(harbour, tmp_path, script) == {"id": 1, "ok": True}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[]",
        "{}",
        "null",
        '{"id": 1}',
        '{"id": "one", "do": {"type": "ping"}}',
        '{"id": 1, "do": {"type": "vote"}}',
        '{"id": 1, "do": {"type": "vote", "turn": 0, "response": "wait", "more": 1}}',
        '{"id": 1, "do": {"type": "vote", "turn": 1e99, "response": "wait"}}',
        '{"id": 1, "do": {"type": "vote", "turn": 0, "response": "' + "w" * 81 + '"}}',
        '{"id": 1, "do": {"type": "kick", "pupil": "x"}}',
        "[" * 2000,
        '{"id": 1, "do": "\\ud800"}',
    ],
)
def test_a_message_that_is_no_request_is_answered_as_malformed(
    harbour: Campaign, tmp_path: Path, text: str
) -> None:
    async def script(host: Served) -> None:
        wire = await (await host.phone("Ann")).live()
        await wire.socket.send_str(text)
        answer = await wire.until(lambda body: "ok" in body)

        assert (answer["ok"], answer["code"]) == (False, "malformed")
        assert answer["message"]
        assert answer["fix"]
        assert (await wire.ask(type="ping"))["ok"]

    served(harbour, tmp_path, script)


def test_who_keeps_sending_nonsense_is_hung_up_on(harbour: Campaign, tmp_path: Path) -> None:
    async def script(host: Served) -> int | None:
        wire = await (await host.phone("Ann")).live()
        for _ in range(6):
            await wire.socket.send_str("nonsense")
        return await wire.ended()

    assert served(harbour, tmp_path, script) == 1008


def test_bytes_and_long_messages_end_a_socket(harbour: Campaign, tmp_path: Path) -> None:
    async def script(host: Served) -> list[int | None]:
        ann = await host.phone("Ann")
        first, second = await ann.live(), await ann.live()
        await first.socket.send_bytes(b"\x00\x01")
        await second.socket.send_str("x" * 5000)
        return [await first.ended(), await second.ended()]

    assert served(harbour, tmp_path, script) == [1003, 1009]


def test_frames_that_are_none_end_a_socket_and_no_other(harbour: Campaign, tmp_path: Path) -> None:
    async def script(host: Served) -> None:
        ann = await host.phone("Ann")
        other = await ann.live()
        await other.message()
        port = int(host.base.rpartition(":")[2])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(handshake(host, ann))
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"\xff" * 200)
        await reader.read()
        writer.close()

        assert (await other.ask(type="ping"))["ok"]

    served(harbour, tmp_path, script)


def test_a_refusal_tells_why_and_what_would_do(harbour: Campaign, tmp_path: Path) -> None:
    async def script(host: Served) -> dict[str, object]:
        wire = await (await host.phone("Ann")).live()
        return await wire.ask(type="vote", turn=0, response="wait")

    assert served(harbour, tmp_path, script) == {
        "id": 1,
        "ok": False,
        "code": "not-open",
        "message": "No vote is open.",
        "fix": "Wait until the teacher opens it.",
    }


def test_a_pupil_has_so_many_tabs_and_the_oldest_go(harbour: Campaign, tmp_path: Path) -> None:
    async def script(host: Served) -> None:
        ann = await host.phone("Ann")
        first = await ann.live()
        await first.message()
        rest = [await ann.live() for _ in range(MOST_LIVE_EACH_PUPIL)]

        assert await first.ended() == 4002
        for one in rest:
            assert (await one.ask(type="ping"))["ok"]

    served(harbour, tmp_path, script)


def test_messages_that_come_too_fast_wait_for_their_answer(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    real = asyncio.sleep

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        await real(0)

    async def script(host: Served) -> None:
        wire = await (await host.phone("Ann")).live()
        monkeypatch.setattr(asyncio, "sleep", sleep)
        for _ in range(42):
            assert (await wire.ask(type="ping"))["ok"]

    served(harbour, tmp_path, script)

    assert [one for one in slept if one] == [0.125, 0.125]


def test_all_sockets_are_told_when_the_host_leaves(harbour: Campaign, tmp_path: Path) -> None:
    async def script(host: Served) -> list[int | None]:
        wires = [await (await host.phone(name)).live() for name in ("Ann", "Ben")]
        for one in wires:
            await one.message()
        await host.server.stop()
        return [await one.ended() for one in wires]

    assert served(harbour, tmp_path, script) == [1001, 1001]


def test_a_poll_waits_for_a_change(harbour: Campaign, tmp_path: Path) -> None:
    async def script(host: Served) -> None:
        ann = await host.phone("Ann")
        version = (await ann.parts(-1))["version"]
        waiting = asyncio.ensure_future(ann.parts(version))
        while not host.live.is_watched_by(next(iter(host.keeper.room.pupils))):
            await asyncio.sleep(0)
        assert not waiting.done()
        await host.ask(Next())

        assert 'id="h-situation' in (await waiting)["parts"]["stage"]

    served(harbour, tmp_path, script)


def test_a_poll_is_answered_after_a_while_without_a_change(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "POLL", 0.01)

    async def script(host: Served) -> dict[str, object]:
        ann = await host.phone("Ann")
        return await ann.parts((await ann.parts(-1))["version"])

    assert served(harbour, tmp_path, script)["parts"] == {}


def test_a_poll_collects_counts_for_a_moment(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "COUNTING", 0.05)

    async def script(host: Served) -> None:
        ann = await host.phone("Ann")
        version = (await ann.parts(-1))["version"]
        for name in ("Ben", "Cai"):
            await host.phone(name)
        told = await ann.parts(version)

        assert told["parts"].keys() == {"count"}
        assert "3" in told["parts"]["count"]

    served(harbour, tmp_path, script)


def test_a_poll_hears_that_the_clock_was_set(harbour: Campaign, tmp_path: Path) -> None:
    async def script(host: Served) -> dict[str, object]:
        ann = await host.phone("Ann")
        version = (await ann.parts(-1))["version"]
        waiting = asyncio.ensure_future(ann.parts(version))
        while not host.live.is_watched_by(next(iter(host.keeper.room.pupils))):
            await asyncio.sleep(0)
        await host.ask(StartClock(60))
        return (await waiting)["clock"]  # type: ignore[no-any-return]

    assert served(harbour, tmp_path, script) == {"left": 60_000, "running": True}


def test_a_poll_of_somebody_who_is_sent_out_ends(harbour: Campaign, tmp_path: Path) -> None:
    async def script(host: Served) -> object:
        ann = await host.phone("Ann")
        version, (pupil,) = (await ann.parts(-1))["version"], host.keeper.room.pupils
        waiting = asyncio.ensure_future(ann.parts(version))
        while not host.live.is_watched_by(pupil):
            await asyncio.sleep(0)
        await host.ask(Kick(pupil))
        return (await waiting)["code"]

    assert served(harbour, tmp_path, script) == "no-pupil"


@pytest.mark.parametrize("have", ["", "x", "-5", "9" * 30, "99999", "²"])
def test_a_version_that_never_was_is_none(harbour: Campaign, tmp_path: Path, have: str) -> None:
    async def script(host: Served) -> int:
        ann = await host.phone("Ann")
        found = await ann.get(f"{ROOM}/parts?have={have}")
        return len((await found.json())["parts"])

    assert served(harbour, tmp_path, script) >= 5


def test_a_socket_that_takes_nothing_is_dropped_and_the_others_go_on(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "BETWEEN", 0.0)

    async def script(host: Served) -> None:
        ann, ben = await host.phone("Ann"), await host.phone("Ben")
        brisk = await ben.live()
        address = ("127.0.0.1", int(host.base.rpartition(":")[2]))
        deaf = socket.create_connection(address)
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        reader, writer = await asyncio.open_connection(sock=deaf, limit=1)
        writer.write(handshake(host, ann))
        reader._transport.pause_reading()  # type: ignore[attr-defined]
        deaf_one = next(iter(host.keeper.room.pupils))
        while not host.live.is_watched_by(deaf_one):
            await asyncio.sleep(0)
        while host.live.is_watched_by(deaf_one):
            await host.ask(Next(), Back())
            await brisk.ask(type="ping")
            host.watch.seconds += 1
        writer.close()

    served(harbour, tmp_path, script, patience=Patience(take=0.05))
