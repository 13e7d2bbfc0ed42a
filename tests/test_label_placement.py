"""Labels never overlap, never leave the frame, never cover a dot."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.content.label_placement import (
    Box,
    Label,
    Shape,
    aslant,
    beside,
    inside,
    place_labels,
    upon,
)

FRAME = Box(0, 0, 400, 300)
DOT = 5.0


def dot(x: float, y: float) -> Box:
    return Box(x - DOT, y - DOT, x + DOT, y + DOT)


positions = st.tuples(st.floats(-20, 420), st.floats(-20, 320))
sizes = st.tuples(st.floats(1, 160), st.floats(1, 40))


@st.composite
def scenes(draw: st.DrawFn) -> tuple[list[Label], list[Box]]:
    """Labels beside dots, upon areas and aslant, with the dots and some fixed boxes."""
    labels: list[Label] = []
    obstacles: list[Box] = []
    for number in range(draw(st.integers(0, 25))):
        x, y = draw(positions)
        width, height = draw(sizes)
        shapes: tuple[Shape, ...]
        match draw(st.sampled_from(("dot", "area", "line", "pushed"))):
            case "dot":
                shapes = beside(x, y, width=width, height=height, gap=1.2 * DOT)
                obstacles.append(dot(x, y))
            case "area":
                shapes = upon(x, y, width=width, height=height)
            case "line":
                angle = draw(st.floats(-math.pi / 2, math.pi / 2))
                shapes = (aslant(x, y, angle, width=width, height=height),)
            case _:
                shapes = inside(upon(x, y, width=width, height=height), FRAME)
        labels.append(Label(str(number), draw(st.integers(0, 3)), shapes))
    for _ in range(draw(st.integers(0, 4))):
        x, y = draw(positions)
        width, height = draw(sizes)
        obstacles.append(Box(x, y, x + width, y + height))
    return labels, obstacles


def taken(labels: list[Label], placed: dict[str, int]) -> dict[str, Shape]:
    return {
        label.key: list(label.shapes)[placed[label.key]] for label in labels if label.key in placed
    }


@settings(deadline=None)
@given(scenes())
def test_no_two_names_overlap_and_none_covers_a_dot_or_leaves_the_frame(
    scene: tuple[list[Label], list[Box]],
) -> None:
    labels, obstacles = scene
    shapes = taken(labels, place_labels(labels, FRAME, obstacles))
    for one, other in combinations(shapes.values(), 2):
        assert not any(a.overlaps(b) for a in one for b in other)
    for shape in shapes.values():
        for box in shape:
            assert box.lies_in(FRAME)
            assert not any(box.overlaps(obstacle) for obstacle in obstacles)


@settings(deadline=None)
@given(scenes())
def test_the_same_scene_is_always_placed_the_same(scene: tuple[list[Label], list[Box]]) -> None:
    labels, obstacles = scene
    assert place_labels(labels, FRAME, obstacles) == place_labels(labels, FRAME, obstacles)


@settings(deadline=None)
@given(scenes())
def test_a_name_is_left_out_only_if_none_of_its_shapes_is_free(
    scene: tuple[list[Label], list[Box]],
) -> None:
    labels, obstacles = scene
    placed = place_labels(labels, FRAME, obstacles)
    shapes = taken(labels, placed)
    full = [*obstacles, *(box for shape in shapes.values() for box in shape)]
    for label in labels:
        if label.key not in placed:
            for shape in label.shapes:
                assert any(
                    not box.lies_in(FRAME) or any(box.overlaps(other) for other in full)
                    for box in shape
                )


@settings(deadline=None)
@given(positions, sizes, st.floats(1, 15))
def test_a_name_beside_a_dot_keeps_its_gap(
    at: tuple[float, float], size: tuple[float, float], gap: float
) -> None:
    (x, y), (width, height) = at, size
    for (box,) in beside(x, y, width=width, height=height, gap=gap):
        near = math.hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))
        assert near > gap - 1e-6
        assert (box.right - box.left, box.bottom - box.top) == pytest.approx(size)


@settings(deadline=None)
@given(positions, sizes, st.floats(-math.pi, math.pi))
def test_boxes_of_a_slanted_name_cover_it(
    at: tuple[float, float], size: tuple[float, float], angle: float
) -> None:
    (x, y), (width, height) = at, size
    shape = aslant(x, y, angle, width=width, height=height)
    for along in (-0.5, -0.25, 0, 0.1, 0.5):
        for across in (-0.5, 0, 0.5):
            px = x + along * width * math.cos(angle) - across * height * math.sin(angle)
            py = y + along * width * math.sin(angle) + across * height * math.cos(angle)
            assert any(
                box.left - 0.02 * width <= px <= box.right + 0.02 * width
                and box.top - 0.02 * width <= py <= box.bottom + 0.02 * width
                for box in shape
            )


def test_the_lowest_priority_goes_first_whatever_the_order() -> None:
    narrow = Box(0, 0, 60, 20)
    town = Label("town", 1, upon(30, 10, width=58, height=18))
    village = Label("village", 2, upon(30, 10, width=58, height=18))
    assert place_labels([village, town], narrow) == {"town": 0}


def test_a_name_that_is_blocked_takes_the_next_side() -> None:
    name = Label("a", 0, beside(100, 100, width=50, height=16, gap=7))
    assert place_labels([name], FRAME, [Box(110, 95, 112, 97)]) == {"a": 1}


def test_shapes_are_asked_for_only_until_one_fits() -> None:
    def shapes():  # type: ignore[no-untyped-def]
        yield (Box(10, 10, 20, 20),)
        raise AssertionError("asked for more")

    assert place_labels([Label("a", 0, shapes())], FRAME) == {"a": 0}


def test_a_shape_is_pushed_into_the_frame_and_keeps_its_size() -> None:
    assert inside([(Box(-10, 290, 30, 310),)], FRAME) == ((Box(0, 280, 40, 300),),)


def test_a_shape_larger_than_the_frame_is_left_out() -> None:
    assert inside([(Box(0, 0, 401, 10),)], FRAME) == ()


def test_boxes_that_share_only_an_edge_do_not_overlap() -> None:
    assert not Box(0, 0, 10, 10).overlaps(Box(10, 0, 20, 10))
