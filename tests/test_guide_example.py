"""The smallest campaign of the author's guide is whole: it is read, played, held to its record."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from game.campaign.words import ResponseId
from game.cli import main
from game.files.folder import read_folder
from game.playthrough.desk import Stage
from game.playthrough.hindcast import MOST_ERROR, MOST_ERROR_LEFT_OUT
from game.playthrough.playthrough import begin
from game.playthrough.replay import play
from game.scenarios.bounds import COUNTS, LENGTHS, LONGEST_MODEL, NUMBERS
from game.scenarios.read import FILES, OPTIONAL
from tests.conftest import exchange
from tests.screens.player import Player, office
from tests.terminal.typist import Typist
from tests.test_guide import GUIDE, rows
from tests.test_readme import README

FILE = re.compile(r"^\*\*`([a-z-]+\.yaml)`\*\*\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def written(most: float | None) -> str:
    """Return a greatest number as the guide writes it; nothing for none."""
    if most is None:
        return ""
    return "10 ** 15" if most == 1e15 else f"{most:,g}"


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    """The files of the guide, as an author would copy them."""
    folder = tmp_path / "mill"
    folder.mkdir()
    for name, text in FILE.findall(GUIDE):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what a command prints when all is well."""
    assert main(list(words)) == 0
    return capsys.readouterr().out


def test_the_example_has_every_file_that_is_needed(mill: Path) -> None:
    names = {path.stem for path in mill.iterdir()}

    assert names == {*FILES, "the-sluice"} - {*OPTIONAL}


def test_the_example_has_no_problem(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "check", str(mill)).endswith("mill: no problems\n")


def test_walking_the_example_says_what_the_guide_says(
    mill: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--deep", str(mill)])
    codes = re.findall(r"\b[A-Z]\d{3}\b", capsys.readouterr().out)

    assert codes == ["D006", "D006"]
    assert "`check --deep` says D006 of both endings" in GUIDE


def test_the_example_answers_to_its_record(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = said(capsys, "hindcast", "--campaign", str(mill))

    assert "1900-06" in table
    assert "left out" in table
    assert table.endswith("The model answers to the record.\n")


@pytest.mark.parametrize(
    ("line", "ending"),
    [("open", "A good year for hay"), ("history", "A good year for flour")],
)
def test_the_example_is_played_to_both_ends(
    mill: Path, capsys: pytest.CaptureFixture[str], line: str, ending: str
) -> None:
    assert ending in said(capsys, "replay", line, "--campaign", str(mill), "--no-chance")


def test_the_season_of_the_guide_goes_round(mill: Path) -> None:
    """The stock that counts the months can be pasted into the example."""
    snippet = GUIDE.split("### Seasons")[1].split("```yaml\nstocks:\n")[1].split("```")[0]
    exchange(
        mill,
        *("model.yaml", "\nstocks:\n", f"\nstocks:\n{snippet}"),
        *("model.yaml", "units: [", "units: [month, "),
        *("model.yaml", "last: 1900-12", "last: 1902-03"),
    )
    found = read_folder(mill)
    assert found.campaign is not None, found.problems
    answered = begin(found.campaign).answer(ResponseId("keep"))
    course = play(found.campaign, answered).course

    assert course.curve("calendar") == tuple(float(n % 12 + 1) for n in range(27))


@pytest.mark.parametrize(
    "row",
    [
        f"| {kind.__name__} | `{name}` | {least:,g} | {written(most)} |"
        for (kind, name), (least, most) in (COUNTS | NUMBERS).items()
    ],
)
def test_a_limit_of_the_code_is_in_the_guide(row: str) -> None:
    assert row in GUIDE


@pytest.mark.parametrize(
    "row", [f"| {kind.__name__} | `{name}` | {most} |" for (kind, name), most in LENGTHS.items()]
)
def test_the_room_that_a_text_has_is_in_the_guide(row: str) -> None:
    assert row in GUIDE


def test_the_guide_has_no_limit_that_the_code_has_not() -> None:
    heads = 4  # those of the second and the third table in the section
    limits = len(COUNTS) + len(NUMBERS) + len(LENGTHS)

    assert len(rows("How many, how large")) == limits + heads
    assert f"over at most {LONGEST_MODEL:,} months" in GUIDE


def test_the_class_of_the_guide_fits_its_example(mill: Path) -> None:
    snippet = GUIDE.split("## A class\n")[1].split("```yaml\n")[1].split("```")[0]
    (mill / "classroom.yaml").write_text(snippet, encoding="utf-8")
    found = read_folder(mill)

    assert found.campaign is not None, found.problems
    assert [one.id for one in found.campaign.classroom.seats] == ["miller", "shepherd"]


def test_the_guide_knows_how_close_a_model_has_to_come() -> None:
    section = GUIDE.split("### The record and the hindcast")[1].split("\n## ")[0]

    assert f"at most {100 * MOST_ERROR:.0f} %" in section
    assert f"may be {100 * MOST_ERROR_LEFT_OUT:.0f} %" in section


@pytest.mark.parametrize("command", [cells[0].strip("`") for cells in rows("Check it, play it")])
def test_every_command_of_the_guide_is_one_of_the_readme(command: str) -> None:
    program, name, *_ = shlex.split(command)

    assert program == "six-telegrams"
    assert re.search(rf"^\| `{name}[ `]", README, re.MULTILINE)


def test_the_example_is_played_in_the_terminal(mill: Path, tmp_path: Path) -> None:
    """Through every stage, with as little as there is in each."""
    found = read_folder(mill)
    assert found.campaign is not None, found.problems
    typist = Typist(found.campaign, tmp_path / "saves")
    typist.types("", "", "", "", "", "A", "y", "", "a", "", "")

    assert typist.desk.stage is Stage.CHRONICLE
    assert "There is time for no questions." in typist.text
    assert "To the estate: Open it" in typist.text
    assert "A good year for hay" in typist.text


def test_the_example_is_played_on_the_screen(mill: Path) -> None:
    """The same in the window; there are no years after to open."""
    found = read_folder(mill)
    assert found.campaign is not None, found.problems
    player = Player(office(found.campaign))
    player.press(*["return"] * 6).wait(2).press("1", *["return"] * 7)

    assert player.top.name == "chronicle"
    assert "a good year for hay" in player.text
    assert "epilogue" not in player.names
