"""Wrong answers to ch11_training/metrics_buffer, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("collect_metrics")
def by_the_number_of_the_batch(batches, n_samples, device):
    """A batch begins at its number times its own size, and what was left out is zero.

    Known: columns_by_the_batchs_own_size, zeros_for_what_was_left_out.
    """
    metrics = torch.zeros(3, n_samples, device=device)
    for i, (_, labels, probs, losses) in enumerate(batches):
        start = i * labels.size(0)
        end = start + labels.size(0)
        metrics[0, start:end] = labels.detach()[: n_samples - start]
        metrics[1, start:end] = probs.detach()[: n_samples - start]
        metrics[2, start:end] = losses.detach()[: n_samples - start]
    return metrics


@instead_of("collect_metrics")
def as_they_come(batches, n_samples, device):
    """Samples stand in the order of the loader.

    Known: columns_in_the_order_they_come.
    """
    metrics = torch.full((3, n_samples), float("nan"), device=device)
    pos = 0
    for _indices, labels, probs, losses in batches:
        n = labels.shape[0]
        metrics[0, pos : pos + n] = labels.float()
        metrics[1, pos : pos + n] = probs.detach()
        metrics[2, pos : pos + n] = losses.detach()
        pos += n
    return metrics


@instead_of("collect_metrics")
def zeros(batches, n_samples, device):
    """What was left out is zero.

    Known: zeros_for_what_was_left_out.
    """
    out = torch.zeros((3, n_samples), device=device)
    with torch.no_grad():
        for indices, labels, probs, losses in batches:
            out[0, indices] = labels.float()
            out[1, indices] = probs
            out[2, indices] = losses
    return out


@instead_of("collect_metrics")
def undetached(batches, n_samples, device):
    """The graphs of all batches hang on the result.

    Known: graphs_kept.
    """
    out = torch.full((3, n_samples), torch.nan, device=device)
    for indices, labels, probs, losses in batches:
        out[0, indices] = labels.float()
        out[1, indices] = probs
        out[2, indices] = losses
    return out


@instead_of("collect_metrics")
def a_row_per_sample(batches, n_samples, device):
    """The result is [n_samples, 3].

    Known: a_row_for_each_sample.
    """
    out = torch.full((n_samples, 3), torch.nan, device=device)
    for indices, labels, probs, losses in batches:
        out[indices] = torch.stack((labels, probs, losses), dim=1).detach()
    return out
