"""What is cut out and handed round: roles, private cards, ballots, consequences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.campaign.campaign import Campaign
from game.campaign.classroom import Seat
from game.classroom.kit.outcomes import outcomes
from game.classroom.kit.slips import Slip
from game.room.lesson import known
from game.room.pupils import POINTS
from game.room.views import ConsequencesPage, LedgerLine
from game.words import wording

SIGNS = {1: "+ gain:", -1: "− loss:", 0: "= neither:"}
"""The sign of a row of the ledger, in a character and in a word: it is read without colour."""
AT_THE_TABLE = (
    "Argue as this seat would. You may lay the card down and step out of the role at any time: say "
    "so, and speak as yourself."
)
RULE = "_" * 34
"""A line to write on."""


def roles(campaign: Campaign, seats: Sequence[Seat]) -> Iterator[Slip]:
    """Yield a card for each seat: what it has to do, and what it is after."""
    for seat in seats:
        present = wording.PRESENT[seat.frame]
        yield Slip(
            str(seat.title),
            present[:1].upper() + present[1:],
            (
                ("Your task.", f"{seat.task} Everybody may know this."),
                ("What you are after.", f"{seat.interest} Keep it to yourself."),
                ("At the table.", AT_THE_TABLE),
            ),
            f"{campaign.outline.title} · role card · {seat.grade}",
        )


def private(campaign: Campaign, seats: Sequence[Seat], turn: int) -> Iterator[Slip]:
    """Yield what each seat alone knows at a telegram."""
    scenario = campaign.scenarios[turn]
    titles = {str(one.title) for one in seats}
    for one in known(campaign, turn):
        if one.seat in titles:
            listed = f"{'; '.join(one.unheard)}. Cover it on your sheet."
            unheard = (("Has not reached you:", listed),) if one.unheard else ()
            yield Slip(
                one.seat,
                f"Telegram {turn + 1}: {scenario.title}",
                (("Only you know:", one.card.text), *unheard),
                f"{campaign.outline.title} · private card {turn + 1} · {one.card.grade}",
            )


def ballots(campaign: Campaign, turn: int, many: int) -> Iterator[Slip]:
    """Yield as many ballots for a telegram as there are pupils."""
    decision = campaign.scenarios[turn].decision
    choices = tuple(
        ("☐", f"{chr(ord('A') + number)}. {one.title}")
        for number, one in enumerate(decision.responses)
    )
    for _ in range(many):
        yield Slip(
            f"Telegram {turn + 1}: the vote",
            "Mark one. Fold it. Nobody has to give a name.",
            (*choices, ("Because", f"{RULE} {RULE}"), ("My seat:", RULE)),
            f"{campaign.outline.title} · ballot {turn + 1}",
        )


def forecasts(campaign: Campaign, turn: int, many: int) -> Iterator[Slip]:
    """Yield as many slips for the forecast as there are pupils."""
    decision = campaign.scenarios[turn].decision
    asked = tuple(
        line
        for one in decision.estimates
        for line in ((str(one.ask), ""), *(("", f"____ {answer.text}") for answer in one.answers))
    )
    for _ in range(many):
        yield Slip(
            f"Telegram {turn + 1}: what will follow?",
            f"Spread {POINTS} points over the answers to each question.",
            asked,
            f"{campaign.outline.title} · forecast {turn + 1}",
        )


def consequences(campaign: Campaign, turn: int) -> Iterator[Slip]:
    """Yield what follows each response, to be read out once the slips are counted."""
    scenario = campaign.scenarios[turn]
    before = "" if turn == 0 else " · after history's earlier answers"
    for one in outcomes(campaign, turn):
        yield Slip(
            f"{turn + 1}{one.page.sent.letter}. {one.page.sent.title}",
            f"{scenario.title}. {one.page.later}.",
            (("The reply:", one.page.reply), *_followed(one.page)),
            f"{campaign.outline.title} · consequences{before}",
        )


def _followed(page: ConsequencesPage) -> tuple[tuple[str, str], ...]:
    ledger = tuple(_row(one) for one in page.ledger)
    came = tuple((f"{one.ask}", f"{one.answers[one.came]}.") for one in page.came)
    return (*ledger, *came)


def _row(line: LedgerLine) -> tuple[str, str]:
    return f"{SIGNS[line.sign]} {line.title}.", f"{line.text} ({line.grade})"
