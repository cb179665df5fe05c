"""The encyclopaedia in plain lines: entries, people, places and sources, found by a word."""

from __future__ import annotations

from functools import lru_cache

from game.campaign.campaign import Campaign, Entry, Source
from game.campaign.cast import Person
from game.campaign.geography import Place
from game.frozen import dataclass
from game.terminal.paper import Passage, passage
from game.terminal.statements import cited, statement
from game.words import wording

MOST = 24
"""Titles listed when a word finds many."""


@dataclass(frozen=True, slots=True)
class Article:
    """Something that can be looked up."""

    title: str
    names: tuple[str, ...]
    """What else it is called: its id, Chinese and Russian names."""
    passages: tuple[Passage, ...]


def contents(campaign: Campaign) -> list[Passage]:
    """Return the titles of every shelf."""
    entries = sorted(campaign.encyclopaedia, key=lambda one: str(one.title))
    shelves = [
        passage(f"{word}:", "  " + "; ".join(one.title for one in entries if one.kind is kind))
        for kind, word in wording.SHELVES.items()
    ]
    how = "Write e and a word to read: people, places and sources are found as well."
    return [passage("The encyclopaedia"), *shelves, passage(how)]


def looked_up(campaign: Campaign, word: str) -> list[Passage]:
    """Return the article a word means, or the titles of those that it may mean."""
    sought = " ".join(word.casefold().split())
    listed = articles(campaign)
    called = [one for one in listed if sought in _names(one)]
    if called:
        return [part for one in called for part in one.passages]
    found = _mentioning(listed, sought)
    if not found:
        return [passage(f"The encyclopaedia has nothing on {word!r}. e alone lists its titles.")]
    if len(found) == 1:
        return list(found[0].passages)
    titles = list(dict.fromkeys(one.title for one in found))
    more = f" and {len(titles) - MOST} more" if len(titles) > MOST else ""
    head = f"Several articles speak of {word!r}; write e and one of these:"
    return [passage(head, "  " + "; ".join(titles[:MOST]) + more)]


def _mentioning(listed: tuple[Article, ...], sought: str) -> list[Article]:
    """Return the articles with a word in one of their names, or else in their text."""
    named = [one for one in listed if any(sought in name for name in _names(one))]
    return named or [one for one in listed if sought in _words(one)]


def _names(one: Article) -> list[str]:
    return [name.casefold() for name in (one.title, *one.names)]


def _words(one: Article) -> str:
    return " ".join(line for part in one.passages for line in part.lines).casefold()


@lru_cache(maxsize=2)
def articles(campaign: Campaign) -> tuple[Article, ...]:
    """Return all there is: entries first, then what has no entry."""
    told = {one.person for one in campaign.encyclopaedia}
    return (
        *(_entry(campaign, one) for one in campaign.encyclopaedia),
        *(_person(campaign, one) for one in campaign.cast if one.id not in told),
        *(_place(one) for one in campaign.geography.places),
        *(_source(one) for one in campaign.sources),
    )


def _entry(campaign: Campaign, one: Entry) -> Article:
    titles = {other.id: str(other.title) for other in campaign.encyclopaedia}
    person = next((who for who in campaign.cast if who.id == one.person), None)
    also = ", ".join(titles[key] for key in one.also)
    return Article(
        one.title,
        _called(one.id, one.chinese, one.russian, *one.names),
        (
            passage(*_head(one.title, one.chinese, one.russian)),
            *(_cast(campaign, person) if person else ()),
            passage(
                one.first,
                one.more or "",
                f"  Evidence: {one.grade}.",
                cited(campaign, one.sources),
                f"  See also: {also}." if also else "",
            ),
        ),
    )


def _person(campaign: Campaign, one: Person) -> Article:
    head = passage(*_head(one.name, one.chinese, one.russian))
    names = _called(one.id, one.chinese, one.russian)
    return Article(one.name, names, (head, *_cast(campaign, one)))


def _cast(campaign: Campaign, one: Person) -> tuple[Passage, ...]:
    """Return what the cast says about somebody."""
    born = f", born {one.born}" if one.born else ""
    post = f"{one.post[:1].upper()}{one.post[1:]}{born}."
    outlook = statement(campaign, "Outlook", one.outlook, one.grade, one.sources)
    return passage(one.name, post), outlook


def _place(one: Place) -> Article:
    today = f"Today: {one.modern}." if one.modern else ""
    east, north = one.at
    where = f"On the map at {north:.1f} degrees north, {east:.1f} degrees east."
    names = _called(one.id, one.chinese, one.modern)
    return Article(one.name, names, (passage(*_head(one.name, one.chinese), today, where),))


def _source(one: Source) -> Article:
    cited_as = wording.source(one)
    names = _called(one.id, str(one.title))
    return Article(cited_as, names, (passage("A source", cited_as, f"  Seen: {one.seen}"),))


def _head(title: str, *names: str | None) -> tuple[str, ...]:
    others = ", ".join(filter(None, names))
    return (f"{title} ({others})",) if others else (title,)


def _called(*names: str | None) -> tuple[str, ...]:
    return tuple(str(one) for one in names if one)
