"""The diagrams of a chronicle, made of a replay, its ghost and its draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.campaign.campaign import Axis, Campaign
from game.campaign.model import Point, ShownAs
from game.campaign.scenario import Wanted
from game.campaign.words import Grade, Month, SourceId
from game.chronicle.chronicle import Figure, Table
from game.chronicle.drawn import Drawn, Ends, followed
from game.diagrams.values import (
    Arrow,
    Band,
    Bar,
    Bars,
    Box,
    Curve,
    Curves,
    Dot,
    Graph,
    Tick,
    axis,
)
from game.diagrams.values import Axis as Scale
from game.playthrough.chain import Chain, Kind
from game.playthrough.ghost import ghost_of
from game.playthrough.replay import Replay
from game.playthrough.why import ByOrder, things
from game.simulation.course import Course
from game.words import explaining, wording

CLEARLY = 0.03
"""A bar stands worse than history from this share of its scale on."""
THIN = 0.04
"""An arrow that carries less than this part of the widest is left out: it would be a hair."""
YOURS = "your line"
THEIRS = "history's answers in the model"
COMPUTED = "Computed by the model"


def draws_of(drawn: Drawn) -> str:
    """Return what a band is."""
    return f"nine in ten of {drawn.count:,} draws"


# --- where it led ---


def bars(campaign: Campaign, replay: Replay, drawn: Drawn | None) -> Bars:
    """Return where the campaign led on every axis, beside history."""
    assert replay.reached is not None, "there are axes at the end only"
    ghost = ghost_of(campaign, replay.playthrough).reached
    there = {one.id: value for one, value in ghost.axes} if ghost else {}
    spreads: Sequence[Ends | None] = drawn.axes if drawn else [None] * len(replay.reached.axes)
    rows = zip(replay.reached.axes, spreads, strict=True)
    return Bars(
        "Where it led, beside history",
        tuple(bar(one, value, there.get(one.id), spread) for (one, value), spread in rows),
    )


def bar(one: Axis, value: float, there: float | None, spread: Ends | None = None) -> Bar:
    """Return the bar of an axis: a value here, on the documented path, and in the draws."""
    here, ghost = share_of(one, value), None if there is None else share_of(one, there)
    apart = 0.0 if ghost is None else here - ghost
    worse = {Wanted.MORE: -apart, Wanted.LESS: apart, Wanted.NEITHER: 0.0}[one.wanted] > CLEARLY
    told = ""
    if spread is not None:
        low, high = (wording.number(end, one.shown_as) for end in spread)
        told = f"nine draws in ten lie between {low} and {high}"
    return Bar(
        str(one.title),
        wording.number(value, one.shown_as),
        here,
        "" if there is None else wording.number(there, one.shown_as),
        ghost,
        worse,
        spread and (share_of(one, spread[0]), share_of(one, spread[1])),
        told,
    )


def share_of(one: Axis, value: float) -> float:
    """Return where a value lies on an axis, from 0 to 1."""
    return min(max((value - one.low) / (one.high - one.low), 0.0), 1.0)


# --- how the figures ran ---


def curves(campaign: Campaign, replay: Replay, drawn: Drawn | None) -> tuple[Figure, ...]:
    """Return a figure for each quantity that is followed."""
    return tuple(_run(campaign, replay, drawn, name) for name in followed(campaign))


def _run(campaign: Campaign, replay: Replay, drawn: Drawn | None, name: str) -> Figure:
    thing = things(campaign.model)[name]
    points = _recorded(campaign, name, replay.course.first, last_of(campaign, replay))
    grade = getattr(thing, "grade", None) or Grade.INFERRED
    return Figure(
        f"curve-{_slug(name)}",
        _curves(campaign, replay, drawn, (name, points)),
        _caption(grade, points),
        grade,
        tuple(dict.fromkeys(source for one in points for source in one.sources)),
        _numbers(campaign, replay, drawn, name),
    )


def _curves(
    campaign: Campaign, replay: Replay, drawn: Drawn | None, what: tuple[str, Sequence[Point]]
) -> Curves:
    """Return a quantity's curve with its ghost, its band and its figures of the record."""
    name, points = what
    thing, style = things(campaign.model)[name], wording.shown_as(campaign)[name]
    first, last = replay.course.first, last_of(campaign, replay)
    mine = Curve(YOURS, *drawn_line(replay.course, name, last, style))
    ghost = ghost_of(campaign, replay.playthrough).course
    theirs = Curve(THEIRS, *drawn_line(ghost, name, last, style), ghost=True)
    bands = () if drawn is None else (_band(drawn, name, last.since(first), style),)
    dots = tuple(_dot(one, first, style) for one in points)
    values = [y for one in (mine, theirs) for _, y in one.points]
    values += [end for one in bands for line in (one.lower, one.upper) for _, end in line]
    values += [end for one in dots for end in (one.low, one.high)]
    scale = axis(tuple(values), writer(style))
    title = _meaning(campaign, name) or str(thing.title)
    years, events = years_of(first, last), _asked(replay)
    parts = ((mine, theirs), bands, dots)
    return Curves(title, thing.unit, years, scale, *parts, events=events)


def _meaning(campaign: Campaign, name: str) -> str:
    """Return the title of the desk's figure that shows a quantity, if there is one."""
    shown = {str(one.quantity): str(one.title) for one in campaign.outline.indicators}
    return shown.get(name, "")


def _caption(grade: Grade, points: Sequence[Point]) -> str:
    record = f" Diamonds: the record, {_grades(points)}." if points else ""
    return f"{COMPUTED}; its rule is {grade}.{record}"


def _grades(points: Sequence[Point]) -> str:
    counts = {grade: sum(one.grade is grade for one in points) for grade in Grade}
    return ", ".join(f"{count} {grade}" for grade, count in counts.items() if count)


def last_of(campaign: Campaign, replay: Replay) -> Month:
    """Return the last month that is shown: that of the chronicle, or the present one."""
    return min(campaign.outline.chronicle, replay.course.last)


def drawn_line(
    course: Course, name: str, last: Month, style: ShownAs
) -> tuple[tuple[tuple[float, float], ...], str]:
    """Return a curve's points and how it runs, in words."""
    values = course.curve(name)[: last.since(course.first) + 1]
    first, end = (wording.number(one, style) for one in (values[0], values[-1]))
    low, high = (wording.number(one, style) for one in (min(values), max(values)))
    when = f"in {wording.month(course.first)}", f"in {wording.month(last)}"
    told = f"from {first} {when[0]} to {end} {when[1]}, between {low} and {high} on the way"
    return tuple((float(n), value) for n, value in enumerate(values)), told


def _band(drawn: Drawn, name: str, months: int, style: ShownAs) -> Band:
    ends = drawn.bands[name][: months + 1]
    low, high = (wording.number(end, style) for end in ends[-1])
    return Band(
        draws_of(drawn),
        tuple((float(n), one) for n, (one, _) in enumerate(ends)),
        tuple((float(n), one) for n, (_, one) in enumerate(ends)),
        f"between {low} and {high} at the end",
    )


def _recorded(campaign: Campaign, name: str, first: Month, last: Month) -> tuple[Point, ...]:
    """Return the figures of the record that the model is held against."""
    points = [one for record in campaign.model.record if record.id == name for one in record.points]
    return tuple(one for one in points if one.use and first <= one.month <= last)


def _dot(point: Point, first: Month, style: ShownAs) -> Dot:
    low, value, high = (wording.number(one, style) for one in (point.low, point.value, point.high))
    span = f" ({low} to {high})" if low != high else ""
    told = f"{wording.month(point.month)} {value}{span}, {point.grade}"
    return Dot((float(point.month.since(first)), point.value), point.low, point.high, told)


def years_of(first: Month, last: Month) -> Scale:
    """Return the months as a scale, with a tick at each January."""
    end = max(last.since(first), 1)
    years = range(first.year + (first.number > 1), last.year + 1)
    ticks = tuple(Tick(float(Month(year, 1).since(first)), str(year)) for year in years)
    return Scale(0.0, float(end), ticks)


def _asked(replay: Replay) -> tuple[Tick, ...]:
    """Return an event for each telegram answered, by its number."""
    first = replay.course.first
    return tuple(
        Tick(float(step.window.first.since(first)), str(number))
        for number, step in enumerate(replay.steps, 1)
    )


def writer(style: ShownAs) -> Callable[[float], str]:
    """Return how the numbers of a scale are written."""
    return lambda value: wording.brief(wording.number(value, style))


def _numbers(campaign: Campaign, replay: Replay, drawn: Drawn | None, name: str) -> Table:
    """Return a quantity at each telegram and at the end: here, in history, in the draws."""
    style, last = wording.shown_as(campaign)[name], last_of(campaign, replay)
    ghost = ghost_of(campaign, replay.playthrough).course
    months = dict.fromkeys([*(step.window.first for step in replay.steps), last])
    rows = []
    for month in months:
        values = [replay.course.at(month, name), ghost.at(month, name)]
        if drawn:
            values += drawn.bands[name][month.since(replay.course.first)]
        rows.append((wording.month(month), *(wording.number(one, style) for one in values)))
    ends = ("one draw in twenty below", "one draw in twenty above") if drawn else ()
    head = ("Month", "Your line", "History's answers", *ends)
    return Table("The same in numbers, at each telegram and at the end", head, tuple(rows))


# --- why ---


def graph(chain: Chain, title: str) -> Graph:
    """Return the graph of what moved a quantity."""
    style = chain.asked.values.shown_as if chain.asked.values else ShownAs.COUNT
    boxes = []
    for node in chain.nodes:
        kind, name = explaining.box(node)
        amount = "" if node.kind is Kind.QUANTITY else explaining.signed(node.amount, style)
        own = node.bundle is not None and isinstance(node.bundle.origin, ByOrder)
        boxes.append(Box(node.id, node.layer, kind, name, amount, own))
    arrows = tuple(
        Arrow(one.source, one.target, one.amount, explaining.signed(one.amount, style))
        for one in chain.arrows
    )
    return Graph(title, tuple(boxes), arrows)


def drawable(of_it: Chain) -> Chain:
    """Return a graph with only the arrows that are drawn."""
    most = max((abs(one.amount) for one in of_it.arrows), default=0.0)
    kept = tuple(one for one in of_it.arrows if abs(one.amount) >= THIN * most)
    return Chain(of_it.nodes, kept)


def sources_of(chain: Chain) -> tuple[SourceId, ...]:
    """Return the sources of the rules along the arrows, each once."""
    return tuple(dict.fromkeys(source for one in chain.arrows for source in one.sources))


def _slug(name: str) -> str:
    return name.replace("_", "-")
