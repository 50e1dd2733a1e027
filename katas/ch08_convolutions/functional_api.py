"""The functional API (§8.3.3).

Nearly every module has a function in torch.nn.functional that does the same and keeps nothing: it
is handed all that it needs, call by call.  What a net keeps from one call to the next belongs to a
module: its weights, which are trained and saved, and its mode, ``self.training``.  A tanh or a
pool keeps nothing, so a function will do.  Dropout keeps nothing either, but depends on the mode,
which a function cannot see.
"""

from torch import Tensor, nn


class Net(nn.Module):
    """A convolution, tanh, a 2x2 max pool, dropout, a linear layer.

    The convolution makes 8 channels of 3 and has a kernel of 3x3; one pixel of padding keeps the
    size.  The linear layer makes 2 logits of the 8 * 16 * 16 numbers left of an image.  Both have
    a bias.
    """

    def __init__(self, p: float = 0.4):
        """Build what the net keeps; ``p`` is the probability that a number is dropped."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return the logits [N, 2] of the images ``x`` [N, 3, 32, 32].

        In training mode each number that leaves the pool is set to 0 with probability p, by a
        draw of its own at each call, and the others are divided by 1 - p.  In eval mode all stay
        as they are.
        """
        raise NotImplementedError
