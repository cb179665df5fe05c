"""What a class made of each telegram it answered: who said what from where, and who knew what."""

from __future__ import annotations

from collections import Counter

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.frozen import dataclass
from game.playthrough.parting import Comparison, compare
from game.playthrough.replay import Step, play
from game.room.debrief import played, split
from game.room.room import Room, Round, Vote
from game.room.teacher import counting
from game.room.told import choice, cited
from game.room.views import Because, Choice, Statement
from game.room.ways import COUNTED_BY_HAND, SO_COUNTED, Way
from game.words import wording


@dataclass(frozen=True, slots=True)
class SeatVoices:
    """How those who share a seat spoke."""

    seat: str
    voices: tuple[tuple[Choice, int], ...]
    """Only what somebody spoke for, most first."""

    @property
    def many(self) -> int:
        """Return how many spoke from this seat."""
        return sum(voices for _, voices in self.voices)


@dataclass(frozen=True, slots=True)
class Known:
    """What one seat alone knew, and what had not reached it."""

    seat: str
    how: str
    """How it was present: `by radio`, or nothing for those in the room."""
    card: Statement
    unheard: tuple[str, ...]
    """The dispatches it had not heard, each as `place, date`."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One telegram as a class answered it."""

    turn: int
    title: str
    when: str
    sent: Choice
    history: Choice
    way: Way
    why: str
    """How the answer was found, in a sentence."""
    voices: tuple[tuple[Choice, int], ...]
    """Voices for each response, in their order; none for those that were closed."""
    runner_up: Choice | None
    """What most of the others spoke for; nothing when all agreed."""
    margin: int
    """Voices that separate what was sent from the runner-up; below 0 where the chair outvoted."""
    torn: float
    """How divided the class was: 0 for one mind, 1 for evenly torn."""
    seats: tuple[SeatVoices, ...]
    """Empty where voices were counted by hand."""
    reasons: tuple[Because, ...]
    """Those that the teacher let everybody see."""
    known: tuple[Known, ...]

    @property
    def as_history(self) -> bool:
        """Return whether the class sent what was sent in history."""
        return self.sent.id == self.history.id


def decided(campaign: Campaign, room: Room) -> tuple[Decided, ...]:
    """Return every telegram that this class answered, in order."""
    steps = play(campaign, room.desk.playthrough).steps
    return tuple(_decided(campaign, room, turn, steps[turn]) for turn in played(room))


def known(campaign: Campaign, turn: int) -> tuple[Known, ...]:
    """Return all private cards of a telegram side by side: for when it is over."""
    scenario = campaign.scenarios[turn]
    places = {one.id: one.name for one in campaign.geography.places}
    heard = {one.id: f"{places[one.place]}, {one.date}" for one in scenario.situation.dispatches}
    return tuple(
        Known(
            seat.title,
            wording.PRESENT[seat.frame_at(scenario.id)],
            Statement(seat.title, card.text, card.grade, cited(campaign, card.sources)),
            tuple(heard[one] for one in card.unheard),
        )
        for seat in campaign.classroom.seats
        for card in seat.cards
        if card.id == scenario.id
    )


def beside(campaign: Campaign, rooms: tuple[Room, ...]) -> Comparison:
    """Return several classes of one campaign side by side: where they parted, what came of it."""
    return compare(campaign, [one.desk.playthrough for one in rooms])


def _decided(campaign: Campaign, room: Room, turn: int, step: Step) -> Decided:
    scenario, found, now = step.scenario, counting(campaign, room, turn), room.round_of(turn)
    choices = {one.id: choice(scenario, one) for one in scenario.decision.responses}
    tally = dict(found.tally)
    others = [(one, many) for one, many in found.tally if many and one != step.response.id]
    second = max(others, key=lambda one: one[1], default=None)
    votes = () if room.way_of(turn) in COUNTED_BY_HAND else tuple(now.votes.values())
    historical = next(one.id for one in scenario.decision.responses if one.historical)
    return Decided(
        turn=turn,
        title=scenario.title,
        when=scenario.when,
        sent=choices[step.response.id],
        history=choices[historical],
        way=room.way_of(turn),
        why=SO_COUNTED[found.because],
        voices=tuple((choices[one], many) for one, many in found.tally),
        runner_up=choices[second[0]] if second else None,
        margin=tally.get(step.response.id, 0) - (second[1] if second else 0),
        torn=split(campaign, room, turn),
        seats=_by_seat(titles_of(campaign), votes, choices),
        reasons=_shown(titles_of(campaign), now, choices),
        known=known(campaign, turn),
    )


def titles_of(campaign: Campaign) -> dict[Id, str]:
    """Return what each seat is called."""
    return {one.id: str(one.title) for one in campaign.classroom.seats}


def _shown(
    titles: dict[Id, str], now: Round, choices: dict[ResponseId, Choice]
) -> tuple[Because, ...]:
    """Return the reasons that the teacher let everybody see."""
    votes = (now.votes[one] for one in now.votes if one in now.shown and now.votes[one].reason)
    return tuple(
        Because(titles.get(one.seat, ""), choices[one.response].letter, one.reason) for one in votes
    )


def _by_seat(
    titles: dict[Id, str], votes: tuple[Vote, ...], choices: dict[ResponseId, Choice]
) -> tuple[SeatVoices, ...]:
    """Return how each seat spoke, in the order of the seats."""
    heard = {seat: Counter(one.response for one in votes if one.seat == seat) for seat in titles}
    return tuple(
        SeatVoices(title, tuple((choices[one], many) for one, many in heard[seat].most_common()))
        for seat, title in titles.items()
        if heard[seat]
    )
