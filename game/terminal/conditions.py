"""How a campaign is played: the reading and chance, changed before the first telegram."""

from __future__ import annotations

from dataclasses import replace

from game.playthrough.desk import Stage
from game.playthrough.playthrough import Playthrough
from game.terminal import moves
from game.terminal.briefing import assumptions
from game.terminal.paper import passage
from game.terminal.sitting import Outcome, Scene

TOO_LATE = "How a campaign is played is chosen before its first telegram; t leads to the title."
SWITCH = {"on": True, "off": False}


def reading(scene: Scene, number: str) -> Outcome:
    """List the readings, or play under the one of that number."""
    made = _begun(scene)
    if made is None:
        return moves.hint(scene, TOO_LATE)
    readings = scene.campaign.model.readings
    if not number:
        lines = (
            f"  {count}. {one.title}{' (this one)' if one.id == made.reading else ''}"
            for count, one in enumerate(readings, 1)
        )
        how = "reading and a number plays under another one."
        return Outcome(scene.sitting, (passage("The readings", *lines), passage(how)))
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= len(readings)):
        return moves.hint(scene, f"Write reading and a number from 1 to {len(readings)}.")
    return _played(scene, replace(made, reading=readings[int(number) - 1].id))


def chance(scene: Scene, switch: str) -> Outcome:
    """Let chance in, or leave it out."""
    made = _begun(scene)
    if made is None:
        return moves.hint(scene, TOO_LATE)
    if switch.lower() not in SWITCH:
        return moves.hint(scene, "Write chance on or chance off.")
    return _played(scene, replace(made, chance=SWITCH[switch.lower()]))


def _begun(scene: Scene) -> Playthrough | None:
    """Return what is played, if nothing of it has been read yet."""
    desk = scene.sitting.desk
    return desk.playthrough if desk and desk.stage is Stage.OPENING else None


def _played(scene: Scene, made: Playthrough) -> Outcome:
    """Return what follows from other conditions: a sentence that names them."""
    desk = scene.sitting.desk
    assert desk is not None, "a campaign is begun"
    desk = replace(desk, playthrough=made)
    return Outcome(replace(scene.sitting, desk=desk), (assumptions(scene.campaign, desk),))
