"""Wrong answers to ch03_tensors/to_gray, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("to_gray")
def lined_up_on_the_left(images, weights):
    """The weights are held to the columns.

    Known: held_to_the_columns.
    """
    weighted = torch.mul(images, weights)
    return torch.sum(weighted, dim=-3)


@instead_of("to_gray")
def of_a_single_image(images, weights):
    """A batch has its images first.

    Known: the_first_dimension.
    """
    return torch.sum(images * weights.view(-1, 1, 1), 0)


@instead_of("to_gray")
def channel_by_channel(images, weights):
    """A plain sum over the first dimension of a batch; the weights are scaled to a sum of 1.

    Known: divided_by_the_sum.
    """
    share = weights / weights.sum()
    return sum(w * images.select(-3, c) for c, w in enumerate(share))


@instead_of("gray_equation")
def without_a_batch():
    """Three dimensions and no more.

    Known: one_image_only.
    """
    return "crw, c -> rw"


@instead_of("gray_equation")
def dots_on_the_left():
    """The images of a batch are summed, and those of one image lie on their side.

    Known: images_summed_too, turned_around.
    """
    return "...chw,c->wh"


@instead_of("gray_equation")
def of_a_batch():
    """One image has no batch dimension.

    Known: a_batch_only.
    """
    return "bchw,c->bhw"
