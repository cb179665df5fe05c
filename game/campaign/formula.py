"""A small expression language for authors: numbers, names, arithmetic, a few functions.

The text is parsed with Python's own parser and rebuilt node by node from a short list of what is
allowed, so that nothing else can get in: no attributes, no subscripts, no strings, no keywords.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache

from game.campaign import idioms
from game.frozen import dataclass

LONGEST = 800
"""Characters a formula may have."""
DEEPEST = 48
"""Levels of nesting it may have."""
GREATEST = 1e15
"""The greatest number it may name."""

SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
"""Arithmetic and comparisons."""
FUNCTIONS = {
    "min": (2, 6),
    "max": (2, 6),
    "clamp": (3, 3),
    "when": (3, 3),
    "exp": (1, 1),
    "log": (1, 1),
    "sqrt": (1, 1),
    "abs": (1, 1),
}
"""Functions of any formula, with the fewest and the most arguments."""
LUCK = {"noise": (1, 1), "chance": (1, 1)}
"""Functions of the model's own equations only."""
WINDOW = {
    "start": (1, 1),
    "end": (1, 1),
    "change": (1, 1),
    "total": (1, 1),
    "most": (1, 1),
    "least": (1, 1),
    "at_chronicle": (1, 1),
}
"""Functions of a measure: each takes the bare name of one quantity."""

ONLY_THERE = "draw in an equation's `equals` or a stock's `change`, and name that quantity here"
OF_A_MONTH = "write the quantity itself: this formula looks at one month, a measure at many"
SMALL_LETTERS = "write names in small letters, with underscores between the words"
NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
WORDS = re.compile(
    r"""(\s* (
        [A-Za-z_][A-Za-z0-9_]*                                          # a name, a function, a word
        | (\d+(\.\d+)?([eE]-?\d+)?) (?![A-Za-z0-9_.])                    # a number
        | \*\* | [<>=!]= | [-+*/()<>,]                                  # a sign
    ))*\s*""",
    re.ASCII | re.VERBOSE,
)
"""What a formula is made of. Python's parser would warn about some of the rest."""


class FormulaError(ValueError):
    """A text that is not a formula: what is wrong, where, and what would do."""

    def __init__(self, what: str, column: int, cure: str) -> None:
        super().__init__(what)
        self.what = what
        self.column = column
        """Where in the text, counted from 0."""
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Number:
    """A number written down."""

    value: float


@dataclass(frozen=True, slots=True)
class Name:
    """A quantity, a parameter, or a word that the place allows."""

    name: str
    column: int = field(default=0, compare=False)
    """Where it stands in the text, counted from 0."""


@dataclass(frozen=True, slots=True)
class Operation:
    """Two values and a sign between them, arithmetic or comparison."""

    sign: str
    left: Tree
    right: Tree


@dataclass(frozen=True, slots=True)
class Logic:
    """`and`, `or` over several values, or `not` of one."""

    word: str
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    function: str
    arguments: tuple[Tree, ...]
    column: int = field(default=0, compare=False)
    """Where it stands in the text, counted from 0."""


Tree = Number | Name | Operation | Logic | Call


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression of one month."""

    text: str
    tree: Tree = field(compare=False)
    """It follows from the text."""
    names: dict[str, int] = field(compare=False, repr=False)
    """So do these: every name used, and the column where it first stands."""


@dataclass(frozen=True, slots=True)
class Measure:
    """An expression over the months of a window."""

    text: str
    tree: Tree = field(compare=False)
    """It follows from the text."""
    names: dict[str, int] = field(compare=False, repr=False)
    """So do these: every name used, and the column where it first stands."""


@lru_cache(maxsize=2048)
def formula(text: str, *, luck: bool = False) -> Formula:
    """Return the formula that `text` says.

    Raises:
        FormulaError: when it is not one.
    """
    functions = FUNCTIONS | LUCK if luck else FUNCTIONS
    return Formula(text, *_parse(text, functions))


@lru_cache(maxsize=2048)
def measure(text: str) -> Measure:
    """Return the measure that `text` says.

    Raises:
        FormulaError: when it is not one.
    """
    return Measure(text, *_parse(text, FUNCTIONS | WINDOW))


def parts_of(tree: Tree) -> Iterator[Tree]:
    """Yield `tree` and all below it."""
    yield tree
    match tree:
        case Operation(_, left, right):
            yield from parts_of(left)
            yield from parts_of(right)
        case Logic(_, parts) | Call(_, parts):
            for part in parts:
                yield from parts_of(part)
        case Number() | Name():
            pass


def names_in(tree: Tree) -> dict[str, int]:
    """Return every name used and the column where it first stands."""
    found: dict[str, int] = {}
    waiting: list[Tree] = [tree]
    while waiting:  # no recursion: a campaign's thousand formulas are asked while a player waits
        match waiting.pop():
            case Name(name, column):
                found.setdefault(name, column)
            case Operation(_, left, right):
                waiting += (right, left)
            case Logic(_, parts) | Call(_, parts):
                waiting += reversed(parts)
            case Number():
                pass
    return found


def _parse(text: str, functions: dict[str, tuple[int, int]]) -> tuple[Tree, dict[str, int]]:
    """Return what a text says, and the names in it with their columns."""
    if len(text) > LONGEST:
        what = f"a formula of {len(text)} characters; {LONGEST} is the most"
        raise FormulaError(what, 0, "move a part of it into an equation of its own")
    text = text.strip()
    words = WORDS.match(text)
    if words is None or words.end() < len(text):
        column = words.end() if words else 0
        given = re.match(r"\w+|.", text[column:])
        sign = given[0] if given else text
        cure = idioms.sign(sign) or "use names, numbers such as 0.5, and + - * / ** < > ( )"
        what = f"{sign!r:.40} is no part of a formula"
        raise FormulaError(what, column, cure)
    try:
        root = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        column = max((getattr(error, "offset", 1) or 1) - 1, 0)
        raise FormulaError(*idioms.broken(text, column)) from None
    grower = _Grower(text, functions)
    return grower.tree(root, 0), grower.names


class _Grower:
    """Turns Python's tree into ours."""

    def __init__(self, text: str, functions: dict[str, tuple[int, int]]) -> None:
        self.text = text
        self.functions = functions
        self.names: dict[str, int] = {}

    def tree(self, node: ast.expr, depth: int) -> Tree:
        """Return our tree for Python's, or raise if that has something we do not."""
        if depth > DEEPEST:
            what = f"a formula nested more than {DEEPEST} levels deep"
            raise FormulaError(what, node.col_offset, "move a part into an equation of its own")
        column, deeper = node.col_offset, depth + 1
        match node:
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
                return _number(value, column)
            case ast.Name(id=name) if NAME.match(name) and name not in self.functions:
                self.names.setdefault(name, column)
                return Name(name, column)
            case ast.BinOp() | ast.Compare(ops=[_], comparators=[_]):
                return self.operation(node, deeper)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Operation("-", Number(0.0), self.tree(operand, deeper))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Logic("not", (self.tree(operand, deeper),))
            case ast.BoolOp(op=word, values=values):
                parts = tuple(self.tree(part, deeper) for part in values)
                return Logic("and" if isinstance(word, ast.And) else "or", parts)
            case ast.Call(func=ast.Name(id=function), args=arguments, keywords=[]):
                _check_call(function, arguments, self.functions, column)
                return Call(function, tuple(self.tree(one, deeper) for one in arguments), column)
            case _:
                raise self.foreign(node)

    def operation(self, node: ast.BinOp | ast.Compare, depth: int) -> Operation:
        """Return two values and the sign between them."""
        if isinstance(node, ast.BinOp):
            sign, right = SIGNS.get(type(node.op)), node.right
        else:
            sign, right = SIGNS.get(type(node.ops[0])), node.comparators[0]
        if sign is None:
            raise self.foreign(node)
        return Operation(sign, self.tree(node.left, depth), self.tree(right, depth))

    def foreign(self, node: ast.expr) -> FormulaError:
        """Return the error of something that no formula has."""
        written = self.text[node.col_offset : node.end_col_offset]
        what = f"{written[:40]!r} is not part of the language of formulas"
        known = ", ".join(self.functions)
        cure = f"use numbers, names, + - * / **, comparisons, and, or, not, and: {known}"
        if isinstance(node, ast.Name) and not node.id.islower():
            cure = SMALL_LETTERS
        return FormulaError(what, node.col_offset, cure)


def _no_function(function: str, functions: dict[str, tuple[int, int]]) -> tuple[str, str]:
    """Return what is wrong with a function that is not to be had here, and what would do."""
    if function in LUCK:
        return f"{function}() is not for this formula", ONLY_THERE
    if function in WINDOW:
        return f"{function}() is not for this formula", OF_A_MONTH
    cure = idioms.function(function) or "use one of: " + ", ".join(functions)
    return f"no function {function!r}", cure


def _number(value: float, column: int) -> Number:
    if abs(value) > GREATEST:
        what = f"a number beyond {GREATEST:g}"
        raise FormulaError(what, column, "use a larger unit")
    return Number(float(value))


def _check_call(
    function: str, arguments: list[ast.expr], functions: dict[str, tuple[int, int]], column: int
) -> None:
    if function not in functions:
        what, cure = _no_function(function, functions)
        raise FormulaError(what, column, cure)
    (fewest, most), given = functions[function], len(arguments)
    if not fewest <= given <= most:
        wanted = str(fewest) if fewest == most else f"{fewest} to {most}"
        what = f"{function}() takes {wanted} arguments, not {given}"
        raise FormulaError(what, column, f"give it {wanted}")
    if function in WINDOW and not isinstance(arguments[0], ast.Name):
        what = f"{function}() takes the name of one quantity"
        raise FormulaError(what, column, f"write {function}(people)")
