"""AccessKit itself takes what is told it: a stand-in would take any word."""

from __future__ import annotations

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.widgets.tree import tree_of
from game.window.access import Access, Numbers
from game.window.app import App
from game.window.gallery import office_in_memory, scenes
from tests.screens.player import PAINTER

pytestmark = pytest.mark.extra


def test_accesskit_takes_every_screen(harbour: Campaign) -> None:
    pytest.importorskip("accesskit", reason="the extra `a11y`")
    pygame.display.init()
    office, access = office_in_memory(harbour), Access()
    access.start(pygame.Window("The Dike", (100, 50), (30, 40)))

    for _, screens in scenes(office):
        sheet = App(screens, office, PAINTER).sheet((1280, 720))
        access.follow(sheet)
        assert len(access._whole().nodes) == len(Numbers().told(tree_of(sheet)))
    pygame.display.quit()

    assert access.is_there
