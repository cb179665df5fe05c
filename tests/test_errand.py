"""Things that take seconds, done beside the game."""

from __future__ import annotations

from threading import Event

from game.errand import Errand, Watch


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


def test_what_goes_wrong_is_kept() -> None:
    def do(_: Watch) -> None:
        raise OSError(28, "full")

    errand = Errand(do)
    errand.wait()

    assert isinstance(errand.error, OSError)
    assert errand.result is None
