"""Gradient accumulation (§5.5.1).

``backward`` adds to ``.grad``; it never replaces what is there.  So a training loop clears
the gradient before each ``backward``.  The same addition lets a batch go through in pieces:
when each counts by its share of the batch, their gradients add up to that of the whole.
"""

from collections.abc import Callable

from torch import Tensor, nn


def training_loop(
    n_epochs: int, learning_rate: float, params: Tensor, t_u: Tensor, t_c: Tensor
) -> Tensor:
    """Fit ``w * t_u + b`` to ``t_c`` by gradient descent on the mean squared error.

    ``params`` is [w, b], a leaf that requires a gradient.  It is updated in place in each of
    ``n_epochs`` epochs, then returned: the same object.  Its ``.grad`` may arrive holding an
    old gradient.  ``t_u`` and ``t_c`` have shape [N].
    """
    raise NotImplementedError


def accumulate_gradients(
    model: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    inputs: Tensor,
    targets: Tensor,
    micro_batch_size: int,
) -> float:
    """Leave the gradient of the mean loss over the whole batch in ``.grad``, piece by piece.

    ``inputs`` and ``targets`` hold samples along their first dimension, one at least.  Cut them
    into micro-batches of at most ``micro_batch_size``; each makes one forward, then one backward
    before the next begins.  ``loss_fn(prediction, target)`` averages over its samples.

    Afterwards each parameter's ``.grad`` is that of the whole batch, whatever it held before;
    None or zeros where the loss does not use it.  Nothing else of ``model`` changes: there is
    no optimizer step.  Returns the mean loss over the whole batch.  A ``micro_batch_size``
    below 1 is a ValueError that names it.
    """
    raise NotImplementedError
