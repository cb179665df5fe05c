"""Letters that survive being read out loud."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.campaign.marks import ALPHABET, BASE
from game.playthrough.letters import LONGEST, Mistyped, Strange, checked, read, written

rows = st.lists(st.integers(0, BASE - 1), min_size=1, max_size=LONGEST - 2).map(tuple)


@given(rows)
def test_a_code_is_read_back(row: tuple[int, ...]) -> None:
    assert read(written(checked(row))) == row


@given(rows)
def test_case_and_what_stands_between_mean_nothing(row: tuple[int, ...]) -> None:
    code = written(checked(row))

    assert read(f"  {code.lower().replace('-', ' ')}\n") == row


@given(rows, st.data())
def test_one_wrong_character_is_found_and_put_right(
    row: tuple[int, ...], data: st.DataObject
) -> None:
    right = checked(row)
    place = data.draw(st.integers(0, len(right) - 1))
    other = data.draw(st.integers(0, BASE - 1).filter(lambda one: one != right[place]))

    assert read(written((*right[:place], other, *right[place + 1 :]))) == Mistyped(written(right))


@given(rows, st.data())
def test_two_swapped_characters_are_found_wherever_they_stand(
    row: tuple[int, ...], data: st.DataObject
) -> None:
    right = checked(row)
    pairs = [two for two in combinations(range(len(right)), 2) if len({right[n] for n in two}) == 2]
    assume(pairs)
    here, there = data.draw(st.sampled_from(pairs))
    swapped = list(right)
    swapped[here], swapped[there] = right[there], right[here]

    assert isinstance(read(written(swapped)), Mistyped)


def test_a_swap_of_neighbours_is_put_right_when_only_one_explains_it() -> None:
    right = checked((4, 9, 20))
    swapped = (right[0], right[2], right[1], *right[3:])

    assert read(written(swapped)) == Mistyped(written(right))


def test_a_swap_that_several_neighbours_explain_is_left_to_the_reader() -> None:
    right = checked((4, 9, 9, 4, 20))
    swapped = (9, 4, *right[2:])

    assert read(written(swapped)) == Mistyped("")


@pytest.mark.parametrize("letter", "0O1ILol!é")
def test_a_character_that_looks_like_another_is_named_with_its_place(letter: str) -> None:
    assert read(f"23-4{letter}5") == Strange(letter.upper(), 4)


@pytest.mark.parametrize("text", ["", "-", "22", "2" * 31])
def test_too_few_and_too_many_characters_are_no_code(text: str) -> None:
    assert read(text) == Mistyped("")


def test_a_row_may_not_be_longer_than_its_checks_can_bear() -> None:
    with pytest.raises(ValueError, match="at most 30"):
        checked([0] * (LONGEST - 1))


def test_no_character_looks_like_another() -> None:
    assert not set("0O1IL") & set(ALPHABET)
    assert len(set(ALPHABET)) == BASE == 31
