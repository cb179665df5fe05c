"""Codes, secrets and keys."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from itertools import chain, repeat

import pytest

from game.campaign.marks import ALPHABET
from game.campaign.words import Id
from game.classroom import keys
from game.room.events import PupilId
from game.room.room import Pupil


def test_a_code_is_four_different_letters_that_are_no_word_and_no_other_letter() -> None:
    codes = [keys.new_code() for _ in range(500)]

    assert {*map(len, codes)} == {4}
    assert all(len({*one}) == 4 for one in codes)
    assert not {*"".join(codes)} & {*"AEIOUYL01"}
    assert not any(word in one for word in keys.UNWANTED for one in codes)


@pytest.mark.parametrize("unfit", ["BBCD", "FCKB", "KTMR"])
def test_a_code_that_is_taken_or_unfit_is_drawn_again(unfit: str) -> None:
    drawn = chain(unfit, "BCDF")

    def choose(_: Sequence[str]) -> str:
        return next(drawn)

    assert keys.new_code({"KTMR"}, choose) == "BCDF"


def test_secrets_are_long_enough_and_readable() -> None:
    secret, key = keys.new_secret(), keys.new_key()

    assert len(secret) == 10
    assert 31 ** len(key) >= 2**128
    assert {*secret, *key} <= {*ALPHABET}


def test_no_two_are_alike() -> None:
    for make in (keys.new_secret, keys.new_key, keys.new_pupil):
        assert len({make() for _ in repeat(None, 200)}) == 200


def test_what_is_typed_by_hand_is_what_was_given_out() -> None:
    secret = keys.new_secret()

    assert len(keys.spaced(secret)) == 11
    assert keys.typed(f"  {keys.spaced(secret).lower()}\n") == secret
    assert keys.typed("Ａ\u202eé") == ""


def test_a_pupil_is_found_by_the_secret_alone() -> None:
    pupils = [
        Pupil(PupilId(name), keys.digest(secret), name, Id("council"))
        for name, secret in (("ann", "SECRET2222"), ("ben", "SECRET3333"))
    ]

    assert keys.pupil_of(pupils, "SECRET3333") == "ben"
    assert keys.pupil_of(pupils, "SECRET4444") is None
    assert keys.pupil_of(pupils, "é") is None


def test_every_pupil_is_compared_whoever_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the time would tell where somebody stands in the list."""
    compared: list[str] = []

    def compare(one: str, other: str) -> bool:
        compared.append(other)
        return one == other

    monkeypatch.setattr(hmac, "compare_digest", compare)
    pupils = [Pupil(PupilId(name), keys.digest(name), name, Id("chair")) for name in "abc"]
    keys.pupil_of(pupils, "a")

    assert len(compared) == 3


@pytest.mark.parametrize(("given", "kept", "so"), [("A", "A", True), ("A", "B", False)])
def test_keys_are_the_same_or_not(given: str, kept: str, so: bool) -> None:
    assert keys.same(given, kept) is so
