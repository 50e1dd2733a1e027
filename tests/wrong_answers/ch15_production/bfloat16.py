"""Wrong answers to ch15_production/bfloat16, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("halve")
def converted(model):
    """The model itself is converted.

    Known: the_model_itself.
    """
    return model.bfloat16()


@instead_of("mean_of")
def a_running_total(batches):
    """The total is a bfloat16.

    Known: summed_in_bfloat16.
    """
    total = torch.zeros((), dtype=torch.bfloat16, device=batches[0].device)
    n = 0
    for batch in batches:
        total = total + batch.sum()
        n += batch.shape[0]
    return (total / n).to(torch.float32)


@instead_of("mean_of")
def average_of_averages(batches):
    """Batches count alike, and the mean is a bfloat16.

    Known: mean_of_means.
    """
    means = [b.float().mean() for b in batches if b.numel() > 0]
    return (sum(means) / len(means)).to(torch.bfloat16)


@instead_of("agree")
def like_always(output, expected):
    """The tolerance is that of float32.

    Known: the_tolerance_of_float32.
    """
    if output.shape != expected.shape:
        return False
    return torch.allclose(output.float(), expected, rtol=1.3e-6, atol=1e-5)
