"""Grad modes (§5.5.4).

Autograd records what happens to tensors that require a gradient, unless grad mode is off.
Validation wants no record, so it switches the mode off, and back to what it was, also when
the code in between raises.  ``train()`` and ``eval()`` are another switch.  ``detach`` leaves
the record too, for one tensor, but stays in its memory.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from torch import Tensor


def calc_forward(
    model: Callable[[Tensor], Tensor],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    t_u: Tensor,
    t_c: Tensor,
    is_train: bool,
) -> Tensor:
    """Return ``loss_fn(model(t_u), t_c)``, ready for ``backward`` if ``is_train``.

    Both functions run with grad mode on if ``is_train``, and off otherwise, whether the caller
    has it on or off.  The caller's is back afterwards, also when either function raises.

    Nothing else is switched: a Module runs in the training or evaluation mode that it is in.
    No ``.grad`` is written or cleared.
    """
    raise NotImplementedError


@contextmanager
def grad_mode(enabled: bool) -> Iterator[None]:
    """Switch grad mode on or off for a ``with`` block, then back to what it was.

    However the block is left and whatever it has switched itself, grad mode is then what it was
    ahead of it.  An exception goes on to the caller.  Blocks may stand inside each other.
    Tensors made in a block are ordinary ones: a recorded computation may use them later.

    >>> with grad_mode(False):
    ...     torch.is_grad_enabled()
    False
    """
    raise NotImplementedError


def frozen_copy(params: Tensor) -> Tensor:
    """Return the values of ``params`` as they are now, to keep.

    ``params`` may require a gradient or not, be a leaf or not; it stays as it is.  The copy
    has its shape, dtype and device, requires no gradient, and has memory of its own.
    """
    raise NotImplementedError
