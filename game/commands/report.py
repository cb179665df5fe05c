"""`report`: the chronicle of a playthrough as a file, or one of its figures as a picture."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from game.campaign.campaign import Campaign
from game.chronicle.chronicle import Chronicle, Figure
from game.chronicle.contents import chronicle_of
from game.chronicle.drawn import Drawn, drawn
from game.chronicle.kept import fonts
from game.chronicle.page import page
from game.chronicle.tables import as_json, csv_files
from game.commands.campaigns import load
from game.commands.lines import playthrough_of
from game.commands.picture import png
from game.commands.written import write_all
from game.diagrams.layout import headed, on_a_page
from game.diagrams.svg import svg
from game.errors import Refused
from game.files.paths import saves as folder
from game.files.saves import DamagedSaveError, read
from game.playthrough.desk import Desk, Stage, replay_of
from game.playthrough.playthrough import Playthrough
from game.playthrough.resume import resume
from game.words import wording

KINDS = (".pdf", ".html", ".csv", ".json", ".png", ".svg")
OF_A_FIGURE = (".png", ".svg")
Files = dict[Path, str | bytes]


def run(given: Namespace) -> int:
    """Write the chronicle; return 0."""
    _check(given)
    campaign = load(given.campaign)
    desk, notices = _desk(campaign, given)
    replay = replay_of(campaign, desk)
    if replay.stopped:
        message = f"the line stops: {wording.refusal(campaign, replay.course, replay.stopped)}"
        raise Refused(message)
    if not replay.steps:
        message = "nothing has been answered yet; there is a chronicle from the first answer on"
        raise Refused(message)
    spread = drawn(campaign, desk.playthrough, given.draws)
    if given.draws and spread is None:
        hint = "pip install 'six-telegrams[ensemble]'"
        print(f"six-telegrams: without numpy no bands are drawn; {hint}", file=sys.stderr)
    files = _files(campaign, desk, spread, given, notices)
    write_all(files, force=given.force)
    print("\n".join(f"Written: {path}" for path in files))
    return 0


def _check(given: Namespace) -> None:
    """Refuse what is wrong before anything is computed."""
    kind = given.out.suffix.lower()
    if kind not in KINDS:
        message = f"{given.out} has none of the endings that can be written: {', '.join(KINDS)}"
        raise Refused(message, 2)
    if (kind in OF_A_FIGURE) != (given.figure is not None):
        message = "--figure NAME goes with --out FILE.png or FILE.svg, and each needs the other"
        raise Refused(message, 2)


# --- what is reported ---


def _desk(campaign: Campaign, given: Namespace) -> tuple[Desk, tuple[str, ...]]:
    """Return the playthrough that is named: a save by its file or its name, or a line."""
    path = _save_at(given)
    if path is None:
        return Desk(_line(campaign, given), Stage.CHRONICLE), ()
    if given.seed is not None or given.reading is not None or not given.chance:
        message = "a save has its own seed, reading and chance; give these options with a line"
        raise Refused(message, 2)
    return _saved(campaign, path)


def _line(campaign: Campaign, given: Namespace) -> Playthrough:
    """Return the playthrough that is named.

    Raises:
        Refused: when it is neither a line nor a save; the message says where saves lie.
    """
    try:
        return playthrough_of(campaign, given.what, given)
    except Refused as error:
        message = f"{error}; nor is there a save of that name in {given.saves or folder()}"
        raise Refused(message, error.status) from None


def _save_at(given: Namespace) -> Path | None:
    """Return the file of the save that is named; nothing where a line is meant."""
    path, name = Path(given.what), f"{given.what}.json"
    if path.suffix == ".json" or path.is_file():
        return path
    if "/" in name or "\\" in name:
        return path
    kept = (given.saves or folder()) / name
    return kept if kept.is_file() else None


def _saved(campaign: Campaign, path: Path) -> tuple[Desk, tuple[str, ...]]:
    """Return the desk of a save as far as it can be played, and what is to be told about it."""
    try:
        save = read(path)
    except DamagedSaveError as error:
        where = f"saves lie in {folder()}"
        message = f"{path} is no save: {error}; name a save's file, or a line; {where}"
        raise Refused(message) from None
    resumed = resume(campaign, save.desk, save.fingerprints)
    notices = tuple(wording.notice(campaign, one, resumed.desk) for one in resumed.notices)
    if resumed.desk is None:
        raise Refused(" ".join(notices))
    return resumed.desk, notices


# --- what is written ---


def _files(
    campaign: Campaign, desk: Desk, spread: Drawn | None, given: Namespace, notices: tuple[str, ...]
) -> Files:
    """Return every file by its place."""
    out: Path = given.out
    match out.suffix.lower():
        case ".csv":
            tables = csv_files(campaign, desk, spread)
            return {out.with_stem(out.stem + more): text for more, text in tables.items()}
        case ".json":
            return {out: as_json(campaign, desk, spread)}
        case _:
            return {out: _read_or_seen(campaign, desk, spread, given, notices)}


def _read_or_seen(
    campaign: Campaign, desk: Desk, spread: Drawn | None, given: Namespace, notices: tuple[str, ...]
) -> str | bytes:
    """Return the chronicle as page or paper, or one figure as a picture."""
    chronicle = chronicle_of(campaign, desk, spread, notices=notices)
    match given.out.suffix.lower():
        case ".pdf":
            from game.chronicle.paper import paper  # noqa: PLC0415 - it is slow to load

            return paper(chronicle, fonts())
        case ".html":
            return page(chronicle)
        case ".svg":
            return svg(headed(on_a_page(_figure(chronicle, given.figure).diagram)))
        case _:
            return png(_figure(chronicle, given.figure).diagram)


def _figure(chronicle: Chronicle, name: str) -> Figure:
    """Return a figure by its name.

    Raises:
        Refused: when there is none of that name; the message lists those there are.
    """
    figures = chronicle.figures()
    if name not in figures:
        message = f"no figure {name!r}; there are: {', '.join(figures)}"
        raise Refused(message, 2)
    return figures[name]
