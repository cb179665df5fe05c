"""Hash functions without the rest of what `hashlib` loads."""

from __future__ import annotations

import hashlib
import importlib
import sys

import pytest

from game import digests


def test_they_are_those_of_the_standard_library() -> None:
    """Copies, run codes and fingerprints of other versions are still found."""
    assert digests.blake2b(b"dike", digest_size=6).hexdigest() == (
        hashlib.blake2b(b"dike", digest_size=6).hexdigest()
    )
    assert digests.shake_128(b"dike").digest(9) == hashlib.shake_128(b"dike").digest(9)


def test_a_python_without_its_own_has_them_from_the_standard_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "_blake2", None)
        other = importlib.reload(digests)
        found = other.blake2b

    importlib.reload(digests)

    assert found is hashlib.blake2b
