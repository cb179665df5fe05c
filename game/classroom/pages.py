"""The pages of phones and of the teacher: views of a room as HTML.

A page is made of parts. Scripts swap the parts that changed, phones without scripts load the whole
page again, and both show the same HTML. Whatever a person typed is escaped by the templates.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from game.campaign.words import Id
from game.chronicle.qr import squares
from game.classroom.notice import NOTICE, TITLE
from game.classroom.static import WEB, href
from game.frozen import dataclass
from game.playthrough.desk import AFTER_THE_ANSWER, Stage
from game.room.events import PupilId
from game.room.refusals import Refused
from game.room.requests import LONGEST_NAME, LONGEST_REASON
from game.room.views import (
    ChroniclePage,
    ConsequencesPage,
    CouncilPage,
    DebriefPage,
    DecisionPage,
    DeskView,
    Listed,
    LobbyPage,
    Me,
    Page,
    PhoneView,
    RecordPage,
    Shared,
    SituationPage,
    TelegramPage,
)
from game.room.ways import RULES, Way
from game.words import wording

if TYPE_CHECKING:
    from jinja2 import Environment

Said = Refused | str | None
"""What a page has to say about what was just asked: why not, or a calm line that it is done."""
TITLES = {
    Stage.OPENING: "Lobby",
    Stage.SITUATION: "Situation",
    Stage.TELEGRAM: "Telegram",
    Stage.COUNCIL: "Council",
    Stage.DECISION: "Decision",
    Stage.CONSEQUENCES: "Consequences",
    Stage.RECORD: "Record",
    Stage.CHRONICLE: "Chronicle",
}
"""The stages as the bar names them."""
WAYS = {
    Way.EACH: "One voice each",
    Way.SEAT: "One voice a seat",
    Way.CHAIR: "The chair after advice",
    Way.UNANIMOUS: "All must agree",
    Way.HANDS: "Raised hands",
    Way.SLIPS: "Paper slips",
}
"""The ways to decide as one picks them."""
NOBODY = PupilId("")
"""Stands for whoever sits in a seat, where a part is the same for all of them."""
FOLDED = (Stage.DECISION, *AFTER_THE_ANSWER)
"""Where a seat's card is folded up, so that what matters now comes first."""
KEPT = 2048
"""Rendered parts that are remembered: a class has some twenty at a time."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where a teacher's page leads; what is empty is not shown."""

    join: str = ""
    """What pupils type: `192.168.4.21:8410`."""
    pairing: str = ""
    """The teacher's own address with the key, for a second device. Shown only when asked for."""
    report: str = "/teacher/report"
    """Where the papers of the lesson are, without the ending that says which."""


def join_page(
    *, code: str = "", name: str = "", names: tuple[str, ...] = (), said: Said = None
) -> str:
    """Return the page by which pupils come in.

    Args:
        code: the room's, when the address had it.
        name: what was typed before, when the page comes again.
        names: three code names that are free.
        said: why the last try failed.
    """
    return _page("join.html", code=code, name=name, names=names, said=said)


def phone_parts(view: PhoneView) -> dict[str, str]:
    """Return the parts of a pupil's page by their names. Equal views share their rendering."""
    common, page = view.shared, view.page
    note = page.content_note if isinstance(page, LobbyPage) else ""
    return {
        "top": _top(common),
        "note": _part("parts/note.html", note=note) if note else "",
        "name": f"<bdi>{escape(view.me.name)}</bdi>",
        "me": _me(view.me, common),
        "stage": _stage(page, common),
        **_ballot(page, common),
        "count": count_part(common),
    }


def count_part(shared: Shared) -> str:
    """Return the line of the count alone: it is all that others' voices change on a page."""
    deciding = shared.stage is Stage.DECISION and shared.debrief is None
    counted = (shared.answered, shared.present, shared.is_open, deciding)
    return _part("parts/count.html", shared=counted)


def phone_page(
    view: PhoneView, *, said: Said = None, version: int = 0, secret: str = "", keep: str = ""
) -> str:
    """Return a pupil's whole page.

    Args:
        view: what this pupil may see.
        said: what there is to say about what was just asked.
        version: of the parts, for a script that goes on from here.
        secret: with which this pupil comes back from another phone, if it is to be shown.
        keep: where the page to keep can be had as one file, if it can.
    """
    voting = isinstance(view.page, DecisionPage) and view.page.is_open
    kept = isinstance(view.page, DecisionPage) and voting and view.page.mine is not None
    return _page(
        "phone.html",
        view=view,
        parts=phone_parts(view),
        said=said,
        version=version,
        secret="-".join((secret[:5], secret[5:])) if secret else "",
        keep=keep if isinstance(view.page, ChroniclePage) else "",
        kept=kept,
        refresh=0 if (voting and not kept) or view.shared.ended else 10,
    )


def keep_file(view: PhoneView) -> str:
    """Return a pupil's own page as one file that needs nothing else, to be opened at home."""
    style = (WEB / "keep.css").read_text(encoding="utf-8")
    return _page("keep.html", view=view, style=style, stage=_stage(view.page, view.shared))


def desk_parts(view: DeskView, links: Links | None = None) -> dict[str, str]:
    """Return the parts of the teacher's page by their names."""
    common, page = view.shared, view.page
    return {
        "top": _top(common),
        "steps": _part(
            "desk/steps.html", forth=view.next_does, back=view.back_does, ended=common.ended
        ),
        "count": count_part(common),
        "seats": _part("desk/seats.html", seats=common.seats, vote=isinstance(page, DecisionPage)),
        "notes": _part("desk/notes.html", notes=view.notes),
        "clock": _part("desk/clock.html", running=common.clock_running),
        "vote": _desk_vote(view),
        "reasons": _part("desk/reasons.html", waiting=view.waiting),
        "stage": _stage(page, common, desk=True),
        "pupils": _sitting(view.pupils, view.seats),
        "room": _part(
            "desk/room.html",
            locked=common.locked,
            muted=common.muted,
            debrief=common.debrief is not None,
            ended=common.ended,
        ),
        "links": _part("desk/links.html", links=links, code=common.code) if links else "",
    }


def desk_page(
    view: DeskView, *, said: Said = None, version: int = 0, links: Links | None = None
) -> str:
    """Return the teacher's whole page: the controls."""
    parts = desk_parts(view, links)
    typing = isinstance(view.page, DecisionPage) and not view.page.by_phone
    return _page(
        "desk.html", view=view, parts=parts, said=said, version=version, refresh=0 if typing else 20
    )


def templates() -> tuple[str, ...]:
    """Return the names of all templates."""
    return tuple(one for one in _environment().list_templates() if one.endswith(".html"))


def prepare(template: str) -> None:
    """Read a template now, and not when a whole class waits for its first page of that kind."""
    _environment().get_template(template)


def key_page(*, said: Said = None) -> str:
    """Return the page on which a teacher types the key."""
    return _page("key.html", said=said)


def gone_page(code: str = "") -> str:
    """Return what somebody sees whose room or seat is no longer there."""
    return _page("gone.html", code=code)


def privacy_page() -> str:
    """Return what is kept of whom, where and how long, on one page."""
    return _page("privacy.html", title=TITLE, notice=NOTICE)


def error_page(message: str, fix: str) -> str:
    """Return what is wrong and what would do."""
    return _page("error.html", message=message, fix=fix)


@lru_cache(maxsize=2)
def _sitting(pupils: tuple[Listed, ...], seats: tuple[tuple[Id, str], ...]) -> str:
    """Return who sits where. A list of five hundred takes long, and votes do not change it."""
    sitting = {id_: [one for one in pupils if one.seat == id_] for id_, _ in seats}
    return _fresh("desk/pupils.html", pupils=pupils, seats=seats, sitting=sitting)


def _top(shared: Shared) -> str:
    """Return the words of the bar; the clock stands beside it, for it changes by itself."""
    where = "Debrief" if shared.debrief is not None else TITLES[shared.stage]
    outside = shared.stage in (Stage.OPENING, Stage.CHRONICLE) or shared.debrief is not None
    number = "" if outside else f"Telegram {shared.turn + 1} of {shared.turns}"
    return _part("parts/top.html", where=where, number=number, ended=shared.ended)


def _me(me: Me, shared: Shared) -> str:
    """Return the card of a seat: the same for all who sit there."""
    nobody = replace(me, pupil=NOBODY, name="")
    over = shared.stage is Stage.CHRONICLE or shared.debrief is not None
    folded = shared.stage in FOLDED
    return _part("parts/me.html", me=nobody, ended=shared.ended, folded=folded, over=over)


def _ballot(page: Page, shared: Shared) -> dict[str, str]:
    """Return what there is to do and to see at a decision; outside one there is nothing."""
    parts = dict.fromkeys(("fallen", "split", "vote", "reason"), "")
    if not isinstance(page, DecisionPage):
        return parts
    if page.fallen:
        parts["fallen"] = _part("parts/fallen.html", fallen=page.fallen)
    if shared.ended:
        return parts
    turn, asked = shared.turn, page.foresights
    silent = replace(page, reason="", foresights=(), fallen=None)
    parts["vote"] = _part("parts/vote.html", page=silent, turn=turn)
    taken = page.is_open and page.by_phone
    own = {"voted": page.mine is not None, "reason": page.reason}
    parts["reason"] = _part("parts/reason.html", taken=taken, turn=turn, muted=shared.muted, **own)
    if asked:
        parts["split"] = _part("parts/split.html", asked=asked, turn=turn)
    return parts


def _desk_vote(view: DeskView) -> str:
    """Return the teacher's controls of a vote. Nobody's single voice changes them."""
    page = view.page if isinstance(view.page, DecisionPage) else None
    return _part(
        "desk/vote.html",
        choices=page.choices if page and not view.shared.ended else (),
        state=_state(view.shared),
        by_phone=page is None or page.by_phone,
        fallen=view.fallen,
        typed=view.typed,
        way=view.way,
        ended=view.shared.ended,
    )


def _stage(page: Page, shared: Shared, *, desk: bool = False) -> str:
    """Return the stage on the table, the same for all who may see the same."""
    asked = page
    if isinstance(page, DecisionPage):
        asked = replace(page, mine=None, reason="", foresights=(), fallen=None)
    return _part(
        f"stages/{_template(page)}",
        page=asked,
        turn=shared.turn,
        title=shared.title,
        when=shared.when,
        state=_state(shared),
        code=shared.code,
        desk=desk,
    )


def _state(shared: Shared) -> str:
    """Return how the vote stands, in a word that templates know."""
    if shared.is_open:
        return "open"
    return "revealed" if shared.revealed else "closed" if shared.was_open else "before"


def _template(page: Page) -> str:
    match page:
        case LobbyPage():
            return "lobby.html"
        case SituationPage():
            return "situation.html"
        case TelegramPage():
            return "telegram.html"
        case CouncilPage():
            return "council.html"
        case DecisionPage():
            return "decision.html"
        case ConsequencesPage():
            return "consequences.html"
        case RecordPage():
            return "record.html"
        case ChroniclePage():
            return "chronicle.html"
        case DebriefPage():
            return "debrief.html"


@lru_cache(maxsize=KEPT)
def _part(template: str, **values: Hashable) -> str:
    """Return a template filled with values; the same values are filled in once."""
    return _fresh(template, **values)


def _fresh(template: str, **values: object) -> str:
    """Return a template filled with values that are one person's own, or seldom the same."""
    return _environment().get_template(template).render(values).strip()


def _page(template: str, **values: object) -> str:
    return _fresh(template, **values) + "\n"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """Return what fills templates; it is loaded only where a room is hosted."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415

    made = Environment(
        loader=FileSystemLoader(WEB),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(
        href=href,
        means=wording.IN_WORDS,
        longest_name=LONGEST_NAME,
        longest_reason=LONGEST_REASON,
        qr=_qr,
        ways=WAYS,
        rules=RULES,
    )
    made.filters["clock"] = _clock
    return made


def _clock(milliseconds: int) -> str:
    """Return time left as a wall shows it: whole seconds, the last one until it is over."""
    minutes, seconds = divmod(-(-milliseconds // 1000), 60)
    return f"{minutes:02}:{seconds:02}"


@lru_cache(maxsize=8)
def _qr(text: str) -> str:
    """Return the path of a QR code, in squares of one unit, and its side."""
    matrix = squares(text)
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark
    )
    return f"{len(matrix)}|{path}"
