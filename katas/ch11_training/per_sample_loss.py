"""The loss of each sample (§11.5.1).

Training follows the mean loss of a batch.  Whoever asks later how well nodules were told from the
rest needs the loss of each sample, as a number.  A record that keeps its graph keeps the whole
batch in memory: chapter 12 of the book writes such records by mistake.
"""

from torch import Tensor


def batch_loss(logits: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    """Return the mean loss, of shape [], and the loss of each sample [N].

    ``logits`` is [N, 2].  ``labels`` is int64 [N, 2]: [0, 1] for a nodule, [1, 0] for anything
    else; a nodule is class 1.  A loss is the cross-entropy, in the dtype of ``logits``.

    ``backward`` starts from the mean.  The losses of the samples are records: no graph hangs on
    them.
    """
    raise NotImplementedError


def mean_loss(records: list[Tensor]) -> float:
    """Return the mean over all samples of an epoch, whose batches have losses [N], N varying."""
    raise NotImplementedError
