"""The office with real saves, settings and sound."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.campaign.campaign import Campaign
from game.campaign.soundscape import Ambience
from game.errand import Errands, Watch
from game.files import saves as on_disk
from game.files import settings as kept
from game.files.remembered import Remembered, name_of
from game.files.settings import Settings, shares
from game.playthrough.code import FRESH_SEEDS
from game.playthrough.coverage import Seen, seen_at
from game.playthrough.desk import Desk
from game.playthrough.surroundings import Surroundings
from game.screens.menus.title import TitleScreen
from game.screens.screen import Office, ShelfRow
from game.window import clipboard, pictures
from game.window.sound import Sound

if TYPE_CHECKING:
    from game.chronicle.chronicle import Chronicle


class DiskShelf:
    """The saves in a folder, as screens see them."""

    def __init__(self, campaign: Campaign, folder: Path) -> None:
        self.campaign = campaign
        self.saves = on_disk.Saves(folder)
        self.remembered = Remembered(folder)
        self._found: dict[str, on_disk.Save] = {}
        self._aside: list[str] = []
        self._seen: dict[Desk, Seen] = {}
        """What each save has seen, once it was found out."""

    def rows(self) -> tuple[ShelfRow, ...]:
        """Return every save, newest first."""
        found, aside = self.saves.all()
        self._found = {one.path.name: one for one in found}
        if aside:
            from game.words import wording  # noqa: PLC0415 - the title comes sooner without it

            self._aside += [wording.set_aside(one.name, one.why, str(one.place)) for one in aside]
        names = self.remembered.read().names
        return tuple(
            replace(row_of(one), name=name_of(names, one.desk.playthrough)) for one in found
        )

    def aside(self) -> tuple[str, ...]:
        """Return a sentence for each file that was set aside."""
        return (*self._aside, *self.remembered.trouble)

    def write(self, desk: Desk) -> str:
        """Save the desk; return a sentence about it."""
        try:
            path = self.saves.write(self.campaign, desk)
        except OSError as error:
            return f"It could not be saved: {error.strerror or error}."
        return f"Saved as {path.name}."

    def remove(self, row: ShelfRow) -> str:
        """Delete a save; one that the system holds on to stays, and the answer says why."""
        try:
            if row.key in self._found:
                self.saves.remove(self._found[row.key])
        except OSError as error:
            return f"It could not be deleted: {error.strerror or error}."
        return ""

    def rename(self, row: ShelfRow, name: str) -> str:
        """Give the playthrough of a save a name; return what went wrong, or nothing."""
        try:
            self.remembered.name(row.desk.playthrough, name)
        except OSError as error:
            return f"The name could not be kept: {error.strerror or error}."
        return ""

    def seen(self) -> Seen:
        """Return what was seen so far: as it was kept, and in the saves that are there."""
        kept = self.remembered.read().seen.get(self.campaign.outline.id, Seen())
        for save in self._found.values():
            if save.desk not in self._seen:
                self._seen[save.desk] = seen_at(self.campaign, save.desk)
            kept |= self._seen[save.desk]
        return kept


class Ears:
    """What the player hears: by the volumes set, and only while the window is in front."""

    def __init__(self, sound: Sound, settings: Settings) -> None:
        self.sound = sound
        self.settings = settings
        self.is_front = True
        self._mix()

    def follow(self, settings: Settings) -> None:
        """Take over new settings."""
        self.settings = settings
        self._mix()

    def front(self, is_front: bool) -> None:  # noqa: FBT001 - it is the whole message
        """Take note of whether the window is in front of others."""
        self.is_front = is_front
        self._mix()

    def around(self, heard: Surroundings) -> None:
        """Let something else go round."""
        silent = heard.ambience is Ambience.SILENCE
        self.sound.around("ambience", None if silent else str(heard.ambience))
        self.sound.around("music", heard.bed)

    def _mix(self) -> None:
        self.sound.mix(shares(self.settings, front=self.is_front))


def row_of(save: on_disk.Save) -> ShelfRow:
    """Return a save as a row of the list."""
    when = f"{save.saved_at.astimezone():%d.%m.%Y %H:%M}"
    return ShelfRow(save.path.name, save.title, when, save.automatic, save.desk, save.fingerprints)


def _keeping(keeper: on_disk.Keeper) -> Callable[[Desk], str]:
    """Return what keeps a desk and says what went wrong, or nothing."""

    def keep(desk: Desk) -> str:
        try:
            keeper.keep(desk)
        except OSError as error:
            return f"The disk says: {error.strerror or error}."
        return ""

    return keep


def _kept_chronicle(campaign: Campaign, errands: Errands, desk: Desk) -> str:
    """Begin to keep the chronicle of a desk beside the game; return a sentence about it."""

    def do(watch: Watch) -> str:
        from game.chronicle.kept import keep  # noqa: PLC0415 - few keep it, and it needs much

        return keep(campaign, desk, watch=watch)

    return errands.begin("Keeping the chronicle", do)


def _kept_note(note: Chronicle, stem: str) -> str:
    """Keep a note; return a sentence about it."""
    from game.chronicle.kept import keep_note  # noqa: PLC0415 - few keep one

    return keep_note(note, stem)


def _take_over(office: Office, ears: Ears, new: Settings) -> None:
    """Play on with other settings and keep them."""
    before, office.settings = office.settings, new
    ears.follow(new)
    if replace(new, **kept.kept_of(before, *kept.PLACE)) != before:
        kept.save(new, kept.file())  # a place is kept at the end: a drag tells of hundreds


def office_on_disk(campaign: Campaign, settings: Settings, sound: Sound, folder: Path) -> Office:
    """Return the office of a campaign, with the saves in a folder."""
    ears, errands = Ears(sound, settings), Errands()

    office = Office(
        campaign=campaign,
        settings=settings,
        keep=_keeping(on_disk.Keeper(on_disk.Saves(folder), campaign)),
        change=lambda new: _take_over(office, ears, new),
        play=sound.play,
        shelf=DiskShelf(campaign, folder),
        title=lambda: TitleScreen(office),
        picture=pictures.keep,
        chronicle=partial(_kept_chronicle, campaign, errands),
        errands=errands,
        note=_kept_note,
        seed=lambda: int.from_bytes(os.urandom(8)) % FRESH_SEEDS,
        copy=clipboard.copy,
        pasted=clipboard.pasted,
        around=ears.around,
        go_on=sound.go_on,
        front=ears.front,
    )
    return office
