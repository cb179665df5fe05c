"""What goes round follows the screens: the one that knows its place decides."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.soundscape import Ambience
from game.files.settings import Settings
from game.playthrough.desk import Stage
from game.playthrough.surroundings import Mood, Surroundings
from game.screens.hearing import heard_around
from game.screens.menus.encyclopaedia import EncyclopaediaScreen
from tests.screens.player import Player, at_desk, office, seated

SEA = Surroundings(Ambience.SEA, Mood.STRAINED)


def around(player: Player) -> Surroundings:
    """Return what goes round."""
    return heard_around(player.office, player.app.stack)


def listened(player: Player) -> list[Surroundings]:
    """Return a list that will hold whatever goes round from now on."""
    heard: list[Surroundings] = []
    player.office.around = heard.append
    return heard


def test_the_title_is_heard_first(player: Player) -> None:
    assert around(player) == Surroundings(Ambience.SEA, Mood.CALM)


def test_the_opening_is_heard_page_by_page(shipped: Campaign) -> None:
    player = Player(office(shipped)).press("return")
    heard = [around(player.press("return")).ambience for _ in range(4)]

    assert heard == [Ambience.CAVE, Ambience.WIND, Ambience.WIND, Ambience.TELEPRINTER]


def test_a_stage_is_heard_through_the_menu_and_the_book_on_it(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)
    heard = [around(player), around(player.press("escape")), around(player.click("notebook"))]

    assert heard == [SEA, SEA, SEA]


def test_a_page_alone_is_silent(harbour: Campaign) -> None:
    at = office(harbour)

    assert around(Player(at, EncyclopaediaScreen(at))) == Surroundings()


def test_the_months_are_known_to_the_music_when_they_have_passed(harbour: Campaign) -> None:
    player = at_desk(harbour, ("ten-gangs",), Stage.CONSEQUENCES)
    before = around(player).mood

    player.press("return")

    assert (before, around(player).mood) == (Mood.STRAINED, Mood.CALM)


def test_without_motion_the_months_have_passed_at_once(harbour: Campaign) -> None:
    player = at_desk(harbour, ("ten-gangs",), Stage.CONSEQUENCES)
    player.office.settings = Settings(motion=False)

    assert around(player).mood is Mood.CALM


def test_the_ledger_opens_on_the_mood_of_its_month(harbour: Campaign) -> None:
    player = at_desk(harbour, ("ten-gangs",), Stage.CONSEQUENCES).press("return", "return")

    assert around(player).mood is Mood.CALM


def test_something_else_is_heard_only_when_it_changes(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION)
    heard = listened(player)

    player.wait(1).press("escape", "escape").wait(1)

    assert heard == [SEA]


def test_the_next_stage_is_heard_as_soon_as_it_is_seen(harbour: Campaign) -> None:
    player = seated(harbour, 0, Stage.SITUATION).wait(0.1)
    heard = listened(player)

    player.press("return")

    assert heard == [Surroundings(Ambience.SILENCE, Mood.STRAINED)]


def test_music_may_go_on_while_nothing_moves(harbour: Campaign) -> None:
    """A bed comes when the last one has gone, which nobody else tells the game."""
    player = seated(harbour, 0, Stage.SITUATION).wait(0.1)
    asked: list[str] = []
    player.office.go_on = lambda: asked.append("go on")

    player.app.rest(0.1)

    assert asked == ["go on"]
