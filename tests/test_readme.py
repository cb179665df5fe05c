"""What the README says is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.cli import parser
from game.keymap import COMMANDS, KeyMap, listed
from game.screens.menus.settings import PAGES

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    """Return the names of all commands."""
    actions = [one for one in parser()._actions if one.choices and one.dest == "command"]
    return sorted(str(one) for one in actions[0].choices or ())


@pytest.mark.parametrize("command", commands())
def test_every_command_stands_in_the_table_of_commands(command: str) -> None:
    """A reader finds each command in one place."""
    assert re.search(rf"^\| `{command}[ `]", README, re.MULTILINE)


def test_no_command_is_described_that_does_not_exist() -> None:
    """The table does not run ahead of the program."""
    table = README.split("## Commands")[1].split("## For authors")[0]
    described = re.findall(r"^\| `([a-z-]+)", table, re.MULTILINE)
    assert sorted(described) == commands()


def test_every_option_named_in_the_table_is_taken_by_its_command() -> None:
    """Options in the README can be typed."""
    table = README.split("## Commands")[1].split("## For authors")[0]
    for command, row in re.findall(r"^\| `([a-z-]+)[^|]*\|(.*)\|$", table, re.MULTILINE):
        helped = _help_of(command)
        for option in re.findall(r"`?(--[a-z-]+)", row):
            assert option in helped, (command, option)


def test_the_table_of_settings_is_the_one_in_the_game() -> None:
    """Each setting by its name, in the order of its pages."""
    table = README.split("## Settings")[1].split("\n## ")[0]
    described = re.findall(r"^\| ([A-Z][^|]*?) \|", table, re.MULTILINE)

    assert described == [row.title for rows in PAGES.values() for row in rows]


def _help_of(command: str) -> str:
    actions = [one for one in parser()._actions if one.choices and one.dest == "command"]
    choices = actions[0].choices
    assert isinstance(choices, dict)
    text: str = choices[command].format_help()
    return text


def test_the_first_screen_of_the_readme_holds_the_two_commands() -> None:
    """One line installs and plays, one installs and tests; both stand near the top."""
    top = README.splitlines()[:22]
    assert sum(line.startswith("python3 -m venv") for line in top) == 2


def test_the_keys_are_those_that_are_set_at_first() -> None:
    """One row for each command, in the order of the table of commands."""
    table = README.split("## Keys")[1].split("## Settings")[0]
    rows = [
        tuple(map(str.strip, row)) for row in re.findall(r"^\| (.*) \|(.*)\| (.*) \|$", table, re.M)
    ]
    first = KeyMap()

    assert rows[2:] == [
        (listed(first, one.name, ("key", "mouse")), listed(first, one.name, ("pad",)), one.title)
        for one in COMMANDS
    ]


def test_the_layers_named_in_the_readme_are_the_modules_there_are() -> None:
    """Each package and module of the game has its line in the table of layers."""
    table = README.split("| layer (imports point down)")[1].split("`.ci/run` makes")[0]
    named = set(re.findall(r"`([a-z_]+)`", table))
    modules = {path.stem for path in (ROOT / "game").iterdir() if path.suffix == ".py"}
    packages = {path.parent.name for path in (ROOT / "game").glob("*/__init__.py")}
    there = (modules | packages) - {"__init__"}
    assert there <= named, there - named


def test_every_file_the_readme_points_at_exists() -> None:
    """No reader is sent to a page that is not there."""
    for name in re.findall(r"`((?:game|scenarios|tests|assets)/[\w./-]+)`", README):
        assert (ROOT / name).exists(), name
