"""What people write who know another tool's formulas, and what is written here instead."""

from __future__ import annotations

import re

SIGNS = {
    "^": "write ** for a power",
    "=": "write == to compare",
    "−": "write the minus of the keyboard: -",
    "–": "write the minus of the keyboard: -",
    "×": "write * to multiply",
    "·": "write * to multiply",
    "÷": "write / to divide",
    "&": "write and",
    "|": "write or",
    "!": "write not, or != for unlike",
    "%": "write a share of one: 0.05 for 5 %",
    "[": "write ( and )",
    "{": "write ( and )",
}
"""Signs of other languages."""
STOCK = "make a stock of it: `starts` and `change` are what an integral takes"
CURVE = "write a series, or an order that a response gives for some months"
LAG = "make a stock of it that follows: change: (target - itself) / months"
LUCK = "write noise(deviation) around 0, or chance(share)"
EVEN = "leave it out: how a number is written is said by `shown_as`"
FUNCTIONS = {
    "if_then_else": "write when(condition, a, b)",
    "if": "write when(condition, a, b)",
    "integ": STOCK,
    "integral": STOCK,
    "init": "use the parameter that the stock starts with",
    "step": CURVE,
    "pulse": CURVE,
    "ramp": CURVE,
    "lookup": CURVE,
    "with_lookup": CURVE,
    "graph": CURVE,
    "smooth": LAG,
    "smooth3": LAG,
    "smth1": LAG,
    "delay": LAG,
    "delay1": LAG,
    "delay3": LAG,
    "random": LUCK,
    "random_normal": LUCK,
    "random_uniform": LUCK,
    "normal": LUCK,
    "ln": "write log(a)",
    "log10": "write log(a) / log(10)",
    "pow": "write a ** b",
    "power": "write a ** b",
    "zidz": "write when(b == 0, 0, a / b)",
    "xidz": "write when(b == 0, c, a / b)",
    "int": EVEN,
    "round": EVEN,
    "integer": EVEN,
    "quantum": EVEN,
    "sum": "write the parts with + between them",
    "mean": "write the parts with + between them, and divide",
}
"""Functions of other tools."""
CLOCK = {"time", "t", "month", "year", "date", "now"}
"""Names of the time."""
NO_CLOCK = "make a stock of it that counts: starts: 1, change: when(itself >= 12, -11, 1)"
WORDS_OF_A_TOOL = re.compile(r"\bif\s+then\s+else\b", re.IGNORECASE)
SIDE_BY_SIDE = re.compile(
    r"(?!(?:and|or|not)\b)\b[A-Za-z_]\w*(\s+)(?!(?:and|or|not|if|else|in|is)\b)[A-Za-z_]"
)


def sign(given: str) -> str | None:
    """Return what to write instead of a sign, if it is known."""
    return SIGNS.get(given)


def function(given: str) -> str | None:
    """Return what to write instead of a function, if it is known."""
    return FUNCTIONS.get(given.lower())


def broken(text: str, column: int) -> tuple[str, int, str]:
    """Return what is wrong with a text that cannot be parsed, where, and what would do.

    Args:
        text: the formula.
        column: where the parser gave up, from 0.
    """
    if found := WORDS_OF_A_TOOL.search(text):
        return "IF THEN ELSE is no function here", found.start(), FUNCTIONS["if"]
    opened = []
    for place, letter in enumerate(text):
        if letter == "(":
            opened.append(place)
        elif letter == ")":
            if not opened:
                return "a ) without its (", place, "take it out, or write the ( that belongs to it"
            opened.pop()
    if opened:
        return "a ( that is not closed", opened[-1], "write the ) that belongs to it"
    if found := SIDE_BY_SIDE.search(text):
        cure = "write a sign between them, or one name with an underscore"
        return "two names side by side", found.start(), cure
    return "not a formula", column, "write for instance: 0.12 * (1 - share)"
