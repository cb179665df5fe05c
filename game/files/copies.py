"""Campaigns that were read and checked before, kept so that the next start need not do it again.

A copy is found by a hash over every file of the campaign and over the parts of the game that read
it: whatever changes, no older copy is taken. One that is damaged is as good as none. Copies lie in
the system's place for what may be thrown away at any time.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import platformdirs

from game.campaign.campaign import Campaign
from game.digests import blake2b
from game.files.garbage import uncollected
from game.files.paths import APP
from game.files.store import write_whole
from game.scenarios.plain import made, plain

READERS = (
    "campaign/*.py",
    "scenarios/*.py",
    "simulation/*.py",
    "widgets/portrait_words.py",
    "files/folder.py",
    "files/copies.py",
    "files/garbage.py",
    "digests.py",
    "frozen.py",
)
"""What of the game decides what comes of a campaign's files."""
KEPT = 4
"""Copies kept; older ones give way."""


def place() -> Path:
    """Return the folder of copies."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False)) / "campaigns"


def key_of(folder: Path) -> str | None:
    """Return the hash of all that a copy depends on; none where nothing can be kept."""
    try:
        files = [_told(path) for path in sorted(folder.glob("*.yaml"))]
    except OSError:
        return None
    readers = _readers()
    return _hash(b"".join((*files, *readers))) if files and readers else None


def find(key: str | None) -> Campaign | None:
    """Return the campaign that was kept under a key, if there is a sound copy."""
    if key is None:
        return None
    try:
        digest, _, text = (place() / f"{key}.json").read_bytes().partition(b"\n")
        if digest != _hash(text).encode():
            return None
        with uncollected():
            campaign: Campaign = made(Campaign, json.loads(text.decode()))
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None
    return campaign


def keep(key: str | None, folder: Path, campaign: Campaign) -> None:
    """Keep a copy of a campaign without problems, unless its files have changed meanwhile.

    A disk that cannot be written is no reason to stop.
    """
    if key is None or key != key_of(folder):
        return
    text = json.dumps(plain(campaign), ensure_ascii=False, separators=(",", ":"))
    with suppress(OSError):
        write_whole(place() / f"{key}.json", f"{_hash(text.encode())}\n{text}")
        by_age = sorted(place().glob("*.json"), key=lambda one: one.stat().st_mtime, reverse=True)
        for old in by_age[KEPT:]:
            old.unlink()


def _told(path: Path) -> bytes:
    """Return a file's name and the hash of what is in it.

    Raises:
        OSError: when it cannot be read, or is a link: where that leads is for the reader to judge.
    """
    if path.is_symlink():
        raise OSError
    return f"{path.name} {_hash(path.read_bytes())}\n".encode()


@lru_cache(maxsize=1)
def _readers() -> list[bytes]:
    """Return the same of the game's own reading parts; nothing when one has no source here."""
    here = Path(__file__).resolve().parents[1]
    found = [sorted(here.glob(pattern)) for pattern in READERS]
    return [_told(path) for paths in found for path in paths] if all(found) else []


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
