"""How many files the host may open, on systems that allow more, fewer, or do not count."""

from __future__ import annotations

import sys

import pytest

from game.classroom.openfiles import BESIDE, allowed, connections

resource = pytest.importorskip("resource")


class System:
    """A system with limits of its own."""

    def __init__(self, soft: int, hard: int, *, stubborn: bool = False) -> None:
        self.now = soft, hard
        self.stubborn = stubborn

    def getrlimit(self, _: int) -> tuple[int, int]:
        return self.now

    def setrlimit(self, _: int, wanted: tuple[int, int]) -> None:
        if self.stubborn:
            raise ValueError
        self.now = wanted


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> System:
    """Put another system in the place of this one."""
    made: System = request.param
    monkeypatch.setattr(resource, "getrlimit", made.getrlimit)
    monkeypatch.setattr(resource, "setrlimit", made.setrlimit)
    return made


FREE = resource.RLIM_INFINITY


@pytest.mark.parametrize(
    ("system", "may"),
    [
        (System(256, FREE), 2600),
        (System(1024, 4096), 2600),
        (System(1024, 2048), 2048),
        (System(20000, 20000), 2600),
        (System(FREE, FREE), 2600),
        (System(256, FREE, stubborn=True), 256),
    ],
    indirect=["system"],
)
def test_as_many_files_are_asked_for_as_are_needed(system: System, may: int) -> None:
    assert allowed(2600) == may
    soft = system.now[0]
    assert soft == FREE or soft >= may


def test_a_system_that_does_not_count_lets_all_be_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)

    assert allowed(2600) == 2600


@pytest.mark.parametrize(
    ("system", "most"), [(System(256, 300), 300 - BESIDE), (System(9, 9), 1)], indirect=["system"]
)
def test_some_files_are_left_for_other_things_than_phones(system: System, most: int) -> None:
    assert system.now
    assert connections(2500) == most
