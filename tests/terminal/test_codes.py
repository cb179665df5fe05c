"""Run codes in the terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.campaign.campaign import Campaign
from game.playthrough.code import code_of
from game.playthrough.desk import Stage
from game.terminal.sitting import AtTitle
from game.window.gallery import desk_at
from tests.terminal.typist import TO_RECORD, Sit, Typist


def whole(campaign: Campaign) -> str:
    """Return the code of a whole line."""
    return code_of(campaign, desk_at(campaign, 1, Stage.CHRONICLE).playthrough) or ""


def swapped(text: str) -> str:
    """Return a code with two characters of its second group swapped."""
    return text[:5] + text[6] + text[5] + text[7:]


def test_a_code_typed_at_the_title_opens_its_chronicle(harbour: Campaign, sit: Sit) -> None:
    typist = sit().types(f"code {whole(harbour).lower()}")

    assert typist.desk.stage is Stage.CHRONICLE
    assert f"Run code: {whole(harbour)}" in typist.text


def test_the_code_of_what_is_played_is_written(sit: Sit) -> None:
    typist = sit().types(*TO_RECORD, "code")

    assert "Run code: " in typist.last
    assert "Read out: " in typist.last


def test_before_a_campaign_there_is_no_code_to_write(sit: Sit) -> None:
    assert "Write code and a run code" in sit().types("code").text


def test_a_slip_is_offered_and_taken_by_y(harbour: Campaign, sit: Sit) -> None:
    typist = sit().types(f"code {swapped(whole(harbour))}", "", "y")

    assert f"Did you mean {whole(harbour)}? y: take {whole(harbour)}." in typist.text
    assert typist.desk.stage is Stage.CHRONICLE


def test_a_slip_is_left_by_b(harbour: Campaign, sit: Sit) -> None:
    slip = swapped(whole(harbour))
    typist = sit().types(f"code {slip}", f"code {slip}", "b")

    assert isinstance(typist.sitting.place, AtTitle)


def test_what_is_no_code_is_refused_with_a_reason(sit: Sit) -> None:
    typist = sit().types("code 8ETO")

    assert "no code has the character 'O'" in typist.text
    assert isinstance(typist.sitting.place, AtTitle)


def test_a_code_of_another_version_says_what_has_changed(
    harbour: Campaign, changed: Callable[..., Campaign], tmp_path: Path
) -> None:
    other = changed("campaign.yaml", "version: 1", "version: 2")
    typist = Typist(other, tmp_path / "saves").types(f"code {whole(harbour)}")

    assert "The campaign has changed since this code." in typist.text
    assert "It was made with version 1 of the campaign; this is version 2." in typist.text
