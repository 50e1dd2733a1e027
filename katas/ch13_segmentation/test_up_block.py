"""The way up, joined (§13.3.1): how it is doubled, and in which order it is joined."""

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch13_segmentation.up_block import UpJoin

N_IN, N_OUT, N_BRIDGE = 4, 2, 3
WEIGHTS = {
    "upconv": {"up.weight": (N_IN, N_OUT, 2, 2), "up.bias": (N_OUT,)},
    "upsample": {"up.1.weight": (N_OUT, N_IN, 1, 1), "up.1.bias": (N_OUT,)},
}
each_mode = pytest.mark.parametrize("up_mode", WEIGHTS)


@each_mode
def test_the_weights_have_their_names(up_mode):
    """A transposed convolution is saved as up, the convolution behind an interpolation as up.1."""
    saved = UpJoin(N_IN, N_OUT, up_mode).state_dict()
    shapes = {name: tuple(it.shape) for name, it in saved.items()}
    assert_equal(shapes, WEIGHTS[up_mode], what="the shapes of what is saved")


def test_a_transposed_convolution_doubles(device, dtype):
    """Each pixel becomes four: what the kernel of 2x2 makes of it, side by side."""
    block, weights = _block("upconv", device, dtype)
    x, bridge = _images(4, 3, device, dtype), _images(8, 6, device, dtype, N_BRIDGE)
    expected = torch.cat([_doubled(x, weights), bridge], dim=1)
    with assert_untouched(block, x, bridge):
        out = block(x, bridge)
    assert_close(out, expected)


def test_an_interpolation_doubles(device, dtype):
    """Bilinear interpolation doubles, and a convolution of 1x1 changes the channels."""
    block, weights = _block("upsample", device, dtype)
    x, bridge = _images(3, 4, device, dtype), _images(6, 8, device, dtype, N_BRIDGE)
    expected = torch.cat([_doubled(x, weights), bridge], dim=1)
    with assert_untouched(block, x, bridge):
        out = block(x, bridge)
    assert_close(out, expected)


def test_a_row_is_interpolated_by_hand(device, dtype):
    """Two pixels, 0 and 4, become 0, 1, 3, 4: new pixels lie inside the old ones."""
    block, weights = _block("upsample", device, dtype)
    x = torch.tensor([0, 4], device=device, dtype=dtype).expand(1, N_IN, 1, 2)
    row = torch.tensor([0, 1, 3, 4], device=device, dtype=dtype)
    weight, bias = weights.values()
    # The weights of all channels add up, since all channels are alike.
    expected = weight.sum(dim=(1, 2, 3))[:, None] * row + bias[:, None]
    out = block(x, torch.zeros(1, N_BRIDGE, 2, 4, device=device, dtype=dtype))
    assert_close(out[0, :N_OUT, 0], expected, what="the first row")


@each_mode
@pytest.mark.parametrize(
    ("size", "rows", "columns"),
    [((8, 10), (2, 6), (2, 8)), ((4, 9), (0, 4), (1, 7)), ((7, 7), (1, 5), (0, 6))],
)
def test_the_middle_of_the_bridge_counts(device, dtype, up_mode, size, rows, columns):
    """A bridge that is larger loses as much on either side, and one more at the end if odd."""
    block, weights = _block(up_mode, device, dtype)
    x, bridge = _images(2, 3, device, dtype), _images(*size, device, dtype, N_BRIDGE)
    middle = bridge[:, :, slice(*rows), slice(*columns)]
    expected = torch.cat([_doubled(x, weights), middle], dim=1)
    with assert_untouched(block, x, bridge):
        out = block(x, bridge)
    assert_close(out, expected)


@each_mode
def test_what_comes_from_below_is_in_front(device, dtype, up_mode):
    """With as many channels from either, the first ones do not know of the bridge."""
    block, weights = _block(up_mode, device, dtype)
    x, bridge = _images(2, 2, device, dtype), _images(4, 4, device, dtype, N_OUT)
    expected = _doubled(x, weights)
    out = block(x, bridge)
    assert_equal(list(out.shape), [2, 2 * N_OUT, 4, 4], what="the shape")
    assert_close(out[:, :N_OUT], expected, what="the first channels")
    assert_close(out[:, N_OUT:], bridge, what="the last channels")


@each_mode
def test_gradients_go_down_and_over_the_bridge(device, up_mode):
    """The way down learns through the bridge, all that is below it through what was doubled."""
    block, _ = _block(up_mode, device, torch.float64)
    x = _images(2, 3, device, torch.float64).requires_grad_()
    bridge = _images(5, 8, device, torch.float64, N_BRIDGE).requires_grad_()
    weights = dict(block.named_parameters())
    leaves = {"x": x, "the bridge": bridge, **weights}
    middle = bridge[:, :, 0:4, 1:7]
    expected = torch.cat([_doubled(x, weights), middle], dim=1)
    upstream = torch.linspace(-2, 3, expected.numel()).reshape(expected.shape).to(expected)
    wanted = torch.autograd.grad(expected, leaves.values(), upstream)
    out = block(x, bridge)
    assert_equal(out.requires_grad, True, what="requires_grad of the result")
    found = torch.autograd.grad(out, leaves.values(), upstream, materialize_grads=True)
    for name, gradient, it in zip(leaves, found, wanted, strict=True):
        assert_close(gradient, it, what=f"the gradient of {name}")


def _doubled(x, weights):
    """Without the convolutions of torch."""
    weight, bias = weights.values()
    if "up.weight" in weights:
        n, _, h, w = x.shape
        up = torch.einsum("ncij,coab->noiajb", x, weight).reshape(n, -1, 2 * h, 2 * w)
    else:
        size = [2 * it for it in x.shape[2:]]
        larger = functional.interpolate(x, size, mode="bilinear", align_corners=False)
        up = torch.einsum("ncij,oc->noij", larger, weight[:, :, 0, 0])
    return up + bias[:, None, None]


def _block(up_mode, device, dtype):
    """A block with weights that are always the same, and these, as they are saved."""
    weights = {}
    for place, (name, shape) in enumerate(WEIGHTS[up_mode].items()):
        steps = torch.arange(torch.Size(shape).numel(), dtype=torch.float64)
        numbers = (2.4 * steps + place).sin().reshape(shape)
        weights[name] = numbers.to(device=device, dtype=dtype)
    block = UpJoin(N_IN, N_OUT, up_mode).to(device=device, dtype=dtype)
    block.load_state_dict(weights)
    return block, weights


def _images(height, width, device, dtype, channels=N_IN):
    generator = torch.Generator().manual_seed(height + width)
    images = torch.randn(2, channels, height, width, generator=generator, dtype=torch.float64)
    return images.to(device=device, dtype=dtype)
