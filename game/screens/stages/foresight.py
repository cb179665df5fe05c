"""Before sending: three quick estimates with a confidence. They may be skipped."""

from __future__ import annotations

from game.campaign.scenario import Estimate, Response
from game.playthrough.desk import Desk, Guess, foresee, scenario_of
from game.screens import styles
from game.screens.choice import option
from game.screens.overlay import papered
from game.screens.screen import Close, Move, Office, Show, Stay
from game.screens.stages.sending import SendingScreen
from game.widgets.controls import Press, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Hand, Sheet
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
        presses = [
            Press("back", "Back", "back", "back"),
            Press("skip", "Skip the estimates", "skip", "skip"),
        ]
        if self.answer >= 0:
            presses.append(Press("next", "Note it down", "advance", "note it down"))
        name = f"estimate-{self.number}"
        return papered(Draft(look, self.hand), name, presses, self.words, main="next")

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
        """Draw one answer to press, its words and its key; return its height."""
        hint = "answer" if name.startswith("answer:") else "how sure"
        return option(draft, rect, Press(name, *shown, hint), chosen=self.is_chosen(name))

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
