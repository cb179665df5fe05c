"""The decision of a class: what is on the table, the clock, and how the voices fell."""

from __future__ import annotations

from dataclasses import replace

from game.room.room import Round
from game.room.views import Because, Choice, DecisionPage, Fallen
from game.room.ways import RULES
from game.screens import styles
from game.screens.foot import NOWHERE
from game.screens.frame import top_bar
from game.screens.wall.lobby import LARGE
from game.screens.wall.view import WallPage, bare, join_paper
from game.widgets.controls import (
    Press,
    Style,
    height_of,
    label,
    ring,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Group, Sheet, Spot, moved
from game.widgets.typeset import Face

STATES = {
    (False, False, False): "The vote is not open yet",
    (True, True, False): "The vote is open",
    (False, True, False): "The vote is closed",
    (False, True, True): "The count",
}
"""By whether voices are taken, were taken, and are shown: where the vote stands."""
WHICH = "Which one is sent?"
"""What the button says where voices are tied."""
SEATS = Group("figures", "Voices by seat")


class VotingScreen(WallPage):
    """The fourth stage, before a class."""

    name = "voting"
    margins = (40, 20)

    @property
    def page(self) -> DecisionPage:
        """What may be seen of the decision."""
        found = self.shown.view.page
        assert isinstance(found, DecisionPage), "the wall shows this at the decision only"
        return found

    @property
    def round(self) -> Round:
        """The voices; the wall shows them once they are revealed."""
        return self.shown.room.round

    def where(self, draft: Draft, rect: Rect) -> None:
        """Draw the bar of the stage."""
        top_bar(draft, rect, self.office, self.shown.room.desk, self.shown.view.shared.when)

    def view(self, look: Look) -> Sheet:
        """Return the table and the way in over what leads on."""
        presses = [Press("next", self.shown.onward or WHICH, "advance", "go on")]
        return self.laid(look, presses, self.drawn)

    def drawn(self, draft: Draft, room: Rect) -> None:
        """Draw the table at the left and the way in at the right."""
        if draft.look.text <= LARGE and self.page.by_phone:
            room = self.beside(draft, room)
        brief = self.full(draft, room) > room.h
        draft.scroll("voting", room, lambda part, width: self.words(part, width, brief=brief))

    def keys(self, draft: Draft) -> None:
        """Name the keys of the vote and of the clock."""
        word = "close the vote" if self.page.is_open else "open the vote"
        hold = "hold the clock" if self.shown.view.shared.clock_running else "the clock"
        for name, said, hint in (
            ("vote", "Open or close the vote", word),
            ("reveal", "Show how the voices fell", "show the count"),
            ("clock", "Start or hold the clock", hold),
            ("minute", "A minute more", "add a minute"),
        ):
            draft.spot(Spot(f"wall:{name}", "button", said, NOWHERE, name, hint))

    def beside(self, draft: Draft, room: Rect) -> Rect:
        """Draw the seats below and the way in at the right; return the room that is left."""
        look = draft.look
        part = draft.part()
        high = self.seats(part, room.w, 0)
        draft.add(*(moved(one, room.x, room.bottom - high) for one in part.marks))
        for spot in part.spots:
            draft.spot(replace(spot, rect=spot.rect.moved(room.x, room.bottom - high)))
        room = room._replace(h=room.h - high - look.px(12) * bool(high))
        side = look.px(230)
        join_paper(draft, room.after(room.w - side), self.shown)
        return room.left(room.w - side - look.px(40))

    def full(self, draft: Draft, room: Rect) -> int:
        """Return how tall the words are with all that is said of each response."""
        return self.words(draft.part(), room.w, brief=False)

    def words(self, draft: Draft, width: int, *, brief: bool) -> int:
        """Write everything from the top down; return the height.

        `brief` leaves out what each response orders: the phones have it.
        """
        look, palette = draft.look, draft.look.palette
        y = self.head(draft, width) + look.px(10)
        page = self.page
        ask = Style(Face.TEXT, 19, palette.cream)
        y += write(draft, Rect(0, y, width, 0), page.ask, ask, role="heading") + look.px(8)
        if page.fallen:
            y = self.fell(draft, width, y, page.fallen)
        else:
            for one in page.choices:
                place = Rect(0, y, width, 0)
                y += self.choice(draft, place, one, brief=brief) + look.px(12 if brief else 7)
        y = self.notes(draft, width, y + look.px(4), brief=brief)
        return y if look.text <= LARGE else self.seats(draft, width, y + look.px(10))

    def head(self, draft: Draft, width: int) -> int:
        """Write the clock, how many have voted, and where the vote stands; return the height."""
        look, palette = draft.look, draft.look.palette
        shared = self.shown.view.shared
        clock = "" if shared.revealed else self.shown.clock
        state = STATES.get((shared.is_open, self.round.was_open, shared.revealed), "The vote")
        line = f"{state} · {self.counted()}"
        style = Style(Face.HEAD, 20, palette.muted, 0.8, upper=True)
        if look.text > LARGE:
            way = f"Join at {bare(self.shown.address)} · code {shared.code}"
            line = f"{line} · {way}" if self.shown.address else line
        if not clock:
            return write(draft, Rect(0, 0, width, 0), line, style)
        large = Style(Face.HEAD_BOLD, 54 * min(100 / look.text, 1.0), palette.cream, 1.5)
        wide = label(draft, 0, 0, clock, large) + look.px(22)
        high = look.fonts.height(large.face, large.px(look))
        said = f"{clock} left" + ("" if shared.clock_running else ", the clock is held")
        draft.spot(Spot("", "text", said, Rect(0, 0, wide, high), enabled=False))
        if wide + look.px(180) > width:
            return high + write(draft, Rect(0, high, width, 0), line, style)
        under = height_of(look, line, style, width - wide)
        top = max(high - under - look.px(9), 0)
        return max(high, top + write(draft, Rect(wide, top, width - wide, 0), line, style))

    def counted(self) -> str:
        """Return how many have voted; by hand nobody knows before it is typed in."""
        shared = self.shown.view.shared
        if not self.page.by_phone:
            return f"{shared.present} in the room" if shared.present else "by raised hands"
        return f"{shared.answered} of {shared.present} have voted"

    # --- before the count is shown ---

    def choice(self, draft: Draft, rect: Rect, one: Choice, *, brief: bool) -> int:
        """Write one response: letter, title, what it orders and costs; return the height."""
        look, palette = draft.look, draft.look.palette
        letter = Style(Face.HEAD_BOLD, 26, palette.gold if one.closed is None else palette.dim)
        label(draft, rect.x, rect.y - look.px(3), one.letter, letter)
        inner = rect.after(look.pt(34))
        color = palette.cream if one.closed is None else palette.dim
        alone = brief or not self.page.by_phone
        title = Style(Face.HEAD, 24 if alone else 20, color, 0.5)
        text = Style(Face.TEXT, 19 if alone and not brief else 16.5, palette.muted)
        high = write(draft, inner, one.title, title, role="")
        under = one.order if one.closed is None else one.closed
        if one.closed is not None or not brief:
            high += write(draft, inner.moved(0, high), under, text, role="")
        closed = "" if one.closed is None else "closed"
        said = f"{one.letter}. {one.title}. {under}"
        place = rect._replace(h=high)
        draft.spot(Spot("", "text", said, place, enabled=False, state=closed))
        return high

    # --- how they fell ---

    def fell(self, draft: Draft, width: int, y: int, fallen: Fallen) -> int:
        """Draw a bar for each response and say what they mean; return where they end."""
        look, palette = draft.look, draft.look.palette
        most = max((many for _, many in fallen.voices), default=0)
        tied = [one.id for one, _ in fallen.voices if one.id in fallen.tied]
        titles = [f"{one.letter} · {one.title}" for one, _ in fallen.voices]
        style = Style(Face.HEAD, 20, palette.cream, 0.4)
        side = max(width_of(look, one, style) for one in titles) + look.px(20)
        y += look.px(4)
        for one, many in fallen.voices:
            place = Rect(look.px(5), y, width - look.px(10), 0)
            number = str(tied.index(one.id) + 1) if one.id in tied else ""
            y += self.voices(draft, place, (one, many, most, number), side) + look.px(8)
        decided = next((one for one, _ in fallen.voices if one.id == fallen.decided), None)
        said = f"{decided.letter} · {decided.title}. {fallen.words}" if decided else fallen.words
        bold = Style(Face.TEXT_BOLD, 21, palette.gold)
        y += look.px(4) + write(draft, Rect(0, y + look.px(4), width, 0), said, bold)
        return self.reasons(draft, width, y, fallen.reasons)

    def voices(self, draft: Draft, rect: Rect, row: tuple[Choice, int, int, str], side: int) -> int:
        """Draw a response with its bar; one of those that are tied can be pressed."""
        look, palette = draft.look, draft.look.palette
        one, many, most, number = row
        title, style = f"{one.letter} · {one.title}", Style(Face.HEAD, 20, palette.cream, 0.4)
        beside = side < rect.w * 55 // 100
        high = write(draft, rect.moved(0, look.px(4)), title, style, role="") + look.px(4)
        rail = rect.after(side)._replace(h=max(high, look.px(38)))
        if not beside:
            rail = Rect(rect.x, rect.y + high, rect.w, look.px(24))
        figure = Style(Face.HEAD_BOLD, 23, palette.cream)
        room = rail.w - width_of(look, "000", figure) - look.px(12)
        filled = rail.left(round(room * many / most) if most else 0)
        draft.add(Fill(filled, palette.red if number == "" else palette.ochre))
        tall = look.fonts.height(figure.face, figure.px(look))
        label(draft, filled.right + look.px(10), rail.y + (rail.h - tall) // 2, str(many), figure)
        place = rect._replace(h=max(rail.bottom, rail.y + tall) - rect.y)
        said = f"{title}: {many} {'voice' if many == 1 else 'voices'}"
        if not number:
            draft.spot(Spot("", "bar", said, place, enabled=False, value=str(many)))
            return place.h
        draft.add(Edge(place.inset(-look.px(2)), palette.gold, look.px(2)))
        name = f"send:{one.id}"
        ring(draft, place, name)
        draft.spot(Spot(name, "option", f"{said}. Send it", place, number, "send", state="tied"))
        return place.h

    def reasons(self, draft: Draft, width: int, y: int, found: tuple[Because, ...]) -> int:
        """Write the reasons that the teacher let everybody see; return where they end."""
        look, palette = draft.look, draft.look.palette
        if not found:
            return y
        y += look.px(10)
        y += write(
            draft, Rect(0, y, width, 0), "Because", styles.gold(palette), role="heading"
        ) + look.px(2)
        text = Style(Face.TEXT, 18, palette.cream)
        for one in found:
            line = f"{one.letter} · {one.seat}: {one.text}"
            y += write(draft, Rect(0, y, width, 0), line, text) + look.px(4)
        return y

    # --- what holds for both ---

    def notes(self, draft: Draft, width: int, y: int, *, brief: bool) -> int:
        """Write how it is decided, and how many have spread their points; return the end."""
        palette = draft.look.palette
        page = self.page
        rule = RULES[self.shown.room.way] if brief else page.rule
        lines = [rule]
        spread = len({pupil for pupil, _ in self.round.points})
        if page.foresights and page.by_phone and not page.fallen:
            lines.append(
                f"What will follow? {spread} of {self.shown.view.shared.present} have spread their "
                "50 points over the outcomes."
            )
        small = Style(Face.TEXT_ITALIC, 16, palette.muted)
        for line in lines:
            y += write(draft, Rect(0, y, width, 0), line, small, role="note")
        return y

    def seats(self, draft: Draft, width: int, y: int) -> int:
        """Draw a box for each seat: how many of those who sit there have spoken."""
        look = draft.look
        rows = self.shown.view.shared.seats if self.page.by_phone else ()
        if not rows:
            return y
        gap, wide = look.px(8), look.px(108) * max(look.text, 100) // 100
        count = min(max((width + gap) // (wide + gap), 1), len(rows))
        count = -(-len(rows) // -(-len(rows) // count))
        each = min((width - gap * (count - 1)) // count, look.px(190) * max(look.text, 100) // 100)
        tall = max(self.box_height(look, title, each) for _, title, _, _ in rows)
        for number, (_, title, sitting, spoken) in enumerate(rows):
            row, column = divmod(number, count)
            place = Rect(column * (each + gap), y + row * (tall + gap), each, tall)
            self.box(draft, place, title, f"{spoken} / {sitting}")
        return y + -(-len(rows) // count) * (tall + gap) - gap

    def box_height(self, look: Look, title: str, width: int) -> int:
        """Return how tall the box of a seat must be."""
        name, figure = self.box_styles(look)
        inner = width - look.px(24)
        return height_of(look, title, name, inner) + figure.px(look) * 13 // 10 + look.px(16)

    def box_styles(self, look: Look) -> tuple[Style, Style]:
        """Return how the name of a seat and its figure are set."""
        palette = look.palette
        return Style(Face.HEAD, 14, palette.cream, 0.2), Style(Face.HEAD_BOLD, 20, palette.gold)

    def box(self, draft: Draft, rect: Rect, title: str, figure: str) -> None:
        """Draw the box of a seat."""
        look = draft.look
        name, large = self.box_styles(look)
        draft.add(Fill(rect, look.palette.night), Edge(rect, look.palette.line, 1))
        inner = rect.inset(look.px(12), look.px(8))
        high = write(draft, inner, title, name, role="")
        label(draft, inner.x, inner.y + high, figure, large)
        said = f"{title}: {figure.replace(' / ', ' of ')} have spoken"
        draft.spot(Spot("", "bar", said, rect, enabled=False, value=figure, within=(SEATS,)))
