"""The whole U-Net (§13.3.1): levels, widths, bridges, sizes."""

import pytest
import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas.ch13_segmentation.unet import UNet


@pytest.mark.parametrize(
    ("settings", "downs", "ups"),
    [
        ((7, 1, 3, 4), [(7, 16), (16, 32), (32, 64)], [(64, 32), (32, 16)]),
        ((1, 3, 4, 1), [(1, 2), (2, 4), (4, 8), (8, 16)], [(16, 8), (8, 4), (4, 2)]),
        ((2, 5, 1, 2), [(2, 4)], []),
    ],
    ids=["of the project", "depth 4", "depth 1"],
)
def test_channels_double_from_level_to_level(settings, downs, ups):
    """The first level has 2**wf channels, each other twice as many; the way up goes back."""
    made = {"down": [], "up": []}

    def maker(way):
        return lambda n_in, n_out: made[way].append((n_in, n_out)) or nn.Identity()

    net = UNet(*settings, maker("down"), maker("up"))
    assert_equal(made, {"down": downs, "up": ups}, what="the channels of the blocks")
    shape = list(net.last.weight.shape)
    assert_equal(shape, [settings[1], downs[0][1], 1, 1], what="the shape of last.weight")


@pytest.mark.parametrize(
    ("settings", "count"), [((1, 1, 3, 2), 7397), ((1, 2, 5, 6), 31030658)], ids=["small", "paper"]
)
def test_all_parameters_belong_to_the_net(settings, count):
    """The U-Net of the paper has 31030658 parameters, and an optimizer finds them all."""
    with torch.device("meta"):
        net = UNet(*settings, _Block, _UpBlock)
    found = sum(parameter.numel() for parameter in net.parameters())
    assert_equal(found, count, what="the number of parameters")


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_each_bridge_crosses_at_its_level(device, dtype, depth):
    """A level makes one image of its own bridge and of what comes up from the level below."""
    net = _net(device, dtype, depth=depth)
    x = _images((2, 2, 44, 48), device, dtype)
    expected = _expected(net, x)
    with assert_untouched(net, x):
        out = net(x)
    assert_close(out, expected)


def test_blocks_are_called(device):
    """Each block runs once, with its hooks: those of the way down, then those of the way up."""
    net, ran = _net(device, torch.float32), []
    for name, path in (("down", net.down_path), ("up", net.up_path)):
        for place, block in enumerate(path):
            block.register_forward_hook(lambda *_, it=f"{name} {place}": ran.append(it))
    net(_images((1, 2, 44, 44), device, torch.float32))
    expected = ["down 0", "down 1", "down 2", "up 0", "up 1"]
    assert_equal(ran, expected, what="the blocks whose hooks ran")


@pytest.mark.parametrize(("size", "left"), [(44, 4), (60, 20), (64, 24), (100, 60)])
def test_without_padding_the_border_goes(device, size, left):
    """Unpadded, three levels make 4 pixels of 44, and 60 of 100."""
    net = _net(device, torch.float32)
    out = net(_images((1, 2, size, 44), device, torch.float32))
    assert_equal(list(out.shape), [1, 3, left, 4], what="the shape")


@pytest.mark.parametrize("shape", [(1, 2, 64, 8), (2, 2, 4, 68), (1, 2, 12, 12)])
def test_with_padding_the_size_stays(device, dtype, shape):
    """Padded, three levels keep what can be halved twice."""
    net, x = _net(device, dtype, padding=1), _images(shape, device, dtype)
    expected = _expected(net, x)
    out = net(x)
    assert_equal(list(out.shape), [shape[0], 3, *shape[2:]], what="the shape")
    assert_close(out, expected)


@pytest.mark.parametrize(
    ("padding", "shape"),
    [
        (1, (1, 2, 66, 64)),
        (1, (1, 2, 8, 62)),
        (1, (2, 2, 65, 65)),
        (0, (1, 2, 62, 44)),
        (0, (1, 2, 44, 46)),
    ],
    ids=["66 rows", "62 columns", "65", "62 rows, unpadded", "46 columns, unpadded"],
)
def test_nothing_is_lost_by_halves(device, padding, shape):
    """66 is 33 after one pool, which has no half: ValueError, where the book returns 64."""
    net = _net(device, torch.float32, padding=padding)
    with assert_raises(ValueError):
        net(_images(shape, device, torch.float32))


def test_it_is_the_pooled_size_that_counts(device):
    """Unpadded, four levels take 92, which is even wherever it is pooled, but not 96."""
    net = _net(device, torch.float32, depth=4)
    out = net(_images((1, 2, 92, 92), device, torch.float32))
    assert_equal(list(out.shape), [1, 3, 4, 4], what="the shape")
    with assert_raises(ValueError):
        net(_images((1, 2, 96, 92), device, torch.float32))


def test_blocks_may_take_an_odd_number_away(device):
    """A block of one kernel of 2x2 makes 8 of 9, which has a half, and 7 of 8, which has none."""
    net = UNet(2, 3, 2, 1, lambda n_in, n_out: nn.Conv2d(n_in, n_out, 2), _UpBlock).to(device)
    out = net(_images((1, 2, 9, 11), device, torch.float32))
    assert_equal(list(out.shape), [1, 3, 2, 4], what="the shape")
    with assert_raises(ValueError):
        net(_images((1, 2, 9, 8), device, torch.float32))


def test_all_of_it_can_learn(device):
    """Gradients reach each block along every way that there is, the bridges included."""
    net = _net(device, torch.float64, padding=1)
    x = _images((2, 2, 8, 12), device, torch.float64)
    names, leaves = zip(*net.named_parameters(), strict=True)
    expected = _expected(net, x)
    upstream = torch.linspace(-2, 3, expected.numel()).reshape(expected.shape).to(expected)
    wanted = torch.autograd.grad(expected, leaves, upstream)
    out = net(x)
    assert_equal(out.requires_grad, True, what="requires_grad of the result")
    found = torch.autograd.grad(out, leaves, upstream, materialize_grads=True)
    for name, gradient, it in zip(names, found, wanted, strict=True):
        assert_close(gradient, it, what=f"the gradient of {name}")


def _expected(net, x, level=0):
    """What a level gives, with all that is below it."""
    bridge = net.down_path[level](x)
    if level + 1 < len(net.down_path):
        halves = bridge.unflatten(-2, (-1, 2)).unflatten(-1, (-1, 2)).mean(dim=(-3, -1))
        below = _expected(net, halves, level + 1)
        bridge = net.up_path[len(net.up_path) - 1 - level](below, bridge)
    if level > 0:
        return bridge
    return functional.conv2d(bridge, net.last.weight, net.last.bias)


class _Block(nn.Sequential):
    def __init__(self, n_in, n_out, padding=0):
        parts = []
        for channels in (n_in, n_out):
            # That some of what is pooled is negative tells an average from a largest.
            parts += [nn.Conv2d(channels, n_out, 3, padding=padding), nn.LeakyReLU(0.5)]
        super().__init__(*parts)


class _UpBlock(nn.Module):
    def __init__(self, n_in, n_out, padding=0):
        super().__init__()
        self.up = nn.ConvTranspose2d(n_in, n_out, 2, stride=2)
        self.block = _Block(n_in, n_out, padding)

    def forward(self, x, bridge):
        x = self.up(x)
        top, left = ((bridge.shape[dim] - x.shape[dim]) // 2 for dim in (2, 3))
        middle = bridge[:, :, top : top + x.shape[2], left : left + x.shape[3]]
        return self.block(torch.cat([x, middle], dim=1))


def _net(device, dtype, *, depth=3, padding=0):
    """A net of two channels and three classes, the same for the same arguments."""
    net = UNet(
        *(2, 3, depth, 1),
        lambda n_in, n_out: _Block(n_in, n_out, padding),
        lambda n_in, n_out: _UpBlock(n_in, n_out, padding),
    )
    with torch.no_grad():
        for place, parameter in enumerate(net.parameters()):
            steps = torch.arange(parameter.numel(), dtype=torch.float64)
            numbers = (2.4 * steps + place).sin().reshape(parameter.shape)
            parameter.copy_(numbers / parameter[0].numel() ** 0.5)
    return net.to(device=device, dtype=dtype)


def _images(shape, device, dtype):
    generator = torch.Generator().manual_seed(sum(shape))
    images = torch.randn(shape, generator=generator, dtype=torch.float64)
    return images.to(device=device, dtype=dtype)
