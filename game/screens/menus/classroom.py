"""Classroom: a room is opened with one Enter; what is set before is set here."""

from __future__ import annotations

from typing import TypeVar

from game.campaign.words import Id
from game.classroom.opening import Hosted, KeptRoom, Wanted
from game.playthrough.playthrough import history
from game.room.ways import RULES, Way
from game.screens import styles
from game.screens.foot import MOVE
from game.screens.menu import in_the_dark, titled
from game.screens.question import QuestionScreen
from game.screens.screen import Close, Move, Office, Open, Reset, Stay, Tell
from game.screens.wall.lobby import LARGE
from game.widgets.controls import Press, Style, height_of, label, ring, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet, Spot
from game.widgets.typeset import Face

INTRO = (
    "Pupils join with their phones, in this network: no account, no app, nothing from the "
    "internet. Open the room, and the wall says how."
)
WAYS = {
    Way.EACH: "One voice each",
    Way.SEAT: "One voice a seat",
    Way.CHAIR: "The chair decides",
    Way.UNANIMOUS: "All must agree",
    Way.HANDS: "Raised hands, no phones needed",
    Way.SLIPS: "Paper slips, no phones needed",
}
"""The ways of deciding, as a teacher picks one."""
CLASS = "Our class"
"""What a class is called that is given no name."""
CHANCE = "Off, groups that answer alike see the same: what differs comes of their answers."
READS = "A set of assumptions about what is disputed. The first is the campaign's own."
KEPT = "On this computer alone: names, votes and reasons. A later lesson can go on with it."
DAYS: dict[int | None, str] = {
    None: "Until you delete it",
    30: "For 30 days, then it is deleted",
    1: "Until tomorrow, then it is deleted",
}
"""How long a room may be kept."""
Value = TypeVar("Value")
LONGEST = 40
"""Letters of a name."""


class ClassroomScreen:
    """The name of the class, how it decides, where it begins; and earlier rooms."""

    name = "classroom"
    over = False

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hand = Hand(focus="called")
        self.called = ""
        self.way = Way.EACH
        self.turn = 0
        """The telegram to begin with, from 0."""
        self.chance = False
        """Whether luck plays a part; without it, groups that answer alike see the same."""
        readings = [str(one.id) for one in office.campaign.model.readings]
        self.reading = office.reading if office.reading in readings else readings[0]
        """The id of the reading it is played under."""
        self.days: int | None = None
        """After how many days the room is deleted by itself."""
        self.rooms = office.classes.kept()

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return the page in the dark."""
        presses = [
            Press("close", "Back", "back", "back"),
            Press("open", "Open the room", "advance", "open the room"),
        ]
        return in_the_dark(Draft(look, self.hand), "classroom", presses, self.words, MOVE)

    def words(self, draft: Draft, width: int) -> int:
        """Write what can be set, and the earlier rooms; return the height."""
        look, palette = draft.look, draft.look.palette
        y = titled(draft, 0, 0, "Classroom") + look.px(4)
        y += write(draft, Rect(0, y, width, 0), INTRO, styles.note_on_dark(palette)) + look.px(12)
        inner = Rect(look.px(5), y, width - look.px(10), 0)
        y = self.grid(draft, inner)
        if not self.rooms:
            return y
        y += look.px(8)
        gold = styles.gold(palette)
        y += write(draft, Rect(0, y, width, 0), "Earlier rooms", gold, role="heading") + look.px(6)
        for one in self.rooms:
            with draft.group("list", "Earlier rooms"):
                y += self.room(draft, inner._replace(y=y), one) + look.px(6)
        return y

    def grid(self, draft: Draft, rect: Rect) -> int:
        """Draw all that can be set, in two columns where there is room; return where it ends."""
        look, gap = draft.look, draft.look.px(8)
        count = 2 if look.text <= LARGE else 1
        columns = rect.columns(count, gap)
        y, row = rect.y, 0
        for number, (name, title, value, says) in enumerate((self.name_row(), *self.choices())):
            column = columns[number % count]._replace(y=y)
            row = max(row, self.choice(draft, column, (name, title, value), says))
            if number % count == count - 1:
                y, row = y + row + gap, 0
        return y + (row + gap if row else 0)

    def name_row(self) -> tuple[str, str, str, str]:
        """Return the field for the name of the class, like what is chosen."""
        typing = self.hand.focus == "called"
        shown = self.called + "_" * typing if self.called or typing else CLASS
        return "called", "The class", shown, "As you call it. Pupils see it; nobody else does."

    def choices(self) -> tuple[tuple[str, str, str, str], ...]:
        """Return what is chosen: spot, title, value, what it means."""
        scenario = self.office.campaign.scenarios[self.turn]
        before = "The answers before it are those of history. " if self.turn else ""
        first = f"{before}A lesson of 45 minutes holds one telegram and its debrief."
        return (
            ("way", "How the council decides", WAYS[self.way], RULES[self.way]),
            ("turn", "The first telegram", f"{self.turn + 1} · {scenario.title}", first),
            ("chance", "Chance", "On" if self.chance else "Off", CHANCE),
            ("reading", "The reading", self.read_under(), READS),
            ("days", "The room is kept", DAYS[self.days], KEPT),
        )

    def read_under(self) -> str:
        """Return what the reading is called."""
        readings = self.office.campaign.model.readings
        return next(str(one.title) for one in readings if one.id == self.reading)

    def choice(self, draft: Draft, rect: Rect, row: tuple[str, str, str], says: str) -> int:
        """Draw a field, or something that is chosen by pressing on; return its height."""
        high = self.box(draft, rect, row, says)
        if row[0] == "called":
            given = self.called or CLASS
            draft.spot(Spot(row[0], "field", row[1], rect._replace(h=high), value=given))
            return high
        said = f"{row[1]}: {row[2]}. {says}"
        spot = Spot(row[0], "button", said, rect._replace(h=high), value=row[2])
        draft.spot(spot)
        return high

    def box(self, draft: Draft, rect: Rect, row: tuple[str, str, str], says: str) -> int:
        """Draw title, value and what it means in a frame; return the height."""
        look, palette = draft.look, draft.look.palette
        name, title, value = row
        pad = look.px(12)
        small = Style(Face.HEAD, 14, palette.muted, 0.6, upper=True)
        large = Style(Face.HEAD, 21, palette.cream, 0.4)
        text = Style(Face.TEXT_ITALIC, 15, palette.muted)
        inner = rect.inset(pad, 0)
        parts = ((title, small), (value, large), (says, text))
        high = sum(height_of(look, words, style, inner.w) for words, style in parts) + look.px(16)
        place = rect._replace(h=high)
        lit = name in (self.hand.focus, self.hand.hover)
        draft.add(Fill(place, palette.line if lit else palette.wood))
        draft.add(Edge(place, palette.gold if lit else palette.line, look.px(1)))
        y = rect.y + look.px(8)
        for words, style in parts:
            y += write(draft, inner._replace(y=y), words, style, role="")
        ring(draft, place, name)
        return high

    def room(self, draft: Draft, rect: Rect, one: KeptRoom) -> int:
        """Draw an earlier room, to be taken up or deleted; return the height."""
        look, palette = draft.look, draft.look.palette
        name, wipe = f"resume:{one.key}", f"delete:{one.key}"
        style = Style(Face.HEAD, 13, palette.muted, 0.8, upper=True)
        side = look.fonts.width("DELETE", style.face, style.px(look), 1) + look.px(44)
        left = rect.left(rect.w - side - look.px(10))
        head, small = Style(Face.HEAD, 17, palette.cream), Style(Face.HEAD, 13, palette.muted)
        lines = ((f"{one.name} · {one.code}", head), (self.standing(one), small))
        inner = left.inset(look.px(12), 0)
        high = sum(height_of(look, words, set_in, inner.w) for words, set_in in lines)
        place = left._replace(h=max(high + look.px(14), look.px(40)))
        lit = name in (self.hand.focus, self.hand.hover)
        draft.add(Fill(place, palette.line if lit else palette.wood), Edge(place, palette.line, 1))
        y = rect.y + look.px(7)
        for words, set_in in lines:
            y += write(draft, inner._replace(y=y), words, set_in, role="")
        ring(draft, place, name)
        draft.spot(Spot(name, "button", f"Take up {lines[0][0]}, {lines[1][0]}", place))
        self.wipe(draft, Rect(rect.right - side, place.y, side, place.h), wipe, style)
        return place.h

    def wipe(self, draft: Draft, rect: Rect, name: str, style: Style) -> None:
        """Draw the button that deletes a room."""
        look, palette = draft.look, draft.look.palette
        lit = name in (self.hand.hover, self.hand.focus)
        draft.add(Fill(rect, palette.red if lit else palette.wood), Edge(rect, palette.line, 1))
        high = look.fonts.height(style.face, style.px(look))
        label(draft, rect.x + look.px(18), rect.y + (rect.h - high) // 2, "Delete", style)
        ring(draft, rect, name)
        key = "delete" if self.hand.focus in (name, name.replace("delete", "resume", 1)) else ""
        draft.spot(Spot(name, "button", "Delete this room", rect, key, "delete" if key else ""))

    def standing(self, one: KeptRoom) -> str:
        """Return where an earlier room stands."""
        if one.why:
            return one.why
        of = len(self.office.campaign.scenarios)
        return f"{one.when} · {one.pupils} pupils · {one.answered} of {of} telegrams answered"

    # --- what is pressed ---

    def act(self, spot: str) -> Move:
        """Set something, open a room, take one up, delete one, or go back."""
        word, _, which = spot.partition(":")
        office = self.office
        match word:
            case "typed" | "erased":
                longer = (self.called + which)[:LONGEST]
                self.called = self.called[:-1] if word == "erased" else longer
            case "way" | "days" | "turn" | "chance" | "reading":
                self.choose(word)
            case "called":
                pass
            case "open":
                return self.opened(office.classes.open(office.campaign, self.wanted()))
            case "resume":
                return self.opened(office.classes.resume(office.campaign, which))
            case "delete":
                return self.doubt(which)
            case _:
                return Close()
        return Stay()

    def choose(self, word: str) -> None:
        """Go on to the next of what may be chosen."""
        match word:
            case "way":
                self.way = following(tuple(Way), self.way)
            case "chance":
                self.chance = not self.chance
            case "reading":
                readings = tuple(str(one.id) for one in self.office.campaign.model.readings)
                self.reading = following(readings, self.reading)
            case "days":
                self.days = following(tuple(DAYS), self.days)
            case _:
                turns = tuple(range(len(self.office.campaign.scenarios)))
                self.turn = following(turns, self.turn)

    def wanted(self) -> Wanted:
        """Return the room as it was set."""
        office, campaign = self.office, self.office.campaign
        return Wanted(
            name=self.called.strip() or CLASS,
            way=self.way,
            before=history(campaign, self.turn),
            seed=office.seed() if self.chance else 1,
            chance=self.chance,
            reading=Id(self.reading),
            days=self.days,
        )

    def opened(self, found: Hosted | str) -> Move:
        """Show the wall of a room that was opened, or say why it was not."""
        if isinstance(found, str):
            return Tell(found)
        from game.screens.wall.wall import WallScreen  # noqa: PLC0415 - few open a room; see flow

        return Reset(WallScreen(self.office, found))

    def doubt(self, key: str) -> Move:
        """Ask whether a room is to be deleted."""
        one = next(room for room in self.rooms if room.key == key)
        title = f"Delete {one.name} · {one.code}?"
        text = "Names, votes and reasons are gone for good, on this computer and everywhere."
        then = lambda: self.delete(key)  # noqa: E731 - asked for only if it is wanted
        return Open(QuestionScreen(self.office, title, text, "Delete it", then))

    def delete(self, key: str) -> Move:
        """Delete a room; what goes wrong is told."""
        trouble = self.office.classes.delete(key)
        self.rooms = self.office.classes.kept()
        self.hand.focus = ""
        if trouble:
            return Tell(trouble)
        return Close()


def following(values: tuple[Value, ...], now: Value) -> Value:
    """Return the value after one, the first after the last."""
    return values[(values.index(now) + 1) % len(values)]
