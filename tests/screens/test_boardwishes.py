"""What of the board is wished for: endings, answers, ranges of figures, lines one answer away."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.campaign.model import ShownAs
from game.screens.board.span import number_of
from game.screens.board.told import measures
from game.screens.board.walking import work_on
from tests.screens.boardplayer import (
    at_board,
    rows,
    shown,
)
from tests.screens.player import Player


def picked(player: Player, name: str, number: int) -> Player:
    """Take one of a list that opens from a row."""
    return player.click(name).click(f"choose:{number}")


@pytest.mark.parametrize("name", ["wish:ending", "wish:answer.0"])
def test_an_ending_or_an_answer_is_picked_from_a_list_and_given_up_again(
    harbour: Campaign, name: str
) -> None:
    player = at_board(harbour)
    whole = shown(player)

    fewer = shown(picked(player, name, 1))
    value = player.spot(name).value
    back = shown(picked(player, name, 0))

    assert 0 < fewer < whole
    assert value != "any"
    assert back == whole
    assert player.spot(name).value == "any"


def test_the_list_has_in_hand_what_holds_now(harbour: Campaign) -> None:
    player = picked(at_board(harbour), "wish:answer.1", 2)

    assert player.click("wish:answer.1").top.hand.focus == "choose:2"


def test_a_list_is_put_away_without_taking_anything(harbour: Campaign) -> None:
    player = at_board(harbour)
    whole = shown(player)

    player.click("wish:ending").press("escape")

    assert shown(player) == whole


def test_lines_one_answer_away_are_left_and_all_come_back(harbour: Campaign) -> None:
    player = at_board(harbour)
    whole = shown(player)

    fewer = shown(player.click("wish:beside"))
    again = shown(player.click("wish:beside"))
    player.click("wish:beside").click("wish:all")

    assert 0 < fewer < whole
    assert again == shown(player) == whole


def test_a_range_can_be_wished_of_every_axis_and_every_indicator(harbour: Campaign) -> None:
    player = at_board(harbour).click("wish:span")
    outline = harbour.outline

    titles = [one.label for one in rows(player, "choose")]

    assert titles == [one.title for one in measures(harbour)]
    assert len(titles) == len(outline.axes) + 3 * len(outline.indicators)
    assert f"{outline.indicators[0].title}, least on the way" in titles


def test_a_quarter_of_an_indicator_is_one_press_on_its_number(harbour: Campaign) -> None:
    player = at_board(harbour).click("wish:span").press("3")
    whole = player.top.name

    player.press("1")

    assert whole == "span"
    assert player.top.name == "board"
    assert 0 < shown(player) < 8
    assert player.spot("wish:span.2").value != ""


def test_the_picture_of_an_axis_asks_for_its_range(harbour: Campaign) -> None:
    player = at_board(harbour).click("axis:0")

    assert player.top.name == "span"
    assert str(harbour.outline.axes[0].title).casefold() in player.text


def at_range(campaign: Campaign) -> Player:
    """Return a player who is asked for a range of the first axis."""
    return at_board(campaign).click("axis:0")


def typed(player: Player, field: str, text: str) -> Player:
    """Type something in a field that may have something in it."""
    player.click(field)
    return player.press(*(["backspace"] * 20), *text)


def ends_of(campaign: Campaign) -> list[float]:
    """Return the values of the first axis, from the least."""
    board = work_on(campaign, str(campaign.model.readings[0].id)).board
    assert board is not None
    return sorted(board.ends.figures[0].tolist())


def test_a_range_is_typed_from_and_to(harbour: Campaign) -> None:
    low, *_, high = ends_of(harbour)
    middle = str(round((low + high) / 2))
    player = at_range(harbour)

    typed(typed(player, "from", str(round(low) - 1)), "to", middle).press("return")

    assert player.top.name == "board"
    assert shown(player) == sum(one <= float(middle) for one in ends_of(harbour))


def test_an_end_that_is_left_empty_sets_none(harbour: Campaign) -> None:
    low, *_, high = ends_of(harbour)
    middle = (low + high) / 2

    player = typed(at_range(harbour), "from", str(round(middle))).press("return")

    assert shown(player) == sum(one >= round(middle) for one in ends_of(harbour))


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("sea", "", "From: that is no number."),
        ("", "-", "To: that is no number."),
        ("2", "1", "no line would be left"),
        ("999998", "999999", "No line lies between"),
    ],
)
def test_a_range_that_makes_no_sense_is_told_and_nothing_changes(
    harbour: Campaign, low: str, high: str, said: str
) -> None:
    player = at_range(harbour)

    typed(typed(player, "from", low), "to", high).press("return")

    assert said in player.app.notice.text
    assert player.top.name == "span"


def test_a_range_is_shown_again_as_it_stands_and_can_be_given_up(harbour: Campaign) -> None:
    player = at_range(harbour).press("2")
    fewer = shown(player)

    player.click("wish:span.0")
    standing = player.spot("from").value
    same = shown(player.press("return"))
    player.click("wish:span.0").click("any")

    assert standing
    assert same == fewer < shown(player)


def test_a_range_is_left_as_it_was_by_going_back(harbour: Campaign) -> None:
    player = at_range(harbour)

    player.press("escape")

    assert shown(player) == len(ends_of(harbour))


@pytest.mark.parametrize(
    ("text", "shown_as", "value"),
    [
        ("1,010,000", ShownAs.COUNT, 1_010_000),
        ("1.01 million", ShownAs.COUNT, 1_010_000),
        ("−3", ShownAs.POINTS, -3),
        ("93", ShownAs.MILLIONS, 93e6),
        ("93 million", ShownAs.MILLIONS, 93e6),
        ("93000000", ShownAs.MILLIONS, 93e6),
        ("45 %", ShownAs.PERCENT, 0.45),
        ("45", ShownAs.PERCENT, 0.45),
        ("many", ShownAs.COUNT, None),
        ("", ShownAs.COUNT, None),
        ("nan", ShownAs.COUNT, None),
        ("1e999", ShownAs.COUNT, None),
    ],
)
def test_numbers_are_read_as_figures_are_written(
    text: str, shown_as: ShownAs, value: float | None
) -> None:
    assert number_of(text, shown_as) == (None if value is None else pytest.approx(value))
