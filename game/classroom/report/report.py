"""The teacher's report on one lesson: a chronicle like any other, set as a page or on paper.

It names seats, never pupils, unless names are asked for.
"""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.classroom import DebriefStep
from game.campaign.scenario import Scenario
from game.campaign.words import SOURCED
from game.chronicle.chronicle import (
    Chronicle,
    Part,
    Section,
    Statement,
    Table,
    Words,
)
from game.chronicle.contents import cited
from game.chronicle.telegrams import claimed
from game.playthrough.code import code_of
from game.playthrough.replay import Replay, play
from game.room.calibration import Calibration, Forecast, calibration, in_words
from game.room.debrief import TITLES, questions_for
from game.room.events import PupilId
from game.room.facts import cost_title, costs, furthest
from game.room.lesson import Decided, decided
from game.room.room import Room
from game.room.seating import seat_of
from game.room.views import Choice
from game.room.ways import COUNTED_BY_HAND, RULES
from game.words import wording

SHORT = (
    "The first page is for tomorrow; the rest is for looking up. Private cards and record of the "
    "other telegrams are in the kit."
)
UNASKED = "Name it before the lesson ends. None of them was asked."
SIGNS = {1: "+", -1: "−", 0: "="}
"""A gain, a loss, neither."""
TORN = 0.75
"""From here on a class counts as split over a telegram."""
REASONS = (DebriefStep.WHY, DebriefStep.SO_WHAT)
"""Steps whose questions are worth a lesson's beginning."""
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
    first = _first(found)
    sections = (
        _glance(campaign, room, found, forecasts),
        _again(campaign, room, found),
        *(_telegram(campaign, replay, one, whole=one is first) for one in found),
        _forecasts(forecasts),
        *_ending(campaign, room, replay),
        _misconceptions(campaign),
        *((_pupils(campaign, room),) if names else ()),
    )
    return Chronicle(
        f"{campaign.outline.title}: report on a lesson",
        f"{room.opened.name or 'A class'}, room {room.opened.code}",
        SHORT,
        _facts(campaign, room, found, names=names),
        sections,
        cited(campaign, sections),
        "",
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
        *((("Chance", f"on, seed {room.opened.seed}"),) if room.opened.chance else ()),
        ("Names", whom),
    )


def _first(found: tuple[Decided, ...]) -> Decided | None:
    """Return the telegram to begin with: the one that split the class most."""
    return max(found, key=lambda one: one.torn, default=None)


def _glance(
    campaign: Campaign, room: Room, found: tuple[Decided, ...], forecasts: Calibration
) -> Section:
    """Return the first page: what was sent, where to begin, what surprised, who paid."""
    head = ("Telegram", "Sent", "History", "Voices", "How")
    rows = tuple(
        (
            f"{one.turn + 1}. {one.title}",
            f"{one.sent.letter}. {one.sent.title}",
            _then(campaign, one),
            ", ".join(f"{choice.letter} {many}" for choice, many in one.voices if many) or "none",
            one.why,
        )
        for one in found
    )
    before = len(room.opened.before)
    began = f"The lesson began at telegram {before + 1}; history answered the earlier ones."
    words = (Words(began),) if before else ()
    table = Table("What the class answered, beside history", head, rows)
    parts = (
        *words,
        Words(_most_torn(found)),
        *_to_ask(campaign, room, _first(found)),
        *_surprise(campaign, forecasts),
        table,
    )
    return Section("glance", "For the next lesson", parts, _paid(campaign, room))


def _then(campaign: Campaign, one: Decided) -> str:
    """Return what history answered, and how sure that is."""
    then = "the same" if one.as_history else f"{one.history.letter}. {one.history.title}"
    return f"{then} ({campaign.scenarios[one.turn].record.answered.grade})"


def _paid(campaign: Campaign, room: Room) -> tuple[Section, ...]:
    """Return the human cost of what the class sent."""
    replay = play(campaign, room.desk.playthrough)
    told = tuple(
        Statement(
            cost_title(room, turn, one),
            wording.case(campaign, replay.course, replay.steps[turn], one),
            one.case.grade,
            one.case.sources,
        )
        for turn, one in costs(campaign, room)
    )
    return (Section("paid", "Who paid", (Words(UNASKED), *told)),) if told else ()


def _to_ask(campaign: Campaign, room: Room, first: Decided | None) -> tuple[Words, ...]:
    """Return the question that this class has most to say about, of the telegram to begin with."""
    asked = [one for step in REASONS for one in questions_for(campaign, room, step)]
    about = campaign.scenarios[first.turn].id if first else ""
    fought = {one.id for one in (first.sent, first.runner_up) if one} if first else set()
    fitting = sorted(asked, key=lambda one: (about not in one.about, -len(fought & {*one.between})))
    return tuple(Words(f"Ask: {one.ask}") for one in fitting[:1])


def _surprise(campaign: Campaign, forecasts: Calibration) -> tuple[Words, ...]:
    """Return what the class expected least of all that came."""
    one = furthest(forecasts)
    if one is None:
        return ()
    text = (
        f"What it expected least, at telegram {one.turn + 1}, "
        f"{campaign.scenarios[one.turn].title}: {one.ask} What came: {one.answers[one.came]}. "
        f"The class had put {one.shares[one.came]:.0%} of its points on it."
    )
    return (Words(text),)


def _most_torn(found: tuple[Decided, ...]) -> str:
    """Return where the class was most divided, in a sentence or two."""
    if not found:
        return "Nothing was answered yet."
    most = _first(found)
    assert most is not None, "something was answered"
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


def _telegram(campaign: Campaign, replay: Replay, found: Decided, *, whole: bool) -> Section:
    """Return one telegram in short; the one to begin with also has the cards and the record."""
    name, scenario = f"telegram-{found.turn + 1}", campaign.scenarios[found.turn]
    return Section(
        name,
        f"{found.turn + 1}. {found.title}, {found.when}",
        (claimed("What was asked", scenario.telegram.asked), Words(_margin(found))),
        (
            Section(f"{name}-voices", "Who said what", tuple(_voices(found))),
            _followed(campaign, replay, found, name),
            *((_knew(campaign, scenario, name), _record(scenario, name)) if whole else ()),
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


def _voices(found: Decided) -> list[Part]:
    """Return the tally with the seats behind it, and the reasons that were shown."""
    rows = tuple(
        (f"{choice.letter}. {choice.title}", str(many), _from_seats(found, choice))
        for choice, many in found.voices
        if many
    )
    head = ("Response", "Voices", "From which seats")
    parts: list[Part] = [Table("How the voices fell", head, rows)] if rows else []
    if found.way in COUNTED_BY_HAND:
        parts.append(Words("Voices were counted by hand: no seat is known for them."))
    if found.reasons:
        given = tuple((f"{one.letter}", one.seat, one.text) for one in found.reasons)
        parts.append(Table("Reasons that were shown", ("For", "Seat", "Because"), given))
    return parts


def _from_seats(found: Decided, wanted: Choice) -> str:
    """Return from which seats a response was spoken for, and how often."""
    spoken = (
        (one.seat, many)
        for one in found.seats
        for choice, many in one.voices
        if choice.id == wanted.id
    )
    return "; ".join(seat if many == 1 else f"{seat}: {many}" for seat, many in spoken)


def _followed(campaign: Campaign, replay: Replay, found: Decided, name: str) -> Section:
    """Return the ledger of what followed: what only we infer as a table, the rest with sources."""
    step = replay.steps[found.turn]
    told = tuple((one, wording.case(campaign, replay.course, step, one)) for one in step.ledger)
    rows = tuple(
        (f"{SIGNS[one.sign]} {one.row.title}", f"{text} ({one.case.grade})")
        for one, text in told
        if one.case.grade not in SOURCED
    )
    sourced = tuple(
        Statement(
            str(one.row.title), text, one.case.grade, one.case.sources, wording.sign(one.sign)
        )
        for one, text in told
        if one.case.grade in SOURCED
    )
    tables = (Table("Gains and losses", ("Gain or loss", "What followed"), rows),) if rows else ()
    return Section(f"{name}-followed", "What followed", (*tables, *sourced))


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
        claimed("What was answered", record.answered),
        claimed("As it is told", record.told),
        claimed("What the documents have", record.documents),
    )
    return Section(f"{name}-record", "The record", parts)


# --- the lesson as a whole ---


def _forecasts(found: Calibration) -> Section:
    words = tuple(Words(one) for one in in_words(found))
    if not found.forecasts:
        return Section("forecasts", "How well the class foresaw", words)
    head = ("Telegram", "Question", "Most points lay on", "What came")
    rows = tuple((f"{one.turn + 1}", *_forecast(one)) for one in found.forecasts)
    caption = "Expected, and what came: shares of the points of the whole class."
    return Section("forecasts", "How well the class foresaw", (*words, Table(caption, head, rows)))


def _forecast(one: Forecast) -> tuple[str, str, str]:
    most = max(range(len(one.shares)), key=lambda number: one.shares[number])
    return (
        one.ask,
        f"{one.answers[most]} ({one.shares[most]:.0%})",
        f"{one.answers[one.came]} ({one.shares[one.came]:.0%})",
    )


def _ending(campaign: Campaign, room: Room, replay: Replay) -> tuple[Section, ...]:
    if replay.reached is None:
        return ()
    one, month = replay.reached.ending, campaign.outline.chronicle
    text = wording.filled(campaign, replay.course, one.text, month)
    statement = Statement(str(one.title), text, one.grade, one.sources)
    code = code_of(campaign, room.desk.playthrough)
    again = (Words(f"Run code {code}: typed in, it plays this again."),) if code else ()
    return (Section("ending", "Where it led", (statement, *again)),)


def _again(campaign: Campaign, room: Room, found: tuple[Decided, ...]) -> Section:
    """Return questions for the next lesson, those first over which this class was split."""
    asked = [
        (TITLES[step], str(one.ask))
        for step in DebriefStep
        for one in questions_for(campaign, room, step)[:AGAIN]
    ]
    table = Table("Three for each step of a debrief", ("Step", "Question"), tuple(asked))
    return Section("again", "To take up again", (table,) if asked else (Words(_most_torn(found)),))


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
