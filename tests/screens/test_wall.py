"""The wall of a class: its pages follow the room, its keys ask the host."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
import pytest

from game.campaign.campaign import Campaign
from game.classgallery import (
    ADDRESSES,
    CODE,
    DECISION,
    HostInMemory,
    answered,
    foreseen,
    host_in_memory,
    names,
    voted,
    walked,
    wall,
    wanted,
)
from game.playthrough.desk import Stage
from game.playthrough.playthrough import history
from game.room.pupils import table
from game.room.requests import (
    AddTime,
    Ask,
    Back,
    CloseVote,
    Count,
    Debrief,
    End,
    Lock,
    Mute,
    Next,
    OpenVote,
    PauseClock,
    Reveal,
    Send,
    StartClock,
)
from game.room.ways import Way
from game.screens.consequences import ConsequencesScreen
from game.screens.council import CouncilScreen
from game.screens.wall import NOT_AGAIN, UNANSWERED, WallScreen
from game.screens.wallstage import ReplyScreen
from game.settings import Settings
from tests.screens.player import Player, office


@dataclass
class Presenter:
    """Somebody before a class, at the keyboard of the computer with the projector."""

    player: Player
    host: HostInMemory

    @property
    def wall(self) -> WallScreen:
        """The screen of the class."""
        found = self.player.app.stack[0]
        assert isinstance(found, WallScreen)
        return found

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self.wall.inner.name

    def press(self, *keys: str) -> Presenter:
        """Press keys."""
        self.player.press(*keys)
        return self

    def follow(self) -> Presenter:
        """Let the window look at its host."""
        self.player.app.rest(0.1)
        return self


def before(host: HostInMemory, settings: Settings | None = None) -> Presenter:
    """Return a presenter before the class of a host."""
    at = office(host.campaign, settings or Settings(motion=False))
    return Presenter(Player(at, wall(at, host)), host)


@pytest.fixture
def lobby(harbour: Campaign) -> Presenter:
    """Before a class of seven that is in the lobby."""
    return before(host_in_memory(harbour, 7))


@pytest.fixture
def deciding(harbour: Campaign) -> Presenter:
    """Before a class of seven that may vote."""
    return before(walked(host_in_memory(harbour, 7), DECISION + 1))


def tied(campaign: Campaign) -> HostInMemory:
    """Return a host whose seven pupils are split, the chair silent, the count shown."""
    return walked(voted(walked(host_in_memory(campaign, 7), DECISION + 1), (3, 3)), 2)


# --- going on and back ---


@pytest.mark.parametrize("key", ["return", "space", "pagedown", "right"])
def test_each_key_of_a_presenter_leads_on(lobby: Presenter, key: str) -> None:
    lobby.press(key)

    assert lobby.host.asked == [Next()]
    assert lobby.page == "situation"


@pytest.mark.parametrize("key", ["pageup", "left"])
def test_each_key_of_a_presenter_leads_back(harbour: Campaign, key: str) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), 2)).press(key)

    assert presenter.host.asked[-1] == Back()
    assert presenter.page == "situation"


def test_tab_moves_the_focus_and_does_not_lead_on(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), 1))
    asked = len(presenter.host.asked)
    presenter.press("tab")

    assert len(presenter.host.asked) == asked
    assert presenter.wall.hand.focus


def test_the_wheel_never_leads_a_class_on(lobby: Presenter) -> None:
    for _ in range(5):
        lobby.player.scroll(-1)

    assert lobby.host.asked == []


def test_what_the_teacher_does_on_a_phone_is_followed(lobby: Presenter) -> None:
    walked(lobby.host, 2)

    assert lobby.follow().page == "telegram"


def test_a_page_that_lies_on_the_wall_goes_when_the_class_goes_on(lobby: Presenter) -> None:
    lobby.press("f1")
    assert lobby.player.top.name == "help"
    walked(lobby.host, 1)
    lobby.follow()

    assert [one.name for one in lobby.player.app.stack] == ["wall"]


def test_a_page_that_lies_on_the_wall_stays_when_somebody_comes_in(lobby: Presenter) -> None:
    lobby.press("f1")
    lobby.host.join(["Zora"])
    lobby.follow()

    assert lobby.player.top.name == "help"


def test_nothing_changes_while_nothing_happens(lobby: Presenter) -> None:
    app = lobby.player.app
    surface = pygame.Surface((1280, 720))
    app.draw(surface)

    assert not app.rest(0.1)
    assert app.draw(surface) is None


def test_somebody_who_comes_in_is_seen(lobby: Presenter) -> None:
    lobby.host.join(["Zora"])

    assert lobby.player.app.rest(0.1)
    assert "8 in the room" in lobby.player.text
    assert "zora" in lobby.player.text


def test_every_stage_of_a_campaign_comes_and_goes_by_one_key(harbour: Campaign) -> None:
    presenter = before(host_in_memory(harbour, 7))
    pages = [presenter.page]
    for _ in range(60):
        voted(presenter.host, (7,))
        presenter.press("pagedown")
        pages.append(presenter.page)

    assert list(dict.fromkeys(pages)) == [
        "lobby", "situation", "telegram", "council", "voting", "sending", "consequences", "record",
        "chronicle", "debrief",
    ]  # fmt: skip


def test_one_can_go_back_to_a_stage_in_the_bar(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), DECISION))
    presenter.player.click("stage:situation")

    assert presenter.host.asked[-3:] == [Back()] * 3
    assert presenter.page == "situation"


def test_a_refusal_is_told_in_words(lobby: Presenter) -> None:
    lobby.press("pageup")

    assert lobby.player.app.notice.text == "There is nothing before this. Go on instead."


# --- the council ---


def test_the_voices_of_the_council_are_heard_before_the_class_decides(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), 3))
    inner = presenter.wall.inner
    assert isinstance(inner, CouncilScreen)
    last = len(inner.scenario.council.speeches) - 1
    presenter.press(*["right"] * last)

    assert (presenter.page, inner.speaker) == ("council", last)
    assert presenter.press("left").page == "council"
    assert inner.speaker == last - 1
    assert presenter.press("right", "right").page == "voting"


def test_a_question_is_asked_of_the_room_and_its_answer_shown(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), 3))
    question = harbour.scenarios[0].council.questions[0]
    presenter.press("1")

    assert presenter.host.asked[-1] == Ask(str(question.id))
    assert str(question.answer)[:20].casefold() in presenter.player.text
    asked = len(presenter.host.asked)
    presenter.press("left", "1")
    assert len(presenter.host.asked) == asked
    assert str(question.answer)[:20].casefold() in presenter.player.text


def test_an_answer_asked_for_on_a_phone_is_shown(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), 3))
    question = harbour.scenarios[0].council.questions[0]
    presenter.host.ask(Ask(str(question.id)))

    assert str(question.answer)[:20].casefold() in presenter.follow().player.text


# --- the vote ---


def test_the_vote_opens_and_closes_by_a_key(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), DECISION)).press("f6", "f6")

    assert presenter.host.asked[-2:] == [OpenVote(), CloseVote()]


def test_the_count_is_shown_by_a_key(deciding: Presenter) -> None:
    deciding.press("f7")

    assert deciding.host.asked[-1] == Reveal()
    assert deciding.wall.shown.view.shared.revealed


def test_the_count_is_told_before_any_voice_is(deciding: Presenter) -> None:
    voted(deciding.host, (3, 1))
    deciding.follow()

    assert "4 of 7 have voted" in deciding.player.text
    assert [one for one in deciding.player.sheet.spots if ": 3 voices" in one.label] == []


def test_after_the_count_each_response_has_its_voices(deciding: Presenter) -> None:
    voted(deciding.host, (4, 1))
    deciding.press("f7")
    labels = [one.label for one in deciding.player.sheet.spots if one.role == "bar"]

    assert [one for one in labels if one.endswith(": 4 voices")]
    assert [one for one in labels if one.endswith(": 1 voice")]
    assert "most voices were for it" in deciding.player.text


def test_only_reasons_that_the_teacher_let_through_are_shown(deciding: Presenter) -> None:
    voted(deciding.host, (7,), "the ice holds")
    deciding.press("f7")
    assert "the ice holds" not in deciding.player.text
    deciding.host.show_reasons(names(1))

    assert "the ice holds" in deciding.follow().player.text


def test_a_tie_is_told_and_the_teacher_sends_one_of_the_tied(harbour: Campaign) -> None:
    presenter = before(tied(harbour)).press("return")
    assert presenter.player.app.notice.text == (
        "Nothing is decided. Send one of those that may be sent."
    )
    assert "voices are tied" in presenter.player.text
    second = table(harbour, presenter.host.room)[1]
    presenter.press("2")

    assert presenter.host.asked[-1] == Send(str(second))
    assert presenter.host.room.desk.playthrough.line == (second,)


def test_the_clock_starts_holds_and_gets_a_minute_more(deciding: Presenter) -> None:
    deciding.press("f8", "f12", "f12", "f8", "f8")

    assert deciding.host.asked[-5:] == [
        StartClock(300), AddTime(60), AddTime(60), PauseClock(), StartClock(),
    ]  # fmt: skip
    assert "07:00" in deciding.player.text


def test_the_clock_is_drawn_again_each_second_and_not_more_often(deciding: Presenter) -> None:
    deciding.press("f8")
    deciding.host.clock += 400
    first = deciding.player.app.rest(0.1)
    deciding.host.clock += 400
    second = deciding.player.app.rest(0.1)
    deciding.host.clock += 400
    third = deciding.player.app.rest(0.1)

    assert (first, second, third) == (False, False, True)
    assert "04:59" in deciding.player.text


def test_the_end_of_the_time_is_heard_once(deciding: Presenter) -> None:
    deciding.press("f8")
    deciding.host.clock += 301_000
    deciding.follow().host.join(["Zora"])
    deciding.follow()

    assert deciding.player.heard.count("stamp") == 1
    assert "00:00" in deciding.player.text


# --- raised hands ---


def test_hands_are_typed_in_and_counted(harbour: Campaign) -> None:
    host = walked(host_in_memory(harbour, 0, wanted(harbour, Way.HANDS)), DECISION + 2)
    presenter = before(host).press("return")
    assert presenter.player.top.name == "hands"
    first, *rest = map(str, table(harbour, host.room))
    presenter.press("1", "2", "x", "backspace", "4", "down", "3", "return")

    assert host.asked[-1] == Count({first: 14, rest[0]: 3} | dict.fromkeys(rest[1:], 0))
    assert presenter.press("return", "return").host.room.desk.playthrough.line == (first,)


def test_the_key_for_the_count_leads_to_the_hands_too(harbour: Campaign) -> None:
    host = walked(host_in_memory(harbour, 0, wanted(harbour, Way.SLIPS)), DECISION + 2)
    presenter = before(host).press("f7")
    assert presenter.player.top.name == "hands"

    assert presenter.press("escape").player.top.name == "wall"


# --- after the answer ---


def test_the_reply_goes_out_before_the_months_pass(harbour: Campaign) -> None:
    host = walked(voted(walked(host_in_memory(harbour, 7), DECISION + 1), (7,)), 2)
    presenter = before(host, Settings()).press("return")
    assert isinstance(presenter.wall.inner, ReplyScreen)
    presenter.press("return")
    assert isinstance(presenter.wall.inner, ReplyScreen)

    assert isinstance(presenter.press("return").wall.inner, ConsequencesScreen)


def test_what_the_class_expected_stands_beside_what_came(harbour: Campaign) -> None:
    host = answered(host_in_memory(harbour, 7))
    presenter = before(host).press("return", "return")
    assert presenter.page == "expected"
    assert "this came" in presenter.player.text
    assert presenter.press("left").page == "consequences"
    presenter.press("return", "return", "return")

    assert presenter.page == "record"


def test_without_points_the_record_follows_the_ledger(harbour: Campaign) -> None:
    host = walked(voted(walked(host_in_memory(harbour, 7), DECISION + 1), (7,)), 3)

    assert before(host).press("return", "return").page == "record"


def test_an_answer_is_taken_back_only_after_a_question(harbour: Campaign) -> None:
    host = answered(host_in_memory(harbour, 7))
    presenter = before(host).press("left")
    assert presenter.player.top.name == "question"
    presenter.press("return")
    assert len(host.room.desk.playthrough.line) == 1
    presenter.press("left").player.click("yes")

    assert host.room.desk.stage is Stage.DECISION
    assert (presenter.page, presenter.player.top.name) == ("voting", "wall")


def test_from_the_ledger_one_goes_back_to_the_months(harbour: Campaign) -> None:
    presenter = before(answered(host_in_memory(harbour, 7))).press("return")
    inner = presenter.wall.inner
    assert isinstance(inner, ConsequencesScreen)
    assert inner.ledger
    presenter.press("left")

    assert not inner.ledger


def test_the_ledger_can_be_seen_again_from_the_record(harbour: Campaign) -> None:
    presenter = before(walked(answered(host_in_memory(harbour, 7)), 1))
    presenter.player.click("stage:consequences")

    assert presenter.page == "consequences"
    assert presenter.host.room.desk.stage is Stage.CONSEQUENCES


def test_nothing_is_answered_again_before_a_class(harbour: Campaign) -> None:
    presenter = before(over(harbour))
    presenter.player.click("replay:0")

    assert presenter.player.app.notice.text == NOT_AGAIN
    assert presenter.page == "chronicle"


def over(campaign: Campaign) -> HostInMemory:
    """Return a host whose class has answered the last telegram and come to the chronicle."""
    before_it = history(campaign, len(campaign.scenarios) - 1)
    return walked(answered(host_in_memory(campaign, 7, wanted(campaign, before=before_it))), 2)


# --- the debrief ---


def test_the_debrief_has_three_steps_and_ends_after_a_question(harbour: Campaign) -> None:
    host = answered(host_in_memory(harbour, 7))
    host.ask(Debrief())
    presenter = before(host).press("right", "right")
    assert presenter.wall.shown.view.shared.debrief == 2
    presenter.press("return").player.click("yes")

    assert host.asked[-1] == End()
    assert presenter.page == "lesson-over"


def test_cards_are_secret_until_the_telegram_is_answered(harbour: Campaign) -> None:
    presenter = before(walked(host_in_memory(harbour, 7), DECISION)).press("shift+k")

    assert presenter.player.app.notice.text == UNANSWERED
    assert presenter.player.top.name == "wall"


def test_after_the_answer_all_cards_lie_side_by_side(harbour: Campaign) -> None:
    presenter = before(answered(host_in_memory(harbour, 7))).press("shift+k")
    assert presenter.player.top.name == "knew"
    first = harbour.scenarios[0].id
    cards = [card for seat in harbour.classroom.seats for card in seat.cards if card.id == first]
    labels = [one.label for one in presenter.player.sheet.spots]

    assert cards
    assert [one.text for one in cards if str(one.text) not in labels] == []
    assert presenter.press("escape").player.top.name == "wall"


# --- the menu, and leaving ---


def test_the_menu_locks_and_mutes(lobby: Presenter) -> None:
    lobby.press("escape").player.click("lock")
    lobby.player.click("mute")

    assert lobby.host.asked == [Lock(on=True), Mute(on=True)]
    lobby.follow().player.click("lock")
    assert lobby.host.asked[-1] == Lock(on=False)


def test_the_menu_leads_to_the_debrief(lobby: Presenter) -> None:
    lobby.press("f10").player.click("debrief")

    assert lobby.page == "debrief"
    assert lobby.player.top.name == "wall"


def test_a_playthrough_of_a_class_is_saved_only_if_that_is_asked_for(lobby: Presenter) -> None:
    shelf = lobby.player.office.shelf
    lobby.press("right", "right", "right", "f9", "f5")
    assert (lobby.player.kept, shelf.rows()) == ([], ())
    lobby.press("escape").player.click("save")

    assert [row.desk for row in shelf.rows()] == [lobby.host.room.desk]


def test_the_teachers_page_opens_in_the_browser(lobby: Presenter) -> None:
    lobby.press("f4")

    assert lobby.player.office.classes.browsed == [lobby.host.teacher_url]  # type: ignore[attr-defined]


def test_the_menu_tells_what_keeps_phones_out(lobby: Presenter) -> None:
    lobby.press("escape").player.click("unreached")

    assert ADDRESSES[1].url in lobby.player.text


@pytest.mark.parametrize("key", ["f3", ".", "b"])
def test_the_screen_goes_black_and_any_key_brings_it_back(lobby: Presenter, key: str) -> None:
    lobby.press(key)
    assert lobby.player.text == ""
    lobby.press("pagedown")

    assert CODE.casefold() in lobby.player.text
    assert lobby.host.asked == []


def test_f5_fills_the_screen_as_a_presenters_remote_wants(lobby: Presenter) -> None:
    lobby.press("f5")

    assert lobby.player.office.settings.fullscreen


def test_a_window_that_is_closed_asks_once(lobby: Presenter) -> None:
    lobby.player.event(pygame.Event(pygame.QUIT))
    assert lobby.player.top.name == "question"
    assert lobby.host.is_open
    lobby.player.event(pygame.Event(pygame.QUIT))

    assert lobby.player.app.is_over()
    assert not lobby.host.is_open


def test_hosting_goes_on_if_that_is_the_answer(lobby: Presenter) -> None:
    lobby.press("ctrl+q", "return")
    assert lobby.host.is_open
    lobby.press("ctrl+q")

    assert lobby.player.top.name == "question"


def test_whoever_ends_hosting_comes_to_the_title(lobby: Presenter) -> None:
    lobby.press("escape").player.click("leave").click("yes")

    assert lobby.player.top.name == "title"
    assert not lobby.host.is_open


def test_loading_a_save_before_a_class_asks_too(lobby: Presenter) -> None:
    lobby.press("escape").player.click("save")
    lobby.press("escape", "f9")

    assert lobby.player.top.name == "question"


# --- what a wall may show ---


def every_page(campaign: Campaign) -> list[HostInMemory]:
    """Return a host at every stage of the first telegram, its pupils having said all they can."""
    found = [walked(host_in_memory(campaign, 40), step) for step in range(DECISION + 1)]
    voting = foreseen(
        voted(walked(host_in_memory(campaign, 40), DECISION + 1), (20, 9, 4), "a secret reason")
    )
    shown = walked(foreseen(voted(walked(host_in_memory(campaign, 40), DECISION + 1), (9, 9))), 2)
    after = answered(host_in_memory(campaign, 40))
    record = walked(answered(host_in_memory(campaign, 40)), 1)
    debrief = answered(host_in_memory(campaign, 40))
    debrief.ask(Debrief())
    ended = answered(host_in_memory(campaign, 40))
    ended.ask(End())
    return [*found, voting, shown, after, record, debrief, ended]


def told(presenter: Presenter) -> str:
    """Return all that the wall shows or reads out."""
    labels = " ".join(f"{one.label} {one.value}" for one in presenter.player.sheet.spots)
    return f"{presenter.player.text} {labels}".casefold()


@pytest.mark.parametrize("number", range(11))
def test_nothing_private_is_ever_on_the_wall(shipped: Campaign, number: int) -> None:
    host = every_page(shipped)[number]
    seen = told(before(host))
    seats = shipped.classroom.seats
    private = [
        *(str(seat.interest) for seat in seats),
        *(str(card.text) for seat in seats for card in seat.cards),
        *(pupil.digest for pupil in host.room.pupils.values()),
        host.teacher_url,
        host.teacher_url.rpartition("/")[2],
        "a secret reason",
    ]

    assert [one for one in private if one.casefold() in seen] == []


@pytest.mark.parametrize("number", range(1, 11))
def test_names_are_on_the_wall_in_the_lobby_only(shipped: Campaign, number: int) -> None:
    host = walked(host_in_memory(shipped).join(["Xanthippe"]), 0)
    walked(host, number)
    seen = told(before(host))

    assert "xanthippe" in told(before(host_in_memory(shipped).join(["Xanthippe"])))
    assert "xanthippe" not in seen


def test_a_tally_that_is_not_revealed_is_nowhere_on_the_wall(shipped: Campaign) -> None:
    host = voted(walked(host_in_memory(shipped, 40), DECISION + 1), (23, 9))
    closed = walked(voted(walked(host_in_memory(shipped, 40), DECISION + 1), (23, 9)), 1)
    seen = [told(before(one)) for one in (host, closed)]

    assert [one for one in seen if "23" in one] == []
    assert "23" in told(before(walked(closed, 1)))


def test_the_code_stands_over_every_stage_for_those_who_come_late(harbour: Campaign) -> None:
    hosts = [walked(host_in_memory(harbour, 7), step) for step in range(DECISION + 3)]

    assert [one for one in hosts if CODE.casefold() not in told(before(one))] == []


@pytest.mark.parametrize(("pupils", "are_named"), [(3, True), (34, True), (200, False)])
def test_names_are_shown_as_long_as_they_fit(
    shipped: Campaign, pupils: int, *, are_named: bool
) -> None:
    presenter = before(host_in_memory(shipped, pupils))

    assert ("ana" in presenter.player.text) is are_named
    assert f"{pupils} in the room" in presenter.player.text


def test_without_a_network_the_lobby_says_what_would_do(harbour: Campaign) -> None:
    host = host_in_memory(harbour, 0)
    host.addresses = ()

    assert "this computer is in no network" in before(host).player.text
