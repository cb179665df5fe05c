"""A rehearsal: a class of simulated pupils in a room, and a simulated teacher if none is there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress

import aiohttp

from game.campaign.campaign import Campaign
from game.classroom.rehearsal.phone import Phone, Room, Seen
from game.classroom.rehearsal.temper import Nature

AT_ONCE = 40
"""Phones that come in at the same moment."""


def leanings(campaign: Campaign) -> Mapping[tuple[str, int], Sequence[str]]:
    """Return what each seat would argue for, by its title and the telegram."""
    turns = {one.id: turn for turn, one in enumerate(campaign.scenarios)}
    return {
        (str(seat.title), turns[card.id]): card.leans
        for seat in campaign.classroom.seats
        for card in seat.cards
        if card.id in turns
    }


@asynccontextmanager
async def simulated(
    room: Room, natures: Sequence[Nature], names: Sequence[str], seen: Seen
) -> AsyncIterator[None]:
    """Have a class in a room: it comes in, follows and votes until the block is left.

    Args:
        room: where to go.
        natures: the pupils.
        names: under which they come in; used again when there are more pupils.
        seen: what they see is noted here.

    Raises:
        NotLetInError: when the host turns them away.
    """
    through = aiohttp.TCPConnector(limit=0)
    phones = [Phone(one, room, seen, _session(room, through)) for one in natures]
    following: list[asyncio.Task[None]] = []
    try:
        for start in range(0, len(phones), AT_ONCE):
            group = phones[start : start + AT_ONCE]
            await asyncio.gather(
                *(one.join(names[one.nature.number % len(names)]) for one in group)
            )
        following += [asyncio.ensure_future(one.live()) for one in phones]
        yield
    finally:
        for task in following:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        for one in phones:
            await one.close()
        await through.close()


def _session(room: Room, through: aiohttp.TCPConnector) -> aiohttp.ClientSession:
    """Return what one phone keeps of its visits: cookies of its own, connections of all."""
    return aiohttp.ClientSession(
        connector=through,
        connector_owner=False,
        cookie_jar=aiohttp.CookieJar(unsafe=True),
        headers={"Origin": room.url},
    )
