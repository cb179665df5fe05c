"""The file for a class: it may be missing, and whatever would leave a class stuck is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.campaign.classroom import PLAIN
from game.campaign.scenario import Frame
from game.campaign.words import Id
from game.files.folder import read_folder
from game.scenarios.problem import Problem
from game.scenarios.walk import texts

Mistaken = Callable[..., list[Problem]]
FIRST, SECOND = Id("first-winter"), Id("second-winter")


def said(problems: list[Problem]) -> list[str]:
    """Return the codes and what is said."""
    return [f"{one.code} {one.what}" for one in problems]


def test_a_campaign_without_the_file_has_a_chair_and_a_council(harbour_folder: Path) -> None:
    (harbour_folder / "classroom.yaml").unlink()
    found = read_folder(harbour_folder)

    assert found.problems == ()
    assert found.campaign is not None
    assert found.campaign.classroom is PLAIN
    assert not any(key.startswith("classroom") for key in texts(found.campaign))


def test_a_file_with_almost_the_right_name_is_not_passed_over(
    mistaken: Mistaken, harbour_folder: Path
) -> None:
    path = harbour_folder / "classroom.yaml"
    path.rename(path.with_suffix(".yml"))

    (problem,) = mistaken()

    assert problem.code == "F001"
    assert "'classroom.yml'" in problem.fix


def test_its_texts_have_keys_for_translators(harbour: Campaign) -> None:
    found = texts(harbour)

    assert found["classroom.seats.engineer.interest"] == "Ten gangs."
    assert found["classroom.code_names.2"] == "Tern"


def test_a_card_is_found_by_its_scenario(harbour: Campaign) -> None:
    engineer = harbour.classroom.seats[1]
    card = engineer.card(FIRST)

    assert card is not None
    assert card.text.startswith("The engineer is ill.")
    assert engineer.card(SECOND) is None


def test_a_card_may_seat_somebody_else_and_otherwise(harbour: Campaign) -> None:
    """What it does not say, the seat says."""
    mayor, engineer = harbour.classroom.seats

    assert (engineer.person_at(FIRST), engineer.frame_at(FIRST)) == ("mayor", Frame.HERE)
    assert (engineer.person_at(SECOND), engineer.frame_at(SECOND)) == ("engineer", Frame.COURIER)
    assert (mayor.person_at(FIRST), mayor.frame_at(FIRST)) == ("mayor", Frame.HERE)


def test_a_plan_counts_its_minutes(harbour: Campaign) -> None:
    (plan,) = harbour.classroom.plans

    assert (plan.minutes, plan.debrief) == (20, 6)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("leans: [pray]", "leans: [prey]", "S010 no response 'prey'"),
        ("unheard: [whale]", "unheard: [wale]", "S010 no dispatch 'wale'"),
        (
            "      first-winter:\n        text",
            "      third-winter:\n        text",
            "S010 no scenario",
        ),
        ("    person: mayor\n    chair", "    person: major\n    chair", "S010 no person 'major'"),
        ("about: [first-winter]", "about: [last-winter]", "S010 no scenario 'last-winter'"),
        ("between: [pray, ten-gangs]", "between: [pray, gangs]", "S010 no response 'gangs'"),
        ("telegrams: [first-winter]", "telegrams: [winter]", "S010 no scenario 'winter'"),
        ("sources: [tide-book]\n        leans", "sources: [tide]\n        leans", "S010 no source"),
        (
            "questions:",
            "earlier:\n  last-winter: {text: It rained., grade: invented}\nquestions:",
            "S010 no scenario 'last-winter'",
        ),
        ("questions:", "paid: [tears]\nquestions:", "S010 no quantity 'tears'"),
        ("[Gull, Tern]", "[Gull, gull]", "M004 'gull' is the name of two things"),
        ("from_pupils: 2", "from_pupils: 2\n    chair: true", "S027 2 seats are the chair"),
        ("interest: Ten gangs.", "interest: “Ten gangs.”", "H001 quotation marks"),
    ],
)
def test_a_slip_is_found(mistaken: Mistaken, old: str, new: str, expected: str) -> None:
    assert said(mistaken("classroom.yaml", old, new))[0].startswith(expected)


def test_a_question_about_the_whole_campaign_may_name_any_response(mistaken: Mistaken) -> None:
    assert mistaken("classroom.yaml", "    about: [first-winter]\n", "") == []


def test_a_response_of_another_scenario_is_none_of_this_one(
    mistaken: Mistaken, harbour_folder: Path
) -> None:
    """`pray` of the second winter is called otherwise here."""
    path = harbour_folder / "second-winter.yaml"
    text = path.read_text(encoding="utf-8").replace("    pray:\n", "    sing:\n", 1)
    path.write_text(text, encoding="utf-8")

    problems = mistaken("classroom.yaml", "about: [first-winter]", "about: [second-winter]")

    assert said(problems) == ["S010 no response 'pray'"]


def test_without_an_outline_no_scenario_is_missed(mistaken: Mistaken) -> None:
    problems = mistaken(
        *("campaign.yaml", "id: harbour", "id: [harbour"),
        *("classroom.yaml", "    about: [first-winter]\n", ""),
    )

    assert [one.code for one in problems] == ["Y001"]


def test_what_a_broken_scenario_would_have_held_is_not_missed(mistaken: Mistaken) -> None:
    problems = mistaken("first-winter.yaml", "title: The first winter", "title: [The first")

    assert [one.code for one in problems] == ["Y001"]


def noted(text: str) -> str:
    """Return notes for both winters that say one text at every stage."""
    stages = ("situation", "telegram", "council", "decision", "consequences", "record")
    note = ", ".join(f"{one}: {text!r}" for one in stages)
    return f"notes: {{first-winter: {{{note}}}, second-winter: {{{note}}}}}\nquestions:"


def test_a_note_may_rest_on_the_record_or_the_news(mistaken: Mistaken) -> None:
    text = "It rained [told]. The sea was high [high-water] all winter [winter], no whale [whale]."

    assert mistaken("classroom.yaml", "questions:", noted(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained [wail].", "S010 no claim 'wail'"),
        ("It rained [told. Ask why.", "S010 no claim 'told. Ask why.'"),
    ],
)
def test_a_note_that_rests_on_nothing_that_is_there_is_found(
    mistaken: Mistaken, text: str, expected: str
) -> None:
    found = said(mistaken("classroom.yaml", "questions:", noted(text)))

    assert len(found) == 12
    assert all(one.startswith(expected) for one in found)
