"""The title: the map glowing out of the dark, the ticker tape, and what one can do."""

from __future__ import annotations

from game.playthrough.desk import Desk, Stage
from game.playthrough.playthrough import begin
from game.screens.cartography import camera_on, layers_of
from game.screens.encyclopaedia import EncyclopaediaScreen
from game.screens.frame import foot, foot_height
from game.screens.menu import column
from game.screens.screen import Move, Office, Open, Quit, Turn
from game.screens.settings import SettingsScreen
from game.screens.shelf import ShelfScreen, resumed
from game.widgets.controls import Style, height_of, label, width_of, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.map.paint import Scene
from game.widgets.sheet import Chart, Draft, Fade, Fill, Hand, Sheet, Spot, Tilted, Shadow
from game.widgets.typeset import Face

TAPE = "—  · · ·    MOSKVA — YAN'AN    STOP    1/6    · — · ·"


class TitleScreen:
    """The first screen."""

    name = "title"

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hand = Hand()
        self.rows = office.shelf.rows()

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return the title over the map."""
        draft = Draft(look, self.hand)
        palette = look.palette
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        self.ground(draft, whole)
        left = look.px(70)
        wide = min(round(whole.w * 0.56), whole.w - left - look.px(20))
        items = self.items()
        style = Style(Face.HEAD, 21, palette.cream, 1.6)
        menu = len(items) * (look.fonts.height(style.face, style.px(look)) + look.px(10))
        subtitle = Style(Face.TEXT_ITALIC, 19, palette.muted)
        under = height_of(look, str(self.office.campaign.outline.subtitle), subtitle, wide)
        room = whole.h - low - menu - under - look.px(60)
        name = min(look.px(94), room * 2 // 5)
        y = max(look.px(110) - max(menu - look.px(200), 0), look.px(16))
        y += self.name_of_the_game(draft, left, y, name)
        y += write(
            draft, Rect(left, y, wide, 0), str(self.office.campaign.outline.subtitle), subtitle
        )
        y = max(y + look.px(16), min(look.px(440), whole.h - low - menu - look.px(14)))
        column(draft, Rect(left - look.px(18), y, whole.w // 2, 0), items, items[0][0])
        foot(draft, Rect(0, whole.h - low, whole.w, low), ("Arrows move", "F11 full screen"))
        return draft.done()

    def ground(self, draft: Draft, whole: Rect) -> None:
        """Draw the map, dark at the left, and the tape across it."""
        look, palette = draft.look, draft.look.palette
        campaign = self.office.campaign
        made = begin(campaign, chance=False)
        places = campaign.outline.theatre
        camera = camera_on(campaign, places, whole.w / whole.h, (0.34, 0.0, 0.02, 0.06))
        layers = layers_of(campaign, made, campaign.scenarios[0].month, truth=False, near=places)
        draft.add(Chart(whole, Scene(camera, layers, look.px(13), 0.5)))
        draft.add(Fade(whole.left(whole.w * 2 // 3), palette.night, 255, 0, across=True))
        draft.add(Fill(whole.left(whole.w // 6), palette.night, 120))
        if look.text <= 160:
            self.tape(draft, whole)

    def tape(self, draft: Draft, whole: Rect) -> None:
        """Lay the ticker tape over the lower right corner."""
        look, palette = draft.look, draft.look.palette
        style = Style(Face.TYPED, 20 * 100 / look.text, palette.ink)
        high = look.px(44)
        place = Rect(whole.w * 45 // 100, whole.h * 78 // 100, whole.w * 60 // 100, high)
        part = draft.part()
        part.add(Shadow(place, look.px(8)), Fill(place, palette.paper))
        label(part, place.x + look.px(24), place.y + (high - look.px(26)) // 2, TAPE, style)
        draft.add(Tilted(place, 2.9, tuple(part.marks)))

    def name_of_the_game(self, draft: Draft, x: int, y: int, px: int) -> int:
        """Write the campaign's title large, its last letters in red; return the height."""
        look, palette = draft.look, draft.look.palette
        size = px * 100 / (look.scale * look.text)
        tall = 0
        for word in str(self.office.campaign.outline.title).upper().split(" "):
            pale, red = (word, "") if len(word) < 6 else (word[:4], word[4:])
            style = Style(Face.HEAD_BOLD, size, palette.cream, 4.0)
            wide = label(draft, x, y + tall, pale, style)
            if red:
                label(
                    draft,
                    x + wide,
                    y + tall,
                    red,
                    Style(Face.HEAD_BOLD, size, palette.bright_red, 4.0),
                )
            tall += round(px * 1.02)
        draft.spot(
            Spot(
                "",
                "heading",
                str(self.office.campaign.outline.title),
                Rect(x, y, px * 5, tall),
                enabled=False,
            )
        )
        return tall + px // 3

    def items(self) -> tuple[tuple[str, str, bool], ...]:
        """Return what can be chosen; Continue comes first when there is something to continue."""
        go_on = (("continue", "Continue", True),) if self.rows else ()
        return (
            *go_on,
            ("new", "New campaign", True),
            ("load", "Load", bool(self.rows)),
            ("notebook", "Encyclopaedia", True),
            ("settings", "Settings", True),
            ("quit", "Quit", True),
        )

    def act(self, spot: str) -> Move:
        """Begin, go on, or open a page."""
        match spot:
            case "continue":
                return resumed(self.office, self.rows[0])
            case "load":
                return Open(ShelfScreen(self.office))
            case "notebook":
                return Open(EncyclopaediaScreen(self.office))
            case "settings":
                return Open(SettingsScreen(self.office))
            case "quit":
                return Quit()
        return Turn(new_desk(self.office))


def new_desk(office: Office) -> Desk:
    """Return the desk at the start of a campaign; each new one meets other luck."""
    campaign = office.campaign
    return Desk(
        begin(campaign, seed=office.seed(), chance=office.chance, reading=office.reading),
        Stage.OPENING,
    )
