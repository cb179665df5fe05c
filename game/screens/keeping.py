"""What is still to be kept: it is written once its picture is seen, which waits for no disk."""

from __future__ import annotations

from game.playthrough.desk import Desk
from game.screens.screen import Office, Screen


class Keeping:
    """The desk that is written next."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._desk: Desk | None = None
        self._unkept: Desk | None = None
        """What could not be written last time."""

    def note(self, desk: Desk) -> None:
        """Let a desk be kept soon; only the last one is."""
        self._desk = desk

    def settle(self) -> Screen | None:
        """Write what was noted; return a page that tells what went wrong, if anything did."""
        desk, self._desk = self._desk, None
        trouble = self.office.keep(desk) if desk else ""
        if desk:
            self._unkept = desk if trouble else None
        if not trouble:
            return None
        from game.screens.overlay import unsaved  # noqa: PLC0415 - see flow

        return unsaved(self.office, trouble)

    def leave(self) -> None:
        """Write what is not written yet: what had no room on the disk before may have some now."""
        self._desk = self._desk or self._unkept
        self.settle()
