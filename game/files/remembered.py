"""What outlives the saves: the names a player gave, and what was seen. One small readable file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path

from game.files.store import set_aside, write_whole
from game.frozen import dataclass
from game.playthrough.coverage import Seen
from game.playthrough.playthrough import Playthrough

NAME = "shelf.kept"
KIND = "six-telegrams shelf"
LARGEST = 1_000_000
"""Bytes the file may have."""
LONGEST = 40
"""Letters of a name that count."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The file as it was read."""

    names: Mapping[str, str] = field(default_factory=dict)
    """By `key_of` a playthrough."""
    seen: Mapping[str, Seen] = field(default_factory=dict)
    """By the id of a campaign."""


class Remembered:
    """The file in the folder of the saves."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.trouble: list[str] = []
        """A sentence for each time the file was damaged."""

    def read(self) -> Kept:
        """Return what is kept; a damaged file is set aside and nothing is kept then."""
        try:
            return _kept(self.path)
        except FileNotFoundError:
            pass
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            self._put_away(error)
        except OSError:
            pass  # whoever writes next hears of it
        return Kept()

    def note(self, campaign: str, seen: Seen) -> None:
        """Keep what was seen, if any of it is new.

        Raises:
            OSError: when it cannot be written.
        """
        kept = self.read()
        before = kept.seen.get(campaign, Seen())
        if before | seen != before:
            self._write(replace(kept, seen={**kept.seen, campaign: before | seen}))

    def name(self, made: Playthrough, name: str) -> None:
        """Keep a name for a playthrough; an empty one takes it away.

        Raises:
            OSError: when it cannot be written.
        """
        kept = self.read()
        others = {key: one for key, one in kept.names.items() if key != key_of(made)}
        given = {key_of(made): name[:LONGEST]} if name else {}
        self._write(replace(kept, names=others | given))

    def _write(self, kept: Kept) -> None:
        body = {
            "kind": KIND,
            "format": 1,
            "names": dict(kept.names),
            "seen": {
                name: {"answers": sorted(one.answers), "endings": sorted(one.endings)}
                for name, one in kept.seen.items()
            },
        }
        write_whole(self.path, json.dumps(body, ensure_ascii=False, indent=1) + "\n")

    def _put_away(self, error: Exception) -> None:
        try:
            place = set_aside(self.path)
        except OSError:
            place = self.path
        self.trouble.append(
            f"{NAME} could not be read ({error}). It lies at {place}; names are gone, and what was "
            "seen is counted from the saves that are there."
        )


def key_of(made: Playthrough) -> str:
    """Return what a playthrough is filed under."""
    luck = str(made.seed) if made.chance else "-"
    return "/".join((made.campaign, made.reading, luck, ",".join(made.line)))


def name_of(names: Mapping[str, str], made: Playthrough) -> str:
    """Return the name of a playthrough: its own, or the last it was given on the way."""
    ways = (replace(made, line=made.line[:count]) for count in range(len(made.line), -1, -1))
    return next((names[key_of(one)] for one in ways if key_of(one) in names), "")


def _kept(path: Path) -> Kept:
    if path.stat().st_size > LARGEST:
        message = "it is far too large"
        raise ValueError(message)
    given = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(given, dict) or given.get("kind") != KIND or given.get("format") != 1:
        message = "it was not written by this game"
        raise ValueError(message)
    seen = {
        str(name): Seen(frozenset(map(str, one["answers"])), frozenset(map(str, one["endings"])))
        for name, one in given["seen"].items()
    }
    return Kept({str(key): str(name)[:LONGEST] for key, name in given["names"].items()}, seen)
