"""One line of the board: its answers, where it led, where it stands among all, and its spread."""

from __future__ import annotations

from dataclasses import replace

from game import wording
from game.atlas.board import Answers, Board, line_of
from game.chronicle.chronicle import Figure
from game.chronicle.drawn import drawn
from game.chronicle.figures import YOURS, curves
from game.diagrams.values import Curves
from game.playthrough.playthrough import Playthrough
from game.playthrough.replay import Replay, play
from game.screens.boardtold import letters, stands
from game.screens.curves import DRAWS, CurvesScreen
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Office
from game.widgets.sheet import Draft

THIS = "this line"
INTRO = (
    "Below, the figures of this line month by month, history's answers in dashes. The band holds "
    "nine in ten of {count} draws of luck and disputed figures."
)


class LineScreen(CurvesScreen):
    """A line to read, as on the board without luck; its bands are drawn with luck."""

    name = "line"

    def __init__(self, office: Office, made: Playthrough, board: Board, answers: Answers) -> None:
        campaign = office.campaign
        line = replace(made, line=line_of(campaign, answers), chance=False)
        replay = play(campaign, line)
        spread = drawn(campaign, replace(line, chance=True), DRAWS)
        self.figures = tuple(map(_named, curves(campaign, replay, spread)))
        parts = (*told(office, board, replay), Told("", INTRO.format(count=DRAWS)))
        OverlayScreen.__init__(self, office, f"Line {letters(answers)}", parts)

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
