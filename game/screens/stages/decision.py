"""The decision: index cards rise from the dark over the map; one is chosen, then sent."""

from __future__ import annotations

from game.campaign.scenario import Response
from game.playthrough.desk import Card, cards, replay_of
from game.screens.frame import Sight, areas, chart, top_bar
from game.screens.screen import Move, Open, Stay
from game.screens.stages.foresight import ForesightScreen
from game.screens.stages.sending import SendingScreen
from game.screens.stages.stage import StageScreen
from game.widgets.controls import (
    Press,
    Style,
    button_size,
    height_of,
    label,
    ring,
    row_of_buttons,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fade, Fill, Shadow, Sheet, Spot
from game.widgets.typeset import Face
from game.words import wording

RISE = 0.45
"""Seconds a card takes to come up."""


class DecisionScreen(StageScreen):
    """The fourth stage."""

    name = "decision"
    chosen: str = ""
    """The response whose card stands out."""
    risen = 0.0
    """Seconds since the cards began to rise."""

    def table(self) -> tuple[Card, ...]:
        """Return the cards on the table."""
        return cards(self.office.campaign, self.desk)

    def response(self, key: str) -> Response:
        """Return a response of this scenario."""
        return next(one for one in self.scenario.decision.responses if one.id == key)

    def update(self, seconds: float) -> bool:
        """Let the camera fly and the cards rise."""
        flying = super().update(seconds)
        rising = self.risen < RISE + 0.08 * len(self.table())
        self.risen += seconds if rising else 0.0
        return flying or rising

    def view(self, look: Look) -> Sheet:
        """Return the cards over the map."""
        draft, parts = Draft(look, self.hand), areas(look)
        top_bar(draft, parts.bar, self.office, self.desk, str(self.scenario.when))
        whole = Rect(0, parts.bar.bottom, look.size[0], parts.foot.y - parts.bar.bottom)
        inner = whole.inset(look.px(20), look.px(10))
        tall = button_size(look, Press("send", "Send this answer"))[1]
        low = Rect(inner.x, inner.bottom - tall, inner.w, tall)
        table = self.place_for_cards(
            look, Rect(inner.x, inner.y, inner.w, low.y - look.px(8) - inner.y)
        )
        covered = (whole.bottom - table.y) / whole.h
        sight = Sight(self.scenario.view, self.month, covered=min(covered, 0.45))
        chart(draft, whole, self.office, self.desk, sight, self.flight)
        self.dark(draft, whole, table.y)
        ask, head = str(self.scenario.decision.ask), self.head(look)
        high = write(draft, table, ask, head, role="heading") + look.px(4)
        draft.scroll("cards", table.below(high), self.lay)
        self.buttons(draft, low)
        self.finish(draft, parts)
        return draft.done()

    def head(self, look: Look) -> Style:
        """Return how the question over the cards is set."""
        return Style(Face.HEAD, 22, look.palette.cream, 0.6)

    def place_for_cards(self, look: Look, room: Rect) -> Rect:
        """Return the lower part of `room` that heading and cards need."""
        count, width = self.columns(look, room.w)
        rows = -(-len(self.table()) // count)
        cards_need = self.tallest(look, width) * rows + look.px(10) * (rows - 1) + look.px(20)
        needed = cards_need + height_of(
            look, str(self.scenario.decision.ask), self.head(look), room.w
        )
        height = min(needed + look.px(4), room.h)
        return Rect(room.x, room.bottom - height, room.w, height)

    def tallest(self, look: Look, width: int) -> int:
        """Return how tall the cards must be so that the longest fits."""
        return max(self.needed(look, card, width) for card in self.table())

    def dark(self, draft: Draft, whole: Rect, top: int) -> None:
        """Let the map sink into the dark from `top` on."""
        night = draft.look.palette.night
        shade = min(draft.look.px(90), top - whole.y)
        if shade > 0:
            draft.add(Fade(Rect(0, top - shade, whole.w, shade), night, 0, 238))
        draft.add(Fill(Rect(0, top, whole.w, whole.bottom - top), night, 238))

    def columns(self, look: Look, width: int) -> tuple[int, int]:
        """Return how many cards stand side by side in a width, and how wide each is."""
        gap = look.px(10)
        least = look.px(178) * max(look.text, 90) // 100
        count = max(min((width + gap) // (least + gap), len(self.table())), 1)
        count = -(-len(self.table()) // -(-len(self.table()) // count))
        return count, (width - look.px(12) - gap * (count - 1)) // count

    def styles(self, look: Look) -> tuple[Style, Style, Style]:
        """Return how title, order and small print are set."""
        palette = look.palette
        return (
            Style(Face.HEAD_BOLD, 17, palette.ink, 0.4, upper=True),
            Style(Face.TEXT, 15, palette.ink),
            Style(Face.HEAD, 12.5, palette.faded),
        )

    def foot_of(self, card: Card) -> str:
        """Return the small print of a card: who backs it, or why it is closed."""
        if card.refusal is not None:
            course = replay_of(self.office.campaign, self.desk).course
            return wording.refusal(self.office.campaign, course, card.refusal)
        names = {one.id: str(one.name) for one in self.office.campaign.cast}
        backers = [names[one] for one in self.response(card.offer_id).backed_by]
        return " · ".join(backers) if backers else "Nobody argued for it"

    def needed(self, look: Look, card: Card, width: int) -> int:
        """Return how tall a card must be."""
        response = self.response(card.offer_id)
        inner = width - look.px(28)
        title, order, fine = self.styles(look)
        letter = look.pt(30)
        parts = (
            (str(response.title), title, inner - letter),
            (str(response.order), order, inner),
            (str(response.cost), Style(Face.TEXT_ITALIC, 15, order.color), inner),
            (self.foot_of(card), fine, inner),
        )
        return sum(height_of(look, *part) for part in parts) + look.px(46)

    def lay(self, draft: Draft, width: int) -> int:
        """Lay the cards out in rows; return the height."""
        look = draft.look
        gap, lift = look.px(10), look.px(10)
        count, wide = self.columns(look, width)
        tall = self.tallest(look, wide)
        for number, card in enumerate(self.table()):
            row, column = divmod(number, count)
            x = look.px(6) + column * (wide + gap)
            y = lift + row * (tall + gap)
            drop = self.drop(look, number, tall)
            raised = lift if card.offer_id == self.chosen else 0
            with draft.group("list", "Answers"):
                self.card(draft, Rect(x, y - raised + drop, wide, tall), card)
        rows = -(-len(self.table()) // count)
        return rows * tall + (rows - 1) * gap + 2 * lift

    def drop(self, look: Look, number: int, tall: int) -> int:
        """Return how far below its place a card still is."""
        if not look.motion:
            return 0
        share = min(max((self.risen - number * 0.08) / RISE, 0.0), 1.0)
        return round(tall * (1 - share) ** 3)

    def card(self, draft: Draft, rect: Rect, card: Card) -> None:
        """Draw one index card."""
        look, palette = draft.look, draft.look.palette
        open_one = card.refusal is None
        draft.add(
            Shadow(rect, look.px(8)), Fill(rect, palette.paper if open_one else palette.shade)
        )
        if card.offer_id == self.chosen:
            draft.add(Edge(rect, palette.bright_red, look.px(4)))
        inside = rect.inset(look.px(14), look.px(12))
        letter = Style(Face.HEAD_BOLD, 25, palette.red if open_one else palette.faded)
        wide = width_of(look, card.letter, letter)
        label(draft, inside.right - wide, inside.y - look.px(2), card.letter, letter)
        self.face(draft, inside, card)
        self.spot(draft, rect, card)

    def face(self, draft: Draft, inside: Rect, card: Card) -> None:
        """Write what stands on a card: title, order, cost, and the small print at its foot."""
        look = draft.look
        response = self.response(card.offer_id)
        title, order, fine = self.styles(look)
        cost = Style(Face.TEXT_ITALIC, 15, look.palette.faded)
        y = inside.y
        room = Rect(inside.x, y, inside.w - look.pt(30), 0)
        y += write(draft, room, str(response.title), title, role="") + look.px(4)
        room = Rect(inside.x, y, inside.w, 0)
        y += write(draft, room, str(response.order), order, role="") + look.px(4)
        write(draft, Rect(inside.x, y, inside.w, 0), str(response.cost), cost, role="")
        small = self.foot_of(card)
        high = height_of(look, small, fine, inside.w)
        write(draft, Rect(inside.x, inside.bottom - high, inside.w, 0), small, fine, role="")

    def spot(self, draft: Draft, rect: Rect, card: Card) -> None:
        """Say what a card means and how it is pressed."""
        response = self.response(card.offer_id)
        name = f"card:{card.offer_id}"
        ring(draft, rect, name)
        state = (
            "chosen" if card.offer_id == self.chosen else "" if card.refusal is None else "closed"
        )
        texts = (f"{card.letter}. {response.title}.", response.order, response.cost)
        small = self.foot_of(card)
        backed = card.refusal is None and bool(response.backed_by)
        said = f"{'Backed by ' if backed else ''}{small}".removesuffix(".") + "."
        words = " ".join((*map(str, texts), said))
        number = str(ord(card.letter) - ord("A") + 1)
        draft.spot(Spot(name, "option", words, rect, number, "choose", state=state))

    def buttons(self, draft: Draft, rect: Rect) -> None:
        """Offer to look back, and to send when a card is chosen."""
        presses = [
            Press("stage:telegram", "Telegram", "telegram", "telegram"),
            Press("stage:council", "Council", "council", "council"),
        ]
        if self.chosen:
            presses.append(Press("send", "Send this answer", "advance", "send"))
        row_of_buttons(draft, rect, presses, main="send")

    def act(self, spot: str) -> Move:
        """Choose a card, send it, or look back."""
        kind, _, which = spot.partition(":")
        if kind == "card":
            card = next(one for one in self.table() if one.offer_id == which)
            if card.refusal is None:
                if self.chosen == which and self.hand.focus == spot:
                    return self.send()
                self.chosen = which
                self.office.sound("card")
            return Stay()
        return self.send() if kind == "send" else self.common(spot)

    def send(self) -> Move:
        """Go on to the estimates and the confirmation."""
        if not self.chosen:
            return Stay()
        asks = ForesightScreen if self.scenario.decision.estimates else SendingScreen
        return Open(asks(self.office, self.desk, self.response(self.chosen)))
