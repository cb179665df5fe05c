"""The consequences in plain lines: month by month, then the ledger and why."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.words import Month
from game.playthrough.desk import Desk, replay_of, step_of
from game.playthrough.reasons import rule_of
from game.playthrough.replay import Entered, Happened, estimate
from game.terminal.briefing import heading
from game.terminal.figures import moved
from game.terminal.paper import Passage, passage
from game.terminal.statements import cited, place, statement
from game.words import explaining, wording

SIGNS = {1: "gain", -1: "loss", 0: "even"}


def consequences(campaign: Campaign, desk: Desk) -> list[list[Passage]]:
    """Return a group of passages for each month, and the ledger as the last group."""
    passing = [months_later(campaign, desk, month) for month in months(campaign, desk)]
    return [*passing, ledger(campaign, desk)]


def months(campaign: Campaign, desk: Desk) -> list[Month]:
    """Return the months that pass after the last answer."""
    window = step_of(campaign, desk).window
    return [window.first.plus(n) for n in range(1, window.last.since(window.first) + 1)]


def months_later(campaign: Campaign, desk: Desk, month: Month) -> list[Passage]:
    """Return what a month brings: the figures that moved and the dispatches that came."""
    came = [one for one in step_of(campaign, desk).happened if one.month == month]
    dispatches = [_dispatch(campaign, desk, one) for one in came]
    head = passage(wording.month(month), *moved(campaign, desk, month))
    return [head, *dispatches] if came else [head, passage("No news that changes anything.")]


def _dispatch(campaign: Campaign, desk: Desk, one: Happened) -> Passage:
    text = wording.happened(campaign, replay_of(campaign, desk).course, one)
    where = place(campaign, one.happening.place)
    head = f"A dispatch from {where}: {one.happening.title}"
    return statement(campaign, head, text, one.happening.grade, one.happening.sources)


def ledger(campaign: Campaign, desk: Desk) -> list[Passage]:
    """Return the signed rows, and beside each estimate what came."""
    step = step_of(campaign, desk)
    later = wording.span(step.window.last.since(step.window.first))
    head = heading(campaign, desk, f"{later} later. You answered: {step.response.title}.")
    rows = [row(campaign, desk, number, one) for number, one in enumerate(step.ledger, 1)]
    return [head, *rows, *foreseen(campaign, desk)]


def row(campaign: Campaign, desk: Desk, number: int, one: Entered) -> Passage:
    """Return one row with its sign, in a character and in a word."""
    text = wording.case(campaign, replay_of(campaign, desk).course, step_of(campaign, desk), one)
    sign = f"{wording.sign(one.sign)} {SIGNS[one.sign]}"
    head = f"{number}. {sign}: {one.row.title} ({one.case.grade})"
    return passage(head, f"  {text}", cited(campaign, one.case.sources))


def foreseen(campaign: Campaign, desk: Desk) -> list[Passage]:
    """Return each estimate beside what came."""
    replay, step = replay_of(campaign, desk), step_of(campaign, desk)
    asked = {one.id: one for one in step.scenario.decision.estimates}
    lines = []
    for one in desk.noted.guesses:
        if one.estimate in asked:
            came = estimate(replay, step, asked[one.estimate])
            lines.append(f"  {wording.foreseen(asked[one.estimate], one, came)}")
    return [passage("What you foresaw", *lines)] if lines else []


def why(campaign: Campaign, desk: Desk, number: int) -> list[Passage]:
    """Return what the row of a number (from 1) hangs on in the model."""
    step = step_of(campaign, desk)
    entered = step.ledger[number - 1]
    rule = rule_of(campaign.model, entered.row.about)
    found = explaining.reasons(campaign, desk.playthrough, step.window, entered.row.about)
    return [
        passage(f"Why: {entered.row.title}"),
        row(campaign, desk, number, entered),
        statement(campaign, f"The rule: {rule.title}", rule.because, rule.grade, rule.sources),
        *(statement(campaign, one.title, one.text, one.grade, one.sources) for one in found),
    ]
