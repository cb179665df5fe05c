"""Who is let through: names, origins, methods, paths, sizes, floods, malformed requests."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.classroom.limits import Kind
from game.classroom.static import static_files
from game.room.requests import Next, OpenVote
from tests.classroom.events import KEY
from tests.classroom.served import CODE, LONG, Phone, Served, port_of, said_to, served

ROOM = f"/room/{CODE}"
EVERYWHERE = (
    "/",
    "/privacy",
    ROOM,
    f"{ROOM}/parts?have=-1",
    "/teacher",
    "/teacher/room",
    "/teacher/room/parts",
    "/teacher/WRONG",
    "/room/BBBB",
    "/nowhere",
    "/static/nothing",
    "/favicon.ico",
)


@pytest.mark.parametrize(
    "name",
    [
        "evil.example:{port}",
        "evil.example",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost:{port}.evil.example",
        "192.168.4.21:{port}",
        "127.0.0.1.evil.example:{port}",
        "[::1]:{port}",
        "",
    ],
)
def test_a_name_that_somebody_else_may_give_away_is_refused(
    harbour: Campaign, tmp_path: Path, name: str
) -> None:
    """A page elsewhere may have its own name lead to us; the browser then tells that name."""

    async def asked(host: Served) -> tuple[int, str]:
        found = await (await host.phone()).get("/", Host=name.format(port=port_of(host)))
        return found.status, found.headers["Content-Security-Policy"]

    status, policy = served(harbour, tmp_path, asked)

    assert status in (400, 421)
    assert "ws://" not in policy


@pytest.mark.parametrize("name", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}"])
def test_our_own_names_are_taken(harbour: Campaign, tmp_path: Path, name: str) -> None:
    async def asked(host: Served) -> int:
        phone = await host.phone()
        return (await phone.get("/", Host=name.format(port=port_of(host)))).status

    assert served(harbour, tmp_path, asked) == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "http://localhost:{port}"},
    ],
)
def test_a_form_or_socket_of_another_page_is_refused(
    harbour: Campaign, tmp_path: Path, headers: dict[str, str]
) -> None:
    """Also of a page that reached us by another of our names: it has other cookies."""

    async def asked(host: Served) -> None:
        ann, desk = await host.phone("Ann"), await host.teacher()
        told = {name: value.format(port=port_of(host)) for name, value in headers.items()}
        before = host.keeper.changes
        assert (await ann.post(ROOM, {"do": "step-out", "out": "true"}, **told)).status == 403
        assert (await desk.post("/teacher/room", {"do": "next"}, **told)).status == 403
        wire = {"Upgrade": "websocket", "Connection": "Upgrade", **told}
        assert (await ann.get(f"{ROOM}/live", **wire)).status == 403

        assert host.keeper.changes == before

    served(harbour, tmp_path, asked)


@pytest.mark.parametrize(("site", "status"), [("same-origin", 303), ("cross-site", 403)])
def test_a_browser_that_hides_the_origin_tells_from_what_site_it_comes(
    harbour: Campaign, tmp_path: Path, site: str, status: int
) -> None:
    async def asked(host: Served) -> int:
        ann = await host.phone("Ann")
        found = await ann._asked(
            "POST", ROOM, data={"do": "step-out", "out": "true"}, headers={"Sec-Fetch-Site": site}
        )
        return found.status

    assert served(harbour, tmp_path, asked) == status


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_has_the_headers_that_keep_a_page_to_itself(
    harbour: Campaign, tmp_path: Path, path: str
) -> None:
    async def asked(host: Served) -> None:
        found = await (await host.phone("Ann")).get(path)

        assert "default-src 'none'" in found.headers["Content-Security-Policy"]
        assert (
            f"connect-src 'self' ws://127.0.0.1:{port_of(host)};"
            in (found.headers["Content-Security-Policy"])
        )
        assert found.headers["X-Content-Type-Options"] == "nosniff"
        assert found.headers["Referrer-Policy"] == "same-origin"
        assert found.headers["Cache-Control"] == "no-store"
        assert found.headers["Server"] == "six-telegrams"

    served(harbour, tmp_path, asked)


def test_the_files_of_a_page_may_be_kept_for_ever(harbour: Campaign, tmp_path: Path) -> None:
    async def asked(host: Served) -> None:
        phone = await host.phone()
        for name, file in static_files().items():
            found = await phone.get(f"/static/{name}")
            assert await found.read() == file.body
            assert found.headers["Cache-Control"].endswith("immutable")
            assert "default-src 'none'" in found.headers["Content-Security-Policy"]

    served(harbour, tmp_path, asked)


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static",
        "/static/../pages.py",
        "/static/..%2fpages.py",
        "/static/%2e%2e/%2e%2e/store.py",
        "/static/phone.css%00",
        "//etc/passwd",
        "/static/web/phone.css",
        "/room/../teacher/room/parts",
        "/rooms/KTMR.room",
        f"/room/{CODE}/../../{CODE}.room",
        "/.git/config",
    ],
)
def test_no_path_leads_to_a_file(harbour: Campaign, tmp_path: Path, path: str) -> None:
    async def asked(host: Served) -> bytes:
        return await said_to(
            host,
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port_of(host)}\r\n"
            "Connection: close\r\n\r\n".encode(),
        )

    answer = served(harbour, tmp_path, asked)

    assert answer.split(b" ")[1] in (b"400", b"401", b"404")
    assert any(one in answer for one in (b"Six Telegrams", b"is no request", b'"ok":false'))


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/"),
        ("PUT", ROOM),
        ("DELETE", ROOM),
        ("PATCH", "/teacher/room"),
        ("TRACE", "/"),
        ("OPTIONS", ROOM),
        ("GET", "/join"),
        ("HEAD", f"{ROOM}/live"),
    ],
)
def test_methods_that_are_not_meant_are_refused(
    harbour: Campaign, tmp_path: Path, method: str, path: str
) -> None:
    async def asked(host: Served) -> int:
        phone = await host.phone("Ann")
        return (await phone._asked(method, path, headers={"Origin": host.base})).status

    assert served(harbour, tmp_path, asked) == 405


def test_where_a_socket_is_meant_a_page_is_no_request(harbour: Campaign, tmp_path: Path) -> None:
    async def asked(host: Served) -> tuple[int, object]:
        found = await (await host.phone("Ann")).get(f"{ROOM}/live")
        return found.status, (await found.json())["code"]

    assert served(harbour, tmp_path, asked) == (400, "no-request")


def test_a_page_can_be_asked_for_its_head_alone(harbour: Campaign, tmp_path: Path) -> None:
    async def asked(host: Served) -> tuple[int, str]:
        found = await (await host.phone("Ann"))._asked("HEAD", ROOM)
        return found.status, await found.text()

    assert served(harbour, tmp_path, asked) == (200, "")


@pytest.mark.parametrize(
    ("sent", "kind", "status"),
    [
        (b"code=KTMR&name=" + b"A" * 10_000, "application/x-www-form-urlencoded", 413),
        (b'{"code": "KTMR"}', "application/json", 400),
        (b"code=KTMR", "text/plain", 400),
        (b"--x\r\n\r\n--x--", "multipart/form-data; boundary=x", 400),
        (b"code=%ff%fe&name=%ff", "application/x-www-form-urlencoded", 404),
        (b"code=K", "application/x-www-form-urlencoded; charset=nonsense", 400),
        (b"\xff\xfe", "application/x-www-form-urlencoded", 400),
        (b"&".join(b"a=1" for _ in range(1000)), "application/x-www-form-urlencoded", 404),
    ],
)
def test_what_is_no_form_of_ours_is_refused(
    harbour: Campaign, tmp_path: Path, sent: bytes, kind: str, status: int
) -> None:
    async def asked(host: Served) -> int:
        phone = await host.phone()
        headers = {"Origin": host.base, "Content-Type": kind}
        return (await phone._asked("POST", "/join", data=sent, headers=headers)).status

    assert served(harbour, tmp_path, asked) == status


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"do": "dance"},
        {"do": "vote", "turn": "x", "response": "wait"},
        {"do": "vote", "turn": "-1", "response": "wait"},
        {"do": "vote", "turn": "0"},
        {"do": "next"},
        {"do": "split", "turn": "0", "estimate": "crest", "points": "9999"},
    ],
)
def test_a_form_with_wrong_fields_is_refused(
    harbour: Campaign, tmp_path: Path, fields: dict[str, str]
) -> None:
    async def asked(host: Served) -> None:
        ann, desk = await host.phone("Ann"), await host.teacher()
        before = host.keeper.changes
        assert (await ann.post(ROOM, fields)).status == 400
        wrong = await desk.post("/teacher/room", {**fields, "extra": "1"})
        assert wrong.status == 400
        assert host.keeper.changes == before

    served(harbour, tmp_path, asked)


def test_too_many_wrong_guesses_are_refused_and_right_cookies_are_not(
    harbour: Campaign, tmp_path: Path
) -> None:
    async def asked(host: Served) -> None:
        ann, thief = await host.phone("Ann"), await host.phone()
        for _ in range(60):
            assert (await thief.post("/teacher", {"key": "X"})).status == 403
        assert (await thief.post("/teacher", {"key": KEY})).status == 429
        assert (await thief.get(f"/teacher/{KEY}")).status == 429
        right = {"code": CODE, "secret": ann.secret}
        assert (await thief.post("/return", right)).status == 429
        assert (await thief.post("/join", {"code": "BBBB", "name": "T"})).status == 429
        assert (await ann.get(ROOM)).status == 200
        assert (await thief.join("Thief")).status == 303

        host.watch.seconds += 2
        assert (await thief.post("/teacher", {"key": KEY})).status == 303

    served(harbour, tmp_path, asked)


def test_a_flood_of_joins_and_of_requests_is_refused(harbour: Campaign, tmp_path: Path) -> None:
    async def asked(host: Served) -> None:
        phone = await host.phone()
        while host.house.limits.take("127.0.0.1", Kind.JOIN):
            pass
        assert (await phone.join("Ann")).status == 429
        while host.house.limits.take("127.0.0.1", Kind.REQUEST):
            pass
        refused = await phone.get(f"{ROOM}/parts")
        assert refused.status == 429
        assert await refused.json() == {
            "ok": False,
            "code": "too-much",
            "message": "Too much was asked from your network.",
            "fix": "Wait a minute, then try again.",
        }

    served(harbour, tmp_path, asked)


def test_ordinary_requests_leave_no_trace_of_who_asked(
    harbour: Campaign, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)

    async def asked(host: Served) -> Phone:
        ann = await host.phone("Ann")
        await host.ask(*(Next() for _ in range(4)), OpenVote())
        await ann.do(do="vote", turn="0", response="wait")
        return ann

    ann = served(harbour, tmp_path, asked)

    assert "127.0.0.1" not in caplog.text
    assert ann.secret not in caplog.text


def test_a_hall_may_stand_before_the_door(harbour: Campaign, tmp_path: Path) -> None:
    """Three hundred connect while the host does something else; none is sent away to come again."""

    async def asked(host: Served) -> int:
        where = ("127.0.0.1", int(port_of(host)))
        outside = [socket.create_connection(where, timeout=LONG) for _ in range(300)]
        for one in outside:
            one.close()
        return len(outside)

    assert served(harbour, tmp_path, asked) == 300


def test_no_more_come_in_than_there_are_files_for(
    harbour: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.classroom.server.connections", lambda _: 1)

    async def asked(host: Served) -> list[bytes]:
        first = await asyncio.open_connection("127.0.0.1", int(port_of(host)))
        line = f"GET /privacy HTTP/1.1\r\nHost: 127.0.0.1:{port_of(host)}\r\n\r\n".encode()
        first[1].write(line)
        answer = await first[0].readline()
        second = await said_to(host, line)
        first[1].close()
        return [answer, second]

    assert served(harbour, tmp_path, asked) == [b"HTTP/1.1 200 OK\r\n", b""]
