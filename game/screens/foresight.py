"""Before sending: three quick estimates with a confidence. They may be skipped."""

from __future__ import annotations

from game.campaign.scenario import Estimate, Response
from game.playthrough.desk import Desk, Guess, foresee, scenario_of
from game.screens import styles
from game.screens.foot import foot, foot_height
from game.screens.overlay import middle, shortened
from game.screens.screen import Close, Move, Office, Show, Stay
from game.screens.sending import SendingScreen
from game.widgets.controls import (
    Press,
    Style,
    height_of,
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
from game.words.wording import SURE

HOW_SURE = ("unsure", "likely", "certain")
"""The commands that say so, in the order of `SURE`."""


class ForesightScreen:
    """Predict, then see: one estimate after another."""

    name = "foresight"
    over = True

    def __init__(self, office: Office, desk: Desk, response: Response, number: int = 0) -> None:
        self.office = office
        self.desk = desk
        self.response = response
        self.number = number
        self.answer = -1
        self.sure = 1
        self.hand = Hand()

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        """What is asked."""
        return scenario_of(self.office.campaign, self.desk).decision.estimates

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    def view(self, look: Look) -> Sheet:
        """Return one question with its answers."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        sheet = middle(look, Rect(0, 0, whole.w, whole.h - low))
        inner = sheet.w - look.px(60)
        sheet = shortened(sheet, draft.height_of(self.words, inner, sheet.h) + look.px(150))
        paper(draft, sheet)
        inside = sheet.inset(look.px(30), look.px(24))
        presses = [
            Press("back", "Back", "back", "back"),
            Press("skip", "Skip the estimates", "skip", "skip"),
        ]
        if self.answer >= 0:
            presses.append(Press("next", "Note it down", "advance", "note it down"))
        used = row_of_buttons(draft.part(), inside, presses, main="next")
        draft.scroll(
            f"estimate-{self.number}",
            Rect(inside.x, inside.y, inside.w, inside.h - used - look.px(14)),
            self.words,
        )
        row_of_buttons(draft, inside, presses, main="next")
        foot(draft, Rect(0, whole.h - low, whole.w, low))
        return draft.done()

    def words(self, draft: Draft, width: int) -> int:
        """Write the question, its answers, and how sure the player is."""
        look, palette = draft.look, draft.look.palette
        estimate = self.estimates[self.number]
        head = "Before you send: what will follow?"
        y = write(draft, Rect(0, 0, width, 0), head, styles.heading(palette), role="heading")
        count = f"Estimate {self.number + 1} of {len(self.estimates)}."
        line = f"Your answer: {self.response.title}. {count}"
        y += write(draft, Rect(0, y, width, 0), line, styles.intro(palette)) + look.px(12)
        ask = str(estimate.ask)
        y += write(draft, Rect(0, y, width, 0), ask, styles.bold(palette)) + look.px(8)
        with draft.group("list", "Answers"):
            for number, one in enumerate(estimate.answers):
                place = Rect(look.px(5), y, width - look.px(10), 0)
                shown = (str(one.text), str(number + 1))
                y += self.choice(draft, place, f"answer:{number}", shown) + look.px(8)
        return self.confidence(draft, width, y + look.px(8))

    def confidence(self, draft: Draft, width: int, y: int) -> int:
        """Write how sure the player may be; return where it ends."""
        look, palette = draft.look, draft.look.palette
        y += write(draft, Rect(0, y, width, 0), "How sure are you?", styles.subheading(palette))
        y += look.px(6)
        for number, (percent, word) in enumerate(SURE):
            place = Rect(look.px(5), y, width - look.px(10), 0)
            words = f"{word}, about {percent} in 100"
            with draft.group("list", "How sure"):
                y += self.choice(draft, place, f"sure:{number}", (words, HOW_SURE[number]))
            y += look.px(6)
        return y

    def choice(self, draft: Draft, rect: Rect, name: str, shown: tuple[str, str]) -> int:
        """Draw one answer to press; return its height."""
        look, palette = draft.look, draft.look.palette
        text, key = shown
        mark = look.named((key,))
        chosen = self.is_chosen(name)
        style = Style(Face.TEXT_BOLD if chosen else Face.TEXT, 16, palette.ink)
        pad = look.px(9)
        side = max(look.pt(16), width_of(look, mark, styles.small(palette))) + pad
        height = max(height_of(look, text, style, rect.w - 2 * pad - side) + 2 * pad, look.px(38))
        place = Rect(rect.x, rect.y, rect.w, height)
        hot = name == draft.hand.hover
        draft.add(Fill(place, palette.shade if chosen or hot else palette.paper))
        draft.add(Edge(place, palette.red if chosen else palette.rule, look.px(3) if chosen else 1))
        inner = Rect(place.x + pad, place.y + pad, place.w - 2 * pad, 0)
        write(draft, inner.left(side), mark, styles.small(palette), role="")
        write(draft, inner.after(side), text, style, role="")
        ring(draft, place, name)
        state = "chosen" if chosen else ""
        hint = "answer" if name.startswith("answer:") else "how sure"
        draft.spot(Spot(name, "option", text, place, key, hint, state=state))
        return height

    def is_chosen(self, name: str) -> bool:
        """Return whether an answer or a confidence is the one that was pressed."""
        kind, _, which = name.partition(":")
        return int(which) == (self.answer if kind == "answer" else self.sure)

    def act(self, spot: str) -> Move:
        """Take an answer, note it, skip, or go back."""
        kind, _, which = spot.partition(":")
        match kind:
            case "answer":
                self.answer = int(which)
            case "sure":
                self.sure = int(which)
            case "next" if self.answer >= 0:
                return self.noted()
            case "skip":
                return Show(SendingScreen(self.office, self.desk, self.response))
            case "back":
                return Close()
            case _:
                pass
        return Stay()

    def noted(self) -> Move:
        """Write the estimate down and go to the next one, or on to sending."""
        guess = Guess(self.estimates[self.number].id, self.answer, SURE[self.sure][0])
        desk = foresee(self.desk, guess)
        if self.number + 1 < len(self.estimates):
            return Show(ForesightScreen(self.office, desk, self.response, self.number + 1))
        return Show(SendingScreen(self.office, desk, self.response))
