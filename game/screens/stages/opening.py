"""The opening: a few pages on how things stood before the first telegram."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Opening
from game.campaign.words import Month, PlaceId
from game.playthrough.desk import Desk, forward
from game.playthrough.playthrough import Playthrough
from game.playthrough.surroundings import Surroundings, around_desk
from game.screens import styles
from game.screens.cartography import cameras
from game.screens.flight import Start, flight_to
from game.screens.foot import foot
from game.screens.frame import Sight, areas, backdrop, chart, lone, menu_spots, top_bar
from game.screens.mapkey import key_of_the_map
from game.screens.menus.conditions import ConditionsScreen, sayable
from game.screens.menus.encyclopaedia import EncyclopaediaScreen
from game.screens.menus.pause import PauseScreen
from game.screens.overlay import Told, statement
from game.screens.screen import Move, Office, Open, Stay, Turn
from game.widgets.controls import Press, paper, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Hand, Sheet
from game.words.backlog import Seen


class OpeningScreen:
    """Page after page, the map going to each one's place."""

    name = "opening"
    over = False

    def __init__(self, office: Office, desk: Desk, come_from: Start = ()) -> None:
        self.office = office
        self.desk = desk
        self.hand = Hand()
        self.page = 0
        start = come_from or office.campaign.outline.theatre
        self.flight = flight_to(start, self.places(), cameras(office.campaign))

    @property
    def pages(self) -> tuple[Opening, ...]:
        """All pages."""
        return self.office.campaign.outline.opening

    @property
    def seen(self) -> Seen:
        """The pages up to this one."""
        return Seen(page=self.page)

    @property
    def around(self) -> Surroundings:
        """What goes round on this page."""
        return around_desk(self.office.campaign, self.desk, page=self.page)

    @property
    def steps(self) -> object:
        """Nothing moves but the camera, unless a page is turned."""
        return self.page

    def update(self, seconds: float) -> bool:
        """Let the camera fly."""
        return self.flight.update(seconds)

    def view(self, look: Look) -> Sheet:
        """Return the page beside the map."""
        draft, parts = Draft(look, self.hand), areas(look)
        campaign = self.office.campaign
        top_bar(draft, parts.bar, self.office, self.desk, "Before the first telegram")
        month: Month = campaign.model.first
        chart(draft, parts.map, self.office, self.desk, Sight(self.places(), month), self.flight)
        backdrop(draft, parts.panel)
        margin = look.px(20)
        inside = parts.panel.inset(margin)
        last = self.page == len(self.pages) - 1
        presses = [Press("skip", "Skip", "skip", "skip")] if not last else []
        if self.page:
            presses.append(Press("back", "Back", "turn-back", "back"))
        else:
            presses.insert(0, Press("conditions", "How it is played"))
        presses.append(
            Press("next", "The first telegram" if last else "Read on", "advance", "read on")
        )
        used = row_of_buttons(draft.part(), inside, presses, main="")
        sheet = Rect(inside.x, inside.y, inside.w, inside.h - used - margin)
        paper(draft, sheet)
        draft.scroll(f"opening-{self.page}", sheet.inset(margin, look.px(18)), self.words)
        row_of_buttons(draft, inside, presses, main="next")
        menu_spots(draft)
        foot(draft, parts.foot)
        return draft.done()

    def bare(self, look: Look) -> Sheet:
        """Return the map alone, in the whole window."""
        sight = Sight(self.places(), self.office.campaign.model.first)
        return lone(Draft(look, self.hand), self.office, self.desk, sight)

    def places(self) -> tuple[PlaceId, ...]:
        """Return what the camera holds on this page."""
        home = self.office.campaign.outline.home
        place = self.pages[self.page].place
        return (place, home) if place != home else self.office.campaign.scenarios[0].view

    def words(self, draft: Draft, width: int) -> int:
        """Write the page."""
        look, palette = draft.look, draft.look.palette
        page = self.pages[self.page]
        line = f"{self.page + 1} of {len(self.pages)}"
        y = write(draft, Rect(0, 0, width, 0), line, styles.small(palette))
        y += statement(
            draft,
            Rect(0, y, width, 0),
            self.office,
            Told(str(page.title), str(page.text), page.grade, page.sources),
        )
        for line in self.notes():
            y += look.px(14)
            y += write(draft, Rect(0, y, width, 0), line, styles.fine(palette))
        return y

    def notes(self) -> tuple[str, ...]:
        """Return what stands under the first page: the content note, and the reading played."""
        if self.page:
            return ()
        made, note = self.desk.playthrough, str(self.office.campaign.outline.content_note)
        luck = "" if made.chance else "Chance is off: what happens is what was to be expected."
        return tuple(filter(None, (note, sayable(self.office, made), luck)))

    def act(self, spot: str) -> Move:
        """Turn the page, or begin."""
        match spot:
            case "next" if self.page < len(self.pages) - 1:
                return self.turn(1)
            case "back":
                return self.turn(-1)
            case "next" | "skip":
                return Turn(forward(self.office.campaign, self.desk), self.flight.broken())
            case "conditions":
                return Open(ConditionsScreen(self.office, self.desk.playthrough, self.begin_with))
            case "menu":
                return Open(PauseScreen(self.office, self.desk))
            case "key":
                return Open(key_of_the_map(self.office))
            case "notebook":
                return Open(EncyclopaediaScreen(self.office))
            case _:
                return Stay()

    def begin_with(self, made: Playthrough) -> None:
        """Play under other conditions: nothing has been answered yet."""
        self.desk = replace(self.desk, playthrough=made)

    def turn(self, by: int) -> Move:
        """Turn a page; the camera flies to its place."""
        self.page += by
        here = self.flight.broken()
        self.flight = flight_to(here, self.places(), cameras(self.office.campaign))
        self.hand.focus = ""
        self.office.sound("paper")
        return Stay()
