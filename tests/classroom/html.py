"""A page as a browser has it: elements, what names them, what a form would send."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "path", "rect"}
CONTROLS = {"button", "input", "select", "textarea", "a", "summary"}


@dataclass
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    children: list[Element | str] = field(default_factory=list)

    @cached_property
    def inside(self) -> list[Element]:
        """The elements inside, in their order: a page that was read changes no more."""
        found, waiting = [], self.children[::-1]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Element):
                found.append(one)
                waiting += one.children[::-1]
        return found

    def all(self, *tags: str) -> list[Element]:
        """Return the elements inside, of some tags or of any, in their order."""
        return [one for one in self.inside if not tags or one.tag in tags]

    @property
    def text(self) -> str:
        """Return the words inside."""
        words = (one if isinstance(one, str) else one.text for one in self.children)
        return " ".join("".join(words).split())

    def is_inside(self, tag: str) -> bool:
        """Return whether it stands in an element of a tag."""
        return self.parent is not None and (self.parent.tag == tag or self.parent.is_inside(tag))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.at = Element("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(made)
        self.at = self.at if tag in VOID else made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at.children.append(Element(tag, {name: value or "" for name, value in attrs}, self.at))

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def read(html: str) -> Element:
    """Return a page, or a part of one, as a tree. What is not closed fails."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.tag}> is not closed"
    return reader.root


def name_of(page: Element, control: Element) -> str:
    """Return what a reader aloud would call a control."""
    if "aria-label" in control.attributes:
        return control.attributes["aria-label"]
    if control.tag in {"button", "a", "summary"}:
        return control.text
    labels = page.all("label")
    return " ".join(
        one.text for one in labels if one.attributes.get("for") == control.attributes.get("id", "?")
    )


def fields_of(form: Element) -> list[tuple[str, str]]:
    """Return what a form would send, the first of several things chosen where none is."""
    sent = []
    pressed = {one.attributes["name"] for one in form.all("input") if "checked" in one.attributes}
    for one in form.all("input", "select", "textarea"):
        name, value = one.attributes["name"], one.attributes.get("value", "")
        if one.tag == "select":
            options = sorted(one.all("option"), key=lambda o: "selected" not in o.attributes)
            value = next(o.attributes["value"] for o in options if o.attributes["value"])
        if one.tag == "textarea":
            value = one.text
        if one.attributes.get("type") == "radio" and "checked" not in one.attributes:
            if name in pressed or "disabled" in one.attributes:
                continue
            pressed.add(name)
        sent.append((name, value))
    return sent
