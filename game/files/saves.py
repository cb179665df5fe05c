"""The player's saves: one readable JSON file each, in one folder.

A save keeps the answers and where the player sits, never a state: that is computed again. What
cannot be read is set aside with a reason and never deleted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ResponseId
from game.files.remembered import Remembered
from game.files.store import set_aside, write_whole
from game.frozen import dataclass
from game.playthrough.coverage import seen_at
from game.playthrough.desk import Desk, Guess, Notes, Stage, scenario_of
from game.playthrough.playthrough import Playthrough, continues
from game.playthrough.replay import play

KIND = "six-telegrams save"
FORMAT = 1
LARGEST = 100_000
"""Bytes a save may have; a real one has some two thousand."""
KEPT = 60
"""Autosaves on the way to a later one that are kept; older ones give way. The last autosave of a
playthrough in which something was answered never does."""
ID = re.compile(r"[A-Za-z0-9]+([-_:][A-Za-z0-9]+)*\Z")


class DamagedSaveError(ValueError):
    """A file that is no save of this game; the message says why."""


@dataclass(frozen=True, slots=True)
class Save:
    """A save as it was read."""

    path: Path
    saved_at: datetime
    desk: Desk
    fingerprints: tuple[str, ...]
    """Of the states its answers led to when it was written."""
    title: str
    """Where the player was, in words, as it was when saved."""

    @property
    def automatic(self) -> bool:
        """Return whether the game wrote it by itself."""
        return self.path.stem.startswith("auto-")


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that was no save, why, and where it is now."""

    name: str
    why: str
    place: Path


class Saves:
    """The saves in one folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def keep(self, campaign: Campaign, desk: Desk, run: str) -> Path:
        """Write the autosave of a playthrough: one file for each answer given in it.

        Raises:
            OSError: when it cannot be written.
        """
        path = self.path / f"auto-{run}-{len(desk.playthrough.line)}.json"
        write_whole(path, text_of(campaign, desk))
        self._thin_out()
        return path

    def write(self, campaign: Campaign, desk: Desk, name: str | None = None) -> Path:
        """Write a save of the player's own; without a name it is called by the time.

        Raises:
            OSError: when it cannot be written.
        """
        stem = name or f"save-{stamp()}"
        path = self.path / f"{stem}.json"
        write_whole(path, text_of(campaign, desk))
        return path

    def remove(self, save: Save) -> None:
        """Delete a save that the player no longer wants."""
        save.path.unlink(missing_ok=True)

    def all(self) -> tuple[tuple[Save, ...], tuple[SetAside, ...]]:
        """Return the saves, newest first, and what was set aside because it is none."""
        saves, aside = [], []
        for path in sorted(self.path.glob("*.json")) if self.path.is_dir() else ():
            try:
                saves.append(read(path))
            except DamagedSaveError as error:
                aside.append(_moved(path, str(error)))
        newest_first = sorted(saves, key=lambda one: (one.saved_at, one.path.name), reverse=True)
        return tuple(newest_first), tuple(aside)

    def _thin_out(self) -> None:
        with suppress(OSError):  # the new save is safe; another window may be thinning out too
            passed = on_the_way(self.path.glob("auto-*.json"))
            for path in sorted(passed, key=lambda path: path.stat().st_mtime)[:-KEPT]:
                path.unlink(missing_ok=True)


class Keeper:
    """Writes the autosaves of one player: one file for each answer of each run."""

    def __init__(self, saves: Saves, campaign: Campaign) -> None:
        self.saves = saves
        self.campaign = campaign
        self.last: Desk | None = None
        """What was kept last."""
        self._run = stamp()
        self.remembered = Remembered(saves.path)

    def keep(self, desk: Desk) -> None:
        """Write the autosave of a desk, unless it is the one kept last.

        Where nothing has been answered yet, a campaign begun anew takes the place of the last one.

        Raises:
            OSError: when it cannot be written.
        """
        if desk == self.last:
            return
        before, now = self.last.playthrough if self.last else None, desk.playthrough
        if before and (before.line or now.line) and not continues(before, now):
            self._run = stamp()
        self.saves.keep(self.campaign, desk, self._run)
        self.last = desk
        with suppress(OSError):  # the step is saved; what was seen is counted from saves too
            self.remembered.note(self.campaign.outline.id, seen_at(self.campaign, desk))


def on_the_way(autosaves: Iterable[Path]) -> list[Path]:
    """Return the autosaves that are not the last of their run, and those without an answer."""
    runs: dict[str, list[tuple[int, Path]]] = {}
    for path in autosaves:
        run, _, answers = path.stem.rpartition("-")
        runs.setdefault(run, []).append((int(answers) if answers.isdecimal() else 0, path))
    last = [max(found) for found in runs.values()]
    kept = {path for answers, path in last if answers}
    return [path for found in runs.values() for _, path in found if path not in kept]


def stamp() -> str:
    """Return the present moment as part of a file's name."""
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")


def text_of(campaign: Campaign, desk: Desk) -> str:
    """Return a save's text."""
    made = desk.playthrough
    replay = play(campaign, made)
    body = {
        "kind": KIND,
        "format": FORMAT,
        "saved_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "title": title_of(campaign, desk),
        "campaign": made.campaign,
        "version": made.version,
        "line": list(made.line),
        "seed": made.seed,
        "chance": made.chance,
        "reading": made.reading,
        "fingerprints": [step.fingerprint for step in replay.steps],
        "stage": desk.stage,
        "notes": [
            {
                "asked": list(note.asked),
                "guesses": [[one.estimate, one.answer, one.confidence] for one in note.guesses],
            }
            for note in desk.notes
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def title_of(campaign: Campaign, desk: Desk) -> str:
    """Return where the player is, in a few words."""
    if desk.stage is Stage.OPENING:
        return "Before the first telegram"
    if desk.stage is Stage.CHRONICLE:
        return "The chronicle"
    return f"Telegram {desk.turn + 1}: {scenario_of(campaign, desk).title}, {desk.stage}"


def read(path: Path) -> Save:
    """Return the save in a file.

    Raises:
        DamagedSaveError: when it is none.
    """
    try:
        if path.stat().st_size > LARGEST:
            message = "it is far too large for a save"
            raise DamagedSaveError(message)
        given = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"it cannot be read ({error.strerror})"
        raise DamagedSaveError(message) from error
    except (ValueError, RecursionError) as error:
        if isinstance(error, DamagedSaveError):
            raise
        message = "it is not whole"
        raise DamagedSaveError(message) from error
    return _save(path, given)


def _save(path: Path, given: object) -> Save:
    if not isinstance(given, dict) or given.get("kind") != KIND:
        message = "it was not written by this game"
        raise DamagedSaveError(message)
    if given.get("format") != FORMAT:
        message = f"its format is {given.get('format')!r}; this game reads {FORMAT}"
        raise DamagedSaveError(message)
    try:
        return Save(
            path,
            datetime.fromisoformat(given["saved_at"]).astimezone(UTC),
            _desk(given),
            tuple(map(_word, _list(given["fingerprints"]))),
            _word(given["title"]),
        )
    except (LookupError, TypeError, ValueError, OverflowError) as error:
        message = f"a part of it is missing or wrong ({error})"
        raise DamagedSaveError(message) from error


def _desk(given: dict[str, object]) -> Desk:
    playthrough = Playthrough(
        campaign=_id(given["campaign"]),
        version=_count(given["version"], 10**6),
        line=tuple(ResponseId(_id(one)) for one in _list(given["line"])),
        seed=_count(given["seed"], 10**18),
        chance=_switch(given["chance"]),
        reading=_id(given["reading"]),
    )
    notes = tuple(_note(one) for one in _list(given["notes"]))
    return Desk(playthrough, Stage(str(given["stage"])), notes)


def _note(given: object) -> Notes:
    if not isinstance(given, dict):
        message = "a note is no mapping"
        raise TypeError(message)
    guesses = tuple(
        Guess(_id(one[0]), _count(one[1], 20), _count(one[2], 100))
        for one in map(_list, _list(given["guesses"]))
    )
    return Notes(tuple(_id(one) for one in _list(given["asked"])), guesses)


def _id(given: object) -> Id:
    if not isinstance(given, str) or not ID.match(given) or len(given) > 60:
        message = f"{str(given)[:40]!r} is not an id"
        raise ValueError(message)
    return Id(given)


def _word(given: object) -> str:
    """Return a short text as it can be shown, whatever was in it."""
    if not isinstance(given, str):
        message = f"{str(given)[:40]!r} is not a text"
        raise TypeError(message)
    return given[:200].encode("utf-8", "replace").decode()


def _count(given: object, most: int) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or not 0 <= given <= most:
        message = f"{str(given)[:40]!r} is not a number from 0 to {most}"
        raise ValueError(message)
    return given


def _switch(given: object) -> bool:
    if not isinstance(given, bool):
        message = f"{str(given)[:40]!r} is neither true nor false"
        raise TypeError(message)
    return given


def _list(given: object) -> list[object]:
    if not isinstance(given, list) or len(given) > 100:
        message = "a list is missing"
        raise TypeError(message)
    return given


def _moved(path: Path, why: str) -> SetAside:
    try:
        return SetAside(path.name, why, set_aside(path))
    except OSError:
        return SetAside(path.name, why, path)
