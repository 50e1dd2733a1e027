"""How many parameters a model has (§6.3.2, §7.2.7).

Parameters are tensors, and what counts is the numbers in them: 40 for the network of 13
hidden units, 3.7 million for the first one that reads CIFAR-10.  A parameter that is used in
two places (tied) is one parameter.
"""

from torch import nn


def count_parameters(model: nn.Module) -> tuple[int, int]:
    """Return how many numbers the parameters of ``model`` hold: in all, then trainable ones.

    Trainable are those of parameters that require a gradient.  Tied parameters count once,
    buffers not at all.  Works on any device, the meta device included.

    >>> count_parameters(nn.Linear(3, 2))
    (8, 8)
    """
    raise NotImplementedError
