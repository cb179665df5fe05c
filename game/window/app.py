"""The stack of screens, and what keys, mouse and pads do to it. It knows no window."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pygame

from game.keymap import MOVING
from game.playthrough.desk import Desk
from game.playthrough.surroundings import Surroundings
from game.screens.bindings import commanded, is_typing, page, spot_for, wheeled, wished
from game.screens.flight import Start, flight_of, flown
from game.screens.flow import explained, screen_for
from game.screens.grip import Grip
from game.screens.hearing import heard_around
from game.screens.inputs import Given, Inputs, given_by
from game.screens.keeping import Keeping
from game.screens.layers import layered
from game.screens.notice import Notice
from game.screens.outside import follow, held, meant, obeyed
from game.screens.pacing import CHOICES, STEP, Mode, Pace, leads_on, reading_time
from game.screens.screen import (
    Close,
    Explain,
    Leaf,
    Move,
    Note,
    Office,
    Open,
    Pictured,
    Quit,
    Remote,
    Reset,
    Screen,
    Show,
    Stay,
    Tell,
    Turn,
    leaf,
)
from game.screens.speaking import Speaker
from game.screens.styles import look_of
from game.widgets.canvas import Canvas
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.painter import Painter
from game.widgets.sheet import Sheet
from game.window.access import WANTED

CHOOSE = "Here is something to choose."
NOWHERE_ON = "Nothing leads on from here by itself."
GOING = ("skip", "auto", "hurry")
"""The commands that do not stop the game from going on by itself."""


class App:
    """A stack of screens on a surface. Without a window it is driven by tests and the gallery."""

    def __init__(self, screens: Iterable[Screen], office: Office, painter: Painter) -> None:
        self.office = office
        self.stack: list[Screen] = list(screens)
        self.inputs = Inputs()
        self.size = (1280, 720)
        """Of the window, when something happened last."""
        self.grip = Grip()
        self.notice = Notice()
        self.pace = Pace()
        self.speaker = Speaker(office)
        self.keeping = Keeping(office)
        self.is_bare = False
        """Whether the words are hidden, so that only the picture is seen."""
        self.pointer: Callable[[], tuple[int, int]] = pygame.mouse.get_pos
        """Return where the mouse is on the picture."""
        self.canvas = Canvas(painter)
        """What is seen."""
        self._looks: tuple[object, ...] | None = None
        """What decided the picture drawn last."""
        self._around: Surroundings | None = None

    @property
    def top(self) -> Screen:
        """The screen that is seen."""
        return self.stack[-1]

    def is_over(self) -> bool:
        """Return whether the player has left: no screen remains."""
        return not self.stack

    def look(self, size: tuple[int, int]) -> Look:
        """Return how things look in a window of a size, as the player set it."""
        return look_of(self.office.settings, self.canvas.painter.fonts, size, self.inputs.device)

    def sheet(self, size: tuple[int, int]) -> Sheet:
        """Return what is seen now, with the last notice over it."""
        look = self.look(size)
        key = look.named([self.pace.mode])
        going = {Mode.SKIP: f"Skipping. {key}: stop", Mode.AUTO: f"Reading on. {key}: stop"}
        return self.notice.over(self._layered(look), look, going.get(self.pace.mode, ""))

    def _layered(self, look: Look) -> Sheet:
        """Return what is seen under any notice."""
        return layered(self.stack, self.office, look, bare=self.is_bare)

    def update(self, seconds: float) -> bool:
        """Let time pass; return whether anything still moves."""
        for name in self.inputs.pad.pass_by(seconds):
            if self.office.settings.keys.command(name) in MOVING:
                self._give(Given((name,)))
        moving = self.top.update(seconds)
        self.notice.pass_by(seconds)
        self._hear()
        follow(self.stack)
        stepped = self._go_on(seconds, resting=not moving)
        self._listen()
        self._speak()
        self.office.captions.pass_by(seconds)
        return moving or stepped or bool(self.inputs.pad.held)

    def rest(self, seconds: float) -> bool:
        """Let time pass while nothing moves; return whether there is something else to see."""
        gone = self.notice.pass_by(seconds) or self._hear()
        unsaid = self.office.captions.pass_by(seconds) and self.office.settings.captions
        return self._go_on(seconds, resting=True) or follow(self.stack) or gone or unsaid

    def _hear(self) -> bool:
        """Let music go on that ended beside the game, tell what else is done; return whether so."""
        self.office.go_on()
        if news := self.office.errands.news():
            self.notice.tell(news)
        return bool(news)

    def _listen(self) -> None:
        """Let be heard what belongs to the screen that is seen."""
        now = heard_around(self.office, self.stack)
        if now == self._around:
            return
        before, self._around = self._around, now
        self.office.around(now)
        for name in now.names:
            if before is None or name not in before.names:
                self.office.captions.hear(name)

    def _speak(self) -> None:
        """Read out what has changed; without speech no sheet is made for it."""
        if self.office.settings.speech:
            self.speaker.follow(self.stack, self.sheet(self.size), self.look(self.size))
        else:
            self.speaker.end()

    def _go_on(self, seconds: float, *, resting: bool) -> bool:
        """Take the next step if the game goes on by itself; return whether it did."""
        held = self.inputs.holds(self.office.settings.keys.inputs("hurry"))
        self.pace.hold(seconds, held=held and not self.top.hand.listening)
        reads = self.pace.mode is Mode.AUTO
        if (reads and (not resting or self.speaker.is_busy)) or not self.pace.is_due(seconds):
            return False
        if not reads or not page(self.top.hand, self.sheet(self.size), 1):
            self.carry_out(self._step())
        self._settle()
        return True

    def _step(self) -> Move:
        """Return what leads on by itself, or stop where there is something to choose."""
        spot = leads_on(self.top, self.sheet(self.size), self.pace.mode)
        if spot:
            return self.top.act(spot)
        self.pace.begin(Mode.ASKED)
        return Tell(CHOOSE) if self.top.name in CHOICES else Stay()

    def _settle(self) -> None:
        """Give the player time to read before the next step."""
        if self.pace.mode is Mode.AUTO:
            words = self.office.settings.reading
            self.pace.wait(reading_time(self.sheet(self.size), words))
        else:
            self.pace.wait(STEP)

    def _toggle(self, mode: Mode) -> Move:
        """Begin to go on by itself in some way, or stop."""
        if self.pace.mode is mode:
            self.pace.begin(Mode.ASKED)
        elif leads_on(self.top, self.sheet(self.size), mode):
            self.pace.begin(mode)
            self._settle()
        else:
            return Tell(CHOOSE if self.top.name in CHOICES else NOWHERE_ON)
        return Stay()

    def _stopped(self) -> bool:
        """Stop skipping; return whether there was anything to stop."""
        skips = self.pace.mode is Mode.SKIP
        if skips:
            self.pace.begin(Mode.ASKED)
        return skips

    def handle(self, event: pygame.Event, size: tuple[int, int]) -> None:
        """Let an event take effect."""
        self.size = size
        if event.type == pygame.QUIT:
            self.carry_out(Quit())
        elif event.type == pygame.APP_TERMINATING:  # the system ends it, and waits for no answer
            self.stack.clear()
        elif event.type == pygame.WINDOWFOCUSLOST and not self.office.settings.background:
            self.speaker.hush()
            self.inputs.take(event)
        elif event.type == WANTED:
            self.speaker.asked()
            self.carry_out(wished(self.top, self.sheet(self.size), event))
        elif self.top.hand.listening:
            self.speaker.asked()
            heard = self.inputs.heard(event)
            self.carry_out(self.top.act(f"heard:{heard}") if heard else Stay())
        else:
            self._take(event)

    def _take(self, event: pygame.Event) -> None:
        """Let keys, mouse and pad take effect; a press that has none ends a flight of the map.

        One that has an effect lets the camera fly on from where it is.
        """
        flight, before = flight_of(self.top), self._state()
        pressed = self.inputs.take(event)
        is_press = pressed or event.type == pygame.MOUSEBUTTONDOWN
        if is_press:
            self.settle()
        for given in pressed:
            self._give(given)
        if self.is_over():
            return
        self.carry_out(self._pointed(event))
        if flight and is_press and self._state() == before:
            flight.land()

    def _state(self) -> tuple[object, ...]:
        """Return what a press may change."""
        hand = self.top.hand
        seen = (*self.stack, hand.focus, tuple(hand.offsets.items()), self.notice.text)
        return (*seen, self.pace.mode, self.is_bare, self.office.settings)

    def _give(self, given: Given) -> None:
        """Let something pressed give its command, or write in a field."""
        self.speaker.asked()
        if self._write(given):
            return
        command = meant(self.top, given.name, self.office.settings.keys.command(*given.names))
        self.speaker.asked(command)
        if command == "hurry":  # the key that silences every screen reader
            self.speaker.hush()
        if not command or self.is_over():
            return
        if command not in GOING and self._stopped() and command == "advance":
            return
        self.carry_out(self._dressed() or self.obey(command))
        if self.pace.mode is Mode.AUTO and not self.is_over():
            self._settle()

    def _write(self, given: Given) -> bool:
        """Let a key write where something is to be written; return whether it did."""
        erases, hand = given.name == "backspace", self.top.hand
        if not hand.focus or not (given.typed or erases):  # most keys: no sheet is made for them
            return False
        if not is_typing(hand, self.sheet(self.size)):
            return False
        self.carry_out(self.top.act("erased" if erases else f"typed:{given.typed}"))
        return True

    def _pointed(self, event: pygame.Event) -> Move:
        """Return what follows from the mouse moving, its left button or its wheel."""
        match event.type:
            case pygame.MOUSEMOTION:
                return self.grip.moved(self.top, self._seen, event)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self.speaker.asked()
                undone = self._dressed() or (Stay() if self._stopped() else None)
                return undone or self.grip.moved(self.top, self._seen, event)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return self.grip.moved(self.top, self._seen, event)
            case pygame.MOUSEWHEEL:
                return self._wheel(event.y)
            case _:
                return Stay()

    def _seen(self) -> Sheet:
        """Return what is seen in the window as it is."""
        return self.sheet(self.size)

    def command(self, event: pygame.Event) -> str:
        """Return the command that a key gives, or nothing."""
        given = given_by(event)
        return self.office.settings.keys.command(*given.names) if given else ""

    def _dressed(self) -> Move | None:
        """Return a move if the words were hidden: whatever is pressed only brings them back."""
        if not self.is_bare:
            return None
        self.is_bare = False
        return Stay()

    def _wheel(self, notches: int) -> Move:
        """Scroll; where nothing scrolls further, the wheel gives what its way gives."""
        sheet, given = self.sheet(self.size), "wheel:up" if notches > 0 else "wheel:down"
        keys, held = self.office.settings.keys, self.inputs.modifiers
        spot = spot_for(sheet, keys.command(held + given)) if held and notches else None
        if spot:
            return self.top.act(spot.name)
        hand, point, rolls_on = self.top.hand, self.pointer(), self.inputs.rolls_on
        scrolled = bool(notches) and wheeled(hand, sheet, point, notches, rolls_on=rolls_on)
        if not notches or scrolled or isinstance(self.top, Remote):
            return Stay()  # a wheel that rolls on must not lead a class on
        return self.obey(keys.command(given))

    def obey(self, command: str) -> Move:
        """Return what a command leads to: on this screen, or wherever one is."""
        sheet = self.sheet(self.size)
        move = commanded(self.top, sheet, command)
        move = obeyed(self.top, command, sheet) if move is None else move
        if move is not None:
            return move
        match command:
            case "hide":
                self.is_bare = isinstance(self.top, Pictured)
                return Stay() if self.is_bare else Tell("There is no picture behind this page.")
            case "skip" | "auto":
                return self._toggle(Mode(command))
            case "speech":
                return self.speaker.turn()
            case "repeat" | "aloud" | "read-on" | "read-back":
                return self.speaker.obey(command, self.top.hand)
            case "screenshot":
                return Tell(self.office.picture(self.picture()))
            case _:
                from game.screens.everywhere import wanted  # noqa: PLC0415 - see flow

                return wanted(self.office, self.stack, sheet, command)

    def picture(self) -> pygame.Surface:
        """Return what is seen now as a picture of its own, without the notice over it."""
        surface = pygame.Surface(self.size)
        self.canvas.painter.paint(surface, self._layered(self.look(self.size)))
        return surface

    def carry_out(self, move: Move) -> None:
        """Do what a screen wants."""
        match held(self.stack, move):
            case Stay():
                pass
            case Show(screen):
                self.stack[-1] = screen
            case Open(screen):
                self.stack.append(screen)
            case Close():
                self.stack.pop()
            case Reset(screen):
                self.stack[:] = [screen]
            case Turn(desk, come_from):
                self._turn(desk, come_from)
            case Note(desk):
                self.keeping.note(desk)
            case Leaf(screen):
                leaf(self.stack, screen)
            case Explain(entry):
                self.stack.append(explained(self.office, entry))
            case Tell(text):
                self.notice.tell(text)
            case Quit():
                self.stack.clear()

    def _turn(self, desk: Desk, come_from: Start) -> None:
        """Show the stage a desk is at, alone; it is kept when that is seen."""
        self.keeping.note(desk)
        self.stack[:] = [screen_for(self.office, desk, come_from)]

    def settle(self) -> bool:
        """Keep what is not kept yet; return whether that went wrong, which is then shown."""
        trouble = self.keeping.settle()
        if trouble and not self.is_over():
            self.stack.append(trouble)
        return trouble is not None

    def draw(self, surface: pygame.Surface, *, hasty: bool = False) -> Rect | None:
        """Draw what changed since last time; return where that is, or none if nothing did."""
        before, self._looks = self._looks, self._looks_of(surface)
        seen = self.canvas.seen
        if seen is None or before is None or before != self._looks:
            return self.canvas.draw(surface, self.sheet(surface.get_size()), hasty=hasty)
        sheet = flown(self.top, seen)  # between two steps there is no other sheet to make
        if sheet is seen and not self.canvas.waits:
            return None
        return self.canvas.draw(surface, sheet, hasty=hasty)

    def _looks_of(self, surface: pygame.Surface) -> tuple[object, ...] | None:
        """Return what decides how a screen that moves in steps looks, but its camera; else none."""
        steps: object = getattr(self.top, "steps", None)  # `Stepping` is slow to compare with
        if steps is None:
            return None
        flight = flight_of(self.top)
        way = (flight.start, flight.goal) if flight else ()
        around = (self.top.hand.hover, self.office.captions.line, self.inputs.device)
        return (surface, steps, *way, *around, *self._state())
