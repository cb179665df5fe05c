"""Things that take seconds, done beside the game."""

from __future__ import annotations

from threading import Event, Thread
from unittest.mock import Mock

from game.errand import Errand, Errands, Watch


def test_it_goes_on_by_itself_and_comes_to_a_result() -> None:
    gate = Event()

    def do(watch: Watch) -> int:
        watch(0.5)
        gate.wait()
        return 7

    errand = Errand(do)
    before = errand.pass_by(0.01), errand.result
    gate.set()
    errand.wait()

    assert before == (True, None)
    assert (errand.is_done, errand.result, errand.share) == (True, 7, 1.0)


def test_whoever_lets_much_time_pass_at_once_waits_for_the_whole() -> None:
    errand = Errand(lambda _: "done")

    assert not errand.pass_by(1000.0)
    assert errand.result == "done"


def test_one_is_done_after_the_other() -> None:
    """What is computed shares recordings, which two threads at once would spoil."""
    begun, gate, done = Event(), Event(), []

    def first(_: Watch) -> None:
        begun.set()
        gate.wait()
        done.append("first")

    one = Errand(first)
    begun.wait()
    other = Errand(lambda _: done.append("second"))
    goes_on = other.pass_by(0.01)
    gate.set()
    other.wait()

    assert goes_on
    assert (done, one.error) == (["first", "second"], None)


def test_what_goes_wrong_is_kept() -> None:
    def do(_: Watch) -> None:
        raise OSError(28, "full")

    errand = Errand(do)
    errand.wait()

    assert isinstance(errand.error, OSError)
    assert errand.result is None


def test_how_far_a_thing_is_is_told_in_quarters_and_then_what_came_of_it() -> None:
    steps, reached = [Event() for _ in range(3)], [Event() for _ in range(3)]

    def do(watch: Watch) -> str:
        for share, step, come in zip((0.1, 0.3, 0.6), steps, reached, strict=True):
            watch(share)
            come.set()
            step.wait()
        return "Kept."

    errands, told = Errands(), []
    told.append(errands.begin("Keeping it", do))
    for step, come in zip(steps, reached, strict=True):
        come.wait()
        told += [errands.news(), errands.news()]
        step.set()
    errands.finish()
    told += [errands.news(), errands.news()]

    assert told == [
        "Keeping it. You can go on meanwhile.",
        *("", ""),
        *("Keeping it: 25 %", ""),
        *("Keeping it: 50 %", ""),
        *("Kept.", ""),
    ]


def test_a_thing_that_is_under_way_is_not_begun_again() -> None:
    gate, errands, begun = Event(), Errands(), []

    def do(_: Watch) -> str:
        begun.append(1)
        gate.wait()
        return "Kept."

    errands.begin("Keeping it", do)
    said = errands.begin("Keeping it", do)
    gate.set()
    errands.finish()

    assert said == "Keeping it: that is under way already."
    assert begun == [1]


def test_a_thing_that_fails_is_told() -> None:
    errands = Errands()
    errands.begin("Keeping it", Mock(side_effect=KeyError("a slip")))
    errands.finish()

    assert errands.news() == "Keeping it came to nothing: 'a slip'"


def test_whoever_leaves_waits_until_all_is_done() -> None:
    gate, errands, done = Event(), Errands(), []

    def do(_: Watch) -> str:
        gate.wait()
        done.append(1)
        return "Kept."

    errands.begin("Keeping it", do)
    leaver = Thread(target=errands.finish)
    leaver.start()
    before = list(done)
    gate.set()
    leaver.join()

    assert (before, done) == ([], [1])
