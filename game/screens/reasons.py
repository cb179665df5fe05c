"""Why a figure moved: what it hangs on in the model, step by step down to orders and the record."""

from __future__ import annotations

from game import explaining, wording
from game.campaign.campaign import Campaign
from game.explaining import Reason
from game.playthrough.desk import Desk, replay_of, step_of
from game.playthrough.reasons import rule_of
from game.playthrough.replay import Entered
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Close, Move, Office, Open


class ReasonsScreen(OverlayScreen):
    """The rule behind a quantity, and each thing it hangs on; each can be asked about in turn."""

    name = "reasons"

    def __init__(
        self, office: Office, desk: Desk, about: str, first: tuple[Told, ...] = ()
    ) -> None:
        self.desk = desk
        rule = rule_of(office.campaign.model, about)
        parts = (*first, *reasons(office.campaign, desk, about))
        super().__init__(office, f"Why: {rule.title}", parts)

    def act(self, spot: str) -> Move:
        """Ask further, or put the paper away."""
        kind, _, about = spot.partition(":")
        if kind == "why":
            return Open(ReasonsScreen(self.office, self.desk, about))
        return Close()


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
