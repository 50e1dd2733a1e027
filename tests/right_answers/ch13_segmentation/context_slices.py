"""Right answers to ch13_segmentation/context_slices, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Indices may lie on the CPU, or where the mask is, which is where the scan is.": [
        ("k + 1, device=scan.device)", "k + 1)", "k + 1, device=mask.device)"),
    ],
    "There are as many masks as slices.": [("len(scan)", "len(mask)")],
}


@instead_of("context_slices")
def as_in_the_book(hu_a, positive_mask, slice_ndx, context_slices_count):
    ct_t = hu_a.new_zeros((context_slices_count * 2 + 1, *hu_a.shape[1:]))

    start_ndx = slice_ndx - context_slices_count
    end_ndx = slice_ndx + context_slices_count + 1
    for i, context_ndx in enumerate(range(start_ndx, end_ndx)):
        context_ndx = max(context_ndx, 0)
        context_ndx = min(context_ndx, hu_a.shape[0] - 1)
        ct_t[i] = hu_a[context_ndx]

    return ct_t, positive_mask[slice_ndx].unsqueeze(0)


@instead_of("context_slices")
def by_a_longer_scan(scan, mask, index, k):
    longer = torch.cat([scan[:1].expand(k, -1, -1), scan, scan[-1:].expand(k, -1, -1)])
    return longer[index : index + 2 * k + 1].clone(), mask[index][None].clone()


@instead_of("context_slices")
def stacked(scan, mask, index, k):
    first, last = 0, scan.shape[0] - 1
    places = [sorted((first, place, last))[1] for place in range(index - k, index + k + 1)]
    return torch.stack([scan[place] for place in places]), mask.narrow(0, index, 1)
