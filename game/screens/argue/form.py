"""One number of the model: what it should be, why, and where that can be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from math import isfinite

from game.campaign.model import Parameter
from game.playthrough.revision import LONGEST, Revision, called, is_within
from game.screens import styles
from game.screens.field import written_in
from game.screens.foot import MOVE, foot, foot_height
from game.screens.overlay import Told, middle, statement
from game.screens.screen import Close, Move, Office, Stay, Tell
from game.widgets.controls import Press, paper, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Hand, Sheet, Spot
from game.words import wording

GROUPED = re.compile(r"[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?\Z")
"""A number with commas between its thousands."""
FIELDS = {
    "value": "The number",
    "because": "Why it should be so",
    "source": "Where that can be read",
}
WANTED = {
    "value": "Write a number, such as 0.5 or 1700.",
    "because": "Say why it should be so.",
    "source": "Say where that can be read: a book, a page, a document.",
}
SAME = "This is the number it has. Write another one."
STEPS = 10
"""Steps from one end of a number's range to the other."""


class ArgueFormScreen:
    """Three fields; what is written in them is taken over when all three are filled."""

    name = "argue-number"
    over = False

    def __init__(
        self,
        office: Office,
        parameter: Parameter,
        was: float,
        mine: Revision | None,
        take: Callable[[Revision], None],
    ) -> None:
        self.office = office
        self.parameter = parameter
        self.was = was
        """The number as the reading has it."""
        self._take = take
        self.hand = Hand(focus="value")
        self.written = {
            "value": shortest(mine.value if mine else was),
            "because": mine.because if mine else "",
            "source": mine.source if mine else "",
        }

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

    @property
    def value(self) -> float | None:
        """The number that is written, or none if it is not one."""
        return number_in(self.written["value"])

    def view(self, look: Look) -> Sheet:
        """Return the form on one paper."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        draft.add(Fill(whole, look.palette.wood))
        sheet = middle(look, Rect(0, 0, whole.w, whole.h - low))
        paper(draft, sheet)
        inside = sheet.inset(look.px(26), look.px(18))
        presses = [
            Press("close", "Leave it", "back", "leave it"),
            Press("paste", "Paste", "paste", "paste"),
            Press("take", "Take over", "advance", "take over"),
        ]
        used = row_of_buttons(draft.part(), inside, presses, main="take")
        room = inside._replace(h=inside.h - used - look.px(12))
        draft.scroll("argue-form", room, self.words, rows=True)
        row_of_buttons(draft, inside, presses, main="take")
        foot(draft, Rect(0, whole.h - low, whole.w, low), (MOVE,))
        return draft.done()

    def words(self, draft: Draft, width: int) -> int:
        """Write what the number is, its range, and the fields."""
        look, palette = draft.look, draft.look.palette
        one = self.parameter
        y = write(
            draft, Rect(0, 0, width, 0), called(one.id), styles.heading(palette), role="heading"
        )
        head = f"{wording.plain(self.was)} {one.unit}"
        said = Told(head, str(one.meaning), one.grade, one.sources)
        y += statement(draft, Rect(0, y, width, 0), self.office, said) + look.px(10)
        y += self.scale(draft, Rect(look.px(6), y, width - look.px(12), 0)) + look.px(6)
        y += write(draft, Rect(0, y, width, 0), self.told(), styles.bold(palette)) + look.px(8)
        for name, title in FIELDS.items():
            place = Rect(look.px(6), y, width - look.px(12), 0)
            least = 1 if name == "value" else 2
            y += written_in(draft, place, (name, title, self.written[name]), least=least)
            y += look.px(8)
            if name == "value":
                y += self.buttons(draft, place._replace(y=y)) + look.px(8)
        return y

    def buttons(self, draft: Draft, rect: Rect) -> int:
        """Draw the buttons that change the number without typing; return their height."""
        presses = [Press("less", "Less"), Press("more", "More"), Press("was", "As it was")]
        high = row_of_buttons(draft.part(), rect, presses, main="")
        row_of_buttons(draft, rect._replace(h=high), presses, main="")
        return high

    def scale(self, draft: Draft, rect: Rect) -> int:
        """Draw the authors' range with the number before and now on it; return the height."""
        look, palette = draft.look, draft.look.palette
        one, value = self.parameter, self.value
        ends = [one.low, one.high, self.was, *([] if value is None else [value])]
        low, high = min(ends), max(ends)
        if low == high:
            return 0
        place = partial(_along, rect, (low, high))
        bar = Rect(rect.x, rect.y + look.px(8), rect.w, look.px(8))
        left, right = place(one.low), place(one.high)
        draft.add(
            Fill(bar, palette.line), Fill(Rect(left, bar.y, right - left, bar.h), palette.ochre)
        )
        for at, color, wide in ((self.was, palette.ink, 3), (value, palette.red, 5)):
            if at is not None:
                thick = look.px(wide)
                mark = Rect(place(at) - thick // 2, rect.y, thick, look.px(24))
                draft.add(Fill(mark, color))
        said = f"The range of the authors, {wording.plain(one.low)} to {wording.plain(one.high)}"
        draft.spot(
            Spot("", "bar", f"{said}; {self.told()}", rect._replace(h=look.px(24)), enabled=False)
        )
        return look.px(24)

    def told(self) -> str:
        """Return how the number lies to what the authors hold for defensible."""
        one, value = self.parameter, self.value
        if value is None:
            return WANTED["value"]
        low, high = wording.plain(one.low), wording.plain(one.high)
        where = "within" if is_within(one, value) else "beyond"
        return (
            f"{wording.plain(value)} {one.unit}: {where} the range of the authors, {low} to {high}."
        )

    # --- what is pressed ---

    def act(self, spot: str) -> Move:
        """Write in a field, step the number, take it over, or leave it as it was."""
        kind, _, typed = spot.partition(":")
        match kind:
            case "value" | "because" | "source":
                self.hand.focus = kind
            case "typed":
                self.write(self.written.get(self.hand.focus, "") + typed)
            case "erased":
                self.write(self.written.get(self.hand.focus, "")[:-1])
            case "paste":
                self.write(self.written.get(self.hand.focus, "") + self.office.pasted())
            case "less" | "more":
                self.step(1 if kind == "more" else -1)
            case "was":
                self.written["value"] = shortest(self.was)
            case "take":
                return self.take()
            case _:
                return Close()
        return Stay()

    def write(self, text: str) -> None:
        """Let a text stand in the field that has the focus."""
        if self.hand.focus in self.written:
            kept = " ".join(text.split()) + " " * text.endswith(" ")
            self.written[self.hand.focus] = kept.lstrip()[:LONGEST]

    def step(self, by: int) -> None:
        """Move the number by a part of its range."""
        one, value = self.parameter, self.value
        size = (one.high - one.low) / STEPS or abs(self.was) / STEPS or 1 / STEPS
        self.written["value"] = shortest((self.was if value is None else value) + by * size)

    def take(self) -> Move:
        """Take the change over if it is whole; else say what is wanting, and lead there."""
        value, texts = self.value, {name: text.strip() for name, text in self.written.items()}
        wanting = next((name for name, text in texts.items() if not text), "")
        if value is None or wanting:
            self.hand.focus = "value" if value is None else wanting
            return Tell(WANTED[self.hand.focus])
        if value == self.was:
            self.hand.focus = "value"
            return Tell(SAME)
        self._take(Revision(self.parameter.id, value, texts["because"], texts["source"]))
        return Close()


def _along(rect: Rect, ends: tuple[float, float], at: float) -> int:
    """Return where a number lies on a scale that reaches a little beyond two others."""
    low, high = ends
    edge = (high - low) / 12
    return rect.x + round((at - low + edge) / (high - low + 2 * edge) * rect.w)


def number_in(text: str) -> float | None:
    """Return the number that is written, with a point or a comma; none if it is no number."""
    text = text.strip()
    if GROUPED.match(text):
        text = text.replace(",", "")
    elif "." not in text and text.count(",") == 1:
        text = text.replace(",", ".")
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None


def shortest(value: float) -> str:
    """Return a number as one would type it."""
    return f"{value:.8g}"
