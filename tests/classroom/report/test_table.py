"""A lesson as a table and as statements for machines."""

from __future__ import annotations

import csv
import io
import json
from uuid import UUID

from game.classroom.report.codebook import COLUMNS
from game.classroom.report.table import csv_files
from game.classroom.report.xapi import as_json, statements
from game.room.requests import Kick
from tests.room.class_of import PRAY, WAIT, Session


def rows(lesson: Session, *, names: bool = False) -> list[dict[str, str]]:
    """Return the table as a spreadsheet reads it."""
    text = csv_files(lesson.campaign, [lesson.room], names=names)[""]
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_there_is_a_row_for_each_pupil_telegram_and_estimate(played: Session) -> None:
    found = [(one["telegram"], one["pupil"], one["response"]) for one in rows(played)]
    assert found == [
        ("1", "1", WAIT),
        ("1", "2", WAIT),
        ("1", "3", PRAY),
        ("1", "4", PRAY),
        ("2", "1", WAIT),
        ("2", "2", WAIT),
        ("2", "3", WAIT),
        ("2", "4", ""),
    ]


def test_no_name_and_no_reason_is_told_unasked(played: Session) -> None:
    assert {one["reason"] for one in rows(played)} == {""}
    assert {one["pupil"] for one in rows(played)} == {"1", "2", "3", "4"}


def test_names_and_reasons_are_told_when_asked_for(played: Session) -> None:
    found = rows(played, names=True)
    assert (found[1]["pupil"], found[1]["reason"]) == ("Ben", "the chest is empty")


def test_no_spreadsheet_computes_what_a_pupil_wrote(played: Session) -> None:
    assert rows(played, names=True)[3]["reason"] == "'=HYPERLINK()"


def test_points_stand_beside_what_came(played: Session) -> None:
    assert rows(played)[1]["points"] == "40;10;0"
    assert rows(played)[1]["came"] in {"1", "2", "3"}


def test_whoever_was_sent_out_keeps_their_number_where_they_spoke(played: Session) -> None:
    played.teacher(Kick("Ann"))
    numbers = [(one["telegram"], one["response"], one["seat"]) for one in rows(played)]
    assert ("1", WAIT, "mayor") in numbers
    assert len({one["pupil"] for one in rows(played)}) == 4


def test_whoever_was_sent_out_without_a_word_has_no_row(played: Session) -> None:
    played.comes("Eve")
    played.teacher(Kick("Eve"))
    assert len({one["pupil"] for one in rows(played)}) == 4


def test_the_codebook_has_every_column(played: Session) -> None:
    files = csv_files(played.campaign, [played.room])
    head = files[""].removeprefix("\ufeff").splitlines()[0].split(",")
    book = list(csv.DictReader(io.StringIO(files["-codebook"].removeprefix("\ufeff"))))
    assert head == [one["name"] for one in book] == [name for name, _, _ in COLUMNS]


def test_several_lessons_share_one_table(played: Session) -> None:
    text = csv_files(played.campaign, [played.room, played.room])[""]
    assert len(text.splitlines()) == 1 + 2 * 8


def test_each_choice_is_one_statement(played: Session) -> None:
    found = statements(played.campaign, played.room)
    assert len(found) == 7
    assert {UUID(str(one["id"])).version for one in found} == {5}
    assert len({one["id"] for one in found}) == 7


def test_the_same_lesson_gives_the_same_statements(played: Session) -> None:
    once = as_json(played.campaign, [played.room])
    assert once == as_json(played.campaign, [played.room])


def test_a_statement_has_what_xapi_asks_for_and_no_name(played: Session) -> None:
    text = as_json(played.campaign, [played.room])
    for one in json.loads(text):
        assert {"id", "actor", "verb", "object", "result"} <= {*one}
        assert one["verb"]["id"].startswith("http")
        responses = [choice["id"] for choice in one["object"]["definition"]["choices"]]
        assert one["result"]["response"] in responses
    assert [name for name in ("Ann", "Ben", "Cid", "Dot") if name in text] == []


def test_the_moment_is_told_where_it_is_known(played: Session) -> None:
    when = ("2026-11-28T10:00:00Z", "2026-11-28T10:20:00Z")
    found = statements(played.campaign, played.room, when)
    assert [one["timestamp"] for one in found] == [when[0]] * 4 + [when[1]] * 3
