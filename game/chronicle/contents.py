"""From a playthrough to its chronicle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from game.campaign.campaign import Campaign
from game.campaign.words import Grade, SourceId
from game.chronicle.chronicle import (
    Chronicle,
    Cited,
    Figure,
    Section,
    Statement,
    Table,
    Words,
)
from game.chronicle.drawn import Drawn
from game.chronicle.figures import bars, curves, draws_of, last_of
from game.chronicle.telegrams import historical, letter, telegram
from game.playthrough.code import code_of
from game.playthrough.desk import Desk, Notes, replay_of
from game.playthrough.ghost import strayed
from game.playthrough.playthrough import Playthrough, letters
from game.playthrough.replay import Reached, Replay, Step
from game.words import wording

NO_BANDS = (
    "No bands are drawn: they need many draws of the line, and numpy, which is not installed or "
    "was not wanted here."
)


def chronicle_of(
    campaign: Campaign,
    desk: Desk,
    drawn: Drawn | None = None,
    notices: Sequence[str] = (),
) -> Chronicle:
    """Return the chronicle of a playthrough in which something was answered.

    Args:
        campaign: the campaign.
        desk: the playthrough, and what was asked and foreseen in it.
        drawn: its spread, if it was drawn.
        notices: what the reader should know about it, such as where an old save stopped.
    """
    replay = replay_of(campaign, desk)
    assert replay.steps, "a chronicle tells of answers"
    sections = tuple(_sections(campaign, desk, replay, drawn))
    outline = campaign.outline
    month = wording.month(last_of(campaign, replay))
    return Chronicle(
        f"{outline.title}: the chronicle",
        f"A playthrough up to {month}, beside the record",
        str(outline.content_note),
        (*facts_of(campaign, replay), *(("Note", one) for one in notices)),
        sections,
        cited(campaign, sections),
        code_of(campaign, replay.playthrough) or "",
    )


def facts_of(campaign: Campaign, replay: Replay) -> tuple[tuple[str, str], ...]:
    """Return what a playthrough is and rests on, as names and values."""
    made, outline = replay.playthrough, campaign.outline
    count, whole = len(replay.steps), len(campaign.scenarios)
    over = "" if count == whole else f" ({count} of {whole}; the campaign is not over)"
    return (
        ("Answers", letters(campaign, made.line) + over),
        ("Reading", _reading(campaign, made)),
        ("Chance", f"on, seed {made.seed}" if made.chance else "off: every month as expected"),
        ("Campaign", f"{outline.id}, version {outline.version}"),
    )


def _reading(campaign: Campaign, made: Playthrough) -> str:
    return next(str(one.title) for one in campaign.model.readings if one.id == made.reading)


def _sections(
    campaign: Campaign, desk: Desk, replay: Replay, drawn: Drawn | None
) -> Iterator[Section]:
    """Yield the sections in the order of reading."""
    yield _answers(campaign, replay)
    if replay.reached is not None:
        yield _outcome(campaign, replay, replay.reached, drawn)
    yield _curves(campaign, replay, drawn)
    for turn in range(len(replay.steps)):
        notes = desk.notes[turn] if turn < len(desk.notes) else Notes()
        yield telegram(campaign, replay, turn, notes)
    if replay.reached is not None and replay.reached.epilogue:
        yield _after(campaign, replay, replay.reached)
    yield _grades()


def _answers(campaign: Campaign, replay: Replay) -> Section:
    head = ("Telegram", "When", "Your answer", "History, as far as it is known")
    rows = tuple(_answer(number, step) for number, step in enumerate(replay.steps, 1))
    return Section(
        "answers",
        "Your answers",
        (
            Table("Your answers beside those of history", head, rows),
            Words(wording.strayed(strayed(campaign, replay.playthrough))),
            Words(wording.reading(campaign, replay.playthrough)),
        ),
    )


def _answer(number: int, step: Step) -> tuple[str, ...]:
    scenario, response = step.scenario, step.response
    history = historical(scenario)
    there = "the same" if response.historical else f"{letter(scenario, history)}. {history.title}"
    return (
        f"{number}. {scenario.title}",
        str(scenario.when),
        f"{letter(scenario, response)}. {response.title}",
        there,
    )


def _outcome(campaign: Campaign, replay: Replay, reached: Reached, drawn: Drawn | None) -> Section:
    ending, month = reached.ending, campaign.outline.chronicle
    text = wording.filled(campaign, replay.course, ending.text, month)
    spread = f" The thin line through a bar: {draws_of(drawn)}." if drawn else ""
    caption = (
        "Each bar on its own scale; the tick is where history's answers lead in the model. "
        f"A notched bar stands worse than history.{spread}"
    )
    return Section(
        "outcome",
        "Where it led",
        (
            Statement(str(ending.title), text, ending.grade, ending.sources),
            Figure("outcome-bars", bars(campaign, replay, drawn), caption, Grade.INFERRED),
        ),
    )


def _curves(campaign: Campaign, replay: Replay, drawn: Drawn | None) -> Section:
    words = (
        "Your line is drawn whole, history's answers in dashes: both are computed by the same "
        "model, under the same reading and luck. The numbers above are the telegrams."
    )
    band = f"The band: {_band(drawn)}" if drawn else NO_BANDS
    figures = curves(campaign, replay, drawn)
    return Section("curves", "How the figures ran", (Words(words), Words(band), *figures))


def _band(drawn: Drawn) -> str:
    return (
        f"{draws_of(drawn)} of your line lie in it. Each draw has its own luck and its own view of "
        "what is disputed. Where two bands overlap, the model cannot tell two lines apart."
    )


def _after(campaign: Campaign, replay: Replay, reached: Reached) -> Section:
    course = replay.course
    parts = tuple(
        Statement(
            str(one.title),
            wording.filled(campaign, course, one.text, course.last),
            one.grade,
            one.sources,
        )
        for one in reached.epilogue
    )
    return Section("after", "The years after", parts)


def _grades() -> Section:
    rows = tuple((str(grade), words) for grade, words in wording.IN_WORDS.items())
    table = Table("What the grades mean", ("Grade", "What it says"), rows)
    return Section("grades", "How sure we are", (table,))


def cited(campaign: Campaign, sections: Sequence[Section]) -> tuple[Cited, ...]:
    """Return every source that is named, in the order in which they come."""
    uses: dict[SourceId, Counter[Grade]] = {}
    for part in (part for one in sections for part in one.all_parts()):
        if isinstance(part, Statement | Figure):
            for key in part.sources:
                uses.setdefault(key, Counter())[part.grade] += 1
    known = {one.id: one for one in campaign.sources}
    return tuple(
        Cited(
            key,
            wording.source(known[key]),
            str(known[key].seen),
            tuple((grade, counts[grade]) for grade in Grade if counts[grade]),
        )
        for key, counts in uses.items()
    )
