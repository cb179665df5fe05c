"""Type a code: slips are told at once, and a good code opens its playthrough."""

from __future__ import annotations

from game.playthrough.code import Decoded, NoCode, read_code
from game.playthrough.entry import Unfinished, seat, standing, tidied
from game.playthrough.letters import Mistyped
from game.screens import styles
from game.screens.menus.shelf import taken_up
from game.screens.overlay import papered
from game.screens.screen import Close, Move, Office, Stay, Tell
from game.widgets.controls import Press, Style, label, ring, width_of, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet, Spot
from game.widgets.typeset import Face
from game.words import codewords

INTRO = (
    "A run code opens the playthrough it came from. Capitals and hyphens do not matter; none has "
    "0 or O, 1, I or L."
)
NOTHING = "The clipboard holds no text."


class EntryScreen:
    """A field for a code, and what it stands for so far."""

    name = "entry"
    over = True

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hand = Hand(focus="code")
        self.text = ""
        self.asked = False
        """Whether the player wanted to open what is typed, which was no code."""

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    @property
    def found(self) -> Decoded | NoCode | Unfinished:
        """What is typed stands for this so far."""
        look = read_code if self.asked else standing
        return look(self.office.campaign, self.text)

    @property
    def meant(self) -> str:
        """The code that was meant, when there is a slip."""
        found = self.found
        return found.meant if isinstance(found, Mistyped) else ""

    def view(self, look: Look) -> Sheet:
        """Return the paper."""
        presses = self.presses()
        main = presses[-1].name
        return papered(Draft(look, self.hand), "entry", presses, self.words, main=main)

    def presses(self) -> list[Press]:
        """Return the buttons; the last is what leads on."""
        row = [Press("close", "Back", "back", "back"), Press("paste", "Paste", "paste", "paste")]
        if self.meant:
            return [*row, Press("take", f"Take {self.meant}", "advance", "take it")]
        return [*row, Press("open", "Open", "advance", "open")]

    def words(self, draft: Draft, width: int) -> int:
        """Write the title, the field, and what is said of it."""
        look, palette, line = draft.look, draft.look.palette, Rect(0, 0, width, 0)
        y = write(draft, line, "Type a code", styles.heading(palette), role="heading")
        y += write(draft, line.moved(0, y), INTRO, styles.intro(palette)) + look.px(14)
        y += self.field(draft, Rect(look.px(4), y, width - look.px(8), 0)) + look.px(10)
        said, style = self.said(), styles.text(palette)
        high = write(draft, line.moved(0, y), said, style, role="text" if said else "")
        return y + max(high, look.fonts.height(style.face, style.px(look)))  # the paper stays

    def field(self, draft: Draft, rect: Rect) -> int:
        """Draw the field with what is typed; return its height."""
        look, palette = draft.look, draft.look.palette
        style = Style(Face.TYPED, 36, palette.ink, 3.0)
        high = look.fonts.height(style.face, style.px(look))
        place = rect._replace(h=high + look.px(20))
        typing = self.hand.focus == "code"
        edge = palette.red if typing else palette.faded
        draft.add(Fill(place, palette.cream), Edge(place, edge, look.px(1)))
        shown = self.text + "_" * typing
        while width_of(look, shown, style) > place.w - look.px(28) and len(shown) > 1:
            shown = shown[1:]  # what is typed last is seen
        label(draft, place.x + look.px(14), place.y + look.px(10), shown, style)
        ring(draft, place, "code")
        draft.spot(Spot("code", "field", "Run code", place, value=self.text))
        return place.h

    def said(self) -> str:
        """Return what is said of what is typed."""
        if not self.text:
            return ""
        campaign = self.office.campaign
        match self.found:
            case Decoded(made, remarks):
                many = len(made.line)
                good = f"A good code: {many} of {len(campaign.scenarios)} answers."
                return " ".join([good, *(codewords.remark(campaign, one) for one in remarks)])
            case Unfinished() as found:
                return codewords.so_far(found)
            case found:
                return codewords.no_code(campaign, self.text, found)

    def act(self, spot: str) -> Move:
        """Type, paste, put a slip right, open the playthrough, or leave."""
        word, _, typed = spot.partition(":")
        match word:
            case "typed":
                return self.write(self.text + typed)
            case "erased":
                return self.write(self.text.rstrip("-")[:-1])
            case "paste":
                text = self.office.pasted()
                return self.write(text) if text.strip() else Tell(NOTHING)
            case "take":
                return self.write(self.meant)
            case "open":
                return self.open()
            case "code":
                return Stay()
            case _:
                return Close()

    def write(self, text: str) -> Move:
        """Let a text stand in the field."""
        self.text, self.asked, self.hand.focus = tidied(text), False, "code"
        return Stay()

    def open(self) -> Move:
        """Open what is typed, or say what is wrong with it."""
        self.asked = bool(self.text)
        return opened(self.office, self.text) if self.asked else Stay()


def opened(office: Office, text: str) -> Move:
    """Return the move to where a code leads; one that is none leads nowhere."""
    campaign = office.campaign
    found = read_code(campaign, text)
    if not isinstance(found, Decoded):
        return Stay()
    remarks = tuple(codewords.remark(campaign, one) for one in found.remarks)
    return taken_up(office, seat(campaign, found), "code", remarks)
