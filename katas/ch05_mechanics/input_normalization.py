"""Input normalization (§5.4.4).

The gradient of w is that of b with each error multiplied by its input, so inputs around 50
make it some 50 times as large, and no learning rate suits both.  Subtract the mean of each
input and divide by its standard deviation, and one rate will do.  Both statistics belong to
the training data: the validation data stands for readings that nobody has seen yet, so it
is scaled by the same numbers.
"""

from torch import Tensor


def normalize(train: Tensor, val: Tensor) -> tuple[Tensor, Tensor]:
    """Return both, standardised by the mean and the standard deviation of ``train``.

    Rows are samples: ``train`` has shape [N], or [N, F] for F features, of which each has
    its own mean and standard deviation; N is at least 2.  ``val`` has shape [M] or [M, F],
    where M may be 1 or 0.  The standard deviation is that of ``torch.std``, with N - 1.

    A feature that is the same in every row of ``train`` has no spread to divide by, though
    rounding may leave a trace of one: in both, only its mean is subtracted.  Any other spread
    counts, however small.  Returns new tensors of the same shapes, dtype and device, train
    first; ``train`` and ``val`` stay as they are.

    >>> normalize(torch.tensor([1.0, 2.0, 3.0]), torch.tensor([6.0]))
    (tensor([-1., 0., 1.]), tensor([4.]))
    """
    raise NotImplementedError
