"""What is said of the board: how many lines, where they end, what differs in one answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from game.atlas.answers import Answers, apart, beside
from game.atlas.wish import Span, Wish
from game.campaign.campaign import Campaign
from game.campaign.model import ShownAs
from game.frozen import dataclass
from game.words import wording

if TYPE_CHECKING:
    from game.atlas.board import Board, Near
    from game.atlas.shading import Pattern

ANY = "any"


@dataclass(frozen=True, slots=True)
class Measured:
    """Something of which a range can be wished for."""

    title: str
    shown_as: ShownAs


@lru_cache(maxsize=4)
def measures(campaign: Campaign) -> tuple[Measured, ...]:
    """Return the figures of the board in their order: the axes, then three for each indicator."""
    outline, written = campaign.outline, wording.shown_as(campaign)
    when = wording.month(outline.chronicle)
    axes = tuple(Measured(str(one.title), one.shown_as) for one in outline.axes)
    return axes + tuple(
        Measured(f"{one.title}, {which}", written[str(one.quantity)])
        for one in outline.indicators
        for which in (when, "least on the way", "most on the way")
    )


def letter(number: int) -> str:
    """Return a response's letter: A is the first."""
    return chr(ord("A") + number)


def letters(answers: Answers) -> str:
    """Return answers as letters."""
    return " ".join(map(letter, answers))


def stand(campaign: Campaign, board: Board, figure: int, value: float) -> str:
    """Return where a line stands among all on a figure, in a sentence."""
    one = measures(campaign)[figure]
    share = round(100 * board.below(figure, value))
    shown = wording.number(value, one.shown_as)
    return f"{one.title}: {shown}, more than {share} of 100 lines."


def stands(campaign: Campaign, board: Board, values: Sequence[float]) -> list[str]:
    """Return where the values of a line stand among all lines, a sentence for each axis."""
    return [stand(campaign, board, number, value) for number, value in enumerate(values)]


def summary(board: Board, pattern: Pattern) -> str:
    """Return how many lines there are and how many of them are seen."""
    found = [f"{board.ends.lines:,} lines can be played; luck is left out here."]
    if board.ends.is_drawn:
        found = [f"Up to {board.ends.lines:,} lines can be played, too many to walk."]
        found.append(f"A random sample of {board.strands:,} is shown; luck is left out here.")
    elif board.ends.lines > board.strands:
        found.append(f"Too many to draw: an even sample of {board.strands:,} is shown.")
    if len(pattern.chosen) < board.strands:
        found.append(f"{len(pattern.chosen):,} are as you wish.")
    return " ".join(found)


def ending(campaign: Campaign, number: int) -> str:
    """Return what an ending is called."""
    return str(campaign.outline.endings[number].title)


def told(campaign: Campaign, board: Board, number: int, yours: Answers) -> str:
    """Return a strand in a line or two: its ending, and where it leaves another line."""
    answers = board.answers(number)
    said = f"{letters(answers)}: {ending(campaign, board.ending(number))}."
    turns = apart(answers, yours)
    return f"{said} Other answers: {in_short(turns, answers)}." if turns else said


def changes(turns: Sequence[int], answers: Answers, yours: Answers) -> str:
    """Return what would have to be answered otherwise."""
    said = (f"telegram {one + 1} {letter(answers[one])}, not {letter(yours[one])}" for one in turns)
    text = "; ".join(said)
    return f"{text[:1].upper()}{text[1:]}."


def in_short(turns: Sequence[int], answers: Answers) -> str:
    """Return the same as short as can be: `3 D, 5 A`."""
    return ", ".join(f"{one + 1} {letter(answers[one])}" for one in turns)


@lru_cache(maxsize=8)
def nearest(board: Board, answers: Answers) -> tuple[Near, ...]:
    """Return the nearest strand to each other ending."""
    return board.nearest(answers)


def next_door(campaign: Campaign, board: Board, answers: Answers) -> list[tuple[int, str]]:
    """Return each strand that differs from a whole line in one answer, and what is said of it."""
    found = []
    for other in beside(campaign, answers):
        number = board.number(other)
        if number is not None:
            (turn,) = apart(other, answers)
            scenario = campaign.scenarios[turn]
            title = scenario.decision.responses[other[turn]].title
            end = ending(campaign, board.ending(number))
            found.append((number, f"{scenario.when}, {title}: {end}"))
    return found


def spanned(one: Measured, span: Span) -> str:
    """Return a range in words."""
    low, high = (wording.number(end, one.shown_as) for end in (span.low, span.high))
    return f"{low} to {high}"


def rows(campaign: Campaign, wish: Wish) -> list[tuple[str, str, str]]:
    """Return what can be wished for: a name for each, what it is called, how it stands."""
    found = [("ending", "Ending", ANY if wish.ending is None else ending(campaign, wish.ending))]
    for turn, scenario in enumerate(campaign.scenarios):
        given = wish.answers[turn]
        title = "" if given is None else str(scenario.decision.responses[given].title)
        found.append((f"answer.{turn}", str(scenario.when), title or ANY))
    for span in wish.spans:
        one = measures(campaign)[span.figure]
        found.append((f"span.{span.figure}", one.title, spanned(one, span)))
    return found
