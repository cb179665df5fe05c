"""`compare`: where lines part, by how much after each telegram and on each axis, and why."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace
from difflib import get_close_matches

from game.campaign.campaign import Campaign
from game.campaign.words import Id
from game.chronicle import comparing
from game.commands.campaigns import load, reading_of
from game.commands.lines import is_code, playthrough_of
from game.commands.why import rows, wrapped
from game.errors import Refused
from game.playthrough.code import code_of
from game.playthrough.parting import Comparison, Contrast, Stand, compare, contrast, question
from game.playthrough.playthrough import Playthrough
from game.playthrough.why import ByChance, ByOrder, FromOutside, Origin, things
from game.simulation.arithmetic import NoValueError
from game.words import wording

FEWEST, MOST = 2, 4


def run(given: Namespace) -> int:
    """Print the comparison; return 0."""
    campaign = load(given.campaign)
    found = compare(campaign, lines_of(campaign, given))
    for one in found.replays:
        if one.stopped:
            raise Refused(wording.refusal(campaign, one.course, one.stopped))
    contrasts = contrasts_of(campaign, found, given.quantity)
    if given.json:
        print(json.dumps(as_json(campaign, found, contrasts), ensure_ascii=False, indent=1))
    else:
        print("\n".join(as_text(campaign, found, contrasts)))
    return 0


def lines_of(campaign: Campaign, given: Namespace) -> list[Playthrough]:
    """Return the playthroughs that a command line names, each with its reading.

    A line of letters beside a run code meets the luck and rests on the reading of the code.

    Raises:
        Refused: when they are too few or too many, or one of them is none of the campaign.
    """
    names = given.lines
    ground = next((one for one in names if is_code(campaign, one.partition("@")[0])), None)
    made = [_line(campaign, one, given, ground) for one in names]
    if given.readings:
        made = [
            replace(one, reading=reading.id) for one in made for reading in campaign.model.readings
        ]
    if not FEWEST <= len(made) <= (len(made) if given.readings else MOST):
        message = f"give {FEWEST} to {MOST} lines, or one with --readings; there are {len(made)}"
        raise Refused(message, 2)
    return made


def _line(campaign: Campaign, text: str, given: Namespace, ground: str | None) -> Playthrough:
    plain, at, reading = text.partition("@")
    made = playthrough_of(campaign, plain, given)
    if ground is not None and not is_code(campaign, plain):
        made = replace(playthrough_of(campaign, ground.partition("@")[0], given), line=made.line)
    if not at:
        return made
    named = Namespace(reading=reading)
    return replace(made, reading=Id(reading_of(campaign, named)))


def contrasts_of(campaign: Campaign, found: Comparison, quantity: str | None) -> list[Contrast]:
    """Return why each further line differs from the first.

    Raises:
        Refused: when there is no such quantity, or the model has no value on the way.
    """
    known = things(campaign.model)
    if quantity is not None and quantity not in known:
        near = get_close_matches(quantity, known, n=4, cutoff=0.5) or sorted(known)[:4]
        message = f"no quantity {quantity!r}; near it are: {', '.join(near)}"
        raise Refused(message, 2)
    first, *others = (one.playthrough for one in found.replays)
    try:
        return [
            contrast(
                campaign,
                first,
                other,
                question(campaign, compare(campaign, (first, other)), quantity or ""),
            )
            for other in others
        ]
    except NoValueError as error:
        raise Refused(str(error)) from None


# --- in words ---


def as_text(campaign: Campaign, found: Comparison, contrasts: list[Contrast]) -> list[str]:
    """Return the comparison in words; lines are called 1, 2, 3, 4."""
    lines = []
    for number, one in enumerate(found.replays, 1):
        made = one.playthrough
        rests = comparing.rests_on(campaign, made)
        lines.append(f"{number}: {comparing.name(campaign, made)}; {rests}")
    lines += ["", *wrapped(comparing.parting(campaign, found))]
    for stand in found.stands:
        lines += ["", *_stage(campaign, found, stand)]
    lines += ["", *_ended(found)] if all(one.reached for one in found.replays) else []
    for number, why in enumerate(contrasts, 2):
        lines += ["", *_why(why, number)]
    return lines


def _stage(campaign: Campaign, found: Comparison, stand: Stand) -> list[str]:
    """Return the answers to a telegram, and where they had led when the next one came."""
    scenario = campaign.scenarios[stand.turn]
    mark = "  <- here they part" if stand.turn == found.parting else ""
    lines = [f"{stand.turn + 1}. {scenario.title}, {scenario.when}{mark}"]
    answers = [comparing.answer(one.steps[stand.turn]) for one in found.replays]
    if len(set(answers)) == 1:
        lines.append(f"   all: {answers[0]}")
    else:
        lines += [f"   {number}: {text}" for number, text in enumerate(answers, 1)]
    axes = zip(campaign.outline.axes, stand.axes, strict=True)
    rows_of = [
        f"     {axis.title}: {' | '.join(comparing.beside(axis, values))}"
        for axis, values in axes
        if comparing.differs(axis, values)
    ]
    when = wording.month(stand.month)
    return [*lines, f"   {when}: no axis differs" if not rows_of else f"   {when}:", *rows_of]


def _ended(found: Comparison) -> list[str]:
    return [
        f"{number} ends as: {one.reached.ending.title}"
        for number, one in enumerate(found.replays, 1)
        if one.reached
    ]


def _why(one: Contrast, number: int) -> list[str]:
    names = "line 1", f"line {number}"
    lines = wrapped(f"Why 1 and {number} differ. {comparing.summary(one, names)}")
    return [*lines, *rows(comparing.causes(one, names))]


# --- as plain data ---


def as_json(campaign: Campaign, found: Comparison, contrasts: list[Contrast]) -> dict[str, object]:
    """Return the comparison as plain data, rounded: every machine prints the same."""
    return {
        "lines": [_playthrough(campaign, found, number) for number in range(len(found.replays))],
        "parting": None if found.parting is None else found.parting + 1,
        "apart_from": None if found.apart is None else str(found.apart),
        "only_answers_differ": found.is_fair,
        "stages": [_stand(campaign, found, one) for one in found.stands],
        "why": [_contrasted(one, number) for number, one in enumerate(contrasts, 2)],
    }


def _playthrough(campaign: Campaign, found: Comparison, number: int) -> dict[str, object]:
    one = found.replays[number]
    made = one.playthrough
    return {
        "line": list(made.line),
        "seed": made.seed if made.chance else None,
        "reading": made.reading,
        "code": code_of(campaign, made),
        "ending": one.reached.ending.id if one.reached else None,
    }


def _stand(campaign: Campaign, found: Comparison, stand: Stand) -> dict[str, object]:
    steps = [one.steps[stand.turn] for one in found.replays]
    axes = zip(campaign.outline.axes, stand.axes, strict=True)
    rows = zip(*(step.ledger for step in steps), strict=True)
    return {
        "scenario": steps[0].scenario.id,
        "month": str(stand.month),
        "responses": [step.response.id for step in steps],
        "axes": {
            axis.id: {
                "values": [_round(one) for one in values],
                "differences": [_round(one - values[0]) for one in values],
            }
            for axis, values in axes
        },
        "ledger": {
            row[0].row.id: {
                "values": [_round(one.value) for one in row],
                "signs": [one.sign for one in row],
            }
            for row in rows
        },
    }


def _contrasted(one: Contrast, number: int) -> dict[str, object]:
    return {
        "line": number,
        "quantity": one.asked.quantity,
        "title": one.title,
        "unit": one.unit,
        "from": str(one.asked.first),
        "to": str(one.asked.last),
        "ends": [_round(end) for end in one.ends],
        "difference": _round(one.difference),
        "start": _round(one.start),
        "of_itself": _round(one.of_itself),
        "parts": [
            {
                **_origin(share.origin),
                "amounts": [_round(share.one), _round(share.other)],
                "difference": _round(share.difference),
            }
            for share in one.shares
        ],
        "told": [text for _, text in comparing.causes(one, ("line 1", f"line {number}"))],
    }


def _origin(origin: Origin) -> dict[str, object]:
    match origin:
        case ByOrder(turn, _, _, order):
            return {"kind": "order", "id": order.id, "title": order.title, "telegram": turn + 1}
        case FromOutside(series):
            return {"kind": "outside", "id": series.id, "title": series.title}
        case ByChance(quantity, title):
            return {"kind": "chance", "id": quantity, "title": title}


def _round(value: float) -> float:
    return float(f"{value:.9g}") + 0.0
