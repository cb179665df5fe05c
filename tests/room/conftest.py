"""A class in the harbour."""

from __future__ import annotations

import pytest

from game.campaign.campaign import Campaign
from game.room.requests import Next
from tests.room.class_of import Session, with_class


@pytest.fixture(scope="session")
def town(harbour: Campaign) -> Campaign:
    """The harbour with three seats."""
    return with_class(harbour)


@pytest.fixture
def lesson(town: Campaign) -> Session:
    """A room in its lobby, nobody in it."""
    return Session(town)


@pytest.fixture
def deciding(lesson: Session) -> Session:
    """Four pupils, the vote on the first telegram open: Ann is the chair."""
    lesson.comes("Ann", "Ben", "Cid", "Dot")
    lesson.teacher(*(Next() for _ in range(5)))
    return lesson
