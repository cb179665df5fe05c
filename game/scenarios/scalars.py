"""From a piece of text to a value: what it means follows from the type its key has."""

from __future__ import annotations

import difflib
import keyword
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache, partial
from typing import Any, NamedTuple, NewType

from game.campaign.formula import (
    FUNCTIONS,
    LUCK,
    WINDOW,
    Formula,
    FormulaError,
    Measure,
    formula,
    measure,
)
from game.campaign.words import Id, Month, OrderId, ParameterId, Prose, QuantityId, SourceId
from game.scenarios import catalogue
from game.scenarios.nodes import Node
from game.scenarios.problem import Kind

NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,12})?\Z", re.ASCII)
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])\Z", re.ASCII)
HYPHENS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
SOURCE = re.compile(r"[A-Za-z0-9]+([-_:][A-Za-z0-9]+)*\Z")
UNDERSCORES = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")
LONGEST_ID = 60
"""Letters an id may have."""
RESERVED = {*FUNCTIONS, *LUCK, *WINDOW, *keyword.kwlist, "value"}
"""Names that mean something in a formula or a measure."""
LUCKY_FIELDS = {"equals", "change"}
"""Fields whose formula may draw."""

ID = (HYPHENS, "hyphens", "town-hall")
"""The form of an id: its pattern, what joins its words, an example."""
NAME = (UNDERSCORES, "underscores", "town_people")
FORMS: dict[Any, tuple[re.Pattern[str], str, str]] = {
    QuantityId: NAME,
    OrderId: NAME,
    ParameterId: NAME,
    SourceId: (SOURCE, "hyphens or underscores, or capitals", "minutes-1900"),
}
"""The forms of ids that have one of their own."""


class Fault(NamedTuple):
    """Why a text is no value of its type."""

    kind: Kind
    words: Mapping[str, object]
    """What the templates of the kind are filled with."""
    spot: tuple[str, int] | None = None
    """If not all of it is wrong: the text with every run of blanks as one, and where in that."""


Meaning = Callable[[str, str], Any]
"""From a text and its key path to a value, or to a fault."""


def names_something(kind: Any) -> bool:
    """Return whether texts of `kind` are ids."""
    return isinstance(kind, NewType) and kind is not Prose


def meaning_of(kind: Any) -> Meaning | None:
    """Return what takes texts for values of `kind`; none where they are these values."""
    if kind in (str, Prose):
        return None
    known: dict[Any, Meaning] = {
        bool: _yes_or_no,
        int: _whole,
        float: _number,
        Month: _month,
        Formula: _formula,
        Measure: _measure,
    }
    if kind in known:
        return known[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        members = {str(one): one for one in kind}
        return lambda text, path: members.get(text) or _no_word(members, text, path)
    one_of = partial(_id, *FORMS.get(kind, ID))
    id_of = lru_cache(maxsize=2048)(one_of)  # each stands in many places
    return lambda text, _path: id_of(text)


def _no_word(known: Iterable[str], text: str, path: str) -> Fault:
    words = {"given": text[:40], "name": last(path), "known": ", ".join(known)}
    return Fault(catalogue.NOT_ONE_OF, words | {"meant": near(text, known)})


def _yes_or_no(text: str, path: str) -> bool | Fault:
    if text in ("true", "false"):
        return text == "true"
    words = {"given": text[:40], "name": last(path), "known": "true, false", "meant": ""}
    return Fault(catalogue.NOT_ONE_OF, words)


def _whole(text: str, path: str) -> int | Fault:
    value = _number(text, path)
    if isinstance(value, Fault) or value.is_integer():
        return value if isinstance(value, Fault) else int(value)
    return Fault(catalogue.BAD_NUMBER, {"given": text[:40], "sort": "whole "})


def _number(text: str, _path: str) -> float | Fault:
    if NUMBER.match(text):
        return float(text)
    return Fault(catalogue.BAD_NUMBER, {"given": text[:40], "sort": ""})


def numbers(items: Sequence[Node]) -> tuple[float, ...] | None:
    """Return what items say if all of them are numbers without blanks around them."""
    texts = [one for one in items if type(one) is str and NUMBER.match(one)]
    return tuple(map(float, texts)) if len(texts) == len(items) else None


def _month(text: str, path: str) -> Month | Fault:
    found = MONTH.match(text)
    if found:
        return Month(int(found[1]), int(found[2]))
    words = {"name": last(path), "wanted": "a month such as 1900-07", "given": shape(text)}
    return Fault(catalogue.WANTED, words)


def _formula(text: str, path: str) -> Formula | Fault:
    said = " ".join(text.split())
    try:
        return formula(said, luck=last(path) in LUCKY_FIELDS)
    except FormulaError as error:
        return _no_formula(said, error)


def _measure(text: str, _path: str) -> Measure | Fault:
    said = " ".join(text.split())
    try:
        return measure(said)
    except FormulaError as error:
        return _no_formula(said, error)


def _no_formula(said: str, error: FormulaError) -> Fault:
    words = {"what": error.what, "cure": error.cure}
    return Fault(catalogue.BAD_FORMULA, words, (said, error.column))


def _id(form: re.Pattern[str], joint: str, example: str, text: str) -> Id | Fault:
    if form is UNDERSCORES and text in RESERVED:
        return Fault(catalogue.RESERVED, {"given": text})
    if form.match(text) and len(text) <= LONGEST_ID:
        return Id(text)
    return Fault(catalogue.BAD_ID, {"given": text[:40], "joint": joint, "example": example})


def shape(node: Node) -> str:
    """Return what a node looks like, for a message."""
    if isinstance(node, str):
        return repr(node[:40])
    return "a list" if isinstance(node, list) else "a mapping"


def last(path: str) -> str:
    """Return the last part of a key path that is a word."""
    return next((part for part in reversed(path.split(".")) if not part.isdigit()), path)


def near(given: str, known: Iterable[str]) -> str:
    """Return ` (did you mean 'x'?)` if some known word is close to `given`."""
    close = difflib.get_close_matches(given[:LONGEST_ID], list(known), 1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def listed(known: Iterable[str]) -> str:
    """Return known words for a message, at most twelve of them."""
    words = sorted(known)
    if not words:
        return "(there is none yet)"
    return ", ".join(words[:12]) + (f", ... ({len(words)} in all)" if len(words) > 12 else "")
