"""A playthrough is its answers: everything else is computed from them again."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Playthrough:
    """The answers given so far, and the assumptions under which they are resolved."""

    campaign: Id
    version: int
    line: tuple[ResponseId, ...] = ()
    """One response for each telegram answered."""
    seed: int = 1
    """All chance derives from it."""
    chance: bool = True
    """When off, every draw is its expected value."""
    reading: Id

    def answer(self, response: ResponseId) -> Playthrough:
        """Return this playthrough with one more answer."""
        return replace(self, line=(*self.line, response))

    def fork(self, turn: int, response: ResponseId) -> Playthrough:
        """Return another playthrough that answers `response` at `turn` (from 0) and stops there."""
        return replace(self, line=(*self.line[:turn], response))


def begin(
    campaign: Campaign, *, seed: int = 1, chance: bool = True, reading: str | None = None
) -> Playthrough:
    """Return a playthrough without an answer yet."""
    outline = campaign.outline
    chosen = Id(reading) if reading else campaign.model.readings[0].id
    return Playthrough(
        campaign=outline.id, version=outline.version, seed=seed, chance=chance, reading=chosen
    )


def history(campaign: Campaign, turns: int | None = None) -> tuple[ResponseId, ...]:
    """Return what was answered in history, as far as it is known."""
    line = tuple(
        next(one.id for one in scenario.decision.responses if one.historical)
        for scenario in campaign.scenarios
    )
    return line[:turns]


def letters(campaign: Campaign, line: tuple[ResponseId, ...]) -> str:
    """Return a line as letters: A is the first response to each telegram."""
    return "".join(
        chr(ord("A") + [one.id for one in scenario.decision.responses].index(answer))
        for scenario, answer in zip(campaign.scenarios, line, strict=False)
    )


def continues(before: Playthrough, now: Playthrough) -> bool:
    """Return whether a playthrough goes on from another one, or is the same."""
    same = replace(before, line=()) == replace(now, line=())
    return same and now.line[: len(before.line)] == before.line
