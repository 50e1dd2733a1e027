"""The mask of a whole scan (§14.3.1).

A segmentation model looks at slices, a few at a time, and says of each voxel how likely it is part
of a nodule.  Put together again, the slices make a mask of the scan.
"""

from collections.abc import Iterable

import numpy as np
from torch import Tensor, nn


def segment_volume(
    model: nn.Module, batches: Iterable[tuple[Tensor, list[int]]], shape: tuple[int, int, int]
) -> np.ndarray:
    """Return the mask of a scan of ``shape`` (I, R, C): a NumPy array of bools.

    Each batch is B inputs [B, K, R, C], on the model's device, and the numbers of their slices,
    in any order.  ``model`` makes probabilities [B, 1, R, C] of the inputs.  A voxel is in the mask
    if its probability is above 0.5; a slice that is in no batch is False.

    The model works in eval mode, and without gradients.
    """
    raise NotImplementedError
