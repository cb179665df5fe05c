"""The door to pads: opened when they are plugged in, let go when they are pulled out.

The game can be played without one. So no pad, a pad that cannot be opened and a machine that knows
nothing of pads are no errors.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from pygame._sdl2.controller import Controller

TROUBLE = (pygame.error, ImportError, NotImplementedError, OSError)
"""What a system without pads, or a pad that was pulled out again at once, may say."""
AS_JOYSTICK = frozenset(
    (pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP, pygame.JOYAXISMOTION, pygame.JOYHATMOTION)
)


class Pads:
    """The pads of this machine. Nothing is opened before `start`."""

    def __init__(self) -> None:
        self._known: dict[int, Controller] = {}
        """Pads whose buttons the system can name."""
        self._plain: dict[int, pygame.joystick.JoystickType] = {}
        """Others: their buttons are numbers."""
        self._names: dict[int, str] = {}
        self._has_started = False

    def start(self) -> None:
        """Let the system tell of pads from now on; those that are there already come first."""
        if self._has_started:
            return
        self._has_started = True
        with suppress(*TROUBLE):
            pygame.joystick.init()

    def take(self, event: pygame.Event) -> None:
        """Open a pad that was plugged in, forget one that was pulled out."""
        if event.type == pygame.JOYDEVICEADDED:
            with suppress(*TROUBLE):
                self._take_up(event.device_index)
        elif event.type == pygame.JOYDEVICEREMOVED:
            for kept in (self._known, self._plain, self._names):
                kept.pop(event.instance_id, None)

    def _take_up(self, number: int) -> None:
        from pygame._sdl2 import controller  # noqa: PLC0415 - half a megabyte, and few have a pad

        controller.init()
        pad = pygame.joystick.Joystick(number)
        key = pad.get_instance_id()
        self._names[key] = pad.get_name()
        if controller.is_controller(number):
            self._known[key] = controller.Controller(number)
        else:
            self._plain[key] = pad

    def is_told_twice(self, event: pygame.Event) -> bool:
        """Return whether the system tells the same once more with the buttons' names."""
        return event.type in AS_JOYSTICK and event.instance_id not in self._plain

    @property
    def are_there(self) -> bool:
        """Whether one is plugged in."""
        return bool(self._names)

    def name(self, key: int) -> str:
        """Return what a pad is called, by the number that its events bear."""
        return self._names.get(key, "")
