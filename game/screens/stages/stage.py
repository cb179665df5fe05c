"""What the stages of a scenario share: an office, a desk, a flight, and the way onward."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.scenario import Scenario
from game.campaign.words import Month, PlaceId
from game.files.settings import at_once
from game.playthrough.desk import Desk, Stage, forward, replay_of, scenario_of, turned_to
from game.screens.cartography import cameras
from game.screens.flight import Start, flight_to
from game.screens.foot import Hint, foot
from game.screens.frame import (
    Areas,
    Sight,
    areas,
    backdrop,
    chart,
    figures,
    lone,
    menu_spots,
    top_bar,
)
from game.screens.mapkey import key_of_the_map
from game.screens.menus.encyclopaedia import EncyclopaediaScreen
from game.screens.menus.pause import PauseScreen
from game.screens.screen import Move, Office, Open, Stay, Turn
from game.widgets.look import Look
from game.widgets.sheet import Draft, Hand, Sheet
from game.words.backlog import ALL, Seen


class StageScreen:
    """The part of a stage's screen that is the same on all of them."""

    name = "stage"
    over = False

    def __init__(self, office: Office, desk: Desk, come_from: Start = ()) -> None:
        self.office = office
        self.desk = desk
        self.hand = Hand()
        self.flight = flight_to(come_from, self.places, cameras(office.campaign))

    @property
    def scenario(self) -> Scenario:
        """The telegram on the desk."""
        return scenario_of(self.office.campaign, self.desk)

    @property
    def month(self) -> Month:
        """The month the desk shows."""
        if self.desk.stage in (Stage.CONSEQUENCES, Stage.RECORD):
            return replay_of(self.office.campaign, self.desk).steps[-1].window.last
        return self.scenario.month

    @property
    def places(self) -> tuple[PlaceId, ...]:
        """What the camera holds."""
        return self.scenario.view

    @property
    def sight(self) -> Sight:
        """What the map shows."""
        return Sight(self.places, self.month, self.desk.stage is Stage.RECORD)

    @property
    def at_once(self) -> bool:
        """Whether texts and months are there at once."""
        return at_once(self.office.settings)

    @property
    def seen(self) -> Seen:
        """How far the stage has been read: at once."""
        return ALL

    def begin(self, look: Look, when: str, *, dim: float = 0.0) -> tuple[Draft, Areas]:
        """Return a draft with bar, map and figures, and how it is divided."""
        draft, parts = Draft(look, self.hand), areas(look)
        top_bar(draft, parts.bar, self.office, self.desk, when)
        sight = replace(self.sight, dim=dim)
        chart(draft, parts.map, self.office, self.desk, sight, self.flight)
        figures(draft, parts.map, self.office, self.desk, self.month)
        backdrop(draft, parts.panel)
        return draft, parts

    def bare(self, look: Look) -> Sheet:
        """Return the map alone, in the whole window."""
        return lone(Draft(look, self.hand), self.office, self.desk, self.sight)

    def finish(self, draft: Draft, parts: Areas, *extra: Hint) -> None:
        """Add the keys that work everywhere and the line that names them."""
        menu_spots(draft)
        foot(draft, parts.foot, (*extra, ("marked words", "word")))

    def update(self, seconds: float) -> bool:
        """Let the camera fly."""
        return self.flight.update(seconds)

    def onward(self) -> Move:
        """Go to the next stage."""
        return self.turn(forward(self.office.campaign, self.desk))

    def turn(self, desk: Desk) -> Move:
        """Go where a desk says; the camera flies on from here."""
        return Turn(desk, self.flight.broken())

    def common(self, spot: str) -> Move:
        """Answer to what can be pressed on every stage."""
        match spot.partition(":"):
            case ("menu", _, _):
                return Open(PauseScreen(self.office, self.desk))
            case ("key", _, _):
                return Open(key_of_the_map(self.office))
            case ("notebook", _, _):
                return Open(EncyclopaediaScreen(self.office))
            case ("stage", _, stage):
                return self.turn(turned_to(self.desk, Stage(stage)))
            case _:
                return Stay()
