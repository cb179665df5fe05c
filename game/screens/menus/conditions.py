"""How a campaign is played: under which reading, and whether chance has a say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.campaign.model import Reading
from game.playthrough.playthrough import Playthrough
from game.screens import styles
from game.screens.board.ask import may_tell
from game.screens.choice import option
from game.screens.overlay import OverlayScreen
from game.screens.screen import Close, Move, Office, Stay
from game.widgets.controls import Press, write
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft
from game.words import wording

DISPUTED = (
    "A reading is one set of assumptions about what is disputed. A campaign is played under one "
    "from beginning to end."
)
SECRET = "What it assumes would tell you too much now. It is said once you have come to an end."
LUCK = {
    True: ("Chance has a say", "Weather, losses and luck differ from one campaign to the next."),
    False: (
        "Chance is off",
        "The same answers always lead to the same end: what was to be expected.",
    ),
}


class ConditionsScreen(OverlayScreen):
    """The readings, chance on or off, and what the one in force means."""

    name = "conditions"

    def __init__(
        self, office: Office, made: Playthrough, take: Callable[[Playthrough], None]
    ) -> None:
        super().__init__(office, "How it is played", ())
        self.made = made
        self.take = take
        """Is told of every change."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What can be assumed, the campaign's own first."""
        return self.office.campaign.model.readings

    def presses(self) -> list[Press]:
        """Return the button that goes back."""
        return [Press("close", "Done", "back", "done")]

    def words(self, draft: Draft, width: int) -> int:
        """Write the readings and both ways with chance."""
        look, palette, line = draft.look, draft.look.palette, Rect(0, 0, width, 0)
        y = write(draft, line, self.title, styles.heading(palette), role="heading")
        y += write(draft, line.moved(0, y), DISPUTED, styles.intro(palette)) + look.px(10)
        titles = [str(one.title) for one in self.readings]
        here = [one.id for one in self.readings].index(self.made.reading)
        y += self.group(draft, line.moved(0, y), ("Reading", "reading"), titles, here, 1)
        said = sayable(self.office, self.made) or SECRET
        y += write(draft, line.moved(0, y), said, styles.fine(palette)) + look.px(14)
        titles = [title for title, _ in LUCK.values()]
        here = list(LUCK).index(self.made.chance)
        first = len(self.readings) + 1
        y += self.group(draft, line.moved(0, y), ("Chance", "chance"), titles, here, first)
        said = LUCK[self.made.chance][1]
        return y + write(draft, line.moved(0, y), said, styles.fine(palette))

    def group(
        self, draft: Draft, rect: Rect, of: tuple[str, str], titles: list[str], here: int, key: int
    ) -> int:
        """Write boxes to choose from under a heading; return the height.

        Args:
            draft: what is written on.
            rect: where they begin, and how wide they are.
            of: the heading, and how the spots of the boxes begin.
            titles: what stands in them.
            here: the number of the one in force.
            key: the number that presses the first.
        """
        look, (head, name) = draft.look, of
        y = write(draft, rect, head, styles.subheading(look.palette), role="heading") + look.px(4)
        with draft.group("list", head):
            for number, title in enumerate(titles):
                press = Press(f"{name}:{number}", title, str(key + number), name)
                place = rect.moved(0, y).inset(look.px(5), 0)
                y += option(draft, place, press, chosen=number == here) + look.px(6)
        return y

    def act(self, spot: str) -> Move:
        """Change the conditions, or go back to the page."""
        kind, _, which = spot.partition(":")
        match kind:
            case "reading":
                self.made = replace(self.made, reading=self.readings[int(which)].id)
            case "chance":
                self.made = replace(self.made, chance=list(LUCK)[int(which)])
            case _:
                return Close()
        self.take(self.made)
        return Stay()


def sayable(office: Office, made: Playthrough) -> str:
    """Return what the reading of a playthrough holds, or nothing where that tells what is to come.

    Of the campaign's own it does: it says what scholars have found out since.
    """
    own = office.campaign.model.readings[0].id
    return (
        ""
        if made.reading == own and not may_tell(office)
        else wording.reading(office.campaign, made)
    )
