"""Wrong answers to ch03_tensors/in_place, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("clear")
def a_new_one(x):
    """The name is bound anew.

    Known: only_the_name.
    """
    x = x.new_zeros(x.shape)


@instead_of("clear")
def taken_from_itself(x):
    """nan - nan is nan.

    Known: times_zero.
    """
    x -= x.clone()


@instead_of("clip")
def not_kept(x, low, high):
    """What clip returns is lost.

    Known: result_lost.
    """
    torch.clip(x, min=low, max=high)


@instead_of("clip")
def bound_anew(x, low, high):
    """Only the lower end, and of a new tensor.

    Known: result_lost.
    """
    x = torch.maximum(x, torch.full_like(x, low))


@instead_of("clipped")
def clipped_and_returned(x, low, high):
    """The argument is changed, too.

    Known: x_clipped_too.
    """
    x[x < low] = low
    x[x > high] = high
    return x


@instead_of("clear_weight")
def as_any_tensor(weight):
    """torch refuses.

    Known: refused_by_torch.
    """
    weight[:] = 0.0


@instead_of("clear_weight")
def detached_for_good(weight):
    """The weight does not require a gradient any more.

    Known: no_gradient_any_more.
    """
    weight.requires_grad = False
    weight.fill_(0)


@instead_of("clipped")
def a_copy_clipped_for_nobody(x, low, high):
    """What clip returns is lost.

    Known: a_copy_as_it_was.
    """
    copy = x.clone()
    copy.clip(low, high)
    return copy


@instead_of("clipped")
def never_too_high(x, low, high):
    """Only the lower end.

    Known: only_from_below.
    """
    return torch.where(x < low, low, x)
