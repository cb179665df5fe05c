"""Where it led, and what a pupil takes home."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.playthrough.code import code_of
from game.playthrough.ghost import ghost_of
from game.playthrough.replay import Replay, Step, play
from game.room.came import came
from game.room.debrief import played
from game.room.once import once
from game.room.room import Pupil, Room
from game.room.seating import seat_of
from game.room.told import cited
from game.room.views import ChroniclePage, Kept, Statement
from game.words import wording


def chronicle_page(campaign: Campaign, room: Room, pupil: Pupil | None) -> ChroniclePage:
    """Return where the room's answers led; with a pupil, what that pupil said and knew as well."""
    kept = tuple(_kept(campaign, room, turn, pupil) for turn in played(room)) if pupil else ()
    return replace(_led(campaign, room), kept=kept)


@once
def _led(campaign: Campaign, room: Room) -> ChroniclePage:
    """Return where the room's answers led."""
    made = room.desk.playthrough
    ending, axes = _ending(campaign, play(campaign, made)), _axes(campaign, room)
    return ChroniclePage(ending, axes, (), code_of(campaign, made))


def _ending(campaign: Campaign, replay: Replay) -> Statement | None:
    if replay.reached is None:
        return None
    one = replay.reached.ending
    text = wording.filled(campaign, replay.course, one.text, campaign.outline.chronicle)
    return Statement(one.title, text, one.grade, cited(campaign, one.sources))


def _axes(campaign: Campaign, room: Room) -> tuple[tuple[str, str, str], ...]:
    made = room.desk.playthrough
    mine, ghost = play(campaign, made).reached, ghost_of(campaign, made).reached
    if mine is None or ghost is None:
        return ()
    return tuple(
        (axis.title, wording.number(value, axis.shown_as), wording.number(then, axis.shown_as))
        for (axis, value), (_, then) in zip(mine.axes, ghost.axes, strict=True)
    )


def _kept(campaign: Campaign, room: Room, turn: int, pupil: Pupil) -> Kept:
    step: Step = play(campaign, room.desk.playthrough).steps[turn]
    scenario, vote = step.scenario, room.round_of(turn).votes.get(pupil.id)
    titles = {one.id: one.title for one in scenario.decision.responses}
    cards = {one.id: one for one in seat_of(campaign, pupil).cards}
    card = cards.get(scenario.id)
    history = next(one for one in scenario.decision.responses if one.historical)
    return Kept(
        title=scenario.title,
        when=scenario.when,
        card=card.text if card else "",
        card_grade=card.grade.value if card else "",
        mine=titles[vote.response] if vote else None,
        reason=vote.reason if vote else "",
        sent=step.response.title,
        history=history.title,
        history_grade=scenario.record.answered.grade.value,
        came=came(campaign, room, turn, pupil.id),
    )
