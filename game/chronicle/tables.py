"""A playthrough as data: decisions, months, and the codebook, as CSV and as JSON.

Numbers have nine digits: beyond them machines may differ.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from game.campaign.campaign import Campaign
from game.campaign.scenario import Estimate
from game.chronicle.codebook import DECISIONS, ESTIMATES, MONTHS, codebook, most_estimates
from game.chronicle.drawn import Drawn
from game.chronicle.telegrams import historical, letter
from game.playthrough.code import code_of
from game.playthrough.desk import Desk, Notes, replay_of
from game.playthrough.ghost import ghost_of
from game.playthrough.replay import Replay, Step, came_of, estimate

BOM = "\ufeff"
"""Spreadsheets take a file for UTF-8 only if it begins so."""
Cell = str | int | float | None
Row = dict[str, Cell]


def csv_files(campaign: Campaign, desk: Desk, drawn: Drawn | None) -> dict[str, str]:
    """Return three tables by what is added to the file's name: decisions have nothing added."""
    heads = _decision_head(campaign)
    book = [asdict(one) for one in codebook(campaign)]
    months = tuple(name for name, _, _ in MONTHS)
    return {
        "": _csv(heads, decisions(campaign, desk)),
        "-months": _csv(months, by_month(campaign, desk, drawn)),
        "-codebook": _csv(tuple(book[0]), book),
    }


def as_json(campaign: Campaign, desk: Desk, drawn: Drawn | None) -> str:
    """Return the same in one JSON file."""
    body = {
        "kind": "six-telegrams chronicle",
        "format": 1,
        "draws": drawn.count if drawn else 0,
        "decisions": list(decisions(campaign, desk)),
        "months": list(by_month(campaign, desk, drawn)),
        "ending": _ending(replay_of(campaign, desk)),
        "codebook": [asdict(one) for one in codebook(campaign)],
        "sources": [
            {"id": one.id, "author": one.author, "title": one.title, "year": one.year}
            for one in campaign.sources
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def decisions(campaign: Campaign, desk: Desk) -> Iterator[Row]:
    """Yield one row for each answer."""
    replay, made = replay_of(campaign, desk), desk.playthrough
    common: Row = {
        "run_code": code_of(campaign, made) or "",
        "campaign": made.campaign,
        "version": made.version,
        "reading": made.reading,
        "seed": made.seed if made.chance else None,
    }
    for turn, step in enumerate(replay.steps):
        notes = desk.notes[turn] if turn < len(desk.notes) else Notes()
        head = common | {"telegram": turn + 1} | _answer(step)
        yield head | {"asked": ";".join(notes.asked)} | _estimates(campaign, replay, step, notes)


def _answer(step: Step) -> Row:
    scenario, response = step.scenario, step.response
    return {
        "scenario": scenario.id,
        "month": str(scenario.month),
        "letter": letter(scenario, response),
        "response": response.id,
        "response_title": str(response.title),
        "history": historical(scenario).id,
        "as_in_history": int(response.historical),
    }


def _estimates(campaign: Campaign, replay: Replay, step: Step, notes: Notes) -> Row:
    """Return what was foreseen and what came, with empty cells where a telegram asks for less."""
    asked: list[Estimate | None] = list(step.scenario.decision.estimates)
    asked += [None] * (most_estimates(campaign) - len(asked))
    said = {one.estimate: one for one in notes.guesses}
    row: Row = {}
    for number, one in enumerate(asked, 1):
        guess = said.get(one.id) if one else None
        value = estimate(replay, step, one) if one else None
        cells: tuple[Cell, ...] = (
            one.id if one else None,
            guess.answer + 1 if guess else None,
            guess.confidence if guess else None,
            came_of(one, value) + 1 if one and value is not None else None,
            None if value is None else rounded(value),
        )
        names = (name.format(n=number) for name, _, _ in ESTIMATES)
        row |= dict(zip(names, cells, strict=True))
    return row


def by_month(campaign: Campaign, desk: Desk, drawn: Drawn | None) -> Iterator[Row]:
    """Yield one row for each month and quantity."""
    course = replay_of(campaign, desk).course
    ghost = ghost_of(campaign, desk.playthrough).course
    for number, month in enumerate(course.months()):
        for name in course.names:
            band = drawn.bands.get(name) if drawn else None
            low, high = band[number] if band else (None, None)
            yield {
                "month": str(month),
                "quantity": name,
                "value": rounded(course.at(month, name)),
                "history": rounded(ghost.at(month, name)),
                "low": None if low is None else rounded(low),
                "high": None if high is None else rounded(high),
            }


def _ending(replay: Replay) -> dict[str, object] | None:
    if replay.reached is None:
        return None
    axes = {str(axis.id): rounded(value) for axis, value in replay.reached.axes}
    ending = replay.reached.ending
    return {"id": ending.id, "title": ending.title, "grade": ending.grade, "axes": axes}


def rounded(value: float) -> float:
    """Return a number as far as all machines agree on it."""
    return float(f"{value:.9g}")


def _decision_head(campaign: Campaign) -> tuple[str, ...]:
    estimates = (
        name.format(n=number)
        for number in range(1, most_estimates(campaign) + 1)
        for name, _, _ in ESTIMATES
    )
    return (*(name for name, _, _ in DECISIONS), *estimates)


class _Lines(list[str]):
    """Takes what is written, as a file would."""

    write = list.append


def _csv(head: tuple[str, ...], rows: Iterable[Row]) -> str:
    return as_csv(head, (tuple(row[name] for name in head) for row in rows))


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table as spreadsheets read it: a byte order mark, a head, a line for each row."""
    lines = _Lines([BOM])
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return "".join(lines)
