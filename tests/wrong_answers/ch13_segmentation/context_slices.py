"""Wrong answers to ch13_segmentation/context_slices, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("context_slices")
def indices_as_python_takes_them(scan, mask, index, k):
    """Below 0 the other end follows, and above the end as well.

    Known: around_the_ends.
    """
    d = scan.shape[0]
    slices = [scan[i if i < d else i - d] for i in range(index - k, index + k + 1)]
    return torch.stack(slices), mask[index].unsqueeze(0)


@instead_of("context_slices")
def range_too_short(scan, mask, index, k):
    """The last neighbour is missing, and so is the label's channel.

    Known: none_after_the_last_neighbour, no_channel_for_the_label.
    """
    rows = [min(max(i, 0), len(scan) - 1) for i in range(index - k, index + k)]
    return scan[rows], mask[index]


@instead_of("context_slices")
def sliced(scan, mask, index, k):
    """Slices that are missing are left out, and the rest is a view.

    Known: nothing_beyond_the_ends, a_view_of_the_scan.
    """
    lo, hi = max(index - k, 0), min(index + k + 1, len(scan))
    return scan[lo:hi], mask[index : index + 1]


@instead_of("context_slices")
def zero_padded(scan, mask, index, k):
    """What is missing stays 0.

    Known: zeros_beyond_the_ends.
    """
    out = torch.zeros(2 * k + 1, *scan.shape[1:], dtype=scan.dtype, device=scan.device)
    for c in range(2 * k + 1):
        i = index - k + c
        if 0 <= i < scan.shape[0]:
            out[c] = scan[i]
    return out, mask[[index]]


@instead_of("context_slices")
def guarded_at_the_end(scan, mask, index, k):
    """An index below 0 goes around.

    Known: around_the_beginning.
    """
    places = [min(i, len(scan) - 1) for i in range(index - k, index + k + 1)]
    return torch.stack([scan[i] for i in places]), mask[index].unsqueeze(0)


@instead_of("context_slices")
def cut_as_it_is(scan, mask, index, k):
    """A beginning of -1 is near the end.

    Known: as_python_cuts.
    """
    return scan[index - k : index + k + 1].clone(), mask[index].unsqueeze(0)
