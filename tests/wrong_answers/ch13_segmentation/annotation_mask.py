"""Wrong answers to ch13_segmentation/annotation_mask, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


def _radius(dense, center, axis, grows):
    place = list(center)
    radius = 2
    while True:
        sides = []
        for sign in (-1, 1):
            place[axis] = center[axis] + sign * radius
            inside = 0 <= place[axis] < dense.shape[axis]
            sides.append(inside and bool(dense[tuple(place)]))
        if not grows(sides):
            return radius
        radius += 1


def _box(center, radii):
    return tuple(slice(max(c - r, 0), c + r + 1) for c, r in zip(center, radii, strict=True))


@instead_of("annotation_mask")
def caught_index_errors(hu, centers, threshold=-700.0):
    """Only the end of the scan is an IndexError.

    Known: guarded_on_one_side_as_in_the_book.
    """
    out = torch.zeros_like(hu, dtype=torch.bool)
    for center in centers:
        slices = []
        for axis in range(3):
            line = hu.movedim(axis, 0)
            for other in (it for it in range(3) if it != axis):
                line = line.select(1, center[other])
            c, r = center[axis], 2
            try:
                while line[c + r] > threshold and line[c - r] > threshold:
                    r += 1
            except IndexError:
                r -= 1
            slices.append(slice(c - r, c + r + 1))
        out[tuple(slices)] = True
    return out & (hu > threshold)


@instead_of("annotation_mask")
def the_box_as_it_is(hu, centers, threshold=-700.0):
    """What is air in the box is marked.

    Known: the_whole_box.
    """
    dense = hu > threshold
    mask = torch.zeros_like(dense)
    for center in centers:
        mask[_box(center, [_radius(dense, center, a, all) for a in range(3)])] = True
    return mask


@instead_of("annotation_mask")
def a_range_and_any(hu, centers, threshold=-700.0):
    """One dense side is enough, and the last one of each side is left out.

    Known: one_side_is_enough, the_upper_end_left_out.
    """
    dense = hu > threshold
    mask = torch.zeros_like(dense)
    for center in centers:
        radii = [_radius(dense, center, a, any) for a in range(3)]
        sides = [slice(max(c - r, 0), c + r) for c, r in zip(center, radii, strict=True)]
        mask[tuple(sides)] = True
    return mask & dense


@instead_of("annotation_mask")
def at_least(hu, centers, threshold=-700.0):
    """The threshold itself is dense.

    Known: at_the_threshold.
    """
    dense = torch.ge(hu, threshold)
    mask = torch.zeros_like(dense)
    for center in centers:
        mask[_box(center, [_radius(dense, center, a, all) for a in range(3)])] = True
    return torch.logical_and(mask, dense)


@instead_of("annotation_mask")
def a_cube(hu, centers, threshold=-700.0):
    """The box is as wide along each axis as along the longest.

    Known: one_radius_for_all.
    """
    dense = hu > threshold
    mask = torch.zeros_like(dense)
    for center in centers:
        r = max(_radius(dense, center, axis, all) for axis in range(3))
        box = _box(center, [r, r, r])
        mask[box] |= dense[box]
    return mask


@instead_of("annotation_mask")
def ends_below_the_threshold(hu, centers, threshold=-700.0):
    """At the threshold the box goes on growing.

    Known: nothing.
    """
    out = torch.zeros_like(hu, dtype=torch.bool)
    for center in centers:
        radii = [_radius(hu >= threshold, center, axis, all) for axis in range(3)]
        box = _box(center, radii)
        out[box] |= hu[box] > threshold
    return out


@instead_of("annotation_mask")
def clamped_places(hu, centers, threshold=-700.0):
    """Beyond the ends of the scan is what lies at its ends.

    Known: clamped_at_the_ends.
    """
    dense = hu > threshold
    out = torch.zeros_like(dense)
    for center in centers:
        radii = []
        for axis in range(3):
            last = dense.shape[axis] - 1
            radius = 2
            while True:
                low, high = list(center), list(center)
                low[axis] = max(center[axis] - radius, 0)
                high[axis] = min(center[axis] + radius, last)
                if low[axis] == 0 and high[axis] == last:
                    break
                if not dense[tuple(low)] or not dense[tuple(high)]:
                    break
                radius += 1
            radii.append(radius)
        out[_box(center, radii)] = True
    return out & dense


@instead_of("annotation_mask")
def two_radii(hu, centers, threshold=-700.0):
    """Each side has a radius of its own.

    Known: each_side_by_itself.
    """
    dense = hu > threshold
    out = torch.zeros_like(dense)
    for center in centers:
        box = []
        for axis, at in enumerate(center):
            line = dense.movedim(axis, 0)[(slice(None), *center[:axis], *center[axis + 1 :])]
            low, high = at - 2, at + 2
            while low >= 0 and line[low]:
                low -= 1
            while high < len(line) and line[high]:
                high += 1
            box.append(slice(max(low, 0), high + 1))
        out[tuple(box)] = True
    return out & dense
