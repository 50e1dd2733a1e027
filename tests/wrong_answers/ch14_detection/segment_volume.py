"""Wrong answers to ch14_detection/segment_volume, as people write them."""

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("segment_volume")
def concatenated(model, batches, shape):
    """Slices stand in the order of the batches.

    Known: by_counting.
    """
    volume = np.zeros(shape, dtype=bool)
    model.eval()
    at = 0
    with torch.no_grad():
        for x, _ in batches:
            for p in model(x):
                volume[at] = p[0].cpu().numpy() > 0.5
                at += 1
    return volume


@instead_of("segment_volume")
def as_it_came(model, batches, shape):
    """Nobody says eval.

    Known: mode_as_it_came.
    """
    volume = np.zeros(shape, dtype=bool)
    with torch.no_grad():
        for x, indices in batches:
            out = model(x).squeeze(1) > 0.5
            for i, index in enumerate(indices):
                volume[index] = out[i].cpu().numpy()
    return volume


@instead_of("segment_volume")
def detached(model, batches, shape):
    """Gradients are computed and thrown away, and one half is in the mask.

    Known: gradients_kept, at_one_half.
    """
    model.eval()
    out = np.zeros(shape)
    for x, indices in batches:
        out[indices] = model(x)[:, 0].detach().cpu().numpy()
    return out >= 0.5


@instead_of("segment_volume")
def a_tensor(model, batches, shape):
    """The mask is a tensor.

    Known: a_tensor_returned.
    """
    model.eval()
    result = torch.zeros(*shape, dtype=torch.bool)
    with torch.inference_mode():
        for x, indices in batches:
            result[torch.tensor(indices)] = model(x)[:, 0].gt(0.5).cpu()
    return result


@instead_of("segment_volume")
def with_the_channel(model, batches, shape):
    """The channel is left in.

    Known: a_channel_too_many.
    """
    model.eval()
    mask = np.zeros(shape, dtype=bool)
    with torch.no_grad():
        for x, indices in batches:
            mask[indices] = (model(x) > 0.5).cpu().numpy()
    return mask


@instead_of("segment_volume")
def all_that_came(model, batches, shape):
    """The mask is what the batches hold, in their order.

    Known: one_behind_the_other.
    """
    model.eval()
    out = []
    with torch.no_grad():
        for inputs, _ in batches:
            out.append((model(inputs)[:, 0] > 0.5).cpu())
    return torch.cat(out).numpy()


@instead_of("segment_volume")
def one_more_sigmoid(model, batches, shape):
    """What is a probability already is taken for a logit.

    Known: logits_for_probabilities.
    """
    model.eval()
    out = np.zeros(shape, dtype=bool)
    with torch.no_grad():
        for inputs, slices in batches:
            p = torch.sigmoid(model(inputs)).cpu().numpy()
            for i, s in enumerate(slices):
                out[s] = p[i, 0] > 0.5
    return out
