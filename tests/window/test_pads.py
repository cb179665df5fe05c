"""Pads that are plugged in and pulled out: those that SDL itself can invent."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from pygame._sdl2 import controller

from game.window.pads import Pads

ROOT = Path(__file__).resolve().parents[2]


class Workshop:
    """Makes pads that exist only inside SDL."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self.sdl = library
        self.sdl.SDL_JoystickFromInstanceID.restype = ctypes.c_void_p

    def plug_in(self, *, named: bool) -> int:
        """Plug in a pad whose buttons the system can name, or not; return its number."""
        kind = 1 if named else 0
        number: int = self.sdl.SDL_JoystickAttachVirtual(kind, 6, 15, 1)
        key: int = self.sdl.SDL_JoystickGetDeviceInstanceID(number)
        return key

    def pull_out(self) -> None:
        """Pull out the pad that was plugged in last."""
        self.sdl.SDL_JoystickDetachVirtual(pygame.joystick.get_count() - 1)

    def press(self, key: int) -> None:
        """Press the first button of a pad."""
        pad = ctypes.c_void_p(self.sdl.SDL_JoystickFromInstanceID(key))
        self.sdl.SDL_JoystickSetVirtualButton(pad, 0, 1)


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    """A workshop, where pygame brings a library of its own."""
    near = Path(pygame.__file__).parent.parent
    found = [*near.glob("pygame_ce.libs/libSDL2-2*"), *near.glob("pygame/SDL2.dll")]
    if not found:
        pytest.skip("pygame here has no SDL library of its own")
    pygame.display.init()
    pygame.event.clear()
    yield Workshop(ctypes.CDLL(str(found[0])))
    controller.quit()  # SDL looks at pads that are still open when it begins again, and falls
    pygame.joystick.quit()
    pygame.display.quit()


@pytest.fixture
def pads(workshop: Workshop) -> Pads:  # noqa: ARG001 - it is there first
    """Pads that have been started."""
    pads = Pads()
    pads.start()
    return pads


def told(pads: Pads) -> list[pygame.Event]:
    """Return what comes from the pads, as the window hands it on."""
    events = [one for one in pygame.event.get() if not pads.is_told_twice(one)]
    for event in events:
        pads.take(event)
    buttons = (pygame.CONTROLLERBUTTONDOWN, pygame.JOYBUTTONDOWN)
    return [one for one in events if one.type in buttons]


@pytest.mark.parametrize(
    ("named", "kind"), [(True, pygame.CONTROLLERBUTTONDOWN), (False, pygame.JOYBUTTONDOWN)]
)
def test_a_pad_plugged_in_later_is_heard_once(
    workshop: Workshop, pads: Pads, named: bool, kind: int
) -> None:
    key = workshop.plug_in(named=named)
    told(pads)

    workshop.press(key)

    assert [(one.type, one.instance_id) for one in told(pads)] == [(kind, key)]


def test_a_pad_has_a_name_until_it_is_pulled_out(workshop: Workshop, pads: Pads) -> None:
    key = workshop.plug_in(named=True)
    told(pads)
    plugged_in = pads.name(key)

    workshop.pull_out()
    told(pads)

    assert plugged_in.startswith("Virtual")
    assert pads.name(key) == ""


def test_a_pad_that_is_gone_before_it_is_opened_is_no_error(pads: Pads) -> None:
    pads.take(pygame.Event(pygame.JOYDEVICEADDED, device_index=99))

    assert told(pads) == []


def refuse() -> None:
    message = "no joystick subsystem"
    raise pygame.error(message)


def test_a_machine_that_knows_nothing_of_pads_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pygame.joystick.init", refuse)
    pads = Pads()

    pads.start()

    assert pads.name(0) == ""


def test_a_machine_that_knows_no_pads_by_their_buttons_is_no_error(
    workshop: Workshop, pads: Pads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pygame._sdl2.controller.init", refuse)
    key = workshop.plug_in(named=True)

    told(pads)

    assert pads.name(key) == ""


def test_without_a_pad_nothing_is_loaded_for_one() -> None:
    program = (
        "import pygame, sys; from game.window.pads import Pads; pygame.display.init(); "
        "Pads().start(); pygame.event.get(); sys.exit('pygame._sdl2.controller' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
