"""The code knows nothing of the campaign that comes with it: another one is as much at home."""

from __future__ import annotations

import re
from pathlib import Path

from game.campaign.campaign import Campaign

GAME = Path(__file__).parents[1] / "game"
MODULES = sorted(GAME.rglob("*.py"))
SUBJECT = re.compile(
    r"\b(moscow|moskva|kremlin|comintern|yan'an|yanan|chongqing|tokyo|mao|stalin|chiang|kwantung"
    r"|japan(ese)?|manchuria|eighth route|red army|asia|19[34]\d)\b",
    re.IGNORECASE,
)
"""Who, where and when the shipped campaign is about."""
EXAMPLE = "`Moscow`, `the ministry`"
"""The one place that may name it: the guide's example of who asks."""


def test_no_module_names_a_person_a_place_or_a_year_of_the_shipped_campaign() -> None:
    texts = {one: one.read_text(encoding="utf-8").replace(EXAMPLE, "") for one in MODULES}
    found = {str(one.relative_to(GAME)): SUBJECT.findall(text) for one, text in texts.items()}

    assert {name: words for name, words in found.items() if words} == {}


def test_the_words_looked_for_are_those_of_the_shipped_campaign(shipped: Campaign) -> None:
    assert SUBJECT.search(str(shipped.outline.subtitle))
