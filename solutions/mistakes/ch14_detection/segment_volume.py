"""Known wrong answers to ch14_detection/segment_volume."""

import torch

from katas._dojo.writing.mistakes import Edit, instead_of

by_counting = Edit(
    """You put the slices one after the other, as they came. Each has its own number, and stands
    there: the order of a loader is not that of the scan.""",
    {
        "mask = torch.zeros(shape, dtype=torch.bool)": (
            "mask = torch.zeros(shape, dtype=torch.bool)\nn = 0"
        ),
        "mask[slices] = (probabilities > 0.5).cpu()": (
            "mask[n : n + len(slices)] = (probabilities > 0.5).cpu()\nn += len(slices)"
        ),
    },
)

places_within_the_batch = Edit(
    """You put each slice at its place within the batch, so that every batch writes over the one
    before. Each slice has its own number in the scan.""",
    {"mask[slices] =": "mask[: len(slices)] ="},
)

a_channel_too_many = Edit(
    """You wrote the output with its channel, [B, 1, R, C], into slices, [B, R, C]. Take channel 0
    out first.""",
    {"model(inputs)[:, 0]": "model(inputs)"},
)

the_first_slice_alone = Edit(
    """You looked at the first slice of each batch alone: index 0 along the first dimension is a
    sample. The channel is dimension 1.""",
    {"model(inputs)[:, 0]": "model(inputs)[0]"},
)

mode_as_it_came = Edit(
    """You left the model in the mode that it came in. In train mode dropout drops, and batch norm
    looks at the batch and moves: eval() first.""",
    {"model.eval()": ""},
)

train_mode = Edit(
    """Your model works in train mode, whatever mode it came in: dropout drops, batch norm moves.
    Looking at a scan is done in eval mode.""",
    {"model.eval()": "model.train()"},
)

gradients_kept = Edit(
    """You let torch remember all that it computes, for a backward that never comes. With no_grad it
    does not.""",
    {"torch.no_grad()": "torch.enable_grad()"},
)

at_one_half = Edit(
    """You took a probability of 0.5 into the mask. It has to be above.""",
    {"> 0.5": ">= 0.5"},
)

logits_for_probabilities = Edit(
    """You have every voxel in the mask whose probability is above 0, as if the model gave logits.
    It gives probabilities: no sigmoid, and 0.5.""",
    {"> 0.5": "> 0"},
)

what_is_no_nodule = Edit(
    """You marked the voxels that are not part of a nodule. The mask is True where the probability
    is above 0.5.""",
    {"probabilities > 0.5": "probabilities < 0.5"},
)

the_last_batch_alone = Edit(
    """You began a new mask with each batch, so the last batch alone is in it. One mask holds the
    whole scan.""",
    {
        "probabilities = model(inputs)[:, 0]": (
            "probabilities = model(inputs)[:, 0]\nmask = torch.zeros(shape, dtype=torch.bool)"
        )
    },
)

true_where_nobody_looked = Edit(
    """You have True in the slices that no batch had. Where the model has not looked, the mask is
    False.""",
    {"torch.zeros(": "torch.ones("},
)

probabilities_returned = Edit(
    """You returned the probabilities themselves. A mask says True or False.""",
    {
        "dtype=torch.bool": "dtype=torch.float32",
        "(probabilities > 0.5).cpu()": "probabilities.cpu()",
    },
)

a_tensor_returned = Edit(
    """You returned a tensor. What comes next works on NumPy arrays: mask.numpy().""",
    {"mask.numpy()": "mask"},
)


@instead_of("segment_volume")
def one_behind_the_other(model, batches, shape):
    """You put the slices one behind the other, as many as came, in the order in which they came. A
    mask has the shape of the scan, and each slice its own number in it."""
    model.eval()
    with torch.no_grad():
        found = [(model(inputs)[:, 0] > 0.5).cpu() for inputs, _ in batches]
    return torch.cat([torch.zeros(0, *shape[1:], dtype=torch.bool), *found]).numpy()
