"""Reading goes on after a mistake, and finds the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.files.folder import read_folder
from game.scenarios.problem import Mark, Problem
from game.scenarios.read import FILES, OPTIONAL, read
from game.scenarios.scalars import listed

Mistaken = Callable[..., list[Problem]]


def codes(problems: list[Problem]) -> list[str]:
    """Return the codes of problems."""
    return [one.code for one in problems]


def test_a_problem_is_printed_with_place_code_and_cure() -> None:
    """As editors and people read it."""
    problem = Problem(Mark("a.yaml", 3, 5), "S010", "no place 'key'", "write one of: quay")

    assert str(problem) == "a.yaml:3:5: S010 no place 'key'\n    fix: write one of: quay"


def test_mistakes_of_all_files_are_found_in_one_run(mistaken: Mistaken) -> None:
    """A bad value, a missing key, a reference and a model, all at once."""
    problems = mistaken(
        *("cast.yaml", "  post: mayor\n", ""),
        *("first-winter.yaml", "place: quay", "place: key"),
        *("first-winter.yaml", "standing: known", "standing: sure"),
        *("model.yaml", "    unit: houses", "    unit: hauses"),
        *("campaign.yaml", "chronicle: 1902-06", "chronicle: soon"),
        *("sources.yaml", "year: 1899", "year: &y 1899"),
    )

    assert codes(problems) == ["S001", "S003", "S006", "S010", "M002", "Y003"]


def test_references_are_checked_beside_a_bad_value(mistaken: Mistaken) -> None:
    """In the very same dispatch."""
    problems = mistaken(
        *("first-winter.yaml", "standing: known", "standing: sure"),
        *("first-winter.yaml", "place: lighthouse", "place: lightship"),
    )

    assert codes(problems) == ["S010", "S006"]


@pytest.mark.parametrize("name", sorted(FILES))
def test_what_is_in_a_file_that_cannot_be_read_is_not_missed(
    mistaken: Mistaken, harbour_folder: Path, name: str
) -> None:
    """One mistake, one message: no complaint about every name that the file would have held."""
    path = harbour_folder / f"{name}.yaml"
    path.write_text("a: [\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    assert codes(mistaken()) == ["Y001"]


@pytest.mark.parametrize("name", sorted(FILES.keys() - OPTIONAL.keys()))
def test_a_missing_file_is_one_problem(mistaken: Mistaken, harbour_folder: Path, name: str) -> None:
    """Named, with its cure."""
    (harbour_folder / f"{name}.yaml").unlink()

    assert codes(mistaken()) == ["F001"]


@pytest.mark.parametrize(
    ("name", "text"),
    [(name, text) for name in sorted(FILES) for text in ("[1, 2]", "word", "x: {}")],
)
def test_a_file_of_another_shape_is_a_problem(harbour_folder: Path, name: str, text: str) -> None:
    """A list, a word, an empty mapping."""
    (harbour_folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = read_folder(harbour_folder)

    assert found.campaign is None
    assert {Path(one.mark.file).suffix for one in found.problems} == {".yaml"}


def test_without_an_outline_the_scenarios_are_still_checked(mistaken: Mistaken) -> None:
    """Every other file is taken for one."""
    problems = mistaken(
        *("campaign.yaml", "id: harbour", "id: [harbour"),
        *("second-winter.yaml", "place: quay", "place: key"),
    )

    assert codes(problems) == ["Y001", "S010"]


def test_without_an_outline_what_no_outline_could_name_is_not_taken_for_a_scenario(
    mistaken: Mistaken, harbour_folder: Path
) -> None:
    """Such as a copy that an editor left."""
    (harbour_folder / "first-winter.old.yaml").write_text("a: 1", encoding="utf-8")

    assert codes(mistaken("campaign.yaml", "id: harbour", "id: [harbour")) == ["Y001"]


def test_an_empty_word_is_called_by_its_key(mistaken: Mistaken) -> None:
    """The others beside it are read all the same."""
    (problem,) = mistaken("cast.yaml", "{hair: brushed-back, coat", "{hair: '', coat")

    assert (problem.mark.line, problem.what) == (8, "hair is empty")


def test_a_scenario_named_twice_is_read_once(mistaken: Mistaken) -> None:
    """And cannot follow itself."""
    problems = mistaken(
        "campaign.yaml", "[first-winter, second-winter]", "[first-winter, first-winter]"
    )

    assert codes(problems) == ["S016"]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("first-winter.yaml", "place: quay", "place: [quay]", "S001 place should be text"),
        ("first-winter.yaml", "view: [town-hall, lighthouse]", "view: x", "S001 view should be a"),
        (
            "cast.yaml",
            "portrait: {hair: brushed-back, coat: village-jacket}",
            "portrait: x",
            "S001 portrait should",
        ),
        ("map.yaml", "at: [4.5, 52.1]", "at: [4.5]", "S001 at should be a list of 2 values, not 1"),
        (
            "map.yaml",
            "at: [4.5, 52.1]",
            "at: [4.5, 95.0]",
            "S018 degrees north, the second, is 95; it goes from -90",
        ),
        (
            "map.yaml",
            "[4.2, 52.0], [4.3",
            "[190.0, 52.0], [4.3",
            "S018 degrees east, the first, is 190",
        ),
        ("map.yaml", "rank: 3", "rank: 2.5", "S007 '2.5' is not a whole number"),
        ("model.yaml", "fitted: true", "fitted: yes", "S006 'yes' is not one of the words"),
        (
            "model.yaml",
            "last: 1902-12",
            "last: 1902-05",
            "S016 the model's last month is 1902-05, not after the chronicle, 1902-06",
        ),
        ("model.yaml", "last: 1902-12", "last: 9902-12", "S018 last is 9902-12"),
        ("model.yaml", "last: 1902-12", "last: 1902-13", "S001 last should be a month"),
        ("model.yaml", "equals: tide", "equals: tyde", "S012 no quantity or parameter 'tyde'"),
        ("model.yaml", "starts: 60", "starts: tide", "S012 no parameter 'tide'"),
        ("model.yaml", "      storm_chance:", "      storm_chances:", "S010 no parameter"),
        ("encyclopaedia.yaml", "also: [mayor]", "also: [major]", "S010 no entry 'major'"),
        ("encyclopaedia.yaml", "person: mayor", "person: major", "S010 no person 'major'"),
        ("first-winter.yaml", "opens: [ten-gangs]", "opens: [gangs]", "S010 no response 'gangs'"),
        ("first-winter.yaml", "corrects: [whale]", "corrects: [whales]", "S010 no dispatch"),
        ("first-winter.yaml", "about: crest", "about: crust", "S010 no quantity 'crust'"),
        ("first-winter.yaml", "order: levy", "order: levi", "S010 no order 'levi'"),
        ("first-winter.yaml", "{text: Higher}", "{text: Higher, below: 9}", "S015 the last of a"),
        ("first-winter.yaml", ", below: 300}", "}", "S020 the answers do not rise: 400 comes aft"),
        ("first-winter.yaml", "title: The first winter", "title: The {crest}", "S009 'crest' in b"),
        ("first-winter.yaml", "- Raise your dike.", "- Raise {crest}.", "S009 'crest' in braces"),
        ("first-winter.yaml", "- Raise your dike.", "- Raise “it”.", "H001 quotation marks"),
        ("campaign.yaml", "total(damage) > 60", "total(damages) > 60", "S012 no quantity"),
        ("campaign.yaml", "total(damage) > 60", "total(damage + 1) > 60", "S008 total() takes"),
        (
            "map.yaml",
            "[[4.1, 52.0], [4.2, 52.3]]",
            "[[4.1, x], [4.2, 52.3]]",
            "S007 'x' is not a num",
        ),
        ("map.yaml", "[[4.0, 52.2], [4.3, 52.15]]", "[[4.0, 52.2], !p [4.3, 52.15]]", "Y004 a tag"),
        ("cast.yaml", "mayor:\n", "mayor: !x\n", "Y004 a tag"),
        ("first-winter.yaml", "    mayor:\n", "    ' mayr ':\n", "S010 no person 'mayr'"),
    ],
)
def test_a_mistake_says_what_is_wrong(
    mistaken: Mistaken, file: str, old: str, new: str, expected: str
) -> None:
    """One line for each way to go wrong."""
    problems = mistaken(file, old, new)

    assert f"{problems[0].code} {problems[0].what}".startswith(expected)
    assert len(problems) == 1


def test_a_series_needs_a_point_that_is_used(mistaken: Mistaken) -> None:
    """Rival figures alone give no value."""
    fronts = "    between: step\n    points:\n"
    rival = "      - {month: 1900-07, value: 0, low: 0, high: 0, grade: invented, use: false}\n"
    text = f"{fronts}{rival}  summer:\n    title: summer\n    unit: share\n    points:\n"
    problem, _in_no_sector = mistaken("model.yaml", fronts, text)

    assert (problem.code, problem.mark.line) == ("S014", 62)


def test_a_documented_speech_may_be_quoted(changed: Callable[..., Campaign]) -> None:
    """If its source is named."""
    campaign = changed(
        *("first-winter.yaml", "text: Give me ten gangs.", "text: I said “ten gangs”."),
        *(
            "first-winter.yaml",
            "grade: invented\n      note: It is his trade.",
            "grade: documented\n      sources: [tide-book]\n      note: It is his trade.",
        ),
    )

    assert campaign.scenarios[0].council.speeches[1].text == "I said “ten gangs”."


def test_a_name_far_from_every_other_gets_no_suggestion(mistaken: Mistaken) -> None:
    """But every name there is."""
    (problem,) = mistaken("first-winter.yaml", "about: crest", "about: xyzzy")

    assert problem.fix == (
        "write one of: "
        "crest, damage, gangs, levy, purse, purse_told, storm, surge, tide, trust, winter"
    )


def test_a_long_list_of_names_is_cut() -> None:
    """And an empty one says so."""
    assert listed(map(str, range(10, 30))).endswith("20, 21, ... (20 in all)")
    assert listed([]) == "(there is none yet)"


def test_files_may_be_read_without_a_folder() -> None:
    """From memory, as a test or a server does."""
    problems = read({"cast.yaml": b"a: 1"}).problems

    assert [one.mark.file for one in problems if one.code == "S001"] == ["cast.yaml"]
