"""Wrong answers to ch06_networks/batch_dimension, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of
from katas.ch06_networks.batch_dimension import predict_one


@instead_of("predict_one")
def all_ones_squeezed(model, sample):
    """Every dim of size 1 is lost on the way out.

    Known: squeezed_of_every_1.
    """
    batch = sample.unsqueeze(0)
    return model(batch).squeeze()


@instead_of("predict_one")
def as_it_comes(model, sample):
    """The sample is handed to the model without the batch dimension.

    Known: no_batch_dimension.
    """
    return model(sample)


@instead_of("predict_one")
def measured(model, sample):
    """The model is put into evaluation mode, and no gradient flows.

    Known: put_into_eval_mode, without_gradients.
    """
    model.eval()
    with torch.no_grad():
        out = model(sample[None])
    return out[0]


@instead_of("predict_one")
def batch_kept(model, sample):
    """The result is a batch of one.

    Known: still_a_batch, forward_called_by_name.
    """
    return model.forward(sample.unsqueeze(0))


@instead_of("predict_each")
def one_at_a_time(model, samples):
    """The model is called for each sample.

    Known: one_call_for_each.
    """
    return [predict_one(model, s) for s in samples]


@instead_of("predict_each")
def joined_at_the_ends(model, samples):
    """The samples are joined along the dimension that each has first.

    Known: joined_with_cat.
    """
    if not samples:
        return []
    batch = torch.cat(samples, dim=0)
    return list(model(batch))


@instead_of("predict_each")
def a_tensor_for_a_list(model, samples):
    """What comes back is one tensor, and no samples are an error.

    Known: one_tensor, an_empty_list_stacked.
    """
    batch = torch.stack(samples)
    return model(batch)


@instead_of("flatten_samples")
def minus_one(batch):
    """Without samples torch cannot tell K.

    Known: minus_1_for_an_empty_batch.
    """
    n = batch.size(0)
    return batch.reshape(n, -1)


@instead_of("flatten_samples")
def viewed(batch):
    """A view asks for a batch that is contiguous.

    Known: nothing.
    """
    k = batch[0].numel()
    return batch.view(-1, k)
