"""The screen read out: `game.speech` computes what is said; here it meets keys and settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.screens.bindings import show
from game.screens.screen import Move, Office, Screen, Stay, Tell
from game.speech.said import Shown, everything, in_words, pressed, told
from game.speech.voices import NO_VOICE
from game.widgets.look import Look
from game.widgets.sheet import Hand, Sheet
from game.widgets.tree import Node

COMMANDS = ("repeat", "aloud", "read-on", "read-back")
"""What the player asks the voice for; `speech` turns it on and off."""
OFF = "Speech is off."
NOTHING = "Nothing has the focus, so there is nothing to press."
END, BEGINNING = "That is the end of the screen.", "That is the beginning of the screen."


class Speaker:
    """Tells the voice what to say, and remembers what it said last."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._asked: str | None = None
        """The command that the player gave since the last word, if any."""
        self.said: tuple[str, ...] = ()
        """What was said last."""
        self._shown: Shown | None = None
        self._at: Node | None = None
        """Where reading one thing at a time has come to."""

    @property
    def is_busy(self) -> bool:
        """Whether the voice still speaks."""
        return self.office.settings.speech and self.office.voice.is_busy

    def follow(self, stack: Sequence[Screen], sheet: Sheet, look: Look) -> None:
        """Say what has changed on the screen."""
        before, now = self._shown, Shown(tuple(one.name for one in stack), sheet, look.named)
        if before and self._asked is None and _alike(before, now):
            return
        self._shown = now
        asked, self._asked = self._asked, None
        sentences = (*((greeting(now),) if before is None else ()), *told(before, now))
        if not sentences and asked:  # a press that does nothing is answered with what it was for
            meant = tuple(in_words(one) for one in pressed(now, asked))
            sentences = meant or ((NOTHING,) if asked == "advance" else ())
        entered = before is None or before.stack != now.stack
        if entered:
            self._at = None
        if sentences:
            self._say(sentences, cut=asked is not None or entered)

    def asked(self, command: str = "") -> None:
        """Take note that the player has pressed something, and which command it gave."""
        self._asked = command

    def end(self) -> None:
        """Say that speech is off, once."""
        if self._shown is not None:
            self._shown = None
            self._say((OFF,))

    def turn(self) -> Move:
        """Turn speech on or off; without a voice the player is told so."""
        settings = self.office.settings
        if not settings.speech and not self.office.voice.name:
            return Tell(NO_VOICE)
        self.office.change(replace(settings, speech=not settings.speech))
        return Stay()

    def obey(self, command: str, hand: Hand) -> Move:
        """Do what a command wants of the voice."""
        shown = self._shown
        if not self.office.voice.name:
            return Tell(NO_VOICE)
        if shown is None:
            return Tell(f"{OFF} It is turned on in the settings, under Hearing.")
        match command:
            case "repeat":
                self._say(self.said)
            case "aloud":
                self._say(everything(shown))
            case _:
                self._read(shown, hand, 1 if command == "read-on" else -1)
        return Stay()

    def hush(self) -> None:
        """Fall silent."""
        if self.office.settings.speech:
            self.office.voice.hush()

    def _read(self, shown: Shown, hand: Hand, by: int) -> None:
        """Read the next thing; what can be pressed has the focus then, and is said for that."""
        nodes = [one for one in shown.nodes if in_words(one)]
        here = self._here(nodes)
        at = here + by if here is not None else (0 if by > 0 else len(nodes) - 1)
        if not 0 <= at < len(nodes):
            self._say((END if by > 0 else BEGINNING,))
            return
        node = self._at = nodes[at]
        if node.spot:
            show(hand, shown.sheet, node.spot)
        hand.focus = node.name
        if not node.name or node.name == shown.sheet.focus:
            self._say((in_words(node),))
            # nobody has lost the focus who goes on reading
            self._shown = replace(shown, sheet=replace(shown.sheet, focus=node.name))

    def _here(self, nodes: list[Node]) -> int | None:
        """Return where reading is: at the focus, where it came to last, or what was said last."""
        keys = [(one.role, one.label, one.within) for one in nodes]
        focused = next((n for n, one in enumerate(nodes) if one.focused and one.name), None)
        if focused is not None:
            return focused
        at = self._at
        if at is not None and (at.role, at.label, at.within) in keys:
            return keys.index((at.role, at.label, at.within))
        said = [n for n, one in enumerate(nodes) if in_words(one) in self.said]
        return said[-1] if said else None

    def _say(self, sentences: tuple[str, ...], *, cut: bool = True) -> None:
        self.said = sentences
        if sentences:
            self.office.voice.say(" ".join(sentences), self.office.settings.rate, cut=cut)


def _alike(before: Shown, now: Shown) -> bool:
    """Return whether nothing has changed that could be said: what moves is mostly the map."""
    return (
        before.stack == now.stack
        and before.sheet.focus == now.sheet.focus
        and before.sheet.spots == now.sheet.spots
    )


def greeting(shown: Shown) -> str:
    """Return what is said when speech turns on: that it has, and how to get about."""
    names = {one: shown.named([one]) for one in ("next", "advance", "speech", *COMMANDS)}
    return (
        f"Speech is on. {names['next']} moves on, {names['advance']} presses, "
        f"{names['read-on']} reads on, {names['repeat']} says it again, "
        f"{names['aloud']} reads the whole screen, Control is silence, "
        f"{names['speech']} turns speech off."
    )
