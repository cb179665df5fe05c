"""Small enough to see whole: modules of up to 400 lines, functions of up to 25 without docstring.

`LISTED` holds the exceptions. Each has a reason, and leaves the list when it is cured.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.exhaustive import sampled

ROOT = Path(__file__).parents[1]
MODULES = sorted([*(ROOT / "game").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])
LONGEST_MODULE = 400
LONGEST_BODY = 25
TABLES = {"game/scenarios/catalogue.py"}
"""Modules that are one table."""
LISTED: dict[str, str] = {}
"""From `module` or `module:function` to the reason why it is longer."""


def name_of(path: Path) -> str:
    """Return a module's path as the lists write it."""
    return path.relative_to(ROOT).as_posix()


def functions_in(body: Sequence[ast.stmt]) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function in some statements, in one another's too; no expression has any."""
    for one in body:
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
            yield one
        for field in ("body", "orelse", "handlers", "finalbody", "cases"):
            yield from functions_in(getattr(one, field, ()))


def bodies(path: Path) -> dict[str, int]:
    """Return the lines of each function's body, without its docstring."""
    functions = functions_in(ast.parse(path.read_text(encoding="utf-8")).body)
    shortest_first = sorted(functions, key=lines_of)
    return {f"{name_of(path)}:{one.name}": lines_of(one) for one in shortest_first}


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines from the first statement after the docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def too_long(path: Path) -> dict[str, int]:
    """Return a module and its functions that are too long, with their lines."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    found = {name: count for name, count in bodies(path).items() if count > LONGEST_BODY}
    return found | ({name_of(path): lines} if lines > LONGEST_MODULE else {})


@pytest.mark.parametrize("folder", sampled(["game", "tests"], ["game"]))
def test_every_module_and_its_functions_are_short(folder: str) -> None:
    """Or listed. One test for all in a folder: one each would be a tenth of all tests."""
    modules = sorted((ROOT / folder).rglob("*.py"))
    found = {name: count for path in modules for name, count in too_long(path).items()}

    assert modules
    assert {name: count for name, count in found.items() if name not in {*LISTED, *TABLES}} == {}


def test_what_is_listed_is_still_too_long() -> None:
    """A cured function leaves the list."""
    listed = {name.partition(":")[0] for name in LISTED}
    paths = [path for path in MODULES if name_of(path) in listed]

    assert LISTED.keys() <= {name for path in paths for name in too_long(path)}
