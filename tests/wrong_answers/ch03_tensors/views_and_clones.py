"""Wrong answers to ch03_tensors/views_and_clones, as people write them."""

import copy

from katas._dojo.writing.mistakes import instead_of


@instead_of("move")
def a_name_bound_anew(points, number, step):
    """The sum is a new tensor.

    Known: nothing_written.
    """
    point = points[number]
    point = point + step


@instead_of("move")
def all_of_them(points, number, step):
    """The step broadcasts to every point.

    Known: every_point_moved.
    """
    points.add_(step)


@instead_of("moved")
def a_slice_for_a_copy(points, number, step):
    """A slice of everything is everything.

    Known: a_slice_for_a_copy.
    """
    result = points[:]
    result[number] += step
    return result


@instead_of("moved")
def python_copies(points, number, step):
    """A shallow copy shares its numbers.

    Known: a_slice_for_a_copy.
    """
    result = copy.copy(points)
    result[number] = result[number] + step
    return result


@instead_of("moved")
def a_second_name(points, number, step):
    """A second name for the same points, all of which move.

    Known: a_slice_for_a_copy, every_point_of_the_copy.
    """
    result = points
    result += step
    return result


@instead_of("moved")
def the_moved_point(points, number, step):
    """Only the point comes back.

    Known: the_point_alone.
    """
    return points[number].clone() + step


@instead_of("move_all")
def a_copy_is_moved(points, numbers, step):
    """A list makes a copy.

    Known: a_copy_moved.
    """
    chosen = points[numbers]
    chosen += step


@instead_of("move_all")
def from_the_first_to_the_last(points, numbers, step):
    """A range has no gaps.

    Known: a_range_moved.
    """
    points[min(numbers) : max(numbers) + 1] += step


@instead_of("move_all")
def once_too_often(points, numbers, step):
    """A step for each of the numbers, and on all of them.

    Known: nothing.
    """
    for _ in numbers:
        points[numbers] += step


@instead_of("moved")
def moved_to_the_step(points, number, step):
    """The step is where the point was.

    Known: the_step_for_the_point.
    """
    result = points.clone()
    result[number] = step
    return result


@instead_of("move_all")
def whichever_are_listed(points, numbers, step):
    """The step broadcasts to every point.

    Known: those_not_listed_too.
    """
    points.add_(step)
