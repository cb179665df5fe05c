"""The title: the map glowing out of the dark, the ticker tape, and what one can do."""

from __future__ import annotations

from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import begin
from game.screens.cartography import camera_on, layers_of
from game.screens.cover import Front, Items, items, lay
from game.screens.screen import Move, Office, Open, Quit, Turn
from game.screens.shelf import ShelfScreen, resumed
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.map.paint import Scene
from game.widgets.sheet import Chart, Draft, Hand, Sheet


class TitleScreen:
    """The first screen."""

    name = "title"
    over = False

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hand = Hand()
        self.shelf = ShelfScreen(office)
        """The saves; one that is deleted there is gone here too."""

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return the title over the map."""
        draft, outline = Draft(look, self.hand), self.office.campaign.outline
        self.ground(draft)
        lay(draft, Front(str(outline.title), str(outline.subtitle), self.items()))
        return draft.done()

    def ground(self, draft: Draft) -> None:
        """Draw the map of the theatre in half light."""
        look, campaign = draft.look, self.office.campaign
        whole = Rect(0, 0, *look.size)
        made, places = begin(campaign, chance=False), campaign.outline.theatre
        camera = camera_on(campaign, places, whole.w / whole.h, (0.34, 0.0, 0.02, 0.06))
        layers = layers_of(campaign, made, campaign.scenarios[0].month, truth=False, near=places)
        draft.add(Chart(whole, Scene(camera, layers, look.px(13), 0.5)))

    def items(self) -> Items:
        """Return what can be chosen."""
        rows, aside = self.shelf.rows, self.shelf.aside
        return items(has_saves=bool(rows), can_load=bool(rows or aside))

    def act(self, spot: str) -> Move:
        """Begin, go on, or open a page."""
        match spot:
            case "continue":
                return resumed(self.office, self.shelf.rows[0])
            case "load":
                return Open(self.shelf)
            case "notebook":
                from game.screens.encyclopaedia import EncyclopaediaScreen  # noqa: PLC0415 - see flow

                return Open(EncyclopaediaScreen(self.office))
            case "settings":
                from game.screens.settings import SettingsScreen  # noqa: PLC0415 - see flow

                return Open(SettingsScreen(self.office))
            case "quit":
                return Quit()
            case _:
                return Turn(new_desk(self.office))


def new_desk(office: Office) -> Desk:
    """Return the desk at the start of a campaign; each new one meets other luck."""
    campaign = office.campaign
    return Desk(
        begin(campaign, seed=office.seed(), chance=office.chance, reading=office.reading),
        Stage.OPENING,
    )
