"""`classroom report`, `handouts` and `kit` as a teacher types them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.classroom.host import begun, milliseconds
from game.classroom.opening import Wanted
from game.classroom.store import Entry, RoomFile, rooms_folder
from game.cli import main
from game.room.requests import Next
from game.room.ways import Way
from tests.room.class_of import Session

HARBOUR = Path(__file__).parents[1] / "campaigns" / "harbour"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command: its exit status and what it printed."""

    def runs(*words: object) -> tuple[int, str, str]:
        status = main(["classroom", *map(str, words)])
        told = capsys.readouterr()
        return status, told.out, told.err

    return runs


def kept(campaign: Campaign, *, answered: bool = True) -> str:
    """Keep a room on disk in which one telegram was answered; return its code."""
    reading = campaign.model.readings[0].id
    wanted = Wanted(name="8b", way=Way.EACH, before=(), seed=1, chance=False, reading=reading)
    file = begun(campaign, rooms_folder(), wanted)
    lesson = Session(campaign)
    lesson.events = [one.event for one in file.entries()]
    lesson.comes("Ann", "Ben")
    if answered:
        lesson.teacher(*(Next() for _ in range(5)))
        responses = campaign.scenarios[0].decision.responses
        lesson.vote(Ann=responses[0].id, Ben=responses[-1].id)
        lesson.teacher(*(Next() for _ in range(3)))
    file.add([Entry(milliseconds(), one) for one in lesson.events[1:]])
    file.close()
    return lesson.room.opened.code


@pytest.mark.parametrize("kind", [".html", ".pdf", ".csv", ".json"])
def test_a_report_is_written_in_every_kind(
    run: Run, harbour: Campaign, tmp_path: Path, kind: str
) -> None:
    code, out = kept(harbour), tmp_path / f"report{kind}"
    status, said, _ = run("report", code, "--out", out, "--campaign", HARBOUR)
    assert (status, out.is_file()) == (0, True)
    assert f"Written: {out}" in said


def test_a_table_has_its_codebook_beside_it(run: Run, harbour: Campaign, tmp_path: Path) -> None:
    run("report", kept(harbour), "--out", tmp_path / "r.csv", "--campaign", HARBOUR)
    assert (tmp_path / "r-codebook.csv").is_file()


def test_several_rooms_are_held_side_by_side(run: Run, harbour: Campaign, tmp_path: Path) -> None:
    codes = kept(harbour), kept(harbour)
    status, _, _ = run("report", *codes, "--out", tmp_path / "r.html", "--campaign", HARBOUR)
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert status == 0
    assert "2 classes side by side" in text
    assert "They answered alike as far as they went." in text


def test_names_stand_in_a_report_only_when_asked_for(
    run: Run, harbour: Campaign, tmp_path: Path
) -> None:
    code = kept(harbour)
    run("report", code, "--out", tmp_path / "a.html", "--campaign", HARBOUR)
    run("report", code, "--out", tmp_path / "b.html", "--campaign", HARBOUR, "--names")
    texts = [(tmp_path / one).read_text(encoding="utf-8") for one in ("a.html", "b.html")]
    assert ["Ann" in one for one in texts] == [False, True]


def test_a_file_that_is_there_is_not_written_over_unasked(
    run: Run, harbour: Campaign, tmp_path: Path
) -> None:
    code, out = kept(harbour), tmp_path / "r.html"
    out.write_text("mine")
    status, _, said = run("report", code, "--out", out, "--campaign", HARBOUR)
    assert (status, out.read_text()) == (1, "mine")
    assert "--force writes over it" in said
    assert run("report", code, "--out", out, "--campaign", HARBOUR, "--force")[0] == 0


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("report", "ZZZZ", "--out", "r.html"), 1, "no room 'ZZZZ'"),
        (("report", "ZZZZ", "--out", "r.docx"), 2, ".html, .pdf, .csv, .json"),
        (("handouts", "ZZZZ", "--out", "r.html"), 2, "are written as .pdf"),
        (("kit", "--out", "k", "--telegrams", "9"), 2, "the campaign has 6"),
    ],
)
def test_what_cannot_be_had_is_said_in_one_line(
    run: Run, words: tuple[str, ...], status: int, said: str
) -> None:
    found, _, error = run(*words)
    assert found == status
    assert said in error
    assert len(error.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("kit", "--out", "k", "--paper", "a3"),
        ("kit", "--out", "k", "--pupils", "0"),
        ("kit", "--out", "k", "--telegrams", "one"),
        ("rehearse", "--seconds", "never"),
        ("rehearse", "--class", "-1"),
    ],
)
def test_wrong_words_are_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as left:
        run(*words)
    assert left.value.code == 2


def test_a_room_that_is_hosted_has_its_report_on_the_teachers_page(
    run: Run, harbour: Campaign, tmp_path: Path
) -> None:
    code = kept(harbour)
    file = RoomFile.open(rooms_folder() / f"{code}.room")
    status, _, said = run("report", code, "--out", tmp_path / "r.html", "--campaign", HARBOUR)
    file.close()
    assert status == 1
    assert "the teacher's page" in said


def test_a_file_that_is_no_room_is_said(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "x.room"
    wrong.write_bytes(b"nothing of ours")
    status, _, said = run("report", wrong, "--out", tmp_path / "r.html")
    assert status == 1
    assert str(wrong) in said


def test_another_campaigns_room_is_said(run: Run, harbour: Campaign, tmp_path: Path) -> None:
    status, _, said = run("report", kept(harbour), "--out", tmp_path / "r.html")
    assert status == 1
    assert "plays the campaign 'harbour'" in said


def test_every_pupil_gets_a_page(run: Run, harbour: Campaign, tmp_path: Path) -> None:
    out = tmp_path / "pages.pdf"
    status, _, _ = run("handouts", kept(harbour), "--out", out, "--campaign", HARBOUR)
    assert status == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_a_kit_is_written_whole(run: Run, tmp_path: Path) -> None:
    words = ("kit", "--out", tmp_path / "kit", "--telegrams", "1", "--pupils", 3)
    status, said, _ = run(*words, "--campaign", HARBOUR)
    assert status == 0
    assert said.count("Written:") == len(list((tmp_path / "kit").iterdir())) > 5


def test_a_folder_that_is_a_file_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kit").write_text("mine")
    status, _, said = run("kit", "--out", tmp_path / "kit", "--campaign", HARBOUR)
    assert status == 1
    assert "name another folder" in said


def test_a_rehearsal_goes_by_and_is_told(run: Run) -> None:
    words = ("rehearse", "--alone", "--pupils", 3, "--seconds", 0.3, "--campaign", HARBOUR)
    status, said, _ = run(*words)
    assert status == 0
    assert "3 simulated pupils are in." in said
    assert "have voted" in said
    assert not rooms_folder().exists()
