"""The secrets of a room: the code on the wall, the pupils' own, the teacher's key.

The code is no secret, only short. A pupil's secret is ten characters of the run codes' alphabet
(49 bits), typed in again on another telephone; the teacher's key has 128 bits and more. Of a
pupil's secret the host keeps a digest only.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

from game.campaign.marks import ALPHABET
from game.room.events import PupilId
from game.room.room import Pupil

CODE_LETTERS = "BCDFGHJKMNPQRSTVWXZ"
"""No vowels, so that no word comes out; no L, which looks like a 1."""
CODE_LENGTH = 4
UNWANTED = ("CNT", "DCK", "FCK", "NGR", "NSDP", "PRN", "SHT", "SS")
"""What a class would read as a word all the same."""
SECRET_LENGTH = 10
KEY_LENGTH = 26
"""Of 31 characters each: 128.8 bits."""
GROUP = 5
"""Characters written together."""
Choose = Callable[[Sequence[str]], str]
"""How a character is picked; `secrets.choice` outside tests."""


def new_code(taken: Iterable[str] = (), choose: Choose = secrets.choice) -> str:
    """Return four different letters for a room, not those of another one."""
    others = {*taken}
    while True:
        code = "".join(choose(CODE_LETTERS) for _ in range(CODE_LENGTH))
        fair = len({*code}) == CODE_LENGTH and not any(one in code for one in UNWANTED)
        if fair and code not in others:
            return code


def new_secret() -> str:
    """Return a secret for a pupil."""
    return _drawn(SECRET_LENGTH)


def new_key() -> str:
    """Return a key for the teacher."""
    return _drawn(KEY_LENGTH)


def new_pupil() -> PupilId:
    """Return a name for a pupil within a room; it tells nothing and opens nothing."""
    return PupilId(secrets.token_hex(4))


def spaced(secret: str) -> str:
    """Return a secret as one copies it by hand: `XXXXX-XXXXX`."""
    return "-".join(secret[at : at + GROUP] for at in range(0, len(secret), GROUP))


def typed(text: str) -> str:
    """Return what somebody typed as it was given out: capitals, without dashes and spaces."""
    return "".join(one for one in text[:80].upper() if one.isascii() and one.isalnum())


def digest(secret: str) -> str:
    """Return what is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


def same(given: str, kept: str) -> bool:
    """Return whether two secrets are the same, in a time that tells nothing."""
    return hmac.compare_digest(digest(given), digest(kept))


def pupil_of(pupils: Iterable[Pupil], secret: str) -> PupilId | None:
    """Return whose secret this is. Every pupil is compared, so that the time tells nothing."""
    given, found = digest(secret), None
    for one in pupils:
        if hmac.compare_digest(given, one.digest):
            found = one.id
    return found


def _drawn(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
