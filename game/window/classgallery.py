"""A class in memory: for pictures and for tests of the wall. It has no network and no disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from game.campaign.campaign import Campaign
from game.campaign.classroom import DebriefStep
from game.campaign.words import Id, ResponseId
from game.classroom.hosting import Address, Hosting
from game.classroom.opening import Hosted, KeptRoom, Wanted
from game.playthrough.playthrough import history
from game.room.events import AnyEvent, Opened, PupilId, ReasonShown
from game.room.pupils import join, of_pupil, table
from game.room.refusals import Refused
from game.room.requests import (
    CastVote,
    Debrief,
    End,
    Next,
    PupilRequest,
    SplitPoints,
    StartClock,
    TeacherRequest,
)
from game.room.room import Room, fold, opened
from game.room.teacher import of_teacher
from game.room.ways import Way
from game.screens.menus.classroom import ClassroomScreen
from game.screens.screen import Move, Office, Open, Quit, Screen
from game.screens.wall.hands import HandsScreen
from game.screens.wall.knew import KnewScreen
from game.screens.wall.menu import WallMenu
from game.screens.wall.view import shown_of
from game.screens.wall.wall import WallScreen

CODE, OTHER_CODE = "KTMR", "WQPE"
SECRET = "a-secret-that-no-wall-shows"
ADDRESSES = (
    Address("http://192.168.4.21:8410", "Wi-Fi"),
    Address("http://10.0.12.7:8410", "cable"),
)
NAMES = (
    "Wei", "Ana", "Jonas", "Li", "Otto", "Sam", "Yusuf", "Bo", "Carla", "Dmitri", "Eve", "Finn",
    "Gao", "Hana", "Ivo", "Jia", "Kim", "Leo", "Mina", "Nils", "Olga", "Pia", "Qi", "Ravi", "Sara",
    "Tom", "Uma", "Vera", "Will", "Xu", "Yan", "Zoe", "Amir", "Bea",
)  # fmt: skip
"""Thirty-four pupils."""
BEFORE_NOW = 1_800_000_000_000
"""The moment at which its clock begins, in milliseconds."""
DECISION = 4
"""Steps from the lobby to the decision."""
REASON = "They are five hundred kilometres away, and our rifles have thirty rounds each."


@dataclass
class HostInMemory:
    """A host without a network: tests and pictures are its pupils."""

    campaign: Campaign
    room: Room
    addresses: tuple[Address, ...] = ADDRESSES
    changes: int = 0
    clock: int = BEFORE_NOW
    asked: list[TeacherRequest] = field(default_factory=list)
    """All that was asked of it, the oldest first."""
    is_open: bool = True
    told: Callable[[], None] = lambda: None
    """Called at every change."""

    @property
    def teacher_url(self) -> str:
        """The teacher's page, with a secret."""
        return f"{ADDRESSES[0].url}/teacher/{SECRET}"

    def now(self) -> int:
        """Return its clock."""
        return self.clock

    def listen(self, told: Callable[[], None]) -> None:
        """Have somebody told of every change."""
        self.told = told

    def close(self) -> None:
        """Take no more requests."""
        self.is_open = False

    def ask(self, request: TeacherRequest) -> Refused | None:
        """Do as the teacher asks."""
        self.asked.append(request)
        return self._fold(of_teacher(self.campaign, self.room, request, self.clock))

    def pupil(self, name: str, request: PupilRequest) -> Refused | None:
        """Do as a pupil asks."""
        return self._fold(of_pupil(self.campaign, self.room, PupilId(name), request))

    def join(self, names: Iterable[str]) -> HostInMemory:
        """Let pupils come in, each with the name as id."""
        for name in names:
            self._fold_one(join(self.campaign, self.room, name, PupilId(name), f"digest of {name}"))
        return self

    def show_reasons(self, names: Iterable[str]) -> None:
        """Let everybody see the reasons of some pupils."""
        self._fold(tuple(ReasonShown(PupilId(name), on=True) for name in names))

    def _fold_one(self, outcome: AnyEvent | Refused) -> None:
        self._fold(outcome if isinstance(outcome, Refused) else (outcome,))

    def _fold(self, outcome: tuple[AnyEvent, ...] | Refused) -> Refused | None:
        if isinstance(outcome, Refused):
            return outcome
        for event in outcome:
            self.room = fold(self.room, event)
        self.changes += bool(outcome)
        self.told()
        return None


def wanted(
    campaign: Campaign,
    way: Way = Way.EACH,
    before: tuple[ResponseId, ...] = (),
    name: str = "Class 10b",
) -> Wanted:
    """Return the wish for a room without luck."""
    reading = Id(campaign.model.readings[0].id)
    return Wanted(name, way, before, seed=1, chance=False, reading=reading)


def host_in_memory(
    campaign: Campaign, pupils: int = 0, wish: Wanted | None = None, code: str = CODE
) -> HostInMemory:
    """Return a host whose room is open under a code, with some pupils in it."""
    asked = wish or wanted(campaign)
    event = Opened(
        code=code,
        name=asked.name,
        campaign=campaign.outline.id,
        version=campaign.outline.version,
        seed=asked.seed,
        chance=asked.chance,
        reading=asked.reading,
        way=asked.way,
        before=asked.before,
    )
    return HostInMemory(campaign, opened(event)).join(names(pupils))


def names(pupils: int) -> list[str]:
    """Return so many names; after those there are, with numbers."""
    rounds = range(pupils // len(NAMES) + 1)
    return [f"{one} {n + 1}" if n else one for n in rounds for one in NAMES][:pupils]


def walked(host: HostInMemory, steps: int) -> HostInMemory:
    """Return a host whose teacher has gone on some steps."""
    for _ in range(steps):
        host.ask(Next())
    return host


def voted(host: HostInMemory, voices: tuple[int, ...], reason: str = "") -> HostInMemory:
    """Return a host with so many voices for each response on the table; the chair is heard last."""
    on_table = table(host.campaign, host.room)
    said = [key for key, many in zip(on_table, voices, strict=False) for _ in range(many)]
    for name, response in zip(list(host.room.pupils)[::-1], said, strict=False):
        host.pupil(name, CastVote(host.room.turn, response, reason))
    return host


def foreseen(host: HostInMemory) -> HostInMemory:
    """Return a host whose pupils have spread their points over every estimate."""
    asked = host.campaign.scenarios[host.room.turn].decision.estimates
    for number, name in enumerate(host.room.pupils):
        for one in asked:
            points = [0] * len(one.answers)
            points[number % len(points)] = 30
            points[(number + 1) % len(points)] += 20
            host.pupil(name, SplitPoints(host.room.turn, one.id, tuple(points)))
    return host


@dataclass
class ClassesInMemory:
    """Rooms that live in memory only."""

    rooms: list[KeptRoom] = field(default_factory=list)
    trouble: str = ""
    """What goes wrong when a room is opened, if anything does."""
    hosts: list[HostInMemory] = field(default_factory=list)
    """Every host that was started."""
    others: tuple[Room, ...] = ()
    """Rooms of other classes."""
    browsed: list[str] = field(default_factory=list)
    """Every page that was opened in a browser."""

    def kept(self) -> tuple[KeptRoom, ...]:
        """Return the rooms of earlier lessons."""
        return tuple(self.rooms)

    def open(self, campaign: Campaign, wanted: Wanted) -> Hosted | str:
        """Open a room."""
        return self.trouble or self._hosted(host_in_memory(campaign, wish=wanted))

    def resume(self, campaign: Campaign, key: str) -> Hosted | str:
        """Take up a room, with nobody in it yet."""
        room = next(one for one in self.rooms if one.key == key)
        return self.trouble or self._hosted(
            host_in_memory(campaign, wish=wanted(campaign, name=room.name))
        )

    def delete(self, key: str) -> str:
        """Forget a room."""
        if not self.trouble:
            self.rooms = [one for one in self.rooms if one.key != key]
        return self.trouble

    def beside(self, campaign: Campaign, here: Room) -> tuple[Room, ...]:  # noqa: ARG002 - given
        """Return the rooms of other classes."""
        return self.others

    def close(self) -> None:
        """End every host."""
        for host in self.hosts:
            host.close()

    def browse(self, hosting: Hosting) -> str:
        """Note that the teacher's page was opened."""
        self.browsed.append(hosting.teacher_url)
        return "The teacher's page is open in the browser."

    def _hosted(self, host: HostInMemory) -> Hosted:
        self.hosts.append(host)
        return Hosted(host, host.close)


Scene = tuple[str, tuple[Screen, ...]]
"""The name of a picture, and the screens that lie on one another in it."""
KEPT = (
    KeptRoom("a", "WQPE", "Class 9a", "3 March 2027, 10:40", pupils=28, answered=6),
    KeptRoom("b", "HTRC", "Class 10b", "1 March 2027, 8:55", pupils=31, answered=1),
)
"""Rooms of earlier lessons."""


def class_scenes(office: Office) -> Iterator[Scene]:
    """Yield the pages of a class: before it, at every stage, and after it."""
    kept = replace(office, classes=ClassesInMemory(list(KEPT)))
    yield "classroom", (ClassroomScreen(office),)
    yield "classroom-rooms", (ClassroomScreen(kept),)
    campaign = office.campaign
    for name, many in (("", 34), ("-empty", 0), ("-3", 3), ("-200", 200)):
        yield f"wall-lobby{name}", (wall(office, host_in_memory(campaign, many)),)
    alone = host_in_memory(campaign, 5)
    alone.addresses = ()
    yield "wall-lobby-alone", (wall(office, alone),)
    lobby = wall(office, host_in_memory(campaign, 34))
    yield "wall-menu", (lobby, WallMenu(lobby))
    yield "wall-leave", (lobby, _opened(lobby.leave(Quit())))
    yield from _before(office)
    for number, name in enumerate(("situation", "telegram", "council"), 1):
        screen = wall(office, walked(host_in_memory(campaign, 34), number))
        rest(screen)
        yield f"wall-{name}", (screen,)
    yield from _deciding(office)
    yield from _answered(office)


def _before(office: Office) -> Iterator[Scene]:
    """Yield what a class is told before the first telegram, and before a later one."""
    campaign = office.campaign
    late = min(3, len(campaign.scenarios) - 1)
    for name, first in (("", 0), ("-late", late)):
        wish = wanted(campaign, before=history(campaign, first))
        screen = wall(office, host_in_memory(campaign, 34, wish))
        screen.act("next")
        yield f"wall-before{name}", (screen,)
    known = wall(office, host_in_memory(campaign, 34))
    known.act("wall:known")
    yield "wall-known", (known,)


def _deciding(office: Office) -> Iterator[Scene]:
    """Yield the vote: before it, open with a clock, counted, tied, and by raised hands."""
    campaign = office.campaign
    yield "wall-decision", (wall(office, walked(host_in_memory(campaign, 34), DECISION)),)
    opened_one = walked(host_in_memory(campaign, 34), DECISION + 1)
    opened_one.ask(StartClock(102))
    foreseen(voted(opened_one, (6, 9, 3, 2)))
    yield "wall-voting", (wall(office, opened_one),)
    shown = voted(walked(host_in_memory(campaign, 34), DECISION + 1), (6, 13, 7, 2, 4), REASON)
    walked(shown, 2)
    shown.show_reasons(list(shown.room.pupils)[4:8])
    yield "wall-counted", (wall(office, shown),)
    tied = walked(voted(walked(host_in_memory(campaign, 34), DECISION + 1), (12, 12, 6)), 2)
    yield "wall-tied", (wall(office, tied),)
    wish = wanted(campaign, Way.HANDS)
    hands = walked(host_in_memory(campaign, 0, wish), DECISION + 1)
    yield "wall-by-hand", (wall(office, hands),)
    page = HandsScreen(office, hands, shown_of(hands))
    page.act("typed:7")
    yield "wall-hands", (page,)


def _answered(office: Office) -> Iterator[Scene]:
    """Yield what follows the answer: reply, ledger, what was expected, record, debrief, end."""
    campaign = office.campaign
    host = answered(host_in_memory(campaign, 34))
    before = wall(office, walked(answered_but_one(campaign), 0))
    before.hosting.ask(Next())
    before.follow()
    yield "wall-reply", (rest(before),)
    screen = wall(office, host)
    screen.act("ledger")
    yield "wall-ledger", (rest(screen),)
    expects = wall(office, host)
    expects.act("next")
    yield "wall-expected", (rest(expects),)
    yield "wall-knew", (screen, KnewScreen(office, shown_of(host)))
    yield "wall-record", (rest(wall(office, walked(host, 1))),)
    yield from _over(office, host)


def _over(office: Office, host: HostInMemory) -> Iterator[Scene]:
    """Yield the steps of the debrief, the chronicle of a class, and the end."""
    host.ask(Debrief())
    for step in range(len(DebriefStep)):
        yield f"wall-debrief-{step + 1}", (wall(office, host),)
        host.ask(Next())
    sure = wall(office, host)
    sure.act("wall:sure")
    yield "wall-sure", (sure,)
    host.ask(End())
    others = ClassesInMemory(others=(beside(office.campaign),))
    ended = wall(replace(office, classes=others), host)
    yield "wall-over", (ended,)
    compared = wall(replace(office, classes=others), host)
    compared.act("wall:beside")
    yield "wall-beside", (compared,)
    last = len(office.campaign.scenarios) - 1
    wish = wanted(office.campaign, before=history(office.campaign, last))
    whole = walked(answered(host_in_memory(office.campaign, 34, wish)), 2)
    yield "wall-chronicle", (rest(wall(office, whole)),)
    whole.ask(End())
    yield "wall-over-whole", (wall(office, whole),)


def beside(campaign: Campaign) -> Room:
    """Return the room of another class, which answered the first telegram otherwise."""
    host = host_in_memory(campaign, 9, wanted(campaign, name="Class 10a"), OTHER_CODE)
    other = walked(host, DECISION + 1)
    return walked(voted(other, (2, 1, 6)), 3).room


def wall(office: Office, host: HostInMemory) -> WallScreen:
    """Return the wall of a room as it is."""
    return WallScreen(office, Hosted(host, host.close))


def rest(screen: WallScreen) -> WallScreen:
    """Return a wall after its animations."""
    screen.update(1000.0)
    screen.update(1000.0)
    return screen


def answered_but_one(campaign: Campaign) -> HostInMemory:
    """Return a host whose class has decided and has not sent it yet."""
    host = foreseen(walked(host_in_memory(campaign, 34), DECISION + 1))
    return walked(voted(host, (4, 20, 6)), 2)


def answered(host: HostInMemory) -> HostInMemory:
    """Return a host whose class has answered the telegram on the table."""
    foreseen(walked(host, DECISION + 1))
    return walked(voted(host, (4, 20, 6)), 3)


def _opened(move: Move) -> Screen:
    """Return the screen that a move opens."""
    assert isinstance(move, Open), "it opens something"
    return move.screen
