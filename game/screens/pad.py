"""What is held on the pads: buttons by their names, sticks as if they were arrows."""

from __future__ import annotations

import pygame

from game.keymap import Device

BUTTONS = {
    pygame.CONTROLLER_BUTTON_A: "a",
    pygame.CONTROLLER_BUTTON_B: "b",
    pygame.CONTROLLER_BUTTON_X: "x",
    pygame.CONTROLLER_BUTTON_Y: "y",
    pygame.CONTROLLER_BUTTON_BACK: "back",
    pygame.CONTROLLER_BUTTON_START: "start",
    pygame.CONTROLLER_BUTTON_LEFTSTICK: "l3",
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: "r3",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "lb",
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "rb",
    pygame.CONTROLLER_BUTTON_DPAD_UP: "up",
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: "down",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "left",
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "right",
}
NUMBERED = ("a", "b", "x", "y", "lb", "rb", "back", "start", "l3", "r3")
"""The buttons of a pad that the system cannot name, in the order most makers use."""
AXES = {
    pygame.CONTROLLER_AXIS_LEFTX: ("left", "right"),
    pygame.CONTROLLER_AXIS_LEFTY: ("up", "down"),
    pygame.CONTROLLER_AXIS_RIGHTY: ("lb", "rb"),
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: ("", "lt"),
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: ("", "rt"),
}
"""What a stick or a trigger presses at its two ends; the right stick turns pages."""
PRESSED, LET_GO = 0.6, 0.4
"""How far a stick must be out to press, and how far back to let go: between them it may tremble."""
AT_REST = 0.25
"""How far out a stick may stand that nobody touches."""
FIRST, AGAIN = 0.4, 0.12
"""Seconds until what is held presses again, and then between one time and the next."""
WHOLE = 32767
SIGNED = ("playstation", "dualshock", "dualsense", "ps3", "ps4", "ps5")
"""Words in the names of pads that have signs on their buttons."""
MOTIONS = (pygame.CONTROLLERAXISMOTION, pygame.JOYAXISMOTION)


class Pad:
    """All pads as one: whoever has another may take over."""

    def __init__(self) -> None:
        self.held: dict[str, float] = {}
        """What is held, with the seconds until it presses again."""

    def take(self, event: pygame.Event) -> tuple[str, ...]:
        """Return what an event presses, as inputs of the key map."""
        before = set(self.held)
        match event.type:
            case pygame.CONTROLLERBUTTONDOWN | pygame.CONTROLLERBUTTONUP:
                name = BUTTONS.get(event.button, "")
                self._set(name, down=event.type == pygame.CONTROLLERBUTTONDOWN)
            case pygame.JOYBUTTONDOWN | pygame.JOYBUTTONUP:
                name = dict(enumerate(NUMBERED)).get(event.button, "")
                self._set(name, down=event.type == pygame.JOYBUTTONDOWN)
            case pygame.CONTROLLERAXISMOTION:
                self._lean(AXES.get(event.axis, ("", "")), event.value / WHOLE)
            case pygame.JOYAXISMOTION if event.axis in (0, 1):
                self._lean(AXES[event.axis], event.value)
            case pygame.JOYHATMOTION:
                self._lean(("left", "right"), event.value[0])
                self._lean(("down", "up"), event.value[1])
            case pygame.JOYDEVICEREMOVED | pygame.CONTROLLERDEVICEREMOVED | pygame.WINDOWFOCUSLOST:
                self.held.clear()
            case _:
                pass
        return tuple(one for one in self.held if one not in before)

    def _lean(self, ends: tuple[str, str], share: float) -> None:
        for name, out in zip(ends, (-share, share), strict=True):
            if out >= PRESSED or out < LET_GO:
                self._set(name, down=out >= PRESSED)

    def _set(self, name: str, *, down: bool) -> None:
        if not name:
            return
        if not down:
            self.held.pop(f"pad:{name}", None)
        else:
            self.held.setdefault(f"pad:{name}", FIRST)

    def pass_by(self, seconds: float) -> tuple[str, ...]:
        """Let time pass; return what presses again because it is held."""
        self.held = {name: left - seconds for name, left in self.held.items()}
        again = tuple(name for name, left in self.held.items() if left <= 0)
        self.held |= dict.fromkeys(again, AGAIN)
        return again


def is_at_rest(event: pygame.Event) -> bool:
    """Return whether an event only tells that a stick trembles."""
    if event.type not in MOTIONS:
        return False
    whole = WHOLE if event.type == pygame.CONTROLLERAXISMOTION else 1
    return bool(abs(event.value) < AT_REST * whole)


def family(name: str) -> Device:
    """Return what stands on the buttons of a pad, by its name."""
    signed = any(word in name.casefold() for word in SIGNED)
    return Device.PLAYSTATION if signed else Device.PAD
