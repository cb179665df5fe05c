"""What was said: all that was read, telegram by telegram, with the player's own words in it."""

from __future__ import annotations

from dataclasses import replace

from game.playthrough.desk import Desk
from game.screens import styles
from game.screens.foot import NOWHERE, SCROLL, foot, foot_height
from game.screens.menu import tabs, titled
from game.screens.menus.replay import answering_again
from game.screens.overlay import titled as headed
from game.screens.screen import Close, Move, Office, Stay
from game.widgets.controls import (
    Press,
    Style,
    label,
    paper,
    ring,
    row_of_buttons,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Hand, Sheet, Spot
from game.widgets.typeset import Face
from game.words.backlog import ALL, Chapter, Line, Seen, chapters

BOTTOM = 10**6
"""An offset that is beyond the end of any text: the part stops at its end."""
LONGEST = 40
"""Letters that can be looked for."""


class BacklogScreen:
    """One chapter at a time, or every line in which some words stand."""

    name = "backlog"
    over = False

    def __init__(self, office: Office, desk: Desk, seen: Seen = ALL) -> None:
        self.office = office
        self.desk = desk
        self.hand = Hand()
        self.chapters = chapters(office.campaign, desk, seen)
        self.wanted = ""
        """The words that are looked for."""
        self.page = 0
        self.turn(len(self.chapters) - 1, BOTTOM)

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    @property
    def chapter(self) -> Chapter:
        """What lies open: a chapter, or the lines that were found."""
        if not self.wanted:
            return self.chapters[self.page]
        found = tuple(
            replace(one, who=f"{chapter.short} · {one.who}")
            for chapter in self.chapters
            for one in chapter.lines
            if self.has(one)
        )
        many = len(found)
        return Chapter(f"{many} line{'' if many == 1 else 's'} with: {self.wanted}", "", found)

    def has(self, line: Line) -> bool:
        """Return whether the words looked for stand in a line."""
        return self.wanted.casefold() in f"{line.who} {line.text}".casefold()

    def turn(self, page: int, offset: int) -> None:
        """Open a chapter at its beginning or its end."""
        self.page = page
        self.hand.offsets[f"said-{page}"] = offset

    def view(self, look: Look) -> Sheet:
        """Return the paper with the chapter, and the chapters to choose from above it."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        draft.add(Fill(whole, look.palette.wood))
        inside = Rect(look.px(30), look.px(20), whole.w - look.px(60), whole.h - low - look.px(34))
        high = self.head(draft, inside) + look.px(8)
        words = {f"chapter:{n}": one.short for n, one in enumerate(self.chapters)}
        here = "" if self.wanted else f"chapter:{self.page}"
        said = {f"chapter:{n}": one.title for n, one in enumerate(self.chapters)}
        high += tabs(draft, inside.below(high), words, here, said) + look.px(10)
        close = [*self.again(), Press("close", "Close", "back", "close")]
        used = row_of_buttons(draft.part(), inside, close, main="close") + look.px(14)
        room = inside.below(high)
        wide = min(look.px(900) * max(look.text, 100) // 100, room.w)
        self.page_of(draft, Rect(room.x, room.y, wide, max(room.h - used, 0)))
        row_of_buttons(draft, inside, close, main="close")
        foot(draft, Rect(0, whole.h - low, whole.w, low), (SCROLL,))
        return draft.done()

    def again(self) -> list[Press]:
        """Return the button to answer the telegram of this chapter again, if it is answered."""
        turn = self.page - 1  # the first chapter is what stands before the telegrams
        if self.wanted or turn not in range(len(self.desk.playthrough.line)):
            return []
        return [Press(f"replay:{turn}", "Answer again", "replay", "answer again")]

    def head(self, draft: Draft, rect: Rect) -> int:
        """Write the title and beside or below it the field to look for words; return the height."""
        look, palette = draft.look, draft.look.palette
        title = "What was said"
        high = titled(draft, rect.x, rect.y, title)
        style = Style(Face.HEAD, 16, palette.cream, 0.4)
        pad, tall = look.px(10), max(look.pt(16) + look.px(20), look.px(38))
        wide = min(look.px(330) * max(look.text, 100) // 100, rect.w)
        used = width_of(look, title, Style(Face.HEAD_BOLD, 34, palette.cream, 2.0, upper=True))
        stacked = used + look.px(30) + wide > rect.w
        y = rect.y + high + look.px(4) if stacked else rect.y + max((high - tall) // 2, 0)
        place = Rect(rect.x if stacked else rect.right - wide, y, wide, tall)
        typing = self.hand.focus == "find"
        edge = palette.gold if typing else palette.dim
        draft.add(Fill(place, palette.night), Edge(place, edge, look.px(1)))
        shown = f"Find: {self.wanted}" + ("_" if typing else "")
        while width_of(look, shown, style) > wide - 2 * pad and len(shown) > 1:
            shown = shown[1:]  # what is typed last is seen
        lower = look.fonts.height(style.face, style.px(look))
        label(draft, place.x + pad, place.y + (tall - lower) // 2, shown, style)
        ring(draft, place, "find")
        draft.spot(Spot("find", "field", "Find words", place, "find", "find", value=self.wanted))
        return place.bottom - rect.y if stacked else max(high, tall)

    def page_of(self, draft: Draft, rect: Rect) -> None:
        """Lay the paper down, and bind the pages before and after this one."""
        look = draft.look
        paper(draft, rect)
        name = "found" if self.wanted else f"said-{self.page}"
        draft.scroll(name, rect.inset(look.px(26), look.px(18)), self.words)
        for word, key, says in (("before", "earlier", "back"), ("after", "later", "forward")):
            if not self.wanted:
                draft.spot(Spot(word, "button", f"A page {says}", NOWHERE, key, says))

    def words(self, draft: Draft, width: int) -> int:
        """Write the chapter from the top down."""
        look, palette = draft.look, draft.look.palette
        chapter = self.chapter
        head = styles.heading(palette)
        y = write(draft, Rect(0, 0, width, 0), chapter.title, head, role="heading")
        for line in chapter.lines:
            y += look.px(10)
            y += self.line(draft, Rect(0, y, width, 0), line)
        return y

    def line(self, draft: Draft, rect: Rect, line: Line) -> int:
        """Write one line; the player's own stand out by a bar, an arrow and their weight."""
        look, palette = draft.look, draft.look.palette
        aside = look.px(16)
        inner = rect.after(aside)
        who = f"→ {line.who}" if line.own else line.who
        height = headed(draft, inner, who, line.grade)
        style = styles.bold(palette) if line.own else styles.text(palette)
        height += write(draft, inner.moved(0, height), line.text, style)
        if line.own:
            draft.add(Fill(Rect(rect.x, rect.y, look.px(5), height), palette.red))
        return height

    def act(self, spot: str) -> Move:
        """Turn to a chapter, look for words, or put it all away."""
        word, _, which = spot.partition(":")
        match word:
            case "chapter":
                self.wanted = ""
                self.turn(int(which), 0)
            case "before" if self.page:
                self.turn(self.page - 1, BOTTOM)
            case "after" if self.page + 1 < len(self.chapters):
                self.turn(self.page + 1, 0)
            case "before":
                pass
            case "find":
                self.hand.focus = "find"
            case "typed":
                self.wanted = (self.wanted + which)[:LONGEST]
            case "erased":
                self.wanted = self.wanted[:-1]
            case "replay":
                return answering_again(self.office, self.desk, int(which))
            case "close" if self.wanted or self.hand.focus == "find":
                self.wanted, self.hand.focus = "", ""
            case _:
                return Close()
        return Stay()
