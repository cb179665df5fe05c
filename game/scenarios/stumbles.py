"""Where YAML's parser stumbles, in words that say what was written and what would do.

The parser tells what it expected. What an author did is mostly one of a few things: a tab, an
indent, a colon in a text, a text that begins with a brace or a quotation mark.
"""

from __future__ import annotations

import yaml

from game.scenarios import catalogue
from game.scenarios.problem import Mark, Problem, problem

QUOTE_IT = "put the whole text in quotes, or write it under its key after >-"
"""The cure of nearly everything."""
OTHER_INDENT = (
    "indent this line as its neighbours are; see also whether the line above lacks its colon"
)
CLOSING = tuple("}]\"'")
UNCLOSED = ("quoted scalar", "flow sequence", "flow mapping")
"""What the parser was in the middle of, when something that was opened is never closed."""


def not_yaml(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Return the problem of a text that is not YAML."""
    place = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    said = " ".join(str(getattr(error, "problem", None) or error).split())
    if place is None:
        return problem(catalogue.NOT_YAML, Mark(file), why=said, cure=QUOTE_IT)
    context = str(getattr(error, "context", None) or "")
    over = place.index >= len(text.rstrip()) or (opened and opened.line < place.line)
    if opened and over and any(one in context for one in UNCLOSED):
        place, why = opened, "what is opened here is not closed"
        cure = f"close the {text[opened.index : opened.index + 1]}, or {QUOTE_IT}"
    else:
        why, cure = _explained(said, text.splitlines()[place.line : place.line + 1], place.column)
    mark = Mark(file, place.line + 1, place.column + 1)
    return problem(catalogue.NOT_YAML, mark, why=why, cure=cure)


def _explained(said: str, lines: list[str], column: int) -> tuple[str, str]:
    """Return what is wrong with a line and what would do.

    Args:
        said: the parser's own words.
        lines: the line in which it gave up; none at the end of the file.
        column: where in the line, from 0.
    """
    line = lines[0] if lines else ""
    before, here = line[:column], line[column : column + 1]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "a tab in the indent", "indent with blanks"
    if "mapping values" in said and ":" in before:
        return "a colon inside a text", QUOTE_IT
    if "mapping values" in said:
        return "a key that belongs to nothing above", OTHER_INDENT
    if "cannot start" in said:
        return f"a text that begins with {here}", QUOTE_IT
    if "sequence entries" in said:
        return "a list, or a text that begins with -", f"begin a list below its key; or {QUOTE_IT}"
    if not before.strip():
        return "an indent that fits nothing above", OTHER_INDENT
    if "escape" in said:
        return "a backslash in double quotes", "use single quotes, or write it twice"
    if "expected ','" in said:
        return "a comma, or the end of what was opened, is missing", "write it before this"
    if before.rstrip()[-1:] in CLOSING:
        cure = f"{QUOTE_IT}; or close what was opened further up"
        return f"text behind a closing {before.rstrip()[-1]}", cure
    return said, QUOTE_IT
