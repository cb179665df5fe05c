"""Why a quantity moved, in sentences a pupil understands."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.model import Series, ShownAs
from game.campaign.words import Grade, Month, SourceId
from game.frozen import dataclass
from game.playthrough.chain import Kind, Node
from game.playthrough.playthrough import Playthrough
from game.playthrough.reasons import Assumed, Cause, Moved, Ordered, causes
from game.playthrough.replay import play
from game.playthrough.why import (
    Bundle,
    ByChance,
    ByOrder,
    Explanation,
    FromOutside,
    Weights,
    things,
    weights,
)
from game.simulation.course import Course, Window
from game.simulation.why import Asked
from game.words import wording

NAMED = 3
"""Things the first line names."""
TOLD = 8
"""Parts that have a sentence of their own; the others are summed up."""
SMALL = 0.01
"""A part below this share of all parts is summed up with the others."""
CARRIES = 0.1
"""What moved something of itself is named from this share of all such movements on."""
OPPOSED = 6
"""Causes that are, all signs aside, so many times the change pull against each other."""
STOPS = 2
"""Quantities named on the way from a cause; the last ones say most."""
ANYWAY = "what was under way already"
OWN = "growth and decay of its own"


POINTS = "points"
"""What one counts where a share, or a scale of a hundred, moves."""


def signed(value: float, shown_as: ShownAs, unit: str = POINTS) -> str:
    """Return by how much something moved, as it is written for the player: `+12,000`.

    Args:
        value: how far.
        shown_as: how its values are written.
        unit: what is counted; it is written where the values are short whole numbers.
    """
    size = _size(value, shown_as, unit)
    if not shows(value, shown_as):
        return size
    return f"+{size}" if value > 0 else f"−{size}"


def shows(value: float, shown_as: ShownAs) -> bool:
    """Return whether a number is more than nothing, as it is written for the player."""
    return bool(_size(value, shown_as, "").split(" ")[0].strip("0.,"))


def _size(value: float, shown_as: ShownAs, unit: str) -> str:
    if shown_as is ShownAs.PERCENT:  # of a share one says points, lest 4 % be taken of it
        return f"{_short(abs(value) * 100)} {POINTS}"
    if shown_as is ShownAs.POINTS:
        return f"{_short(abs(value))} {unit}"
    return wording.number(abs(value), shown_as)


def _short(value: float) -> str:
    """Return a number with a decimal where it is small: half a point of trust is something."""
    return f"{value:.1f}" if value < 9.95 else f"{value:.0f}"


def by(found: Explanation, amount: float) -> str:
    """Return by how much something moved the quantity asked about."""
    return signed(amount, found.shown_as, found.unit)


def summary(found: Explanation) -> str:
    """Return the first line: from where to where, and what did most."""
    start, end = (wording.number(one, found.shown_as) for one in (found.start, found.end))
    first, last = found.asked.first, found.asked.last
    came = (
        f"{found.title}: {start} in {wording.month(first)}, {end} in {wording.month(last)} "
        f"({by(found, found.change)})."
    )
    largest = _largest(found)
    if not largest:
        return f"{came} Nothing moved it."
    named = [f"{name} ({by(found, amount)})" for name, amount in largest]
    against = f" {AGAINST}" if _pulls_both_ways(found) else ""
    return f"{came} Above all: {_listed(named)}.{against}"


AGAINST = "Large causes pull both ways here; the change is the little that is left over."


def _pulls_both_ways(found: Explanation) -> bool:
    pulls = sum(abs(one.amount) for one in found.bundles) + abs(found.of_itself)
    return pulls > OPPOSED * abs(found.change)


def _largest(found: Explanation) -> list[tuple[str, float]]:
    parts = [(_named(one), one.amount) for one in found.bundles]
    parts.append((ANYWAY, found.of_itself))
    parts.sort(key=lambda part: -abs(part[1]))
    floor = SMALL * sum(abs(amount) for _, amount in parts)
    return [
        (name, amount)
        for name, amount in parts[:NAMED]
        if abs(amount) > floor and shows(amount, found.shown_as)
    ]


def _named(one: Bundle) -> str:
    match one.origin:
        case ByOrder(_, _, _, order):
            return f"{_yours(one)} “{order.title}” ({_telegrams(one)})"
        case FromOutside(series):
            return f"“{series.title}” outside"
        case ByChance(_, title):
            return f"luck in “{title}”"


def _yours(one: Bundle) -> str:
    return "your orders" if len(one.parts) > 1 else "your order"


def _telegrams(one: Bundle) -> str:
    """Return the telegrams that the commands of one order answered."""
    turns = sorted({part.origin.turn + 1 for part in one.parts if isinstance(part.origin, ByOrder)})
    return f"telegram{'s' if len(turns) > 1 else ''} {_listed([str(turn) for turn in turns])}"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def sentences(campaign: Campaign, found: Explanation) -> list[tuple[str, str]]:
    """Return (by how much, sentence) for each cause that shows. They add up to the change."""
    told = _told(found)
    lines = [(one.amount, sentence(one, found)) for one in told]
    rest = found.bundles[len(told) :]
    count = f"{len(rest)} smaller causes, taken together." if len(rest) > 1 else "A smaller cause."
    lines.append((sum(one.amount for one in rest), count))
    lines.append((found.of_itself, of_itself(campaign, found)))
    style = found.shown_as
    return [(by(found, amount), text) for amount, text in lines if shows(amount, style)]


def _told(found: Explanation) -> tuple[Bundle, ...]:
    floor = SMALL * sum(abs(one.amount) for one in found.bundles)
    large = (one for one in found.bundles[:TOLD] if abs(one.amount) >= floor)
    return tuple(one for one in large if shows(one.amount, found.shown_as))


def of_itself(campaign: Campaign, found: Explanation) -> str:
    """Return what it means that something would have come anyway, and what it came by."""
    means = (
        "Of itself: so it would have gone with none of your orders, the world outside at rest from "
        f"{wording.month(found.asked.first)}, and average luck."
    )
    movers = _movers(campaign, found)
    return f"{means} It came through {_listed(movers)}." if movers else means


def _movers(campaign: Campaign, found: Explanation) -> list[str]:
    """Return what moved it most where it moved of itself, each with its amount."""
    known, anyway = things(campaign.model), found.anyway
    movers = [(f"“{known[name].title}”", amount) for name, amount in anyway.quantities.items()]
    movers.append((OWN, anyway.itself))
    movers.sort(key=lambda mover: -abs(mover[1]))
    floor = CARRIES * sum(abs(amount) for _, amount in movers)
    return [
        f"{name} ({by(found, amount)})"
        for name, amount in movers[:NAMED]
        if abs(amount) > floor and shows(amount, found.shown_as)
    ]


def sentence(one: Bundle, found: Explanation) -> str:
    """Return what one cause did, in one or two sentences, without its number."""
    way = _way(one, found)
    match one.origin:
        case ByOrder(_, month, _, order):
            when = f"{_telegrams(one)}, {wording.month(month)}"
            given = f" ({when if len(one.parts) == 1 else _each(one, found)})"
            said = f"{_yours(one).capitalize()} “{order.title}”{given}{way}."
            return f"{said} {EARLIER}" if _was_earlier(one, found.asked.first) else said
        case FromOutside(series, values):
            ran = ran_of(series, values, found.asked.first)
            return f"Not by your order: “{series.title}” {ran}{way}."
        case ByChance(_, title):
            return f"Luck: “{title}” came out otherwise than was to be expected{way}."


EARLIER = "What was ordered earlier still works, or its effect fades."


def _was_earlier(one: Bundle, first: Month) -> bool:
    return any(isinstance(part.origin, ByOrder) and part.origin.month < first for part in one.parts)


def _each(one: Bundle, found: Explanation) -> str:
    """Return what the commands of one order did, telegram by telegram."""
    by_turn: dict[int, float] = {}
    for part in one.parts:
        if isinstance(part.origin, ByOrder):
            turn = part.origin.turn + 1
            by_turn[turn] = by_turn.get(turn, 0.0) + part.amount
    told = [
        f"telegram {turn}: {by(found, amount)}"
        for turn, amount in sorted(by_turn.items())
        if shows(amount, found.shown_as)
    ]
    return ", ".join(told)


def ran_of(series: Series, values: tuple[float, ...], first: Month) -> str:
    """Return how a series ran: `rose from 310 to 420 km (May 1901), then fell to 380`.

    Args:
        series: what ran.
        values: one for each month.
        first: the month of the first value.
    """
    style, high, low = series.shown_as, max(values), min(values)
    start, end, top, bottom = (
        wording.number(one, style) for one in (values[0], values[-1], high, low)
    )
    unit = _unit(series, values)
    if set(values) == {0.0, 1.0}:
        return CAME[values[0] == 1, values[-1] == 1]
    if top == bottom:
        return f"stayed at {start}{unit}"
    if {start, end} == {top, bottom}:
        return f"{'rose' if values[-1] > values[0] else 'fell'} from {start} to {end}{unit}"
    peak, dip = (wording.month(first.plus(values.index(one))) for one in (high, low))
    if bottom in (start, end):
        return f"rose from {start} to {top}{unit} ({peak}), then fell to {end}"
    if top in (start, end):
        return f"fell from {start} to {bottom}{unit} ({dip}), then rose to {end}"
    return f"swung between {bottom} and {top}{unit}"


CAME = {
    (False, True): "came",
    (True, False): "ended",
    (False, False): "came and went",
    (True, True): "stopped for a while",
}
"""How something ran that is so or is not so, by whether it was so at first and at last."""


def _unit(series: Series, values: tuple[float, ...]) -> str:
    """Return the unit as it follows a number; a share, and what is so or not so, has none."""
    written = series.shown_as in (ShownAs.COUNT, ShownAs.ONE_DECIMAL, ShownAs.MILLIONS)
    return f" {series.unit}" if written and max(map(abs, values)) > 1 else ""


def _way(one: Bundle, found: Explanation) -> str:
    """Return the last quantities between a cause and what it moved in the end."""
    stops = [link for link in one.route[:-1] if link.quantity not in found.account]
    if len(stops) > STOPS and stops[-1].quantity == _only_mover(found):
        stops.pop()
    between = [f"“{link.rule.title}”" for link in stops]
    return f", by way of {', then '.join(between[-STOPS:])}" if between else ""


def _only_mover(found: Explanation) -> str:
    """Return the one quantity that moves what is asked about; it tells no way from another."""
    moving = [name for name, amount in found.accounts.quantities.items() if amount]
    return moving[0] if len(moving) == 1 else ""


def box(node: Node) -> tuple[str, str]:
    """Return the two lines on a node of the graph: what it is, and which or how it moved."""
    if node.bundle is not None:
        match node.bundle.origin:
            case ByOrder(_, _, _, order):
                return _yours(node.bundle).capitalize(), str(order.title)
            case FromOutside(series):
                return "Not by your order", str(series.title)
            case ByChance(_, title):
                return "Luck", title
    if node.rule is not None and node.values is not None:
        start, end = (
            wording.number(one, node.values.shown_as)
            for one in (node.values.start, node.values.end)
        )
        return node.rule.title, f"{start} → {end}"
    return ("Of itself", ANYWAY) if node.kind is Kind.ITSELF else ("All else", "smaller causes")


BY_ITSELF = "By itself"
CHANCE = "Chance"
"""What moved a quantity besides the things its rule names."""
OF_ITS_OWN = "Growth and decay of its own, and what is the same every month."
DRAWN = "The luck drawn for these months."
"""What that means."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something a figure hangs on directly, and how far it moved the figure."""

    title: str
    text: str
    grade: Grade | None = None
    sources: tuple[SourceId, ...] = ()
    further: str = ""
    """The quantity that can be asked about next, if there is one."""


def reasons(
    campaign: Campaign, playthrough: Playthrough, window: Window, about: str
) -> tuple[Reason, ...]:
    """Return what a quantity hangs on: what moved it most comes first, assumptions come last."""
    course, model = play(campaign, playthrough).course, campaign.model
    found = causes(model, course, window, about, playthrough.reading)
    if not found:
        return ()
    weighed = weights(campaign, playthrough, Asked(about, window.first, window.last))
    style, unit = wording.shown_as(campaign)[about], things(model)[about].unit
    moving = [(_weight(one, weighed), one) for one in found if not isinstance(one, Assumed)]
    lines = [(amount, _reason(one, signed(amount, style, unit))) for amount, one in moving]
    besides = [(weighed.itself, BY_ITSELF, OF_ITS_OWN), (weighed.chance, CHANCE, DRAWN)]
    lines += [
        (amount, Reason(f"{title}: {signed(amount, style, unit)}", text))
        for amount, title, text in besides
        if shows(amount, style)
    ]
    lines.sort(key=lambda line: -abs(line[0]))
    assumed = (_reason(one) for one in found if isinstance(one, Assumed))
    moved = _moved(course, window, about, (style, unit))
    return (moved, *(line for _, line in lines), *assumed)


def _weight(one: Moved | Ordered, weighed: Weights) -> float:
    return weighed.quantities[str(one.order if isinstance(one, Ordered) else one.quantity)]


def _reason(one: Cause, amount: str = "") -> Reason:
    title, text, grade, sources = wording.cause(one)
    further = str(one.quantity) if isinstance(one, Moved) and one.because else ""
    return Reason(f"{title}: {amount}" if amount else title, text, grade, sources, further)


def _moved(course: Course, window: Window, about: str, written: tuple[ShownAs, str]) -> Reason:
    """Return how far the figure itself moved."""
    style, unit = written
    start, end = (course.at(month, about) for month in (window.first, window.last))
    title = f"{wording.month(window.first)} to {wording.month(window.last)}"
    ends = f"{wording.number(start, style)} at the start, {wording.number(end, style)} at the end"
    return Reason(f"{title}: {signed(end - start, style, unit)}", f"{ends}. It is made up of:")
