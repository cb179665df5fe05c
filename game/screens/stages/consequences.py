"""Consequences: the months pass one by one on the map, then the ledger is drawn up."""

from __future__ import annotations

from game.campaign.scenario import Estimate
from game.campaign.words import Month, PlaceId
from game.playthrough.desk import Guess, replay_of, step_of
from game.playthrough.replay import Entered, Happened, Step
from game.playthrough.surroundings import Surroundings, around_desk
from game.playthrough.theatre import places_near
from game.screens import styles
from game.screens.frame import FIGURES, Areas, Sight, areas, backdrop, figures, rule, top_bar
from game.screens.screen import Move, Open, Stay
from game.screens.stages.reasons import on_row
from game.screens.stages.stage import StageScreen
from game.screens.stages.theatres import theatres
from game.widgets.controls import (
    Press,
    Style,
    label,
    paper,
    ring,
    row_of_buttons,
    tag,
    tag_size,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Sheet, Spot, Stroke
from game.widgets.typeset import Face
from game.words import wording
from game.words.backlog import Seen

PACE = 0.8
"""Seconds a month takes."""
STEPS = 6
"""Pictures a month on the map: what moves there goes on by a sixth of its way at a time."""
COMING = 0.4
"""The part of a month in which its news slide in and the figures move."""
PICTURES = 8
"""Pictures of it."""
HELD = 0.5
"""The part of a month at which time rests if it is held: what comes in has come by then."""
LEAVES = 12
"""Leaves of the calendar that are shown; of more months only those of the present year are."""


class ConsequencesScreen(StageScreen):
    """The fifth stage, in two parts: the months, and the ledger."""

    name = "consequences"
    passed = 0.0
    """Months gone by on the screen."""
    paused = False
    ledger = False
    """Whether the ledger lies open."""

    @property
    def places(self) -> tuple[PlaceId, ...]:
        """What the camera holds."""
        return places_near(self.scenario)

    @property
    def step(self) -> Step:
        """What came of the answer."""
        return step_of(self.office.campaign, self.desk)

    @property
    def length(self) -> int:
        """How many months pass."""
        return self.step.window.last.since(self.step.window.first)

    @property
    def finished(self) -> bool:
        """Whether all months have passed."""
        return self.passed >= self.length or self.at_once

    @property
    def rests(self) -> bool:
        """Whether time is held, and what comes in has come; in the first month nothing does."""
        return self.paused and (self.passed < 1 or self.passed % 1 >= COMING)

    @property
    def shown_month(self) -> Month:
        """The month on the calendar."""
        return self.step.window.first.plus(min(int(self.passed), self.length))

    @property
    def seen(self) -> Seen:
        """The months that have passed, and the ledger once it is open."""
        whole = self.ledger or self.finished
        return Seen(month=None if whole else self.shown_month, ledger=self.ledger)

    @property
    def around(self) -> Surroundings:
        """What goes round: once the months are over, what they have led to."""
        passed = self.finished or self.ledger
        return around_desk(self.office.campaign, self.desk, passed=passed)

    @property
    def gone(self) -> float:
        """The share of the month on the calendar that has passed, in whole steps."""
        return int(self.passed % 1 * STEPS) / STEPS

    @property
    def sight(self) -> Sight:
        """The map as it is at this moment of the month on the calendar."""
        if self.ledger or self.finished:
            return Sight(self.places, self.step.window.last, is_alive=True)
        return Sight(self.places, self.shown_month, gone=self.gone, is_alive=True)

    @property
    def coming(self) -> float:
        """How far the news of a month have come while they come in."""
        return min(int(self.passed % 1 / COMING * PICTURES) / PICTURES, 1.0)

    @property
    def steps(self) -> object:
        """How far the months have come, and what of them is open."""
        month = (self.shown_month, self.gone, self.coming, self.passed < 1)
        return month, self.paused, self.ledger, self.finished

    def update(self, seconds: float) -> bool:
        """Let a part of a month pass."""
        flying = super().update(seconds)
        if self.rests or self.finished or self.ledger:
            return flying
        before = int(self.passed)
        self.passed += seconds / PACE * self.office.settings.speed / 100
        if self.paused:
            self.passed = min(self.passed, before + HELD)
        if int(self.passed) != before:
            self.turned()
        return True

    def turned(self) -> None:
        """Let be heard that a month has begun."""
        news = any(one.month == self.shown_month for one in self.step.happened)
        self.office.sound("dispatch" if news else "month")

    def view(self, look: Look) -> Sheet:
        """Return the map of the month, and the news or the ledger beside it."""
        draft, parts = Draft(look, self.hand), areas(look)
        sight = self.sight
        month = sight.month
        top_bar(draft, parts.bar, self.office, self.desk, wording.month(month))
        theatres(draft, parts.map, self.office, self.desk, sight, self.flight)
        figures(draft, parts.map, self.office, self.desk, month, self.come(look))
        backdrop(draft, parts.panel)
        if self.ledger:
            self.page(draft, parts, self.presses_of_ledger(), ("ledger", self.rows))
        else:
            self.page(
                draft,
                parts,
                self.presses_of_months(),
                ("months", lambda part, width: self.news(part, width, month)),
            )
        self.finish(draft, parts, *([("a row: why", "next")] if self.ledger else []))
        return draft.done()

    def come(self, look: Look) -> float:
        """Return how far the news and figures of the month have come, from 0 to 1, in steps."""
        still = self.ledger or self.finished or not look.motion or self.passed < 1
        return 1.0 if still else self.coming

    def page(self, draft: Draft, parts: Areas, presses: list[Press], fill: tuple) -> None:  # type: ignore[type-arg]
        """Draw a paper over the buttons."""
        look = draft.look
        margin = look.px(20)
        inside = parts.panel.inset(margin)
        used = row_of_buttons(draft.part(), inside, presses, main="")
        sheet = Rect(inside.x, inside.y, inside.w, inside.h - used - margin)
        paper(draft, sheet)
        draft.scroll(fill[0], sheet.inset(margin, look.px(16)), fill[1])
        row_of_buttons(draft, inside, presses, main=presses[-1].name)

    def presses_of_months(self) -> list[Press]:
        """Return what can be pressed while time passes."""
        if self.finished:
            return [Press("ledger", "The ledger", "advance", "the ledger")]
        pause = Press("pause", "Go on" if self.paused else "Hold", "hold", "hold or go on")
        step = [Press("step", "One month", "month", "one month")] if self.paused else []
        return [pause, *step, Press("skip", "To the end", "advance", "to the end")]

    def presses_of_ledger(self) -> list[Press]:
        """Return what can be pressed at the ledger."""
        return [
            Press("again", "The months", "months", "the months"),
            Press("next", "The record", "advance", "the record"),
        ]

    def news(self, draft: Draft, width: int, month: Month) -> int:
        """Write the dispatches that have come, the newest first."""
        look, palette = draft.look, draft.look.palette
        top, head = Rect(0, 0, width, 0), styles.heading(palette)
        y = write(draft, top, wording.month(month), head, role="heading")
        y += self.calendar(draft, Rect(0, y + look.px(4), width, 0), month) + look.px(8)
        come = [one for one in self.step.happened if one.month <= month]
        if not come:
            y += look.px(8)
            return y + write(
                draft, Rect(0, y, width, 0), "No news that changes anything.", styles.intro(palette)
            )
        for one in reversed(come):
            y += look.px(8)
            rule(draft, 0, y, width)
            left = (1 - self.come(look)) ** 2 if one.month == month else 0.0
            place = Rect(round(width * left), y + look.px(8), width, 0)
            y += look.px(8) + self.item(draft, place, one)
        return y

    def calendar(self, draft: Draft, rect: Rect, month: Month) -> int:
        """Draw a leaf for each month, of long spans for those of the year; return the height."""
        look = draft.look
        gap, style = look.px(4), Style(Face.HEAD, 11, look.palette.ink, upper=True)
        whole = [self.step.window.first.plus(n) for n in range(self.length + 1)]
        year = [one for one in whole if one.year == month.year]
        months = whole if len(whole) <= LEAVES else year
        wide = max(width_of(look, abbreviated(one), style) for one in months) + look.px(10)
        tall = look.fonts.height(style.face, style.px(look)) + look.px(9)
        each = max((rect.w + gap) // (wide + gap), 1)
        for number, one in enumerate(months):
            row, column = divmod(number, each)
            x, y = rect.x + column * (wide + gap), rect.y + row * (tall + gap)
            self.leaf(draft, Rect(x, y, wide, tall), one, month)
        high = -(-len(months) // each) * (tall + gap)
        now = f"Month {month.since(self.step.window.first) + 1} of {self.length + 1}"
        place = Rect(rect.x, rect.y, rect.w, high)
        draft.spot(Spot("", "bar", now, place, enabled=False, within=(FIGURES,)))
        return high

    def leaf(self, draft: Draft, rect: Rect, one: Month, month: Month) -> None:
        """Draw a month's leaf: crossed out when it is over, framed in red while it passes."""
        look, palette = draft.look, draft.look.palette
        here, gone = one == month, one < month
        style = Style(Face.HEAD, 11, palette.faded if gone else palette.ink, upper=True)
        draft.add(Fill(rect, palette.shade if gone else palette.paper))
        draft.add(Fill(rect.top(look.px(4)), palette.red if here or gone else palette.faded))
        draft.add(Edge(rect, palette.red if here else palette.rule, look.px(2 if here else 1)))
        name = abbreviated(one)
        x = rect.x + (rect.w - width_of(look, name, style)) // 2
        label(draft, x, rect.y + look.px(5), name, style)
        if gone:
            low, right = rect.bottom - look.px(4), rect.right - look.px(4)
            cross = ((rect.x + look.px(4), low), (right, rect.y + look.px(7)))
            draft.add(Stroke(cross, palette.red, max(look.px(1.5), 1)))

    def item(self, draft: Draft, rect: Rect, one: Happened) -> int:
        """Write one dispatch; return its height."""
        look, palette = draft.look, draft.look.palette
        names = {place.id: str(place.name) for place in self.office.campaign.geography.places}
        small, mark = styles.small(palette), styles.grade(palette)
        where = f"{names[one.happening.place]} · {wording.month(one.month)}"
        grade = str(one.happening.grade)
        wide, tall = tag_size(look, grade, mark)
        y = rect.y
        if width_of(look, where, small) + wide + look.px(8) <= rect.w:
            label(draft, rect.x, y, where, small)
            tag(draft, rect.right, y, grade, mark)
        else:
            y += write(draft, Rect(rect.x, y, rect.w, 0), where, small, role="")
            tag(draft, 0, y, grade, mark, x=rect.x)
        y += tall + look.px(2)
        head = Rect(rect.x, rect.y, rect.w, y - rect.y)
        draft.spot(Spot("", "text", where, head, enabled=False, state=grade))
        y += write(
            draft, Rect(rect.x, y, rect.w, 0), str(one.happening.title), styles.subheading(palette)
        )
        course = replay_of(self.office.campaign, self.desk).course
        text = wording.happened(self.office.campaign, course, one)
        y += write(draft, Rect(rect.x, y, rect.w, 0), text, styles.text(palette))
        return y - rect.y

    def rows(self, draft: Draft, width: int) -> int:
        """Write the ledger from the top down."""
        look, palette = draft.look, draft.look.palette
        window = self.step.window
        span = wording.span(window.last.since(window.first))
        y = write(
            draft, Rect(0, 0, width, 0), f"{span} later", styles.heading(palette), role="heading"
        )
        y += write(
            draft,
            Rect(0, y, width, 0),
            f"You answered: {self.step.response.title}",
            styles.intro(palette),
        )
        for entered in self.step.ledger:
            y += look.px(8)
            rule(draft, 0, y, width)
            y += look.px(8)
            with draft.group("list", "Ledger"):
                y += self.row(draft, Rect(0, y, width, 0), entered)
        return self.foreseen(draft, width, y + look.px(12))

    def row(self, draft: Draft, rect: Rect, entered: Entered) -> int:
        """Write one signed row; return its height."""
        look, palette = draft.look, draft.look.palette
        box = self.sign(draft, rect, entered.sign)
        inside = rect.after(box + look.px(10))
        height = self.head_of_row(draft, inside, entered)
        campaign = self.office.campaign
        course = replay_of(campaign, self.desk).course
        words = wording.case(campaign, course, self.step, entered)
        height += write(draft, inside.moved(0, height), words, styles.text(palette), role="")
        whole = Rect(rect.x, rect.y, rect.w, max(height, box, look.px(38)))
        name = f"why:{entered.row.id}"
        ring(draft, whole.inset(look.px(2)), name)
        gain = {1: "gain", -1: "loss", 0: "even"}[entered.sign]
        said = f"{gain}: {entered.row.title}. {words} {entered.case.grade}. Why?"
        draft.spot(Spot(name, "button", said, whole))
        return whole.h

    def sign(self, draft: Draft, rect: Rect, gain: int) -> int:
        """Draw a row's sign in its box at the upper left of `rect`; return how wide it is."""
        look, palette = draft.look, draft.look.palette
        side = max(look.px(22), look.pt(20))
        box = Rect(rect.x, rect.y, side, side)
        draft.add(Fill(box, {1: palette.moss, -1: palette.red, 0: palette.faded}[gain]))
        style, text = Style(Face.HEAD_BOLD, 15, palette.cream), wording.sign(gain)
        high = look.fonts.height(style.face, style.px(look))
        x = box.x + (side - width_of(look, text, style)) // 2
        label(draft, x, box.y + (side - high) // 2, text, style)
        return side

    def head_of_row(self, draft: Draft, rect: Rect, entered: Entered) -> int:
        """Write a row's title, with its grade where there is room."""
        look, palette = draft.look, draft.look.palette
        head, mark = styles.subheading(palette), styles.grade(palette)
        grade = str(entered.case.grade)
        wide, tall = tag_size(look, grade, mark)
        title = str(entered.row.title)
        if width_of(look, title, head) + wide + look.px(8) <= rect.w:
            label(draft, rect.x, rect.y, title, head)
            tag(draft, rect.right, rect.y, grade, mark)
            return max(look.fonts.height(head.face, head.px(look)), tall) + look.px(1)
        height = write(draft, rect, title, head, role="")
        tag(draft, 0, rect.y + height, grade, mark, x=rect.x)
        return height + tall + look.px(3)

    def foreseen(self, draft: Draft, width: int, y: int) -> int:
        """Write each estimate beside what came."""
        look, palette = draft.look, draft.look.palette
        guesses = self.desk.noted.guesses
        if not guesses:
            return y
        y += write(
            draft,
            Rect(0, y, width, 0),
            "What you foresaw",
            styles.subheading(palette),
            role="heading",
        )
        asked = {one.id: one for one in self.step.scenario.decision.estimates}
        for guess in guesses:
            if guess.estimate in asked:
                y += look.px(6)
                line = self.compared(asked[guess.estimate], guess)
                y += write(draft, Rect(0, y, width, 0), line, styles.text(palette))
        return y

    def compared(self, estimate: Estimate, guess: Guess) -> str:
        """Return one sentence on an estimate and what came of it."""
        course = replay_of(self.office.campaign, self.desk).course
        return wording.foreseen(estimate, guess, course.measure(estimate.measure, self.step.window))

    def act(self, spot: str) -> Move:
        """Let time pass, hold it, open the ledger, ask why, or go on."""
        kind, _, which = spot.partition(":")
        match kind:
            case "pause":
                self.paused = not self.paused
            case "step":
                self.passed = float(int(self.passed) + 1)
                self.turned()
            case "skip":
                self.passed = float(self.length)
            case "ledger":
                self.ledger, self.hand.focus = True, ""
                self.office.sound("paper")
            case "again":
                self.ledger, self.passed = False, 0.0
            case "why":
                entered = next(one for one in self.step.ledger if one.row.id == which)
                return Open(on_row(self.office, self.desk, entered))
            case "next":
                return self.onward()
            case _:
                return self.common(spot)
        return Stay()


def abbreviated(month: Month) -> str:
    """Return a month as a small leaf has it; January brings its year."""
    name = wording.month(month)[:3]
    return f"{name} {month.year % 100}" if month.number == 1 else name
