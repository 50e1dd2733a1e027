"""Wrong answers to ch08_convolutions/receptive_field, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("receptive_field")
def sums(layers):
    """Strides do not count.

    Known: strides_ignored.
    """
    return 1 + sum((k - 1) * d for k, s, d in layers)


@instead_of("receptive_field")
def previous_stride(layers):
    """Only the stride of the layer before counts.

    Known: the_last_stride_only.
    """
    rf, prev = 1, 1
    for k, s, d in layers:
        rf += (k - 1) * d * prev
        prev = s
    return rf


@instead_of("receptive_field")
def from_the_back_with_its_stride(layers):
    """From the back, where the size is multiplied by the stride, and one pixel too many.

    Known: nothing.
    """
    rf = 1
    for k, s, d in reversed(layers):
        rf = rf * s + (k - 1) * d
    return rf


@instead_of("pixels_seen")
def by_backward(net, images, row, column):
    """Parameters get a gradient, and what output channels say may cancel out.

    Known: backward_for_all_channels, gradients_left_in_the_net, output_channels_added_up.
    """
    with torch.enable_grad():
        x = images.detach().clone().requires_grad_(True)
        net(x)[:, :, row, column].sum().backward()
    return (x.grad != 0).any(0).any(0)


@instead_of("pixels_seen")
def on_the_images(net, images, row, column):
    """The images require a gradient afterwards, channels may cancel out, and no_grad breaks it.

    Known: requires_grad_left_on, output_channels_added_up, no_graph_under_no_grad.
    """
    images.requires_grad_(True)
    out = net(images)[:, :, row, column].sum()
    (g,) = torch.autograd.grad(out, images)
    return g.abs().sum((0, 1)) > 0


@instead_of("receptive_field")
def stride_of_the_layer_itself(layers):
    """A layer's own stride widens its own reach.

    Known: its_own_stride_counted.
    """
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        jump *= stride
        size += dilation * (kernel_size - 1) * jump
    return size


@instead_of("receptive_field")
def dilated_kernels_side_by_side(layers):
    """A dilated kernel reaches dilation times its size.

    Known: dilation_times_kernel_size.
    """
    rf = 1
    jump = 1
    for k, s, d in layers:
        rf += (k * d - 1) * jump
        jump *= s
    return rf


@instead_of("receptive_field")
def whole_kernels(layers):
    """A layer widens the window by all of its kernel, and dilation does not count.

    Known: dilation_ignored.
    """
    field, step = 0, 1
    for kernel, stride, _ in layers:
        field += kernel * step
        step = step * stride
    return max(field, 1)


@instead_of("pixels_seen")
def first_image_and_channel(net, images, row, column):
    """Only the first image and its first channel count, and row and column are exchanged.

    Known: rows_for_columns, output_channels_added_up, the_first_image_only.
    """
    x = images.detach().clone()
    x.requires_grad = True
    with torch.enable_grad():
        out = net(x)
        (grad,) = torch.autograd.grad(out[0, :, column, row].abs().sum(), x)
    return grad[0, 0] != 0


@instead_of("pixels_seen")
def positive_gradients(net, images, row, column):
    """Pixels that push down are not seen, and gradients of images add up before they are looked at.

    Known: positive_gradients_only, gradients_added_up.
    """
    with torch.enable_grad():
        x = images.detach().requires_grad_()
        out = net(x)[:, :, row, column]
        seen = torch.zeros(images.shape[-2:], dtype=torch.bool, device=images.device)
        for channel in range(out.shape[1]):
            (g,) = torch.autograd.grad(out[:, channel].sum(), x, retain_graph=True)
            seen |= g.sum(dim=(0, 1)) > 0
    return seen
