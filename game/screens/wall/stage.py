"""Which page of the wall belongs to a room: the game's own screens, and those of a class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.campaign.scenario import Response
from game.playthrough.desk import Desk, Stage, step_of
from game.room.room import Room
from game.room.views import ConsequencesPage
from game.screens.flight import Start
from game.screens.flow import screen_for
from game.screens.screen import Move, Office, Screen, Stay
from game.screens.stages.chronicle import YEARS_AFTER, ChronicleScreen
from game.screens.stages.record import RecordScreen
from game.screens.stages.sending import SendingScreen
from game.screens.wall.before import KnownScreen
from game.screens.wall.beside import BesideScreen
from game.screens.wall.lobby import LobbyScreen
from game.screens.wall.pages import DebriefScreen, EndScreen, ExpectedScreen, SureScreen
from game.screens.wall.view import Shown
from game.screens.wall.voting import VotingScreen
from game.widgets.controls import Press
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Fill, Sheet

MENU = Press("menu", "Menu", "back", "menu")


def place_of(room: Room) -> tuple[object, ...]:
    """Return what decides which page is shown."""
    desk = room.desk
    return room.ended, room.debrief is not None, desk.stage, desk.turn, len(desk.playthrough.line)


def page_for(office: Office, shown: Shown, come_from: Start, before: Stage | None) -> Screen:
    """Return the page of a room; after the decision the reply is seen going out first."""
    room = shown.room
    if room.ended:
        return EndScreen(office, shown)
    if room.debrief is not None:
        return DebriefScreen(office, shown)
    match room.desk.stage:
        case Stage.OPENING:
            return LobbyScreen(office, shown)
        case Stage.DECISION:
            return VotingScreen(office, shown)
        case Stage.CONSEQUENCES if before is Stage.DECISION:
            return reply_of(office, room.desk)
        case Stage.RECORD:
            return ClassRecord(office, room.desk, come_from)
        case Stage.CHRONICLE:
            return ClassChronicle(office, room.desk, come_from)
        case _:
            return screen_for(office, room.desk, come_from)


def reply_of(office: Office, desk: Desk) -> ReplyScreen:
    """Return the reply of the last answer, going out."""
    response = step_of(office.campaign, desk).response
    made = replace(desk.playthrough, line=desk.playthrough.line[:-1])
    return ReplyScreen(office, replace(desk, playthrough=made, stage=Stage.DECISION), response)


class ReplyScreen(SendingScreen):
    """The reply of the council going out; it is sent already."""

    over = False

    def __init__(self, office: Office, desk: Desk, response: Response) -> None:
        super().__init__(office, desk, response)
        self.sent = True

    def view(self, look: Look) -> Sheet:
        """Return the form on the dark."""
        sheet = super().view(look)
        ground = Fill(Rect(0, 0, *look.size), look.palette.night)
        return replace(sheet, marks=(ground, *sheet.marks))

    def presses(self) -> list[Press]:
        """Return what can be pressed."""
        return [MENU, *super().presses()]

    def gone(self) -> Move:
        """Let all of it go out at once; the wall goes on from there."""
        self.keyed = float(len(self.reply))
        return Stay()


class ClassRecord(RecordScreen):
    """The record before a class: a lesson of one telegram goes on to the debrief from here."""

    def presses(self) -> list[Press]:
        """Return what can be pressed."""
        *others, onward = super().presses()
        last = onward.label == "Chronicle"  # the debrief follows that by itself
        debrief = [] if last else [Press("wall:debrief", "The debrief")]
        kept = [one for one in others if one.key in ("more", "ledger")]
        return [*kept, *debrief, onward]


class ClassChronicle(ChronicleScreen):
    """The end of a campaign before a class: the debrief follows."""

    def presses(self) -> list[Press]:
        """Return what can be pressed."""
        return [
            MENU,
            Press("curves", "Figures", "figures", "how the figures ran"),
            Press("board", "Board", "board", "the board"),
            Press("compare", "Side by side", "compare", "side by side"),
            Press("one-change", "One change", "one-change", "one answer changed"),
            *([YEARS_AFTER] if self.reached.epilogue else []),
            Press("keep", "Keep", "keep", "keep the chronicle"),
            Press("next", "The debrief", "advance", "the debrief"),
        ]


OVER: dict[str, Callable[[Office, Shown], Screen]] = {
    "known": KnownScreen,
    "sure": SureScreen,
    "beside": BesideScreen,
    "chronicle": lambda office, shown: ClassChronicle(office, shown.room.desk),
}
"""Pages that a button of another page of the class puts in its place."""


def expectation(office: Office, shown: Shown) -> ExpectedScreen | None:
    """Return the page on what the class expected; nothing where nobody spread any points."""
    page = shown.view.page
    came = page.came if isinstance(page, ConsequencesPage) else ()
    found = tuple(one for one in came if one.expected is not None)
    return ExpectedScreen(office, shown, found) if found else None
