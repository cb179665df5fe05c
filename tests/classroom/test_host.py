"""A host in its own thread: what its window asks, how it ends, and how a room comes back."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import aiohttp
import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id
from game.classroom import pages
from game.classroom.addresses import PortTakenError
from game.classroom.host import Host, begun, keep_time, prepared, time_left
from game.classroom.hosting import Hosting
from game.classroom.house import House
from game.classroom.keeper import Keeper
from game.classroom.live import Live
from game.classroom.opening import Wanted
from game.classroom.server import Server
from game.classroom.store import InUseError, RoomFile, RoomFileError
from game.room.refusals import Code, Refused
from game.room.requests import Lock, Next, OpenVote, StartClock
from game.room.ways import Way
from tests.classroom.events import KEY, at, beginning
from tests.classroom.served import Watch, room_file
from tests.classroom.test_addresses import LAPTOP, Networks

ROOT = Path(__file__).parents[2]
HARBOUR = ROOT / "tests" / "campaigns" / "harbour"
CLASS = Wanted(name="7b", way=Way.EACH, before=(), seed=1, chance=False, reading=Id("engineer"))
Start = Callable[[RoomFile], Host]


@pytest.fixture
def started(harbour: Campaign) -> Iterator[Start]:
    """Start hosts on loopback; they end with the test."""
    running: list[Host] = []

    def start(file: RoomFile) -> Host:
        made = Host(harbour, file, network=LAPTOP)
        made.start(0, "127.0.0.1")
        running.append(made)
        return made

    yield start
    for one in running:
        one.stop()


def test_a_window_asks_and_sees(harbour: Campaign, tmp_path: Path, started: Start) -> None:
    made: Hosting = started(begun(harbour, tmp_path, CLASS))
    before = made.changes

    assert made.ask(Lock(on=True)) is None
    assert made.room.locked
    assert made.changes == before + 1
    assert made.ask(OpenVote()) == Refused(Code.NOT_AT_DECISION)
    assert made.campaign is harbour
    assert made.now() > 1_700_000_000_000


def test_a_window_is_told_of_every_change_and_of_nothing_else(
    harbour: Campaign, tmp_path: Path, started: Start
) -> None:
    made: Hosting = started(begun(harbour, tmp_path, CLASS))
    told: list[int] = []
    made.listen(lambda: told.append(made.changes))
    before = made.changes

    made.ask(Lock(on=True))
    made.ask(OpenVote())

    assert told == [before + 1]


def test_the_likely_address_stands_first_and_pairs_a_phone(
    harbour: Campaign, tmp_path: Path, started: Start
) -> None:
    made = started(begun(harbour, tmp_path, CLASS))

    assert made.addresses[0].url == f"http://192.168.4.21:{made.port}"
    assert re.fullmatch(rf"http://127\.0\.0\.1:{made.port}/teacher/\w{{26}}", made.teacher_url)
    assert made.pairing.startswith(f"http://192.168.4.21:{made.port}/teacher/")


def test_without_a_network_the_teacher_still_has_this_machine(
    harbour: Campaign, tmp_path: Path
) -> None:
    made = Host(harbour, begun(harbour, tmp_path, CLASS), network=Networks())
    made.start(0, "127.0.0.1")
    made.stop()

    assert made.addresses == ()
    assert made.pairing == made.teacher_url


def test_the_teachers_link_opens_the_controls(
    harbour: Campaign, tmp_path: Path, started: Start
) -> None:
    made = started(begun(harbour, tmp_path, CLASS))
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with opener.open(made.teacher_url) as found:
        assert found.url == f"http://127.0.0.1:{made.port}/teacher/room"
        assert "Teacher" in found.read().decode()


def test_a_stopped_host_listens_no_more_and_takes_nothing(
    harbour: Campaign, tmp_path: Path, started: Start
) -> None:
    made = started(begun(harbour, tmp_path, CLASS))
    made.stop()
    made.stop()

    assert made.ask(Lock(on=True)) == Refused(Code.NOT_KEPT)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", made.port))
    RoomFile.open(made.path).close()


def test_a_port_that_is_taken_lets_go_of_the_room(harbour: Campaign, tmp_path: Path) -> None:
    made = Host(harbour, begun(harbour, tmp_path, CLASS))
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(PortTakenError):
        made.start(other.getsockname()[1], "127.0.0.1")

    RoomFile.open(made.path).close()


def test_a_room_that_cannot_go_on_is_let_go_of(harbour: Campaign, tmp_path: Path) -> None:
    file = RoomFile.create(tmp_path / "KTMR.room", at(beginning("other"))[0], KEY)

    with pytest.raises(RoomFileError, match="it plays the campaign 'other'"):
        Host(harbour, file)
    RoomFile.open(file.path).close()


def test_a_host_that_cannot_serve_says_so_to_whoever_starts_it(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Server, "start", broken)
    made = Host(harbour, begun(harbour, tmp_path, CLASS))

    with pytest.raises(ZeroDivisionError):
        made.start(0, "127.0.0.1")
    RoomFile.open(made.path).close()


def test_while_a_room_is_hosted_nobody_else_opens_it(
    harbour: Campaign, tmp_path: Path, started: Start
) -> None:
    made = started(begun(harbour, tmp_path, CLASS))

    with pytest.raises(InUseError):
        RoomFile.open(made.path)


def test_a_new_room_has_a_code_of_its_own(harbour: Campaign, tmp_path: Path) -> None:
    codes = set()
    for _ in range(3):
        file = begun(harbour, tmp_path, CLASS)
        codes.add(file.path.stem)
        file.close()

    assert len(codes) == 3


async def join(base: str, code: str) -> str:
    """Come in at a host's door; return the secret."""
    form = {"code": code, "name": "Ann"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{base}/join", data=form, headers={"Origin": base}, allow_redirects=False
        ) as found,
    ):
        return found.cookies[f"pupil-{code}"].value


async def look(base: str, code: str, secret: str) -> str:
    """Return the page that a phone with a secret sees."""
    cookies = {f"pupil-{code}": secret}
    async with (
        aiohttp.ClientSession(cookies=cookies) as session,
        session.get(f"{base}/room/{code}") as found,
    ):
        return await found.text()


def test_a_phone_is_in_its_seat_again_on_another_machine(
    harbour: Campaign, tmp_path: Path, started: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file was copied while the first host still ran; stage, seat and secret are the same."""
    monkeypatch.setattr("game.classroom.keeper.QUIET", 0.0)
    first = started(begun(harbour, tmp_path, CLASS))
    code = first.room.opened.code
    secret = asyncio.run(join(f"http://127.0.0.1:{first.port}", code))
    first.ask(Next())
    journal = first.path.with_name(first.path.name + "-wal")
    while journal.stat().st_size:  # until all of it is in the file
        first._keeper._disk.submit(lambda: None).result()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    copy = Path(shutil.copy(first.path, elsewhere))
    second = started(RoomFile.open(copy))
    page = asyncio.run(look(f"http://127.0.0.1:{second.port}", code, secret))

    assert second.room == first.room
    assert "<bdi>Ann</bdi>" in page
    assert 'id="h-situation' in page
    assert second.teacher_url.rpartition("/")[2] == first.teacher_url.rpartition("/")[2]


VOTES = """
import asyncio, sys
from pathlib import Path
import aiohttp
from game.classroom.host import Host
from game.classroom.store import RoomFile
from game.files.folder import read_folder
from game.room.requests import Next, OpenVote

host = Host(read_folder(Path(sys.argv[2])).campaign, RoomFile.open(Path(sys.argv[1])))
host.start(0, "127.0.0.1")
base = f"http://127.0.0.1:{host.port}"

async def main():
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as ann:
        form = {"code": "KTMR", "name": "Ann"}
        await ann.post(base + "/join", data=form, headers={"Origin": base})
        for one in (Next(), Next(), Next(), Next(), OpenVote()):
            await asyncio.to_thread(host.ask, one)
        wire = await ann.ws_connect(base + "/room/KTMR/live", headers={"Origin": base})
        for number in range(1000):
            vote = {"type": "vote", "turn": 0, "response": "wait", "reason": str(number)}
            await wire.send_json({"id": number, "do": vote})
            while (await wire.receive_json()).get("id") != number:
                pass
            print(number, flush=True)

asyncio.run(main())
"""


@pytest.mark.skipif(os.name != "posix", reason="the system has no such signal")
def test_a_killed_host_loses_no_vote_that_it_has_acknowledged(
    harbour: Campaign, tmp_path: Path, started: Start
) -> None:
    room_file(harbour, tmp_path).close()
    path = tmp_path / "KTMR.room"
    with subprocess.Popen(
        [sys.executable, "-c", VOTES, str(path), str(HARBOUR)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        told = [child.stdout.readline() for _ in range(20)]
        child.send_signal(signal.SIGKILL)
        told += child.stdout.readlines()
    again = started(RoomFile.open(path))

    votes = [*again.room.round.votes.values()]
    assert int(votes[0].reason) >= int(told[-1])
    assert again.room.round.is_open


def test_the_vote_closes_by_itself_when_all_must_agree_and_time_is_up(
    harbour: Campaign, tmp_path: Path
) -> None:
    async def whole() -> None:
        watch = Watch()
        file = room_file(harbour, tmp_path, Way.UNANIMOUS)
        keeper = Keeper(harbour, file, file.entries(), watch.now)
        live = Live(keeper)
        timer = asyncio.ensure_future(keep_time(live))
        house = House(live, KEY)
        for one in (Next(), Next(), Next(), Next(), OpenVote(), StartClock(60)):
            assert await house.ask_as_teacher(one) is None
        assert time_left(keeper.room, watch.now()) == 60
        watch.seconds += 60
        assert await house.ask_as_teacher(Lock(on=True)) is None  # any change makes it look
        async with asyncio.timeout(10):
            while keeper.room.round.is_open:
                await asyncio.sleep(0)
        timer.cancel()
        assert time_left(keeper.room, watch.now()) is None
        await keeper.close()

    asyncio.run(whole())


def test_without_a_limit_nothing_closes_by_itself(harbour: Campaign, tmp_path: Path) -> None:
    file = room_file(harbour, tmp_path)
    keeper = Keeper(harbour, file, file.entries(), lambda: 0)

    assert time_left(keeper.room, 0) is None
    asyncio.run(keeper.close())


def test_templates_are_read_before_a_class_waits_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.classroom.host.PAUSE", 0.0)
    read: list[str] = []
    monkeypatch.setattr(pages, "prepare", read.append)

    asyncio.run(prepared())

    assert {"phone.html", "stages/decision.html", "parts/fallen.html", "desk/vote.html"} <= {*read}


def test_a_template_that_was_read_is_there() -> None:
    pages.prepare("parts/fallen.html")

    kept = pages._environment().cache
    assert kept is not None
    assert any(name == "parts/fallen.html" for _, name in kept)
