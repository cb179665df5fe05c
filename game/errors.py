"""The one exception that ends a command: what was asked for cannot be had."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """Something the person at the keyboard asked for is not so; the message says what would do."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status
        """The exit status: 1 when the thing is not so, 2 when it was asked for wrongly."""
