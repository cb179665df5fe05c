"""The six stages of a telegram: what each lets one do, and what it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest

from game.campaign.campaign import Campaign
from game.files.settings import Settings
from game.playthrough.desk import Guess, Stage
from game.screens.stages.decision import DecisionScreen
from game.screens.stages.sending import SendingScreen
from game.widgets.typeset import Face
from tests.screens.player import at_desk, chart, seated, written

# --- the situation ---


def test_a_press_on_a_dispatch_sends_the_camera_to_its_place_and_another_back(
    harbour: Campaign,
) -> None:
    player = seated(harbour, 0, Stage.SITUATION).wait(3)
    theatre = chart(player).scene.camera

    player.click("slip:whale").wait(3)
    there = chart(player).scene.camera
    player.click("slip:whale").wait(3)

    assert there != theatre
    assert chart(player).scene.camera == theatre


def test_tab_goes_from_dispatch_to_dispatch_and_the_camera_follows(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).wait(3)
    theatre = chart(player).scene.camera

    player.tab_to("slip:whale").wait(3)

    assert chart(player).scene.camera != theatre


# --- the telegram ---


def test_a_letter_is_not_in_cipher_and_its_reply_is_not_keyed(
    changed: Callable[..., Campaign],
) -> None:
    campaign = changed("first-winter.yaml", "telegram:\n", "telegram:\n  came_as: letter\n")
    read = seated(campaign, 0, Stage.TELEGRAM).press("return").text
    player = seated(campaign, 0, Stage.DECISION).press("1", "return").click("skip").press("return")
    written = player.wait(9).text

    assert "letter · the ministry of water" in read
    assert "received" in read
    assert "cipher" not in read
    assert "decoded" not in read
    assert "writing." in written
    assert "–" not in written
    assert {"type-1", "type-2", "type-3"} <= set(player.heard)
    assert "morse-dot" not in player.heard


def test_a_wire_counts_its_words(changed: Callable[..., Campaign]) -> None:
    campaign = changed("first-winter.yaml", "telegram:\n", "telegram:\n  came_as: wire\n")
    text = seated(campaign, 0, Stage.TELEGRAM).press("return").text

    assert "telegram · the ministry of water" in text
    assert "words 10" in text
    assert "delivered" in text


def test_a_telegram_is_decoded_letter_by_letter(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM).wait(0.2)

    assert "the sea will" in player.text
    assert "high this winter" not in player.text


def test_decoding_is_skipped_with_one_press_and_the_next_goes_on(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM).press("return")
    decoded, still_here = player.text, player.top.name

    player.press("return")

    assert "raise your dike." in decoded
    assert still_here == "telegram"
    assert player.top.name == "council"


def test_decoding_comes_to_an_end_by_itself(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM).wait(3)

    assert "raise your dike." in player.text
    assert not player.top.update(0.05)


@pytest.mark.parametrize("keys", [("return",), ()])
def test_a_telegram_is_stamped_once_when_it_is_decoded(
    harbour: Campaign, keys: tuple[str, ...]
) -> None:
    """At once, or letter by letter."""
    player = seated(harbour, 0, Stage.TELEGRAM).press(*keys).wait(5)

    assert player.heard.count("stamp") == 1
    assert player.heard[-1] == "stamp"


def test_how_the_telegram_is_known_is_told_with_its_evidence(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM).press("?")

    assert "the date is on the form." in player.text
    assert "the book of tides" in player.text
    assert player.press("escape").top.name == "telegram"


# --- the council ---


def test_only_as_many_questions_are_heard_as_there_is_time_for(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.COUNCIL).press("1", "2", "3")
    questions = shipped.scenarios[0].council.questions

    assert player.desk.noted.asked == (questions[0].id, questions[1].id)
    assert player.spot(f"ask:{questions[2].id}").state == "no time left"
    assert not player.spot(f"ask:{questions[2].id}").enabled
    assert "time for no questions" in player.text
    assert [str(one.ask).lower() + "  ✓" in player.text for one in questions[:3]] == [
        True,
        True,
        False,
    ]


def test_enter_hears_one_voice_after_the_other_and_only_then_decides(shipped: Campaign) -> None:
    speeches = shipped.scenarios[0].council.speeches
    player = seated(shipped, 0, Stage.COUNCIL)
    heard = []
    for _ in speeches:
        heard.append(next(n for n in range(5) if player.spot(f"voice:{n}").state == "speaking"))
        player.press("return")

    assert heard == [*range(len(speeches))]
    assert player.top.name == "decision"


def test_a_voice_that_was_picked_out_is_not_heard_again(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.COUNCIL).click("voice:1").click("on")

    assert player.spot("voice:2").state == "speaking"


def test_an_answer_does_not_cut_off_the_voices_that_have_not_spoken(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.COUNCIL).press("1", "return")

    assert player.spot("voice:1").state == "speaking"


def test_whoever_comes_back_to_ask_more_has_heard_all(shipped: Campaign) -> None:
    player = seated(shipped, 0, Stage.COUNCIL).press("1").click("next").press("c")

    assert player.top.name == "council"
    assert player.press("return").top.name == "decision"


def test_one_may_decide_without_having_heard_all(shipped: Campaign) -> None:
    assert seated(shipped, 0, Stage.COUNCIL).click("next").top.name == "decision"


@pytest.mark.parametrize(("text", "tall"), [(100, 20), (125, 22), (140, 23)])
def test_what_is_said_is_as_large_as_there_is_room(shipped: Campaign, text: int, tall: int) -> None:
    """In per cent of 16.5 pixels it has 121, 109 and 100: with large letters it scrolls."""
    player = seated(shipped, 0, Stage.COUNCIL, replace(Settings(), text=text))

    assert {one.px for one in written(player.sheet.marks) if one.face is Face.TEXT} == {tall}


def test_an_answer_is_heard_again_without_taking_time(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).press("1").click("voice:0")

    player.press("1")

    assert "six months with ten gangs." in player.text
    assert player.desk.noted.asked == ("how-long",)


def test_once_there_is_no_time_left_the_keys_only_let_answers_be_heard_again(
    shipped: Campaign,
) -> None:
    player = seated(shipped, 0, Stage.COUNCIL)
    assert "1-6 ask" in player.foot.casefold()

    player.press("1", "2")

    assert "1-2 hear again" in player.foot.casefold()
    assert "ask" not in player.foot.casefold()


def test_an_answer_says_what_it_puts_on_the_table(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).click("ask:how-long")

    assert "on the table now: ten gangs." in player.text


def test_an_answer_says_what_it_takes_off_and_what_it_puts_in_doubt(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).click("ask:how-sure")

    assert "off the table: pray." in player.text
    assert "this puts in doubt: quay" in player.text


def test_a_portrait_lets_its_person_speak(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).click("voice:1")

    assert "give me ten gangs." in player.text
    assert player.spot("voice:1").state == "speaking"


def test_questions_are_remembered_when_one_turns_back(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).press("1", "return")

    player.press("c")

    assert player.top.name == "council"
    assert player.spot("ask:how-long").state == "asked"


# --- turning back ---


def test_earlier_stages_of_the_telegram_are_a_click_away(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION)

    assert player.press("t").top.name == "telegram"
    assert player.click("Back to the situation").top.name == "situation"


def test_no_stage_is_entered_before_its_time(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.TELEGRAM)

    assert [name for name in player.names if name.startswith("stage:")] == ["stage:situation"]


def test_an_answer_is_not_taken_back(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.RECORD)

    assert {name for name in player.names if name.startswith("stage:")} == {"stage:consequences"}


# --- the decision ---


def test_an_answer_nobody_raised_cannot_be_chosen_and_says_so(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).wait(2).click("card:ten-gangs")

    assert player.spot("card:ten-gangs").state == "closed"
    assert "nobody at the council has raised this" in player.text
    assert "send" not in player.names


def test_an_answer_the_council_ruled_out_cannot_be_chosen_and_says_so(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.COUNCIL).press("2").click("next").wait(2)

    player.click("card:pray")

    assert player.spot("card:pray").state == "closed"
    assert "the council has ruled it out" in player.text
    assert "send" not in player.names


def test_an_answer_the_purse_cannot_pay_says_what_is_in_it(harbour: Campaign) -> None:
    player = at_desk(harbour, ("ten-gangs",), Stage.DECISION)
    refused = cast("DecisionScreen", player.top).table()[1].refusal

    shut = player.spot("card:ten-gangs")

    assert refused is not None
    assert shut.state == "closed"
    assert "Nobody" in shut.label or "crowns" in shut.label


def test_the_number_of_a_closed_card_does_nothing(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("2", "return")

    assert player.top.name == "decision"
    assert cast("DecisionScreen", player.top).chosen == ""


def test_enter_sends_nothing_before_a_card_is_chosen(harbour: Campaign) -> None:
    assert seated(harbour, 0, Stage.DECISION).press("return").top.name == "decision"


def test_one_may_think_again_and_the_card_is_still_chosen(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "k")
    before_sending = player.top.name

    player.press("escape")

    assert before_sending == "sending"
    assert player.spot("card:wait").state == "chosen"
    assert player.desk.playthrough.line == ()


def test_a_second_click_on_a_chosen_card_goes_on_to_send_it(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).wait(2).click("card:wait").click("card:wait")

    assert player.top.name == "foresight"


def test_the_reply_is_keyed_in_morse_until_it_is_out(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "k", "return")
    player.wait(0.5)
    half = cast("SendingScreen", player.top).keyed

    player.wait(5)

    assert 0 < half < len(harbour.scenarios[0].decision.responses[0].reply)
    assert cast("SendingScreen", player.top).finished
    assert {"morse-dot", "morse-dash"} <= set(player.heard)


def test_an_answer_once_sent_is_kept_at_once(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "k", "return", "return")

    assert player.desk.stage is Stage.CONSEQUENCES
    assert player.desk.playthrough.line == ("wait",)


# --- the estimates ---


def test_an_estimate_is_noted_with_how_sure_one_is(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "2", "r", "return")

    player.press("return", "return")

    assert player.desk.noted.guesses == (
        Guess(harbour.scenarios[0].decision.estimates[0].id, 1, 90),
    )


def test_an_estimate_is_not_noted_before_an_answer_is_chosen(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return")

    assert "next" not in player.names
    assert player.press("return").top.name == "foresight"


def test_the_ledger_sets_an_estimate_beside_what_came(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "3", "q", "return")

    player.press("return", "return", "return", "return")

    assert player.top.name == "consequences"
    assert "what you foresaw" in player.text
    assert "you said, 50 in 100: higher. it came otherwise" in player.text


def test_estimates_may_be_skipped(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.DECISION).press("1", "return", "k", "return", "return")

    assert player.desk.noted.guesses == ()
