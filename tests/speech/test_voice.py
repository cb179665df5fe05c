"""The voice speaks in a thread of its own: nobody waits, a new text cuts the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import Queue
from threading import Event

import pytest

from game.speech.voice import NoVoice, Speaking
from game.speech.voices import Mouth

PATIENCE = 10.0
"""Seconds after which something that should have happened will not happen any more."""


class Stub:
    """A mouth that speaks until it is told that it has."""

    def __init__(self, name: str = "stub", *, fails: bool = False) -> None:
        self.name = name
        self.fails = fails
        self.heard: Queue[str] = Queue()
        self.done = Event()
        self.done.set()

    def begin(self, text: str, rate: int) -> None:
        self.done.clear()
        if self.fails:
            self.done.set()
        self.heard.put(f"{text} at {rate}")

    def is_speaking(self) -> bool:
        return not self.done.is_set()

    def has_failed(self) -> bool:
        return self.fails and not self.heard.empty()

    def stop(self) -> None:
        self.done.set()
        self.heard.put("stop")

    def next(self) -> str:
        """Return what it did next."""
        return self.heard.get(timeout=PATIENCE)


Make = Callable[..., Speaking]


@pytest.fixture
def make() -> Iterator[Make]:
    """What makes a voice out of mouths, and ends it after the test."""
    made: list[Speaking] = []

    def of(*mouths: Mouth) -> Speaking:
        made.append(Speaking(lambda: iter(mouths)))
        return made[-1]

    yield of
    for one in made:
        one.close()


def test_a_text_is_said_at_its_rate(make: Make) -> None:
    stub = Stub()

    make(stub).say("Yan'an.", 180, cut=False)

    assert stub.next() == "Yan'an. at 180"


def test_a_new_text_cuts_the_old_one(make: Make) -> None:
    stub = Stub()
    voice = make(stub)

    voice.say("One.", 180, cut=False)
    first = stub.next()
    voice.say("Two.", 180)

    assert (first, stub.next(), stub.next()) == ("One. at 180", "stop", "Two. at 180")


def test_what_need_not_cut_waits_for_the_end_of_the_old_text(make: Make) -> None:
    stub = Stub()
    voice = make(stub)
    voice.say("One.", 180, cut=False)
    assert stub.next() == "One. at 180"
    voice.say("Two.", 180, cut=False)
    assert stub.heard.empty()

    stub.done.set()

    assert stub.next() == "Two. at 180"


def test_a_cut_forgets_what_was_waiting(make: Make) -> None:
    stub = Stub()
    voice = make(stub)
    voice.say("One.", 180, cut=False)
    stub.next()
    voice.say("Two.", 180, cut=False)

    voice.say("Three.", 180)

    assert (stub.next(), stub.next()) == ("stop", "Three. at 180")


def test_it_falls_silent_when_told(make: Make) -> None:
    stub = Stub()
    voice = make(stub)
    voice.say("One.", 180, cut=False)
    stub.next()

    voice.hush()

    assert stub.next() == "stop"


def test_it_is_busy_as_long_as_it_speaks(make: Make) -> None:
    stub = Stub()
    voice = make(stub)

    voice.say("One.", 180, cut=False)
    stub.next()

    assert voice.is_busy


def test_closing_ends_what_is_being_said(make: Make) -> None:
    stub = Stub()
    voice = make(stub)
    voice.say("One.", 180, cut=False)
    stub.next()

    voice.close()

    assert stub.next() == "stop"


def test_after_closing_nothing_is_said(make: Make) -> None:
    stub = Stub()
    voice = make(stub)
    assert voice.name == "stub"
    voice.close()
    assert stub.next() == "stop"

    voice.say("One.", 180)

    assert stub.heard.empty()


def test_a_voice_that_fails_gives_its_text_to_the_next(make: Make) -> None:
    broken, sound = Stub("broken", fails=True), Stub("sound")

    make(broken, sound).say("One.", 180, cut=False)

    assert sound.next() == "One. at 180"


def test_the_name_is_that_of_the_best_voice(make: Make) -> None:
    assert make(Stub("best"), Stub("other")).name == "best"


def test_without_a_voice_the_name_is_empty_and_nothing_is_ever_busy(make: Make) -> None:
    voice = make()
    assert voice.name == ""

    voice.say("One.", 180)

    assert not voice.is_busy


def test_when_the_last_voice_fails_there_is_none(make: Make) -> None:
    broken = Stub("broken", fails=True)
    voice = make(broken)
    voice.say("One.", 180, cut=False)
    broken.next()
    assert voice._thread is not None

    broken.heard.put("failed")
    voice._thread.join(PATIENCE)

    assert (voice.name, voice.is_busy) == ("", False)


def test_nothing_is_looked_for_before_it_is_needed() -> None:
    looked: list[str] = []

    def find() -> Iterator[Mouth]:
        looked.append("looked")
        return iter(())

    Speaking(find).close()

    assert looked == []


def test_no_voice_is_silent() -> None:
    none = NoVoice()
    none.say("One.", 180)
    none.hush()

    assert (none.name, none.is_busy) == ("", False)
