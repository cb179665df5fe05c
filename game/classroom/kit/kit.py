"""The whole kit: every file of it, by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from game.campaign.campaign import Campaign
from game.campaign.classroom import Seat
from game.chronicle.chronicle import Chronicle, Section, Table, Words
from game.chronicle.paper import paper
from game.chronicle.sheets import PaperSize, Sheets
from game.classroom.kit.cards import ballots, consequences, forecasts, private, roles
from game.classroom.kit.slips import Slip, cut_out
from game.classroom.kit.texts import PRIVACY, key, notice, plans, sheet
from game.frozen import dataclass
from game.room.seating import seats_filled


@dataclass(frozen=True, slots=True)
class Order:
    """What is printed."""

    turns: tuple[int, ...]
    """The telegrams that are played, from 0."""
    pupils: int
    size: PaperSize


@dataclass(frozen=True, slots=True)
class File:
    """A file of the kit and how often it is printed."""

    name: str
    what: str
    copies: str
    content: bytes


def kit(campaign: Campaign, order: Order, fonts: Path) -> Iterator[File]:
    """Yield the files of the kit, one after another; the first tells of all others.

    Args:
        campaign: what is played.
        order: which telegrams, how many pupils, which paper.
        fonts: the folder with the game's faces.
    """
    seats = seats_filled(campaign, order.pupils)
    made = tuple(_files(campaign, order, seats, fonts))
    first = paper(_first(campaign, order, made), fonts, order.size)
    yield File("0-read-me-first.pdf", "this page", "once", first)
    yield from made


def _files(campaign: Campaign, order: Order, seats: Sequence[Seat], fonts: Path) -> Iterator[File]:
    yield File(
        "1-lesson-plans.pdf",
        "45, 60 or 90 minutes",
        "once, for you",
        paper(plans(campaign), fonts, order.size),
    )
    yield File(
        "2-teachers-key.pdf",
        "answers, record, debrief",
        "once, for you",
        paper(key(campaign, order.turns), fonts, order.size),
    )
    each = -(-order.pupils // max(len(seats), 1))
    yield File(
        "3-role-cards.pdf",
        "who sits where",
        f"{each} times, cut out",
        _cut(campaign, order, fonts, list(roles(campaign, seats)), (2, 3)),
    )
    for turn in order.turns:
        yield from _of_telegram(campaign, order, seats, fonts, turn)
    yield _notice(campaign, order, fonts)


def _notice(campaign: Campaign, order: Order, fonts: Path) -> File:
    return File(
        "9-privacy-notice.pdf",
        "who keeps what, and for how long",
        "once, if there are telephones",
        paper(notice(campaign), fonts, order.size),
    )


def _of_telegram(
    campaign: Campaign, order: Order, seats: Sequence[Seat], fonts: Path, turn: int
) -> Iterator[File]:
    number, each = turn + 1, -(-order.pupils // max(len(seats), 1))
    yield File(
        f"4-telegram-{number}.pdf",
        "news, telegram, council, responses",
        f"{order.pupils} times, or one for two",
        paper(sheet(campaign, turn), fonts, order.size),
    )
    slips = (
        ("5-private-cards", "what each seat alone knows", f"{each} times, cut out",
         private(campaign, seats, turn), (2, 4)),
        ("6-ballots", "a slip for each pupil", "once, cut out",
         ballots(campaign, turn, order.pupils), (2, 3)),
        ("7-forecasts", "50 points for each pupil", "once, cut out",
         forecasts(campaign, turn, order.pupils), (2, 3)),
        ("8-consequences", "read out the one that was sent", "once, cut out",
         consequences(campaign, turn), (1, 2)),
    )  # fmt: skip
    for stem, what, copies, found, grid in slips:
        listed = list(found)
        if listed:
            content = _cut(campaign, order, fonts, listed, grid)
            yield File(f"{stem}-{number}.pdf", what, copies, content)


def _cut(
    campaign: Campaign, order: Order, fonts: Path, slips: list[Slip], grid: tuple[int, int]
) -> bytes:
    sheets = Sheets(fonts, str(campaign.outline.title), order.size, begin=False)
    cut_out(sheets, slips, *grid)
    return sheets.written()


def _first(campaign: Campaign, order: Order, made: Sequence[File]) -> Chronicle:
    listed = ", ".join(str(turn + 1) for turn in order.turns)
    telegrams = f"telegram {listed}" if len(order.turns) == 1 else f"telegrams {listed}"
    more = f" {ENOUGH}" if len(order.turns) > 1 else ""
    words = (
        f"For {order.pupils} pupils and {telegrams}. Everything is black on white; cut along the "
        f"dashes.{more}"
    )
    rows = tuple(kinds(made))
    sections = (
        Section("print", "What to print", (Words(words), Table("Files", FILES_HEAD, rows))),
        Section("how", "How it goes", tuple(map(Words, HOW))),
        Section("privacy", "Privacy", (Words(PRIVACY),)),
    )
    title = f"{campaign.outline.title}: a lesson on paper"
    note = str(campaign.outline.content_note)
    return Chronicle(title, "Read this first", note, (), sections, ())


def kinds(made: Sequence[File]) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each kind of file; those of several telegrams share one."""
    told = {f"{one.name[0]}{one.what}": one for one in reversed(made)}
    for first in reversed(told.values()):
        same = [one.name for one in made if (one.name[0], one.what) == (first.name[0], first.what)]
        names = same[0] if len(same) == 1 else f"{same[0]} to {same[-1].rsplit('-', 1)[-1]}"
        yield names, first.what, first.copies


ENOUGH = (
    "A lesson of 45 minutes needs one telegram: print only the files with its number, and of the "
    "key the pages about it."
)
FILES_HEAD = ("File", "What it is", "Print")
HOW = (
    "Read the content note aloud. Hand out the role cards and let each seat read its own.",
    (
        "For each telegram: hand out the sheet and the private cards; give time to read, then to "
        "argue. Let the class ask its questions and read out the answers from your key."
    ),
    (
        "Before the vote everybody spreads 50 points over what will follow. Then everybody marks a "
        "ballot. Count, say the rule, send the answer, read out its card."
    ),
    (
        "On paper every telegram begins where history had come to. A computer carries on what your "
        "class answered before: open a room, choose slips as the way, and type the counts in."
    ),
    "Keep a quarter of the time for the debrief. The key has the questions.",
)
"""How a lesson on paper goes, step by step."""
