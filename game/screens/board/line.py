"""One line of the board: its answers, where it led, where it stands among all, and its spread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.atlas.answers import Answers, line_of
from game.chronicle.chronicle import Figure
from game.chronicle.drawn import Drawn
from game.chronicle.figures import YOURS
from game.diagrams.values import Curves
from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import Playthrough
from game.playthrough.replay import Replay, play
from game.screens.board.told import letters, stands
from game.screens.curves import DRAWS, CurvesScreen
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Move, Office, Turn
from game.widgets.controls import Press
from game.widgets.sheet import Draft
from game.words import wording

if TYPE_CHECKING:
    from game.atlas.board import Board

THIS = "this line"
INTRO = (
    "Below, the figures of this line month by month, history's answers in dashes. The band holds "
    "nine in ten of {count} draws of luck and disputed figures; it comes while you read."
)


class LineScreen(CurvesScreen):
    """A line to read, as on the board without luck; its bands are drawn with luck."""

    name = "line"

    def __init__(self, office: Office, made: Playthrough, board: Board, answers: Answers) -> None:
        campaign = office.campaign
        line = replace(made, line=line_of(campaign, answers), chance=False)
        parts = told(office, board, play(campaign, line))
        parts = (*parts, Told("", INTRO.format(count=DRAWS[-1])))
        OverlayScreen.__init__(self, office, f"Line {letters(answers)}", parts)
        self.made = made
        """What the player played; it may have fewer answers."""
        self.begin(line, replace(line, chance=True))

    @property
    def parting(self) -> int:
        """The first telegram, from 0, that the player answered otherwise or not at all."""
        pairs = enumerate(zip(self.line.line, self.made.line, strict=False))
        first = (turn for turn, (one, other) in pairs if one != other)
        return next(first, min(len(self.made.line), len(self.line.line) - 1))

    def presses(self) -> list[Press]:
        """Return the buttons: it can be played on from where it parts from the player's own."""
        play_on = Press("play", f"Play from telegram {self.parting + 1}")
        leads_on = self.made.line and self.made.line != self.line.line
        return [*([play_on] if leads_on else []), *super().presses()]

    def act(self, spot: str) -> Move:
        """Play on along this line, or put the paper away."""
        if spot != "play":
            return super().act(spot)
        played = replace(self.made, line=self.line.line[: self.parting + 1])
        return Turn(Desk(played, Stage.CONSEQUENCES))

    def drawn_with(self, spread: Drawn | None) -> tuple[Figure, ...]:
        """Return every curve; none is called the reader's own."""
        return tuple(map(_named, super().drawn_with(spread)))

    def words(self, draft: Draft, width: int) -> int:
        """Write what there is to say, and every curve."""
        return self.drawn_below(draft, width, OverlayScreen.words(self, draft, width))


def _named(figure: Figure) -> Figure:
    """Return a figure whose curve is not called the reader's own."""
    diagram = figure.diagram
    if not isinstance(diagram, Curves):
        return figure
    named = tuple(replace(one, name=THIS) if one.name == YOURS else one for one in diagram.curves)
    return replace(figure, diagram=replace(diagram, curves=named))


def told(office: Office, board: Board, replay: Replay) -> tuple[Told, ...]:
    """Return the ending, the answers, and where the line stands on each axis."""
    campaign, reached = office.campaign, replay.reached
    if reached is None:
        return ()
    text = wording.filled(campaign, replay.course, reached.ending.text, campaign.outline.chronicle)
    answers = "\n".join(
        f"{step.scenario.when}: {step.response.title}"
        + (", as in history." if step.response.historical else ".")
        for step in replay.steps
    )
    values = tuple(value for _, value in reached.axes)
    return (
        Told(str(reached.ending.title), text, reached.ending.grade),
        Told("The answers", answers),
        Told("Among all lines", "\n".join(stands(campaign, board, values))),
    )
