"""The revision note."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id, ParameterId, ResponseId
from game.chronicle.chronicle import Chronicle, Figure, Statement, Table, Words
from game.chronicle.markdown import markdown
from game.chronicle.revisionnote import NO_RECORD, NO_ROW, held, note, stem, stopped
from game.playthrough.playthrough import begin, history
from game.playthrough.revision import ARGUED, Argued, Revision, argue, revised
from game.window.gallery import line_of

CREST = ParameterId("crest_at_first")


def argued(campaign: Campaign, value: float, *answers: str) -> Argued:
    """Return history's line, or another one, with another crest."""
    line = tuple(map(ResponseId, answers)) or history(campaign)
    made = replace(begin(campaign, chance=False), line=line)
    return argue(campaign, made, [Revision(CREST, value, "The old | men", "A *book*")])


def words(found: Chronicle, section: str) -> list[str]:
    """Return the paragraphs of a section."""
    parts = next(one for one in found.sections if one.id == section).parts
    return [one.text for one in parts if isinstance(one, Words)]


def test_the_change_cites_the_authors_and_then_whoever_argues(harbour: Campaign) -> None:
    found = note(argued(harbour, 310))
    first = next(one for one in found.all_parts() if isinstance(one, Statement))

    assert first.title == "Crest at first (crest_at_first)"
    assert first.sources == ("tide-book",)
    assert words(found, "changed") == ["Because: The old | men", "Source: A *book*"]


def test_every_figure_has_each_month_in_numbers(harbour: Campaign) -> None:
    figures = [one for one in note(argued(harbour, 310)).all_parts() if isinstance(one, Figure)]
    months = harbour.outline.chronicle.since(harbour.model.first) + 1

    assert len(figures) == len(harbour.outline.indicators)
    assert all(one.numbers and len(one.numbers.rows) == months for one in figures)


def test_rows_of_the_ledger_that_differ_stand_beside_one_another(harbour: Campaign) -> None:
    found = note(argued(harbour, 400))
    ledger = next(one for one in found.sections if one.id == "ledger")

    assert all(
        row[1] != row[2] for one in ledger.parts if isinstance(one, Table) for row in one.rows
    )
    assert any(isinstance(one, Table) for one in ledger.parts)


def test_a_ledger_without_a_difference_is_told(harbour: Campaign) -> None:
    assert words(note(argued(harbour, 300)), "ledger") == [NO_ROW]


@pytest.mark.parametrize(
    ("value", "says"),
    [(300, "The model still answers to the record."), (400, "no longer answers to the record.")],
)
def test_it_is_told_whether_the_record_holds(harbour: Campaign, value: float, says: str) -> None:
    assert says in " ".join(held(argued(harbour, value)))


@pytest.mark.parametrize(
    ("value", "says"), [(300, "under this reading, and now does"), (410, "before or after")]
)
def test_a_reading_that_did_not_answer_to_the_record_is_told_so(
    harbour: Campaign, value: float, says: str
) -> None:
    wrong = revised(harbour, "engineer", [Revision(CREST, 400, "so", "there")])
    believed = replace(wrong.model.readings[-1], id=Id("wrong"))
    readings = (believed, *(one for one in wrong.model.readings if one.id != ARGUED))
    campaign = replace(wrong, model=replace(wrong.model, readings=readings))

    assert says in " ".join(held(argued(campaign, value)))


def test_of_many_lost_points_a_few_are_named_and_the_rest_counted(shipped: Campaign) -> None:
    made = replace(begin(shipped, chance=False), line=history(shipped))
    worth = Revision(ParameterId("puppet_worth"), 0.54, "so", "there")
    told = held(argue(shipped, made, [worth]))

    assert told[-1].startswith("No longer met: ")
    assert told[-1].endswith(" more.")


def test_a_model_without_a_record_is_told_so(harbour: Campaign) -> None:
    bare = replace(harbour, model=replace(harbour.model, record=()))
    found = note(argued(bare, 310))

    assert words(found, "record") == [NO_RECORD]


def test_a_line_that_stops_with_the_change_says_why(shipped: Campaign) -> None:
    against = replace(begin(shipped, chance=False), line=line_of(shipped, len(shipped.scenarios)))
    worth = Revision(ParameterId("puppet_worth"), 0.54, "so", "there")
    (told,) = stopped(argue(shipped, against, [worth]))

    assert told.startswith("As argued the line goes as far as answer 3: With ")


def test_the_file_is_called_by_the_line_and_the_numbers(harbour: Campaign) -> None:
    assert stem(argued(harbour, 310), "AB") == "revision-AB-crest-at-first"


def test_markdown_takes_no_word_of_a_player_for_a_sign(harbour: Campaign) -> None:
    text = markdown(note(argued(harbour, 310)))

    assert "Because: The old \\| men" in text
    assert "Source: A \\*book\\*" in text
