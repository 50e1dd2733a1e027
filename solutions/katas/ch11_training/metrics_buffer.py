from collections.abc import Iterable

import torch
from torch import Tensor


def collect_metrics(
    batches: Iterable[tuple[Tensor, Tensor, Tensor, Tensor]],
    n_samples: int,
    device: str | torch.device,
) -> Tensor:
    metrics = torch.full((3, n_samples), torch.nan, device=device)
    for indices, labels, probabilities, losses in batches:
        metrics[:, indices] = torch.stack([labels, probabilities, losses]).detach()
    return metrics
