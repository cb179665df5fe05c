"""Arguing with the model: choose a number, change it with a reason and a source, see what comes."""

from __future__ import annotations

from game.campaign.model import Parameter
from game.chronicle import revisionnote
from game.chronicle.revisionnote import NAMES, note
from game.playthrough.playthrough import Playthrough, letters
from game.playthrough.revision import (
    Argued,
    Revision,
    argue,
    by_sector,
    called,
    parameter_of,
    value_of,
    with_revision,
    with_words,
    without,
)
from game.screens import styles
from game.screens.argue import ends as argueends
from game.screens.argue.form import ArgueFormScreen
from game.screens.beside.compare import CompareScreen, in_campaign
from game.screens.field import written_in
from game.screens.foot import SCROLL, foot, foot_height
from game.screens.frame import rule
from game.screens.menu import tabs
from game.screens.overlay import Told, statement
from game.screens.screen import Close, Move, Office, Open, Stay, Tell
from game.simulation.arithmetic import NoValueError
from game.widgets.controls import Press, paper, ring, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Hand, Sheet, Spot
from game.words import wording

INTRO = (
    "The model rests on numbers, and each of them can be doubted. Choose one, say what it should "
    "be, why, and where that can be read. Your line is then played again in a copy of the model; "
    "the campaign itself stays as it is."
)
NOTHING = "Nothing is changed yet. Choose a number under Numbers."
NOT_FOUND = "No number has all these words in its name or its meaning."
MOST = 12
"""Numbers listed at first, and as many more each time more are asked for."""
LONGEST = 40
"""Letters that can be looked for."""


class ArgueScreen:
    """The numbers of the model, what was changed in them, and what comes of it."""

    name = "argue"
    over = False

    def __init__(self, office: Office, made: Playthrough) -> None:
        self.office = office
        self.made = made
        self.hand = Hand()
        self.page = "numbers"
        self.sectors = by_sector(office.campaign.model)
        self.sector = 0
        self.most = MOST
        """Numbers that are listed: a window full, so that a key is answered at once."""
        self.wanted = ""
        """The words that are looked for."""
        self.revisions: tuple[Revision, ...] = ()
        self.argued: Argued | None = None
        """What comes of the changes; none without any, or where the model has no value."""
        self.trouble = ""
        """Why nothing comes of the changes."""

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return one paper across the window."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        draft.add(Fill(whole, look.palette.wood))
        inside = Rect(0, 0, whole.w, whole.h - low).inset(look.px(28), look.px(18))
        presses = self.presses()
        used = row_of_buttons(draft.part(), inside, presses, main=presses[-1].name)
        sheet = inside._replace(h=inside.h - used - look.px(14))
        paper(draft, sheet)
        draft.scroll(f"argue-{self.page}", sheet.inset(look.px(22), look.px(14)), self.words)
        row_of_buttons(draft, inside, presses, main=presses[-1].name)
        foot(draft, Rect(0, whole.h - low, whole.w, low), (SCROLL,))
        return draft.done()

    def presses(self) -> list[Press]:
        """Return the buttons; a note is kept of what can be shown."""
        close = Press("close", "Close", "back", "close")
        if self.argued is None:
            return [close]
        return [
            Press("compare", "Side by side", "compare", "side by side"),
            Press("keep", "Keep the note", "keep", "keep the note"),
            close,
        ]

    # --- pages ---

    def words(self, draft: Draft, width: int) -> int:
        """Write the title, the pages, and the page that is open."""
        look, palette = draft.look, draft.look.palette
        head = "Argue with the model"
        y = write(draft, Rect(0, 0, width, 0), head, styles.heading(palette), role="heading")
        y += write(draft, Rect(0, y, width, 0), INTRO, styles.intro(palette)) + look.px(8)
        pages = {
            "page:numbers": "Numbers",
            "page:changes": f"Your changes: {len(self.revisions)}",
            "page:ends": "What comes of it",
        }
        y += tabs(draft, Rect(look.px(6), y, width - look.px(12), 0), pages, f"page:{self.page}")
        y += look.px(14)
        write_page = {"numbers": self.numbers, "changes": self.changes, "ends": self.ends}
        return write_page[self.page](draft, width, y)

    def numbers(self, draft: Draft, width: int, y: int) -> int:
        """Write the field to look for words, the sectors, and a row for each number."""
        look, palette = draft.look, draft.look.palette
        inner = Rect(look.px(6), y, width - look.px(12), 0)
        y += written_in(draft, inner, ("find", "Find words", self.wanted), key="find") + look.px(8)
        here = "" if self.wanted else f"sector:{self.sector}"
        titles = {f"sector:{n}": title for n, (title, _) in enumerate(self.sectors)}
        if len(titles) > 1:
            y += tabs(draft, inner._replace(y=y), titles, here, keyed=False) + look.px(8)
        found = self.shown()
        if not found:
            y += write(draft, inner._replace(y=y), NOT_FOUND, styles.text(palette))
        for one in found[: self.most]:
            with draft.group("list", "Numbers of the model"):
                is_first = one is found[0]
                y = self.number(draft, inner._replace(y=y), one, is_first=is_first)
        if len(found) > self.most:
            press = [Press("more", f"{len(found) - self.most} more")]
            high = row_of_buttons(draft.part(), inner._replace(h=0), press, main="")
            y += row_of_buttons(draft, inner._replace(y=y, h=high), press, main="")
        return y

    def shown(self) -> tuple[Parameter, ...]:
        """Return the numbers that are listed."""
        if self.wanted.strip():
            return with_words(self.office.campaign.model, self.wanted)
        return self.sectors[self.sector][1] if self.sectors else ()

    def number(self, draft: Draft, rect: Rect, one: Parameter, *, is_first: bool) -> int:
        """Write one number, to be pressed for changing it; return where it ends.

        From the field in which one looks for words Enter takes the first.
        """
        look = draft.look
        rule(draft, rect.x, rect.y, rect.w)
        place = rect.moved(0, look.px(8))
        mine = next((other for other in self.revisions if other.parameter == one.id), None)
        head = f"{called(one.id)}: {self.value(one)}"
        head += f", you say {wording.plain(mine.value)}" if mine else ""
        said = Told(head, f"{one.meaning} {span(one)}", one.grade, one.sources)
        high = max(statement(draft, place, self.office, said), look.px(40), look.pt(40))
        name = f"number:{one.id}"
        ring(draft, place._replace(h=high).inset(look.px(2)), name)
        is_meant = is_first and self.wanted and draft.hand.focus == "find"
        key = ("advance", "change it") if is_meant else ()
        draft.spot(Spot(name, "button", f"Change {head}", place._replace(h=high), *key))
        return place.y + high + look.px(8)

    def value(self, one: Parameter) -> str:
        """Return a number as the line's reading has it, with its unit."""
        return f"{wording.plain(value_of(self.office.campaign, self.made.reading, one))} {one.unit}"

    def changes(self, draft: Draft, width: int, y: int) -> int:
        """Write each change with its reason and its source, and the buttons that undo it."""
        look, palette = draft.look, draft.look.palette
        inner = Rect(look.px(6), y, width - look.px(12), 0)
        if not self.revisions:
            return y + write(draft, inner, NOTHING, styles.text(palette))
        for one in self.revisions:
            parameter = parameter_of(self.office.campaign, one.parameter)
            assert parameter is not None, "only parameters of the model are revised"
            change = revisionnote.change(self.office.campaign, self.made.reading, one)
            lines = (f"{change} {parameter.meaning}", f"Because: {one.because}")
            rule(draft, inner.x, y, inner.w)
            y += look.px(8)
            head = styles.subheading(palette)
            y += write(draft, inner._replace(y=y), called(parameter.id), head, role="heading")
            for line in (*lines, f"Source: {one.source}"):
                y += write(draft, inner._replace(y=y), line, styles.text(palette)) + look.px(2)
            y += look.px(4)
            row = inner._replace(y=y, h=0)
            buttons = [
                Press(f"undo:{one.parameter}", "Take it back"),
                Press(f"number:{one.parameter}", "Change it"),
            ]
            high = row_of_buttons(draft.part(), row, buttons, main="")
            row_of_buttons(draft, row._replace(h=high), buttons, main="")
            y += high + look.px(12)
        return y

    def ends(self, draft: Draft, width: int, y: int) -> int:
        """Write what comes of the changes, or why nothing does."""
        if self.argued is None:
            place, style = Rect(0, y, width, 0), styles.text(draft.look.palette)
            return y + write(draft, place, self.trouble or NOTHING, style)
        return argueends.ends(draft, width, y, self.argued)

    # --- what is pressed ---

    def act(self, spot: str) -> Move:
        """Turn a page, look for a number, change one, keep the note, or close."""
        kind, _, which = spot.partition(":")
        match kind:
            case "page":
                self.page = which
            case "more":
                self.most += MOST
            case "sector":
                self.sector, self.wanted, self.most = int(which), "", MOST
                self.hand.offsets.pop("argue-numbers", None)
            case "find" | "typed" | "erased":
                self.look_for(kind, which)
            case "number":
                return self.asked(which)
            case "undo":
                self.take(without(self.revisions, which))
            case "close" if self.wanted or self.hand.focus == "find":
                self.wanted, self.hand.focus = "", ""
            case _:
                return self.shown_on(kind)
        return Stay()

    def look_for(self, kind: str, typed: str) -> None:
        """Write at the words that are looked for."""
        self.page, self.hand.focus, self.most = "numbers", "find", MOST
        if kind == "typed":
            self.wanted = (self.wanted + typed)[:LONGEST]
        elif kind == "erased":
            self.wanted = self.wanted[:-1]

    def asked(self, name: str) -> Move:
        """Open the form of a number."""
        campaign = self.office.campaign
        parameter = parameter_of(campaign, name)
        if parameter is None:
            return Stay()
        was = value_of(campaign, self.made.reading, parameter)
        mine = next((one for one in self.revisions if one.parameter == name), None)

        def take(one: Revision) -> None:
            self.page = "ends"
            self.take(with_revision(self.revisions, one))

        return Open(ArgueFormScreen(self.office, parameter, was, mine, take))

    def take(self, revisions: tuple[Revision, ...]) -> None:
        """Have other changes than before, and play the line again with them."""
        self.revisions, self.argued, self.trouble = revisions, None, ""
        if not revisions:
            return
        try:
            self.argued = argue(self.office.campaign, self.made, revisions)
        except NoValueError as error:
            self.trouble = f"With these changes {error}. Change a number or take one back."

    def shown_on(self, spot: str) -> Move:
        """Show both lines side by side, keep the note, or close."""
        if self.argued is None or spot not in ("compare", "keep"):
            return Close()
        if spot == "compare":
            lines = tuple(one.playthrough for one in self.argued.found.replays)
            pairs = tuple(zip(NAMES, lines, strict=True))
            return Open(CompareScreen(in_campaign(self.office, self.argued.campaign), pairs))
        called_so = letters(self.office.campaign, self.made.line)
        stem = revisionnote.stem(self.argued, called_so)
        return Tell(self.office.note(note(self.argued), stem))


def span(one: Parameter) -> str:
    """Return the range that the authors hold for defensible."""
    if one.low == one.high:
        return "The authors fixed it."
    low, high = wording.plain(one.low), wording.plain(one.high)
    fitted = " It was fitted to the record." if one.fitted else ""
    return f"The authors would defend {low} to {high}.{fitted}"
