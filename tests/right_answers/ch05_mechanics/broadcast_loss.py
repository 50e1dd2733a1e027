"""Right answers to ch05_mechanics/broadcast_loss, written differently."""

import warnings

import torch
from torch import nn
from torch.nn.functional import mse_loss

from katas._dojo.writing.mistakes import instead_of


@instead_of("loss_fn")
def by_a_module(t_p, t_c):
    if t_p.size() == t_c.size():
        return nn.MSELoss()(t_p, t_c)
    raise ValueError(f"{t_p.shape} is not {t_c.shape}")


@instead_of("loss_fn")
def the_warning_made_an_error(t_p, t_c):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return mse_loss(t_p, t_c)
        except UserWarning as warning:
            raise ValueError(str(warning)) from warning


@instead_of("loss_fn")
def tuples_in_the_message(t_p, t_c):
    shapes = tuple(t_p.shape), tuple(t_c.shape)
    if len(set(shapes)) > 1:
        raise ValueError("cannot compare {} with {}".format(*shapes))
    return (t_p - t_c).square().mean()


@instead_of("loss_fn")
def pair_by_pair(t_p, t_c):
    same = t_p.dim() == t_c.dim() and all(map(int.__eq__, t_p.shape, t_c.shape))
    if not same:
        raise ValueError(f"shapes differ: {(*t_p.shape,)}, {(*t_c.shape,)}")
    differences = (t_p - t_c).flatten()
    return differences @ differences / len(differences)


@instead_of("loss_fn")
def an_error_of_its_own(t_p, t_c):
    class ShapeError(ValueError):
        pass

    if list(t_p.shape) != list(t_c.shape):
        raise ShapeError(f"predictions and targets: {[list(t_p.shape), list(t_c.shape)]}")
    return torch.sum((t_c - t_p) ** 2) / t_p.numel()


@instead_of("loss_fn")
def stacked_first(t_p, t_c):
    try:
        predicted, target = torch.stack([t_p, t_c])
    except RuntimeError as error:
        raise ValueError(f"{t_p.shape} and {t_c.shape} are not alike") from error
    return (predicted - target).pow(2).mean()


EQUIVALENT = {
    "An error counts by its square, whichever way it points.": [("(t_p - t_c)", "(t_c - t_p)")],
}
