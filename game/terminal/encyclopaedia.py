"""The encyclopaedia in plain lines: entries, people, places and sources, found by a word."""

from __future__ import annotations

from dataclasses import dataclass

from game import wording
from game.campaign.campaign import Campaign, Entry, Source
from game.campaign.cast import Person
from game.campaign.geography import Place
from game.terminal.paper import Passage, passage
from game.terminal.statements import cited, statement

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
    found = search(campaign, word)
    if len(found) == 1:
        return list(found[0].passages)
    if not found:
        return [
            passage(f"The encyclopaedia has nothing on {word!r}. Write e alone for its titles.")
        ]
    titles = "; ".join(one.title for one in found[:MOST])
    more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
    return [
        passage(
            f"{word!r} is found in {len(found)} articles; write e and one of these:", titles + more
        )
    ]


def search(campaign: Campaign, word: str) -> list[Article]:
    """Return the articles a word means: by name, by a part of a name, or by the text."""
    sought = " ".join(word.casefold().split())
    listed = articles(campaign)
    named = [(one, _names(one)) for one in listed]
    for matches in (
        [one for one, names in named if sought in names],
        [one for one, names in named if any(sought in name for name in names)],
        [one for one in listed if sought in _words(one)],
    ):
        if matches:
            return _one_a_title(matches)
    return []


def _one_a_title(found: list[Article]) -> list[Article]:
    """Return articles of one title as one: a person and an entry may share a name."""
    joined: dict[str, Article] = {}
    for one in found:
        before = joined.get(one.title)
        passages = before.passages if before else ()
        joined[one.title] = Article(one.title, one.names, passages + one.passages)
    return list(joined.values())


def _names(one: Article) -> list[str]:
    return [name.casefold() for name in (one.title, *one.names)]


def _words(one: Article) -> str:
    return " ".join(line for part in one.passages for line in part.lines).casefold()


def articles(campaign: Campaign) -> list[Article]:
    """Return all there is: entries first, then what has no entry."""
    told = {one.person for one in campaign.encyclopaedia}
    return [
        *(_entry(campaign, one) for one in campaign.encyclopaedia),
        *(_person(campaign, one) for one in campaign.cast if one.id not in told),
        *(_place(one) for one in campaign.geography.places),
        *(_source(one) for one in campaign.sources),
    ]


def _entry(campaign: Campaign, one: Entry) -> Article:
    titles = {other.id: str(other.title) for other in campaign.encyclopaedia}
    person = next((who for who in campaign.cast if who.id == one.person), None)
    also = ", ".join(titles[key] for key in one.also)
    return Article(
        one.title,
        _called(one.id, one.chinese, one.russian),
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
    names = _called(one.id, str(one.title), one.author)
    return Article(cited_as, names, (passage("A source", cited_as, f"  Seen: {one.seen}"),))


def _head(title: str, *names: str | None) -> tuple[str, ...]:
    others = ", ".join(filter(None, names))
    return (f"{title} ({others})",) if others else (title,)


def _called(*names: str | None) -> tuple[str, ...]:
    return tuple(str(one) for one in names if one)
