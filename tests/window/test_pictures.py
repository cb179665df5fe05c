"""Pictures of the screen on disk."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.window.pictures import folder, keep


@pytest.fixture
def surface() -> pygame.Surface:
    """Something red."""
    surface = pygame.Surface((40, 30))
    surface.fill((200, 10, 10))
    return surface


def test_a_picture_is_kept_among_the_players_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, surface: pygame.Surface
) -> None:
    monkeypatch.setattr("platformdirs.user_pictures_path", lambda: tmp_path)

    said = keep(surface)
    (path,) = tmp_path.glob("six-telegrams/*.png")

    assert said == f"Picture kept: {path}"
    assert pygame.image.load(path).get_at((20, 20))[:3] == (200, 10, 10)


def test_without_a_folder_for_pictures_they_are_kept_beside_the_saves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_pictures_path", lambda: tmp_path / "none")

    assert folder().name == "pictures"
    assert folder().is_relative_to(tmp_path / "home")


def test_a_second_picture_does_not_replace_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, surface: pygame.Surface
) -> None:
    monkeypatch.setattr("platformdirs.user_pictures_path", lambda: tmp_path)

    keep(surface)
    keep(surface)

    assert len(list(tmp_path.glob("six-telegrams/*.png"))) == 2


def test_a_disk_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, surface: pygame.Surface
) -> None:
    (tmp_path / "six-telegrams").write_text("a file where the folder should be")
    monkeypatch.setattr("platformdirs.user_pictures_path", lambda: tmp_path)

    assert keep(surface).startswith("The picture could not be kept: ")
