"""What a wall may show: nothing that one pupil alone may know."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.room.requests import (
    Debrief,
    End,
)
from game.window.classgallery import (
    CODE,
    DECISION,
    HostInMemory,
    answered,
    foreseen,
    host_in_memory,
    voted,
    walked,
)
from tests.screens.presenter import Presenter, before

# --- what a wall may show ---


def every_page(campaign: Campaign) -> list[HostInMemory]:
    """Return a host at every stage of the first telegram, its pupils having said all they can."""
    found = [walked(host_in_memory(campaign, 40), step) for step in range(DECISION + 1)]
    voting = foreseen(
        voted(walked(host_in_memory(campaign, 40), DECISION + 1), (20, 9, 4), "a secret reason")
    )
    shown = walked(foreseen(voted(walked(host_in_memory(campaign, 40), DECISION + 1), (9, 9))), 2)
    after = answered(host_in_memory(campaign, 40))
    record = walked(answered(host_in_memory(campaign, 40)), 1)
    debrief = answered(host_in_memory(campaign, 40))
    debrief.ask(Debrief())
    ended = answered(host_in_memory(campaign, 40))
    ended.ask(End())
    return [*found, voting, shown, after, record, debrief, ended]


def told(presenter: Presenter) -> str:
    """Return all that the wall shows or reads out."""
    labels = " ".join(f"{one.label} {one.value}" for one in presenter.player.sheet.spots)
    return f"{presenter.player.text} {labels}".casefold()


@pytest.mark.parametrize("number", range(11))
def test_nothing_private_is_ever_on_the_wall(shipped: Campaign, number: int) -> None:
    host = every_page(shipped)[number]
    seen = told(before(host))
    seats = shipped.classroom.seats
    private = [
        *(str(seat.interest) for seat in seats),
        *(str(card.text) for seat in seats for card in seat.cards),
        *(pupil.digest for pupil in host.room.pupils.values()),
        host.teacher_url,
        host.teacher_url.rpartition("/")[2],
        "a secret reason",
    ]

    assert [one for one in private if one.casefold() in seen] == []


@pytest.mark.parametrize("number", range(1, 11))
def test_names_are_on_the_wall_in_the_lobby_only(shipped: Campaign, number: int) -> None:
    host = walked(host_in_memory(shipped).join(["Xanthippe"]), 0)
    walked(host, number)
    seen = told(before(host))

    assert "xanthippe" in told(before(host_in_memory(shipped).join(["Xanthippe"])))
    assert "xanthippe" not in seen


def test_a_tally_that_is_not_revealed_is_nowhere_on_the_wall(shipped: Campaign) -> None:
    host = voted(walked(host_in_memory(shipped, 40), DECISION + 1), (23, 9))
    closed = walked(voted(walked(host_in_memory(shipped, 40), DECISION + 1), (23, 9)), 1)
    seen = [told(before(one)) for one in (host, closed)]

    assert [one for one in seen if "23" in one] == []
    assert "23" in told(before(walked(closed, 1)))


def test_the_code_stands_over_every_stage_for_those_who_come_late(harbour: Campaign) -> None:
    hosts = [walked(host_in_memory(harbour, 7), step) for step in range(DECISION + 3)]

    assert [one for one in hosts if CODE.casefold() not in told(before(one))] == []


@pytest.mark.parametrize(("pupils", "are_named"), [(3, True), (34, True), (200, False)])
def test_names_are_shown_as_long_as_they_fit(
    shipped: Campaign, pupils: int, *, are_named: bool
) -> None:
    presenter = before(host_in_memory(shipped, pupils))

    assert ("ana" in presenter.player.text) is are_named
    assert f"{pupils} in the room" in presenter.player.text


def test_without_a_network_the_lobby_says_what_would_do(harbour: Campaign) -> None:
    host = host_in_memory(harbour, 0)
    host.addresses = ()

    assert "this computer is in no network" in before(host).player.text
