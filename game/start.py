"""The beginning of the program: straight to the game when no word says otherwise."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from game.commands.carrying import ALONE, carry_out

if TYPE_CHECKING:
    from argparse import Namespace


def main() -> int:
    """Carry out the command line of this process and return its exit status."""
    if len(sys.argv) == 1:
        return carry_out(cast("Namespace", SimpleNamespace(**ALONE)))
    from game import cli  # noqa: PLC0415 - without words there is nothing to understand

    return cli.main()
