"""Where the names on a map stand, so that none covers another and each is seen to be whose it is.

Everything is in one plane of screen units, x to the right, y down. A label comes with the shapes
it may take, best first; labels are taken in the order of their priority, each gets its first free
shape, and one that finds none is left out. The same input always gives the same output.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """An upright rectangle; left <= right, top <= bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def lies_in(self, frame: "Box") -> bool:
        """Whether no part of it is outside ``frame``."""
        return (
            self.left >= frame.left
            and self.right <= frame.right
            and self.top >= frame.top
            and self.bottom <= frame.bottom
        )


Shape = tuple[Box, ...]
"""What a label covers: one box, or several in a row where it stands aslant; or its name and then
the line that leads from there to its sign (see led)."""

_NEARER, _NEARER_BY = 1.6, 4.0
"""A name is clearly nearer to its own sign if any other is so many times as far, and by so much."""
_NEARER_ALIKE = 20.0
"""By how much if the other is of the same kind, a bridge beside a bridge."""
_LEADER = 2.0
_LEADS = (8.0, 14.0, 22.0, 32.0, 44.0, 60.0, 80.0)
"""How thick a line to a sign is taken to be, and how long it may be."""


class Label(NamedTuple):
    """A name that wants a place.

    priority: the lowest goes first; equals in the order given. shapes: best first, taken from the
    iterable only until one fits. own: the sign it names, rivals: all other signs that it could be
    taken to name; the name stands clearly nearer to its own. A rival that it covers is none.
    alike: those of the rivals of which that is the more likely.
    """

    key: str
    priority: float
    shapes: Iterable[Shape]
    own: Shape = ()
    rivals: Sequence[Shape] = ()
    alike: Sequence[Shape] = ()


def place_labels(
    labels: Iterable[Label], frame: Box, obstacles: Sequence[Box] = ()
) -> dict[str, int]:
    """For each label that fits, the index of the shape it takes; the others are left out.

    No two shapes taken overlap, none overlaps an obstacle, none leaves ``frame``. Give the dots of
    all places as obstacles: a label then covers neither its own dot nor another's. Two labels
    with the same key are one name: the first that fits is the only one.

    >>> dot = Box(9, 9, 11, 11)
    >>> name = Label("a", 0, beside(10, 10, width=20, height=8, gap=2))
    >>> place_labels([name], Box(0, 0, 100, 100), [dot])
    {'a': 0}
    """
    taken: list[Box] = list(obstacles)
    placed: dict[str, int] = {}
    for label in sorted(labels, key=lambda item: item.priority):
        if label.key in placed:
            continue
        for index, shape in enumerate(label.shapes):
            if (
                _fits(shape, frame, taken)
                and stands_clear(shape, label.own, label.rivals)
                and stands_clear(shape, label.own, label.alike, _NEARER_ALIKE)
            ):
                taken.extend(shape)
                placed[label.key] = index
                break
    return placed


def stands_clear(shape: Shape, own: Shape, rivals: Iterable[Shape], by: float = _NEARER_BY) -> bool:
    """Whether a reader sees that a name in that shape is the name of the sign ``own`` and of none
    of the ``rivals``: it is nearer to it ``by`` so much, or a line leads there. True without an own
    sign.

    >>> name, sign = Box(20, 0, 60, 10), (Box(8, 0, 18, 10),)
    >>> stands_clear((name,), sign, [(Box(70, 0, 80, 10),)])
    True
    >>> stands_clear((name,), sign, [(Box(63, 0, 73, 10),)])
    False
    """
    if not own:
        return True
    name = shape[0]
    if len(shape) > 1:
        needed = _NEARER_BY
    elif any(name.overlaps(part) for part in own):
        return False
    else:
        far = min(gap_between(name, part) for part in own)
        needed = max(_NEARER * far, far + by)
    near = Box(name.left - needed, name.top - needed, name.right + needed, name.bottom + needed)
    for rival in rivals:
        if any(part.overlaps(near) for part in rival):
            far = min(gap_between(name, part) for part in rival)
            if far < needed and not any(name.overlaps(part) for part in rival):
                return False
    return True


def gap_between(one: Box, other: Box) -> float:
    """How far two boxes are from one another; 0 if they touch."""
    return math.hypot(
        max(other.left - one.right, 0.0, one.left - other.right),
        max(other.top - one.bottom, 0.0, one.top - other.bottom),
    )


def beside(x: float, y: float, *, width: float, height: float, gap: float) -> tuple[Shape, ...]:
    """Twelve boxes around a dot at ``x``, ``y``, each at least ``gap`` from its middle.

    Right and left, above and below, the corners, and above and below slid to either side.
    """
    diagonal = gap * 0.85
    third = width / 3
    right, left = x + gap, x - gap - width
    above, below = y - gap - height, y + gap
    corners = (
        (right, y - height / 2),
        (left, y - height / 2),
        (x - width / 2, above),
        (x - width / 2, below),
        (x + diagonal, y - diagonal - height),
        (x + diagonal, y + diagonal),
        (x - diagonal - width, y - diagonal - height),
        (x - diagonal - width, y + diagonal),
        (x - third / 2, above),
        (x - third / 2, below),
        (x - width + third / 2, above),
        (x - width + third / 2, below),
    )
    return tuple((Box(a, b, a + width, b + height),) for a, b in corners)


def along(
    ends: Sequence[tuple[float, float]], *, width: float, height: float, gap: float
) -> tuple[Shape, ...]:
    """Boxes beside a line from the first of ``ends`` to the last: around its middle, then to the
    sides of its quarters and its ends. Some may cover the line."""
    (x1, y1), (x2, y2) = ends[0], ends[-1]
    shapes = beside((x1 + x2) / 2, (y1 + y2) / 2, width=width, height=height, gap=gap)
    for part in (0.25, 0.75, 0.0, 1.0):
        x, y = x1 + (x2 - x1) * part, y1 + (y2 - y1) * part
        shapes += beside(x, y, width=width, height=height, gap=gap)[:4]
    return shapes


def led(
    x: float, y: float, *, width: float, height: float, reach: float, frame: Box
) -> Iterator[Shape]:
    """Boxes farther from a sign at ``x``, ``y`` that reaches so far from its middle, each pushed
    into ``frame`` and followed by the line that leads there; the shortest lines first."""
    for lead in _LEADS:
        far = reach + lead
        for across, down, part in _ROUND:
            left = x + far * across - width * part
            top = y + far * down - height * (1 - down) / 2
            left = max(min(left, frame.right - width), frame.left)
            top = max(min(top, frame.bottom - height), frame.top)
            yield with_leader(Box(left, top, left + width, top + height), x, y, reach=reach)


def _round() -> Iterator[tuple[float, float, float]]:
    """Sixteenths of a turn, those where a name is read best first: which way to go, and how much
    of the name then stands to the left of there."""
    for number in (0, 8, 2, 14, 6, 10, 1, 15, 7, 9, 4, 12, 3, 13, 5, 11):
        across, down = math.cos(number * math.pi / 8), math.sin(number * math.pi / 8)
        yield across, down, (1 - across) / 2
    for down in (1.0, -1.0):
        for part in (0.2, 0.8):
            yield 0.0, down, part


_ROUND = list(_round())


def with_leader(name: Box, x: float, y: float, *, reach: float) -> Shape:
    """A name and the line from there to the sign at ``x``, ``y``; the name alone if it stands upon
    the sign or touches it."""
    ends = leader(name, x, y, reach=reach)
    if ends is None:
        return (name,)
    (x1, y1), _ = ends
    # what stands in a sign's box is the sign's
    part = 1 - (reach + _LEADER) / max(abs(x - x1), abs(y - y1))
    if part <= 0.0:
        return (name,)
    x2, y2 = x1 + (x - x1) * part, y1 + (y - y1) * part
    length, angle = math.hypot(x2 - x1, y2 - y1), math.atan2(y2 - y1, x2 - x1)
    line = aslant((x1 + x2) / 2, (y1 + y2) / 2, angle, width=length, height=_LEADER)
    return (name, *line)


def leader(
    name: Box, x: float, y: float, *, reach: float
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """From where on the edge of a name to where at the edge of a sign its line goes; None for no
    line."""
    from_x = min(max(x, name.left), name.right)
    from_y = min(max(y, name.top), name.bottom)
    across, down = x - from_x, y - from_y
    length = math.hypot(across, down)
    if length <= reach + _LEADER:
        return None
    part = 1 - reach / length
    start = from_x + across / length, from_y + down / length
    return start, (from_x + across * part, from_y + down * part)


def upon(x: float, y: float, *, width: float, height: float) -> tuple[Shape, ...]:
    """Boxes for the name of an area: on its middle, then pushed ever farther to all sides, up to
    its own height and two thirds of its width."""
    left, top = x - width / 2, y - height / 2
    boxes = []
    for across, down in _PUSHES:
        a, b = left + across * width / 3, top + down * height / 2
        boxes.append((Box(a, b, a + width, b + height),))
    return tuple(boxes)


_PUSHES = sorted(
    ((across, down) for across in range(-2, 3) for down in range(-2, 3)),
    key=lambda push: (abs(push[0]) + abs(push[1]), abs(push[0])),
)


def inside(shapes: Iterable[Shape], frame: "Box") -> tuple[Shape, ...]:
    """The same shapes, each pushed into ``frame`` as far as it takes; one too large is left out."""
    pushed = []
    for shape in shapes:
        left = min(box.left for box in shape)
        top = min(box.top for box in shape)
        right = max(box.right for box in shape)
        bottom = max(box.bottom for box in shape)
        if right - left > frame.right - frame.left or bottom - top > frame.bottom - frame.top:
            continue
        across = max(frame.left - left, min(0.0, frame.right - right))
        down = max(frame.top - top, min(0.0, frame.bottom - bottom))
        pushed.append(
            tuple(
                Box(
                    max(frame.left, box.left + across),
                    max(frame.top, box.top + down),
                    min(frame.right, box.right + across),
                    min(frame.bottom, box.bottom + down),
                )
                for box in shape
            )
        )
    return tuple(pushed)


def slid(shapes: Iterable[Shape], *, step: float = 1.0, reach: float = 12.0) -> Iterator[Shape]:
    """The same shapes pushed up and down, ever farther up to ``reach``."""
    shapes = list(shapes)
    for number in range(1, int(reach / step) + 1):
        for by in (number * step, -number * step):
            for shape in shapes:
                yield tuple(Box(a, b + by, c, d + by) for a, b, c, d in shape)


def anywhere(
    x: float, y: float, *, width: float, height: float, frame: Box, step: float = 8.0
) -> tuple[Shape, ...]:
    """Boxes all over ``frame``, ``step`` apart, those nearest to ``x``, ``y`` first."""
    columns = _steps(frame.left, frame.right - width, step)
    rows = _steps(frame.top, frame.bottom - height, step)
    boxes = [Box(a, b, a + width, b + height) for a in columns for b in rows]
    boxes.sort(
        key=lambda box: math.hypot(
            max(box.left - x, 0.0, x - box.right), max(box.top - y, 0.0, y - box.bottom)
        )
    )
    return tuple((box,) for box in boxes)


def _steps(first: float, last: float, step: float) -> list[float]:
    return [first + number * step for number in range(max(0, int((last - first) / step) + 1))]


def aslant(x: float, y: float, angle: float, *, width: float, height: float) -> Shape:
    """Upright boxes that together cover a box of that size turned by ``angle`` (radians) about
    its middle at ``x``, ``y``: one for each stretch as long as the box is high."""
    count = max(1, math.ceil(width / height)) if abs(math.sin(angle)) > 0.02 else 1
    along, up = math.cos(angle), math.sin(angle)
    step = width / count
    half_across = (abs(step * along) + abs(height * up)) / 2
    half_down = (abs(step * up) + abs(height * along)) / 2
    boxes = []
    for number in range(count):
        distance = (number + 0.5) * step - width / 2
        a, b = x + distance * along, y + distance * up
        boxes.append(Box(a - half_across, b - half_down, a + half_across, b + half_down))
    return tuple(boxes)


def _fits(shape: Shape, frame: Box, taken: Sequence[Box]) -> bool:
    for left, top, right, bottom in shape:
        if left < frame.left or right > frame.right or top < frame.top or bottom > frame.bottom:
            return False
        for other in taken:
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                return False
    return True
