"""A player without a window: presses keys, clicks and waits, and sees what would be drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame

from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.files.settings import Settings
from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import begin
from game.screens.bindings import pressable, spot_at
from game.screens.flow import screen_for
from game.screens.foot import foot_height
from game.screens.menus.title import TitleScreen
from game.screens.screen import Office, Screen
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.painter import Painter
from game.widgets.sheet import Chart, Clipped, Drawing, Ink, Op, Sheet, Spot, Tilted
from game.window.app import App
from game.window.gallery import desk_at, office_in_memory
from game.window.painting import painter

PAINTER = painter()
"""One for all tests: fonts and land are opened once."""
MOST_STEPS = 400
"""Presses after which a player who gets nowhere gives up."""
NOTCH = 3
"""Pixels that a turned paper may reach beyond its rectangle, for each hundred of its width."""

KEYS = {
    name: getattr(pygame, f"K_{name.upper()}")
    for name in (
        "return", "space", "tab", "escape", "up", "down", "left", "right", "pageup", "pagedown",
        "home", "end", "delete", "backspace", "kp_enter", "kp_2", "lctrl", "lshift",
        "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
    )
}  # fmt: skip
HELD = {"shift": pygame.KMOD_SHIFT, "ctrl": pygame.KMOD_CTRL, "alt": pygame.KMOD_ALT}


def office(campaign: Campaign, settings: Settings | None = None) -> Office:
    """Return an office without files and without sound."""
    return office_in_memory(campaign, settings)


class Player:
    """Somebody at the game."""

    def __init__(
        self,
        at: Office,
        screen: Screen | None = None,
        size: tuple[int, int] = (1280, 720),
        brush: Painter = PAINTER,
    ) -> None:
        self.kept: list[Desk] = []
        """Every desk that was saved on the way."""
        self.heard: list[str] = []
        """Every sound."""
        self.size = size
        self.office = at
        keep = at.keep

        def remember(desk: Desk) -> str:
            self.kept.append(desk)
            return keep(desk)

        at.keep = remember
        at.play = self.heard.append
        self.app = App([screen or TitleScreen(at)], at, brush)

    @property
    def top(self) -> Screen:
        """The screen that is seen."""
        return self.app.top

    @property
    def sheet(self) -> Sheet:
        """What is seen now."""
        return self.app.sheet(self.size)

    @property
    def desk(self) -> Desk:
        """The desk that was saved last."""
        return self.kept[-1]

    @property
    def names(self) -> list[str]:
        """The names of everything that can be pressed."""
        return [spot.name for spot in pressable(self.sheet)]

    @property
    def text(self) -> str:
        """All that is written on the screen, in one line and in small letters."""
        return " ".join(ink.text for ink in written(self.sheet.marks)).casefold()

    @property
    def foot(self) -> str:
        """The line of keys."""
        return foot_of(self.app.look(self.size), self.sheet)

    def press(self, *keys: str) -> Player:
        """Press keys by name: `return`, `a`, `shift+tab`, `?`."""
        for key in keys:
            self.event(pressed(key))
        return self

    def click(self, wanted: str, button: int = 1) -> Player:
        """Click on what is called so, or labelled so; roll the wheel until it is seen."""
        point = self._point(wanted)
        self.event(pygame.Event(pygame.MOUSEMOTION, pos=point, rel=(0, 0), buttons=(0, 0, 0)))
        self.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=point, button=button))
        if self.app.is_over():
            return self
        return self.event(pygame.Event(pygame.MOUSEBUTTONUP, pos=point, button=button))

    def drag(self, start: tuple[int, int], *points: tuple[int, int]) -> Player:
        """Press the left button of the mouse, move, and let go."""
        self.event(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1))
        for point in points:
            self.event(pygame.Event(pygame.MOUSEMOTION, pos=point, rel=(0, 0), buttons=(1, 0, 0)))
        end = (start, *points)[-1]
        return self.event(pygame.Event(pygame.MOUSEBUTTONUP, pos=end, button=1))

    def hover(self, wanted: str) -> Player:
        """Move the mouse onto something."""
        point = self._point(wanted)
        return self.event(
            pygame.Event(pygame.MOUSEMOTION, pos=point, rel=(0, 0), buttons=(0, 0, 0))
        )

    def scroll(self, notches: int, at: tuple[int, int] = (0, 0)) -> Player:
        """Roll the wheel: away from oneself is more than 0."""
        self.app.pointer = lambda: at
        return self.event(pygame.Event(pygame.MOUSEWHEEL, x=0, y=notches))

    def resize(self, width: int, height: int) -> Player:
        """Give the window another size."""
        self.size = (width, height)
        return self

    def wait(self, seconds: float, step: float = 0.05) -> Player:
        """Let time pass, a twentieth of a second at a time; what is seen is kept."""
        for _ in range(round(seconds / step)):
            self.app.update(step)
            self.app.settle()
        return self

    def event(self, event: pygame.Event) -> Player:
        """Let something happen."""
        self.app.handle(event, self.size)
        self.app.settle()
        if not self.app.is_over():
            self.app.update(0.0)
        return self

    def tab_to(self, name: str) -> Player:
        """Press Tab until the focus is on something."""
        for _ in self.names:
            if self.top.hand.focus == name:
                return self
            self.press("tab")
        assert self.top.hand.focus == name, f"Tab never reaches {name} on {self.top.name}"
        return self

    def spot(self, wanted: str) -> Spot:
        """Return what is called or labelled so, whether it can be pressed or not."""
        return self._spot(self.sheet, wanted)

    def _spot(self, sheet: Sheet, wanted: str) -> Spot:
        found = [spot for spot in sheet.spots if wanted in (spot.name, spot.label)]
        assert found, f"no {wanted!r} on {self.top.name}; it has {self.names}"
        return found[0]

    def _point(self, wanted: str) -> tuple[int, int]:
        """Return a point where a click on something is felt, rolling the wheel towards it."""
        for _ in range(200):
            sheet = self.sheet
            spot = self._spot(sheet, wanted)
            part = next((one for one in sheet.scrolls if one.name == spot.scroll), None)
            seen = spot.rect.common(part.rect if part else Rect(0, 0, *self.size))
            point = seen.x + seen.w // 2, seen.y + seen.h // 2
            hit = spot_at(sheet, point)
            if hit and hit.name == spot.name:
                return point
            assert part, f"{wanted!r} on {self.top.name} is covered by {hit}"
            self.scroll(-1 if spot.rect.y > part.rect.y else 1, (part.rect.x, part.rect.y))
        message = f"the wheel never reaches {wanted!r} on {self.top.name}"
        raise AssertionError(message)


def pressed(key: str, kind: int = pygame.KEYDOWN) -> pygame.Event:
    """Return a key going down (or up), as `ctrl+q` or `?` names it."""
    *held, name = key.split("+")
    code = KEYS.get(name) or ord(name)
    mod = sum(HELD[one] for one in held)
    typed = name if name not in KEYS else ""
    return pygame.Event(kind, key=code, mod=mod, unicode=typed, scancode=0)


def chart(player: Player) -> Chart:
    """Return the map on the screen."""
    return next(mark for mark in player.sheet.marks if isinstance(mark, Chart))


def at_desk(campaign: Campaign, line: tuple[str, ...], stage: Stage) -> Player:
    """Return a player who has given some answers, without luck."""
    at = office(campaign)
    made = begin(campaign, chance=False)
    for one in line:
        made = made.answer(ResponseId(one))
    desk = Desk(made, stage)
    player = Player(at, screen_for(at, desk))
    player.kept.append(desk)
    return player


def written(marks: tuple[Op, ...]) -> Iterator[Ink]:
    """Yield every line of text."""
    for mark in marks:
        match mark:
            case Ink():
                yield mark
            case Clipped() | Tilted():
                yield from written(mark.marks)
            case _:
                pass


def drawings(marks: tuple[Op, ...]) -> Iterator[Drawing]:
    """Yield every SVG picture."""
    for mark in marks:
        match mark:
            case Drawing():
                yield mark
            case Clipped() | Tilted():
                yield from drawings(mark.marks)
            case _:
                pass


def seen(marks: tuple[Op, ...], clip: Rect) -> Iterator[tuple[Ink, Rect]]:
    """Yield every line of text with the rectangle beyond which it is cut off."""
    for mark in marks:
        match mark:
            case Ink():
                yield mark, clip
            case Clipped(rect, inside):
                yield from seen(inside, clip.common(rect))
            case Tilted(rect, _, inside):
                reach = rect.w * NOTCH // 100
                yield from seen(inside, clip.common(rect.inset(-reach)))
            case _:
                pass


def foot_of(look: Look, sheet: Sheet) -> str:
    """Return the line of keys as it is written."""
    low = sheet.size[1] - foot_height(look)
    return " ".join(ink.text for ink in sheet.marks if isinstance(ink, Ink) and ink.rect.y >= low)


def campaign_by_keys(player: Player, line: tuple[str, ...]) -> None:
    """Play from the title to the chronicle with nothing but the keyboard."""
    for _ in range(MOST_STEPS):
        if player.top.name == "chronicle":
            return
        player.press(*_keys(player, line))
    message = f"stuck on {player.top.name}"
    raise AssertionError(message)


def campaign_by(
    player: Player, line: tuple[str, ...], press: Callable[[Player, str], object]
) -> None:
    """Play from the title to the chronicle by pressing what stands on the screen, in some way."""
    for _ in range(MOST_STEPS):
        if player.top.name == "chronicle":
            return
        for name in _spots(player, line):
            press(player, name)
    message = f"stuck on {player.top.name}"
    raise AssertionError(message)


def campaign_by_mouse(player: Player, line: tuple[str, ...]) -> None:
    """Play from the title to the chronicle with nothing but the mouse."""
    campaign_by(player, line, Player.click)


def campaign_by_tab(player: Player, line: tuple[str, ...]) -> None:
    """Play from the title to the chronicle with Tab and the space bar."""
    campaign_by(player, line, lambda one, name: one.tab_to(name).press("space"))


def _spots(player: Player, line: tuple[str, ...]) -> tuple[str, ...]:
    """Return what to press on the present screen to give the answers of a line."""
    match player.top.name:
        case "title":
            return ("new",)
        case "council":
            return (*_raising(player, _answer(player, line)), "next")
        case "decision":
            return (f"card:{_answer(player, line)}", "send")
        case "foresight":
            return ("answer:1", "sure:2", "next")
        case "sending":
            return ("send", "next")
        case _:
            wanted = ("skip", "ledger", "next")
            return (next(one for one in wanted if one in player.names),)


def _keys(player: Player, line: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys that press the same."""
    spots = {spot.name: spot for spot in pressable(player.sheet)}
    match player.top.name:
        case "decision":
            return (spots[f"card:{_answer(player, line)}"].key, "return")
        case "foresight":
            return ("2", "r", "return")
        case "council":
            raising = _raising(player, _answer(player, line))
            return (*(spots[one].key for one in raising), "return")
        case _:
            return ("return",)


def _answer(player: Player, line: tuple[str, ...]) -> str:
    return line[len(player.desk.playthrough.line)]


def _raising(player: Player, answer: str) -> tuple[str, ...]:
    """Return the question that puts an answer on the table, where one must be asked yet."""
    scenario = player.office.campaign.scenarios[len(player.desk.playthrough.line)]
    questions = scenario.council.questions
    asked = player.desk.noted.asked
    opens = [one.id for one in questions if answer in one.opens]
    return () if {*opens} & {*asked} else tuple(f"ask:{one}" for one in opens[:1])


def seated(campaign: Campaign, turn: int, stage: Stage, settings: Settings | None = None) -> Player:
    """Return a player at a stage of telegram `turn` (from 0)."""
    at, desk = office(campaign, settings), desk_at(campaign, turn, stage)
    player = Player(at, screen_for(at, desk))
    player.kept.append(desk)
    return player
