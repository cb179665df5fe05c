"""The schemas that editors use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from game.commands.schema import text_of
from game.files import paths
from game.scenarios.nodes import Node, compose
from game.scenarios.read import FILES
from game.scenarios.scalars import NUMBER
from game.scenarios.schema import KINDS, meaning, schemas

SHIPPED = Path(__file__).parents[2] / "scenarios" / "schemas"
HARBOUR = Path(__file__).parents[1] / "campaigns" / "harbour"
EVERY_FILE = [*sorted(HARBOUR.glob("*.yaml")), *sorted(paths.campaign().glob("*.yaml"))]


def as_json(node: Node | None) -> Any:
    """Return a node as an editor would see it, with scalars read as the game reads them."""
    match node:
        case dict():
            return {key: as_json(value) for key, value in node.items()}
        case list():
            return [as_json(one) for one in node]
        case "true" | "false":
            return node == "true"
        case str():
            return json.loads(node) if NUMBER.match(node) else node
        case _:
            return None


def mistakes(name: str, value: Any) -> list[str]:
    """Return what a schema says of a value."""
    validator = jsonschema.Draft202012Validator(schemas()[name])
    return [error.json_path for error in validator.iter_errors(value)]


@pytest.mark.parametrize("name", KINDS)
def test_the_shipped_schema_is_the_one_of_the_types(name: str) -> None:
    """If not: `six-telegrams schema scenarios/schemas`."""
    assert (SHIPPED / f"{name}.json").read_text(encoding="utf-8") == text_of(schemas()[name])


@pytest.mark.parametrize("name", KINDS)
def test_a_schema_is_one(name: str) -> None:
    """By the standard's own schema."""
    jsonschema.Draft202012Validator.check_schema(schemas()[name])


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_sound_file_has_no_mistake_by_its_schema(path: Path) -> None:
    """The harbour's and the shipped campaign's."""
    node, _ = compose(path.read_bytes(), path.name)
    name = path.stem if path.stem in FILES else "scenario"

    assert mistakes(name, as_json(node)) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cast", {"mayor": {"name": "x"}}),
        ("cast", {"The Mayor": {}}),
        ("sources", {"a": {"title": "x", "seen": "y", "colour": "z"}}),
        ("map", {"places": {"a": {"name": "x", "at": [200, 0]}}}),
        ("map", {"places": {"a": {"name": "x", "at": [20, 0, 0]}}}),
        ("model", {"first": "July"}),
        ("scenario", {"view": []}),
        ("scenario", {"decision": {"responses": {"only-one": {}}}}),
        ("scenario", {"council": {"time_for": -1}}),
        ("encyclopaedia", {"a": {"grade": "sure"}}),
    ],
)
def test_a_wrong_value_is_a_mistake_by_the_schema(name: str, value: Any) -> None:
    """So that the editor underlines it."""
    assert mistakes(name, value) != []


def test_every_key_says_what_it_means() -> None:
    """By its own docstring, or that of what it holds."""
    keys = [
        key
        for schema in schemas().values()
        for kind in schema["$defs"].values()
        for key in kind["properties"].values()
    ]

    assert all(len(key["description"]) > 10 for key in keys)


def test_a_key_without_a_docstring_says_what_it_holds() -> None:
    """A grade is a grade everywhere."""
    speech = FILES["cast"].__args__[0]

    assert meaning(speech, "sources") == "The key of a source in `sources.yaml`."
    assert meaning(speech, "post").startswith("What they do")
