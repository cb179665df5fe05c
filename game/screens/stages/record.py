"""The record: what happened, as it is told and as the documents have it."""

from __future__ import annotations

from game.campaign.scenario import Dispatch, Paragraph
from game.campaign.words import Claim
from game.playthrough.desk import Stage, replay_of, turned_to
from game.playthrough.ghost import strayed
from game.screens import styles
from game.screens.argue.argue import ArgueScreen
from game.screens.board.board import board_of
from game.screens.foot import SCROLL
from game.screens.frame import rule
from game.screens.overlay import OverlayScreen, Told, statement, told
from game.screens.screen import Move, Open, Show
from game.screens.stages.consequences import ConsequencesScreen
from game.screens.stages.stage import StageScreen
from game.widgets.controls import Press, paper, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Fill, Sheet
from game.words import wording

TICK = "From here on a light tick on each figure of the desk marks that path."


class RecordScreen(StageScreen):
    """The sixth stage."""

    name = "record"

    def view(self, look: Look) -> Sheet:
        """Return the record beside the map, which now shows what was so."""
        draft, parts = self.begin(look, wording.month(self.month))
        margin = look.px(20)
        inside = parts.panel.inset(margin)
        presses = self.presses()
        used = row_of_buttons(draft.part(), inside, presses, main="")
        sheet = Rect(inside.x, inside.y, inside.w, inside.h - used - margin)
        paper(draft, sheet)
        draft.scroll("record", sheet.inset(margin, look.px(16)), self.words)
        row_of_buttons(draft, inside, presses, main="next")
        self.finish(draft, parts, SCROLL)
        return draft.done()

    def presses(self) -> list[Press]:
        """Return what can be pressed; the last leads on."""
        over = len(self.desk.playthrough.line) == len(self.office.campaign.scenarios)
        return [
            Press("sources", "Sources", "more", "sources"),
            Press("board", "The board", "board", "the board"),
            Press("argue", "Argue", "argue", "argue with the model"),
            Press("stage:consequences", "Ledger", "ledger", "ledger"),
            Press("next", "Chronicle" if over else "Next telegram", "advance", "go on"),
        ]

    def words(self, draft: Draft, width: int) -> int:
        """Write the whole record from the top down."""
        palette = draft.look.palette
        record = self.scenario.record
        y = write(
            draft, Rect(0, 0, width, 0), "The record", styles.heading(palette), role="heading"
        )
        y += write(draft, Rect(0, y, width, 0), self.ghost(), styles.intro(palette))
        y = self.group(draft, width, y, "", (told("What was answered", record.answered),))
        y = self.beside(draft, width, y)
        paragraphs = tuple(
            Told(str(p.title), str(p.text), p.grade, p.sources) for p in record.paragraphs
        )
        y = self.group(draft, width, y, "What happened", paragraphs)
        slips = tuple(
            part for one in self.scenario.situation.dispatches for part in self.then_and_now(one)
        )
        y = self.group(draft, width, y, "Known then, known now", (*slips, *self.believed()))
        y = self.group(draft, width, y, "Who stood for what", self.backings())
        weak = tuple(Told(str(p.title), str(p.text), p.grade, p.sources) for p in record.weak)
        return self.group(draft, width, y, "Where the story is weak", weak)

    def ghost(self) -> str:
        """Return how far this playthrough has left the documented path, and where to see it."""
        return f"{wording.strayed(strayed(self.office.campaign, self.desk.playthrough))} {TICK}"

    def beside(self, draft: Draft, width: int, y: int) -> int:
        """Write the story as it is told beside what the documents have."""
        look = draft.look
        record = self.scenario.record
        parts = (
            told("As it is told", record.told),
            told("What the documents have", record.documents),
        )
        if width < look.px(560) * max(look.text, 100) // 100:
            return self.group(draft, width, y, "Two tellings", parts)
        y = self.group(draft, width, y, "Two tellings", ())
        left, right = Rect(0, y, width, 0).columns(2, look.px(24))
        return y + max(
            statement(draft, left, self.office, parts[0]),
            statement(draft, right, self.office, parts[1]),
        )

    def group(self, draft: Draft, width: int, y: int, title: str, parts: tuple[Told, ...]) -> int:
        """Write some statements under a title; return where they end."""
        look, palette = draft.look, draft.look.palette
        y += look.px(14)
        if title:
            draft.add(Fill(Rect(0, y, width, look.px(2)), palette.ink))
            y += look.px(6)
            y += write(
                draft, Rect(0, y, width, 0), title, styles.subheading(palette), role="heading"
            )
        for part in parts:
            y += look.px(8)
            rule(draft, 0, y, width)
            y += look.px(8)
            y += statement(draft, Rect(0, y, width, 0), self.office, part)
        return y

    def then_and_now(self, dispatch: Dispatch) -> tuple[Told, Told]:
        """Return a dispatch as it was judged then, and what is known now."""
        names = {one.id: str(one.name) for one in self.office.campaign.geography.places}
        head = f"{names[dispatch.place]}, {dispatch.date}"
        then = Told(
            f"{head}: {dispatch.standing} then",
            str(dispatch.text),
            dispatch.grade,
            dispatch.sources,
        )
        text = f"{wording.TRUTHS[dispatch.truth]} {dispatch.now.text}"
        return then, Told("Now", text, dispatch.now.grade, dispatch.now.sources)

    def believed(self) -> tuple[Told, ...]:
        """Return each figure of the desk that was an estimate, beside what was so."""
        campaign = self.office.campaign
        course, month = replay_of(campaign, self.desk).course, self.scenario.month
        shown = wording.shown_as(campaign)
        return tuple(
            Told(f"On the desk: {one.title}", wording.believed(one, course, month, shown))
            for one in campaign.outline.indicators
            if one.truth is not None
        )

    def backings(self) -> tuple[Told, ...]:
        """Return who argued for each response and how that is known."""
        return tuple(
            told(f"{one.title}, as in history" if one.historical else str(one.title), one.backing)
            for one in self.scenario.decision.responses
        )

    def cited(self) -> tuple[Told, ...]:
        """Return every source of this record with what was seen of it."""
        record = self.scenario.record
        claims = (record.answered, record.told, record.documents)
        nows = tuple(one.now for one in self.scenario.situation.dispatches)
        parts: tuple[Claim | Paragraph, ...] = (*claims, *record.paragraphs, *record.weak, *nows)
        keys = dict.fromkeys(key for part in parts for key in part.sources)
        known = {one.id: one for one in self.office.campaign.sources}
        works = tuple(Told(wording.source(known[key]), str(known[key].seen)) for key in keys)
        return (*works, *self.disputed())

    def disputed(self) -> tuple[Told, ...]:
        """Return what the sources do not settle."""
        weak = self.scenario.record.weak
        return tuple(Told(f"Disputed: {p.title}", str(p.text), p.grade, p.sources) for p in weak)

    def act(self, spot: str) -> Move:
        """Go on, look at the sources, turn back to the ledger, or do what every stage can."""
        match spot:
            case "sources":
                return Open(OverlayScreen(self.office, "Sources of this record", self.cited()))
            case "stage:consequences":
                return self.back()
            case "board":
                return Open(board_of(self.office, self.desk))
            case "argue":
                return Open(ArgueScreen(self.office, self.desk.playthrough))
            case "next":
                return self.onward()
            case _:
                return self.common(spot)

    def back(self) -> Move:
        """Return to the ledger: the months were seen."""
        desk = turned_to(self.desk, Stage.CONSEQUENCES)
        screen = ConsequencesScreen(self.office, desk, self.places)
        screen.ledger = True
        self.office.keep(desk)
        return Show(screen)
