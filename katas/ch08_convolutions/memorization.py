"""Memorization (§8.5.1).

With enough parameters a net need not find out what the images of a class have in common: it can
learn each image by heart.  To see whether it can, shuffle the labels, so that there is nothing
to find out.  If it gets them all right in training even so, then training accuracy shows how
much it can remember, and nothing about images that it has not seen.
"""

import torch
from torch import Tensor, nn


def shuffled(labels: Tensor, generator: torch.Generator) -> Tensor:
    """Return the labels [N] in random order, each class as often as before.

    The result is a new tensor, and every order is equally likely.  Random numbers come from
    ``generator``, which is on the device of ``labels``.
    """
    raise NotImplementedError


def memorize(
    model: nn.Module, optimizer: torch.optim.Optimizer, imgs: Tensor, labels: Tensor, max_steps: int
) -> int:
    """Train ``model`` until it gets every label right, and return how many steps that took.

    ``imgs`` [N, ...] and ``labels`` [N] are one batch: a step of ``optimizer`` follows the
    gradient of the cross entropy of all of them, and no earlier gradient.  The class that an
    output [C] stands for is that of its largest number.  No step is taken once all are right,
    nor ever more than ``max_steps``, right or wrong.
    """
    raise NotImplementedError
