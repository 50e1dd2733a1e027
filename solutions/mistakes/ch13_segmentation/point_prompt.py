"""Known wrong answers to ch13_segmentation/point_prompt."""

from katas._dojo.writing.mistakes import Edit

MINE = "masks[torch.arange(len(masks), device=masks.device), y, x]"

row_before_column = Edit(
    """You gave the row first. A point is x, then y: the column comes first.""",
    {"centers[:, [2, 1]]": "centers[:, 1:]"},
)

the_first_two = Edit(
    """You took the index of the slice for a part of the point. It says in which slice, and the
    point says where in it.""",
    {"centers[:, [2, 1]]": "centers[:, :2]"},
)

three_coordinates = Edit(
    """You turned all three around, to (x, y, z). A point in a slice has only x and y.""",
    {"centers[:, [2, 1]]": "centers.flip(1)"},
)

the_first_nodule_alone = Edit(
    """You returned one point [2]. There is one for each of N nodules: [N, 2].""",
    {"centers[:, [2, 1]]": "centers[0, [2, 1]]"},
)

whole_numbers = Edit(
    """You rounded the point. Where a centre lies between voxels, its point lies there, too.""",
    {"centers[:, [2, 1]]": "centers[:, [2, 1]].round()"},
)

another_dtype = Edit(
    """Your points have another dtype than the centres. It stays what it is.""",
    {"centers[:, [2, 1]]": "centers[:, [2, 1]].float()"},
)

x_for_the_row = Edit(
    """You looked at mask[x, y]. The row comes first in memory: mask[y, x].""",
    {MINE: MINE.replace("y, x", "x, y")},
)

all_masks_at_all_points = Edit(
    """You asked each mask at each point, [N, N]. Mask n has its own point, n: one answer each.""",
    {MINE: "masks[:, y, x]"},
)

the_first_mask_for_all = Edit(
    """You asked the first mask at each point. Each point has a mask of its own.""",
    {MINE: "masks[(y * 0), y, x]"},
)

cut_off = Edit(
    """You cut off the fraction of a point. It belongs to the nearest pixel: round.""",
    {"points.round().long()": "points.long()"},
)

rounded_up = Edit(
    """You rounded up. A point belongs to the nearest pixel.""",
    {"points.round().long()": "points.ceil().long()"},
)

integers = Edit(
    """You made integers of the points. Where a centre lies between voxels, its point lies there,
    too; and the dtype stays what it is.""",
    {"centers[:, [2, 1]]": "centers[:, [2, 1]].long()"},
)

any_mask_at_each_point = Edit(
    """You asked whether any of the masks covers a point. Mask n is asked at point n alone.""",
    {"masks[torch.arange(len(masks), device=masks.device), y, x]": "masks[:, y, x].any(dim=0)"},
)

row_before_index = Edit(
    """You turned the order around and left out the column. A point is x, the column, then y, the
    row: it is the index that has no place in it.""",
    {"centers[:, [2, 1]]": "centers[:, [1, 0]]"},
)
