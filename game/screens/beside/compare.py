"""Lines side by side: stage by stage, as curves in one picture, on the map, and why they differ."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.campaign import Campaign, Indicator
from game.campaign.words import Month
from game.chronicle import comparing
from game.chronicle.beside import curves_beside, furthest
from game.diagrams.layout import laid
from game.playthrough.parting import Stand, compare
from game.playthrough.playthrough import Playthrough, history
from game.playthrough.replay import Step
from game.screens import styles
from game.screens.beside.apart import Apart
from game.screens.beside.mapsbeside import maps, months
from game.screens.beside.picking import Named, PickScreen
from game.screens.curves import scale_of
from game.screens.foot import MOVE, SCROLL, foot, foot_height
from game.screens.frame import rule
from game.screens.menu import tabs
from game.screens.screen import Close, Move, Office, Open, Stay
from game.widgets.controls import Press, paper, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.plot import measure, on_paper, plot
from game.widgets.sheet import Draft, Fill, Hand, Sheet, Spot
from game.words import wording

PAGES = {
    "page:stages": "Stage by stage",
    "page:figures": "Figures",
    "page:map": "Map",
    "page:why": "Why they differ",
}
LEAST_COLUMN = 230
"""Pixels a column is wide at least, at 1280 by 720; with less, lines stand one below another."""
YOURS, HISTORY, OTHER = "Your line", "History's answers", "One other answer"


def beside_history(campaign: Campaign, made: Playthrough) -> tuple[Named, ...]:
    """Return a line beside history's; history itself stands beside its other readings."""
    ghost = replace(made, line=history(campaign, len(made.line)))
    if ghost == made:
        return under_readings(campaign, made)
    return (YOURS, made), (HISTORY, ghost)


def beside_other(campaign: Campaign, made: Playthrough, other: Playthrough) -> tuple[Named, ...]:
    """Return a line beside one with another answer, and beside history's if that is a third."""
    ghost = replace(made, line=history(campaign, len(made.line)))
    third = ((HISTORY, ghost),) if ghost not in (made, other) else ()
    return ((YOURS, made), (HISTORY if other == ghost else OTHER, other), *third)


def under_readings(campaign: Campaign, made: Playthrough) -> tuple[Named, ...]:
    """Return one line under up to four readings, its own first."""
    own = {one.id: one for one in campaign.model.readings}
    order = dict.fromkeys([made.reading, *own])
    return tuple((str(own[one].title), replace(made, reading=one)) for one in [*order][:4])


def in_campaign(office: Office, campaign: Campaign) -> Office:
    """Return an office in which another copy of the campaign lies."""
    return replace(office, campaign=campaign)


class CompareScreen:
    """Two to four lines."""

    name = "compare"
    over = False

    def __init__(self, office: Office, lines: tuple[Named, ...], page: str = "stages") -> None:
        self.office = office
        self.hand = Hand()
        self.first = lines
        self.page = page
        self.about = ""
        """The quantity of which is asked why it differs; empty for what is furthest apart."""
        self.chosen: Month | None = None
        """The month of the maps; none for the last."""
        self.apart: Apart | None = None
        """Why the lines differ, once it was asked."""
        self.show(lines)

    def show(self, lines: tuple[Named, ...]) -> None:
        """Hold other lines side by side."""
        self.names = tuple(name for name, _ in lines)
        self.found = compare(self.office.campaign, [made for _, made in lines])
        self.let_be()
        if self.page == "why":
            self.ask()

    def update(self, seconds: float) -> bool:
        """Watch the causes being weighed; that goes on by itself."""
        return self.apart is not None and self.apart.errand.pass_by(seconds)

    def view(self, look: Look) -> Sheet:
        """Return one paper across the window."""
        draft = Draft(look, self.hand)
        whole = Rect(0, 0, *look.size)
        low = foot_height(look)
        draft.add(Fill(whole, look.palette.wood))
        inside = Rect(0, 0, whole.w, whole.h - low).inset(look.px(28), look.px(18))
        presses = self.presses()
        used = row_of_buttons(draft.part(), inside, presses, main="close")
        sheet = inside._replace(h=inside.h - used - look.px(14))
        paper(draft, sheet)
        draft.scroll("compare", sheet.inset(look.px(22), look.px(14)), self.words)
        row_of_buttons(draft, inside, presses, main="close")
        does = SCROLL if draft.scrolls[0].most else MOVE
        foot(draft, Rect(0, whole.h - low, whole.w, low), (does,))
        return draft.done()

    def presses(self) -> list[Press]:
        """Return the buttons; one leads to the first line under every reading, and back."""
        row = [
            Press("pick", "Choose lines", "lines", "choose lines"),
            Press("close", "Close", "back", "close"),
        ]
        if not self.found.is_one_line or self.found.is_fair:
            return [Press("readings", "Other readings"), *row]
        is_turned = self.names != tuple(name for name, _ in self.first)
        return [Press("lines", "The lines again"), *row] if is_turned else row

    # --- pages ---

    def words(self, draft: Draft, width: int) -> int:
        """Write where the lines part, the pages, and the page that is open."""
        look, palette = draft.look, draft.look.palette
        title = " / ".join(self.names)
        y = write(draft, Rect(0, 0, width, 0), title, styles.heading(palette), role="heading")
        said = comparing.parting(self.office.campaign, self.found)
        y += write(draft, Rect(0, y, width, 0), said, styles.intro(palette)) + look.px(8)
        y += tabs(draft, Rect(look.px(6), y, width - look.px(12), 0), PAGES, f"page:{self.page}")
        y += look.px(14)
        pages = {
            "stages": self.stages,
            "figures": self.figures,
            "map": self.maps,
            "why": self.why,
        }
        return pages[self.page](draft, width, y)

    def stages(self, draft: Draft, width: int, y: int) -> int:
        """Write every telegram: the answers, what came, and the axes."""
        for stand in self.found.stands:
            y = self.stage(draft, width, y, stand) + draft.look.px(12)
        return self.endings(draft, width, y)

    def stage(self, draft: Draft, width: int, y: int, stand: Stand) -> int:
        """Write one telegram; the one at which the lines part has a red edge and says so."""
        look, palette = draft.look, draft.look.palette
        scenario = self.office.campaign.scenarios[stand.turn]
        head = f"{stand.turn + 1}. {scenario.title}, {scenario.when}"
        top, parted = y, stand.turn == self.found.parting
        inset = look.px(14)
        if parted:
            head = f"{head}: here they part"
        rule(draft, inset, y, width - inset)
        y += look.px(6)
        place = Rect(inset, y, width - inset, 0)
        y += write(draft, place, head, styles.subheading(palette), role="heading")
        steps = [one.steps[stand.turn] for one in self.found.replays]
        rows = comparing.rows_apart(self.office.campaign, self.found, stand.turn)
        texts = [[one.titled[column] for one in rows] for column in range(len(steps))]
        if len({one.response.id for one in steps}) == 1:
            y += write(draft, place._replace(y=y), _answer(steps[0], "All"), styles.text(palette))
        else:
            answers = [_answer(one, name) for one, name in zip(steps, self.names, strict=True)]
            texts = [[answer, *rows] for answer, rows in zip(answers, texts, strict=True)]
        y = self.cells(draft, place._replace(y=y), texts)
        y = self.axes(draft, place._replace(y=y), stand)
        if parted:
            draft.add(Fill(Rect(0, top, look.px(5), y - top), palette.red))
        return y

    def cells(self, draft: Draft, rect: Rect, texts: list[list[str]]) -> int:
        """Write a column for each line, or one below the other; return where they end."""
        look, style = draft.look, styles.text(draft.look.palette)
        gap, ends = look.px(24), [rect.y]
        least = LEAST_COLUMN * look.scale * look.text / 100
        beside = (rect.w - gap * (len(texts) - 1)) / len(texts) >= least
        places = rect.columns(len(texts), gap) if beside else [rect] * len(texts)
        for place, paragraphs in zip(places, texts, strict=True):
            y = rect.y if beside else max(ends)
            for text in paragraphs:
                y += write(draft, place._replace(y=y), text, style) + look.px(3)
            ends.append(y)
        return max(ends)

    def axes(self, draft: Draft, rect: Rect, stand: Stand) -> int:
        """Write where the lines stand on every axis that differs; return where that ends."""
        look, palette = draft.look, draft.look.palette
        y = rect.y + look.px(2)
        when = wording.month(stand.month)
        lines = [
            f"{axis.title}: {'; '.join(map(' '.join, zip(self.names, values, strict=True)))}"
            for axis, all_values in zip(self.office.campaign.outline.axes, stand.axes, strict=True)
            if comparing.differs(axis, all_values)
            for values in [comparing.beside(axis, all_values)]
        ]
        for line in [f"{when}:", *lines] if lines else [f"{when}: no axis differs."]:
            y += write(draft, rect._replace(y=y), line, styles.fine(palette), role="note")
        return y

    def endings(self, draft: Draft, width: int, y: int) -> int:
        """Write how each line ends, if all do."""
        texts = [
            [f"{name} ends as: {one.reached.ending.title}."]
            for name, one in zip(self.names, self.found.replays, strict=True)
            if one.reached
        ]
        inset = draft.look.px(14)
        place = Rect(inset, y, width - inset, 0)
        return self.cells(draft, place, texts) if len(texts) == len(self.names) else y

    def figures(self, draft: Draft, width: int, y: int) -> int:
        """Draw every figure of the desk with all lines in it."""
        look, scale = draft.look, scale_of(draft.look)
        head = styles.subheading(look.palette)
        for diagram in curves_beside(self.office.campaign, self.found, self.names):
            y += write(draft, Rect(0, y, width, 0), diagram.title, head, role="heading")
            picture = laid(diagram, width / scale, measure(look.fonts, scale))
            draft.add(*plot(picture, (0, y), scale, on_paper(look.palette), look.fonts))
            place = Rect(0, y, width, round(picture.height * scale))
            draft.spot(Spot("", "picture", picture.alt, place, enabled=False))
            y = place.bottom + look.px(16)
        return y

    def maps(self, draft: Draft, width: int, y: int) -> int:
        """Draw the map of each line in the month that is chosen, the last one at first."""
        lines = (self.names, self.found, self.month)
        return maps(draft, width, y, self.office.campaign, lines)

    @property
    def month(self) -> Month:
        """The month whose maps are seen."""
        first, last = months(self.office.campaign, self.found)
        return min(max(self.chosen or last, first), last)

    def why(self, draft: Draft, width: int, y: int) -> int:
        """Write which figure is asked about, and what makes the difference, as far as it is known.

        The lines are weighed one after another beside the game.
        """
        words = {f"about:{one.quantity}": str(one.title) for one in self.indicators}
        words = {"about:": "Furthest apart", **words}
        place = Rect(draft.look.px(6), y, width - draft.look.px(12), 0)
        y += tabs(draft, place, words, f"about:{self.about}", keyed=False) + draft.look.px(12)
        return self.apart.write(draft, width, y, self.names) if self.apart else y

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The figures that can be asked about, those furthest apart first."""
        return furthest(self.office.campaign, self.found)

    def ask(self) -> None:
        """Begin to weigh why the figure that is asked about differs."""
        self.let_be()
        self.apart = Apart(self.office.campaign, self.found, self.about)

    def let_be(self) -> None:
        """Let be what is still weighed."""
        if self.apart is not None:
            self.apart.leave()
        self.apart = None

    # --- what is pressed ---

    def act(self, spot: str) -> Move:
        """Turn a page, look at another figure, month or line, or close."""
        kind, _, which = spot.partition(":")
        match kind:
            case "page":
                self.turn(which)
            case "about":
                self.about = which
                self.ask()
            case "month":
                self.chosen = self.month.plus(int(which))
            case "when":
                self.chosen = next(one for one in self.whens() if str(one) == which)
            case "readings":
                made = self.found.replays[0].playthrough
                self.show(under_readings(self.office.campaign, made))
            case "lines":
                self.show(self.first)
            case "pick":
                return Open(PickScreen(self.office, self.first, self.picked))
            case _:
                self.let_be()
                return Close()
        return Stay()

    def turn(self, page: str) -> None:
        """Open a page; why lines differ is weighed once it is asked."""
        self.page = page
        self.hand.offsets.pop("compare", None)
        if page == "why" and self.apart is None:
            self.ask()

    def whens(self) -> list[Month]:
        """Return every month there is a map of."""
        first, last = months(self.office.campaign, self.found)
        return [first.plus(number) for number in range(last.since(first) + 1)]

    def picked(self, lines: tuple[Named, ...]) -> Move:
        """Hold the lines side by side that were picked."""
        self.first = lines
        self.show(lines)
        return Close()


def _answer(step: Step, name: str) -> str:
    return f"{name}: {comparing.answer(step)}. {step.response.order}"
