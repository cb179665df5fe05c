"""Where a player sits in the terminal: a desk, what is being asked, and the page that lies open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from game.campaign.campaign import Campaign
from game.campaign.scenario import Response
from game.files.remembered import Kept
from game.files.saves import Save, SetAside
from game.frozen import dataclass
from game.playthrough.desk import Desk
from game.terminal.paper import Paper, Passage


@dataclass(frozen=True, slots=True)
class AtTitle:
    """Before a campaign is begun or taken up."""

    saves: tuple[Save, ...] = ()
    """Newest first."""
    aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class AtStage:
    """Reading the stage on the desk, page by page."""


@dataclass(frozen=True, slots=True)
class Foreseeing:
    """Before sending: what will follow?"""

    response: Response
    draft: Desk
    """The desk with the estimates noted so far; it counts once the answer is sent."""
    number: int = 0
    """Which estimate, from 0."""
    answer: int | None = None
    """The answer given; then it is asked how sure the player is."""


@dataclass(frozen=True, slots=True)
class Confirming:
    """The reply lies ready."""

    response: Response
    draft: Desk


@dataclass(frozen=True, slots=True)
class Keyed:
    """The reply has gone out."""


@dataclass(frozen=True, slots=True)
class AtShelf:
    """Choosing a save."""

    saves: tuple[Save, ...]
    aside: tuple[SetAside, ...]
    before: Sitting
    """Where `b` leads back to."""
    doomed: Save | None = None
    """The save that is deleted if the player says so once more."""
    kept: Kept = field(default_factory=Kept)
    """The names given, and what was seen."""


@dataclass(frozen=True, slots=True)
class Slipped:
    """A run code was typed with a slip; another one was meant."""

    meant: str
    before: Sitting
    """Where `b` leads back to."""


Place = AtTitle | AtStage | Foreseeing | Confirming | Keyed | AtShelf | Slipped


@dataclass(frozen=True, slots=True)
class Sitting:
    """All that the terminal remembers from one line to the next."""

    desk: Desk | None = None
    place: Place = field(default_factory=AtTitle)
    page: int = 0


@dataclass(frozen=True, slots=True)
class House:
    """What does not change while playing: the campaign, and what new playthroughs rest on."""

    campaign: Campaign
    reading: str
    seed: Callable[[], int]
    """Return the seed of a new campaign."""
    chance: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """What an answer is given in: the house, where the player sits, the paper."""

    house: House
    sitting: Sitting
    paper: Paper

    @property
    def campaign(self) -> Campaign:
        """Return the campaign that is played."""
        return self.house.campaign


@dataclass(frozen=True, slots=True)
class Saving:
    """The player wants a save of their own."""


@dataclass(frozen=True, slots=True)
class Fetching:
    """The player wants to see the saves."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """The player wants to go."""


@dataclass(frozen=True, slots=True)
class ToTitle:
    """The player wants to see the title."""


@dataclass(frozen=True, slots=True)
class Deleting:
    """The player no longer wants a save."""

    save: Save


@dataclass(frozen=True, slots=True)
class Naming:
    """The player gives a playthrough a name, or takes it away."""

    save: Save
    name: str


Wish = Saving | Fetching | Leaving | ToTitle | Deleting | Naming
"""What only the world outside can do."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from a line."""

    sitting: Sitting
    said: tuple[Passage, ...] = ()
    """What is written first."""
    turned: bool = False
    """Whether the page that now lies open is then written."""
    wish: Wish | None = None
    hinted: bool = False
    """Whether what is said names what can be done, so that it is not written twice."""
