"""A mistake is answered where it was made, with what would do; nothing hides another one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from game.files.folder import read_folder
from game.scenarios import catalogue
from game.scenarios.check_references import ELSEWHERE
from game.scenarios.nodes import compose
from game.scenarios.problem import Problem
from game.scenarios.stumbles import not_yaml

Mistaken = Callable[..., list[Problem]]


@pytest.mark.parametrize(
    ("text", "place", "what", "cure"),
    [
        ("a:\n\tb: 1\n", (2, 1), "a tab in the indent", "indent with blanks"),
        ("a: one: two\n", (1, 7), "a colon inside a text", "in quotes"),
        ("a: {crest} centimetres\n", (1, 12), "text behind a closing }", "in quotes"),
        ('a: "Ten" gangs\n', (1, 10), 'text behind a closing "', "further up"),
        ("a: @home\n", (1, 4), "a text that begins with @", "in quotes"),
        ("a: - one\n", (1, 4), "a list, or a text that begins with -", "below its key"),
        ("a: 1\nb: 'tis\nc: 2\n", (2, 4), "is not closed", "close the '"),
        ("a: [1, 2\nb: 3\n", (1, 4), "is not closed", "close the ["),
        ("a: {b: 1\n", (1, 4), "is not closed", "close the {"),
        ('a: "', (1, 4), "is not closed", 'close the "'),
        ('a: [1, "x" y]\n', (1, 12), "a comma, or the end", "before this"),
        ("a: }\n", (1, 4), "expected", "in quotes"),
        ("a:\n  b: 1\n   c: 2\n", (3, 5), "belongs to nothing", "lacks its colon"),
        ("a:\n  b: 1\n c: 2\n", (3, 2), "an indent that fits nothing", "as its neighbours"),
        ("a b\nc: 1\n", (2, 2), "belongs to nothing", "lacks its colon"),
        ('a: "C:\\q"\n', (1, 7), "a backslash in double quotes", "single quotes"),
        ("a: *home\n", (1, 4), "an anchor or alias", "stands in quotes"),
    ],
)
def test_what_is_not_yaml_is_said_in_the_words_of_an_author(
    text: str, place: tuple[int, int], what: str, cure: str
) -> None:
    (found,) = compose(text.encode(), "a.yaml")[1]

    assert (found.mark.line, found.mark.column) == place
    assert what in found.what
    assert cure in found.fix


def test_a_parser_that_knows_no_place_is_believed() -> None:
    found = not_yaml(yaml.YAMLError("odd"), "a: 1", "a.yaml")

    assert str(found.mark) == "a.yaml:1:1"
    assert found.what == "not YAML: odd"


@pytest.mark.parametrize(
    ("file", "old", "new", "what", "cure"),
    [
        (
            *("first-winter.yaml", "month: 1900-10", "month: 1900-06"),
            "the month of first-winter is 1900-06, not after the model's first month, 1900-07",
            "begin the model (`first`) earlier, or move the scenario",
        ),
        (
            *("second-winter.yaml", "month: 1901-10", "month: 1900-10"),
            "the month of second-winter is 1900-10, not after the month of first-winter, 1900-10",
            "put the scenarios in the order of time",
        ),
        (
            *("campaign.yaml", "chronicle: 1902-06", "chronicle: 1901-06"),
            "the chronicle is 1901-06, not after the month of second-winter, 1901-10",
            "move the chronicle behind the last scenario",
        ),
        (
            *("model.yaml", "last: 1902-12", "last: 1902-05"),
            "the model's last month is 1902-05, not after the chronicle, 1902-06",
            "let the model run (`last`) up to the chronicle",
        ),
        (
            *("model.yaml", "starts: 60", "starts: crest"),
            "no parameter 'crest'",
            "a stock starts from parameters and numbers: make a parameter of what is needed",
        ),
        (
            *("campaign.yaml", "when: trust < 45", "when: trust < surge_spread"),
            "no quantity 'surge_spread'",
            ELSEWHERE["quantity"],
        ),
        (
            *("model.yaml", "equals: tide + 80 * storm", "equals: time + tide + 80 * storm"),
            "no quantity or parameter 'time'",
            "make a stock of it that counts: starts: 1, change: when(itself >= 12, -11, 1)",
        ),
        (
            *("campaign.yaml", "{damage} houses are wet", "{damage houses are wet"),
            "'{damage houses are we' in braces is not filled in",
            "write both braces, or take this one away",
        ),
        (
            *("first-winter.yaml", "- Raise your dike.", "- Raise your dike}."),
            "'}.' in braces is not filled in",
            "take the braces away: in this text nothing is filled in",
        ),
        (
            *("model.yaml", "record:\n  crest:", "record:\n  tide:"),
            "no equation or stock 'tide'",
            "write one of: crest, damage, purse, purse_told, storm, surge, trust",
        ),
        (
            *("model.yaml", "{month: 1901-01, value: 300", "{month: 1903-01, value: 300"),
            "month is 1903-01; it goes from 1900-07 to 1902-12",
            "write one from 1900-07 to 1902-12",
        ),
        (
            *("map.yaml", "at: [4.5, 52.1]", "at: [52.1, 94.5]"),
            "degrees north, the second, is 94.5; it goes from -90 to 90",
            "write one from -90 to 90",
        ),
        (
            *("model.yaml", "value: 2000000", "value: 2000000000000000000"),
            "'2000000000000000000' is not a number",
            catalogue.BAD_NUMBER.fix,
        ),
    ],
)
def test_a_mistake_names_what_was_meant_and_what_would_do(
    mistaken: Mistaken, file: str, old: str, new: str, what: str, cure: str
) -> None:
    (found,) = mistaken(file, old, new)

    assert found.what == what
    assert found.fix == cure


def test_a_command_that_starts_after_the_model_ends_is_a_mistake(mistaken: Mistaken) -> None:
    (found,) = mistaken("second-winter.yaml", "after: 2, months: 6", "after: 15, months: 6")

    assert found.what == "after is 15; it goes from 0 to 14"


def test_a_command_that_starts_in_the_last_month_is_none(mistaken: Mistaken) -> None:
    assert mistaken("second-winter.yaml", "after: 2, months: 6", "after: 14, months: 6") == []


def test_an_unused_parameter_does_not_hide_a_circle(mistaken: Mistaken) -> None:
    problems = mistaken("model.yaml", "80 * storm + noise(surge_spread)", "80 * storm + damage")

    assert [one.code for one in problems] == ["M007", "M001"]


def test_an_unused_parameter_does_not_hide_a_formula_without_a_value(mistaken: Mistaken) -> None:
    problems = mistaken("model.yaml", "80 * storm + noise(surge_spread)", "80 / (trust - trust)")

    assert [one.code for one in problems] == ["M007", "M006"]


def test_parameters_that_are_missing_are_not_missed_in_every_formula(harbour_folder: Path) -> None:
    path = harbour_folder / "model.yaml"
    text = path.read_text(encoding="utf-8").replace("parameters:", "parameter:")
    path.write_text(text, encoding="utf-8")

    assert [one.code for one in read_folder(harbour_folder).problems] == ["S003", "S002"]


@pytest.mark.parametrize("name", ["cast.yml", "Cast.yaml"])
def test_a_file_of_nearly_the_right_name_is_pointed_at(harbour_folder: Path, name: str) -> None:
    (harbour_folder / "cast.yaml").rename(harbour_folder / name)
    found = next(one for one in read_folder(harbour_folder).problems if one.code == "F001")

    assert found.what == "no file 'cast.yaml'"
    assert found.fix == f"give {name!r} this name"


def test_a_record_of_nothing_is_said_once(mistaken: Mistaken) -> None:
    problems = mistaken("model.yaml", "record:\n  crest:", "record:\n  crust:")

    assert [one.what for one in problems] == ["no quantity 'crust'"]


def test_a_council_without_a_voice_is_none(harbour_folder: Path) -> None:
    path = harbour_folder / "first-winter.yaml"
    before, _, rest = path.read_text(encoding="utf-8").partition("  speeches:\n")
    path.write_text(
        f"{before}  speeches: {{}}\n{rest[rest.index('  questions:') :]}", encoding="utf-8"
    )

    assert [one.what for one in read_folder(harbour_folder).problems] == [
        "speeches has 0; at least 1 are needed"
    ]
