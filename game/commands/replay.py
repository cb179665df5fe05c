"""`replay`: play a line of answers to its end and print what came of it."""

from __future__ import annotations

import json
from argparse import Namespace

from game.campaign.campaign import Campaign
from game.commands.campaigns import load
from game.commands.lines import is_overruled, with_remarks
from game.playthrough.code import LeadsElsewhere, OtherVersion, Remark, UnknownReading, code_of
from game.playthrough.replay import Reached, Replay, Step, play
from game.words import codewords, wording

SAME = (OtherVersion, UnknownReading, LeadsElsewhere)
"""What does not matter of a run code when options stand above it."""


def run(given: Namespace) -> int:
    """Print the replay; return 1 if it could not be played as it was asked for.

    A line must go to its end; a run code must also still lead where it led when it was made.
    """
    campaign = load(given.campaign)
    made, remarks = with_remarks(campaign, given.line, given)
    done, kept = play(campaign, made), SAME if is_overruled(given) else (OtherVersion,)
    lost = tuple(one for one in remarks if not isinstance(one, kept))
    if given.json:
        print(json.dumps(as_json(campaign, done, lost), ensure_ascii=False, indent=1))
    else:
        print("\n".join([*as_text(campaign, done), *_lost(campaign, done, lost)]))
    return 1 if done.stopped or lost else 0


def _lost(campaign: Campaign, done: Replay, lost: tuple[Remark, ...]) -> list[str]:
    """Return how far a run code of another campaign version was played, and why no further."""
    why = " ".join(codewords.remark(campaign, one) for one in lost)
    return [f"Played up to answer {len(done.steps)}, not as the code was made: {why}"] * bool(lost)


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


def as_json(campaign: Campaign, done: Replay, lost: tuple[Remark, ...] = ()) -> dict[str, object]:
    """Return the replay as plain data; numbers are rounded: every machine prints the same.

    What of a run code is lost stands under `stopped` too, as its first kind.
    """
    course, made = done.course, done.playthrough
    stopped = [type(one).__name__ for one in (done.stopped, *lost) if one is not None]
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
        "stopped": stopped[0] if stopped else None,
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
