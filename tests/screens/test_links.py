"""Words that the encyclopaedia explains: marked, with a card, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.bindings import NO_LINK, links, pressable
from game.screens.flow import screen_for
from game.screens.menus.encyclopaedia import EncyclopaediaScreen
from game.screens.overlay import OverlayScreen, Told
from game.widgets.geometry import Rect
from game.widgets.sheet import Clipped, Fill, Ink, Op, Spot, Tilted
from game.window.gallery import desk_at
from tests.exhaustive import sampled
from tests.screens.player import Player, office, seated, written


@pytest.fixture
def reader(harbour: Campaign) -> Player:
    """Return a player before a paper that names the dike twice and the mayor once."""
    at = office(harbour)
    parts = (
        Told("", "The dike was looked at by Anna Vos."),
        Told("", "Where dikes hold, nobody asks."),
    )
    return Player(at, OverlayScreen(at, "A paper", parts))


def words(player: Player) -> list[tuple[str, str]]:
    """Return the links on the screen: the word under each, and its entry."""
    inks = list(written(player.sheet.marks))
    return [(under(inks, spot), spot.about) for spot in links(player.sheet)]


def under(inks: list[Ink], spot: Spot) -> str:
    """Return the line of text in which a link lies."""
    return next(ink.text for ink in inks if ink.rect.meets(spot.rect))


def lines(marks: tuple[Op, ...]) -> Iterator[Fill]:
    """Yield every filled rectangle."""
    for mark in marks:
        match mark:
            case Fill():
                yield mark
            case Clipped() | Tilted():
                yield from lines(mark.marks)
            case _:
                pass


def test_every_paragraph_marks_what_it_names(reader: Player) -> None:
    """Also what another has named before: that one may be out of sight."""
    first, second = "The dike was looked at by Anna Vos.", "Where dikes hold, nobody asks."

    assert words(reader) == [(first, "dike"), (first, "mayor"), (second, "dike")]


def test_a_word_is_underlined_where_it_stands(reader: Player) -> None:
    """No further than it reaches."""
    word = links(reader.sheet)[1].rect

    assert any(
        (line.rect.x, line.rect.w) == (word.x, word.w) and word.has(line.rect[:2])
        for line in lines(reader.sheet.marks)
    )


def test_the_mouse_on_a_word_lays_its_card_beside_it(reader: Player) -> None:
    """One sentence, and how to read on."""
    reader.hover(links(reader.sheet)[1].name)

    assert "the mayor." in reader.text
    assert "the whole entry" in reader.text


def test_the_card_goes_when_the_mouse_goes(reader: Player) -> None:
    """Nothing needs to be put away."""
    reader.hover(links(reader.sheet)[1].name).hover("close")

    assert "the mayor." not in reader.text


def test_a_click_on_a_word_opens_its_entry_and_escape_leads_back(reader: Player) -> None:
    """To the paper one was reading, with nothing over it."""
    paper = reader.top
    reader.click(links(reader.sheet)[0].name)
    assert isinstance(reader.top, EncyclopaediaScreen)
    assert reader.top.entry is not None
    assert reader.top.entry.id == "dike"

    reader.press("escape")

    assert reader.top is paper
    assert paper.hand.focus == "close"


def test_one_key_leads_from_word_to_word_and_round(reader: Player) -> None:
    """And with shift, back."""
    names = [spot.name for spot in links(reader.sheet)]
    on_it = []
    for key in ("shift+e", "shift+e", "shift+e", "shift+e", "shift+w"):
        reader.press(key)
        on_it.append(reader.top.hand.focus)

    assert on_it == [*names, names[0], names[2]]


def test_the_focus_on_a_word_lays_its_card_beside_it_and_enter_opens_the_entry(
    reader: Player,
) -> None:
    """As the mouse does."""
    reader.press("shift+e", "shift+e")
    assert "the mayor." in reader.text

    reader.press("return")

    assert isinstance(reader.top, EncyclopaediaScreen)


def test_the_key_for_more_opens_the_entry_of_the_word_in_focus(reader: Player) -> None:
    """It is about what has the focus, whatever that is."""
    reader.press("shift+e", "?")

    assert isinstance(reader.top, EncyclopaediaScreen)


def test_escape_first_puts_the_card_away(reader: Player) -> None:
    """And only then the paper."""
    paper = reader.top
    reader.press("shift+e", "escape")

    assert reader.top is paper
    assert "the whole entry" not in reader.text


def test_tab_passes_words_over(reader: Player) -> None:
    """A page has many words and few buttons."""
    for _ in pressable(reader.sheet):
        reader.press("tab")

        assert reader.top.hand.focus == "close"


def test_a_page_without_such_words_says_so(harbour: Campaign) -> None:
    """Rather than doing nothing."""
    at = office(harbour)
    player = Player(at, OverlayScreen(at, "A paper", (Told("", "It rains."),)))
    player.press("shift+e")

    assert NO_LINK.casefold() in player.text


def test_a_screen_reader_hears_the_sentence_of_a_word(reader: Player) -> None:
    """The card is heard, not only seen."""
    assert links(reader.sheet)[1].label == "Anna Vos. The mayor."


def test_what_only_cites_has_no_links(harbour: Campaign) -> None:
    """The title of a book is no text about the dike."""
    at = office(harbour)
    player = Player(at, OverlayScreen(at, "A paper", (Told("", "Sources: The dike, 1953"),)))

    assert words(player) == []


def test_an_entry_does_not_lead_to_itself(harbour: Campaign) -> None:
    """But to others it does."""
    at = office(harbour)

    assert "dike" not in [about for _, about in words(Player(at, EncyclopaediaScreen(at, "dike")))]


def test_a_word_broken_between_two_lines_is_one_link(harbour: Campaign) -> None:
    """It can be pressed on both, and the key stops there once."""
    at = office(harbour)
    narrow = Player(at, OverlayScreen(at, "A paper", (Told("", "Anna Vos"),)))
    paper = OverlayScreen(at, "A paper", tuple(Told("", f"{'o' * n} Anna Vos") for n in range(120)))
    found = links(Player(at, paper).sheet)
    whole = links(narrow.sheet)[0].rect.w
    broken = [one for one in found if one.rect.w < whole * 0.8]

    assert len({spot.name for spot in found}) == 120
    assert len(broken) == 2 * len({spot.name for spot in broken}) > 0


@pytest.mark.parametrize(
    ("size", "text"),
    sampled(
        [(size, text) for size in ((1024, 640), (1280, 720), (3840, 2160)) for text in (100, 200)],
        [((1024, 640), 200), ((1280, 720), 100)],
    ),
)
def test_every_card_of_a_page_lies_inside_the_window(
    shipped: Campaign, size: tuple[int, int], text: int
) -> None:
    """Above the word, where there is no room below it."""
    player = seated(shipped, 1, Stage.SITUATION, Settings(text=text)).resize(*size)
    window, plain = Rect(0, 0, *size), len(player.sheet.spots)
    for _ in {spot.name for spot in links(player.sheet)}:
        card = player.press("shift+e").sheet.spots[plain:]

        assert card
        assert all(spot.rect.common(window) == spot.rect for spot in card)


@pytest.mark.parametrize("stage", [one for one in Stage if one is not Stage.OPENING])
def test_every_stage_of_the_shipped_campaign_has_links(shipped: Campaign, stage: Stage) -> None:
    """Dispatches, telegram, council, responses, months, record and chronicle."""
    at = office(shipped)
    player = Player(at, screen_for(at, desk_at(shipped, 5, stage))).wait(60)

    assert links(player.sheet)


def test_the_menu_screens_have_none(player: Player) -> None:
    """They are no texts of the campaign."""
    assert links(player.sheet) == []
