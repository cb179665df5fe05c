"""Why lines differ: the causes between the first line and each other one, as they are found."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.chronicle import comparing
from game.errand import Errand, Watch
from game.playthrough.parting import Comparison, Contrast, compare, contrast, question
from game.playthrough.playthrough import Playthrough
from game.screens import styles
from game.simulation.arithmetic import NoValueError
from game.widgets.controls import write
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft

WEIGHING = "The causes are being weighed, month by month."
Found = Contrast | str
"""Why a line differs, or why that cannot be told."""


class Apart:
    """What is known so far of why one quantity differs; each line takes a second or two."""

    def __init__(self, campaign: Campaign, lines: Comparison, quantity: str) -> None:
        self.campaign = campaign
        self.lines = lines
        self.quantity = quantity
        """What is asked about; empty for what stands furthest apart on each line."""
        self.found: tuple[Found, ...] = ()
        """For each line but the first, as far as the work has come."""
        self._left = False
        self.errand: Errand[None] = Errand(self._weigh)

    def leave(self) -> None:
        """Begin with no further line: nobody waits for it any more."""
        self._left = True

    def _weigh(self, watch: Watch) -> None:
        first, *others = (one.playthrough for one in self.lines.replays)
        for number, other in enumerate(others, 1):
            if self._left:
                return
            self.found = (*self.found, _contrast(self.campaign, (first, other), self.quantity))
            watch(number / len(others))

    def write(self, draft: Draft, width: int, y: int, names: tuple[str, ...]) -> int:
        """Write what is found; return where it ends."""
        look, palette = draft.look, draft.look.palette
        for name, one in zip(names[1:], self.found, strict=False):
            y = _written(draft, width, y, one, (names[0], name)) + look.px(14)
        if len(self.found) < len(names) - 1:
            waits = f"{names[0]} and {names[len(self.found) + 1]}: {WEIGHING}"
            if self.errand.error is not None:
                waits = f"{names[0]} and {names[len(self.found) + 1]}: {self.errand.error}"
            y += write(draft, Rect(0, y, width, 0), waits, styles.intro(palette))
        return y


def _contrast(campaign: Campaign, lines: tuple[Playthrough, Playthrough], quantity: str) -> Found:
    """Return why a quantity differs on two lines, or why the model cannot tell."""
    try:
        asked = question(campaign, compare(campaign, lines), quantity)
        return contrast(campaign, *lines, asked)
    except NoValueError as error:
        return str(error)


def _written(draft: Draft, width: int, y: int, found: Found, names: tuple[str, str]) -> int:
    """Write the difference of two lines and its causes, the largest first."""
    look, palette = draft.look, draft.look.palette
    if isinstance(found, str):
        return y + write(draft, Rect(0, y, width, 0), found, styles.text(palette))
    said = comparing.summary(found, names)
    y += write(draft, Rect(0, y, width, 0), said, styles.bold(palette)) + look.px(6)
    for amount, text in comparing.causes(found, names):
        y += write(draft, Rect(0, y, width, 0), f"{amount}: {text}", styles.text(palette))
        y += look.px(4)
    return y
