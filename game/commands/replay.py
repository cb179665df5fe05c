"""`replay`: play a line of answers to its end and print what came of it."""

from __future__ import annotations

import json
from argparse import Namespace

from game import wording
from game.campaign.campaign import Campaign
from game.commands.campaigns import load
from game.commands.lines import playthrough_of
from game.playthrough.code import code_of
from game.playthrough.replay import Reached, Replay, Step, play


def run(given: Namespace) -> int:
    """Print the replay; return 1 if it could not be played to its end."""
    campaign = load(given.campaign)
    done = play(campaign, playthrough_of(campaign, given.line, given))
    if given.json:
        print(json.dumps(as_json(campaign, done), ensure_ascii=False, indent=1))
    else:
        print("\n".join(as_text(campaign, done)))
    return 1 if done.stopped else 0


def as_text(campaign: Campaign, done: Replay) -> list[str]:
    """Return the replay in words."""
    lines = []
    for number, step in enumerate(done.steps, 1):
        lines.append(f"{number}. {step.scenario.title}: {step.response.title}")
        lines += [f"   {one.month}  {one.happening.title}" for one in step.happened]
        for one in step.ledger:
            sign = wording.sign(one.sign)
            lines.append(
                f"   {sign} {one.row.title}: {wording.case(campaign, done.course, step, one)}"
            )
    if done.reached:
        lines += ["", *_ending(campaign, done, done.reached)]
    code = code_of(campaign, done.playthrough) if done.stopped is None else None
    lines += [f"Run code: {code}"] if code else []
    if done.stopped:
        why = wording.refusal(campaign, done.course, done.stopped)
        lines.append(f"Played up to answer {len(done.steps)}: {why}")
    return lines


def _ending(campaign: Campaign, done: Replay, reached: Reached) -> list[str]:
    month = campaign.outline.chronicle
    lines = [str(reached.ending.title)]
    lines.append(wording.filled(campaign, done.course, reached.ending.text, month))
    for axis, value in reached.axes:
        lines.append(f"   {axis.title}: {wording.number(value, axis.shown_as)}")
    for one in reached.epilogue:
        text = wording.filled(campaign, done.course, one.text, done.course.last)
        lines.append(f"   {one.title}: {text}")
    return lines


def as_json(campaign: Campaign, done: Replay) -> dict[str, object]:
    """Return the replay as plain data; numbers are rounded: every machine prints the same."""
    course, made = done.course, done.playthrough
    return {
        "campaign": made.campaign,
        "version": made.version,
        "line": list(made.line),
        "seed": made.seed if made.chance else None,
        "reading": made.reading,
        "code": code_of(campaign, made) if done.stopped is None else None,
        "months": [str(month) for month in course.months()],
        "quantities": {name: [_round(v) for v in course.curve(name)] for name in course.names},
        "steps": [_step(step) for step in done.steps],
        "ending": done.reached.ending.id if done.reached else None,
        "axes": {axis.id: _round(v) for axis, v in done.reached.axes} if done.reached else None,
        "stopped": type(done.stopped).__name__ if done.stopped else None,
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "scenario": step.scenario.id,
        "response": step.response.id,
        "from": str(step.window.first),
        "to": str(step.window.last),
        "events": [{"month": str(one.month), "id": one.happening.id} for one in step.happened],
        "ledger": [
            {
                "row": one.row.id,
                "value": _round(one.value),
                "sign": one.sign,
                "grade": one.case.grade,
            }
            for one in step.ledger
        ],
        "fingerprint": step.fingerprint,
    }


def _round(value: float) -> float:
    return float(f"{value:.9g}")
