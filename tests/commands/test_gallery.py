"""`gallery`: every screen as a PNG, without a display."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.cli import main
from game.window.app import App
from tests.conftest import exchange
from tests.exhaustive import sampled

HARBOUR = str(Path(__file__).parents[1] / "campaigns" / "harbour")


def gallery(folder: Path, *options: str) -> int:
    """Draw pictures of the harbour into a folder."""
    return main(["gallery", str(folder), "--campaign", HARBOUR, *options])


def refused(folder: Path, *options: str) -> int:
    """Return the status with which wrong options are refused."""
    with pytest.raises(SystemExit) as left:
        gallery(folder, *options)
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize("size", sampled(["1280x720", "1024x640"], ["1024x640"]))
def test_a_picture_has_the_size_asked_for(tmp_path: Path, size: str) -> None:
    folder = tmp_path / "new" / "pictures"

    status = gallery(folder, "--only", "settings-seeing", "--size", size)

    assert status == 0
    assert [path.name for path in folder.iterdir()] == ["settings-seeing.png"]
    width, height = pygame.image.load(folder / "settings-seeing.png").get_size()
    assert f"{width}x{height}" == size


def test_each_picture_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gallery(tmp_path, "--only", "5-ledger")

    assert capsys.readouterr().out.split() == ["first-winter-5-ledger", "second-winter-5-ledger"]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A picture without any comfort asked for."""
    folder = tmp_path_factory.mktemp("plain")
    gallery(folder, "--only", "settings-seeing")
    return (folder / "settings-seeing.png").read_bytes()


def test_the_same_words_make_the_same_picture(plain: bytes, tmp_path: Path) -> None:
    gallery(tmp_path, "--only", "settings-seeing")

    assert (tmp_path / "settings-seeing.png").read_bytes() == plain


@pytest.mark.parametrize(
    "options",
    sampled(
        ["--text 200", "--spacing 200", "--face dyslexia", "--face sans", "--theme contrast"],
        ["--text 200", "--face sans"],
    ),
)
def test_other_comfort_makes_another_picture(plain: bytes, tmp_path: Path, options: str) -> None:
    gallery(tmp_path, "--only", "settings-seeing", *options.split())

    assert (tmp_path / "settings-seeing.png").read_bytes() != plain


@pytest.mark.parametrize("size", ["big", "1280", "100x100", "99999x99999", "-5x720", "1280x"])
def test_a_size_that_is_none_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], size: str
) -> None:
    assert refused(tmp_path / "pictures", f"--size={size}") == 2
    assert repr(size) in capsys.readouterr().err
    assert not (tmp_path / "pictures").exists()


@pytest.mark.parametrize("text", ["74", "251", "0"])
def test_a_text_size_out_of_bounds_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert gallery(tmp_path, "--text", text) == 2
    assert capsys.readouterr().err == f"six-telegrams: text size {text} lies outside 75 to 250\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--spacing", "99"), "line spacing 99 lies outside 100 to 200"),
        (("--face", "comic"), "no face 'comic'; there are: serif, sans, dyslexia"),
    ],
)
def test_comfort_that_there_is_not_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], said: str
) -> None:
    assert gallery(tmp_path, *options) == 2
    assert capsys.readouterr().err == f"six-telegrams: {said}\n"


def test_a_folder_that_is_a_file_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "taken"
    place.write_text("a file", encoding="utf-8")

    assert gallery(place, "--only", "settings-seeing") == 1

    said = capsys.readouterr().err
    assert said.startswith(f"six-telegrams: {place} cannot be written: ")
    assert said.count("\n") == 1


def test_a_word_that_no_screen_has_is_refused_with_what_there_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Instead of an empty folder."""
    assert gallery(tmp_path / "pictures", "--only", "harvest") == 2

    said = capsys.readouterr().err
    assert "'harvest'" in said
    assert "situation" in said


def test_an_unknown_theme_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, "--theme", "pink") == 2


def test_a_campaign_of_one_scenario_without_questions_has_its_pictures(
    harbour_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # its screens are made; that marks are painted and files written, others see
    monkeypatch.setattr(App, "draw", lambda app, surface: app.sheet(surface.get_size()))
    monkeypatch.setattr("pygame.image.save", lambda _, path: Path(path).touch())
    exchange(
        harbour_folder,
        *("campaign.yaml", "[first-winter, second-winter]", "[first-winter]"),
        *("first-winter.yaml", "opens: [ten-gangs]\n", ""),
    )
    path = harbour_folder / "first-winter.yaml"
    before, _, rest = path.read_text(encoding="utf-8").partition("  questions:\n")
    after = rest[rest.index("\ndecision:") :]
    path.write_text(f"{before}  questions: {{}}\n{after}", encoding="utf-8")

    words = ["gallery", str(tmp_path / "p"), "--size", "640x400"]
    status = main([*words, "--campaign", str(harbour_folder)])

    assert status == 0
    drawn = {path.stem for path in (tmp_path / "p").iterdir()}
    assert {"pause", "first-winter-3-council", "chronicle"} <= drawn
    assert "first-winter-3-council-asked" not in drawn
