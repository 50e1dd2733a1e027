"""Eval mode (§2.1.5).

Dropout throws numbers away at random, and batch norm looks at the whole batch: both only while a
network learns.  To use one, switch it to eval mode, or its answers are arbitrary.  That is one
switch; whether gradients are recorded is another.
"""

from torch import Tensor, nn


def predict(model: nn.Module, batch: Tensor) -> Tensor:
    """Return what ``model`` says of ``batch`` in eval mode, with gradients off meanwhile.

    Gradients are off while the model runs, and afterwards on or off as they were before.  The
    model has all its parts in one mode, train or eval: afterwards they are in that mode again.
    Nothing else of the model changes.
    """
    raise NotImplementedError
