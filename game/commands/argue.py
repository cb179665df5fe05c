"""`argue`: change a parameter of the model with a reason and a source, and see what comes of it."""

from __future__ import annotations

from argparse import Namespace
from math import isfinite

from game.campaign.campaign import Campaign
from game.chronicle.chronicle import Chronicle
from game.chronicle.kept import fonts
from game.chronicle.markdown import markdown
from game.chronicle.page import page
from game.chronicle.revisionnote import note
from game.commands.campaigns import load
from game.commands.lines import playthrough_of
from game.errors import Refused
from game.files.store import write_whole
from game.playthrough.revision import Revision, argue, parameter_of
from game.simulation.arithmetic import NoValueError

KINDS = (".md", ".html", ".pdf")
NEEDED = (
    "an argument needs a reason and a source for each change: "
    "--set NAME=VALUE --because TEXT --source TEXT, and the same again for the next"
)


def run(given: Namespace) -> int:
    """Write or print the note; return 1 if the line as it was stops on its way."""
    if given.out is not None and given.out.suffix.lower() not in KINDS:
        message = f"{given.out} has none of the endings that can be written: {', '.join(KINDS)}"
        raise Refused(message, 2)
    campaign = load(given.campaign)
    made = playthrough_of(campaign, given.line, given)
    revisions = _revisions(campaign, given)
    try:
        argued = argue(campaign, made, revisions)
    except NoValueError as error:
        message = f"with these changes {error}"
        raise Refused(message) from error
    if given.out is None:
        print(markdown(note(argued)), end="")
    else:
        _write(given, note(argued))
    return 1 if argued.found.replays[0].stopped else 0


def _revisions(campaign: Campaign, given: Namespace) -> list[Revision]:
    """Return each change with the reason and the source that were given with it.

    Raises:
        Refused: when there are not as many reasons and sources as changes, or one is empty.
    """
    reasons, sources = given.because or [], given.source or []
    if not len(given.set) == len(reasons) == len(sources):
        message = (
            f"{NEEDED}; given were {len(given.set)} changes, {len(reasons)} reasons and "
            f"{len(sources)} sources"
        )
        raise Refused(message, 2)
    found = zip(given.set, reasons, sources, strict=True)
    return [_revision(campaign, *one) for one in found]


def _revision(campaign: Campaign, text: str, because: str, source: str) -> Revision:
    """Return what `NAME=VALUE` asks for.

    Raises:
        Refused: when it names no parameter or no number, or when reason or source is empty.
    """
    name, _, number = text.partition("=")
    parameter = parameter_of(campaign, name.strip())
    if parameter is None:
        known = ", ".join(one.id for one in campaign.model.parameters)
        message = f"no parameter {name.strip()!r}; there are: {known}"
        raise Refused(message, 2)
    try:
        value = float(number)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        message = f"{number!r} is no number; write for instance {parameter.id}={parameter.value:g}"
        raise Refused(message, 2)
    because, source = " ".join(because.split()), " ".join(source.split())
    if not because or not source:
        raise Refused(NEEDED, 2)
    return Revision(parameter.id, value, because, source)


def _write(given: Namespace, found: Chronicle) -> None:
    """Write the note to a new file: as Markdown, as a page or on paper.

    Raises:
        Refused: when something is there already, or it cannot be written.
    """
    if given.out.exists():
        message = f"{given.out} is there already; choose another name"
        raise Refused(message)
    try:
        write_whole(given.out, _text(given.out.suffix.lower(), found))
    except OSError as error:
        message = f"{given.out} cannot be written: {error.strerror or error}"
        raise Refused(message) from error


def _text(kind: str, found: Chronicle) -> str | bytes:
    match kind:
        case ".html":
            return page(found)
        case ".pdf":
            from game.chronicle.paper import paper  # noqa: PLC0415 - it is slow to load

            return paper(found, fonts())
        case _:
            return markdown(found)
