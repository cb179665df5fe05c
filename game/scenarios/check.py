"""What holds between the parts of a campaign. Every check sees all that could be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from game.campaign.campaign import Outline
from game.campaign.classroom import Seat, SeatCard
from game.campaign.model import Model
from game.campaign.scenario import Dispatch, Question, Response, Scenario, Speech, Telegram
from game.campaign.words import SOURCED, Grade, Month
from game.scenarios import catalogue
from game.scenarios.check_classroom import classroom_problems
from game.scenarios.check_marks import mark_problems
from game.scenarios.check_model import model_problems
from game.scenarios.check_portraits import Forms, portrait_problems
from game.scenarios.check_references import reference_problems
from game.scenarios.check_size import size_problems
from game.scenarios.fields import fields_of
from game.scenarios.findings import Findings
from game.scenarios.problem import Problem
from game.scenarios.scalars import last

RECONSTRUCTED = (Telegram, Speech, Question, Response, Dispatch, Seat, SeatCard)
QUOTATION_MARK = re.compile('["“”„«»]')


def check(findings: Findings, forms: Forms) -> list[Problem]:
    """Return every problem between the parts of a campaign, whose portraits have `forms`."""
    return [
        *reference_problems(findings),
        *size_problems(findings),
        *mark_problems(findings),
        *_evidence(findings),
        *_quotations(findings),
        *_order_of_time(findings),
        *model_problems(findings),
        *portrait_problems(findings, forms),
        *classroom_problems(findings),
    ]


def _evidence(findings: Findings) -> Iterator[Problem]:
    """A documented or reported statement names a source."""
    graded = [kind for kind in findings.parts if "grade" in fields_of(kind)]
    for path, part in findings.parts_of(*graded):
        if part.grade in SOURCED and not part.sources:
            words = {"name": last(path), "grade": part.grade}
            yield findings.say(catalogue.NO_SOURCE, f"{path}.grade", **words)


def _quotations(findings: Findings) -> Iterator[Problem]:
    """Reconstructed words stand in no quotation marks."""
    for part, _, path, text in findings.texts_of(*RECONSTRUCTED):
        is_kept = getattr(part, "grade", None) is Grade.DOCUMENTED
        if not is_kept and QUOTATION_MARK.search(text):
            yield findings.say(catalogue.QUOTED, path)


def _order_of_time(findings: Findings) -> Iterator[Problem]:
    """The scenarios, and after them the chronicle, lie inside the model's months in their order."""
    outline, model = findings.one(Outline), findings.one(Model)
    dates = list(_dates(findings, outline, model))
    for (other, _, before, _), (name, path, given, cure) in pairwise(dates):
        if given <= before and (path, given) != ("model.last", before):
            words = {"name": name, "given": given, "other": other, "before": before}
            yield findings.say(catalogue.EARLIER, path, **words, cure=cure)


def _dates(
    findings: Findings, outline: Outline | None, model: Model | None
) -> Iterator[tuple[str, str, Month, str]]:
    """Yield each date that has to come after the one before: its name, path, month and cure."""
    if outline is None:
        return
    if model:
        yield "the model's first month", "model.first", model.first, ""
    months = {part.id: part.month for _, part in findings.parts_of(Scenario)}
    cure = "begin the model (`first`) earlier, or move the scenario"
    for name in outline.scenarios:
        if name in months:
            yield f"the month of {name}", f"{name}.month", months[name], cure
            cure = "put the scenarios in the order of time"
    cure = "move the chronicle behind the last scenario"
    yield "the chronicle", "campaign.chronicle", outline.chronicle, cure
    if model:
        cure = "let the model run (`last`) up to the chronicle"
        yield "the model's last month", "model.last", model.last, cure
