"""The batch dimension (§6.2.2).

A model takes many samples at once: dimension 0 of its input counts the samples, N, and
dimension 0 of its output counts them too.  A single sample has to become a batch of one on
the way in, and lose that dimension, and no other, on the way out.  Some layers also take a
sample without the batch dimension, and then read its first dimension as something else.
"""

from torch import Tensor, nn


def predict_one(model: nn.Module, sample: Tensor) -> Tensor:
    """Return the output of ``model`` for a single ``sample``, of any shape [...].

    The model takes a batch [N, ...] and gives [N, ...]; the result has no N.  It is called
    once, in the mode that it is in, and gradients flow through if the caller wants them.

    >>> predict_one(nn.Conv2d(3, 1, kernel_size=3), torch.zeros(3, 32, 32)).shape
    torch.Size([1, 30, 30])
    """
    raise NotImplementedError


def predict_each(model: nn.Module, samples: list[Tensor]) -> list[Tensor]:
    """Return a list of the outputs of ``model`` for ``samples``, each as from predict_one.

    The samples are of one shape.  The model is called once, with all of them; for an empty
    list it is not called, and the result is an empty list.
    """
    raise NotImplementedError


def flatten_samples(batch: Tensor) -> Tensor:
    """Return ``batch``, [N, ...] of two dimensions or more, as [N, K]: a row for each sample.

    K is the product of all sizes but the first.  N may be 1 or 0; the batch need not be
    contiguous, and may be of any dtype.

    >>> flatten_samples(torch.zeros(0, 3, 32, 32)).shape
    torch.Size([0, 3072])
    """
    raise NotImplementedError
