"""Papers and figures: the telegram in cipher, the calendar, news that slide in, the ghost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Month
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.stages.consequences import ConsequencesScreen, abbreviated
from game.screens.stages.record import TICK
from game.screens.stages.sending import SendingScreen
from game.screens.stages.telegram import enciphered
from game.widgets.geometry import Rect
from game.widgets.look import PLAIN, Look
from game.widgets.sheet import Clipped, Fill, Ink
from game.window.gallery import desk_at
from game.words.morse import keyed
from tests.screens.player import PAINTER, Player, seated, seen, written

LOOK = Look((1280, 720), PAINTER.fonts)


def ticks(player: Player) -> int:
    """Return how many bars on the desk carry a tick."""
    fills = [mark for mark in player.sheet.marks if isinstance(mark, Fill)]
    light = [mark.rect for mark in fills if mark.color == PLAIN.cream]
    bars = [spot.rect for spot in player.sheet.spots if spot.role == "bar"]
    return sum(any(bar.common(mark) == mark for mark in light) for bar in bars)


def said_of_the_path(player: Player) -> int:
    """Return of how many figures a reader hears where history stood."""
    return sum("On the documented path" in spot.label for spot in player.sheet.spots)


# --- the telegram ---


def test_what_is_not_decoded_stands_there_in_groups_of_five_figures(shipped: Campaign) -> None:
    """Words take their place from the beginning on."""
    player = seated(shipped, 1, Stage.TELEGRAM)
    before = player.text
    player.wait(2.5)

    words = "the enemy is advancing on moscow"
    assert words not in before
    assert all(len(one) == 5 for one in enciphered("ten letter").split())
    assert words in player.text
    assert any(one.isdigit() and len(one) == 5 for one in player.text.split())


def test_a_decoded_telegram_has_no_figures_left(shipped: Campaign) -> None:
    """Every group has become words."""
    player = seated(shipped, 1, Stage.TELEGRAM).wait(40)

    assert not [one for one in player.text.split() if one.isdigit() and len(one) == 5]


def test_figures_stand_still_while_the_words_before_them_come() -> None:
    """What is left of a line ends in the same figures, however much is gone."""
    assert enciphered("the enemy")[-4:] == enciphered("emy, the enemy")[-4:]


def test_figures_stay_on_the_paper(shipped: Campaign) -> None:
    """They are wider than words."""
    player = seated(shipped, 1, Stage.TELEGRAM, Settings(text=150))
    window = Rect(0, 0, *player.size)

    assert all(
        clip.common(ink.rect).w == ink.rect.w for ink, clip in seen(player.sheet.marks, window)
    )


def test_a_letter_is_not_in_cipher(changed: Callable[..., Campaign]) -> None:
    """Its words come as they are written."""
    campaign = changed("first-winter.yaml", "telegram:\n", "telegram:\n  came_as: letter\n")
    player = seated(campaign, 0, Stage.TELEGRAM)

    assert not [one for one in player.text.split() if one.isdigit() and len(one) == 5]


# --- the months ---


def months(campaign: Campaign, turn: int, passed: float) -> Player:
    """Return a player before the months of a telegram, some of which have passed."""
    player = seated(campaign, turn, Stage.CONSEQUENCES)
    assert isinstance(player.top, ConsequencesScreen)
    player.top.flight.share = 1.0
    player.top.passed = passed
    return player


def test_every_month_has_a_leaf(shipped: Campaign) -> None:
    """So that one sees how many there are."""
    found = [ink.text for ink in written(months(shipped, 0, 1.5).sheet.marks)]

    assert [one for one in ("JUL", "AUG", "SEP", "OCT") if one in found] == [
        "JUL",
        "AUG",
        "SEP",
        "OCT",
    ]


def test_of_more_than_a_year_only_the_present_one_hangs_there(shipped: Campaign) -> None:
    """The years before and after would push the news off the page."""
    found = [ink.text for ink in written(months(shipped, 5, 8.5).sheet.marks)]

    assert [one for one in found if one in ("JAN 43", "JAN 44", "JAN 45", "DEC")] == [
        "JAN 44",
        "DEC",
    ]


def test_january_brings_its_year() -> None:
    """The other months do not repeat it."""
    assert [abbreviated(Month(1942, one)) for one in (1, 12)] == ["Jan 42", "Dec"]


def newest(player: Player) -> int:
    """Return where the newest dispatch begins, from the left."""
    part = next(one for one in player.sheet.marks if isinstance(one, Clipped))
    inks = [one for one in part.marks if isinstance(one, Ink)]
    dated = [one for one in inks if "·" in one.text]
    return dated[0].rect.x - part.rect.x


def test_news_of_the_month_slide_in_and_come_to_rest(shipped: Campaign) -> None:
    """From the right, in less than half of the month."""
    places = [newest(months(shipped, 0, 1.0 + share)) for share in (0.05, 0.2, 0.5)]

    assert places[0] > places[1] > places[2] == 0


def test_nothing_slides_where_nothing_is_to_move(shipped: Campaign) -> None:
    """The news are there at once."""
    player = months(shipped, 0, 1.05)
    player.office.settings = Settings(motion=False)

    assert newest(player) == 0


def bars(player: Player) -> list[Rect]:
    """Return every filled bar of the desk."""
    fills = [mark.rect for mark in player.sheet.marks if isinstance(mark, Fill)]
    spots = [spot.rect for spot in player.sheet.spots if spot.role == "bar"]
    low = player.app.look(player.size).px(6)
    return [one for one in fills if one.h == low and any(box.common(one) == one for box in spots)]


def test_the_bars_move_from_month_to_month(shipped: Campaign) -> None:
    """They do not jump."""
    first, last = bars(months(shipped, 0, 2.0)), bars(months(shipped, 0, 2.9))
    between = bars(months(shipped, 0, 2.2))
    widths = list(zip(first, between, last, strict=True))

    assert first != last
    assert all(min(a.w, c.w) <= b.w <= max(a.w, c.w) for a, b, c in widths)


# --- the ghost ---


def test_the_first_telegram_shows_no_path_before_its_record(shipped: Campaign) -> None:
    """Nobody knew it."""
    for stage in (Stage.SITUATION, Stage.COUNCIL, Stage.DECISION, Stage.CONSEQUENCES):
        assert said_of_the_path(seated(shipped, 0, stage)) == 0


@pytest.mark.parametrize(
    ("turn", "stage"), [(0, Stage.RECORD), (1, Stage.SITUATION), (3, Stage.TELEGRAM)]
)
def test_from_the_first_record_on_every_figure_has_the_tick_of_the_documented_path(
    shipped: Campaign, turn: int, stage: Stage
) -> None:
    """It is seen, and a reader hears it."""
    player = seated(shipped, turn, stage)
    count = len(shipped.outline.indicators)

    assert ticks(player) == count
    assert said_of_the_path(player) == count


def test_while_months_pass_the_path_is_not_told(shipped: Campaign) -> None:
    """It would give away what the record is about to say."""
    assert said_of_the_path(months(shipped, 2, 1.0)) == 0


def test_the_record_says_what_the_tick_is(shipped: Campaign) -> None:
    """Nobody has to guess."""
    said = " ".join(spot.label for spot in seated(shipped, 0, Stage.RECORD).sheet.spots)

    assert TICK in said


# --- the sources ---


def test_the_sources_panel_ends_with_what_is_disputed(shipped: Campaign) -> None:
    """A reader of sources asks what they do not settle."""
    player = seated(shipped, 1, Stage.RECORD).click("sources")
    weak = shipped.scenarios[1].record.weak

    heard = [spot.label for spot in player.sheet.spots]
    assert all(str(one.text) in heard for one in weak)
    assert player.text.count("disputed:") == len(weak)


# --- the reply ---


def keying(campaign: Campaign, letters: int) -> Player:
    """Return a player who sees the reply go out, some letters of which are keyed."""
    player = seated(campaign, 0, Stage.DECISION)
    response = campaign.scenarios[0].decision.responses[0]
    screen = SendingScreen(player.office, desk_at(campaign, 0, Stage.DECISION), response)
    screen.sent, screen.keyed = True, float(letters)
    player.app.stack.append(screen)
    return player


def tape_of(player: Player) -> list[Rect]:
    """Return the signs on the tape, from the left."""
    part = next(one for one in player.app.top.view(LOOK).marks if isinstance(one, Clipped))
    fills = [one for one in part.marks if isinstance(one, Fill)]
    return sorted(one.rect for one in fills if one.color == PLAIN.red)


def signs(tape: list[Rect]) -> str:
    """Read a tape: dots and dashes, a space between letters, a stroke between words."""
    unit = tape[0].h
    read = ""
    for mark, after in zip(tape, [*tape[1:], None], strict=True):
        gap = (after.x - mark.right) // unit if after else 0
        read += {1: ".", 3: "-"}[mark.w // unit] + {0: "", 1: "", 3: " ", 7: " / "}[gap]
    return read


def test_the_tape_reads_as_the_letters_that_went_out_last(shipped: Campaign) -> None:
    """Dots, dashes and gaps are as long as the standard wants them."""
    player = keying(shipped, 90)
    reply = str(shipped.scenarios[0].decision.responses[0].reply)[:90].strip()
    whole = " ".join(one or "/" for one in keyed(reply))
    read = signs(tape_of(player))

    assert len(read) > 20
    assert whole.endswith(read)


def test_the_tape_is_seen_above_the_text_however_large_the_letters_are(shipped: Campaign) -> None:
    """Nobody must scroll to see it."""
    sheet = keying(shipped, 40).top.view(Look((1280, 720), PAINTER.fonts, 200))
    part = next(one for one in sheet.marks if isinstance(one, Clipped))
    reds = [one.rect for one in part.marks if isinstance(one, Fill) and one.color == PLAIN.red]

    assert reds
    assert all(one.common(part.rect) == one for one in reds)


def test_a_letter_has_no_tape(changed: Callable[..., Campaign]) -> None:
    """It is written, not keyed."""
    campaign = changed("first-winter.yaml", "telegram:\n", "telegram:\n  came_as: letter\n")

    assert tape_of(keying(campaign, 9)) == []


def test_a_telegram_in_large_letters_is_decoded_too(shipped: Campaign) -> None:
    """Where it scrolls it does not lie there decoded from the beginning."""
    player = seated(shipped, 1, Stage.TELEGRAM, Settings(text=200))
    before = player.text

    assert "the enemy is advancing" not in before
    assert "the enemy is advancing" in player.wait(5).text
