"""Known wrong answers to ch03_tensors/views_and_clones."""

from katas._dojo.writing.mistakes import Edit

nothing_written = Edit(
    """Your point has not moved. point + step is a new tensor, and so is clone(): what becomes of
    them does not reach points. Write with += or =, or with a function that ends in _.""",
    {
        "points[number] += step": """
            point = points[number]
            point = point + step
        """,
    },
)

every_point_moved = Edit(
    """You moved every point: the step broadcasts to all rows. Index the point that is to move.""",
    {"points[number] += step": "points += step"},
)

the_step_for_the_point = Edit(
    """You put the step in the place of the point. The step is added to it: +=, not =.""",
    {
        "points[number] += step": "points[number] = step",
        "copy[number] += step": "copy[number] = step",
        "points[numbers] += step": "points[numbers] = step",
    },
)

new_memory = Edit(
    """You gave points new memory: views that were made before still show the old. Write into the
    memory that is there.""",
    {
        "points[number] += step": """
            new = points.clone()
            new[number] += step
            points.data = new
        """,
    },
)

a_slice_for_a_copy = Edit(
    """Your copy lies in the memory of points. A slice of a list is a copy; points[:] of a tensor is
    not, nor is points under a second name, nor copy.copy(points). clone() is.""",
    {"points.clone()": "points[:]"},
)

copied_too_late = Edit(
    """You moved the point in points, and copied afterwards. Copy first, and write into the
    copy.""",
    {"copy = points.clone()": "copy = points", "return copy": "return copy.clone()"},
)

the_point_alone = Edit(
    """You returned the one point. All of them are to come back, with this one moved.""",
    {"return copy": "return copy[number]"},
)

every_point_of_the_copy = Edit(
    """You moved every point of the copy: the step broadcasts to all rows. Index the point.""",
    {"copy[number] += step": "copy += step"},
)

a_plain_copy = Edit(
    """Your copy is like points: nothing in it has moved. copy[number] + step is a new tensor; write
    it into the copy, with +=.""",
    {"copy[number] += step": "copy[number] + step"},
)

a_copy_moved = Edit(
    """Your points have not moved. An index that is a list makes a copy, and a sum is a new tensor:
    index on the left of = or +=.""",
    {"points[numbers] += step": "points[numbers].add_(step)"},
)

those_not_listed_too = Edit(
    """You moved all points, listed or not: the step broadcasts to all rows. Index by the list.""",
    {"points[numbers] += step": "points += step"},
)

a_range_moved = Edit(
    """You moved what lies between the listed points as well. A range has no gaps: index by the
    list.""",
    {"points[numbers] += step": "points[min(numbers) : max(numbers) + 1] += step"},
)

the_first_of_them = Edit(
    """You moved only the first point that is listed.""",
    {"points[numbers] += step": "points[numbers[:1]] += step"},
)

as_many_as_listed = Edit(
    """You moved as many points as are listed, from the first on. The list says which.""",
    {"points[numbers] += step": "points[: len(numbers)] += step"},
)
