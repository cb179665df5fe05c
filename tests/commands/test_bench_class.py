"""`bench --class`: what it prints and refuses, not how fast anything is."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from game.cli import main
from game.commands import bench_class, bench_hosts, bench_lesson
from game.commands.bench_class import Measured, broadcast, within
from game.commands.bench_hosts import Process, bare, hosted
from game.commands.bench_lesson import Seen, lesson
from game.commands.bench_wire import NoSocketError, Wire, frame, masked, wire
from game.errors import Refused


def seen(**more: object) -> Seen:
    """Return what was seen on a good day, but for some things."""
    waits = [0.02, 0.03, 0.04]
    good = {"spread": waits, "at_once": waits, "acknowledged": waits, "bars": waits, **more}
    return Seen(joined=1.0, **good)  # type: ignore[arg-type]


@pytest.fixture
def good(monkeypatch: pytest.MonkeyPatch) -> dict[int, Measured]:
    """A day of measuring that the test may spoil."""
    found = {
        many: Measured(many, seen(), 0.8, 1.0 + many / 100, 60.0 + many / 20, [0.01], [0.02])
        for many in (0, *bench_class.SIZES)
    }

    async def measured(_: Path, many: int) -> Measured:
        return found[many]

    monkeypatch.setattr(bench_class, "measured", measured)
    monkeypatch.setattr(bench_class, "hosted", lambda _: nullcontext())
    return found


def test_every_size_is_measured_and_every_promise_is_held(
    good: dict[int, Measured], capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["bench", "--class"])
    out = capsys.readouterr().out

    assert good
    assert status == 0
    assert "missed" not in out
    for many in bench_class.SIZES:
        assert f"{many} phones: press to bars, 99 of 100" in out
    assert out.count("under 100 ms") == 2
    assert "under 60 MB" in out
    assert "2.00" in out, "the ratio to the bare server stands beside"


@pytest.mark.parametrize(
    ("worse", "line"),
    [
        ({"seen": seen(spread=[0.11])}, "500 phones: last vote to full count, votes in turn, 99"),
        ({"seen": seen(at_once=[0.11])}, "500 phones: last vote to full count, all at once, 99"),
        ({"memory": 121.0}, "500 phones: memory of the lesson"),
    ],
)
def test_a_promise_that_is_missed_is_named_and_is_the_exit_status(
    good: dict[int, Measured],
    capsys: pytest.CaptureFixture[str],
    worse: dict[str, object],
    line: str,
) -> None:
    for name, value in worse.items():
        object.__setattr__(good[500], name, value)

    status = main(["bench", "--class"])
    missed = [one for one in capsys.readouterr().out.splitlines() if one.endswith("missed")]

    assert status == 1
    assert [one.startswith(line) for one in missed] == [True]


def test_a_system_that_does_not_tell_breaks_no_promise(
    good: dict[int, Measured], capsys: pytest.CaptureFixture[str]
) -> None:
    for one in good.values():
        object.__setattr__(one, "memory", None)
        object.__setattr__(one, "processor", None)

    assert main(["bench", "--class"]) == 0
    assert "missed" not in capsys.readouterr().out


def test_a_lesson_in_which_votes_were_refused_is_none(
    good: dict[int, Measured], capsys: pytest.CaptureFixture[str]
) -> None:
    good[500].seen.refused = 3

    assert main(["bench", "--class"]) == 1
    assert "3 requests of 500 phones were refused" in capsys.readouterr().err


def test_what_belongs_to_the_model_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--class", "--draws", "5", "--reading", "record"]) == 2
    assert "--draws, --reading" in capsys.readouterr().err


def test_too_few_open_files_are_told_before_anything_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench_class, "allowed", lambda _: 256)

    assert main(["bench", "--class"]) == 1
    assert "256 files only" in capsys.readouterr().err


def test_within_is_the_slowest_of_so_many() -> None:
    waits = [number / 1000 for number in range(101)]

    assert [within(waits, share) for share in (0.5, 0.99, 1.0)] == pytest.approx([50, 99, 100])


# --- frames ---


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 70_000])
def test_frames_of_any_length_are_whole_or_none(size: int) -> None:
    payload = b"x" * size
    sent = bytearray(masked(1, payload))
    mask = len(sent) - size - 4
    plain = sent[:mask] + sent[mask + 4 :]
    plain[1] &= 0x7F

    assert frame(plain + b"more") == (1, payload, len(plain))
    assert all(frame(plain[:cut]) is None for cut in (0, 1, mask - 1, len(plain) - 1))


def test_a_wire_answers_a_ping_and_takes_messages_that_come_in_pieces() -> None:
    told: list[bytes] = []
    got: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 101 Switching Protocols\r\n\r\n\x89\x02hi\x81\x05he")
        got.append(await reader.readexactly(8))
        writer.write(b"llo")
        got.append(await reader.readexactly(9))
        writer.close()

    asyncio.run(_ping_and_pieces(serve, told, got))

    assert told == [b"hello"]
    assert got == [b"\x8a\x82" + bytes(4) + b"hi", b"\x81\x83" + bytes(4) + b"yes"]


Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def _ping_and_pieces(serve: Serve, told: list[bytes], got: list[bytes]) -> None:
    """Open a wire to a server, hear one message, send another, and wait until it is there."""
    over = asyncio.Event()

    def tell(message: bytes, _: float) -> None:
        told.append(message)
        over.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    made = await wire(f"127.0.0.1:{port}", "/live", "a=b", tell)
    await over.wait()
    made.send(b"yes")
    while len(got) < 2:
        await asyncio.sleep(0)
    made.close()
    server.close()


@pytest.mark.parametrize(
    ("answer", "words"), [(b"HTTP/1.1 403 Forbidden\r\n\r\n", "403"), (b"", "hung up")]
)
def test_a_server_that_opens_no_socket_is_quoted(answer: bytes, words: str) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    async def script() -> Wire:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with server:
            return await wire(f"127.0.0.1:{port}", "/live", "", lambda *_: None)

    with pytest.raises(NoSocketError, match=words):
        asyncio.run(script())


# --- real servers ---


@pytest.mark.exhaustive
def test_a_real_lesson_is_seen_by_every_phone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench_lesson, "SPREAD", 0.0)

    async def script(process: Process) -> Seen:
        return await lesson(process, 4)

    with hosted(tmp_path) as process:
        found = asyncio.run(script(process))
        costs = process.processor, process.memory

    telegrams = 6
    assert len(found.spread) + len(found.at_once) == 4 * telegrams
    assert len(found.bars) == 4 * telegrams
    assert len(found.acknowledged) == 4 * telegrams // 2
    assert found.refused == 0
    assert b"<b>4</b> of <b>4</b>" in found.count_message
    assert b"fallen-title" in found.bars_message
    assert process.started > 0
    assert all(one is None or one > 0 for one in costs)


def test_a_real_bare_server_tells_all_it_is_told() -> None:
    async def script(process: Process) -> list[float]:
        return await broadcast(process, 3, b'{"some": "words"}')

    with bare() as process:
        found = asyncio.run(script(process))

    assert len(found) == 3 * bench_class.BROADCASTS
    assert min(found) > 0


def test_a_host_that_does_not_start_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(Refused, match="it says nothing"), hosted(tmp_path):
        pass


def test_a_server_that_never_listens_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_hosts, "STARTS_WITHIN", 0.0)

    with pytest.raises(Refused, match="does not listen"):
        bench_hosts._wait_for(bench_hosts.free_port())


def test_a_process_that_is_gone_costs_nothing_that_is_known() -> None:
    process = Process(pid=2**30, host="")

    assert (process.processor, process.memory) == (None, None)
