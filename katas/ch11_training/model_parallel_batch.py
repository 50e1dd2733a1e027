"""One batch on several devices (§11.3.1).

nn.DataParallel holds a copy of the model, a replica, on each GPU.  It cuts the batch into as many
chunks, runs them side by side and joins the outputs.  If each device calculates the loss of its
own chunk as well, a short last chunk must not weigh as much as the others.

Without a GPU nn.DataParallel runs the model as it is; the replicas here may be anywhere.
"""

from collections.abc import Callable, Sequence

from torch import Tensor, nn


def data_parallel(replicas: Sequence[nn.Module], batch: Tensor) -> Tensor:
    """Return the outputs for ``batch`` [N, ...], in its order and on its device.

    Each replica runs on a chunk of its own, on the device of its parameters.  Chunks have the
    sizes of torch.chunk: N divided by the number of replicas, rounded up, and less in the last.
    If these are fewer chunks than replicas, the last replicas do not run.  Gradients flow back.
    """
    raise NotImplementedError


def parallel_loss(
    replicas: Sequence[nn.Module],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    batch: Tensor,
    labels: Tensor,
) -> Tensor:
    """Return the mean loss over the N samples of ``batch``, with gradients for every replica.

    ``loss_fn(outputs, labels)`` is the mean over what it is given.  The chunks are the same.
    """
    raise NotImplementedError
