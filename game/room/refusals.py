"""Why a room does not do what somebody asked: facts, each with a sentence and a cure."""

from __future__ import annotations

from enum import StrEnum

from game.frozen import dataclass


class Code(StrEnum):
    """The reasons, by the names that programs see."""

    FULL = "full"
    LOCKED = "locked"
    ENDED = "ended"
    NO_NAME = "no-name"
    LATE = "late"
    SHOWN = "shown"
    NOT_OPEN = "not-open"
    NOT_ON_TABLE = "not-on-table"
    NO_ESTIMATE = "no-estimate"
    POINTS = "points"
    NO_PUPIL = "no-pupil"
    NO_SEAT = "no-seat"
    NO_QUESTION = "no-question"
    NO_TIME = "no-time"
    NOT_AT_DECISION = "not-at-decision"
    NOT_COUNTED = "not-counted"
    NOT_BY_HAND = "not-by-hand"
    TIED = "tied"
    NOT_DECIDED_SO = "not-decided-so"
    NOT_REVEALED = "not-revealed"
    FIRST = "first"
    LAST = "last"
    NOT_KEPT = "not-kept"
    """The host's own: what happened could not be written to disk, so it has not happened."""


WORDS = {
    Code.FULL: ("The room holds no more pupils.", "Share a phone with somebody."),
    Code.LOCKED: ("The room is locked.", "Ask the teacher to unlock it."),
    Code.ENDED: ("The lesson is over.", "Your page stays here to keep."),
    Code.NO_NAME: ("That is no name.", "Write 1 to 24 characters, or take a code name."),
    Code.LATE: ("That was for another telegram.", "Look at the page again: the class went on."),
    Code.SHOWN: ("The count is shown already.", "Points are spread before it."),
    Code.NOT_OPEN: ("No vote is open.", "Wait until the teacher opens it."),
    Code.NOT_ON_TABLE: ("That response is not on the table.", "Choose one that is."),
    Code.NO_ESTIMATE: ("There is no such estimate here.", "Look at the page again."),
    Code.POINTS: ("The points do not add up.", "Spread all 50, in whole numbers, none below 0."),
    Code.NO_PUPIL: ("There is no such pupil.", "Look at the list again."),
    Code.NO_SEAT: ("There is no such seat.", "Choose one of the list."),
    Code.NO_QUESTION: ("That question cannot be asked now.", "Choose one that is still open."),
    Code.NO_TIME: ("There is no time for another question.", "Go on to the decision."),
    Code.NOT_AT_DECISION: ("The council is not deciding.", "Go on to the decision first."),
    Code.NOT_COUNTED: ("Nothing was counted yet.", "Type in how many for each response."),
    Code.NOT_BY_HAND: ("Voices come from the phones.", "Choose hands or slips as the way first."),
    Code.TIED: ("Nothing is decided.", "Send one of those that may be sent."),
    Code.NOT_DECIDED_SO: ("The council did not decide that.", "Send what it decided."),
    Code.NOT_REVEALED: ("The count is still secret.", "Reveal it first."),
    Code.FIRST: ("There is nothing before this.", "Go on instead."),
    Code.LAST: ("There is nothing after this.", "End the lesson."),
    Code.NOT_KEPT: (
        "The host could not write that down.",
        "Tell the teacher; the disk may be full.",
    ),
}
"""For each reason what is so, and what would do."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something a room does not do."""

    code: Code

    @property
    def message(self) -> str:
        """Return what is so."""
        return WORDS[self.code][0]

    @property
    def fix(self) -> str:
        """Return what would do."""
        return WORDS[self.code][1]
