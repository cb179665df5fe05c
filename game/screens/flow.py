"""Which screen belongs to a desk. Each is loaded when it is first shown: the title comes sooner."""

from __future__ import annotations

from game.playthrough.desk import Desk, Stage
from game.screens.flight import Start
from game.screens.screen import Office, Screen


def screen_for(office: Office, desk: Desk, come_from: Start = ()) -> Screen:
    """Return the screen of the desk's stage; the camera flies there from `come_from`."""
    match desk.stage:
        case Stage.OPENING:
            from game.screens.stages.opening import OpeningScreen

            return OpeningScreen(office, desk, come_from)
        case Stage.SITUATION | Stage.TELEGRAM | Stage.COUNCIL | Stage.DECISION:
            return _before_the_answer(office, desk, come_from)
        case Stage.CONSEQUENCES:
            from game.screens.stages.consequences import ConsequencesScreen

            return ConsequencesScreen(office, desk, come_from)
        case Stage.RECORD:
            from game.screens.stages.record import RecordScreen

            return RecordScreen(office, desk, come_from)
        case Stage.CHRONICLE:
            from game.screens.stages.chronicle import ChronicleScreen

            return ChronicleScreen(office, desk, come_from)


def _before_the_answer(office: Office, desk: Desk, come_from: Start) -> Screen:
    match desk.stage:
        case Stage.SITUATION:
            from game.screens.stages.situation import SituationScreen

            return SituationScreen(office, desk, come_from)
        case Stage.TELEGRAM:
            from game.screens.stages.telegram import TelegramScreen

            return TelegramScreen(office, desk, come_from)
        case Stage.COUNCIL:
            from game.screens.stages.council import CouncilScreen

            return CouncilScreen(office, desk, come_from)
        case _:
            from game.screens.stages.decision import DecisionScreen

            return DecisionScreen(office, desk, come_from)


def explained(office: Office, entry: str) -> Screen:
    """Return the page of the encyclopaedia about something."""
    from game.screens.everywhere import entry_page

    return entry_page(office, entry)
