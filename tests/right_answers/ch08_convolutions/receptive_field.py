"""Right answers to ch08_convolutions/receptive_field, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Both begin as 1, and a number is never changed in place.": [
        ("size, step = 1, 1", "step, size = 1, 1"),
        (
            "size += (kernel_size - 1) * dilation * step",
            "size = size + (kernel_size - 1) * dilation * step",
        ),
        ("step *= stride", "step = step * stride"),
    ],
    "A clone need not be a leaf to have a gradient that is asked for.": [("detach", "clone")],
    "A mean has a gradient of 0 where the sum has.": [("one.sum()", "one.mean()")],
    "Of one gradient the first is the last.": [
        ("retain_graph=True)[0]", "retain_graph=True)[-1]"),
    ],
    "Whatever is not 0 counts as True.": [(".ne(0)", "")],
}


@instead_of("receptive_field")
def from_the_last_layer_back(layers):
    size = 1
    for kernel_size, stride, dilation in reversed(layers):
        size = (size - 1) * stride + dilation * (kernel_size - 1) + 1
    return size


@instead_of("receptive_field")
def pixels_collected(layers):
    pixels = {0}
    for kernel_size, stride, dilation in layers[::-1]:
        pixels = {at * stride + tap * dilation for at in pixels for tap in range(kernel_size)}
    return max(pixels) + 1


@instead_of("receptive_field")
def by_products_of_strides(layers):
    total = 1
    for i, (kernel_size, _, dilation) in enumerate(layers):
        jump = 1
        for _, stride, _ in layers[:i]:
            jump = jump * stride
        total = total + dilation * (kernel_size - 1) * jump
    return total


@instead_of("pixels_seen")
def one_output_at_a_time(net, images, row, column):
    with torch.enable_grad():
        x = images.clone().detach()
        x.requires_grad = True
        out = net(x)
        seen = torch.zeros(x.shape[2:], dtype=torch.bool, device=x.device)
        for n in range(out.shape[0]):
            for channel in range(out.shape[1]):
                (grad,) = torch.autograd.grad(
                    out[n, channel, row, column], x, retain_graph=True, allow_unused=True
                )
                seen |= (grad.abs() > 0).any(0).any(0)
    return seen


@instead_of("pixels_seen")
def by_a_jacobian(net, images, row, column):
    with torch.enable_grad():
        outputs = lambda x: net(x)[:, :, row, column].sum(0)  # noqa: E731
        jacobian = torch.autograd.functional.jacobian(outputs, images.detach())
    return (jacobian != 0).any(dim=0).any(dim=0).any(dim=0)


@instead_of("pixels_seen")
def largest_gradient(net, images, row, column):
    was_enabled = torch.is_grad_enabled()
    torch.set_grad_enabled(True)
    try:
        leaf = images.detach().clone().requires_grad_()
        at = net(leaf)[..., row, column]
        rows = [torch.autograd.grad(one, leaf, retain_graph=True)[0] for one in at.flatten()]
    finally:
        torch.set_grad_enabled(was_enabled)
    return torch.stack(rows).abs().amax((0, 1, 2)) > 0
