import torch
from torch import Tensor, nn
from torch.autograd import grad


def receptive_field(layers: list[tuple[int, int, int]]) -> int:
    size, step = 1, 1  # step: how many pixels of the input lie between two neighbours here
    for kernel_size, stride, dilation in layers:
        size += (kernel_size - 1) * dilation * step
        step *= stride
    return size


@torch.enable_grad()
def pixels_seen(net: nn.Module, images: Tensor, row: int, column: int) -> Tensor:
    images = images.detach().requires_grad_()
    outputs = net(images)[:, :, row, column]
    # One output channel at a time: in a sum their gradients could cancel.
    gradients = [grad(one.sum(), images, retain_graph=True)[0] for one in outputs.T]
    return torch.stack(gradients).ne(0).flatten(0, 2).any(dim=0)
