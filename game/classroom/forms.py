"""What a form on a page asks for: fields as they were sent, turned into a request.

The same names stand in the templates, and `phone.js` reads the same rules from them: names of
`NUMBERS` hold whole numbers, names of `FLAGS` are `true` or `false`, `points` may stand more than
once, and `counts.ID` is a number for one response.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from game.frozen import dataclass
from game.room.requests import PupilRequest, TeacherRequest

NUMBERS = ("turn", "seconds", "minutes", "points")
"""Fields that hold whole numbers; `minutes` are seconds to the room."""
FLAGS = ("on", "out")
"""Fields that are true or false."""
MOST_FIELDS = 64
"""No form of ours has more fields."""
LONGEST_FIELD = 1000
"""No field of ours is longer; what is longer is cut, and words are tidied by the room."""
Fields = Iterable[tuple[str, str]] | Mapping[str, str]
"""Names and values in the order they were sent; a name may come more than once."""


@dataclass(frozen=True, slots=True)
class Joining:
    """What somebody typed who wants to come in."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Returning:
    """What somebody typed who wants their seat again."""

    code: str
    secret: str


def pupil_request(fields: Fields) -> PupilRequest | None:
    """Return what a pupil's form asks for; nothing when it is no form of ours."""
    made = _typed(fields)
    try:
        return None if made is None else msgspec.convert(made, PupilRequest)
    except msgspec.ValidationError:
        return None


def teacher_request(fields: Fields) -> TeacherRequest | None:
    """Return what a teacher's form asks for; nothing when it is no form of ours."""
    made = _typed(fields)
    try:
        return None if made is None else msgspec.convert(made, TeacherRequest)
    except msgspec.ValidationError:
        return None


def joining(fields: Fields) -> Joining:
    """Return who wants to come in: a typed name goes before an offered one."""
    given = _last(fields)
    name = given.get("name", "").strip() or given.get("offered", "")
    return Joining(room_code(given.get("code", "")), name)


def returning(fields: Fields) -> Returning:
    """Return who wants their seat again, with the secret as it is kept: no spaces or hyphens."""
    given = _last(fields)
    secret = "".join(one for one in given.get("secret", "") if one.isalnum())
    return Returning(room_code(given.get("code", "")), secret.upper())


def room_code(typed: str) -> str:
    """Return a room's code as it is meant, however it was typed."""
    return "".join(one for one in typed if one.isalnum())[:8].upper()


def _pairs(fields: Fields) -> tuple[tuple[str, str], ...]:
    """Return the fields in order, no more and no longer than a form of ours may send."""
    listed = fields.items() if isinstance(fields, Mapping) else fields
    pairs = tuple(listed)[:MOST_FIELDS]
    return tuple((name, value[:LONGEST_FIELD]) for name, value in pairs)


def _last(fields: Fields) -> dict[str, str]:
    return dict(_pairs(fields))


def _typed(fields: Fields) -> dict[str, object] | None:
    """Return fields as a request has them; nothing where a number is none.

    What they make is then checked by the types and bounds that hold for sockets too.
    """
    made: dict[str, object] = {}
    try:
        for name, value in _pairs(fields):
            _put(made, name, value)
    except ValueError:
        return None
    return made


def _put(made: dict[str, object], name: str, value: str) -> None:
    """Add one field to what will be a request."""
    group, dot, key = name.partition(".")
    if name == "do":
        made["type"] = value
    elif name == "points":
        made["points"] = (*_tuple(made.get("points")), int(value))
    elif group == "counts" and dot:
        counts = made.setdefault("counts", {})
        if isinstance(counts, dict):
            counts[key] = int(value or 0)
    elif name == "minutes":
        made["seconds"] = 60 * int(value)
    elif name in NUMBERS:
        made[name] = int(value)
    elif name in FLAGS:
        made[name] = {"true": True, "false": False}.get(value, value)
    else:
        made[name] = value


def _tuple(found: object) -> tuple[object, ...]:
    return found if isinstance(found, tuple) else ()
