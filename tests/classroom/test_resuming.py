"""A room is taken up again where the campaign of today still has what it needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.classroom.resuming import remark, taken_up
from game.classroom.store import RoomFile, RoomFileError
from game.playthrough.desk import Stage
from game.room.events import (
    Answered,
    AnyEvent,
    Asked,
    Counted,
    PupilId,
    Split,
    Turned,
    Voted,
    VoteOpened,
)
from game.room.room import folded
from tests.classroom.events import KEY, at, beginning, joined

VOTE = (
    joined("Ann"),
    Turned(Stage.DECISION),
    VoteOpened(),
    Voted(PupilId("ann"), 0, ResponseId("wait"), ""),
)


def take_up(campaign: Campaign, folder: Path, *events: AnyEvent) -> str:
    """Take up a room with these events; return why not, or nothing."""
    first, *rest = at(*events)
    file = RoomFile.create(folder / "KTMR.room", first, KEY)
    file.add(rest)
    try:
        taken_up(campaign, file)
    except RoomFileError as error:
        return str(error)
    finally:
        file.close()
    return ""


def test_a_room_goes_on_with_its_campaign(harbour: Campaign, tmp_path: Path) -> None:
    asked = harbour.scenarios[0].council.questions[0].id
    estimate = harbour.scenarios[0].decision.estimates[0]
    points = (50, *(0 for _ in estimate.answers[1:]))
    spread = Split(PupilId("ann"), 0, estimate.id, points)

    assert not take_up(harbour, tmp_path, beginning(), Asked(asked), *VOTE, spread)


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ((beginning("other"),), "it plays the campaign 'other', and this is 'harbour'; name"),
        ((beginning(reading="prophet"),), "its reading 'prophet' is no longer in the campaign"),
        ((beginning(before=("fly",)),), r"its answers can no longer all be given \(.+\)"),
        ((beginning(before=("wait",) * 9),), "its answers can no longer all be given"),
        ((beginning(), *VOTE[:3], Voted(PupilId("ann"), 0, ResponseId("fly"), "")), "'fly'"),
        ((beginning(), Asked(Id("whither"))), "no longer has 'whither' at telegram 'The first"),
        ((beginning(), Counted({ResponseId("fly"): 3})), "no longer has 'fly'"),
        ((beginning(), *VOTE, Split(PupilId("ann"), 0, Id("luck"), (50,))), "'luck'"),
        (
            (beginning(before=("wait",)), Answered(ResponseId("wait")), Turned(Stage.SITUATION)),
            "no longer has so many telegrams",
        ),
        ((beginning(), *VOTE[1:]), "its events do not fit together"),
    ],
)  # fmt: skip
def test_what_the_campaign_no_longer_has_is_named_with_what_would_do(
    harbour: Campaign, tmp_path: Path, events: tuple[AnyEvent, ...], why: str
) -> None:
    said = take_up(harbour, tmp_path, *events)

    assert "KTMR.room: " in said
    assert re.search(why, said), said
    assert "; " in said


def test_an_estimate_with_other_answers_no_longer_fits(harbour: Campaign, tmp_path: Path) -> None:
    estimate = harbour.scenarios[0].decision.estimates[0]
    many = (50, *(0 for _ in estimate.answers))

    said = take_up(
        harbour, tmp_path, beginning(), *VOTE, Split(PupilId("ann"), 0, estimate.id, many)
    )

    assert f"no longer has '{estimate.id}'" in said


def test_an_empty_room_is_named(harbour: Campaign, tmp_path: Path) -> None:
    file = RoomFile.create(tmp_path / "KTMR.room", at(beginning())[0], KEY)
    file._database.execute("DELETE FROM events")

    with pytest.raises(RoomFileError, match="nothing was kept in it; delete it"):
        taken_up(harbour, file)
    file.close()


def test_another_version_that_still_fits_is_remarked(
    harbour: Campaign,
) -> None:
    room = folded((beginning(version=7),))

    assert "at version 7 when this room was opened and is at 1 now" in remark(harbour, room)
    assert remark(harbour, folded((beginning(),))) == ""
