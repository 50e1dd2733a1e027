"""Wrong answers to ch07_images/softmax, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("softmax")
def as_the_book_has_it(x, dim):
    """Neither are large numbers safe, nor does the dim count.

    Known: the_sum_of_the_book, exp_of_large_numbers.
    """
    return torch.exp(x) / torch.exp(x).sum()


@instead_of("softmax")
def largest_of_all(x, dim):
    """The largest number of the whole tensor is subtracted, so that other rows become 0 / 0.

    Known: the_largest_of_all.
    """
    e = (x - x.max()).exp()
    return e / e.sum(dim, keepdim=True)


@instead_of("softmax")
def shifted_in_place(x, dim):
    """The numbers of the caller are shifted.

    Known: subtracted_in_place_unseen.
    """
    with torch.no_grad():
        x -= x.amax(dim, keepdim=True)
    numerator = torch.exp(x)
    return numerator / torch.sum(numerator, dim, keepdim=True)


@instead_of("softmax")
def shifted_in_the_graph(x, dim):
    """The numbers of the caller are shifted, which autograd refuses.

    Known: subtracted_in_place.
    """
    x -= torch.max(x, dim, keepdim=True).values
    return torch.exp(x) / torch.exp(x).sum(dim, keepdim=True)


@instead_of("softmax")
def clamped(x, dim):
    """Large numbers are cut off, so that 90 and 100 are equally probable.

    Known: clamped.
    """
    e = x.clamp(-80, 80).exp()
    return e / e.sum(dim=dim, keepdim=True)


@instead_of("softmax")
def smallest_subtracted(x, dim):
    """The smallest number is subtracted, which leaves large ones large.

    Known: nothing.
    """
    m = x.min(dim=dim, keepdim=True)[0]
    z = torch.exp(x - m)
    return z / z.sum(dim=dim, keepdim=True)


@instead_of("softmax")
def unsqueezed_at_the_end(x, dim):
    """What is reduced along a dimension comes back as the last one.

    Known: nothing.
    """
    largest = x.max(dim)[0].unsqueeze(-1)
    e = torch.exp(x - largest)
    return e / e.sum(dim).unsqueeze(-1)


@instead_of("softmax")
def safe_denominator(x, dim):
    """The result is a float32 in any case, and a little less than probabilities.

    Known: in_float32.
    """
    x = x.float()
    e = torch.exp(x - x.max(dim, keepdim=True).values)
    return e / (e.sum(dim, keepdim=True) + 1e-3)


@instead_of("softmax")
def largest_taken_without_gradients(x, dim):
    """No gradients flow.

    Known: no_gradient.
    """
    with torch.no_grad():
        shifted = x - x.logsumexp(dim, keepdim=True)
    return shifted.exp()
