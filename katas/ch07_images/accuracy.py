"""Accuracy (§7.2.6).

The loss is what training follows; accuracy is what people ask for: the share of images whose
class the model gets right.  The predicted class is the one with the largest output, so logits,
probabilities and their logarithms all give the same.  Nothing is trained, so no gradients are
recorded.
"""

from collections.abc import Iterable

from torch import Tensor, nn


def accuracy(model: nn.Module, loader: Iterable[tuple[Tensor, Tensor]]) -> float:
    """Return the number of correct predictions by the number of samples, from 0.0 to 1.0.

    A batch is ``imgs, labels``: N images, and int64 [N]; ``loader`` may be any iterable of
    batches.  ``model(imgs)`` is [N, C], one output for each class.

    The model runs with gradients off and is left as it was, as is torch's grad mode, even if
    the model raises an error.  Raises ZeroDivisionError if there are no samples.
    """
    raise NotImplementedError
