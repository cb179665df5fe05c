"""The real PySD, for what the game writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[[str, list[str]], dict[str, list[float]]]


@pytest.fixture
def run_in_pysd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run an XMILE text and return the values of some variables, step by step.

    The tests that use it carry `QUIET`: PySD's own libraries tell it of changes to come.
    """

    def run(text: str, names: list[str]) -> dict[str, list[float]]:
        import black
        import pysd

        # PySD has the Python that it writes set out neatly: half of its time, and nobody reads it
        monkeypatch.setattr(black, "format_file_contents", lambda written, **_: written)
        path = tmp_path / "model.xmile"
        path.write_text(text, encoding="utf-8")
        table = pysd.read_xmile(str(path)).run(return_columns=names)
        return {name: [float(value) for value in table[name]] for name in names}

    return run
