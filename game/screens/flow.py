"""Which screen belongs to a desk."""

from __future__ import annotations

from game.playthrough.desk import Desk, Stage
from game.screens.chronicle import ChronicleScreen
from game.screens.consequences import ConsequencesScreen
from game.screens.council import CouncilScreen
from game.screens.decision import DecisionScreen
from game.screens.flight import Start
from game.screens.opening import OpeningScreen
from game.screens.record import RecordScreen
from game.screens.screen import Office, Screen
from game.screens.situation import SituationScreen
from game.screens.telegram import TelegramScreen


def screen_for(office: Office, desk: Desk, come_from: Start = ()) -> Screen:
    """Return the screen of the desk's stage; the camera flies there from `come_from`."""
    match desk.stage:
        case Stage.OPENING:
            return OpeningScreen(office, desk, come_from)
        case Stage.SITUATION:
            return SituationScreen(office, desk, come_from)
        case Stage.TELEGRAM:
            return TelegramScreen(office, desk, come_from)
        case Stage.COUNCIL:
            return CouncilScreen(office, desk, come_from)
        case Stage.DECISION:
            return DecisionScreen(office, desk, come_from)
        case Stage.CONSEQUENCES:
            return ConsequencesScreen(office, desk, come_from)
        case Stage.RECORD:
            return RecordScreen(office, desk, come_from)
        case Stage.CHRONICLE:
            return ChronicleScreen(office, desk, come_from)
