"""Run codes: a playthrough in some letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.campaign.campaign import Campaign
from game.campaign.marks import ALPHABET, BASE, mark_of, pair_of
from game.campaign.words import Id, ResponseId
from game.playthrough import letters
from game.playthrough.code import (
    MOST_ANSWERS,
    SEEDS,
    Decoded,
    ElsewhereMade,
    LeadsElsewhere,
    OtherForm,
    OtherVersion,
    UnknownMark,
    UnknownReading,
    code_of,
    read_code,
)
from game.playthrough.letters import Mistyped, checked, written
from game.playthrough.playthrough import Playthrough, begin, history
from game.playthrough.refusals import TooManyAnswers

WAIT, GANGS, PRAY = map(ResponseId, ("wait", "ten-gangs", "pray"))
Change = Callable[..., Campaign]


def made(campaign: Campaign, *line: ResponseId, seed: int = 7, chance: bool = True) -> Playthrough:
    """Return a playthrough of the harbour."""
    return replace(begin(campaign, seed=seed, chance=chance, reading="fisherman"), line=line)


def code(campaign: Campaign, *line: ResponseId) -> str:
    """Return the code of one."""
    text = code_of(campaign, made(campaign, *line))
    assert text is not None
    return text


def renumbered(text: str, place: int, number: int) -> str:
    """Return a sound code with another number in one place."""
    numbers = numbers_of(text)
    return written(checked((*numbers[:place], number, *numbers[place + 1 :])))


@pytest.mark.parametrize("line", [(), (WAIT,), (GANGS, PRAY)])
@pytest.mark.parametrize(("seed", "chance"), [(0, True), (31, True), (SEEDS - 1, True), (1, False)])
def test_a_code_stands_for_its_playthrough(
    harbour: Campaign, line: tuple[ResponseId, ...], seed: int, *, chance: bool
) -> None:
    """With answers, seed, chance and reading; however many answers were given."""
    run = made(harbour, *line, seed=seed, chance=chance)

    assert read_code(harbour, str(code_of(harbour, run))) == Decoded(run, ())


def test_the_code_of_a_whole_campaign_is_short(shipped: Campaign) -> None:
    """Four groups of four; with a seed, a group more."""
    run = replace(begin(shipped, chance=False), line=history(shipped))

    assert len(str(code_of(shipped, run))) == len("ABCD-ABCD-ABCD-ABCD")
    assert len(str(code_of(shipped, replace(run, chance=True, seed=9999)))) < 24


def test_a_code_is_the_same_on_every_machine(harbour: Campaign) -> None:
    assert code(harbour, WAIT, PRAY) == "46W3-ZD3F-9FUJ-7"


def test_what_does_not_fit_a_code_has_none(harbour: Campaign) -> None:
    assert code_of(harbour, made(harbour, seed=SEEDS)) is None
    assert code_of(harbour, made(harbour, *[WAIT] * (MOST_ANSWERS + 1))) is None


@pytest.mark.parametrize("turns", range(7))
def test_every_slip_in_a_code_is_found(shipped: Campaign, turns: int) -> None:
    """Each character exchanged for each other one, and any two swapped: some thousand slips."""
    run = replace(begin(shipped, seed=9999), line=history(shipped, turns))
    right = letters.checked(numbers_of(str(code_of(shipped, run))))
    slips = set(exchanged(right)) | set(swapped(right))

    assert len(slips) > 400
    assert {type(read_code(shipped, written(one))) for one in slips} == {Mistyped}


def numbers_of(text: str) -> tuple[int, ...]:
    """Return the numbers of a sound code."""
    numbers = letters.read(text)
    assert isinstance(numbers, tuple)
    return numbers


def exchanged(row: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield a row with one number exchanged, in every way."""
    for place, here in enumerate(row):
        for other in set(range(BASE)) - {here}:
            yield (*row[:place], other, *row[place + 1 :])


def swapped(row: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield a row with two different numbers swapped, in every way."""
    for here, there in combinations(range(len(row)), 2):
        if row[here] != row[there]:
            middle = row[here + 1 : there]
            yield (*row[:here], row[there], *middle, row[here], *row[there + 1 :])


@given(st.text(max_size=40))
def test_any_text_is_a_code_or_has_a_reason(harbour: Campaign, text: str) -> None:
    assert read_code(harbour, text) is not None


@given(st.lists(st.integers(0, BASE - 1), min_size=1, max_size=28))
def test_any_sound_row_is_a_code_or_has_a_reason(harbour: Campaign, row: list[int]) -> None:
    assert read_code(harbour, written(checked(row))) is not None


def test_a_slip_is_put_right_if_that_gives_a_code_of_this_campaign(harbour: Campaign) -> None:
    right = code(harbour, WAIT)
    wrong = ("7" if right[0] != "7" else "8") + right[1:]

    assert read_code(harbour, wrong) == Mistyped(right)


def test_a_slip_is_not_put_right_into_another_campaign(harbour: Campaign) -> None:
    other = renumbered(code(harbour, WAIT), 1, 0)

    assert read_code(harbour, other.replace(other[-1], "X" if other[-1] != "X" else "Y", 1)) == (
        Mistyped("")
    )


def test_a_code_of_another_campaign_says_so(harbour: Campaign, shipped: Campaign) -> None:
    assert read_code(shipped, code(harbour, WAIT)) == ElsewhereMade()


def test_a_code_of_a_form_to_come_says_so(harbour: Campaign) -> None:
    assert read_code(harbour, renumbered(code(harbour, WAIT), 0, 16)) == OtherForm()


def test_a_code_without_its_end_is_no_code(harbour: Campaign) -> None:
    assert read_code(harbour, renumbered(code(harbour), 0, 15)) == Mistyped("")


@pytest.mark.parametrize(("here", "made"), [(3, 1), (2, 1), (40, 32)])
def test_a_code_of_another_version_names_the_nearest_it_can_mean(
    harbour: Campaign, changed: Change, here: int, made: int
) -> None:
    campaign = changed("campaign.yaml", "version: 1", f"version: {here}")
    found = read_code(campaign, code(harbour, WAIT))

    assert isinstance(found, Decoded)
    assert found.remarks == (OtherVersion(made, here),)
    assert found.playthrough.version == here


def test_a_code_of_a_later_version_says_so_too(harbour: Campaign, changed: Change) -> None:
    later = changed("campaign.yaml", "version: 1", "version: 3")
    found = read_code(harbour, code(later, WAIT))

    assert isinstance(found, Decoded)
    assert found.remarks == (OtherVersion(3, 1),)


def test_an_option_inserted_above_changes_nothing(harbour: Campaign, changed: Change) -> None:
    text = (
        "    dance:\n      title: Dance\n      mark: D\n"
        "      order: x\n      cost: x\n      reply: x\n"
    )
    text += "      backing: {text: x, grade: invented}\n      commands: []\n    wait:\n"
    campaign = changed("first-winter.yaml", "    wait:\n", text)

    found = read_code(campaign, code(harbour, PRAY))

    assert found == Decoded(made(campaign, PRAY), ())


def test_an_option_renamed_stops_the_line_before_it(harbour: Campaign, changed: Change) -> None:
    campaign = changed("second-winter.yaml", "    pray:\n", "    hope:\n")
    mark = mark_of(harbour.scenarios[1].decision.responses[2])

    found = read_code(campaign, code(harbour, GANGS, PRAY))

    assert found == Decoded(made(campaign, GANGS), (UnknownMark(1, mark),))


def test_a_campaign_that_lost_a_telegram_keeps_what_fits(
    harbour: Campaign, changed: Change
) -> None:
    campaign = changed("campaign.yaml", "[first-winter, second-winter]", "[first-winter]")

    found = read_code(campaign, code(harbour, WAIT, PRAY))

    assert found == Decoded(made(campaign, WAIT), (TooManyAnswers(2, 1),))


def test_a_parameter_changed_is_noticed(harbour: Campaign, changed: Change) -> None:
    """The same answers lead elsewhere."""
    campaign = changed("model.yaml", "value: 60\n", "value: 55\n")

    found = read_code(campaign, code(harbour, GANGS))

    assert found == Decoded(made(campaign, GANGS), (LeadsElsewhere(),))


def test_a_text_changed_is_not(harbour: Campaign, changed: Change) -> None:
    campaign = changed("first-winter.yaml", "      title: Wait\n", "      title: Stay\n")

    assert read_code(campaign, code(harbour, WAIT)) == Decoded(made(campaign, WAIT), ())


def test_a_reading_that_is_gone_is_stood_in_for(harbour: Campaign) -> None:
    gone = next(one for one in range(BASE) if one != pair_of(Id("fisherman"))[0])
    text = renumbered(code(harbour), 4, gone)
    found = read_code(harbour, text)

    assert isinstance(found, Decoded)
    assert found.remarks == (UnknownReading(Id("engineer")),)
    assert found.playthrough.reading == "engineer"


def test_responses_of_the_shipped_campaign_have_marks_of_their_own(shipped: Campaign) -> None:
    for scenario in shipped.scenarios:
        marks = [mark_of(one) for one in scenario.decision.responses]
        assert len(set(marks)) == len(marks)
        assert set(marks) <= set(ALPHABET)
