"""Take up a room again from its file: only where the campaign of today still has what it needs."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.scenario import Scenario
from game.campaign.words import Id
from game.classroom.store import Entry, RoomFile, RoomFileError, room_of
from game.playthrough.replay import play
from game.room.room import Room, Round
from game.words import wording


def taken_up(campaign: Campaign, file: RoomFile) -> tuple[Entry, ...]:
    """Return what happened in a room that can go on with a campaign.

    Raises:
        RoomFileError: when the file is damaged, or the campaign is another one or has changed so
            much that the room cannot go on with it; the message says what would do.
    """
    entries = file.entries()
    room = room_of(file.path, entries)
    if wrong := misfit(campaign, room):
        message = f"{file.path}: {wrong}"
        raise RoomFileError(message)
    return entries


def remark(campaign: Campaign, room: Room) -> str:
    """Return what a teacher should know who takes up a room; nothing as a rule."""
    then, now = room.opened.version, campaign.outline.version
    if then == now:
        return ""
    return (
        f"The campaign was at version {then} when this room was opened and is at {now} now. "
        "All answers can still be given; what followed from them may have changed."
    )


def misfit(campaign: Campaign, room: Room) -> str:
    """Return why a room cannot go on with a campaign; nothing when it can."""
    opened, here = room.opened, campaign.outline
    if opened.campaign != here.id:
        return (
            f"it plays the campaign {opened.campaign!r}, and this is {here.id!r}; "
            "name the other one's folder with --campaign DIR"
        )
    back = f"take the campaign as it was at version {opened.version}, with --campaign DIR"
    if opened.reading not in {one.id for one in campaign.model.readings}:
        return f"its reading {opened.reading!r} is no longer in the campaign; {back}"
    replay = play(campaign, room.desk.playthrough)
    if replay.stopped is not None:
        why = wording.refusal(campaign, replay.course, replay.stopped)
        return f"its answers can no longer all be given ({why}); {back}"
    if lost := _lost(campaign, room):
        return f"the campaign no longer has {lost}; {back}"
    return ""


def _lost(campaign: Campaign, room: Room) -> str:
    """Return something a class spoke of that a campaign no longer has."""
    for turn, scenario in enumerate(campaign.scenarios):
        asked = room.desk.notes[turn].asked if turn < len(room.desk.notes) else ()
        if lost := _lost_of(scenario, room.round_of(turn), asked):
            return lost
    return "so many telegrams" if room.turn >= len(campaign.scenarios) else ""


def _lost_of(scenario: Scenario, now: Round, asked: tuple[Id, ...]) -> str:
    responses = {one.id for one in scenario.decision.responses}
    questions = {one.id for one in scenario.council.questions}
    answers = {one.id: len(one.answers) for one in scenario.decision.estimates}
    spoken = {one.response for one in now.votes.values()} | {*(now.typed or {})}
    spread = {key for (_, key), points in now.points.items() if answers.get(key) != len(points)}
    lost = sorted((spoken - responses) | ({*asked} - questions) | spread)
    return f"{lost[0]!r} at telegram {scenario.title!r}" if lost else ""
