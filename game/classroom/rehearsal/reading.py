"""What a simulated pupil reads off a page: the same HTML that phones show."""

from __future__ import annotations

import re
from dataclasses import field
from html.parser import HTMLParser

from game.frozen import dataclass

COUNT = re.compile(r"<b>(\d+)</b> of <b>(\d+)</b>")
SEAT = re.compile(r'<h2 id="seat-title">.*?</span> (.*?)(?: <span|</h2>)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote that is open."""

    turn: int
    table: tuple[str, ...]
    """The ids of the responses that may be voted for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An estimate over which points may be spread."""

    turn: int
    estimate: str
    answers: int


@dataclass(slots=True)
class _Form:
    """The fields of one form."""

    hidden: dict[str, str] = field(default_factory=dict)
    radios: list[str] = field(default_factory=list)
    numbers: int = 0


class _Forms(HTMLParser):
    """Collects the fields of every form."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[_Form] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of forms and of what can be filled in."""
        given = dict(attrs)
        if tag == "form":
            self.forms.append(_Form())
        if tag != "input" or not self.forms:
            return
        form, name, value = self.forms[-1], given.get("name") or "", given.get("value") or ""
        if given.get("type") == "hidden":
            form.hidden[name] = value
        elif given.get("type") == "radio" and "disabled" not in given:
            form.radios.append(value)
        elif given.get("type") == "number":
            form.numbers += 1


def ballot(html: str) -> Ballot | None:
    """Return the vote that a part of a page offers; nothing when none is open."""
    for form in _forms(html):
        if form.hidden.get("do") == "vote":
            return Ballot(int(form.hidden["turn"]), tuple(form.radios))
    return None


def asked(html: str) -> tuple[Asked, ...]:
    """Return every estimate that a part of a page asks for."""
    return tuple(
        Asked(int(form.hidden["turn"]), form.hidden["estimate"], form.numbers)
        for form in _forms(html)
        if form.hidden.get("do") == "split"
    )


def counted(html: str) -> tuple[int, int] | None:
    """Return how many have answered, of how many; nothing where nobody is asked."""
    found = COUNT.search(html)
    return (int(found[1]), int(found[2])) if found else None


def all_have(html: str) -> bool:
    """Return whether everybody in the room has answered."""
    shown = counted(html)
    return shown is not None and shown[0] == shown[1] > 0


def seat(html: str) -> str:
    """Return the title of the seat that a card names; empty where it names none."""
    found = SEAT.search(html)
    return " ".join(found[1].split()) if found else ""


def _forms(html: str) -> list[_Form]:
    reader = _Forms()
    reader.feed(html)
    return reader.forms
