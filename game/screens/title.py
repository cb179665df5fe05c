"""The title: the map glowing out of the dark, the ticker tape, and what one can do."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign
from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import begin
from game.screens.accessibility import AccessibilityScreen
from game.screens.cartography import camera_on, layers_of
from game.screens.encyclopaedia import EncyclopaediaScreen
from game.screens.frame import MOVE, foot, foot_height, inks_of
from game.screens.menu import column
from game.screens.screen import Move, Office, Open, Quit, Turn
from game.screens.settings import SettingsScreen
from game.screens.shelf import ShelfScreen, resumed
from game.widgets.controls import Style, label, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.map.paint import Scene
from game.widgets.sheet import Chart, Draft, Fade, Fill, Hand, Shadow, Sheet, Spot, Tilted
from game.widgets.typeset import Face


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
        self.shelf = ShelfScreen(office)
        """The saves; one that is deleted there is gone here too."""

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return the title over the map."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        self.ground(draft, whole)
        left = look.px(52)
        room = Rect(left, look.px(14), whole.w - 2 * left, whole.h - low - look.px(20))
        needed = self.words(draft.part(), room.w)
        top = min(max((room.h - needed) // 2, 0), look.px(110))
        draft.scroll("title", room.below(top), self.words)
        foot(draft, Rect(0, whole.h - low, whole.w, low), (MOVE, ("full screen", "fullscreen")))
        return draft.done()

    def words(self, draft: Draft, width: int) -> int:
        """Write the name of the game, the line under it and the menu; return the height."""
        look = draft.look
        indent = look.px(18)
        y = self.name_of_the_game(draft, indent, 0, look.px(94 if look.text <= 130 else 64))
        subtitle = Style(Face.TEXT_ITALIC, 19, look.palette.muted)
        wide = min(width - indent, round(look.size[0] * 0.48) * max(look.text, 100) // 100)
        line = str(self.office.campaign.outline.subtitle)
        y += write(draft, Rect(indent, y, wide, 0), line, subtitle) + look.px(
            44 if look.text <= 130 else 12
        )
        items = self.items()
        return y + column(draft, Rect(0, y, width, 0), items, items[0][0])

    def ground(self, draft: Draft, whole: Rect) -> None:
        """Draw the map, dark at the left, and the tape across it."""
        look, palette = draft.look, draft.look.palette
        campaign = self.office.campaign
        made = begin(campaign, chance=False)
        places = campaign.outline.theatre
        camera = camera_on(campaign, places, whole.w / whole.h, (0.34, 0.0, 0.02, 0.06))
        layers = layers_of(campaign, made, campaign.scenarios[0].month, truth=False, near=places)
        draft.add(Chart(whole, Scene(camera, layers, look.px(13), 0.5, inks=inks_of(look))))
        draft.add(Fade(whole.left(whole.w * 3 // 4), palette.night, 255, 0, across=True))
        draft.add(Fade(whole.left(whole.w // 2), palette.night, 160, 0, across=True))
        if look.text <= 160:
            self.tape(draft, whole)

    def tape(self, draft: Draft, whole: Rect) -> None:
        """Lay the ticker tape over the lower right corner."""
        look, palette = draft.look, draft.look.palette
        style = Style(Face.TYPED, 20 * 100 / look.text, palette.ink)
        high = look.px(44)
        place = Rect(whole.w * 45 // 100, whole.h * 78 // 100, whole.w * 60 // 100, high)
        part = Draft(replace(look, fonts=look.fonts.read_in("serif", 100)), self.hand)
        part.add(Shadow(place, look.px(8)), Fill(place, palette.paper))
        text = tape(self.office.campaign)
        label(part, place.x + look.px(24), place.y + (high - look.px(26)) // 2, text, style)
        draft.add(Tilted(place, 2.9, tuple(part.marks)))

    def name_of_the_game(self, draft: Draft, x: int, y: int, px: int) -> int:
        """Write the campaign's title large, its last letters in red; return the height."""
        look, palette = draft.look, draft.look.palette
        size = px * 100 / (look.scale * look.text)
        title = str(self.office.campaign.outline.title)
        tall = 0
        for word in title.upper().split(" "):
            pale, red = (word, "") if len(word) < 6 else (word[:4], word[4:])
            wide = label(draft, x, y + tall, pale, Style(Face.HEAD_BOLD, size, palette.cream, 4.0))
            if red:
                style = Style(Face.HEAD_BOLD, size, palette.bright_red, 4.0)
                label(draft, x + wide, y + tall, red, style)
            tall += round(px * 1.02)
        draft.spot(Spot("", "heading", title, Rect(x, y, px * 5, tall), enabled=False))
        return tall + px // 4

    def items(self) -> tuple[tuple[str, str, bool], ...]:
        """Return what can be chosen; Continue comes first when there is something to continue."""
        go_on = (("continue", "Continue", True),) if self.shelf.rows else ()
        return (
            *go_on,
            ("new", "New campaign", True),
            ("load", "Load", bool(self.shelf.rows or self.shelf.aside)),
            ("notebook", "Encyclopaedia", True),
            ("settings", "Settings", True),
            ("accessibility", "Accessibility", True),
            ("quit", "Quit", True),
        )

    def act(self, spot: str) -> Move:
        """Begin, go on, or open a page."""
        match spot:
            case "continue":
                return resumed(self.office, self.shelf.rows[0])
            case "load":
                return Open(self.shelf)
            case "notebook":
                return Open(EncyclopaediaScreen(self.office))
            case "settings":
                return Open(SettingsScreen(self.office))
            case "accessibility":
                return Open(AccessibilityScreen(self.office))
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
