"""What the player can want wherever they are: help, a page, a save, more about a thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.campaign.campaign import Campaign, EntryKind
from game.playthrough.desk import Desk
from game.screens.bindings import focused
from game.screens.board.ask import may_tell
from game.screens.board.board import BoardScreen, board_of
from game.screens.mapkey import key_of_the_map
from game.screens.menus.accessibility import AccessibilityScreen
from game.screens.menus.backlog import BacklogScreen
from game.screens.menus.encyclopaedia import EncyclopaediaScreen
from game.screens.menus.help import HelpScreen
from game.screens.menus.pause import PauseScreen
from game.screens.menus.replay import answering_again
from game.screens.menus.runcode import RunCodeScreen
from game.screens.menus.shelf import resumed
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import (
    AtDesk,
    Explain,
    Leaf,
    Move,
    Office,
    Open,
    Quit,
    Reader,
    Remote,
    Screen,
    Stay,
    Tell,
)
from game.widgets.sheet import Sheet

NO_SAVE = "There is no save of your own yet."
NO_CAMPAIGN = "No campaign lies open."


def wanted(office: Office, stack: Sequence[Screen], sheet: Sheet, command: str) -> Move:
    """Return what a command leads to that the screen itself does not answer to."""
    match command:
        case "quit":
            return Quit()
        case "accessibility":
            return Leaf(AccessibilityScreen(office))
        case "help":
            return Leaf(HelpScreen(office))
        case "encyclopaedia":
            return Leaf(EncyclopaediaScreen(office))
        case "key":
            return Leaf(key_of_the_map(office))
        case "fullscreen":
            settings = office.settings
            office.change(replace(settings, fullscreen=not settings.fullscreen))
            return Stay()
        case "more":
            return more(office, stack[-1], sheet)
        case "backlog":
            return said(office, stack)
        case "classroom":
            return before_a_class(office, stack)
        case "earlier" if isinstance(stack[-1], Reader):
            return said(office, stack)
        case _:
            return with_desk(office, stack, command)


def before_a_class(office: Office, stack: Sequence[Screen]) -> Move:
    """Open the page on which rooms are opened; from the title alone."""
    from game.screens.menus.classroom import ClassroomScreen  # noqa: PLC0415 - few open a room

    return Open(ClassroomScreen(office)) if stack[-1].name == "title" else Stay()


def said(office: Office, stack: Sequence[Screen]) -> Move:
    """Open what was said, as far as whoever reads has read."""
    reader = next((one for one in reversed(stack) if isinstance(one, Reader)), None)
    return Leaf(BacklogScreen(office, reader.desk, reader.seen)) if reader else Stay()


def with_desk(office: Office, stack: Sequence[Screen], command: str) -> Move:
    """Return what a command leads to that needs a campaign, or takes one up."""
    desk = desk_of(stack)
    match command:
        case "menu":
            return Leaf(PauseScreen(office, desk)) if desk else Stay()
        case "replay":
            return answering_again(office, desk) if desk else Tell(NO_CAMPAIGN)
        case "board":
            return board_page(office, stack)
        case "run-code":
            return Leaf(RunCodeScreen(office, desk)) if desk else Tell(NO_CAMPAIGN)
        case "quick-save":
            return Tell(office.shelf.write(desk) if desk else NO_CAMPAIGN)
        case "quick-load":
            newest = next((row for row in office.shelf.rows() if not row.automatic), None)
            return resumed(office, newest) if newest else Tell(NO_SAVE)
        case _:
            return Stay()


def board_page(office: Office, stack: Sequence[Screen]) -> Move:
    """Open the board of all lines; where no campaign lies open, once one was finished.

    Never before a class: what the teacher has seen would tell it how all ends.
    """
    desk = desk_of(stack)
    if desk is not None:
        return Leaf(board_of(office, desk))
    is_shown = any(isinstance(one, Remote) for one in stack)
    return Leaf(BoardScreen(office)) if may_tell(office) and not is_shown else Tell(NO_CAMPAIGN)


def desk_of(stack: Sequence[Screen]) -> Desk | None:
    """Return the desk that the player sits at, whatever lies on it."""
    return next((one.desk for one in reversed(stack) if isinstance(one, AtDesk)), None)


def more(office: Office, screen: Screen, sheet: Sheet) -> Move:
    """Return the page about what has the focus: its entry, or what a reader hears of it."""
    spot = focused(screen.hand, sheet)
    if spot is None:
        return Tell("Nothing has the focus yet. Move it to what you want to know more about.")
    entry = entry_about(office.campaign, spot.about)
    if entry:
        return Explain(entry)
    parts = Told("", spot.label), *([Told("", f"It is: {spot.state}.")] if spot.state else [])
    return Open(OverlayScreen(office, "More about this", tuple(parts)))


def entry_about(campaign: Campaign, key: str) -> str:
    """Return the entry of that id, or the one on a person or a place, or nothing."""
    entries = campaign.encyclopaedia if key else ()
    found = [one for one in entries if key in (one.id, one.person, one.place)]
    # an event may lie in a place that has an entry of its own
    found.sort(key=lambda one: (one.id != key, one.kind is EntryKind.EVENT))
    return str(found[0].id) if found else ""


def entry_page(office: Office, entry: str) -> Screen:
    """Return the page on an entry."""
    return EncyclopaediaScreen(office, entry)
