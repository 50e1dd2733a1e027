"""Right answers to ch13_segmentation/annotation_mask, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A tensor of one bool is as true as the bool.": [(":])].tolist()", ":])]")],
    "A number is no list: += makes another one.": [("radius += 1", "radius = radius + 1")],
    "The larger of two numbers is that in any order.": [
        ("max(at - radius, 0)", "max(0, at - radius)"),
    ],
}


@instead_of("annotation_mask")
def as_the_book_grows(hu_a, centers, threshold_hu=-700.0):
    box_a = torch.zeros_like(hu_a, dtype=torch.bool)

    def is_dense(place):
        inside = all(0 <= it < size for it, size in zip(place, hu_a.shape, strict=True))
        return inside and hu_a[place] > threshold_hu

    for ci, cr, cc in centers:
        index_radius = 2
        while is_dense((ci + index_radius, cr, cc)) and is_dense((ci - index_radius, cr, cc)):
            index_radius += 1

        row_radius = 2
        while is_dense((ci, cr + row_radius, cc)) and is_dense((ci, cr - row_radius, cc)):
            row_radius += 1

        col_radius = 2
        while is_dense((ci, cr, cc + col_radius)) and is_dense((ci, cr, cc - col_radius)):
            col_radius += 1

        box_a[
            max(0, ci - index_radius) : ci + index_radius + 1,
            max(0, cr - row_radius) : cr + row_radius + 1,
            max(0, cc - col_radius) : cc + col_radius + 1,
        ] = True

    return box_a & (hu_a > threshold_hu)


@instead_of("annotation_mask")
def by_distances(hu, centers, threshold=-700.0):
    dense = hu > threshold
    mask = torch.zeros_like(dense)
    for center in centers:
        box = torch.ones_like(dense)
        for axis, size in enumerate(hu.shape):
            away = (torch.arange(size, device=hu.device) - center[axis]).abs()
            line = dense.movedim(axis, -1)[tuple(it for a, it in enumerate(center) if a != axis)]
            radius = 2
            while int((line & (away == radius)).sum()) == 2:
                radius += 1
            shape = [1, 1, 1]
            shape[axis] = size
            box &= (away <= radius).reshape(shape)
        mask |= box & dense
    return mask
