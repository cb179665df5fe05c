"""The stage on the table as a page: what may be read there from a seat, or on the wall."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.classroom import DebriefStep, Seat, SeatCard
from game.campaign.scenario import Question
from game.campaign.words import Id
from game.playthrough.desk import (
    Desk,
    Stage,
    cards,
    questions_left,
    replay_of,
    scenario_of,
    step_of,
)
from game.playthrough.replay import Happened
from game.room.came import came
from game.room.debrief import TITLES, questions_for
from game.room.events import PupilId
from game.room.facts import facts_for, went_before
from game.room.keeping import chronicle_page
from game.room.once import once
from game.room.room import Pupil, Room
from game.room.seating import seat_of
from game.room.teacher import counting
from game.room.told import choice, cited, claimed, person, place, stated
from game.room.views import (
    Because,
    Choice,
    ConsequencesPage,
    CouncilPage,
    DebriefPage,
    DecisionPage,
    Exchange,
    Fallen,
    Foresight,
    LedgerLine,
    LobbyPage,
    Page,
    RecordPage,
    SituationPage,
    Slip,
    Spoken,
    Statement,
    TelegramPage,
)
from game.room.ways import COUNTED_BY_HAND, RULES, SO_COUNTED, TIE_RULE
from game.simulation.course import Course
from game.words import wording


def page(campaign: Campaign, room: Room, pupil: Pupil | None) -> Page:
    """Return the stage on the table, as a pupil may see it; for nobody, as the wall may."""
    if room.debrief is not None:
        return _debrief(campaign, room, room.debrief)
    seat = seat_of(campaign, pupil) if pupil else None
    mine = pupil.id if pupil else None
    match room.desk.stage:
        case Stage.OPENING:
            return _lobby(campaign, room)
        case Stage.SITUATION:
            return _situation(campaign, room, seat)
        case Stage.TELEGRAM:
            return _telegram(campaign, room)
        case Stage.COUNCIL:
            return _council(campaign, room)
        case Stage.DECISION:
            return _decision(campaign, room, mine)
        case Stage.CONSEQUENCES:
            return _consequences(campaign, room, mine)
        case Stage.RECORD:
            return _record(campaign, room)
        case Stage.CHRONICLE:
            return chronicle_page(campaign, room, pupil)


def card_of(seat: Seat, scenario: Id) -> SeatCard | None:
    """Return what a seat alone knows at a telegram."""
    return next((one for one in seat.cards if one.id == scenario), None)


@once
def fallen(campaign: Campaign, room: Room) -> Fallen:
    """Return how the voices on the telegram on the table fell, and the reasons that are shown."""
    scenario, found, now = scenario_of(campaign, room.desk), counting(campaign, room), room.round
    choices = {one.id: choice(scenario, one) for one in scenario.decision.responses}
    titles = {one.id: one.title for one in campaign.classroom.seats}
    reasons = (vote for key, vote in now.votes.items() if key in now.shown and vote.reason)
    return Fallen(
        tuple((choices[key], voices) for key, voices in found.tally),
        found.decided,
        found.tied,
        SO_COUNTED[found.because],
        tuple(
            Because(titles.get(vote.seat, ""), choices[vote.response].letter, vote.reason)
            for vote in reasons
        ),
    )


@once
def _lobby(campaign: Campaign, room: Room) -> LobbyPage:
    pages = tuple(stated(campaign, one) for one in campaign.outline.opening)
    return LobbyPage(campaign.outline.content_note, pages, went_before(campaign, room))


@once
def _situation(campaign: Campaign, room: Room, seat: Seat | None) -> SituationPage:
    scenario = scenario_of(campaign, room.desk)
    card = card_of(seat, scenario.id) if seat else None
    unheard = card.unheard if card else ()
    slips = tuple(
        Slip(one.date, place(campaign, one.place), one.standing, one.text)
        for one in scenario.situation.dispatches
        if one.id not in unheard
    )
    earlier = went_before(campaign, room) if room.turn == len(room.opened.before) else ()
    return SituationPage(scenario.situation.intro, slips, len(unheard), earlier)


@once
def _telegram(campaign: Campaign, room: Room) -> TelegramPage:
    found = scenario_of(campaign, room.desk).telegram
    header = (
        (wording.CARRIED[found.came_as].kind, f"number {room.turn + 1}"),
        ("From", found.sender),
        ("Received", found.received),
    )
    return TelegramPage(header, found.paragraphs, claimed(campaign, "What was asked", found.asked))


@once
def _council(campaign: Campaign, room: Room) -> CouncilPage:
    council = scenario_of(campaign, room.desk).council
    spoken = tuple(
        Spoken(person(campaign, one.id), wording.PRESENT[one.frame], one.text, one.grade)
        for one in council.speeches
    )
    exchanges = tuple(_exchange(campaign, room, one) for one in council.questions)
    return CouncilPage(spoken, exchanges, questions_left(campaign, room.desk))


def _exchange(campaign: Campaign, room: Room, one: Question) -> Exchange:
    asked = one.id in room.desk.noted.asked
    changed = wording.effects(campaign, scenario_of(campaign, room.desk), one) if asked else ()
    answer = one.answer if asked else None
    return Exchange(one.id, one.ask, person(campaign, one.to), answer, one.grade, changed)


@once
def _choices(campaign: Campaign, desk: Desk) -> tuple[Choice, ...]:
    scenario, course = scenario_of(campaign, desk), replay_of(campaign, desk).course
    responses = {one.id: one for one in scenario.decision.responses}
    return tuple(
        choice(
            scenario,
            responses[card.offer_id],
            wording.refusal(campaign, course, card.refusal) if card.refusal else None,
        )
        for card in cards(campaign, desk)
    )


def _decision(campaign: Campaign, room: Room, pupil: PupilId | None) -> DecisionPage:
    decision, now = scenario_of(campaign, room.desk).decision, room.round
    vote = now.votes.get(pupil) if pupil else None
    foresights = tuple(
        Foresight(
            one.id,
            one.ask,
            tuple(answer.text for answer in one.answers),
            now.points.get((pupil, one.id)) if pupil else None,
        )
        for one in (() if now.revealed else decision.estimates)
    )
    return DecisionPage(
        ask=decision.ask,
        rule=f"{RULES[room.way]} {TIE_RULE}",
        choices=_choices(campaign, room.desk),
        is_open=now.is_open,
        by_phone=room.way not in COUNTED_BY_HAND,
        mine=vote.response if vote else None,
        reason=vote.reason if vote else "",
        foresights=foresights,
        fallen=fallen(campaign, room) if now.revealed else None,
    )


def _consequences(campaign: Campaign, room: Room, pupil: PupilId | None) -> ConsequencesPage:
    return replace(_followed(campaign, room), came=came(campaign, room, room.turn, pupil))


@once
def _followed(campaign: Campaign, room: Room) -> ConsequencesPage:
    """Return what followed; what came of the estimates is another for each pupil."""
    step, course = step_of(campaign, room.desk), replay_of(campaign, room.desk).course
    dispatches = tuple(_dispatch(campaign, course, one) for one in step.happened)
    ledger = tuple(
        LedgerLine(
            one.row.title, one.sign, wording.case(campaign, course, step, one), one.case.grade
        )
        for one in step.ledger
    )
    later = wording.span(step.window.last.since(step.window.first))
    return ConsequencesPage(
        choice(step.scenario, step.response),
        step.response.reply,
        f"{later} later",
        dispatches,
        ledger,
        (),
    )


def _dispatch(campaign: Campaign, course: Course, one: Happened) -> Statement:
    """Return a dispatch of the months between."""
    where = f"{wording.month(one.month)}, {place(campaign, one.happening.place)}"
    return Statement(
        f"{where}: {one.happening.title}",
        wording.happened(campaign, course, one),
        one.happening.grade,
        cited(campaign, one.happening.sources),
    )


@once
def _record(campaign: Campaign, room: Room) -> RecordPage:
    record = scenario_of(campaign, room.desk).record
    paragraphs, weak = (
        tuple(stated(campaign, one) for one in listed)
        for listed in (record.paragraphs, record.weak)
    )
    return RecordPage(
        claimed(campaign, "What was answered", record.answered),
        claimed(campaign, "As it is told", record.told),
        claimed(campaign, "What the documents have", record.documents),
        paragraphs,
        weak,
    )


def _debrief(campaign: Campaign, room: Room, number: int) -> DebriefPage:
    step = tuple(DebriefStep)[number]
    asked = tuple(one.ask for one in questions_for(campaign, room, step))
    return DebriefPage(number, TITLES[step], facts_for(campaign, room, step), asked)
