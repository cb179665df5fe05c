"""Arguing with the model: a reading of one's own, with a reason and a source, beside the others.

It lies in a changed copy of the campaign; what its authors wrote is never touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.campaign.campaign import Campaign
from game.campaign.model import Override, Parameter, Reading
from game.campaign.words import Grade, Id, ParameterId, Prose

ARGUED = Id("argued")
"""The reading of whoever argues."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A parameter as somebody else would have it."""

    parameter: ParameterId
    value: float
    """In the parameter's own unit, within its range or beyond."""
    because: str
    source: str
    """Where that can be read, in the words of whoever argues."""


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


def _override(one: Revision) -> Override:
    return Override(
        id=one.parameter, value=one.value, because=Prose(one.because), grade=Grade.INFERRED
    )
