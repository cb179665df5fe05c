"""`schema`: write the JSON Schemas that editors use for completion."""

from __future__ import annotations

import json
from argparse import Namespace

from game.errors import Refused
from game.files.store import write_whole
from game.scenarios.schema import schemas


def run(given: Namespace) -> int:
    """Write a schema for each kind of file and print its place."""
    for name, schema in schemas().items():
        path = given.folder / f"{name}.json"
        try:
            write_whole(path, text_of(schema))
        except OSError as error:
            message = f"{path} cannot be written: {error.strerror or error}"
            raise Refused(message) from error
        print(path)
    return 0


def text_of(schema: dict[str, object]) -> str:
    """Return a schema as it stands in a file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
