"""Whatever stands in the files: problems with places, never a traceback."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenarios.read import Reading, read
from tests.exhaustive import examples

HARBOUR = Path(__file__).parents[1] / "campaigns" / "harbour"
FILES = {path.name: path.read_bytes() for path in sorted(HARBOUR.glob("*.yaml"))}
NAMES = st.sampled_from(sorted(FILES))
SPICE = st.sampled_from(
    [
        *(b"&a ", b"*a", b"!!int ", b"<<: ", b"---\n", b"...\n", b"%YAML 1.1\n", b"? ", b": "),
        *(b"[", b"]", b"{", b"}", b"'", b'"', b"|", b">-\n", b"#", b"\t", b"\r", b"\n", b"- "),
        *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8", b"\x7f"),
        *(b"999999999999999999", b"1e999", b"-", b"0x1F", b"1:30", b".nan", b"~", b"true"),
        *(b"(" * 50, b"[" * 60, b"a." * 30, b" ** ", b"9999-12", b"0000-01", b"{crest}", b"{{"),
    ]
)

FEW = settings(max_examples=examples(25))
"""Each example reads a whole campaign."""


def sound(found: Reading) -> bool:
    """Return whether a reading is a campaign, or problems that can be shown."""
    for one in found.problems:
        assert one.mark.line >= 1
        assert one.mark.column >= 1
        assert one.code
        assert one.what
        assert one.fix
        assert str(one).encode()
    return (found.campaign is None) == bool(found.problems)


def with_file(name: str, data: bytes) -> Mapping[str, bytes]:
    """Return the harbour with another file in one place."""
    return FILES | {name: data}


@FEW
@given(NAMES, st.binary(max_size=200))
def test_any_bytes_in_a_file(name: str, data: bytes) -> None:
    """Most of them no text at all."""
    assert sound(read(with_file(name, data)))


@FEW
@given(NAMES, st.text(alphabet="abcdeit: -[]{},'\"&*!|>%#?\n", max_size=60))
def test_any_text_that_looks_like_yaml(name: str, text: str) -> None:
    """Indents, brackets, quotes."""
    assert sound(read(with_file(name, text.encode())))


@FEW
@given(NAMES, st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 40), SPICE), max_size=3))
def test_a_file_with_spots_of_something_else(
    name: str, edits: list[tuple[int, int, bytes]]
) -> None:
    """Cut out a piece, put something odd there."""
    data = FILES[name]
    for place, length, spice in edits:
        at = place % len(data)
        data = data[:at] + spice + data[at + length :]

    assert sound(read(with_file(name, data)))


@FEW
@given(NAMES, NAMES)
def test_a_file_in_the_place_of_another(name: str, other: str) -> None:
    """The cast as the map, a scenario as the model."""
    assert sound(read(with_file(name, FILES[other])))


@FEW
@given(NAMES, st.integers(0, 10**6))
def test_a_file_cut_short(name: str, length: int) -> None:
    """As after a full disk."""
    assert sound(read(with_file(name, FILES[name][: length % len(FILES[name])])))


@FEW
@given(NAMES, st.data())
def test_a_line_moved_or_repeated(name: str, data: st.DataObject) -> None:
    """As by a slip of the hand."""
    lines = FILES[name].splitlines(keepends=True)
    source = data.draw(st.integers(0, len(lines) - 1))
    goal = data.draw(st.integers(0, len(lines) - 1))
    lines.insert(goal, lines[source])

    assert sound(read(with_file(name, b"".join(lines))))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1"])
@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_in_another_encoding(name: str, encoding: str) -> None:
    """Plain ASCII is the same in some of them."""
    assert sound(read(with_file(name, FILES[name].decode().encode(encoding))))


@FEW
@given(st.integers(1, 10**12), st.integers(-(10**12), 10**12))
def test_any_numbers_in_the_model(first: int, second: int) -> None:
    """Large ones run away and are reported."""
    data = FILES["model.yaml"].replace(b"value: 300", b"value: %d" % first)
    data = data.replace(b"levy - 20000", b"levy * levy - %d" % second)

    assert sound(read(with_file("model.yaml", data)))
