"""Train mode against eval mode (§8.4.1, §8.5.2).

Dropout and batch norm do one thing in training and another when the model is used.  A flag
tells them which, and every module has its own: ``train()`` and ``eval()`` set it for a module
and for all that is inside.  A validation only looks: it runs in eval mode, and afterwards
nobody can tell that it took place.  The book's own ``validate`` never calls ``eval()``.
"""

from collections.abc import Iterable

from torch import Tensor, nn


def validate(
    model: nn.Module,
    train_loader: Iterable[tuple[Tensor, Tensor]],
    val_loader: Iterable[tuple[Tensor, Tensor]],
) -> dict[str, float]:
    """Return {"train": accuracy, "val": accuracy}, both measured in eval mode.

    A loader gives batches of images [N, ...] and labels [N], on the device of the model; N may
    differ from batch to batch.  The model returns logits [N, n_classes], and an accuracy is the
    share of all images whose largest logit is that of their label, as a Python float.

    The model runs with gradients off.  Afterwards every submodule is in the mode that it was in
    before, even if not all were in the same, or if the model raises an error, which comes through.
    """
    raise NotImplementedError
