"""The page: one file that needs nothing, says everything, and is well formed."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from game.chronicle.chronicle import Chronicle, Section, Statement, Table, Words
from game.chronicle.page import page
from game.chronicle.style import DARK, LIGHT
from tests.diagrams.test_diagrams import contrast

LARGEST = 500_000
"""Bytes: a page that a school's mail takes."""
EMPTY = {"meta", "br", "link", "img", "hr", "input"}


class Reader(HTMLParser):
    """Takes note of elements and whether each is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open += [] if tag in EMPTY else [tag]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.wrong += [] if self.open and self.open.pop() == tag else [tag]

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every element of a kind."""
        return [attributes for one, attributes in self.elements if one == tag]


@pytest.fixture(scope="module")
def html(of_shipped: Chronicle) -> str:
    """The page of the shipped campaign."""
    return page(of_shipped)


@pytest.fixture(scope="module")
def reader(html: str) -> Reader:
    """What stands in it."""
    return Reader(html)


def test_every_element_is_closed_where_it_should_be(reader: Reader) -> None:
    """A browser need not guess."""
    assert reader.wrong == []
    assert reader.open == []


def test_nothing_is_loaded_from_anywhere_and_nothing_needs_a_script(
    html: str, reader: Reader
) -> None:
    """The page works in a room without a network."""
    tags = {tag for tag, _ in reader.elements}
    links = {str(one.get("href")) for one in reader.all("a")}

    assert not tags & {"script", "link", "img", "iframe", "object", "form"}
    assert all(one.startswith("#") for one in links)
    assert not re.search(r"url\(|@import|src=", html)


def test_every_link_leads_somewhere(reader: Reader) -> None:
    """And no name is given twice."""
    ids = [one["id"] for _, one in reader.elements if "id" in one]
    links = {str(one["href"])[1:] for one in reader.all("a")}

    assert links <= set(ids)
    assert len(ids) == len(set(ids))


def test_every_picture_has_a_title_and_words(reader: Reader, html: str) -> None:
    """A screen reader finds both."""
    pictures = reader.all("svg")

    assert len(pictures) > 12
    assert all(one["role"] == "img" and one["aria-labelledby"] for one in pictures)
    assert html.count("<desc id=") == len(pictures)


def test_every_table_says_what_its_cells_are(reader: Reader) -> None:
    """A caption for each, a scope for each head."""
    tags = [tag for tag, _ in reader.elements]

    assert tags.count("caption") == tags.count("table") > 5
    assert all(one.get("scope") in ("col", "row") for one in reader.all("th"))


def test_headings_go_down_one_by_one(reader: Reader) -> None:
    """One first heading, and no level is left out."""
    levels = [int(tag[1]) for tag, _ in reader.elements if re.fullmatch("h[1-6]", tag)]

    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_the_page_is_small_enough_to_be_sent(html: str) -> None:
    """Half a megabyte at most."""
    assert len(html.encode("utf-8")) < LARGEST


def test_the_same_chronicle_gives_the_same_page(of_shipped: Chronicle, html: str) -> None:
    """Byte for byte."""
    assert page(of_shipped) == html


def test_marks_of_markup_are_words_as_any_others(of_harbour: Chronicle) -> None:
    """An author may write what he likes."""
    bad = '<script>alert("1")</script>&\''
    parts = (
        Words(bad),
        Statement(bad, bad, next(iter(of_harbour.sources[0].uses))[0], sign="+"),
        Table(bad, (bad, bad), ((bad, bad),)),
    )
    chronicle = replace(of_harbour, title=bad, sections=(Section("one", bad, parts),), code=bad)
    found = Reader(page(chronicle))

    assert found.all("script") == []
    assert found.wrong == found.open == []


def test_the_run_code_stands_in_letters_and_as_a_picture(of_harbour: Chronicle) -> None:
    """Without one there is neither."""
    assert len(of_harbour.code) > 12
    assert of_harbour.code in page(of_harbour)
    assert 'id="run-code-title"' in page(of_harbour)
    assert "run-code" not in page(replace(of_harbour, code=""))


def test_a_chronicle_without_sources_has_no_list(of_harbour: Chronicle) -> None:
    """Nor a link to it."""
    assert 'id="sources"' not in page(replace(of_harbour, sources=(), sections=()))


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_from_their_ground(colours: str) -> None:
    """By 4.5 to 1 at least."""
    named = dict(re.findall(r"--(\w+):(#\w+)", colours))
    assert all(contrast(named[one], named["ground"]) >= 4.5 for one in ("ink", "faint", "mark"))
