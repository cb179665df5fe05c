"""A screen as a value: what to draw, and what on it can be pressed, read out and tested.

One sheet feeds the painter, the focus, the mouse, tests and pictures. Two equal sheets look the
same, so that nothing is drawn again when nothing changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field, replace

from game.frozen import dataclass
from game.widgets.geometry import Rect
from game.widgets.look import Color, Look
from game.widgets.loom import Weave
from game.widgets.map.camera import Camera, between
from game.widgets.map.scene import Scene
from game.widgets.typeset import Face


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle of one colour; `alpha` 255 is opaque."""

    rect: Rect
    color: Color
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Edge:
    """The border of a rectangle, drawn inwards."""

    rect: Rect
    color: Color
    width: int = 1


@dataclass(frozen=True, slots=True)
class Ink:
    """One line of text; `rect` is what it covers."""

    rect: Rect
    text: str
    face: Face
    px: int
    color: Color
    spacing: int = 0


@dataclass(frozen=True, slots=True)
class Shadow:
    """A soft shadow under a rectangle."""

    rect: Rect
    reach: int


@dataclass(frozen=True, slots=True)
class Fade:
    """A rectangle that goes from one alpha to another, downwards or to the right."""

    rect: Rect
    color: Color
    first: int
    last: int
    across: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled polygon."""

    points: tuple[tuple[int, int], ...]
    color: Color


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[int, int], ...]
    color: Color
    width: int = 1


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG picture."""

    rect: Rect
    svg: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A map."""

    rect: Rect
    scene: Scene
    goal: Scene | None = None
    """Where the camera is flying to; none when it stands still."""
    start: Camera | None = None
    """Where it flies from."""
    share: float = 0.0
    """How much of the way lies behind it, from 0 to 1."""

    def flown(self, share: float) -> Chart:
        """Return the map when a share (0..1) of the flight lies behind the camera."""
        if self.goal is None or self.start is None:
            return self
        if share >= 1:
            return Chart(self.rect, self.goal)
        here = between(self.start, self.goal.camera, share)
        return replace(self, scene=replace(self.goal, camera=here), share=share)


@dataclass(frozen=True, slots=True)
class Strands:
    """A weave, seen from some place on."""

    rect: Rect
    weave: Weave
    at: tuple[int, int] = (0, 0)
    """The first column and the first row that are seen."""


@dataclass(frozen=True, slots=True)
class Clipped:
    """Things of which only the part inside `rect` is seen."""

    rect: Rect
    marks: tuple[Op, ...]


@dataclass(frozen=True, slots=True)
class Tilted:
    """Things drawn flat inside `rect` and then turned a little, as a paper lies on a desk."""

    rect: Rect
    degrees: float
    marks: tuple[Op, ...]
    is_growing: bool = False
    """Whether it is being written on: only what changes of it is turned again."""


Op = (
    Fill
    | Edge
    | Ink
    | Shadow
    | Fade
    | Shape
    | Stroke
    | Drawing
    | Chart
    | Strands
    | Clipped
    | Tilted
)


PRESSED = ("button", "tab", "option", "field")
"""The roles of what can be pressed: an option is one of several, a tab a page of several."""
READ = ("heading", "text", "note", "bar", "picture", "notice", "caption")
"""The roles of what is only read: a note is small print, a caption tells of a sound."""


@dataclass(frozen=True, slots=True)
class Group:
    """What some spots make up together."""

    role: str
    """`banner` of the screen, `figures` on the desk, `list`, `tabs`, one `setting`."""
    label: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Something with a meaning: a button, a text, a bar. Reading order is drawing order."""

    name: str
    role: str
    """One of `PRESSED` or of `READ`."""
    label: str
    """What a reader hears."""
    rect: Rect
    """Where it can be pressed."""
    key: str = ""
    """The command that presses it, such as `advance`, or the number that does, such as `2`."""
    hint: str = ""
    """What the line of keys says that it does; empty when it says nothing."""
    enabled: bool = True
    state: str = ""
    """Anything more: `chosen`, `closed`, `asked`."""
    scroll: str = ""
    """The scrolled part it lies in."""
    about: str = ""
    """What more can be read about, as a name of its own."""
    value: str = ""
    """What it stands at, such as `60 %`."""
    within: tuple[Group, ...] = ()
    """The groups it lies in, the outermost first."""

    def placed(self, rect: Rect, scroll: str, around: tuple[Group, ...]) -> Spot:
        """Return it elsewhere, in a scrolled part if that has a name, inside further groups.

        `replace` takes several times as long, and a page has hundreds.
        """
        told = self.name, self.role, self.label, rect, self.key, self.hint, self.enabled
        within = (*around, *self.within) if around else self.within
        return Spot(*told, self.state, scroll or self.scroll, self.about, self.value, within)


@dataclass(frozen=True, slots=True)
class Scroll:
    """A part that is taller than its window."""

    name: str
    rect: Rect
    height: int
    """Of all that is in it."""
    rows: bool = False
    """Whether it is a list of what can be pressed: there the arrows go from one to the next."""

    @property
    def most(self) -> int:
        """How far it can be moved."""
        return max(self.height - self.rect.h, 0)

    def knob(self, offset: int, width: int = 6) -> Rect:
        """Return where its bar shows that it is scrolled so far."""
        rect = self.rect
        length = min(max(rect.h * rect.h // self.height, width * 3), rect.h)
        y = rect.y + (rect.h - length) * offset // max(self.most, 1)
        return Rect(rect.right - width, y, width, length)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished screen."""

    size: tuple[int, int]
    marks: tuple[Op, ...]
    spots: tuple[Spot, ...]
    scrolls: tuple[Scroll, ...]
    focus: str = ""
    """The name of the spot that has the focus."""


@dataclass(slots=True)
class Hand:
    """What the player's hand is on: the focus, the mouse, how far each part is scrolled."""

    focus: str = ""
    hover: str = ""
    listening: bool = False
    """Whether the next key is no command but meant for the screen itself."""
    offsets: dict[str, int] = field(default_factory=dict)


class OverfullError(Exception):
    """A part has grown beyond its room."""


class Draft:
    """A sheet being made.

    Args:
        look: how things look.
        hand: what the player's hand is on.
        most: pixels below which no line may begin; none for no such limit.
    """

    def __init__(self, look: Look, hand: Hand, most: int | None = None) -> None:
        self.look = look
        self.hand = hand
        self._most = most
        self.marks: list[Op] = []
        self.spots: list[Spot] = []
        self.scrolls: list[Scroll] = []
        self._within: tuple[Group, ...] = ()

    def add(self, *marks: Op) -> None:
        """Draw things on top of what is there.

        Raises:
            OverfullError: when a line begins below the limit.
        """
        self.marks += marks
        if self._most is not None and any(_begins_below(one, self._most) for one in marks):
            raise OverfullError

    def spot(self, spot: Spot) -> None:
        """Say what something means."""
        self.spots.append(spot.placed(spot.rect, "", self._within) if self._within else spot)

    @contextmanager
    def group(self, role: str, label: str) -> Iterator[None]:
        """Let all that is said meanwhile belong together."""
        before = self._within
        self._within = (*before, Group(role, label))
        try:
            yield
        finally:
            self._within = before

    def done(self) -> Sheet:
        """Return the finished sheet."""
        parts = tuple(self.marks), tuple(self.spots), tuple(self.scrolls)
        return Sheet(self.look.size, *parts, self.hand.focus)

    def part(self) -> Draft:
        """Return an empty draft for a part of this one."""
        return Draft(self.look, self.hand)

    def lay(self, part: Draft, x: int, y: int) -> None:
        """Lay down a part of this one that was drawn from (0, 0) on."""
        self.add(*(moved(one, x, y) for one in part.marks))
        self.spots += [one.placed(one.rect.moved(x, y), "", self._within) for one in part.spots]

    def height_of(self, fill: Callable[[Draft, int], int], width: int, most: int) -> int:
        """Return how tall a part is that `fill` draws; of one taller than `most`, only that."""
        try:
            return min(fill(Draft(self.look, self.hand, most), width), most)
        except OverfullError:
            return most

    def scroll(
        self, name: str, rect: Rect, fill: Callable[[Draft, int], int], *, rows: bool = False
    ) -> None:
        """Draw a part that scrolls when it is taller than `rect`.

        `fill` is given a draft and the width it may use, draws from (0, 0) down, and returns the
        height it needed.
        """
        bar = self.look.px(6)
        part = Draft(self.look, self.hand, rect.h)
        try:
            height = fill(part, rect.w)
        except OverfullError:  # the rest of a long page is laid out once only, beside its bar
            height = rect.h + 1
        if height > rect.h:
            part = self.part()
            height = fill(part, rect.w - 2 * bar)
        scroll = Scroll(name, rect, height, rows)
        offset = min(self.hand.offsets.get(name, 0), scroll.most)
        self.scrolls.append(scroll)
        x, y, within = rect.x, rect.y - offset, self._within
        self.add(Clipped(rect, tuple([moved(one, x, y) for one in part.marks])))
        self.spots += [one.placed(one.rect.moved(x, y), name, within) for one in part.spots]
        if scroll.most:
            self._bar(scroll, offset, bar)

    def _bar(self, scroll: Scroll, offset: int, width: int) -> None:
        rect = scroll.rect
        rail = Rect(rect.right - width, rect.y, width, rect.h)
        knob = scroll.knob(offset, width)
        palette = self.look.palette
        self.add(Fill(rail, palette.rule, 90), Fill(knob, palette.ochre), Edge(knob, palette.ink))


def _begins_below(mark: Op, most: int) -> bool:
    """Return whether a mark is a line that begins below some height."""
    return isinstance(mark, Ink) and mark.rect.y >= most


def moved(op: Op, dx: int, dy: int) -> Op:
    """Return a mark elsewhere."""
    match op:
        case Ink(rect, text, face, px, color, spacing):  # most marks; `replace` takes longer
            return Ink(rect.moved(dx, dy), text, face, px, color, spacing)
        case Fill(rect, color, alpha):
            return Fill(rect.moved(dx, dy), color, alpha)
        case Edge(rect, color, width):
            return Edge(rect.moved(dx, dy), color, width)
        case Stroke(points, color, width):
            return Stroke(tuple([(x + dx, y + dy) for x, y in points]), color, width)
        case Shape(points, color):
            return Shape(tuple([(x + dx, y + dy) for x, y in points]), color)
        case Clipped() | Tilted():
            inside = tuple(moved(one, dx, dy) for one in op.marks)
            return replace(op, rect=op.rect.moved(dx, dy), marks=inside)
        case _:
            return replace(op, rect=op.rect.moved(dx, dy))
