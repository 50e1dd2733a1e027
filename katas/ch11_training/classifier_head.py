"""From a crop to two classes (§11.4.2).

Batch norm in front takes crops of any brightness, convolutions make many small features of them,
and a linear layer makes two numbers of all features of a crop.  Those are logits: the loss is
calculated from them.  People want probabilities.  The model returns both, and whoever takes the
second for the first trains with a loss that cannot come near 0.
"""

from torch import Tensor, nn


class Classifier(nn.Module):
    """``tail_batchnorm``, then ``body``, then ``head_linear`` from all features to two classes.

    The first is an nn.BatchNorm3d for one channel, the last an nn.Linear.
    """

    def __init__(self, body: nn.Module, n_features: int = 1152):
        """``body`` is the convolutions; it makes ``n_features`` numbers of a crop, in any shape."""
        raise NotImplementedError

    def forward(self, crops: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits and probabilities, both [N, 2], for ``crops`` [N, 1, I, R, C].

        Raises RuntimeError, as nn.Linear does, where a crop makes another number of features.
        """
        raise NotImplementedError


def classification_loss(model: nn.Module, crops: Tensor, labels: Tensor) -> Tensor:
    """Return the cross-entropy, a mean over ``crops``, for ``labels`` int64 [N].

    ``model(crops)`` is logits and probabilities.  It is called once.
    """
    raise NotImplementedError
