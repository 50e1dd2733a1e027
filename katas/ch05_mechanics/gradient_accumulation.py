"""Gradient accumulation (§5.5.1).

``backward`` adds to ``.grad``; it never replaces what is there.  So a training loop clears
the gradient before each ``backward``.  The same addition lets a batch that is too large to
go through at once go through in pieces: when each piece counts by its share of the batch,
the gradients of the pieces add up to the gradient of the whole.
"""

from collections.abc import Callable

from torch import Tensor, nn


def training_loop(
    n_epochs: int, learning_rate: float, params: Tensor, t_u: Tensor, t_c: Tensor
) -> Tensor:
    """Fit ``w * t_u + b`` to ``t_c`` by gradient descent on the mean squared error.

    ``params`` holds w, then b: a leaf of shape [2] that requires a gradient.  It is updated
    in place, once in each epoch, then returned: the same object.  Its ``.grad`` may arrive
    holding an old gradient.  ``t_u`` and ``t_c`` have shape [N].

    >>> params = torch.tensor([1.0, 0.0], requires_grad=True)
    >>> training_loop(1, 1e-2, params, torch.tensor([1.0, 2.0]), torch.tensor([2.0, 4.0]))
    tensor([1.0500, 0.0300], requires_grad=True)
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

    ``inputs`` and ``targets`` hold N samples along their first dimension.  Cut them into
    micro-batches of ``micro_batch_size``, the last of which may be short; each makes one
    forward, then one backward before the next begins.  ``loss_fn(prediction, target)``
    averages over the samples that it is given.

    Afterwards each parameter's ``.grad`` is what one backward through the whole batch gives
    when it starts clean, whatever it held before; for a parameter that the loss does not
    use, None or zeros.  Nothing else of ``model`` changes: there is no optimizer step.
    Returns the mean loss over the whole batch.  A ``micro_batch_size`` below 1 is a
    ValueError that names it.
    """
    raise NotImplementedError
