"""The revision note: what somebody would have otherwise in the model, why, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator

from game.campaign.campaign import Campaign
from game.campaign.words import Grade
from game.chronicle import comparing
from game.chronicle.beside import curves_beside, in_numbers
from game.chronicle.chronicle import Chronicle, Figure, Part, Section, Statement, Table, Words
from game.chronicle.contents import cited, facts_of
from game.playthrough.hindcast import Hindcast
from game.playthrough.replay import Replay
from game.playthrough.revision import Argued, Revision, called, is_within, parameter_of, value_of
from game.words import wording

WAS, NOW = "As it was", "As argued"
NAMES = (WAS, NOW)
NOTE = (
    "The change was made in a copy of the model: the campaign's files are as they were. What the "
    "authors say of a number carries their grade; the reason and the source for the change are "
    "those of whoever argues."
)
NO_ROW = "No row of the ledger reads otherwise."
NO_RECORD = "The model has no documented or reported figure to be held against."
NAMED = 6
"""Points of the record that are named; of others only the number is told."""


def note(argued: Argued) -> Chronicle:
    """Return the note, ready to be set as a page, on paper or as Markdown."""
    campaign = argued.campaign
    before, _ = argued.found.replays
    sections = tuple(_sections(argued))
    return Chronicle(
        f"{campaign.outline.title}: a revision",
        "Some numbers of the model as somebody else would have them, and what comes of it",
        NOTE,
        facts_of(campaign, before),
        sections,
        cited(campaign, sections),
    )


def _sections(argued: Argued) -> Iterator[Section]:
    before = argued.found.replays[0].playthrough
    changed = tuple(_changed(argued.campaign, before.reading, one) for one in argued.revisions)
    parts = tuple(part for group in changed for part in group)
    yield Section("changed", "What is changed", parts)
    yield Section("record", "Whether the record still holds", tuple(_record(argued)))
    yield Section("ends", "What comes of it", _ends(argued))
    yield Section("curves", "Month by month", tuple(_figures(argued)))
    yield Section("ledger", "Rows of the ledger that read otherwise", tuple(_rows(argued)))


# --- what is changed ---


def _changed(campaign: Campaign, reading: str, one: Revision) -> tuple[Part, ...]:
    """Return a parameter with its old and its new value, then the reason and the source."""
    parameter = parameter_of(campaign, one.parameter)
    assert parameter is not None, "only parameters of the model are revised"
    head = f"{called(parameter.id)} ({parameter.id})"
    text = f"{change(campaign, reading, one)} {parameter.meaning}"
    return (
        Statement(head, text, parameter.grade, parameter.sources),
        Words(f"Because: {one.because}"),
        Words(f"Source: {one.source}"),
    )


def change(campaign: Campaign, reading: str, one: Revision) -> str:
    """Return the old and the new value of a parameter, and how the new one lies to its range."""
    parameter = parameter_of(campaign, one.parameter)
    assert parameter is not None, "only parameters of the model are revised"
    was = wording.plain(value_of(campaign, reading, parameter))
    low, high = wording.plain(parameter.low), wording.plain(parameter.high)
    where = "Within" if is_within(parameter, one.value) else "Beyond"
    span = f"{low} to {high}" if parameter.low < parameter.high else f"{low}, which they fixed"
    now = wording.plain(one.value)
    return f"{now} instead of {was} ({parameter.unit}). {where} the range of the authors, {span}."


# --- the record ---


def held(argued: Argued) -> list[str]:
    """Return whether the model still answers to the record, in sentences."""
    was, now = argued.record
    if not was.counted:
        return [NO_RECORD]
    points_met = (
        f"Of {len(was.counted)} documented or reported points of the record the model met "
        f"{_met(was)} and meets {_met(now)} as argued; its mean error was {_error(was)} and is "
        f"{_error(now)}."
    )
    told = [points_met, _verdict(was, now)]
    for points, word in ((argued.lost, "No longer met"), (argued.won, "Met only now")):
        if points:
            named = [f"{one.title}, {wording.month(one.point.month)}" for one in points[:NAMED]]
            more = len(points) - len(named)
            told.append(f"{word}: {'; '.join(named)}{f'; and {more} more' if more else ''}.")
    return told


def _met(table: Hindcast) -> int:
    return len(table.counted) - len(table.missed)


def _error(table: Hindcast) -> str:
    return f"{100 * table.error:.1f} %"


def _verdict(was: Hindcast, now: Hindcast) -> str:
    match was.is_met, now.is_met:
        case True, True:
            return "The model still answers to the record."
        case True, False:
            return "The model no longer answers to the record."
        case False, True:
            return "The model did not answer to the record under this reading, and now does."
        case _:
            return "The model does not answer to the record under this reading, before or after."


def _record(argued: Argued) -> Iterator[Part]:
    was, now = argued.record
    yield from map(Words, held(argued))
    if was.counted:
        rows = (
            ("Points met", *(f"{_met(one)} of {len(one.counted)}" for one in (was, now))),
            ("Mean error", _error(was), _error(now)),
            ("Answers to the record", *("yes" if one.is_met else "no" for one in (was, now))),
        )
        yield Table("History's answers held against the record", ("", *NAMES), rows)


# --- what comes of it ---


def ends(argued: Argued) -> tuple[tuple[str, str, str], ...]:
    """Return ending and axes as they were and as argued; nothing if a line stops on the way."""
    before, after = (one.reached for one in argued.found.replays)
    if before is None or after is None:
        return ()
    axes = (
        (str(axis.title), wording.number(old, axis.shown_as), wording.number(new, axis.shown_as))
        for (axis, old), (_, new) in zip(before.axes, after.axes, strict=True)
    )
    return (("Ending", str(before.ending.title), str(after.ending.title)), *axes)


def stopped(argued: Argued) -> tuple[str, ...]:
    """Return where and why each of the two lines stops, if it does."""
    pairs = zip(NAMES, argued.found.replays, strict=True)
    return tuple(_stopped(argued.campaign, name, one) for name, one in pairs if not one.reached)


def _stopped(campaign: Campaign, name: str, one: Replay) -> str:
    far = f"{name} the line goes as far as answer {len(one.steps)}"
    if one.stopped is None:
        return f"{far}."
    return f"{far}: {wording.refusal(campaign, one.course, one.stopped)}"


def _ends(argued: Argued) -> tuple[Part, ...]:
    words: tuple[Part, ...] = tuple(map(Words, stopped(argued)))
    rows = ends(argued)
    return (*words, Table("Where it led", ("", *NAMES), rows)) if rows else words


def _figures(argued: Argued) -> Iterator[Part]:
    """Yield a curve for each figure of the desk, furthest apart first."""
    for number, one in enumerate(curves_beside(argued.campaign, argued.found, NAMES)):
        table = in_numbers(argued.campaign, argued.found, NAMES, number)
        caption = "Computed by the model; the change in dashes."
        yield Figure(f"curve-{number + 1}", one, caption, Grade.INFERRED, (), table)


def _rows(argued: Argued) -> Iterator[Part]:
    """Yield a table for each telegram whose ledger reads otherwise."""
    turns = range(min(len(one.steps) for one in argued.found.replays))
    found = {turn: comparing.rows_apart(argued.campaign, argued.found, turn) for turn in turns}
    if not any(found.values()):
        yield Words(NO_ROW)
    for turn, rows in found.items():
        if rows:
            scenario = argued.campaign.scenarios[turn]
            cells = tuple((one.title, *one.told) for one in rows)
            yield Table(f"{turn + 1}. {scenario.title}", ("Row", *NAMES), cells)


def stem(argued: Argued, letters: str) -> str:
    """Return how the note's file is called, without its ending."""
    names = "-".join(dict.fromkeys(str(one.parameter) for one in argued.revisions))
    return f"revision-{letters}-{names.replace('_', '-')}"[:100]
