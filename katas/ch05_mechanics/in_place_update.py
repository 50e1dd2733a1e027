"""In-place update (§5.5.1).

A training step changes parameters where they are.  Writing ``p = p - learning_rate * p.grad``
makes a new tensor instead: the old one, which everybody else holds, does not move, and the
new one is no leaf, so that the next ``backward`` leaves its ``.grad`` empty.  ``p -= ...``
keeps the tensor; under ``torch.no_grad()`` it may change a leaf, unrecorded.  Autograd still
counts the changes, which ``.data`` would hide from it.
"""

from collections.abc import Iterable

from torch import Tensor


def update(params: Iterable[Tensor], learning_rate: float) -> None:
    """Take one step of gradient descent: subtract ``learning_rate * p.grad`` from every p.

    ``params`` holds leaves of any shape; it may be a generator, such as
    ``model.parameters()``.  Each stays the tensor that it was: same object, same memory, a
    leaf that requires a gradient.  One whose ``.grad`` is None is left alone.  Gradients stay
    as they are; clearing them is not part of the step.  Grad mode, on or off, is afterwards
    what it was.

    Autograd is to notice: ``backward`` through a loss from before the step, which needs the
    old values of a parameter that has moved, is a RuntimeError, not a wrong gradient.

    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> (3 * w).backward()
    >>> update([w], learning_rate=0.1)
    >>> w
    tensor(0.7000, requires_grad=True)
    """
    raise NotImplementedError
