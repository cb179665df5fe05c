"""A typist without a terminal: types what is in a list and remembers all that was written."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from game.campaign.campaign import Campaign
from game.files.saves import Saves
from game.playthrough.desk import Desk, Stage
from game.terminal.loop import Ends, Loop
from game.terminal.paper import Paper
from game.terminal.sitting import AtStage, Confirming, Foreseeing, House, Sitting
from game.terminal.stages import ledger_is_open

MOST_LINES = 4000
"""Lines after which a typist who gets nowhere gives up."""
HOW = "six-telegrams play --text"

TO_COUNCIL = ("", "", "", "")
"""From the title: new campaign, opening, situation, telegram."""
TO_DECISION = (*TO_COUNCIL, "")
SENT = (*TO_DECISION, "1", "", "y")
"""The first response, no estimate, sent."""
TO_LEDGER = (*SENT, "", "a")
TO_RECORD = (*TO_LEDGER, "")
AGAIN = ("", "", "", "", "1", "", "y", "", "a", "", "")
"""From one record to the next, or to the chronicle."""


class Typist:
    """Types lines into a game; when there are no more, the input ends."""

    def __init__(self, campaign: Campaign, folder: Path, paper: Paper | None = None) -> None:
        self.campaign = campaign
        self.paper = paper or Paper()
        self.folder = folder
        self.written: list[str] = []
        self.lines: list[str] = []
        self.status: int | None = None
        self.end: type[BaseException] = EOFError
        house = House(campaign, campaign.model.readings[0].id, lambda: 7)
        ends = Ends(self.read, self.written.append, lambda: self.paper)
        self.loop = Loop(house, Saves(folder), ends, HOW)

    def types(self, *lines: str) -> Typist:
        """Type lines from the start on; then the input ends."""
        self.lines = list(lines)
        self.status = self.loop.play()
        return self

    def read(self, prompt: str) -> str:
        """Give the next line."""
        self.written.append(prompt)
        if not self.lines:
            raise self.end
        return self.lines.pop(0)

    @property
    def text(self) -> str:
        """All that was written, with every gap one space wide."""
        return " ".join(" ".join(self.written).split())

    @property
    def last(self) -> str:
        """What was written after the last line but one that was typed."""
        prompts = [number for number, line in enumerate(self.written) if line == "> "]
        return " ".join(" ".join(self.written[prompts[-2] + 1 : prompts[-1]]).split())

    @property
    def sitting(self) -> Sitting:
        """Where the typist sits."""
        return self.loop.sitting

    @property
    def desk(self) -> Desk:
        """The desk; there is one once a campaign is begun."""
        assert self.sitting.desk is not None
        return self.sitting.desk


class Thorough(Typist):
    """Plays a line of answers to the chronicle and looks at everything on the way."""

    def __init__(
        self, campaign: Campaign, folder: Path, line: tuple[str, ...], paper: Paper | None = None
    ) -> None:
        super().__init__(campaign, folder, paper)
        self.line = line
        self.looked: set[tuple[object, ...]] = set()
        self.count = 0

    def play(self) -> Thorough:
        """Play to the end; then look up every title of the encyclopaedia."""
        self.types()
        return self

    def read(self, prompt: str) -> str:
        """Decide what to type from where the game stands."""
        self.written.append(prompt)
        self.count += 1
        assert self.count < MOST_LINES
        return self.typed()

    def typed(self) -> str:
        """Return the next line."""
        place, desk = self.sitting.place, self.sitting.desk
        if isinstance(place, Foreseeing):
            return "1"
        if isinstance(place, Confirming):
            return "y"
        if not isinstance(place, AtStage) or desk is None:
            return ""
        for command in self.looks(desk):
            key = (desk.turn, desk.stage, command)
            if key not in self.looked:
                self.looked.add(key)
                return command
        return self.onward(desk)

    def onward(self, desk: Desk) -> str:
        """Return what leads on."""
        many = re.search(r"Page \d+ of \d+", " ".join(self.written[-6:]))
        if desk.stage is Stage.CHRONICLE and not many:
            raise EOFError
        if desk.stage is Stage.DECISION and not many:
            responses = self.campaign.scenarios[desk.turn].decision.responses
            ids = [str(one.id) for one in responses]
            return str(ids.index(self.line[desk.turn]) + 1)
        return ""

    def looks(self, desk: Desk) -> list[str]:
        """Return the commands that show more at this place."""
        found = ["i", "m"]
        if desk.stage is Stage.COUNCIL:
            many = len(self.campaign.scenarios[desk.turn].council.questions)
            found += [str(n) for n in self.asked(desk) if n <= many]
        if ledger_is_open(self.campaign, desk, self.sitting.page, self.paper):
            many = len(self.campaign.scenarios[desk.turn].consequences.ledger)
            found += [f"w {n + 1}" for n in range(many)]
        if desk.stage is Stage.CHRONICLE:
            found += [f"e {title}" for title in self.titles()]
        return found

    def asked(self, desk: Desk) -> list[int]:
        """Return which questions are asked: first those that open the answer to come."""
        questions = self.campaign.scenarios[desk.turn].council.questions
        answer = self.line[desk.turn]
        opening = [n for n, one in enumerate(questions, 1) if answer in one.opens]
        closing = [n for n, one in enumerate(questions, 1) if answer in one.closes]
        rest = [n for n in range(1, len(questions) + 1) if n not in (*opening, *closing)]
        return [*opening, *rest]

    def titles(self) -> list[str]:
        """Return everything that can be looked up."""
        campaign = self.campaign
        return [
            *(str(one.title) for one in campaign.encyclopaedia),
            *(str(one.name) for one in campaign.cast),
            *(str(one.name) for one in campaign.geography.places),
            *(str(one.id) for one in campaign.sources),
        ]


Sit = Callable[[], Typist]
"""Sits somebody down at the game."""
