"""The teacher's report on one lesson: a chronicle like any other, set as a page or on paper.

It names seats, never pupils, unless names are asked for.
"""

from __future__ import annotations

from game import wording
from game.campaign.campaign import Campaign
from game.campaign.classroom import DebriefStep
from game.campaign.scenario import Scenario
from game.campaign.words import Claim, Grade
from game.chronicle.chronicle import (
    Chronicle,
    Figure,
    Part,
    Section,
    Statement,
    Table,
    Words,
)
from game.chronicle.contents import cited
from game.diagrams.values import Bar, Bars
from game.playthrough.code import code_of
from game.playthrough.replay import Replay, play
from game.room.calibration import Calibration, Forecast, calibration, in_words
from game.room.debrief import TITLES, questions_for
from game.room.events import PupilId
from game.room.lesson import Decided, decided
from game.room.room import Room
from game.room.seating import seat_of
from game.room.ways import COUNTED_BY_HAND, RULES

TORN = 0.75
"""From here on a class counts as split over a telegram."""
AGAIN = 3
"""Questions that are named to be taken up again."""


def report_of(campaign: Campaign, room: Room, *, names: bool = False) -> Chronicle:
    """Return the report on a lesson in which something was answered.

    Args:
        campaign: what was played.
        room: the lesson, over or not.
        names: whether pupils are named.
    """
    found = decided(campaign, room)
    replay = play(campaign, room.desk.playthrough)
    forecasts = calibration(campaign, room)
    sections = (
        _glance(room, found),
        *(_telegram(campaign, replay, one, forecasts) for one in found),
        _forecasts(campaign, forecasts),
        *_ending(campaign, replay),
        _again(campaign, room, found),
        _misconceptions(campaign),
        *((_pupils(campaign, room),) if names else ()),
    )
    return Chronicle(
        f"{campaign.outline.title}: report on a lesson",
        f"{room.opened.name or 'A class'}, room {room.opened.code}",
        str(campaign.outline.content_note),
        _facts(campaign, room, found, names=names),
        sections,
        cited(campaign, sections),
        code_of(campaign, room.desk.playthrough) or "",
    )


def _facts(
    campaign: Campaign, room: Room, found: tuple[Decided, ...], *, names: bool
) -> tuple[tuple[str, str], ...]:
    of = f"{len(found)} of {len(campaign.scenarios)}"
    whom = "pupils are named" if names else "seats only; no pupil is named"
    return (
        ("Telegrams answered", of),
        ("Pupils in the room", str(len(room.pupils))),
        ("Decided by", RULES[room.way]),
        ("Chance", "off" if not room.opened.chance else f"on, seed {room.opened.seed}"),
        ("Campaign", f"{campaign.outline.id}, version {campaign.outline.version}"),
        ("Names", whom),
    )


def _glance(room: Room, found: tuple[Decided, ...]) -> Section:
    head = ("Telegram", "Sent", "History", "Voices", "How")
    rows = tuple(
        (
            f"{one.turn + 1}. {one.title}",
            f"{one.sent.letter}. {one.sent.title}",
            "the same" if one.as_history else f"{one.history.letter}. {one.history.title}",
            ", ".join(f"{choice.letter} {many}" for choice, many in one.voices if many) or "none",
            one.why,
        )
        for one in found
    )
    before = len(room.opened.before)
    began = f"The lesson began at telegram {before + 1}; history answered the earlier ones."
    words = (Words(began),) if before else ()
    table = Table("What the class answered, beside history", head, rows)
    return Section("glance", "The lesson at a glance", (*words, table, Words(_most_torn(found))))


def _most_torn(found: tuple[Decided, ...]) -> str:
    """Return where the class was most divided, in a sentence or two."""
    if not found:
        return "Nothing was answered yet."
    most = max(found, key=lambda one: one.torn)
    if most.torn == 0 or most.runner_up is None:
        return (
            "The class was of one mind throughout. Ask what would have had to be different for "
            "somebody to speak against it, and who at the table had reason to."
        )
    degree = "split" if most.torn >= TORN else "of two minds"
    return (
        f"The class was most {degree} over telegram {most.turn + 1}, {most.title}: "
        f"{most.sent.title} against {most.runner_up.title}. Begin there."
    )


# --- one telegram ---


def _telegram(
    campaign: Campaign, replay: Replay, found: Decided, forecasts: Calibration
) -> Section:
    name, scenario = f"telegram-{found.turn + 1}", campaign.scenarios[found.turn]
    return Section(
        name,
        f"{found.turn + 1}. {found.title}, {found.when}",
        (_claim("What was asked", scenario.telegram.asked), Words(_margin(found))),
        (
            Section(f"{name}-voices", "Who said what", tuple(_voices(found, name))),
            *_expected(found, name, forecasts),
            _followed(campaign, replay, found, name),
            _knew(campaign, scenario, name),
            _record(scenario, name),
        ),
    )


def _margin(found: Decided) -> str:
    """Return what was sent and how near it was to going otherwise."""
    sent = f"The class sent {found.sent.letter}, {found.sent.title}. {found.why}"
    if found.runner_up is None:
        return f"{sent} Nobody spoke for anything else."
    other = f"{found.runner_up.letter}, {found.runner_up.title}"
    if found.margin < 0:
        return f"{sent} More voices were for {other}."
    if found.margin == 0:
        return f"{sent} As many voices were for {other}."
    voices = "One voice" if found.margin == 1 else f"{found.margin} voices"
    return f"{sent} {voices} more than for {other}."


def _voices(found: Decided, name: str) -> list[Part]:
    """Return the tally as bars, the seats as a table, and the reasons that were shown."""
    most = max((many for _, many in found.voices), default=0) or 1
    rows = tuple(
        Bar(f"{choice.letter}. {choice.title}", str(many), many / most)
        for choice, many in found.voices
    )
    caption = "Voices for each response, as this class gave them."
    parts: list[Part] = [
        Figure(f"{name}-tally", Bars("How the voices fell", rows), caption, Grade.DOCUMENTED)
    ]
    if found.way in COUNTED_BY_HAND:
        parts.append(Words("Voices were counted by hand: no seat is known for them."))
    if found.seats:
        seats = tuple(
            (one.seat, ", ".join(f"{choice.letter} {many}" for choice, many in one.voices))
            for one in found.seats
        )
        parts.append(Table("How each seat spoke", ("Seat", "Voices"), seats))
    if found.reasons:
        given = tuple((f"{one.letter}", one.seat, one.text) for one in found.reasons)
        parts.append(Table("Reasons that were shown", ("For", "Seat", "Because"), given))
    return parts


def _expected(found: Decided, name: str, forecasts: Calibration) -> tuple[Section, ...]:
    """Return what the class expected of this telegram beside what came, if it did."""
    here = [one for one in forecasts.forecasts if one.turn == found.turn]
    if not here:
        return ()
    head = ("Question", "What the class expected", "What came")
    table = Table("Expected, and what came", head, tuple(_forecast(one) for one in here))
    return (Section(f"{name}-expected", "What the class expected", (table,)),)


def _forecast(one: Forecast) -> tuple[str, str, str]:
    shares = zip(one.answers, one.shares, strict=True)
    given = "; ".join(f"{answer}: {share:.0%}" for answer, share in shares)
    return one.ask, given, f"{one.answers[one.came]} (given {one.shares[one.came]:.0%})"


def _followed(campaign: Campaign, replay: Replay, found: Decided, name: str) -> Section:
    """Return the ledger of what followed; the human cost stands in it like the rest."""
    step = replay.steps[found.turn]
    rows = tuple(
        Statement(
            str(one.row.title),
            wording.case(campaign, replay.course, step, one),
            one.case.grade,
            one.case.sources,
            wording.sign(one.sign),
        )
        for one in step.ledger
    )
    return Section(f"{name}-followed", "What followed", rows)


def _knew(campaign: Campaign, scenario: Scenario, name: str) -> Section:
    """Return all private cards side by side."""
    cards = tuple(
        Statement(str(seat.title), str(card.text), card.grade, card.sources)
        for seat in campaign.classroom.seats
        for card in seat.cards
        if card.id == scenario.id
    )
    none = (Words("No seat knew anything that the others did not."),)
    return Section(f"{name}-knew", "Who knew what", cards or none)


def _record(scenario: Scenario, name: str) -> Section:
    record = scenario.record
    parts = (
        _claim("What was answered", record.answered),
        _claim("As it is told", record.told),
        _claim("What the documents have", record.documents),
    )
    return Section(f"{name}-record", "The record", parts)


def _claim(title: str, claim: Claim) -> Statement:
    return Statement(title, str(claim.text), claim.grade, claim.sources)


# --- the lesson as a whole ---


def _forecasts(campaign: Campaign, found: Calibration) -> Section:
    words = tuple(Words(one) for one in in_words(found))
    if not found.forecasts:
        return Section("forecasts", "How well the class foresaw", words)
    head = ("Telegram", "Question", "On what came", "Score", "Spread evenly")
    rows = tuple(
        (
            f"{one.turn + 1}. {campaign.scenarios[one.turn].title}",
            one.ask,
            f"{one.shares[one.came]:.0%}",
            f"{one.score:.2f}",
            f"{one.even:.2f}",
        )
        for one in found.forecasts
    )
    caption = (
        "The class as one forecaster. Score: 0 is sure and right, 2 is sure and wrong; the last "
        "column is what spreading all points evenly would have scored."
    )
    return Section("forecasts", "How well the class foresaw", (*words, Table(caption, head, rows)))


def _ending(campaign: Campaign, replay: Replay) -> tuple[Section, ...]:
    if replay.reached is None:
        return ()
    one, month = replay.reached.ending, campaign.outline.chronicle
    text = wording.filled(campaign, replay.course, one.text, month)
    statement = Statement(str(one.title), text, one.grade, one.sources)
    return (Section("ending", "Where it led", (statement,)),)


def _again(campaign: Campaign, room: Room, found: tuple[Decided, ...]) -> Section:
    """Return questions for the next lesson, those first over which this class was split."""
    asked = [
        (TITLES[step], str(one.ask))
        for step in DebriefStep
        for one in questions_for(campaign, room, step)[:AGAIN]
    ]
    table = Table("Three for each step of a debrief", ("Step", "Question"), tuple(asked))
    cost = (
        "Name the human cost before the lesson ends: the ledger above counts soldiers and people "
        "in the villages. None of them sat at this table."
    )
    parts = ((table,) if asked else ()) + (Words(cost),)
    return Section("again", "To take up again", (Words(_most_torn(found)), *parts))


def _misconceptions(campaign: Campaign) -> Section:
    parts = tuple(
        Statement(str(one.told), str(one.answer), one.grade, one.sources)
        for one in campaign.classroom.misconceptions
    )
    none = (Words("The campaign names none."),)
    return Section("misconceptions", "What is often believed", parts or none)


def _pupils(campaign: Campaign, room: Room) -> Section:
    """Return what each pupil spoke for; only where names were asked for."""
    turns = range(len(room.opened.before), len(room.desk.playthrough.line))
    head = ("Pupil", "Seat", *(f"Telegram {turn + 1}" for turn in turns))
    rows = tuple(
        (
            pupil.name,
            str(seat_of(campaign, pupil).title),
            *(spoken_for(campaign, room, turn, pupil.id) or "–" for turn in turns),
        )
        for pupil in room.pupils.values()
    )
    table = Table("What each pupil spoke for", head, rows)
    return Section("pupils", "Pupils", (table,))


def spoken_for(campaign: Campaign, room: Room, turn: int, pupil: PupilId) -> str:
    """Return the letter of what a pupil spoke for; empty where they did not."""
    vote = room.round_of(turn).votes.get(pupil)
    ids = [one.id for one in campaign.scenarios[turn].decision.responses]
    return chr(ord("A") + ids.index(vote.response)) if vote else ""
