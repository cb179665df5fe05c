"""What is read before the council: title, opening, situation, telegram."""

from __future__ import annotations

from game.campaign.campaign import Campaign, Opening
from game.files.saves import Save, SetAside
from game.playthrough.desk import Desk, Stage, scenario_of
from game.terminal.figures import figures
from game.terminal.paper import Passage, passage
from game.terminal.statements import claimed, place, statement, whence
from game.words import wording

AT_TITLE = ("New campaign", "Load a save", "Encyclopaedia", "Quit")
"""What can be done at the title; going on comes before when there is something to continue."""


def newest_of(campaign: Campaign, saves: tuple[Save, ...]) -> Save | None:
    """Return the newest save of this campaign."""
    mine = (one for one in saves if one.desk.playthrough.campaign == campaign.outline.id)
    return next(mine, None)


def title(
    campaign: Campaign, saves: tuple[Save, ...], aside: tuple[SetAside, ...]
) -> list[Passage]:
    """Return the title and what one can do there."""
    outline = campaign.outline
    newest = newest_of(campaign, saves)
    go_on = [f"Continue: {newest.title}, saved {when(newest)}"] if newest else []
    listed = (f"  {number}. {words}" for number, words in enumerate((*go_on, *AT_TITLE), 1))
    return [
        passage(outline.title, outline.subtitle),
        *put_aside(aside),
        passage(*listed),
    ]


def put_aside(aside: tuple[SetAside, ...]) -> list[Passage]:
    """Return a passage for each file that was no save."""
    return [passage(wording.set_aside(one.name, one.why, str(one.place))) for one in aside]


def when(save: Save) -> str:
    """Return when a save was written."""
    return f"{save.saved_at.astimezone():%d.%m.%Y %H:%M}"


def heading(campaign: Campaign, desk: Desk, words: str) -> Passage:
    """Return the line a stage begins with."""
    scenario = scenario_of(campaign, desk)
    many = len(campaign.scenarios)
    named = "" if desk.stage is Stage.SITUATION else f" {scenario.title}."
    date = wording.date_of(scenario.when)
    return passage(f"Telegram {desk.turn + 1} of {many}, {date}.{named}", words)


def opening(campaign: Campaign, desk: Desk) -> list[list[Passage]]:
    """Return the pages before the first telegram."""
    first = [passage(campaign.outline.content_note), assumptions(campaign, desk)]
    return [
        [*_opened(campaign, number, page), *(first if number == 1 else [])]
        for number, page in enumerate(campaign.outline.opening, 1)
    ]


def _opened(campaign: Campaign, number: int, page: Opening) -> list[Passage]:
    many = len(campaign.outline.opening)
    where = f"Before the first telegram, {number} of {many}. {place(campaign, page.place)}"
    return [
        passage(where),
        statement(campaign, page.title, page.text, page.grade, page.sources),
    ]


def assumptions(campaign: Campaign, desk: Desk) -> Passage:
    """Return the reading, and whether chance has a say."""
    made = desk.playthrough
    reading = next(one for one in campaign.model.readings if one.id == made.reading)
    luck = f"Chance is on, seed {made.seed}." if made.chance else "Chance is off."
    if reading is campaign.model.readings[0]:
        return passage(f"The reading: {reading.title}. {luck}")  # its text would tell too much now
    return passage(f"The reading: {reading.title}. {reading.text} {luck}")


def situation(campaign: Campaign, desk: Desk) -> list[list[Passage]]:
    """Return the dispatches as they could be judged then."""
    found = scenario_of(campaign, desk).situation
    slips = [
        passage(f"{whence(campaign, one)} ({one.standing})", f"  {one.text}")
        for one in found.dispatches
    ]
    head = heading(campaign, desk, f"The situation. {found.intro.rstrip('.')}.")
    return [[head, *slips, figures(campaign, desk)]]


def telegram(campaign: Campaign, desk: Desk) -> list[list[Passage]]:
    """Return the telegram and how well everything about it is known."""
    found = scenario_of(campaign, desk).telegram
    kind, length = wording.CARRIED[found.came_as].kind, wording.length_of(found)
    return [
        [
            heading(campaign, desk, "The telegram"),
            passage(
                f"{kind} number {desk.turn + 1}. From: {found.sender}",
                " ".join(f"{one}." for one in (f"Received: {found.received}", length) if one),
                "RECONSTRUCTION. These are not the words of a document.",
            ),
            *(passage(f"    {one}") for one in found.paragraphs),
            passage("How we know"),
            claimed(campaign, "The date", found.dating),
            claimed(campaign, "The way it came", found.channel),
            claimed(campaign, "What was asked", found.asked),
        ]
    ]
