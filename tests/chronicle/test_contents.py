"""What a chronicle tells: answers, estimates, consequences, curves, reasons, record, sources."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from itertools import chain

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Grade
from game.chronicle.chronicle import Chronicle, Figure, Statement, Table, Words
from game.chronicle.contents import NO_BANDS, chronicle_of
from game.chronicle.drawn import drawn, followed
from game.diagrams.values import Bars, Curves, Graph
from game.playthrough.desk import Desk
from game.playthrough.playthrough import history
from tests.chronicle.conftest import desk_of


def statements(chronicle: Chronicle) -> list[Statement]:
    """Return every statement."""
    return [one for one in chronicle.all_parts() if isinstance(one, Statement)]


def words(chronicle: Chronicle) -> list[str]:
    """Return every text that is read."""
    texts = []
    for part in chronicle.all_parts():
        match part:
            case Words(text):
                texts.append(text)
            case Statement(title, text):
                texts += [title, text]
            case Table():
                texts += [part.caption, *chain(*part.rows)]
            case Figure():
                texts += [part.caption, part.diagram.alt]
    return texts


def test_every_claim_has_a_grade_and_where_it_is_surest_a_source(of_shipped: Chronicle) -> None:
    """Documented and reported ones rest on a work in the list."""
    sure = [one for one in statements(of_shipped) if one.grade in tuple(Grade)[:2]]

    assert len(sure) > 100
    assert [one.title for one in sure if not of_shipped.numbers(one.sources)] == []


def test_every_source_that_is_named_is_in_the_list_once(of_shipped: Chronicle) -> None:
    """With what was seen of it and how often it is named."""
    named = {key for one in statements(of_shipped) for key in one.sources}
    listed = [one.id for one in of_shipped.sources]

    assert named <= set(listed)
    assert len(listed) == len(set(listed))
    assert all(one.seen and one.uses for one in of_shipped.sources)


def test_every_figure_tells_itself_in_words(of_shipped: Chronicle) -> None:
    """All that is drawn: bars, curves with ghosts and bands, graphs."""
    figures = of_shipped.figures().values()

    assert {type(one.diagram) for one in figures} == {Bars, Curves, Graph}
    assert all(len(one.diagram.alt) > 60 for one in figures)
    assert all(one.caption and one.grade for one in figures)


def test_curves_run_with_their_ghost_their_band_and_the_record(of_shipped: Chronicle) -> None:
    """Of the army all three are known."""
    army = of_shipped.figures()["curve-era-men"].diagram

    assert isinstance(army, Curves)
    assert [one.ghost for one in army.curves] == [False, True]
    assert len(army.bands) == 1
    assert len(army.dots) >= 6
    assert len(army.events) == 6


def test_a_band_lies_around_where_its_draws_end(of_shipped: Chronicle) -> None:
    """Its lower edge is never above its upper one."""
    curves = [one.diagram for one in of_shipped.figures().values()]
    bands = [band for one in curves if isinstance(one, Curves) for band in one.bands]
    pairs = [pair for band in bands for pair in zip(band.lower, band.upper, strict=True)]

    assert len(bands) >= 6
    assert all(low[1] <= high[1] for low, high in pairs)


def test_a_graph_tells_the_reasons_of_an_answer(of_shipped: Chronicle) -> None:
    """Your own order is among its boxes wherever it moved anything."""
    graphs = [one.diagram for one in of_shipped.figures().values()]
    own = [any(box.own for box in one.boxes) for one in graphs if isinstance(one, Graph)]

    assert len(own) >= 5
    assert sum(own) >= 4


def test_estimates_stand_beside_what_came(of_harbour: Chronicle) -> None:
    """With how sure one was."""
    tables = [one for one in of_harbour.all_parts() if isinstance(one, Table)]
    foreseen = [one for one in tables if one.head[0] == "Question"]

    assert len(foreseen) == 2
    assert all(row[2] == "70 in 100" for one in foreseen for row in one.rows)
    assert {row[4] for one in foreseen for row in one.rows} <= {"yes", "no"}


def test_what_was_asked_at_the_council_is_told(of_harbour: Chronicle) -> None:
    """Question and answer."""
    assert any(one.title.startswith("You asked: ") for one in statements(of_harbour))


def test_no_brace_and_no_empty_text_is_left(of_shipped: Chronicle, of_harbour: Chronicle) -> None:
    """Every quantity is written as a number."""
    for chronicle in (of_shipped, of_harbour):
        texts = words(chronicle)
        assert [one for one in texts if not one.strip()] == []
        assert [one for one in texts if re.search(r"\{\w|\bnan\b|\binf\b", one)] == []


def test_ids_are_their_own(of_shipped: Chronicle) -> None:
    """Links lead where they should."""
    ids = [one.id for one in of_shipped.all_parts() if isinstance(one, Figure)]
    sections = list(of_shipped.sections)
    while sections:
        one = sections.pop()
        ids.append(one.id)
        sections += one.sections

    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", one) for one in ids)


def test_a_campaign_that_is_not_over_has_a_chronicle_too(harbour: Campaign) -> None:
    """It tells of what was answered, and says that there is more to come."""
    chronicle = chronicle_of(harbour, desk_of(harbour, 1))

    assert "1 of 2; the campaign is not over" in chronicle.facts[0][1]
    assert "outcome-bars" not in chronicle.figures()


def test_without_draws_it_says_why_there_are_no_bands(harbour: Campaign) -> None:
    """And draws the curves all the same."""
    chronicle = chronicle_of(harbour, desk_of(harbour))
    curves = [one.diagram for one in chronicle.figures().values()]

    assert NO_BANDS in words(chronicle)
    assert not any(one.bands for one in curves if isinstance(one, Curves))


def test_history_itself_has_a_chronicle(harbour: Campaign) -> None:
    """Nothing stands worse than itself."""
    desk = desk_of(harbour)
    made = replace(desk.playthrough, line=history(harbour))
    chronicle = chronicle_of(harbour, Desk(made, desk.stage))
    bars = chronicle.figures()["outcome-bars"].diagram

    assert isinstance(bars, Bars)
    assert not any(row.worse for row in bars.rows)
    assert all(row.share == row.ghost_share for row in bars.rows)


def test_what_a_reader_should_know_of_an_old_save_stands_at_the_top(harbour: Campaign) -> None:
    """As a note."""
    chronicle = chronicle_of(harbour, desk_of(harbour), notices=("It stops.",))
    assert ("Note", "It stops.") in chronicle.facts


def test_no_draws_are_made_where_none_are_wanted(harbour: Campaign) -> None:
    """Nothing is computed."""
    assert drawn(harbour, desk_of(harbour).playthrough, 0) is None


def test_without_numpy_there_are_no_draws(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The chronicle is written without bands."""
    monkeypatch.delitem(sys.modules, "game.chronicle.draws", raising=False)
    monkeypatch.setitem(sys.modules, "numpy", None)
    monkeypatch.delitem(sys.modules, "game.atlas.spread", raising=False)

    assert drawn(harbour, desk_of(harbour).playthrough, 5) is None


def test_something_else_that_is_missing_is_no_matter_of_numpy(
    harbour: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken installation says so."""
    monkeypatch.setitem(sys.modules, "game.chronicle.draws", None)

    with pytest.raises(ModuleNotFoundError):
        drawn(harbour, desk_of(harbour).playthrough, 5)


def test_the_same_draws_come_out_each_time(harbour: Campaign) -> None:
    """All chance derives from the seed."""
    made = desk_of(harbour).playthrough

    assert drawn(harbour, made, 20) == drawn(harbour, made, 20)
    assert drawn(harbour, made, 20) != drawn(harbour, replace(made, seed=9), 20)


def test_the_figures_of_the_desk_are_followed(shipped: Campaign) -> None:
    """And quantities of the axes that the record knows, each once."""
    names = followed(shipped)

    assert [str(one.quantity) for one in shipped.outline.indicators] == list(names[:6])
    assert len(names) == len(set(names)) > 6
