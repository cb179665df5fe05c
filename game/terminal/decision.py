"""The decision in plain lines: the responses, the estimates, the reply and how it is keyed."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.scenario import CameAs, Estimate, Response
from game.playthrough.desk import Card, Desk, cards, replay_of, scenario_of
from game.terminal.briefing import heading
from game.terminal.paper import Passage, passage
from game.terminal.statements import name
from game.words import wording
from game.words.morse import keyed


def decision(campaign: Campaign, desk: Desk) -> list[list[Passage]]:
    """Return every response, closed ones with their reason."""
    found = scenario_of(campaign, desk).decision
    listed = [
        card_in_words(campaign, desk, number, one)
        for number, one in enumerate(cards(campaign, desk), 1)
    ]
    return [[heading(campaign, desk, f"The decision. {found.ask}"), *listed]]


def card_in_words(campaign: Campaign, desk: Desk, number: int, card: Card) -> Passage:
    """Return one response as it lies on the table."""
    response = response_of(campaign, desk, card)
    backers = ", ".join(name(campaign, one) for one in response.backed_by)
    closed = " (closed)" if card.refusal else ""
    return passage(
        f"{number}. {card.letter}. {response.title}{closed}",
        f"  {response.order}",
        f"  Cost: {response.cost}",
        f"  Backed by: {backers}." if backers else "  Nobody argued for it.",
        *([f"  {closed_because(campaign, desk, card)}"] if card.refusal else []),
    )


def closed_because(campaign: Campaign, desk: Desk, card: Card) -> str:
    """Return why a response cannot be chosen."""
    if card.refusal is None:
        return ""
    course = replay_of(campaign, desk).course
    return f"Closed: {wording.refusal(campaign, course, card.refusal)}"


def response_of(campaign: Campaign, desk: Desk, card: Card) -> Response:
    """Return the response a card stands for."""
    responses = scenario_of(campaign, desk).decision.responses
    return next(one for one in responses if one.id == card.offer_id)


def estimate(asked: Estimate, number: int, many: int) -> Passage:
    """Return what the player is asked to foresee."""
    answers = (f"  {n}. {one.text}" for n, one in enumerate(asked.answers, 1))
    head = f"Before you send: what will follow? Estimate {number} of {many}."
    return passage(head, asked.ask, *answers)


def sureness() -> Passage:
    """Return how sure one can be."""
    lines = (
        f"  {n}. {words}, about {percent} in 100"
        for n, (percent, words) in enumerate(wording.SURE, 1)
    )
    return passage("How sure are you?", *lines)


def ready(campaign: Campaign, response: Response) -> list[Passage]:
    """Return the reply before it goes out."""
    return [
        passage(
            wording.addressed(campaign, response.title),
            response.order,
            "This is what goes out. It cannot be called back.",
        ),
        passage("RECONSTRUCTION", f"    {response.reply}"),
    ]


def sent(response: Response, came_as: CameAs) -> list[Passage]:
    """Return the reply as it goes out: the words; if keyed, the signals, a slash between words."""
    if came_as is CameAs.LETTER:
        return [passage("The reply is written."), passage(f"    {response.reply}")]
    signals = " ".join(one or "/" for one in keyed(response.reply))
    return [
        passage("The reply is keyed."),
        passage(f"    {response.reply}"),
        passage("In Morse:", f"    {signals}"),
    ]
