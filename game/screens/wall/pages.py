"""The pages that only a class has: what it expected, the debrief, the end of the lesson."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.campaign.classroom import DebriefStep
from game.campaign.words import Grade
from game.playthrough.replay import play
from game.room.calibration import calibration, in_words
from game.room.debrief import played
from game.room.views import Came, DebriefPage, Fact, Statement
from game.screens import styles
from game.screens.foot import NOWHERE
from game.screens.frame import top_bar
from game.screens.menus.runcode import badge, run_code
from game.screens.screen import Office
from game.screens.wall.view import Shown, WallPage
from game.widgets.controls import (
    Press,
    Style,
    label,
    paper,
    tag,
    tag_size,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Edge, Fill, Group, Sheet, Spot
from game.widgets.typeset import Face

BESIDE = 130
"""Up to this size of text, in per cent, facts stand beside the questions."""
KEEP = "The pages on the phones stay open: what you said and knew is yours to keep."


class LessonPage(WallPage):
    """A page of words, from which one may look at who knew what."""

    name = "lesson"

    def page(self, look: Look, presses: list[Press], words: Callable[[Draft, int], int]) -> Sheet:
        """Return words over their buttons."""
        scrolled = lambda draft, room: draft.scroll(self.name, room, words)  # noqa: E731 - one use
        return self.laid(look, presses, scrolled)

    def keys(self, draft: Draft) -> None:
        """Name the key of who knew what, once that is no secret."""
        if self.shown.room.desk.playthrough.line:
            said = "Who knew what when"
            draft.spot(Spot("wall:knew", "button", said, NOWHERE, "knew", "who knew what"))


def papers(draft: Draft, rect: Rect, told: Sequence[Fact | Statement]) -> int:
    """Lay on paper, one below another, what is said, with its grade if any; return the height."""
    y, gap = rect.y, draft.look.px(12)
    for one in told:
        high = _statement(draft.part(), rect._replace(y=y), one)
        paper(draft, rect._replace(y=y, h=high))
        y += _statement(draft, rect._replace(y=y), one) + gap
    return y - rect.y


def _statement(draft: Draft, rect: Rect, one: Fact | Statement) -> int:
    """Write what is said, and its grade if any; return the height with the edges of the paper."""
    look, palette = draft.look, draft.look.palette
    inner = rect.inset(look.px(16), look.px(11))
    title, high = inner, 0
    if isinstance(one, Statement):
        title, high = _graded(draft, inner, one.grade)
    head = Style(Face.HEAD_BOLD, 17, palette.ink, 0.4)
    y = inner.y + max(write(draft, title, one.title, head, role="heading"), high) + look.px(3)
    text = Style(Face.TEXT, 18.5, palette.ink)
    y += write(draft, inner._replace(y=y), one.text, text)
    return y + look.px(12) - rect.y


def _graded(draft: Draft, inner: Rect, grade: Grade) -> tuple[Rect, int]:
    """Mark a grade at the right; return the room left of it, and the height of the mark."""
    look, mark = draft.look, styles.grade(draft.look.palette)
    side, high = tag_size(look, str(grade), mark)
    tag(draft, 0, inner.y, str(grade), mark, x=inner.right - side)
    title = inner.left(max(inner.w - side - look.px(12), 1))
    spot = Spot("", "note", f"Evidence: {grade}", title._replace(h=high), enabled=False)
    draft.spot(spot)
    return title, high


class ExpectedScreen(LessonPage):
    """What the class expected on average, beside what came: of the class, never of a pupil."""

    name = "expected"

    def __init__(self, office: Office, shown: Shown, came: tuple[Came, ...]) -> None:
        super().__init__(office, shown)
        self.came = came

    def where(self, draft: Draft, rect: Rect) -> None:
        """Draw the bar of the stage."""
        top_bar(draft, rect, self.office, self.shown.room.desk, self.shown.view.shared.when)

    def view(self, look: Look) -> Sheet:
        """Return every estimate with the shares of the class."""
        return self.page(look, [Press("next", "The record", "advance", "the record")], self.words)

    def words(self, draft: Draft, width: int) -> int:
        """Write each estimate; return the height."""
        look, palette = draft.look, draft.look.palette
        head = "What you expected, and what came"
        y = write(draft, Rect(0, 0, width, 0), head, styles.gold(palette), role="heading")
        for one in self.came:
            y += look.px(9)
            ask = Style(Face.TEXT_BOLD, 19, palette.cream)
            y += write(draft, Rect(0, y, width, 0), one.ask, ask) + look.px(4)
            for number, answer in enumerate(one.answers):
                share = (one.expected or ())[number]
                place = Rect(look.px(4), y, width - look.px(8), 0)
                y += self.answer(draft, place, answer, share, came=number == one.came)
        return y

    def answer(self, draft: Draft, rect: Rect, text: str, share: float, *, came: bool) -> int:
        """Draw an answer with the points it had on average; the one that came is framed."""
        look, palette = draft.look, draft.look.palette
        style = Style(Face.HEAD, 17, palette.cream if came else palette.muted)
        bold = Style(Face.HEAD_BOLD, 17, palette.gold if came else palette.muted)
        line = f"{text} · this came" if came else text
        figure = f"{round(share * 100)} %"
        side = max(rect.w * 46 // 100, 1)
        high = write(
            draft, rect.left(side)._replace(y=rect.y + look.px(3)), line, style, role=""
        ) + look.px(6)
        rail = rect.after(side + look.px(14))._replace(y=rect.y + look.px(3), h=high - look.px(6))
        room = rail.w - width_of(look, "100 %", bold) - look.px(14)
        filled = rail.left(max(round(room * share), look.px(2)))
        draft.add(Fill(filled, palette.ochre if came else palette.slate))
        tall = look.fonts.height(bold.face, bold.px(look))
        label(draft, filled.right + look.px(8), rail.y + (rail.h - tall) // 2, figure, bold)
        place = rect._replace(h=high)
        if came:
            draft.add(Edge(place.inset(-look.px(2), 0), palette.gold, look.px(2)))
        said = f"{line}: {figure} of the points"
        shares = (Group("figures", "What the class expected"),)
        draft.spot(Spot("", "bar", said, place, enabled=False, value=figure, within=shares))
        return high + look.px(2)


class DebriefScreen(LessonPage):
    """A step of the debrief: what happened, why, what follows."""

    name = "debrief"

    @property
    def asked(self) -> DebriefPage:
        """The step that is shown."""
        found = self.shown.view.page
        assert isinstance(found, DebriefPage), "the wall shows this in the debrief only"
        return found

    def view(self, look: Look) -> Sheet:
        """Return the questions in letters for the back row."""
        answered = self.shown.room.desk.playthrough.line
        expected = any(one.points for one in self.shown.room.rounds)
        presses = [Press("wall:knew", "Who knew what")] if answered else []
        presses += [Press("wall:sure", "How sure, how right")] if expected else []
        if self.shown.onward:
            presses.append(Press("next", self.shown.onward, "advance", "go on"))
        else:
            presses.append(Press("wall:end", "End the lesson", "advance", "close the lesson"))
        return self.page(look, presses, self.words)

    def words(self, draft: Draft, width: int) -> int:
        """Write the title and the questions; return the height."""
        look, palette = draft.look, draft.look.palette
        step = f"Debrief · {self.asked.step + 1} of {len(DebriefStep)}"
        y = write(draft, Rect(0, 0, width, 0), step, styles.gold(palette))
        large = Style(Face.HEAD_BOLD, 40, palette.cream, 1.4, upper=True)
        y += write(draft, Rect(0, y, width, 0), self.asked.title, large, role="heading")
        y += look.px(14)
        if not self.asked.facts:
            return y + self.questions(draft, Rect(0, y, width, 0))
        if look.text > BESIDE:
            y += papers(draft, Rect(0, y, width, 0), self.asked.facts)
            return y + self.questions(draft, Rect(0, y, width, 0))
        left, right = Rect(0, y, width, 0).columns(2, look.px(34))
        facts = papers(draft, left, self.asked.facts)
        return y + max(facts, self.questions(draft, right))

    def questions(self, draft: Draft, rect: Rect) -> int:
        """Write the questions, numbered; return the height."""
        look, palette = draft.look, draft.look.palette
        text, number = Style(Face.TEXT, 25, palette.cream), Style(Face.HEAD_BOLD, 25, palette.gold)
        side, y = look.pt(25) + look.px(12), rect.y
        for count, question in enumerate(self.asked.questions, 1):
            label(draft, rect.x, y, str(count), number)
            y += write(draft, rect.after(side)._replace(y=y), question, text) + look.px(16)
        if not self.asked.questions:
            none = "What was the moment at which it was decided?"
            y += write(draft, rect._replace(y=y), none, text)
        return y - rect.y


class AsidePage(LessonPage):
    """A page that is looked at and left again for the one it was opened from."""


class SureScreen(AsidePage):
    """How sure the class was, and how often it was right when it was so sure; of no pupil."""

    name = "sure"

    def view(self, look: Look) -> Sheet:
        """Return what the class may learn of its forecasts."""
        back = Press("next", "Back to the questions", "advance", "back to the questions")
        return self.page(look, [back], self.words)

    def words(self, draft: Draft, width: int) -> int:
        """Write it in sentences; return the height."""
        look, palette = draft.look, draft.look.palette
        large = Style(Face.HEAD_BOLD, 40, palette.cream, 1.4, upper=True)
        y = write(draft, Rect(0, 0, width, 0), "How sure, how right", large, role="heading")
        text = Style(Face.TEXT, 24, palette.cream)
        for line in in_words(calibration(self.shown.campaign, self.shown.room)):
            y += look.px(14)
            y += write(draft, Rect(0, y, width, 0), line, text)
        return y


class EndScreen(LessonPage):
    """The lesson is over."""

    name = "lesson-over"

    def __init__(self, office: Office, shown: Shown) -> None:
        super().__init__(office, shown)
        own = played(shown.room)
        self.others = office.classes.beside(shown.campaign, shown.room) if own else ()

    def view(self, look: Look) -> Sheet:
        """Return where it led, and that the pages stay."""
        made, of = self.shown.room.desk.playthrough, self.shown.view.shared.turns
        whole = [Press("wall:chronicle", "The chronicle")] if len(made.line) == of else []
        beside = [Press("wall:beside", "Beside other classes")] if self.others else []
        leave = Press("wall:leave", "End hosting", "advance", "stop hosting")
        return self.page(look, [*whole, *beside, leave], self.words)

    def words(self, draft: Draft, width: int) -> int:
        """Write what is over, how far it went, and the code to go on with; return the height."""
        look, palette = draft.look, draft.look.palette
        made = self.shown.room.desk.playthrough
        y = write(draft, Rect(0, 0, width, 0), "The lesson is over", styles.large(palette))
        reached = play(self.shown.campaign, made).reached
        many, of = len(made.line), self.shown.view.shared.turns
        where = f"You answered {many} of {of} telegrams."
        title = str(reached.ending.title) if reached else where
        style = Style(Face.TEXT, 24, palette.cream)
        y += look.px(10) + write(draft, Rect(0, y + look.px(10), width, 0), title, style)
        y += look.px(8)
        note = styles.note_on_dark(palette)
        y += write(draft, Rect(0, y, width, 0), KEEP, note) + look.px(20)
        draft.spot(Spot("", "heading", "The lesson is over", Rect(0, 0, width, y), enabled=False))
        return y + badge(
            draft, Rect(look.px(4), y, width, 0), run_code(self.office, self.shown.room.desk)
        )
