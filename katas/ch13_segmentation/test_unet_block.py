"""A block of a U-Net (§13.3.1): its parts, their order, and the border."""

import pytest
import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch13_segmentation.unet_block import UNetBlock

each_padding = pytest.mark.parametrize("padding", [True, False], ids=["padded", "unpadded"])
each_norm = pytest.mark.parametrize("batch_norm", [True, False], ids=["norm", "no norm"])


@each_padding
@pytest.mark.parametrize(("n_in", "n_out"), [(2, 5), (3, 3)])
def test_the_parts_have_their_places(padding, n_in, n_out):
    """Saved weights stand under block.0 and block.2; with batch norm, under 0, 2, 3 and 5."""
    kernels = {"first": [n_out, n_in, 3, 3], "second": [n_out, n_out, 3, 3]}
    expected = {
        "block.0.weight": kernels["first"],
        "block.0.bias": [n_out],
        "block.2.weight": kernels["second"],
        "block.2.bias": [n_out],
    }
    _assert_saved(UNetBlock(n_in, n_out, padding, False), expected)
    norm = {"weight": [n_out], "bias": [n_out], "running_mean": [n_out], "running_var": [n_out]}
    expected = {
        "block.0.weight": kernels["first"],
        "block.0.bias": [n_out],
        **{f"block.2.{name}": shape for name, shape in norm.items()},
        "block.3.weight": kernels["second"],
        "block.3.bias": [n_out],
        **{f"block.5.{name}": shape for name, shape in norm.items()},
    }
    _assert_saved(UNetBlock(n_in, n_out, padding, True), expected)


@each_padding
def test_relu_comes_after_each_convolution(device, dtype, padding):
    """Without batch norm it is convolution, relu, convolution, relu."""
    block, x = _block(padding, False, device, dtype), _images((2, 2, 7, 6), device, dtype)
    expected = _expected(block, x, padding)
    with assert_untouched(block, x):
        out = block(x)
    assert_close(out, expected)


@each_padding
def test_batch_norm_comes_after_each_relu(device, dtype, padding):
    """In training, batch norm measures what relu has let through."""
    block, x = _block(padding, True, device, dtype).train(), _images((3, 2, 6, 7), device, dtype)
    expected = _expected(block, x, padding)
    assert_close(block(x), expected, **_rounding(dtype))


def test_each_batch_norm_has_statistics_of_its_own(device, dtype):
    """Training collects the mean and variance of the first relu, and those of the second."""
    block, x = _block(True, True, device, dtype).train(), _images((3, 2, 6, 7), device, dtype)
    copies = [(it.running_mean.clone(), it.running_var.clone()) for it in _parts(block)[1]]
    _expected(block, x, True, copies)
    block(x)
    for norm, (mean, var) in zip(_parts(block)[1], copies, strict=True):
        assert_close(norm.running_mean, mean, what="running_mean", **_rounding(dtype))
        assert_close(norm.running_var, var, what="running_var", **_rounding(dtype))


def test_in_eval_mode_collected_statistics_count(device, dtype):
    """In eval mode an image has the same answer in whatever company."""
    block, x = _block(True, True, device, dtype).eval(), _images((2, 2, 5, 6), device, dtype)
    expected = _expected(block, x, True)
    with assert_untouched(block, x):
        alone = torch.cat([block(image) for image in x.split(1)])
    assert_close(alone, expected, **_rounding(dtype))


@each_norm
def test_padding_changes_the_border_alone(device, dtype, batch_norm):
    """Two pixels from the border inwards, it makes no difference whether there is padding."""
    x = _images((2, 2, 8, 7), device, dtype)
    padded = _block(True, batch_norm, device, dtype).eval()(x)
    unpadded = _block(False, batch_norm, device, dtype).eval()(x)
    assert_equal(list(padded.shape), [2, 3, 8, 7], what="the shape with padding")
    assert_equal(list(unpadded.shape), [2, 3, 4, 3], what="the shape without padding")
    assert_close(padded[:, :, 2:-2, 2:-2], unpadded, what="the middle", **_rounding(dtype))


@each_norm
def test_all_of_it_can_learn(device, batch_norm):
    """Gradients reach every part, and every pixel of the images."""
    block = _block(True, batch_norm, device, torch.float64)
    x = _images((2, 2, 4, 5), device, torch.float64).requires_grad_()
    leaves = {"x": x, **dict(block.named_parameters())}
    expected = _expected(block, x, True)
    upstream = torch.linspace(-2, 3, expected.numel()).reshape(expected.shape).to(expected)
    wanted = torch.autograd.grad(expected, leaves.values(), upstream)
    out = block(x)
    assert_equal(out.requires_grad, True, what="requires_grad of the result")
    found = torch.autograd.grad(out, leaves.values(), upstream, materialize_grads=True)
    for name, gradient, it in zip(leaves, found, wanted, strict=True):
        assert_close(gradient, it, what=f"the gradient of {name}")


def _assert_saved(block, expected):
    __tracebackhide__ = True
    found = {
        name: list(it.shape)
        for name, it in block.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }
    assert_equal(found, expected, what="the shapes of what is saved")


def _parts(block):
    """Its convolutions, and its batch norms, one as often as it is used."""
    parts = [it for _, it in block.named_modules(remove_duplicate=False)]
    return [[it for it in parts if isinstance(it, kind)] for kind in (nn.Conv2d, nn.BatchNorm2d)]


def _expected(block, x, padding, statistics=None):
    """By torch's functions; the statistics are edited in training."""
    convs, norms = _parts(block)
    if statistics is None:
        statistics = [(it.running_mean.clone(), it.running_var.clone()) for it in norms]
    for place, conv in enumerate(convs):
        x = functional.conv2d(x, conv.weight, conv.bias, padding=1 if padding else 0).clamp(min=0)
        if norms:
            norm, (mean, var) = norms[place], statistics[place]
            x = functional.batch_norm(x, mean, var, norm.weight, norm.bias, block.training)
    return x


def _block(padding, batch_norm, device, dtype):
    """A block whose numbers are always the same, part by part, half of them negative."""
    block = UNetBlock(2, 3, padding, batch_norm)
    with torch.no_grad():
        for place, part in enumerate(it for kind in _parts(block) for it in kind):
            for name, tensor in [*part.named_parameters(), *part.named_buffers()]:
                if tensor.is_floating_point():
                    steps = torch.arange(tensor.numel(), dtype=torch.float64)
                    numbers = (2.4 * steps + place + len(name)).sin().reshape(tensor.shape)
                    tensor.copy_(numbers.abs() + 0.5 if name == "running_var" else numbers)
    return block.to(device=device, dtype=dtype)


def _images(shape, device, dtype):
    generator = torch.Generator().manual_seed(sum(shape))
    images = torch.randn(shape, generator=generator, dtype=torch.float64)
    return images.to(device=device, dtype=dtype)


def _rounding(dtype):
    """Batch norm divides by what may be small."""
    return {"rtol": 1e-4, "atol": 1e-4} if dtype == torch.float32 else {"rtol": 1e-9, "atol": 1e-9}
