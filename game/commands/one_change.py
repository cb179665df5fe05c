"""`one-change`: every line that differs in one answer, ranked by what that answer moved."""

from __future__ import annotations

import json
from argparse import Namespace

from game.campaign.campaign import Axis, Campaign
from game.chronicle import comparing
from game.chronicle.ranges import Ranges, ranges
from game.commands.campaigns import load
from game.commands.lines import playthrough_of
from game.commands.why import wrapped
from game.errors import Refused
from game.playthrough.onechange import Change, OneChange, Row, one_change
from game.playthrough.replay import play
from game.words import wording

INTRO = (
    "Each row is the same line with one other answer, under the same luck. What holds under every "
    "reading: the direction of the effect, and that the row comes before the next one (place)."
)
DRAWN = (
    "A range is where nine draws in ten end, with luck and disputed figures drawn anew. Where two "
    "ranges overlap, the model cannot tell where the two lines end apart; how often they still end "
    "in this order, under the same draw, stands beside it."
)


def run(given: Namespace) -> int:
    """Print the table; return 0."""
    campaign = load(given.campaign)
    made = playthrough_of(campaign, given.line, given)
    done = play(campaign, made)
    if done.stopped:
        raise Refused(wording.refusal(campaign, done.course, done.stopped))
    if done.reached is None:
        given_so_far = f"{len(done.steps)} of {len(campaign.scenarios)} telegrams"
        message = f"the line answers {given_so_far}; one answer is weighed when all are given"
        raise Refused(message)
    found = one_change(campaign, made)
    lines = [made.line, *(one.playthrough.line for one in found.changes)]
    drawn = ranges(campaign, made, lines, given.draws)
    if given.json:
        print(json.dumps(as_json(campaign, found, drawn), ensure_ascii=False, indent=1))
    else:
        print("\n".join(as_text(campaign, found, drawn)))
    return 0


def as_text(campaign: Campaign, found: OneChange, drawn: Ranges | None) -> list[str]:
    """Return a table for each axis, and what cannot be played."""
    made = found.playthrough
    lines = [f"{comparing.name(campaign, made)}; {comparing.rests_on(campaign, made)}", ""]
    lines += wrapped(INTRO if drawn is None else f"{INTRO} {DRAWN}")
    for number, axis in enumerate(campaign.outline.axes):
        lines += ["", *wrapped(comparing.mattered(campaign, found, axis, number))]
        lines += _table(campaign, found, drawn, (axis, number))
    if found.closed:
        lines += ["", "Cannot be played with the other answers as they are:"]
        lines += [
            f"  {comparing.changed(campaign, one)}: {_why(campaign, one)}" for one in found.closed
        ]
    return lines


def _table(
    campaign: Campaign, found: OneChange, drawn: Ranges | None, about: tuple[Axis, int]
) -> list[str]:
    axis, number = about
    lines = []
    for row in found.ranked(axis, number):
        effect = comparing.signed(row.effect, axis.shown_as)
        lines.append(f"  {effect:>12}  {comparing.changed(campaign, row.change)}")
        marks = f"holds: {comparing.holds(row)}"
        if drawn is not None:
            line = found.changes.index(row.change) + 1
            marks += f"; {comparing.told_apart(drawn, line, number, row.effect)}"
        lines.append(f"{'':16}{marks}")
    return lines


def _why(campaign: Campaign, one: Change) -> str:
    assert one.stopped is not None, "what has no end was stopped"
    return wording.refusal(campaign, play(campaign, one.playthrough).course, one.stopped)


def as_json(campaign: Campaign, found: OneChange, drawn: Ranges | None) -> dict[str, object]:
    """Return the tables as plain data, rounded: every machine prints the same."""
    made = found.playthrough
    return {
        "line": list(made.line),
        "seed": made.seed if made.chance else None,
        "reading": made.reading,
        "readings": list(found.readings),
        "draws": drawn.count if drawn else 0,
        "axes": {
            axis.id: {
                "told": comparing.mattered(campaign, found, axis, number),
                "weightiest": [
                    None if one is None else one + 1 for one in found.weightiest(axis, number)
                ],
                "rows": [_row(found, one, drawn, number) for one in found.ranked(axis, number)],
            }
            for number, axis in enumerate(campaign.outline.axes)
        },
        "closed": [
            {"telegram": one.turn + 1, "response": one.response, "why": _why(campaign, one)}
            for one in found.closed
        ],
    }


def _row(found: OneChange, row: Row, drawn: Ranges | None, number: int) -> dict[str, object]:
    one = row.change
    plain: dict[str, object] = {
        "telegram": one.turn + 1,
        "response": one.response,
        "line": list(one.playthrough.line),
        "effect": _round(row.effect),
        "by_reading": [None if value is None else _round(value) for value in row.by_reading],
        "direction_holds": row.sign_holds,
        "place_holds": row.order_holds,
    }
    if drawn is None:
        return plain
    line = found.changes.index(one) + 1
    return plain | {
        "ranges": [[_round(end) for end in drawn.ends[place][number]] for place in (0, line)],
        "ends_higher": _round(drawn.higher[line][number]),
        "ranges_overlap": not drawn.tells_apart(line, number),
        "told": comparing.told_apart(drawn, line, number, row.effect),
    }


def _round(value: float) -> float:
    return float(f"{value:.9g}") + 0.0
