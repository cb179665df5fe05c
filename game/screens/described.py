"""The woodcuts of the cast in words, for those who hear the game."""

from __future__ import annotations

from game.campaign.cast import Person

FEATURES = {
    "face": "{} face",
    "hair": "{} hair",
    "hat": "{}",
    "glasses": "{} glasses",
    "beard": "{}",
    "coat": "{}",
    "hold": "holding: {}",
}
"""The parts of a woodcut that are told, in their order."""


def portrait_in_words(person: Person) -> str:
    """Return what a woodcut shows."""
    told = [
        form.format(person.portrait[part].replace("-", " "))
        for part, form in FEATURES.items()
        if person.portrait.get(part, "none") != "none"
    ]
    return f"Woodcut of {person.name}" + (": " + ", ".join(told) if told else "") + "."
