"""The language of formulas: what is in it, what is not, and where a mistake is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.campaign.formula import (
    DEEPEST,
    FUNCTIONS,
    LONGEST,
    Call,
    FormulaError,
    Logic,
    Name,
    Number,
    Operation,
    Tree,
    formula,
    measure,
    names_in,
    parts_of,
)

SIGNS = ("+", "-", "*", "/", "**", "<", "<=", ">", ">=", "==", "!=")


def written(tree: Tree) -> str:
    """Return a formula as an author could write it."""
    match tree:
        case Number(value):
            return repr(value)
        case Name(name):
            return name
        case Operation("-", Number(0.0), right):
            return f"(-{written(right)})"
        case Operation(sign, left, right):
            return f"({written(left)} {sign} {written(right)})"
        case Logic("not", (part,)):
            return f"(not {written(part)})"
        case Logic(word, parts):
            return "(" + f" {word} ".join(map(written, parts)) + ")"
        case Call(function, arguments):
            return f"{function}({', '.join(map(written, arguments))})"


def calls(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    """Return calls of every function with as many arguments as it takes."""
    return st.sampled_from(sorted(FUNCTIONS)).flatmap(
        lambda name: st.builds(
            Call,
            st.just(name),
            st.tuples(*[inner] * FUNCTIONS[name][0]),
        )
    )


LEAVES = st.one_of(
    st.builds(Number, st.integers(0, 10**6).map(float)),
    st.builds(Name, st.sampled_from(["crest", "purse", "a1_b2"])),
)
TREES: st.SearchStrategy[Tree] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Operation, st.sampled_from(SIGNS), inner, inner),
        st.builds(Operation, st.just("-"), st.just(Number(0.0)), inner),
        st.builds(Logic, st.just("not"), st.tuples(inner)),
        st.builds(Logic, st.sampled_from(["and", "or"]), st.tuples(inner, inner)),
        calls(inner),
    ),
    max_leaves=12,
)


@given(TREES)
def test_what_is_written_out_is_read_as_the_same_formula(tree: Tree) -> None:
    """Parse(unparse(tree)) = tree."""
    assert formula(written(tree)).tree == tree


def mistake(text: str) -> FormulaError | None:
    """Return why a text is no formula, or nothing when it is one."""
    try:
        formula(text)
    except FormulaError as error:
        return error
    return None


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_a_formula_or_an_error_with_a_place(text: str) -> None:
    """Nothing else can come out."""
    error = mistake(text)

    assert error is None or (error.what and error.cure)
    assert error is None or 0 <= error.column <= max(len(text), 1)


@given(st.text(alphabet="ab1 .+-*/()<>=,_eE[]{}:'\"@%#;!~^&|\\", max_size=30))
def test_any_signs_are_a_formula_or_an_error(text: str) -> None:
    """Near misses, which plain text rarely is."""
    error = mistake(text)

    assert error is None or error.cure


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a.real", 1),
        ("a[0]", 1),
        ("lambda: 1", 6),
        ("'a'", 0),
        ('"a" + b', 0),
        ("(a := 1)", 3),
        ("f'{a}'", 1),
        ("{1, 2}", 0),
        ("[a]", 0),
        ("a; b", 1),
        ("a # b", 2),
        ("a @ b", 2),
        ("a\\b", 1),
        ("é + 1", 0),
        ("0x10", 0),
        ("1_000", 0),
        ("2j", 0),
        (".5", 0),
        ("1.", 0),
        ("1if a else b", 0),
    ],
)
def test_a_sign_that_no_formula_has_is_refused_where_it_stands(text: str, column: int) -> None:
    """Before Python's parser sees it."""
    with pytest.raises(FormulaError, match="is no part of a formula") as caught:
        formula(text)

    assert caught.value.column == column


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("__import__", 0),
        ("a + __class__", 4),
        ("Crest", 0),
        ("a // b", 0),
        ("a if b else c", 0),
        ("a < b < c", 0),
        ("a is b", 0),
        ("a in b", 0),
        ("True", 0),
        ("None", 0),
        ("(a, b)", 0),
        ("+a", 0),
        ("min", 0),
        ("min + 1", 0),
        ("(abs)(a)(b)", 0),
        ("max(min, 1)", 4),
    ],
)
def test_what_python_has_and_formulas_have_not_is_refused(text: str, column: int) -> None:
    """The list of what is allowed is short, and nothing else gets in."""
    with pytest.raises(FormulaError, match="not part of the language") as caught:
        formula(text)

    assert caught.value.column == column


@pytest.mark.parametrize("text", ["", "   ", "a b", "1 +", "(a", "010", "a = b", "min(a, b"])
def test_what_is_no_expression_is_refused(text: str) -> None:
    """Python's parser says so."""
    with pytest.raises(FormulaError, match=r"not a formula|is no part|side by side|not closed"):
        formula(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("eval(a)", "no function 'eval'"),
        ("noise(1)", "noise.. is not for this formula"),
        ("total(a)", "total.. is not for this formula"),
        ("min(a)", "takes 2 to 6 arguments, not 1"),
        ("abs(a, b)", "takes 1 arguments, not 2"),
        ("abs(x=a)", "is no part|not part of the language|not a formula"),
        ("1e16", "beyond 1e"),
        ("9e999", "beyond 1e"),
    ],
)
def test_a_call_or_a_number_out_of_bounds_is_refused(text: str, what: str) -> None:
    """With its reason."""
    with pytest.raises(FormulaError, match=what):
        formula(text)


def test_luck_is_only_where_it_is_allowed() -> None:
    """In the model's equations."""
    assert formula("noise(3)", luck=True).tree == Call("noise", (Number(3.0),))


def test_a_formula_that_is_too_long_is_refused() -> None:
    """Before it is parsed."""
    with pytest.raises(FormulaError, match="is the most"):
        formula("1" * (LONGEST + 1))


@pytest.mark.parametrize(
    "text", ["abs(" * DEEPEST + "abs(1)" + ")" * DEEPEST, "-" * 700 + "1", "(" * 390 + ")" * 390]
)
def test_a_formula_that_is_too_deep_is_refused(text: str) -> None:
    """However it is made."""
    with pytest.raises(FormulaError, match=r"levels deep|not a formula"):
        formula(text)


def test_a_measure_looks_at_a_window_of_one_quantity() -> None:
    """`total(damage)` is a name, `total(damage + 1)` would not be."""
    assert measure("total(damage) / 2").tree == Operation(
        "/", Call("total", (Name("damage"),)), Number(2.0)
    )
    with pytest.raises(FormulaError, match="takes the name of one quantity") as caught:
        measure("1 + total(damage + 1)")
    assert caught.value.column == 4


def test_every_name_of_a_formula_is_found_once_with_its_first_place() -> None:
    """So that a check can point at it."""
    asked = formula("b + min(a, b) + (not c)")

    assert names_in(asked.tree) == asked.names == {"b": 0, "a": 8, "c": 21}


def test_the_parts_of_a_formula_come_in_the_order_of_writing() -> None:
    """The whole first."""
    kinds = [type(part) for part in parts_of(formula("a and -b").tree)]

    assert kinds == [Logic, Name, Operation, Number, Name]
