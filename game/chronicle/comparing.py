"""Lines held side by side, in words: where they part, by how much, why, and what holds."""

from __future__ import annotations

from game.campaign.campaign import Axis, Campaign
from game.campaign.model import ShownAs
from game.chronicle.ranges import Ranges
from game.frozen import dataclass
from game.playthrough.onechange import Change, OneChange, Row
from game.playthrough.parting import Comparison, Contrast, Share
from game.playthrough.playthrough import Playthrough, history, letters
from game.playthrough.replay import Step
from game.playthrough.why import ByChance, ByOrder, FromOutside
from game.words import explaining, wording

TOLD = 6
"""Causes that have a line of their own; the others are summed up."""
SURE = 0.95
"""In which part of the draws a change goes one way at least, to be called sure of it."""
CANNOT_TELL = "the model cannot tell them apart"
NEVER_APART = "No figure of the model ever differs."
ONLY_READINGS = "They have the same answers and the same luck: only the reading differs."
UNFAIR = "Not only their answers differ: they rest on another seed, luck or reading too."
ONLY_ANSWERS = "They meet the same luck and rest on the same reading: only the answers differ."


# --- lines ---


def name(campaign: Campaign, made: Playthrough) -> str:
    """Return what a line is called beside others: its letters, and whether history gave them."""
    called = letters(campaign, made.line) or "no answer yet"
    is_history = made.line == history(campaign, len(made.line)) and made.line
    return f"{called} (history's answers)" if is_history else called


def rests_on(campaign: Campaign, made: Playthrough) -> str:
    """Return the reading and the luck of a line."""
    title = next(str(one.title) for one in campaign.model.readings if one.id == made.reading)
    luck = f"seed {made.seed}" if made.chance else "without chance"
    return f"reading “{title}”, {luck}"


def answer(step: Step) -> str:
    """Return an answer with its letter: `C. Small raids`."""
    responses = [one.id for one in step.scenario.decision.responses]
    return f"{chr(ord('A') + responses.index(step.response.id))}. {step.response.title}"


def parting(campaign: Campaign, found: Comparison) -> str:
    """Return where lines part, in two or three sentences."""
    fair = ONLY_ANSWERS if found.is_fair else ONLY_READINGS if found.is_one_line else UNFAIR
    if found.parting is None:
        where = "They answer alike as far as they go together."
    else:
        scenario = campaign.scenarios[found.parting]
        number = found.parting + 1
        where = (
            f"They part at telegram {number}, “{scenario.title}”, {wording.month(scenario.month)}."
        )
    when = (
        NEVER_APART
        if found.apart is None
        else f"The first figure differs in {wording.month(found.apart)}."
    )
    return f"{where} {when} {fair}"


def signed(value: float, shown_as: ShownAs) -> str:
    """Return a difference as it is written for the player."""
    return explaining.signed(value, shown_as)


def beside(axis: Axis, values: tuple[float, ...]) -> tuple[str, ...]:
    """Return an axis on every line; from the second on with the difference from the first."""
    style = axis.shown_as
    told = [wording.number(one, style) for one in values]
    apart = ["", *(f" ({_or_same(one - values[0], style)})" for one in values[1:])]
    return tuple(one + more for one, more in zip(told, apart, strict=True))


def _or_same(value: float, shown_as: ShownAs) -> str:
    return signed(value, shown_as) if explaining.shows(value, shown_as) else "the same"


def differs(axis: Axis, values: tuple[float, ...]) -> bool:
    """Return whether any line stands visibly elsewhere on an axis than the first."""
    return any(explaining.shows(one - values[0], axis.shown_as) for one in values[1:])


@dataclass(frozen=True, slots=True)
class RowApart:
    """A row of the ledger that reads otherwise on one line than on another."""

    title: str
    told: tuple[str, ...]
    """What it says on each line, after its sign."""

    @property
    def titled(self) -> tuple[str, ...]:
        """What it says on each line, with its title."""
        pairs = (one.split(" ", 1) for one in self.told)
        return tuple(f"{sign} {self.title}: {text}" for sign, text in pairs)


def rows_apart(campaign: Campaign, found: Comparison, turn: int) -> tuple[RowApart, ...]:
    """Return the rows of one telegram's ledger that do not read alike on all lines."""
    steps = [one.steps[turn] for one in found.replays]
    rows = []
    for entered in zip(*(one.ledger for one in steps), strict=True):
        texts = [
            wording.case(campaign, one.course, step, row)
            for one, step, row in zip(found.replays, steps, entered, strict=True)
        ]
        if len(set(texts)) > 1:
            title = str(entered[0].row.title)
            signs = [wording.sign(one.sign) for one in entered]
            told = (f"{sign} {text}" for sign, text in zip(signs, texts, strict=True))
            rows.append(RowApart(title, tuple(told)))
    return tuple(rows)


# --- why ---


def summary(found: Contrast, names: tuple[str, str]) -> str:
    """Return how far apart a quantity stands at the end, in one sentence."""
    here, there = (wording.number(one, found.shown_as) for one in found.ends)
    if not explaining.shows(found.difference, found.shown_as):
        return f"No figure differs in {wording.month(found.asked.last)}: {found.title} {here}."
    return (
        f"{found.title}, {wording.month(found.asked.last)}: {names[0]} {here}, {names[1]} "
        f"{there} ({_by(found, found.difference)})."
    )


def _by(found: Contrast, amount: float) -> str:
    return explaining.signed(amount, found.shown_as, found.unit)


def causes(found: Contrast, names: tuple[str, str]) -> list[tuple[str, str]]:
    """Return (by how much, sentence) for what makes the difference. They add up to it.

    Args:
        found: why a quantity differs.
        names: what the two lines are called.
    """
    told = [one for one in found.shares[:TOLD] if explaining.shows(one.difference, found.shown_as)]
    rest = found.shares[len(told) :]
    lines = [(one.difference, _cause(found, one, names)) for one in told]
    lines.append((sum(one.difference for one in rest), "All smaller causes, taken together."))
    lines.append(
        (found.of_itself, "What each would have done of itself: they rest on other ground.")
    )
    lines.append((found.start, "How far apart they stood at the start."))
    return [
        (_by(found, amount), text)
        for amount, text in lines
        if explaining.shows(amount, found.shown_as)
    ]


def _cause(found: Contrast, one: Share, names: tuple[str, str]) -> str:
    did = f"{names[0]} {_by(found, one.one)}, {names[1]} {_by(found, one.other)}"
    match one.origin:
        case ByOrder(turn, _, _, order):
            return f"The order “{order.title}” at telegram {turn + 1}: {did}."
        case FromOutside(series):
            return f"“{series.title}” outside, which met another state of things: {did}."
        case ByChance(_, title):
            return f"Luck in “{title}”: {did}."


# --- one change ---


def changed(campaign: Campaign, one: Change) -> str:
    """Return a change in words: `Telegram 2: C instead of A, Small raids`."""
    responses = campaign.scenarios[one.turn].decision.responses
    places = {response.id: chr(ord("A") + place) for place, response in enumerate(responses)}
    title = next(response.title for response in responses if response.id == one.response)
    said, before = places[one.response], places[one.instead_of]
    return f"Telegram {one.turn + 1}: {said} instead of {before}, “{title}”"


def mattered(campaign: Campaign, found: OneChange, axis: Axis, number: int) -> str:
    """Return which answer mattered most on an axis, and whether that holds everywhere."""
    weightiest = found.weightiest(axis, number)
    own = weightiest[0]
    if own is None:
        return f"{axis.title}: no other single answer moves it."
    said = f"{axis.title}: answer {own + 1} mattered most"
    titles = {one.id: f"“{one.title}”" for one in campaign.model.readings}
    pairs = zip(found.readings, weightiest, strict=True)
    against = [titles[reading] for reading, one in pairs if one != own]
    if not against:
        return f"{said}, under every reading."
    return f"{said}, but not under the reading {' or '.join(against)}."


def holds(row: Row) -> str:
    """Return what of a row holds under every reading, as a cell of a table."""
    match row.sign_holds, row.order_holds:
        case True, True:
            return "direction and place"
        case True, False:
            return "direction"
        case False, True:
            return "place"
        case _:
            return "neither"


def told_apart(ranges: Ranges, line: int, axis: int, effect: float) -> str:
    """Return whether the draws tell a line from the one it is held against, as a cell.

    Args:
        ranges: the draws; the first line is the one held against.
        line: the number of the other.
        axis: the number of the axis.
        effect: how much further up the other ends in the playthrough itself.
    """
    higher = ranges.higher[line][axis]
    share = higher if effect > 0 else 1 - higher
    if ranges.tells_apart(line, axis):
        return "told apart"
    if not effect or share < SURE:
        return CANNOT_TELL
    return f"ranges overlap; this way in {share * 100:.0f} of 100 draws"
