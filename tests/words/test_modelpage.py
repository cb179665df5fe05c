"""The page about a model: what it says of itself stays true."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.words.modelpage import BLOCKS, UnknownBlockError, filled, page

MODEL = Path(__file__).parents[2] / "scenarios" / "six-telegrams" / "MODEL.md"


def block(campaign: Campaign, name: str) -> list[str]:
    """Return the lines of one block."""
    return list(BLOCKS[name](campaign))


def test_the_shipped_page_says_what_the_model_says(shipped: Campaign) -> None:
    """`six-telegrams export page --out scenarios/six-telegrams/MODEL.md` mends it."""
    text = MODEL.read_text(encoding="utf-8")
    assert filled(text, shipped) == text


@pytest.mark.parametrize("name", BLOCKS)
def test_the_shipped_page_has_every_block(name: str) -> None:
    """Once."""
    assert MODEL.read_text(encoding="utf-8").count(f"<!-- from the model: {name} -->") == 1


@pytest.mark.parametrize(
    "name", ["reprisals_per_100km", "arms_scale", "arms_waiting", "fareast_belief"]
)
def test_a_parameter_the_page_argues_about_is_one(shipped: Campaign, name: str) -> None:
    """And the page does."""
    assert f"`{name}`" in MODEL.read_text(encoding="utf-8").split("## What answers set")[0]
    assert any(one.id == name for one in shipped.model.parameters)


def test_a_new_page_holds_every_block_under_a_heading(harbour: Campaign) -> None:
    """For an author to write around."""
    text = page(harbour)

    assert text.startswith("# The model of The Dike\n")
    assert all(f"## {name.capitalize()}\n" in text for name in BLOCKS)
    assert filled(text, harbour) == text


def test_words_around_the_blocks_stay_and_old_blocks_go(harbour: Campaign) -> None:
    """Whatever stood in them."""
    text = "Mine.\n\n<!-- from the model: orders -->\nstale\n<!-- end -->\n\nMine too.\n"
    made = filled(text, harbour)

    assert made.startswith("Mine.\n")
    assert made.endswith("\nMine too.\n")
    assert "stale" not in made
    assert "| gangs on the dike | gangs |" in made


def test_a_mark_of_no_block_is_an_error_that_lists_them(harbour: Campaign) -> None:
    """A slip of the pen."""
    with pytest.raises(UnknownBlockError, match="no block 'order'; write one of: overview, "):
        filled("<!-- from the model: order -->\n<!-- end -->\n", harbour)


def test_the_overview_counts_the_rules_between_sectors(harbour: Campaign) -> None:
    """The surge comes over the dike."""
    lines = block(harbour, "overview")

    assert '  s_sea["The sea"]' in lines
    assert "  s_sea -->|1| s_town" in lines


def test_a_sector_has_words_a_diagram_and_rules(harbour: Campaign) -> None:
    """A stock is framed twice, an order is a flag, what comes from elsewhere is rounded."""
    lines = block(harbour, "sectors")

    assert "The tide comes as the book says. Storms do not." in lines
    assert '  crest[["the dike"]]' in lines
    assert '  gangs>"gangs on the dike"]' in lines
    assert '  surge(["the highest water of the month"])' in lines
    assert "  gangs -->|+| crest" in lines
    (rule,) = [line for line in lines if line.startswith("| wet houses |")]
    assert "the highest water of the month (+), the dike (−)" in rule
    assert rule.endswith("| invented |")
    assert any("the world outside | Given by 5 dated figures." in line for line in lines)


def test_the_record_stands_beside_the_model(harbour: Campaign) -> None:
    """With its range, its error and the sum."""
    lines = block(harbour, "record")

    assert lines[2].startswith("| the dike | 1901-01 | 300 | 290 to 310 | documented | 297 |")
    assert lines[-1].endswith("1 parameters were set so that the model meets 1 figures.")


def test_a_reading_lists_what_it_takes_otherwise(harbour: Campaign) -> None:
    """The first one takes nothing otherwise."""
    text = "\n".join(block(harbour, "readings"))

    assert "**The engineer** (`engineer`). The dike is what counts." in text
    assert "| How often a winter month has a storm. | 0.2 | 0.4 | Two winters" in text


def test_a_parameter_tells_value_range_and_evidence(harbour: Campaign) -> None:
    """And whether it was fitted."""
    (row,) = [line for line in block(harbour, "parameters") if "`cm_a_gang`" in line]
    assert row == (
        "| `cm_a_gang` | 5 | 3 to 8 | cm a month | How much one gang raises the dike in a month. "
        "| inferred, fitted |"
    )


def test_only_sources_that_the_model_names_are_listed(harbour: Campaign) -> None:
    """The others are of the story."""
    assert [line.split("]")[0] for line in block(harbour, "sources")] == ["- [tide-book"]


def test_a_model_without_sectors_has_an_empty_overview(harbour: Campaign) -> None:
    """And no rules; the numbers stay."""
    bare = replace(harbour, model=replace(harbour.model, sectors=()))

    assert block(bare, "overview") == ["```mermaid", "flowchart TB", "```"]
    assert block(bare, "sectors") == []
    assert block(bare, "orders") == block(harbour, "orders")
