"""A data loader (§7.2.6).

A data set hands out one sample at a time; training wants batches.  A loader says which samples
make a batch, and stacks them.  Shuffled, it puts the samples into a new random order for every
epoch, and each of them still comes exactly once.  An epoch is one ``for`` over the loader.
"""

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.utils.data import Dataset


class DataLoader:
    """Batches of ``dataset``, by hand: no code of ``torch.utils.data`` is to run.

    ``dataset`` has a length, and ``dataset[i]``, with an int, is ``(img, label)``: a tensor and
    an int.  A batch is ``(imgs, labels)``: [N, ...] of the dtype of each img, and int64 [N].
    The samples of a batch are asked for when that batch is, not before.
    """

    def __init__(
        self,
        dataset: Dataset,
        batch_size: int,
        shuffle: bool = False,
        drop_last: bool = False,
        generator: torch.Generator | None = None,
    ):
        """Prepare batches of ``batch_size`` samples, in the order of ``dataset`` or shuffled.

        The last batch is what is left; if that is a short one, ``drop_last`` leaves it out.
        Random numbers are drawn only to shuffle: from ``generator``, or torch's own if None.
        """
        raise NotImplementedError

    def __len__(self) -> int:
        """Return the number of batches in an epoch."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        """Begin an epoch of its own, also while another one is on its way."""
        raise NotImplementedError
