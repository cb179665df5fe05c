"""Who knew what when: the private cards of one telegram side by side, once it is answered."""

from __future__ import annotations

from game.room import door
from game.room.lesson import Known
from game.screens.foot import foot, foot_height
from game.screens.menu import tabs, titled
from game.screens.screen import Close, Move, Office, Stay
from game.screens.styles import grade, note_on_dark
from game.screens.wall.view import Shown
from game.widgets.controls import Press, Style, paper, row_of_buttons, tag, tag_size, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Hand, Sheet, Spot
from game.widgets.typeset import Face

NONE = "No seat had a card of its own at this telegram: all knew the same."


class KnewScreen:
    """The cards of every seat; a tab for each telegram that the class has answered."""

    name = "knew"
    over = False

    def __init__(self, office: Office, shown: Shown) -> None:
        self.office = office
        self.shown = shown
        self.hand = Hand()
        self.turn = max(self.turns, default=0)

    @property
    def turns(self) -> range:
        """The telegrams that are answered, from 0: of others the cards are secret."""
        return range(len(self.shown.room.desk.playthrough.line))

    @property
    def cards(self) -> tuple[Known, ...]:
        """What each seat alone knew."""
        return door.knew(self.shown.campaign, self.shown.room, self.turn)

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return the cards in as many columns as there is room for."""
        draft, low = Draft(look, self.hand), foot_height(look)
        whole = Rect(0, 0, *look.size)
        draft.add(Fill(whole, look.palette.wood))
        inside = Rect(look.px(40), look.px(24), whole.w - look.px(80), whole.h - low - look.px(40))
        presses = [Press("close", "Back", "back", "back")]
        used = row_of_buttons(draft.part(), inside, presses, main="close") + look.px(12)
        draft.scroll(f"knew-{self.turn}", inside._replace(h=inside.h - used), self.words)
        row_of_buttons(draft, inside, presses, main="close")
        foot(draft, Rect(0, whole.h - low, whole.w, low), (("page", "earlier", "later"),))
        return draft.done()

    def words(self, draft: Draft, width: int) -> int:
        """Write the title, the telegrams, and the cards; return the height."""
        look, palette = draft.look, draft.look.palette
        y = titled(draft, 0, 0, "Who knew what when") + look.px(6)
        words = {f"telegram:{n}": f"Telegram {n + 1}" for n in self.turns}
        if len(words) > 1:
            place = Rect(look.px(4), y, width, 0)
            y += tabs(draft, place, words, f"telegram:{self.turn}") + look.px(12)
        if not self.cards:
            return y + write(draft, Rect(0, y, width, 0), NONE, note_on_dark(palette))
        least = look.px(270) * max(look.text, 90) // 100
        gap = look.px(16)
        count = max(min((width - look.px(16) + gap) // (least + gap), len(self.cards)), 1)
        columns = Rect(look.px(4), y, width - look.px(16), 0).columns(count, gap)
        return self.laid(draft, columns, gap)

    def laid(self, draft: Draft, columns: tuple[Rect, ...], gap: int) -> int:
        """Lay the cards in rows, in the order of the seats; return where they end."""
        y = columns[0].y
        for first in range(0, len(self.cards), len(columns)):
            row = self.cards[first : first + len(columns)]
            tall = max(self.card(draft.part(), columns[0], one) for one in row)
            for place, one in zip(columns, row, strict=False):
                rect = Rect(place.x, y, place.w, tall)
                paper(draft, rect)
                self.card(draft, rect, one)
            y += tall + gap
        return y

    def card(self, draft: Draft, rect: Rect, one: Known) -> int:
        """Write one card; return the height it needs."""
        look, palette = draft.look, draft.look.palette
        inner = rect.inset(look.px(16), look.px(14))
        seat = Style(Face.HEAD_BOLD, 18, palette.ink, 0.4)
        y = inner.y + write(draft, inner, one.seat, seat, role="heading")
        if one.how:
            small = Style(Face.HEAD, 13, palette.faded)
            y += write(draft, inner._replace(y=y), one.how, small, role="note")
        text = Style(Face.TEXT, 17.5, palette.ink)
        y += look.px(4) + write(draft, inner._replace(y=y + look.px(4)), one.card.text, text)
        if one.unheard:
            line = f"Had not heard: {'; '.join(one.unheard)}."
            small = Style(Face.TEXT_ITALIC, 15.5, palette.faded)
            y += look.px(6)
            y += write(draft, inner._replace(y=y), line, small, role="note")
        y += look.px(8)
        mark = grade(palette)
        tag(draft, 0, y, str(one.card.grade), mark, x=inner.x)
        high = tag_size(look, str(one.card.grade), mark)[1]
        place = Rect(inner.x, y, inner.w, high)
        draft.spot(Spot("", "note", f"Evidence: {one.card.grade}", place, enabled=False))
        return y + high + look.px(14) - rect.y

    def act(self, spot: str) -> Move:
        """Show another telegram, or go back."""
        word, _, which = spot.partition(":")
        if word != "telegram":
            return Close()
        self.turn = int(which)
        return Stay()
