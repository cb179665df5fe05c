"""The decision: index cards rise from the dark over the map; one is chosen, then sent."""

from __future__ import annotations

from game import wording
from game.campaign.scenario import Response
from game.playthrough.desk import Card, cards, replay_of
from game.screens import styles
from game.screens.foresight import ForesightScreen
from game.screens.frame import Sight, areas, chart, top_bar
from game.screens.screen import Move, Open, Stay
from game.screens.stage import StageScreen
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
        whole = Rect(0, parts.bar.bottom, look.size[0], look.size[1] - parts.bar.h - parts.foot.h)
        chart(
            draft, whole, self.office, self.desk, Sight(self.scenario.view, self.month), self.flight
        )
        margin = look.px(20)
        inner = whole.inset(margin, look.px(10))
        tall = button_size(look, Press("send", "Send this answer"))[1]
        low = Rect(inner.x, inner.bottom - tall, inner.w, tall)
        head = Style(Face.HEAD, 22, look.palette.cream, 0.6)
        count, width = self.columns(look, inner)
        needed = max(self.needed(look, card, width) for card in self.table())
        rows = -(-len(self.table()) // count)
        room = (
            inner.h
            - tall
            - look.px(18)
            - height_of(look, str(self.scenario.decision.ask), head, inner.w)
        )
        deep = min(needed * rows + look.px(10) * (rows - 1) + look.px(20), room)
        cards_at = Rect(inner.x, low.y - look.px(8) - deep, inner.w, deep)
        top = (
            cards_at.y
            - look.px(8)
            - height_of(look, str(self.scenario.decision.ask), head, inner.w)
        )
        shade = look.px(90)
        draft.add(
            Fade(
                Rect(0, max(top - shade, whole.y), whole.w, min(shade, top - whole.y) + 1),
                look.palette.night,
                0,
                238,
            )
        )
        draft.add(Fill(Rect(0, top, whole.w, whole.bottom - top), look.palette.night, 238))
        write(
            draft,
            Rect(inner.x, top, inner.w, 0),
            str(self.scenario.decision.ask),
            head,
            role="heading",
        )
        draft.scroll("cards", cards_at, lambda part, wide: self.lay(part, wide, needed))
        self.buttons(draft, low)
        self.finish(draft, parts)
        return draft.done()

    def columns(self, look: Look, rect: Rect) -> tuple[int, int]:
        """Return how many cards stand side by side, and how wide each is."""
        gap = look.px(10)
        least = look.px(178) * max(look.text, 90) // 100
        count = max(min((rect.w + gap) // (least + gap), len(self.table())), 1)
        count = -(-len(self.table()) // -(-len(self.table()) // count))
        return count, (rect.w - look.px(12) - gap * (count - 1)) // count

    def styles(self, look: Look) -> tuple[Style, Style, Style]:
        """Return how title, order and small print are set."""
        palette = look.palette
        return (
            Style(Face.HEAD_BOLD, 17, palette.ink, 0.4, upper=True),
            Style(Face.TEXT, 15.5, palette.ink),
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
            (str(response.cost), Style(Face.TEXT_ITALIC, 14.5, order.color), inner),
            (self.foot_of(card), fine, inner),
        )
        return sum(height_of(look, *part) for part in parts) + look.px(46)

    def lay(self, draft: Draft, width: int, tall: int) -> int:
        """Lay the cards out in rows; return the height."""
        look = draft.look
        gap, lift = look.px(10), look.px(10)
        count, wide = self.columns(look, Rect(0, 0, width + look.px(0), 0))
        for number, card in enumerate(self.table()):
            row, column = divmod(number, count)
            x = look.px(6) + column * (wide + gap)
            y = lift + row * (tall + gap)
            drop = self.drop(look, number, tall)
            raised = lift if card.offer_id == self.chosen else 0
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
        response = self.response(card.offer_id)
        open_one = card.refusal is None
        draft.add(
            Shadow(rect, look.px(8)), Fill(rect, palette.paper if open_one else palette.shade)
        )
        if card.offer_id == self.chosen:
            draft.add(Edge(rect, palette.bright_red, look.px(4)))
        inside = rect.inset(look.px(14), look.px(12))
        title, order, fine = self.styles(look)
        letter = Style(Face.HEAD_BOLD, 25, palette.red if open_one else palette.faded)
        wide = width_of(look, card.letter, letter)
        label(draft, inside.right - wide, inside.y - look.px(2), card.letter, letter)
        y = inside.y + write(
            draft,
            Rect(inside.x, inside.y, inside.w - look.pt(30), 0),
            str(response.title),
            title,
            role="",
        )
        y += look.px(4)
        y += write(draft, Rect(inside.x, y, inside.w, 0), str(response.order), order, role="")
        y += look.px(4)
        write(
            draft,
            Rect(inside.x, y, inside.w, 0),
            str(response.cost),
            Style(Face.TEXT_ITALIC, 14.5, palette.faded),
            role="",
        )
        small = self.foot_of(card)
        high = height_of(look, small, fine, inside.w)
        write(draft, Rect(inside.x, inside.bottom - high, inside.w, 0), small, fine, role="")
        self.spot(draft, rect, card)

    def spot(self, draft: Draft, rect: Rect, card: Card) -> None:
        """Say what a card means and how it is pressed."""
        response = self.response(card.offer_id)
        name = f"card:{card.offer_id}"
        ring(draft, rect, name)
        state = (
            "chosen" if card.offer_id == self.chosen else "" if card.refusal is None else "closed"
        )
        words = f"{card.letter}. {response.title}. {response.order} {response.cost} {self.foot_of(card)}"
        number = str(ord(card.letter) - ord("A") + 1)
        hint = f"1-{len(self.table())} choose" if number == "1" else ""
        draft.spot(Spot(name, "button", words, rect, number, hint, state=state))

    def buttons(self, draft: Draft, rect: Rect) -> None:
        """Offer to look back, and to send when a card is chosen."""
        presses = [
            Press("stage:telegram", "Telegram", "t", "T telegram"),
            Press("stage:council", "Council", "c", "C council"),
        ]
        if self.chosen:
            presses.append(Press("send", "Send this answer", "return", "Enter send"))
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
        return Open(ForesightScreen(self.office, self.desk, self.response(self.chosen)))
