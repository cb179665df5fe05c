"""A bare window of default pygame-ce, in a process of its own: what `bench --desk` compares with.

It is run by its path, so that nothing of the game is loaded.

    python bare.py first|memory|still|busy WIDTH HEIGHT

Prints a JSON object: the time of the first picture, and what was asked for besides.
"""

import json
import sys
import time

import pygame

SECONDS = 4.0
"""How long a window is watched."""


def most() -> float | None:
    """Return the most memory this process had, in bytes, where the system tells."""
    try:
        with open("/proc/self/status", encoding="ascii") as lines:  # noqa: PTH123 - as short as can be
            return next(int(one.split()[1]) * 1024.0 for one in lines if one.startswith("VmHWM"))
    except OSError:
        return None


def cpu(*, busy: bool) -> float:
    """Return the share of a core it takes: waiting for events, or drawn 60 times a second."""
    surface, clock = pygame.display.get_surface(), pygame.time.Clock()
    assert surface
    begin, used = time.monotonic(), time.process_time()
    number = 0
    while time.monotonic() - begin < SECONDS:
        if busy:
            pygame.event.get()
            surface.fill((number % 200, 30, 20))
            pygame.display.flip()
            clock.tick(60)
            number += 1
        else:
            pygame.event.wait(500)
    return (time.process_time() - used) / (time.monotonic() - begin)


if __name__ == "__main__":
    pygame.display.init()
    pygame.display.set_mode((int(sys.argv[2]), int(sys.argv[3]))).fill((40, 30, 20))
    pygame.display.flip()
    told: dict[str, object] = {"first": time.time(), "driver": pygame.display.get_driver()}
    if sys.argv[1] == "memory":
        told["most"] = most()
    elif sys.argv[1] != "first":
        told["cpu"] = cpu(busy=sys.argv[1] == "busy")
    print(json.dumps(told))
