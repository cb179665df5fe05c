"""The loop: read a line, let it take effect, write what follows, keep the autosave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.files.saves import Keeper, Saves
from game.frozen import dataclass
from game.terminal.answers import answer
from game.terminal.paper import Paper, Passage, laid, passage, wrap
from game.terminal.sitting import (
    AtShelf,
    AtTitle,
    Deleting,
    Fetching,
    House,
    Leaving,
    Naming,
    Outcome,
    Saving,
    Scene,
    Sitting,
    ToTitle,
    Wish,
)
from game.terminal.views import choices, view

PROMPT = "> "
INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells know it."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of a terminal, and how large it is now."""

    read: Callable[[str], str]
    """Ask with a prompt and return a line; EOFError when there are no more."""
    write: Callable[[str], None]
    """Write one line."""
    paper: Callable[[], Paper]


class Loop:
    """One run of the game in a terminal."""

    def __init__(self, house: House, saves: Saves, ends: Ends, how: str, first: str = "") -> None:
        self.house = house
        self.saves = saves
        self.ends = ends
        self.how = how
        """The command that goes on later."""
        self.first = first
        """What is answered before anything is read."""
        self.sitting = Sitting()
        self._keeper = Keeper(saves, house.campaign)
        self._remembered = self._keeper.remembered
        self._hinted = False

    def play(self) -> int:
        """Play until the player leaves; return the exit status."""
        try:
            self._title()
            if self.first:
                self._settle(answer(self._scene(), self.first))
            while self._once():
                pass
        except EOFError:
            self.ends.write("")
            self._farewell()
        except KeyboardInterrupt:
            self.ends.write("")
            self._farewell()
            return INTERRUPTED
        return 0

    def _once(self) -> bool:
        """Answer one line; return whether play goes on."""
        if not self._hinted:
            self._say(passage(choices(self._scene())))
        line = self.ends.read(PROMPT)
        self.ends.write("")
        outcome = answer(self._scene(), line)
        self._settle(outcome)
        return not isinstance(outcome.wish, Leaving)

    def _scene(self) -> Scene:
        return Scene(self.house, self.sitting, self.ends.paper())

    def _settle(self, outcome: Outcome) -> None:
        """Let an outcome take effect."""
        self.sitting = outcome.sitting
        self._keep()
        self._say(*outcome.said)
        self._hinted = outcome.hinted
        if outcome.turned:
            self._lines(view(self._scene()))
        if outcome.wish:
            self._carry_out(outcome.wish)

    def _carry_out(self, wish: Wish) -> None:
        match wish:
            case Saving():
                self._save()
            case Fetching():
                self._shelf(self._before())
            case Deleting():
                self._delete(wish)
            case Naming():
                self._name(wish)
            case ToTitle():
                self._title()
            case Leaving():
                self._farewell()

    def _before(self) -> Sitting:
        """Return what the list of saves leads back to: never another list."""
        place = self.sitting.place
        return place.before if isinstance(place, AtShelf) else self.sitting

    def _shelf(self, before: Sitting) -> None:
        saves, aside = self.saves.all()
        kept = self._remembered.read()
        self.sitting = Sitting(before.desk, AtShelf(saves, aside, before, kept=kept))
        self._say(*map(passage, self._remembered.trouble))
        self._remembered.trouble.clear()
        self._lines(view(self._scene()))

    def _title(self) -> None:
        saves, aside = self.saves.all()
        self.sitting = Sitting(None, AtTitle(saves, aside))
        self._lines(view(self._scene()))

    def _delete(self, wish: Deleting) -> None:
        before = self._before()
        try:
            self.saves.remove(wish.save)
        except OSError as error:
            self._say(passage(f"It could not be deleted: {error.strerror or error}."))
        if isinstance(before.place, AtTitle):
            before = replace(before, place=AtTitle(self.saves.all()[0]))
        self._shelf(before)

    def _name(self, wish: Naming) -> None:
        try:
            self._remembered.name(wish.save.desk.playthrough, wish.name)
        except OSError as error:
            self._say(passage(f"The name could not be kept: {error.strerror or error}."))
        self._shelf(self._before())

    def _save(self) -> None:
        assert self.sitting.desk is not None, "only a desk is saved"
        try:
            path = self.saves.write(self.house.campaign, self.sitting.desk)
        except OSError as error:
            self._say(passage(f"It could not be saved: {error.strerror or error}."))
            return
        self._say(passage(f"Saved as {path.name}."))

    def _keep(self) -> None:
        """Write the autosave when the desk is another one."""
        desk = self.sitting.desk
        if desk is None:
            return
        try:
            self._keeper.keep(desk)
        except OSError as error:
            self._say(passage(f"It could not be saved: {error.strerror or error}."))

    def _farewell(self) -> None:
        self._keep()
        kept = "Your game is saved. " if self._keeper.last is not None else ""
        self._lines(wrap(f"{kept}To go on, write:", self.ends.paper().width))
        self.ends.write(f"  {self.how}")  # in one line, so that it can be copied

    def _say(self, *passages: Passage) -> None:
        self._lines(laid(passages, self.ends.paper()))

    def _lines(self, lines: list[str]) -> None:
        for line in lines:
            self.ends.write(line)
