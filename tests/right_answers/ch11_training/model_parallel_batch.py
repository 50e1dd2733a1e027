"""Right answers to ch11_training/model_parallel_batch, written differently."""

import math

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Seen on CUDA only: each replica is where its parameters are.": [
        ("chunk.to(_device_of(replica))", "chunk", "chunk.to()"),
        ("inputs.to(device)", "inputs", "inputs.to()"),
        ("wanted.to(device)", "wanted", "wanted.to()"),
        ("next(module.parameters()).device", "None"),
    ],
    "Seen on CUDA only: what comes back is where the batch is.": [
        ("output.to(batch.device) for", "output for", "output.to() for"),
        ("loss.to(batch.device)", "loss", "loss.to()"),
    ],
    "Labels are where the batch is, and as many.": [
        ("loss.to(batch.device)", "loss.to(labels.device)"),
        ("return total / len(batch)", "return total / len(labels)"),
    ],
    "zip is not strict unless it is told to be.": [
        ("(replicas, chunks, strict=False)", "(replicas, chunks)"),
        ("(replicas, *chunks, strict=False)", "(replicas, *chunks)"),
    ],
    "The sum is nobody else's.": [("total = total + len(inputs)", "total += len(inputs)")],
}


@instead_of("data_parallel")
def by_places(replicas, batch):
    n = len(batch)
    size = math.ceil(n / len(replicas))
    outputs = []
    for place, start in enumerate(range(0, n, size)):
        device = next(replicas[place].parameters()).device
        outputs.append(replicas[place](batch[start : start + size].to(device)))
    return torch.vstack([output.to(batch.device) for output in outputs])


@instead_of("data_parallel")
def filled_in(replicas, batch):
    replicas = list(replicas)
    found = {}
    for numbers in torch.arange(len(batch)).chunk(len(replicas)):
        replica = replicas.pop(0)
        device = next(replica.parameters()).device
        chunk = batch[numbers.to(batch.device)].to(device)
        found |= dict(zip(numbers.tolist(), replica(chunk).to(batch.device), strict=True))
    return torch.stack([found[number] for number in range(len(batch))])


@instead_of("parallel_loss")
def of_outputs_that_are_joined(replicas, loss_fn, batch, labels):
    outputs = []
    for replica, chunk in zip(replicas, torch.chunk(batch, len(replicas)), strict=False):
        device = next(replica.parameters()).device
        outputs.append(replica(chunk.to(device)).to(batch.device))
    return loss_fn(torch.cat(outputs), labels)


@instead_of("parallel_loss")
def by_shares(replicas, loss_fn, batch, labels):
    size = -(-len(batch) // len(replicas))
    losses, shares = [], []
    for replica, x, y in zip(replicas, batch.split(size), labels.split(size), strict=False):
        device = next(replica.parameters()).device
        losses.append(loss_fn(replica(x.to(device)), y.to(device)).to(batch.device))
        shares.append(len(x) / len(batch))
    return torch.stack(losses) @ torch.tensor(shares).to(losses[0])
