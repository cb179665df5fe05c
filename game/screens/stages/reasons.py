"""Why a figure moved: what it hangs on in the model, step by step down to orders and the record."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.chronicle.figures import drawable
from game.playthrough.chain import Chain, chain
from game.playthrough.desk import Desk, replay_of, step_of
from game.playthrough.reasons import rule_of
from game.playthrough.replay import Entered
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Close, Move, Office, Open
from game.screens.stages import whygraph
from game.simulation.arithmetic import NoValueError
from game.simulation.why import Asked
from game.widgets.sheet import Draft
from game.words import explaining, wording
from game.words.explaining import Reason


class ReasonsScreen(OverlayScreen):
    """The rule behind a quantity, and each thing it hangs on; each can be asked about in turn."""

    name = "reasons"

    def __init__(
        self, office: Office, desk: Desk, about: str, first: tuple[Told, ...] = ()
    ) -> None:
        self.desk = desk
        self.chain = _chain(office.campaign, desk, about)
        rule = rule_of(office.campaign.model, about)
        parts = (*first, *reasons(office.campaign, desk, about))
        super().__init__(office, f"Why: {rule.title}", parts)

    def picture(self, draft: Draft, width: int, y: int) -> int:
        """Draw the graph of causes, where there is room for it."""
        if self.chain is None or not whygraph.fits(draft.look, self.chain, width):
            return 0
        above = draft.look.px(12)
        return above + whygraph.graph(draft, width, y + above, self.chain)

    def act(self, spot: str) -> Move:
        """Ask further, or put the paper away."""
        kind, _, about = spot.partition(":")
        if kind == "why":
            return Open(ReasonsScreen(self.office, self.desk, about))
        return Close()


def _chain(campaign: Campaign, desk: Desk, about: str) -> Chain | None:
    """Return the graph of what moved a quantity, if the model has a value on the way."""
    window = step_of(campaign, desk).window
    try:
        asked = Asked(about, window.first, window.last)
        return drawable(chain(campaign, desk.playthrough, asked))
    except NoValueError:
        return None


def on_row(office: Office, desk: Desk, entered: Entered) -> ReasonsScreen:
    """Return the screen on a row of the ledger, with what the ledger says at the top."""
    campaign = office.campaign
    course = replay_of(campaign, desk).course
    words = wording.case(campaign, course, step_of(campaign, desk), entered)
    said = Told("What the ledger says", words, entered.case.grade, entered.case.sources)
    return ReasonsScreen(office, desk, str(entered.row.about), (said,))


def reasons(campaign: Campaign, desk: Desk, about: str) -> tuple[Told, ...]:
    """Return what the model says about a quantity."""
    rule = rule_of(campaign.model, about)
    window = step_of(campaign, desk).window
    found = explaining.reasons(campaign, desk.playthrough, window, about)
    head = Told("The rule", rule.because, rule.grade, rule.sources)
    return (head, *(_told(one) for one in found))


def _told(one: Reason) -> Told:
    link = f"why:{one.further}" if one.further else ""
    return Told(one.title, one.text, one.grade, one.sources, link)
