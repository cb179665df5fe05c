"""From a line typed to what follows from it. Nothing here reads, writes or knows a terminal."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import replace

from game.playthrough.desk import Desk, Stage, cards, step_of
from game.terminal import moves, stages
from game.terminal.backlog import said
from game.terminal.chart import chart
from game.terminal.chronicle import run_code
from game.terminal.conditions import chance, reading
from game.terminal.consequences import why
from game.terminal.differing import differ
from game.terminal.encyclopaedia import contents, looked_up
from game.terminal.figures import explained
from game.terminal.paper import Passage, passage
from game.terminal.sitting import (
    AtShelf,
    AtStage,
    Fetching,
    Leaving,
    Naming,
    Outcome,
    Saving,
    Scene,
    ToTitle,
)

LONGEST = 200
"""Characters of a line that count."""
HELP = (
    ("Enter", "goes on: the next page, the next stage"),
    ("1, 2, 3 ...", "choose what has that number"),
    ("A, B, C ...", "capital letters choose a response at the decision"),
    ("b", "back to an earlier stage, where that is possible"),
    ("r", "read this stage again from its beginning"),
    ("a", "all the rest of this stage at once"),
    ("i", "the indicators: the figures on the desk and what they mean"),
    ("m", "the map in words"),
    ("e WORD", "the encyclopaedia: people, places, sources; e alone lists its titles"),
    ("w N", "why: what row N of the ledger hangs on"),
    ("o N", "once more: what was said at telegram N, with your own answers; o alone: at the last"),
    ("differ", "at the chronicle: your line beside history's; differ CEADCB: beside another"),
    ("differ one", "at the chronicle: which of your answers, changed alone, mattered most"),
    ("again N", "answer telegram N again; again alone: the last; your saves so far stay"),
    ("reading N", "before the first telegram: play under reading N; reading alone lists them"),
    ("chance on", "before the first telegram: let chance in; chance off: leave it out"),
    ("code", "the run code of what is played"),
    ("code ABCD-...", "opens the playthrough of a run code"),
    ("s", "save; the game also saves by itself after every step"),
    ("l", "list the saves, load or delete one"),
    ("name N WORDS", "in the list of saves: calls the playthrough so; no words: no name"),
    ("t", "to the title"),
    ("q", "quit; you can go on later from here"),
    ("?", "this help"),
)


def answer(scene: Scene, line: str) -> Outcome:
    """Return what follows from a line."""
    typed = " ".join(line[:LONGEST].split())
    if not typed:
        return moves.onward(scene)
    number = _number(scene, typed)
    if number is not None:
        return moves.choose(scene, number)
    word, _, rest = typed.partition(" ")
    command = COMMANDS.get(word.lower())
    if command is None or (rest and word.lower() not in WITH_MORE):
        return moves.hint(scene, f"{printable(typed)} is no command.")
    return command(scene, rest)


def _number(scene: Scene, typed: str) -> int | None:
    """Return the number that is chosen; a response has a letter too."""
    if typed.isascii() and typed.isdigit():
        return int(typed) if len(typed) <= 3 else 999
    desk = scene.sitting.desk
    if len(typed) == 1 and isinstance(scene.sitting.place, AtStage) and desk:
        return _lettered(scene, desk, typed)
    return None


def _lettered(scene: Scene, desk: Desk, typed: str) -> int | None:
    if desk.stage is not Stage.DECISION:
        return None
    many = len(cards(scene.campaign, desk))
    place = string.ascii_uppercase[:many].find(typed)  # a small b is the way back
    return place + 1 if place >= 0 else None


def printable(text: str) -> str:
    """Return what was typed as it can be shown: short, and without control characters."""
    short = text if len(text) <= 40 else f"{text[:40]}..."
    return "'" + "".join(one if one.isprintable() else "?" for one in short) + "'"


def _help(scene: Scene, _: str) -> Outcome:
    return Outcome(scene.sitting, (passage("Commands", *(f"  {k}: {says}." for k, says in HELP)),))


def _back(scene: Scene, _: str) -> Outcome:
    return moves.back(scene)


def _agree(scene: Scene, _: str) -> Outcome:
    return moves.agree(scene)


def _again(scene: Scene, _: str) -> Outcome:
    return Outcome(replace(scene.sitting, page=0), turned=True)


def _rest(scene: Scene, _: str) -> Outcome:
    """Show every page of the stage that is left; the last one then lies open."""
    desk, page = scene.sitting.desk, scene.sitting.page
    if desk is None or not isinstance(scene.sitting.place, AtStage):
        return moves.hint(scene, "There is no more of it.")
    found = stages.book(scene.campaign, desk, scene.paper)
    here = stages.opened(found, page)
    if here + 1 == len(found):
        return moves.hint(scene, "There is no more of it.")
    said = tuple(Passage(one.lines[:-1]) for one in found[here + 1 : -1])
    return Outcome(replace(scene.sitting, page=len(found) - 1), said, turned=True)


def _indicators(scene: Scene, _: str) -> Outcome:
    desk = scene.sitting.desk
    if desk is None:
        return moves.hint(scene, "There are no figures before a campaign is begun.")
    month = stages.month_shown(scene.campaign, desk, scene.sitting.page, scene.paper)
    return Outcome(scene.sitting, (explained(scene.campaign, desk, month),))


def _map(scene: Scene, _: str) -> Outcome:
    desk = scene.sitting.desk
    if desk is None:
        return moves.hint(scene, "There is no map before a campaign is begun.")
    month = stages.month_shown(scene.campaign, desk, scene.sitting.page, scene.paper)
    return Outcome(scene.sitting, chart(scene.campaign, desk, month))


def _encyclopaedia(scene: Scene, word: str) -> Outcome:
    found = looked_up(scene.campaign, word) if word else contents(scene.campaign)
    return Outcome(scene.sitting, tuple(found))


def _why(scene: Scene, number: str) -> Outcome:
    desk, sitting = scene.sitting.desk, scene.sitting
    if desk is None or not (
        isinstance(sitting.place, AtStage)
        and stages.ledger_is_open(scene.campaign, desk, sitting.page, scene.paper)
    ):
        return moves.hint(scene, "No ledger lies open yet; it comes after the months.")
    many = len(step_of(scene.campaign, desk).ledger)
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= many):
        return moves.hint(scene, f"Write w and a number from 1 to {many}, for instance w 1.")
    return Outcome(sitting, tuple(why(scene.campaign, desk, int(number))))


def _said(scene: Scene, number: str) -> Outcome:
    desk = scene.sitting.desk
    if desk is None:
        return moves.hint(scene, "Nothing was said before a campaign is begun.")
    return Outcome(scene.sitting, tuple(said(scene, desk, number)))


def _differ(scene: Scene, given: str) -> Outcome:
    desk = scene.sitting.desk
    if desk is None or desk.stage is not Stage.CHRONICLE:
        return moves.hint(scene, "Lines are held side by side at the chronicle.")
    return Outcome(scene.sitting, tuple(differ(scene.campaign, desk.playthrough, given)))


def _code(scene: Scene, typed: str) -> Outcome:
    """Open a run code, or write the one of what is played."""
    if typed:
        return moves.opened(scene, typed)
    desk = scene.sitting.desk
    if desk is None:
        return moves.hint(scene, "Write code and a run code, for instance code 8ET3-8WCK.")
    return Outcome(scene.sitting, (run_code(scene.campaign, desk),))


def _save(scene: Scene, _: str) -> Outcome:
    if scene.sitting.desk is None:
        return moves.hint(scene, "There is nothing to save yet.")
    return Outcome(scene.sitting, wish=Saving())


def _load(scene: Scene, _: str) -> Outcome:
    return Outcome(scene.sitting, wish=Fetching())


def _delete(scene: Scene, number: str) -> Outcome:
    place = scene.sitting.place
    if not isinstance(place, AtShelf):
        return moves.hint(scene, "d deletes only in the list of saves; l opens it.")
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= len(place.saves)):
        return moves.hint(scene, "Write d and the number of a save, for instance d 1.")
    doomed = replace(place, doomed=place.saves[int(number) - 1])
    return Outcome(replace(scene.sitting, place=doomed), turned=True)


def _name(scene: Scene, typed: str) -> Outcome:
    """Give the playthrough of a save a name."""
    place = scene.sitting.place
    if not isinstance(place, AtShelf):
        return moves.hint(scene, "name works only in the list of saves; l opens it.")
    number, _, name = typed.partition(" ")
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= len(place.saves)):
        return moves.hint(scene, "Write name, the number of a save, and words.")
    plain = "".join(one for one in name if one.isprintable())
    return Outcome(scene.sitting, wish=Naming(place.saves[int(number) - 1], plain))


def _title(scene: Scene, _: str) -> Outcome:
    return Outcome(scene.sitting, wish=ToTitle())


def _quit(scene: Scene, _: str) -> Outcome:
    return Outcome(scene.sitting, wish=Leaving())


Command = Callable[[Scene, str], Outcome]

COMMANDS: dict[str, Command] = {
    "?": _help,
    "h": _help,
    "help": _help,
    "b": _back,
    "back": _back,
    "y": _agree,
    "yes": _agree,
    "r": _again,
    "a": _rest,
    "i": _indicators,
    "m": _map,
    "e": _encyclopaedia,
    "w": _why,
    "o": _said,
    "differ": _differ,
    "again": moves.answered_again,
    "reading": reading,
    "chance": chance,
    "code": _code,
    "s": _save,
    "save": _save,
    "l": _load,
    "load": _load,
    "d": _delete,
    "name": _name,
    "t": _title,
    "q": _quit,
    "quit": _quit,
    "exit": _quit,
}
WITH_MORE = ("e", "w", "d", "o", "differ", "code", "again", "name", "reading", "chance")
"""Commands that take a word or a number."""
