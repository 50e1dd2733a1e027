"""Right answers to ch11_training/metrics_buffer, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "On the CPU it is the same; on CUDA it is noticed.": [
        (", torch.nan, device=device)", ", torch.nan)")
    ],
}


@instead_of("collect_metrics")
def row_by_row_as_in_the_book(batches, n_samples, device):
    metrics_g = torch.zeros(3, n_samples, device=device) + float("nan")
    for indices, label_g, probability_g, loss_g in batches:
        metrics_g[0, indices] = label_g.detach().float()
        metrics_g[1, indices] = probability_g.detach()
        metrics_g[2, indices] = loss_g.detach()
    return metrics_g


@instead_of("collect_metrics")
@torch.no_grad()
def sample_by_sample(batches, n_samples, device):
    columns = [[float("nan")] * 3 for _ in range(n_samples)]
    for indices, *rows in batches:
        for index, *column in zip(indices.tolist(), *(row.tolist() for row in rows), strict=True):
            columns[index] = column
    return torch.tensor(columns, dtype=torch.float32, device=device).T


@instead_of("collect_metrics")
def scattered(batches, n_samples, device):
    metrics = torch.empty(n_samples, 3, device=device).fill_(torch.nan)
    for indices, *rows in batches:
        values = torch.stack([row.detach().float() for row in rows], dim=1)
        metrics.index_copy_(0, indices, values)
    return metrics.T
