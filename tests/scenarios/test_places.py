"""Where things stand in a file."""

from __future__ import annotations

import pytest
import yaml

from game.scenarios import nodes
from game.scenarios.places import Places
from game.scenarios.problem import Mark


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers: wheels for rare machines have the slow one only."""
    monkeypatch.setattr(nodes, "Loader", getattr(yaml, request.param))


def places(text: str) -> Places:
    """Return the places of a text in a file called a.yaml."""
    return Places("a", text, "a.yaml")


def test_a_value_stands_at_its_key_path() -> None:
    """Lines and columns count from 1, letters and not bytes."""
    found = places("é: [a,\n  b, {c: d}]\n")

    assert found.value("a") == Mark("a.yaml", 1, 1)
    assert found.value("a.é") == Mark("a.yaml", 1, 4)
    assert found.value("a.é.2") == Mark("a.yaml", 2, 3)
    assert found.value("a.é.3.c") == Mark("a.yaml", 2, 10)


def test_a_key_stands_before_its_value() -> None:
    found = places("a: 1\nb:\n  c: 2")

    assert found.key("a.b") == Mark("a.yaml", 2, 1)
    assert found.key("a.b.c") == Mark("a.yaml", 3, 3)
    assert found.value("a.b") == Mark("a.yaml", 3, 3)


@pytest.mark.parametrize("path", ["a.c", "a.b.1", "b", "a.list.3", ""])
def test_where_nothing_was_written_there_is_no_place(path: str) -> None:
    found = places("b: 1\nlist: [2, 3]")

    assert (found.key(path), found.value(path), found.letter(path, "x", 0)) == (None, None, None)


def test_lines_end_where_yaml_says() -> None:
    """Not only at a line feed."""
    found = places("a: 1\r\nb: 2\rc: 3\x85d: 4\u2028e: 5")

    assert [found.key(f"a.{one}") for one in "abcde"] == [
        Mark("a.yaml", line, 1) for line in range(1, 6)
    ]


def test_of_a_key_that_stands_twice_the_first_is_meant() -> None:
    """The second is a problem of its own."""
    assert places("b: 1\nb: 2").value("a.b") == Mark("a.yaml", 1, 4)


def test_blanks_around_a_key_are_not_its_own() -> None:
    """As ids are read."""
    found = places('" b ": {c: 1}')

    assert found.value("a.b.c") == found.value("a. b .c") == Mark("a.yaml", 1, 12)


def test_beside_keys_that_are_none_all_else_has_its_place() -> None:
    """A list, a mapping, an alias, something with a tag."""
    found = places("? [x, y]\n: 1\n? {z: 1}\n: 2\n*b : 3\n!t c: 4\nc: 5")

    assert found.value("a.c") == Mark("a.yaml", 7, 4)
    assert found.key("a.b") is None


@pytest.mark.parametrize(
    ("text", "column", "place"),
    [
        ("f: a + b", 4, (1, 8)),
        ("f: 'a + b'", 4, (1, 9)),
        ('f: "a + b"', 4, (1, 9)),
        ("f: >-\n  a +\n     b", 4, (3, 6)),
        ("f: >- # why\n\n  a +\n\n  b\n", 4, (5, 3)),
        ("f: |\n  a\n  + b\n", 4, (3, 5)),
        ("f: a\n  + b", 2, (2, 3)),
        ("f: a + b", 99, (1, 8)),
        ('f: "\\x61 + b"', 4, (1, 4)),
        ("f: &x a + b", 4, (1, 4)),
        ("f: >-\n", 4, (1, 4)),
    ],
)
def test_a_letter_of_a_formula_has_its_place(
    text: str, column: int, place: tuple[int, int]
) -> None:
    """In every style; where that cannot be told, it is the formula's beginning."""
    assert places(text).letter("a.f", "a + b", column) == Mark("a.yaml", *place)
