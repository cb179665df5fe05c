"""How the change of one formula is shared among the names in it.

Given a formula at two points a and b, the *slope* of each name is a number such that

    f(b) - f(a) = sum over the names of slope * (value at b - value at a) + what luck did

holds exactly, not only for small steps. Each operation has its own rule: a sum passes a change on;
a product x * y gives x the mean of y, and y the mean of x; a function of one argument gives the
slope of its chord; `min` and `max` give each argument the share of the way on which it was the
one that counted; a condition that tips takes the whole jump, shared by how far each side of the
comparison moved. Where a formula is smooth, chords become tangents as a and b draw together, so
that summing over many short steps of a path gives the path integral of the gradient.

Formulas are translated to Python once, as in `program.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import Any

from game.campaign.formula import LUCK, Call, Logic, Name, Number, Operation, Tree, parts_of
from game.frozen import dataclass
from game.simulation.arithmetic import FUNCTIONS, python_source

SHORT = 1e-5
"""A step shorter than this share of its ends has a tangent rather than a chord."""

Rules = tuple[str, ...]
"""For each argument the expression of its slope."""


@dataclass(frozen=True, slots=True)
class Secant:
    """The slopes of one formula."""

    columns: tuple[int, ...]
    """The quantities in it, as columns of a month's values."""
    draws: tuple[int, ...]
    """The draws in it, as numbers in the program's list."""
    slopes: Callable[..., tuple[tuple[float, ...], tuple[float, ...], tuple[float, float]]]
    """From (values at a, values at b, parameters, draws at a, draws at b) to a slope for each
    column, what each draw itself did between a and b, and the formula's value at both."""


def secant(
    tree: Tree, columns: Mapping[str, int], parameters: Mapping[str, int], first_draw: int = 0
) -> Secant:
    """Return the slopes of a formula.

    Args:
        tree: the formula.
        columns: where the value of each quantity stands.
        parameters: where the value of each parameter stands.
        first_draw: the number of the formula's first draw in the program's list.
    """
    writer = _Writer(columns, parameters, first_draw)
    piece = writer.piece(tree)
    used, drawn = tuple(sorted(writer.used)), tuple(range(first_draw, writer.draw))
    source = [
        "def slopes(a, b, p, fa, fb):",
        *(f"    s{column} = 0.0" for column in used),
        *(f"    l{number} = 0.0" for number in drawn),
        *(f"    {line}" for line in piece.lines + piece.shared("1.0")),
        f"    return {_tuple('s', used)}, {_tuple('l', drawn)}, ({piece.a}, {piece.b})",
    ]
    space: dict[str, Any] = FUNCTIONS | HELP
    exec(compile("\n".join(source), "<slopes>", "exec"), space)  # our own translation
    return Secant(used, drawn, space["slopes"])


def draws_in(tree: Tree) -> int:
    """Return how many draws a formula asks for."""
    return sum(isinstance(one, Call) and one.function in LUCK for one in parts_of(tree))


def _tuple(prefix: str, numbers: Sequence[int]) -> str:
    return "(" + "".join(f"{prefix}{number}, " for number in numbers) + ")"


def lower(xa: float, ya: float, xb: float, yb: float) -> float:
    """Return the share of the way on which x lies below y, on straight ways of both."""
    before, after = xa - ya, xb - yb
    if before == after == 0:
        return 0.5
    if before <= 0 and after <= 0:
        return 1.0
    if before >= 0 and after >= 0:
        return 0.0
    return -min(before, after) / (abs(before) + abs(after))


def chord(xa: float, xb: float, va: float, vb: float) -> float:
    """Return the slope of a chord; nothing where nothing moved."""
    return (vb - va) / (xb - xa) if va != vb else 0.0


def exp_slope(xa: float, xb: float, va: float, _vb: float) -> float:
    """Return the slope of a chord of the exponential."""
    return va * math.expm1(xb - xa) / (xb - xa) if xa != xb else va


def log_slope(xa: float, xb: float, _va: float, _vb: float) -> float:
    """Return the slope of a chord of the logarithm."""
    return math.log1p((xb - xa) / xa) / (xb - xa) if xa != xb else 1 / xa


def sqrt_slope(_xa: float, _xb: float, va: float, vb: float) -> float:
    """Return the slope of a chord of the root; nothing where it stays at 0."""
    return 1 / (va + vb) if va + vb else 0.0


def power_slopes(xa: float, ya: float, xb: float, yb: float) -> tuple[float, float]:
    """Return the slopes of x ** y: the mean of moving x first and of moving y first."""
    first, last = _of_power(xa, xb, ya), _of_power(xa, xb, yb)
    if ya == yb:
        return first, 0.0
    moved = (math.pow(xa, yb) - math.pow(xa, ya)) + (math.pow(xb, yb) - math.pow(xb, ya))
    return (first + last) / 2, moved / 2 / (yb - ya)


def _of_power(xa: float, xb: float, exponent: float) -> float:
    if abs(xb - xa) > SHORT * (abs(xa) + abs(xb)):
        return (math.pow(xb, exponent) - math.pow(xa, exponent)) / (xb - xa)
    middle = (xa + xb) / 2
    return exponent * math.pow(middle, exponent - 1) if middle else 0.0


def drawn(
    fa: Callable[[float], float], fb: Callable[[float], float], xa: float, xb: float
) -> tuple[float, float]:
    """Return the slope of a draw's argument, and what the draw itself did."""
    by_argument = (fa(xb) - fa(xa)) + (fb(xb) - fb(xa))
    by_luck = (fb(xa) - fa(xa)) + (fb(xb) - fa(xb))
    return by_argument / 2 / (xb - xa) if by_argument else 0.0, by_luck / 2


HELP: dict[str, Callable[..., Any]] = {
    "h_lower": lower,
    "h_chord": chord,
    "h_exp": exp_slope,
    "h_log": log_slope,
    "h_sqrt": sqrt_slope,
    "h_abs": chord,
    "h_power": power_slopes,
    "h_drawn": drawn,
}
"""What the names in translated slopes stand for."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a formula as source: its values at both ends, and how its share is passed on."""

    a: str
    b: str
    lines: list[str]
    """What computes the two values."""
    share: Callable[[str], list[str]] | None = None
    """From the name of its share to the lines that pass it on; None for what never moves."""

    def shared(self, share: str) -> list[str]:
        """Return the lines that pass on a share."""
        return self.share(share) if self.share else []


class _Writer:
    """Writes a formula piece by piece."""

    def __init__(
        self, columns: Mapping[str, int], parameters: Mapping[str, int], first_draw: int
    ) -> None:
        self.columns = columns
        self.parameters = parameters
        self.draw = first_draw
        self.used: set[int] = set()
        self.numbers = count()

    def piece(self, tree: Tree) -> _Piece:
        """Return the source of a formula; draws are met in the order of `python_source`."""
        match tree:
            case Number(value):
                return _Piece(repr(value), repr(value), [])
            case Name(name) if name in self.parameters:
                return _Piece(self.name(name, "p"), self.name(name, "p"), [])
            case Name(name):
                column = self.columns[name]
                self.used.add(column)
                return _Piece(f"a[{column}]", f"b[{column}]", [], lambda g: [f"s{column} += {g}"])
            case Operation(sign, left, right):
                return self.operation(sign, self.piece(left), self.piece(right))
            case Logic("not", (part,)):
                return self.denied(self.piece(part))
            case Logic(word, parts):
                return self.logic(word, parts)
            case Call("when", (condition, yes, no)):
                start = self.draw
                second, first, third = self.piece(yes), self.piece(condition), self.piece(no)
                return self.choice(first, (second, third), self.whole(tree, start))
            case Call(function, (argument,)) if function in LUCK:
                self.draw += 1
                return self.luck(self.draw - 1, self.piece(argument))
            case Call(function, arguments):
                return self.call(function, [self.piece(one) for one in arguments])

    def name(self, name: str, end: str) -> str:
        """Return how the value of a name is written at one end."""
        known = name in self.parameters
        return f"p[{self.parameters[name]}]" if known else f"{end}[{self.columns[name]}]"

    def whole(self, tree: Tree, start: int) -> tuple[str, str]:
        """Return the value of a formula at both ends, which looks only at what it needs."""

        def at(end: str) -> str:
            draws = count(start)
            return python_source(
                tree, lambda name: self.name(name, end), lambda _: f"f{end}[{next(draws)}]"
            )

        return at("a"), at("b")

    def made(self, parts: Sequence[_Piece], value: str, rules: Rules, before: str = "") -> _Piece:
        """Return a piece made of parts.

        Args:
            parts: its arguments.
            value: its value, with {0}, {1} for those of the arguments.
            rules: their slopes, with {a0} and {b0} for the ends of argument 0, {a} and {b} for
                those of the piece, {t} for what was computed before.
            before: what the rules need, computed once.
        """
        n = next(self.numbers)
        lines = [line for part in parts for line in part.lines]
        if not any(part.share for part in parts):
            written = value.format(*(part.a for part in parts))
            return _Piece(f"v{n}", f"v{n}", [*lines, f"v{n} = {written}"])
        lines.append(f"a{n} = {value.format(*(part.a for part in parts))}")
        lines.append(f"b{n} = {value.format(*(part.b for part in parts))}")
        words = {"a": f"a{n}", "b": f"b{n}", "t": f"t{n}"}
        words |= {f"a{place}": part.a for place, part in enumerate(parts)}
        words |= {f"b{place}": part.b for place, part in enumerate(parts)}

        def share(g: str) -> list[str]:
            passed = [f"t{n} = {before.format(**words)}"] if before else []
            for place, (part, rule) in enumerate(zip(parts, rules, strict=True)):
                if part.share:
                    passed.append(f"g{n}_{place} = {g} * ({rule.format(**words)})")
                    passed += part.shared(f"g{n}_{place}")
            return passed

        return _Piece(f"a{n}", f"b{n}", lines, share)

    def operation(self, sign: str, left: _Piece, right: _Piece) -> _Piece:
        """Return two values and a sign between them."""
        if sign == "**":
            power = "h_power({a0}, {a1}, {b0}, {b1})"
            return self.made((left, right), "f_power({0}, {1})", ("{t}[0]", "{t}[1]"), power)
        rules, before = OF_A_SIGN.get(sign, OF_A_COMPARISON)
        return self.made((left, right), f"({{0}} {sign} {{1}})", rules, before)

    def denied(self, part: _Piece) -> _Piece:
        """Return `not`."""
        return self.made((part,), "(not {0})", ("{t}",), "h_chord({a0}, {b0}, {a}, {b})")

    def logic(self, word: str, parts: tuple[Tree, ...]) -> _Piece:
        """Return `and`, `or`: later parts count only when the earlier ones leave it open."""
        starts, pieces = [], []
        for part in parts:
            starts.append(self.draw)
            pieces.append(self.piece(part))
        found = self.denied(self.denied(pieces[-1]))
        for place in reversed(range(len(parts) - 1)):
            whole = self.whole(Logic(word, parts[place:]), starts[place])
            settled = _Piece("False", "False", []) if word == "and" else _Piece("True", "True", [])
            branches = (found, settled) if word == "and" else (settled, found)
            found = self.choice(pieces[place], branches, whole)
        return found

    def choice(
        self, condition: _Piece, branches: tuple[_Piece, _Piece], whole: tuple[str, str]
    ) -> _Piece:
        """Return `when`: only the branch taken is looked at; a condition that tips takes all."""
        n, (yes, no) = next(self.numbers), branches
        ta, tb, a, b = f"ta{n}", f"tb{n}", f"a{n}", f"b{n}"
        lines = [
            *condition.lines,
            f"{ta}, {tb} = bool({condition.a}), bool({condition.b})",
            f"if {ta} and {tb}:",
            *_indented([*yes.lines, f"{a}, {b} = {yes.a}, {yes.b}"]),
            f"elif not ({ta} or {tb}):",
            *_indented([*no.lines, f"{a}, {b} = {no.a}, {no.b}"]),
            f"else: {a}, {b} = {whole[0]}, {whole[1]}",
        ]

        def share(g: str) -> list[str]:
            jump = f"g{n} = {g} * h_chord({condition.a}, {condition.b}, {a}, {b})"
            return [
                f"if {ta} and {tb}:",
                *_indented(yes.shared(g)),
                f"elif not ({ta} or {tb}):",
                *_indented(no.shared(g)),
                "else:",
                *_indented([jump, *condition.shared(f"g{n}")] if condition.share else []),
            ]

        moves = condition.share or yes.share or no.share
        return _Piece(a, b, lines, share if moves else None)

    def luck(self, number: int, argument: _Piece) -> _Piece:
        """Return a draw."""
        n = next(self.numbers)
        a, b = f"fa[{number}]({argument.a})", f"fb[{number}]({argument.b})"

        def share(g: str) -> list[str]:
            return [
                f"t{n} = h_drawn(fa[{number}], fb[{number}], {argument.a}, {argument.b})",
                f"l{number} += {g} * t{n}[1]",
                f"g{n} = {g} * t{n}[0]",
                *argument.shared(f"g{n}"),
            ]

        return _Piece(f"a{n}", f"b{n}", [*argument.lines, f"a{n}, b{n} = {a}, {b}"], share)

    def call(self, function: str, parts: list[_Piece]) -> _Piece:
        """Return a function of any formula."""
        if function == "clamp":
            return self.call("min", [self.call("max", parts[:2]), parts[2]])
        if function not in OF_TWO:
            before = f"h_{function}({{a0}}, {{b0}}, {{a}}, {{b}})"
            return self.made(parts, f"f_{function}({{0}})", ("{t}",), before)
        found = parts[0]
        for part in parts[1:]:
            before = "h_lower({a0}, {a1}, {b0}, {b1})"
            value = f"f_{function}({{0}}, {{1}})"
            found = self.made((found, part), value, OF_TWO[function], before)
        return found


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines] or ["    pass"]


OF_A_SIGN: dict[str, tuple[Rules, str]] = {
    "+": (("1.0", "1.0"), ""),
    "-": (("1.0", "-1.0"), ""),
    "*": (("0.5 * ({a1} + {b1})", "0.5 * ({a0} + {b0})"), ""),
    "/": (("0.5 / {a1} + 0.5 / {b1}", "-0.5 * ({a0} + {b0}) / {a1} / {b1}"), ""),
}
"""The slopes of arithmetic."""
OF_A_COMPARISON: tuple[Rules, str] = (
    ("{t}", "-{t}"),
    "h_chord({a0} - {a1}, {b0} - {b1}, {a}, {b})",
)
"""The slopes of a comparison: those of the difference of its sides."""
OF_TWO: dict[str, Rules] = {"min": ("{t}", "1.0 - {t}"), "max": ("1.0 - {t}", "{t}")}
"""The slopes of the lower and of the higher of two."""
