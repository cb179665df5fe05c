"""The door to the player's documents: chronicles written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import platformdirs

from game.campaign.campaign import Campaign
from game.chronicle.chronicle import Chronicle
from game.chronicle.contents import chronicle_of
from game.chronicle.drawn import drawn
from game.chronicle.markdown import markdown
from game.chronicle.page import page
from game.files.paths import APP, assets
from game.files.store import write_whole
from game.playthrough.desk import Desk
from game.playthrough.playthrough import letters

DRAWN, SET = 0.2, 0.4
"""Which share of the work is done once the draws are there, and once all is said."""


def folder() -> Path:
    """Return where chronicles belong: among the player's documents, or else beside the saves."""
    theirs = platformdirs.user_documents_path()
    mine = platformdirs.user_data_path(APP, appauthor=False) / "chronicles"
    return theirs / APP if theirs.is_dir() else mine


def fonts() -> Path:
    """Return the folder of the faces a chronicle is set in."""
    return assets() / "fonts"


def keep(
    campaign: Campaign,
    desk: Desk,
    place: Path | None = None,
    watch: Callable[[float], None] = lambda _: None,
) -> str:
    """Write the chronicle of a desk as page and paper; return a sentence about it.

    A chronicle that is there already is not written over: the new one gets a number. `watch` is
    told from time to time which share is done.
    """
    where = place or folder()
    spread = drawn(campaign, desk.playthrough)
    watch(DRAWN)
    chronicle = chronicle_of(campaign, desk, spread)
    watch(SET)
    try:
        stem = _free(where, f"chronicle-{letters(campaign, desk.playthrough.line)}")
        _write(where / stem, chronicle, watch)
    except OSError as error:
        return f"The chronicle could not be kept: {error.strerror or error}."
    return f"Chronicle kept: {where / stem}.html, and the same as .pdf"


def keep_note(note: Chronicle, stem: str, place: Path | None = None) -> str:
    """Write a note as page and as Markdown; return a sentence about it.

    A note that is there already is not written over: the new one gets a number.
    """
    where = place or folder()
    try:
        name = _free(where, stem)
        write_whole(where / f"{name}.html", page(note))
        write_whole(where / f"{name}.md", markdown(note))
    except OSError as error:
        return f"The note could not be kept: {error.strerror or error}."
    return f"Note kept: {where / name}.html, and the same as .md"


def _write(path: Path, chronicle: Chronicle, watch: Callable[[float], None]) -> None:
    from game.chronicle.paper import paper  # noqa: PLC0415 - it is slow to load, and seldom wanted

    write_whole(path.with_suffix(".html"), page(chronicle))
    sheets = paper(chronicle, fonts(), watch=lambda share: watch(SET + (1 - SET) * share))
    write_whole(path.with_suffix(".pdf"), sheets)


def _free(where: Path, stem: str) -> str:
    """Return a name that no file has yet."""
    name, number = stem, 1
    while any((where / name).with_suffix(end).exists() for end in (".html", ".pdf", ".md")):
        number += 1
        name = f"{stem}-{number}"
    return name
