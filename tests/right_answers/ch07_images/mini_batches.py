"""Right answers to ch07_images/mini_batches, written differently."""

import torch
from torch.utils.data import DataLoader, TensorDataset

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "There are as many targets as inputs, as many sizes as gradients.": [
        ("range(0, len(inputs), batch_size)", "range(0, len(targets), batch_size)"),
        ("zip(gradients, sizes, strict=True)", "zip(gradients, sizes)"),
        ("strict=True", "strict=False"),
    ],
    "A product asks for no order.": [
        ("for gradient, size in", "for size, gradient in"),
        ("zip(gradients, sizes, strict=True)", "zip(sizes, gradients, strict=True)"),
    ],
}


@instead_of("batch_gradients")
def with_backward(loss_fn, params, inputs, targets, batch_size):
    gradients = []
    for batch in zip(inputs.split(batch_size), targets.split(batch_size), strict=True):
        if params.grad is not None:
            params.grad.zero_()
        loss_fn(params, *batch).backward()
        gradients.append(params.grad.clone())
    return gradients


@instead_of("batch_gradients")
def with_a_data_loader(loss_fn, params, inputs, targets, batch_size):
    optimizer = torch.optim.SGD([params], lr=0.0)
    gradients = []
    for imgs, labels in DataLoader(TensorDataset(inputs, targets), batch_size):
        optimizer.zero_grad()
        loss_fn(params, imgs, labels).backward()
        gradients.append(params.grad.detach() * 1)
    return gradients


@instead_of("batch_gradients")
def by_a_copy(loss_fn, params, inputs, targets, batch_size):
    return [
        torch.func.grad(loss_fn)(params.detach(), *batch)
        for batch in zip(inputs.split(batch_size), targets.split(batch_size), strict=True)
    ]


@instead_of("full_gradient")
def one_product(gradients, sizes):
    shares = torch.tensor(sizes, dtype=torch.float64, device=gradients[0].device) / sum(sizes)
    stacked = torch.stack(gradients).double()
    return torch.tensordot(shares, stacked, dims=1).to(gradients[0].dtype)


@instead_of("full_gradient")
def one_sample_after_another(gradients, sizes):
    samples = [gradient for gradient, n in zip(gradients, sizes, strict=True) for _ in range(n)]
    return torch.stack(samples).mean(dim=0)


@instead_of("full_gradient")
def in_a_loop(gradients, sizes):
    total = torch.zeros_like(gradients[0])
    for gradient, size in zip(gradients, sizes, strict=True):
        total += gradient * size
    return total / sum(sizes)
