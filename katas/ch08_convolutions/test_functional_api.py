"""The functional API (§8.3.3): what a net keeps, and what it is told at each call."""

import pytest
import torch
from torch.nn.functional import conv2d, linear, max_pool2d

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch08_convolutions.functional_api import Net

SHAPES = {
    "the convolution's weight": [8, 3, 3, 3],
    "the convolution's bias": [8],
    "the linear layer's weight": [2, 2048],
    "the linear layer's bias": [2],
}


@pytest.mark.parametrize("called", [False, True], ids=["new", "called"])
def test_the_net_keeps_its_weights(called):
    """Two weights and two biases are trained and saved, ahead of the first call too."""
    net = Net()
    if called:
        net(_images(1, "cpu", torch.float32))
    kept = {
        "trained": sorted(it.numel() for it in net.parameters() if it.requires_grad),
        "saved": sorted(it.numel() for it in net.state_dict().values()),
    }
    sizes = [2, 8, 216, 4096]
    assert_equal(kept, {"trained": sizes, "saved": sizes}, what="how many numbers each tensor has")


def test_what_is_kept_can_be_saved(device, dtype):
    """A net gives the same logits at its next call, and so does a new net that loads its state."""
    first, second = (Net(p=0.0).to(device=device, dtype=dtype).eval() for _ in range(2))
    images = _images(2, device, dtype)
    second.load_state_dict(first.state_dict())
    for which, net in {"the next call": first, "the new net": second}.items():
        alike = torch.allclose(net(images), first(images))
        assert_equal(alike, True, what=f"whether the logits of {which} are the same")


@pytest.mark.parametrize("n_images", [1, 3])
def test_in_eval_mode_nothing_is_dropped(device, dtype, n_images):
    """In eval mode the logits are those of the layers alone, at each call."""
    net, values = _filled_net(device, dtype)
    net.eval()
    images = _images(n_images, device, dtype)
    expected = _logits(_pooled(images, values), values)
    before = images.clone()
    for _ in range(2):
        assert_close(net(images), expected, **_rounding(dtype))
    assert_close(images, before, what="the images, afterwards")


@pytest.mark.parametrize("p", [None, 0.2, 0.7], ids=["default", "0.2", "0.7"])
def test_in_training_mode_numbers_are_dropped(device, dtype, p):
    """What leaves the pool is 0 with probability p, 0.4 by default, or divided by 1 - p."""
    net, values = _filled_net(device, dtype, **({} if p is None else {"p": p}))
    p = 0.4 if p is None else p
    images = _images(1, device, dtype)
    pooled = _pooled(images, values).flatten()
    (arrived,) = _arrived(net, images)
    stayed = arrived != 0
    share = 1 - stayed.double().mean().item()
    assert_equal(round(share, 1), p, what="the share of zeros, to a tenth")
    factors = (arrived / pooled)[stayed & (pooled.abs() > 0.1)]
    for which, factor in {"smallest": factors.min(), "largest": factors.max()}.items():
        wanted = torch.full_like(factor, 1 / (1 - p))
        assert_close(factor, wanted, what=f"the {which} factor of the others", **_rounding(dtype))


def test_each_number_has_a_draw_of_its_own(device, dtype):
    """Other numbers are dropped in another image, channel or call, and no channel as a whole."""
    net, _ = _filled_net(device, dtype)
    images = _images(1, device, dtype).expand(2, -1, -1, -1)
    first, second = (it.view(8, 256) != 0 for it in _arrived(net, images))
    later, _ = (it.view(8, 256) != 0 for it in _arrived(net, images))
    others = {"image": second, "call": later, "channel": first.roll(1, dims=0)}
    for name, other in others.items():
        alike = (first == other).double().mean().item() > 0.9
        assert_equal(alike, False, what=f"whether another {name} loses the same numbers")
    kept = first.double().mean(1)
    whole = [n for n, share in enumerate(kept.tolist()) if share in (0.0, 1.0)]
    assert_equal(whole, [], what="the channels of which all is dropped, or nothing")


@pytest.mark.parametrize("recording", [True, False], ids=["gradients on", "gradients off"])
def test_the_mode_alone_decides(device, dtype, recording):
    """eval() and train() switch dropout off and on again, whether gradients are recorded or not."""
    net, images = Net().to(device=device, dtype=dtype), _images(1, device, dtype)
    alike = {}
    with torch.set_grad_enabled(recording):
        for mode in ("train", "eval", "train again"):
            net.train(mode != "eval")
            alike[mode] = torch.equal(net(images), net(images))
    expected = {"train": False, "eval": True, "train again": False}
    assert_equal(alike, expected, what="whether two calls give the same logits")


def test_gradients_reach_both_layers(device):
    """Images and parameters have the gradients of these layers."""
    net, values = _filled_net(device, torch.float64)
    net.eval()
    images = _images(2, device, torch.float64).requires_grad_()
    expected = _logits(_pooled(images, values), values)
    upstream = torch.tensor([[1.0, -2.0], [3.0, 0.5]], device=device, dtype=torch.float64)
    wanted = torch.autograd.grad(expected, [images, *values.values()], upstream)
    logits = net(images)
    assert_equal(logits.requires_grad, True, what="requires_grad of the logits")
    leaves = [images, *_parts(net).values()]
    gradients = torch.autograd.grad(logits, leaves, upstream, materialize_grads=True)
    for name, gradient, it in zip(["the images", *SHAPES], gradients, wanted, strict=True):
        assert_close(gradient.view_as(it), it, what=f"the gradient of {name}")


def _arrived(net, images):
    """What arrives at the linear layer, image by image: the gradient of its weight tells."""
    logits, weight = net(images), _parts(net)["the linear layer's weight"]
    assert_equal(logits.requires_grad, True, what="requires_grad of the logits")
    gradients = [
        torch.autograd.grad(first, weight, retain_graph=True, materialize_grads=True)[0]
        for first in logits[:, 0]
    ]
    return [gradient.view(2, 2048)[0] for gradient in gradients]


def _pooled(images, values):
    weight, bias, _, _ = values.values()
    return max_pool2d(torch.tanh(conv2d(images, weight, bias, padding=1)), 2)


def _logits(pooled, values):
    _, _, weight, bias = values.values()
    return linear(pooled.flatten(1), weight, bias)


def _filled_net(device, dtype, **settings):
    """A net with values of ours in each layer, and those values by their names."""
    values = {}
    for seed, (name, shape) in enumerate(SHAPES.items(), 1):
        scale = torch.Size(shape[1:]).numel() ** -0.5
        values[name] = (scale * _numbers(shape, device, dtype, seed)).requires_grad_()
    net = Net(**settings).to(device=device, dtype=dtype)
    parts = _parts(net)
    with torch.no_grad():
        for name, value in values.items():
            parts[name].copy_(value.view_as(parts[name]))
    return net, values


def _parts(net):
    """The parameters by their layer, which their number of elements tells: no names are asked."""
    by_size = {parameter.numel(): parameter for parameter in net.parameters()}
    sizes = {name: torch.Size(shape).numel() for name, shape in SHAPES.items()}
    missing = [name for name, size in sizes.items() if size not in by_size]
    assert_equal(missing, [], what="the parameters that are missing, or of another size")
    return {name: by_size[size] for name, size in sizes.items()}


def _images(n, device, dtype):
    return _numbers((n, 3, 32, 32), device, dtype)


def _numbers(shape, device, dtype, seed=0):
    """Normal numbers, the same on every device and in every dtype."""
    generator = torch.Generator().manual_seed(seed)
    numbers = torch.randn(shape, generator=generator, dtype=torch.float64)
    return numbers.to(device=device, dtype=dtype)


def _rounding(dtype):
    """A GPU rounds what goes into a convolution in float32, and may not into a product."""
    tolerance = 1e-2 if dtype == torch.float32 else 1e-9
    return {"rtol": tolerance, "atol": tolerance}
