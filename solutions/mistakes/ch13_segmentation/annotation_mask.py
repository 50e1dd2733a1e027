"""Known wrong answers to ch13_segmentation/annotation_mask."""

import torch

from katas._dojo.writing.mistakes import Edit, instead_of


@instead_of("annotation_mask")
def guarded_on_one_side_as_in_the_book(hu, centers, threshold=-700.0):
    """You let an IndexError say where the scan ends, as the book does. Before its beginning there
    is none: -1 is the last voxel, and a box that begins at -1 is empty, so that a nodule there is
    lost."""
    boxes = torch.zeros_like(hu, dtype=torch.bool)
    for ci, cr, cc in centers:
        index_radius = 2
        try:
            while (
                hu[ci + index_radius, cr, cc] > threshold
                and hu[ci - index_radius, cr, cc] > threshold
            ):
                index_radius += 1
        except IndexError:
            index_radius -= 1
        row_radius = 2
        try:
            while (
                hu[ci, cr + row_radius, cc] > threshold and hu[ci, cr - row_radius, cc] > threshold
            ):
                row_radius += 1
        except IndexError:
            row_radius -= 1
        col_radius = 2
        try:
            while (
                hu[ci, cr, cc + col_radius] > threshold and hu[ci, cr, cc - col_radius] > threshold
            ):
                col_radius += 1
        except IndexError:
            col_radius -= 1
        boxes[
            ci - index_radius : ci + index_radius + 1,
            cr - row_radius : cr + row_radius + 1,
            cc - col_radius : cc + col_radius + 1,
        ] = True
    return boxes & (hu > threshold)


grown_around_the_beginning = Edit(
    """You go on at the other end of the scan where it begins: an index of -1 is the last voxel, and
    no error.""",
    {"radius <= at < len(line) - radius": "at < len(line) - radius"},
)

an_error_at_the_end = Edit(
    """You look beyond the end of the scan, which is an IndexError. The first radius that lies
    outside ends it.""",
    {"radius <= at < len(line) - radius": "radius <= at"},
)

empty_at_the_beginning = Edit(
    """Your box is empty where it would begin before the scan: a slice from -1 begins at the other
    end. Begin at 0.""",
    {"max(at - radius, 0)": "at - radius"},
)

the_whole_box = Edit(
    """You returned the box with all that is in it. What is air in it is no nodule.""",
    {"return boxes & dense": "return boxes"},
)

all_that_is_dense = Edit(
    """You returned all that is dense, so the whole chest is a nodule. Only what lies in the box of
    one is.""",
    {"return boxes & dense": "return dense"},
)

clamped_at_the_ends = Edit(
    """You look at the first voxel, or at the last one, again where the scan has ended. Outside of
    it there is nothing: the first radius that reaches beyond ends the box.""",
    {
        "radius <= at < len(line) - radius and line[at - radius] and line[at + radius]": (
            "(radius < at or at + radius < len(line) - 1)"
            " and line[max(at - radius, 0)] and line[min(at + radius, len(line) - 1)]"
        )
    },
)

one_side_is_enough = Edit(
    """You grow while there is tissue on one side at least. Then a vessel that leaves the nodule
    carries it away: both have to be dense.""",
    {"line[at - radius] and line[at + radius]": "(line[at - radius] or line[at + radius])"},
)

from_1_on = Edit(
    """You began with a radius of 1. It is 2 at least, so that a hole beside the centre does not end
    it.""",
    {"radius = 2": "radius = 1"},
)

one_less = Edit(
    """You took the last radius at which both are dense. The first one at which they are not still
    belongs to the box: on the other side there may be tissue.""",
    {
        "box.append(slice(max(at - radius, 0), at + radius + 1))": (
            "box.append(slice(max(at - radius + 1, 0), at + radius))"
        )
    },
)

the_upper_end_left_out = Edit(
    """Your box reaches less far on the upper side. A slice leaves its end out: one more.""",
    {"at + radius + 1)": "at + radius)"},
)

at_the_threshold = Edit(
    """You take what is at the threshold for dense. It has to be more.""",
    {"hu > threshold": "hu >= threshold"},
)

always_minus_700 = Edit(
    """You took -700 whatever the threshold is. That is only what it is unless something else is
    given.""",
    {"hu > threshold": "hu > -700"},
)

each_side_by_itself = Edit(
    """You let each side grow by itself. The box reaches equally far to both sides: where one of
    them ends, so does the other.""",
    {
        "radius = 2": "low = high = 2",
        "while radius <= at < len(line) - radius and line[at - radius] and line[at + radius]:": (
            "while low <= at and line[at - low]:"
        ),
        "radius += 1": "low += 1",
        "box.append(slice(max(at - radius, 0), at + radius + 1))": """
            while at < len(line) - high and line[at + high]:
                high += 1
            box.append(slice(max(at - low, 0), at + high + 1))
        """,
    },
)

one_radius_for_all = Edit(
    """You took the largest of the three radii along every axis. Each axis has its own: what lies
    beside a long nodule is no part of it.""",
    {
        "boxes[tuple(box)] = True": """
            widest = max((it.stop - it.start) // 2 for it in box)
            box = [slice(max(at - widest, 0), at + widest + 1) for at in center]
            boxes[tuple(box)] = True
        """,
    },
)
