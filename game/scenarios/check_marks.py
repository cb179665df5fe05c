"""Run codes tell responses and readings apart."""

from __future__ import annotations

from collections.abc import Iterator

from game.campaign.marks import ALPHABET, mark_of, pair_of
from game.campaign.model import Model
from game.campaign.scenario import Decision
from game.scenarios import catalogue
from game.scenarios.findings import Findings
from game.scenarios.problem import Problem


def mark_problems(findings: Findings) -> Iterator[Problem]:
    """Yield every response and every reading that a run code would take for another one."""
    for path, decision in findings.parts_of(Decision):
        yield from _responses(findings, f"{path}.responses", decision)
    for path, model in findings.parts_of(Model):
        taken: dict[tuple[int, int], str] = {}
        for one in model.readings:
            other = taken.setdefault(pair_of(one.id), one.id)
            if other != one.id:
                words = {
                    "name": one.id,
                    "other": other,
                    "cure": "choose another id for the newer one",
                }
                yield findings.say(catalogue.SAME_MARK, f"{path}.readings.{one.id}", **words)


def _responses(findings: Findings, path: str, decision: Decision) -> Iterator[Problem]:
    marks = {one.id: mark_of(one) for one in decision.responses}
    free = "".join(one for one in ALPHABET if one not in marks.values())
    taken: dict[str, str] = {}
    for one in decision.responses:
        if one.mark is not None and (len(one.mark) != 1 or one.mark not in ALPHABET):
            words = {"given": one.mark[:40], "known": ALPHABET}
            yield findings.say(catalogue.BAD_MARK, f"{path}.{one.id}.mark", **words)
            continue
        other = taken.setdefault(marks[one.id], one.id)
        if other != one.id:
            cure = f"give the newer one a `mark`, one of {free}"
            words = {"name": one.id, "other": other, "cure": cure}
            yield findings.say(catalogue.SAME_MARK, f"{path}.{one.id}", **words)
