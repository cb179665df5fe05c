"""The council: who speaks, and time for two questions."""

from __future__ import annotations

from functools import partial

from game.campaign.cast import Person
from game.campaign.scenario import Question, Speech
from game.playthrough.desk import Desk, ask, questions_left
from game.screens import styles
from game.screens.flight import Start
from game.screens.frame import Sight, areas, chart, top_bar
from game.screens.overlay import Told, statement
from game.screens.screen import Move, Note, Office, Stay
from game.screens.stages.stage import StageScreen
from game.screens.woodcut import woodcut
from game.widgets.controls import (
    Press,
    Style,
    height_of,
    paper,
    ring,
    row_of_buttons,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Drawing, Edge, Fill, Sheet, Spot
from game.widgets.typeset import Face
from game.words import wording

SPOKEN = (20.0, 18.0, styles.READING)
"""How tall the letters of what is said may be, the best first."""
HEARD = "  \N{CHECK MARK}"
"""What stands behind a question that was asked."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


class CouncilScreen(StageScreen):
    """The third stage."""

    name = "council"
    speaker = 0
    """The number of the voice on the paper."""
    heard: str = ""
    """The question whose answer is on the paper, if one is."""

    def __init__(self, office: Office, desk: Desk, come_from: Start = ()) -> None:
        super().__init__(office, desk, come_from)
        voices = len(self.scenario.council.speeches)
        self.unheard = [] if desk.noted.asked else [*range(1, voices)]
        """The numbers of the voices still to be heard; who comes back to ask more has heard all."""

    def view(self, look: Look) -> Sheet:
        """Return portraits above, the paper below, questions at the right."""
        draft, parts = Draft(look, self.hand), areas(look)
        top_bar(draft, parts.bar, self.office, self.desk, str(self.scenario.when))
        whole = Rect(0, parts.bar.bottom, look.size[0], look.size[1] - parts.bar.h - parts.foot.h)
        chart(
            draft,
            whole,
            self.office,
            self.desk,
            Sight(self.scenario.view, self.month, dim=0.72),
            self.flight,
        )
        if look.text > 160:
            self.narrow(draft, whole.inset(look.px(20), look.px(14)))
        else:
            self.wide(draft, whole.inset(look.px(34), look.px(24)))
        self.finish(draft, parts, ("next voice or question", "next"))
        return draft.done()

    def wide(self, draft: Draft, whole: Rect) -> None:
        """Portraits and paper at the left, questions at the right."""
        look = draft.look
        side = whole.after(round(whole.w * 0.71) + look.px(24))
        left = whole.left(round(whole.w * 0.71))
        count = len(self.scenario.council.speeches)
        gap = look.px(14)
        wide = min((left.w - gap * (count - 1)) // count, look.px(160))
        names = self.portraits(draft, left, wide, gap)
        sheet = left.below(names - left.y + look.px(14))
        self.spoken(draft, sheet)
        self.asking(draft, side)

    def narrow(self, draft: Draft, whole: Rect) -> None:
        """With large letters: small portraits, then the paper beside the questions."""
        look = draft.look
        count = len(self.scenario.council.speeches)
        gap = look.px(10)
        wide = min((whole.w - gap * (count - 1)) // count, look.px(84))
        low = self.portraits(draft, whole, wide, gap, names=False)
        rest = whole.below(low - whole.y + look.px(10))
        left = rest.left(round(rest.w * 0.52))
        self.spoken(draft, left)
        self.asking(draft, rest.after(left.w + look.px(16)))

    def person(self, key: str) -> Person:
        """Return somebody of the cast."""
        return next(one for one in self.office.campaign.cast if one.id == key)

    def portraits(
        self, draft: Draft, rect: Rect, wide: int, gap: int, *, names: bool = True
    ) -> int:
        """Draw the portraits with names below; return where they end."""
        tall = wide * 186 // 160
        lowest = rect.y + tall
        for number, speech in enumerate(self.scenario.council.speeches):
            place = Rect(rect.x + number * (wide + gap), rect.y, wide, tall)
            with draft.group("list", "The council"):
                self.portrait(draft, place, number, speech)
            if names:
                lowest = max(lowest, self.caption(draft, place, speech))
        return lowest

    def portrait(self, draft: Draft, rect: Rect, number: int, speech: Speech) -> None:
        """Draw one woodcut; the one who speaks is framed in red."""
        look, palette = draft.look, draft.look.palette
        person = self.person(speech.id)
        draft.add(Drawing(rect, woodcut(person, speech.frame)))
        speaks = number == self.speaker and not self.heard
        if speaks:
            draft.add(Edge(rect.inset(-look.px(4)), palette.bright_red, look.px(5)))
        else:
            draft.add(Edge(rect.inset(-look.px(1)), palette.line, look.px(2)))
        name = f"voice:{number}"
        ring(draft, rect.inset(-look.px(3)), name)
        state = "speaking" if speaks else ""
        said = ", ".join(
            filter(None, (str(person.name), str(person.post), wording.PRESENT[speech.frame]))
        )
        draft.spot(Spot(name, "button", said, rect, state=state, about=str(speech.id)))

    def caption(self, draft: Draft, portrait: Rect, speech: Speech) -> int:
        """Write name and post under a portrait, on a ground of their own; return where they end."""
        look, palette = draft.look, draft.look.palette
        person = self.person(speech.id)
        part = draft.part()
        y = portrait.bottom + look.px(8)
        under = wording.PRESENT[speech.frame] or str(person.post)
        for text, style in (
            (str(person.name), Style(Face.HEAD, 14.5, palette.cream, 0.8, upper=True)),
            (under, Style(Face.HEAD, 12, palette.muted, 0.3)),
        ):
            place = Rect(portrait.x, y, portrait.w, 0)
            y += write(part, place, text, style, align="center", role="")
        top = portrait.bottom + look.px(5)
        ground = Rect(portrait.x, top, portrait.w, y + look.px(3) - top)
        draft.add(Fill(ground, palette.night, 225), *part.marks)
        return y

    def spoken(self, draft: Draft, rect: Rect) -> None:
        """Write what is being said on a paper as tall as it needs, as large as there is room."""
        look = draft.look
        *larger, size = SPOKEN
        size = next((one for one in larger if self.tall(draft, rect.w, one) <= rect.h), size)
        needed = self.tall(draft, rect.w, size)
        sheet = rect.top(min(max(needed, look.px(210)), rect.h))
        paper(draft, sheet)
        inside = sheet.inset(look.px(26), look.px(20))
        draft.scroll(f"spoken-{self.speaker}-{self.heard}", inside, partial(self.words, size=size))

    def tall(self, draft: Draft, width: int, size: float) -> int:
        """Return how tall the paper is on which everything can be read at once."""
        look = draft.look
        return self.words(draft.part(), width - look.px(52), size) + look.px(40)

    def words(self, draft: Draft, width: int, size: float) -> int:
        """Write the speech, or the answer to the question just asked."""
        look, palette = draft.look, draft.look.palette
        question = next(
            (one for one in self.scenario.council.questions if one.id == self.heard), None
        )
        if question is not None:
            return self.answered(draft, width, question, size)
        speech = self.scenario.council.speeches[self.speaker]
        part = Told(
            str(self.person(speech.id).name), str(speech.text), speech.grade, speech.sources
        )
        y = statement(draft, Rect(0, 0, width, 0), self.office, part, size)
        y += look.px(6)
        note = str(speech.note)
        return y + write(draft, Rect(0, y, width, 0), note, styles.fine(palette), role="note")

    def answered(self, draft: Draft, width: int, question: Question, size: float) -> int:
        """Write a question and its answer."""
        look, palette = draft.look, draft.look.palette
        who = str(self.person(question.to).name)
        y = write(draft, Rect(0, 0, width, 0), str(question.ask), styles.intro(palette))
        y += look.px(4)
        part = Told(who, str(question.answer), question.grade, question.sources)
        y += statement(draft, Rect(0, y, width, 0), self.office, part, size)
        for line in wording.effects(self.office.campaign, self.scenario, question):
            y += look.px(6)
            y += write(draft, Rect(0, y, width, 0), line, styles.bold(palette))
        return y

    def asking(self, draft: Draft, rect: Rect) -> None:
        """List the questions; each asked takes a part of the time."""
        look, palette = draft.look, draft.look.palette
        left = questions_left(self.office.campaign, self.desk)
        presses = [Press("next", "Decide", "advance", "decide")]
        if self.unheard:
            presses = [Press("next", "Decide"), Press("on", "Next voice", "advance", "next voice")]
        main = presses[-1].name
        tall = row_of_buttons(draft.part(), rect, presses, main=main)
        word = NUMBERS[left] if left < len(NUMBERS) else str(left)
        head = f"Time for {word} question" + ("" if left == 1 else "s")
        y = rect.y + write(draft, rect, head, styles.gold(palette), role="heading") + look.px(6)
        room = Rect(rect.x, y, rect.w, rect.bottom - y - tall - look.px(14))
        draft.scroll("questions", room, self.questions)
        row_of_buttons(draft, rect, presses, main=main)

    def questions(self, draft: Draft, width: int) -> int:
        """Draw one box a question."""
        look = draft.look
        y = look.px(5)
        with draft.group("list", "Questions"):
            for number, question in enumerate(self.scenario.council.questions, 1):
                place = Rect(look.px(5), y, width - look.px(10), 0)
                y += self.question(draft, place, number, question) + look.px(9)
        return y

    def question(self, draft: Draft, rect: Rect, number: int, question: Question) -> int:
        """Draw a question's box and return its height."""
        look, palette = draft.look, draft.look.palette
        asked = question.id in self.desk.noted.asked
        can = asked or questions_left(self.office.campaign, self.desk) > 0
        tone = palette.muted if asked else palette.cream if can else palette.dim
        style = Style(Face.HEAD, 15, tone)
        pad = look.px(11)
        text = f"{number}  {question.ask}" + HEARD * asked
        needed = height_of(look, text, style, rect.w - 2 * pad) + 2 * pad
        height = max(needed, look.px(38))
        place = Rect(rect.x, rect.y, rect.w, height)
        name = f"ask:{question.id}"
        hot = can and name == draft.hand.hover
        draft.add(Fill(place, palette.line if hot else palette.night, 215))
        draft.add(Edge(place, palette.gold if can and not asked else palette.line, 1))
        write(draft, Rect(place.x + pad, place.y + pad, place.w - 2 * pad, 0), text, style, role="")
        ring(draft, place, name)
        state = "asked" if asked else "" if can else "no time left"
        who = self.person(question.to).name
        hint = "hear again" if asked else "ask" if can else ""
        draft.spot(
            Spot(name, "button", f"Ask {who}: {question.ask}", place, str(number), hint, can, state)
        )
        return height

    def hear(self, number: int) -> Move:
        """Let a voice speak."""
        self.speaker, self.heard = number, ""
        self.unheard = [one for one in self.unheard if one != number]
        return Stay()

    def act(self, spot: str) -> Move:
        """Hear somebody, ask something, or go on to decide."""
        kind, _, which = spot.partition(":")
        match kind:
            case "voice":
                return self.hear(int(which))
            case "on":
                return self.hear(self.unheard[0])
            case "ask":
                self.desk = ask(
                    self.office.campaign,
                    self.desk,
                    next(one.id for one in self.scenario.council.questions if one.id == which),
                )
                self.heard = which
                return Note(self.desk)
            case "next":
                return self.onward()
            case _:
                return self.common(spot)
