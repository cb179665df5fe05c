"""The camera on its way from place to place; a flight may be broken off for another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.campaign.words import PlaceId
from game.frozen import dataclass
from game.widgets.map.camera import Camera, between, flight_seconds
from game.widgets.sheet import Chart, Sheet

Places = tuple[PlaceId, ...]
"""What the camera holds: the closest picture in which all of them are seen."""

DEEPEST = 8
"""Flights broken off one in another that are remembered; what came before no longer shows."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a flight was broken off."""

    start: Start
    goal: Places
    share: float
    """How much of the way lay behind, from 0 to 1."""
    depth: int = 1
    """How many flights were broken off one in another."""


Start = Places | Broken
"""Where the camera is: on some places, or on the way."""

Cameras = Callable[[Places], Camera]
"""From places to the camera that holds them in the picture at hand."""


def camera_at(start: Start, cameras: Cameras) -> Camera:
    """Return the camera as it stands."""
    if isinstance(start, Broken):
        return between(camera_at(start.start, cameras), cameras(start.goal), start.share)
    return cameras(start)


@dataclass(slots=True)
class Flight:
    """Where the camera comes from, where it goes, and how far it has come."""

    start: Start
    goal: Places
    seconds: float = 1.6
    """How long the whole way takes."""
    share: float = 0.0

    def update(self, seconds: float) -> bool:
        """Fly on; return whether the camera still moves."""
        if self.share >= 1:
            return False
        self.share = min(self.share + seconds / self.seconds, 1.0)
        return True

    def land(self) -> None:
        """Be there at once."""
        self.share = 1.0

    def broken(self) -> Start:
        """Return where the camera is now, so that the next flight can go on from there."""
        if self.share >= 1:
            return self.goal
        start = self.start
        depth = start.depth + 1 if isinstance(start, Broken) else 1
        if isinstance(start, Broken) and depth > DEEPEST:
            start, depth = start.goal, 1
        return Broken(start, self.goal, self.share, depth)

    def camera(self, cameras: Cameras) -> Camera:
        """Return the camera as it stands now."""
        return camera_at(Broken(self.start, self.goal, self.share), cameras)


def flight_to(start: Start, goal: Places, cameras: Cameras) -> Flight:
    """Return a flight that takes as long as its way is; without a start the camera is there."""
    seconds = flight_seconds(camera_at(start, cameras), cameras(goal)) if start else 0.0
    return Flight(start, goal, seconds) if seconds else Flight(goal, goal, share=1.0)


def flown(screen: object, sheet: Sheet) -> Sheet:
    """Return the sheet of a screen on which only the camera has moved: the same one if it has not.

    Args:
        screen: whose camera it is.
        sheet: what was seen of the screen before.
    """
    flight = flight_of(screen)
    if flight is None:
        return sheet
    marks = tuple([m.flown(flight.share) if isinstance(m, Chart) else m for m in sheet.marks])
    return sheet if marks == sheet.marks else replace(sheet, marks=marks)


def flight_of(screen: object) -> Flight | None:
    """Return the flight of a screen that has a camera."""
    flight: Flight | None = getattr(screen, "flight", None)  # a protocol is slow to compare with
    return flight
