"""The chronicle in plain lines: the answers, where they led, and the years after."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.playthrough.code import code_of
from game.playthrough.desk import Desk, replay_of
from game.playthrough.ghost import ghost_of, strayed
from game.playthrough.replay import Reached, Step
from game.terminal.paper import Passage, passage
from game.terminal.statements import statement
from game.words import codewords, wording


def chronicle(campaign: Campaign, desk: Desk) -> list[list[Passage]]:
    """Return the end of a campaign."""
    replay = replay_of(campaign, desk)
    when = wording.month(campaign.outline.chronicle)
    answers = [_answer(number, step) for number, step in enumerate(replay.steps, 1)]
    head = passage(f"The chronicle, {when}", "Your answers")
    assert replay.reached is not None, "the chronicle follows the last answer"
    return [
        [head, *answers],
        _outcome(campaign, desk, replay.reached),
        _after(campaign, desk, replay.reached),
    ]


def _answer(number: int, step: Step) -> Passage:
    responses = step.scenario.decision.responses
    letter = chr(ord("A") + [one.id for one in responses].index(step.response.id))
    history = next(one for one in responses if one.historical)
    beside = "as in history" if step.response.historical else f"history: {history.title}"
    return passage(
        f"{number}. {step.scenario.title}, {step.scenario.when}",
        f"  {letter}. {step.response.title} ({beside})",
        f"  {step.response.order}",
    )


def _outcome(campaign: Campaign, desk: Desk, reached: Reached) -> list[Passage]:
    ending = reached.ending
    course = replay_of(campaign, desk).course
    text = wording.filled(campaign, course, ending.text, campaign.outline.chronicle)
    return [
        passage("Where it led"),
        statement(campaign, ending.title, text, ending.grade, ending.sources),
        passage("Beside history", *_axes(campaign, desk, reached)),
        passage(wording.strayed(strayed(campaign, desk.playthrough))),
        passage(wording.reading(campaign, desk.playthrough)),
        run_code(campaign, desk),
    ]


def run_code(campaign: Campaign, desk: Desk) -> Passage:
    """Return the run code of a desk in letters and read out, or why it has none."""
    code = code_of(campaign, desk.playthrough)
    if code is None:
        return passage(codewords.NO_ROOM)
    return passage(f"Run code: {code}", f"  Read out: {codewords.spelled(code)}.")


def _axes(campaign: Campaign, desk: Desk, reached: Reached) -> list[str]:
    ghost = ghost_of(campaign, desk.playthrough).reached
    there = {axis.id: value for axis, value in ghost.axes} if ghost else {}
    lines = []
    for axis, value in reached.axes:
        words = [f"  {axis.title}: {wording.number(value, axis.shown_as)}"]
        if axis.id in there:
            words.append(f"history {wording.number(there[axis.id], axis.shown_as)}")
        lines.append("; ".join(words) + ".")
    return lines


def _after(campaign: Campaign, desk: Desk, reached: Reached) -> list[Passage]:
    course = replay_of(campaign, desk).course
    lines = [
        statement(
            campaign,
            one.title,
            wording.filled(campaign, course, one.text, course.last),
            one.grade,
            one.sources,
        )
        for one in reached.epilogue
    ]
    return [passage("The years after"), *lines] if lines else []
