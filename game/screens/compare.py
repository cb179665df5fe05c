"""Lines side by side: stage by stage, as curves in one picture, on the map, and why they differ."""

from __future__ import annotations

from dataclasses import replace

from game import comparing, wording
from game.campaign.campaign import Campaign
from game.campaign.words import Month
from game.chronicle.beside import curves_beside
from game.diagrams.layout import laid
from game.playthrough.parting import Contrast, Stand, compare, contrast
from game.playthrough.playthrough import Playthrough, history
from game.playthrough.replay import Step
from game.screens import styles
from game.screens.cartography import camera_on, layers_of, told
from game.screens.curves import scale_of
from game.screens.foot import MOVE, foot, foot_height
from game.screens.frame import inks_of, rule
from game.screens.menu import tabs
from game.screens.screen import Close, Move, Office, Stay
from game.simulation.arithmetic import NoValueError
from game.widgets.controls import Press, paper, row_of_buttons, write
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.map.paint import Scene
from game.widgets.plot import measure, on_paper, plot
from game.widgets.sheet import Chart, Draft, Fill, Hand, Sheet, Spot

PAGES = {
    "page:stages": "Stage by stage",
    "page:figures": "Figures",
    "page:map": "Map",
    "page:why": "Why they differ",
}
LEAST_COLUMN = 230
"""Pixels a column is wide at least, at 1280 by 720; with less, lines stand one below another."""
YOURS, HISTORY, OTHER = "Your line", "History's answers", "One other answer"
Named = tuple[str, Playthrough]
"""A line and what it is called here."""


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
        self.show(lines)

    def show(self, lines: tuple[Named, ...]) -> None:
        """Hold other lines side by side."""
        self.names = tuple(name for name, _ in lines)
        self.found = compare(self.office.campaign, [made for _, made in lines])
        self.contrasts: tuple[Contrast, ...] | None = None
        """Reckoned when they are first asked for: it takes a second."""

    def update(self, seconds: float) -> bool:  # noqa: ARG002 - nothing moves here
        """Nothing moves."""
        return False

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
        foot(draft, Rect(0, whole.h - low, whole.w, low), (MOVE,))
        return draft.done()

    def presses(self) -> list[Press]:
        """Return the buttons; one leads to the first line under every reading, and back."""
        close = Press("close", "Close", "back", "close")
        if not self.found.is_one_line or self.found.is_fair:
            return [Press("readings", "Other readings"), close]
        is_turned = self.names != tuple(name for name, _ in self.first)
        return [Press("lines", "The lines again"), close] if is_turned else [close]

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
        texts = [[one.told[column] for one in rows] for column in range(len(steps))]
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
        """Draw the map of each line in the last month, side by side where there is room."""
        look, campaign = draft.look, self.office.campaign
        month = min(campaign.outline.chronicle, self.found.last)
        said = f"{wording.month(month)}, as it was."
        y += write(draft, Rect(0, y, width, 0), said, styles.intro(look.palette)) + look.px(6)
        count, gap = len(self.names), look.px(16)
        beside = (width - gap * (count - 1)) // count >= look.px(300)
        wide = (width - gap * (count - 1)) // count if beside else width
        row = y
        for number, (name, one) in enumerate(zip(self.names, self.found.replays, strict=True)):
            x = number * (wide + gap) if beside else 0
            top = row if beside else y
            high = write(draft, Rect(x, top, wide, 0), name, styles.subheading(look.palette))
            place = Rect(x, top + high, wide, wide * 3 // 4)
            self.map(draft, place, one.playthrough, month)
            y = max(y, place.bottom) + (0 if beside else gap)
        return y

    def map(self, draft: Draft, rect: Rect, made: Playthrough, month: Month) -> None:
        """Draw the theatre of the last telegram as it was on one line."""
        look, campaign = draft.look, self.office.campaign
        places = campaign.scenarios[-1].view
        camera = camera_on(campaign, places, rect.w / rect.h, (0.0, 0.0, 0.0, 0.0))
        layers = layers_of(campaign, made, month, truth=True, near=places)
        draft.add(Chart(rect, Scene(camera, layers, look.pt(13), inks=inks_of(look))))
        said = told(campaign, made, places, month, truth=True)
        draft.spot(Spot("", "picture", said, rect, enabled=False))

    def why(self, draft: Draft, width: int, y: int) -> int:
        """Write what makes the difference between the first line and each other one."""
        look, palette = draft.look, draft.look.palette
        try:
            found = self.reckoned()
        except NoValueError as error:
            return y + write(draft, Rect(0, y, width, 0), str(error), styles.text(palette))
        for name, one in zip(self.names[1:], found, strict=True):
            said = comparing.summary(one, (self.names[0], name))
            y += write(draft, Rect(0, y, width, 0), said, styles.bold(palette)) + look.px(6)
            for amount, text in comparing.causes(one, (self.names[0], name)):
                y += write(draft, Rect(0, y, width, 0), f"{amount}: {text}", styles.text(palette))
                y += look.px(4)
            y += look.px(14)
        return y

    def reckoned(self) -> tuple[Contrast, ...]:
        """Return why each other line differs from the first, reckoned once."""
        if self.contrasts is None:
            first, *others = (one.playthrough for one in self.found.replays)
            campaign = self.office.campaign
            self.contrasts = tuple(contrast(campaign, first, other) for other in others)
        return self.contrasts

    def act(self, spot: str) -> Move:
        """Turn a page, look at other readings, or close."""
        kind, _, page = spot.partition(":")
        match kind:
            case "page":
                self.page = page
                self.hand.offsets.pop("compare", None)
            case "readings":
                made = self.found.replays[0].playthrough
                self.show(under_readings(self.office.campaign, made))
            case "lines":
                self.show(self.first)
            case _:
                return Close()
        return Stay()


def _answer(step: Step, name: str) -> str:
    return f"{name}: {comparing.answer(step)}. {step.response.order}"
