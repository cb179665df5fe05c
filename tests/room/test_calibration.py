"""What a class expected beside what came."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.room.calibration import FEW, brier, calibration, in_words
from game.room.requests import Next, SplitPoints
from tests.room.class_of import WAIT, Session

NAMES = ("Ann", "Ben", "Cid", "Dot")


def foreseen(lesson: Session, *points: tuple[int, int, int]) -> Session:
    """Let pupils spread points, and send the answer."""
    for name, spread in zip(NAMES, points, strict=False):
        lesson.pupil(name, SplitPoints(0, "crest", spread))
    lesson.vote(Ann=WAIT)
    lesson.teacher(Next(), Next(), Next())
    return lesson


def test_a_sure_forecast_scores_nothing_when_right_and_two_when_wrong() -> None:
    assert brier((1.0, 0.0, 0.0), 0) == 0
    assert brier((1.0, 0.0, 0.0), 1) == 2


@given(st.lists(st.integers(0, 50), min_size=2, max_size=6).filter(any), st.data())
def test_a_score_lies_between_nothing_and_two(points: list[int], data: st.DataObject) -> None:
    shares = tuple(one / sum(points) for one in points)
    came = data.draw(st.integers(0, len(points) - 1))
    assert 0 <= brier(shares, came) <= 2 + 1e-9


def test_the_class_is_one_forecaster_of_the_mean(deciding: Session) -> None:
    foreseen(deciding, (50, 0, 0), (0, 50, 0))
    (found,) = calibration(deciding.campaign, deciding.room).forecasts
    assert (found.shares, found.pupils) == ((0.5, 0.5, 0.0), 2)
    assert found.even == pytest.approx(2 / 3)


def test_every_share_that_was_given_lies_in_one_bin(deciding: Session) -> None:
    foreseen(deciding, (50, 0, 0), (25, 25, 0), (10, 20, 20), (0, 0, 50))
    found = calibration(deciding.campaign, deciding.room)
    assert sum(one.given for one in found.bins) == 12
    assert sum(one.came for one in found.bins) == 4


def test_a_class_without_points_is_told_so(deciding: Session) -> None:
    foreseen(deciding)
    found = calibration(deciding.campaign, deciding.room)
    assert found.forecasts == ()
    assert in_words(found) == ("Nobody spread points over what would follow.",)


def test_few_points_say_little_and_the_words_say_that(deciding: Session) -> None:
    foreseen(deciding, (50, 0, 0))
    assert in_words(calibration(deciding.campaign, deciding.room))[-1].startswith(
        "There are too few"
    )


def test_bins_with_enough_in_them_are_told(deciding: Session) -> None:
    deciding.comes(*(f"P{number}" for number in range(FEW)))
    for number in range(FEW):
        deciding.pupil(f"P{number}", SplitPoints(0, "crest", (50, 0, 0)))
    foreseen(deciding)
    said = in_words(calibration(deciding.campaign, deciding.room))
    assert any(one.startswith("Where somebody put 80% to 100%") for one in said)
