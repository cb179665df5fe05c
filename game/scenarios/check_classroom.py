"""What a class needs: one chair, seats for a small class, notes, and lessons that end in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.campaign.campaign import Outline
from game.campaign.classroom import Classroom, DebriefQuestion, LessonPlan, Seat, SpeakerNotes
from game.campaign.notes import OF_THE_RECORD, named_in
from game.scenarios import catalogue
from game.scenarios.check_references import unless_known
from game.scenarios.fields import texts_of
from game.scenarios.findings import Findings
from game.scenarios.problem import Problem
from game.scenarios.scalars import last

SMALL_CLASS = 3
"""Pupils with whom there must be somebody to talk to: a chair alone is no council."""
FOR_DEBRIEF = 4
"""At least one part in so many of a lesson is its debrief."""


def classroom_problems(findings: Findings) -> Iterator[Problem]:
    """Yield whatever would leave a class without a chair, a card, a note or a debrief."""
    scenarios = _read(findings)
    yield from _named(findings, scenarios)
    for path, room in findings.parts_of(Classroom):
        yield from _chair(findings, f"{path}.seats", room.seats)
        yield from _code_names(findings, f"{path}.code_names", room.code_names)
        missing = set(scenarios or ()) - {one.id for one in room.notes}
        if missing and room.notes:
            names = ", ".join(sorted(missing))
            yield findings.say(catalogue.NOTES, f"{path}.notes", names=names)
    for path, plan in findings.parts_of(LessonPlan):
        yield from _minutes(findings, path, plan)


def _read(findings: Findings) -> set[str] | None:
    """Return the scenarios; none when one is not there: that is said once, where it is named."""
    outline = findings.one(Outline)
    named = outline.scenarios if outline else ()
    read = [findings.names(f"{one}.decision.responses") is not None for one in named]
    return set(named) if named and all(read) else None


def _named(findings: Findings, scenarios: set[str] | None) -> Iterator[Problem]:
    """Scenarios, and responses and dispatches of these, are there."""
    for path, name in _scenarios(findings):
        yield from unless_known(findings, path, "scenario", name, scenarios)
    for path, seat in findings.parts_of(Seat):
        for card in seat.cards:
            where = f"{path}.cards.{card.id}"
            leans = findings.names(f"{card.id}.decision.responses")
            for number, name in enumerate(card.leans, 1):
                yield from unless_known(
                    findings, f"{where}.leans.{number}", "response", name, leans
                )
            heard = findings.names(f"{card.id}.situation.dispatches")
            for number, name in enumerate(card.unheard, 1):
                where_heard = f"{where}.unheard.{number}"
                yield from unless_known(findings, where_heard, "dispatch", name, heard)
    for path, room in findings.parts_of(Classroom):
        for note in room.notes:
            yield from _rests(findings, f"{path}.notes.{note.id}", note)
    for path, question in findings.parts_of(DebriefQuestion):
        known = _responses(findings, question.about or scenarios or ())
        for number, name in enumerate(question.between, 1):
            yield from unless_known(findings, f"{path}.between.{number}", "response", name, known)


def _rests(findings: Findings, path: str, note: SpeakerNotes) -> Iterator[Problem]:
    """What a note names in brackets are claims of its scenario."""
    places = ("record.paragraphs", "record.weak", "situation.dispatches")
    lists = [findings.names(f"{note.id}.{place}") for place in places]
    known = None if None in lists else set(OF_THE_RECORD).union(*filter(None, lists))
    for stage, text in texts_of(note):
        for name in named_in(text):
            yield from unless_known(findings, f"{path}.{stage}", "claim", name, known)


def _scenarios(findings: Findings) -> Iterator[tuple[str, str]]:
    """Yield where a scenario is named, and its name."""
    for path, seat in findings.parts_of(Seat):
        yield from ((f"{path}.cards.{card.id}", card.id) for card in seat.cards)
    for path, room in findings.parts_of(Classroom):
        yield from ((f"{path}.notes.{note.id}", note.id) for note in room.notes)
        yield from ((f"{path}.earlier.{one.id}", one.id) for one in room.earlier)
    for path, question in findings.parts_of(DebriefQuestion):
        yield from ((f"{path}.about.{number}", one) for number, one in enumerate(question.about, 1))
    for path, plan in findings.parts_of(LessonPlan):
        named = enumerate(plan.telegrams, 1)
        yield from ((f"{path}.telegrams.{number}", one) for number, one in named)


def _responses(findings: Findings, scenarios: Iterable[str]) -> set[str] | None:
    """Return the responses of some scenarios; none when those of one could not be read."""
    lists = [findings.names(f"{one}.decision.responses") for one in scenarios]
    known = [one for one in lists if one is not None]
    return set().union(*known) if known and len(known) == len(lists) else None


def _chair(findings: Findings, path: str, seats: tuple[Seat, ...]) -> Iterator[Problem]:
    """One seat decides, from the first pupil on, and soon has somebody to talk to."""
    chairs = [one for one in seats if one.chair]
    if len(chairs) != 1:
        yield findings.say(catalogue.CHAIR, path, count=len(chairs))
        return
    (chair,) = chairs
    if chair.from_pupils != 1:
        words = {"pupils": 1, "what": "nobody sits in the chair", "cure": "write 1, or nothing"}
        yield findings.say(catalogue.NOBODY, f"{path}.{chair.id}.from_pupils", **words)
    if sum(one.from_pupils <= SMALL_CLASS for one in seats) < 2:
        cure = f"give another seat a `from_pupils` of 2 or {SMALL_CLASS}"
        words = {"pupils": SMALL_CLASS, "what": "only the chair is filled", "cure": cure}
        yield findings.say(catalogue.NOBODY, path, **words)


def _code_names(findings: Findings, path: str, names: tuple[str, ...]) -> Iterator[Problem]:
    """No two pupils are offered the same name."""
    first: dict[str, int] = {}
    for number, name in enumerate(names, 1):
        before = first.setdefault(name.casefold(), number)
        if before != number:
            words = {"name": name, "other": findings.mark(f"{path}.{before}")}
            yield findings.say(catalogue.TWICE, f"{path}.{number}", **words)


def _minutes(findings: Findings, path: str, plan: LessonPlan) -> Iterator[Problem]:
    """The phases fill the lesson, and a part of it is the debrief's."""
    words = {"name": last(path), "lasts": plan.lasts}
    if plan.minutes != plan.lasts:
        yield findings.say(catalogue.CLOCK, f"{path}.lasts", **words, given=plan.minutes)
    least = -(-plan.lasts // FOR_DEBRIEF)
    if plan.debrief < least:
        words |= {"given": plan.debrief, "least": least}
        yield findings.say(catalogue.DEBRIEF, f"{path}.phases", **words)
