"""What is heard around the player: the place's ambience, and music in the mood of the situation."""

from __future__ import annotations

from enum import StrEnum

from game.campaign.campaign import Campaign
from game.campaign.formula import Formula
from game.campaign.soundscape import Ambience, Around
from game.campaign.words import Month
from game.frozen import dataclass
from game.playthrough.desk import Desk, Stage, replay_of, scenario_of
from game.simulation.arithmetic import NoValueError
from game.simulation.course import Course


class Mood(StrEnum):
    """How things stand, as far as music can tell."""

    CALM = "calm"
    STRAINED = "strained"
    GRAVE = "grave"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What goes round while nothing happens."""

    ambience: Ambience = Ambience.SILENCE
    mood: Mood = Mood.CALM

    @property
    def bed(self) -> str:
        """The name of the music in this mood."""
        return f"music-{self.mood}"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of everything that is heard; silence has none."""
        around = () if self.ambience is Ambience.SILENCE else (str(self.ambience),)
        return (*around, self.bed)


def at_title(campaign: Campaign) -> Surroundings:
    """Return what is heard before anything has begun."""
    return Surroundings(campaign.outline.sound.title)


def around_desk(
    campaign: Campaign, desk: Desk, *, page: int = 0, passed: bool = True
) -> Surroundings:
    """Return what is heard at a desk.

    Args:
        campaign: what is played.
        desk: where the player sits.
        page: the page of the opening that lies open, from 0.
        passed: whether the months between have passed: until then the music knows nothing of them.
    """
    month = _month_of(campaign, desk, passed=passed)
    return Surroundings(
        _ambience(campaign, desk, page), mood(campaign, replay_of(campaign, desk).course, month)
    )


def mood(campaign: Campaign, course: Course, month: Month) -> Mood:
    """Return the mood of a month, by the campaign's own rules."""
    rules = campaign.outline.sound
    if _holds(rules.grave, course, month):
        return Mood.GRAVE
    return Mood.STRAINED if _holds(rules.strained, course, month) else Mood.CALM


def _holds(rule: Formula | None, course: Course, month: Month) -> bool:
    """Return whether a rule holds; one without a value does not: nobody stops playing for it."""
    try:
        return rule is not None and bool(course.formula(rule, month))
    except NoValueError:
        return False


def _ambience(campaign: Campaign, desk: Desk, page: int) -> Ambience:
    outline = campaign.outline
    match desk.stage:
        case Stage.OPENING:
            own = [one.ambience for one in outline.opening[page : page + 1] if one.ambience]
            return own[0] if own else outline.sound.opening
        case Stage.CHRONICLE:
            return outline.sound.chronicle
        case stage:
            here, anywhere = scenario_of(campaign, desk).around, outline.sound.around
            return _at(here, stage) or _at(anywhere, stage) or Ambience.SILENCE


def _at(around: Around, stage: Stage) -> Ambience | None:
    found: Ambience | None = getattr(around, stage)  # the keys are the stages' names
    return found


def _month_of(campaign: Campaign, desk: Desk, *, passed: bool) -> Month:
    """Return the month whose state the player may know."""
    match desk.stage:
        case Stage.CONSEQUENCES | Stage.RECORD:
            window = replay_of(campaign, desk).steps[-1].window
            return window.last if passed else window.first
        case Stage.CHRONICLE:
            return campaign.outline.chronicle
        case _:
            return scenario_of(campaign, desk).month
