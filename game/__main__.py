"""`python -m game` is the same as `six-telegrams`."""

from __future__ import annotations

import sys

from game.start import main

if __name__ == "__main__":
    sys.exit(main())
