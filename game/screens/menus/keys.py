"""The keys: every command with what gives it, and a way to give it something else."""

from __future__ import annotations

from dataclasses import replace

from game.keymap import (
    COMMANDS,
    Command,
    Group,
    KeyMap,
    Taken,
    as_first,
    called,
    listed,
    objection,
    rebound,
)
from game.screens import styles
from game.screens.foot import MOVE, foot, foot_height
from game.screens.menu import titled
from game.screens.screen import Close, Move, Office, Stay, Tell
from game.widgets.controls import Press, Style, button, button_size, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet
from game.widgets.typeset import Face
from game.words import wording

FIRST_WORDS = "Choose a command, then press the key or the button of the pad that is to give it."
LISTEN = "Press a key, a button of the pad or of the mouse. Esc: leave it as it is."


class KeysScreen:
    """A row for each command; whichever is being changed waits for the next key."""

    name = "keys"
    over = False

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hand = Hand()
        self.changing = ""
        """The command that waits for a key."""
        self.said = ""
        """What is told in its row."""
        self.insisted = ""
        """What is taken from another command if it is pressed once more."""

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    @property
    def keys(self) -> KeyMap:
        """The map in use."""
        return self.office.settings.keys

    def view(self, look: Look) -> Sheet:
        """Return the rows in the dark."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        draft.add(Fill(whole, look.palette.night))
        inside = Rect(look.px(60), look.px(34), whole.w - look.px(120), whole.h - low - look.px(50))
        high = titled(draft, inside.x, inside.y, "Keys")
        presses = [
            Press("defaults", "All as at first", "defaults", "all as at first"),
            Press("close", "Done", "back", "done"),
        ]
        used = row_of_buttons(draft.part(), inside, presses, main="close")
        room = inside.below(high + look.px(8))
        draft.scroll("keys", room._replace(h=max(room.h - used - look.px(14), 0)), self.list)
        row_of_buttons(draft, inside, presses, main="close")
        foot(draft, Rect(0, whole.h - low, whole.w, low), (MOVE, ("change", "advance")))
        return draft.done()

    def list(self, draft: Draft, width: int) -> int:
        """Write every command under the name of its group."""
        look = draft.look
        first = styles.note_on_dark(look.palette)
        y = write(draft, Rect(0, 0, width, 0), FIRST_WORDS, first) + look.px(8)
        for group in Group:
            y += write(
                draft, Rect(0, y, width, 0), str(group), styles.gold(look.palette), role="heading"
            ) + look.px(4)
            for command in (one for one in COMMANDS if one.group is group):
                place = Rect(look.px(4), y, width - look.px(8), 0)
                with draft.group("setting", f"{command.title}: {self.given(command)}"):
                    y += self.row(draft, place, command) + look.px(6)
            y += look.px(8)
        return y

    def row(self, draft: Draft, rect: Rect, command: Command) -> int:
        """Draw one command, its buttons beside it or below; return the height."""
        look, palette = draft.look, draft.look.palette
        presses = self.presses(command)
        side = sum(button_size(look, one)[0] for one in presses) + look.px(12)
        pad, tall = look.px(10), button_size(look, presses[0])[1]
        inner = rect.inset(pad)._replace(h=0)
        stacked = inner.w - side - pad < look.px(240)
        part = draft.part()
        height = self.words(part, inner if stacked else inner.left(inner.w - side - pad), command)
        low = height + pad if stacked else 0
        total = (low + tall if stacked else max(height, tall)) + 2 * pad
        place = rect._replace(h=total)
        draft.add(Fill(place, palette.wood), Edge(place, palette.line, 1), *part.marks)
        buttons = Rect(inner.x if stacked else inner.right - side, rect.y + pad + low, 0, tall)
        for press in presses:
            wide = min(button_size(look, press)[0], inner.w)
            button(draft, buttons._replace(w=wide), press, main=self.changing == press.name[7:])
            buttons = buttons.moved(wide + look.px(12), 0)
        return total

    def presses(self, command: Command) -> tuple[Press, ...]:
        """Return the buttons of a row."""
        waits = self.changing == command.name
        change = Press(f"change:{command.name}", "Waits" if waits else "Change")
        if self.keys.inputs(command.name) == command.inputs:
            return (change,)
        return Press(f"first:{command.name}", "As at first"), change

    def words(self, draft: Draft, rect: Rect, command: Command) -> int:
        """Write what a command does and what gives it; return the height."""
        palette = draft.look.palette
        head = Style(Face.HEAD, 16, palette.cream, 0.6)
        small = Style(Face.TEXT_ITALIC, 15, palette.muted)
        height = write(draft, rect, command.title, head, role="")
        waits = self.changing == command.name
        line = self.said if waits else self.given(command)
        role = "text" if waits else ""
        return height + write(draft, rect.moved(0, height), line, small, role=role)

    def given(self, command: Command) -> str:
        """Return what gives a command, in one line."""
        given = listed(self.keys, command.name, ("key", "mouse"))
        pad = listed(self.keys, command.name, ("pad",))
        return "  ·  pad: ".join(filter(None, (given or "no key", pad)))

    def act(self, spot: str) -> Move:
        """Wait for a key, take one, go back to the first ones, or leave."""
        word, _, name = spot.partition(":")
        match word:
            case "change":
                self.wait_for(name, LISTEN)
                return Stay()
            case "heard":
                return self.take(name)
            case "first":
                return self.keep(as_first(self.keys, name), f"{_title(name)}: as at first.")
            case "defaults":
                return self.keep(KeyMap(), "All keys are as at first.")
            case _:
                return Close()

    def wait_for(self, command: str, said: str = "") -> None:
        """Let the next key be the one for a command, or stop waiting."""
        self.changing, self.said, self.insisted = command, said, ""
        self.hand.listening = bool(command)

    def keep(self, keys: KeyMap, said: str) -> Move:
        """Take over a map and tell it."""
        self.wait_for("")
        self.office.change(replace(self.office.settings, keys=keys))
        return Tell(said)

    def take(self, given: str) -> Move:
        """Give what was pressed to the command that waits, unless something is against it."""
        command = self.changing
        if given in ("escape", "mouse:left"):
            self.wait_for("")
            return Stay()
        against = objection(self.keys, command, given)
        if against is None or (isinstance(against, Taken) and given == self.insisted):
            said = f"{called(given)} now gives: {_title(command)}."
            return self.keep(rebound(self.keys, command, given), said)
        self.said = wording.objection(against)
        self.insisted = given if isinstance(against, Taken) else ""
        return Stay()


def _title(command: str) -> str:
    return next(one.title for one in COMMANDS if one.name == command)
