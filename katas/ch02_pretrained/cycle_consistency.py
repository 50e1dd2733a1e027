"""The cycle loss (§2.2.2).

CycleGAN learns to turn horses into zebras from two piles of photos, without a single pair of the
same scene.  What holds it to the scene is the way back: a second network turns zebras into
horses, and whoever goes there and back has to come out where they started.
"""

from collections.abc import Callable

from torch import Tensor

Generator = Callable[[Tensor], Tensor]


def cycle_loss(to_zebra: Generator, to_horse: Generator, horses: Tensor, zebras: Tensor) -> Tensor:
    """Return how far both round trips end from where they began: a tensor of shape [].

    It is the mean absolute difference between ``horses`` and what becomes of them on the way to
    zebras and back; and to that is added the same for ``zebras`` by way of horses.  Images are
    [N, C, H, W], and there may be more of one kind than of the other.  Gradients flow back
    through both generators of both trips.
    """
    raise NotImplementedError
