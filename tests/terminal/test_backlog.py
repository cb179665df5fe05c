"""What was said so far, in the terminal."""

from __future__ import annotations

from pathlib import Path

from game.campaign.campaign import Campaign
from game.playthrough.desk import Stage, step_of
from tests.terminal.typist import TO_LEDGER, Sit, Typist


def test_what_was_said_has_ones_own_answer_in_it(sit: Sit) -> None:
    typist = sit().types(*TO_LEDGER, "o")
    response = typist.campaign.scenarios[0].decision.responses[0]

    assert f"> You answered {response.title}. {response.order}" in typist.last
    assert typist.campaign.scenarios[0].telegram.paragraphs[0] in typist.last


def test_months_to_come_are_not_among_what_was_said(shipped: Campaign, tmp_path: Path) -> None:
    typist = Typist(shipped, tmp_path)
    typist.types("", *["a", ""] * 4, "1", "", "", "", "y", "", "o")
    step = step_of(shipped, typist.desk)

    assert typist.desk.stage is Stage.CONSEQUENCES
    assert str(step.ledger[0].row.title) not in typist.last
    assert str(step.happened[-1].happening.title) not in typist.last


def test_at_the_ledger_all_of_it_is_among_what_was_said(shipped: Campaign, tmp_path: Path) -> None:
    typist = Typist(shipped, tmp_path)
    typist.types("", *["a", ""] * 4, "1", "", "", "", "y", "", "a", "o")
    step = step_of(shipped, typist.desk)

    assert f"{step.ledger[0].row.title} ({step.ledger[0].case.grade})" in typist.last
    assert str(step.happened[-1].happening.title) in typist.last


def test_pages_of_the_opening_to_come_are_not_among_what_was_said(
    shipped: Campaign, tmp_path: Path
) -> None:
    typist = Typist(shipped, tmp_path).types("", "", "o")
    titles = [str(one.title) for one in shipped.outline.opening]

    assert [one in typist.last for one in titles] == [True, True, *[False] * (len(titles) - 2)]
