"""The GAN game (§2.2.1).

A generator makes fakes out of noise, a discriminator says of each image whether it is real.  They
learn in turns: the discriminator to tell the two apart, then the generator to be taken for real.
Each turn moves one of them only.
"""

import torch
from torch import Tensor, nn


def gan_step(
    generator: nn.Module,
    discriminator: nn.Module,
    g_optimizer: torch.optim.Optimizer,
    d_optimizer: torch.optim.Optimizer,
    real: Tensor,
    noise: Tensor,
) -> tuple[float, float]:
    """Let the discriminator take one step, then the generator; return their losses.

    The discriminator gives a logit for each image.  Its loss is the binary cross-entropy for
    ``real`` against label 1, plus that for the fakes, ``generator(noise)``, against label 0.
    Afterwards it judges the fakes again, and the generator's loss is the binary cross-entropy of
    that against label 1.  Each is a mean; there may be more real images than fakes, or fewer.

    Both losses are those before their own step, as Python floats.  Each optimizer has the
    parameters of its network, whose gradients may be stale when they arrive.
    """
    raise NotImplementedError
