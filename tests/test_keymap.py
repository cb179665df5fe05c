"""The key map: no input with two meanings, nothing that cannot be set right again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import keymap
from game.keymap import (
    BY_NAME,
    COMMANDS,
    ESSENTIAL,
    NUMBERS,
    Device,
    Fixed,
    Hints,
    KeyMap,
    Needed,
    Taken,
    as_first,
    called,
    is_key,
    listed,
    objection,
    read,
    rebound,
)

FIRST = KeyMap()
NAMES = [one.name for one in COMMANDS]
INPUTS = [given for one in COMMANDS for given in one.inputs]


def test_no_input_gives_two_commands_at_first() -> None:
    assert len(set(INPUTS)) == len(INPUTS)


def test_every_input_is_well_formed_and_no_number() -> None:
    assert [one for one in INPUTS if not keymap.WORD.match(one) or one in NUMBERS] == []


def test_every_command_has_a_key() -> None:
    assert [one.name for one in COMMANDS if not any(map(is_key, one.inputs))] == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("advance", {"return", "space", "pad:a"}),
        ("back", {"escape", "mouse:right", "pad:b"}),
        ("earlier", {"page up", "wheel:up", "pad:lb"}),
        ("later", {"page down", "wheel:down", "pad:rb"}),
        ("menu", {"pad:start"}),
        ("hide", {"h", "mouse:middle", "pad:y"}),
        ("screenshot", {"s"}),
        ("fullscreen", {"f", "f11", "alt+return"}),
        ("accessibility", {"shift+a"}),
        ("more", {"?"}),
        ("help", {"f1"}),
        ("quick-save", {"f5"}),
        ("quick-load", {"f9"}),
        ("delete", {"delete"}),
        ("quit", {"ctrl+q"}),
        ("hurry", {"left ctrl", "right ctrl"}),
    ],
)
def test_keys_are_those_that_players_know(name: str, wanted: set[str]) -> None:
    assert wanted <= set(BY_NAME[name].inputs)


def test_a_sign_that_needs_a_layout_has_another_key_besides() -> None:
    assert [
        one.name
        for one in COMMANDS
        for given in one.inputs
        if is_key(given) and len(given) == 1 and not given.isalnum()
        if not any(is_key(other) and other.isalnum() for other in one.inputs)
    ] == []


# --- looking up ---


def test_the_first_input_that_gives_anything_counts() -> None:
    assert FIRST.command("shift+/", "?", "return") == "more"


def test_an_input_that_gives_nothing_gives_nothing() -> None:
    assert FIRST.command("ctrl+alt+z") == ""


def test_a_number_gives_itself() -> None:
    assert FIRST.command("3") == "3"
    assert FIRST.inputs("3") == ("3",)


# --- other keys ---


def test_another_key_takes_the_place_of_the_keys_but_not_of_the_pad() -> None:
    keys = rebound(FIRST, "skip", "z")

    assert keys.inputs("skip") == ("z", "pad:x")
    assert keys.command("k") == ""
    assert keys.command("z") == "skip"


def test_another_button_takes_the_place_of_the_button_but_not_of_the_keys() -> None:
    assert rebound(FIRST, "skip", "pad:l3").inputs("skip") == ("k", ">", "pad:l3")


def test_a_key_taken_from_another_command_is_gone_there() -> None:
    keys = rebound(FIRST, "skip", "b")

    assert keys.command("b") == "skip"
    assert keys.inputs("backlog") == ()


def test_a_command_goes_back_to_its_first_inputs_wherever_they_are() -> None:
    keys = as_first(rebound(FIRST, "skip", "b"), "backlog")

    assert keys.command("b") == "backlog"
    assert keys.inputs("skip") == ("pad:x",)


def test_all_commands_at_their_first_inputs_are_the_first_map() -> None:
    assert as_first(rebound(FIRST, "skip", "z"), "skip") == FIRST


# --- objections ---


def test_a_free_key_meets_no_objection() -> None:
    assert objection(FIRST, "skip", "z") is None
    assert objection(FIRST, "skip", "k") is None


def test_a_key_of_another_command_is_named_with_it() -> None:
    assert objection(FIRST, "skip", "b") == Taken("b", "backlog")


def test_the_last_key_of_what_must_have_one_cannot_be_taken() -> None:
    keys = rebound(FIRST, "advance", "return")

    assert objection(keys, "skip", "return") == Needed("return", "advance")
    assert objection(FIRST, "skip", "space") == Taken("space", "advance")


@pytest.mark.parametrize("given", ["1", "9", "escape", "mouse:left", "wheel:up"])
def test_some_inputs_stay_what_they_are(given: str) -> None:
    assert objection(FIRST, "skip", given) == Fixed(given)


# --- kept and read ---

changes = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from([*INPUTS, "z", "ctrl+z", "pad:l3", "f12"])),
    max_size=8,
)


def made(steps: list[tuple[str, str]]) -> KeyMap:
    """Return the map after the changes that meet no objection, or one that can be overruled."""
    keys = FIRST
    for command, one in steps:
        if isinstance(objection(keys, command, one), Taken | None):
            keys = rebound(keys, command, one)
    return keys


@given(changes)
def test_a_map_comes_back_as_it_was_kept(steps: list[tuple[str, str]]) -> None:
    keys = made(steps)

    assert read(keys.as_text()) == keys


@given(changes)
def test_no_input_ever_gives_two_commands(steps: list[tuple[str, str]]) -> None:
    keys = made(steps)
    every = [one for name in NAMES for one in keys.inputs(name)]

    assert len(set(every)) == len(every)


@given(changes)
def test_what_is_essential_always_has_a_key(steps: list[tuple[str, str]]) -> None:
    keys = made(steps)

    assert [name for name in ESSENTIAL if not any(map(is_key, keys.inputs(name)))] == []


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {"advance": []},
        {"advance": ["pad:a"]},
        {"skip": ["b"]},
        {"skip": "b"},
        {"skip": [1]},
        {"skip": ["1"]},
        {"skip": ["a b\n"]},
        {"skip": ["z"] * 9},
        {"sing": ["z"]},
    ],
)
def test_a_map_without_sense_gives_the_first_one(kept: object) -> None:
    assert read(kept) == FIRST


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(max_size=4), max_size=3)))
def test_whatever_was_kept_can_be_played_with(kept: dict[str, list[str]]) -> None:
    keys = read(kept)

    assert [name for name in ESSENTIAL if not any(map(is_key, keys.inputs(name)))] == []


# --- how they are called ---


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("return", "Enter"),
        ("a", "A"),
        ("shift+a", "Shift+A"),
        ("ctrl+shift+page up", "Ctrl+Shift+Page Up"),
        ("+", "+"),
        ("ctrl++", "Ctrl++"),
        (":", ":"),
        ("left ctrl", "Ctrl"),
        ("mouse:right", "right click"),
        ("mouse:x1", "mouse X1"),
        ("wheel:up", "wheel up"),
        ("pad:a", "A"),
        ("pad:rt", "RT"),
        ("pad:start", "Start"),
        ("ж", "Ж"),
    ],
)
def test_an_input_is_called_as_it_stands_on_the_key(given: str, name: str) -> None:
    assert called(given) == name


def test_the_other_family_of_pads_has_signs_on_its_buttons() -> None:
    assert called("pad:a", Device.PLAYSTATION) == "✕"
    assert called("pad:up", Device.PLAYSTATION) == "D-pad up"


def test_hints_name_the_first_key_or_the_button_of_the_pad() -> None:
    assert Hints(FIRST).named(["advance"]) == "Enter"
    assert Hints(FIRST, Device.PAD).named(["advance"]) == "A"


def test_hints_name_a_key_where_the_pad_has_no_button() -> None:
    assert Hints(FIRST, Device.PAD).named(["encyclopaedia"]) == "E"


def test_hints_follow_the_map() -> None:
    assert Hints(rebound(FIRST, "advance", "z")).named(["advance"]) == "Z"


def test_hints_say_the_four_arrows_in_one_word() -> None:
    moving = ("previous", "next", "up", "down")

    assert Hints(FIRST).named(moving) == "Arrows"
    assert Hints(FIRST, Device.PAD).named(moving) == "D-pad"
    assert Hints(rebound(FIRST, "next", "z")).named(moving) == "Shift+Tab Z Up Down"


def test_hints_say_numbers_in_a_row_in_one_word() -> None:
    assert Hints(FIRST).named(["1", "2", "3"]) == "1-3"
    assert Hints(FIRST).named(["unsure", "likely", "certain"]) == "Q W R"


def test_a_command_without_any_input_is_named_by_nothing() -> None:
    assert Hints(rebound(FIRST, "skip", "b")).named(["backlog"]) == ""


def test_a_list_of_inputs_says_each_name_once() -> None:
    assert listed(FIRST, "hurry", ("key", "mouse")) == "Ctrl"
    assert listed(FIRST, "earlier", ("key", "mouse")) == "Page Up, wheel up"
    assert listed(FIRST, "earlier", ("pad",)) == "LB"
