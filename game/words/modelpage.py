"""The page about a model, in Markdown: what can be drawn from the model itself is drawn from it.

A page is a text of its author's with *blocks* between marks. `filled` renews the blocks, so that
diagrams and tables cannot go stale while the words around them stay whose they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeAlias

from game.campaign.campaign import Campaign
from game.campaign.model import (
    Equation,
    Order,
    Override,
    Parameter,
    Point,
    Reading,
    Sector,
    Series,
    Stock,
)
from game.campaign.words import Grade, SourceId
from game.export.causes import Arrow, arrows, signs
from game.playthrough.hindcast import Checked, hindcast
from game.words import wording

Quantity: TypeAlias = Series | Equation | Stock
Graded: TypeAlias = Parameter | Equation | Stock | Point | Override
BLOCK = re.compile(r"(<!-- from the model: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)
"""A block: its mark, what it is called, and its end."""


class UnknownBlockError(ValueError):
    """A mark with a name that no block has."""


def page(campaign: Campaign) -> str:
    """Return a page with every block and nothing else, for an author to write around."""
    title = f"# The model of {campaign.outline.title}\n"
    marks = [
        f"## {name.capitalize()}\n\n<!-- from the model: {name} -->\n<!-- end -->\n"
        for name in BLOCKS
    ]
    return filled("\n".join([title, *marks]), campaign)


def filled(text: str, campaign: Campaign) -> str:
    """Return a page with its blocks made anew.

    Raises:
        UnknownBlockError: when a mark names no block.
    """

    def renewed(found: re.Match[str]) -> str:
        name = found[2]
        if name not in BLOCKS:
            message = f"no block {name!r}; write one of: {', '.join(BLOCKS)}"
            raise UnknownBlockError(message)
        made = "\n".join(BLOCKS[name](campaign))
        return f"{found[1]}\n{made}\n\n{found[3]}"

    return BLOCK.sub(renewed, text)


# --- the diagram of causes ---


def _overview(campaign: Campaign) -> Iterable[str]:
    """Yield the sectors and how many arrows go from one to another, the calendar's left out."""
    sectors, things = campaign.model.sectors, _things(campaign)
    home = {str(name): one.id for one in sectors for name in one.quantities}
    between = Counter(
        (home[arrow.cause], home[arrow.effect])
        for arrow in arrows(campaign.model)
        if isinstance(things[arrow.cause], Equation | Stock)
        and home.get(arrow.cause) != home.get(arrow.effect)
    )
    yield "```mermaid"
    yield "flowchart TB"
    yield from (f'  {_node(one.id)}["{_label(one.title)}"]' for one in sectors)
    yield from (
        f"  {_node(a)} -->|{count}| {_node(b)}" for (a, b), count in sorted(between.items())
    )
    yield "```"


def _sectors(campaign: Campaign) -> Iterable[str]:
    """Yield each sector: its words, its diagram, its rules."""
    ways = signs(campaign)
    things = _things(campaign)
    for number, sector in enumerate(campaign.model.sectors):
        yield from ("",) * bool(number)
        yield f"### {sector.title}"
        yield from ("", " ".join(sector.text.split()), "")
        yield from _diagram(sector, ways, things)
        yield from ("", "| quantity | moved by | because | sure |", "| --- | --- | --- | --- |")
        own = [things[name] for name in sector.quantities]
        yield from (_rule(one, ways, things) for one in own if not isinstance(one, Order))


def _diagram(
    sector: Sector, ways: dict[Arrow, str], things: dict[str, Quantity | Order]
) -> Iterable[str]:
    """Yield the arrows into a sector's quantities; what comes from elsewhere is rounded."""
    own = set(map(str, sector.quantities))
    drawn = [(arrow, sign) for arrow, sign in ways.items() if arrow.effect in own]
    outer = dict.fromkeys(arrow.cause for arrow, _ in drawn if arrow.cause not in own)
    yield "```mermaid"
    yield "flowchart LR"
    yield from (f"  {name}{_shape(things[name], inside=True)}" for name in sector.quantities)
    yield from (f"  {name}{_shape(things[name], inside=False)}" for name in outer)
    yield from (f"  {one.cause} -->{f'|{sign}|' * bool(sign)} {one.effect}" for one, sign in drawn)
    yield "```"


def _shape(one: Quantity | Order, *, inside: bool) -> str:
    """Return a node: orders are flags, what comes from elsewhere is rounded, stocks are framed."""
    label = f'"{_label(one.title)}"'
    match one:
        case Order():
            return f">{label}]"
        case Stock() if inside:
            return f"[[{label}]]"
        case _:
            return f"[{label}]" if inside else f"([{label}])"


def _rule(one: Quantity, ways: dict[Arrow, str], things: dict[str, Quantity | Order]) -> str:
    """Return the row of a quantity: what moves it, and the sentence of history behind it."""
    if isinstance(one, Series):
        read = f"Given by {len(one.points)} dated figures."
        return _row(one.title, "the world outside", read, _sure(one))
    moved = [
        f"{things[arrow.cause].title}{f' ({sign})' * bool(sign)}"
        for arrow, sign in ways.items()
        if arrow.effect == one.id
    ]
    return _row(one.title, ", ".join(moved) or "itself", one.because, _sure(one))


def _sure(one: Quantity) -> str:
    if isinstance(one, Equation | Stock):
        return _graded(one.grade, one.sources)
    grades = [grade for grade in Grade if any(at.grade is grade for at in one.points)]
    named = dict.fromkeys(name for at in one.points for name in at.sources)
    return ", ".join([*grades, *(f"[{name}]" for name in named)])


# --- the record, the readings, the numbers ---


def _record(campaign: Campaign) -> Iterable[str]:
    """Yield the hindcast: every figure of the record beside the model's."""
    done = hindcast(campaign)
    head = ("quantity", "month", "record", "range", "grade", "model", "error", "")
    yield _row(*head)
    yield _row(*["---"] * len(head))
    yield from map(_checked, done.points)
    yield ""
    yield (
        f"The mean error is {100 * done.error:.1f} % over the {len(done.counted)} documented or "
        f"reported figures, and {100 * done.error_left_out:.1f} % over the {len(done.left_out)} of "
        f"them that were left out of the fit. {done.parameters} parameters were set so that the "
        f"model meets {len(done.fitted_to)} figures."
    )


def _checked(one: Checked) -> str:
    point = one.point
    low, high = wording.figure(point.low), wording.figure(point.high)
    error = "" if one.error is None else f"{100 * one.error + 0.0:+.1f} %".replace("-", "−")
    met = "" if one.is_met else "rival" if not point.use else "**outside**"
    return _row(
        one.title,
        str(point.month),
        wording.figure(point.value),
        "one figure" if one.is_single else f"{low} to {high}",
        point.grade,
        wording.figure(one.model),
        error,
        met or ("" if one.fitted_to else "left out"),
    )


def _readings(campaign: Campaign) -> Iterable[str]:
    """Yield each reading and what it takes otherwise."""
    usual = {str(one.id): one for one in campaign.model.parameters}
    for number, reading in enumerate(campaign.model.readings):
        yield from ("",) * bool(number)
        yield f"**{reading.title}** (`{reading.id}`). {' '.join(reading.text.split())}"
        if reading.overrides:
            yield from ("", _row("what", "elsewhere", "here", "because", "sure"))
            yield _row(*["---"] * 5)
            yield from _overridden(reading, usual)


def _overridden(reading: Reading, usual: dict[str, Parameter]) -> Iterable[str]:
    for one in reading.overrides:
        known = usual[str(one.id)]
        sure = _graded(one.grade, one.sources)
        yield _row(
            known.meaning, wording.plain(known.value), wording.plain(one.value), one.because, sure
        )


def _orders(campaign: Campaign) -> Iterable[str]:
    """Yield what an answer can set in motion."""
    yield _row("order", "unit", "what one of it is")
    yield _row(*["---"] * 3)
    yield from (_row(one.title, one.unit, one.meaning) for one in campaign.model.orders)


def _parameters(campaign: Campaign) -> Iterable[str]:
    """Yield every number the model takes as given."""
    yield _row("number", "value", "range", "unit", "what it stands for", "sure")
    yield _row(*["---"] * 6)
    for one in campaign.model.parameters:
        fitted = ", fitted" * one.fitted
        yield _row(
            f"`{one.id}`",
            wording.plain(one.value),
            f"{wording.plain(one.low)} to {wording.plain(one.high)}"
            if one.low < one.high
            else "fixed",
            one.unit,
            one.meaning,
            _graded(one.grade, one.sources) + fitted,
        )


def _sources(campaign: Campaign) -> Iterable[str]:
    """Yield the sources that the model names."""
    model = campaign.model
    points = [
        point for group in (model.series, model.record) for one in group for point in one.points
    ]
    overrides = [one for reading in model.readings for one in reading.overrides]
    graded: tuple[Graded, ...] = (
        *model.parameters,
        *model.equations,
        *model.stocks,
        *points,
        *overrides,
    )
    named = {name for one in graded for name in one.sources}
    for one in sorted(campaign.sources, key=lambda source: source.id.lower()):
        if one.id in named:
            yield f"- [{one.id}] {wording.source(one)}. {' '.join(one.seen.split())}"


def _things(campaign: Campaign) -> dict[str, Quantity | Order]:
    model = campaign.model
    parts = (model.orders, model.series, model.equations, model.stocks)
    return {str(one.id): one for part in parts for one in part}


def _graded(grade: Grade, sources: Iterable[SourceId]) -> str:
    return ", ".join([grade, *(f"[{one}]" for one in sources)])


def _row(*cells: str) -> str:
    return "| " + " | ".join(" ".join(one.split()).replace("|", "\\|") for one in cells) + " |"


def _node(name: str) -> str:
    """Return an id as Mermaid takes it; `end` and the like are words of its own."""
    return f"s_{name.replace('-', '_')}"


def _label(title: str) -> str:
    return title.replace('"', "#quot;")


BLOCKS: dict[str, Callable[[Campaign], Iterable[str]]] = {
    "overview": _overview,
    "sectors": _sectors,
    "record": _record,
    "readings": _readings,
    "orders": _orders,
    "parameters": _parameters,
    "sources": _sources,
}
"""What a page may have, by name."""
