"""The story for Twine."""

from __future__ import annotations

import json
import re

import pytest

from game.campaign.campaign import Campaign
from game.export.twee import _passage, twee


def passages(text: str) -> dict[str, str]:
    """Return the texts of the passages by their names."""
    parts = re.split(r"^:: (.*)$", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_every_link_leads_to_a_passage(shipped: Campaign) -> None:
    """And every passage but the first can be reached."""
    found = passages(twee(shipped))
    links = {link for text in found.values() for link in re.findall(r"\[\[.*?->(.*?)\]\]", text)}

    assert links == found.keys() - {"StoryTitle", "StoryData", "opening"}


def test_responses_are_links_of_the_decision(harbour: Campaign) -> None:
    """Each to a passage with its order."""
    found = passages(twee(harbour))
    scenario = harbour.scenarios[0]

    for response in scenario.decision.responses:
        assert f"->{scenario.id} {response.id}]]" in found[f"{scenario.id} decision"]
        assert response.order in found[f"{scenario.id} {response.id}"]


def test_the_story_names_its_number_and_its_start(harbour: Campaign) -> None:
    """The number stays the same from one export to the next."""
    stories = [json.loads(passages(twee(harbour))["StoryData"]) for _ in range(2)]

    assert stories[0] == stories[1]
    assert stories[0]["start"] == "opening"


@pytest.mark.parametrize("text", ["one\n:: two", "one\n::two"])
def test_no_line_of_a_text_begins_a_passage(text: str) -> None:
    """It is escaped."""
    assert len(re.findall(r"^::", _passage("name", text), re.MULTILINE)) == 1
