"""The door to what lies under a window: memory handed back, and sleep until something happens."""

from __future__ import annotations

import atexit
import ctypes
import os
import select
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache

import pygame

POLLING = (20, 33)
"""Milliseconds between two looks at keys or pads: soon after a key, and when nothing happens."""
LONGEST = 0.5
"""Seconds of sleep where a key wakes the game up: a pad must be noticed in time."""
TURN = 1 / 60
"""Seconds from one picture to the next while anything moves."""
LATE = 3 * TURN
"""By so much a picture may be late and still be made up for by those that follow."""
TIDY = 20
"""After so many pictures memory is given back: the frames of a flight leave holes in it."""


@lru_cache(maxsize=1)
def _trim() -> Callable[[int], object] | None:
    """Return the function of the C library that hands free memory back, where there is one."""
    with suppress(OSError, AttributeError, TypeError):
        return ctypes.CDLL(None).malloc_trim if sys.platform == "linux" else None
    return None


def give_back() -> None:
    """Hand memory back to the system that large pictures took and need no more.

    The C library of Linux keeps it, in holes that the next picture often does not fit into.
    """
    if trim := _trim():
        trim(0)


class Tidy:
    """When memory is given back: when a map is there, now and then, and where the window rests."""

    def __init__(self) -> None:
        self._pictures = 0
        """And slices, since it was last at rest."""

    def after_picture(self, *, is_new: bool) -> None:
        """Take note of a picture, or of a slice of the work for one: whether that was the last."""
        self._pictures += 1
        if is_new or self._pictures % TIDY == 0:
            give_back()

    def at_rest(self) -> None:
        """Give back what the last pictures took, once: nobody waits for it now."""
        if self._pictures:
            give_back()
        self._pictures = 0


class Beat:
    """When the next picture is due: a sixtieth of a second after the last one was.

    One that was late makes the next wait shorter. A clock that counts from when the last one was
    begun, as pygame's does, never makes up for it.
    """

    def __init__(self) -> None:
        self._due = self._before = time.monotonic()

    def begin(self) -> None:
        """Count the seconds from now on: what moves after a rest begins where it stood."""
        self._before = time.monotonic()

    def turn(self, *, waits: bool) -> float:
        """Wait until the next picture is due, or do not; return the seconds since the last turn."""
        now, due = time.monotonic(), self._due + TURN
        if waits and due > now:
            time.sleep(due - now)
        self._due = due if waits and due > now - LATE else now
        before, self._before = self._before, time.monotonic()
        return self._before - before


class WindowInfo(ctypes.Structure):
    """What SDL tells of a window under X; the room behind it is that of the longest such thing."""

    _fields_ = (
        ("major", ctypes.c_uint8),
        ("minor", ctypes.c_uint8),
        ("patch", ctypes.c_uint8),
        ("subsystem", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("room", ctypes.c_uint8 * 64),
    )


ON_TROUBLE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)
ON_END = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
"""What Xlib calls when the connection breaks, and when it would end the process for that."""


class Rest:
    """Sleep between two looks at keyboard and mouse.

    Under X the server's connection is waited on. Elsewhere the keyboard is looked at now and then:
    what pygame waits with does the same, a thousand times a second.
    """

    def __init__(self, pane: pygame.Window) -> None:
        self._connection = _connection(pane)
        self._pause = POLLING[0]
        self._bell: tuple[int, int] | None = None
        """Where its ringing is heard, and where it is rung; none where nobody sleeps long."""
        if self._connection is not None:
            self._bell = os.pipe()
            for end in self._bell:
                os.set_blocking(end, False)

    def begin(self) -> None:
        """Sleep lightly at first: something has just happened."""
        self._pause = POLLING[0]

    def ring(self) -> None:
        """Wake up who sleeps; any thread may."""
        if self._bell:
            with suppress(BlockingIOError):  # it has rung often enough
                os.write(self._bell[1], b"!")

    def sleep(self, most: float = LONGEST, *, pads: bool, briefly: bool = False) -> float:
        """Sleep until something happens, or for a while; return for how many seconds.

        Args:
            most: seconds after which something may come that is neither keyboard nor mouse.
            pads: whether there are any: they do not speak through the X server.
            briefly: only let others have their turn: there is work to do.
        """
        begun = time.monotonic()
        if briefly:
            pygame.time.wait(1)
        elif self._connection is not None and self._bell and not pads:
            heard = self._bell[0]
            ready, _, _ = select.select([self._connection, heard], [], [], min(most, LONGEST))
            if heard in ready:
                os.read(heard, 1024)
        else:
            pygame.time.wait(self._pause)
            self._pause = min(self._pause + 1, POLLING[1])
        return time.monotonic() - begun


class Loss:
    """Whether the X server is gone. Xlib would else end the process before all is kept."""

    def __init__(self, pane: pygame.Window) -> None:
        self.has_come = False
        self._pane = pane
        self._handlers = ON_TROUBLE(lambda _display: 0), ON_END(self._take)
        """Xlib calls them as long as the process lives."""
        with suppress(OSError, AttributeError):  # an Xlib older than 2020 has no such thing
            if display := _display(pane):
                xlib = ctypes.CDLL("libX11.so.6")
                xlib.XSetIOErrorExitHandler.argtypes = (ctypes.c_void_p, ON_END, ctypes.c_void_p)
                xlib.XSetIOErrorExitHandler(display, self._handlers[1], None)
                xlib.XSetIOErrorHandler(self._handlers[0])

    def _take(self, _display: int, _data: int) -> None:
        """Take note of it, and go on: what asks for the server from now on gets nothing.

        SDL waits for ever for such a server to take a window away, so none is: this holds the
        window to the end, which then comes before SDL's own.
        """
        self.has_come = True
        atexit.register(self._end)

    def _end(self) -> None:
        """End the process, once all is kept and told."""
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(1)


def _display(pane: pygame.Window) -> int | None:
    """Return Xlib's handle of the X server that shows a window, if one does."""
    if pygame.display.get_driver() != "x11":
        return None
    sdl = ctypes.CDLL(pygame.base.__file__)  # what pygame was linked with is found through it
    sdl.SDL_GetWindowFromID.restype = ctypes.c_void_p
    sdl.SDL_GetWindowWMInfo.argtypes = (ctypes.c_void_p, ctypes.POINTER(WindowInfo))
    told = WindowInfo(major=2)
    found = sdl.SDL_GetWindowWMInfo(sdl.SDL_GetWindowFromID(pane.id), ctypes.byref(told))
    return int(told.display) if found else None


def _connection(pane: pygame.Window) -> int | None:
    """Return the descriptor of the connection to the X server, if the window has one."""
    with suppress(OSError, AttributeError):
        if display := _display(pane):
            number = ctypes.CDLL("libX11.so.6").XConnectionNumber
            number.argtypes = (ctypes.c_void_p,)
            return int(number(display))
    return None
