"""The author's guide, `scenarios/README.md`, says what the types say."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from game.campaign import campaign, cast, classroom, geography, model, scenario, soundscape, words
from game.campaign.formula import FUNCTIONS, LONGEST, LUCK, WINDOW
from game.files.folder import forms
from game.scenarios import catalogue
from game.scenarios.fields import fields_of, required_of
from game.scenarios.schema import is_outside, schemas

GUIDE = (Path(__file__).parents[1] / "scenarios" / "README.md").read_text(encoding="utf-8")
MODULES = (campaign, cast, classroom, geography, model, scenario, soundscape, words)
NAMED = {name: kind for module in MODULES for name, kind in vars(module).items()}
WRITTEN = sorted(set(chain.from_iterable(schema["$defs"] for schema in schemas().values())))


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading, without its head."""
    _, _, after = GUIDE.partition(f"# {heading}\n")
    lines = re.split(r"\n#", after)[0].splitlines()
    table = [line for line in lines if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


@pytest.mark.parametrize("name", WRITTEN)
def test_every_key_is_in_the_guide(name: str) -> None:
    """With whether it is needed, what it holds and what it means."""
    kind: Any = NAMED[name]
    table = rows(name)
    needed = {cells[0].strip("`"): cells[2] == "yes" for cells in table}

    assert needed == {
        key: key in required_of(kind) for key in fields_of(kind) if not is_outside(kind, key)
    }
    assert all(cells[1] and cells[3] for cells in table)


def test_every_word_to_choose_is_in_the_guide() -> None:
    """With the kind it belongs to."""
    kinds = {
        kind for kind in NAMED.values() if isinstance(kind, type) and issubclass(kind, StrEnum)
    }
    listed = {(cells[0], cells[1].strip("`")) for cells in rows("Words to choose from")}

    assert listed == {(kind.__name__, str(one)) for kind in kinds - {StrEnum} for one in kind}


def test_every_problem_code_is_in_the_guide() -> None:
    """As the catalogue has it."""
    assert rows("Problem codes") == [[one.code, one.what, one.fix] for one in catalogue.EVERY_KIND]


@pytest.mark.parametrize("function", sorted(FUNCTIONS | LUCK | WINDOW))
def test_every_function_is_in_the_guide(function: str) -> None:
    """Of formulas and of measures."""
    table = [*rows("Formulas"), *rows("Measures")]

    assert any(f"`{function}(" in cells[0] for cells in table)


def test_the_guide_knows_how_long_a_formula_may_be() -> None:
    """The number is the code's."""
    assert f"at most {LONGEST} characters" in GUIDE


def test_the_guide_lists_every_form_of_every_part_of_a_portrait() -> None:
    """An author can put a new person together from the page alone."""
    table = GUIDE.split("## Portraits")[1].split("## Problem codes")[0]
    described = {
        part: tuple(re.findall(r"`([a-z-]+)`", words))
        for part, words in re.findall(r"^\| `([a-z]+)` \| (.*) \|$", table, re.MULTILINE)
    }

    assert described == forms()
