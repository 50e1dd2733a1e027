from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn


def data_parallel(replicas: Sequence[nn.Module], batch: Tensor) -> Tensor:
    chunks = batch.chunk(len(replicas))
    outputs = [
        replica(chunk.to(_device_of(replica)))
        for replica, chunk in zip(replicas, chunks, strict=False)
    ]
    return torch.cat([output.to(batch.device) for output in outputs])


def parallel_loss(
    replicas: Sequence[nn.Module],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    batch: Tensor,
    labels: Tensor,
) -> Tensor:
    total = 0
    chunks = batch.chunk(len(replicas)), labels.chunk(len(replicas))
    for replica, inputs, wanted in zip(replicas, *chunks, strict=False):
        device = _device_of(replica)
        loss = loss_fn(replica(inputs.to(device)), wanted.to(device))
        total = total + len(inputs) * loss.to(batch.device)
    return total / len(batch)


def _device_of(module):
    return next(module.parameters()).device
