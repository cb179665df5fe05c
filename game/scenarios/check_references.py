"""Everything that names something else: ids, names in formulas, words in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from game.campaign.campaign import Ending, Entry, EpilogueLine, Happening, Outline
from game.campaign.formula import Formula, Measure
from game.campaign.idioms import CLOCK, NO_CLOCK
from game.campaign.model import Equation, Stock
from game.campaign.scenario import Case, Requirement
from game.campaign.words import (
    DispatchId,
    OrderId,
    ParameterId,
    PersonId,
    PlaceId,
    QuantityId,
    ResponseId,
    SourceId,
)
from game.scenarios import catalogue
from game.scenarios.fields import formulas_of
from game.scenarios.findings import Findings
from game.scenarios.problem import Problem, problem
from game.scenarios.scalars import listed, near

BRACE = re.compile(r"\{([^{}]*)\}")
LONELY = re.compile(r"[{}].{0,20}")
"""A brace without its pair, when all pairs are gone, and what follows it."""
PAIRED = "write both braces, or take this one away"
FILLED = {
    (Case, "text"),
    (Requirement, "otherwise"),
    (Happening, "text"),
    (Ending, "text"),
    (EpilogueLine, "text"),
}
"""Texts in which words in braces are filled in."""
NOT_HERE = "take the braces away: in this text nothing is filled in"
QUANTITIES = ("model.orders", "model.series", "model.equations", "model.stocks")
ELSEWHERE = {
    "parameter": "a stock starts from parameters and numbers: make a parameter of what is needed",
    "quantity": "a parameter stands in `equals`, `change` and `starts` only: "
    "let an equation equal it, and name that",
}
"""What to do with a name of the model where it may not stand, by what may."""
GLOBAL: dict[Any, tuple[str, tuple[str, ...]]] = {
    SourceId: ("source", ("sources",)),
    PersonId: ("person", ("cast",)),
    PlaceId: ("place", ("map.places",)),
    OrderId: ("order", ("model.orders",)),
    ParameterId: ("parameter", ("model.parameters",)),
    QuantityId: ("quantity", QUANTITIES),
}
"""From a kind of id to its word and the lists where such things are defined."""
LOCAL: dict[Any, tuple[str, str]] = {
    ResponseId: ("response", "decision.responses"),
    DispatchId: ("dispatch", "situation.dispatches"),
}
"""The same for ids that mean something of the same scenario."""


def reference_problems(findings: Findings) -> Iterator[Problem]:
    """Yield every name that names nothing."""
    yield from _ids(findings)
    yield from _entries(findings)
    quantities = findings.names(*QUANTITIES)
    if quantities is not None:
        yield from _braces(findings, quantities)
        parameters = findings.names("model.parameters")
        if parameters is not None:
            yield from _formulas(findings, quantities, parameters)
        yield from _moods(findings, quantities)


def _ids(findings: Findings) -> Iterator[Problem]:
    for kind, (what, lists) in GLOBAL.items():
        known = findings.names(*lists)
        for path, name in findings.mentions[kind]:
            if known is not None and name not in known:
                yield _names_nothing(findings, path, what, name, known)
    names_at = lru_cache(findings.names)
    for kind, (what, place) in LOCAL.items():
        for path, name in findings.mentions[kind]:
            if not path.startswith("classroom."):  # these: check_classroom.py
                known = names_at(f"{path.partition('.')[0]}.{place}")
                yield from unless_known(findings, path, what, name, known)


def _entries(findings: Findings) -> Iterator[Problem]:
    """Entries of the encyclopaedia point at one another."""
    known = findings.names("encyclopaedia")
    for path, entry in findings.parts_of(Entry):
        for number, name in enumerate(entry.also, 1):
            yield from unless_known(findings, f"{path}.also.{number}", "entry", name, known)


def unless_known(
    findings: Findings, path: str, what: str, name: str, known: set[str] | None
) -> Iterator[Problem]:
    """Yield a problem if a name stands for none of the known things, when these could be read."""
    if known is not None and name not in known:
        yield _names_nothing(findings, path, what, name, known)


def _names_nothing(findings: Findings, path: str, what: str, name: str, known: set[str]) -> Problem:
    words = {"what": what, "name": name, "known": listed(known), "meant": near(name, known)}
    return findings.say(catalogue.REFERENCE, path, **words)


def _braces(findings: Findings, quantities: set[str]) -> Iterator[Problem]:
    """Words in braces are quantities, and stand only where they are filled in."""
    in_case = quantities | {"value"}
    for part, field, path, text in findings.texts_of(*findings.parts):
        if "{" in text or "}" in text:
            kind: Any = type(part)
            filled_in = in_case if kind is Case else quantities
            known = filled_in if (kind, field) in FILLED else set()
            yield from _words(findings, path, text, known)


def _words(findings: Findings, path: str, text: str, known: set[str]) -> Iterator[Problem]:
    for word in BRACE.findall(text):
        if word not in known:
            cure = f"write one of the model's quantities{near(word, known)}"
            words = {"given": word, "cure": cure if known else NOT_HERE}
            yield findings.say(catalogue.BAD_BRACE, path, **words)
    if lonely := LONELY.search(BRACE.sub("", text)):
        words = {"given": lonely[0], "cure": PAIRED if known else NOT_HERE}
        yield findings.say(catalogue.BAD_BRACE, path, **words)


def _formulas(findings: Findings, quantities: set[str], parameters: set[str]) -> Iterator[Problem]:
    """Formulas use names of the model."""
    both, in_case = quantities | parameters, quantities | {"value"}
    for kind in findings.parts:
        for field in formulas_of(kind):
            what, known = "quantity", in_case if kind is Case else quantities
            if kind is Stock and field == "starts":
                what, known = "parameter", parameters
            elif kind in (Stock, Equation):
                what, known = "quantity or parameter", both
            for path, part in findings.parts_of(kind):
                formula = getattr(part, field)
                if formula is not None and not formula.names.keys() <= known:
                    here = f"{path}.{field}"
                    yield from _names(findings, here, formula, what, known, both)


def _names(
    findings: Findings,
    path: str,
    formula: Formula | Measure,
    what: str,
    known: set[str],
    model: set[str],
) -> Iterator[Problem]:
    """Yield the names in a formula that are not known there.

    Args:
        findings: where everything was written.
        path: the formula's key path.
        formula: the formula.
        what: what may be named here.
        known: the names of these.
        model: every name of the model.
    """
    for name, column in formula.names.items():
        if name in known:
            continue
        cure = f"write one of the model's names{near(name, known)}"
        if name in model:
            cure = ELSEWHERE[what]
        elif name in CLOCK:
            cure = NO_CLOCK
        mark = findings.spot(path, formula.text, column)
        yield problem(catalogue.NO_NAME, mark, what=what, name=name, cure=cure)


def _moods(findings: Findings, quantities: set[str]) -> Iterator[Problem]:
    """The music hangs on what an indicator shows: it must not know more than the player."""
    for path, outline in findings.parts_of(Outline):
        shown = {str(one.quantity) for one in outline.indicators}
        kind: Any = type(outline.sound)
        for field in formulas_of(kind):
            rule = getattr(outline.sound, field)
            for name, column in rule.names.items() if rule else ():
                if name in quantities - shown:
                    words = {"name": name, "known": listed(shown), "meant": near(name, shown)}
                    mark = findings.spot(f"{path}.sound.{field}", rule.text, column)
                    yield problem(catalogue.NOT_SHOWN, mark, **words)
