"""Every text has a key that translators use."""

from __future__ import annotations

from collections.abc import Callable

from game.campaign.campaign import Campaign
from game.scenarios.walk import parts_of, texts


def test_a_key_is_made_of_ids(harbour: Campaign) -> None:
    """And of the names of fields."""
    found = texts(harbour)

    assert found["first-winter.situation.dispatches.whale.now.text"] == "It was a boat, keel up."
    assert found["first-winter.telegram.paragraphs.2"] == "Raise your dike."
    assert found["campaign.title"] == "The Dike"
    assert found["cast.mayor.name"] == "Anna Vos"
    assert found["model.stocks.crest.because"] == "Gangs raise it; the sea wears it down."


def test_no_text_is_left_out_and_none_is_empty(harbour: Campaign) -> None:
    """Optional ones that are not written have no key."""
    found = texts(harbour)

    assert "encyclopaedia.dike.more" in found
    assert "encyclopaedia.mayor.more" not in found
    assert all(found.values())


def test_keys_stay_when_something_is_inserted(
    harbour: Campaign, changed: Callable[..., Campaign]
) -> None:
    """Old translations still fit."""
    new = "  spring:\n    title: Spring\n    text: It came.\n    grade: invented\n  rich:\n"
    campaign = changed("campaign.yaml", "  rich:\n", new)

    assert texts(harbour).items() <= texts(campaign).items()


def test_every_part_has_a_path_of_its_own(harbour: Campaign) -> None:
    """No two parts share one."""
    paths = [path for path, _ in parts_of(harbour)]

    assert len(paths) == len(set(paths))
