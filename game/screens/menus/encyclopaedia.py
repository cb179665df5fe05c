"""The encyclopaedia: people, places, units, events, terms. One sentence first, more on request."""

from __future__ import annotations

from game.campaign.campaign import Entry, EntryKind
from game.screens import styles
from game.screens.described import portrait_in_words
from game.screens.foot import MOVE, foot, foot_height
from game.screens.frame import rule
from game.screens.menu import tabs
from game.screens.overlay import Told, statement
from game.screens.screen import Close, Move, Office, Stay
from game.screens.woodcut import woodcut
from game.widgets.controls import (
    Press,
    Style,
    height_of,
    paper,
    ring,
    row_of_buttons,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Drawing, Edge, Fill, Group, Hand, Sheet, Spot
from game.widgets.typeset import Face
from game.words.wording import SHELVES


class EncyclopaediaScreen:
    """A list at the left, an entry at the right."""

    name = "encyclopaedia"
    over = False

    def __init__(self, office: Office, entry: str = "") -> None:
        self.office = office
        self.hand = Hand()
        entries = office.campaign.encyclopaedia
        first = next((one for one in entries if one.id == entry), entries[0] if entries else None)
        self.entry = first
        self.kind = first.kind if first else EntryKind.TERM

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def listed(self) -> list[Entry]:
        """Return the entries of the shelf, by title."""
        entries = self.office.campaign.encyclopaedia
        return sorted(
            (one for one in entries if one.kind is self.kind), key=lambda one: str(one.title)
        )

    def view(self, look: Look) -> Sheet:
        """Return list and entry."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        draft.add(Fill(whole, look.palette.wood))
        inside = Rect(look.px(30), look.px(20), whole.w - look.px(60), whole.h - low - look.px(34))
        words = {f"shelf:{kind}": word for kind, word in SHELVES.items()}
        head = inside.top(0)
        draft.spot(Spot("", "heading", "Encyclopaedia", head, enabled=False))
        used = tabs(draft, inside, words, f"shelf:{self.kind}")
        rest = inside.below(used + look.px(12))
        wide = min(look.px(300) * max(look.text, 100) // 100, rest.w * 2 // 5)
        draft.scroll(f"list-{self.kind}", rest.left(wide), self.titles)
        self.page(draft, rest.after(wide + look.px(18)))
        foot(draft, Rect(0, whole.h - low, whole.w, low), (MOVE, ("read", "advance")))
        return draft.done()

    def titles(self, draft: Draft, width: int) -> int:
        """Write the titles of the shelf."""
        look, palette = draft.look, draft.look.palette
        y = look.px(4)
        for entry in self.listed():
            here = self.entry is not None and entry.id == self.entry.id
            style = Style(Face.HEAD, 16, palette.cream if here else palette.muted)
            pad = look.px(8)
            tall = max(height_of(look, str(entry.title), style, width - 2 * pad) + pad, look.px(24))
            place = Rect(look.px(4), y, width - look.px(8), tall)
            name = f"entry:{entry.id}"
            if here or name == draft.hand.hover:
                draft.add(Fill(place, palette.line))
            write(
                draft,
                Rect(place.x + pad, y + pad // 2, width - 2 * pad, 0),
                str(entry.title),
                style,
                role="",
            )
            ring(draft, place.inset(look.px(2)), name)
            whole = (Group("list", SHELVES[self.kind]),)
            state = "open" if here else ""
            draft.spot(Spot(name, "option", str(entry.title), place, state=state, within=whole))
            y += tall + look.px(2)
        return y

    def page(self, draft: Draft, rect: Rect) -> None:
        """Draw the entry's paper."""
        look = draft.look
        presses = [Press("close", "Close", "back", "close")]
        used = row_of_buttons(draft, rect, presses, main="close")
        sheet = Rect(rect.x, rect.y, rect.w, rect.h - used - look.px(12))
        paper(draft, sheet)
        name = f"page-{self.entry.id}" if self.entry else "page"
        draft.scroll(name, sheet.inset(look.px(26), look.px(20)), self.words)

    def words(self, draft: Draft, width: int) -> int:
        """Write the entry: name, first sentence, more, sources, where to read on."""
        look, palette = draft.look, draft.look.palette
        entry = self.entry
        if entry is None:
            nothing = "Nothing stands on this shelf."
            return write(draft, Rect(0, 0, width, 0), nothing, styles.intro(palette))
        y = self.head(draft, width, entry)
        if entry.more:
            y += write(draft, Rect(0, y, width, 0), str(entry.more), styles.text(palette))
        y += look.px(8)
        evidence = (Told("Evidence", "", entry.grade, entry.sources), *self.outlook(entry))
        for part in evidence:
            y += statement(draft, Rect(0, y, width, 0), self.office, part) + look.px(8)
        return self.also(draft, width, y + look.px(10), entry)

    def head(self, draft: Draft, width: int, entry: Entry) -> int:
        """Write title, other names and the first sentence, beside the portrait of a person."""
        look, palette = draft.look, draft.look.palette
        side = self.picture(draft, width, entry)
        room = width - side
        y = write(
            draft, Rect(0, 0, room, 0), str(entry.title), styles.heading(palette), role="heading"
        )
        names = "  ·  ".join(filter(None, (entry.chinese, entry.russian)))
        if names:
            y += write(draft, Rect(0, y, room, 0), names, Style(Face.TEXT, 16, palette.faded))
        for line in self.lines(entry):
            y += look.px(3)
            y += write(draft, Rect(0, y, room, 0), line, styles.intro(palette))
        y += look.px(8)
        y += write(draft, Rect(0, y, room, 0), str(entry.first), styles.text(palette))
        tall = side * 186 // 160 if side else 0
        y = max(y, tall) + look.px(8)
        rule(draft, 0, y, width)
        return y + look.px(8)

    def lines(self, entry: Entry) -> list[str]:
        """Return what the cast says about a person."""
        person = next((one for one in self.office.campaign.cast if one.id == entry.person), None)
        places = self.office.campaign.geography.places
        place = next((one for one in places if one.id == entry.place), None)
        if place is not None and place.modern:
            return [f"On the map: {place.name}, today {place.modern}."]
        if person is None:
            return []
        born = f", born {person.born}" if person.born else ""
        post = str(person.post)
        return [f"{post[:1].upper()}{post[1:]}{born}."]

    def outlook(self, entry: Entry) -> tuple[Told, ...]:
        """Return what a person stood for."""
        person = next((one for one in self.office.campaign.cast if one.id == entry.person), None)
        if person is None:
            return ()
        return (Told("Outlook", str(person.outlook), person.grade, person.sources),)

    def picture(self, draft: Draft, width: int, entry: Entry) -> int:
        """Draw a person's woodcut at the right; return how wide a strip it takes."""
        look = draft.look
        person = next((one for one in self.office.campaign.cast if one.id == entry.person), None)
        if person is None:
            return 0
        wide = min(look.px(120), width // 3)
        place = Rect(width - wide, 0, wide, wide * 186 // 160)
        draft.add(Drawing(place, woodcut(person)), Edge(place, look.palette.ink, 1))
        draft.spot(Spot("", "picture", portrait_in_words(person), place, enabled=False))
        return wide + look.px(14)

    def also(self, draft: Draft, width: int, y: int, entry: Entry) -> int:
        """Write links to other entries; return where they end."""
        look, palette = draft.look, draft.look.palette
        known = {one.id: one for one in self.office.campaign.encyclopaedia}
        for key in entry.also:
            style = Style(Face.HEAD, 15, palette.red)
            tall = max(
                height_of(look, f"→ {known[key].title}", style, width) + look.px(4), look.px(24)
            )
            place = Rect(0, y, width, tall)
            write(
                draft,
                Rect(look.px(4), y + look.px(2), width, 0),
                f"→ {known[key].title}",
                style,
                role="",
            )
            name = f"also:{key}"
            ring(draft, place.inset(look.px(3)), name)
            whole = (Group("list", "See also"),)
            draft.spot(Spot(name, "button", f"See {known[key].title}", place, within=whole))
            y += tall
        return y

    def act(self, spot: str) -> Move:
        """Turn to a shelf or an entry, or put the book away."""
        kind, _, which = spot.partition(":")
        match kind:
            case "shelf":
                self.kind = EntryKind(which)
                self.entry = next(iter(self.listed()), None)
            case "entry" | "also":
                entries = self.office.campaign.encyclopaedia
                self.entry = next(one for one in entries if one.id == which)
                self.kind = self.entry.kind
            case _:
                return Close()
        return Stay()
