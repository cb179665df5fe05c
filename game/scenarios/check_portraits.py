"""The parts of a portrait: each one the painter knows, in a form it can draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.campaign.cast import Person
from game.scenarios import catalogue
from game.scenarios.findings import Findings
from game.scenarios.problem import Problem
from game.scenarios.scalars import listed, near

Forms = Mapping[str, tuple[str, ...]]
"""From a part of a portrait to the forms it can have; empty when nobody is going to draw."""


def portrait_problems(findings: Findings, forms: Forms) -> Iterator[Problem]:
    """Yield every part and form of a portrait that cannot be drawn."""
    for path, person in findings.parts_of(Person):
        for part, form in person.portrait.items():
            where = f"{path}.portrait.{part}"
            if forms and part not in forms:
                cure = f"take it out, or write one of: {listed(forms)}{near(part, forms)}"
                yield findings.say(catalogue.UNKNOWN_KEY, where, key=part, cure=cure)
            elif forms and form not in forms[part]:
                known = ", ".join(forms[part])
                words = {"given": form, "name": part, "known": known}
                yield findings.say(
                    catalogue.NOT_ONE_OF, where, **words, meant=near(form, forms[part])
                )
