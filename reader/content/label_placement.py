"""Where the names on a map stand, so that none covers another.

Everything is in one plane of screen units, x to the right, y down. A label comes with the shapes
it may take, best first; labels are taken in the order of their priority, each gets its first free
shape, and one that finds none is left out. The same input always gives the same output.
"""

import math
from collections.abc import Iterable, Sequence
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
"""What a label covers: one box, or several in a row where it stands aslant."""


class Label(NamedTuple):
    """A name that wants a place.

    priority: the lowest goes first; equals in the order given. shapes: best first, taken from the
    iterable only until one fits.
    """

    key: str
    priority: float
    shapes: Iterable[Shape]


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
            if _fits(shape, frame, taken):
                taken.extend(shape)
                placed[label.key] = index
                break
    return placed


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
