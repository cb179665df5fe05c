"""Choosing lines to hold side by side: your own, history's, and every playthrough of the shelf."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from game.campaign.campaign import Campaign
from game.playthrough.playthrough import Playthrough, begin, history, letters
from game.playthrough.replay import play
from game.screens import styles
from game.screens.foot import MOVE
from game.screens.menu import in_the_dark, titled
from game.screens.menus.shelfrow import playthroughs
from game.screens.screen import Close, Move, Office, ShelfRow, Stay, Tell
from game.widgets.controls import Press, Style, ring, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet, Spot
from game.widgets.typeset import Face

Named = tuple[str, Playthrough]
"""A line and what it is called here."""
LEAST, MOST = 2, 4
INTRO = "Choose two to four lines. The first chosen is the one the others are held against."
TOO_MANY = f"{MOST} lines are the most that stand side by side. Take one away first."
THEIRS = "History's answers"


class PickScreen:
    """A row for each line; those that are chosen have a number."""

    name = "picking"
    over = False

    def __init__(
        self,
        office: Office,
        chosen: tuple[Named, ...],
        onward: Callable[[tuple[Named, ...]], Move],
    ) -> None:
        self.office = office
        self.onward = onward
        """Returns what follows once the lines are chosen."""
        self.hand = Hand()
        self.lines = offered(office, chosen)
        self.chosen = [made for _, made in chosen]

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return the list in the dark."""
        enough = len(self.chosen) >= LEAST
        presses = [
            Press("close", "Back", "back", "back"),
            Press("compare", "Side by side", "compare", "side by side", enough),
        ]
        choose = ("choose", "advance")
        return in_the_dark(Draft(look, self.hand), "picking", presses, self.list, MOVE, choose)

    def list(self, draft: Draft, width: int) -> int:
        """Write a row for each line."""
        look = draft.look
        y = titled(draft, 0, 0, "Side by side") + look.px(6)
        intro = styles.note_on_dark(look.palette)
        y += write(draft, Rect(0, y, width, 0), INTRO, intro) + look.px(12)
        for number, line in enumerate(self.lines):
            with draft.group("list", "Lines"):
                y += self.row(draft, Rect(look.px(4), y, width - look.px(8), 0), number, line)
            y += look.px(6)
        return y

    def row(self, draft: Draft, rect: Rect, number: int, line: Named) -> int:
        """Draw one line; return its height."""
        look, palette = draft.look, draft.look.palette
        (called, made), name, pad = line, f"line:{number}", look.px(10)
        place_in = self.chosen.index(made) + 1 if made in self.chosen else 0
        head = f"{place_in}. {called}" if place_in else called
        part, inner = draft.part(), Rect(rect.x + pad, rect.y + pad, rect.w - 2 * pad, 0)
        high = write(part, inner, head, Style(Face.HEAD, 16, palette.cream, 0.5), role="")
        said = told(self.office.campaign, made)
        small = Style(Face.HEAD, 13, palette.muted, 0.4)
        high += write(part, inner.moved(0, high), said, small, role="")
        place = rect._replace(h=max(high + 2 * pad, look.px(42)))
        lit = name in (draft.hand.focus, draft.hand.hover)
        edge = (palette.gold, look.px(2)) if place_in else (palette.line, 1)
        draft.add(Fill(place, palette.line if lit else palette.wood), Edge(place, *edge))
        draft.add(*part.marks)
        ring(draft, place.inset(look.px(4)), name)
        state = f"chosen as number {place_in}" if place_in else "not chosen"
        draft.spot(Spot(name, "button", f"{called}. {said}", place, state=state))
        return place.h

    def act(self, spot: str) -> Move:
        """Choose a line or take it away, go on with those that are chosen, or back."""
        kind, _, number = spot.partition(":")
        match kind:
            case "line":
                return self.turn(self.lines[int(number)][1])
            case "compare":
                names = {made: called for called, made in self.lines}
                return self.onward(tuple((names[one], one) for one in self.chosen))
            case _:
                return Close()

    def turn(self, made: Playthrough) -> Move:
        """Choose a line, or take it away again."""
        if made in self.chosen:
            self.chosen.remove(made)
        elif len(self.chosen) == MOST:
            return Tell(TOO_MANY)
        else:
            self.chosen.append(made)
        return Stay()


def offered(office: Office, chosen: tuple[Named, ...]) -> tuple[Named, ...]:
    """Return the lines to choose from: those that stand there, history's, those of the shelf.

    Each stands there once; no two have one name.
    """
    campaign = office.campaign
    rows = [one for one in playthroughs(office.shelf.rows()) if is_played(campaign, one)]
    first = [*(made for _, made in chosen), *map(_made, rows), begin(campaign)][0]
    ghost = replace(first, line=history(campaign))  # under the luck of what it stands beside
    found = [*chosen, (THEIRS, ghost), *((name_of(campaign, one), _made(one)) for one in rows)]
    lines: dict[Playthrough, str] = {}
    for called, made in found:
        if made not in lines:
            lines[made] = free(called, lines.values())
    return tuple((called, made) for made, called in lines.items())


def free(name: str, taken: Iterable[str]) -> str:
    """Return a name that is not taken yet: with a number behind it if need be."""
    others, number, new = set(taken), 1, name
    while new in others:
        number += 1
        new = f"{name} ({number})"
    return new


def is_played(campaign: Campaign, row: ShelfRow) -> bool:
    """Return whether something of a save can be played in this campaign."""
    made = row.desk.playthrough
    readings = [one.id for one in campaign.model.readings]
    is_here = made.campaign == campaign.outline.id and made.reading in readings
    return is_here and bool(play(campaign, made).steps)


def name_of(campaign: Campaign, row: ShelfRow) -> str:
    """Return what a save is called here: its name, or the letters of its answers."""
    steps = play(campaign, row.desk.playthrough).steps
    return row.name or letters(campaign, tuple(one.response.id for one in steps))


def _made(row: ShelfRow) -> Playthrough:
    return row.desk.playthrough


def told(campaign: Campaign, made: Playthrough) -> str:
    """Return how far a line goes, where it ends, and what it rests on."""
    done = play(campaign, made)
    far = f"{len(done.steps)} of {len(campaign.scenarios)} answers"
    ending = f"ends as: {done.reached.ending.title}" if done.reached else far
    title = next(str(one.title) for one in campaign.model.readings if one.id == made.reading)
    luck = f"seed {made.seed}" if made.chance else "without chance"
    given = letters(campaign, tuple(one.response.id for one in done.steps))
    return f"{given} · {ending} · reading {title}, {luck}"
