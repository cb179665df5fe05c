"""What the columns of the tables mean: the codebook that goes out with every table."""

from __future__ import annotations

from collections.abc import Iterator

from game.campaign.campaign import Campaign
from game.campaign.model import Order
from game.frozen import dataclass
from game.playthrough.reasons import rule_of
from game.playthrough.why import things


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a table."""

    table: str
    """`decisions`, `months`, or `quantities` for the names in the column `quantity`."""
    name: str
    meaning: str
    unit: str = ""
    grade: str = ""
    """How sure the rule behind it is; empty for what only says what was played."""
    sources: str = ""
    """Keys of the campaign's sources, with semicolons."""


DECISIONS = (
    ("run_code", "the code by which the same can be played again; empty where there is none", ""),
    ("campaign", "id of the campaign", ""),
    ("version", "its version", ""),
    ("reading", "id of the set of assumptions", ""),
    ("seed", "the number all chance derives from; empty with chance off", ""),
    ("telegram", "number of the telegram", "from 1"),
    ("scenario", "id of the telegram", ""),
    ("month", "month in which the answer took effect", "YYYY-MM"),
    ("letter", "letter of the answer given", ""),
    ("response", "id of the answer given", ""),
    ("response_title", "its title", ""),
    ("history", "id of the answer of history, as far as it is known", ""),
    ("as_in_history", "whether the answer is that of history", "1 yes, 0 no"),
    ("asked", "ids of the questions asked at the council, with semicolons", ""),
)
ESTIMATES = (
    ("estimate_{n}", "id of the estimate", ""),
    ("said_{n}", "number of the answer that was foreseen; empty if none was", "from 1"),
    ("confidence_{n}", "how sure the player was", "per cent"),
    ("came_{n}", "number of the answer that came", "from 1"),
    ("value_{n}", "the figure itself", "of the estimate"),
)
MONTHS = (
    ("month", "calendar month", "YYYY-MM"),
    ("quantity", "name of the quantity; see the rows `quantities`", ""),
    ("value", "on this line", "of the quantity"),
    ("history", "on the line of history's answers, same reading and luck", "of the quantity"),
    ("low", "one draw in twenty lies below; empty if it was not drawn", "of the quantity"),
    ("high", "one draw in twenty lies above; empty if it was not drawn", "of the quantity"),
)


def codebook(campaign: Campaign) -> Iterator[Entry]:
    """Yield an entry for every column and every quantity."""
    yield from (Entry("decisions", name, meaning, unit) for name, meaning, unit in DECISIONS)
    for number in range(1, most_estimates(campaign) + 1):
        for name, meaning, unit in ESTIMATES:
            yield Entry("decisions", name.format(n=number), f"estimate {number}: {meaning}", unit)
    yield from (Entry("months", name, meaning, unit) for name, meaning, unit in MONTHS)
    for name, thing in things(campaign.model).items():
        rule = rule_of(campaign.model, name)
        meaning = thing.meaning if isinstance(thing, Order) else f"{thing.title}. {rule.because}"
        sources = ";".join(rule.sources)
        yield Entry("quantities", name, str(meaning), thing.unit, rule.grade or "", sources)


def most_estimates(campaign: Campaign) -> int:
    """Return how many estimates a telegram has at most."""
    return max(len(one.decision.estimates) for one in campaign.scenarios)
