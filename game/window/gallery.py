"""Every screen and state, from a fixed playthrough: for pictures, and for the tests of the eye."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.glossary import Glossary
from game.campaign.words import ResponseId
from game.files.saves import title_of
from game.files.settings import Settings
from game.playthrough.coverage import Seen, seen_at
from game.playthrough.desk import Desk, Guess, Stage, foresee, scenario_of, step_of
from game.playthrough.playthrough import begin, history
from game.playthrough.replay import play
from game.playthrough.revision import Revision, value_of
from game.screens.argue.argue import ArgueScreen
from game.screens.argue.form import ArgueFormScreen
from game.screens.beside.compare import CompareScreen, beside_history, beside_other, under_readings
from game.screens.beside.onechange import OneChangeScreen
from game.screens.beside.picking import PickScreen
from game.screens.board.board import BoardScreen, board_of
from game.screens.curves import CurvesScreen
from game.screens.mapkey import key_of_the_map
from game.screens.menus.accessibility import AccessibilityScreen
from game.screens.menus.backlog import BacklogScreen
from game.screens.menus.conditions import ConditionsScreen
from game.screens.menus.encyclopaedia import EncyclopaediaScreen
from game.screens.menus.entry import EntryScreen
from game.screens.menus.help import HelpScreen
from game.screens.menus.keys import KeysScreen
from game.screens.menus.pause import PauseScreen
from game.screens.menus.replay import ReplayScreen
from game.screens.menus.runcode import RunCodeScreen
from game.screens.menus.settings import PAGES, SettingsScreen
from game.screens.menus.shelf import ShelfScreen
from game.screens.menus.title import TitleScreen
from game.screens.overlay import OverlayScreen
from game.screens.screen import Office, Open, Screen, ShelfRow, Stay
from game.screens.stages.chronicle import ChronicleScreen
from game.screens.stages.consequences import ConsequencesScreen
from game.screens.stages.council import CouncilScreen
from game.screens.stages.decision import DecisionScreen
from game.screens.stages.foresight import ForesightScreen
from game.screens.stages.opening import OpeningScreen
from game.screens.stages.reasons import on_row
from game.screens.stages.record import RecordScreen
from game.screens.stages.sending import SendingScreen
from game.screens.stages.situation import SituationScreen
from game.screens.stages.telegram import TelegramScreen

Scene = tuple[str, tuple[Screen, ...]]
"""The name of a picture, and the screens that lie on one another in it."""

REASON = "The staff counted its own regiments twice in that summer."
SOURCE = "A diary of the war, volume 20, page 141"
"""An argument, as somebody might write it."""
LONG = 1000.0
"""Seconds after which everything has come to rest."""


class MemoryShelf:
    """Saves that live in memory only."""

    def __init__(self, rows: tuple[ShelfRow, ...] = (), seen: Seen | None = None) -> None:
        self.kept = list(rows)
        self._seen = seen or Seen()

    def rows(self) -> tuple[ShelfRow, ...]:
        """Return every save."""
        return tuple(self.kept)

    def aside(self) -> tuple[str, ...]:
        """Nothing is ever set aside here."""
        return ()

    def write(self, desk: Desk) -> str:
        """Keep the desk."""
        name = f"save-{len(self.kept) + 1}"
        self.kept.insert(
            0, ShelfRow(name, name, "1 January", automatic=False, desk=desk, fingerprints=())
        )
        return f"Saved as {name}."

    def remove(self, row: ShelfRow) -> str:
        """Forget a save."""
        self.kept.remove(row)
        return ""

    def rename(self, row: ShelfRow, name: str) -> str:
        """Call a save otherwise."""
        self.kept[self.kept.index(row)] = replace(row, name=name)
        return ""

    def seen(self) -> Seen:
        """Return what was said to be seen."""
        return self._seen


def office_in_memory(campaign: Campaign, settings: Settings | None = None) -> Office:
    """Return an office that touches no file and makes no sound."""
    from game.window.classgallery import ClassesInMemory  # noqa: PLC0415 - see `scenes`

    def change(new: Settings) -> None:
        office.settings = new

    def title() -> Screen:
        return TitleScreen(office)

    office = Office(
        campaign=campaign,
        settings=settings or Settings(),
        keep=lambda _desk: "",
        change=change,
        play=lambda _name: None,
        shelf=MemoryShelf(),
        title=title,
        seed=lambda: 1,
        picture=lambda _surface: "Picture kept.",
        chronicle=lambda _desk: "Chronicle kept.",
        chance=False,
        classes=ClassesInMemory(),
    )
    return office


def line_of(campaign: Campaign, turns: int) -> tuple[ResponseId, ...]:
    """Return answers that differ from history's wherever that can be done."""
    made = begin(campaign, chance=False)
    for turn in range(turns):
        offers = [one for one in play(campaign, made).offers if one.refusal is None]
        other = [one for one in offers if not one.response.historical] or offers
        made = made.answer(other[turn % len(other)].response.id)
    return made.line


def desk_at(campaign: Campaign, turn: int, stage: Stage, *, as_in_history: bool = False) -> Desk:
    """Return a desk at a stage of telegram `turn` (from 0)."""
    after = stage in (Stage.CONSEQUENCES, Stage.RECORD, Stage.CHRONICLE)
    turns = turn + 1 if after else turn
    line = history(campaign, turns) if as_in_history else line_of(campaign, turns)
    return Desk(replace(begin(campaign, chance=False), line=line), stage)


def rested(screen: Screen) -> Screen:
    """Return a screen after its animations."""
    screen.update(LONG)
    screen.update(LONG)
    return screen


def scenes(office: Office) -> Iterator[Scene]:
    """Yield every picture: its name and the screens in it, the lowest first."""
    campaign = office.campaign
    yield from _pages(office)
    for turn, scenario in enumerate(campaign.scenarios):
        for name, *screens in (*_before(office, turn), *_after(office, turn)):
            yield f"{scenario.id}-{name}", tuple(screens)
    last = len(campaign.scenarios) - 1
    chronicle = ChronicleScreen(office, desk_at(campaign, last, Stage.CHRONICLE))
    yield "chronicle", (rested(chronicle),)
    years = OverlayScreen(office, "The years after", chronicle.epilogue())
    yield "epilogue", (chronicle, years)
    yield "replay", (chronicle, ReplayScreen(office, chronicle.desk, last))
    yield "curves", (chronicle, rested(CurvesScreen(office, chronicle.desk)))
    yield from _side_by_side(office, chronicle.desk)
    yield from _arguing(office, chronicle.desk)
    yield from _all_lines(office, chronicle.desk)
    told = desk_at(campaign, last, Stage.CHRONICLE, as_in_history=True)
    yield "chronicle-history", (rested(ChronicleScreen(office, told)),)
    from game.window.classgallery import class_scenes  # noqa: PLC0415 - a player alone has none of it

    yield from class_scenes(office)


def _side_by_side(office: Office, desk: Desk) -> Iterator[Scene]:
    """Yield the pages that hold lines side by side, and the table of one answer changed."""
    lines = beside_history(office.campaign, desk.playthrough)
    for page in ("stages", "figures", "map", "why"):
        yield f"compare-{page}", (rested(CompareScreen(office, lines, page)),)
    kept = replace(office, shelf=_full(office))
    yield "picking", (PickScreen(kept, lines, lambda _: Stay()),)
    table = OneChangeScreen(office, desk)
    yield "one-change", (rested(table),)
    change = table.changes[-1].playthrough
    three = beside_other(office.campaign, desk.playthrough, change)
    yield "compare-three", (CompareScreen(office, three),)
    readings = under_readings(office.campaign, desk.playthrough)
    yield "compare-readings", (CompareScreen(office, readings, "figures"),)


def _all_lines(office: Office, desk: Desk) -> Iterator[Scene]:
    """Yield the board, the question before it, and what opens from it."""
    board = BoardScreen(office, desk.playthrough)
    yield "board", (rested(board),)
    first = desk_at(office.campaign, 0, Stage.RECORD)
    yield "board-asking", (rested(RecordScreen(office, first)), board_of(office, first))
    opening = {"line": "strands", "board-choice": "wish:span", "board-range": "axis:0"}
    for name, spot in opening.items():
        opened = board.act(spot)
        if isinstance(opened, Open):
            yield name, (board, rested(opened.screen))


def _arguing(office: Office, desk: Desk) -> Iterator[Scene]:
    """Yield the numbers of the model, one of them being changed, and what comes of it."""
    screen = ArgueScreen(office, desk.playthrough)
    yield "argue-numbers", (screen,)
    numbers = office.campaign.model.parameters
    parameter = next((one for one in numbers if one.fitted), numbers[0])
    was = value_of(office.campaign, desk.playthrough.reading, parameter)
    mine = Revision(parameter.id, was + 2 * (parameter.high - parameter.low), REASON, SOURCE)
    form = ArgueFormScreen(office, parameter, was, mine, lambda _: None)
    yield "argue-number", (form,)
    argued = ArgueScreen(office, desk.playthrough)
    argued.take((mine,))
    argued.page = "ends"
    yield "argue-ends", (argued,)
    changed = ArgueScreen(office, desk.playthrough)
    changed.take((mine,))
    changed.page = "changes"
    yield "argue-changes", (changed,)


def _pages(office: Office) -> Iterator[Scene]:
    turn = min(1, len(office.campaign.scenarios) - 1)
    desk = desk_at(office.campaign, turn, Stage.SITUATION)
    kept = replace(office, shelf=_full(office))
    yield "title", (TitleScreen(office),)
    yield "title-continue", (TitleScreen(kept),)
    yield "shelf", (ShelfScreen(kept),)
    naming = ShelfScreen(kept)
    naming.act("name:auto-1")
    yield "shelf-naming", (naming,)
    for word in PAGES:
        yield f"settings-{word.lower()}", (SettingsScreen(office, word),)
    yield from _codes(office, desk)
    yield from _comfort(office)
    yield "pause", (rested(SituationScreen(office, desk)), PauseScreen(office, desk))
    yield "encyclopaedia", (EncyclopaediaScreen(office),)
    yield from _notes(office, desk)
    for page in range(len(office.campaign.outline.opening)):
        opening = OpeningScreen(office, Desk(begin(office.campaign, chance=False)))
        opening.page = page
        yield f"opening-{page + 1}", (rested(opening),)
    made = begin(office.campaign, chance=False)
    first = OpeningScreen(kept, Desk(made))
    yield "conditions", (rested(first), ConditionsScreen(kept, made, first.begin_with))


def _full(office: Office) -> MemoryShelf:
    """Return a shelf with a playthrough begun, one that is over and has a name, and its saves."""
    campaign = office.campaign
    last = len(campaign.scenarios) - 1
    desks = (
        desk_at(campaign, min(1, last), Stage.SITUATION),
        desk_at(campaign, last, Stage.CHRONICLE, as_in_history=True),
        desk_at(campaign, last, Stage.RECORD, as_in_history=True),
    )
    rows = tuple(
        ShelfRow(f"auto-{n}", title_of(campaign, one), "12.11.2026 20:15", n != 2, one, ())
        for n, one in enumerate(desks)
    )
    named = replace(rows[1], name="As it was answered then")
    seen = seen_at(campaign, desks[0]) | seen_at(campaign, desks[1])
    return MemoryShelf((rows[0], named, *rows[2:]), seen)


def _notes(office: Office, desk: Desk) -> Iterator[Scene]:
    """Yield what explains a stage while one reads it."""
    yield "key", (rested(SituationScreen(office, desk)), key_of_the_map(office))
    yield "word", (_on_a_word(office, desk),)


def _codes(office: Office, desk: Desk) -> Iterator[Scene]:
    """Yield the run code, and a code being typed: nothing, half, with a slip, whole."""
    shown = RunCodeScreen(office, desk)
    yield "run-code", (rested(SituationScreen(office, desk)), shown)
    slip = shown.code[:-1] + ("2" if shown.code[-1] != "2" else "3")
    for name, text in (("", ""), ("-half", shown.code[:7]), ("-slip", slip), ("-good", shown.code)):
        entry = EntryScreen(office)
        entry.write(text)
        yield f"entry{name}", (TitleScreen(office), entry)


def _on_a_word(office: Office, desk: Desk) -> Screen:
    """Return a situation with the focus on the first word that has an entry."""
    situation = scenario_of(office.campaign, desk).situation
    glossary = Glossary(office.campaign)
    texts = (situation.intro, *(one.text for one in situation.dispatches))
    first = next((one.entry for text in texts for one in glossary.named(str(text))), "")
    screen = rested(SituationScreen(office, desk))
    screen.hand.focus = f"word:1:{first}"
    return screen


def _comfort(office: Office) -> Iterator[Scene]:
    """Yield the pages that open from everywhere."""
    yield "accessibility", (AccessibilityScreen(office),)
    yield "keys", (KeysScreen(office),)
    listening = KeysScreen(office)
    listening.act("change:skip")
    yield "keys-listening", (listening,)
    read = desk_at(office.campaign, min(1, len(office.campaign.scenarios) - 1), Stage.RECORD)
    yield "backlog", (RecordScreen(office, read), BacklogScreen(office, read))
    finding = BacklogScreen(office, read)
    finding.act("typed:the wall")
    finding.hand.focus = "find"
    yield "backlog-find", (RecordScreen(office, read), finding)
    yield "help", (TitleScreen(office), HelpScreen(office))


Drawn = tuple[str, Screen] | tuple[str, Screen, Screen]


def _before(office: Office, turn: int) -> Iterator[Drawn]:
    """Yield the stages up to the answer."""
    campaign = office.campaign
    yield "1-situation", rested(SituationScreen(office, desk_at(campaign, turn, Stage.SITUATION)))
    half = TelegramScreen(office, desk_at(campaign, turn, Stage.TELEGRAM))
    half.flight.share, half.shown = 1.0, half.letters / 2
    yield "2-telegram-half", half
    whole = TelegramScreen(office, desk_at(campaign, turn, Stage.TELEGRAM))
    yield "2-telegram", rested(whole)
    yield "2-telegram-how", whole, OverlayScreen(office, "How we know", whole.claims())
    council = desk_at(campaign, turn, Stage.COUNCIL)
    yield "3-council", rested(CouncilScreen(office, council))
    for question in scenario_of(campaign, council).council.questions[:1]:
        asked = CouncilScreen(office, council)
        asked.act(f"ask:{question.id}")
        yield "3-council-asked", rested(asked)
    yield from _deciding(office, turn)


def _deciding(office: Office, turn: int) -> Iterator[Drawn]:
    """Yield the cards, the estimates and the reply."""
    desk = desk_at(office.campaign, turn, Stage.DECISION)
    yield "4-decision", rested(DecisionScreen(office, desk))
    chosen = DecisionScreen(office, desk)
    chosen.act(f"card:{next(one.offer_id for one in chosen.table() if one.refusal is None)}")
    yield "4-decision-chosen", rested(chosen)
    response = chosen.response(chosen.chosen)
    if scenario_of(office.campaign, desk).decision.estimates:
        yield "4-foresight", chosen, ForesightScreen(office, desk, response)
    yield "4-sending", chosen, SendingScreen(office, desk, response)
    keying = SendingScreen(office, desk, response)
    keying.act("send")
    keying.keyed = len(keying.reply) / 2
    yield "4-keying", chosen, keying


def _after(office: Office, turn: int) -> Iterator[Drawn]:
    """Yield the stages after the answer."""
    campaign = office.campaign
    estimates = campaign.scenarios[turn].decision.estimates
    desk = desk_at(campaign, turn, Stage.CONSEQUENCES)
    for one in estimates:
        desk = foresee(desk, Guess(one.id, 0, 70))
    months = ConsequencesScreen(office, desk)
    months.flight.share = 1.0
    months.passed = int(months.length * 0.8) + 0.5
    yield "5-months", months
    ledger = ConsequencesScreen(office, desk)
    ledger.act("ledger")
    yield "5-ledger", rested(ledger)
    entered = step_of(campaign, desk).ledger
    if entered:
        yield "5-reasons", ledger, on_row(office, desk, entered[0])
    yield "6-record", rested(RecordScreen(office, desk_at(campaign, turn, Stage.RECORD)))
