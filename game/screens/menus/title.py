"""The title: the map glowing out of the dark, the ticker tape, and what one can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import begin
from game.playthrough.surroundings import Surroundings, at_title
from game.screens.cartography import camera_on, layers_of
from game.screens.frame import inks_of
from game.screens.menus.cover import Front, Items, items, lay
from game.screens.screen import Move, Office, Open, Quit, Screen, ShelfRow, Turn
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.map.scene import Scene
from game.widgets.sheet import Chart, Draft, Hand, Sheet

if TYPE_CHECKING:
    from game.campaign.campaign import Campaign
    from game.screens.menus.shelf import ShelfScreen


def tape(campaign: Campaign) -> str:
    """Return what stands on the ticker tape: who asks, who is asked, the first of so many."""
    outline = campaign.outline
    home = next(place.name for place in campaign.geography.places if place.id == outline.home)
    ends = " — ".join(str(one).upper() for one in (outline.asker, home) if one)
    return f"—  · · ·    {ends}    STOP    1/{len(campaign.scenarios)}    · — · ·"


class TitleScreen:
    """The first screen."""

    name = "title"
    over = False

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hand = Hand()
        self._rows, self._aside = office.shelf.rows(), office.shelf.aside()
        self._shelf: ShelfScreen | None = None
        """The saves, once they were looked at; one that is deleted there is gone here too."""

    @property
    def around(self) -> Surroundings:
        """What goes round."""
        return at_title(self.office.campaign)

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return the title over the map."""
        draft, outline = Draft(look, self.hand), self.office.campaign.outline
        self.ground(draft)
        words = str(outline.title), str(outline.subtitle), tape(self.office.campaign)
        lay(draft, Front(*words, self.items()))
        return draft.done()

    def ground(self, draft: Draft) -> None:
        """Draw the map of the theatre in half light."""
        look, campaign = draft.look, self.office.campaign
        whole = Rect(0, 0, *look.size)
        made, places = begin(campaign, chance=False), campaign.outline.theatre
        camera = camera_on(campaign, places, whole.w / whole.h, (0.34, 0.0, 0.02, 0.06))
        layers = layers_of(campaign, made, campaign.scenarios[0].month, truth=False, near=places)
        draft.add(Chart(whole, Scene(camera, layers, look.px(13), 0.5, inks=inks_of(look))))

    def items(self) -> Items:
        """Return what can be chosen."""
        aside = self._shelf.aside if self._shelf else self._aside
        found = items(has_saves=bool(self.rows), can_load=bool(self.rows or aside))
        if any(row.desk.stage is Stage.CHRONICLE for row in self.rows):
            return (*found[:-1], ("board", "The board", True), found[-1])
        return found

    @property
    def rows(self) -> tuple[ShelfRow, ...]:
        """The saves, newest first."""
        return self._shelf.rows if self._shelf else self._rows

    def act(self, spot: str) -> Move:
        """Begin, go on, or open a page."""
        match spot:
            case "continue":
                from game.screens.menus.shelf import resumed  # noqa: PLC0415 - see flow

                return resumed(self.office, self.rows[0])
            case "load":
                from game.screens.menus.shelf import ShelfScreen  # noqa: PLC0415 - see flow

                self._shelf = self._shelf or ShelfScreen(self.office)
                return Open(self._shelf)
            case "notebook" | "settings" | "accessibility" | "entry" | "board" | "classroom":
                return Open(page_of(self.office, spot))
            case "quit":
                return Quit()
            case _:
                return Turn(new_desk(self.office))


def page_of(office: Office, spot: str) -> Screen:
    """Return a page that opens from the title."""
    match spot:
        case "notebook":
            from game.screens.menus.encyclopaedia import EncyclopaediaScreen  # noqa: PLC0415 - see flow

            return EncyclopaediaScreen(office)
        case "settings":
            from game.screens.menus.settings import SettingsScreen  # noqa: PLC0415 - see flow

            return SettingsScreen(office)
        case "entry":
            from game.screens.menus.entry import EntryScreen  # noqa: PLC0415 - see flow

            return EntryScreen(office)
        case "classroom":
            from game.screens.menus.classroom import ClassroomScreen  # noqa: PLC0415 - see flow

            return ClassroomScreen(office)
        case "board":
            from game.screens.board.board import BoardScreen  # noqa: PLC0415 - see flow

            return BoardScreen(office)
        case _:
            from game.screens.menus.accessibility import AccessibilityScreen  # noqa: PLC0415 - see flow

            return AccessibilityScreen(office)


def new_desk(office: Office) -> Desk:
    """Return the desk at the start of a campaign; each new one meets other luck."""
    campaign = office.campaign
    return Desk(
        begin(campaign, seed=office.seed(), chance=office.chance, reading=office.reading),
        Stage.OPENING,
    )
