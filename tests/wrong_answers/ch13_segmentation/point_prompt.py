"""Wrong answers to ch13_segmentation/point_prompt, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("point_prompts")
def as_they_come(centers):
    """Row, then column.

    Known: row_before_column.
    """
    _, r, c = centers.unbind(1)
    return torch.stack([r, c], dim=1)


@instead_of("point_prompts")
def for_the_predictor(centers):
    """Whole numbers, of another dtype.

    Known: whole_numbers, another_dtype.
    """
    return torch.stack([centers[:, 2], centers[:, 1]], dim=-1).round().float()


@instead_of("covers")
def x_then_y(masks, points):
    """The mask is looked up in the order of the point, and the fraction is cut off.

    Known: x_for_the_row, cut_off.
    """
    found = [mask[int(p[0]), int(p[1])] for mask, p in zip(masks, points, strict=True)]
    return torch.stack(found) if found else masks.new_zeros(0)


@instead_of("covers")
def a_square_of_answers(masks, points):
    """Each mask at each point.

    Known: all_masks_at_all_points.
    """
    where = points.round().to(torch.int64)
    return masks[:, where[:, 1], where[:, 0]]


@instead_of("covers")
def by_any_of_the_masks(masks, points):
    """All masks are asked at each point.

    Known: any_mask_at_each_point.
    """
    places = points.round().long()
    return masks[:, places[:, 1], places[:, 0]].any(0)


@instead_of("point_prompts")
def flipped_and_cut_in_front(centers):
    """Row and index are left.

    Known: row_before_index.
    """
    return centers.flip(1)[:, 1:]
