"""Known wrong answers to ch06_networks/batch_dimension."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch06_networks.batch_dimension import (
    flatten_samples,
    predict_each,
    predict_one,
)


@instead_of("predict_one")
def no_batch_dimension(model, sample):
    """You handed the sample over as it is. Some layers allow that, others take its first
    dimension for the batch and say nothing: make a batch of one."""
    return model(sample)


@instead_of("predict_one")
def squeezed_of_every_1(model, sample):
    """You squeezed without saying which dimension. An output that really has a size of 1 loses
    it too: squeeze(0), or [0], takes the batch dimension and no other."""
    return model(sample.unsqueeze(0)).squeeze()


@instead_of("predict_one")
def squeezed_at_the_end(model, sample):
    """You squeezed the last dimension. The batch dimension is the first."""
    return model(sample.unsqueeze(0)).squeeze(-1)


@instead_of("predict_one")
def still_a_batch(model, sample):
    """You returned a batch of one. One sample went in, so one output comes out: take it."""
    return model(sample.unsqueeze(0))


@instead_of("predict_one")
def flattened_into_a_row(model, sample):
    """You made a row of numbers of the sample. Its own dimensions mean something to the model:
    put one in front of them and leave them alone."""
    return model(sample.reshape(1, -1))[0]


@instead_of("predict_one")
def a_batch_dimension_at_the_end(model, sample):
    """You put the new dimension at the end. The batch dimension comes first: unsqueeze(0)."""
    return model(sample.unsqueeze(-1))[..., 0]


@instead_of("predict_one")
def a_batch_of_two(model, sample):
    """You put the sample in twice to make a batch. A batch of one is a batch."""
    return model(torch.stack([sample, sample]))[0]


@instead_of("predict_one")
def put_into_eval_mode(model, sample):
    """You put the model into eval mode and left it there. The caller, who may be training it,
    does not expect that: call it as it is."""
    return predict_one(model.eval(), sample)


@instead_of("predict_one")
def without_gradients(model, sample):
    """You called the model under no_grad. That is for the caller to decide, who may want to train
    through the result."""
    with torch.no_grad():
        return predict_one(model, sample)


@instead_of("predict_one")
def a_detached_sample(model, sample):
    """You made a new tensor of the sample. The values are right, but its gradient is lost: a view,
    as from unsqueeze, keeps it."""
    return predict_one(model, sample.detach().clone())


@instead_of("predict_each")
def one_call_for_each(model, samples):
    """You called the model once for each sample. A batch is there to do them all in one call."""
    return [predict_one(model, sample) for sample in samples]


@instead_of("predict_each")
def joined_with_cat(model, samples):
    """You joined the samples with cat, which makes a dimension that is there already longer. To
    put them along a new one, take stack."""
    return list(model(torch.cat(samples))) if samples else []


@instead_of("predict_each")
def stacked_along_dimension_1(model, samples):
    """You stacked the samples along dimension 1. The batch dimension is 0."""
    return list(model(torch.stack(samples, min(1, samples[0].dim())))) if samples else []


@instead_of("predict_each")
def an_empty_list_stacked(model, samples):
    """You did not think of an empty list, of which stack can make nothing. It has no outputs:
    return an empty list."""
    return list(model(torch.stack(samples)))


@instead_of("predict_each")
def one_tensor(model, samples):
    """You returned one tensor. A list was asked for, with an output for each sample."""
    return model(torch.stack(samples)) if samples else []


@instead_of("predict_each")
def a_tuple(model, samples):
    """You returned the tuple that unbind makes. A list was asked for."""
    return model(torch.stack(samples)).unbind() if samples else []


@instead_of("predict_each")
def batches_of_one(model, samples):
    """You split the output into batches of one. Each output is without the batch dimension."""
    return list(model(torch.stack(samples)).split(1)) if samples else []


@instead_of("predict_each")
def squeezed_outputs(model, samples):
    """You squeezed the outputs. One that really has a size of 1 loses it."""
    return [output.squeeze() for output in predict_each(model, samples)]


@instead_of("predict_each")
def the_batch_squeezed_first(model, samples):
    """You squeezed the output of the batch before taking it apart. A batch of one loses its
    dimension there, and the output falls into pieces."""
    return list(model(torch.stack(samples)).squeeze(0)) if samples else []


@instead_of("predict_each")
def from_last_to_first(model, samples):
    """You took the samples from the end, so that the outputs come in the wrong order."""
    return predict_each(model, samples[::-1])


@instead_of("predict_each")
def a_list_used_up(model, samples):
    """You emptied the list that you were given. It is the caller's: iterate over it."""
    outputs = predict_each(model, samples)
    samples.clear()
    return outputs


@instead_of("predict_each")
def plain_numbers_in_between(model, samples):
    """You copied the samples into a new tensor, without their history. The values are right, but
    the samples get no gradient: stack keeps it."""
    return predict_each(model, [sample.detach() for sample in samples])


@instead_of("predict_each")
def left_in_eval_mode(model, samples):
    """You put the model into eval mode and left it there. The caller, who may be training it,
    does not expect that."""
    return predict_each(model.eval(), samples) if samples else []


@instead_of("flatten_samples")
def view_where_memory_is_in_another_order(batch):
    """You used view, which cannot make rows of a batch that was permuted. reshape, or flatten,
    copies where it has to."""
    return batch.view(flatten_samples(batch).shape)


@instead_of("flatten_samples")
def view_with_minus_1(batch):
    """You wrote view(N, -1). It cannot make rows of a permuted batch, nor find the -1 of an empty
    one; flatten(1) does both."""
    return batch.view(batch.shape[0], -1)


@instead_of("flatten_samples")
def minus_1_for_an_empty_batch(batch):
    """You let -1 find the size of a row. With no numbers at all every size would do, and torch
    refuses to choose: flatten(1) multiplies the sizes."""
    return batch.reshape(batch.shape[0], -1)


@instead_of("flatten_samples")
def minus_1_for_the_samples(batch):
    """You let -1 count the samples, with a row of another length than that of a sample. Samples
    are then cut up and joined, without an error: keep N, and let the rest follow."""
    return batch.reshape(-1, batch.shape[-1])


@instead_of("flatten_samples")
def one_row_for_everything(batch):
    """You flattened all dimensions into one. The first stays: there is a row for each sample."""
    return batch.flatten()


@instead_of("flatten_samples")
def a_batch_of_one_swallowed(batch):
    """You lost the batch dimension of a batch of one. N stays, also when it is 1."""
    return flatten_samples(batch).squeeze(0)


@instead_of("flatten_samples")
def channels_last(batch):
    """You brought the channels to the end first. The numbers of a sample stay in their order."""
    return flatten_samples(batch.movedim(1, -1))


@instead_of("flatten_samples")
def in_the_order_of_memory(batch):
    """You read the numbers in the order in which they lie in memory. A permuted tensor lies there
    in another order than its dimensions say."""
    if batch.is_contiguous():
        return flatten_samples(batch)
    return flatten_samples(batch.as_strided(batch.shape, torch.empty(batch.shape).stride()))


@instead_of("flatten_samples")
def columns_for_samples(batch):
    """You made rows of length N and transposed. That deals the numbers out to the samples one by
    one, although each sample's lie together."""
    return batch.reshape(flatten_samples(batch).shape[::-1]).T


@instead_of("flatten_samples")
def cut_off_from_autograd(batch):
    """You flattened a detached tensor. The values are right, but nothing ahead of this can be
    trained."""
    return flatten_samples(batch.detach())
