"""Frozen dataclasses: whatever the standard library's do, ours do too, and write nothing early."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field, replace
from typing import Any, ClassVar

import pytest

from game.frozen import dataclass, maker_of


@dataclass(frozen=True, slots=True)
class Dike:
    """Three fields of the usual kinds."""

    height: float
    name: str = "the dike"
    gates: list[str] = field(default_factory=list, compare=False)


@dataclass(frozen=True, slots=True)
class Lock(Dike):
    """A field more."""

    wide: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """Fields that are named, and one that follows from another."""

    people: int
    kind: ClassVar[str] = "town"
    thousands: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "thousands", self.people // 1000)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Flood:
    """Two of a kind are not alike, and none says what it is."""

    height: float


@dataclass(frozen=True, slots=True, order=True)
class Year:
    """Has an order."""

    number: int


def test_fields_are_given_in_their_order_or_by_name_or_have_their_default() -> None:
    dike = Dike(3.0, gates=["east"])

    assert (dike.height, dike.name, dike.gates) == (3.0, "the dike", ["east"])


def test_each_has_a_list_of_its_own() -> None:
    Dike(3.0).gates.append("east")

    assert Dike(3.0).gates == []


def test_fields_that_must_be_named_are_refused_without_a_name() -> None:
    wrong: Any = Town

    assert Town(people=2500).thousands == 2
    with pytest.raises(TypeError, match=r"Town.__init__\(\) takes 1 positional argument"):
        wrong(2500)


def test_a_missing_field_is_named() -> None:
    wrong: Any = Dike

    with pytest.raises(TypeError, match=r"Dike.__init__\(\) missing 1 required .*'height'"):
        wrong()


def test_two_alike_are_equal_and_hash_alike_whatever_is_not_compared() -> None:
    one, other = Dike(3.0, gates=["east"]), Dike(3.0, gates=["west"])

    assert one == other
    assert hash(one) == hash(other)
    assert one != Dike(3.5)


def test_one_with_a_field_more_is_none_of_the_kind() -> None:
    lock = Lock(3.0, wide=4)

    assert lock != Dike(3.0)
    assert lock == Lock(3.0, wide=4)
    assert repr(lock) == "Lock(height=3.0, name='the dike', gates=[], wide=4)"


def test_where_nothing_is_compared_each_is_only_itself() -> None:
    flood = Flood(2.0)

    assert flood != Flood(2.0)
    assert {flood: 1}[flood] == 1
    assert "height" not in repr(flood)


@pytest.mark.parametrize("name", ["height", "else"])
def test_nothing_can_be_set_or_deleted(name: str) -> None:
    dike = Dike(3.0)

    with pytest.raises(dataclasses.FrozenInstanceError, match=f"assign to field '{name}'"):
        setattr(dike, name, 4.0)
    with pytest.raises(dataclasses.FrozenInstanceError, match=f"delete field '{name}'"):
        delattr(dike, name)


def test_one_is_shown_as_it_would_be_written() -> None:
    assert repr(Dike(3.0)) == "Dike(height=3.0, name='the dike', gates=[])"
    assert repr(Town(people=2500)) == "Town(people=2500)"


def test_the_standard_library_takes_them_for_its_own() -> None:
    dike = replace(Dike(3.0), name="the old one")

    assert dataclasses.is_dataclass(Dike)
    assert [one.name for one in dataclasses.fields(Dike)] == ["height", "name", "gates"]
    assert dataclasses.asdict(dike) == {"height": 3.0, "name": "the old one", "gates": []}


def test_they_can_be_taken_apart() -> None:
    assert Dike.__match_args__ == ("height", "name", "gates")
    assert Town.__match_args__ == ()


def test_they_go_to_other_processes_and_are_copied() -> None:
    dike = Dike(3.0, gates=["east"])

    for other in (pickle.loads(pickle.dumps(dike)), copy.copy(dike), copy.deepcopy(dike)):
        assert (other.height, other.name, other.gates) == (3.0, "the dike", ["east"])


def test_those_that_came_from_another_process_are_compared_before_any_is_made_here() -> None:
    """The functions of a class are written whichever is called first."""

    @dataclass(frozen=True, slots=True)
    class Pump:
        """One field."""

        power: float

    one, other = object.__new__(Pump), object.__new__(Pump)
    for pump in (one, other):
        state: Any = pump
        state.__setstate__([4.0])

    assert hash(one) == hash(other)
    assert one == other


def test_no_function_of_a_class_is_written_before_one_is_called() -> None:
    """The window waits for two hundred classes, and needs a few of them."""

    @dataclass(frozen=True, slots=True)
    class Pump:
        """One field."""

        power: float

    made: Any = Pump.__init__
    Pump(4.0)

    assert made.__name__ == "first"
    assert Pump.__init__.__qualname__.endswith("Pump.__init__")


def test_what_a_class_says_itself_stays() -> None:
    @dataclass(frozen=True, slots=True)
    class Tide:
        """Compared by its whole metres."""

        height: float

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Tide) and int(self.height) == int(other.height)

        def __hash__(self) -> int:
            return int(self.height)

        def __repr__(self) -> str:
            return "a tide"

    assert Tide(3.2) == Tide(3.4)
    assert hash(Tide(3.2)) == 3
    assert repr(Tide(3.2)) == "a tide"


def test_other_dataclasses_are_the_standard_librarys() -> None:
    assert Year(1938) < Year(1939)


def test_one_can_be_made_of_the_values_of_its_fields_and_nothing_is_written_for_it() -> None:
    """As a campaign is: it has seventy kinds of things, and one or two of many."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Pump:
        """Two fields."""

        power: float
        name: str = "the pump"

    untouched: Any = Pump.__init__
    pump = maker_of(Pump)([4.0, "the old one"])

    assert untouched is Pump.__init__
    assert pump == Pump(power=4.0, name="the old one")


@pytest.mark.parametrize("values", [[3.0, "the dike"], [3.0, "the dike", [], 4]])
def test_none_is_made_of_too_few_or_too_many_values(values: list[Any]) -> None:
    with pytest.raises(ValueError, match="zip"):
        maker_of(Dike)(values)
