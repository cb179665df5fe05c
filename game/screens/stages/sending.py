"""Confirm before sending; then the reply goes out letter by letter: keyed in Morse, or written."""

from __future__ import annotations

from game.campaign.scenario import CameAs, Response
from game.files.settings import at_once
from game.playthrough.desk import Desk, scenario_of, send
from game.screens import styles
from game.screens.foot import foot, foot_height
from game.screens.overlay import middle, shortened
from game.screens.screen import Close, Move, Office, Stay, Turn
from game.widgets.controls import Press, height_of, paper, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Hand, Sheet, Spot
from game.words import wording
from game.words.morse import keyed

PACE = 28.0
"""Letters keyed in a second: far faster than any hand, so that nobody waits."""


DASH, LETTER, WORD = 3, 3, 7
"""How long a dash is, and the gap after a letter and after a word, in dots (ITU-R M.1677)."""


class SendingScreen:
    """The reply before and while it goes out."""

    name = "sending"
    over = True

    def __init__(self, office: Office, desk: Desk, response: Response) -> None:
        self.office = office
        self.desk = desk
        self.response = response
        self.hand = Hand()
        self.sent = False
        self.keyed = 0.0
        """Letters that have gone out."""

    @property
    def reply(self) -> str:
        """The words that go out."""
        return str(self.response.reply)

    @property
    def came_as(self) -> CameAs:
        """The way the telegram came, which is the way the reply goes."""
        return scenario_of(self.office.campaign, self.desk).telegram.came_as

    @property
    def finished(self) -> bool:
        """Whether all of them have gone."""
        return self.keyed >= len(self.reply) or at_once(self.office.settings)

    @property
    def steps(self) -> object:
        """How many letters have gone out."""
        return self.sent, int(self.keyed), self.finished

    def update(self, seconds: float) -> bool:
        """Key on."""
        if not self.sent or self.finished:
            return False
        before = int(self.keyed)
        self.keyed += seconds * PACE * self.office.settings.speed / 100
        if int(self.keyed) != before and not self.finished:
            self.office.sound(self.heard(int(self.keyed)))
        return True

    def heard(self, letter: int) -> str:
        """Return the sound of a letter of the reply as it goes out."""
        if self.came_as is CameAs.LETTER:
            return f"type-{letter % 3 + 1}"
        dash = keyed(self.reply[letter])[0].startswith("-")
        return "morse-dash" if dash else "morse-dot"

    def view(self, look: Look) -> Sheet:
        """Return the reply on its form."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        sheet = middle(look, Rect(0, 0, whole.w, whole.h - low))
        margin, edge = look.px(30), look.px(24)
        inside = sheet.inset(margin, edge)
        low_row = row_of_buttons(draft.part(), inside, self.presses(), main="")
        needed = self.words(draft.part(), inside.w) + low_row + 2 * edge + look.px(30)
        sheet = shortened(sheet, needed)
        paper(draft, sheet)
        inside = sheet.inset(margin, edge)
        used = row_of_buttons(
            draft, inside, self.presses(), main="send" if not self.sent else "next"
        )
        room = Rect(inside.x, inside.y, inside.w, inside.h - used - look.px(14))
        draft.scroll("reply", room, self.words)
        foot(draft, Rect(0, whole.h - low, whole.w, low))
        return draft.done()

    def presses(self) -> list[Press]:
        """Return what can be pressed now."""
        if not self.sent:
            return [
                Press("back", "Think again", "back", "think again"),
                Press("send", "Send it", "advance", "send it"),
            ]
        return [
            Press(
                "next", "The months pass" if self.finished else "Send at once", "advance", "go on"
            )
        ]

    def words(self, draft: Draft, width: int) -> int:
        """Write the answer chosen and the reply."""
        look, palette = draft.look, draft.look.palette
        y = write(
            draft,
            Rect(0, 0, width, 0),
            wording.addressed(self.office.campaign, self.response.title),
            styles.heading(palette),
            role="heading",
        )
        going = wording.CARRIED[self.came_as].going
        line = going if self.sent else "This is what goes out. It cannot be called back."
        y += write(draft, Rect(0, y, width, 0), line, styles.intro(palette)) + look.px(8)
        if self.sent:
            y += self.tape(draft, Rect(0, y, width, 0)) + look.px(8)
        else:
            order = str(self.response.order)
            y += write(draft, Rect(0, y, width, 0), order, styles.text(palette)) + look.px(8)
        draft.add(Fill(Rect(0, y, width, look.px(2)), palette.ink))
        y += look.px(8)
        y += write(draft, Rect(0, y, width, 0), "Reconstruction", styles.small(palette)) + look.px(
            4
        )
        whole = not self.sent or self.finished
        shown = self.reply if whole else self.reply[: int(self.keyed)]
        return y + self.letters(draft, Rect(0, y, width, 0), shown)

    def letters(self, draft: Draft, rect: Rect, shown: str) -> int:
        """Write what has gone out of the reply; return the height of all of it."""
        style = styles.typed(draft.look.palette)
        write(draft, rect, shown or " ", style, role="")
        height = height_of(draft.look, self.reply, style, rect.w)
        # told whole: who hears it has heard it before it goes out, and not letter by letter
        draft.spot(Spot("", "text", self.reply, rect._replace(h=height), enabled=False))
        return height

    def tape(self, draft: Draft, rect: Rect) -> int:
        """Draw the tape that runs off to the left with the last signals; return its height."""
        look, palette = draft.look, draft.look.palette
        if self.came_as is CameAs.LETTER:
            return 0
        unit, tall = look.pt(3), look.pt(24)
        draft.add(Fill(Rect(rect.x, rect.y, rect.w, tall), palette.shade))
        count = len(self.reply) if self.finished else int(self.keyed)
        x = rect.right - WORD * unit
        for signal in reversed(keyed(self.reply[:count])):
            for one in reversed(signal):
                x -= (DASH if one == "-" else 1) * unit
                if x < rect.x + unit:
                    return tall
                wide = (DASH if one == "-" else 1) * unit
                place = Rect(x, rect.y + (tall - unit) // 2, wide, unit)
                draft.add(Fill(place, palette.red))
                x -= unit
            x -= (LETTER - 1) * unit if signal else (WORD - LETTER) * unit
        return tall

    def act(self, spot: str) -> Move:
        """Send, go on, or think again."""
        match spot:
            case "back":
                return Close()
            case "send":
                self.sent = True
                self.hand.focus = ""
                return Stay()
            case "next":
                return self.gone()
            case _:
                return Stay()

    def gone(self) -> Move:
        """The answer is given."""
        campaign = self.office.campaign
        view = scenario_of(campaign, self.desk).view
        return Turn(send(campaign, self.desk, self.response.id), view)
