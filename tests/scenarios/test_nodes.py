"""YAML's traps."""

from __future__ import annotations

import pytest
import yaml

from game.scenarios import nodes
from game.scenarios.nodes import DEEPEST, LARGEST, MOST_VALUES, Broken, compose


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers: wheels for rare machines have the slow one only."""
    monkeypatch.setattr(nodes, "Loader", getattr(yaml, request.param))


def read(text: str) -> object:
    """Return what a sound text holds."""
    node, problems = compose(text.encode(), "a.yaml")
    assert problems == []
    return node


def wrong(data: bytes) -> list[tuple[str, int, int]]:
    """Return the codes and places of a text's problems."""
    _, problems = compose(data, "a.yaml")
    return [(one.code, one.mark.line, one.mark.column) for one in problems]


def test_every_scalar_stays_text() -> None:
    """What YAML would make of it is another matter."""
    text = "[no, 1:30, 010, 1e3, ~, null, 0x10, 1941-07-05, .inf, 'yes', =, <<]"

    assert read(text) == [
        *("no", "1:30", "010", "1e3", "~", "null", "0x10", "1941-07-05", ".inf", "yes", "=", "<<")
    ]


def test_a_mark_of_byte_order_is_no_letter() -> None:
    """Editors on Windows write one."""
    assert wrong("\ufeffa: 1".encode()) == []


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: &x 1\nb: *x", [("Y003", 1, 4), ("Y003", 2, 4)]),
        ("a: !!int 1\nb: !x [1]\nc: ! d", [("Y004", 1, 4), ("Y004", 2, 4), ("Y004", 3, 4)]),
        ("a: 1\na: 2\na: 3", [("Y002", 2, 1), ("Y002", 3, 1)]),
        ("? [a]\n: 1\n? {b: 1}\n: 2", [("Y008", 1, 3), ("Y008", 3, 3)]),
        ("*x : 1", [("Y003", 1, 1)]),
        ("a: 1\n---\nb: 2", [("Y007", 2, 1)]),
        ("a: [1, 2\nb: 3", [("Y001", 1, 4)]),
        ("a: b: c", [("Y001", 1, 5)]),
        ("\ta: 1", [("Y001", 1, 1)]),
        ("%YAML 3.0\n---\na: 1", [("Y001", 1, 1)]),
        ("a: \x00", [("Y001", 1, 4)]),
        ("a: 1\nb: \x07", [("Y001", 2, 4)]),
        ("a: b\ufeff", [("Y001", 1, 5)]),
        ("", [("S004", 1, 1)]),
        ("# nothing", [("S004", 1, 1)]),
        ("---\n...\n", [("S004", 1, 1)]),
    ],
)
def test_every_trap_is_reported_where_it_is(
    text: str, problems: list[tuple[str, int, int]]
) -> None:
    """All of them in one run, as long as the text can be parsed."""
    assert wrong(text.encode()) == problems


@pytest.mark.parametrize("text", ["[" * 9_000, "{a: " * 9_000, "- " * 9_000, "? " * 9_000])
def test_a_tower_of_brackets_is_refused_while_it_is_small(text: str) -> None:
    """Neither time nor memory goes into it. A newer parser stops it by itself, at a thousand."""
    assert [code for code, _, _ in wrong(text.encode())] in (["Y005"], ["Y001"])


def test_the_deepest_nesting_allowed_is_read() -> None:
    """The bound itself is inside."""
    assert wrong(b"[" * DEEPEST + b"]" * DEEPEST) == []
    assert wrong(b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1)) == [("Y005", 1, DEEPEST + 1)]


def test_a_bomb_of_aliases_is_refused() -> None:
    """Aliases are never followed."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]

    assert {code for code, _, _ in wrong("\n".join(lines).encode())} == {"Y003"}


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before they fill the memory."""
    monkeypatch.setattr(nodes, "MOST_VALUES", 100)

    assert MOST_VALUES > 100
    assert wrong(b"[" + b"[1], " * 100 + b"]") == [("Y006", 1, 252)]


def test_a_file_that_is_too_large_is_refused() -> None:
    """Before it is decoded."""
    assert wrong(b"#" * (LARGEST + 1)) == [("F004", 1, 1)]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: 1\nb: \xff", (2, 4)),
        ("a: 1".encode("utf-16"), (1, 1)),
        ("é: ".encode() + b"\x80", (1, 4)),
        ("\ufeffé: ".encode() + b"\x80", (1, 4)),
    ],
)
def test_text_that_is_not_utf8_is_refused(data: bytes, place: tuple[int, int]) -> None:
    """Where it begins not to be."""
    assert wrong(data) == [("F005", *place)]


def test_what_is_broken_stays_in_its_place() -> None:
    """So that the keys around it can be read."""
    node, _ = compose(b"a: !x 1\nb: 2", "a.yaml")

    assert node == {"a": Broken.VALUE, "b": "2"}
