"""No name on the map stands on another, on a town's sign, or under what covers the map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.screens.flight import flight_of
from game.screens.flow import screen_for
from game.screens.screen import Office, Screen
from game.screens.stages.consequences import ConsequencesScreen
from game.widgets.map.camera import View
from game.widgets.map.colours import PLAIN
from game.widgets.map.labels import beads, collide
from game.widgets.map.layers import Layers
from game.widgets.map.lettering import Caption
from game.widgets.map.naming import Named, Naming
from game.widgets.sheet import Chart, Draft
from game.window.app import App
from game.window.gallery import desk_at, office_in_memory
from tests.exhaustive import sampled
from tests.screens.player import PAINTER
from tests.whole import shipped

SIZES = ((1024, 640), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160))
TEXTS = (75, 100, 200)
STAGES = tuple(one for one in Stage if one is not Stage.CHRONICLE)
LOOKS = sampled(
    [(size, text) for size in SIZES for text in TEXTS],
    {(SIZES[0], 200)},
)
"""All day the one on which names have least room."""


def screens(office: Office) -> Iterator[Screen]:
    """Yield every stage of every telegram, answered otherwise than in history, and its months."""
    for turn in range(len(office.campaign.scenarios)):
        for stage in STAGES:
            screen = screen_for(office, desk_at(office.campaign, turn, stage))
            flight = flight_of(screen)
            assert flight
            flight.land()
            yield screen
        months = ConsequencesScreen(office, desk_at(office.campaign, turn, Stage.CONSEQUENCES))
        months.flight.land()
        months.passed = months.length * 0.6
        yield months


@cache
def charts(size: tuple[int, int], text: int) -> tuple[Chart, ...]:
    """Every map as it comes out in a window of a size at a size of text; each once.

    What scrolls beside it has no part in it, and most of the time of a screen goes into its texts.
    """
    office = office_in_memory(shipped(), Settings(text=text))
    found: dict[Chart, None] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Draft, "scroll", lambda *_: None)
        for screen in screens(office):
            look = App([screen], office, PAINTER).look(size)
            marks = screen.view(look).marks
            found |= dict.fromkeys(one for one in marks if isinstance(one, Chart))
    return tuple(found)


@cache
def named(chart: Chart) -> tuple[Named, ...]:
    """Return every name on a map, those of columns too."""
    scene, view = chart.scene, View(chart.scene.camera, chart.rect[2:])
    naming = Naming(PAINTER._maps()._lettering, scene.label_px, scene.foot)
    names = standing(scene.layers.named(), view, scene.label_px, scene.foot)
    return (*names, *naming.marked(scene.layers.marks, names, view))


@cache
def standing(layers: Layers, view: View, label_px: int, foot: int) -> tuple[Named, ...]:
    """Return the names of the ground; maps that are lit otherwise have the same."""
    return tuple(Naming(PAINTER._maps()._lettering, label_px, foot).named(layers, view))


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_no_name_stands_on_another(size: tuple[int, int], text: int) -> None:
    for chart in charts(size, text):
        for a, b in combinations(named(chart), 2):
            assert not collide(a.box, b.box), (a.name.caption.text, b.name.caption.text)


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_no_name_stands_on_the_sign_of_a_town(size: tuple[int, int], text: int) -> None:
    for chart in charts(size, text):
        names = named(chart)
        signs = [one.name.wish.sign for one in names if one.name.sign and one.name.wish.sign]

        assert not any(collide(one.box, sign) for one in names for sign in signs)


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_no_name_lies_on_the_line_that_leads_another_to_its_town(
    size: tuple[int, int], text: int
) -> None:
    """A column may stand under the name of a town; then its line begins there."""
    for chart in charts(size, text):
        names = named(chart)
        led = [(one, one.leader, one.name.wish.sign) for one in names if one.leader]

        assert not any(
            collide(bead, other.box)
            for one, leader, sign in led
            for bead in beads(leader)
            for other in names
            if other is not one and sign and not collide(sign, other.box)
        )


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_every_name_is_in_sight(size: tuple[int, int], text: int) -> None:
    for chart in charts(size, text):
        width, height = chart.rect[2:]
        lowest = height - chart.scene.foot
        boxes = [one.box for one in named(chart)]

        assert all(0 <= box[0] < box[2] <= width for box in boxes)
        assert all(0 <= box[1] < box[3] <= lowest for box in boxes)


@pytest.mark.parametrize(
    ("size", "text"),
    sampled([(SIZES[0], 200), *((size, 100) for size in SIZES)], {(SIZES[0], 200)}),
)
def test_home_is_always_named(size: tuple[int, int], text: int) -> None:
    """However many others there are."""
    homes = [
        [one for one in named(chart) if one.name.sign == "star"]
        for chart in charts(size, text)
        if chart.rect.w >= size[0] // 2
    ]

    assert homes
    assert all(len(one) == 1 for one in homes)


# --- in other scripts ---


CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувшхуз")


def in_cyrillic(name: str) -> str:
    """Return a name letter by letter in Cyrillic, for its looks only."""
    return name.lower().translate(CYRILLIC)


def in_han(name: str) -> str:
    """Return the Chinese name of a place, where the campaign has one."""
    places = {str(one.name): one.chinese for one in shipped().geography.places}
    return places[name] or name


@pytest.mark.parametrize(
    ("size", "text"), sampled(((SIZES[0], 200), (SIZES[1], 100)), {(SIZES[0], 200)})
)
@pytest.mark.parametrize("script", [in_cyrillic, in_han])
def test_names_in_another_script_keep_apart_too(
    script: Callable[[str], str], size: tuple[int, int], text: int
) -> None:
    for chart in charts(size, text):
        layers = chart.scene.layers
        places = tuple(replace(one, name=script(one.name)) for one in layers.places)
        scene = replace(chart.scene, layers=replace(layers, places=places))
        names = named(replace(chart, scene=scene))

        assert any(not one.name.caption.text.isascii() for one in names)
        assert not any(collide(a.box, b.box) for a, b in combinations(names, 2))


@pytest.mark.parametrize("letter", ["М", "京", "A"])
def test_every_letter_of_the_three_scripts_has_a_face(letter: str) -> None:
    lettering = PAINTER._maps()._lettering
    drawn, missing = (
        bytes(lettering.picture(Caption(text, 24), PLAIN).get_buffer().raw)
        for text in (letter, "\ue000")
    )

    assert drawn != missing
