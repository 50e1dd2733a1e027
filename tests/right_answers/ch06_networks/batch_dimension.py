"""Right answers to ch06_networks/batch_dimension, written differently."""

import math

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("predict_one")
def by_indexing(model, sample):
    return model(sample[None])[0]


@instead_of("predict_one")
def the_first_of_many(model, sample):
    (output,) = model(torch.stack([sample])).unbind(0)
    return output


@instead_of("predict_one")
def by_shapes(model, sample):
    output = model(sample.reshape(1, *sample.shape))
    return output.reshape(output.shape[1:])


@instead_of("predict_one")
def by_expand(model, sample):
    return model(sample.expand(1, *sample.shape)).sum(0)


@instead_of("predict_each")
def unbound(model, samples):
    if len(samples) == 0:
        return []
    return [*model(torch.stack(tuple(samples), dim=0)).unbind(dim=0)]


@instead_of("predict_each")
def cat_of_batches_of_one(model, samples):
    batches = [sample.unsqueeze(0) for sample in samples]
    if not batches:
        return batches
    outputs = model(torch.cat(batches))
    return [outputs[i] for i in range(outputs.shape[0])]


@instead_of("predict_each")
def written_into_an_empty_batch(model, samples):
    if not samples:
        return []
    batch = samples[0].new_empty(len(samples), *samples[0].shape)
    for i, sample in enumerate(samples):
        batch[i] = sample
    return [output.squeeze(0) for output in model(batch).split(1)]


@instead_of("flatten_samples")
def with_the_module(batch):
    return nn.Flatten()(batch)


@instead_of("flatten_samples")
def sizes_multiplied(batch):
    n_samples, *sizes = batch.shape
    return batch.contiguous().view(n_samples, math.prod(sizes))


@instead_of("flatten_samples")
def two_dimensions_at_a_time(batch):
    while batch.dim() > 2:
        batch = batch.flatten(1, 2)
    return batch


@instead_of("flatten_samples")
def rows_stacked(batch):
    rows = [sample.reshape(-1) for sample in batch]
    return torch.stack(rows) if rows else batch.reshape(0, math.prod(batch.shape[1:]))


@instead_of("flatten_samples")
def row_by_row(batch):
    rows = [sample.reshape(-1) for sample in batch]
    if not rows:
        return torch.zeros(0, math.prod(batch.shape[1:]), device=batch.device, dtype=batch.dtype)
    return torch.stack(rows)
