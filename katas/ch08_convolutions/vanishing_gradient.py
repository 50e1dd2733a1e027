"""The vanishing gradient (§8.5.3).

On its way back each layer multiplies the gradient by a factor of its own.  Thirty factors below
1 leave next to nothing, and the first layers hardly learn.  A layer that adds to its input has
a 1 in its factor, so the gradient gets through.  Which of the two a net does can be measured,
layer by layer.
"""

from torch import Tensor, nn


def gradient_norms(model: nn.Module, loss: Tensor) -> dict[str, float]:
    """Return how large the gradient of ``loss`` is in each layer of ``model``.

    A layer is a module that has parameters of its own, not only in submodules.  Its name is that
    in ``model.named_modules()``, which also gives the order.  Its norm is the root of the sum of
    squares over the gradients of all its own parameters, weight and bias together.  A parameter
    that ``loss`` does not depend on, or that needs no gradient, counts as 0.

    It is a measurement, and leaves no trace: each ``.grad`` stays as it was, and ``loss`` can
    still go backward.

    >>> model = nn.Sequential(nn.Linear(1, 1), nn.Tanh(), nn.Linear(1, 1))
    >>> gradient_norms(model, model(torch.tensor([[3.0]])).sum()).keys()
    dict_keys(['0', '2'])
    """
    raise NotImplementedError
