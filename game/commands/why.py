"""`why`: why a quantity moved over some months, down to orders, the world outside and chance."""

from __future__ import annotations

import json
import math
import textwrap
from argparse import Namespace
from collections.abc import Iterator
from difflib import get_close_matches

from game.campaign.campaign import Campaign
from game.campaign.words import Month
from game.commands.campaigns import load
from game.commands.lines import playthrough_of
from game.errors import Refused
from game.playthrough.chain import Chain, chain
from game.playthrough.playthrough import Playthrough
from game.playthrough.reasons import Rule, rule_of
from game.playthrough.replay import Replay, play
from game.playthrough.why import (
    ByChance,
    ByOrder,
    Explanation,
    FromOutside,
    Origin,
    Part,
    explain,
    things,
)
from game.simulation.arithmetic import NoValueError
from game.simulation.why import Asked
from game.words import explaining, wording

WIDTH = 100
MONTH_BY_MONTH = "What moved it directly, month by month, even if it was won back or lost again:"
DIGITS = 9
"""Digits of the largest number that are printed: beyond them machines may differ."""


def run(given: Namespace) -> int:
    """Print the explanation; return 0."""
    campaign = load(given.campaign)
    made = playthrough_of(campaign, given.line, given)
    done = play(campaign, made)
    if done.stopped:
        raise Refused(wording.refusal(campaign, done.course, done.stopped))
    try:
        found = explain(campaign, made, asked(campaign, done, given))
    except NoValueError as error:
        raise Refused(str(error)) from None
    if given.json:
        print(json.dumps(as_json(campaign, made, found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(as_text(campaign, found)))
    return 0


def asked(campaign: Campaign, done: Replay, given: Namespace) -> Asked:
    """Return what a command line asks about; without months, those of the last answer.

    Raises:
        Refused: when there is no such quantity, or there are no such months.
    """
    known = things(campaign.model)
    if given.quantity not in known:
        near = get_close_matches(given.quantity, known, n=4, cutoff=0.5) or sorted(known)[:4]
        message = f"no quantity {given.quantity!r}; near it are: {', '.join(near)}"
        raise Refused(message, 2)
    window = done.steps[-1].window
    first, last = given.first or window.first, given.last or window.last
    _check(first, done)
    _check(last, done)
    if last < first:
        message = f"{last} comes before {first}; give --from the earlier month"
        raise Refused(message, 2)
    return Asked(given.quantity, first, last)


def _check(month: Month, done: Replay) -> None:
    course = done.course
    if not course.first <= month <= course.last:
        message = f"{month} lies outside this line's months, {course.first} to {course.last}"
        raise Refused(message, 2)


def as_text(campaign: Campaign, found: Explanation) -> list[str]:
    """Return the explanation in words."""
    lines = wrapped(explaining.summary(found))
    causes = explaining.sentences(campaign, found)
    if causes:
        lines += ["", *rows(causes)]
    lines += ["", *_ruled(campaign, f"The rule of “{found.title}”", found.rule)]
    arrows = [
        (explaining.by(found, amount), f"{title}. {because}")
        for title, amount, because in _moving(campaign, found)
        if explaining.shows(amount, found.shown_as)
    ]
    if arrows:
        lines += ["", MONTH_BY_MONTH, *rows(arrows)]
    return lines


def _moving(campaign: Campaign, found: Explanation) -> Iterator[tuple[str, float, str]]:
    """Yield (title, amount, why) of everything that moved the quantity directly."""
    known = things(campaign.model)
    for name, amount in found.accounts.quantities.items():
        yield str(known[name].title), amount, rule_of(campaign.model, name).because
    yield explaining.BY_ITSELF, found.accounts.itself, explaining.OF_ITS_OWN
    yield explaining.CHANCE, found.accounts.chance, explaining.DRAWN


def _ruled(campaign: Campaign, title: str, rule: Rule) -> list[str]:
    grade = f" ({rule.grade})" if rule.grade else ""
    known = {one.id: one for one in campaign.sources}
    cited = "; ".join(wording.source(known[key]) for key in rule.sources)
    sources = f" Sources: {cited}." if cited else ""
    return wrapped(f"{title}{grade}: {rule.because}{sources}")


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """Return the lines of a text; a number stays with its unit."""
    whole = text.replace(" %", "\u00a0%").replace(" million", "\u00a0million")
    return [line.replace("\u00a0", " ") for line in textwrap.wrap(whole, width)]


def rows(cells: list[tuple[str, str]]) -> list[str]:
    """Return amounts in a column and sentences beside them."""
    wide = max((len(amount) for amount, _ in cells), default=0)
    lines = []
    for amount, text in cells:
        first, *others = wrapped(text, WIDTH - wide - 4)
        lines.append(f"  {amount:>{wide}}  {first}")
        lines += [" " * (wide + 4) + other for other in others]
    return lines


def _arrows(
    campaign: Campaign, found: Explanation
) -> Iterator[tuple[str | None, str, float, Rule | None]]:
    """Yield (quantity, title, amount, rule) of everything that moved the quantity directly."""
    known = things(campaign.model)
    for name, amount in found.weights.quantities.items():
        yield name, str(known[name].title), amount, rule_of(campaign.model, name)
    yield None, explaining.BY_ITSELF, found.weights.itself, None
    yield None, explaining.CHANCE, found.weights.chance, None


def as_json(campaign: Campaign, made: Playthrough, found: Explanation) -> dict[str, object]:
    """Return the explanation as plain data, rounded: every machine prints the same."""
    rounded = _rounding(found)
    return _playthrough(made) | {
        "quantity": found.asked.quantity,
        "title": found.title,
        "unit": found.unit,
        "from": str(found.asked.first),
        "to": str(found.asked.last),
        "start": rounded(found.start),
        "end": rounded(found.end),
        "change": rounded(found.change),
        "summary": explaining.summary(found),
        "of_itself": rounded(found.of_itself),
        "parts": [_part(one, rounded(one.amount)) for one in found.parts],
        "told": [text for _, text in explaining.sentences(campaign, found)],
        "rule": _rule(found.rule),
        "arrows": [
            {"from": name, "title": title, "amount": rounded(amount), **_rule(rule)}
            for name, title, amount, rule in _arrows(campaign, found)
        ],
        "chain": _chain(chain(campaign, made, found.asked), rounded),
    }


def _playthrough(made: Playthrough) -> dict[str, object]:
    return {
        "campaign": made.campaign,
        "version": made.version,
        "line": list(made.line),
        "seed": made.seed if made.chance else None,
        "reading": made.reading,
    }


def _chain(graph: Chain, rounded: _Rounded) -> dict[str, object]:
    """Return the graph: what flows along its arrows adds up at every node."""
    nodes: list[dict[str, object]] = []
    for one in graph.nodes:
        heading, text = explaining.box(one)
        words = {"heading": heading, "text": text}
        nodes.append(
            {"id": one.id, "kind": one.kind, "layer": one.layer, "amount": rounded(one.amount)}
            | words
        )
    arrows = [
        {
            "from": one.source,
            "to": one.target,
            "amount": rounded(one.amount),
            "because": one.because,
            "grade": one.grade,
            "sources": list(one.sources),
        }
        for one in graph.arrows
    ]
    return {"nodes": nodes, "arrows": arrows}


class _Rounded:
    """Rounds to so many digits of the largest number, so that small ones are no noise."""

    def __init__(self, largest: float) -> None:
        self.places = DIGITS - 1 - math.floor(math.log10(largest)) if largest else 0

    def __call__(self, value: float) -> float:
        return round(value, self.places) + 0.0


def _rounding(found: Explanation) -> _Rounded:
    parts = [*(one.amount for one in found.parts), *found.weights.quantities.values()]
    ends = [found.start, found.end, found.of_itself, found.weights.itself, found.weights.chance]
    return _Rounded(max(map(abs, [*parts, *ends])))


def _part(part: Part, amount: float) -> dict[str, object]:
    return {
        **_origin(part.origin),
        "amount": amount,
        "route": [
            {"quantity": link.quantity, "title": link.rule.title, **_rule(link.rule)}
            for link in part.route
        ],
    }


def _origin(origin: Origin) -> dict[str, object]:
    match origin:
        case ByOrder(turn, _, response, order):
            answer = {"telegram": turn + 1, "response": response.id}
            return {"kind": "order", "id": order.id, "title": order.title, **answer}
        case FromOutside(series, _, grade, sources):
            evidence = {"grade": grade, "sources": list(sources)}
            return {"kind": "outside", "id": series.id, "title": series.title, **evidence}
        case ByChance(quantity, title):
            return {"kind": "chance", "id": quantity, "title": title}


def _rule(rule: Rule | None) -> dict[str, object]:
    if rule is None:
        return {}
    return {"because": rule.because, "grade": rule.grade, "sources": list(rule.sources)}
