"""The spots of a sheet as one tree."""

from __future__ import annotations

from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Group, Hand, Sheet, Spot
from game.widgets.tree import Node, groups, leaves, tree_of


def spot(name: str, y: int = 0, **more: object) -> Spot:
    """Return a button of that name, ten pixels high."""
    made = Spot(name, "button", name.title(), Rect(5, y, 20, 10))
    return made if not more else Spot(**{**_fields(made), **more})  # type: ignore[arg-type]


def _fields(made: Spot) -> dict[str, object]:
    return {name: getattr(made, name) for name in Spot.__dataclass_fields__}


def tree(look: Look, *, focus: str = "") -> Node:
    """Return a heading, a list with a text and two buttons in it, and a button."""
    draft = Draft(look, Hand(focus=focus))
    draft.spot(spot("", role="heading", label="The town", enabled=False))
    with draft.group("list", "Answers"):
        draft.spot(spot("", 10, role="text", label="Choose.", enabled=False))
        draft.spot(spot("wait", 20))
        draft.spot(spot("raise", 30))
    draft.spot(spot("close", 40))
    return tree_of(draft.done())


def test_a_tree_is_as_large_as_its_window(look: Look) -> None:
    assert tree(look).rect == Rect(0, 0, 1280, 720)


def test_what_is_said_inside_a_group_becomes_its_children(look: Look) -> None:
    children = tree(look).children

    assert [one.role for one in children] == ["heading", "list", "button"]
    assert [one.label for one in children[1].children] == ["Choose.", "Wait", "Raise"]


def test_a_group_covers_what_is_in_it(look: Look) -> None:
    assert tree(look).children[1].rect == Rect(5, 10, 20, 30)


def test_in_a_list_what_can_be_pressed_is_counted(look: Look) -> None:
    inside = tree(look).children[1].children

    assert [(one.number, one.of) for one in inside] == [(0, 0), (1, 2), (2, 2)]


def test_outside_a_list_nothing_is_counted(look: Look) -> None:
    assert (tree(look).children[2].number, tree(look).children[2].of) == (0, 0)


def test_what_has_the_focus_is_marked(look: Look) -> None:
    assert [one.name for one in leaves(tree(look, focus="raise")) if one.focused] == ["raise"]


def test_what_cannot_be_pressed_has_no_name(look: Look) -> None:
    draft = Draft(look, Hand())
    draft.spot(spot("load", enabled=False))

    assert [one.name for one in leaves(tree_of(draft.done()))] == [""]


def test_a_group_may_lie_in_a_group(look: Look) -> None:
    draft = Draft(look, Hand())
    with draft.group("list", "Settings"), draft.group("setting", "Volume"):
        draft.spot(spot("less"))
        draft.spot(spot("more"))

    outer = tree_of(draft.done()).children[0]

    assert [one.label for one in groups(tree_of(draft.done()))] == ["Settings", "Volume"]
    assert [(one.label, one.number, one.of) for one in outer.children] == [("Volume", 1, 1)]


def test_a_part_that_scrolls_keeps_its_groups(look: Look) -> None:
    draft = Draft(look, Hand())

    def fill(part: Draft, _width: int) -> int:
        with part.group("list", "Slips"):
            part.spot(spot("slip"))
        return 10

    draft.scroll("paper", Rect(0, 0, 100, 100), fill)

    assert draft.spots[0].within == (Group("list", "Slips"),)


def test_an_empty_sheet_is_an_empty_window() -> None:
    assert tree_of(Sheet((0, 0), (), (), ())).children == ()
