"""How the figures ran: a paper with a curve for each, history in dashes, the record as diamonds."""

from __future__ import annotations

from game.chronicle.chronicle import Figure
from game.chronicle.drawn import Drawn, drawn
from game.chronicle.figures import curves
from game.diagrams.layout import laid
from game.errand import Errand, Watch
from game.playthrough.desk import Desk
from game.playthrough.playthrough import Playthrough
from game.playthrough.replay import play
from game.screens import styles
from game.screens.overlay import OverlayScreen, Told, statement
from game.screens.screen import Office
from game.widgets.controls import write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.plot import measure, on_paper, plot
from game.widgets.sheet import Draft, Spot

LETTER = 1.32
"""Pixels for a point of a diagram, at 1280 by 720: its letters are as small as captions."""
DRAWS = (40, 300)
"""Of the line, for the bands: a few that are there at once, then as many as are promised."""
INTRO = (
    "Your line is drawn whole, history's answers in dashes, both computed by the same model. "
    "The numbers above are the telegrams."
)


def scale_of(look: Look) -> float:
    """Return the pixels for a point of a diagram: letters grow with the text."""
    return LETTER * look.scale * look.text / 100


class CurvesScreen(OverlayScreen):
    """The figures of the desk from the first month to the last."""

    name = "curves"

    def __init__(self, office: Office, desk: Desk) -> None:
        super().__init__(office, "How the figures ran", ())
        self.begin(desk.playthrough, desk.playthrough)

    def begin(self, line: Playthrough, like: Playthrough) -> None:
        """Draw the curves of a line; the bands, drawn as `like` says, come when they are there.

        A window waits for nothing here: the draws are made beside it.
        """
        campaign = self.office.campaign
        self.line = line
        self.spread: Drawn | None = None
        """The draws, as far as they are made; none without numpy."""
        self._seen: Drawn | None = None
        self.figures = self.drawn_with(None)

        def draw(watch: Watch) -> None:
            for count in DRAWS:
                self.spread = drawn(campaign, like, count)
                watch(count / DRAWS[-1])

        self.errand: Errand[None] = Errand(draw)

    def drawn_with(self, spread: Drawn | None) -> tuple[Figure, ...]:
        """Return every curve, with its band if there are draws."""
        return curves(self.office.campaign, play(self.office.campaign, self.line), spread)

    def update(self, seconds: float) -> bool:
        """Take over the bands that have come; return whether more will."""
        goes_on = self.errand.pass_by(seconds)
        if self.spread is not self._seen:
            self._seen = self.spread
            self.figures = self.drawn_with(self._seen)
        return goes_on

    def words(self, draft: Draft, width: int) -> int:
        """Write every curve under its title."""
        palette = draft.look.palette
        y = write(draft, Rect(0, 0, width, 0), self.title, styles.heading(palette), role="heading")
        y += write(draft, Rect(0, y, width, 0), INTRO, styles.intro(palette))
        return self.drawn_below(draft, width, y)

    def drawn_below(self, draft: Draft, width: int, y: int) -> int:
        """Draw every curve from `y` down; return where they end."""
        look = draft.look
        for figure in self.figures:
            y += look.px(14)
            y += self.figure(draft, Rect(0, y, width, 0), figure)
        return y

    def figure(self, draft: Draft, rect: Rect, figure: Figure) -> int:
        """Draw one curve with its title above and its caption below; return the height."""
        look, scale = draft.look, scale_of(draft.look)
        said = Told(figure.diagram.title, "", figure.grade)
        y = rect.y + statement(draft, rect, self.office, said)
        picture = laid(figure.diagram, rect.w / scale, measure(look.fonts, scale))
        draft.add(*plot(picture, (rect.x, y), scale, on_paper(look.palette), look.fonts))
        place = Rect(rect.x, y, rect.w, round(picture.height * scale))
        draft.spot(Spot("", "picture", picture.alt, place, enabled=False))
        y = place.bottom + look.px(4)
        caption = Told("", figure.caption, None, figure.sources)
        return y + statement(draft, Rect(rect.x, y, rect.w, 0), self.office, caption) - rect.y
