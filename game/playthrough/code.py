"""A playthrough as a short code that a class can read out loud.

The numbers of a code (`letters` writes them): how many answers; two of the campaign's id; its
version modulo 31; two of the reading's id; one for each answer, the response's mark; then the seed,
if chance is on; then two of where the answers led. Marks are computed from ids, so that an edited
campaign reads old codes as far as its answers are still there. The last two tell whether the same
answers still lead to the same state.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.marks import ALPHABET, BASE, mark_of, pair_of
from game.campaign.words import Id
from game.frozen import dataclass
from game.playthrough import letters
from game.playthrough.letters import LONGEST, Mistyped, Strange
from game.playthrough.playthrough import Playthrough
from game.playthrough.refusals import TooManyAnswers
from game.playthrough.replay import play

MOST_ANSWERS = 15
"""A greater number at the beginning is kept for codes of another form."""
_HEAD, _END = 6, 2
SHORTEST = _HEAD + _END + letters.CHECKS
"""Characters of a code without an answer and without a seed."""
_SEED_DIGITS = LONGEST - letters.CHECKS - _HEAD - _END - MOST_ANSWERS
SEEDS = BASE**_SEED_DIGITS
"""The seeds that fit a code of any length lie below this."""
FRESH_SEEDS = 10_000
"""A new campaign takes a seed below this, so that its code stays short."""


@dataclass(frozen=True, slots=True)
class OtherForm:
    """The code is sound, and of a form that is not known here."""


@dataclass(frozen=True, slots=True)
class ElsewhereMade:
    """The code is sound, and of another campaign."""


@dataclass(frozen=True, slots=True)
class UnknownMark:
    """No response of the scenario has this mark any more: the line stops before it."""

    turn: int
    """Counted from 0."""
    mark: str


@dataclass(frozen=True, slots=True)
class UnknownReading:
    """No reading of the campaign is the code's; the first one stands in."""

    used: Id


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """The campaign has changed its version since; the nearest one that the code can mean."""

    made: int
    here: int


@dataclass(frozen=True, slots=True)
class LeadsElsewhere:
    """The same answers lead to another state today."""


NoCode = Strange | Mistyped | OtherForm | ElsewhereMade
Remark = UnknownMark | UnknownReading | OtherVersion | LeadsElsewhere | TooManyAnswers


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a code stands for, as far as today's campaign has it."""

    playthrough: Playthrough
    remarks: tuple[Remark, ...]


def code_of(campaign: Campaign, made: Playthrough) -> str | None:
    """Return the code of a playthrough that can be played, or none where it has no room in one."""
    if len(made.line) > MOST_ANSWERS or (made.chance and not 0 <= made.seed < SEEDS):
        return None
    turns = zip(campaign.scenarios, made.line, strict=False)
    answers = [
        mark_of(next(one for one in scenario.decision.responses if one.id == given))
        for scenario, given in turns
    ]
    numbers = [
        len(answers),
        *pair_of(made.campaign),
        made.version % BASE,
        *pair_of(made.reading),
        *map(ALPHABET.index, answers),
        *(_digits(made.seed) if made.chance else ()),
        *_end_of(campaign, made),
    ]
    return letters.written(letters.checked(numbers))


def read_code(campaign: Campaign, text: str) -> Decoded | NoCode:
    """Return the playthrough that a code stands for, or what is wrong with it."""
    numbers = letters.read(text)
    if isinstance(numbers, Strange):
        return numbers
    if isinstance(numbers, Mistyped):
        return numbers if _is_here(campaign, numbers.meant) else Mistyped("")
    count = numbers[0]
    if count > MOST_ANSWERS:
        return OtherForm()
    if len(numbers) < _HEAD + count + _END:
        return Mistyped("")
    if numbers[1:3] != pair_of(campaign.outline.id):
        return ElsewhereMade()
    return _decoded(campaign, numbers, count)


def _is_here(campaign: Campaign, text: str) -> bool:
    """Return whether a code can be one of this campaign."""
    return bool(text) and isinstance(read_code(campaign, text), Decoded)


def _decoded(campaign: Campaign, numbers: tuple[int, ...], count: int) -> Decoded:
    answers, seed = numbers[_HEAD : _HEAD + count], numbers[_HEAD + count : -_END]
    remarks: list[Remark] = _versions(campaign, numbers[3])
    here = campaign.model.readings
    reading = next((one.id for one in here if pair_of(one.id) == numbers[4:_HEAD]), None)
    if reading is None:
        reading = here[0].id
        remarks.append(UnknownReading(reading))
    empty = Playthrough(
        campaign=campaign.outline.id,
        version=campaign.outline.version,
        seed=_number(seed) if seed else 1,
        chance=bool(seed),
        reading=reading,
    )
    made, stopped = _answered(campaign, empty, answers)
    changed = [] if stopped or _end_of(campaign, made) == numbers[-_END:] else [LeadsElsewhere()]
    return Decoded(made, (*remarks, *stopped, *changed))


def _versions(campaign: Campaign, made: int) -> list[Remark]:
    """Return a remark when the code is of another version of the campaign."""
    here = campaign.outline.version
    back = (here - made) % BASE
    if not back:
        return []
    return [OtherVersion(here - back if back < here else here - back + BASE, here)]


def _answered(
    campaign: Campaign, made: Playthrough, answers: Iterable[int]
) -> tuple[Playthrough, list[Remark]]:
    """Give the answers that are still there; return why it stopped before the end, if it did."""
    for turn, number in enumerate(answers):
        if turn == len(campaign.scenarios):
            return made, [TooManyAnswers(turn + 1, turn)]
        responses = campaign.scenarios[turn].decision.responses
        mark = ALPHABET[number]
        found = next((one.id for one in responses if mark_of(one) == mark), None)
        if found is None:
            return made, [UnknownMark(turn, mark)]
        made = made.answer(found)
    return made, []


def _end_of(campaign: Campaign, made: Playthrough) -> tuple[int, int]:
    """Return two numbers of the answers and of the state that they lead to."""
    steps = play(campaign, replace(made, version=campaign.outline.version)).steps
    return pair_of(" ".join([*made.line, *(one.fingerprint for one in steps[-1:])]))


def _digits(number: int) -> tuple[int, ...]:
    """Return a number to the base 31, at least one digit."""
    digits = [number % BASE]
    while number := number // BASE:
        digits.append(number % BASE)
    return tuple(reversed(digits))


def _number(digits: Iterable[int]) -> int:
    number = 0
    for one in digits:
        number = number * BASE + one
    return number
