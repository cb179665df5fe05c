"""Read a whole campaign from the bytes of its files: a campaign, or every problem in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import partial
from typing import Any

from game.campaign.campaign import Campaign, Entry, Outline, Source
from game.campaign.cast import Person
from game.campaign.classroom import PLAIN, Classroom
from game.campaign.geography import Geography
from game.campaign.model import Model
from game.campaign.scenario import Scenario
from game.campaign.words import Id
from game.frozen import dataclass
from game.scenarios import catalogue
from game.scenarios.check import check
from game.scenarios.check_model import run_problems
from game.scenarios.check_portraits import Forms
from game.scenarios.convert import Converter, FailedError, reader_of, thing_reader
from game.scenarios.findings import Findings
from game.scenarios.nodes import Node, compose, text_of
from game.scenarios.places import NOWHERE, Places
from game.scenarios.problem import Mark, Problem, problem

FILES: dict[str, Any] = {
    "campaign": Outline,
    "model": Model,
    "cast": tuple[Person, ...],
    "map": Geography,
    "encyclopaedia": tuple[Entry, ...],
    "sources": tuple[Source, ...],
    "classroom": Classroom,
}
"""The files a campaign has besides its scenarios, and what each holds."""

OPTIONAL: dict[str, Any] = {"classroom": PLAIN}
"""From a file that may be missing to what a campaign without it has."""

RUNS = tuple(
    kind.code
    for kind in (
        catalogue.UNUSED,
        catalogue.UNIT,
        catalogue.OTHER_UNIT,
        catalogue.RANGE,
        catalogue.NO_SOURCE,
    )
)
"""Problems in spite of which a model can run."""

Files = Mapping[str, bytes | Problem]
"""From a file's name to what is in it, or why that cannot be had."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a campaign: the campaign if it has no problem, and the problems."""

    campaign: Campaign | None
    problems: tuple[Problem, ...]
    findings: Findings = field(default_factory=Findings, repr=False, compare=False)
    """Where everything was written, for checks that come later."""


def read(files: Files, folder: str = "", forms: Forms | None = None) -> Reading:
    """Read a campaign from its files.

    Args:
        files: what the folder holds.
        folder: put before the files' names in messages.
        forms: the forms of portraits that can be drawn; none leaves them unchecked.
    """
    desk = _Reader(files, folder)
    parts = {name: desk.file(name, kind) for name, kind in FILES.items()}
    scenarios = tuple(desk.scenario(name, path) for name, path in desk.scenario_names())
    found = desk.findings
    found.problems.extend(check(found, forms or {}))
    if all(one.mark.file != desk.shown("model") or one.code in RUNS for one in found.problems):
        found.problems.extend(run_problems(found, parts["model"]))
    if found.problems:
        problems = sorted(found.problems, key=lambda one: (one.mark, one.code))
        return Reading(None, tuple(problems), found)
    campaign = Campaign(
        outline=parts["campaign"],
        scenarios=scenarios,
        model=parts["model"],
        cast=parts["cast"],
        geography=parts["map"],
        encyclopaedia=parts["encyclopaedia"],
        sources=parts["sources"],
        classroom=parts["classroom"],
    )
    return Reading(campaign, (), found)


def _alike(name: str, stem: str) -> bool:
    """Return whether a file's name differs from the one wanted in its ending or capitals only."""
    return name.lower() in (f"{stem}.yaml", f"{stem}.yml")


class _Reader:
    """Reads one file after another into the same findings."""

    def __init__(self, files: Files, folder: str) -> None:
        self.files = files
        self.folder = folder
        self.findings = Findings(again=partial(_places, files, folder))
        self.converter = Converter(self.findings)

    def shown(self, stem: str) -> str:
        """Return a file's name for messages."""
        return _shown(self.folder, stem)

    def file(self, stem: str, kind: Any) -> Any:
        """Return what a file holds, or None when it has problems."""
        if stem in OPTIONAL and not any(_alike(name, stem) for name in self.files):
            return OPTIONAL[stem]
        return self.part(stem, kind, "", "add it: every campaign has one")

    def scenario(self, stem: str, path: str) -> Any:
        """Return a scenario, named at a key path of the outline, or None when it has problems."""
        cure = "add it, or take its name out of campaign.yaml"
        return self.part(stem, Scenario, path, cure)

    def scenario_names(self) -> list[tuple[str, str]]:
        """Return the scenarios and where they are named; without an outline, every other file."""
        named: dict[str, str] = {}
        for path, name in self.findings.mentions[Id]:
            if path.startswith("campaign.scenarios."):
                named.setdefault(name, path)
        found = self.findings
        if found.one(Outline) or found.places_of("campaign").value("campaign.scenarios"):
            return list(named.items())
        others = [name for name in sorted(self.files) if name.endswith(".yaml")]
        stems = (name.removesuffix(".yaml") for name in others)
        return [(stem, "") for stem in stems if stem not in FILES and "." not in stem]

    def part(self, stem: str, kind: Any, path: str, cure: str) -> Any:
        """Return what a file holds, named at a key path; note why when it cannot be had."""
        data = self.files.get(f"{stem}.yaml")
        if not isinstance(data, bytes):
            near = next((one for one in self.files if _alike(one, stem)), "")
            cure = f"give {near!r} this name" if near else cure
            mark = self.findings.mark(path) if path else Mark(self.shown(stem))
            missing = problem(catalogue.NO_FILE, mark, name=f"{stem}.yaml", cure=cure)
            self.findings.problems.append(data or missing)
            self.findings.places[stem] = NOWHERE
            return None
        root, problems = compose(data, self.shown(stem))
        self.findings.problems.extend(problems)
        if root is None:
            self.findings.places[stem] = NOWHERE
            return None
        return self.value(stem, kind, root)

    def value(self, stem: str, kind: Any, root: Node) -> Any:
        """Return what is written in a file, or None when it has problems; note them."""
        try:
            if kind is Scenario:
                return thing_reader(kind, named=True)(self.converter, root, stem, {"id": stem})
            return reader_of(kind)(self.converter, root, stem)
        except FailedError:
            return None


def _shown(folder: str, stem: str) -> str:
    """Return a file's name for messages."""
    return f"{folder}/{stem}.yaml" if folder else f"{stem}.yaml"


def _places(files: Files, folder: str, stem: str) -> Places:
    """Return where everything stands in a file that could be read to its end."""
    data = files.get(f"{stem}.yaml")
    return Places(stem, text_of(data), _shown(folder, stem)) if isinstance(data, bytes) else NOWHERE
