"""Playing in the terminal: every stage, every command, every way in and out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import hypothesis.strategies as some
import pytest
from hypothesis import HealthCheck, given, settings

from game.campaign.campaign import Campaign
from game.playthrough.desk import Guess, Stage
from game.terminal.paper import Paper
from game.terminal.sitting import AtShelf, AtStage, AtTitle, Confirming, Foreseeing, Keyed
from tests.exhaustive import examples
from tests.terminal.typist import (
    AGAIN,
    HOW,
    SENT,
    TO_COUNCIL,
    TO_DECISION,
    TO_LEDGER,
    TO_RECORD,
    Sit,
    Typist,
)


def test_enter_leads_through_a_whole_campaign(sit: Sit) -> None:
    typist = sit().types(*TO_RECORD, *AGAIN)

    assert typist.desk.stage is Stage.CHRONICLE
    assert typist.desk.playthrough.line == ("wait", "wait")
    assert typist.status == 0


def test_the_telegram_is_marked_as_a_reconstruction(sit: Sit) -> None:
    typist = sit().types("", "", "")

    assert "RECONSTRUCTION. These are not the words of a document." in typist.text


def test_the_reply_goes_to_whoever_asks(
    harbour: Campaign, changed: Callable[..., Campaign], tmp_path: Path
) -> None:
    asked = changed("campaign.yaml", "home: town-hall", "home: town-hall\nasker: the ministry")
    nobody = Typist(harbour, tmp_path / "a").types(*TO_DECISION, "A", "")
    ministry = Typist(asked, tmp_path / "b").types(*TO_DECISION, "A", "")

    assert "The reply: Wait Nothing is done." in nobody.last
    assert "To the ministry: Wait Nothing is done." in ministry.last


def test_a_letter_has_no_cipher_and_no_morse(
    changed: Callable[..., Campaign], tmp_path: Path
) -> None:
    campaign = changed("first-winter.yaml", "telegram:\n", "telegram:\n  came_as: letter\n")
    typist = Typist(campaign, tmp_path).types(*SENT)

    assert "Letter number 1. From: The ministry of water Received: 1 October 1900." in typist.text
    assert "The reply is written." in typist.text
    assert "Cipher" not in typist.text
    assert "Morse" not in typist.text


def test_a_question_is_answered_once_there_is_time(sit: Sit) -> None:
    typist = sit().types(*TO_COUNCIL, "1", "2")

    assert typist.desk.noted.asked == ("how-long",)
    assert "On the table now: Ten gangs." in typist.text
    assert "There is no time for another question." in typist.text


def test_a_question_that_was_asked_can_be_heard_again(sit: Sit) -> None:
    typist = sit().types(*TO_COUNCIL, "1", "1")

    assert typist.text.count("Six months with ten gangs.") == 2


def test_a_closed_response_says_why(sit: Sit) -> None:
    typist = sit().types(*TO_DECISION, "B")

    assert "Nobody at the council has raised this." in typist.text
    assert typist.sitting.place == AtStage()


def test_a_capital_b_chooses_and_a_small_b_goes_back(sit: Sit) -> None:
    chosen = sit().types(*TO_COUNCIL, "1", "", "B")
    back = sit().types("2", "", "", "", "1", "", "b")

    assert isinstance(chosen.sitting.place, Foreseeing)
    assert back.desk.stage is Stage.COUNCIL


def test_estimates_are_noted_and_set_beside_what_came(sit: Sit) -> None:
    typist = sit().types(*TO_DECISION, "A", "3", "1", "y", "", "a")

    assert typist.desk.noted.guesses == (Guess(typist.desk.noted.guesses[0].estimate, 2, 50),)
    assert "You said, 50 in 100: Higher. It came otherwise" in typist.text


def test_an_estimate_of_an_answer_that_was_not_sent_is_forgotten(sit: Sit) -> None:
    typist = sit().types(*TO_DECISION, "A", "3", "1", "b", "A", "", "y")

    assert typist.desk.noted.guesses == ()


def test_nothing_is_sent_without_a_yes(sit: Sit) -> None:
    typist = sit().types(*TO_DECISION, "A", "", "", "q")

    assert isinstance(typist.sitting.place, Confirming)
    assert "y: send it" in typist.text


def test_the_reply_is_keyed_in_morse(sit: Sit) -> None:
    typist = sit().types(*SENT)

    assert typist.sitting.place == Keyed()
    assert "In Morse: .-- . / ... .... .- .-.. .-.." in typist.text


def test_a_reply_that_went_out_cannot_be_called_back(sit: Sit) -> None:
    typist = sit().types(*SENT, "b", "", "b")

    assert "it cannot be called back" in typist.text
    assert typist.desk.stage is Stage.CONSEQUENCES


def test_the_months_pass_one_by_one(sit: Sit) -> None:
    typist = sit().types(*SENT, "", "", "")

    assert typist.sitting.page == 2
    assert "November 1900" in typist.text
    assert "February 1901" not in typist.text


def test_why_is_told_once_the_ledger_lies_open(sit: Sit) -> None:
    early = sit().types(*SENT, "", "w 1")
    late = sit().types("2", *TO_LEDGER[1:], "w 1", "w 9", "w")

    assert "No ledger lies open yet" in early.text
    assert "Why: The dike" in late.text
    assert late.text.count("Write w and a number from 1 to 3") == 2


def test_back_leads_from_the_record_to_the_ledger_and_to_the_months(sit: Sit) -> None:
    record = sit().types(*TO_RECORD, "b")
    months = sit().types("2", *TO_RECORD[1:], "b", "b")

    assert record.desk.stage is Stage.CONSEQUENCES
    assert record.sitting.page == 12
    assert months.sitting.page == 0


def test_the_indicators_do_not_run_ahead_of_the_months(sit: Sit) -> None:
    typist = sit().types(*SENT, "", "i", "m")

    assert "The figures on the desk, November 1900" in typist.text
    assert "The map in words, November 1900" in typist.text
    assert "documented path" not in typist.text


def test_truth_and_the_documented_path_stand_beside_the_figures_at_the_record(sit: Sit) -> None:
    typist = sit().types(*TO_RECORD, "i")

    assert "In truth:" in typist.last
    assert "On the documented path:" in typist.last


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("xyz", "'xyz' is no command. Enter: to the telegram."),
        ("7", "There is no 7 to choose here. Enter: to the telegram."),
        ("99999999999999999999", "There is no 999 to choose here."),
        ("b", "There is no earlier stage to go back to from here. Enter: to the telegram."),
        ("y", "Nothing waits for a yes."),
        ("d 1", "d deletes only in the list of saves"),
        ("\x1b[2J", "'?[2J' is no command."),
        ("b later", "'b later' is no command."),
        ("e sea wall", "A wall of earth between the town and the sea."),
        ("e Atlantis", "The encyclopaedia has nothing on 'Atlantis'."),
        ("?", "Commands Enter: goes on"),
        ("e", "People: Anna Vos"),
        ("e anna", "born 1851"),
        ("e the", "Several articles speak of 'the'"),
        ("e 1640", "It was begun in 1640."),
        ("o", "Telegram 1: The first winter"),
        ("o 0", "Before the first telegram"),
        ("o 2", "There is no '2' here; it has: 0, 1."),
        ("s", "Saved as save-"),
    ],
)
def test_every_line_has_an_answer(sit: Sit, typed: str, said: str) -> None:
    typist = sit().types("", "", typed)

    assert said in typist.last


def test_at_the_title_there_is_nothing_to_save_or_measure(sit: Sit) -> None:
    typist = sit().types("s", "i", "m", "o", "w 1", "a", "b", "9", "r", "3", "4")

    assert typist.status == 0
    assert isinstance(typist.sitting.place, AtTitle)
    assert not typist.folder.exists()


def test_the_rest_of_a_stage_is_read_at_once(sit: Sit) -> None:
    typist = sit()
    typist.paper = Paper(40, 12)
    typist.types("", "a", "", "a", "", "a")

    assert typist.desk.stage is Stage.TELEGRAM
    assert "What was asked" in typist.text
    assert typist.text.endswith(f"Your game is saved. To go on, write: {HOW}")


def test_the_end_of_input_saves_and_says_how_to_go_on(sit: Sit) -> None:
    first = sit().types(*TO_COUNCIL, "1")
    second = sit().types("")

    assert first.status == 0
    assert f"Your game is saved. To go on, write: {HOW}" in first.text
    assert "1. Continue: Telegram 1: The first winter, council" in second.text
    assert second.desk == first.desk


def test_an_interrupt_saves_and_ends_with_130(sit: Sit) -> None:
    typist = sit()
    typist.end = KeyboardInterrupt
    typist.types(*SENT, "")

    assert typist.status == 130
    assert sit().types("").desk == typist.desk


def test_quitting_says_how_to_go_on(sit: Sit) -> None:
    typist = sit().types("", "q", "never read")

    assert HOW in typist.text
    assert typist.lines == ["never read"]


def test_a_save_is_listed_and_loaded(sit: Sit) -> None:
    sit().types(*TO_COUNCIL, "s")
    typist = sit().types("2", "l", "1")

    assert "council" in typist.text
    assert typist.desk.stage in (Stage.COUNCIL, Stage.OPENING)
    assert "Taken up:" in typist.text


def test_a_save_is_deleted_only_after_a_yes(sit: Sit) -> None:
    sit().types("")
    kept = sit().types("l", "d 1", "b", "d 7", "9", "b")
    gone = sit().types("l", "d 1", "y", "b")

    assert kept.status == 0
    assert "Delete Before the first telegram" in gone.text
    assert "There are no saves." in gone.text
    assert list(gone.folder.glob("*.json")) == []
    assert isinstance(gone.sitting.place, AtTitle)


def test_the_list_of_saves_leads_back_to_where_it_was_opened(sit: Sit) -> None:
    open_list = sit().types(*TO_COUNCIL, "l", "l")
    typist = sit().types("", "l", "")

    assert isinstance(open_list.sitting.place, AtShelf)
    assert typist.desk.stage is Stage.COUNCIL


def test_a_file_that_is_no_save_is_named_and_kept(sit: Sit, tmp_path: Path) -> None:
    folder = tmp_path / "saves"
    folder.mkdir()
    (folder / "auto-x-1.json").write_text("{", encoding="utf-8")
    typist = sit().types()

    assert "auto-x-1.json is not a save: it is not whole." in typist.text
    assert (folder / "set-aside" / "auto-x-1.json").exists()


def test_a_save_of_a_changed_campaign_says_what_has_changed(
    sit: Sit, changed: Callable[..., Campaign], tmp_path: Path
) -> None:
    sit().types(*TO_LEDGER)
    other = changed("first-winter.yaml", "wait:", "linger:")
    typist = Typist(other, tmp_path / "saves").types("")

    assert "The campaign has changed since this save." in typist.text
    assert "Telegram 1 has no response 'wait'" in typist.text
    assert typist.desk.stage is Stage.SITUATION


def test_a_save_of_another_campaign_is_not_offered_but_explained(
    sit: Sit, changed: Callable[..., Campaign], tmp_path: Path
) -> None:
    sit().types("")
    other = changed("campaign.yaml", "id: harbour", "id: haven")
    typist = Typist(other, tmp_path / "saves").types("l", "1")

    assert "Continue" not in typist.text
    assert "This save cannot be played here. It belongs to the campaign 'harbour'" in typist.text


def test_a_disk_that_cannot_be_written_is_said_and_play_goes_on(
    harbour: Campaign, tmp_path: Path
) -> None:
    (tmp_path / "saves").write_text("a file where a folder should be", encoding="utf-8")
    typist = Typist(harbour, tmp_path / "saves").types("", "", "s")

    assert typist.text.count("It could not be saved:") >= 3
    assert typist.desk.stage is Stage.SITUATION


def test_after_the_chronicle_a_new_campaign_meets_other_luck(sit: Sit) -> None:
    typist = sit().types(*TO_RECORD, *AGAIN, "")

    assert typist.desk.stage is Stage.SITUATION
    assert typist.desk.playthrough.line == ()
    assert typist.desk.playthrough.seed == 8


def test_a_new_campaign_leaves_the_saves_of_the_old_one_alone(sit: Sit) -> None:
    typist = sit().types(*TO_RECORD, *AGAIN, "")

    assert len(list(typist.folder.glob("auto-*.json"))) == 4


@pytest.mark.parametrize("paper", [Paper(20, 8), Paper(40, 12), Paper(80, 0)])
def test_no_line_is_wider_than_the_paper(sit: Sit, paper: Paper) -> None:
    typist = sit()
    typist.paper = paper
    typist.types("", *["a", ""] * 5, "1", "", "y", "", "a", "w 1", "i", "m", "e", "?", "l")

    assert max(len(line) for line in typist.written if HOW not in line) <= paper.width


LINES = some.one_of(
    some.sampled_from(["", "", "", *"abryimeslt?o", "w 1", "w 2", "d 1", "o 1"]),
    some.integers(0, 7).map(str),
    some.sampled_from("ABCDEFQ"),
    some.text(max_size=12),
)


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(LINES, min_size=20, max_size=60), some.integers(8, 40))
def test_nothing_typed_ever_breaks_the_game(sit: Sit, lines: list[str], height: int) -> None:
    typist = sit()
    typist.paper = Paper(60, height)

    assert typist.types(*lines).status == 0


def test_a_thousand_lines_never_break_the_game(sit: Sit) -> None:
    words = [
        "",
        "1",
        "2",
        "y",
        "a",
        "b",
        "A",
        "w 1",
        "",
        "x",
        "i",
        "l",
        "b",
        "e dike",
        "t",
        "1",
        "3",
    ]
    lines = [words[(n * n + n // 7) % len(words)] for n in range(1000)]

    assert sit().types(*lines).status == 0
