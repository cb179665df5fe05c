"""What is said: from what is on the screen, and what was on it before, to sentences.

Not everything at once: on entering, the title and what one reads first; then only what is new, and
whatever the focus is on. All the rest is a key away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from game.frozen import dataclass
from game.speech.pronounce import sentence
from game.widgets.sheet import Sheet
from game.widgets.tree import Node, groups, leaves, tree_of

LONGEST = 150
"""Words that are read without being asked for, unless the first paragraph is longer."""
READ = ("heading", "text", "notice")
"""The roles that are read without being asked for."""
UNASKED = ("banner", "figures")
"""The groups that are not."""
ROLES = {"button": "button", "tab": "tab", "option": "choice", "field": "field to write in"}
"""How the roles of what can be pressed are called."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen at one moment."""

    stack: tuple[str, ...]
    """The names of the screens that lie on one another, the lowest first."""
    sheet: Sheet
    named: Callable[[Iterable[str]], str]
    """How commands are called: by their keys."""

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everything once, in reading order; captions tell of sounds that are heard anyway."""
        found: dict[object, Node] = {}
        for number, node in enumerate(leaves(tree_of(self.sheet))):
            if node.role != "caption":
                found.setdefault(node.name or number, node)
        return tuple(found.values())

    @property
    def focus(self) -> Node | None:
        """What has the focus."""
        return next((one for one in self.nodes if one.focused and one.name), None)


def told(before: Shown | None, after: Shown) -> tuple[str, ...]:
    """Return what is said now that the screen has changed."""
    if before is None:
        return entering(after)
    if before.stack == after.stack:
        said = (*moved(before, after), *news(before, after), *led_on(before, after))
        return tuple(dict.fromkeys(said))
    if after.stack == before.stack[: len(after.stack)]:
        return (*titles(after), *focused(after, None))
    return entering(after)


def entering(shown: Shown) -> tuple[str, ...]:
    """Return what is said of a screen one has not been on."""
    text = _unasked(shown.nodes)
    first = _first(text)
    left = len(text) - len(first)
    banner = [in_words(one) for one in shown.nodes if _is_banner(one)]
    lists = _lists(shown)
    more = [f"{left} more to read. {shown.named(['read-on'])} reads on."] if left else []
    there = focused(shown, None) or _onward(shown)
    return tuple(filter(None, (*banner, *map(in_words, first), *lists.values(), *more, *there)))


def titles(shown: Shown) -> tuple[str, ...]:
    """Return the headings of a screen that one comes back to."""
    heads = [one for one in shown.nodes if one.role == "heading"]
    banner = [one for one in heads if _is_banner(one)]
    return tuple(
        in_words(one) for one in (*banner, *[one for one in heads if one not in banner][:1])
    )


def news(before: Shown, after: Shown) -> tuple[str, ...]:
    """Return what can be read now and could not before; failing that, what was just chosen."""
    known = Counter((one.role, one.label) for one in _unasked(before.nodes))
    fresh = []
    for one in _unasked(after.nodes):
        known[one.role, one.label] -= 1
        fresh += [one] if known[one.role, one.label] < 0 else []
    first = _first(tuple(fresh))
    left = len(fresh) - len(first)
    more = [f"{left} more to read. {after.named(['read-on'])} reads on."] if left else []
    had = {one.label for one in groups(tree_of(before.sheet))}
    lists = [text for label, text in _lists(after).items() if label not in had]
    return tuple(filter(None, (*map(in_words, first), *lists, *more))) or _chosen(before, after)


def moved(before: Shown, after: Shown) -> tuple[str, ...]:
    """Return where the focus is now, if it has moved, or what has changed about it."""
    old, new = before.focus, after.focus
    if new is None:
        return _onward(after) if old else ()
    if old is None or old.name != new.name:
        return focused(after, old)
    if old.label != new.label:
        return (in_words(new),)
    was, now = _standing(old), _standing(new)
    return (sentence(now),) if now and was != now else ()


def focused(shown: Shown, old: Node | None) -> tuple[str, ...]:
    """Return what has the focus, after the groups one comes into with it."""
    new = shown.focus
    if new is None:
        return ()
    return tuple(filter(None, (*_entered(new, old), in_words(new))))


def led_on(before: Shown, after: Shown) -> tuple[str, ...]:
    """Return what leads on now, if that has changed: the key presses what has the focus first."""
    was, now = _leads(before), _leads(after)
    if now is None or (was and was.label == now.label) or now.focused:
        return ()
    if after.focus:
        return (sentence(f"There is now a button: {now.label}"),)
    return _onward(after)


def pressed(shown: Shown, command: str) -> tuple[Node, ...]:
    """Return what a command is meant for, also when it cannot be pressed now."""
    if command == "advance":
        return tuple(filter(None, (shown.focus or _leads(shown),)))
    return tuple(one for one in shown.nodes if _key(one) == command)[:1]


def everything(shown: Shown) -> tuple[str, ...]:
    """Return the whole screen, each group named before what is in it."""
    said: list[str] = []
    before: Node | None = None
    for node in shown.nodes:
        said += [*_entered(node, before), in_words(node)]
        before = node
    return tuple(filter(None, (*said, *_where(shown))))


def in_words(node: Node) -> str:
    """Return one thing as it is said: name, role, state, place."""
    spot = node.spot
    assert spot is not None, "only a spot is said"
    parts = [node.label]
    if node.name or spot.name:
        parts += [ROLES.get(node.role, node.role), _standing(node)]
        parts += [] if spot.enabled or spot.state else ["not now"]
        parts += [f"{node.number} of {node.of}"] if node.of > 1 else []
    elif spot.state:
        parts.append(spot.state)
    return sentence(*parts)


def _entered(node: Node, before: Node | None) -> list[str]:
    """Return the names of the groups that one comes into with a node."""
    left = before.within if before else ()
    new = (one for one in node.within if one not in left and one.role != "banner")
    return [sentence(one.label) for one in new]


def _where(shown: Shown) -> tuple[str, ...]:
    """Return where the focus is, after all has been read."""
    if shown.focus is None:
        return ("Nothing has the focus.", *_onward(shown))
    words = shown.focus.label.split()
    return (sentence(f"The focus is on: {' '.join(words[:8])}"),)


def _onward(shown: Shown) -> tuple[str, ...]:
    """Return which key leads on, and to what."""
    found = _leads(shown)
    return (sentence(f"{shown.named(['advance'])}: {found.label}"),) if found else ()


def _leads(shown: Shown) -> Node | None:
    return next((one for one in shown.nodes if one.name and _key(one) == "advance"), None)


def _key(node: Node) -> str:
    return node.spot.key if node.spot else ""


def _standing(node: Node) -> str:
    """Return the state and the value of something that can be pressed."""
    return ", ".join(filter(None, (node.spot.state, node.spot.value))) if node.spot else ""


def _chosen(before: Shown, after: Shown) -> tuple[str, ...]:
    """Return what has been chosen or opened without having the focus."""
    was = {one.name: _standing(one) for one in before.nodes if one.name}
    kinds = [one for one in after.nodes if one.name and one.role in ("option", "tab")]
    new = (one for one in kinds if not one.focused and _standing(one))
    return tuple(in_words(one) for one in new if was.get(one.name) not in (None, _standing(one)))


def _unasked(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(one for one in nodes if one.role in READ and not _is_aside(one))


def _is_aside(node: Node) -> bool:
    return any(one.role in UNASKED for one in node.within)


def _is_banner(node: Node) -> bool:
    return node.role == "heading" and any(one.role == "banner" for one in node.within)


def _first(text: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return as much of a text as is read unasked: at least its first paragraph."""
    words, has_text = 0, False
    for number, one in enumerate(text):
        words += len(one.label.split())
        if words > LONGEST and has_text:
            heads = sum(1 for last in (text[number - 1],) if last.role == "heading")
            return text[: number - heads]
        has_text = has_text or one.role == "text"
    return text


def _lists(shown: Shown) -> dict[str, str]:
    """Return each list by its name, as a sentence on how long it is."""
    found = [one for one in groups(tree_of(shown.sheet)) if one.role == "list"]
    counts = {one.label: max(child.of for child in one.children) for one in found}
    return {label: f"{label}: {count}." for label, count in counts.items() if count}
