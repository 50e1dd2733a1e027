"""Right answers to ch13_segmentation/center_crop, written differently."""

import torch
import torch.nn.functional as F  # noqa: N812

from katas._dojo.writing.mistakes import instead_of


@instead_of("center_crop")
def as_in_the_book(layer, target_size):
    _, _, layer_height, layer_width = layer.size()
    diff_y = (layer_height - target_size[0]) // 2
    diff_x = (layer_width - target_size[1]) // 2
    if min(diff_y, diff_x) < 0:
        raise ValueError("the bridge is too small")
    return layer[:, :, diff_y : (diff_y + target_size[0]), diff_x : (diff_x + target_size[1])]


@instead_of("center_crop")
def by_negative_padding(bridge, size):
    amounts = []
    for have, want in zip(bridge.shape[:1:-1], reversed(size), strict=True):
        if have < want:
            raise ValueError(f"{have} are fewer than {want}")
        front = (have - want) // 2
        amounts += [-front, front + want - have]
    return F.pad(bridge, amounts)


@instead_of("center_crop")
def by_index(bridge, size):
    for dim, want in zip((2, 3), size, strict=True):
        have = bridge.size(dim)
        if want > have:
            raise ValueError(f"dimension {dim}: {have} for {want}")
        start = (have - want) // 2
        places = torch.arange(start, start + want, device=bridge.device)
        bridge = bridge.index_select(dim, places)
    return bridge
