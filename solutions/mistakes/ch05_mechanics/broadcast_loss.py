"""Known wrong answers to ch05_mechanics/broadcast_loss."""

import torch
from torch.nn.functional import mse_loss

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics.broadcast_loss import loss_fn


@instead_of("loss_fn")
def nothing_refused(t_p, t_c):
    """You subtracted without a look at the shapes. A column against a row gives n by n
    differences, and their mean says nothing about your predictions: compare the shapes first."""
    return ((t_p - t_c) ** 2).mean()


@instead_of("loss_fn")
def left_to_the_warning_of_torch(t_p, t_c):
    """You left it to torch, which only warns of shapes that differ and then computes the loss
    of n by n pairs. Raise a ValueError."""
    return mse_loss(t_p, t_c)


@instead_of("loss_fn")
def the_error_of_torch(t_p, t_c):
    """You refused the shapes that broadcast, but let torch's RuntimeError out for the others.
    Whenever shapes differ it is a ValueError that names both."""
    try:
        torch.broadcast_shapes(t_p.shape, t_c.shape)
    except RuntimeError:
        return ((t_p - t_c) ** 2).mean()
    return loss_fn(t_p, t_c)


@instead_of("loss_fn")
def refused_if_they_do_not_broadcast(t_p, t_c):
    """You refused the shapes that do not broadcast. Those fail anyway; the dangerous ones are
    those that do. Require the same shape."""
    try:
        torch.broadcast_shapes(t_p.shape, t_c.shape)
    except RuntimeError:
        return loss_fn(t_p, t_c)
    return ((t_p - t_c) ** 2).mean()


@instead_of("loss_fn")
def as_many_elements(t_p, t_c):
    """You compared the numbers of elements. [n, 1] and [n] have as many, and still make n by n
    differences: compare the shapes."""
    _refuse(t_p, t_c, t_p.numel() != t_c.numel())
    return ((t_p - t_c) ** 2).mean()


@instead_of("loss_fn")
def as_many_dimensions(t_p, t_c):
    """You compared the numbers of dimensions. [n, 1] and [1, n] have as many, and still make
    n by n differences: compare the shapes."""
    _refuse(t_p, t_c, t_p.dim() != t_c.dim())
    return ((t_p - t_c) ** 2).mean()


@instead_of("loss_fn")
def as_many_samples(t_p, t_c):
    """You compared the first sizes only. [n, 1] and [n] agree there: compare the whole
    shapes."""
    _refuse(t_p, t_c, t_p.shape[:1] != t_c.shape[:1])
    return ((t_p - t_c) ** 2).mean()


@instead_of("loss_fn")
def sizes_compared_pair_by_pair(t_p, t_c):
    """You compared the sizes pair by pair, as far as the shorter shape goes. What the longer
    one has beyond counts too: [n] and [n, 1] are different."""
    _refuse(t_p, t_c, any(a != b for a, b in zip(t_p.shape, t_c.shape, strict=False)))
    return ((t_p - t_c) ** 2).mean()


@instead_of("loss_fn")
def sizes_in_any_order(t_p, t_c):
    """You compared the sizes without their order. [n, 1] and [1, n] have the same sizes and
    are different shapes."""
    _refuse(t_p, t_c, sorted(t_p.shape) != sorted(t_c.shape))
    return ((t_p - t_c) ** 2).mean()


@instead_of("loss_fn")
def the_differences_like_the_predictions(t_p, t_c):
    """You checked that the differences have the shape of the predictions. So they have when
    only the targets were stretched: one target against n predictions is a mistake as well."""
    try:
        differences = t_p - t_c
    except RuntimeError:
        return loss_fn(t_p, t_c)
    _refuse(t_p, t_c, differences.shape != t_p.shape)
    return (differences**2).mean()


@instead_of("loss_fn")
def the_differences_like_the_targets(t_p, t_c):
    """You checked that the differences have the shape of the targets. So they have when only
    the predictions were stretched: one prediction against n targets is a mistake as well."""
    try:
        differences = t_p - t_c
    except RuntimeError:
        return loss_fn(t_p, t_c)
    _refuse(t_p, t_c, differences.shape != t_c.shape)
    return (differences**2).mean()


@instead_of("loss_fn")
def more_differences_than_elements(t_p, t_c):
    """You refused only what makes more differences than either side has elements. One
    prediction stretched over n targets makes n, and is a mistake as well: compare the shapes."""
    try:
        n_differences = (t_p - t_c).numel()
    except RuntimeError:
        return loss_fn(t_p, t_c)
    _refuse(t_p, t_c, n_differences > max(t_p.numel(), t_c.numel()))
    return ((t_p - t_c) ** 2).mean()


@instead_of("loss_fn")
def a_single_number_stretched(t_p, t_c):
    """You let a 0-dimensional tensor through against any shape. It would be compared with
    every element: [] against [n] is refused like the rest."""
    if t_p.dim() == 0 or t_c.dim() == 0:
        return ((t_p - t_c) ** 2).mean()
    return loss_fn(t_p, t_c)


@instead_of("loss_fn")
def a_single_element_stretched(t_p, t_c):
    """You let shapes through that hold one element each, such as [1] and []. They are not the
    same shape: a batch of one must not hide the mistake that a batch of two shows."""
    if t_p.numel() == t_c.numel() == 1:
        return ((t_p - t_c) ** 2).sum()
    return loss_fn(t_p, t_c)


@instead_of("loss_fn")
def a_single_number_refused(t_p, t_c):
    """You refused 0-dimensional tensors. One prediction against one target, both of shape [],
    is a pair like any other."""
    _refuse(t_p, t_c, t_p.dim() == 0)
    return loss_fn(t_p, t_c)


@instead_of("loss_fn")
def only_rows(t_p, t_c):
    """You refused whatever is not 1-dimensional. A column against a column is all right: the
    shapes have to be the same, not of one kind."""
    _refuse(t_p, t_c, t_p.dim() > 1)
    return loss_fn(t_p, t_c)


@instead_of("loss_fn")
def sizes_of_one_dropped(t_p, t_c):
    """You squeezed both, so that a column passes for a row. That guesses what the caller meant:
    shapes that differ are an error to report."""
    t_p, t_c = t_p.squeeze(), t_c.squeeze()
    return loss_fn(t_p, t_c)


@instead_of("loss_fn")
def targets_made_to_fit(t_p, t_c):
    """You reshaped the targets to the shape of the predictions. That guesses what the caller
    meant, and for [3, 2] and [2, 3] it guesses wrong: refuse them."""
    return loss_fn(t_p, t_c.reshape(t_p.shape) if t_p.numel() == t_c.numel() else t_c)


@instead_of("loss_fn")
def targets_reshaped_for_good(t_p, t_c):
    """You gave the targets another shape in place. They belong to the caller, who finds them
    changed: refuse them and leave them alone."""
    if t_c.dim() == 1 and t_p.dim() == 2:
        t_c.unsqueeze_(1)
    return loss_fn(t_p, t_c)


@instead_of("loss_fn")
def an_error_without_shapes(t_p, t_c):
    """Your error does not say which shapes came in. Name both: with [11, 1] and [11] before
    their eyes, whoever reads it knows what to do."""
    if t_p.shape != t_c.shape:
        raise ValueError("shapes differ")
    return loss_fn(t_p, t_c)


@instead_of("loss_fn")
def an_error_with_one_shape(t_p, t_c):
    """Your error names one shape only. It takes both to see what does not fit."""
    if t_p.shape != t_c.shape:
        raise ValueError(f"targets of shape {list(t_c.shape)} do not fit the predictions")
    return loss_fn(t_p, t_c)


@instead_of("loss_fn")
def an_assertion(t_p, t_c):
    """You stated the condition with assert. It vanishes under python -O, and is not the
    ValueError that a caller waits for: raise ValueError."""
    assert t_p.shape == t_c.shape, f"{list(t_p.shape)} and {list(t_c.shape)}"
    return loss_fn(t_p, t_c)


@instead_of("loss_fn")
def only_a_warning(t_p, t_c):
    """You printed the shapes and went on. A loss that means nothing must not come back:
    raise a ValueError."""
    if t_p.shape != t_c.shape:
        print(f"shapes differ: {list(t_p.shape)}, {list(t_c.shape)}")
        return t_p.new_zeros(())
    return loss_fn(t_p, t_c)


@instead_of("loss_fn")
def the_squares_summed(t_p, t_c):
    """You summed the squares. Take their mean, or the loss grows with the number of samples."""
    return loss_fn(t_p, t_c) * t_p.numel()


@instead_of("loss_fn")
def a_loss_for_each_column(t_p, t_c):
    """You averaged over the samples only, so that a column leaves a loss of shape [1]. Take the
    mean over all elements: one number, of shape []."""
    loss = loss_fn(t_p, t_c)
    return ((t_p - t_c) ** 2).mean(0) if t_p.dim() else loss


@instead_of("loss_fn")
def a_detached_comparison(t_p, t_c):
    """You detached the targets. The loss depends on them as on the predictions, and its
    gradient flows to both."""
    return loss_fn(t_p, t_c.detach())


def _refuse(t_p, t_c, differ):
    if differ:
        raise ValueError(f"predictions {list(t_p.shape)}, but targets {list(t_c.shape)}")
