"""The map in words: the front, the key of the signs, and threats as they were believed."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.playthrough.desk import Stage
from game.terminal.chart import chart
from game.window.gallery import desk_at
from tests.terminal.typist import SENT, TO_RECORD, Sit


def test_the_map_in_words_names_the_places_the_front_passes(sit: Sit) -> None:
    typist = sit().types(*SENT, "", "m")

    assert "The front passes near Town Hall; Lighthouse; Quay." in typist.text


def test_the_map_in_words_has_the_key_of_its_signs(sit: Sit) -> None:
    typist = sit().types(*SENT, "", "m")

    assert "What the signs of the map mean" in typist.text
    assert "The dike: A line with battlements. It keeps the sea out" in typist.text


def test_the_record_sets_a_threat_beside_what_was_believed(sit: Sit) -> None:
    before = sit().types(*SENT, "", "m")
    after = sit().types(*TO_RECORD, "m")

    assert "Threats as believed" in before.text
    assert "of 100; believed: " not in before.text
    assert "of 100; believed: " in after.text


def test_the_map_in_words_goes_where_the_map_goes(shipped: Campaign) -> None:
    """Close by while months pass, and to the other theatre; before and after to the whole."""
    situation, months, record = (
        "\n".join(line for one in chart(shipped, desk_at(shipped, 0, stage)) for line in one.lines)
        for stage in (Stage.SITUATION, Stage.CONSEQUENCES, Stage.RECORD)
    )

    assert "  Nanjing: " in months
    assert "  Nanjing: " not in situation
    assert "  Nanjing: " not in record
