"""The elastic net (§8.5.2).

L2, a sum of squares, pulls at a parameter the less, the smaller it is: hardly any becomes 0.
L1, a sum of absolute values, pulls at all alike: what the data hold too weakly becomes 0.
Where two inputs say the same, L2 shares the work between their weights, and L1 picks the input
with the larger numbers.  A penalty of both kinds is called an elastic net.
"""

from torch import Tensor, nn


def elastic_net(model: nn.Module, l1_lambda: float, l2_lambda: float) -> Tensor:
    """Return ``l1_lambda`` times the sum of all |p| plus ``l2_lambda`` times that of all p**2.

    Every element of every parameter of ``model`` counts, those of biases too.  The result is to
    be added to a loss: a 0-dimensional tensor of the parameters' dtype, which gradients flow
    through.  That of |p| at 0 is 0.

    With a weight of 3 and a bias of -4, nn.Linear(1, 1) has 0.5 * 7 + 0.1 * 25 = 6 for the
    lambdas 0.5 and 0.1.
    """
    raise NotImplementedError


def soft_threshold_(model: nn.Module, threshold: float) -> None:
    """Move all elements of all parameters towards 0 by ``threshold``, but not past 0, in place.

    With L1 in the loss, steps lead from one side of 0 to the other, and hardly ever to 0
    itself.  So leave it out of the loss, and call this after each step of SGD, with a
    threshold of lr * l1_lambda.  Gradients and buffers stay as they were.
    """
    raise NotImplementedError
