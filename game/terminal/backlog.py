"""What was said so far, in plain lines."""

from __future__ import annotations

from game.playthrough.desk import Desk, Stage
from game.terminal import stages
from game.terminal.consequences import months
from game.terminal.paper import Passage, passage
from game.terminal.sitting import Scene
from game.words.backlog import Chapter, Line, Seen, chapters


def said(scene: Scene, desk: Desk, number: str) -> list[Passage]:
    """Return the chapter of a number: 0 is the opening; without one the last chapter.

    When there is no such chapter, the one passage says which there are.
    """
    found = chapters(scene.campaign, desk, seen(scene, desk))
    named = {_number(one, place): one for place, one in enumerate(found)}
    wanted = number or list(named)[-1]
    if wanted not in named:
        return [passage(f"There is no {wanted!r} here; it has: {', '.join(named)}.")]
    chapter = named[wanted]
    others = [f"o {key}: {one.title}" for key, one in named.items() if one is not chapter]
    listed = [passage("Elsewhere", *(f"  {one}" for one in others))] if others else []
    return [passage(chapter.title), *(_line(one) for one in chapter.lines), *listed]


def _number(chapter: Chapter, place: int) -> str:
    """Return what a chapter is called after `o`: a telegram's number, or where it stands."""
    return chapter.short if chapter.short.isdigit() else str(place)


def _line(line: Line) -> Passage:
    grade = f" ({line.grade})" if line.grade else ""
    who = f"> {line.who}" if line.own else line.who
    return passage(f"{who}{grade}", *(f"  {part}" for part in line.text.split("\n")))


def seen(scene: Scene, desk: Desk) -> Seen:
    """Return how far the player has read in the stage that lies open."""
    campaign, page, paper = scene.campaign, scene.sitting.page, scene.paper
    if desk.stage is Stage.OPENING:
        found = stages.book(campaign, desk, paper)
        return Seen(page=found[stages.opened(found, page)].group)
    if desk.stage is not Stage.CONSEQUENCES or stages.ledger_is_open(campaign, desk, page, paper):
        return Seen()
    month = stages.month_shown(campaign, desk, page, paper)
    return Seen(month=month if month in months(campaign, desk) else None, ledger=False)
