"""What is said of a screen, of a change on it, and of what has the focus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.keymap import Hints
from game.speech.said import LONGEST, Shown, everything, pressed, told
from game.widgets.geometry import Rect
from game.widgets.sheet import Group, Sheet, Spot

PLACE = Rect(0, 0, 10, 10)
BANNER, FIGURES = Group("banner", "Top of the window"), Group("figures", "Figures on the desk")
ANSWERS = Group("list", "Answers")


def text(words: str, role: str = "text", *within: Group, state: str = "") -> Spot:
    """Return something to read."""
    return Spot("", role, words, PLACE, enabled=False, within=within, state=state)


def button(label: str, *within: Group, key: str = "", role: str = "button", **more: str) -> Spot:
    """Return something to press, called as it is labelled."""
    return Spot(label, role, label, PLACE, key, within=within, **more)  # type: ignore[arg-type]


def shown(*spots: Spot, focus: str = "", stack: tuple[str, ...] = ("council",)) -> Shown:
    """Return a screen with some spots."""

    def named(commands: Iterable[str]) -> str:
        return Hints().named(commands)

    return Shown(stack, Sheet((100, 100), (), spots, (), focus), named)


WAIT, RAISE = button("Wait", ANSWERS, role="option"), button("Raise", ANSWERS, role="option")
SCREEN = (
    text("Telegram 1 of 2", "heading", BANNER),
    text("Map: the dike.", "picture"),
    text("The purse: 3.", "bar", FIGURES),
    text("What do you answer?", "heading"),
    text("The sea is high."),
    text("Sources: a book", "note"),
    WAIT,
    RAISE,
    button("Decide", key="advance"),
)


# --- entering ---


def test_on_entering_one_hears_the_title_the_text_the_lists_and_what_leads_on() -> None:
    assert told(None, shown(*SCREEN)) == (
        "Telegram 1 of 2.",
        "What do you answer?",
        "The sea is high.",
        "Answers: 2.",
        "Enter: Decide.",
    )


def test_on_entering_not_every_option_is_read() -> None:
    assert "Wait" not in " ".join(told(None, shown(*SCREEN)))


def test_of_a_long_text_the_first_paragraphs_are_read_and_the_rest_is_counted() -> None:
    paragraph = "word " * (LONGEST // 2 + 1)
    said = told(None, shown(text("Title", "heading"), *[text(f"{n} {paragraph}") for n in "123"]))

    assert [one[:4] for one in said] == ["Titl", "1 wo", "2 mo"]
    assert said[-1] == "2 more to read. J reads on."


def test_the_first_paragraph_is_read_however_long_it_is() -> None:
    long = "word " * LONGEST * 2

    assert told(None, shown(text(long)))[0].startswith("word word")


def test_a_heading_is_not_read_without_what_stands_under_it() -> None:
    paragraph = "word " * LONGEST
    said = told(None, shown(text("one"), text("Later", "heading"), text(paragraph)))

    assert said == ("one.", "2 more to read. J reads on.")


def test_a_grade_is_said_with_its_heading() -> None:
    assert told(None, shown(text("The date", "heading", state="documented"))) == (
        "The date, documented.",
    )


def test_the_focus_is_said_in_place_of_what_leads_on() -> None:
    assert told(None, shown(WAIT, button("Decide", key="advance"), focus="Wait")) == (
        "Answers: 1.",
        "Answers.",
        "Wait, choice.",
    )


def test_coming_back_one_hears_the_title_and_what_has_the_focus() -> None:
    menu = shown(text("Paused", "heading"), stack=("council", "pause"))

    assert told(menu, shown(*SCREEN, focus="Raise")) == (
        "Telegram 1 of 2.",
        "What do you answer?",
        "Answers.",
        "Raise, choice, 2 of 2.",
    )


# --- changes ---


def test_nothing_new_is_nothing_said() -> None:
    assert told(shown(*SCREEN), shown(*SCREEN)) == ()


def test_only_what_is_new_is_read() -> None:
    after = shown(*SCREEN, text("A whale lies on the sand."))

    assert told(shown(*SCREEN), after) == ("A whale lies on the sand.",)


def test_the_same_words_once_more_are_new() -> None:
    assert told(shown(text("Ice.")), shown(text("Ice."), text("Ice."))) == ("Ice.",)


def test_figures_that_move_are_not_read_unasked() -> None:
    after = shown(*(replace(one, label=one.label.replace("3", "4")) for one in SCREEN))

    assert told(shown(*SCREEN), after) == ()


def test_captions_are_not_doubled() -> None:
    after = shown(*SCREEN, text("[A paper rustles]", "caption"))

    assert told(shown(*SCREEN), after) == ()


def test_a_notice_is_read_when_it_appears() -> None:
    assert told(shown(), shown(text("Saved.", "notice"))) == ("Saved.",)


def test_a_list_that_appears_is_named_with_its_length() -> None:
    assert told(shown(), shown(WAIT, RAISE)) == ("Answers: 2.",)


def test_what_leads_on_is_said_when_it_changes() -> None:
    before, after = button("Decode", key="advance"), button("To the council", key="advance")

    assert told(shown(before), shown(after)) == ("Enter: To the council.",)


def test_a_way_on_that_appears_beside_the_focus_is_a_button_to_go_to() -> None:
    after = shown(WAIT, button("Send", key="advance"), focus="Wait")

    assert told(shown(WAIT, focus="Wait"), after) == ("There is now a button: Send.",)


# --- the focus ---


def test_the_focus_is_said_with_name_role_and_place() -> None:
    before, after = shown(*SCREEN, focus="Wait"), shown(*SCREEN, focus="Raise")

    assert told(before, after) == ("Raise, choice, 2 of 2.",)


def test_coming_into_a_list_its_name_is_said_first() -> None:
    assert told(shown(*SCREEN), shown(*SCREEN, focus="Wait")) == (
        "Answers.",
        "Wait, choice, 1 of 2.",
    )


def test_a_state_is_said_with_what_has_it() -> None:
    closed = replace(WAIT, state="closed")

    assert told(shown(closed, RAISE), shown(closed, RAISE, focus="Wait"))[-1] == (
        "Wait, choice, closed, 1 of 2."
    )


def test_what_changes_about_the_focus_is_said_alone() -> None:
    before = button("Volume, less", value="60 %")

    after = shown(replace(before, value="50 %"), focus="Volume, less")

    assert told(shown(before, focus="Volume, less"), after) == ("50 per cent.",)


def test_a_button_that_changes_its_name_says_the_new_one() -> None:
    before = button("Hold")
    after = replace(before, label="Go on")

    assert told(shown(before, focus="Hold"), shown(after, focus="Hold")) == ("Go on, button.",)


def test_losing_the_focus_one_hears_what_leads_on() -> None:
    assert told(shown(*SCREEN, focus="Wait"), shown(*SCREEN)) == ("Enter: Decide.",)


def test_what_is_chosen_without_the_focus_is_said_whole() -> None:
    after = shown(WAIT, replace(RAISE, state="chosen"))

    assert told(shown(WAIT, RAISE), after) == ("Raise, choice, chosen, 2 of 2.",)


def test_what_was_chosen_before_and_is_no_more_is_not_said() -> None:
    before = shown(replace(WAIT, state="chosen"), RAISE)

    assert told(before, shown(WAIT, replace(RAISE, state="chosen"))) == (
        "Raise, choice, chosen, 2 of 2.",
    )


# --- asked ---


def test_the_whole_screen_is_read_in_order_and_ends_with_the_focus() -> None:
    said = everything(shown(*SCREEN, focus="Raise"))

    assert said[:2] == ("Telegram 1 of 2.", "Map: the dike.")
    assert said[-2:] == ("Decide, button.", "The focus is on: Raise.")


def test_in_the_whole_screen_each_group_is_named_before_what_is_in_it() -> None:
    said = everything(shown(*SCREEN))

    assert said[2:4] == ("Figures on the desk.", "The purse: 3.")
    assert said[-6:-3] == ("Answers.", "Wait, choice, 1 of 2.", "Raise, choice, 2 of 2.")


def test_what_can_be_pressed_in_two_places_is_read_once() -> None:
    close = button("Close")

    assert everything(shown(close, close))[0:2] == ("Close, button.", "Nothing has the focus.")


def test_the_whole_screen_says_when_nothing_has_the_focus() -> None:
    assert everything(shown(*SCREEN))[-2:] == ("Nothing has the focus.", "Enter: Decide.")


def test_what_cannot_be_pressed_now_says_so() -> None:
    load = Spot("load", "button", "Load", PLACE, enabled=False)

    assert everything(shown(load))[0] == "Load, button, not now."


def test_a_key_is_for_what_it_is_bound_to_even_when_that_is_closed() -> None:
    late = Spot("ask", "button", "How long?", PLACE, "2", enabled=False)

    assert [one.label for one in pressed(shown(late), "2")] == ["How long?"]


def test_the_key_that_goes_on_is_for_the_focus_and_else_for_what_leads_on() -> None:
    assert [one.label for one in pressed(shown(*SCREEN, focus="Wait"), "advance")] == ["Wait"]
    assert [one.label for one in pressed(shown(*SCREEN), "advance")] == ["Decide"]


def test_a_key_that_is_bound_to_nothing_is_for_nothing() -> None:
    assert pressed(shown(*SCREEN), "9") == ()
