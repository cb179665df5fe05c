"""Arguing with the model: a reading of one's own, with a reason and a source, beside the others.

It lies in a changed copy of the campaign; what its authors wrote is never touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.campaign.campaign import Campaign
from game.campaign.model import Model, Override, Parameter, Reading
from game.campaign.words import Grade, Id, ParameterId, Prose
from game.frozen import dataclass
from game.playthrough.hindcast import Checked, Hindcast, hindcast
from game.playthrough.parting import Comparison, compare
from game.playthrough.playthrough import Playthrough

ARGUED = Id("argued")
"""The reading of whoever argues."""
ELSEWHERE = "Everything else"
"""Where parameters stand that no sector's rules name."""
LONGEST = 400
"""Letters of a reason or a source."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A parameter as somebody else would have it."""

    parameter: ParameterId
    value: float
    """In the parameter's own unit, within its range or beyond."""
    because: str
    source: str
    """Where that can be read, in the words of whoever argues."""


@dataclass(frozen=True, slots=True)
class Argued:
    """One line before and after the model was argued with."""

    campaign: Campaign
    """A copy that has the reading argued for beside the others."""
    revisions: tuple[Revision, ...]
    found: Comparison
    """The line as it was, and as argued."""
    record: tuple[Hindcast, Hindcast]
    """History's answers held against the record, as it was and as argued."""

    @property
    def lost(self) -> tuple[Checked, ...]:
        """Return the points of the record that the model met before and does not meet now."""
        return _only_met(*self.record)

    @property
    def won(self) -> tuple[Checked, ...]:
        """Return the points of the record that the model meets only now."""
        return _only_met(*reversed(self.record))


def argue(campaign: Campaign, made: Playthrough, revisions: Sequence[Revision]) -> Argued:
    """Return a line played twice, as it was and with the revisions, each as far as it goes.

    Raises:
        NoValueError: when the model has no value any more on the way.
    """
    changed = revised(campaign, made.reading, revisions)
    found = compare(changed, (made, replace(made, reading=ARGUED)))
    record = hindcast(changed, made.reading), hindcast(changed, ARGUED)
    return Argued(changed, tuple(revisions), found, record)


def revised(campaign: Campaign, reading: str, revisions: Sequence[Revision]) -> Campaign:
    """Return the campaign with a reading more: `reading`, but for the revisions.

    Both must be of the campaign. A parameter revised twice has its last value.
    """
    base = next(one for one in campaign.model.readings if one.id == reading)
    mine = {one.parameter: _override(one) for one in revisions}
    kept = tuple(one for one in base.overrides if one.id not in mine)
    argued = Reading(
        id=ARGUED, title=Prose("Argued"), text=base.text, overrides=(*kept, *mine.values())
    )
    readings = (*(one for one in campaign.model.readings if one.id != ARGUED), argued)
    return replace(campaign, model=replace(campaign.model, readings=readings))


def _only_met(here: Hindcast, there: Hindcast) -> tuple[Checked, ...]:
    """Return the counted points that are met in the first table and not in the second."""
    pairs = zip(here.counted, there.counted, strict=True)
    return tuple(other for one, other in pairs if one.is_met and not other.is_met)


def with_revision(revisions: tuple[Revision, ...], one: Revision) -> tuple[Revision, ...]:
    """Return the revisions with one more, in place of an earlier one of the same parameter."""
    if any(other.parameter == one.parameter for other in revisions):
        return tuple(one if other.parameter == one.parameter else other for other in revisions)
    return (*revisions, one)


def without(revisions: tuple[Revision, ...], parameter: str) -> tuple[Revision, ...]:
    """Return the revisions but for that of a parameter."""
    return tuple(one for one in revisions if one.parameter != parameter)


# --- parameters ---


def parameter_of(campaign: Campaign, name: str) -> Parameter | None:
    """Return the parameter of that name, if the model has it."""
    return next((one for one in campaign.model.parameters if one.id == name), None)


def value_of(campaign: Campaign, reading: str, parameter: Parameter) -> float:
    """Return the value of a parameter as a reading of the campaign sees it."""
    base = next(one for one in campaign.model.readings if one.id == reading)
    return next((one.value for one in base.overrides if one.id == parameter.id), parameter.value)


def is_within(parameter: Parameter, value: float) -> bool:
    """Return whether the authors thought that a value can be defended."""
    return parameter.low <= value <= parameter.high


def called(parameter: ParameterId) -> str:
    """Return the name of a parameter in words: `weight_south` is `Weight south`."""
    words = str(parameter).replace("_", " ")
    return words[:1].upper() + words[1:]


def by_sector(model: Model) -> tuple[tuple[str, tuple[Parameter, ...]], ...]:
    """Return each sector's title with the parameters of its rules.

    A parameter stands in the first sector that names it; the last row has those of no sector.
    """
    rules = {str(one.id): one.equals.names for one in model.equations}
    for stock in model.stocks:
        rules[str(stock.id)] = stock.starts.names | stock.change.names
    left = list(model.parameters)
    rows = []
    for sector in model.sectors:
        named = {name for one in sector.quantities for name in rules.get(str(one), ())}
        rows.append((str(sector.title), tuple(one for one in left if one.id in named)))
        left = [one for one in left if one.id not in named]
    return tuple(row for row in (*rows, (ELSEWHERE, tuple(left))) if row[1])


def with_words(model: Model, wanted: str) -> tuple[Parameter, ...]:
    """Return the parameters in whose name or meaning all the words looked for stand."""
    words = wanted.casefold().split()
    return tuple(
        one
        for one in model.parameters
        if all(word in f"{called(one.id)} {one.id} {one.meaning}".casefold() for word in words)
    )


def _override(one: Revision) -> Override:
    return Override(
        id=one.parameter, value=one.value, because=Prose(one.because), grade=Grade.INFERRED
    )
