"""A penalty in the loss (§5.5.3, §8.5.1).

Large parameters let a model bend to every sample.  Add the sum of their squares, times a
small factor lambda, to the loss: its gradient, 2 * lambda * p, pulls every parameter p
towards zero while the data pull it towards a fit.
"""

from torch import Tensor, nn


def l2_penalty(model: nn.Module) -> Tensor:
    """Return the sum of the squares of all elements of all parameters of ``model``.

    As in the book's loop every parameter counts, once: weights, biases, those of nested
    layers, frozen ones.  Buffers do not.  The result is 0-dimensional, has the dtype and
    device of the parameters, and is part of the graph: its gradient is 2 * p, also where
    p is 0.  ``model`` is left as it was, ``.grad`` included.

    With a weight of 3 and a bias of -4, nn.Linear(1, 1) has the penalty 25.
    """
    raise NotImplementedError


def penalized_loss(loss: Tensor, model: nn.Module, l2_lambda: float) -> Tensor:
    """Return ``loss`` plus ``l2_lambda`` times the penalty of ``model``.

    ``loss`` is the loss on the data, 0-dimensional; so is the result, and backward through
    it reaches the parameters by both terms.  ``loss`` keeps its value, as it is still what
    to print; ``model`` is left as it was, ``.grad`` included.
    """
    raise NotImplementedError
