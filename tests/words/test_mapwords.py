"""The key of the map names what the map can show, and nothing else."""

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.geography import Sign
from game.words import mapwords


def test_the_key_of_a_map_has_a_row_for_each_sign_it_can_show(shipped: Campaign) -> None:
    """Said by the campaign, or in general words."""
    found = {str(row.sign): row for row in mapwords.key(shipped)}

    assert set(found) == {str(one) for one in Sign} - {"blockade", "river", "border", "water"}
    assert found["railway"].title == "Railway"
    assert found["wall"].title == "Great Wall"
    assert all(row.looks for row in found.values())


def test_a_bare_map_needs_no_key(harbour: Campaign) -> None:
    geography = replace(
        harbour.geography, places=(), lines=(), fronts=(), areas=(), threats=(), columns=()
    )

    assert mapwords.signs(geography) == ()
