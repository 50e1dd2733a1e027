"""In-place update (§5.5.1).

A training step changes parameters where they are.  Writing ``p = p - learning_rate * p.grad``
makes a new tensor instead: the old one, which everybody else holds, does not move, and the
new one is no leaf, so that the next ``backward`` leaves its ``.grad`` empty.  ``p -= ...``
keeps the tensor; under ``torch.no_grad()`` it may change a leaf, unrecorded.  Autograd still
notices that the numbers have changed, which ``.data`` would hide from it.
"""

from collections.abc import Iterable

from torch import Tensor


def update(params: Iterable[Tensor], learning_rate: float) -> None:
    """Take one step of gradient descent: subtract ``learning_rate * p.grad`` from every p.

    ``params`` holds leaves of any shape, and may be a generator, such as
    ``model.parameters()``.  Each stays the tensor that it was: same object, same memory, same
    gradient, a leaf.  One whose ``.grad`` is None is left alone.  Grad mode is afterwards what
    it was, also if ``params`` raises an error.

    Autograd notices: if a loss from before the step needs the old numbers for its
    ``backward``, that is a RuntimeError, as always when they are gone.

    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> (3 * w).backward()
    >>> update([w], learning_rate=0.1)
    >>> w
    tensor(0.7000, requires_grad=True)
    """
    raise NotImplementedError
