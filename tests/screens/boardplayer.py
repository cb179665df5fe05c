"""A player at the finished board, and what is seen on it."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.playthrough.playthrough import begin
from game.screens.board.board import BoardScreen
from game.widgets.loom import Weave
from game.widgets.sheet import Clipped, Sheet, Spot, Strands, Stroke
from game.window.gallery import line_of
from tests.screens.player import Player, office

LARGE = (1920, 1080)


def at_board(campaign: Campaign, turns: int | None = None) -> Player:
    """Return a player at the finished board, who has played some telegrams or all."""
    made = begin(campaign, chance=False)
    for one in line_of(campaign, len(campaign.scenarios) if turns is None else turns):
        made = made.answer(one)
    screen = BoardScreen(office(campaign), made)
    screen.update(1000)
    return Player(screen.office, screen, LARGE)


def strands(sheet: Sheet) -> Strands:
    """Return the strands of a sheet."""
    return next(one for one in sheet.marks if isinstance(one, Strands))


def weave(player: Player) -> Weave:
    """Return what is woven."""
    return strands(player.sheet).weave


def shown(player: Player) -> int:
    """Return how many strands are seen."""
    screen = player.top
    assert isinstance(screen, BoardScreen)
    assert screen.work.board is not None
    return len(screen.words.pattern(screen.work.board).chosen)


def lines(player: Player) -> list[Stroke]:
    """Return the strokes of the lines that stand out."""
    *_, clipped = (
        one
        for one in player.sheet.marks
        if isinstance(one, Clipped) and one.rect == strands(player.sheet).rect
    )
    return [one for one in clipped.marks if isinstance(one, Stroke)]


def rows(player: Player, kind: str) -> list[Spot]:
    """Return the rows of a list by the beginning of their names."""
    return [one for one in player.sheet.spots if one.name.startswith(f"{kind}:")]


def at(player: Player) -> tuple[int, int]:
    """Return which column and row are seen first."""
    return strands(player.sheet).at


def middle(player: Player) -> tuple[int, int]:
    """Return the middle of the strands."""
    place = strands(player.sheet).rect
    return place.x + place.w // 2, place.y + place.h // 2
