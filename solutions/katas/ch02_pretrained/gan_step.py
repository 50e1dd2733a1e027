import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits


def gan_step(
    generator: nn.Module,
    discriminator: nn.Module,
    g_optimizer: torch.optim.Optimizer,
    d_optimizer: torch.optim.Optimizer,
    real: Tensor,
    noise: Tensor,
) -> tuple[float, float]:
    fake = generator(noise)

    # Detached, so that this turn knows nothing of the generator.
    d_loss = _loss(discriminator(real), 1.0) + _loss(discriminator(fake.detach()), 0.0)
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()

    g_loss = _loss(discriminator(fake), 1.0)
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()


def _loss(logits, label):
    return binary_cross_entropy_with_logits(logits, torch.full_like(logits, label))
