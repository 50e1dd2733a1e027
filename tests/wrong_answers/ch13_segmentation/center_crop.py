"""Wrong answers to ch13_segmentation/center_crop, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("center_crop")
def as_printed(layer, target_size):
    """A bridge that is too small is cut all the same.

    Known: a_smaller_bridge_of_the_book.
    """
    _, _, layer_height, layer_width = layer.size()
    diff_y = (layer_height - target_size[0]) // 2
    diff_x = (layer_width - target_size[1]) // 2
    return layer[:, :, diff_y : (diff_y + target_size[0]), diff_x : (diff_x + target_size[1])]


@instead_of("center_crop")
def the_same_on_both_sides(bridge, size):
    """An odd one stays, and nothing is left of what fits.

    Known: as_many_at_the_end.
    """
    h, w = bridge.shape[2:]
    if h < size[0] or w < size[1]:
        raise ValueError("too small")
    dy, dx = (h - size[0]) // 2, (w - size[1]) // 2
    return bridge[:, :, dy:-dy, dx:-dx]


@instead_of("center_crop")
def x_first(bridge, size):
    """The width comes first, and rows alone are looked at.

    Known: width_before_height, no_look_at_columns.
    """
    w, h = size
    dy = bridge.shape[2] - h
    dx = bridge.shape[3] - w
    if dy < 0:
        raise ValueError(f"{dy} rows")
    return bridge[:, :, dy // 2 : dy // 2 + h, dx // 2 : dx // 2 + w]


@instead_of("center_crop")
def as_torchvision_rounds(bridge, size):
    """Three rows are cut as two above and one below.

    Known: rounded_by_round.
    """
    h, w = bridge.shape[-2:]
    if size[0] > h or size[1] > w:
        raise ValueError(f"cannot crop {size} from {(h, w)}")
    top = round((h - size[0]) / 2.0)
    left = round((w - size[1]) / 2.0)
    return bridge[..., top : top + size[0], left : left + size[1]]


@instead_of("center_crop")
def what_goes_at_the_end(bridge, size):
    """Up to -0 there is nothing.

    Known: cut_from_the_end.
    """
    dh, dw = bridge.size(2) - size[0], bridge.size(3) - size[1]
    if dh < 0 or dw < 0:
        raise ValueError("the bridge is too small")
    return bridge[:, :, dh // 2 : -(dh - dh // 2), dw // 2 : -(dw - dw // 2)]


@instead_of("center_crop")
def symmetric(bridge, size):
    """As many go at the end as in front.

    Known: as_many_on_either_side.
    """
    _, _, height, width = bridge.shape
    if height < size[0] or width < size[1]:
        raise ValueError("the bridge is too small")
    dh, dw = (height - size[0]) // 2, (width - size[1]) // 2
    return bridge[:, :, dh : height - dh, dw : width - dw]
