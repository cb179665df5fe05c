"""The processes that `bench --class` measures: a host of a class, and a bare server beside it."""

from __future__ import annotations

import os
import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from game.errors import Refused
from game.frozen import dataclass

HERE = Path(__file__).resolve()
CODE = re.compile(r"^Room ([A-Z]{4}):", re.MULTILINE)
KEY = re.compile(r"http://127\.0\.0\.1:\d+/teacher/(\S+)")
STARTS_WITHIN = 60.0
"""Seconds after which a process that does not listen never will."""
FOLDERS = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
OF_LINUX = ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
NOT_STARTED = "the host did not start: {}"
LOWEST, MANY = 20_000, 10_000
"""Ports out of which one is chosen."""


@dataclass(frozen=True, slots=True)
class Process:
    """A server that runs, and what it has cost so far."""

    pid: int
    host: str
    """Address and port."""
    code: str = ""
    """Of the room."""
    key: str = ""
    """The teacher's."""
    started: float = 0.0
    """Seconds from its start to its first page."""

    @property
    def processor(self) -> float | None:
        """Seconds of a processor that it has used, where the system tells."""
        with suppress(OSError):
            told = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii", errors="replace")
            user, system = told.rpartition(")")[2].split()[11:13]
            return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        return None

    @property
    def memory(self) -> float | None:
        """The most megabytes that it had at once, where the system tells."""
        with suppress(OSError):
            told = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii", errors="replace")
            found = re.search(r"VmHWM:\s+(\d+) kB", told)
            return int(found[1]) * 1024 / 1e6 if found else None
        return None


@contextmanager
def hosted(home: Path) -> Iterator[Process]:
    """Host a room whose file and all else lies in a folder that is thrown away.

    Raises:
        Refused: when it does not start.
    """
    port = free_port()
    command = [sys.executable, "-m", "game", "classroom", "--no-window", "--port", str(port)]
    began = time.perf_counter()
    with _running(command, dict.fromkeys((*FOLDERS, *OF_LINUX), str(home))) as process:
        code, key = _told(process)
        _wait_for(port)
        _first_page(port)
        taken = time.perf_counter() - began
        yield Process(process.pid, f"127.0.0.1:{port}", code, key, taken)


@contextmanager
def bare() -> Iterator[Process]:
    """Run the bare server."""
    port = free_port()
    command = [sys.executable, str(HERE.with_name("bench_room.py")), str(port)]
    with _running(command, {}) as process:
        _wait_for(port)
        yield Process(process.pid, f"127.0.0.1:{port}")


def free_port() -> int:
    """Return a port on which nobody listens.

    It lies below those that systems lend to whoever connects: none of them can take it meanwhile.
    """
    while True:
        port = LOWEST + secrets.randbelow(MANY)
        with suppress(OSError), socket.socket() as one:
            one.bind(("127.0.0.1", port))
            return port


@contextmanager
def _running(command: list[str], more: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    paths = [str(HERE.parents[2]), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, **more, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _told(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Return the code and the key that a host prints at its start."""
    assert process.stdout is not None
    told = ""
    while not (CODE.search(told) and KEY.search(told)):
        line = process.stdout.readline()
        if not line:
            raise Refused(
                NOT_STARTED.format((told.strip().splitlines() or ["it says nothing"])[-1])
            )
        told += line
    return CODE.findall(told)[0], KEY.findall(told)[0]


def _wait_for(port: int) -> None:
    """Return once somebody listens on a port."""
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > until:
                raise Refused(NOT_STARTED.format("it does not listen")) from None
            time.sleep(0.01)
        else:
            return


def _first_page(port: int) -> None:
    """Ask for the page at the door and wait until it is there whole."""
    with socket.create_connection(("127.0.0.1", port), timeout=STARTS_WITHIN) as one:
        one.sendall(
            f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode()
        )
        while one.recv(65536):
            pass
