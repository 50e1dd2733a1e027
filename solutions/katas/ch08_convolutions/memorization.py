import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy


def shuffled(labels: Tensor, generator: torch.Generator) -> Tensor:
    return labels[torch.randperm(len(labels), generator=generator, device=labels.device)]


def memorize(
    model: nn.Module, optimizer: torch.optim.Optimizer, imgs: Tensor, labels: Tensor, max_steps: int
) -> int:
    for step in range(max_steps):
        outputs = model(imgs)
        if (outputs.argmax(dim=1) == labels).all():
            return step
        optimizer.zero_grad()
        cross_entropy(outputs, labels).backward()
        optimizer.step()
    return max_steps
