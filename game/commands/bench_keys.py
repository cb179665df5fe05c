"""Keys sent to a window from outside, through X; elsewhere put into pygame's own queue."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import suppress

import pygame

KEYSYMS = {"return": 0xFF0D, "tab": 0xFF09, "escape": 0xFF1B, "down": 0xFF54, "up": 0xFF52}
"""X11's names of the keys that are no letters and no digits."""
PRESSED, RELEASED = 2, 3
EVERY_KEY = 3
"""X11's mask for both."""


class XKeyEvent(ctypes.Structure):
    """A key's event as Xlib lays it out; the room behind it is that of the longest event."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("root", ctypes.c_ulong),
        ("subwindow", ctypes.c_ulong),
        ("time", ctypes.c_ulong),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("x_root", ctypes.c_int),
        ("y_root", ctypes.c_int),
        ("state", ctypes.c_uint),
        ("keycode", ctypes.c_uint),
        ("same_screen", ctypes.c_int),
        ("room", ctypes.c_long * 24),
    )


def sender(pane: pygame.Window) -> tuple[str, Callable[[str], None]]:
    """Return how keys are sent to a window, in words, and what sends one by its name."""
    if pygame.display.get_driver() == "x11":
        with suppress(OSError, AttributeError):
            return "sent through X", _through_x(pane.handle)
    return "put into pygame's queue", _into_the_queue


def _into_the_queue(name: str) -> None:
    code = pygame.key.key_code(name)
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(pygame.Event(kind, key=code, mod=0, unicode=""))


def _through_x(window: int) -> Callable[[str], None]:
    """Return what sends keys over a connection of its own to the window of this process."""
    xlib = ctypes.CDLL("libX11.so.6")
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    xlib.XKeysymToKeycode.restype = ctypes.c_ubyte
    event_type = ctypes.POINTER(XKeyEvent)
    xlib.XSendEvent.argtypes = (
        ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, event_type,
    )  # fmt: skip
    xlib.XFlush.argtypes = (ctypes.c_void_p,)
    connection = xlib.XOpenDisplay(None)

    def send(name: str) -> None:
        code = xlib.XKeysymToKeycode(connection, KEYSYMS.get(name) or ord(name))
        for kind in (PRESSED, RELEASED):
            event = XKeyEvent(type=kind, window=window, keycode=code, same_screen=1)
            xlib.XSendEvent(connection, window, 1, EVERY_KEY, ctypes.byref(event))
        xlib.XFlush(connection)

    return send
