"""Texts as a voice should get them."""

from __future__ import annotations

import pytest

from game.speech.pronounce import pronounced, sentence


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Telegram 1 of 6  ·  July 1941", "Telegram 1 of 6, July 1941"),
        ("60 %", "60 per cent"),
        ("1941-1943", "1941 to 1943"),
        ("14,000–19,000", "14,000 to 19,000"),
        ("between −5 and +5", "between minus 5 and plus 5"),
        ("№ 3", "number 3"),
        ("303,000 → 278,000", "303,000 to 278,000"),
        ("K, >; pad X: skip", "K, greater than; pad X: skip"),
        ("?, I: more", "question mark, I: more"),
        ("+ The dike", "plus The dike"),
        ("1 · − The men", "1, minus The men"),
        ("= The worst month", "even: The worst month"),
        ("→ See the wall", "See the wall"),
        ("474 km of rail", "474 kilometres of rail"),
        ("Selected Works, vol. 2, p. 31", "Selected Works, volume 2, page 31"),
        ("Yu Jie (于杰), The insider", "Yu Jie, The insider"),
        ("毛泽东  ·  Мао Цзэдун", ""),
        ("А. С. Панюшкин", ""),
        ("mid-July", "mid-July"),
        ("Yan'an's army isn't", "Yan-an's army isn't"),
        ("cf. his Mao", "compare his Mao"),
        ("one\ntwo", "one, two"),
        ("Saved as save-20261128-200937-983860.json.", "Saved as save.json."),
        (
            "Picture kept: /home/ann/six-telegrams/six-telegrams-20261128-195509-78042.png",
            "Picture kept: six-telegrams.png, in the folder six-telegrams",
        ),
        (
            "Chronicle kept: C:\\Users\\Ann Lee\\Documents\\8ET3-8WP9.html, and the same as .pdf",
            "Chronicle kept: 8ET3-8WP9.html, in the folder Documents, and the same as .pdf",
        ),
        ("8ET3-8WPK-6KT2-33AB is no run code", "8ET3-8WPK-6KT2-33AB is no run code"),
        ("10-15km", "10 to 15 kilometres"),
        ("the rails and/or the bridges, 5/6", "the rails and/or the bridges, 5/6"),
        ("Mao: the hills.\nThe plain.", "Mao: the hills. The plain."),
    ],
)
def test_signs_are_said_in_words_and_foreign_letters_not_at_all(written: str, said: str) -> None:
    assert pronounced(written) == said


def test_parts_become_one_sentence_with_pauses_between_them() -> None:
    assert sentence("Settings", "button", "", "4 of 6") == "Settings, button, 4 of 6."


def test_a_part_that_ends_by_itself_needs_no_comma() -> None:
    assert sentence("Nothing is done.", "choice") == "Nothing is done. choice."


def test_a_question_keeps_its_mark() -> None:
    assert sentence("Why?") == "Why?"


def test_nothing_is_no_sentence() -> None:
    assert sentence("", "· ·") == ""
