"""What is said of the board: how many lines, where they end, what differs in one answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from game import wording
from game.atlas.board import PARTS, Answers, Board, Wish
from game.campaign.campaign import Campaign

ANY = "any"


def letters(answers: Answers) -> str:
    """Return answers as letters: A is the first response to each telegram."""
    return " ".join(chr(ord("A") + number) for number in answers)


def stands(campaign: Campaign, board: Board, values: Sequence[float]) -> list[str]:
    """Return where the values of a line stand among all lines, a sentence for each axis."""
    return [
        f"{axis.title}: {wording.number(value, axis.shown_as)}, "
        f"more than {round(100 * board.below(number, value))} of 100 lines."
        for number, (axis, value) in enumerate(zip(campaign.outline.axes, values, strict=True))
    ]


def summary(board: Board, chosen: Sequence[int]) -> str:
    """Return how many lines there are and how many of them are seen."""
    found = [f"{board.lines:,} lines can be played; luck is left out here."]
    if board.lines > len(board.strands):
        found.append(f"Too many to draw: an even sample of {len(board.strands):,} is shown.")
    if len(chosen) < len(board.strands):
        found.append(f"{len(chosen):,} are as you wish.")
    return " ".join(found)


@lru_cache(maxsize=8)
def endings(campaign: Campaign, board: Board, chosen: tuple[int, ...]) -> list[str]:
    """Return how many of some strands each ending closes, from the top of the board down."""
    counts = Counter(board.strands[number].ending for number in chosen)
    return [f"{count:,}: {campaign.outline.endings[one].title}" for one, count in counts.items()]


def told(campaign: Campaign, board: Board, number: int) -> str:
    """Return a strand in a sentence."""
    strand = board.strands[number]
    return f"{letters(strand.answers)}: {campaign.outline.endings[strand.ending].title}"


def beside(campaign: Campaign, board: Board, answers: Answers) -> list[tuple[int, str]]:
    """Return each strand that differs from a whole line in one answer, and what is said of it."""
    found = []
    for turn, scenario in enumerate(campaign.scenarios[: len(answers)]):
        for given, response in enumerate(scenario.decision.responses):
            other = (*answers[:turn], given, *answers[turn + 1 :])
            number = board.number(other)
            if number is not None and other != answers:
                ending = campaign.outline.endings[board.strands[number].ending].title
                found.append((number, f"{scenario.when}, {response.title}: {ending}"))
    return found


def rows(campaign: Campaign, board: Board, wish: Wish) -> list[tuple[str, str, str]]:
    """Return what can be wished for: a name for each, what it is called, how it stands."""
    found = [("ending", "Ending", ANY)]
    if wish.ending is not None:
        found = [("ending", "Ending", str(campaign.outline.endings[wish.ending].title))]
    for turn, scenario in enumerate(campaign.scenarios):
        given = wish.answers[turn]
        title = "" if given is None else str(scenario.decision.responses[given].title)
        found.append((f"answer.{turn}", str(scenario.when), title or ANY))
    for number, axis in enumerate(campaign.outline.axes):
        part = wish.parts[number]
        ends = () if part is None else board.part(number, part)
        span = " to ".join(wording.number(end, axis.shown_as) for end in ends)
        found.append((f"part.{number}", str(axis.title), span or ANY))
    return found


def turned(campaign: Campaign, board: Board, wish: Wish, name: str) -> Wish:
    """Return the wish with one thing at its next choice; after the last one it may be anything."""
    kind, _, which = name.partition(".")
    number = int(which or 0)
    if kind == "ending":
        there = list(dict.fromkeys(one.ending for one in board.strands))
        place = _next(None if wish.ending is None else there.index(wish.ending), len(there))
        ending = None if place is None else there[place]
        return Wish(ending, wish.answers, wish.parts, wish.beside)
    if kind == "answer":
        most = len(campaign.scenarios[number].decision.responses)
        answers = _exchanged(wish.answers, number, most)
        return Wish(wish.ending, answers, wish.parts, wish.beside)
    return Wish(wish.ending, wish.answers, _exchanged(wish.parts, number, PARTS), wish.beside)


def _exchanged(values: tuple[int | None, ...], number: int, most: int) -> tuple[int | None, ...]:
    return (*values[:number], _next(values[number], most), *values[number + 1 :])


def _next(value: int | None, most: int) -> int | None:
    return 0 if value is None else (value + 1 if value + 1 < most else None)
