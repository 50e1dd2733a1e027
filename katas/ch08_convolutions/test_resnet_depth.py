"""Residual depth (§8.5.3): a block that adds to its input, and a hundred of them."""

import math

import pytest
import torch
from torch.nn.functional import batch_norm, conv2d, cross_entropy, linear, max_pool2d, relu

from katas._dojo.writing.assertions import (
    MismatchError,
    assert_close,
    assert_equal,
    assert_untouched,
)
from katas.ch08_convolutions.resnet_depth import NetResDeep, ResBlock

in_float64 = pytest.mark.parametrize("dtype", [torch.float64])
shapes = pytest.mark.parametrize("shape", [(3, 4, 6, 6), (2, 5, 3, 7), (1, 1, 9, 2)])


@pytest.mark.parametrize("n_chans", [1, 4, 32])
def test_a_block_has_no_redundant_parameters(n_chans):
    """A block holds 9 * n_chans**2 weights and batch norm's two vectors: no other bias."""
    expected = 9 * n_chans**2 + 2 * n_chans
    assert_equal(_n_parameters(ResBlock(n_chans=n_chans)), expected, what="parameters")


@pytest.mark.parametrize("n_chans", [16, 40])
def test_a_convolution_starts_kaiming_normal(n_chans):
    """A block's convolution is normal: mean 0, standard deviation sqrt(2 / (9 * n_chans))."""
    _assert_kaiming_normal(_parts(ResBlock(n_chans), n_chans)["weight"], n_chans)


def test_two_blocks_start_apart():
    """Every block draws weights of its own: none seeds the random numbers anew."""
    one, other = (_parts(ResBlock(8), 8)["weight"][0] for _ in range(2))
    assert_equal(torch.equal(one, other), False, what="whether two new blocks are equal")


@pytest.mark.parametrize("n_blocks", [None, 3], ids=["block", "net"])
def test_batch_norm_starts_at_one_half(n_blocks):
    """Batch norm starts with a weight of 0.5, its bias at 0, in a net too."""
    module = NetResDeep(16, n_blocks) if n_blocks else ResBlock(16)
    n_batch_norms = n_blocks or 1
    vectors = [parameter for parameter in module.parameters() if parameter.numel() == 16]
    n_halves = sum(bool((vector == 0.5).all()) for vector in vectors)
    n_zeros = sum(bool((vector == 0).all()) for vector in vectors)
    assert_equal(n_halves, n_batch_norms, what="how many weights of batch norm are 0.5")
    # The first convolution's bias may start at 0 as well.
    assert_equal(min(n_zeros, n_batch_norms), n_batch_norms, what="how many of its biases are 0")


@shapes
def test_a_block_is_a_convolution_with_batch_norm_and_relu_plus_its_input(device, dtype, shape):
    """A block returns relu(batch_norm(conv3x3(x))) + x, of the shape of x."""
    x = _numbers(shape, device, dtype)
    block, values, _ = _filled_block(shape[1], device, dtype)
    expected = _expected_block(x, values, _statistics(x, shape[1]))
    assert_close(block(x), expected)


@in_float64
@shapes
def test_gradients_flow_through_the_block_and_around_it(device, dtype, shape):
    """Autograd gets the gradients of x, of the weights and of batch norm: nothing is detached."""
    x = _numbers(shape, device, dtype).requires_grad_()
    block, values, parts = _filled_block(shape[1], device, dtype)
    expected = _expected_block(x, values, _statistics(x, shape[1]))
    _assert_gradients_close(block(x), expected, x, parts, values)


@shapes
def test_a_block_in_eval_mode_uses_running_statistics(device, dtype, shape):
    """In training mode batch norm collects its statistics; in eval mode it uses them, unchanged."""
    x, *earlier = (_numbers(shape, device, dtype, seed=seed) + seed for seed in range(3))
    block, values, _ = _filled_block(shape[1], device, dtype)
    statistics = _statistics(x, shape[1])
    for batch in earlier:
        block(batch)
        _expected_block(batch, values, statistics)
    block.eval()
    with assert_untouched(block, x):
        out = block(x)
    assert_close(out, _expected_block(x, values, statistics, training=False))


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_a_silent_block_is_the_identity(device, dtype, training):
    """If the branch gives 0, the input comes out as it is, negative numbers too; x is untouched."""
    block, _, parts = _filled_block(4, device, dtype)
    with torch.no_grad():
        for vector in parts["gamma"] + parts["beta"]:
            vector.zero_()
    block.train(training)
    x = _numbers((2, 4, 6, 5), device, dtype).transpose(2, 3)
    with assert_untouched(x):
        out = block(x)
    assert_close(out, x)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, 159330),
        ({"n_blocks": 3}, 94370),
        ({"n_chans1": 16}, 56674),
        ({"n_chans1": 8, "n_blocks": 1}, 17298),
    ],
    ids=["defaults", "3 blocks", "16 channels", "1 block of 8 channels"],
)
def test_every_block_has_parameters_of_its_own(arguments, expected):
    """A block adds 9 * n_chans1**2 + 2 * n_chans1 parameters: 159330 for 10 blocks of 32."""
    assert_equal(_n_parameters(NetResDeep(**arguments)), expected, what="parameters")


def test_the_blocks_of_a_net_start_kaiming_normal():
    """Each block in a net starts as ResBlock does: its net does not initialise it anew."""
    weights = _parts(NetResDeep(16, 3), 16)["weight"]
    assert_equal(len(weights), 3, what="how many blocks have weights of their own")
    _assert_kaiming_normal(weights, 16)


@in_float64
@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
@pytest.mark.parametrize(("n_images", "n_chans1", "n_blocks"), [(1, 4, 1), (2, 5, 3)])
def test_the_layers_of_the_net_in_order(device, dtype, training, n_images, n_chans1, n_blocks):
    """Convolution, relu, pool, blocks, pool, 32 hidden units, relu, 2 logits as they are."""
    images = _numbers((n_images, 3, 32, 32), device, dtype).requires_grad_()
    net, values, parts = _filled_net(n_chans1, n_blocks, device, dtype)
    statistics = [_statistics(images, n_chans1) for _ in range(n_blocks)]
    if not training:
        earlier = _numbers((2, 3, 32, 32), device, dtype, seed=10)
        net(earlier)
        _expected_logits(earlier, values, statistics)
        net.eval()
    expected = _expected_logits(images, values, statistics, training)
    with assert_untouched(images):
        logits = net(images)
    assert_close(logits, expected)
    _assert_gradients_close(logits, expected, images, parts, values)


def test_each_image_has_logits_of_its_own(device, dtype):
    """In eval mode no image of a batch has a say in the logits of another."""
    images = _numbers((3, 3, 32, 32), device, dtype).requires_grad_()
    net, _, _ = _filled_net(4, 2, device, dtype)
    net(3 * images.detach() + 1)
    net.eval()
    with assert_untouched(net, images):
        logits = net(images)
    (grad,) = torch.autograd.grad(logits[1], images, torch.ones_like(logits[1]))
    touched = [image for image in range(3) if grad[image].any()]
    assert_equal(touched, [1], what="the images that logits[1] depends on")


@pytest.mark.parametrize("dtype", [torch.float32])
@pytest.mark.parametrize("n_blocks", [2, 100])
def test_the_gradient_reaches_every_block(device, dtype, n_blocks):
    """Every parameter gets a finite gradient other than zero, a hundred blocks deep too."""
    net = NetResDeep(n_chans1=4, n_blocks=n_blocks).to(device=device, dtype=dtype)
    image = _numbers((1, 3, 32, 32), device, dtype)
    cross_entropy(net(image), torch.tensor([1], device=device)).backward()
    n_without = sum(not _has_gradient(parameter) for parameter in net.parameters())
    assert_equal(n_without, 0, what="how many parameters have no such gradient")


def _expected_block(x, values, statistics, training=True):
    out = conv2d(x, values["weight"], padding=1)
    out = batch_norm(out, *statistics, values["gamma"], values["beta"], training)
    return relu(out) + x


def _expected_logits(images, values, statistics, training=True):
    out = conv2d(images, values["conv"], values["beta"], padding=1)
    out = max_pool2d(relu(out), 2)
    for running in statistics:
        out = _expected_block(out, values, running, training)
    out = max_pool2d(out, 2).flatten(1)
    out = relu(linear(out, values["hidden"], values["hidden_bias"]))
    return linear(out, values["output"], values["output_bias"])


def _statistics(like, n_chans):
    """The running mean and variance that a batch norm starts with."""
    return like.new_zeros(n_chans), like.new_ones(n_chans)


def _filled_block(n_chans, device, dtype):
    return _filled(ResBlock(n_chans), n_chans, device, dtype)


def _filled_net(n_chans1, n_blocks, device, dtype):
    return _filled(NetResDeep(n_chans1, n_blocks), n_chans1, device, dtype)


def _filled(module, n_chans, device, dtype):
    """``module`` with values of ours in each part, and the parameters by part.

    All blocks get the same values, and the first bias those of beta: so no test depends on
    the names of parameters, nor on their order.
    """
    sizes = {
        "weight": (n_chans, n_chans, 3, 3),
        "gamma": (n_chans,),
        "beta": (n_chans,),
        "conv": (n_chans, 3, 3, 3),
        "hidden": (32, 64 * n_chans),
        "hidden_bias": (32,),
        "output": (2, 32),
        "output_bias": (2,),
    }
    values = {}
    for seed, (part, size) in enumerate(sizes.items(), 1):
        scale = math.prod(size[1:]) ** -0.5
        values[part] = (scale * _numbers(size, device, dtype, seed=seed)).requires_grad_()
    module = module.to(device=device, dtype=dtype)
    parts = _parts(module, n_chans)
    with torch.no_grad():
        for part, parameters in parts.items():
            for parameter in parameters:
                parameter.copy_(values[part].view_as(parameter))
    return module, values, parts


def _parts(module, n_chans):
    """The parameters of a new module by what they are: told by their number of elements."""
    parts_by_size = {
        2: "output_bias",
        32: "hidden_bias",
        64: "output",
        27 * n_chans: "conv",
        2048 * n_chans: "hidden",
        9 * n_chans**2: "weight",
        n_chans: "beta",
    }
    parts = {}
    for parameter in module.parameters():
        part = parts_by_size.get(parameter.numel())
        if part is None:
            known = "no parameter of this size: see the layers in the docstring"
            text = f"got       a parameter {list(parameter.shape)}\nexpected  {known}"
            raise MismatchError(text, "", list(parameter.shape), None)
        if part == "beta" and parameter.mean() > 0.25:
            part = "gamma"  # it starts at 0.5; a bias starts near 0
        parts.setdefault(part, []).append(parameter)
    return parts


def _assert_kaiming_normal(weights, n_chans):
    for weight in weights:
        scaled = weight.detach().flatten(1) / math.sqrt(2 / (9 * n_chans))
        _assert_about(scaled.std(), 1, 0.1, "standard deviation / sqrt(2 / (9 * n_chans))")
        _assert_about(scaled.mean(), 0, 0.1, "mean / standard deviation")
        beyond = 100 * (scaled.abs() > 2).double().mean()
        _assert_about(beyond, 4.6, 2.5, "percentage beyond two standard deviations")
        # Independent numbers: filters differ in length, which those of orthogonal_ do not.
        _assert_about(scaled.norm(dim=1).std(), 0.7, 0.6, "spread of the filters' norms")


def _assert_about(number, expected, tolerance, what):
    """Compare a statistic of random numbers; it is shown no finer than chance lets it be."""
    __tracebackhide__ = True
    if abs(number.item() - expected) > tolerance:
        text = f"{what}\ngot       {number:.1f}\nexpected  {expected} ± {tolerance}"
        raise MismatchError(text, what, round(number.item(), 1), expected)


def _assert_gradients_close(actual, expected, x, parts, values):
    upstream = _numbers(expected.shape, x.device, x.dtype, seed=9)
    parameters = [parameter for part in parts for parameter in parts[part]]
    got = iter(torch.autograd.grad(actual, [x, *parameters], upstream, materialize_grads=True))
    wanted = torch.autograd.grad(expected, [x, *(values[part] for part in parts)], upstream)
    assert_close(next(got), wanted[0], what="the gradient of the input")
    for part, grad in zip(parts, wanted[1:], strict=True):
        # The blocks share our values, so the gradient of a value is the sum over the blocks.
        total = sum(next(got).reshape(grad.shape) for _ in parts[part])
        assert_close(total, grad, what=f"the gradient of {part}")


def _has_gradient(parameter):
    grad = parameter.grad
    return grad is not None and 0 < grad.abs().sum().item() < math.inf


def _n_parameters(module):
    return sum(parameter.numel() for parameter in module.parameters())


def _numbers(shape, device, dtype, seed=0):
    """Normal numbers, the same on every device and in every dtype."""
    generator = torch.Generator().manual_seed(seed)
    numbers = torch.randn(shape, generator=generator, dtype=torch.float64)
    return numbers.to(device=device, dtype=dtype)
