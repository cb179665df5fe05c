"""Why a figure moved: what it hangs on in the model, with grades, ranges and sources."""

from __future__ import annotations

from game import wording
from game.campaign.campaign import Campaign
from game.playthrough.desk import Desk, replay_of, step_of
from game.playthrough.reasons import causes, rule_of
from game.playthrough.replay import Entered
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Office


class ReasonsScreen(OverlayScreen):
    """One row of the ledger, the rule behind it, and each thing it hangs on."""

    name = "reasons"

    def __init__(self, office: Office, desk: Desk, entered: Entered) -> None:
        title = f"Why: {entered.row.title}"
        super().__init__(office, title, reasons(office.campaign, desk, entered))


def reasons(campaign: Campaign, desk: Desk, entered: Entered) -> tuple[Told, ...]:
    """Return what the model says about a row of the ledger."""
    course, step = replay_of(campaign, desk).course, step_of(campaign, desk)
    words = wording.case(campaign, course, step, entered)
    about = str(entered.row.about)
    rule = rule_of(campaign.model, about)
    found = causes(campaign.model, course, step.window, about)
    return (
        Told("What the ledger says", words, entered.case.grade, entered.case.sources),
        Told(f"The rule: {rule.title}", rule.because, rule.grade, rule.sources),
        *(Told(*wording.cause(one)) for one in found),
    )
