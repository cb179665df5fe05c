"""What opens when something is to be wished for on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.board.span import SpanScreen
from game.screens.board.told import ending, letter, measures
from game.screens.board.words import BoardWords
from game.screens.choice import ChoiceScreen
from game.screens.screen import Move, Office, Open, Show, Stay

if TYPE_CHECKING:
    from game.atlas.board import Board

ANYTHING = "Any"


def picks(office: Office, board: Board, words: BoardWords, name: str) -> Move:
    """Return what leads to a wish: a list to pick from, a range, or at once what was pressed."""
    kind, _, which = name.partition(".")
    match kind:
        case "ending":
            return Open(_endings(office, board, words))
        case "answer":
            return Open(_answers(office, words, int(which)))
        case "span" if which:
            return Open(_span(office, board, words, int(which)))
        case "span":
            titles = [one.title for one in measures(office.campaign)]

            def take(number: int) -> Move:
                return Show(_span(office, board, words, number))

            return Open(ChoiceScreen(office, "A range of which figure?", titles, take))
        case _:
            words.turn(kind)
            return Stay()


def _endings(office: Office, board: Board, words: BoardWords) -> ChoiceScreen:
    there = [one.ending for one in board.bundles(words.pattern(board).chosen)]
    titles = [ANYTHING, *(ending(office.campaign, one) for one in there)]

    def take(number: int) -> None:
        words.ended(there[number - 1] if number else None)

    here = 0 if words.wish.ending is None else there.index(words.wish.ending) + 1
    return ChoiceScreen(office, "Which ending?", titles, take, here)


def _answers(office: Office, words: BoardWords, turn: int) -> ChoiceScreen:
    scenario, given = office.campaign.scenarios[turn], words.wish.answers[turn]
    responses = enumerate(scenario.decision.responses)
    titles = [ANYTHING, *(f"{letter(number)}: {one.title}" for number, one in responses)]

    def take(number: int) -> None:
        words.answered(turn, number - 1 if number else None)

    here = 0 if given is None else given + 1
    return ChoiceScreen(office, f"Which answer? {scenario.when}", titles, take, here)


def _span(office: Office, board: Board, words: BoardWords, figure: int) -> SpanScreen:
    asked = figure, measures(office.campaign)[figure]
    return SpanScreen(office, board, asked, words.wish.span(figure), words.spanned)
