"""`replay`: play a line of answers to its end and print what came of it."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace

from game import wording
from game.campaign.campaign import Campaign
from game.campaign.words import ResponseId
from game.commands.campaigns import load, reading_of
from game.errors import Refused
from game.playthrough.playthrough import begin, history
from game.playthrough.replay import Reached, Replay, Step, play


def run(given: Namespace) -> int:
    """Print the replay; return 1 if it could not be played to its end."""
    campaign = load(given.campaign)
    seed = 1 if given.seed is None else given.seed
    start = begin(campaign, seed=seed, chance=given.chance, reading=reading_of(campaign, given))
    done = play(campaign, replace(start, line=line_of(campaign, given.line)))
    if given.json:
        print(json.dumps(as_json(done), ensure_ascii=False, indent=1))
    else:
        print("\n".join(as_text(campaign, done)))
    return 1 if done.stopped else 0


def line_of(campaign: Campaign, text: str) -> tuple[ResponseId, ...]:
    """Return the answers that `text` names: `history`, letters, or ids with commas.

    Raises:
        Refused: when a letter stands for no response.
    """
    if text == "history":
        return history(campaign)
    if "," in text or any(text == one.id for one in campaign.scenarios[0].decision.responses):
        return tuple(ResponseId(one.strip()) for one in text.split(","))
    if not text.isascii() or not text.isalpha():
        message = (
            f"{text!r} is not a line; write letters such as CEADCB, ids with commas, or history"
        )
        raise Refused(message, 2)
    return tuple(_lettered(campaign, turn, letter) for turn, letter in enumerate(text.upper()))


def _lettered(campaign: Campaign, turn: int, letter: str) -> ResponseId:
    if turn >= len(campaign.scenarios):
        message = f"answer {turn + 1} is one too many: the campaign has {turn} telegrams"
        raise Refused(message, 2)
    responses = campaign.scenarios[turn].decision.responses
    number = ord(letter) - ord("A")
    if number >= len(responses):
        last = chr(ord("A") + len(responses) - 1)
        message = f"telegram {turn + 1} has no response {letter}; it has A to {last}"
        raise Refused(message, 2)
    return responses[number].id


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


def as_json(done: Replay) -> dict[str, object]:
    """Return the replay as plain data; numbers are rounded: every machine prints the same."""
    course, made = done.course, done.playthrough
    return {
        "campaign": made.campaign,
        "version": made.version,
        "line": list(made.line),
        "seed": made.seed if made.chance else None,
        "reading": made.reading,
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
