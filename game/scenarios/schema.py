"""JSON Schemas of a campaign's files, for editors: made from the same types that read them.

The schemas stand in `scenarios/schemas/`. An editor completes keys and shows their meaning when the
first line of a file says, for instance, `# yaml-language-server: $schema=../schemas/scenario.json`.
"""

from __future__ import annotations

import ast
import inspect
import sys
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Any

from game.campaign import words
from game.campaign.formula import Formula, Measure
from game.campaign.scenario import Scenario
from game.campaign.words import Month
from game.scenarios.bounds import COUNTS, LATITUDE, LENGTHS, LONGITUDE, NUMBERS
from game.scenarios.fields import fields_of, form_of, required, required_of
from game.scenarios.read import FILES
from game.scenarios.scalars import FORMS, ID, LONGEST_ID, MONTH

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: dict[str, Any] = {"scenario": Scenario} | FILES
"""From the name of a schema to the type of such a file."""

Json = dict[str, Any]
"""A JSON object."""

TEXT = ["string", "number", "boolean"]
"""An editor takes an unquoted 1900 for a number; the game reads it as text."""


def schemas() -> dict[str, Json]:
    """Return the schema of every kind of file under its name."""
    return {name: schema(kind) for name, kind in KINDS.items()}


def schema(kind: Any) -> Json:
    """Return the schema of files that hold a `kind`."""
    writer = _Writer()
    root = writer.value(kind)
    return {"$schema": DIALECT, **root, "$defs": dict(sorted(writer.defined.items()))}


class _Writer:
    """Writes types as schemas and collects those of the classes on the way."""

    def __init__(self) -> None:
        self.defined: dict[str, Json] = {}

    def value(self, kind: Any) -> Json:
        """Return the schema of one value."""
        form = form_of(kind)
        match form.shape:
            case "record":
                return self.record(form.inner[0])
            case "named":
                return self.named(form.inner[0])
            case "list":
                return {"type": "array", "items": self.value(form.inner[0])}
            case "tuple":
                return {"type": "array", "items": False, "prefixItems": _degrees()}
            case "words":
                return {"type": "object", "additionalProperties": {"type": TEXT}}
            case "text":
                return text(form.inner[0])

    def named(self, kind: Any) -> Json:
        """Return the schema of a mapping from ids to things."""
        ids = text(required(fields_of(kind)["id"]))
        names = {"pattern": ids["pattern"], "maxLength": LONGEST_ID} if "pattern" in ids else ids
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": self.record(kind),
        }

    def record(self, kind: Any) -> Json:
        """Return a pointer to the schema of a class."""
        if kind.__name__ not in self.defined:
            self.defined[kind.__name__] = {}  # so that a class may hold itself
            self.defined[kind.__name__] = self.keys(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def keys(self, kind: Any) -> Json:
        """Return the schema of a class: its fields are the keys."""
        fields = {
            name: held for name, held in fields_of(kind).items() if not is_outside(kind, name)
        }
        return {
            "type": "object",
            "description": inspect.getdoc(kind),
            "properties": {name: self.key(kind, name, held) for name, held in fields.items()},
            "required": [name for name in required_of(kind) if name in fields],
            "additionalProperties": False,
        }

    def key(self, kind: Any, name: str, held: Any) -> Json:
        """Return the schema of one key, with its meaning and its bounds."""
        found = self.value(held) | {"description": meaning(kind, name)}
        if (kind, name) in NUMBERS:
            low, high = NUMBERS[kind, name]
            found |= {"minimum": low, "maximum": high}
        if (kind, name) in COUNTS:
            fewest, most = COUNTS[kind, name]
            things = "Items" if found["type"] == "array" else "Properties"
            found[f"min{things}"] = fewest
            found |= {} if most is None else {f"max{things}": most}
        if (kind, name) in LENGTHS:
            each = found["items"] if found["type"] == "array" else found
            each["maxLength"] = LENGTHS[kind, name]
        return found


def is_outside(kind: Any, name: str) -> bool:
    """Return whether a field is no key: ids stand before the colon, or are the file's name."""
    return name == "id" and kind is not FILES["campaign"]


def text(kind: Any) -> Json:
    """Return the schema of a piece of text."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"oneOf": [_word(one) for one in kind]}
    if kind is bool:
        return {"type": "boolean"}
    if kind in (int, float):
        return {"type": "integer" if kind is int else "number"}
    if kind is Month:
        return {"type": "string", "pattern": _pattern(MONTH.pattern)}
    if kind in (Formula, Measure):
        return {"type": ["string", "number"]}
    if kind is str or kind is words.Prose:
        return {"type": TEXT}
    form, _, _ = FORMS.get(kind, ID)
    return {"type": TEXT, "pattern": _pattern(form.pattern), "maxLength": LONGEST_ID}


def _word(one: StrEnum) -> Json:
    meant = _docstrings(type(one).__module__).get(f"{type(one).__name__}.{one.name}")
    return {"const": str(one)} | ({"description": meant} if meant else {})


def _pattern(python: str) -> str:
    """Return a pattern as JSON Schema writes it: anchored at both ends."""
    return f"^{python.removesuffix(chr(92) + 'Z')}$"


def _degrees() -> list[Json]:
    bounds = (LONGITUDE, LATITUDE)
    return [{"type": "number", "minimum": low, "maximum": high} for low, high in bounds]


def meaning(kind: Any, name: str) -> str:
    """Return what a field means: its own docstring, or that of what it holds."""
    own = _docstrings(kind.__module__).get(f"{kind.__name__}.{name}")
    held = form_of(fields_of(kind)[name])
    inner = held.inner[0] if held.inner else kind
    if form_of(inner).shape == "text" and form_of(inner).inner:
        inner = form_of(inner).inner[0]
    return own or _docstrings(words.__name__).get(inner.__name__) or inspect.getdoc(inner) or name


@lru_cache(maxsize=16)
def _docstrings(module: str) -> dict[str, str]:
    """Return the docstrings under the assignments of a module, by name: `Place.at`, `SourceId`."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    found = _documented(tree.body, "")
    for one in tree.body:
        if isinstance(one, ast.ClassDef):
            found |= _documented(one.body, f"{one.name}.")
    return found


def _documented(body: list[ast.stmt], before: str) -> dict[str, str]:
    """Return the docstring that follows each assignment directly."""
    found = {}
    for one, after in pairwise(body):
        match one, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[f"{before}{name}"] = inspect.cleandoc(text)
            case _:
                pass
    return found
