"""Ambiences: what is heard around a place. Each goes round without a seam."""

from __future__ import annotations

import math

from synthesis.effects import typed
from synthesis.rounds import (
    LOOP,
    behind_a_wall,
    blown,
    chances,
    gusts,
    layered,
    steady,
    struck,
    swelling,
)
from synthesis.samples import NATURAL, RATE, Samples, burst, count, mean, ring, swell

DIGITS = ("-----", ".----", "..---", "...--", "....-", ".....", "-....", "--...", "---..", "----.")
"""Morse code of the figures, of which cipher groups are made."""


def wind() -> Samples:
    """Return wind over bare hills: its body, the air at an edge, now and then a whistle."""
    body = blown(91, gusts(150, 260, (1, 0.0), (3, 0.3), (4, 0.8)), NATURAL)
    air = blown(92, gusts(420, 700, (2, 0.6), (3, 0.1), (5, 0.4)), 1.0)
    whistle = blown(93, gusts(520, 640, (1, 0.4), (4, 0.7)), 9.0)
    strength = gusts(0.3, 1.0, (1, 0.7), (2, 0.2), (5, 0.5), (7, 0.9))
    breath = [little * little for little in gusts(0.0, 0.5, (1, 0.45), (3, 0.8))]
    return layered(
        (1.0, swelling(body, strength)),
        (0.35, swelling(air, strength)),
        (0.4, swelling(whistle, breath)),
    )


def cave() -> Samples:
    """Return a room in a hill: an oil lamp that hisses and crackles a little, wind outside."""
    outside = blown(111, gusts(110, 170, (1, 0.1), (2, 0.6), (5, 0.3)), NATURAL)
    mouth = blown(116, gusts(260, 400, (1, 0.8), (3, 0.2)), NATURAL)
    strength = gusts(0.25, 1.0, (1, 0.3), (3, 0.9), (4, 0.4))
    flame = swelling(
        blown(112, gusts(1900, 2500, (2, 0.2), (7, 0.5)), 0.6),
        gusts(0.55, 1.0, (5, 0.2), (9, 0.7), (13, 0.4)),
    )
    flutter = swelling(
        blown(113, steady(95), 1.2), gusts(0.0, 1.0, (31, 0.0), (44, 0.3), (57, 0.6))
    )
    when, how = chances(114, 18), chances(115, 18)
    crackle = struck(
        (LOOP * at, 0.3 + much * much, burst(120 + number, 2600 + 1500 * much, 0.0012))
        for number, (at, much) in enumerate(zip(when, how, strict=True))
    )
    return layered(
        (1.0, swelling(outside, strength)),
        (0.35, swelling(mouth, strength)),
        (0.13, flame),
        (0.25, flutter),
        (0.35, crackle),
    )


def radio_room() -> Samples:
    """Return a receiver: static that fades, a carrier that drifts, cipher groups far away."""
    static = swelling(
        blown(131, gusts(950, 1350, (1, 0.2), (3, 0.6)), 0.5),
        gusts(0.45, 1.0, (1, 0.6), (3, 0.2), (8, 0.5)),
    )
    when, how = chances(132, 22), chances(133, 22)
    storms = struck(
        (LOOP * at, 0.4 + much, burst(140 + number, 700 + 900 * much, 0.004 + 0.012 * much))
        for number, (at, much) in enumerate(zip(when, how, strict=True))
    )
    fading = gusts(0.0, 1.0, (1, 0.85), (2, 0.5), (5, 0.1))
    carrier = swelling(drifting(705, 38, 2), [much * much for much in fading])
    far = swelling(keyed("41736 20958", 815, 1.3), gusts(0.25, 1.0, (2, 0.1), (3, 0.5)))
    hum = drifting(100, 0, 1)
    return layered((1.0, static), (0.55, storms), (0.045, carrier), (0.13, far), (0.012, hum))


def drifting(frequency: float, reach: float, waves: int) -> Samples:
    """Return a tone that drifts and is back where it was at the end of a loop."""
    steps = count(LOOP)
    turns = round(frequency * LOOP)
    swing = reach * LOOP / (math.tau * waves)

    def phase(at: int) -> float:
        share = at / steps
        return math.tau * (turns * share - swing * math.cos(math.tau * waves * share))

    return [math.sin(phase(at)) for at in range(steps)]


def keyed(figures: str, frequency: float, start: float) -> Samples:
    """Return groups of figures in Morse, at twenty words a minute."""
    dot, at, parts = 0.060, start, []
    for figure in figures:
        for signal in DIGITS[int(figure)] if figure != " " else ():
            length = dot * (3 if signal == "-" else 1)
            tone = [math.sin(math.tau * frequency * step / RATE) for step in range(count(length))]
            parts.append((at, 1.0, swell(tone, 0.008, 0.010)))
            at += length + dot
        at += dot * (2 if figure != " " else 4)
    return struck(parts)


def teleprinter() -> Samples:
    """Return an office: a teleprinter in the next room, in bursts, and a clock on the wall."""
    keys = [typed(150 + number, 0.62 + 0.03 * number) for number in range(4)]
    touch = chances(151, 200)
    parts: list[tuple[float, float, Samples]] = []
    for begin, many in ((0.4, 16), (3.6, 24), (9.1, 12), (11.8, 8)):
        for number in range(many):
            one = touch[len(parts)]
            parts.append((begin + number * 0.148, 0.6 + 0.4 * one, keys[int(one * 4)]))
        parts.append((begin + many * 0.148 + 0.10, 1.6, ring(92, 0.05)))  # the carriage comes back
    room = blown(152, gusts(130, 180, (1, 0.3), (2, 0.7)), NATURAL)
    clock = struck(
        (LOOP * number / 28, 0.9 if number % 2 else 0.7, ring(1650 if number % 2 else 1480, 0.004))
        for number in range(28)
    )
    machine = behind_a_wall(struck(parts), 420)
    return layered((0.55 / mean(room) * 0.02, room), (0.06 / mean(machine), machine), (0.05, clock))


def night() -> Samples:
    """Return a summer night: two crickets some way off, and air in dry grass."""
    air = swelling(
        blown(161, gusts(240, 420, (1, 0.2), (3, 0.5)), NATURAL),
        gusts(0.35, 1.0, (1, 0.9), (2, 0.4), (5, 0.1)),
    )
    grass = swelling(
        blown(162, gusts(1600, 2400, (2, 0.3), (3, 0.8)), NATURAL),
        [much**3 for much in gusts(0.1, 1.0, (1, 0.8), (3, 0.2), (4, 0.6))],
    )
    near = swelling(crickets(4150, 18, 0.0), gusts(0.3, 1.0, (1, 0.1), (3, 0.7)))
    far = swelling(crickets(3720, 13, 0.31), gusts(0.1, 1.0, (2, 0.6), (5, 0.3)))
    return layered((1.0, air), (0.2, grass), (0.09, near), (0.05, far))


def crickets(frequency: float, chirps: int, turn: float) -> Samples:
    """Return a cricket: so many chirps a loop, each of four short pulses."""
    pulse = swell(
        [math.sin(math.tau * frequency * at / RATE) for at in range(count(0.017))], 0.006, 0.009
    )
    return struck(
        (LOOP * ((chirp + turn) / chirps) + 0.034 * number, (0.5, 0.8, 1.0, 0.7)[number], pulse)
        for chirp in range(chirps)
        for number in range(4)
    )


def sea() -> Samples:
    """Return waves on a shore: two of them a loop, that rise, break, and run back over pebbles."""
    surf = blown(171, gusts(260, 620, (2, 0.55)), NATURAL)
    foam = blown(172, gusts(1500, 2600, (2, 0.35)), 0.6)
    breaking = [much**3 for much in gusts(0.25, 1.0, (2, 0.55), (2, 0.60), (1, 0.1))]
    running = [much**4 for much in gusts(0.05, 1.0, (2, 0.40), (2, 0.36), (1, 0.0))]
    far = swelling(
        blown(173, gusts(90, 150, (1, 0.4)), NATURAL), gusts(0.6, 1.0, (1, 0.7), (3, 0.2))
    )
    return layered((1.0, swelling(surf, breaking)), (0.5, swelling(foam, running)), (0.35, far))
