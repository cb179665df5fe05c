"""No name stands on another name or on another's sign, whatever the map asks for."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from game.widgets.map.camera import Box
from game.widgets.map.labels import Crowd, Wish, around, beads, collide, leading, over, place

BOUNDS: Box = (0.0, 0.0, 400.0, 300.0)


@st.composite
def wishes(draw: st.DrawFn) -> Wish:
    """A name of some size at some spot, with or without a sign."""
    x, y = draw(st.floats(0.0, 400.0)), draw(st.floats(0.0, 300.0))
    size = (draw(st.floats(5.0, 120.0)), draw(st.floats(5.0, 30.0)))
    rank, radius = draw(st.integers(1, 4)), draw(st.floats(1.0, 12.0))
    sign = (x - radius, y - radius, x + radius, y + radius)
    far = over([(x + 90, y), (x - 90, y), (x, y + 60), (x, y - 60)], size)
    if draw(st.booleans()):
        spots = around((x, y), size, radius + 2)
        return Wish(rank, spots, sign, far if draw(st.booleans()) else ())
    return Wish(rank, over([(x, y), (x, y + 20)], size))


many = st.lists(wishes(), max_size=30)


@given(many)
def test_no_name_collides_with_a_name_or_a_sign(asked: list[Wish]) -> None:
    placed = place(asked, BOUNDS)
    signs = [asked[spot.wish].sign for spot in placed]

    assert not any(collide(a.box, b.box) for a, b in combinations(placed, 2))
    assert not any(collide(spot.box, sign) for spot in placed for sign in signs if sign)
    assert not any(collide(a, b) for a, b in combinations(signs, 2) if a and b)


@given(many, st.lists(st.tuples(st.floats(0, 400), st.floats(0, 300)), max_size=50))
def test_every_name_is_inside_and_at_one_of_its_spots(
    asked: list[Wish], ink: list[tuple[float, float]]
) -> None:
    crowd = Crowd()
    crowd.add(ink, 1.0)
    placed = place(asked, BOUNDS, (), crowd)

    wanted = [(*asked[spot.wish].spots, *asked[spot.wish].far) for spot in placed]

    assert all(spot.box in spots for spot, spots in zip(placed, wanted, strict=True))
    assert all(spot.box[0] >= 0 and spot.box[2] <= 400 for spot in placed)
    assert all(spot.box[1] >= 0 and spot.box[3] <= 300 for spot in placed)


@given(many)
def test_no_name_touches_what_is_taken(asked: list[Wish]) -> None:
    taken: Box = (100.0, 100.0, 300.0, 200.0)

    assert not any(collide(spot.box, taken) for spot in place(asked, BOUNDS, [taken]))


@given(many)
def test_no_name_and_no_sign_lies_on_a_leader_line(asked: list[Wish]) -> None:
    placed = place(asked, BOUNDS)
    led = [(spot, bead) for spot in placed if spot.leader for bead in beads(spot.leader)]
    signs = [(spot, asked[spot.wish].sign) for spot in placed]

    assert not any(
        collide(bead, other.box) for spot, bead in led for other in placed if other is not spot
    )
    assert not any(
        collide(bead, sign)
        for spot, bead in led
        for other, sign in signs
        if sign and other is not spot
    )


def test_only_a_name_without_a_good_spot_near_by_is_led_to_its_sign() -> None:
    box = around((100.0, 100.0), (50.0, 14.0), 8.0)
    sign: Box = (95.0, 95.0, 105.0, 105.0)
    far = over([(200.0, 100.0)], (50.0, 14.0))
    walls: list[Box] = [(60.0, 60.0, 140.0, 90.0), (60.0, 110.0, 140.0, 140.0)]
    walls += [(10.0, 60.0, 93.0, 140.0)]
    right: Box = (115.0, 80.0, 120.0, 97.0)
    (near,) = place([Wish(1, box, sign, far)], BOUNDS, walls)
    (led,) = place([Wish(1, box, sign, far)], BOUNDS, [*walls, right])

    assert near.leader is None
    assert led.box == far[0]
    assert led.leader == ((105.0, 100.0), (175.0, 100.0))


def test_a_fixed_sign_stands_on_what_is_there_and_its_name_keeps_clear() -> None:
    taken: Box = (90.0, 90.0, 110.0, 110.0)
    sign: Box = (95.0, 95.0, 105.0, 105.0)
    spots = around((100.0, 100.0), (50.0, 14.0), 20.0)

    assert place([Wish(1, spots, sign)], BOUNDS, [taken]) == []
    assert place([Wish(1, spots, sign, fixed=True)], BOUNDS, [taken])[0].box == spots[0]


def test_a_sign_in_the_middle_of_its_own_far_name_has_no_line_to_draw() -> None:
    sign: Box = (95.0, 95.0, 105.0, 105.0)

    assert leading(sign, (50.0, 50.0, 150.0, 150.0)) == ((100.0, 100.0), (100.0, 100.0))


def test_the_lower_rank_gives_way() -> None:
    box: Box = (10.0, 10.0, 60.0, 24.0)
    placed = place([Wish(3, (box,)), Wish(1, (box,))], BOUNDS)

    assert [spot.wish for spot in placed] == [1]


def test_a_name_avoids_ink_where_it_can() -> None:
    crowd = Crowd()
    crowd.add([(120.0, 100.0), (130.0, 100.0)], 2.0)
    spots = around((100.0, 100.0), (50.0, 14.0), 8.0)

    assert place([Wish(1, spots)], BOUNDS, (), crowd)[0].box == spots[1]


@given(many)
def test_placing_is_the_same_every_time(asked: list[Wish]) -> None:
    assert place(asked, BOUNDS) == place(asked, BOUNDS)
