"""The chronicle: the answers, where they led, and history as a tick on each bar."""

from __future__ import annotations

from game.chronicle.figures import bars
from game.diagrams.layout import laid
from game.playthrough.desk import Desk, Stage, replay_of
from game.playthrough.playthrough import begin
from game.playthrough.replay import Reached, Step
from game.screens import styles
from game.screens.argue.argue import ArgueScreen
from game.screens.beside.compare import CompareScreen, beside_history
from game.screens.beside.onechange import OneChangeScreen
from game.screens.board.board import board_of
from game.screens.curves import CurvesScreen, scale_of
from game.screens.foot import NOWHERE, foot
from game.screens.frame import areas, top_bar
from game.screens.menus.replay import answering_again
from game.screens.menus.runcode import RunCodeScreen, badge, run_code
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Move, Open, Reset, Tell, Turn
from game.screens.stages.stage import StageScreen
from game.widgets.controls import Press, Style, label, ring, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.plot import measure, on_wood, plot
from game.widgets.sheet import Draft, Fill, Sheet, Spot
from game.widgets.typeset import Face
from game.words import wording

YEARS_AFTER = Press("epilogue", "Years after", "years", "the years after")


class ChronicleScreen(StageScreen):
    """The end of a campaign."""

    name = "chronicle"

    def view(self, look: Look) -> Sheet:
        """Return answers and outcome side by side, or in one column when letters are large."""
        draft, parts = Draft(look, self.hand), areas(look)
        palette = look.palette
        draft.add(Fill(Rect(0, 0, *look.size), palette.wood))
        chronicle = self.office.campaign.outline.chronicle
        top_bar(draft, parts.bar, self.office, self.desk, wording.month(chronicle))
        whole = Rect(0, parts.bar.bottom, look.size[0], look.size[1] - parts.bar.h - parts.foot.h)
        inside = whole.inset(look.px(40), look.px(24))
        used = row_of_buttons(draft.part(), inside, self.presses(), main="")
        draft.scroll(
            "chronicle",
            Rect(inside.x, inside.y, inside.w, inside.h - used - look.px(14)),
            self.pages,
        )
        row_of_buttons(draft, inside, self.presses(), main="again")
        draft.spot(
            Spot("notebook", "button", "Encyclopaedia", NOWHERE, "encyclopaedia", "encyclopaedia")
        )
        foot(draft, parts.foot)
        return draft.done()

    def presses(self) -> list[Press]:
        """Return what can be pressed."""
        return [
            Press("title", "Title", "back", "to the title"),
            Press("curves", "Figures", "figures", "how the figures ran"),
            Press("board", "Board", "board", "the board"),
            Press("compare", "Side by side", "compare", "side by side"),
            Press("one-change", "One change", "one-change", "one answer changed"),
            Press("argue", "Argue", "argue", "argue with the model"),
            *([YEARS_AFTER] if self.reached.epilogue else []),
            Press("keep", "Keep", "keep", "keep the chronicle"),
            Press("again", "Play again", "advance", "play again"),
        ]

    @property
    def reached(self) -> Reached:
        """Where the campaign led."""
        reached = replay_of(self.office.campaign, self.desk).reached
        assert reached is not None, "the chronicle follows the last answer"
        return reached

    def pages(self, draft: Draft, width: int) -> int:
        """Write both pages; return the height of the taller."""
        look = draft.look
        if look.text > 140 or width < look.px(900):
            y = self.outcome(draft, Rect(0, 0, width, 0))
            return self.answers(draft, Rect(0, y + look.px(24), width, 0))
        left, right = Rect(0, 0, width, 0).columns(2, look.px(50))
        return max(self.answers(draft, left), self.outcome(draft, right))

    def answers(self, draft: Draft, rect: Rect) -> int:
        """Write the answers given; return where they end."""
        look, palette = draft.look, draft.look.palette
        y = (
            rect.y
            + write(draft, rect, "Your answers", styles.large(palette), role="heading")
            + look.px(8)
        )
        for turn, step in enumerate(replay_of(self.office.campaign, self.desk).steps):
            draft.add(Fill(Rect(rect.x, y, rect.w, 1), palette.line))
            y += look.px(8)
            y += self.answer(draft, Rect(rect.x, y, rect.w, 0), turn, step) + look.px(8)
        y += look.px(10)
        line = wording.reading(self.office.campaign, self.desk.playthrough)
        return y + write(draft, Rect(rect.x, y, rect.w, 0), line, styles.note_on_dark(palette))

    def answer(self, draft: Draft, rect: Rect, turn: int, step: Step) -> int:
        """Write one answer, to be pressed for answering again; return its height."""
        look, palette = draft.look, draft.look.palette
        letter = Style(Face.HEAD_BOLD, 24, palette.gold)
        responses = [one.id for one in step.scenario.decision.responses]
        sign = chr(ord("A") + responses.index(step.response.id))
        label(draft, rect.x, rect.y, sign, letter)
        inside = rect.after(look.px(56) * max(look.text, 100) // 100)
        small = Style(Face.HEAD, 12.5, palette.muted, 0.6, upper=True)
        history = next(one for one in step.scenario.decision.responses if one.historical)
        beside = "as in history" if step.response.historical else f"history: {history.title}"
        head = f"{step.scenario.when} · {beside}"
        height = write(draft, inside, head, small, role="")
        words, style = f"{step.response.title}.", Style(Face.TEXT, 16.5, palette.cream)
        height += write(draft, inside.moved(0, height), words, style, role="")
        place = rect._replace(h=max(height, look.pt(32), look.px(38)))
        said = f"{step.scenario.when}: {sign}. {words} {beside[:1].upper()}{beside[1:]}."
        name = f"replay:{turn}"
        ring(draft, place.inset(look.px(2)), name)
        draft.spot(Spot(name, "button", f"{said} Answer again.", place))
        return place.h

    def outcome(self, draft: Draft, rect: Rect) -> int:
        """Write the ending, its bars and the run code; return where they end."""
        look, palette = draft.look, draft.look.palette
        reached = self.reached
        y = rect.y + write(
            draft, rect, str(reached.ending.title), styles.large(palette), role="heading"
        )
        y += look.px(4)
        campaign = self.office.campaign
        course = replay_of(campaign, self.desk).course
        text = wording.filled(campaign, course, reached.ending.text, campaign.outline.chronicle)
        y += write(draft, Rect(rect.x, y, rect.w, 0), text, styles.note_on_dark(palette))
        y += write(
            draft,
            Rect(rect.x, y + look.px(4), rect.w, 0),
            f"Evidence: {reached.ending.grade}",
            Style(Face.HEAD, 12, palette.dim, 0.6, upper=True),
        ) + look.px(16)
        y += self.bars(draft, Rect(rect.x, y, rect.w, 0)) + look.px(6)
        return y + badge(draft, Rect(rect.x, y, rect.w, 0), run_code(self.office, self.desk))

    def bars(self, draft: Draft, rect: Rect) -> int:
        """Draw a bar for each axis, with history's tick; return the height."""
        look, scale = draft.look, scale_of(draft.look)
        diagram = bars(self.office.campaign, replay_of(self.office.campaign, self.desk), None)
        picture = laid(diagram, rect.w / scale, measure(look.fonts, scale))
        draft.add(*plot(picture, (rect.x, rect.y), scale, on_wood(look.palette), look.fonts))
        for part in picture.parts:
            high = round(part.height * scale)
            place = Rect(rect.x, rect.y + round(part.y * scale), rect.w, high)
            draft.spot(Spot("", "bar", part.told, place, enabled=False))
        return round(picture.height * scale)

    def epilogue(self) -> tuple[Told, ...]:
        """Return what came after, as far as this line leads there."""
        campaign = self.office.campaign
        course = replay_of(campaign, self.desk).course
        return tuple(
            Told(
                str(one.title),
                wording.filled(campaign, course, one.text, course.last),
                one.grade,
                one.sources,
            )
            for one in self.reached.epilogue
        )

    def act(self, spot: str) -> Move:
        """Read on, play again, or leave."""
        word, _, which = spot.partition(":")
        match word:
            case "replay":
                return answering_again(self.office, self.desk, int(which))
            case "epilogue":
                return Open(OverlayScreen(self.office, "The years after", self.epilogue()))
            case "run-code":
                return Open(RunCodeScreen(self.office, self.desk))
            case "keep":
                return Tell(self.office.chronicle(self.desk))
            case "again":
                return self.afresh()
            case "title":
                return Reset(self.office.title())
            case _:
                return self.opened(spot)

    def opened(self, spot: str) -> Move:
        """Open what looks at the playthrough beside other lines, or do what every stage does."""
        office, made = self.office, self.desk.playthrough
        match spot:
            case "curves":
                return Open(CurvesScreen(office, self.desk))
            case "board":
                return Open(board_of(office, self.desk))
            case "argue":
                return Open(ArgueScreen(office, made))
            case "compare":
                return Open(CompareScreen(office, beside_history(office.campaign, made)))
            case "one-change":
                return Open(OneChangeScreen(office, self.desk))
            case _:
                return self.common(spot)

    def afresh(self) -> Move:
        """Begin at the first telegram again, with other luck."""
        campaign, made = self.office.campaign, self.desk.playthrough
        fresh = begin(campaign, seed=made.seed + 1, chance=made.chance, reading=made.reading)
        return Turn(Desk(fresh, Stage.SITUATION))
