"""Wrong answers to ch08_convolutions/dropout, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("dropout")
def not_scaled(x, p, training):
    """What is left is not made larger.

    Known: not_scaled.
    """
    if not training:
        return x
    mask = torch.rand_like(x) >= p
    return x * mask


@instead_of("dropout")
def scaled_when_it_is_used(x, p, training):
    """What is left is not made larger, and eval mode makes everything smaller.

    Known: scaled_in_eval_mode.
    """
    if training:
        return x.masked_fill(torch.rand_like(x) < p, 0.0)
    return x * (1 - p)


@instead_of("dropout")
def kept_with_probability_p(x, p, training):
    """The share p is kept.

    Known: p_is_kept.
    """
    if not training:
        return x
    keep = torch.bernoulli(torch.full_like(x, p))
    return x * keep / (1 - p)


@instead_of("dropout")
def an_exact_share(x, p, training):
    """The number of zeros is always the same.

    Known: an_exact_share.
    """
    if not training:
        return x
    out = (x / (1 - p)).flatten()
    n_dropped = round(p * out.numel())
    dropped = torch.randperm(out.numel(), device=x.device)[:n_dropped]
    return out.index_fill(0, dropped, 0.0).view(x.shape)


@instead_of("dropout")
def written_into_x(x, p, training):
    """The tensor of the caller gets the zeros.

    Known: in_place.
    """
    if not training:
        return x
    with torch.no_grad():
        x[torch.rand_like(x) < p] = 0
    return x / (1 - p)


@instead_of("dropout")
def on_in_any_case(x, p, training):
    """Eval mode drops numbers as well, and the mask makes a float32 of each dtype below it.

    Known: also_in_eval_mode, a_mask_in_float32.
    """
    mask = (torch.rand(x.shape, device=x.device) > p).float()
    return mask * x / (1.0 - p)


@instead_of("dropout")
def the_same_numbers_each_time(x, p, training):
    """A seed is set, so that each call drops the same numbers.

    Known: the_same_mask_again.
    """
    if not training or p == 0:
        return x
    torch.manual_seed(0)
    mask = (torch.rand_like(x) > p).to(x.dtype)
    return x * mask / (1 - p)


@instead_of("dropout2d")
def pixel_by_pixel(x, p, training):
    """Single pixels are dropped.

    Known: single_pixels.
    """
    if not training:
        return x
    return x * (torch.rand_like(x) > p) / (1 - p)


@instead_of("dropout2d")
def the_same_channels_in_every_image(x, p, training):
    """All images lose the same channels.

    Known: the_same_channels_in_every_image.
    """
    if not training:
        return x
    channels = x.size(1)
    mask = (torch.rand(channels, device=x.device) >= p).to(x.dtype)
    return x * mask.view(1, channels, 1, 1) / (1 - p)


@instead_of("dropout2d")
def whole_images(x, p, training):
    """Whole images are dropped, and what is left is not made larger.

    Known: whole_images, not_scaled.
    """
    if training:
        keep = torch.rand(x.shape[0], 1, 1, 1, device=x.device, dtype=x.dtype) >= p
        return torch.where(keep, x, torch.zeros_like(x))
    return x


@instead_of("dropout2d")
def mask_with_a_gradient_of_its_own(x, p, training):
    """Gradients go past the mask.

    Known: a_mask_in_float32.
    """
    if not training:
        return x
    mask = (torch.rand(*x.shape[:2], 1, 1, device=x.device, dtype=x.dtype) >= p) / (1 - p)
    return x + (x * mask - x).detach()
