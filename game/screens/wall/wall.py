"""The wall: what the projector shows a class. It follows the room, whoever leads it on.

The keys here ask the host, as the teacher's phone does; what comes of it is followed like anything
else. Nothing private comes here: `game.room.door` says what a wall may show.
"""

from __future__ import annotations

from game.classroom.opening import Hosted
from game.playthrough.desk import OF_A_SCENARIO, Stage
from game.playthrough.surroundings import Surroundings, around_desk
from game.room.refusals import Code, Refused
from game.room.requests import (
    AddTime,
    Ask,
    Back,
    CloseVote,
    Debrief,
    Next,
    OpenVote,
    PauseClock,
    Reveal,
    Send,
    StartClock,
    TeacherRequest,
)
from game.screens.bindings import spot_for
from game.screens.flight import Flight, flight_of
from game.screens.foot import NOWHERE
from game.screens.mapkey import key_of_the_map
from game.screens.menus.encyclopaedia import EncyclopaediaScreen
from game.screens.screen import (
    Close,
    Followed,
    Heard,
    Move,
    Office,
    Open,
    Pictured,
    Reset,
    Screen,
    Show,
    Stay,
    Stepping,
    Tell,
    Turn,
)
from game.screens.stages.consequences import ConsequencesScreen
from game.screens.stages.council import CouncilScreen
from game.screens.stages.stage import StageScreen
from game.screens.wall.before import BeforeScreen, KnownScreen
from game.screens.wall.hands import HandsScreen
from game.screens.wall.knew import KnewScreen
from game.screens.wall.lobby import LobbyScreen
from game.screens.wall.menu import WallMenu
from game.screens.wall.pages import AsidePage
from game.screens.wall.questions import LeaveScreen, ending, told, withdrawing
from game.screens.wall.stage import OVER, ReplyScreen, expectation, page_for, place_of
from game.screens.wall.view import WallPage, due_of, moment_of, shown_of, stripped, under_strip
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Hand, Sheet, Spot

REMOTE = {
    ("right", "next"): "later",
    ("left", "previous"): "earlier",
    ("f5", "quick-save"): "fullscreen",
    ("b", "backlog"): "blank",
}
"""Keys of a presenter, as long as they give what they give at first: what they give here."""
UP = "00:00"
"""The clock when the time is up."""
MINUTES = 5
"""To which the clock is set when it is started from nothing."""
NOT_AGAIN = "Before a class nothing is answered again. Going back from the ledger takes it back."
UNANSWERED = "The cards are secret until the telegram is answered."


class WallScreen:
    """The screen of a class, with the page that belongs to its room inside."""

    name = "wall"
    over = False

    def __init__(self, office: Office, hosted: Hosted) -> None:
        self.office = office
        self.hosting = hosted.hosting
        self.hosted: Hosted | None = hosted
        """What runs; nothing once it was ended."""
        self.is_blank = False
        self.is_leaving = False
        """Whether it was asked if hosting is to end."""
        self.shown = shown_of(self.hosting)
        self.inner: Screen = page_for(office, self.shown, (), None)
        self.hand: Hand = self.inner.hand
        self._seen = moment_of(self.hosting)
        self.hosting.listen(office.ring)
        self._heard = self.shown.room.desk.noted.asked

    # --- following ---

    def due(self) -> float:
        """Return after how many seconds the clock shows another figure."""
        return due_of(self.hosting)

    def follow(self) -> Followed:
        """Take over what has changed in the room."""
        now = moment_of(self.hosting)
        if now == self._seen or self.hosted is None:
            return Followed.NOTHING
        self._seen, before, before_clock = now, self.shown.room, self.shown.clock not in ("", UP)
        self.shown = shown_of(self.hosting)
        room = self.shown.room
        if place_of(room) != place_of(before):
            flight = flight_of(self.inner)
            come_from = flight.broken() if flight else ()
            self.is_leaving = False
            self._put(page_for(self.office, self.shown, come_from, before.desk.stage))
            self.office.sound("paper")
            return Followed.TURNED
        if before_clock and self.shown.clock == UP:
            self.office.sound("stamp")
        self._take()
        return Followed.LOOKS

    def _take(self) -> None:
        """Let the page that is shown take over the room as it is."""
        inner, desk = self.inner, self.shown.room.desk
        if isinstance(inner, WallPage):
            inner.take(self.shown)
        elif isinstance(inner, StageScreen):
            inner.desk = desk
        new = [one for one in desk.noted.asked if one not in self._heard]
        self._heard = desk.noted.asked
        if isinstance(inner, CouncilScreen) and new:
            inner.heard = str(new[-1])

    def _put(self, screen: Screen) -> Move:
        """Show another page."""
        self.inner, self.hand = screen, screen.hand
        self._heard = self.shown.room.desk.noted.asked
        return Stay()

    # --- what is seen ---

    @property
    def around(self) -> Surroundings:
        """What goes round."""
        inner = self.inner
        if isinstance(inner, Heard):
            return inner.around
        return around_desk(self.office.campaign, self.shown.room.desk)

    @property
    def steps(self) -> object:
        """How far the page has come; one that does not move in steps is always further."""
        inner = self.inner
        moving = inner.steps if isinstance(inner, Stepping) else object()
        return id(inner), moving, self._seen, self.is_blank

    @property
    def flight(self) -> Flight:
        """The way of the camera, if it is on one."""
        return flight_of(self.inner) or Flight((), (), share=1.0)

    def update(self, seconds: float) -> bool:
        """Let time pass on the page."""
        return self.inner.update(seconds) and not self.is_blank

    def view(self, look: Look) -> Sheet:
        """Return the page; the game's own screens have the way in over them."""
        if self.is_blank:
            return self.dark(look)
        over = self.shown.room.desk.stage is Stage.CHRONICLE  # nobody comes so late
        if isinstance(self.inner, StageScreen) and not over:
            return stripped(self.inner.view(under_strip(look)), look, self.shown)
        return self.inner.view(look)

    def bare(self, look: Look) -> Sheet:
        """Return the picture behind the words, where there is one."""
        return self.inner.bare(look) if isinstance(self.inner, Pictured) else self.view(look)

    def dark(self, look: Look) -> Sheet:
        """Return a black window."""
        draft = Draft(look, self.hand)
        draft.add(Fill(draft_rect := NOWHERE._replace(w=look.size[0], h=look.size[1]), (0, 0, 0)))
        said = "The screen is black"
        draft.spot(Spot("", "heading", said, draft_rect, enabled=False))
        for key in ("blank", "advance", "back", "later", "earlier"):
            draft.spot(Spot("wall:blank", "button", "Show the screen again", NOWHERE, key))
        return draft.done()

    # --- what is pressed ---

    def meant(self, given: str, command: str) -> str:
        """Return the command that a presenter's key gives here."""
        return REMOTE.get((given, command), command)

    def obeyed(self, command: str, sheet: Sheet) -> Move | None:
        """Return what a presenter's command leads to that stands on no page."""
        match command:
            case "later":
                onward = spot_for(sheet, "advance")
                return self.act(onward.name) if onward else Stay()
            case "earlier":
                return self._back()
            case "menu":
                return Open(WallMenu(self))
            case "vote" | "reveal" | "clock" | "minute" | "knew" | "teacher" | "blank":
                return self._wanted(command)
            case _:
                return None

    def act(self, spot: str) -> Move:
        """Ask the host, or do what the page does by itself."""
        word, _, which = spot.partition(":")
        match word:
            case "wall":
                return self._wanted(which)
            case "next":
                return self._next()
            case "ask":
                return self._asked(which)
            case "send":
                return self.ask(Send(which))
            case "stage":
                return self._back_to(Stage(which))
            case "menu":
                return Open(WallMenu(self))
            case "key":
                return Open(key_of_the_map(self.office))
            case "notebook":
                return Open(EncyclopaediaScreen(self.office))
            case "replay":
                return Tell(NOT_AGAIN)
            case _:
                return self._taken(self.inner.act(spot))

    def _taken(self, move: Move) -> Move:
        """Return what a page wants, as far as it may have it: the room alone decides where it is.

        Moves that would put another screen in the wall's place are let go.
        """
        match move:
            case Show(screen):
                return self._put(screen)
            case Turn() | Reset() | Close():
                return Stay()
            case _:
                return move

    def _wanted(self, what: str) -> Move:
        """Do what a presenter wants that stands on no page."""
        match what:
            case "vote":
                return self.ask(CloseVote() if self.shown.room.round.is_open else OpenVote())
            case "reveal":
                return self._counted(self.ask(Reveal()))
            case "clock":
                return self.ask(self._clock())
            case "minute":
                return self.ask(AddTime(60))
            case "blank":
                self.is_blank = not self.is_blank
                return Stay()
            case "knew":
                return self.knew()
            case _:
                return self._elsewhere(what)

    def _elsewhere(self, what: str) -> Move:
        """Return what opens over the wall, or beside it."""
        match what:
            case "teacher":
                return Tell(self.office.classes.browse(self.hosting))
            case "end":
                return Open(ending(self))
            case "debrief":
                return self.ask(Debrief())
            case "known" | "sure" | "beside" | "chronicle":
                return self._put(OVER[what](self.office, self.shown))
            case _:
                return self.leave(Reset(self.office.title()))

    def _clock(self) -> TeacherRequest:
        """Return what starts the clock, or holds it."""
        clock = self.shown.room.clock
        if clock.is_running:
            return PauseClock()
        return StartClock() if clock.left else StartClock(MINUTES * 60)

    def ask(self, request: TeacherRequest) -> Move:
        """Ask the host; a refusal is told in words, and without names."""
        refused = self.hosting.ask(request)
        return told(refused) if refused else Stay()

    def _next(self) -> Move:
        """Go on: on the page as long as it has something to show, then with the room."""
        inner = self.inner
        if isinstance(inner, ReplyScreen):
            if inner.finished:
                return self._put(page_for(self.office, self.shown, (), None))
            return inner.gone()
        if isinstance(inner, ConsequencesScreen) and (page := expectation(self.office, self.shown)):
            return self._put(page)
        if isinstance(inner, (LobbyScreen, KnownScreen)):
            return self._put(BeforeScreen(self.office, self.shown))
        if self.shown.room.ended or isinstance(inner, AsidePage):
            return self._put(page_for(self.office, self.shown, (), None))
        refused = self.hosting.ask(Next())
        if refused and refused.code is Code.NOT_COUNTED:
            return Open(HandsScreen(self.office, self.hosting, self.shown))
        return told(refused) if refused else Stay()

    def _counted(self, move: Move) -> Move:
        """Return a move, or the page on which hands are counted where that is what is missing."""
        by_hand = self.shown.view.shared.stage is Stage.DECISION and isinstance(move, Tell)
        typed = self.shown.room.round.typed
        if by_hand and typed is None and told(Refused(Code.NOT_COUNTED)) == move:
            return Open(HandsScreen(self.office, self.hosting, self.shown))
        return move

    def _asked(self, question: str) -> Move:
        """Put a question to the council, or show its answer again."""
        inner = self.inner
        if question in self.shown.room.desk.noted.asked and isinstance(inner, CouncilScreen):
            inner.heard = question
            return Stay()
        return self.ask(Ask(question))

    def _back(self) -> Move:
        """Go back: on the page first; an answer is taken back only after a question."""
        inner = self.inner
        if isinstance(inner, CouncilScreen) and (inner.heard or inner.speaker):
            if not inner.heard:
                inner.speaker -= 1
            inner.heard = ""
            return Stay()
        if isinstance(inner, KnownScreen):
            return self._put(BeforeScreen(self.office, self.shown))
        if isinstance(inner, (AsidePage, BeforeScreen)):
            return self._put(page_for(self.office, self.shown, (), None))
        room = self.shown.room
        if room.desk.stage is not Stage.CONSEQUENCES or room.debrief is not None:
            return self.ask(Back())
        if isinstance(inner, ConsequencesScreen) and inner.ledger:
            return inner.act("again")
        if not isinstance(inner, ConsequencesScreen):
            return self._put(page_for(self.office, self.shown, (), None))
        return Open(withdrawing(self))

    def _back_to(self, stage: Stage) -> Move:
        """Go back as many steps as it takes to a stage of this telegram."""
        for _ in OF_A_SCENARIO:
            if self.hosting.room.desk.stage is stage:
                break
            refused = self.hosting.ask(Back())
            if refused:
                return told(refused)
        return Stay()

    def knew(self) -> Move:
        """Open who knew what, as far as it is no secret any more."""
        if not self.shown.room.desk.playthrough.line:
            return Tell(UNANSWERED)
        return Open(KnewScreen(self.office, self.shown))

    # --- the end ---

    def leave(self, move: Move) -> Move:
        """Return a move that leaves the wall; as long as a host runs, ask once first."""
        if self.hosted is None:
            return move
        if self.is_leaving:
            return self.ended(move)
        self.is_leaving = True
        return Open(LeaveScreen(self, move))

    def ended(self, move: Move) -> Move:
        """End the host and return what was wanted."""
        if self.hosted:
            self.hosted.close()
        self.hosted = None
        return move
