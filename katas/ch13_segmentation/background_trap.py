"""What a loss does not tell (§15, second edition).

A nodule has some 50 of the 262144 pixels of a slice.  A network that calls everything background
has nearly all pixels right, and a loss near 0; both get no worse if it has never found a nodule.
Intersection over union looks at the nodule alone, and is 0.  The second edition reports the loss.
"""

from collections.abc import Iterable

from torch import Tensor


def segmentation_scores(batches: Iterable[tuple[Tensor, Tensor]]) -> tuple[float, float, float]:
    """Return the loss, the accuracy and the intersection over union of what a network answers.

    A batch is logits [N, 2, H, W] and labels [N, H, W], int64: 0 is background, 1 is nodule.  N
    and the size of the images vary.  A pixel is predicted to be nodule if that logit is the larger.

    The loss is the cross-entropy, a mean over all pixels of all batches, and accuracy is the share
    of those that are right.  The intersection over union is that of the nodule, over all pixels
    together: 1 if there is none, and none is predicted.
    """
    raise NotImplementedError
