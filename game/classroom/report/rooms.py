"""Several classes of one campaign side by side: where they parted, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from game.campaign.campaign import Campaign
from game.chronicle.chronicle import Chronicle, Section, Statement, Table, Words
from game.chronicle.contents import cited
from game.playthrough.parting import Comparison
from game.playthrough.playthrough import letters
from game.playthrough.replay import play
from game.room.calibration import calibration
from game.room.debrief import played, split
from game.room.lesson import beside
from game.room.room import Room
from game.room.told import choice
from game.words import wording


def rooms_of(campaign: Campaign, rooms: Sequence[Room], turns: range | None = None) -> Chronicle:
    """Return what two or more classes made of the same campaign.

    Args:
        campaign: what was played.
        rooms: the lessons, over or not.
        turns: the telegrams that are told, from 0; if nothing is said, those that a class answered.
    """
    turns = turns or _answered(rooms)
    names = tuple(_name(one) for one in rooms)
    found = beside(campaign, tuple(rooms))
    sections = (
        _answers(campaign, rooms, names, turns),
        Section("parting", "Where they parted", (Words(_parting(campaign, found, names, turns)),)),
        _split(campaign, rooms, names, turns),
        _forecasts(campaign, rooms, names),
        *(_endings(campaign, rooms, names) if turns.stop == len(campaign.scenarios) else ()),
    )
    facts = tuple((name, _fact(campaign, one)) for name, one in zip(names, rooms, strict=True))
    return Chronicle(
        f"{campaign.outline.title}: {len(rooms)} classes side by side",
        "Seats and classes, no pupil",
        str(campaign.outline.content_note),
        facts,
        sections,
        cited(campaign, sections),
    )


def _answered(rooms: Sequence[Room]) -> range:
    """Return the telegrams from the first to the last that a class answered itself."""
    every = [turn for one in rooms for turn in played(one)]
    return range(min(every, default=0), max(every, default=-1) + 1)


def _fact(campaign: Campaign, room: Room) -> str:
    sent = letters(campaign, room.desk.playthrough.line) or "none"
    return f"room {room.opened.code}, {len(room.pupils)} pupils, answers {sent}"


def _name(room: Room) -> str:
    return f"{room.opened.name or 'A class'} ({room.opened.code})"


def _answers(
    campaign: Campaign, rooms: Sequence[Room], names: tuple[str, ...], turns: range
) -> Section:
    rows = []
    for turn in turns:
        scenario = campaign.scenarios[turn]
        sent = tuple(_sent(campaign, one, turn) for one in rooms)
        history = next(one for one in scenario.decision.responses if one.historical)
        known = choice(scenario, history)
        rows.append(
            (
                f"{turn + 1}. {scenario.title}",
                *sent,
                f"{known.letter}. {known.title} ({scenario.record.answered.grade})",
            )
        )
    head = ("Telegram", *names, "History")
    table = Table("What each class sent, beside history", head, tuple(rows))
    return Section("answers", "The answers", (table,))


def _sent(campaign: Campaign, room: Room, turn: int) -> str:
    if turn not in played(room):
        return "–"
    scenario, sent = campaign.scenarios[turn], room.desk.playthrough.line[turn]
    response = next(one for one in scenario.decision.responses if one.id == sent)
    one = choice(scenario, response)
    return f"{one.letter}. {one.title}"


def _parting(campaign: Campaign, found: Comparison, names: tuple[str, ...], turns: range) -> str:
    if found.parting is None or found.parting not in turns:
        return "They answered alike as far as they went."
    scenario = campaign.scenarios[found.parting]
    sent = "; ".join(
        f"{name}: {replay.steps[found.parting].response.title}"
        for name, replay in zip(names, found.replays, strict=True)
        if found.parting < len(replay.steps)
    )
    return f"They parted at telegram {found.parting + 1}, {scenario.title}. {sent}."


def _split(
    campaign: Campaign, rooms: Sequence[Room], names: tuple[str, ...], turns: range
) -> Section:
    rows = tuple(
        (
            f"{turn + 1}. {campaign.scenarios[turn].title}",
            *(_torn(campaign, one, turn) for one in rooms),
        )
        for turn in turns
    )
    caption = "How divided each class was: 0 of one mind, 1 evenly torn"
    return Section("split", "How divided", (Table(caption, ("Telegram", *names), rows),))


def _torn(campaign: Campaign, room: Room, turn: int) -> str:
    return f"{split(campaign, room, turn):.1f}" if turn in played(room) else "–"


def _forecasts(campaign: Campaign, rooms: Sequence[Room], names: tuple[str, ...]) -> Section:
    rows = []
    for name, room in zip(names, rooms, strict=True):
        found = calibration(campaign, room).forecasts
        many = len(found)
        score = f"{sum(one.score for one in found) / many:.2f}" if many else "–"
        even = f"{sum(one.even for one in found) / many:.2f}" if many else "–"
        rows.append((name, str(many), score, even))
    caption = "Mean score over all questions: 0 is sure and right, 2 is sure and wrong"
    head = ("Class", "Questions", "Score", "Spread evenly")
    return Section("forecasts", "How well they foresaw", (Table(caption, head, tuple(rows)),))


def _endings(
    campaign: Campaign, rooms: Sequence[Room], names: tuple[str, ...]
) -> tuple[Section, ...]:
    parts, month = [], campaign.outline.chronicle
    for name, room in zip(names, rooms, strict=True):
        replay = play(campaign, room.desk.playthrough)
        if replay.reached is not None:
            one = replay.reached.ending
            text = wording.filled(campaign, replay.course, one.text, month)
            parts.append(Statement(f"{name}: {one.title}", text, one.grade, one.sources))
    return (Section("endings", "Where it led", tuple(parts)),) if parts else ()
