"""From the stage on the desk to the pages that are read, and the line of what can be done there."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from game.campaign.campaign import Campaign
from game.campaign.words import Month
from game.frozen import dataclass
from game.playthrough.desk import Desk, Stage, questions_left, scenario_of
from game.terminal.briefing import opening, situation, telegram
from game.terminal.chronicle import chronicle
from game.terminal.consequences import consequences, months
from game.terminal.council import council
from game.terminal.decision import decision
from game.terminal.figures import month_of
from game.terminal.paper import Paper, Passage, pages
from game.terminal.record import record

Groups = Callable[[Campaign, Desk], list[list[Passage]]]

GROUPS: dict[Stage, Groups] = {
    Stage.OPENING: opening,
    Stage.SITUATION: situation,
    Stage.TELEGRAM: telegram,
    Stage.COUNCIL: council,
    Stage.DECISION: decision,
    Stage.CONSEQUENCES: consequences,
    Stage.RECORD: record,
    Stage.CHRONICLE: chronicle,
}
"""The passages of each stage, in groups that begin on a page of their own."""
BREAKS = (Stage.OPENING, Stage.CONSEQUENCES)
"""Stages whose groups are pages even where pages have no end: a month is not skipped unseen."""
ONWARD = {
    Stage.OPENING: "to the first telegram",
    Stage.SITUATION: "to the telegram",
    Stage.TELEGRAM: "to the council",
    Stage.COUNCIL: "to the decision",
    Stage.DECISION: "",
    Stage.CONSEQUENCES: "to the record",
    Stage.RECORD: "to the next telegram",
    Stage.CHRONICLE: "play again",
}
"""Where Enter leads from the last page of a stage."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a stage."""

    lines: tuple[str, ...]
    group: int
    """Which group of the stage it belongs to, from 0."""


@lru_cache(maxsize=8)
def book(campaign: Campaign, desk: Desk, paper: Paper) -> tuple[Page, ...]:
    """Return the pages of the stage on the desk."""
    groups = GROUPS[desk.stage](campaign, desk)
    if not paper.height and desk.stage not in BREAKS:
        groups = [[one for group in groups for one in group]]
    return tuple(
        Page(tuple(lines), number)
        for number, group in enumerate(groups)
        for lines in pages(group, paper)
    )


def opened(found: tuple[Page, ...], page: int) -> int:
    """Return the number of the page that lies open: the terminal may have grown since."""
    return min(page, len(found) - 1)


def ledger_page(campaign: Campaign, desk: Desk, paper: Paper) -> int:
    """Return the page on which the ledger begins, at the consequences."""
    found = book(campaign, desk, paper)
    return next(n for n, one in enumerate(found) if one.group == found[-1].group)


def ledger_is_open(campaign: Campaign, desk: Desk, page: int, paper: Paper) -> bool:
    """Return whether the player may ask why: the ledger has been reached."""
    if desk.stage is Stage.CONSEQUENCES:
        return page >= ledger_page(campaign, desk, paper)
    return desk.stage in (Stage.RECORD, Stage.CHRONICLE)


def month_shown(campaign: Campaign, desk: Desk, page: int, paper: Paper) -> Month:
    """Return the month the player knows of: in the months between, the one on the page."""
    if desk.stage is not Stage.CONSEQUENCES:
        return month_of(campaign, desk)
    found = book(campaign, desk, paper)
    passing = months(campaign, desk)
    return passing[min(found[opened(found, page)].group, len(passing) - 1)]


def choices(campaign: Campaign, desk: Desk, page: int, paper: Paper) -> str:
    """Return the line that names what can be done at a stage."""
    found = book(campaign, desk, paper)
    number, many = opened(found, page) + 1, len(found)
    onward = _onward(campaign, desk) if number == many else _reading(desk, number, many)
    parts = [onward, *_special(campaign, desk, found[number - 1])]
    return ". ".join(part for part in (*parts, "?: help") if part) + "."


def _reading(desk: Desk, number: int, many: int) -> str:
    skip = "; a: the rest at once" if desk.stage is not Stage.DECISION else ""
    return f"Page {number} of {many}. Enter: read on{skip}"


def _onward(campaign: Campaign, desk: Desk) -> str:
    over = len(desk.playthrough.line) == len(campaign.scenarios)
    if desk.stage is Stage.RECORD and over:
        return "Enter: to the chronicle"
    return f"Enter: {ONWARD[desk.stage]}" if ONWARD[desk.stage] else ""


def _special(campaign: Campaign, desk: Desk, page: Page) -> list[str]:
    """Return what can be done at this stage only."""
    match desk.stage:
        case Stage.OPENING if page.group == 0:
            return ["reading: other assumptions; chance off: without luck"]
        case Stage.COUNCIL if questions_left(campaign, desk) > 0:
            many = len(scenario_of(campaign, desk).council.questions)
            return [f"1 to {many}: ask"] if many else []
        case Stage.DECISION:
            many = len(scenario_of(campaign, desk).decision.responses)
            return [f"1 to {many}, or a capital letter: choose", "b: back to the council"]
        case Stage.CONSEQUENCES if page.group == len(months(campaign, desk)):
            return ["w and a number: why", "b: the months again"]
        case Stage.RECORD:
            return ["w and a number: why", "b: the ledger"]
        case Stage.CHRONICLE:
            return ["differ: beside history", "t: to the title"]
        case _:
            return []
