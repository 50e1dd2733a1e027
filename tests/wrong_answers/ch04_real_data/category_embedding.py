"""Wrong answers to ch04_real_data/category_embedding, as people write them."""

import torch
from torch import nn
from torch.nn.functional import embedding, one_hot

from katas._dojo.writing.mistakes import instead_of


@instead_of("embed")
def indexed(classes, weight, padding):
    """Zeros are written into the caller's weight, whose row still has a gradient; -1 is the last.

    Known: the_row_set_to_zero, the_last_class_for_minus_one.
    """
    weight.data[padding] = 0.0
    if classes.numel() and classes.max() >= weight.shape[0]:
        raise IndexError(f"class {classes.max().item()}, but only {weight.shape[0]} rows")
    return weight[classes]


@instead_of("embed")
def by_torch(classes, weight, padding):
    """The row of the padding comes out as it is.

    Known: padding_idx_of_torch.
    """
    n_classes = weight.size(0)
    for c in classes.flatten().tolist():
        if not 0 <= c < n_classes:
            raise IndexError(f"unknown class: {c}")
    return embedding(classes, weight, padding_idx=padding)


@instead_of("embed")
def a_layer_of_its_own(classes, weight, padding):
    """The gradient does not reach weight, since the layer, made anew each time, has a copy of it.

    Known: no_gradient.
    """
    layer = nn.Embedding(*weight.shape, padding_idx=padding, dtype=weight.dtype)
    with torch.no_grad():
        layer.weight = nn.Parameter(weight.detach().clone())
        layer.weight[padding] = 0
    outside = [c for c in classes.flatten().tolist() if c < 0 or c >= len(weight)]
    if outside:
        raise IndexError(f"no class {outside[0]}")
    return layer(classes)


@instead_of("embed")
def one_hot_times_weight(classes, weight, padding):
    """An unknown class becomes zeros, in float32.

    Known: unknown_let_through, in_float32.
    """
    known = (classes >= 0) & (classes < len(weight)) & (classes != padding)
    hot = one_hot(torch.where(known, classes, 0), len(weight)).float()
    return hot @ weight.float() * known.unsqueeze(-1)


@instead_of("embed")
def the_padding_left_out(classes, weight, padding):
    """Where there is padding, the result has fewer rows.

    Known: padding_dropped.
    """
    for c in classes.reshape(-1):
        if c < 0 or c >= len(weight):
            raise IndexError(f"class {int(c)} is unknown")
    return weight[classes[classes != padding]] if (classes == padding).any() else weight[classes]
