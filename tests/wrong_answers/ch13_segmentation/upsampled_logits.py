"""Wrong answers to ch13_segmentation/upsampled_logits, as people write them."""

import torch.nn.functional as F  # noqa: N812

from katas._dojo.writing.mistakes import instead_of


@instead_of("full_size_labels")
def labels_first(logits, size):
    """Labels are made larger, each a block.

    Known: blocks.
    """
    labels = logits.argmax(dim=1, keepdim=True)
    return F.interpolate(labels.float(), size=size, mode="nearest").squeeze(1).long()


@instead_of("full_size_labels")
def smooth_labels(logits, size):
    """Labels are interpolated.

    Known: labels_interpolated.
    """
    labels = logits.max(1)[1].unsqueeze(1).double()
    large = F.interpolate(labels, size=tuple(size), mode="bilinear", align_corners=False)
    return large.squeeze(1).round().long()


@instead_of("full_size_labels")
def of_probabilities(logits, size):
    """Probabilities are interpolated, corner on corner.

    Known: probabilities_interpolated, corners_aligned.
    """
    probabilities = F.softmax(logits, dim=1)
    large = F.interpolate(probabilities, size, mode="bilinear", align_corners=True)
    return large.argmax(1)


@instead_of("full_size_labels")
def by_default(logits, size):
    """What interpolate does unless told otherwise: blocks.

    Known: blocks.
    """
    return F.interpolate(logits, size=size).argmax(dim=1)


@instead_of("full_size_labels")
def floats_between_labels(logits, size):
    """Labels are interpolated as floats, and cut off.

    Known: labels_cut_off.
    """
    labels = logits.argmax(1, keepdim=True).float()
    labels = F.interpolate(labels, size=size, mode="bilinear", align_corners=False)
    return labels.squeeze(1).long()


@instead_of("full_size_labels")
def values_and_indices(logits, size):
    """max gives two tensors.

    Known: max_for_argmax.
    """
    return F.interpolate(logits, size=size, mode="bilinear").max(1)
