"""How a council decides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.campaign.words import Id, ResponseId
from game.room.ways import COUNTED_BY_HAND, RULES, Because, Count, Voice, Way, count

A, B, C = map(ResponseId, "abc")
TABLE = (A, B, C)
CHAIR, ARMY, BASES = map(Id, ("chair", "army", "bases"))
VOICES = st.lists(
    st.builds(Voice, st.sampled_from((CHAIR, ARMY, BASES)), st.sampled_from(TABLE)), max_size=9
).map(tuple)


def counted(way: Way, *spoken: tuple[Id, ResponseId]) -> Count:
    """Count what seats said."""
    return count(way, TABLE, tuple(Voice(*one) for one in spoken), chair=CHAIR)


def test_most_voices_decide_where_each_has_one() -> None:
    found = counted(Way.EACH, (ARMY, A), (ARMY, B), (BASES, B))
    assert (found.decided, found.because) == (B, Because.MOST)


def test_a_tie_is_broken_by_the_chair_that_spoke_for_one_of_the_tied() -> None:
    found = counted(Way.EACH, (ARMY, A), (CHAIR, B))
    assert (found.decided, found.because) == (B, Because.CHAIR_BROKE_TIE)


def test_a_tie_stays_open_when_the_chair_spoke_for_something_else() -> None:
    found = counted(Way.EACH, (ARMY, A), (ARMY, A), (BASES, B), (BASES, B), (CHAIR, C))
    assert (found.decided, found.tied, found.because) == (None, (A, B), Because.TIED)


def test_a_seat_has_one_voice_however_many_share_it() -> None:
    found = counted(Way.SEAT, (ARMY, A), (ARMY, A), (ARMY, A), (BASES, B), (CHAIR, B))
    assert found.tally == ((A, 1), (B, 2), (C, 0))
    assert found.decided == B


def test_a_seat_that_is_split_has_no_voice() -> None:
    found = counted(Way.SEAT, (ARMY, A), (ARMY, B), (BASES, C))
    assert found.tally == ((A, 0), (B, 0), (C, 1))


def test_the_chair_decides_against_all_advice() -> None:
    found = counted(Way.CHAIR, (ARMY, A), (BASES, A), (CHAIR, C))
    assert (found.decided, found.because) == (C, Because.CHAIR)


def test_without_a_chair_most_advice_decides() -> None:
    found = counted(Way.CHAIR, (ARMY, A), (BASES, A), (BASES, C))
    assert (found.decided, found.because) == (A, Because.MOST)


def test_a_council_that_agrees_has_decided() -> None:
    found = counted(Way.UNANIMOUS, (ARMY, B), (CHAIR, B))
    assert (found.decided, found.because) == (B, Because.AGREED)


def test_a_council_that_cannot_agree_leaves_it_to_the_chair() -> None:
    found = counted(Way.UNANIMOUS, (ARMY, B), (CHAIR, A))
    assert (found.decided, found.because) == (A, Because.CHAIR)


def test_a_council_that_cannot_agree_and_has_no_chair_is_split() -> None:
    found = counted(Way.UNANIMOUS, (ARMY, B), (BASES, A))
    assert (found.decided, found.tied, found.because) == (None, (A, B), Because.SPLIT)


@pytest.mark.parametrize("way", COUNTED_BY_HAND)
def test_hands_and_slips_are_what_was_typed_in(way: Way) -> None:
    found = count(way, TABLE, (Voice(CHAIR, A),), chair=CHAIR, typed={B: 12, C: 9})
    assert found.tally == ((A, 0), (B, 12), (C, 9))
    assert found.decided == B


@pytest.mark.parametrize("way", Way)
def test_where_nobody_spoke_everything_on_the_table_may_be_sent(way: Way) -> None:
    found = counted(way)
    assert (found.decided, found.tied, found.because) == (None, TABLE, Because.SILENT)


def test_a_voice_for_something_off_the_table_is_not_heard() -> None:
    found = count(Way.EACH, (A, B), (Voice(ARMY, C),), chair=CHAIR)
    assert found.because is Because.SILENT


@given(st.sampled_from(Way), VOICES)
def test_a_count_decides_or_says_between_what(way: Way, voices: tuple[Voice, ...]) -> None:
    found = count(way, TABLE, voices, chair=CHAIR)
    assert (found.decided is None) == bool(found.tied)
    assert [one for one, _ in found.tally] == list(TABLE)


@given(st.sampled_from(Way), VOICES, st.randoms(use_true_random=False))
def test_the_order_of_voices_does_not_matter(
    way: Way, voices: tuple[Voice, ...], luck: object
) -> None:
    mixed = list(voices)
    luck.shuffle(mixed)  # type: ignore[attr-defined]
    assert count(way, TABLE, tuple(mixed), chair=CHAIR) == count(way, TABLE, voices, chair=CHAIR)


def test_every_way_has_its_rule_in_words() -> None:
    assert set(RULES) == set(Way)
