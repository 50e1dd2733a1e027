"""Right answers to ch03_tensors/views_and_clones, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "What is assigned to an index is written into the tensor.": [
        ("points[number] += step", "points[number] = points[number] + step"),
        ("copy[number] += step", "copy[number] = copy[number] + step"),
        ("points[numbers] += step", "points[numbers] = points[numbers] + step"),
    ],
}


@instead_of("move")
def through_a_view(points, number, step):
    point = points[number]
    point += step


@instead_of("move")
def with_an_underscore(points, number, step):
    points.select(0, number).add_(step)


@instead_of("move")
def coordinate_by_coordinate(points, number, step):
    for coordinate in range(len(step)):
        points[number, coordinate] = points[number, coordinate] + step[coordinate]


@instead_of("moved")
def stacked_anew(points, number, step):
    rows = list(points)
    rows[number] = rows[number] + step
    return torch.stack(rows)


@instead_of("moved")
def a_sum(points, number, step):
    steps = torch.zeros_like(points)
    steps[number] = step
    return points + steps


@instead_of("move_all")
def one_after_the_other(points, numbers, step):
    for number in numbers:
        points[number].add_(step)


@instead_of("move_all")
def by_a_mask(points, numbers, step):
    listed = [number in numbers for number in range(len(points))]
    points[torch.tensor(listed)] += step


@instead_of("move_all")
def written_back(points, numbers, step):
    chosen = points[numbers]
    points[numbers] = chosen + step
